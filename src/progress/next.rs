//! What to work on next: what cost most in this round, and then what is weak or new over all rounds.

use super::latest::standings;
use super::pacing::Pacing;
use super::tally::{Tally, by_topic};
use super::{History, Report};
use crate::bank::Bank;
use crate::bank::order::by_key;
use crate::round::clock::Span;
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A topic that was weak in this round.
    Topic(Tally),
    /// So many questions took longer than planned, by so much in all.
    Slow(usize, Span),
    /// So many were flagged.
    Flagged(usize),
    /// A topic (its place, and of how many answers) that is weak over all rounds.
    Weak(usize, Score, usize),
    /// A topic (its place, and its questions) of which nothing was answered yet.
    New(usize, usize),
}

impl Advice {
    /// The place of the topic that it is about.
    pub fn topic(self) -> Option<usize> {
        match self {
            Advice::Topic(Tally { place, .. }) | Advice::Weak(place, ..) | Advice::New(place, _) => Some(place),
            Advice::Slow(..) | Advice::Flagged(_) => None,
        }
    }
}

/// Up to three, the most telling first: topics that cost most, but at most two where the time or the reader's own flags have
/// something to say as well.
#[inline(never)]
pub fn next(bank: &Bank, history: &History, report: &Report) -> Vec<Advice> {
    let weak = by_key(by_topic(bank, report), |tally: &Tally| (u64::MAX - tally.lost() as u64, 0));
    let mut all: Vec<Advice> = Vec::new();
    for tally in weak {
        if tally.lost() > 0 {
            all.push(Advice::Topic(tally));
        }
    }
    let pacing = Pacing::of(report);
    let flagged = report.results.iter().filter(|result| result.flagged).count();
    let place = all.len().min(2);
    if flagged > 0 {
        all.insert(place, Advice::Flagged(flagged));
    }
    if !pacing.late.is_empty() {
        all.insert(place, Advice::Slow(pacing.late.len(), pacing.over));
    }
    for standing in standings(bank, history.reports()) {
        let is_known = all.iter().any(|advice| advice.topic() == Some(standing.topic));
        if standing.is_weak() && !is_known {
            all.push(Advice::Weak(standing.topic, standing.score, standing.met));
        } else if standing.met == 0 && !is_known {
            all.push(Advice::New(standing.topic, standing.questions));
        }
    }
    all.truncate(3);
    all
}
