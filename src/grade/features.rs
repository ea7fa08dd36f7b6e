//! What is measured of a text and a key point, before anybody judges.

use super::align::{Fit, Text};
use super::wanted::{Plan, Thing};

pub const NUMBER: usize = 14;
pub const NAMES: [&str; NUMBER] = [
    "best",
    "second",
    "swapped",
    "centre",
    "wrong here",
    "foreign",
    "lean",
    "lean right",
    "refuted",
    "best by lean",
    "centre by lean",
    "rival",
    "wrong anywhere",
    "best, the upper part",
];

/// From here on a wording is more than half there, and every further word tells more.
const UPPER: f32 = 0.6;

pub struct Observed {
    pub fit: Fit,
    /// How much nearer a wording would be if it did not matter what is denied.
    pub contrary: f32,
    pub values: [f32; NUMBER],
}

/// The points, where each misconception fits best, and to which of them the whole text leans.
pub fn observe(text: &Text, plan: &Plan) -> (Vec<Observed>, Vec<Fit>, f32) {
    let wrongs: Vec<Fit> = plan.wrongs.iter().map(|wrong| text.best(plan, wrong).0).collect();
    let foreign = foreign(text, plan);
    let clauses = Clauses::of(text, plan);
    let (lean, refuted) = (clauses.lean(), clauses.refuted());
    let wrong = wrongs.iter().map(|wrong| wrong.quality).fold(0.0, f32::max);
    let fits: Vec<(Fit, f32, f32)> = plan.points.iter().map(|point| text.best(plan, point)).collect();
    let mut observed = Vec::new();
    for (n, (thing, (fit, second, contrary))) in plan.points.iter().zip(&fits).enumerate() {
        let contrary = (contrary - fit.agree).max(0.0);
        let here = nearest(fit, wrongs.iter());
        // What is said of another point in the same words may be no more than that.
        let rival = fits
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != n)
            .map(|(_, (other, ..))| rivalry(fit, other))
            .fold(0.0, f32::max);
        let (best, centre) = (fit.quality, centre(text, plan, thing));
        let upper = (best - UPPER).max(0.0);
        let values = [
            best,
            *second,
            fit.other,
            centre,
            here,
            foreign,
            lean,
            lean.max(0.0),
            refuted,
            best * lean,
            centre * lean,
            rival,
            wrong,
            upper,
        ];
        observed.push(Observed { fit: fit.clone(), values, contrary });
    }
    (observed, wrongs, lean)
}

/// The best of those that stand in the same clauses.
fn nearest<'a>(fit: &Fit, others: impl Iterator<Item = &'a Fit>) -> f32 {
    others.filter(|other| other.from < fit.to && fit.from < other.to).map(|other| other.quality).fold(0.0, f32::max)
}

/// How near the other comes in the very words that show this one.
fn rivalry(fit: &Fit, other: &Fit) -> f32 {
    let common = fit.places.iter().filter(|place| other.places.contains(place)).count();
    other.quality * common as f32 / fit.places.len().max(1) as f32
}

/// How much of what all wordings of the point have in common stands in one window.
fn centre(text: &Text, plan: &Plan, thing: &Thing) -> f32 {
    /// So many words make a statement.
    const STATEMENT: usize = 5;
    let whole = thing.heaviest(STATEMENT);
    if whole == 0.0 {
        return 0.0;
    }
    let own: Vec<usize> = (0..plan.entries.len()).filter(|entry| thing.share[*entry] > 0.0).collect();
    let there = |window: usize| -> f32 {
        let row = text.row(window);
        let of = |entry: &usize| {
            let side = usize::from(thing.denied[*entry] > 0.5);
            let (with, against) = (row[*entry][side], row[*entry][1 - side]);
            thing.share[*entry] * (with - 0.6 * (against - with).max(0.0))
        };
        own.iter().map(of).sum()
    };
    (0..text.windows.len()).map(there).fold(0.0, f32::max) / whole
}

/// The share of the field's words in the text that stand nowhere in the rubric's points.
fn foreign(text: &Text, plan: &Plan) -> f32 {
    let of_points: Vec<bool> = (0..plan.entries.len()).map(|at| plan.points.iter().any(|point| point.share[at] > 0.0)).collect();
    let (mut all, mut unknown) = (0.0, 0.0);
    for (at, word) in text.words.iter().enumerate() {
        if !word.is_stop && (!word.senses.is_empty() || word.stem.contains('_')) {
            all += 1.0;
            unknown += f32::from(u8::from(!text.alike(at).iter().any(|(entry, _)| of_points[*entry])));
        }
    }
    if all == 0.0 { 0.0 } else { unknown / all }
}

/// Of each clause how near it is to the points, to the misconceptions, and to the contrary of these.
struct Clauses(Vec<[f32; 3]>);

impl Clauses {
    fn of(text: &Text, plan: &Plan) -> Clauses {
        const NEAR: f32 = 0.2;
        let near = |window: usize| {
            let mut near = [0.0f32; 3];
            for wording in plan.points.iter().flat_map(|thing| &thing.wordings) {
                near[0] = near[0].max(text.share(wording, window).quality);
            }
            for wording in plan.wrongs.iter().flat_map(|thing| &thing.wordings) {
                let fit = text.share(wording, window);
                near[1] = near[1].max(fit.quality);
                if fit.deny > 0.0 {
                    near[2] = near[2].max(fit.agree + fit.deny - 0.25);
                }
            }
            // What is near to nothing says nothing of the rest.
            if near[0].max(near[1]) < NEAR { [0.0; 3] } else { near }
        };
        let single = |window: &usize| text.windows[*window].1 == text.windows[*window].0 + 1;
        Clauses((0..text.windows.len()).filter(single).map(near).collect())
    }

    /// From −1, as the misconceptions, to 1, as the points.
    fn lean(&self) -> f32 {
        let sum: f32 = self.0.iter().map(|[right, wrong, _]| right - wrong).sum();
        sum / (0.2 + self.0.iter().map(|[right, wrong, _]| right.max(*wrong)).sum::<f32>())
    }

    /// Whether a misconception is named only to be denied.
    fn refuted(&self) -> f32 {
        self.0.iter().map(|[_, wrong, contrary]| contrary - wrong).fold(0.0, f32::max)
    }
}
