//! The one function that changes a [`Model`].

use super::keep::Keep;
use super::lobby::{Lobby, Outcome};
use super::preset::PRESETS;
use super::tick::{NOTE_EVERY, threshold, time_left};
use super::{Dialog, Effect, Intent, Load, Model, Msg, Stored, Tab};
use crate::bank::Bank;
use crate::bank::hash::rank;
use crate::journal::key::Key;
use crate::journal::load::{StoredRound, load};
use crate::journal::write_report;
use crate::progress::{History, Report};
use crate::round::clock::{Millis, Span};
use crate::round::event::{Ending, RoundId, Score};
use crate::round::plan::Plan;
use crate::round::step::step;
use crate::round::{Entry, Event, Input, Place, Round};
use std::rc::Rc;

impl Model {
    /// `writer` names this widget's own keys in the store; it is new at every mount.
    pub fn new(bank: Rc<Bank>, writer: String) -> Model {
        let lobby = Lobby::new(&bank, String::new());
        Model {
            bank,
            answers: Load::Loading,
            round: Rc::new(Round::Lobby),
            seen: Millis(0),
            tab: Tab::Free,
            lobby,
            history: Rc::new(History::default()),
            keep: Keep::new(writer),
            begun: 0,
            clock_hidden: false,
            said: (0, String::new()),
        }
    }

    /// The next round's name: this widget's own, and a count.
    fn fresh_round(&mut self) -> RoundId {
        self.begun += 1;
        RoundId(format!("{}-{}", self.keep.writer, self.begun))
    }

    /// Six letters and digits, new for every round.
    fn fresh_seed(&self) -> String {
        let mut number = rank(&self.keep.writer, &self.begun.to_string());
        let mut seed = String::new();
        for _ in 0..6 {
            seed.extend(char::from_digit((number % 36) as u32, 36));
            number /= 36;
        }
        seed
    }

    fn say(&mut self, words: impl Into<String>) {
        self.said = (self.said.0.wrapping_add(1), words.into());
    }
}

pub fn update(model: &mut Model, msg: Msg, now: Millis) -> Vec<Effect> {
    match msg {
        Msg::Opened(stored) => opened(model, stored, now),
        Msg::AnswersCame(answers) => {
            let ours = answers.filter(|answers| answers.fingerprint == model.bank.fingerprint());
            model.answers = ours.map_or(Load::Failed, |answers| Load::Ready(Rc::new(answers)));
            Vec::new()
        }
        Msg::RetryAnswers => {
            model.answers = Load::Loading;
            vec![Effect::LoadAnswers]
        }
        Msg::Granted(stored) => granted(model, stored, now),
        Msg::Refused => {
            if let Tab::Asking(intent) = &model.tab {
                model.tab = Tab::Elsewhere(intent.clone());
                return vec![Effect::Focus("elsewhere")];
            }
            Vec::new()
        }
        Msg::Lost => {
            model.tab = Tab::Elsewhere(Intent::Resume);
            vec![Effect::Ask { steal: false }, Effect::Focus("elsewhere")]
        }
        Msg::TakeOver => vec![Effect::Ask { steal: true }],
        Msg::TabHidden => note(model, now),
        Msg::PageHidden => page_hidden(model, now),
        Msg::PageShown if matches!(model.tab, Tab::Asking(_)) => vec![Effect::Ask { steal: false }],
        Msg::PageShown => Vec::new(),
        Msg::Kept(outcome) => {
            model.keep.trouble = outcome.err();
            Vec::new()
        }
        Msg::Edit(edit) => {
            model.lobby.edit(edit);
            Vec::new()
        }
        Msg::StartPreset(preset) => {
            let seed = model.fresh_seed();
            let terms = PRESETS.get(preset).map(|preset| preset.terms(&model.bank, seed, model.lobby.pace));
            let plan = terms.and_then(|terms| Plan::new(&model.bank, &terms));
            plan.map_or_else(Vec::new, |plan| ask_to_start(model, plan))
        }
        Msg::StartCustom => match model.lobby.outcome(&model.bank) {
            Outcome::Ready(_, plan) => ask_to_start(model, plan),
            Outcome::Wrong(field, what) => {
                model.say(what);
                vec![Effect::Focus(field)]
            }
        },
        Msg::StartMissed => start_missed(model, now),
        Msg::ToLobby => to_lobby(model),
        Msg::Round(input) => play(model, input, now),
        Msg::HideClock(hidden) => {
            model.clock_hidden = hidden;
            model.say(if hidden { "Clock hidden." } else { "Clock shown." });
            Vec::new()
        }
        Msg::AskTime => {
            if let Some(words) = model.round.sitting().map(|sitting| time_left(sitting, now)) {
                model.say(words);
            }
            Vec::new()
        }
        Msg::OpenDialog(dialog) => open_dialog(model, dialog),
        Msg::SaveCopy => save_copy(model),
    }
}

fn opened(model: &mut Model, stored: Stored, now: Millis) -> Vec<Effect> {
    model.lobby.seed = model.fresh_seed();
    model.keep.trouble = stored.trouble;
    let mut effects = vec![Effect::LoadAnswers];
    let (rounds, mended) = take_in(model, &stored, now);
    effects.extend(mended);
    if !rounds.is_empty() {
        model.tab = Tab::Asking(Intent::Resume);
        effects.push(Effect::Ask { steal: false });
    }
    effects
}

/// Adds the stored reports to the history; returns the stored rounds, and what mends broken texts.
fn take_in(model: &mut Model, stored: &Stored, now: Millis) -> (Vec<StoredRound>, Vec<Effect>) {
    let loaded = load(model.bank.id(), &stored.texts, now);
    let history = Rc::make_mut(&mut model.history);
    for report in loaded.reports {
        history.add(report);
    }
    model.keep.put_aside |= !loaded.broken.is_empty();
    model.keep.newer |= loaded.newer;
    (loaded.rounds, loaded.broken.into_iter().map(Effect::PutAside).collect())
}

/// The round of this bank is ours: go on with what is stored, or begin.
fn granted(model: &mut Model, stored: Stored, now: Millis) -> Vec<Effect> {
    let by_hand = !matches!(model.tab, Tab::Asking(Intent::Resume));
    let intent = match std::mem::replace(&mut model.tab, Tab::Ours) {
        Tab::Asking(intent) | Tab::Elsewhere(intent) => intent,
        Tab::Free | Tab::Ours => Intent::Resume,
    };
    let (mut rounds, mut effects) = take_in(model, &stored, now);
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
            if by_hand {
                effects.push(Effect::Focus(landmark(&model.round)));
            }
        }
        (None, Intent::Start(round, plan)) => effects.extend(begin(model, round, plan, now)),
        (None, Intent::Resume) => {
            model.tab = Tab::Free;
            model.round = Rc::new(Round::Lobby);
            effects.push(Effect::LetGo);
        }
    }
    effects
}

fn resume(model: &mut Model, stored: StoredRound, now: Millis) -> Vec<Effect> {
    model.keep.begin(stored.id, stored.keys);
    model.round = Rc::new(stored.round);
    model.seen = stored.seen;
    play(model, Input::Tick, now)
}

fn begin(model: &mut Model, round: RoundId, plan: Plan, now: Millis) -> Vec<Effect> {
    model.keep.begin(round.clone(), Vec::new());
    model.round = Rc::new(Round::Lobby);
    // Later than any before it, even if the clock was set back: the newest round is the one that goes on.
    model.seen = now.max(model.seen.after(Span(1)));
    play(model, Input::Start { round, plan }, now)
}

fn ask_to_start(model: &mut Model, plan: Plan) -> Vec<Effect> {
    if model.tab != Tab::Free {
        return Vec::new();
    }
    let round = model.fresh_round();
    model.tab = Tab::Asking(Intent::Start(round, plan));
    vec![Effect::Ask { steal: false }]
}

fn start_missed(model: &mut Model, now: Millis) -> Vec<Effect> {
    let (Tab::Ours, Round::Finished(sitting, _)) = (&model.tab, &*model.round) else { return Vec::new() };
    let missed = |slot: usize| sitting.slots.get(slot).is_some_and(|slot| slot.score() < Score::FULL);
    let Some(plan) = sitting.plan.only("Again", missed) else { return Vec::new() };
    let mut effects = fold(model);
    let round = model.fresh_round();
    effects.extend(begin(model, round, plan, now));
    effects
}

fn to_lobby(model: &mut Model) -> Vec<Effect> {
    if model.tab != Tab::Ours || !matches!(*model.round, Round::Finished(..)) {
        return Vec::new();
    }
    let mut effects = fold(model);
    model.round = Rc::new(Round::Lobby);
    model.tab = Tab::Free;
    model.lobby.seed = model.fresh_seed();
    effects.extend([Effect::LetGo, Effect::Focus("lobby")]);
    effects
}

/// Stores the report of the finished round once more and lets its journal go.
fn fold(model: &mut Model) -> Vec<Effect> {
    let remove = model.keep.end();
    match stored_report(model) {
        Some((name, text)) => vec![Effect::Fold { name, text, remove }],
        None => Vec::new(),
    }
}

/// Ends a round that was left lying.
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

fn stored_report(model: &mut Model) -> Option<(String, String)> {
    let Round::Finished(sitting, finish) = &*model.round else { return None };
    let report = Report::new(sitting, *finish);
    let name = Key::Report { round: report.round.clone() }.name(model.bank.id());
    let text = write_report(&report);
    Rc::make_mut(&mut model.history).add(report);
    Some((name, text))
}

/// Gives the input to the round and stores what happened.
fn play(model: &mut Model, input: Input, now: Millis) -> Vec<Effect> {
    if model.tab != Tab::Ours {
        return Vec::new();
    }
    let before = model.seen;
    let happened = step(&model.bank, &model.round, before, input, now);
    model.seen = before.max(now).max(model.round.last());
    let Some((round, entries)) = happened else {
        if let Round::Running(sitting) = &*model.round
            && let Some(words) = threshold(sitting, before, now)
        {
            model.say(words);
        }
        return note_if_due(model).into_iter().collect();
    };
    let was = std::mem::replace(&mut model.round, Rc::new(round));
    model.seen = model.seen.max(model.round.last());
    model.keep.noted = model.round.last();
    let mut effects = Vec::new();
    if let Some((name, text)) = model.keep.append(model.bank.id(), &entries) {
        effects.push(Effect::Write { name, text });
    }
    if let Some((name, text)) = stored_report(model) {
        effects.push(Effect::Write { name, text });
    }
    if let Some(words) = what_to_say(&entries) {
        model.say(words);
    }
    if landmark_moved(&was, &model.round) {
        effects.push(Effect::Focus(landmark(&model.round)));
    }
    // What happened may have fallen due long before it was noticed.
    effects.extend(note_if_due(model));
    effects
}

/// Notes how far the round was brought up to date, so that a reload can tell thinking from being away.
fn note_if_due(model: &mut Model) -> Option<Effect> {
    let due = matches!(&*model.round, Round::Running(_)) && model.seen.since(model.keep.noted) >= NOTE_EVERY;
    if due { write_note(model) } else { None }
}

fn write_note(model: &mut Model) -> Option<Effect> {
    model.keep.noted = model.seen;
    let name = model.keep.seen_key(model.bank.id())?;
    Some(Effect::Write { name, text: model.seen.0.to_string() })
}

/// Notes it now: the page may be killed without another word.
fn note(model: &mut Model, now: Millis) -> Vec<Effect> {
    if model.tab != Tab::Ours || !matches!(&*model.round, Round::Running(_)) {
        return Vec::new();
    }
    // Set first: the tick is not to write a note of its own.
    model.keep.noted = now.max(model.seen);
    let mut effects = play(model, Input::Tick, now);
    effects.extend(write_note(model));
    effects
}

fn page_hidden(model: &mut Model, now: Millis) -> Vec<Effect> {
    let mut effects = note(model, now);
    if model.tab == Tab::Ours {
        // A page that holds a lock is not kept for “back” by every browser.
        model.tab = Tab::Asking(Intent::Resume);
        effects.push(Effect::LetGo);
    }
    effects
}

fn open_dialog(model: &Model, dialog: Dialog) -> Vec<Effect> {
    let running = matches!(*model.round, Round::Running(_)) && model.tab == Tab::Ours;
    if running || dialog == Dialog::Help { vec![Effect::OpenDialog(dialog)] } else { Vec::new() }
}

fn save_copy(model: &Model) -> Vec<Effect> {
    let report = match &*model.round {
        Round::Finished(sitting, finish) => write_report(&Report::new(sitting, *finish)),
        _ => String::new(),
    };
    let text = format!("{}{report}", model.keep.copy().unwrap_or_default());
    vec![Effect::Download { name: format!("mock-interview-{}.txt", model.bank.id()), text }]
}

fn what_to_say(entries: &[Entry]) -> Option<&'static str> {
    entries.iter().rev().find_map(|entry| match &entry.event {
        Event::Finished { ending: Ending::TimeUp } => Some("The time is up. What you had chosen counts."),
        Event::TimedOut { .. } => Some("Time for that question is up. On to the next."),
        Event::Flagged { flagged: true, .. } => Some("Flagged."),
        Event::Flagged { flagged: false, .. } => Some("Flag removed."),
        _ => None,
    })
}

/// The `data-focus` name of where the reader's eye should be.
fn landmark(round: &Round) -> &'static str {
    match round {
        Round::Lobby => "lobby",
        Round::Finished(..) => "debrief",
        Round::Running(sitting) => match sitting.place {
            Place::Overview => "overview",
            Place::Away { .. } => "away",
            Place::Question { .. } if sitting.current().is_some_and(|(_, _, slot)| slot.revealed) => "answer",
            Place::Question { .. } => "question",
        },
    }
}

fn landmark_moved(was: &Round, is: &Round) -> bool {
    let slot = |round: &Round| round.sitting().and_then(|sitting| sitting.current()).map(|(slot, ..)| slot);
    landmark(was) != landmark(is) || slot(was) != slot(is)
}
