//! What the page around the widget is told: a name and a few figures, nothing else of what the reader did.

use super::{Effect, Model, Part};
use crate::bank::tree::Tree;
use crate::progress::Report;
use crate::round::Round;
use crate::round::plan::Plan;

/// What happened between the two states of the round.
pub fn between(was: &Round, model: &Model) -> Vec<Effect> {
    let Some(sitting) = model.round.sitting() else { return Vec::new() };
    let before = was.sitting().filter(|before| before.id == sitting.id);
    let mut told = Vec::new();
    if before.is_none() && matches!(*model.round, Round::Running(_)) {
        told.push(round_start(&sitting.id.0, &sitting.plan));
    }
    for (item, slot) in sitting.items() {
        // A follow-up may have moved the others up.
        let old = before.and_then(|before| before.slots.get(before.position(&item.question)?));
        if !slot.is_open() && old.is_none_or(|old| old.is_open() || old.score() != slot.score()) {
            told.push(tell(
                "answer",
                [
                    ("question", Tree::from(&*item.question.0)),
                    ("mode", Tree::from(item.mode.name())),
                    ("score", Tree::Number(slot.score().percent().into())),
                    ("seconds", Tree::Number(slot.used.0 / 1000)),
                ],
            ));
        }
    }
    if matches!((&*model.round, was), (Round::Finished(..), Round::Running(_))) && before.is_some() && model.part == Part::Here {
        told.extend(ended(model));
    }
    told
}

/// That the round is over. In the second part, with all else that is done then.
#[inline(never)]
pub fn ended(model: &Model) -> Vec<Effect> {
    let Round::Finished(sitting, finish) = &*model.round else { return Vec::new() };
    vec![round_end(&Report::new(sitting, *finish), sitting.answered()), progress(model)]
}

/// How far the reader has come with this bank.
pub fn progress(model: &Model) -> Effect {
    let met = model.history.met(&model.bank);
    tell(
        "progress",
        [
            ("rounds", Tree::Number(model.history.rounds() as u64)),
            ("met", Tree::Number(met as u64)),
            ("questions", Tree::Number(model.bank.questions().len() as u64)),
        ],
    )
}

fn round_start(round: &str, plan: &Plan) -> Effect {
    let seconds = plan.limit.map(|limit| ("seconds", Tree::Number(limit.0 / 1000)));
    let fields = [
        ("round", Tree::from(round)),
        ("preset", Tree::from(plan.preset.as_str())),
        ("seed", Tree::from(plan.seed.as_str())),
        ("questions", Tree::Number(plan.items.len() as u64)),
    ];
    tell("round-start", fields.into_iter().chain(seconds))
}

fn round_end(report: &Report, answered: usize) -> Effect {
    tell(
        "round-end",
        [
            ("round", Tree::from(report.round.0.as_str())),
            ("preset", Tree::from(report.preset.as_str())),
            ("score", Tree::Number(report.score.percent().into())),
            ("seconds", Tree::Number(report.used.0 / 1000)),
            ("answered", Tree::Number(answered as u64)),
            ("questions", Tree::Number(report.results.len() as u64)),
            ("ending", Tree::from(report.ending.name())),
        ],
    )
}

fn tell(name: &'static str, fields: impl IntoIterator<Item = (&'static str, Tree)>) -> Effect {
    let detail = Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    Effect::Tell { name, detail: detail.write() }
}
