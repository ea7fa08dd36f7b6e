//! The kinds of interview that are always offered.

use crate::bank::draw::Wish;
use crate::bank::{Bank, Level, Mode};
use crate::round::clock::Span;
use crate::round::plan::{Pace, Terms};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What a page calls it.
    pub id: &'static str,
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
        id: "warm-up",
        name: "Warm-up",
        expect: "Six quick questions to choose from. Nothing deep.",
        minutes: 5,
        count: 6,
        modes: &[Mode::Choice],
        levels: &[Level::Basic, Level::Core],
    },
    Preset {
        id: "screen",
        name: "Screen",
        expect: "Like a first call: half to choose, half to say aloud.",
        minutes: 15,
        count: 10,
        modes: &[Mode::Choice, Mode::Spoken],
        levels: &[Level::Basic, Level::Core],
    },
    Preset {
        id: "full",
        name: "Full",
        expect: "The whole interview, from the basics to the depths.",
        minutes: 45,
        count: 24,
        modes: &[Mode::Spoken, Mode::Choice, Mode::Output],
        levels: &Level::ALL,
    },
];

impl Preset {
    pub fn terms(&self, bank: &Bank, seed: String, pace: Pace) -> Terms {
        let mut wish = Wish {
            count: self.count,
            topics: bank.topics().into_iter().map(str::to_owned).collect(),
            levels: self.levels.to_vec(),
            modes: self.modes.to_vec(),
            seed,
        };
        relax(&mut wish, bank);
        Terms { preset: self.name.to_owned(), wish, budget: None, limit: Some(Span::minutes(self.minutes)), strict: false, pace }
    }
}

/// Lets go of what no question of the bank fulfils: a post without choices can still be a warm-up.
pub fn relax(wish: &mut Wish, bank: &Bank) {
    let fits = |wish: &Wish| bank.questions().iter().any(|question| wish.allows(question));
    if !fits(wish) {
        wish.modes = Mode::ALL.to_vec();
    }
    if !fits(wish) {
        wish.levels = Level::ALL.to_vec();
    }
    if !fits(wish) {
        wish.topics = bank.topics().into_iter().map(str::to_owned).collect();
    }
}
