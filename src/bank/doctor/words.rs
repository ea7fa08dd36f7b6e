//! English text as words that can be compared.

use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::HashSet;

/// Words that a sentence needs and its meaning does not. Negations and question words are none of them: they turn it round.
const STOP: &str = "a an the this that these those it its they them their he she his her you your we our us i my me one \
    is are was were be been being am do does did done has have had having will would shall should can could may might must \
    of to in on at by for from with as into onto within about over under up out off than then so and or but if because \
    there here what which who whom whose s t re ve ll d just also very really quite some any such own same too \
    get gets got make makes made let lets e g i.e etc";

const DENIALS: [&str; 11] = ["not", "no", "never", "none", "nothing", "neither", "nor", "without", "nobody", "instead", "would"];

/// One word of a text.
pub struct Word {
    pub stem: String,
    /// Whether its sentence needs it and its meaning does not.
    pub is_stop: bool,
    /// Whether it turns its sentence round, or only supposes it.
    pub denies: bool,
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
            Word { stem, is_stop: self.stop.contains(word), denies: DENIALS.contains(&word) }
        };
        words.map(read).collect()
    }

    /// The words that say something, in order.
    pub fn content(&self, text: &str) -> Vec<String> {
        self.words(text).into_iter().filter(|word| !word.is_stop).map(|word| word.stem).collect()
    }
}

/// Whether a text says what a wording says: all the content words of the wording, by their stems and in any order, stand
/// within one stretch of the text. The stretch is as long as a wordy sentence about as much would be: four words for
/// each of the wording's, and at least [`SHORTEST`]. A wording without content words is never said.
pub fn says(text: &[Word], wording: &[Word]) -> bool {
    const SHORTEST: usize = 16;
    let wanted: HashSet<&str> = wording.iter().filter(|word| !word.is_stop).map(|word| word.stem.as_str()).collect();
    let stretch = (4 * wanted.len()).max(SHORTEST).min(text.len());
    let meets = |window: &[Word]| {
        let there: HashSet<&str> = window.iter().map(|word| word.stem.as_str()).collect();
        wanted.is_subset(&there)
    };
    !wanted.is_empty() && stretch > 0 && text.windows(stretch).any(meets)
}

/// Whether a sentence states what a wording states. That is stricter than [`says`], because a good answer has the words of
/// a misconception in it when it tells what is not so: three content words at least, in their order, with one other
/// content word between them at most, and both deny something or both do not.
pub fn states(sentence: &[Word], wording: &[Word]) -> bool {
    const FEWEST: usize = 3;
    const OTHERS: usize = 1;
    let content = |words: &[Word]| words.iter().filter(|word| !word.is_stop).map(|word| word.stem.clone()).collect::<Vec<_>>();
    let (there, wanted) = (content(sentence), content(wording));
    let follows = |start: usize| {
        let mut stretch = there[start..].iter().take(wanted.len() + OTHERS);
        wanted.iter().all(|stem| stretch.any(|other| other == stem))
    };
    let denies = |words: &[Word]| words.iter().any(|word| word.denies);
    wanted.len() >= FEWEST && denies(sentence) == denies(wording) && (0..there.len()).any(follows)
}
