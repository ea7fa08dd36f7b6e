//! The kinds of interview that are offered: the bank's own, and those that every bank has.

use crate::bank::draw::Wish;
use crate::bank::preset::{Preset, Settings};
use crate::bank::{Bank, Level, Mode};
use crate::round::clock::Span;
use crate::round::plan::{Pace, Rules, Terms};

/// From the shortest to the longest, then those with rules of their own. What a page calls it, its name, what to expect, its settings.
const ALWAYS: [[&str; 4]; 8] = [
    [
        "warm-up",
        "Warm-up",
        "Six quick questions to choose from. Nothing deep; hints if you want them.",
        "6 questions, 5 minutes, choice, basic, core, hints",
    ],
    [
        "screen",
        "Phone screen",
        "Like a first call: half to choose, half to say aloud.",
        "10 questions, 15 minutes, choice, spoken, basic, core",
    ],
    [
        "technical",
        "Technical",
        "A moment to think before you speak, and a follow-up where you leave something open.",
        "14 questions, 30 minutes, spoken, choice, output, 15 seconds to think, 1 follow-up",
    ],
    [
        "full",
        "Full loop",
        "The whole interview, from the basics to the depths, with follow-ups.",
        "22 questions, 45 minutes, spoken, choice, output, 15 seconds to think, 1 follow-up",
    ],
    [
        "rapid-fire",
        "Rapid fire",
        "Twenty choices, thirty seconds each, and on it goes by itself.",
        "20 questions, 10 minutes, choice, 30 seconds each, strict",
    ],
    [
        "deep-dive",
        "Deep dive",
        "Three hard questions to talk about, each followed by more.",
        "3 questions, 25 minutes, spoken, deep, 180 seconds each, 30 seconds to think, 2 follow-ups",
    ],
    [
        "exam",
        "Exam",
        "Change your answers as you like and hand in once. No word before the end.",
        "15 questions, 20 minutes, choice, output, exam",
    ],
    [
        "practice",
        "Practice",
        "No clock. The answer after each question, hints, a pause, and a second try.",
        "12 questions, choice, spoken, output, 1 follow-up, practice, hints",
    ],
];

/// The usual one.
pub const USUAL: &str = "screen";

/// The bank's own, and behind them those that every bank has, but for what goes by the same name.
pub fn offered(bank: &Bank) -> Vec<Preset> {
    let mut offered = bank.presets().to_vec();
    for [id, name, expect, settings] in ALWAYS.map(|texts| texts.map(str::to_owned)) {
        if !bank.presets().iter().any(|own| own.id == id || own.name == name) {
            offered.push(Preset { id, name, expect, settings, topics: Vec::new() });
        }
    }
    offered
}

/// Its place among those that are offered.
pub fn place(bank: &Bank, id: &str) -> Option<usize> {
    offered(bank).iter().position(|preset| preset.id == id)
}

pub fn terms(preset: &Preset, bank: &Bank, seed: String, pace: Pace) -> Terms {
    let Settings { count, minutes, seconds, think, follow_ups, modes, levels, strict, practice, exam, hints } = preset.settings();
    let mut wish = Wish { count: count as usize, topics: preset.topics.clone(), levels, modes, seed };
    if wish.topics.is_empty() {
        wish.topics = topics(bank);
    }
    if wish.levels.is_empty() {
        wish.levels = Level::ALL.to_vec();
    }
    if wish.modes.is_empty() {
        wish.modes = Mode::ALL.to_vec();
    }
    relax(&mut wish, bank);
    Terms {
        preset: preset.name.clone(),
        wish,
        budget: seconds.map(Span::seconds),
        limit: minutes.map(Span::minutes),
        rules: Rules { strict, practice, exam, hints, follow_ups: follow_ups as u8 },
        think: Some(Span::seconds(think)),
        pace: if minutes.is_some() { pace } else { Pace::Untimed },
    }
}

fn topics(bank: &Bank) -> Vec<String> {
    bank.topics().into_iter().map(str::to_owned).collect()
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
        wish.topics = topics(bank);
    }
}
