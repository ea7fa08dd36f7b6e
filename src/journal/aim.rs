//! The stored day of the interview. Each widget writes under a key of its own; the newest counts, also where it says that there is none.

use super::{Text, VERSION, line};
use crate::bank::tree::Tree;
use crate::progress::date::{self, Date};
use crate::progress::schedule::day::Day;
use crate::round::clock::Millis;

const KIND: &str = "mock-interview aim ";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredAim {
    pub at: Millis,
    pub interview: Option<Day>,
}

pub fn write_aim(aim: StoredAim) -> String {
    let interview = aim.interview.map_or_else(String::new, |day| Date::of(day).write());
    let fields = [("at", Tree::Number(aim.at.0)), ("interview", Tree::Text(interview))];
    let record = Tree::Map(fields.into_iter().map(|(name, tree)| (name.to_owned(), tree)).collect());
    format!("{KIND}{VERSION}\n{}", line::seal(&record))
}

/// None where it cannot be read: then there is no date, and nothing is lost.
pub fn read_aim(text: &str) -> Option<StoredAim> {
    match line::read(KIND, text, to_aim) {
        Text::Read { items, .. } => items.into_iter().next(),
        Text::Newer => None,
    }
}

fn to_aim(record: &Tree) -> Option<StoredAim> {
    let interview = record.text_at("interview")?;
    Some(StoredAim {
        at: Millis(record.number_at("at")?),
        // What is no date is none.
        interview: date::read(interview),
    })
}
