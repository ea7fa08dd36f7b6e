//! The page of progress: opened from the lobby. Its figures are made when it opens, and again where what they rest on has changed.

use super::extra::Linked;
use super::{Effect, Load, Model};
use crate::progress::figures::Figures;
use crate::progress::renamed::renamed;
use crate::round::Round;
use crate::round::clock::Millis;
use std::rc::Rc;

pub fn open(linked: Linked, model: &mut Model, now: Millis) -> Vec<Effect> {
    if !matches!(*model.round, Round::Lobby) {
        return Vec::new();
    }
    draw(linked, model, now);
    model.tables = 0;
    vec![Effect::Focus("progress")]
}

#[inline(never)]
pub fn draw(_: Linked, model: &mut Model, now: Millis) {
    let Some(today) = &model.today else { return };
    let figures = Figures::of(&model.bank, &model.history, &today.schedule, &today.agenda, now, model.zone);
    model.figures = Some(Box::new(figures));
}

/// What it knows of questions under the names that they had before. What rests on that is made anew.
pub fn recognize(model: &mut Model) -> Vec<Effect> {
    if let Load::Ready(answers) = &model.answers {
        let former = renamed(&model.bank, answers, &model.history);
        if former != model.bank.former() {
            Rc::make_mut(&mut model.bank).know_as(former);
            model.today = None;
        }
    }
    Vec::new()
}

#[inline(never)]
pub fn show_table(model: &mut Model, place: usize) -> Vec<Effect> {
    model.tables |= 1 << place.min(31);
    Vec::new()
}

/// Back to the button that opened it.
#[inline(never)]
pub fn close(model: &mut Model) -> Vec<Effect> {
    if model.figures.take().is_none() {
        return Vec::new();
    }
    vec![Effect::Focus("open-progress")]
}
