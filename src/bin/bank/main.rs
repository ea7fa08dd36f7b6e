//! `bank`: the authors' command line. Each command is a file; this one finds the command, its arguments and its help.

mod arguments;
mod blocks;
mod card;
mod check;
mod compile;
mod convert;
mod grade;
mod highlight;
mod jsonld;
mod list;
mod new;
mod out;
mod python;
mod run;
mod single;
mod source;

use arguments::{Given, Wrong};
use std::ffi::OsString;
use std::process::ExitCode;

/// What is said of a command where all are listed, and what makes it run.
pub struct Command {
    pub name: &'static str,
    pub summary: &'static str,
    /// What `--help` prints: the arguments, the exit codes, an example.
    pub help: &'static str,
    /// Each with whether a value follows it.
    pub options: &'static [(&'static str, bool)],
    /// How many files it takes, at least and at most.
    pub files: (usize, usize),
    pub run: fn(&Given) -> ExitCode,
}

const COMMANDS: [&Command; 10] = [
    &check::COMMAND,
    &list::COMMAND,
    &run::COMMAND,
    &grade::COMMAND,
    &new::COMMAND,
    &convert::COMMAND,
    &compile::COMMAND,
    &single::COMMAND,
    &jsonld::COMMAND,
    &card::COMMAND,
];

/// The bank has problems; each was printed with its line.
pub const FAULTY: u8 = 1;
/// A wrong call, or a file that cannot be read or written.
pub const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(first) = words.next() else {
        out::tell(&help());
        return ExitCode::from(UNUSABLE);
    };
    let rest: Vec<OsString> = words.collect();
    match first.to_string_lossy().as_ref() {
        "--help" | "-h" => out::print(&help()),
        "--version" | "-V" => out::print(concat!("bank ", env!("CARGO_PKG_VERSION"), "\n")),
        "help" => help_on(&rest),
        name => match COMMANDS.iter().find(|command| command.name == name) {
            Some(command) => carry_out(command, rest),
            None => unknown(name),
        },
    }
}

fn carry_out(command: &Command, words: Vec<OsString>) -> ExitCode {
    match arguments::read(command, words) {
        Ok(given) => (command.run)(&given),
        Err(Wrong::Help) => out::print(command.help),
        Err(Wrong::Call(what)) => {
            let name = command.name;
            out::tell(&format!("bank {name}: {what}\nTry “bank {name} --help”.\n"));
            ExitCode::from(UNUSABLE)
        }
    }
}

fn help_on(words: &[OsString]) -> ExitCode {
    let Some(name) = words.first().map(|name| name.to_string_lossy()) else { return out::print(&help()) };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => out::print(command.help),
        None if name == "help" || name.starts_with('-') => out::print(&help()),
        None => unknown(&name),
    }
}

fn unknown(name: &str) -> ExitCode {
    let kind = if name.starts_with('-') { "option" } else { "command" };
    let known = COMMANDS.iter().map(|command| command.name).chain(["help", "--help", "--version"]);
    let nearest = arguments::nearest(name, known);
    out::tell(&format!("bank: there is no {kind} “{name}”{nearest}\nTry “bank help”.\n"));
    ExitCode::from(UNUSABLE)
}

fn help() -> String {
    let commands: String = COMMANDS.iter().map(|command| format!("  {:<9}{}\n", command.name, command.summary)).collect();
    format!(
        "bank: works on question banks for <mock-interview>

Usage: bank COMMAND …

{commands}  help     prints this, or after it the name of a command what that one does

Options: -h, --help; -V, --version

Exit code: 0 done, 1 the bank has problems (each is printed with its line), 2 wrong call or unreadable file.
"
    )
}
