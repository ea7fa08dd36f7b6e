//! Random scripts: a plan, and moves with gaps between them, aimed at whatever question is on screen then.

use mock_interview::bank::draw::Wish;
use mock_interview::bank::program::Program;
use mock_interview::bank::text::Inline;
use mock_interview::bank::{Bank, Choice, Level, Mode, Question, QuestionId, Text};
use mock_interview::grade::{Evidence, Grading, Mark, Reading, Verdict};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Grade, RoundId};
use mock_interview::round::judged::Aim;
use mock_interview::round::plan::{Pace, Plan, Rules, Terms};
use mock_interview::round::step::step;
use mock_interview::round::{Entry, Input, Round};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::Range;
use std::rc::Rc;

/// Ten thousand cases a law, or what the environment says in CASES.
pub fn cases() -> ProptestConfig {
    let cases = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub const BEGIN: Millis = Millis(1_700_000_000_000);

/// Six questions over three topics and all levels; every third has no choices, every other a program, and the rest key points.
pub fn bank() -> &'static Bank {
    // One for each thread: a bank is not made to be shared.
    thread_local!(static BANK: &'static Bank = Box::leak(Box::new({
        let questions = (0..6).map(|n| question(n, n % 3, Level::ALL[n % 3], n % 3 != 2)).collect();
        Bank::new("laws".into(), "Laws".into(), "1".into(), questions).unwrap()
    })));
    BANK.with(|bank| *bank)
}

pub fn question(n: usize, topic: usize, level: Level, choices: bool) -> Question {
    let text = |text: String| vec![Inline::Text(text)];
    Question {
        id: QuestionId::new(&format!("q{n}")),
        topic: format!("topic-{topic}"),
        level,
        prompt: text(format!("Question {n}?")),
        details: Vec::new(),
        choices: (0..if choices { 3 } else { 0 }).map(|i| Choice::new(text(format!("{n}.{i}")), i == 0)).collect(),
        program: if n % 2 == 1 { Program::Here { source: String::new(), output: OUTPUT.to_owned() } } else { Program::None },
        has_points: n.is_multiple_of(2),
        text: Text::Here,
    }
}

pub const OUTPUT: &str = "start\n  one\n\ntwo\n";

/// From nothing to all of it, and other things that are written.
const WRITTEN: [&str; 8] =
    ["", "start", "start\n  one\n\ntwo", OUTPUT, "start \n\none", " \n", "größer\u{2028}\"\\", "start\n  one\n\ntwo\nthree"];

/// Strings of any characters, line ends and separators of ours among them.
pub fn any_text() -> impl Strategy<Value = String> {
    let ours = select(vec![":", "%", "%3A", "%25", "\n", " ", "\"", "\u{2028}"]).prop_map(str::to_owned);
    vec(prop_oneof![4 => any::<char>().prop_map(String::from), 1 => ours], 0..8).prop_map(|parts| parts.concat())
}

fn modes() -> impl Strategy<Value = Vec<Mode>> {
    select(vec![
        Mode::ALL.to_vec(),
        vec![Mode::Choice, Mode::Spoken],
        vec![Mode::Choice],
        vec![Mode::Spoken],
        vec![Mode::Output],
        vec![Mode::Typed],
    ])
}

/// Of any seed, mixed or of one mode.
pub fn wish() -> impl Strategy<Value = Wish> {
    (1usize..5, modes(), any_text()).prop_map(|(count, modes, seed)| Wish {
        count,
        topics: bank().topics().into_iter().map(str::to_owned).collect(),
        levels: Level::ALL.to_vec(),
        modes,
        seed,
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let rules = (any::<[bool; 5]>(), 0u8..3);
    rules.prop_map(|([strict, practice, exam, hints, aloud], follow_ups)| Rules {
        strict,
        practice,
        exam,
        hints,
        aloud,
        follow_ups,
    })
}

/// Plans whose time is short enough to run out.
pub fn plan() -> impl Strategy<Value = Plan> {
    let seconds = |range: Range<u64>| proptest::option::of(range).prop_map(|seconds: Option<u64>| seconds.map(Span::seconds));
    (wish(), seconds(1..60), seconds(5..200), rules(), seconds(1..40), select(Pace::ALL.to_vec())).prop_map(
        |(wish, budget, limit, rules, think, pace)| {
            let terms = Terms { preset: "Law".to_owned(), wish, budget, limit, rules, think, pace };
            Plan::new(bank(), &terms).unwrap()
        },
    )
}

/// One thing that someone does, `gap` after the last.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    pub gap: Span,
    act: u8,
    aim: usize,
    pick: usize,
}

pub fn moves(most: usize) -> impl Strategy<Value = Vec<Move>> {
    let gap = prop_oneof![2 => Just(0u64), 3 => 0..2_000u64, 3 => 0..30_000u64, 2 => 0..=120_000u64, 1 => 120_001..400_000u64];
    let one = (gap, 0u8..54, 0usize..16, 0usize..12);
    vec(one.prop_map(|(gap, act, aim, pick)| Move { gap: Span(gap), act, aim, pick }), 0..most)
}

impl Move {
    pub fn with_gap(self, gap: Span) -> Move {
        Move { gap, ..self }
    }

    fn text(&self) -> String {
        WRITTEN[self.pick % WRITTEN.len()].to_owned()
    }

    /// Three points and a misconception, judged in every way there is.
    fn grading(&self) -> Grading {
        let mark = |n: usize| Mark {
            weight: u8::try_from(1 + (self.pick + n) % 3).unwrap(),
            credit: u8::try_from((self.pick * 17 + n * 29) % 101).unwrap(),
            is_sure: !(self.pick + n).is_multiple_of(4),
            evidence: vec![Evidence { from: n as u32, to: (n + self.pick) as u32 }],
        };
        let readings = [Reading::Understood, Reading::Understood, Reading::NotUnderstood, Reading::Empty];
        let misconceptions = vec![Mark { weight: 1, ..mark(3) }];
        Grading { reading: readings[self.pick % 4], points: (0..3).map(mark).collect(), misconceptions }
    }

    fn aim(&self) -> Aim {
        // The last of them is not there.
        match self.aim % 5 {
            3 => Aim::Misconception(self.pick % 2),
            place => Aim::Point(place),
        }
    }

    fn follow(&self, round: &Round, after: QuestionId) -> Input {
        let next = &bank().questions()[self.pick % bank().questions().len()];
        let asked = round.sitting().and_then(|sitting| Some((sitting, sitting.plan.items.get(sitting.position(&after)?)?)));
        match asked {
            Some((sitting, item)) => {
                let level = bank().question(&after).map_or(Level::Core, |question| question.level);
                Input::Follow { item: sitting.plan.follow_up(item, level, next), after }
            }
            None => Input::Tick,
        }
    }

    /// Mostly about the question on screen, sometimes about another one, or one that nobody asked.
    pub fn input(&self, round: &Round, plan: &Plan) -> Input {
        let any = |n: usize| plan.items[n % plan.items.len()].question.clone();
        let current = round.sitting().and_then(|sitting| sitting.current()).map(|(_, item, _)| item.question.clone());
        let question = match self.aim {
            0..=12 => current.unwrap_or_else(|| any(self.pick)),
            13..=14 => any(self.pick),
            _ => QuestionId::new("nobody-asked"),
        };
        match self.act {
            0..=2 => Input::Choose { choice: a_choice(&question, self.pick), question },
            3..=5 => Input::Write { question, text: self.text() },
            6..=9 => Input::Submit { question },
            10..=13 => Input::Reveal { question },
            14..=17 => Input::Judge { question, grade: Grade::ALL[self.pick % 4] },
            18..=20 => Input::Skip { question },
            21..=23 => Input::Open { question: any(self.pick) },
            24 => Input::Flag { question, flagged: self.pick < 8 },
            25..=27 => Input::Return,
            28..=29 => Input::Tick,
            30 => Input::HandIn,
            31..=32 => Input::Begin { question },
            33 => Input::Hint { question },
            34 => Input::Rate { question, confidence: Confidence::ALL[self.pick % 3] },
            35..=36 => self.follow(round, question),
            37..=39 => Input::Continue { question },
            40..=41 => Input::TakeBack { question },
            42 => Input::Pause,
            52..=53 => Input::Extend { more: [Some(25), Some(100), Some(900), None][self.pick % 4] },
            44..=47 => Input::Grade { question, grading: Rc::new(self.grading()) },
            48..=50 => Input::Overrule { question, aim: self.aim(), verdict: Verdict::ALL[self.pick % 3] },
            _ => Input::Start { round: RoundId("another".to_owned()), plan: plan.clone() },
        }
    }
}

/// One of the question's choices, or where it has none, another's.
fn a_choice(question: &QuestionId, pick: usize) -> mock_interview::bank::ChoiceKey {
    let choices = bank().question(question).map_or(&[][..], |question| &question.choices);
    let choices = if choices.is_empty() { &bank().questions()[0].choices } else { choices };
    choices[pick % choices.len()].key
}

/// A round as it is played.
#[derive(Clone, Debug)]
pub struct Play {
    pub round: Round,
    pub seen: Millis,
    pub entries: Vec<Entry>,
}

impl Play {
    pub fn start(plan: &Plan) -> Play {
        let mut play = Play { round: Round::Lobby, seen: BEGIN, entries: Vec::new() };
        play.give(Input::Start { round: RoundId("law".to_owned()), plan: plan.clone() }, BEGIN);
        play
    }

    /// What happened.
    pub fn give(&mut self, input: Input, now: Millis) -> Vec<Entry> {
        let happened = step(bank(), &self.round, self.seen, input, now);
        self.seen = now;
        let Some((round, entries)) = happened else { return Vec::new() };
        self.round = round;
        self.entries.extend(entries.iter().cloned());
        entries
    }

    /// Makes the move and returns what it came to.
    pub fn make(&mut self, one: &Move, plan: &Plan) -> (Input, Vec<Entry>) {
        let input = one.input(&self.round, plan);
        let entries = self.give(input.clone(), self.seen.after(one.gap));
        (input, entries)
    }

    pub fn of(plan: &Plan, moves: &[Move]) -> Play {
        let mut play = Play::start(plan);
        for one in moves {
            play.make(one, plan);
        }
        play
    }
}

/// Whole plays.
pub fn play(most: usize) -> impl Strategy<Value = Play> {
    (plan(), moves(most)).prop_map(|(plan, moves)| Play::of(&plan, &moves))
}
