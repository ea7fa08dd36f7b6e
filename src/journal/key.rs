//! The keys of the store: `mock-interview:1:<kind>:<bank>:<round>[:<writer>]`, and `mock-interview:1:<form|aim|saved|archive|checkpoint>:<bank>:<writer>`.
//!
//! A writer is one widget from its mount to its end; a reload is a new one. Each archive has a writer of its own: the widget's name and a count.

use crate::bank::order::by_key;
use crate::round::event::RoundId;

/// Every key of ours begins so.
pub const PREFIX: &str = "mock-interview:";
/// After it: what tells other tabs whose texts were erased.
pub const ERASED: &str = "erased";
const SPACE: &str = "mock-interview:1";

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// What one writer saw happen in a round.
    Journal {
        round: RoundId,
        writer: String,
    },
    /// When that writer last brought the round up to date.
    Seen {
        round: RoundId,
        writer: String,
    },
    Report {
        round: RoundId,
    },
    /// Old reports in few characters. It is written once.
    Archive {
        writer: String,
    },
    /// What one writer last began from the form of a custom round.
    Form {
        writer: String,
    },
    /// What day one writer was told the interview is on.
    Aim {
        writer: String,
    },
    /// When one writer last saved all of it as a file, or was told that none is wanted.
    Saved {
        writer: String,
    },
    /// What one writer last saw of all rounds at a glance.
    Checkpoint {
        writer: String,
    },
}

impl Key {
    pub fn name(&self, bank: &str) -> String {
        let bank = escape(bank);
        match self {
            Key::Journal { round, writer } => format!("{SPACE}:journal:{bank}:{}:{}", escape(&round.0), escape(writer)),
            Key::Seen { round, writer } => format!("{SPACE}:seen:{bank}:{}:{}", escape(&round.0), escape(writer)),
            Key::Report { round } => format!("{SPACE}:report:{bank}:{}", escape(&round.0)),
            Key::Archive { writer } => format!("{SPACE}:archive:{bank}:{}", escape(writer)),
            Key::Form { writer } => format!("{SPACE}:form:{bank}:{}", escape(writer)),
            Key::Aim { writer } => format!("{SPACE}:aim:{bank}:{}", escape(writer)),
            Key::Saved { writer } => format!("{SPACE}:saved:{bank}:{}", escape(writer)),
            Key::Checkpoint { writer } => format!("{SPACE}:checkpoint:{bank}:{}", escape(writer)),
        }
    }

    pub fn is_journal(name: &str) -> bool {
        name.starts_with(&format!("{SPACE}:journal:"))
    }

    /// Whether it holds something of this bank that another widget is to know as soon as it is stored.
    pub fn is_progress(name: &str, bank: &str) -> bool {
        matches!(Key::parse(name, bank), Some(Key::Report { .. } | Key::Archive { .. } | Key::Aim { .. } | Key::Saved { .. }))
    }

    /// The name of the report that takes the place of what this name holds; none where no report does.
    pub fn report_of(name: &str) -> Option<String> {
        let mut parts = name.strip_prefix(SPACE)?.strip_prefix(':')?.split(':');
        let kind = parts.next().filter(|kind| matches!(*kind, "journal" | "seen"));
        let (_, bank, round) = (kind?, parts.next()?, parts.next()?);
        Some(format!("{SPACE}:report:{bank}:{round}"))
    }

    /// None where the name is not one of this bank's.
    pub fn parse(name: &str, bank: &str) -> Option<Key> {
        let mut parts = name.strip_prefix(SPACE)?.strip_prefix(':')?.split(':');
        let kind = parts.next()?;
        if parts.next()? != escape(bank) {
            return None;
        }
        let round = RoundId(unescape(parts.next()?));
        let writer = parts.next().map(unescape);
        match (kind, writer, parts.next()) {
            ("journal", Some(writer), None) => Some(Key::Journal { round, writer }),
            ("seen", Some(writer), None) => Some(Key::Seen { round, writer }),
            ("report", None, None) => Some(Key::Report { round }),
            ("archive", None, None) => Some(Key::Archive { writer: round.0 }),
            ("form", None, None) => Some(Key::Form { writer: round.0 }),
            ("aim", None, None) => Some(Key::Aim { writer: round.0 }),
            ("saved", None, None) => Some(Key::Saved { writer: round.0 }),
            ("checkpoint", None, None) => Some(Key::Checkpoint { writer: round.0 }),
            _ => None,
        }
    }
}

/// Of these names, those of finished rounds, of which there may be years, and all others. The report of a round that has a journal still is
/// among the others: without it the round would go on.
pub fn later(names: Vec<String>) -> (Vec<String>, Vec<String>) {
    let of = |kind: &str, name: &str| Some(name.strip_prefix(SPACE)?.strip_prefix(kind)?.to_owned());
    let journals: Vec<String> = names.iter().filter_map(|name| of(":journal", name)).collect();
    let (mut later, mut now) = (Vec::new(), Vec::new());
    for name in names {
        let waits = match of(":report", &name) {
            Some(round) => !journals.iter().any(|journal| journal.starts_with(&round)),
            None => of(":archive", &name).is_some(),
        };
        if waits { later.push(name) } else { now.push(name) }
    }
    (later, now)
}

/// The bank whose text bears this name, as the name has it; also of one that was put aside.
pub fn bank_of(name: &str) -> Option<&str> {
    let name = name.strip_prefix(PREFIX)?;
    let name = name.strip_prefix("broken:").and_then(|aside| Some(aside.split_once(':')?.1)).unwrap_or(name);
    let mut parts = name.split(':');
    (parts.next() == Some("1")).then(|| parts.nth(1))?
}

pub fn is_of(name: &str, bank: &str) -> bool {
    bank_of(name) == Some(&escape(bank))
}

/// Where a text that cannot be read is put aside.
pub fn aside(name: &str, now: crate::round::clock::Millis) -> String {
    format!("{PREFIX}broken:{}:{}", now.0, name.strip_prefix(PREFIX).unwrap_or(name))
}

/// So often something may be put aside; what was put aside before that goes.
const ASIDES: usize = 5;

/// When it was put aside; none where it was not.
pub fn aside_at(name: &str) -> Option<u64> {
    name.strip_prefix(PREFIX)?.strip_prefix("broken:")?.split(':').next()?.parse().ok()
}

/// Of these names, those of texts that were put aside too long ago.
pub fn outlived(names: &[String]) -> Vec<String> {
    let mut times: Vec<u64> = by_key(names.iter().filter_map(|name| aside_at(name)).collect(), |at| (*at, 0));
    times.dedup();
    let Some(oldest) = times.len().checked_sub(ASIDES).and_then(|first| times.get(first)) else { return Vec::new() };
    names.iter().filter(|name| aside_at(name).is_some_and(|at| at < *oldest)).cloned().collect()
}

/// The name under which one tab at a time holds the running round of a bank.
pub fn lock(bank: &str) -> String {
    format!("{SPACE}:round:{}", escape(bank))
}

fn escape(part: &str) -> String {
    part.replace('%', "%25").replace(':', "%3A")
}

fn unescape(part: &str) -> String {
    part.replace("%3A", ":").replace("%25", "%")
}
