//! What the grader holds typed answers against, as lines with fields by tabs: the grader is small, and lines need no reader of JSON.
//!
//! The first line is the language of the bank. Each that follows says in its first field what it is: `?` begins a question, with its id and its
//! prompt; a number is the weight of a key point, and `!` a misconception, each with its wordings. `grade/rubrics.rs` reads it.

use super::Bank;
use super::answers::Answers;
use super::text::{Inline, plain};

/// Of every question that has key points, as plain words.
pub fn write_rubrics(bank: &Bank, answers: &Answers) -> String {
    let mut text = bank.lang().to_owned();
    // The answers stand in the order of the questions.
    for (question, (id, answer)) in bank.questions().iter().zip(&answers.answers) {
        if question.has_points {
            text += "\n?\t";
            text += &id.0;
            push(&mut text, &question.prompt, &[]);
            for point in &answer.key_points {
                text.push('\n');
                text += &point.weight.to_string();
                push(&mut text, &point.fact, &point.wordings);
            }
            for wrong in &answer.misconceptions {
                text += "\n!";
                push(&mut text, &wrong.statement, &wrong.wordings);
            }
        }
    }
    text
}

/// Every text as a field, which must not look like two.
#[inline(never)]
fn push(text: &mut String, first: &[Inline], others: &[Vec<Inline>]) {
    for words in std::iter::once(first).chain(others.iter().map(Vec::as_slice)) {
        text.push('\t');
        text.extend(plain(words).chars().map(|letter| if matches!(letter, '\t' | '\n') { ' ' } else { letter }));
    }
}
