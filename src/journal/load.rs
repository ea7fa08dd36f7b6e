//! From everything in the store to the rounds and reports of one bank.

use super::aim::{StoredAim, read_aim};
use super::archive::{mend, read_archive};
use super::fold::Held;
use super::form::{Form, read_form};
use super::key::{Key, aside};
use super::{Text, journal_header, journal_line, read_journal, read_report, write_report};
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::progress::Report;
use crate::round::clock::{Millis, Span};
use crate::round::event::RoundId;
use crate::round::{Entry, Round};

/// What the store holds of one bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// In the order in which they began.
    pub rounds: Vec<StoredRound>,
    pub reports: Vec<Report>,
    /// Where they stand; not where something could not be read.
    pub held: Vec<Held>,
    /// The keys of rounds that have their report already, and were stored before they ended: a crash had taken along what came after.
    pub outdated: Vec<String>,
    /// Settings of custom rounds, each with its key.
    pub forms: Vec<(String, Form)>,
    /// Days of the interview, each with its key.
    pub aims: Vec<(String, StoredAim)>,
    /// When a file was saved, each with its key.
    pub saved: Vec<(String, Millis)>,
    /// As they are stored, each with its key.
    pub checkpoints: Vec<(String, String)>,
    /// Texts of which a part could not be read.
    pub broken: Vec<Broken>,
    /// Something was written by a newer version; it is left alone.
    pub newer: bool,
}

impl Loaded {
    /// The reports that are about to be added.
    fn hold(&mut self, name: &str, text: &str, archived: bool, count: usize) {
        let first = self.reports.len();
        self.held.push(Held { name: name.to_owned(), bytes: name.len() + text.len(), archived, first, count });
    }
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

/// Reads all stored texts; `stored` holds the name and the text of each, in whatever order the browser has them.
pub fn load(bank: &str, stored: &[(String, String)], now: Millis) -> Loaded {
    let stored = by_key(stored.iter().collect(), |(name, _)| (fnv64(name.as_bytes()), 0));
    let mut loaded = Loaded::default();
    let mut rounds: Vec<(RoundId, Parts)> = Vec::new();
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
                    let parts = parts_of(&mut rounds, round);
                    parts.keys.push(name.clone());
                    parts.journals.push(items);
                }
            },
            Some(Key::Seen { round, .. }) => {
                let parts = parts_of(&mut rounds, round);
                parts.keys.push(name.clone());
                // A time far ahead was not noted by us, and would end the round at once.
                parts.seen = parts.seen.max(noted(text, now));
            }
            Some(key @ (Key::Report { .. } | Key::Archive { .. })) => {
                let archived = matches!(key, Key::Archive { .. });
                let found = if archived { read_archive(text) } else { read_report(text) };
                match found {
                    Text::Newer => loaded.newer = true,
                    Text::Read { mut items, broken } => {
                        if broken || items.is_empty() && !archived {
                            set_aside(if archived { mend(text) } else { items.first().map(write_report) });
                        } else {
                            loaded.hold(name, text, archived, items.len());
                        }
                        loaded.reports.append(&mut items);
                    }
                }
            }
            // One that cannot be read is left where it is: it may be a newer version's.
            Some(Key::Form { .. }) => loaded.forms.extend(read_form(text).map(|form| (name.clone(), form))),
            Some(Key::Aim { .. }) => loaded.aims.extend(read_aim(text).map(|aim| (name.clone(), aim))),
            Some(Key::Saved { .. }) => loaded.saved.push((name.clone(), noted(text, now))),
            Some(Key::Checkpoint { .. }) => loaded.checkpoints.push((name.clone(), text.clone())),
            None => {}
        }
    }
    let mut rounds: Vec<StoredRound> = rounds.into_iter().filter_map(|(id, parts)| parts.unite(id)).collect();
    rounds.retain(|stored| {
        let is_outdated =
            matches!(stored.round, Round::Running(_)) && loaded.reports.iter().any(|report| report.round == stored.id);
        if is_outdated {
            loaded.outdated.extend(stored.keys.iter().cloned());
        }
        !is_outdated
    });
    loaded.rounds = by_key(rounds, |stored| (stored.round.sitting().map_or(0, |sitting| sitting.started.0), 0));
    loaded
}

/// A time that was noted; what is none, or lies far ahead, is long ago.
fn noted(text: &str, now: Millis) -> Millis {
    text.parse().map(Millis).ok().filter(|noted| *noted <= now.after(Span::minutes(24 * 60))).unwrap_or_default()
}

fn write_journal(entries: &[Entry]) -> String {
    entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry))
}

fn parts_of(rounds: &mut Vec<(RoundId, Parts)>, id: RoundId) -> &mut Parts {
    let known = rounds.iter().position(|(other, _)| *other == id).unwrap_or(rounds.len());
    if known == rounds.len() {
        rounds.push((id, Parts::default()));
    }
    &mut rounds[known].1
}

#[derive(Default)]
struct Parts {
    journals: Vec<Vec<Entry>>,
    seen: Millis,
    keys: Vec<String>,
}

impl Parts {
    /// The entries of all writers by their stamps. What is `seen` lies after all of them, so whoever goes on from
    /// here writes later stamps than anyone before, and each entry keeps its place. None where the beginning is
    /// missing.
    fn unite(mut self, id: RoundId) -> Option<StoredRound> {
        self.journals.retain(|entries| !entries.is_empty());
        let journals = by_key(self.journals, |entries| (entries.first().map_or(0, |entry| entry.at.0), 0));
        let entries = by_key(journals.iter().flatten().collect(), |entry| (entry.at.0, 0));
        let round = Round::replay(entries);
        round.sitting()?;
        let seen = self.seen.max(round.last().after(Span(1)));
        Some(StoredRound { id, seen, round, keys: self.keys })
    }
}
