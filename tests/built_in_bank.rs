//! The shipped bank: that the doctor finds nothing, that it is complete, that its choices give nothing away, and that its
//! programs print what they are said to print. That needs `python3`, 3.11 or later.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::answers::{Answers, ModelAnswer};
use mock_interview::bank::doctor::{examine, whole::right_is_longest};
use mock_interview::bank::hash::fnv32;
use mock_interview::bank::text::{Block, plain};
use mock_interview::bank::{Bank, Level, Question, markdown};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What can be said in half a minute, or a little more.
const SHORT: usize = 480;
/// Words of the short answer and the explanation, which can be spoken in a minute.
const MINUTE: usize = 160;
/// Lines of a program, as many as are read in a glance.
const LINES: usize = 20;
const QUESTIONS: usize = 86;

fn shipped() -> String {
    fs::read_to_string("static/banks/async-python.md").unwrap()
}

fn read(source: &str) -> (Bank, Answers) {
    markdown::read("async-python", source).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn the_shipped_bank_is_complete() {
    let wrong = complaints(&shipped());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn its_rubrics_judge_its_own_words_rightly() {
    let (bank, answers) = read(&shipped());
    assert_eq!(mock_interview::grade::doctor::examine(&bank, &answers), []);
}

#[test]
fn its_programs_print_what_it_says() {
    let wrong = untrue_programs(&shipped());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn complaints(source: &str) -> Vec<String> {
    let (bank, answers) = read(source);
    let mut wrong = Vec::new();
    let questions = bank.questions();
    let ids: String = questions.iter().map(|question| format!("{}\n", question.id.0)).collect();
    if questions.len() != QUESTIONS {
        wrong.push(format!("there are {} questions", questions.len()));
    }
    if ids != fs::read_to_string("tests/banks/async-python.ids").unwrap() {
        wrong.push("the ids differ from tests/banks/async-python.ids; whoever has practised would lose their history".to_owned());
    }
    for level in Level::ALL {
        if questions.iter().filter(|question| question.level == level).count() < 5 {
            wrong.push(format!("fewer than five questions are {}", level.name()));
        }
    }
    for question in questions {
        let missing = missing(question, answers.get(&question.id).unwrap());
        wrong.extend(missing.into_iter().map(|what| format!("{}: {what}", question.id.0)));
    }
    let leads = |answer: &ModelAnswer| answer.key_points.iter().any(|point| !point.follow_ups.is_empty());
    for question in questions.iter().filter(|question| question.level == Level::Deep) {
        let points = &answers.get(&question.id).unwrap().key_points;
        for (if_met, name) in [(true, "met"), (false, "missed")] {
            if !points.iter().flat_map(|point| &point.follow_ups).any(|next| next.if_met == if_met) {
                wrong.push(format!("{}: a deep dive goes on from it, and no “If {name}” says where", question.id.0));
            }
        }
    }
    let leading = answers.answers.iter().filter(|(_, answer)| leads(answer)).count();
    if leading < 30 {
        wrong.push(format!("{leading} questions lead to a follow-up, of 30 at least"));
    }
    wrong.extend(unfair_choices(questions, &answers));
    wrong.extend(examine(&bank, &answers).into_iter().map(|finding| {
        let about = finding.question.map_or("the bank", |n| &questions[n].id.0);
        format!("{about}: {}", finding.what)
    }));
    wrong
}

/// The words that are said aloud; a listing is not.
fn words(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph(text) => plain(text).split_whitespace().count(),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().map(|item| words(item)).sum(),
        Block::Quote(inner) => words(inner),
        Block::Table { cells, .. } => cells.iter().map(|cell| plain(cell).split_whitespace().count()).sum(),
        Block::Code(..) | Block::Program { .. } => 0,
    };
    blocks.iter().map(count).sum()
}

/// The lines of the longest listing.
fn longest(blocks: &[Block]) -> usize {
    let lines = |block: &Block| match block {
        Block::Code(_, source) | Block::Program { source, .. } => source.lines().count(),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().map(|item| longest(item)).max().unwrap_or_default(),
        Block::Quote(inner) => longest(inner),
        Block::Paragraph(_) | Block::Table { .. } => 0,
    };
    blocks.iter().map(lines).max().unwrap_or_default()
}

fn missing(question: &Question, answer: &ModelAnswer) -> Vec<String> {
    let long = plain(&answer.short).chars().count();
    let spoken = plain(&answer.short).split_whitespace().count() + words(&answer.explanation);
    let lines = longest(&answer.explanation).max(longest(&question.details));
    let is_pythons =
        |address: &str| ["https://docs.python.org/3/", "https://peps.python.org/"].iter().any(|of| address.starts_with(of));
    let wrong_choices = question.choices.iter().filter(|choice| !choice.right).count();
    let insecure = answer.sources.iter().any(|source| !source.address.starts_with("https://"));
    let points = answer.key_points.len();
    let poor = answer.key_points.iter().find(|point| point.wordings.len() < 3).map(|point| plain(&point.fact));
    let rules = [
        (long > SHORT, format!("the short answer has {long} characters, of {SHORT} at most")),
        (
            answer.sources.is_empty() || insecure,
            "it has no source; a paragraph “Source: …” with https links is wanted".to_owned(),
        ),
        (answer.explanation.is_empty(), "it has no explanation".to_owned()),
        (!(3..=6).contains(&points), format!("it has {points} key points, of three to six")),
        (poor.is_some(), format!("there are fewer than three other wordings of “{}”", poor.unwrap_or_default())),
        (answer.misconceptions.is_empty(), "it has no misconception".to_owned()),
        (answer.hints.is_empty(), "it has no hint".to_owned()),
        (question.choices.len() < 4, "it has fewer than four choices".to_owned()),
        (wrong_choices > 4, format!("it has {wrong_choices} wrong choices, of four at most")),
        (spoken > MINUTE, format!("answer and explanation have {spoken} words, of {MINUTE} at most")),
        (lines > LINES, format!("a listing has {lines} lines, of {LINES} at most")),
        (
            !answer.sources.iter().any(|source| is_pythons(&source.address)),
            "none of its sources is the documentation of Python or a PEP".to_owned(),
        ),
    ];
    rules.into_iter().filter(|(broken, _)| *broken).map(|(_, what)| what).collect()
}

fn unfair_choices(questions: &[Question], answers: &Answers) -> Vec<String> {
    let asked: Vec<&Question> = questions.iter().filter(|question| question.choices.len() >= 4).collect();
    let explained = asked.iter().filter(|question| {
        let answer = answers.get(&question.id).unwrap();
        question.choices.iter().all(|choice| choice.right || answer.why(choice.key).is_some())
    });
    let explained = explained.count();
    let longest = asked.iter().filter(|question| right_is_longest(question)).count();

    let mut wrong = Vec::new();
    if explained < questions.len() {
        wrong.push(format!("{explained} questions have four choices and a why for every wrong one, of {}", questions.len()));
    }
    if longest * 4 > asked.len() {
        wrong.push(format!("the right choice is the longest in {longest} of {} questions", asked.len()));
    }
    for place in 0..4 {
        let here = asked.iter().filter(|question| question.choices.get(place).is_some_and(|choice| choice.right)).count();
        // A quarter would be even.
        if here * 6 < asked.len() || here * 3 > asked.len() {
            wrong.push(format!("the right choice has place {} in {here} of {} questions", place + 1, asked.len()));
        }
    }
    wrong
}

/// What `bank run` complains about. It lets a program write to standard error; here none may.
fn untrue_programs(source: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("programs-{}.md", fnv32(source.as_bytes())));
    fs::write(&file, source).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_bank")).arg("run").arg(&file).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_ne!(output.status.code(), Some(2), "{told}");
    let (complaints, counts) = told.trim_end().rsplit_once('\n').unwrap_or(("", told.trim_end()));
    let printing = counts.strip_prefix("programs: ").and_then(|rest| rest.split(',').next()?.parse().ok()).unwrap_or(0);
    assert!(printing >= 40, "only {printing} programs say what they print");
    assert_eq!(output.status.success(), !complaints.contains(": error: "), "{told}");
    complaints.lines().map(str::to_owned).collect()
}

/// A rule that cannot fail guards nothing: each of these changes breaks one.
#[test]
fn every_rule_can_fail() {
    let all_first = "### Which? {#q-N .basic topic=t}\n\nShort.\n\n- [x] 1\n- [ ] 2\n- [ ] 3\n- [ ] 4\n\n";
    let all_first: String = (0..QUESTIONS).map(|n| all_first.replace('N', &n.to_string())).collect();
    let change = |from: &str, to: &str| {
        assert!(shipped().contains(from), "the bank no longer holds {from:?}");
        shipped().replace(from, to)
    };
    let once = |from: &str, to: &str| {
        assert!(shipped().contains(from), "the bank no longer holds {from:?}");
        shipped().replacen(from, to, 1)
    };
    let added = shipped() + "\n### New? {#new .core topic=t}\n\nShort.\n\nSource: [x](https://example.org)\n";
    for (source, told) in [
        (added.clone(), "there are 87 questions"),
        (added, "new: it has no explanation"),
        (once("{#async-programming-idea", "{#other"), "the ids differ"),
        (change(".deep", ".core"), "fewer than five questions are deep"),
        (once(" topic=foundations}", "}"), "async-programming-idea: the question has no topic, and others have one"),
        (once("\nSource: [", "\nSee ["), "it has no source"),
        (once("\nSource: [asyncio](https", "\nSource: [asyncio](http"), "it has no source"),
        (once("\n\n", &format!("\n\n### New?\n\n{}\n\n", "x".repeat(SHORT + 1))), "the short answer has 481 characters"),
        (change("  - If ", "  - Or if "), "0 questions lead to a follow-up"),
        (change("  - If met: ", "  - Or if "), "uncancel: a deep dive goes on from it, and no “If met” says where"),
        (change("  - If missed: ", "  - Or if "), "uncancel: a deep dive goes on from it, and no “If missed” says where"),
        (once("\n\n- [", &format!("\n\nOnce more: {}\n\n- [", "word ".repeat(MINUTE))), "words, of 160 at most"),
        (once("\n\n- [", &format!("\n\n```text\n{}```\n\n- [", "x\n".repeat(LINES + 1))), "a listing has 21 lines"),
        (once("\n\n- [x]", "\n\n- [ ] A\n- [ ] B\n- [x]"), "it has 5 wrong choices"),
        (change("(https://docs.python.org/", "(https://docs.example.org/"), "none of its sources is the documentation of Python"),
        (change("\n\nHints:\n", "\n\nHints\n"), "it has no hint"),
        (change("\n\nKey points:\n", "\n\nPoints:\n"), "it has 0 key points"),
        (change("\n\nCommon mistakes:\n", "\n\nMistakes:\n"), "it has no misconception"),
        (change("\n  > ", "\n  "), "0 questions have four choices and a why"),
        (change("- [x] ", &format!("- [x] {}", "longer ".repeat(20))), "the right choice is the longest in 86 of 86"),
        (all_first.clone(), "the right choice has place 1 in 86 of 86 questions"),
        (all_first, "the right choice has place 4 in 0 of 86 questions"),
    ] {
        let wrong = complaints(&source);
        assert!(wrong.iter().any(|wrong| wrong.contains(told)), "{told}: {wrong:#?}");
    }
    for (source, told) in [
        (once("async def say(text):", "async def say(text)"), "    SyntaxError: "),
        (once("```text\nawaited\n", "```text\nwaited\n"), "    +awaited"),
    ] {
        let wrong = untrue_programs(&source);
        assert!(wrong.iter().any(|wrong| wrong.contains(told)), "{told}: {wrong:#?}");
    }
}
