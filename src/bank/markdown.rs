//! Reads a bank from Markdown as a blogger writes it; `docs/bank-format.md` is its description.
//!
//! Two passes: [`tree`] turns the text into blocks that know their line, and [`super::outline`] reads the headings.

mod front_matter;
mod tree;

use super::answers::Answers;
use super::draft::{Draft, Reading};
use super::hash::fingerprint;
use super::problem::Problem;
use super::{Bank, outline};

/// Reads `source`, or says everything that is wrong with it. `id` names the bank in storage.
pub fn read(id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
    draft(source).strict(id, id, fingerprint(source))
}

/// Reads of `source` what can be read.
pub fn read_good(id: &str, source: &str) -> Reading {
    draft(source).lenient(id, id, fingerprint(source))
}

fn draft(source: &str) -> Draft {
    let (nodes, problems) = tree::read(source);
    let mut draft = outline::read(nodes, problems);
    draft.title = draft.title.or_else(|| front_matter::value(source, "title"));
    draft.lang = ["lang", "language"].into_iter().find_map(|name| front_matter::value(source, name)).unwrap_or_default();
    draft
}
