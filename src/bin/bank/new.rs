//! `bank new`: a bank to begin with.

use super::arguments::Given;
use super::{Command, UNUSABLE, out};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "new",
    summary: "writes a bank to begin with",
    help: "\
bank new [FILE]: writes a bank to begin with; it holds one of everything that a bank can say

  FILE     where to write, never over a file that is there; without it, the bank is printed

Exit code: 0 done, 2 wrong call or unwritable file.
Example:   bank new questions.md
",
    options: &[],
    files: (0, 1),
    run,
};

const STARTER: &str = include_str!("starter.md");

fn run(given: &Given) -> ExitCode {
    let Some(file) = given.files.first() else { return out::print(STARTER) };
    let written =
        OpenOptions::new().write(true).create_new(true).open(file).and_then(|mut new| new.write_all(STARTER.as_bytes()));
    match written {
        Ok(()) => out::print(&format!("{}\n", file.display())),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            out::tell(&format!("{}: error: the file is there already (choose another name)\n", file.display()));
            ExitCode::from(UNUSABLE)
        }
        Err(error) => out::unusable(file, error),
    }
}
