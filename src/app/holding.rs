//! Who holds the round of a bank, and what becomes of the rounds that are found in the store.

use super::extra::{Task, ask};
use super::play::{landmark, play};
use super::tell::ended;
use super::update::update;
use super::{Effect, Grader, Intent, Load, Model, Msg, Part, Start, Stored, Tab, aim, checkpoint, custom};
use crate::journal::fold::MOST;
use crate::journal::key::{Key, is_of};
use crate::journal::load::{StoredRound, load};
use crate::journal::union::unite;
use crate::journal::write_report;
use crate::progress::Report;
use crate::progress::changed::mark;
use crate::round::clock::{Millis, Span};
use crate::round::event::{Ending, RoundId};
use crate::round::plan::Plan;
use crate::round::{Entry, Event, Input, Round};
use std::rc::Rc;

pub fn opened(model: &mut Model, stored: Stored, focused: bool, start: Option<Start>, now: Millis) -> Vec<Effect> {
    model.lobby.seed = model.fresh_seed();
    model.keep.trouble = stored.trouble;
    let (rounds, mut effects) = take_in(model, stored, now);
    if rounds.is_empty() && model.part == Part::Here {
        // When all is taken in: what is due is asked first.
        model.focus_owed = focused;
        if start.is_none() && model.glance.is_some() {
            model.opening = false;
            effects.extend(std::mem::take(&mut model.focus_owed).then(|| Effect::Focus(landmark(&model.round))));
        }
        model.waiting.push(start.map_or_else(nothing, Msg::Start));
        return effects;
    }
    let plan = start.and_then(|start| model.plan(start));
    if let Some(plan) = plan {
        // A round that is still running goes on instead: it is not to be lost by starting another.
        model.tab = Tab::Asking(Intent::Start(model.fresh_round(), plan));
        effects.push(Effect::Ask { steal: false });
    } else if !rounds.is_empty() {
        model.tab = Tab::Asking(Intent::Resume);
        model.focus_owed = focused;
        effects.push(Effect::Ask { steal: false });
    } else {
        model.opening = false;
        if focused {
            effects.push(Effect::Focus(landmark(&model.round)));
        }
    }
    effects
}

/// Adds the stored reports to the history; returns the stored rounds, and what mends broken texts.
fn take_in(model: &mut Model, stored: Stored, now: Millis) -> (Vec<StoredRound>, Vec<Effect>) {
    if stored.is_empty() { (Vec::new(), Vec::new()) } else { read(model, stored, now) }
}

#[inline(never)]
fn read(model: &mut Model, stored: Stored, now: Millis) -> (Vec<StoredRound>, Vec<Effect>) {
    let mut loaded = load(model.bank.id(), &stored.texts, now);
    let begins = !stored.to_read.is_empty();
    if begins {
        // All whole reports are among them.
        (model.to_read, model.keep.whole) = (stored.to_read, 0);
        // Once read, an archive says nothing new.
        model.to_read.retain(|name| is_of(name, model.bank.id()) && !model.keep.archives.contains(name));
    }
    for held in loaded.held {
        if held.archived {
            model.keep.archives.push(held.name);
        } else {
            model.keep.whole += held.bytes;
        }
    }
    model.read.append(&mut loaded.reports);
    // What comes first may be the report of the round that goes on, and that changes yet.
    if begins || model.to_read.is_empty() {
        unite(Rc::make_mut(&mut model.history), std::mem::take(&mut model.read));
    }
    if model.to_read.is_empty() {
        model.glance = None;
    }
    custom::found(model, loaded.forms);
    aim::found(model, loaded.aims);
    checkpoint::found(model, loaded.checkpoints, now);
    for (name, at) in loaded.saved {
        model.keep.saved = model.keep.saved.max(at);
        if !model.keep.saves.contains(&name) {
            model.keep.saves.push(name);
        }
    }
    model.keep.put_aside |= !loaded.broken.is_empty();
    model.keep.newer |= loaded.newer;
    let mut effects: Vec<Effect> = loaded.broken.into_iter().map(Effect::PutAside).collect();
    if !loaded.outdated.is_empty() {
        effects.push(Effect::Remove(loaded.outdated));
    }
    if model.keep.whole > MOST && model.to_read.is_empty() {
        model.keep.whole = 0;
        effects.extend(ask(model, Task::Fold(None), now));
    }
    (loaded.rounds, effects)
}

/// Takes in some more of what is stored.
#[inline(never)]
pub fn read_on(model: &mut Model, count: usize, texts: Vec<(String, String)>, now: Millis) -> Vec<Effect> {
    model.to_read.drain(..count.min(model.to_read.len()));
    read(model, Stored { texts, ..Stored::default() }, now).1
}

/// All is taken in: the lobby may be seen, and what the reader has asked for begins.
#[inline(never)]
pub fn caught_up(model: &mut Model, now: Millis) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.waiting.is_empty() || model.tab != Tab::Free || model.is_behind() {
        return effects;
    }
    model.opening = false;
    for msg in std::mem::take(&mut model.waiting) {
        effects.extend(update(model, msg, now));
    }
    // Where a round is asked for, that is what is seen next.
    model.opening = model.tab != Tab::Free;
    if !model.opening && std::mem::take(&mut model.focus_owed) {
        effects.push(Effect::Focus(landmark(&model.round)));
    }
    effects
}

/// Waits like what the reader has asked for, where that is nothing.
fn nothing() -> Msg {
    Msg::ReadOn(0, Vec::new())
}

/// The store had lost this, and has it again; or another tab has stored it. What is already on its way takes it into account, and so does a
/// running round that has gone on from less.
#[inline(never)]
pub fn restored(model: &mut Model, stored: Stored, now: Millis) -> Vec<Effect> {
    for msg in &mut model.waiting {
        if let Msg::Opened { stored: old, .. } | Msg::Granted(old) = msg {
            *old = stored;
            return Vec::new();
        }
    }
    let (mut rounds, mut effects) = take_in(model, stored, now);
    if !rounds.is_empty() && model.tab == Tab::Free {
        model.tab = Tab::Asking(Intent::Resume);
        effects.push(Effect::Ask { steal: false });
    } else if let (Tab::Ours, Round::Running(ours), Some(newest)) = (&model.tab, &*model.round, rounds.pop())
        && newest.round.sitting().is_some_and(|sitting| sitting.id == ours.id && !sitting.given().eq(ours.given()))
    {
        effects.extend(resume(model, newest, now));
    }
    effects
}

/// The round of this bank is ours: go on with what is stored, or begin.
pub fn granted(model: &mut Model, stored: Stored, now: Millis) -> Vec<Effect> {
    let asked_for = std::mem::take(&mut model.focus_owed) || !matches!(model.tab, Tab::Asking(Intent::Resume));
    let intent = match std::mem::replace(&mut model.tab, Tab::Ours) {
        Tab::Asking(intent) => intent,
        Tab::Free | Tab::Ours | Tab::Elsewhere => Intent::Resume,
    };
    let (mut rounds, mut effects) = take_in(model, stored, now);
    let newest = rounds.pop();
    // Only one round is ever under way. Were there more, for want of locks, each still counts as far as it came.
    effects.extend(rounds.into_iter().map(|left| wind_up(model, left)));
    match (newest, intent) {
        (Some(newest), Intent::Start(round, plan)) if matches!(newest.round, Round::Finished(..)) => {
            effects.push(wind_up(model, newest));
            effects.extend(begin(model, round, plan, now));
        }
        (Some(newest), _) => {
            effects.extend(resume(model, newest, now));
        }
        (None, Intent::Start(round, plan)) => effects.extend(begin(model, round, plan, now)),
        (None, Intent::Resume) => {
            model.tab = Tab::Free;
            model.round = Rc::new(Round::Lobby);
            effects.push(Effect::LetGo);
        }
    }
    model.opening &= model.tab == Tab::Free;
    if model.opening {
        model.focus_owed = asked_for;
        model.waiting.push(nothing());
    } else if asked_for {
        effects.push(Effect::Focus(landmark(&model.round)));
    }
    effects
}

/// Here and in `wind_up`: what was stored was read by the second part, so it is here.
#[inline(never)]
fn resume(model: &mut Model, stored: StoredRound, now: Millis) -> Vec<Effect> {
    // It goes on instead of what was asked for.
    model.waiting.clear();
    model.keep.begin(stored.id, stored.keys);
    model.round = Rc::new(stored.round);
    model.typed = None;
    model.seen = stored.seen;
    play(model, Input::Tick, now)
}

pub fn begin(model: &mut Model, round: RoundId, plan: Plan, now: Millis) -> Vec<Effect> {
    model.keep.begin(round.clone(), Vec::new());
    model.typed = None;
    if model.grader == Grader::Failed {
        // Another round is another try.
        model.grader = Grader::Absent;
    }
    model.round = Rc::new(Round::Lobby);
    // Later than any before it, even if the clock was set back: the newest round is the one that goes on.
    model.seen = now.max(model.seen.after(Span(1)));
    play(model, Input::Start { round, plan }, now)
}

/// Here and below: only when the second part is here. Stores the report of the finished round once more and lets its journal go.
#[inline(never)]
pub fn leave(model: &mut Model) -> Vec<Effect> {
    let remove = model.keep.end();
    match stored_report(model) {
        Some((name, text)) => vec![Effect::Fold { name, text, remove }],
        None => Vec::new(),
    }
}

/// Ends a round that was left lying.
#[inline(never)]
fn wind_up(model: &mut Model, stored: StoredRound) -> Effect {
    model.seen = model.seen.max(stored.seen);
    let finished = Entry { at: stored.seen, event: Event::Finished { ending: Ending::HandedIn } };
    let round = stored.round.apply(&finished);
    let name = Key::Report { round: stored.id }.name(model.bank.id());
    let text = match &round {
        Round::Finished(sitting, finish) => {
            let report = Report::new(sitting, *finish);
            let text = write_report(&report);
            Rc::make_mut(&mut model.history).add(report);
            text
        }
        Round::Lobby | Round::Running(_) => String::new(),
    };
    Effect::Fold { name, text, remove: stored.keys }
}

/// The round was over before the second part came: until now it was kept by its journal alone.
#[inline(never)]
pub fn finished(model: &mut Model) -> Vec<Effect> {
    let stored = stored_report(model).map(|(name, text)| Effect::Write { name, text });
    stored.into_iter().chain(ended(model)).collect()
}

#[inline(never)]
pub fn stored_report(model: &mut Model) -> Option<(String, String)> {
    let Round::Finished(sitting, finish) = &*model.round else { return None };
    let mut report = Report::new(sitting, *finish);
    if let Load::Ready(answers) = &model.answers {
        mark(&model.bank, answers, &mut report);
    }
    let name = Key::Report { round: report.round.clone() }.name(model.bank.id());
    let text = write_report(&report);
    Rc::make_mut(&mut model.history).add(report);
    Some((name, text))
}

/// Here and below: only when the second part is here.
#[inline(never)]
pub fn to_lobby(model: &mut Model) -> Vec<Effect> {
    if model.tab != Tab::Ours || !matches!(*model.round, Round::Finished(..)) {
        return Vec::new();
    }
    let mut effects = leave(model);
    model.round = Rc::new(Round::Lobby);
    model.tab = Tab::Free;
    model.lobby.seed = model.fresh_seed();
    effects.extend([Effect::LetGo, Effect::Focus("lobby")]);
    effects
}

#[inline(never)]
pub fn save_copy(model: &Model) -> Vec<Effect> {
    let report = match &*model.round {
        Round::Finished(sitting, finish) => write_report(&Report::new(sitting, *finish)),
        _ => String::new(),
    };
    let text = format!("{}{report}", model.keep.copy().unwrap_or_default());
    vec![Effect::Download { name: format!("mock-interview-{}.txt", model.bank.id()), text }]
}
