//! What a learner learns of a question, in a number. It is kept with every answer: so it can be said that a question has changed since, and
//! one whose heading was renamed is known again by its answer.

use super::Question;
use super::answers::ModelAnswer;
use super::hash::fnv32;
use super::program::Program;
use super::text::{Inline, plain};

/// Of the words of the question sixteen bits, of what is to be known thirty-two: less than 2^53, so that every reader of JSON has it as it is.
/// An explanation, hints, sources, a scenario, the order of points and choices, and white space make no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content(pub u64);

impl Content {
    /// The words of the question are here.
    pub fn of(question: &Question, answer: &ModelAnswer) -> Content {
        let mut known = hash('s', &plain(&answer.short));
        let mut add = |kind, words: &[Inline]| known = known.wrapping_add(hash(kind, &plain(words)));
        for point in &answer.key_points {
            add('k', &point.fact);
        }
        for choice in &question.choices {
            add(if choice.right { 'x' } else { 'o' }, &choice.text);
        }
        if let Program::Here { output, .. } = Program::of(&answer.explanation) {
            known = known.wrapping_add(hash('p', &output));
        }
        let asked = hash('q', &plain(&question.prompt)) >> 16;
        Content(u64::from(asked) << 32 | u64::from(known))
    }

    /// What is to be known, whatever it is asked as.
    pub fn known(self) -> u32 {
        self.0 as u32
    }
}

fn hash(kind: char, words: &str) -> u32 {
    let mut text = String::from(kind);
    for word in words.split_ascii_whitespace() {
        text += word;
    }
    fnv32(text.as_bytes())
}
