//! What is measured of a text and a key point, before anybody judges.

use super::align::{Fit, Text, likeness};
use super::wanted::{Plan, Thing};

pub const NUMBER: usize = 18;
pub const NAMES: [&str; NUMBER] = [
    "best", "best2", "second", "agree", "deny", "mass", "other", "same", "centre", "whole", "wrong here", "wrong", "rest", "foreign",
    "denials", "lean", "asked", "short",
];

pub struct Observed {
    pub fit: Fit,
    pub values: [f32; NUMBER],
}

/// The best fit of a thing, in detail, and the quality of the second best.
pub fn best(text: &Text, plan: &Plan, thing: &Thing) -> (Fit, f32) {
    let mut fits = text.fits(plan, thing).into_iter();
    let mut first = fits.next().unwrap_or_default();
    let second = fits.next().map_or(0.0, |fit| fit.quality);
    if first.quality > 0.0 {
        text.detail(plan, &thing.wordings[first.wording], &mut first);
    }
    (first, second)
}

pub fn observe(text: &Text, plan: &Plan) -> (Vec<Observed>, Vec<Fit>) {
    let points: Vec<(Fit, f32)> = plan.points.iter().map(|point| best(text, plan, point)).collect();
    let wrongs: Vec<Fit> = plan.wrongs.iter().map(|wrong| best(text, plan, wrong).0).collect();
    let number = points.len().max(1) as f32;
    let sum: f32 = points.iter().map(|(fit, _)| fit.quality).sum();
    let denials = points.iter().map(|(fit, _)| fit.deny).sum::<f32>() / number;
    let wrong = wrongs.iter().map(|fit| fit.quality * (1.0 - 0.5 * fit.other)).fold(0.0, f32::max);
    let foreign = foreign(text, plan);
    let lean = lean(text, plan);
    let observe = |(n, (fit, second)): (usize, &(Fit, f32))| {
        let thing = &plan.points[n];
        let whole = thing.wordings.get(fit.wording).map_or(0.0, |wording| text.fit(plan, wording, 0, text.clauses.len()).agree);
        let here = wrongs.iter().filter(|wrong| wrong.from < fit.to && fit.from < wrong.to);
        let here = here.map(|wrong| wrong.quality).fold(0.0, f32::max);
        let asked = thing.wordings.get(fit.wording).map_or(0.0, |wording| {
            wording.parts.iter().filter(|part| plan.entries[part.entry].is_asked).count() as f32 / wording.parts.len() as f32
        });
        let values = [
            fit.quality,
            fit.quality * fit.quality,
            *second,
            fit.agree,
            fit.deny,
            (fit.mass / 4.0).min(1.5),
            fit.other,
            fit.same,
            centre(text, plan, thing),
            whole,
            here,
            wrong,
            (sum - fit.quality) / (number - 1.0).max(1.0),
            foreign,
            denials,
            lean,
            asked,
            1.0 / (1.0 + text.words.len() as f32 / 30.0),
        ];
        Observed { fit: fit.clone(), values }
    };
    (points.iter().enumerate().map(observe).collect(), wrongs)
}

/// How much of what all wordings of the point have in common stands in one window.
fn centre(text: &Text, plan: &Plan, thing: &Thing) -> f32 {
    let mut shares: Vec<f32> = thing.share.iter().copied().filter(|share| *share > 0.0).collect();
    shares.sort_unstable_by(|one, other| other.total_cmp(one));
    let whole: f32 = shares.iter().take(5).sum();
    if whole == 0.0 {
        return 0.0;
    }
    let there = |(from, to): (usize, usize)| -> f32 {
        let of = |entry: usize| {
            let hit = |side| text.best_hit(from, to, entry, side).likeness;
            hit(0).max(hit(1))
        };
        (0..plan.entries.len()).filter(|entry| thing.share[*entry] > 0.0).map(|entry| thing.share[entry] * of(entry)).sum()
    };
    text.windows().map(there).fold(0.0, f32::max) / whole
}

/// The share of the field's words in the text that stand nowhere in the rubric's points.
fn foreign(text: &Text, plan: &Plan) -> f32 {
    let known = |word| {
        plan.entries.iter().enumerate().any(|(at, entry)| {
            plan.points.iter().any(|point| point.share[at] > 0.0) && likeness(word, &entry.word).is_some()
        })
    };
    let words: Vec<_> = text.words.iter().filter(|word| !word.is_stop && (!word.senses.is_empty() || word.stem.contains('_'))).collect();
    if words.is_empty() {
        return 0.5;
    }
    words.iter().filter(|word| !known(word)).count() as f32 / words.len() as f32
}

/// Whether the text's clauses are nearer to the points or to the misconceptions.
fn lean(text: &Text, plan: &Plan) -> f32 {
    let best = |things: &[Thing], clause: usize| {
        let wordings = things.iter().flat_map(|thing| &thing.wordings);
        wordings.map(|wording| text.fit(plan, wording, clause, clause + 1).quality).fold(0.0, f32::max)
    };
    let (mut sum, mut all) = (0.0, 0.2);
    for clause in 0..text.clauses.len() {
        let (right, wrong) = (best(&plan.points, clause), best(&plan.wrongs, clause));
        sum += right - wrong;
        all += right.max(wrong);
    }
    sum / all
}
