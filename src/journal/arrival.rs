//! What comes with a file of somebody's progress: what of it is new here, and how it is to be stored.

use super::archive::write_archive;
use super::fold::units;
use super::key::Key;
use super::union::{is_fuller, once};
use super::write_report;
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::progress::{History, Report};
use crate::round::event::Given;

/// So much of a file is stored whole, the newest first. It depends on the file alone: so twice is the same as once, and two files come to
/// the same in either order.
const WHOLE: usize = 100_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// What is new, or fuller than what is known.
    pub reports: Vec<Report>,
    /// Rounds and answers that were not known at all.
    pub rounds: usize,
    pub answers: usize,
    /// How many of the file's rounds change nothing.
    pub known: usize,
}

#[inline(never)]
pub fn arrival(history: &History, reports: Vec<Report>) -> Arrival {
    let all = reports.len();
    let newest_first = by_key(once(reports), |report| (u64::MAX - report.started.0, fnv64(report.round.0.as_bytes())));
    let known = by_key(history.reports().iter().collect(), |report| (fnv64(report.round.0.as_bytes()), 0));
    let find = |report: &Report| {
        let hash = fnv64(report.round.0.as_bytes());
        let first = known.partition_point(|other| fnv64(other.round.0.as_bytes()) < hash);
        known[first..].iter().find(|other| other.round == report.round).copied()
    };
    let mut arrival = Arrival { reports: Vec::new(), rounds: 0, answers: 0, known: 0 };
    let mut used = 0;
    for report in newest_first {
        used += units("", &write_report(&report));
        let report = if used > WHOLE { report.folded() } else { report };
        match find(&report) {
            Some(known) if !is_fuller(&report, known) => {}
            known => {
                if known.is_none() {
                    arrival.rounds += 1;
                    arrival.answers += report.results.iter().filter(|result| result.given != Given::Nothing).count();
                }
                arrival.reports.push(report);
            }
        }
    }
    arrival.known = all - arrival.reports.len();
    arrival
}

/// So many answers come into an archive: it is read in one piece, and that is to fit into a frame.
const ANSWERS: usize = 4000;

/// What to write, and where: whole reports under their keys, folded ones together under `archive` and names that begin so.
#[inline(never)]
pub fn texts(bank: &str, archive: String, reports: &[Report]) -> Vec<(String, String)> {
    let (folded, whole): (Vec<&Report>, Vec<&Report>) = reports.iter().partition(|report| report.is_folded());
    let key = |report: &Report| Key::Report { round: report.round.clone() }.name(bank);
    let mut texts: Vec<_> = whole.into_iter().map(|report| (key(report), write_report(report))).collect();
    let folded: Vec<Report> = by_key(folded.into_iter().cloned().collect(), |report| (report.started.0, 0));
    let (mut rest, mut name) = (&folded[..], archive);
    while !rest.is_empty() {
        let mut answers = 0;
        let fits = |report: &&Report| {
            answers += report.results.len();
            answers <= ANSWERS
        };
        let (some, others) = rest.split_at(rest.iter().take_while(fits).count().max(1));
        let next = format!("{name}-");
        texts.push((std::mem::replace(&mut name, next), write_archive(some)));
        rest = others;
    }
    texts
}
