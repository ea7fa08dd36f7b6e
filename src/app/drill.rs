//! Drills: short rounds on what needs work. Each question has its time, but the round has no limit.

use super::Model;
use crate::bank::hash::rank;
use crate::bank::order::by_key;
use crate::bank::{Bank, Level, Mode, Question};
use crate::language::key;
use crate::progress::answered::answered;
use crate::progress::changed::Change;
use crate::progress::hardest::hardest;
use crate::progress::latest::{latest, standings};
use crate::progress::next::Advice;
use crate::progress::{QuestionResult, Report};
use crate::round::Round;
use crate::round::clock::Span;
use crate::round::event::Score;
use crate::round::plan::{Item, Plan, Rules, usual_budget};

/// What to drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drill {
    /// The topics that are weakest over all rounds.
    Weakest,
    /// A topic, by its place in the bank.
    Topic(usize),
    /// Of the last round, what was not answered fully,
    Missed,
    /// flagged,
    Flagged,
    /// or took longer than planned.
    Slow,
    /// What is due today, and what is new.
    Due,
    /// What went worst over all rounds,
    Hardest,
    /// what has changed since it was learned,
    Changed,
    /// or one question, by its place in the bank.
    Question(usize),
}

/// The name of such a round.
pub const NAME: &str = key("Drill");
/// So many questions of topics are asked at most.
const MOST: usize = 10;
/// And of what is due today. More is asked in another round.
const MOST_DUE: usize = 20;
const WEAKEST_TOPICS: usize = 3;
/// A drill is for learning: the answer comes after each question.
const RULES: Rules = Rules { practice: true, hints: true, strict: false, exam: false, aloud: false, follow_ups: 0 };

impl Drill {
    pub fn of(advice: Advice) -> Drill {
        match advice.topic() {
            Some(place) => Drill::Topic(place),
            None if matches!(advice, Advice::Slow(..)) => Drill::Slow,
            None => Drill::Flagged,
        }
    }

    /// Whether it is about this question of the last round.
    pub fn takes(self, result: &QuestionResult) -> bool {
        match self {
            Drill::Missed => result.is_missed(),
            Drill::Flagged => result.flagged,
            Drill::Slow => result.over() > Span::ZERO,
            Drill::Weakest | Drill::Topic(_) | Drill::Due | Drill::Hardest | Drill::Changed | Drill::Question(_) => false,
        }
    }
}

/// None where there is nothing to ask.
pub fn plan(model: &Model, drill: Drill) -> Option<Plan> {
    let (bank, seed) = (&model.bank, model.fresh_seed());
    let asked = match drill {
        Drill::Weakest | Drill::Topic(_) => of_topics(model, drill, &seed),
        Drill::Due => of_today(model),
        Drill::Hardest => of_places(model, &hardest(&answered(bank, model.history.reports()))),
        Drill::Changed => of_places(model, &changed(model)),
        Drill::Question(place) => of_places(model, &[place]),
        Drill::Missed | Drill::Flagged | Drill::Slow => of_last_round(bank, &last(model)?, drill),
    };
    let pace = model.round.sitting().map_or(model.lobby.pace, |sitting| sitting.plan.pace);
    let mut items = Vec::new();
    for (question, mode) in asked {
        items.push(Item::new(question.id.clone(), mode, pace.stretch(usual_budget(mode, question.level))));
    }
    (!items.is_empty()).then(|| Plan { preset: NAME.to_owned(), seed, rules: RULES, pace, limit: None, items })
}

/// The round in the debrief; in the lobby the one that was played last.
pub fn last(model: &Model) -> Option<Report> {
    match &*model.round {
        Round::Finished(sitting, finish) => Some(Report::new(sitting, *finish)),
        Round::Lobby | Round::Running(_) => model.history.latest().cloned(),
    }
}

/// In the order of that round, and asked in the same way.
fn of_last_round<'bank>(bank: &'bank Bank, last: &Report, drill: Drill) -> Vec<(&'bank Question, Mode)> {
    let mut asked = Vec::new();
    for result in &last.results {
        if let Some(question) = bank.question(&result.question)
            && drill.takes(result)
            && question.can(result.mode)
        {
            asked.push((question, result.mode));
        }
    }
    asked
}

/// The places of the questions of which something else is to be known than when they were learned.
pub fn changed(model: &Model) -> Vec<usize> {
    let all = model.today.iter().flat_map(|today| &today.changed);
    all.filter(|(_, change)| *change == Change::Known).map(|(place, _)| *place).take(MOST_DUE).collect()
}

/// As the agenda has them.
fn of_today(model: &Model) -> Vec<(&Question, Mode)> {
    let places = model.today.iter().flat_map(|today| today.agenda.due.iter().chain(&today.agenda.new));
    of_places(model, &places.take(MOST_DUE).copied().collect::<Vec<_>>())
}

fn of_places<'model>(model: &'model Model, places: &[usize]) -> Vec<(&'model Question, Mode)> {
    let latest = latest(&model.bank, model.history.reports());
    let mut asked = Vec::new();
    for place in places {
        if let Some(question) = model.bank.questions().get(*place) {
            asked.push(usual(question, latest[*place].map(|result| result.mode)));
        }
    }
    asked
}

/// Asked as it was asked last, or else to be chosen where there are choices.
fn usual(question: &Question, before: Option<Mode>) -> (&Question, Mode) {
    let mode = before.filter(|mode| question.can(*mode)).unwrap_or(Mode::Choice);
    (question, if question.can(mode) { mode } else { Mode::Spoken })
}

/// First what was missed, then what was never answered, then the rest; asked from the easiest to the hardest.
fn of_topics<'model>(model: &'model Model, drill: Drill, seed: &str) -> Vec<(&'model Question, Mode)> {
    let (bank, reports) = (&model.bank, model.history.reports());
    let places = match drill {
        Drill::Topic(place) => vec![place],
        _ => weakest(bank, reports),
    };
    let topics = bank.topics();
    let mut pool = Vec::new();
    for (question, result) in bank.questions().iter().zip(latest(bank, reports)) {
        if places.iter().any(|place| topics.get(*place) == Some(&question.topic.as_str())) {
            let urgency = match result {
                Some(result) if result.score < Score::FULL => 0,
                None => 1,
                Some(_) => 2,
            };
            pool.push((question, result.map(|result| result.mode), urgency));
        }
    }
    let mut drawn = by_key(pool, |(question, _, urgency)| (*urgency, rank(seed, &question.id.0)));
    drawn.truncate(MOST);
    let mut asked = Vec::new();
    for level in Level::ALL {
        for (question, before, _) in &drawn {
            if question.level == level {
                asked.push(usual(question, *before));
            }
        }
    }
    asked
}

/// The places of the weakest topics.
fn weakest(bank: &Bank, reports: &[Report]) -> Vec<usize> {
    let mut weakest = Vec::new();
    for standing in standings(bank, reports) {
        if standing.is_weak() && weakest.len() < WEAKEST_TOPICS {
            weakest.push(standing.topic);
        }
    }
    weakest
}
