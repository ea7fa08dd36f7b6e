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
    #[inline(never)]
    pub fn of(report: &Report) -> Pacing {
        let mut pacing = Pacing { used: Span::ZERO, planned: Some(Span::ZERO), over: Span::ZERO, late: Vec::new() };
        let mut reached = 0;
        for (place, result) in report.results.iter().enumerate() {
            let over = result.over();
            if over > Span::ZERO {
                pacing.over = pacing.over.plus(over);
                pacing.late.push((place, over));
            }
            if result.used > Span::ZERO || result.given != Given::Nothing {
                reached += 1;
                pacing.used = pacing.used.plus(result.used);
                pacing.planned = pacing.planned.and_then(|planned| Some(planned.plus(result.budget?)));
            }
        }
        pacing.used.0 /= reached.max(1);
        pacing.planned = pacing.planned.filter(|_| reached > 0).map(|planned| Span(planned.0 / reached));
        pacing
    }
}

impl QuestionResult {
    /// By how much it took longer than planned.
    pub fn over(&self) -> Span {
        self.budget.map_or(Span::ZERO, |budget| self.used.minus(budget))
    }
}
