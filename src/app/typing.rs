//! What is typed, between the field and the round: each key is kept here at once, and the round takes note of the text now
//! and then, so that its journal does not hold every step of it.

use super::play::{give, play};
use super::voice::{self, Wish};
use super::{Effect, Load, Model, Tab};
use crate::bank::QuestionId;
use crate::round::Input;
use crate::round::clock::{Millis, Span};
use crate::round::step::step;

/// The text of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub question: QuestionId,
    pub text: String,
    at: Millis,
    /// The first key that the round does not know of.
    unwritten: Option<Millis>,
}

impl Typed {
    /// Two seconds after that key, and a second more for each hundred bytes: every line of the journal holds all of the text.
    fn is_due(&self, now: Millis) -> bool {
        self.unwritten.is_some_and(|since| now.since(since) >= Span(2000 + 10 * self.text.len() as u64))
    }
}

pub fn typed(model: &mut Model, question: QuestionId, text: String, now: Millis) -> Vec<Effect> {
    // What fell due before the key comes first.
    let mut effects = play(model, Input::Tick, now);
    let current = model.round.sitting().and_then(|sitting| sitting.current());
    let is_asked = current.is_some_and(|(_, item, slot)| item.question == question && item.mode.is_written() && slot.is_open());
    if model.tab == Tab::Ours && is_asked {
        let unwritten = model.typed.take().and_then(|typed| typed.unwritten).or(Some(now));
        model.typed = Some(Typed { question, text, at: now, unwritten });
    } else if let Load::Ready(_) = model.answers {
        // The words of a dictation.
        voice::update(model, Wish::Write, text, now, &mut effects);
    }
    effects
}

/// Tells the round, stamped with the time of the last key: `at_once`, or else when it is due.
pub fn write_typed(model: &mut Model, at_once: bool, now: Millis) -> Vec<Effect> {
    let Some(typed) = model.typed.as_mut().filter(|typed| typed.unwritten.is_some()) else { return Vec::new() };
    // The time may be up, or nothing was heard for long: what was typed before that counts.
    let happens = || step(&model.bank, &model.round, model.seen, Input::Tick, now).is_some();
    if !at_once && !typed.is_due(now) && !happens() {
        return Vec::new();
    }
    typed.unwritten = None;
    let (question, text, at) = (typed.question.clone(), typed.text.clone(), typed.at);
    give(model, Input::Write { question, text }, at)
}
