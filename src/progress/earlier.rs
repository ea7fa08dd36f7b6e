//! A round beside the earlier ones of its kind.

use super::{History, Report};
use crate::bank::QuestionId;
use crate::round::event::Score;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub rounds: usize,
    pub last: Score,
    pub best: Score,
    /// None before there are three rounds, with this one.
    pub trend: Option<Trend>,
}

/// Where the scores are going, over so many rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    Rising(usize),
    Steady(usize),
    Falling(usize),
}

/// A trend looks no further back than this many rounds.
const LONGEST: usize = 5;
/// So many thousandths more or less with each round are a trend.
const SLOPE: i64 = 20;

impl Earlier {
    /// None where there was none. `is_kind`: the name of its preset says what is asked; else only rounds of the same questions
    /// can be compared.
    #[inline(never)]
    pub fn of(history: &History, report: &Report, is_kind: bool) -> Option<Earlier> {
        let mut scores = Vec::new();
        for other in history.reports() {
            if other.round == report.round {
                break;
            }
            if other.preset == report.preset && (is_kind || asked(other) == asked(report)) {
                scores.push(other.score);
            }
        }
        let (last, best) = (*scores.last()?, *scores.iter().max()?);
        Some(Earlier { rounds: scores.len(), last, best, trend: trend(scores, report.score) })
    }
}

/// Leaving out what followed from the answers.
#[inline(never)]
fn asked(report: &Report) -> Vec<&QuestionId> {
    report.results.iter().filter(|result| result.follows == 0).map(|result| &result.question).collect()
}

/// By the slope of the line that lies nearest to the scores.
fn trend(mut scores: Vec<Score>, now: Score) -> Option<Trend> {
    scores.push(now);
    let scores = &scores[scores.len().saturating_sub(LONGEST)..];
    let rounds = scores.len();
    if rounds < 3 {
        return None;
    }
    let (mut sum, mut squares) = (0, 0);
    for (place, score) in (0..).zip(scores) {
        // Twice the distance from the middle, so that it is a whole number.
        let place: i64 = 2 * place - (rounds as i64 - 1);
        sum += place * i64::from(score.0);
        squares += place * place;
    }
    Some(match 2 * sum / squares {
        slope if slope >= SLOPE => Trend::Rising(rounds),
        slope if slope <= -SLOPE => Trend::Falling(rounds),
        _ => Trend::Steady(rounds),
    })
}
