//! The authors' command line.

use mock_interview::bank::{json, markdown};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
bank: works on question banks for <mock-interview>

  bank compile FILE.md --out FOLDER   writes the model answers of a bank, as the widget loads them,
                                      to FOLDER/<bank>.<fingerprint>.json and prints that path

Exit code: 0 done, 1 the bank has problems (each is printed with its line), 2 wrong call or unreadable file.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["compile", file, "--out", folder] => compile(Path::new(file), Path::new(folder)),
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

fn compile(file: &Path, folder: &Path) -> ExitCode {
    let source = match std::fs::read_to_string(file) {
        Ok(source) => source,
        Err(error) => return unreadable(file, &error.to_string()),
    };
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let answers = match markdown::read(&id, &source) {
        Ok((_, answers)) => answers,
        Err(problems) => {
            for problem in problems {
                eprintln!("{}:{}: {} ({})", file.display(), problem.line, problem.what, problem.mend);
            }
            return ExitCode::FAILURE;
        }
    };
    let path: PathBuf = folder.join(format!("{id}.{}.json", answers.fingerprint));
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
