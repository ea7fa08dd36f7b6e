//! `bank compile`: the file that the widget loads after it has begun.

use super::arguments::Given;
use super::{Command, UNUSABLE, highlight, out, source};
use mock_interview::bank::json;
use std::path::Path;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "compile",
    summary: "writes what the widget loads of a bank after it has begun",
    help: "\
bank compile FILE --out FOLDER: writes what the widget loads of a bank after it has begun,
to FOLDER/<bank>.<fingerprint>.json, and prints that path

  FILE           the bank
  --out FOLDER   where to write; it is made if it is not there

Exit code: 0 done, 1 the bank has problems and nothing is written, 2 wrong call or unreadable file.
Example:   bank compile questions.md --out public/banks
",
    options: &[("out", true)],
    files: (1, 1),
    run,
};

fn run(given: &Given) -> ExitCode {
    let Some(folder) = given.value("out").map(Path::new) else {
        out::tell("bank compile: no folder was named (add --out FOLDER)\nTry “bank compile --help”.\n");
        return ExitCode::from(UNUSABLE);
    };
    let (_, bank, answers) = match source::sound(given.file()) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let (_, mut answers) = json::begin_with(&bank, answers);
    highlight::highlight(&bank, &mut answers);
    let path = folder.join(format!("{}.{}.json", bank.id(), answers.fingerprint));
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, json::write_answers(&answers)));
    match written {
        Ok(()) => out::print(&format!("{}\n", path.display())),
        Err(error) => out::unusable(&path, error),
    }
}
