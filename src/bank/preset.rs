//! A kind of interview, as a bank may bring it along: a name, what to expect, and settings in words that a reader of the bank
//! understands as well as we do: `8 questions, 12 minutes, spoken, basic, hints`.

use super::{Level, Mode};

/// So many a bank may bring.
pub const MOST: usize = 12;

/// What stands between two of them in one text.
pub const BETWEEN: char = '\t';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset<'text> {
    /// What a page and a link call it.
    pub id: &'text str,
    pub name: &'text str,
    /// What to expect.
    pub expect: &'text str,
    pub given: Given<'text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given<'text> {
    Settings(Settings),
    /// As [`settings`] takes them, and under that a line for each topic.
    Words(&'text str),
}

impl<'text> Preset<'text> {
    /// One within its text: a line for each part.
    pub fn read(text: &'text str) -> Preset<'text> {
        let mut lines = text.splitn(4, '\n');
        let mut line = || lines.next().unwrap_or_default();
        Preset { id: line(), name: line(), expect: line(), given: Given::Words(line()) }
    }

    /// Empty: all of the bank's.
    pub fn topics(&self) -> Vec<String> {
        match self.given {
            Given::Settings(_) => Vec::new(),
            Given::Words(words) => topics(words),
        }
    }

    pub fn settings(&self) -> Settings {
        match self.given {
            Given::Settings(settings) => settings,
            Given::Words(words) => settings(words),
        }
    }
}

impl<'text> Given<'text> {
    /// The settings as their author said them.
    pub fn words(self) -> &'text str {
        match self {
            Given::Settings(_) => "",
            Given::Words(words) => words.split('\n').next().unwrap_or_default(),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub count: u16,
    /// None: untimed.
    pub minutes: Option<u16>,
    /// For every question alike; none: the usual time for its mode and level.
    pub seconds: Option<u16>,
    /// Before an answer that is said aloud.
    pub think: u16,
    /// How many questions may follow from each other.
    pub follow_ups: u16,
    /// In turn. Here and below, none is all.
    pub modes: [Option<Mode>; Mode::ALL.len()],
    pub levels: [Option<Level>; Level::ALL.len()],
    pub strict: bool,
    pub practice: bool,
    pub exam: bool,
    pub hints: bool,
    /// Questions are read aloud, where the browser can.
    pub aloud: bool,
}

/// `8 questions, strict`, as far as the first line goes. In the widget it is called only when the second part is here: it is in there.
#[inline(never)]
pub fn settings(words: &str) -> Settings {
    let mut settings = Settings::default();
    for phrase in words.split('\n').take(1).flat_map(|line| line.split(',')) {
        settings.set(phrase.trim());
    }
    settings
}

/// From the second line on; in the second part as well.
#[inline(never)]
pub fn topics(words: &str) -> Vec<String> {
    words.split('\n').skip(1).map(str::to_owned).collect()
}

impl Settings {
    /// Takes one such as `8 questions`. None where it is no setting, out of range, or said already.
    pub fn set(&mut self, phrase: &str) -> Option<()> {
        if let Some((number, of)) = phrase.split_once(' ') {
            let (place, most) = match of.trim_end_matches('s') {
                "question" => (&mut self.count, 500),
                "minute" => (self.minutes.get_or_insert_default(), 600),
                "seconds each" | "second each" => (self.seconds.get_or_insert_default(), 3600),
                "seconds to think" | "second to think" => (&mut self.think, 600),
                "follow-up" => (&mut self.follow_ups, 3),
                _ => return None,
            };
            let number = number.parse().ok().filter(|number| *place == 0 && (1..=most).contains(number))?;
            *place = number;
        } else if let Some(mode) = Mode::ALL.into_iter().find(|mode| mode.name() == phrase) {
            put(&mut self.modes, mode)?;
        } else if let Some(level) = Level::ALL.into_iter().find(|level| level.name() == phrase) {
            put(&mut self.levels, level)?;
        } else {
            *match phrase {
                "strict" => &mut self.strict,
                "practice" => &mut self.practice,
                "exam" => &mut self.exam,
                "hints" => &mut self.hints,
                "aloud" => &mut self.aloud,
                "untimed" if self.minutes.is_none() => return Some(()),
                _ => return None,
            } = true;
        }
        Some(())
    }
}

fn put<T: PartialEq>(places: &mut [Option<T>], item: T) -> Option<()> {
    let free = places.iter_mut().find(|place| place.as_ref().is_none_or(|known| *known == item))?;
    let is_new = free.is_none();
    *free = Some(item);
    is_new.then_some(())
}
