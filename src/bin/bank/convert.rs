//! `bank convert`: a bank from Markdown to JSON and back, by the endings of the file names.

use super::arguments::Given;
use super::{Command, out, source};
use mock_interview::bank::answers::Answers;
use mock_interview::bank::problem::Problem;
use mock_interview::bank::{Bank, exchange, markdown};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "convert",
    summary: "writes a bank as JSON, or as Markdown",
    help: "\
bank convert FROM TO [--force]: writes a bank as Markdown or as JSON, by the endings of the names

  FROM, TO   .md or .markdown is Markdown, .json is JSON
  --force    writes over TO if it is there

Exit code: 0 done, 1 the bank has problems and nothing is written, 2 wrong call, unreadable or unwritable file.
Example:   bank convert questions.md questions.json
",
    options: &[("force", false)],
    files: (2, 2),
    run: |given: &Given| match given.files.as_slice() {
        [from, to] => run(from, to, given.has("force")),
        _ => ExitCode::from(super::UNUSABLE),
    },
};

#[derive(Clone, Copy)]
enum Kind {
    Markdown,
    Json,
}

impl Kind {
    fn of(file: &Path) -> Result<Kind, ExitCode> {
        match file.extension().map(|ending| ending.to_ascii_lowercase()) {
            Some(ending) if ending == "md" || ending == "markdown" => Ok(Kind::Markdown),
            Some(ending) if ending == "json" => Ok(Kind::Json),
            _ => Err(out::unusable(file, "the name must end in .md, .markdown or .json")),
        }
    }

    fn read(self, id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
        match self {
            Kind::Markdown => markdown::read(id, source),
            Kind::Json => exchange::read(id, source),
        }
    }

    fn write(self, bank: &Bank, answers: &Answers) -> String {
        match self {
            Kind::Markdown => markdown::write::write(bank, answers),
            Kind::Json => exchange::write::write(bank, answers),
        }
    }
}

/// Leaves a file that is there already as it is, unless `force`.
fn run(from: &Path, to: &Path, force: bool) -> ExitCode {
    convert(from, to, force).err().unwrap_or(ExitCode::SUCCESS)
}

fn convert(from: &Path, to: &Path, force: bool) -> Result<(), ExitCode> {
    let (_, kind) = (Kind::of(from)?, Kind::of(to)?);
    let (_, bank, answers) = source::sound(from)?;
    let text = kind.write(&bank, &answers);
    if !is_kept(kind, bank.id(), &text, &bank, &answers) {
        out::tell(&format!("{}: warning: the bank holds something that this form cannot; compare the two\n", to.display()));
    }
    let mut options = OpenOptions::new();
    options.write(true).create(force).create_new(!force).truncate(force);
    let written = options.open(to).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => out::unusable(to, "it is there already; --force overwrites it"),
        _ => out::unusable(to, error),
    })
}

/// Whether the same bank can be read from what is to be written.
fn is_kept(kind: Kind, id: &str, text: &str, bank: &Bank, answers: &Answers) -> bool {
    kind.read(id, text).is_ok_and(|(again, others)| {
        again.title() == bank.title()
            && again.lang() == bank.lang()
            && again.questions() == bank.questions()
            && others.answers == answers.answers
    })
}
