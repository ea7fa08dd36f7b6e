//! Wordings without what the grader does not read: half of a sentence are small words, and nobody sees these files.

use super::clauses::{clauses, denied, subjects};
use super::synonyms::Table;
use super::words::{Reader, Said, Sense, Word, is_english, said};

/// What `write_rubrics` has written, with every wording as short as it can be and still be read the same.
#[must_use]
pub fn terse(rubrics: &str) -> String {
    let mut lines: Vec<String> = rubrics.split('\n').map(str::to_owned).collect();
    if is_english(&lines[0]) {
        let (reader, table) = (Reader::new(true), Table::get());
        let mut asked = Vec::new();
        for line in &mut lines[1..] {
            let fields: Vec<&str> = line.split('\t').collect();
            *line = match fields.as_slice() {
                ["?", id, prompt] => {
                    asked = reader.read(prompt, table).iter().filter(|word| !word.is_stop).map(|word| word.name).collect();
                    // Of the question every word counts: it is struck out where it is repeated.
                    let read = |text: &str| -> Vec<_> {
                        reader.read(text, table).iter().map(|word| (word.name, word.is_stop)).collect()
                    };
                    ["?", id, &shortest(prompt, read)].join("\t")
                }
                [kind, wordings @ ..] => {
                    let wordings = wordings.iter().map(|text| shortest(text, |text| content(&reader.read(text, table), &asked)));
                    std::iter::once((*kind).to_owned()).chain(wordings).collect::<Vec<_>>().join("\t")
                }
                [] => continue,
            };
        }
    }
    lines.join("\n")
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
    let words = said(words);
    let denied = denied(&words, &clauses(&words));
    let subjects = subjects(&words, |word| asked.contains(&word.name));
    let content = words.iter().enumerate().filter(|(_, word)| !word.is_stop);
    let of = |(at, word): (usize, &Said)| Content {
        stem: word.stem.clone(),
        is_light: word.is_light,
        senses: word.senses.clone(),
        is_denied: denied[at],
        subject: subjects[at].map(|at| words[at].name),
    };
    content.map(of).collect()
}
