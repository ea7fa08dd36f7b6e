//! A copy of a reader's progress as a file: made to be taken along, and read back anywhere.

use super::record::{from_report, to_report};
use crate::bank::tree::Tree;
use crate::progress::{History, Report};

/// Changes whenever a reader of the old form could not read the new one.
const VERSION: u64 = 1;
const KIND: &str = "progress";
/// Some twenty years of a round a day.
const LONGEST: usize = 20_000_000;

pub fn write_copy(bank: &str, history: &History) -> String {
    let fields = [
        ("mock-interview", Tree::from(KIND)),
        ("version", Tree::Number(VERSION)),
        ("bank", Tree::from(bank)),
        ("reports", Tree::List(history.reports().iter().map(from_report).collect())),
    ];
    Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).write()
}

/// All of it, or what is wrong.
pub fn read_copy(bank: &str, text: &str) -> Result<Vec<Report>, String> {
    if text.len() > LONGEST {
        return Err("The file is too large to be a copy of somebody’s progress.".to_owned());
    }
    let tree = Tree::read(text).filter(|tree| tree.text_at("mock-interview") == Some(KIND));
    let tree = tree.ok_or("This is not a copy of progress: choose a file that a mock interview has saved.")?;
    if tree.number_at("version") != Some(VERSION) {
        return Err("A newer version has written this copy. Reload the page to get that version.".to_owned());
    }
    match tree.text_at("bank") {
        Some(of) if of == bank => {}
        of => return Err(format!("This copy belongs to the bank “{}”, and this is “{bank}”.", of.unwrap_or_default())),
    }
    let reports = tree.list_at("reports").iter().enumerate();
    let read =
        |(n, record)| to_report(record).ok_or(format!("Round {} of the copy cannot be read; nothing was taken over.", n + 1));
    reports.map(read).collect()
}
