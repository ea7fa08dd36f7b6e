//! The stored text of rounds and reports, and the keys it is stored under.
//!
//! Every tab writes under keys of its own and never changes another's, so uniting tabs is a union of entries:
//! see [`load`]. Each line carries a checksum; a reader keeps the good prefix of a text and hands the rest back to
//! be put aside. A text that a newer version wrote is left alone.

pub mod aim;
pub mod archive;
pub mod arrival;
pub mod checkpoint;
pub mod copy;
mod digits;
pub mod fold;
pub mod form;
pub mod iso;
pub mod key;
mod line;
pub mod load;
pub mod mirror;
mod record;
pub mod table;
pub mod union;

use crate::progress::Report;
use crate::round::Entry;

/// The version of the texts written here. A reader knows this one and all before it.
pub const VERSION: u32 = 1;

/// What is found under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text<T> {
    /// The good lines; `broken` where something after them could not be read.
    Read { items: Vec<T>, broken: bool },
    /// A newer version wrote it.
    Newer,
}

/// The beginning of a journal, before any entry.
pub fn journal_header() -> String {
    format!("mock-interview journal {VERSION}\n")
}

/// A line to append to a journal.
pub fn journal_line(entry: &Entry) -> String {
    line::seal(&record::from_entry(entry))
}

pub fn read_journal(text: &str) -> Text<Entry> {
    line::read("mock-interview journal ", text, record::to_entry)
}

pub fn write_report(report: &Report) -> String {
    format!("mock-interview report {VERSION}\n{}", line::seal(&record::from_report(report)))
}

pub fn read_report(text: &str) -> Text<Report> {
    line::read("mock-interview report ", text, record::to_report)
}
