//! `bank compile`: the file that the widget loads after it has begun.

use super::arguments::Given;
use super::{Command, UNUSABLE, highlight, out, source};
use mock_interview::bank::{json, rubrics};
use mock_interview::grade::terse::terse;
use std::path::Path;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "compile",
    summary: "writes what the widget loads of a bank after it has begun",
    help: "\
bank compile FILE --out FOLDER: writes what the widget loads of a bank after it has begun,
to FOLDER/answers.<bank>.<fingerprint>.txt, and what the grader of typed answers holds them against,
to FOLDER/rubrics.<bank>.<fingerprint>.txt, and prints both paths

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
    let rubrics = terse(&rubrics::write_rubrics(&bank, &answers));
    let (_, mut answers) = json::begin_with(&bank, answers);
    highlight::highlight(&bank, &mut answers);
    if let Err(error) = std::fs::create_dir_all(folder) {
        return out::unusable(folder, error);
    }
    let mut written = String::new();
    for (kind, text) in [("answers", json::write_answers(&answers)), ("rubrics", rubrics)] {
        let path = folder.join(format!("{kind}.{}.{}.txt", bank.id(), answers.fingerprint));
        if let Err(error) = std::fs::write(&path, text) {
            return out::unusable(&path, error);
        }
        written += &format!("{}\n", path.display());
    }
    out::print(&written)
}
