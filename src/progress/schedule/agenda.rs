//! What to answer today, of old and new questions, and what that will come to.

use super::day::{Day, Zone};
use super::plan::{self, Known};
use super::rating::Rating;
use super::{Memory, Schedule};
use crate::bank::Bank;
use crate::bank::order::by_key;
use crate::progress::History;
use crate::round::clock::Millis;
use crate::round::event::Score;

/// What the learner is after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// On which day the interview is; a day that is over is none.
    pub interview: Option<Day>,
    /// So many answers a day at most. None: as many as the interview needs, of [`BUDGETS`], or [`USUAL`].
    pub budget: Option<usize>,
    /// What is to be recalled, in hundredths. Without an interview a question is due when its recall has fallen to that.
    pub retention: u8,
}

/// Answers a day, where nothing says otherwise.
pub const USUAL: usize = 20;
/// What the plan chooses from.
pub const BUDGETS: [usize; 8] = [5, 10, 15, 20, 30, 40, 60, 80];

impl Default for Aim {
    fn default() -> Aim {
        Aim { interview: None, budget: None, retention: 90 }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub day: Day,
    /// Known questions to be answered today, by their places in the bank, the most pressing first.
    pub due: Vec<usize>,
    /// Those to be met today for the first time, the easiest first.
    pub new: Vec<usize>,
    /// So many answers were given today.
    pub done: usize,
    /// So many it is to be each day.
    pub per_day: usize,
    /// None where no interview is ahead.
    pub outlook: Option<Outlook>,
}

/// What is to be expected on the day of the interview: the mean of the recall of all questions of the bank. One that was never
/// answered counts as not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// How many days there are until then, with today.
    pub days: u32,
    /// If nothing more is answered.
    pub idle: Score,
    /// If each day has its answers.
    pub kept: Score,
    /// That is so many answers a day: the learner's own number, or the least that is enough for the aim, or the most there is.
    pub per_day: usize,
}

/// A function of the stored reports, whatever their order, and of the time: days that were missed are planned anew by themselves.
#[inline(never)]
pub fn today(history: &History, bank: &Bank, aim: Aim, now: Millis, zone: Zone) -> Agenda {
    Agenda::of(&Schedule::of(bank, history, now), done(history, bank, now, zone), bank, aim, now, zone)
}

impl Agenda {
    /// So many answers were [`done`] today.
    #[inline(never)]
    pub fn of(schedule: &Schedule, done: usize, bank: &Bank, aim: Aim, now: Millis, zone: Zone) -> Agenda {
        let day = Day::of(now, zone);
        let interview = aim.interview.filter(|interview| *interview >= day);
        let known = schedule.known(now);
        let outlook = interview.map(|interview| outlook(&known, interview.since(day), aim, done));
        let per_day = outlook.map_or(aim.budget.unwrap_or(USUAL), |outlook| outlook.per_day);
        let level = |place: usize| bank.questions()[place].level as u64;
        let places = match interview {
            Some(interview) => plan::ranked(&known, level, interview.since(day), per_day),
            None => due(schedule, bank, aim, now, zone),
        };
        let mut agenda = Agenda { day, due: Vec::new(), new: Vec::new(), done, per_day, outlook };
        let fresh = |place: &usize| match &schedule.memories[*place] {
            Some(memory) => Day::of(memory.last, zone) < day,
            None => true,
        };
        for place in places.into_iter().filter(fresh).take(per_day.saturating_sub(done)) {
            let list = if known[place].is_some() { &mut agenda.due } else { &mut agenda.new };
            list.push(place);
        }
        agenda
    }

    /// Whether it is still that day.
    pub fn is_of(&self, now: Millis, zone: Zone) -> bool {
        self.day == Day::of(now, zone)
    }
}

/// How many answers were given today.
pub fn done(history: &History, bank: &Bank, now: Millis, zone: Zone) -> usize {
    let today = Day::of(now, zone);
    let reports = history.reports().iter().rev().skip_while(|report| Day::of(report.started, zone) > today);
    let results = reports.take_while(|report| Day::of(report.started, zone) == today).flat_map(|report| &report.results);
    results.filter(|result| Rating::of(result).is_some() && bank.place(&result.question).is_some()).count()
}

/// Ordinary FSRS: what is due, longest first, and where there is room what is new.
fn due(schedule: &Schedule, bank: &Bank, aim: Aim, now: Millis, zone: Zone) -> Vec<usize> {
    let (today, retention) = (Day::of(now, zone), f32::from(aim.retention) / 100.0);
    let when = |memory: &Memory| memory.due(retention, zone);
    let wanted = |place: &usize| schedule.memories[*place].as_ref().is_none_or(|memory| when(memory) <= today);
    let places: Vec<usize> = (0..schedule.memories.len()).filter(wanted).collect();
    by_key(places, |place| match &schedule.memories[*place] {
        Some(memory) => (when(memory).0.unsigned_abs(), u64::from(permille(memory.recall(now)))),
        None => (u64::MAX, bank.questions()[*place].level as u64),
    })
}

fn outlook(known: &[Known], ahead: u32, aim: Aim, done: usize) -> Outlook {
    let kept = |budget: usize| Score(permille(plan::forecast(known, ahead, budget, done)));
    let (per_day, kept) = match aim.budget {
        Some(budget) => (budget, kept(budget)),
        // Nothing that is answered now counts for the forecast: it comes to a last look.
        None if ahead == 0 => (USUAL, kept(USUAL)),
        None => {
            let wanted = Score(u16::from(aim.retention.min(100)) * 10);
            let enough = BUDGETS.partition_point(|budget| kept(*budget) < wanted).min(BUDGETS.len() - 1);
            (BUDGETS[enough], kept(BUDGETS[enough]))
        }
    };
    Outlook { days: ahead, idle: Score(permille(plan::mean(known, ahead))), kept, per_day }
}

pub(crate) fn permille(share: f32) -> u16 {
    (1000.0 * share).round() as u16
}
