//! The page of progress: opened from the lobby. Its figures are made when it opens, and again where what they rest on has changed.

use super::extra::Linked;
use super::{Effect, Model};
use crate::progress::figures::Figures;
use crate::round::Round;
use crate::round::clock::Millis;

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
