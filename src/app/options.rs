//! What the page asks for: the settings of the element, read with a word on every one that is wrong.
//!
//! A setting comes as text, from an attribute or from the element's JSON. What is wrong falls back to the default, and
//! the rest holds.

use super::lobby::{LONGEST_SEED, MOST_MINUTES};
use super::preset::{USUAL, named, offered, relax, terms};
use crate::bank::{Bank, Level, Mode};
use crate::language;
use crate::round::clock::Span;
use crate::round::plan::{Pace, Terms};

pub const MOST_QUESTIONS: u64 = 500;
pub const LONGEST_HEADING: usize = 120;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// In place of the bank's title.
    pub heading: Option<String>,
    /// Its id.
    pub preset: String,
    pub questions: Option<usize>,
    pub minutes: Option<u64>,
    /// Here and below, empty is what the preset says.
    pub modes: Vec<Mode>,
    pub topics: Vec<String>,
    pub levels: Vec<Level>,
    pub seed: Option<String>,
    /// Preset and seed are those of a link that somebody was sent.
    pub shared: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            heading: None,
            preset: USUAL.to_owned(),
            questions: None,
            minutes: None,
            modes: Vec::new(),
            topics: Vec::new(),
            levels: Vec::new(),
            seed: None,
            shared: false,
        }
    }
}

impl Options {
    /// `settings` are names and values; returns what to tell the page's author as well, a line for each wrong setting.
    pub fn read(settings: &[(String, String)], bank: &Bank) -> (Options, Vec<String>) {
        let mut options = Options::default();
        let mut warnings = Vec::new();
        for (name, value) in settings {
            if let Err(allowed) = options.set(name, value, bank) {
                warnings.push(warning(name, value, &allowed));
            }
        }
        (options, warnings)
    }

    /// Takes the setting over, or says what is allowed.
    fn set(&mut self, name: &str, value: &str, bank: &Bank) -> Result<(), String> {
        match name {
            "heading" => {
                self.heading = Some(short(value, LONGEST_HEADING).ok_or(format!("up to {LONGEST_HEADING} characters"))?);
            }
            "preset" => {
                let found = named(bank, value.trim());
                let allowed = || offered(bank).iter().map(|preset| preset.id).collect::<Vec<_>>().join(", ");
                self.preset = found.ok_or_else(allowed)?.1.id.to_owned();
            }
            "questions" => {
                let count = number(value, MOST_QUESTIONS).ok_or(format!("a whole number from 1 to {MOST_QUESTIONS}"))?;
                self.questions = usize::try_from(count).ok();
            }
            "minutes" => {
                self.minutes = Some(number(value, MOST_MINUTES).ok_or(format!("a whole number from 1 to {MOST_MINUTES}"))?);
            }
            "modes" => {
                let mode = |word: &str| Mode::ALL.into_iter().find(|mode| mode.name() == word);
                list(value, &mut self.modes, mode).ok_or_else(|| Mode::ALL.map(Mode::name).join(", "))?;
            }
            "levels" => {
                let level = |word: &str| Level::ALL.into_iter().find(|level| level.name() == word);
                list(value, &mut self.levels, level).ok_or_else(|| Level::ALL.map(Level::name).join(", "))?;
            }
            "topics" => {
                let known = bank.topics();
                let topic = |word: &str| known.iter().find(|topic| **topic == word).map(|topic| (*topic).to_owned());
                list(value, &mut self.topics, topic).ok_or_else(|| known.join(", "))?;
            }
            "round" => {
                let (name, seed) = value.split_once('.').ok_or("a preset, a dot and a seed")?;
                self.set("preset", name, bank)?;
                self.set("seed", seed, bank)?;
                self.shared = true;
            }
            "seed" => {
                self.seed = Some(short(value, LONGEST_SEED).ok_or(format!("a word of up to {LONGEST_SEED} characters"))?);
            }
            // It was spoken before this was read.
            "lang" => {
                let code = value.trim().to_ascii_lowercase();
                let known = code.split('-').next().is_some_and(|code| language::ALL.contains(&code));
                known.then_some(()).ok_or_else(|| language::ALL.join(", "))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the page describes a round of its own, beyond the presets.
    pub fn is_own(&self) -> bool {
        Options { heading: None, ..self.clone() } != Options::default()
    }

    /// The round that the page describes. `seed` is for a page that names none.
    pub fn terms(&self, bank: &Bank, seed: String, pace: Pace) -> Option<Terms> {
        // The bank may have its own in the place of the usual one.
        let preset = named(bank, &self.preset).map(|(_, preset)| preset).or_else(|| bank.presets().next())?;
        let mut terms = terms(&preset, bank, self.seed.clone().unwrap_or(seed), pace);
        if let Some(count) = self.questions {
            terms.wish.count = count;
            // Another number of questions needs another time: what they need.
            terms.limit = None;
        }
        if let Some(minutes) = self.minutes {
            terms.limit = Some(Span::minutes(minutes));
            // Also where the preset has no time.
            terms.pace = pace;
        }
        if !self.modes.is_empty() {
            terms.wish.modes = self.modes.clone();
        }
        if !self.levels.is_empty() {
            terms.wish.levels = self.levels.clone();
        }
        if !self.topics.is_empty() {
            terms.wish.topics = self.topics.clone();
        }
        relax(&mut terms.wish, bank);
        Some(terms)
    }
}

fn warning(name: &str, value: &str, allowed: &str) -> String {
    let start: String = value.chars().take(60).collect();
    let rest = if start.len() < value.len() { "…" } else { "" };
    format!("{name}=\"{start}{rest}\" is passed over; allowed: {allowed}")
}

fn number(value: &str, most: u64) -> Option<u64> {
    let digits = Some(value.trim()).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits?.parse().ok().filter(|number| (1..=most).contains(number))
}

fn short(value: &str, longest: usize) -> Option<String> {
    let value = value.trim();
    (!value.is_empty() && value.chars().count() <= longest && !value.contains('\0')).then(|| value.to_owned())
}

/// Takes over the items that are known, each once; none where one is not, or there is none at all.
fn list<T: PartialEq>(value: &str, items: &mut Vec<T>, item: impl Fn(&str) -> Option<T>) -> Option<()> {
    let mut all = true;
    for word in value.split([' ', ',', '\n', '\t']).filter(|word| !word.is_empty()) {
        match item(word) {
            Some(found) if items.contains(&found) => {}
            Some(found) => items.push(found),
            None => all = false,
        }
    }
    (all && !items.is_empty()).then_some(())
}
