//! The authors' command line.

#[path = "bank/convert.rs"]
mod convert;

use mock_interview::app::options::Options;
use mock_interview::app::preset::PRESETS;
use mock_interview::bank::answers::Answers;
use mock_interview::bank::jsonld::{self, Kind};
use mock_interview::bank::tree::Tree;
use mock_interview::bank::{Bank, json, markdown};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
bank: works on question banks for <mock-interview>

  bank compile FILE.md --out FOLDER   writes what the widget loads of a bank after it has begun,
                                      to FOLDER/<bank>.<fingerprint>.json and prints that path

  bank jsonld FILE.md [--faq]         prints schema.org data in JSON-LD, to stand in a page: a Quiz, or with --faq a FAQPage
  bank convert FROM TO [--force]      writes a bank as Markdown (.md, .markdown) or JSON (.json) and overwrites nothing without --force
  bank card FILE.md                   prints what the start card shows of the bank, and the presets, as JSON

Exit code: 0 done, 1 the bank has problems (each is printed with its line), 2 wrong call or unreadable file.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["compile", file, "--out", folder] => compile(Path::new(file), Path::new(folder)),
        ["jsonld", file] => jsonld(Path::new(file), Kind::Quiz),
        ["jsonld", file, "--faq"] => jsonld(Path::new(file), Kind::FaqPage),
        ["convert", from, to] => convert::run(Path::new(from), Path::new(to), false),
        ["convert", from, to, "--force"] => convert::run(Path::new(from), Path::new(to), true),
        ["card", file] => card(Path::new(file)),
        ["--help" | "-h" | "help"] => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{HELP}");
            ExitCode::from(2)
        }
    }
}

/// The bank in a file, or the exit code after its problems were printed.
fn read(file: &Path) -> Result<(Bank, Answers), ExitCode> {
    let source = std::fs::read_to_string(file).map_err(|error| unreadable(file, &error.to_string()))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    markdown::read(&id, &source).map_err(|problems| {
        for problem in problems {
            eprintln!("{}:{}: {} ({})", file.display(), problem.line, problem.what, problem.mend);
        }
        ExitCode::FAILURE
    })
}

fn jsonld(file: &Path, kind: Kind) -> ExitCode {
    match read(file) {
        Ok((bank, answers)) => {
            println!("{}", jsonld::write(&bank, &answers, kind));
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}

fn card(file: &Path) -> ExitCode {
    let bank = match read(file) {
        Ok((bank, _)) => bank,
        Err(code) => return code,
    };
    let map = |fields: Vec<(&str, Tree)>| Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    let presets = PRESETS.iter().map(|preset| {
        let figures = map(vec![("questions", Tree::Number(preset.count as u64)), ("minutes", Tree::Number(preset.minutes))]);
        (preset.id, figures)
    });
    let card = map(vec![
        ("id", Tree::from(bank.id())),
        ("title", Tree::from(bank.title())),
        ("questions", Tree::Number(bank.questions().len() as u64)),
        ("preset", Tree::from(PRESETS[Options::default().preset].id)),
        ("presets", map(presets.collect())),
    ]);
    println!("{}", card.write());
    ExitCode::SUCCESS
}

fn compile(file: &Path, folder: &Path) -> ExitCode {
    let (bank, answers) = match read(file) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let (_, answers) = json::begin_with(&bank, answers);
    let path: PathBuf = folder.join(format!("{}.{}.json", bank.id(), answers.fingerprint));
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, json::write_answers(&answers)));
    match written {
        Ok(()) => {
            println!("{}", path.display());
            ExitCode::SUCCESS
        }
        Err(error) => unreadable(&path, &error.to_string()),
    }
}

fn unreadable(path: &Path, error: &str) -> ExitCode {
    eprintln!("{}: {error}", path.display());
    ExitCode::from(2)
}
