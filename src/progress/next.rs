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
pub fn next(bank: &Bank, history: &History, report: &Report) -> Vec<Advice> {
    let weak = by_topic(bank, report).into_iter().filter(|tally| tally.lost() > 0).collect();
    let weak = by_key(weak, |tally: &Tally| (u64::MAX - tally.lost() as u64, 0));
    let weak: Vec<Advice> = weak.into_iter().map(Advice::Topic).collect();
    let (first, rest) = weak.split_at(weak.len().min(2));
    let mut all = first.to_vec();
    let pacing = Pacing::of(report);
    if !pacing.late.is_empty() {
        all.push(Advice::Slow(pacing.late.len(), pacing.over));
    }
    let flagged = report.results.iter().filter(|result| result.flagged).count();
    if flagged > 0 {
        all.push(Advice::Flagged(flagged));
    }
    all.extend(rest);
    if all.len() < 3 {
        let standings = standings(bank, history.reports());
        let known = |topic: usize| all.iter().any(|advice| advice.topic() == Some(topic));
        let others = || standings.iter().filter(|standing| !known(standing.topic));
        let weak = by_key(others().filter(|standing| standing.met > 0 && standing.score < Score::FULL).collect(), |standing| {
            (standing.score.0.into(), 0)
        });
        let weak = weak.into_iter().map(|standing| Advice::Weak(standing.topic, standing.score, standing.met));
        let new = others().filter(|standing| standing.met == 0).map(|standing| Advice::New(standing.topic, standing.questions));
        let more: Vec<Advice> = weak.chain(new).collect();
        all.extend(more);
    }
    all.truncate(3);
    all
}
