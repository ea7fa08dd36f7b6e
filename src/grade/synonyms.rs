//! What means the same in the field, in words or in several.
//!
//! A line of the table is a class: words and phrases by commas, after a slash their opposites, after a tilde those that are only near.

use super::words::{Reader, Sense, Word};
use std::sync::OnceLock;

const LINES: &str = include_str!("synonyms.txt");
/// A phrase may have as many words in between that say nothing: “hands the control back”.
const GAPS: usize = 1;

/// The phrases by the name of their first word.
pub struct Table {
    phrases: Vec<Phrase>,
}

struct Phrase {
    names: Vec<u64>,
    sense: Sense,
}

impl Table {
    /// The one table of a program, read at its first use.
    pub fn get() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Table::read(LINES))
    }

    pub fn none() -> Table {
        Table { phrases: Vec::new() }
    }

    fn read(lines: &str) -> Table {
        let reader = Reader::new(true);
        let mut phrases = Vec::new();
        for (class, line) in (0..).zip(lines.lines()) {
            let is_loose = line.starts_with('~');
            for (side, names) in line.trim_start_matches('~').split('/').enumerate() {
                for phrase in names.split(',') {
                    let names: Vec<u64> = reader.split(phrase).iter().map(|word| word.name).collect();
                    if !names.is_empty() {
                        phrases.push(Phrase { names, sense: Sense { class, is_opposite: side > 0, is_loose } });
                    }
                }
            }
        }
        Table { phrases: crate::bank::order::by_key(phrases, |phrase| (phrase.names[0], 0)) }
    }

    fn beginning_with(&self, name: u64) -> &[Phrase] {
        let from = self.phrases.partition_point(|phrase| phrase.names[0] < name);
        let length = self.phrases[from..].iter().take_while(|phrase| phrase.names[0] == name).count();
        &self.phrases[from..from + length]
    }

    /// Gives the words their senses. A phrase gives its sense to its first content word, or else to its first word, which is a content word then.
    pub fn mark(&self, words: &mut [Word]) {
        for at in 0..words.len() {
            for phrase in self.beginning_with(words[at].name) {
                let Some(end) = ending(words, at, &phrase.names) else { continue };
                let bearer = (at..=end).find(|place| !words[*place].is_stop).unwrap_or(at);
                if end > at {
                    words[bearer].is_stop = false;
                    words[bearer].is_light = false;
                }
                let senses = &mut words[bearer].senses;
                if !senses.contains(&phrase.sense) {
                    senses.push(phrase.sense);
                }
            }
        }
    }
}

/// Where the phrase ends that begins here, if it does.
fn ending(words: &[Word], start: usize, names: &[u64]) -> Option<usize> {
    let mut at = start;
    for name in &names[1..] {
        let next = (at + 1..=at + 1 + GAPS).take_while(|place| *place < words.len()).find(|place| words[*place].name == *name)?;
        if next > at + 1 && !words[at + 1].is_stop {
            return None;
        }
        at = next;
    }
    Some(at)
}
