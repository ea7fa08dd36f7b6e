//! Reports as rounds leave them, with an answer for every rating, and a bank of any size.

use mock_interview::bank::program::Program;
use mock_interview::bank::text::Inline;
use mock_interview::bank::{Bank, Level, Mode, Question, QuestionId, Text};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::progress::{History, QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::plan::Pace;

pub const DAY: u64 = 24 * 60 * 60_000;
/// 2026-01-06, a Tuesday, at noon UTC.
pub const NOON: Millis = Millis(1_767_700_800_000);

pub fn noon(day: u32) -> Millis {
    NOON.after(Span(DAY * u64::from(day)))
}

pub fn id(n: usize) -> QuestionId {
    QuestionId::new(&format!("q{n}"))
}

/// So many spoken questions, the levels in turn.
pub fn bank(count: usize) -> Bank {
    let question = |n: usize| Question {
        id: id(n),
        topic: format!("topic-{}", n % 7),
        level: Level::ALL[n % 3],
        prompt: vec![Inline::Text(format!("Question {n}?"))],
        details: Vec::new(),
        choices: Vec::new(),
        program: Program::None,
        has_points: false,
        text: Text::Here,
    };
    Bank::new("schedule".into(), "Schedule".into(), "1".into(), (0..count).map(question).collect()).unwrap()
}

/// An answer that is rated so.
pub fn rated(question: QuestionId, rating: Rating) -> QuestionResult {
    let score = Score([0, 667, 1000, 1000][rating as usize - 1]);
    QuestionResult {
        question,
        mode: Mode::Spoken,
        given: Given::Spoken(Some(Grade::Mostly)),
        score,
        used: Span::seconds(40),
        budget: Some(Span::seconds(90)),
        time_up: false,
        flagged: false,
        interrupted: false,
        hints: 0,
        follows: 0,
        content: None,
        judged: None,
        confidence: (rating == Rating::Easy).then_some(Confidence::Sure),
    }
}

pub fn report(at: Millis, results: Vec<QuestionResult>) -> Report {
    Report {
        round: RoundId(format!("r-{}", at.0)),
        preset: "Drill".to_owned(),
        seed: "seed".to_owned(),
        pace: Pace::Usual,
        started: at,
        ended: at.after(Span::minutes(20)),
        ending: Ending::Complete,
        used: Span::minutes(20),
        score: Score::mean(results.iter().map(|result| result.score)),
        extended: 0,
        results,
    }
}

/// Answers to one question, with the times at which each was given.
pub fn answers(question: usize, answers: &[(Millis, Rating)]) -> History {
    let mut history = History::default();
    for (at, rating) in answers {
        history.add(report(*at, vec![rated(id(question), *rating)]));
    }
    history
}
