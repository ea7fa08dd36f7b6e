//! The kinds of interview that are always offered.

use crate::bank::draw::Wish;
use crate::bank::{Bank, Level, Mode};
use crate::round::clock::Span;
use crate::round::plan::{Pace, Terms};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    pub name: &'static str,
    /// What to expect, in a line.
    pub expect: &'static str,
    pub minutes: u64,
    pub count: usize,
    pub modes: &'static [Mode],
    pub levels: &'static [Level],
}

pub const PRESETS: [Preset; 3] = [
    Preset {
        name: "Warm-up",
        expect: "Six quick questions to choose from. Nothing deep.",
        minutes: 5,
        count: 6,
        modes: &[Mode::Choice],
        levels: &[Level::Basic, Level::Core],
    },
    Preset {
        name: "Screen",
        expect: "Like a first call: half to choose, half to say aloud.",
        minutes: 15,
        count: 10,
        modes: &[Mode::Choice, Mode::Spoken],
        levels: &[Level::Basic, Level::Core],
    },
    Preset {
        name: "Full",
        expect: "The whole interview, from the basics to the depths.",
        minutes: 45,
        count: 24,
        modes: &[Mode::Spoken, Mode::Choice],
        levels: &Level::ALL,
    },
];

impl Preset {
    pub fn terms(&self, bank: &Bank, seed: String, pace: Pace) -> Terms {
        Terms {
            preset: self.name.to_owned(),
            wish: Wish {
                count: self.count,
                topics: bank.topics().into_iter().map(str::to_owned).collect(),
                levels: self.levels.to_vec(),
                modes: self.modes.to_vec(),
                seed,
            },
            budget: None,
            limit: Some(Span::minutes(self.minutes)),
            strict: false,
            pace,
        }
    }
}
