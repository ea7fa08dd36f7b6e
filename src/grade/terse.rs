//! Wordings without what the grader does not read: half of a sentence are small words, and nobody sees these files.

use super::clauses::{clauses, denied, subjects};
use super::synonyms::Table;
use super::words::{Reader, Sense, Word, is_english};
use crate::bank::tree::Tree;

/// What `write_rubrics` has written, with every wording as short as it can be and still be read the same.
#[must_use]
pub fn terse(rubrics: &str) -> String {
    let Some(Tree::List(mut parts)) = Tree::read(rubrics) else { return rubrics.to_owned() };
    if let Some(Tree::Text(lang)) = parts.first()
        && is_english(lang)
    {
        let reader = Reader::new(true);
        for part in &mut parts[1..] {
            if let Tree::List(rubric) = part {
                shorten(rubric, &reader, Table::get());
            }
        }
    }
    Tree::List(parts).write()
}

fn shorten(rubric: &mut [Tree], reader: &Reader, table: &Table) {
    let [_, Tree::Text(prompt), things @ ..] = rubric else { return };
    let asked: Vec<u64> = reader.read(prompt, table).iter().filter(|word| !word.is_stop).map(|word| word.name).collect();
    // Of the question every word counts: it is struck out where it is repeated.
    *prompt = shortest(prompt, |text| reader.read(text, table).iter().map(|word| (word.name, word.is_stop)).collect::<Vec<_>>());
    for thing in things {
        let Tree::List(wordings) = thing else { continue };
        for wording in wordings {
            if let Tree::Text(wording) = wording {
                *wording = shortest(wording, |text| content(&reader.read(text, table), &asked));
            }
        }
    }
}

/// Leaves away whatever does not matter to how it is read: first what is no letter, then whole words, then endings.
fn shortest<Read: PartialEq>(text: &str, read: impl Fn(&str) -> Read) -> String {
    let wanted = read(text);
    // Capitals do not matter, and small letters are packed better.
    let mut best = text.to_lowercase();
    if read(&best) != wanted {
        best = text.to_owned();
    }
    let mut words: Vec<String> = best.split_whitespace().map(str::to_owned).collect();
    let mut try_it = |text: String| {
        let holds = text.len() < best.len() && read(&text) == wanted;
        if holds {
            best = text;
        }
        holds
    };
    let mut at = 0;
    while at < words.len() {
        let without = [&words[..at], &words[at + 1..]].concat();
        if try_it(without.join(" ")) {
            words = without;
            continue;
        }
        let bare = words[at].trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        let ends = (3..bare.len()).filter(|end| bare.is_char_boundary(*end)).map(|end| bare[..end].to_owned());
        for shorter in ends.chain([bare.clone()]) {
            let mut changed = words.clone();
            changed[at] = shorter;
            if try_it(changed.join(" ")) {
                words = changed;
                break;
            }
        }
        at += 1;
    }
    best
}

/// All that the grader makes of a content word in a wording.
#[derive(PartialEq, Eq)]
struct Content {
    stem: String,
    is_light: bool,
    senses: Vec<Sense>,
    is_denied: bool,
    subject: Option<u64>,
}

fn content(words: &[Word], asked: &[u64]) -> Vec<Content> {
    let denied = denied(words, &clauses(words));
    let subjects = subjects(words, |word| asked.contains(&word.name));
    let content = words.iter().enumerate().filter(|(_, word)| !word.is_stop);
    let of = |(at, word): (usize, &Word)| Content {
        stem: word.stem.clone(),
        is_light: word.is_light,
        senses: word.senses.clone(),
        is_denied: denied[at],
        subject: subjects[at].map(|at| words[at].name),
    };
    content.map(of).collect()
}
