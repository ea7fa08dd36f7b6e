//! What is doubtful about questions beside each other.

use super::super::answers::Answers;
use super::super::text::plain;
use super::super::{Bank, Question, QuestionId};
use super::words::Reader;

/// One edit for so many letters of the content words may be between two prompts that ask the same. A slip of the pen passes;
/// another word in place of one, as in “What does a Lock do?” and “What does an Event do?”, does not. In the shipped bank
/// no two prompts are as near as one edit in five letters, and one in three already takes different ones for each other.
const LETTERS_FOR_AN_EDIT: usize = 10;
/// Enough of a prompt to know it by, and few enough letters to compare many.
const LETTERS: usize = 200;
/// Of more questions only the same words count: a comparison of all pairs by letters would take minutes.
const MANY: usize = 2000;

/// Later questions that ask what an earlier one asks, with what is said about them. Case, punctuation, order, small words
/// and endings make no difference. What stands under the prompt does: “What does this print?” is asked of many listings.
pub fn twins(questions: &[Question]) -> Vec<(usize, String)> {
    let reader = Reader::new();
    let keys: Vec<Key> = questions.iter().map(|question| Key::of(&reader, question)).collect();
    let is_twin = if questions.len() > MANY { same } else { alike };
    let mut found = Vec::new();
    for (n, question) in questions.iter().enumerate() {
        let mut earlier = questions[..n].iter().zip(&keys);
        if let Some((earlier, _)) = earlier.find(|(earlier, key)| is_twin(key, &keys[n]) && earlier.details == question.details) {
            found.push((n, format!("the question asks nearly the same as “{}”", earlier.id.0)));
        }
    }
    found
}

/// The content words of a prompt.
struct Key {
    letters: Vec<char>,
    /// How often each letter is there, by its last bits.
    counts: [u8; 32],
}

impl Key {
    fn of(reader: &Reader, question: &Question) -> Key {
        let mut words = reader.content(&plain(&question.prompt));
        words.sort_unstable();
        words.dedup();
        let letters: Vec<char> = words.join(" ").chars().take(LETTERS).collect();
        let mut counts = [0; 32];
        letters.iter().for_each(|letter| counts[*letter as usize % 32] += 1);
        Key { letters, counts }
    }
}

fn same(one: &Key, other: &Key) -> bool {
    !one.letters.is_empty() && one.letters == other.letters
}

fn alike(one: &Key, other: &Key) -> bool {
    let allowed = one.letters.len().max(other.letters.len()) / LETTERS_FOR_AN_EDIT;
    // An edit changes two counts at most. Most pairs end here.
    let apart: usize = one.counts.iter().zip(&other.counts).map(|(one, other)| usize::from(one.abs_diff(*other))).sum();
    let none = one.letters.is_empty() || other.letters.is_empty();
    !none && apart <= 2 * allowed && strsim::generic_damerau_levenshtein(&one.letters, &other.letters) <= allowed
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
