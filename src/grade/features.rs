//! What is measured of a text and a key point, before anybody judges.

use super::align::{Fit, Known, Text};
use super::words::Said;

pub const NUMBER: usize = 10;
pub const NAMES: [&str; NUMBER] =
    ["best", "second", "swapped", "centre", "wrong here", "foreign", "rival", "right clauses", "wrong clauses", "wrong anywhere"];

pub struct Observed {
    pub fit: Fit,
    /// How much nearer a wording would be if it did not matter what is denied.
    pub contrary: f32,
    pub values: [f32; NUMBER],
}

/// The points, and where each misconception fits best.
pub fn observe(text: &Text, known: &Known) -> (Vec<Observed>, Vec<Fit>) {
    let plan = known.plan;
    let things = plan.points.iter().chain(&plan.wrongs);
    let mut fits: Vec<(Fit, f32, f32)> = (0..).zip(things).map(|(number, thing)| text.best(known, thing, number)).collect();
    let wrongs: Vec<Fit> = fits.split_off(plan.points.len()).into_iter().map(|(fit, ..)| fit).collect();
    let foreign = foreign(text, known, fits.iter().map(|(fit, ..)| fit));
    let [right, mistaken] = sides(text);
    let mistake = wrongs.iter().map(|wrong| wrong.quality).fold(0.0, f32::max);
    let mut observed = Vec::new();
    for (n, (fit, second, contrary)) in fits.iter().enumerate() {
        let here = nearest(fit, &wrongs);
        // What is said of another point in the same words may be no more than that.
        let rival = fits
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != n)
            .map(|(_, (other, ..))| rivalry(fit, other))
            .fold(0.0, f32::max);
        let centre = most(text.windows.iter().map(|window| window.row.centres[n]));
        let values = [fit.quality, *second, fit.other, centre, here, foreign, rival, right, mistaken, mistake];
        observed.push(Observed { fit: fit.clone(), values, contrary: (contrary - fit.agree).max(0.0) });
    }
    (observed, wrongs)
}

/// The largest that is more than nothing. It comes to many times a thousand, and `f32::max` is a call in WebAssembly.
fn most(values: impl Iterator<Item = f32>) -> f32 {
    let mut most = 0.0;
    for value in values {
        if value > most {
            most = value;
        }
    }
    most
}

/// The best of those that stand in the same clauses.
fn nearest(fit: &Fit, others: &[Fit]) -> f32 {
    others.iter().filter(|other| other.from < fit.to && fit.from < other.to).map(|other| other.quality).fold(0.0, f32::max)
}

/// How near the other comes in the very words that show this one.
fn rivalry(fit: &Fit, other: &Fit) -> f32 {
    let common = fit.places.iter().filter(|place| other.places.contains(place)).count();
    other.quality * common as f32 / fit.places.len().max(1) as f32
}

/// How many of the field's words stand nowhere in the rubric's points, beside the words that show points. No more words of the rubric
/// make it less, unless they show something.
fn foreign<'a>(text: &Text, known: &Known, fits: impl Iterator<Item = &'a Fit>) -> f32 {
    let is_foreign = |word: &&Said| {
        !word.is_stop
            && (!word.senses.is_empty() || word.stem.contains('_'))
            && !known.alike(word).iter().any(|(entry, _)| known.plan.entries[*entry].is_of_points)
    };
    let foreign = text.words.iter().filter(is_foreign).count() as f32;
    let shown: f32 = fits.map(|fit| fit.quality * fit.places.len() as f32).sum();
    foreign / (1.0 + foreign + shown)
}

/// How many clauses are near to a point, and how many are nearer to a misconception, each from 0 to 1.
fn sides(text: &Text) -> [f32; 2] {
    const NEAR: f32 = 0.3;
    const MOST: f32 = 3.0;
    let mut sides = [0.0; 2];
    for window in text.windows.iter().filter(|window| window.to == window.from + 1) {
        let [right, wrong] = window.row.sides;
        // Of points a clause tells more until it is half there.
        let (side, near, whole) = if wrong > right { (1, wrong, 0.4) } else { (0, right, 0.5) };
        sides[side] += ((near - NEAR) / (whole - NEAR)).clamp(0.0, 1.0);
    }
    sides.map(|number| (number / MOST).min(1.0))
}
