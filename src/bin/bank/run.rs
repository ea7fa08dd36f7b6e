//! `bank run`: whether the programs of banks print what the banks say.

use super::arguments::Given;
use super::python::{End, How, Python};
use super::{Command, FAULTY, UNUSABLE, blocks, out, source};
use similar::TextDiff;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

pub const COMMAND: Command = Command {
    name: "run",
    summary: "runs the programs of banks and compares what they print",
    help: "\
bank run FILE… [--timeout SECONDS]: runs the programs of banks and compares what they print with what the bank says

  FILE                a bank; there may be several
  --timeout SECONDS   how long a program may run; 10 without it

A program is a listing in Python (python, py or python3) and, right under it, a block of text, output or console.
Listings in Python that do not say what they print are not run: only their syntax is checked.
The programs run as you, unguarded: read a bank of somebody else before you run it.
The environment variable PYTHON names another Python than python3.

Exit code: 0 all print what the bank says, 1 one does not or fails, 2 wrong call, unreadable file or no Python.
Example:   PYTHON=python3.13 bank run questions.md
",
    options: &[("timeout", true)],
    files: (1, usize::MAX),
    run,
};

const PARSE: &str = "import ast, sys; ast.parse(sys.stdin.read())";
/// Most programs of a bank sleep, so two do not disturb each other; more would, where the order depends on the time.
const AT_ONCE: usize = 2;

/// A listing in Python, and where it stands.
struct Job<'a> {
    file: &'a Path,
    line: usize,
    /// Its number in the question, from 1.
    n: usize,
    source: String,
    output: Option<String>,
}

struct Verdict {
    failed: bool,
    text: String,
}

fn run(given: &Given) -> ExitCode {
    let timeout = match given.value("timeout").map(|value| value.to_string_lossy().parse()) {
        None => 10,
        Some(Ok(seconds @ 1..=3600)) => seconds,
        Some(_) => {
            out::tell("bank run: --timeout takes a number of seconds, from 1 to 3600\nTry “bank run --help”.\n");
            return ExitCode::from(UNUSABLE);
        }
    };
    let python = match Python::find(Duration::from_secs(timeout)) {
        Ok(python) => python,
        Err(what) => {
            out::tell(&format!("bank run: {what}\n"));
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut codes = Vec::new();
    let mut jobs = Vec::new();
    for file in &given.files {
        match source::sound(file) {
            Ok((source, bank, answers)) => {
                for question in bank.questions() {
                    let listings = blocks::listings(question, answers.get(&question.id));
                    let listings = (1..).zip(&listings).filter(|(_, listing)| is_python(listing.language));
                    jobs.extend(listings.map(|(n, listing)| Job {
                        file,
                        line: source.line(&question.id),
                        n,
                        source: listing.source.to_owned(),
                        output: listing.output.map(str::to_owned),
                    }));
                }
            }
            Err(code) => codes.push(code),
        }
    }
    let verdicts = judge(&python, &jobs);
    out::tell(&verdicts.iter().map(|verdict| verdict.text.as_str()).collect::<String>());
    let failed = verdicts.iter().filter(|verdict| verdict.failed).count();
    let programs = jobs.iter().filter(|job| job.output.is_some()).count();
    out::tell(&format!("programs: {programs}, other listings: {}, failed: {failed}\n", jobs.len() - programs));
    if codes.contains(&ExitCode::from(UNUSABLE)) {
        ExitCode::from(UNUSABLE)
    } else if failed > 0 || !codes.is_empty() {
        ExitCode::from(FAULTY)
    } else {
        ExitCode::SUCCESS
    }
}

fn is_python(language: &str) -> bool {
    let name = language.split([' ', ',', '{']).next().unwrap_or_default();
    ["python", "py", "python3"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// In the order of the jobs.
fn judge(python: &Python, jobs: &[Job]) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let (sender, verdicts) = channel();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            let (next, sender) = (&next, sender.clone());
            scope.spawn(move || {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(n) else { break };
                    // The other end outlives every thread here.
                    let _ = sender.send((n, verdict(python, job)));
                }
            });
        }
    });
    drop(sender);
    let mut verdicts: Vec<(usize, Verdict)> = verdicts.into_iter().collect();
    verdicts.sort_by_key(|(n, _)| *n);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}

fn verdict(python: &Python, job: &Job) -> Verdict {
    let arguments: &[&str] = if job.output.is_some() { &["-"] } else { &["-c", PARSE] };
    let fails = |what: &str, mend: &str, more: &str| {
        let what = format!("listing {} of the question {what}", job.n);
        Verdict { failed: true, text: source::line(job.file, job.line, "error", &what, mend) + &indented(more) }
    };
    let End { how, printed, complaints } = match python.run(arguments, &job.source) {
        Ok(end) => end,
        Err(error) => return fails("cannot be run", "try again", &error.to_string()),
    };
    match (&job.output, how) {
        (_, How::TimedOut) => fails("does not come to an end", "shorten it, or give it more time with --timeout", &complaints),
        (None, How::Badly) => fails("is not Python", "mend it, or name its language", last_line(&complaints)),
        (Some(_), How::Badly) => fails("fails", "mend it, or catch what it raises", &complaints),
        (Some(said), How::Well) if *said != printed => {
            let diff = TextDiff::configure().timeout(Duration::from_secs(1)).diff_lines(said.as_str(), printed.as_str());
            let diff = diff.unified_diff().header("what the bank says", "what it prints").to_string();
            fails("prints something else", "correct the program, or the block under it", &(diff + &complaints))
        }
        (Some(_), How::Well) if !complaints.is_empty() => {
            let what = format!("listing {} of the question complains", job.n);
            let text = source::line(job.file, job.line, "note", &what, "its reader will see this, too");
            Verdict { failed: false, text: text + &indented(&complaints) }
        }
        (_, How::Well) => Verdict { failed: false, text: String::new() },
    }
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
