//! What is kept of the round on this device, and what the reader is told about it.

use super::data::Safety;
use crate::journal::key::Key;
use crate::journal::{journal_header, journal_line};
use crate::round::Entry;
use crate::round::clock::Millis;
use crate::round::event::{RoundId, Score};

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not let this page store anything.
    Blocked,
    /// There is no room left.
    Full,
}

/// The journal that this widget writes, and how the store is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Names this widget's own keys; a new one at every mount.
    pub writer: String,
    pub trouble: Option<Trouble>,
    /// A part of what was stored could not be read and was put aside.
    pub put_aside: bool,
    /// There is a second copy of what is stored. Where the store is blocked, that keeps it.
    pub has_copy: bool,
    /// A newer version of the widget has stored something that this one does not read.
    pub newer: bool,
    /// When the store was last told how far the round was brought up to date.
    pub noted: Millis,
    /// How many rounds have lost their words, to make room, since this widget came.
    pub folded: usize,
    /// So many bytes of whole reports were read since they were read last.
    pub whole: usize,
    /// The archives that were read, and how many this widget has written.
    pub archives: Vec<String>,
    folds: usize,
    journal: Option<(RoundId, String)>,
    /// All keys that hold a part of the round, to be removed when its report is stored.
    pub keys: Vec<String>,
    /// All keys that hold settings of custom rounds, and when the newest of those began.
    pub forms: Vec<String>,
    pub formed: Millis,
    /// The same of days of the interview.
    pub aims: Vec<String>,
    pub aimed: Millis,
    /// The same of files that were saved.
    pub saves: Vec<String>,
    pub saved: Millis,
    /// All keys that hold a checkpoint, and of what this widget has made one last.
    pub checkpoints: Vec<String>,
    pub settled: Option<(u64, Score)>,
    /// How long the browser keeps it all, where it was asked.
    pub safety: Option<Safety>,
    /// Such a file is offered.
    pub offers: bool,
}

impl Keep {
    pub fn new(writer: String) -> Keep {
        Keep {
            writer,
            trouble: None,
            put_aside: false,
            has_copy: false,
            newer: false,
            noted: Millis(0),
            folded: 0,
            whole: 0,
            archives: Vec::new(),
            folds: 0,
            journal: None,
            keys: Vec::new(),
            forms: Vec::new(),
            formed: Millis(0),
            aims: Vec::new(),
            aimed: Millis(0),
            saves: Vec::new(),
            saved: Millis(0),
            checkpoints: Vec::new(),
            settled: None,
            safety: None,
            offers: false,
        }
    }

    /// Where to write the next archive.
    pub fn archive_key(&mut self, bank: &str) -> String {
        self.folds += 1;
        Key::Archive { writer: format!("{}-{}", self.writer, self.folds) }.name(bank)
    }

    /// A journal for this round, or the one that this widget has written of it so far; `keys` already hold parts of
    /// the round.
    pub fn begin(&mut self, round: RoundId, keys: Vec<String>) {
        self.keys = keys;
        if self.journal.as_ref().is_none_or(|(known, _)| *known != round) {
            self.journal = Some((round, journal_header()));
        }
    }

    /// Adds the entries and returns the key and the whole text to write there.
    pub fn append(&mut self, bank: &str, entries: &[Entry]) -> Option<(String, String)> {
        let (round, text) = self.journal.as_mut()?;
        for entry in entries {
            text.push_str(&journal_line(entry));
        }
        let name = Key::Journal { round: round.clone(), writer: self.writer.clone() }.name(bank);
        let text = text.clone();
        self.own(&name);
        Some((name, text))
    }

    /// Where to note how far the round was brought up to date.
    pub fn seen_key(&mut self, bank: &str) -> Option<String> {
        let (round, _) = self.journal.as_ref()?;
        let name = Key::Seen { round: round.clone(), writer: self.writer.clone() }.name(bank);
        self.own(&name);
        Some(name)
    }

    /// Takes note of what came of a write. That the store works again is believed when the journal itself was kept,
    /// or when there is none: only the journal is written whole every time.
    pub fn heard(&mut self, name: &str, outcome: Result<(), Trouble>) {
        match outcome {
            Err(trouble) => self.trouble = Some(trouble),
            Ok(()) if self.journal.is_none() || Key::is_journal(name) => self.trouble = None,
            Ok(()) => {}
        }
    }

    /// The text of this widget's journal, for a reader who wants a copy.
    pub fn copy(&self) -> Option<&str> {
        self.journal.as_ref().map(|(_, text)| text.as_str())
    }

    /// Forgets the round and returns the keys that held it.
    pub fn end(&mut self) -> Vec<String> {
        self.journal = None;
        std::mem::take(&mut self.keys)
    }

    fn own(&mut self, name: &str) {
        if !self.keys.iter().any(|key| key == name) {
            self.keys.push(name.to_owned());
        }
    }
}
