//! Somebody who practises every day, and the store that it leaves.

use mock_interview::bank::content::Content;
use mock_interview::bank::{ChoiceKey, Mode, QuestionId};
use mock_interview::grade::{Evidence, Grading, Mark, Reading};
use mock_interview::journal::fold::{Fold, fold, units};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Loaded, load};
use mock_interview::journal::write_report;
use mock_interview::progress::{QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::judged::Judged;
use mock_interview::round::plan::Pace;
use std::collections::BTreeMap;
use std::rc::Rc;

pub const BANK: &str = "async-python";
pub const DAYS: u32 = 1826;
pub const ROUNDS: u32 = 2;
pub const ANSWERS: u32 = 10;
pub const QUESTIONS: u32 = 300;
pub const BEGIN: Millis = Millis(1_767_700_800_000);
pub const DAY: Span = Span::minutes(24 * 60);

pub fn day(day: u32) -> Millis {
    Millis(BEGIN.0 + DAY.0 * u64::from(day))
}

/// Every fourth answer is typed, a few sentences; the rest are chosen, said and predicted.
fn result(n: u32) -> QuestionResult {
    let mark = |credit| Mark { weight: 2, credit, is_sure: true, evidence: vec![Evidence { from: 4, to: 40 }] };
    let mode = Mode::ALL[n as usize % 4];
    let judged = Judged::new(Rc::new(Grading {
        reading: Reading::Understood,
        points: (0..4).map(|point| mark(point * 25)).collect(),
        misconceptions: vec![mark(0)],
    }));
    let given = match mode {
        Mode::Choice => Given::Choice(ChoiceKey(n.wrapping_mul(2_654_435_761))),
        Mode::Spoken => Given::Spoken(Some(Grade::ALL[n as usize / 4 % 4])),
        Mode::Output => Given::Written("start\n  one\n\ntwo\n".to_owned()),
        Mode::Typed => Given::Typed("The loop runs one task until it awaits; “gather” waits for all of them. ".repeat(5)),
    };
    QuestionResult {
        question: QuestionId::new(&format!("what-the-loop-does-{}", n * 7919 % QUESTIONS)),
        mode,
        given,
        judged: (mode == Mode::Typed).then(|| Rc::new(judged)),
        score: Score((n * 37 % 41 * 25) as u16),
        used: Span(u64::from(11_003 + n * 7 % 90_000)),
        budget: (n % 50 > 9).then(|| Span::seconds(45 + u64::from(n % 3) * 15)),
        time_up: n.is_multiple_of(17),
        flagged: n.is_multiple_of(13),
        interrupted: n.is_multiple_of(29),
        hints: (n % 11 == 3).into(),
        follows: (n % 7 == 2).into(),
        confidence: Confidence::ALL.get(n as usize % 4).copied(),
        // Each question was changed once.
        content: Some(Content(u64::from(n * 7919 % QUESTIONS + 1) * 800_000_000_017 + u64::from(n > 18_000))),
    }
}

pub fn report(day: u32, round: u32) -> Report {
    let first = (day * ROUNDS + round) * ANSWERS;
    let started = Millis(self::day(day).0 + 1_111_111 * u64::from(round) + 7 * u64::from(day));
    let results: Vec<_> = (first..first + ANSWERS).map(result).collect();
    Report {
        round: RoundId(format!("k3x9{:06}-{round}", day * 7919)),
        preset: ["Warm-up", "Phone screen", "Drill"][(day % 3) as usize].to_owned(),
        seed: format!("{:06}", day * 31 + round),
        pace: Pace::ALL[(day % 4) as usize],
        started,
        ended: Millis(started.0 + 1_234_567),
        ending: Ending::ALL[(day % 3) as usize],
        used: Span(1_230_000 + u64::from(day)),
        score: Score::mean(results.iter().map(|result| result.score)),
        extended: 0,
        results,
    }
}

/// What a browser stores.
#[derive(Clone, Default)]
pub struct Store {
    pub texts: BTreeMap<String, String>,
    archives: usize,
}

impl Store {
    pub fn texts(&self) -> Vec<(String, String)> {
        self.texts.iter().map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    pub fn units(&self) -> usize {
        self.texts.iter().map(|(name, text)| units(name, text)).sum()
    }

    pub fn load(&self) -> Loaded {
        load(BANK, &self.texts(), day(DAYS))
    }

    pub fn keep(&mut self, report: &Report) {
        self.texts.insert(Key::Report { round: report.round.clone() }.name(BANK), write_report(report));
    }

    /// What the widget does when it opens; whether there was something to do.
    pub fn open(&mut self) -> bool {
        let loaded = self.load();
        let folded = fold(&loaded.held, &loaded.reports);
        let is_folded = folded.is_some();
        if let Some(Fold { text, remove, .. }) = folded {
            self.archives += 1;
            self.texts.insert(Key::Archive { writer: format!("w-{}", self.archives) }.name(BANK), text);
            remove.iter().for_each(|name| drop(self.texts.remove(name).expect("it was there")));
        }
        is_folded
    }
}

/// Five years, opened every so many days: the store, and the most that was ever in it.
pub fn five_years(every: u32) -> (Store, usize) {
    let (mut store, mut most) = (Store::default(), 0);
    for day in 0..DAYS {
        (0..ROUNDS).for_each(|round| store.keep(&report(day, round)));
        if day % every == 0 {
            most = most.max(store.units());
            store.open();
        }
    }
    (store, most)
}
