//! The kinds of interview that are offered: the bank's own, and those that every bank has.

use crate::bank::draw::Wish;
use crate::bank::preset::{Given, Preset, Settings};
use crate::bank::{Bank, Level, Mode};
use crate::language::key;
use crate::round::clock::Span;
use crate::round::plan::{Pace, Rules, Terms};

const PLAIN: Settings = Settings {
    count: 0,
    minutes: None,
    seconds: None,
    think: 0,
    follow_ups: 0,
    modes: [None; Mode::ALL.len()],
    levels: [None; Level::ALL.len()],
    strict: false,
    practice: false,
    exam: false,
    hints: false,
    aloud: false,
};
const EASIER: [Option<Level>; Level::ALL.len()] = [Some(Level::Basic), Some(Level::Core), None];
/// Most is said aloud.
const INTERVIEW: Settings =
    Settings { modes: modes([Mode::Spoken, Mode::Choice, Mode::Output, Mode::Typed]), think: 15, follow_ups: 1, ..PLAIN };

/// In turn.
const fn modes<const N: usize>(of: [Mode; N]) -> [Option<Mode>; Mode::ALL.len()] {
    let mut modes = [None; Mode::ALL.len()];
    let mut n = 0;
    while n < N {
        modes[n] = Some(of[n]);
        n += 1;
    }
    modes
}

const fn always(id: &'static str, name: &'static str, expect: &'static str, settings: Settings) -> Preset<'static> {
    Preset { id, name, expect, given: Given::Settings(settings) }
}

/// From the shortest to the longest, then those with rules of their own.
const ALWAYS: [Preset; 8] = [
    always(
        "warm-up",
        key("Warm-up"),
        key("Six quick questions to choose from. Nothing deep; hints if you want them."),
        Settings { count: 6, minutes: Some(5), modes: modes([Mode::Choice]), levels: EASIER, hints: true, ..PLAIN },
    ),
    always(
        "screen",
        key("Phone screen"),
        key("Like a first call: half to choose, half to say aloud."),
        Settings { count: 10, minutes: Some(15), modes: modes([Mode::Choice, Mode::Spoken]), levels: EASIER, ..PLAIN },
    ),
    always(
        "technical",
        key("Technical"),
        key("A moment to think before you speak, and a follow-up where you leave something open."),
        Settings { count: 14, minutes: Some(30), ..INTERVIEW },
    ),
    always(
        "full",
        key("Full loop"),
        key("The whole interview, from the basics to the depths, with follow-ups."),
        Settings { count: 22, minutes: Some(45), ..INTERVIEW },
    ),
    always(
        "rapid-fire",
        key("Rapid fire"),
        key("Twenty choices, thirty seconds each, and on it goes by itself."),
        Settings { count: 20, minutes: Some(10), modes: modes([Mode::Choice]), seconds: Some(30), strict: true, ..PLAIN },
    ),
    always(
        "deep-dive",
        key("Deep dive"),
        key("Three hard questions to talk about, each followed by more."),
        Settings {
            count: 3,
            minutes: Some(25),
            modes: modes([Mode::Spoken]),
            levels: [Some(Level::Deep), None, None],
            seconds: Some(180),
            think: 30,
            follow_ups: 2,
            ..PLAIN
        },
    ),
    always(
        "exam",
        key("Exam"),
        key("Change your answers as you like and hand in once. No word before the end."),
        Settings { count: 15, minutes: Some(20), modes: modes([Mode::Choice, Mode::Output, Mode::Typed]), exam: true, ..PLAIN },
    ),
    always(
        "practice",
        key("Practice"),
        key("No clock. The answer after each question, hints, a pause, and a second try."),
        // Every way of asking, in the usual order.
        Settings { count: 12, practice: true, hints: true, follow_ups: 1, ..PLAIN },
    ),
];

/// The usual one.
pub const USUAL: &str = "screen";

/// The bank's own, and behind them those that every bank has, but for what goes by the same name.
#[inline(never)]
pub fn offered(bank: &Bank) -> Vec<Preset<'_>> {
    let mut offered: Vec<Preset> = bank.presets().collect();
    for preset in ALWAYS {
        if !bank.presets().any(|own| own.id == preset.id || own.name == preset.name) {
            offered.push(preset);
        }
    }
    offered
}

/// The one of that id, with its place among those that are offered.
#[inline(never)]
pub fn named<'bank>(bank: &'bank Bank, id: &str) -> Option<(usize, Preset<'bank>)> {
    offered(bank).into_iter().enumerate().find(|(_, preset)| preset.id == id)
}

#[inline(never)]
pub fn terms(preset: &Preset, bank: &Bank, seed: String, pace: Pace) -> Terms {
    let settings = preset.settings();
    let mut wish = Wish { count: settings.count.into(), topics: preset.topics(), levels: Vec::new(), modes: Vec::new(), seed };
    for level in settings.levels.into_iter().flatten() {
        wish.levels.push(level);
    }
    for mode in settings.modes.into_iter().flatten() {
        wish.modes.push(mode);
    }
    relax(&mut wish, bank);
    let Settings { strict, practice, exam, hints, aloud, follow_ups, .. } = settings;
    Terms {
        preset: preset.name.to_owned(),
        wish,
        budget: settings.seconds.map(|seconds| Span::seconds(seconds.into())),
        limit: settings.minutes.map(|minutes| Span::minutes(minutes.into())),
        rules: Rules { strict, practice, exam, hints, aloud, follow_ups: follow_ups as u8 },
        think: Some(Span::seconds(settings.think.into())),
        pace: if settings.minutes.is_some() { pace } else { Pace::Untimed },
    }
}

/// First all where nothing is named; then lets go of what no question of the bank fulfils: a post without choices can still be a warm-up.
pub fn relax(wish: &mut Wish, bank: &Bank) {
    let fits = |wish: &Wish| bank.questions().iter().any(|question| wish.allows(question));
    for n in 0..6 {
        let all = n > 2 && !fits(wish);
        match n % 3 {
            0 if all || wish.modes.is_empty() => wish.modes = Mode::ALL.to_vec(),
            1 if all || wish.levels.is_empty() => wish.levels = Level::ALL.to_vec(),
            2 if all || wish.topics.is_empty() => wish.topics = bank.topics().into_iter().map(str::to_owned).collect(),
            _ => {}
        }
    }
}
