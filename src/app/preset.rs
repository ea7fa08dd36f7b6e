//! The kinds of interview that are always offered.

use crate::bank::draw::Wish;
use crate::bank::{Bank, Level, Mode};
use crate::round::clock::Span;
use crate::round::plan::{Pace, Rules, Terms};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What a page calls it.
    pub id: &'static str,
    pub name: &'static str,
    /// What to expect, in a line.
    pub expect: &'static str,
    /// None: untimed.
    pub minutes: Option<u64>,
    pub count: usize,
    pub modes: &'static [Mode],
    pub levels: &'static [Level],
    /// For every question alike; none: the usual time for its mode and level.
    pub seconds: Option<u64>,
    /// Before an answer that is said aloud.
    pub think_seconds: u64,
    pub rules: Rules,
}

const PLAIN: Rules = Rules { strict: false, practice: false, exam: false, hints: false, follow_ups: 0 };

const WARM_UP: Preset = Preset {
    id: "warm-up",
    name: "Warm-up",
    expect: "Six quick questions to choose from. Nothing deep; hints if you want them.",
    minutes: Some(5),
    count: 6,
    modes: &[Mode::Choice],
    levels: &[Level::Basic, Level::Core],
    seconds: None,
    think_seconds: 0,
    rules: Rules { hints: true, ..PLAIN },
};

/// From the shortest to the longest, then those with rules of their own.
pub const PRESETS: [Preset; 8] = [
    WARM_UP,
    Preset {
        id: "screen",
        name: "Phone screen",
        expect: "Like a first call: half to choose, half to say aloud.",
        minutes: Some(15),
        count: 10,
        modes: &[Mode::Choice, Mode::Spoken],
        rules: PLAIN,
        ..WARM_UP
    },
    Preset {
        id: "technical",
        name: "Technical",
        expect: "A moment to think before you speak, and a follow-up where you leave something open.",
        minutes: Some(30),
        count: 14,
        modes: &[Mode::Spoken, Mode::Choice, Mode::Output, Mode::Typed],
        levels: &Level::ALL,
        think_seconds: 15,
        rules: Rules { follow_ups: 1, ..PLAIN },
        ..WARM_UP
    },
    Preset {
        id: "full",
        name: "Full loop",
        expect: "The whole interview, from the basics to the depths, with follow-ups.",
        minutes: Some(45),
        count: 22,
        modes: &[Mode::Spoken, Mode::Choice, Mode::Output, Mode::Typed],
        levels: &Level::ALL,
        think_seconds: 15,
        rules: Rules { follow_ups: 1, ..PLAIN },
        ..WARM_UP
    },
    Preset {
        id: "rapid-fire",
        name: "Rapid fire",
        expect: "Twenty choices, thirty seconds each, and on it goes by itself.",
        minutes: Some(10),
        count: 20,
        levels: &Level::ALL,
        seconds: Some(30),
        rules: Rules { strict: true, ..PLAIN },
        ..WARM_UP
    },
    Preset {
        id: "deep-dive",
        name: "Deep dive",
        expect: "Three hard questions to talk about, each followed by more.",
        minutes: Some(25),
        count: 3,
        modes: &[Mode::Spoken],
        levels: &[Level::Deep],
        seconds: Some(180),
        think_seconds: 30,
        rules: Rules { follow_ups: 2, ..PLAIN },
    },
    Preset {
        id: "exam",
        name: "Exam",
        expect: "Change your answers as you like and hand in once. No word before the end.",
        minutes: Some(20),
        count: 15,
        modes: &[Mode::Choice, Mode::Output, Mode::Typed],
        levels: &Level::ALL,
        rules: Rules { exam: true, ..PLAIN },
        ..WARM_UP
    },
    Preset {
        id: "practice",
        name: "Practice",
        expect: "No clock. The answer after each question, hints, a pause, and a second try.",
        minutes: None,
        count: 12,
        modes: &[Mode::Choice, Mode::Spoken, Mode::Output, Mode::Typed],
        levels: &Level::ALL,
        rules: Rules { practice: true, hints: true, follow_ups: 1, ..PLAIN },
        ..WARM_UP
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
        Terms {
            preset: self.name.to_owned(),
            wish,
            budget: self.seconds.map(Span::seconds),
            limit: self.minutes.map(Span::minutes),
            rules: self.rules,
            think: Some(Span::seconds(self.think_seconds)),
            pace: if self.minutes.is_some() { pace } else { Pace::Untimed },
        }
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
