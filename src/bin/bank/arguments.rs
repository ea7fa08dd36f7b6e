//! The words after the name of a command: options and files, each as the command knows it.

use super::Command;
use lexopt::Arg;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What was given, of what the command knows.
pub struct Given {
    pub files: Vec<PathBuf>,
    options: Vec<(&'static str, Option<OsString>)>,
}

impl Given {
    /// The file, where a command takes just one.
    pub fn file(&self) -> &Path {
        self.files.first().map_or(Path::new(""), PathBuf::as_path)
    }

    pub fn has(&self, option: &str) -> bool {
        self.options.iter().any(|(name, _)| *name == option)
    }

    /// The last one given.
    pub fn value(&self, option: &str) -> Option<&OsString> {
        self.options.iter().rev().find(|(name, _)| *name == option).and_then(|(_, value)| value.as_ref())
    }
}

pub enum Wrong {
    /// Help was asked for instead.
    Help,
    Call(String),
}

impl From<lexopt::Error> for Wrong {
    fn from(error: lexopt::Error) -> Wrong {
        Wrong::Call(error.to_string())
    }
}

pub fn read(command: &Command, words: Vec<OsString>) -> Result<Given, Wrong> {
    let mut parser = lexopt::Parser::from_args(words);
    let mut given = Given { files: Vec::new(), options: Vec::new() };
    while let Some(word) = parser.next()? {
        let unknown = match word {
            Arg::Short('h') | Arg::Long("help") => return Err(Wrong::Help),
            Arg::Long(name) => match command.options.iter().find(|(known, _)| *known == name) {
                Some((known, takes_value)) => {
                    let value = if *takes_value { Some(parser.value()?) } else { None };
                    given.options.push((known, value));
                    continue;
                }
                None => format!("--{name}"),
            },
            Arg::Value(file) => {
                given.files.push(PathBuf::from(file));
                continue;
            }
            Arg::Short(letter) => format!("-{letter}"),
        };
        let known: Vec<String> = command.options.iter().map(|(name, _)| format!("--{name}")).collect();
        let nearest = nearest(&unknown, known.iter().map(String::as_str).chain(["--help"]));
        return Err(Wrong::Call(format!("there is no option “{unknown}”{nearest}")));
    }
    let (least, most) = command.files;
    match given.files.get(most) {
        Some(extra) => Err(Wrong::Call(format!("“{}” is one file too many", extra.display()))),
        None if given.files.len() < least => Err(Wrong::Call(missing(least))),
        None => Ok(given),
    }
}

fn missing(least: usize) -> String {
    if least == 1 { "no file was named".to_owned() } else { format!("it takes {least} files") }
}

/// “; is “check” meant?”, where one of the known words is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    // Below this, the nearest of a few short words is mostly another word and no slip of the finger.
    const ALIKE: f64 = 0.6;
    let word: String = word.chars().take(40).collect();
    let likeness = known.map(|name| (strsim::normalized_damerau_levenshtein(&word, name), name));
    match likeness.max_by(|one, other| one.0.total_cmp(&other.0)) {
        Some((alike, name)) if alike >= ALIKE => format!("; is “{name}” meant?"),
        _ => String::new(),
    }
}
