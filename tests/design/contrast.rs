//! Words can be read on every ground they may stand on, and what is no word but has to be seen can be seen.

use super::colour::{Tokens, contrast};
use super::sheet::{all, declarations};

const GROUNDS: [&str; 3] = ["paper", "wash", "tint"];
const WORDS: [&str; 6] = ["ink", "soft", "accent", "good", "bad", "warn"];
/// Edges of what can be pressed, and marks.
const PARTS: [&str; 5] = ["edge", "accent", "good", "bad", "warn"];
/// Where a thing ends that would be understood without it.
const DECORATION: [&str; 1] = ["line"];

/// What is too hard to tell from its ground.
fn failures(wanted: f64, of: &[&str], grounds: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (dark, theme) in [(false, "light"), (true, "dark")] {
        let tokens = Tokens::read(dark);
        for name in of {
            for ground in grounds {
                let is = contrast(tokens.colour(name), tokens.colour(ground));
                if is < wanted {
                    found.push(format!("{theme}: {name} on {ground} is {is:.2}, not {wanted}"));
                }
            }
        }
    }
    found
}

#[test]
fn words_can_be_read() {
    assert_eq!(failures(4.5, &WORDS, &GROUNDS), [""; 0]);
    assert_eq!(failures(4.5, &["on-accent"], &["accent"]), [""; 0]);
    assert_eq!(failures(7.0, &["ink"], &GROUNDS), [""; 0]);
}

#[test]
fn parts_can_be_seen() {
    assert_eq!(failures(3.0, &PARTS, &["paper", "wash"]), [""; 0]);
    // How far a bar is.
    assert_eq!(failures(3.0, &["accent", "warn"], &["line"]), [""; 0]);
}

/// The parts of a listing stand on the ground of listings, and on that of the model answer.
#[test]
fn listings_can_be_read() {
    let sheet = all();
    let code: Vec<&str> = declarations(&sheet)
        .into_iter()
        .filter(|(_, value)| value.contains("mock-interview-code-"))
        .map(|(_, value)| value)
        .collect();
    assert_eq!(code.len(), 6);
    for dark in [false, true] {
        let tokens = Tokens::read(dark);
        for value in &code {
            for ground in ["paper", "wash"] {
                let is = contrast(tokens.value(value), tokens.colour(ground));
                assert!(is >= 4.5, "{value} on {ground} is {is:.2}");
            }
        }
    }
}

/// A new colour does not come in without being looked at here.
#[test]
fn every_colour_is_one_of_these() {
    let sheet = all();
    let is_colour = |value: &str| value.contains('#') || value.starts_with("light-dark") || value.contains("color-mix");
    let tokens = Tokens::read(false);
    let known: Vec<&str> = [&GROUNDS[..], &WORDS, &PARTS, &DECORATION, &["on-accent"]].concat();
    for name in tokens.names() {
        let value = declarations(&sheet).into_iter().find(|(other, _)| other.strip_prefix("--") == Some(name)).unwrap().1;
        assert!(!is_colour(value) || known.contains(&name), "--{name} is not held against anything");
    }
    // Elsewhere they are named, not mixed anew.
    let loose: Vec<_> =
        declarations(&sheet).into_iter().filter(|(name, value)| !name.starts_with("--") && value.contains('#')).collect();
    assert!(loose.iter().all(|(name, value)| *name == "color" && value.contains("mock-interview-code-")), "{loose:?}");
}

#[test]
fn a_colour_that_is_too_pale_is_found() {
    assert_eq!(failures(4.5, &["line"], &["paper"]).len(), 2);
}
