//! The words of the interface: English by itself, another language by a catalogue as `script/languages.mjs` makes it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::words;
use mock_interview::language::{code, fill, form, is_rtl, key, n, number, speak, t};
use mock_interview::progress::schedule::day::Day;
use mock_interview::round::clock::Span;
use std::fs;

/// Spoken in the thread of this test alone. The names are what `script/languages.mjs` makes of the English words.
fn polish() {
    let words = [
        ("code", "pl"),
        ("dir", "ltr"),
        ("TRY_AGAIN", "Spróbuj ponownie"),
        ("QUESTION", "{0} pytanie\n{0} pytania\n{0} pytań"),
        ("ON", "{1}: {0}"),
    ];
    let names = [("TRY_AGAIN", "Try again"), ("QUESTION", "{} question"), ("ON", "{questions} on {topics}")];
    let catalogue = words.map(|(name, words)| {
        let name = names.iter().find(|(short, _)| *short == name).map_or(name.to_owned(), |(_, english)| letters(english));
        (name, words.to_owned())
    });
    let (heads, mut entries): (Vec<_>, Vec<_>) = catalogue.into_iter().partition(|(name, _)| name.len() < 8);
    entries.sort_by_key(|(name, _)| name.bytes().fold(0_u64, |hash, letter| (hash << 4) | u64::from(letter & 15)));
    speak(heads.into_iter().chain(entries).collect(), Box::new(intl));
}

fn letters(english: &str) -> String {
    let hash = english.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}").chars().map(|digit| char::from(b"pabcdefghijklmno"[digit.to_digit(16).unwrap() as usize])).collect()
}

fn intl(what: &str, number: f64) -> String {
    match what {
        "plural" => ["2", "0", "1", "1", "1", "2"][(number as usize).min(5)].to_owned(),
        _ => format!("<{what} {number}>"),
    }
}

#[test]
fn english_needs_nothing() {
    assert_eq!((code(), is_rtl(), t("Try again"), key("Drill")), ("en", false, "Try again", "Drill"));
    assert_eq!(
        [n("{} day", "{} days", 0), n("{} day", "{} days", 1), n("{} day", "{} days", 12)],
        ["0 days", "1 day", "12 days"]
    );
    assert_eq!(fill("{questions} on {topics}, {} %", &[&"3 questions", &"a topic", &7]), "3 questions on a topic, 7 %");
    assert_eq!(fill("no place", &[&1]), "no place");
    assert_eq!(fill("{} of {}", &[&1]), "1 of ");
    assert_eq!([number(7.0), number(7.5)], ["7", "7.5"]);
    assert_eq!([words::duration(Span::seconds(245)), words::percent(80)], ["4 min 5 s", "80%"]);
    assert_eq!([words::date(Day(0)), words::month(Day(0)), words::weekday(Day(0))], ["1 Jan 1970", "Jan", "Thu"]);
    assert_eq!([words::weekday(Day(-1)), words::weekday(Day(4))], ["Wed", "Mon"]);
}

#[test]
fn another_language_has_its_own_words_forms_and_order() {
    polish();
    assert_eq!((code(), is_rtl(), t("Try again")), ("pl", false, "Spróbuj ponownie"));
    assert_eq!(t("The name of a bank’s preset"), "The name of a bank’s preset");
    let questions = [1, 2, 5].map(words::questions);
    assert_eq!(questions, ["<number 1> pytanie", "<number 2> pytania", "<number 5> pytań"]);
    assert_eq!(form("{} question", "{} questions", 3), "{0} pytania");
    assert_eq!(form("{} day", "{} days", 3), "{} days", "what the catalogue lacks is English");
    assert_eq!(fill(t("{questions} on {topics}"), &[&"A", &"B"]), "B: A");
    assert_eq!([words::percent(80), words::date(Day(3)), number(7.5)], ["<percent 80>", "<date 3>", "<number 7.5>"]);
    assert_eq!(words::duration(Span::seconds(245)), "<short 245>");
}

/// The build makes the names of a catalogue, and this program looks for them.
#[test]
fn both_sides_have_the_same_names() {
    assert_eq!([letters("Try again"), letters("{questions} on {topics}")], ["bacnipoj", "bjiflafe"]);
}

#[test]
fn every_language_has_a_catalogue_and_every_catalogue_a_language() {
    let mut codes: Vec<String> = fs::read_dir("static/languages")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".po").to_owned())
        .collect();
    codes.push("en".to_owned());
    codes.sort();
    let mut known = mock_interview::language::ALL.map(str::to_owned);
    known.sort();
    assert_eq!(codes, known);
}
