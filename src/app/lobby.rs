//! The lobby's form: the pace of any round, and the settings of a custom one.

use super::{Effect, Model, aim};
use crate::bank::draw::Wish;
use crate::bank::{Bank, Level, Mode};
use crate::language::{fill, key, t};
use crate::round::clock::{Millis, Span};
use crate::round::plan::{Pace, Plan, Rules, Terms};

pub const MOST_MINUTES: u64 = 600;
pub const MOST_SECONDS: u64 = 3600;
pub const LONGEST_SEED: usize = 40;

/// Numbers are kept as the reader typed them, so that a half-typed one is neither lost nor corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lobby {
    pub pace: Pace,
    pub count: String,
    pub topics: Vec<String>,
    pub levels: Vec<Level>,
    pub modes: Vec<Mode>,
    /// Seconds for each question; empty: the usual time for its kind.
    pub seconds: String,
    /// Minutes for the whole round; empty: what its questions need.
    pub minutes: String,
    pub strict: bool,
    pub seed: String,
    /// The topic to drill, by its place in the bank.
    pub drill: usize,
}

/// A change of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Pace(Pace),
    Count(String),
    Topic(String, bool),
    Level(Level, bool),
    Mode(Mode, bool),
    Seconds(String),
    Minutes(String),
    Strict(bool),
    Seed(String),
    Drill(usize),
    /// The day of the interview. It is not the form's.
    Interview(String),
}

/// What the form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Ready(Box<Terms>, Plan),
    /// What to change first, and the field it is about.
    Wrong(&'static str, String),
}

/// The lobby is only seen when the second part is here, and this is in there.
#[inline(never)]
pub fn edited(model: &mut Model, edit: Edit, now: Millis) -> Vec<Effect> {
    if let Edit::Interview(date) = &edit {
        return aim::set(model, date, now);
    }
    model.lobby.edit(edit);
    Vec::new()
}

impl Lobby {
    pub fn new(bank: &Bank, seed: String) -> Lobby {
        Lobby {
            pace: Pace::Usual,
            count: bank.questions().len().min(10).to_string(),
            topics: bank.topics().into_iter().map(str::to_owned).collect(),
            levels: Level::ALL.to_vec(),
            modes: Mode::ALL.to_vec(),
            seconds: String::new(),
            minutes: String::new(),
            strict: false,
            seed,
            drill: 0,
        }
    }

    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Pace(pace) => self.pace = pace,
            Edit::Count(text) => self.count = text,
            Edit::Topic(topic, on) => toggle(&mut self.topics, topic, on),
            Edit::Level(level, on) => toggle(&mut self.levels, level, on),
            Edit::Mode(mode, on) => toggle(&mut self.modes, mode, on),
            Edit::Seconds(text) => self.seconds = text,
            Edit::Minutes(text) => self.minutes = text,
            Edit::Strict(on) => self.strict = on,
            Edit::Seed(text) => self.seed = text,
            Edit::Drill(topic) => self.drill = topic,
            Edit::Interview(_) => {}
        }
    }

    /// The custom round that the form describes, or what is wrong with it.
    pub fn outcome(&self, bank: &Bank) -> Outcome {
        match self.plan(bank) {
            Ok((terms, plan)) => Outcome::Ready(Box::new(terms), plan),
            Err((field, what)) => Outcome::Wrong(field, what),
        }
    }

    fn plan(&self, bank: &Bank) -> Result<(Terms, Plan), (&'static str, String)> {
        let most = bank.questions().len();
        let count = within(&self.count, 1, most as u64)
            .ok_or(("count", fill(t("How many questions? Write a number from 1 to {}."), &[&most])))?;
        let seconds = optional(&self.seconds, 5, MOST_SECONDS)
            .ok_or(("seconds", fill(t("Seconds for each question: a number from 5 to {}, or nothing."), &[&MOST_SECONDS])))?;
        let minutes = optional(&self.minutes, 1, MOST_MINUTES)
            .ok_or(("minutes", fill(t("Minutes for the round: a number from 1 to {}, or nothing."), &[&MOST_MINUTES])))?;
        let seed = self.seed.trim();
        if seed.is_empty() || seed.chars().count() > LONGEST_SEED {
            return Err((
                "seed",
                fill(t("The seed is any word of up to {} letters; the same one draws the same round."), &[&LONGEST_SEED]),
            ));
        }
        let terms = Terms {
            preset: key("Custom").to_owned(),
            wish: Wish {
                count: usize::try_from(count).unwrap_or(most),
                topics: self.topics.clone(),
                levels: self.levels.clone(),
                // In their own order, whatever the order of the ticks, or the same seed would draw another round.
                modes: Mode::ALL.into_iter().filter(|mode| self.modes.contains(mode)).collect(),
                seed: seed.to_owned(),
            },
            budget: seconds.map(Span::seconds),
            limit: minutes.map(Span::minutes),
            rules: Rules { strict: self.strict, hints: true, ..Rules::default() },
            think: None,
            pace: self.pace,
        };
        let plan = Plan::new(bank, &terms).ok_or((
            "topics",
            t("No question fits. Tick at least one topic, one level and one way of asking that go together.").to_owned(),
        ))?;
        Ok((terms, plan))
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T, on: bool) {
    list.retain(|other| *other != item);
    if on {
        list.push(item);
    }
}

fn within(text: &str, least: u64, most: u64) -> Option<u64> {
    text.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

fn optional(text: &str, least: u64, most: u64) -> Option<Option<u64>> {
    if text.trim().is_empty() { Some(None) } else { within(text, least, most).map(Some) }
}
