//! Files as banks: what is read, and what is said of those that cannot be.

use super::{FAULTY, out};
use mock_interview::bank::answers::Answers;
use mock_interview::bank::draft::Entry;
use mock_interview::bank::problem::Problem;
use mock_interview::bank::{Bank, Question, QuestionId, exchange, limits, markdown};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// A bank that is larger is refused, so there is no need to read to its end.
const LARGEST: u64 = limits::TEXT as u64;

/// What was read of a file.
pub struct Source {
    /// None where no question is left.
    pub bank: Option<(Bank, Answers)>,
    /// In the order of the file. Each of them refuses the bank.
    pub problems: Vec<Problem>,
    lines: Vec<(QuestionId, usize)>,
    text: String,
}

impl Source {
    /// Where the question stands.
    pub fn line(&self, id: &QuestionId) -> usize {
        self.lines.iter().find(|(other, _)| other == id).map_or(1, |(_, line)| *line)
    }

    /// The first line of the question that holds these words, whatever marks stand between their letters; or else the question's own.
    pub fn line_of(&self, id: &QuestionId, words: &str) -> usize {
        /// Of a line that is wrapped, so many letters are enough.
        const ENOUGH: usize = 16;
        let own = self.line(id);
        let next = self.lines.iter().map(|(_, line)| *line).filter(|line| *line > own).min().unwrap_or(usize::MAX);
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        let wanted = letters(words);
        if wanted.is_empty() {
            return own;
        }
        let holds = |line: &str| {
            let there = letters(line);
            there.contains(&wanted) || there.len() >= ENOUGH && wanted.starts_with(&there)
        };
        let mut lines = (1..).zip(self.text.lines()).skip_while(|(line, _)| *line < own).take_while(|(line, _)| *line < next);
        lines.find(|(_, line)| holds(line)).map_or(own, |(line, _)| line)
    }
}

/// Everything that can be read of the file; the exit code, after the reason was printed, where that is nothing.
pub fn read(file: &Path) -> Result<Source, ExitCode> {
    let text = text(file).map_err(|what| out::unusable(file, what))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let (reading, draft) = if is_json {
        (exchange::read_good(&id, &text), exchange::draft(&text))
    } else {
        (markdown::read_good(&id, &text), markdown::draft(&text))
    };
    let line = |(question, entry): (Question, Entry)| (question.id, entry.line);
    let lines = draft.map(|draft| draft.questions.into_iter().zip(draft.entries).map(line).collect()).unwrap_or_default();
    let problems = reading.problems.into_iter().map(|(problem, _)| problem).collect();
    Ok(Source { bank: reading.bank, problems, lines, text })
}

/// The bank in a file, or the exit code after its problems were printed.
pub fn sound(file: &Path) -> Result<(Source, Bank, Answers), ExitCode> {
    let mut source = read(file)?;
    match source.bank.take() {
        Some((bank, answers)) if source.problems.is_empty() => Ok((source, bank, answers)),
        _ => {
            let told = source.problems.iter().map(|problem| line(file, problem.line, "error", &problem.what, &problem.mend));
            out::tell(&told.collect::<String>());
            Err(ExitCode::from(FAULTY))
        }
    }
}

/// `file:line: error: what (how to mend it)`
pub fn line(file: &Path, line: usize, word: &str, what: &str, mend: &str) -> String {
    format!("{}:{line}: {word}: {what} ({mend})\n", file.display())
}

fn text(file: &Path) -> Result<String, String> {
    if file.is_dir() {
        return Err("this is a folder (name the files in it)".to_owned());
    }
    let mut bytes = Vec::new();
    // What a device says of its length is not true.
    let opened = File::open(file).and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes));
    opened.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("the file is larger than {} MiB (is it a bank?)", LARGEST >> 20));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        format!("the text is not UTF-8 at byte {at}, in line {line} (save it as UTF-8)")
    })
}
