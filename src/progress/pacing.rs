//! The time that questions took, against what was planned for them.

use super::{QuestionResult, Report};
use crate::round::clock::Span;
use crate::round::event::Given;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pacing {
    /// The mean time of a question that was reached.
    pub used: Span,
    /// What was planned for those; none where the round was untimed.
    pub planned: Option<Span>,
    /// Overtime in all.
    pub over: Span,
    /// Every question that took too long: its place in the round, and by how much.
    pub late: Vec<(usize, Span)>,
}

impl Pacing {
    pub fn of(report: &Report) -> Pacing {
        let results = &report.results;
        let reached: Vec<&QuestionResult> = results.iter().filter(|result| is_reached(result)).collect();
        let count = reached.len().max(1) as u64;
        let used = reached.iter().fold(Span::ZERO, |sum, result| sum.plus(result.used));
        let planned = reached.iter().try_fold(Span::ZERO, |sum, result| result.budget.map(|budget| sum.plus(budget)));
        let late =
            results.iter().enumerate().map(|(place, result)| (place, result.over())).filter(|(_, over)| *over > Span::ZERO);
        let late: Vec<(usize, Span)> = late.collect();
        Pacing {
            used: Span(used.0 / count),
            planned: planned.filter(|_| !reached.is_empty()).map(|planned| Span(planned.0 / count)),
            over: late.iter().fold(Span::ZERO, |sum, (_, over)| sum.plus(*over)),
            late,
        }
    }
}

fn is_reached(result: &QuestionResult) -> bool {
    result.used > Span::ZERO || result.given != Given::Nothing
}

impl QuestionResult {
    /// By how much it took longer than planned.
    pub fn over(&self) -> Span {
        self.budget.map_or(Span::ZERO, |budget| self.used.minus(budget))
    }
}
