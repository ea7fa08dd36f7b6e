//! What the grader holds typed answers against, as lines with fields by tabs: the grader is small, and lines need no reader of JSON.
//!
//! The first line is the language of the bank. Each that follows says in its first field what it is: `?` begins a question, with its id and its
//! prompt; a number is the weight of a key point, and `!` a misconception, each with its wordings. `grade/rubrics.rs` reads it.

use super::Bank;
use super::answers::Answers;
use super::text::{Inline, plain};

pub const QUESTION: &str = "?";
pub const WRONG: &str = "!";

/// Of every question that has key points, as plain words.
pub fn write_rubrics(bank: &Bank, answers: &Answers) -> String {
    let mut text = bank.lang().to_owned();
    // The answers stand in the order of the questions.
    for (question, (id, answer)) in bank.questions().iter().zip(&answers.answers) {
        if question.has_points {
            line(&mut text, QUESTION, [id.0.clone(), plain(&question.prompt)]);
            for point in &answer.key_points {
                line(&mut text, &point.weight.to_string(), wordings(&point.fact, &point.wordings));
            }
            for wrong in &answer.misconceptions {
                line(&mut text, WRONG, wordings(&wrong.statement, &wrong.wordings));
            }
        }
    }
    text
}

fn wordings(first: &[Inline], others: &[Vec<Inline>]) -> Vec<String> {
    std::iter::once(first).chain(others.iter().map(Vec::as_slice)).map(plain).collect()
}

#[inline(never)]
fn line(text: &mut String, kind: &str, fields: impl IntoIterator<Item = String>) {
    text.push('\n');
    text.push_str(kind);
    for field in fields {
        text.push('\t');
        text.push_str(&field.replace(['\t', '\n'], " "));
    }
}
