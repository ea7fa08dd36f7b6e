//! A copy of a reader's progress as a file: made to be taken along, read by people, and read back anywhere.

mod bounds;

use super::iso;
use super::record::{from_report, to_report};
use crate::bank::tree::Tree;
use crate::language::{fill, t};
use crate::progress::{History, Report};
use crate::round::clock::Millis;
use bounds::is_within_bounds;

/// Changes whenever a reader of the old form could not read the new one. In the first, times are milliseconds since 1970.
const VERSION: u64 = 2;
const KIND: &str = "progress";
/// Some twenty years of a round a day.
const LONGEST: usize = 20_000_000;
const TIMES: [&str; 2] = ["started", "ended"];

pub fn write_copy(bank: &str, history: &History) -> String {
    let fields = [
        ("mock-interview", Tree::from(KIND)),
        ("version", Tree::Number(VERSION)),
        ("bank", Tree::from(bank)),
        ("reports", Tree::List(history.reports().iter().map(|report| readable(from_report(report))).collect())),
    ];
    let mut text = String::new();
    lay_out(&Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()), 0, &mut text);
    text + "\n"
}

/// All of it, or what is wrong.
pub fn read_copy(bank: &str, text: &str) -> Result<Vec<Report>, String> {
    if text.len() > LONGEST {
        return Err(t("The file is too large to be a copy of somebody’s progress.").to_owned());
    }
    let tree = Some(text).filter(|text| is_within_bounds(text)).and_then(Tree::read);
    let tree = tree.filter(|tree| tree.text_at("mock-interview") == Some(KIND));
    let tree = tree.ok_or(t("This is not a copy of progress: choose a file that a mock interview has saved."))?;
    if !matches!(tree.number_at("version"), Some(1..=VERSION)) {
        return Err(t("A newer version has written this copy. Reload the page to get that version.").to_owned());
    }
    match tree.text_at("bank") {
        Some(of) if of == bank => {}
        of => {
            return Err(fill(
                t("This copy belongs to the bank “{other}”, and this is “{this}”."),
                &[&of.unwrap_or_default(), &bank],
            ));
        }
    }
    let reports = tree.list_at("reports").iter().enumerate();
    let read = |(n, record): (usize, &Tree)| {
        to_report(&timed(record))
            .ok_or_else(|| fill(t("Round {} of the copy cannot be read; nothing was taken over."), &[&(n + 1)]))
    };
    reports.map(read).collect()
}

fn readable(record: Tree) -> Tree {
    in_times(record, |time| match time {
        Tree::Number(at) => iso::write(Millis(*at)).map(Tree::Text),
        _ => None,
    })
}

fn timed(record: &Tree) -> Tree {
    in_times(record.clone(), |time| match time {
        Tree::Text(text) => iso::read(text).map(|at| Tree::Number(at.0)),
        _ => None,
    })
}

fn in_times(record: Tree, other: fn(&Tree) -> Option<Tree>) -> Tree {
    let Tree::Map(mut fields) = record else { return record };
    for (name, value) in &mut fields {
        if TIMES.contains(&name.as_str())
            && let Some(other) = other(value)
        {
            *value = other;
        }
    }
    Tree::Map(fields)
}

/// A line for every answer, and for everything of the file and of a round.
fn lay_out(tree: &Tree, depth: usize, text: &mut String) {
    let indent = |text: &mut String, depth| (0..depth).for_each(|_| text.push_str("  "));
    let is_last = |n: usize, of: usize| if n + 1 == of { "\n" } else { ",\n" };
    match tree {
        Tree::Map(fields) if depth < 4 => {
            text.push_str("{\n");
            for (n, (name, value)) in fields.iter().enumerate() {
                indent(text, depth + 1);
                text.push_str(&Tree::from(name.as_str()).write());
                text.push_str(": ");
                lay_out(value, depth + 1, text);
                text.push_str(is_last(n, fields.len()));
            }
            indent(text, depth);
            text.push('}');
        }
        Tree::List(items) if depth < 4 && !items.is_empty() => {
            text.push_str("[\n");
            for (n, item) in items.iter().enumerate() {
                indent(text, depth + 1);
                lay_out(item, depth + 1, text);
                text.push_str(is_last(n, items.len()));
            }
            indent(text, depth);
            text.push(']');
        }
        small => text.push_str(&small.write()),
    }
}
