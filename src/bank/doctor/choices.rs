//! What is doubtful about the choices of a question.

use super::super::Question;
use super::super::answers::ModelAnswer;
use super::super::text::{Inline, plain};
use super::words::Reader;

/// Choices that speak of their neighbours.
const ABOVE: [&str; 16] = [
    "all of the above",
    "all the above",
    "none of the above",
    "any of the above",
    "both of the above",
    "neither of the above",
    "all of these",
    "none of these",
    "any of these",
    "both of these",
    "neither of these",
    "all of them are",
    "none of them are",
    "all answers are",
    "all options are",
    "no answer is",
];

pub fn examine(question: &Question, answer: &ModelAnswer, english: bool, found: &mut impl FnMut(String, &'static str)) {
    let choices = &question.choices;
    if english {
        let reader = Reader::new();
        let keys: Vec<String> = choices.iter().map(|choice| key(&reader, &choice.text)).collect();
        for (n, choice) in choices.iter().enumerate() {
            if keys[..n].contains(&keys[n]) {
                let what = format!("the choice “{}” says nearly the same as one before it", plain(&choice.text));
                found(what, "remove or reword one of them");
            }
        }
    }
    for choice in choices {
        let text = plain(&choice.text);
        if leans(&text) {
            let what = format!("the choice “{text}” speaks of other choices");
            found(what, "say in it what is meant: the widget shuffles the choices");
        }
    }
    let wrong = choices.iter().filter(|choice| !choice.right);
    let bare: Vec<String> =
        wrong.clone().filter(|choice| answer.why(choice.key).is_none()).map(|choice| plain(&choice.text)).collect();
    if !bare.is_empty() && bare.len() < wrong.count() {
        let what = format!("it is not said why these choices are wrong, and of others it is: “{}”", bare.join("”, “"));
        found(what, "write a quote into each of them");
    }
}

/// A choice without what makes no difference: case, punctuation, articles, endings. It is not compared letter by letter,
/// because good choices often differ in just one word. In code everything makes a difference.
fn key(reader: &Reader, text: &[Inline]) -> String {
    let mut key = String::new();
    push_key(reader, text, &mut key);
    key
}

fn push_key(reader: &Reader, text: &[Inline], key: &mut String) {
    for inline in text {
        match inline {
            Inline::Code(code) => *key += &format!(" `{code}`"),
            Inline::Text(words) => {
                let words = reader.words(words).into_iter().map(|word| word.stem);
                words.filter(|word| !["a", "an", "the"].contains(&word.as_str())).for_each(|word| *key += &format!(" {word}"));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) | Inline::Image(_, inner) => {
                push_key(reader, inner, key);
            }
        }
    }
}

/// “All of the above”, “both A and B”, “answers 1 and 3”: it means something only where it stands.
fn leans(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    if ABOVE.iter().any(|phrase| spaced.contains(&format!(" {phrase} "))) {
        return true;
    }
    let is_name = |word: &str| word.len() == 1 && word.chars().all(|letter| matches!(letter, 'a'..='f' | '1'..='6'));
    let calls = |word: &str| matches!(word, "both" | "neither" | "either" | "only" | "answers" | "options" | "choices");
    let joins = |word: &str| matches!(word, "and" | "or" | "nor" | "are" | "correct" | "right" | "true" | "wrong" | "false");
    let names = words.iter().filter(|word| is_name(word)).count();
    names >= 2
        && words.iter().any(|word| calls(word))
        && words.iter().any(|word| matches!(*word, "and" | "or" | "nor"))
        && words.iter().all(|word| is_name(word) || calls(word) || joins(word))
}
