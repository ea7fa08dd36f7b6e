//! What is doubtful about key points and misconceptions, before anybody judges by them; `grade/doctor.rs` does that.

use super::super::answers::{KeyPoint, Misconception, ModelAnswer};
use super::super::text::plain;
use super::words::Reader;

/// What can be said without knowing the language.
pub fn examine(answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    for point in &answer.key_points {
        if point.wordings.is_empty() {
            let what = format!("the key point “{}” has no other wording", plain(&point.fact));
            found(what, "put a list under it, of ways in which a candidate would say it");
        }
    }
    for misconception in &answer.misconceptions {
        if misconception.correction.is_empty() {
            let what = format!("the common mistake “{}” has no correction", plain(&misconception.statement));
            found(what, "put a quote under it that says what is true");
        }
    }
}

/// What can be said by comparing English words.
pub fn compare(answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    if answer.key_points.is_empty() && answer.misconceptions.is_empty() {
        return;
    }
    shared(&Reader::new(), answer, found);
}

fn wordings(point: &KeyPoint) -> impl Iterator<Item = String> {
    std::iter::once(&point.fact).chain(&point.wordings).map(|text| plain(text))
}

fn mistaken(misconception: &Misconception) -> impl Iterator<Item = String> {
    std::iter::once(&misconception.statement).chain(&misconception.wordings).map(|text| plain(text))
}

/// Wordings by which two things would be taken for each other.
fn shared(reader: &Reader, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    // In their order: “it prints B, A” is not “it prints A, B”.
    let key = |wording: &String| reader.content(wording);
    let mut met: Vec<(Vec<String>, usize)> = Vec::new();
    for (n, point) in answer.key_points.iter().enumerate() {
        for wording in wordings(point) {
            let key = key(&wording);
            if key.is_empty() {
                continue;
            }
            if met.iter().any(|(other, of)| *other == key && *of != n) {
                found(format!("two key points share the wording “{wording}”"), "make one of them of the two, or reword it");
            }
            met.push((key, n));
        }
    }
    for wording in answer.misconceptions.iter().flat_map(mistaken) {
        let key = key(&wording);
        if met.iter().any(|(other, _)| *other == key) {
            let what = format!("“{wording}” stands under a common mistake and under a key point");
            found(what, "take it out where it does not belong, or reword it");
        }
    }
}
