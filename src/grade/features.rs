//! What is measured of a text and a key point, before anybody judges.

use super::align::{Fit, Text, likeness};
use super::wanted::{Plan, Thing};

pub const NUMBER: usize = 9;
pub const NAMES: [&str; NUMBER] = ["best", "second", "swapped", "centre", "wrong here", "foreign", "lean", "lean right", "refuted"];

pub struct Observed {
    pub fit: Fit,
    /// How much nearer a wording would be if it did not matter what is denied.
    pub contrary: f32,
    pub values: [f32; NUMBER],
}

/// The points, where each misconception fits best, and to which of them the whole text leans.
pub fn observe(text: &Text, plan: &Plan) -> (Vec<Observed>, Vec<Fit>, f32) {
    let wrongs: Vec<Fit> = plan.wrongs.iter().map(|wrong| best(text, plan, wrong).0).collect();
    let foreign = foreign(text, plan);
    let clauses = Clauses::of(text, plan);
    let (lean, refuted) = (clauses.lean(), clauses.refuted());
    let observe = |thing: &Thing| {
        let (fit, second) = best(text, plan, thing);
        let contrary = (contrary(text, plan, thing) - fit.agree).max(0.0);
        let here = wrongs.iter().filter(|wrong| wrong.from < fit.to && fit.from < wrong.to);
        let here = here.map(|wrong| wrong.quality).fold(0.0, f32::max);
        let centre = centre(text, plan, thing);
        let values = [fit.quality, second, fit.other, centre, here, foreign, lean, lean.max(0.0), refuted];
        Observed { fit, values, contrary }
    };
    (plan.points.iter().map(observe).collect(), wrongs, lean)
}

/// The best fit of a thing, in detail, and the quality of the second best.
fn best(text: &Text, plan: &Plan, thing: &Thing) -> (Fit, f32) {
    let mut fits = text.fits(plan, thing).into_iter();
    let mut first = fits.next().unwrap_or_default();
    let second = fits.next().map_or(0.0, |fit| fit.quality);
    if first.quality > 0.0 {
        text.detail(plan, &thing.wordings[first.wording], &mut first);
    }
    (first, second)
}

/// How much of a wording is there, if it did not matter whether it is denied.
fn contrary(text: &Text, plan: &Plan, thing: &Thing) -> f32 {
    let mut most = 0.0;
    for wording in &thing.wordings {
        for (from, to) in text.windows() {
            let fit = text.fit(plan, wording, from, to);
            if fit.deny > 0.0 && fit.agree + fit.deny > most {
                most = fit.agree + fit.deny;
            }
        }
    }
    most
}

/// How much of what all wordings of the point have in common stands in one window.
fn centre(text: &Text, plan: &Plan, thing: &Thing) -> f32 {
    /// So many words make a statement.
    const STATEMENT: usize = 5;
    let whole = thing.heaviest(STATEMENT);
    if whole == 0.0 {
        return 0.0;
    }
    let there = |(from, to): (usize, usize)| -> f32 {
        let of = |entry: usize| {
            let hit = |side| text.best_hit(from, to, entry, side).likeness;
            let side = usize::from(thing.denied[entry] > 0.5);
            hit(side) - 0.6 * (hit(1 - side) - hit(side)).max(0.0)
        };
        (0..plan.entries.len()).filter(|entry| thing.share[*entry] > 0.0).map(|entry| thing.share[entry] * of(entry)).sum()
    };
    text.windows().map(there).fold(0.0, f32::max) / whole
}

/// The share of the field's words in the text that stand nowhere in the rubric's points.
fn foreign(text: &Text, plan: &Plan) -> f32 {
    let of_points = |entry: usize| plan.points.iter().any(|point| point.share[entry] > 0.0);
    let known = |word| plan.entries.iter().enumerate().any(|(at, entry)| likeness(word, &entry.word).is_some() && of_points(at));
    let (mut all, mut unknown) = (0.0, 0.0);
    for word in text.words.iter().filter(|word| !word.is_stop && (!word.senses.is_empty() || word.stem.contains('_'))) {
        all += 1.0;
        unknown += f32::from(u8::from(!known(word)));
    }
    if all == 0.0 { 0.0 } else { unknown / all }
}

/// Of each clause how near it is to the points, to the misconceptions, and to the contrary of these.
struct Clauses(Vec<[f32; 3]>);

impl Clauses {
    fn of(text: &Text, plan: &Plan) -> Clauses {
        let near = |clause: usize| {
            let mut near = [0.0f32; 3];
            for wording in plan.points.iter().flat_map(|thing| &thing.wordings) {
                near[0] = near[0].max(text.fit(plan, wording, clause, clause + 1).quality);
            }
            for wording in plan.wrongs.iter().flat_map(|thing| &thing.wordings) {
                let fit = text.fit(plan, wording, clause, clause + 1);
                near[1] = near[1].max(fit.quality);
                if fit.deny > 0.0 {
                    near[2] = near[2].max(fit.agree + fit.deny - 0.25);
                }
            }
            near
        };
        Clauses((0..text.clauses.len()).map(near).collect())
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
