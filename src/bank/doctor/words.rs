//! English text as words that can be compared.

use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::HashSet;

/// Words that a sentence needs and its meaning does not. Negations and question words are none of them: they turn it round.
const STOP: &str = "a an the this that these those it its they them their he she his her you your we our us i my me one \
    is are was were be been being am do does did done has have had having will would shall should can could may might must \
    of to in on at by for from with as into onto within about over under up out off than then so and or but if because \
    there here what which who whom whose s t re ve ll d just also very really quite some any such own same too \
    get gets got make makes made let lets e g i.e etc";

/// One word of a text.
pub struct Word {
    pub stem: String,
    /// Whether its sentence needs it and its meaning does not.
    pub is_stop: bool,
}

/// An author who does not name the language is taken to write English.
pub fn is_english(lang: &str) -> bool {
    let lang = lang.to_ascii_lowercase();
    lang.is_empty() || lang == "en" || lang.starts_with("en-")
}

/// What takes words apart; making one costs something, so it is made once for many texts.
pub struct Reader {
    stemmer: Stemmer,
    stop: HashSet<&'static str>,
}

impl Reader {
    pub fn new() -> Reader {
        Reader { stemmer: Stemmer::create(Algorithm::English), stop: STOP.split_whitespace().collect() }
    }

    pub fn words(&self, text: &str) -> Vec<Word> {
        let text = text.to_lowercase().replace(['’', '‘'], "'").replace("n't", " not").replace("cannot", "can not");
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
        let read = |word| {
            let stem = self.stemmer.stem(word).into_owned();
            Word { stem, is_stop: self.stop.contains(word) }
        };
        words.map(read).collect()
    }

    /// The words that say something, in order.
    pub fn content(&self, text: &str) -> Vec<String> {
        self.words(text).into_iter().filter(|word| !word.is_stop).map(|word| word.stem).collect()
    }
}
