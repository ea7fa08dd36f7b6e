//! `bank check`: everything that is wrong with banks, and what is doubtful about them.

use super::arguments::Given;
use super::{Command, FAULTY, UNUSABLE, out, source};
use mock_interview::bank::doctor;
use mock_interview::grade;
use source::Source;
use std::path::Path;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "check",
    summary: "says what is wrong with banks, and what is doubtful",
    help: "\
bank check FILE… [--strict]: says what is wrong with banks, and what is doubtful about them,
each as “file:line: error: what (how to mend it)” or “file:line: warning: …”

  FILE       a bank; there may be several
  --strict   warnings are errors

What an error stands for keeps a bank from being compiled. A warning is about what works and yet does a reader
no good: two questions that are one, a right choice that always is the longest. The rubrics are tried by judging the
bank's own words: every wording has to meet its key point, every common mistake has to be found out, and the model
answer has to pass. Words are compared in English; banks in other languages get no such warnings.

Exit code: 0 no errors, 1 errors, 2 wrong call or unreadable file.
Example:   bank check banks/*.md --strict
",
    options: &[("strict", false)],
    files: (1, usize::MAX),
    run,
};

/// How many of each were found.
#[derive(Default)]
struct Tally {
    questions: usize,
    errors: usize,
    warnings: usize,
    unreadable: usize,
}

fn run(given: &Given) -> ExitCode {
    let mut tally = Tally::default();
    for file in &given.files {
        match source::read(file) {
            Ok(read) => check(file, &read, given.has("strict"), &mut tally),
            Err(_) => tally.unreadable += 1,
        }
    }
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let unreadable = if tally.unreadable == 0 { String::new() } else { format!(", {} unreadable", tally.unreadable) };
    out::tell(&format!(
        "{} in {}: {}, {}{unreadable}\n",
        count(tally.questions, "question"),
        count(given.files.len(), "file"),
        count(tally.errors, "error"),
        count(tally.warnings, "warning"),
    ));
    match tally {
        Tally { unreadable: 1.., .. } => ExitCode::from(UNUSABLE),
        Tally { errors: 1.., .. } => ExitCode::from(FAULTY),
        _ => ExitCode::SUCCESS,
    }
}

fn check(file: &Path, read: &Source, strict: bool, tally: &mut Tally) {
    let mut told: Vec<(usize, String)> = Vec::new();
    for problem in &read.problems {
        told.push((problem.line, source::line(file, problem.line, "error", &problem.what, &problem.mend)));
        tally.errors += 1;
    }
    if let Some((bank, answers)) = &read.bank {
        tally.questions += bank.questions().len();
        let mut findings = doctor::examine(bank, answers);
        findings.extend(grade::doctor::examine(bank, answers));
        *(if strict { &mut tally.errors } else { &mut tally.warnings }) += findings.len();
        for finding in findings {
            let question = finding.question.and_then(|n| bank.questions().get(n));
            let line = question.map_or(1, |question| read.line_of(&question.id, finding.quote().unwrap_or_default()));
            let word = if strict { "error" } else { "warning" };
            told.push((line, source::line(file, line, word, &finding.what, finding.mend)));
        }
    }
    // By line, and as found where that is the same.
    told.sort_by_key(|(line, _)| *line);
    out::tell(&told.into_iter().map(|(_, line)| line).collect::<String>());
}
