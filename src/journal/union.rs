//! Reports from everywhere made one history: every round counts once, whatever comes first and however often.

use super::write_report;
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::progress::{History, Report};

/// Adds these. Where a round is known already, the fuller report of it stays.
#[inline(never)]
pub fn unite(history: &mut History, mut reports: Vec<Report>) {
    let mut all = history.take();
    all.append(&mut reports);
    *history = History::of(once(all));
}

/// Of each round one report.
#[inline(never)]
pub fn once(reports: Vec<Report>) -> Vec<Report> {
    let mut once: Vec<Report> = Vec::with_capacity(reports.len());
    for report in by_key(reports, |report| (fnv64(report.round.0.as_bytes()), 0)) {
        match once.last_mut() {
            Some(known) if known.round == report.round => {
                if is_fuller(&report, known) {
                    *known = report;
                }
            }
            _ => once.push(report),
        }
    }
    once
}

/// Whether it says more than the other of the same round. Of two that say as much it is one and the same that stays, whichever comes first.
#[inline(never)]
pub fn is_fuller(report: &Report, other: &Report) -> bool {
    let known = |report: &Report| report.results.iter().filter(|result| result.content.is_some()).count();
    let rank = |report: &Report| (!report.is_folded(), report.results.len(), known(report));
    report != other
        && match rank(report).cmp(&rank(other)) {
            std::cmp::Ordering::Equal => write_report(report) > write_report(other),
            order => order.is_gt(),
        }
}
