//! The reader's voice: questions read aloud, answers recorded, dictation. None of it is part of the round, and it counts for
//! nothing. Here is what `static/voice.js` tells of it, and what it is asked for.

mod aloud;

use super::{Effect, Model, Tab};
use crate::bank::QuestionId;
use crate::round::clock::{Millis, Span};
use crate::round::{Round, Sitting, Slot};
use aloud::words_on_screen;

/// How things are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    pub can_read: bool,
    pub can_record: bool,
    pub can_dictate: bool,
    /// Every question is read when it comes.
    pub always: bool,
    /// What goes on, and the question it is for.
    pub now: Vec<(String, String)>,
    /// Since when something is recorded.
    pub since: Millis,
    pub takes: Vec<Take>,
    /// What was heard and may yet be understood otherwise.
    pub interim: String,
    /// Why something did not work, in a word.
    pub trouble: String,
    /// The notice about dictation is open, or was agreed to.
    pub asks: bool,
    pub agreed: bool,
    /// Something was asked for: there is somebody to tell of changes.
    pub used: bool,
    /// The round that the takes belong to.
    round: String,
    at: Option<(String, Option<QuestionId>, bool)>,
}

/// What the reader has said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Take {
    pub question: String,
    /// Of the recording; zero where there is none.
    pub length: Span,
    /// From the first dictated word to the last.
    pub spoken: Span,
    pub text: String,
}

/// What is asked for, or told. Most of them need a word more: the question, or what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// What this browser has: `read`, `record`, `dictate`.
    Offer,
    /// How things are now.
    Hear,
    Always,
    /// Each of these begins it, or ends it where it goes on.
    Read,
    Record,
    Dictate,
    Play,
    /// The notice about dictation was read.
    Agree,
    Write,
    Save,
}

impl Voice {
    pub fn does(&self, name: &str) -> bool {
        self.now.iter().any(|(one, _)| one == name)
    }

    pub fn is_for(&self, name: &str, question: &QuestionId) -> bool {
        self.now.iter().any(|(one, about)| one == name && *about == question.0)
    }

    pub fn take(&self, question: &QuestionId) -> Option<&Take> {
        self.takes.iter().find(|take| take.question == question.0)
    }

    /// As `static/voice.js` writes it: what is told stands between `\0`, and its words between `\x01`.
    fn hear(&mut self, news: &str) {
        self.now.clear();
        self.takes.clear();
        for told in news.split('\0') {
            let mut words = told.split('\u{1}').map(str::to_owned);
            let name = words.next().unwrap_or_default();
            let mut next = || words.next().unwrap_or_default();
            match name.as_str() {
                "round" => self.round = next(),
                "always" => self.always = !next().is_empty(),
                "trouble" => self.trouble = next(),
                "interim" => self.interim = next(),
                "lacks" => words.for_each(|name| match name.as_str() {
                    "read" => self.can_read = false,
                    "record" => self.can_record = false,
                    _ => self.can_dictate = false,
                }),
                "take" => {
                    let (question, length, spoken, text) = (next(), span(&next()), span(&next()), next());
                    self.takes.push(Take { question, length, spoken, text });
                }
                _ => self.now.push((name, next())),
            }
        }
    }
}

fn span(millis: &str) -> Span {
    Span(millis.parse().unwrap_or(0))
}

impl Take {
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Words in a minute; none where there is too little to tell.
    pub fn pace(&self) -> Option<u64> {
        (self.spoken >= Span::seconds(5)).then(|| self.words() as u64 * 60_000 / self.spoken.0)
    }
}

fn order(does: &'static str, about: impl Into<String>, words: impl Into<String>) -> Effect {
    Effect::Voice { does, about: about.into(), words: words.into() }
}

/// What the reader, or `static/voice.js`, has asked for or told.
#[inline(never)]
pub fn update(model: &mut Model, wish: Wish, about: String, now: Millis) -> Vec<Effect> {
    let mut voice = model.voice.take().unwrap_or_default();
    let mut effects = Vec::new();
    match wish {
        Wish::Offer => {
            let offers = |name: &str| about.split(' ').any(|one| one == name);
            (voice.can_read, voice.can_record, voice.can_dictate) = (offers("read"), offers("record"), offers("dictate"));
        }
        Wish::Hear => {
            voice.used = true;
            let before = voice.clone();
            voice.hear(&about);
            if voice.does("record") && !before.does("record") {
                voice.since = now;
            }
            if let Some(words) = what_to_say(&before, &voice) {
                model.say(words);
            }
            // The button that was pressed may be gone.
            let lost =
                (before.can_read, before.can_record, before.can_dictate) != (voice.can_read, voice.can_record, voice.can_dictate);
            if lost && matches!(*model.round, Round::Running(_)) {
                effects.push(Effect::Focus("question"));
            }
        }
        Wish::Always => {
            voice.always = !voice.always;
            effects.push(order("always", if voice.always { "yes" } else { "" }, ""));
        }
        Wish::Read if voice.does("read") => effects.push(order("rest", "read", "")),
        Wish::Read => effects.push(order("read", about, words_on_screen(model).unwrap_or_default())),
        Wish::Record if voice.does("record") => effects.push(order("rest", "record", "")),
        Wish::Record => effects.push(order("record", about, "")),
        Wish::Dictate if voice.does("dictate") => effects.push(order("rest", "dictate", "")),
        Wish::Dictate if !voice.agreed => {
            voice.asks = !voice.asks;
            effects.push(Effect::Focus("dictate"));
        }
        Wish::Agree => {
            (voice.asks, voice.agreed) = (false, true);
            effects.extend([order("dictate", about, ""), Effect::Focus("dictate")]);
        }
        Wish::Dictate => effects.push(order("dictate", about, "")),
        Wish::Play if voice.does("play") => effects.push(order("rest", "play", "")),
        Wish::Play => effects.push(order("play", about, "")),
        Wish::Save => effects.push(order("save", about, "")),
        Wish::Write => {
            let current = model.round.sitting().and_then(Sitting::current);
            if let Some((_, item, _)) = current.filter(|(_, _, slot)| is_asked(slot)) {
                let id = &item.question.0;
                let take = voice.takes.iter_mut().find(|take| take.question == *id);
                if let Some(take) = take {
                    take.text.clone_from(&about);
                    effects.push(order("write", id.clone(), about));
                }
            }
        }
    }
    if !voice.used && effects.iter().any(|effect| matches!(effect, Effect::Voice { .. })) {
        voice.used = true;
        effects.insert(0, order("begin", voice.round.clone(), model.bank.lang()));
    }
    model.voice = Some(voice);
    effects
}

/// What belongs to a question ends with it: nobody speaks or listens any longer than what is on screen.
#[inline(never)]
pub fn follow(model: &mut Model) -> Vec<Effect> {
    let Some(voice) = &model.voice else {
        model.voice = Some(Box::default());
        return vec![order("look", "", "")];
    };
    let sitting = model.round.sitting().filter(|_| model.tab == Tab::Ours);
    let at = sitting.map(|sitting| {
        let current = sitting.current().filter(|_| matches!(*model.round, Round::Running(_)));
        (
            sitting.id.0.clone(),
            current.map(|(_, item, _)| item.question.clone()),
            current.is_some_and(|(.., slot)| is_asked(slot)),
        )
    });
    let round = match sitting {
        Some(sitting) => sitting.id.0.clone(),
        // As long as it is not known which one goes on.
        None if model.opening || model.tab != Tab::Free => voice.round.clone(),
        None => String::new(),
    };
    let (moved, another) = (voice.at != at, voice.round != round);
    let mut effects = Vec::new();
    if voice.used && moved {
        effects.push(order("stop", "", ""));
    }
    if voice.used && another {
        effects.push(order("begin", round.clone(), model.bank.lang()));
    }
    let reads = moved && voice.always && voice.can_read;
    if let Some((id, words)) = current(model).filter(|_| reads).zip(words_on_screen(model)) {
        effects.push(order("read", id, words));
    }
    if let Some(voice) = &mut model.voice {
        voice.asks &= !moved;
        (voice.at, voice.round) = (at, round);
        if another {
            voice.takes.clear();
        }
    }
    effects
}

/// Whether the answer is still to be given.
fn is_asked(slot: &Slot) -> bool {
    slot.is_open() && !slot.revealed
}

fn current(model: &Model) -> Option<String> {
    let (_, item, slot) = model.round.sitting().filter(|_| model.tab == Tab::Ours)?.current()?;
    is_asked(slot).then(|| item.question.0.clone())
}

fn what_to_say(before: &Voice, now: &Voice) -> Option<&'static str> {
    if now.trouble != before.trouble && !now.trouble.is_empty() {
        return Some(why(&now.trouble));
    }
    let changed = |name| (before.does(name), now.does(name));
    match (changed("record"), changed("dictate")) {
        ((false, true), _) => Some("Recording."),
        ((true, false), _) => Some("Recorded."),
        (_, (false, true)) => Some("Dictation is on."),
        (_, (true, false)) => Some("Dictation is off."),
        _ => None,
    }
}

/// What did not work, as the reader is told.
pub fn why(trouble: &str) -> &'static str {
    match trouble {
        "load" => "This part of the widget did not load. Check the connection, and try again.",
        "no-voice" => "This browser has no voice of its own for this language, so nothing is read aloud.",
        "voice" => "The browser’s voice does not work now.",
        "play" => "This browser cannot play the recording. You can save it.",
        "NotAllowedError" | "SecurityError" | "not-allowed" | "service-not-allowed" => {
            "The microphone was refused, by you, the browser or the page. The round goes on without it."
        }
        "NotFoundError" => "There is no microphone. The round goes on without one.",
        "network" | "language-not-supported" => "The browser’s dictation does not work here.",
        _ => "The microphone cannot be used now. Perhaps something else uses it.",
    }
}
