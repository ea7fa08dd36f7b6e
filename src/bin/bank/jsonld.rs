//! `bank jsonld`: what search engines read.

use super::arguments::Given;
use super::{Command, out, source};
use mock_interview::bank::jsonld::{Kind, write};
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "jsonld",
    summary: "prints schema.org data, to stand in a page",
    help: "\
bank jsonld FILE [--faq]: prints schema.org data in JSON-LD, to stand in a page

  FILE     the bank
  --faq    a FAQPage; without it, a Quiz

Exit code: 0 done, 1 the bank has problems, 2 wrong call or unreadable file.
Example:   bank jsonld questions.md > questions.jsonld
",
    options: &[("faq", false)],
    files: (1, 1),
    run,
};

fn run(given: &Given) -> ExitCode {
    let kind = if given.has("faq") { Kind::FaqPage } else { Kind::Quiz };
    match source::sound(given.file()) {
        Ok((_, bank, answers)) => out::print(&(write(&bank, &answers, kind) + "\n")),
        Err(code) => code,
    }
}
