//! A kind of interview, as a bank may bring it along: a name, what to expect, and settings in words that a reader of the bank
//! understands as well as we do: `8 questions, 12 minutes, spoken, basic, hints`.

use super::{Level, Mode};

/// So many a bank may bring.
pub const MOST: usize = 12;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What a page and a link call it.
    pub id: String,
    pub name: String,
    /// What to expect, in a line.
    pub expect: String,
    /// As [`Settings::set`] takes them, separated by a comma and a space.
    pub settings: String,
    /// Empty: all of the bank's.
    pub topics: Vec<String>,
}

impl Preset {
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        for phrase in self.settings.split(", ") {
            settings.set(phrase);
        }
        settings
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub count: u64,
    /// None: untimed.
    pub minutes: Option<u64>,
    /// For every question alike; none: the usual time for its mode and level.
    pub seconds: Option<u64>,
    /// Before an answer that is said aloud.
    pub think: u64,
    /// How many questions may follow from each other.
    pub follow_ups: u64,
    /// Here and below, empty is all.
    pub modes: Vec<Mode>,
    pub levels: Vec<Level>,
    pub strict: bool,
    pub practice: bool,
    pub exam: bool,
    pub hints: bool,
}

impl Settings {
    /// Takes one such as `8 questions`. None where it is no setting, out of range, or said already.
    pub fn set(&mut self, phrase: &str) -> Option<()> {
        if let Some((number, of)) = phrase.split_once(' ') {
            let (place, most) = match of.trim_end_matches('s') {
                "question" => (&mut self.count, 500),
                "minute" => (self.minutes.get_or_insert_default(), 600),
                "seconds each" | "second each" => (self.seconds.get_or_insert_default(), 3600),
                "seconds to think" => (&mut self.think, 600),
                "follow-up" => (&mut self.follow_ups, 3),
                _ => return None,
            };
            let number = number.parse().ok().filter(|number| *place == 0 && (1..=most).contains(number))?;
            *place = number;
        } else if let Some(mode) = Mode::ALL.into_iter().find(|mode| mode.name() == phrase && !self.modes.contains(mode)) {
            self.modes.push(mode);
        } else if let Some(level) = Level::ALL.into_iter().find(|level| level.name() == phrase && !self.levels.contains(level)) {
            self.levels.push(level);
        } else {
            *match phrase {
                "strict" => &mut self.strict,
                "practice" => &mut self.practice,
                "exam" => &mut self.exam,
                "hints" => &mut self.hints,
                "untimed" if self.minutes.is_none() => return Some(()),
                _ => return None,
            } = true;
        }
        Some(())
    }
}
