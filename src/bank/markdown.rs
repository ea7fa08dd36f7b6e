//! Reads a bank from Markdown as a blogger writes it; `docs/bank-format.md` is its description.
//!
//! Two passes: [`tree`] turns the text into blocks that know their line, and [`super::outline`] reads the headings.

mod front_matter;
pub mod tree;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;

use super::answers::Answers;
use super::draft::{Draft, Reading};
use super::hash::fingerprint;
use super::problem::Problem;
use super::{Bank, limits, outline};
use std::borrow::Cow;

/// Reads `source`, or says everything that is wrong with it. `id` names the bank in storage.
pub fn read(id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
    draft(source).map_err(|problem| vec![problem])?.strict(id, id, fingerprint(source))
}

/// Reads of `source` what can be read.
pub fn read_good(id: &str, source: &str) -> Reading {
    match draft(source) {
        Ok(draft) => draft.lenient(id, id, fingerprint(source)),
        Err(problem) => Reading { bank: None, problems: vec![(problem, String::new())] },
    }
}

/// What is found in `source`, with the line of every question.
pub fn draft(source: &str) -> Result<Draft, Problem> {
    check_length(source)?;
    let (source, stray) = without_nul(source);
    let (nodes, mut problems) = tree::read(&source);
    problems.extend(stray);
    let mut draft = outline::read(nodes, problems);
    draft.title = draft.title.or_else(|| front_matter::value(&source, "title"));
    draft.lang = ["lang", "language"].into_iter().find_map(|name| front_matter::value(&source, name)).unwrap_or_default();
    match draft.entries.get(limits::QUESTIONS) {
        Some(entry) => Err(too_many(entry.line)),
        None => Ok(draft),
    }
}

/// Refuses a text that is larger than any bank.
pub fn check_length(source: &str) -> Result<(), Problem> {
    let most = limits::TEXT / 1024 / 1024;
    let what = format!("the text is longer than {most} MiB");
    if source.len() > limits::TEXT { Err(Problem::grave(1, what, "make several banks of it")) } else { Ok(()) }
}

/// `line` is that of the first question too many. The whole bank is refused.
pub fn too_many(line: usize) -> Problem {
    Problem::grave(line, format!("the bank has more than {} questions", limits::QUESTIONS), "make several banks of it")
}

/// NUL stands in no text: what holds one was broken on its way.
pub fn without_nul(source: &str) -> (Cow<'_, str>, Option<Problem>) {
    let Some((before, _)) = source.split_once('\0') else { return (Cow::Borrowed(source), None) };
    let line = 1 + before.matches('\n').count();
    let problem = Problem::passing(line, "the text holds a NUL byte", "remove it; it is read as “\u{fffd}”");
    (Cow::Owned(source.replace('\0', "\u{fffd}")), Some(problem))
}
