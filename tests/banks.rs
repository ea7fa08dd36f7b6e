//! What the reader of Markdown makes of a bank: `tests/banks/` holds texts, and beside each the bank that is read from it,
//! as `bank convert` writes it (`.json`), or every problem that its author is told (`.problems`), and what is left of it for
//! readers all the same (`.rest`). `BLESS=1` writes those anew.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "writing/pieces.rs"]
mod pieces;
mod told;

use mock_interview::bank::answers::Answers;
use mock_interview::bank::{Bank, Mode, exchange, json, markdown};
use pieces::PIECES;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use told::told;

#[test]
fn every_bank_reads_as_it_should() {
    let mut files: Vec<_> = fs::read_dir("tests/banks").unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    assert!(files.len() > 20, "only {} banks were found", files.len());
    let wrong: Vec<String> = files.iter().filter_map(|file| check(file)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn check(file: &Path) -> Option<String> {
    let source = fs::read_to_string(file).unwrap();
    let lenient = told::reading(&markdown::read_good("bank", &source));
    let (ending, other, found) = match markdown::read("bank", &source) {
        Ok((bank, answers)) => {
            assert_eq!(lenient, told(&bank, &answers), "{}", file.display());
            let json = exchange::write::write(&bank, &answers);
            // So the golden text says all that was read.
            let (again, same) = exchange::read("bank", &json).unwrap_or_else(|problems| panic!("{json}{problems:#?}"));
            assert_eq!((again.title(), again.lang()), (bank.title(), bank.lang()), "{json}");
            assert_eq!((again.questions(), same.answers), (bank.questions(), answers.answers), "{json}");
            ("json", "problems", json)
        }
        Err(problems) => ("problems", "json", problems.iter().map(|problem| format!("{problem}\n")).collect()),
    };
    let rest = if ending == "problems" { unlike(&file.with_extension("rest"), &lenient) } else { None };
    let stray = file.with_extension(other);
    let stray = stray.exists().then(|| format!("{} should not be there", stray.display()));
    rest.or(unlike(&file.with_extension(ending), &found)).or(stray)
}

fn unlike(golden: &Path, found: &str) -> Option<String> {
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, found).unwrap();
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    (found != expected).then(|| format!("{} should be\n{expected}\nbut is\n{found}", golden.display()))
}

/// Pieces with which hardly any text is a bank.
const REFUSED: [&str; 5] = ["<b>", "<!-- ", "![", "javascript:", "\u{0}"];

fn anything() -> impl Strategy<Value = String> {
    let pieces = || proptest::sample::select([&PIECES[..], &REFUSED].concat());
    let piece = prop_oneof![
        12 => pieces().prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..6),
        1 => (pieces(), 20..60usize).prop_map(|(piece, times)| piece.repeat(times).into_bytes()),
        // A whole question, so that many of the texts are good.
        3 => Just(b"\n\n## Which?\n\nShort.\n\n".to_vec()),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| String::from_utf8_lossy(&pieces.concat()).into_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(source in anything()) {
        match markdown::read("bank", &source) {
            Ok((bank, answers)) => travels(&bank, &answers)?,
            Err(problems) => {
                let lines = source.split('\n').count();
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.is_sorted_by_key(|problem| problem.line));
                for problem in problems {
                    prop_assert!((1..=lines).contains(&problem.line), "{problem}, of {lines} lines");
                }
            }
        }
    }
}

/// The compiled form holds all of it.
fn travels(bank: &Bank, answers: &Answers) -> Result<(), TestCaseError> {
    let (asked, read_after) = (json::write_bank(bank), json::write_answers(answers));
    prop_assert_eq!(json::read_bank(&asked), Some(bank.clone()));
    prop_assert_eq!(json::read_answers(json::lines(&read_after)), Some(answers.clone()));
    let (beginning, later) = json::begin_with(bank, answers.clone());
    let mut begun = json::read_bank(&json::write_bank(&beginning)).unwrap();
    for mode in Mode::ALL {
        prop_assert!(bank.questions().iter().zip(begun.questions()).all(|(whole, part)| whole.can(mode) == part.can(mode)));
    }
    begun.fill(json::read_answers(json::lines(&json::write_answers(&later))).unwrap().questions);
    prop_assert_eq!(&begun, bank);
    let ids: Vec<_> = answers.answers.iter().map(|(id, _)| id).collect();
    prop_assert_eq!(ids, bank.questions().iter().map(|question| &question.id).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn the_deepest_text_that_is_read_also_travels() {
    let deepest = |open: &str| {
        (1..60).rev().find_map(|depth| {
            let source = format!("## Deep?\n\nShort.\n\n{}*_x_*\n", open.repeat(depth));
            markdown::read("bank", &source).ok()
        })
    };
    for open in ["> ", "- ", "1. ", "> - "] {
        let (bank, answers) = deepest(open).unwrap();
        travels(&bank, &answers).unwrap();
    }
}

#[test]
fn the_example_in_the_docs_is_a_bank() {
    let docs = fs::read_to_string("docs/bank-format.md").unwrap();
    let example = docs.split("````").nth(1).unwrap().strip_prefix("markdown\n").unwrap();
    let (bank, answers) = markdown::read("docs", example).unwrap();
    let told = told(&bank, &answers);
    assert!(told.contains("what-is-a-coroutine · basics · core\n"), "{told}");
    assert!(told.contains("not-awaited · pitfalls · deep\n"), "{told}");
}

#[test]
fn a_text_that_is_no_bank_is_refused() {
    assert_eq!(json::read_bank("{"), None);
    assert_eq!(json::read_bank(r#"["id", "title", "a bank without a question"]"#), None);
    assert_eq!(json::read_answers(vec!["{".to_owned(), String::new()]), None);
    let (_, answers) = markdown::read("bank", "## One?\n\nYes.\n\n## Two?\n\nNo.\n").unwrap();
    let written = json::write_answers(&answers);
    // Whatever of it has not come, nobody takes it for all of it.
    for part in (0..written.len()).map(|end| &written[..end]) {
        assert_eq!(json::read_answers(json::lines(part)), None, "{part}");
    }
}
