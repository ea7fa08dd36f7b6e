//! `bank card`: what the start card shows.

use super::arguments::Given;
use super::{Command, out, source};
use mock_interview::app::preset::{USUAL, offered};
use mock_interview::bank::preset::Preset;
use mock_interview::bank::tree::Tree;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "card",
    summary: "prints what the start card shows of a bank, as JSON",
    help: "\
bank card FILE: prints what the start card shows of the bank, and the presets, as JSON

  FILE     the bank

Exit code: 0 done, 1 the bank has problems, 2 wrong call or unreadable file.
Example:   bank card questions.md
",
    options: &[],
    files: (1, 1),
    run,
};

fn run(given: &Given) -> ExitCode {
    let (_, bank, _) = match source::sound(given.file()) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let map = |fields: Vec<(&str, Tree)>| Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    // Name, questions and minutes; without a time there is nothing to say of it. The usual one comes first.
    let figures = |preset: &Preset| {
        let settings = preset.settings();
        let numbers = [Some(settings.count), settings.minutes].into_iter().flatten().map(|number| Tree::Number(number.into()));
        Tree::List([Tree::from(preset.id)].into_iter().chain(numbers).collect())
    };
    let (usual, others): (Vec<Preset>, Vec<Preset>) = offered(&bank).into_iter().partition(|preset| preset.id == USUAL);
    let presets = Tree::List(usual.iter().chain(&others).map(figures).collect());
    let card = map(vec![
        ("id", Tree::from(bank.id())),
        ("title", Tree::from(bank.title())),
        ("questions", Tree::Number(bank.questions().len() as u64)),
        ("presets", presets),
    ]);
    out::print(&(card.write() + "\n"))
}
