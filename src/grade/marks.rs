//! From likelihoods to marks.

use super::align::{Fit, Text};
use super::features::Observed;
use super::words::{Pause, Said};
use super::{Evidence, Mark, Verdict};

/// Below it is nothing, above the rest to one it is all.
const NOTHING: f32 = 0.04;
/// Likelihoods in between are nearly ties.
const TIE: std::ops::Range<f32> = 0.36..0.64;
/// How near a text must be to a misconception to state it, and from where it may be.
const STATED: f32 = 0.9;
const PERHAPS: f32 = 0.72;
/// Where nearly all of a wording is there as its author wrote it, nothing else matters.
const VERBATIM: f32 = 0.8;
const CERTAIN: f32 = 0.8;
/// Of words in a list without a statement.
const LISTED: f32 = 0.4;

/// `likelihood` is what comes of the measures.
pub fn point(weight: u8, mut likelihood: f32, observed: &Observed, text: &Text) -> Mark {
    if observed.fit.agree >= VERBATIM
        && observed.contrary == 0.0
        && observed.fit.other == 0.0
        && says_little_else(text, &observed.fit)
    {
        likelihood = likelihood.max(CERTAIN);
    }
    likelihood *= 1.0 - (1.8 * observed.contrary).min(0.8);
    likelihood *= 1.0 - (observed.fit.other - 0.4).max(0.0);
    if is_list(sentences(text, &observed.fit)) {
        likelihood *= LISTED;
    } else if is_all(text, &observed.fit) {
        likelihood = likelihood.max(CERTAIN);
    }
    if observed.fit.places.is_empty() {
        likelihood = 0.0;
    }
    let credit = ((likelihood - NOTHING) / (1.0 - 2.0 * NOTHING)).clamp(0.0, 1.0);
    mark(weight, credit, !TIE.contains(&likelihood), &observed.fit, text)
}

/// A misconception is stated where the text is nearer to it than to any point; where nearly all of these are met, the learner is asked before it
/// costs anything.
pub fn misconception(wrong: &Fit, points: &[Observed], is_nearly_all: bool, text: &Text) -> Mark {
    let overlaps = |fit: &Fit| fit.from < wrong.to && wrong.from < fit.to;
    let right = points.iter().filter(|point| overlaps(&point.fit)).map(|point| point.fit.quality).fold(0.0, f32::max);
    let quality = wrong.quality * (1.0 - 0.4 * wrong.other);
    let (credit, is_sure) = match quality {
        quality if right >= quality && !(right == quality && is_all(text, wrong)) => (0.0, true),
        quality if !is_nearly_all && quality >= STATED || is_all(text, wrong) => (1.0, true),
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
fn evidence(words: &[Said], fit: &Fit) -> Vec<Evidence> {
    let mut parts: Vec<Evidence> = Vec::new();
    let mut last: Option<usize> = None;
    for at in fit.places.iter().map(|at| *at as usize) {
        let Evidence { from, to } = words[at].place();
        let joins = last.is_some_and(|last| {
            at - last <= 3
                && words[last + 1..at].iter().all(|word| word.is_stop)
                && words[last + 1..=at].iter().all(|word| word.pause == Pause::None)
        });
        match parts.last_mut().filter(|_| joins) {
            Some(part) => part.to = part.to.max(to),
            None => parts.push(Evidence { from, to }),
        }
        last = Some(at);
    }
    parts
}

/// Whether there is not much in these clauses but what shows it.
fn says_little_else(text: &Text, fit: &Fit) -> bool {
    let (from, to) = (text.clauses[fit.from].from, text.clauses[fit.to - 1].to);
    2 * text.words[from..to].iter().filter(|word| !word.is_stop).count() <= 3 * fit.places.len() + 2
}

/// Whether a wording stands there word for word, and the whole text is hardly more.
fn is_all(text: &Text, fit: &Fit) -> bool {
    const WHOLE: f32 = 0.97;
    let content = text.words.iter().filter(|word| !word.is_stop).count();
    fit.agree >= WHOLE && fit.quality > 0.9 && content <= fit.places.len() + 2
}

/// Those in which it is shown.
fn sentences<'text>(text: &'text Text, fit: &Fit) -> &'text [Said<'text>] {
    let Some(last) = fit.to.checked_sub(1) else { return &[] };
    let of = |clause: usize| text.clauses[clause].sentence;
    let from = (0..fit.from).find(|clause| of(*clause) == of(fit.from)).unwrap_or(fit.from);
    let to = (last..text.clauses.len()).rfind(|clause| of(*clause) == of(last)).unwrap_or(last);
    &text.words[text.clauses[from].from..text.clauses[to].to]
}

/// Whether words stand in a row and say nothing about each other.
fn is_list(words: &[Said]) -> bool {
    const ROW: usize = 6;
    let small = words.iter().filter(|word| word.is_stop).count();
    let breaks = words.iter().skip(1).filter(|word| word.pause != Pause::None).count();
    words.len() >= ROW && 12 * small <= words.len() && (3 * breaks >= words.len() || words.len() >= 2 * ROW)
}
