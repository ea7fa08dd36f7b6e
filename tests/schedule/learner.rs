//! Simulated learners: they forget as FSRS has it, each with parameters of their own, which the schedule never sees.

use super::reviews::{id, noon, rated, report};
use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use mock_interview::bank::hash::rank;
use mock_interview::bank::{Bank, QuestionId};
use mock_interview::progress::History;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Aim, today};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::rating::Rating;

const UTC: Zone = Zone(0);

/// Who chooses the questions of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Plan,
    /// Without the date: what is due, longest first, then what is new, then what will be due next.
    Fsrs,
    /// The same, but what is new comes first.
    FsrsNewFirst,
    /// From the first question to the last, again and again.
    InOrder,
    Random,
}

pub const WAYS: [Way; 5] = [Way::Plan, Way::Fsrs, Way::FsrsNewFirst, Way::InOrder, Way::Random];

/// A world to learn in.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub seed: u64,
    pub learner: u64,
    pub days: u32,
    pub budget: usize,
}

/// How FSRS's own collection rates first answers, and later ones that were recalled.
const FIRST: [f64; 4] = [0.24, 0.094, 0.495, 0.171];
const RECALLED: [f64; 3] = [0.224, 0.631, 0.145];
/// The usual parameters of FSRS 6, which the learners' are drawn around.
const USUAL: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
    1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/// The standard deviation of the logarithm of each.
const SPREAD: f64 = 0.3;
/// One day in seven nothing is answered.
const MISSED: f64 = 1.0 / 7.0;

/// By the crate of FSRS's authors, and not by what the schedule itself reckons with.
struct Memory {
    fsrs: FSRS,
    decay: f32,
}

impl Memory {
    fn after(&self, state: Option<MemoryState>, rating: Rating, days: u32) -> MemoryState {
        let reviews = vec![FSRSReview { rating: rating as u32, delta_t: days }];
        self.fsrs.memory_state(FSRSItem { reviews }, state).unwrap()
    }

    fn recall(&self, state: MemoryState, days: u32) -> f64 {
        current_retrievability(state, days as f32, self.decay).into()
    }
}

struct Chance(String, u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.1 += 1;
        rank(&self.0, &self.1.to_string()) as f64 / u64::MAX as f64
    }

    fn of<T: Copy>(&mut self, all: &[T], chances: &[f64]) -> T {
        let mut left = self.next();
        let found = chances.iter().position(|chance| {
            left -= chance;
            left < 0.0
        });
        all[found.unwrap_or(all.len() - 1)]
    }

    /// Near enough to the normal distribution.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// The mean over the bank of what the learner truly recalls on the day, and how many answers were given.
pub fn learn(bank: &Bank, way: Way, world: World) -> (f64, usize) {
    let World { seed, learner, days, budget } = world;
    let chance = |what: &str| Chance(format!("{seed}.{learner}.{days}.{budget}.{what}"), 0);
    let truth = memory(&mut chance("parameters"));
    let (mut absence, mut order, mut answers) = (chance("absence"), chance("order"), chance("answers"));
    let mut traces: Vec<Option<(MemoryState, u32)>> = vec![None; bank.questions().len()];
    let (mut history, mut given) = (History::default(), 0);
    for day in 0..days {
        if absence.next() < MISSED {
            continue;
        }
        let chosen = choose(bank, way, &history, world, day, given, &mut order);
        let mut results = Vec::new();
        for question in chosen {
            let trace = &mut traces[bank.place(&question).unwrap()];
            let (rating, passed) = match trace {
                None => (answers.of(&Rating::ALL, &FIRST), 0),
                Some((known, last)) if answers.next() < truth.recall(*known, day - *last) => {
                    (answers.of(&Rating::ALL[1..], &RECALLED), day - *last)
                }
                Some((_, last)) => (Rating::Again, day - *last),
            };
            *trace = Some((truth.after(trace.map(|(known, _)| known), rating, passed), day));
            results.push(rated(question, rating));
        }
        given += results.len();
        history.add(report(noon(day), results));
    }
    let recalled = traces.iter().flatten().map(|(trace, last)| truth.recall(*trace, days - *last));
    (recalled.sum::<f64>() / traces.len() as f64, given)
}

fn memory(chance: &mut Chance) -> Memory {
    let mut parameters = USUAL.map(|usual| usual * (SPREAD * chance.normal()).exp() as f32);
    // A better first answer is remembered longer, for everybody.
    parameters[..4].sort_by(f32::total_cmp);
    // As far as the crate lets them go.
    parameters[20] = parameters[20].clamp(0.1, 0.8);
    Memory { fsrs: FSRS::new(&parameters).unwrap(), decay: parameters[20] }
}

fn choose(bank: &Bank, way: Way, history: &History, world: World, day: u32, given: usize, order: &mut Chance) -> Vec<QuestionId> {
    let (count, budget) = (bank.questions().len(), world.budget);
    match way {
        Way::Plan | Way::Fsrs => {
            let interview = (way == Way::Plan).then(|| Day::of(noon(world.days), UTC));
            let agenda = today(history, bank, Aim { interview, budget: Some(budget), retention: 90 }, noon(day), UTC);
            let of = |place: usize| bank.questions()[place].id.clone();
            let mut chosen: Vec<QuestionId> = agenda.due.into_iter().chain(agenda.new).map(of).collect();
            let more = soonest(bank, history, day, false).into_iter().filter(|question| !chosen.contains(question));
            let more: Vec<QuestionId> = more.take(budget.saturating_sub(chosen.len())).collect();
            chosen.extend(more);
            chosen
        }
        Way::FsrsNewFirst => soonest(bank, history, day, true).into_iter().take(budget).collect(),
        Way::InOrder => (given..given + budget.min(count)).map(|n| id(n % count)).collect(),
        Way::Random => {
            let mut all: Vec<(u64, usize)> = (0..count).map(|n| ((order.next() * 1e15) as u64, n)).collect();
            all.sort_unstable();
            all.into_iter().take(budget).map(|(_, n)| id(n)).collect()
        }
    }
}

/// All questions, those that are due first before those that will be.
fn soonest(bank: &Bank, history: &History, day: u32, new_first: bool) -> Vec<QuestionId> {
    let schedule = Schedule::of(bank, history, noon(day));
    let when = |place: usize| match &schedule.memories[place] {
        Some(memory) => memory.due(0.9, UTC),
        None if new_first => Day(i64::MIN),
        None => Day(i64::MAX),
    };
    let mut all: Vec<(Day, usize)> = (0..schedule.memories.len()).map(|place| (when(place), place)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, place)| bank.questions()[place].id.clone()).collect()
}
