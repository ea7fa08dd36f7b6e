//! From everything in the store to the rounds and reports of one bank.

use super::key::{Key, aside};
use super::{Text, journal_header, journal_line, read_journal, read_report};
use crate::progress::Report;
use crate::round::clock::Millis;
use crate::round::event::RoundId;
use crate::round::{Entry, Round};
use std::collections::BTreeMap;

/// What the store holds of one bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// In the order in which they began.
    pub rounds: Vec<StoredRound>,
    pub reports: Vec<Report>,
    /// Texts of which a part could not be read.
    pub broken: Vec<Broken>,
    /// Something was written by a newer version; it is left alone.
    pub newer: bool,
}

/// A round as its journals tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRound {
    pub id: RoundId,
    pub round: Round,
    /// When it was last brought up to date.
    pub seen: Millis,
    /// Every key that holds a part of it.
    pub keys: Vec<String>,
}

/// A text to put aside: copy `text` to `aside`, then write `good` to `name`, or remove it where nothing was good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub name: String,
    pub text: String,
    pub aside: String,
    pub good: Option<String>,
}

/// Reads all stored texts; `stored` holds the name and the text of each.
pub fn load(bank: &str, stored: &[(String, String)], now: Millis) -> Loaded {
    let mut loaded = Loaded::default();
    let mut rounds: BTreeMap<RoundId, Parts> = BTreeMap::new();
    for (name, text) in stored {
        let mut set_aside = |good: Option<String>| {
            let (name, text) = (name.clone(), text.clone());
            loaded.broken.push(Broken { aside: aside(&name, now), name, text, good });
        };
        match Key::parse(name, bank) {
            Some(Key::Journal { round, .. }) => match read_journal(text) {
                Text::Newer => loaded.newer = true,
                Text::Read { items, broken } => {
                    if broken {
                        set_aside((!items.is_empty()).then(|| write_journal(&items)));
                    }
                    let parts = rounds.entry(round).or_default();
                    parts.keys.push(name.clone());
                    parts.journals.push(items);
                }
            },
            Some(Key::Seen { round, .. }) => {
                let parts = rounds.entry(round).or_default();
                parts.keys.push(name.clone());
                parts.seen = parts.seen.max(Millis(text.parse().unwrap_or(0)));
            }
            Some(Key::Report { .. }) => match read_report(text) {
                Text::Newer => loaded.newer = true,
                Text::Read { items, broken } => {
                    if broken || items.is_empty() {
                        set_aside(None);
                    }
                    loaded.reports.extend(items);
                }
            },
            None => {}
        }
    }
    loaded.rounds = rounds.into_iter().filter_map(|(id, parts)| parts.unite(id)).collect();
    loaded.rounds.sort_by_key(|stored| stored.round.sitting().map(|sitting| sitting.started));
    loaded
}

fn write_journal(entries: &[Entry]) -> String {
    entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry))
}

#[derive(Default)]
struct Parts {
    journals: Vec<Vec<Entry>>,
    seen: Millis,
    keys: Vec<String>,
}

impl Parts {
    /// The entries of all writers by their stamps. A later writer's first stamp is never before the last that it
    /// read, so writers in the order of their first stamps settle ties. None where the beginning is missing.
    fn unite(mut self, id: RoundId) -> Option<StoredRound> {
        self.journals.retain(|entries| !entries.is_empty());
        self.journals.sort_by_key(|entries| entries.first().map(|entry| entry.at));
        let mut entries: Vec<&Entry> = self.journals.iter().flatten().collect();
        entries.sort_by_key(|entry| entry.at);
        let round = Round::replay(entries);
        round.sitting()?;
        Some(StoredRound { id, seen: self.seen.max(round.last()), round, keys: self.keys })
    }
}
