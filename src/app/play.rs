//! The running round: every input goes through here, and everything that happens is stored at once.

use super::holding::stored_report;
use super::tell::between;
use super::tick::{NOTE_EVERY, tell_more, tell_time};
use super::typing::write_typed;
use super::{Effect, Load, Model, Part, Tab, follow, grading};
use crate::bank::QuestionId;
use crate::language::{key, t};
use crate::round::clock::Millis;
use crate::round::event::Ending;
use crate::round::step::step;
use crate::round::{Entry, Event, Input, Place, Round};
use std::rc::Rc;

/// Gives the input to the round, and before it what was typed, where it is time for that.
pub fn play(model: &mut Model, input: Input, now: Millis) -> Vec<Effect> {
    let mut effects = write_typed(model, input != Input::Tick, now);
    if matches!(&input, Input::Hint { question } if !has_hint(model, question)) {
        return effects;
    }
    if let Some(linked) = model.linked()
        && grading::before(linked, model, &input, now, &mut effects)
    {
        return effects;
    }
    if let Some(follow) = follow::before(model, &input) {
        effects.extend(give(model, follow, now));
    }
    let submits = matches!(input, Input::Submit { .. });
    let happened = give(model, input, now);
    if submits && happened.is_empty() {
        // There is nothing to submit yet: it is to be written first.
        effects.push(Effect::Focus("written"));
    }
    effects.extend(happened);
    effects
}

/// Nobody pays for a hint that is not there. How many there are is known with the model answers.
fn has_hint(model: &Model, question: &QuestionId) -> bool {
    let Load::Ready(answers) = &model.answers else { return false };
    let taken = model.round.sitting().and_then(|sitting| sitting.slots.get(sitting.position(question)?));
    let hints = answers.get(question).map_or(0, |answer| answer.hints.len());
    taken.is_some_and(|slot| usize::from(slot.hints) < hints)
}

/// Stores what happened.
pub fn give(model: &mut Model, input: Input, now: Millis) -> Vec<Effect> {
    if model.tab != Tab::Ours {
        return Vec::new();
    }
    let before = model.seen;
    let happened = step(&model.bank, &model.round, before, input, now);
    model.seen = before.max(now).max(model.round.last());
    let is_here = model.part == Part::Here;
    let Some((round, entries)) = happened else {
        if is_here {
            tell_time(model, before);
        }
        return note_if_due(model);
    };
    let was = std::mem::replace(&mut model.round, Rc::new(round));
    model.seen = model.seen.max(model.round.last());
    model.keep.noted = model.round.last();
    let mut effects = Vec::new();
    if let Some((name, text)) = model.keep.append(model.bank.id(), &entries) {
        effects.push(Effect::Write { name, text });
    }
    // Where that part is still to come, `finished` stores it then.
    if is_here {
        effects.extend(stored_report(model).map(|(name, text)| Effect::Write { name, text }));
        tell_time(model, before);
    }
    if let Some(words) = what_to_say(&entries) {
        model.say(t(words));
        model.alert = matches!(entries.last(), Some(Entry { event: Event::Finished { ending: Ending::TimeUp }, .. }));
    }
    if is_here && matches!(entries.last(), Some(Entry { event: Event::Extended { .. }, .. })) {
        effects.extend(tell_more(model, now));
    }
    effects.extend(between(&was, model));
    if landmark_moved(&was, &model.round) {
        effects.push(Effect::Focus(landmark(&model.round)));
    }
    // What happened may have fallen due long before it was noticed.
    effects.extend(note_if_due(model));
    effects
}

/// Notes how far the round was brought up to date, so that a reload can tell thinking from being away.
fn note_if_due(model: &mut Model) -> Vec<Effect> {
    let due = matches!(&*model.round, Round::Running(_)) && model.seen.since(model.keep.noted) >= NOTE_EVERY;
    if due { write_note(model) } else { Vec::new() }
}

fn write_note(model: &mut Model) -> Vec<Effect> {
    model.keep.noted = model.seen;
    let bank = model.bank.id();
    let note = model.keep.seen_key(bank).map(|name| Effect::Note { name, text: model.seen.0.to_string() });
    // What could not be kept is tried again.
    let again = model.keep.trouble.and_then(|_| model.keep.append(bank, &[]));
    note.into_iter().chain(again.map(|(name, text)| Effect::Write { name, text })).collect()
}

/// Notes it now: the page may be killed without another word.
pub fn note(model: &mut Model, now: Millis) -> Vec<Effect> {
    if model.tab != Tab::Ours || !matches!(&*model.round, Round::Running(_)) {
        return Vec::new();
    }
    let mut effects = write_typed(model, true, now);
    // Set first: the tick is not to write a note of its own.
    model.keep.noted = now.max(model.seen);
    effects.extend(play(model, Input::Tick, now));
    effects.extend(write_note(model));
    effects
}

fn what_to_say(entries: &[Entry]) -> Option<&'static str> {
    entries.iter().rev().find_map(|entry| match &entry.event {
        Event::Finished { ending: Ending::TimeUp } => Some(key("The time is up. What you had chosen or written counts.")),
        Event::Flagged { flagged: true, .. } => Some(key("Flagged.")),
        Event::Flagged { flagged: false, .. } => Some(key("Flag removed.")),
        Event::Hinted { .. } => Some(key("A hint is shown.")),
        Event::Followed { .. } => Some(key("A follow-up.")),
        Event::Overruled { .. } => Some(key("Noted.")),
        _ => None,
    })
}

/// The `data-focus` name of where the reader's eye should be.
pub fn landmark(round: &Round) -> &'static str {
    match round {
        Round::Lobby => "lobby",
        Round::Finished(..) => "debrief",
        Round::Running(sitting) => match sitting.place {
            Place::Overview => "overview",
            Place::Away { .. } => "away",
            Place::Question { .. } if sitting.is_reviewing() => "review",
            Place::Question { .. } if sitting.current().is_some_and(|(_, _, slot)| slot.revealed) => "answer",
            Place::Question { .. } => "question",
        },
    }
}

fn landmark_moved(was: &Round, is: &Round) -> bool {
    let slot = |round: &Round| round.sitting().and_then(|sitting| sitting.current()).map(|(slot, ..)| slot);
    landmark(was) != landmark(is) || slot(was) != slot(is)
}
