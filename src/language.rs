//! The words of the interface. English stands in the source, as the argument of [`t`], [`n`], [`form`] or [`key`]; every other language is a
//! catalogue that comes with the page and is set once, before anything is shown: an instance serves one element. What only the browser knows of a
//! language, its numbers and dates, is asked through a function that comes along. English needs neither.
//!
//! `script/languages.mjs` finds the words in the source by those four names, so they are called with the words themselves.

use crate::bank::hash::fnv32;
use std::cell::Cell;
use std::fmt::{Display, Write};

/// The languages that there are, by their names in HTML.
pub const ALL: [&str; 10] = ["en", "de", "es", "fr", "pt", "ru", "hi", "zh", "ja", "ar"];

/// A number as that language writes it: `plural` (the place of its form), `number`, `percent`, `date`, `month`, `weekday` (of a day since
/// 1970), `short` and `long` (a duration in seconds).
type Intl = Box<dyn Fn(&str, f64) -> String>;

struct Language {
    code: &'static str,
    is_rtl: bool,
    /// Sorted by the hash of the English words.
    words: Vec<(u32, &'static str)>,
    intl: Intl,
}

thread_local! {
    /// None is English.
    static SPOKEN: Cell<Option<&'static Language>> = const { Cell::new(None) };
}

/// `catalogue`: as `script/languages.mjs` makes it, the hashes in eight letters and the words. They stay as long as the program.
#[inline(never)]
pub fn speak(catalogue: Vec<(String, String)>, intl: Intl) {
    let (mut code, mut is_rtl, mut words) = ("", false, Vec::new());
    for (name, text) in catalogue {
        let text: &'static str = text.leak();
        match name.as_str() {
            "code" => code = text,
            "dir" => is_rtl = text == "rtl",
            // A letter for each four bits.
            _ => words.push((name.bytes().fold(0, |hash, letter| (hash << 4) | u32::from(letter & 15)), text)),
        }
    }
    SPOKEN.set(Some(Box::leak(Box::new(Language { code, is_rtl, words, intl }))));
}

fn found(language: &Language, english: &str) -> Option<&'static str> {
    let hash = fnv32(english.as_bytes());
    let place = language.words.partition_point(|(other, _)| *other < hash);
    language.words.get(place).filter(|(other, _)| *other == hash).map(|(_, words)| *words)
}

/// The words in the language of the interface. What is no text of ours (the name of a bank's preset) stays as it is.
#[inline(never)]
pub fn t(english: &str) -> &str {
    SPOKEN.get().and_then(|language| found(language, english)).unwrap_or(english)
}

/// Words that are translated where they are shown.
pub const fn key(english: &'static str) -> &'static str {
    english
}

/// The form of the words that goes with that number.
#[inline(never)]
pub fn form<'text>(one: &'text str, many: &'text str, count: usize) -> &'text str {
    let Some((language, forms)) = SPOKEN.get().and_then(|language| Some((language, found(language, one)?))) else {
        return if count == 1 { one } else { many };
    };
    let place = (language.intl)("plural", count as f64).parse().unwrap_or(0);
    forms.split('\n').nth(place).unwrap_or(forms)
}

/// So many of something: the number takes the place of `{}`.
#[inline(never)]
pub fn n(one: &str, many: &str, count: usize) -> String {
    fill(form(one, many, count), &[&number(count as f64)])
}

/// Puts the values into the places, `{}` or `{name}`, in the order of the English words. A catalogue has the numbers of the places, as another
/// language may have another order.
#[inline(never)]
pub fn fill(words: &str, values: &[&dyn Display]) -> String {
    let (mut text, mut next) = (String::new(), 0);
    for part in words.split('{') {
        let Some((name, rest)) = part.split_once('}') else {
            text += part;
            continue;
        };
        let place = name.bytes().next().filter(u8::is_ascii_digit).map_or(next, |digit| usize::from(digit - b'0'));
        next += 1;
        if let Some(value) = values.get(place) {
            // A String takes everything.
            let _ = write!(text, "{value}");
        }
        text += rest;
    }
    text
}

/// As the browser has it; nothing in English.
#[inline(never)]
pub fn intl(what: &str, number: f64) -> Option<String> {
    SPOKEN.get().map(|language| (language.intl)(what, number))
}

/// A whole number, or one with a half.
pub fn number(number: f64) -> String {
    intl("number", number).unwrap_or_else(|| {
        let whole = number as u64;
        if number > whole as f64 { fill("{}.5", &[&whole]) } else { whole.to_string() }
    })
}

/// For `lang` in HTML.
pub fn code() -> &'static str {
    SPOKEN.get().map_or("en", |language| language.code)
}

pub fn is_rtl() -> bool {
    SPOKEN.get().is_some_and(|language| language.is_rtl)
}
