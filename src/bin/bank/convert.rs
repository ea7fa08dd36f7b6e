//! `bank convert`: a bank from Markdown to JSON and back, by the endings of the file names.

use mock_interview::bank::answers::Answers;
use mock_interview::bank::problem::Problem;
use mock_interview::bank::{Bank, exchange, markdown};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

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
            _ => Err(fail(file, "the name must end in .md, .markdown or .json")),
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
pub fn run(from: &Path, to: &Path, force: bool) -> ExitCode {
    convert(from, to, force).err().unwrap_or(ExitCode::SUCCESS)
}

fn convert(from: &Path, to: &Path, force: bool) -> Result<(), ExitCode> {
    let (source_kind, kind) = (Kind::of(from)?, Kind::of(to)?);
    let source = std::fs::read_to_string(from).map_err(|error| fail(from, &error.to_string()))?;
    let id = from.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (bank, answers) = source_kind.read(&id, &source).map_err(|problems| {
        for problem in problems {
            eprintln!("{}:{}: {} ({})", from.display(), problem.line, problem.what, problem.mend);
        }
        ExitCode::FAILURE
    })?;
    let text = kind.write(&bank, &answers);
    if !is_kept(kind, &id, &text, &bank, &answers) {
        eprintln!("{}: the bank holds something that this form cannot; compare the two", to.display());
    }
    let mut options = OpenOptions::new();
    options.write(true).create(force).create_new(!force).truncate(force);
    let written = options.open(to).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => fail(to, "it is there already; --force overwrites it"),
        _ => fail(to, &error.to_string()),
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

fn fail(file: &Path, what: &str) -> ExitCode {
    eprintln!("{}: {what}", file.display());
    ExitCode::from(2)
}
