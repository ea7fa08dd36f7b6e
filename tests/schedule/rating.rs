//! Each row of the table of ratings, at its borders.

use super::reviews::{id, rated};
use mock_interview::progress::QuestionResult;
use mock_interview::progress::schedule::rating::Rating::{self, Again, Easy, Good, Hard};
use mock_interview::round::clock::Span;
use mock_interview::round::event::{Confidence, Given, Score};

/// A full score in half the time, sure of it.
fn easy() -> QuestionResult {
    QuestionResult { used: Span::seconds(45), ..rated(id(0), Easy) }
}

fn of(result: QuestionResult) -> Option<Rating> {
    Rating::of(&result)
}

#[test]
fn the_score_comes_first() {
    for (score, rating) in
        [(0, Again), (499, Again), (500, Hard), (799, Hard), (800, Good), (999, Good), (1000, Easy), (60_000, Easy)]
    {
        assert_eq!(of(QuestionResult { score: Score(score), ..easy() }), Some(rating), "{score}");
    }
}

#[test]
fn only_who_was_sure_and_quick_had_it_easy() {
    assert_eq!(of(easy()), Some(Easy));
    for result in [
        QuestionResult { confidence: None, ..easy() },
        QuestionResult { confidence: Some(Confidence::Unsure), ..easy() },
        QuestionResult { used: Span(45_001), ..easy() },
        QuestionResult { budget: None, ..easy() },
        QuestionResult { interrupted: true, ..easy() },
        QuestionResult { used: Span::seconds(135), ..easy() },
        QuestionResult { used: Span::seconds(999), interrupted: true, ..easy() },
    ] {
        assert_eq!(of(result.clone()), Some(Good), "{result:?}");
    }
}

#[test]
fn who_was_helped_or_guessed_had_it_hard() {
    for result in [
        QuestionResult { hints: 1, ..easy() },
        QuestionResult { time_up: true, ..easy() },
        QuestionResult { used: Span(135_001), ..easy() },
        QuestionResult { confidence: Some(Confidence::Guess), ..easy() },
    ] {
        assert_eq!(of(result.clone()), Some(Hard), "{result:?}");
    }
    let guess = QuestionResult { score: Score(667), confidence: Some(Confidence::Guess), ..easy() };
    assert_eq!(of(guess), Some(Again));
}

#[test]
fn what_was_not_answered_or_not_judged_is_no_review() {
    assert_eq!(of(QuestionResult { given: Given::Nothing, ..easy() }), None);
    assert_eq!(of(QuestionResult { given: Given::Spoken(None), ..easy() }), None);
}
