//! The rules of a round as stories: each file in `tests/transcripts/` says what someone did and when, and what
//! happened then. Whoever can read can check them.
//!
//! In a file the lines that begin at the margin are the script; the indented ones are what happened, and this test
//! writes them anew and compares. `BLESS=1 cargo test --test transcripts` keeps what happened now.
//!
//! An input goes to the question on screen unless it says `for ID`. The screen is as the last input left it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod transcripts {
    pub mod stage;
    mod words;
}

use mock_interview::bank::markdown;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use transcripts::stage::Stage;

#[test]
fn every_transcript_tells_what_happens() {
    let folder = Path::new("tests/transcripts");
    let (mut bank, answers) = markdown::read("transcripts", &fs::read_to_string(folder.join("bank.md")).unwrap()).unwrap();
    (0..bank.questions().len()).for_each(|place| bank.show_program(place, &answers));
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    assert!(files.len() >= 12, "only {} transcripts were found", files.len());

    let mut wrong = String::new();
    for file in files {
        let told = fs::read_to_string(&file).unwrap();
        let happened = Stage::new(&bank).play(&told);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, happened).unwrap();
        } else if let Some((n, (told, happened))) = first_difference(&told, &happened) {
            writeln!(wrong, "{}:{n}\n  told      {told}\n  happened  {happened}", file.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn first_difference<'a>(told: &'a str, happened: &'a str) -> Option<(usize, (&'a str, &'a str))> {
    let end = ["(the end)"];
    let lines = told.lines().chain(end).zip(happened.lines().chain(end));
    (1..).zip(lines).find(|(_, (told, happened))| told != happened)
}

#[test]
fn a_difference_is_found_wherever_it_is() {
    assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some((2, ("b", "c"))));
    assert_eq!(first_difference("a\n", "a\nb\n"), Some((2, ("(the end)", "b"))));
}
