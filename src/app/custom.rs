//! A custom round is offered again as it was last begun with this bank. It is kept by the third part, as
//! the form is in that; what is kept is read by the second.

use super::lobby::Lobby;
use super::{Effect, Model};
use crate::bank::order::by_key;
use crate::bank::{Bank, Level, Mode};
use crate::journal::form::{Form, write_form};
use crate::journal::key::Key;
use crate::round::clock::{Millis, Span};

/// Stores what has just begun in the place of all that was found.
pub fn keep(model: &mut Model, now: Millis) -> Effect {
    // Later than those it replaces, also where the clock was set back.
    let at = now.max(model.keep.formed.after(Span(1)));
    model.keep.formed = at;
    let name = Key::Form { writer: model.keep.writer.clone() }.name(model.bank.id());
    let mut remove = std::mem::take(&mut model.keep.forms);
    remove.retain(|other| *other != name);
    Effect::Fold { name, text: write_form(&form(&model.lobby, &model.bank, at)), remove }
}

/// Takes in what the store holds. The form shows the newest, as long as nobody has seen it.
pub fn found(model: &mut Model, forms: Vec<(String, Form)>) {
    for (name, form) in by_key(forms, |(_, form)| (form.at.0, 0)) {
        if model.opening {
            model.lobby = lobby(&model.lobby, &model.bank, &form);
        }
        model.keep.formed = model.keep.formed.max(form.at);
        model.keep.forms.push(name);
    }
}

/// Where all is ticked nothing is said, so that what comes to the bank later is ticked as well.
fn form(lobby: &Lobby, bank: &Bank, at: Millis) -> Form {
    let Lobby { pace, count, topics, levels, modes, seconds, minutes, strict, .. } = lobby.clone();
    Form {
        at,
        pace,
        questions: count,
        minutes,
        seconds,
        modes: if modes.len() == Mode::ALL.len() { Vec::new() } else { modes },
        levels: if levels.len() == Level::ALL.len() { Vec::new() } else { levels },
        topics: if topics.len() == bank.topics().len() { Vec::new() } else { topics },
        strict,
    }
}

/// What the bank no longer has is passed over.
fn lobby(fresh: &Lobby, bank: &Bank, form: &Form) -> Lobby {
    let mut lobby = fresh.clone();
    lobby.pace = form.pace;
    lobby.strict = form.strict;
    lobby.minutes = form.minutes.clone();
    lobby.seconds = form.seconds.clone();
    lobby.count = match form.questions.trim().parse::<usize>() {
        Ok(count) => count.min(bank.questions().len()).to_string(),
        Err(_) => lobby.count,
    };
    lobby.topics.retain(|topic| form.topics.is_empty() || form.topics.contains(topic));
    lobby.modes.retain(|mode| form.modes.is_empty() || form.modes.contains(mode));
    lobby.levels.retain(|level| form.levels.is_empty() || form.levels.contains(level));
    if lobby.topics.is_empty() {
        lobby.topics = fresh.topics.clone();
    }
    lobby
}
