//! From likelihoods to marks.

use super::align::{Fit, Text};
use super::features::Observed;
use super::model::likelihood;
use super::words::{Pause, Word};
use super::{Evidence, Mark, Verdict};

/// Below it is nothing, above the rest to one it is all.
const NOTHING: f32 = 0.06;
/// Likelihoods in between are nearly ties.
const TIE: std::ops::Range<f32> = 0.36..0.64;
/// How near a text must be to a misconception to state it, and from where it may be.
const STATED: f32 = 0.68;
const PERHAPS: f32 = 0.58;
/// Of words in a list without a statement.
const LISTED: f32 = 0.4;

pub fn point(weight: u8, observed: &Observed, text: &Text) -> Mark {
    let mut likelihood = likelihood(&observed.values);
    if is_listed(&text.words, &observed.fit) {
        likelihood *= LISTED;
    }
    let credit = ((likelihood - NOTHING) / (1.0 - 2.0 * NOTHING)).clamp(0.0, 1.0);
    mark(weight, credit, !TIE.contains(&likelihood), &observed.fit, text)
}

/// A misconception is stated where the text is nearer to it than to any point.
pub fn misconception(wrong: &Fit, points: &[Observed], text: &Text) -> Mark {
    let overlaps = |fit: &Fit| fit.from < wrong.to && wrong.from < fit.to;
    let right = points.iter().filter(|point| overlaps(&point.fit)).map(|point| point.fit.quality).fold(0.0, f32::max);
    let quality = wrong.quality * (1.0 - 0.4 * wrong.other);
    let (credit, is_sure) = match quality {
        _ if right >= quality => (0.0, true),
        quality if quality >= STATED => (1.0, true),
        quality if quality >= PERHAPS => (0.5, false),
        _ => (0.0, true),
    };
    mark(1, credit, is_sure, wrong, text)
}

fn mark(weight: u8, credit: f32, is_sure: bool, fit: &Fit, text: &Text) -> Mark {
    let mut mark = Mark { weight, credit: (100.0 * credit + 0.5) as u8, is_sure, evidence: Vec::new() };
    if mark.verdict() != Verdict::Missed || !is_sure {
        mark.evidence = evidence(&text.words, fit);
    }
    mark
}

/// The words that show it, with small words between them.
fn evidence(words: &[Word], fit: &Fit) -> Vec<Evidence> {
    let mut parts: Vec<Evidence> = Vec::new();
    let mut last: Option<usize> = None;
    for at in fit.places.iter().map(|at| *at as usize) {
        let Evidence { from, to } = Evidence { from: words[at].from, to: words[at].to };
        let joins = last.is_some_and(|last| {
            at - last <= 3 && words[last + 1..at].iter().all(|word| word.is_stop) && words[last + 1..=at].iter().all(|word| word.pause == Pause::None)
        });
        match parts.last_mut().filter(|_| joins) {
            Some(part) => part.to = part.to.max(to),
            None => parts.push(Evidence { from, to }),
        }
        last = Some(at);
    }
    parts
}

/// Whether all that shows it stands in a row of words that say nothing about each other.
fn is_listed(words: &[Word], fit: &Fit) -> bool {
    const ROW: usize = 7;
    let (Some(first), Some(last)) = (fit.places.first(), fit.places.last()) else { return false };
    let (first, last) = (*first as usize, *last as usize);
    let bound = |word: &Word| word.is_stop;
    let from = words[..first].iter().rposition(bound).map_or(0, |at| at + 1);
    let to = words[last..].iter().position(bound).map_or(words.len(), |at| last + at);
    let row = &words[from..to];
    let breaks = row.iter().skip(1).filter(|word| word.pause != Pause::None).count();
    !row.iter().any(bound) && (row.len() >= ROW && 3 * breaks >= row.len() || row.len() >= 3 && 2 * breaks >= row.len() || row.len() >= 2 * ROW)
}
