//! What is doubtful about questions beside each other.

use super::super::answers::Answers;
use super::super::text::plain;
use super::super::{Bank, Question, QuestionId};
use super::words::Reader;

/// How alike the content words of two prompts must be, by edits of letters. One slip of a pen in ten letters passes; another
/// word in place of one, as in “What does a Lock do?” and “What does an Event do?”, does not, even in a prompt of ten words.
const ALIKE: f64 = 0.9;
/// Enough of a prompt to know it by, and few enough letters to compare many.
const LETTERS: usize = 200;

/// Later questions that ask what an earlier one asks, with what is said about them. Case, punctuation, order, small words
/// and endings make no difference. What stands under the prompt does: “What does this print?” is asked of many listings.
pub fn twins(questions: &[Question]) -> Vec<(usize, String)> {
    let reader = Reader::new();
    let keys: Vec<Vec<char>> = questions.iter().map(|question| key(&reader, question)).collect();
    let mut found = Vec::new();
    for (n, question) in questions.iter().enumerate() {
        let earlier =
            questions[..n].iter().zip(&keys).find(|(earlier, key)| earlier.details == question.details && alike(key, &keys[n]));
        if let Some((earlier, _)) = earlier {
            found.push((n, format!("the question asks nearly the same as “{}”", earlier.id.0)));
        }
    }
    found
}

fn key(reader: &Reader, question: &Question) -> Vec<char> {
    let mut words = reader.content(&plain(&question.prompt));
    words.sort_unstable();
    words.dedup();
    words.join(" ").chars().take(LETTERS).collect()
}

fn alike(one: &[char], other: &[char]) -> bool {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    // So many letters too few are so many edits.
    if short == 0 || (short as f64) < ALIKE * long as f64 {
        return false;
    }
    let edits = strsim::generic_damerau_levenshtein(one, other);
    1.0 - edits as f64 / long as f64 >= ALIKE
}

/// What is doubtful about this question among the others.
pub fn examine(bank: &Bank, answers: &Answers, question: &Question, found: &mut impl FnMut(String, &'static str)) {
    if question.topic.is_empty() && bank.questions().iter().any(|other| !other.topic.is_empty()) {
        found("the question has no topic, and others have one".to_owned(), "write topic=name into its braces");
    }
    let place = |id: &QuestionId| bank.questions().iter().position(|other| other.id == *id);
    for next in leads_to(answers, &question.id) {
        // Told once, where the earlier of the two stands.
        if place(&question.id) < place(next) && leads_to(answers, next).contains(&&question.id) {
            let what = format!("the follow-up “#{}” leads back to this question", next.0);
            found(what, "take one of the two follow-ups out: a reader would go round in a circle");
        }
    }
}

/// Each question once.
fn leads_to<'a>(answers: &'a Answers, id: &QuestionId) -> Vec<&'a QuestionId> {
    let points = answers.get(id).map_or(&[][..], |answer| &answer.key_points);
    let mut ids: Vec<&QuestionId> = points.iter().flat_map(|point| &point.follow_ups).map(|next| &next.question).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
