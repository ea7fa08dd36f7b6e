//! The reader's voice: questions read aloud, answers recorded, dictation. None of it is part of the round, and it counts for
//! nothing. Here is what `static/voice.js` tells of it, and what it is asked for.

mod aloud;

use super::extra::Extra;
use super::{Effect, Model, Tab};
use crate::bank::QuestionId;
use crate::language::{key, t};
use crate::round::Round;
use crate::round::clock::{Millis, Span};
use aloud::words_on_screen;

/// How things are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    pub can_read: bool,
    pub can_record: bool,
    pub can_dictate: bool,
    /// Every question is read when it comes.
    pub always: bool,
    /// Not in this round, though its preset reads them.
    pub hushed: bool,
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
    /// What is on screen.
    at: String,
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
    /// Whether questions are read when they come: by the reader's wish, or the preset's.
    pub fn reads(&self, model: &Model) -> bool {
        self.can_read && (self.always || by_preset(model) && !self.hushed)
    }

    pub fn does(&self, name: &str) -> bool {
        self.now.iter().any(|(one, _)| one == name)
    }

    pub fn is_for(&self, name: &str, question: &QuestionId) -> bool {
        self.now.iter().any(|(one, about)| one == name && **about == *question.0)
    }

    pub fn take(&self, question: &QuestionId) -> Option<&Take> {
        self.takes.iter().find(|take| *take.question == *question.0)
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

#[inline(never)]
fn order(does: &'static str, about: &str, words: &str) -> Effect {
    Effect::Voice { does, about: about.to_owned(), words: words.to_owned() }
}

/// What the reader, or `static/voice.js`, has asked for or told; adds to `effects` what is to be done.
#[inline(never)]
pub fn update(model: &mut Model, wish: Wish, mut about: String, now: Millis, effects: &mut Vec<Effect>) {
    if wish != Wish::Offer && model.extra == Extra::Absent {
        // What was said is shown by the third part.
        model.extra = Extra::Coming;
        effects.push(Effect::LoadExtra);
    }
    let mut voice = model.voice.take().unwrap_or_default();
    let mut words = String::new();
    let does = match wish {
        Wish::Offer => {
            let offers = |name: &str| about.contains(name);
            (voice.can_read, voice.can_record, voice.can_dictate) = (offers("read"), offers("record"), offers("dictate"));
            ""
        }
        Wish::Hear => {
            heard(model, &mut voice, &about, now, effects);
            ""
        }
        Wish::Always => {
            let (reads, by_preset) = (voice.reads(model), by_preset(model));
            voice.hushed = reads && by_preset;
            voice.always = !reads && !by_preset;
            words.push_str(if voice.always { "yes" } else { "" });
            "always"
        }
        Wish::Read => {
            words = words_on_screen(model).unwrap_or_default();
            "read"
        }
        Wish::Record => "record",
        Wish::Dictate if !voice.agreed => {
            voice.asks = !voice.asks;
            effects.push(Effect::Focus("dictate"));
            ""
        }
        Wish::Agree => {
            (voice.asks, voice.agreed) = (false, true);
            effects.push(Effect::Focus("dictate"));
            "dictate"
        }
        Wish::Dictate => "dictate",
        Wish::Play => "play",
        Wish::Save => "save",
        Wish::Write => {
            let take = current(model).and_then(|id| voice.takes.iter_mut().find(|take| take.question == id));
            take.map_or("", |take| {
                words = std::mem::replace(&mut about, take.question.clone());
                take.text.clone_from(&words);
                "write"
            })
        }
    };
    if !does.is_empty() {
        if !voice.used {
            effects.push(order("begin", &voice.round, model.bank.lang()));
        }
        voice.used = true;
        // What goes on ends when it is asked for again.
        effects.push(if voice.does(does) { order("rest", does, "") } else { order(does, &about, &words) });
    }
    model.voice = Some(voice);
}

fn heard(model: &mut Model, voice: &mut Voice, news: &str, now: Millis, effects: &mut Vec<Effect>) {
    voice.used = true;
    let can = |voice: &Voice| (voice.can_read, voice.can_record, voice.can_dictate);
    let goes_on = |voice: &Voice| (voice.does("record"), voice.does("dictate"));
    let (could, went_on, trouble) = (can(voice), goes_on(voice), std::mem::take(&mut voice.trouble));
    voice.hear(news);
    if goes_on(voice).0 && !went_on.0 {
        voice.since = now;
    }
    let words = match (went_on, goes_on(voice)) {
        _ if !voice.trouble.is_empty() && voice.trouble != trouble => why(&voice.trouble),
        ((false, _), (true, _)) => t("Recording."),
        ((true, _), (false, _)) => t("Recorded."),
        ((_, false), (_, true)) => t("Dictation is on."),
        ((_, true), (_, false)) => t("Dictation is off."),
        _ => "",
    };
    if !words.is_empty() {
        model.say(words);
    }
    // The button that was pressed is gone.
    if can(voice) != could && matches!(*model.round, Round::Running(_)) {
        effects.push(Effect::Focus("question"));
    }
}

/// What belongs to a question ends with it: nobody speaks or listens any longer than what is on screen.
#[inline(never)]
pub fn follow(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(mut voice) = model.voice.take() else {
        model.voice = Some(Box::default());
        return effects.push(order("look", "", ""));
    };
    let sitting = model.round.sitting().filter(|_| model.tab == Tab::Ours);
    let round = match sitting {
        Some(sitting) => sitting.id.0.clone(),
        // As long as it is not known which one goes on.
        None if model.opening || model.tab != Tab::Free => voice.round.clone(),
        None => String::new(),
    };
    let asked = current(model);
    let seen = sitting.and_then(|sitting| sitting.current()).filter(|_| matches!(*model.round, Round::Running(_)));
    let at = match seen {
        Some((slot, ..)) if asked.is_some() => format!("{round} {slot}"),
        Some((slot, ..)) => format!("{round} {slot} answered"),
        None if sitting.is_some() => format!("{round} elsewhere"),
        None => String::new(),
    };
    let (moved, another) = (voice.at != at, voice.round != round);
    if voice.used && moved {
        effects.push(order("stop", "", ""));
    }
    voice.hushed &= !another;
    let aloud = asked.filter(|_| moved && voice.reads(model)).zip(words_on_screen(model));
    // A preset reads also to who has asked for nothing yet.
    if if voice.used { another } else { aloud.is_some() } {
        effects.push(order("begin", &round, model.bank.lang()));
    }
    if let Some((id, words)) = aloud {
        voice.used = true;
        effects.push(order("read", &id, &words));
    }
    voice.asks &= !moved;
    (voice.at, voice.round) = (at, round);
    if another {
        voice.takes.clear();
    }
    model.voice = Some(voice);
}

fn by_preset(model: &Model) -> bool {
    model.round.sitting().is_some_and(|sitting| sitting.plan.rules.aloud)
}

/// The question on screen, as long as its answer is still to be given.
fn current(model: &Model) -> Option<String> {
    let Round::Running(sitting) = &*model.round else { return None };
    let (_, item, slot) = sitting.current().filter(|_| model.tab == Tab::Ours)?;
    (slot.is_open() && !slot.revealed).then(|| item.question.0.to_string())
}

/// What did not work, as the reader is told.
pub fn why(trouble: &str) -> &'static str {
    t(match trouble {
        "load" => key("This did not load. Try again."),
        "no-voice" => key("This browser has no voice of its own for this language."),
        "play" => key("This browser cannot play it. You can save it."),
        "NotAllowedError" | "SecurityError" | "not-allowed" | "service-not-allowed" => {
            key("The microphone was refused. The round goes on without it.")
        }
        "NotFoundError" => key("There is no microphone."),
        _ => key("This does not work here now."),
    })
}
