//! Text as words that can be compared: stems, what they may mean, and where they stand.

use super::Evidence;
use super::synonyms::Table;
use crate::bank::hash::fnv64;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::ops::Deref;
use std::sync::OnceLock;

/// Longer answers are read up to here; nobody types as much in the minutes that a question has.
const MOST: usize = 2000;
/// What a sentence needs and its meaning does not.
const STOP: &str = " a an the this that these those it its they them their he she his her you your we our us i my me is are was \
    were be been being am do does did has have had having will would shall should could can may might of to in on at by for from with \
    as into onto within about under up out off than then so and or but if because there here what which who whom whose when where \
    how why s t re ve ll d m just also very really quite any such too let lets e g etc um uh hmm ok okay well yeah yes right like \
    basically actually simply kind sort mean know think guess say said course maybe perhaps please sure ah oh hey now some ";
/// What says little: it counts for less.
const LIGHT: &str = " get got make made thing something somebody someone everybody everything go take put come use want give way \
    lot work part case new other another while one look keep need ";
const DENIALS: &str = " not no never none nothing neither nor without nobody cannot hardly nowhere unlike ";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    None,
    /// A comma, a dash, a bracket.
    Short,
    /// The end of a sentence.
    Full,
}

/// What a word may stand for: a class of the table, and on which side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    pub class: u16,
    pub is_opposite: bool,
    pub is_loose: bool,
}

#[derive(Clone, Debug)]
pub struct Word {
    /// In bytes of the text.
    pub from: u32,
    pub to: u32,
    pub stem: String,
    /// Of the stem.
    pub name: u64,
    /// Which letters are in it.
    pub letters: u32,
    pub is_stop: bool,
    pub is_light: bool,
    pub denies: bool,
    /// Before the word, as it was written.
    pub pause: Pause,
    /// Whether another thought may begin with it, and whether it may do something.
    pub turns: bool,
    pub acts: bool,
    pub senses: Vec<Sense>,
    /// Which of the kinds in a text it is (`align::compare`).
    pub kind: u32,
}

impl Word {
    /// Where it stands.
    pub fn place(&self) -> Evidence {
        Evidence { from: self.from, to: self.to }
    }

    pub fn is_in(&self, parts: &[Evidence]) -> bool {
        parts.iter().any(|part| part.from <= self.from && self.to <= part.to)
    }
}

/// A word where it is read: in the whole of a text, or in what is left of it.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    word: &'a Word,
    /// Before the word, or before those that were taken away in front of it.
    pub pause: Pause,
}

impl Deref for Said<'_> {
    type Target = Word;

    fn deref(&self) -> &Word {
        self.word
    }
}

/// All of them.
pub fn said(words: &[Word]) -> Vec<Said<'_>> {
    words.iter().map(|word| Said { word, pause: word.pause }).collect()
}

/// Those that are left.
pub fn without<'a>(words: &[Said<'a>], gone: &[Evidence]) -> Vec<Said<'a>> {
    let mut rest = Vec::with_capacity(words.len());
    let mut before = Pause::None;
    for Said { word, pause } in words {
        before = before.max(*pause);
        if !word.is_in(gone) {
            rest.push(Said { word, pause: before });
            before = Pause::None;
        }
    }
    rest
}

/// Small sets of words.
#[derive(Clone, Copy)]
pub enum Set {
    Stop,
    Light,
    Denials,
    Turns,
    Subjects,
    Common,
    Foreign,
}

/// Whether the word of this name is in the set.
pub fn is_in(set: Set, name: u64) -> bool {
    static SETS: OnceLock<[Vec<u64>; 7]> = OnceLock::new();
    let sets = SETS.get_or_init(|| {
        [STOP, LIGHT, DENIALS, super::clauses::TURNS, super::clauses::SUBJECTS, super::wanted::COMMON, super::reading::FOREIGN]
            .map(|words| {
                let names = words.split_ascii_whitespace().map(|word| fnv64(word.as_bytes())).collect();
                crate::bank::order::by_key(names, |name| (*name, 0))
            })
    });
    sets[set as usize].binary_search(&name).is_ok()
}

/// An author who does not name the language is taken to write English.
pub fn is_english(lang: &str) -> bool {
    let lang = lang.to_ascii_lowercase();
    lang.is_empty() || lang == "en" || lang.starts_with("en-")
}

/// Takes texts apart.
pub struct Reader {
    /// Of other languages words are compared as they are.
    stemmer: Option<Stemmer>,
}

impl Reader {
    pub fn new(english: bool) -> Reader {
        Reader { stemmer: english.then(|| Stemmer::create(Algorithm::English)) }
    }

    fn stem(&self, word: &str) -> String {
        match &self.stemmer {
            // Code keeps its form.
            Some(stemmer) if word.len() > 3 && !word.contains('_') => stemmer.stem(word).into_owned(),
            _ => word.to_owned(),
        }
    }

    /// The words without their senses.
    pub fn split(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut pause = Pause::Full;
        let mut letters = text.char_indices().peekable();
        while let Some((from, letter)) = letters.next() {
            if words.len() >= MOST {
                break;
            }
            if !is_letter(letter) {
                pause = pause.max(pause_of(letter, letters.peek().is_none_or(|(_, next)| next.is_ascii_whitespace())));
                continue;
            }
            let mut to = from + letter.len_utf8();
            let mut word = String::new();
            word.push(letter.to_ascii_lowercase());
            while let Some(&(at, next)) = letters.peek() {
                let is_point = next == '.' && word.ends_with(|last: char| last.is_ascii_digit());
                let is_apostrophe = matches!(next, '\'' | '’' | '‘');
                let follows = || text[at + next.len_utf8()..].chars().next();
                let goes_on = is_letter(next)
                    || is_point && follows().is_some_and(|next| next.is_ascii_digit())
                    || is_apostrophe && follows().is_some_and(is_letter);
                if !goes_on {
                    break;
                }
                word.push(if is_apostrophe { '\'' } else { next.to_ascii_lowercase() });
                to = at + next.len_utf8();
                letters.next();
            }
            self.push(&word, from, to, pause, &mut words);
            pause = Pause::None;
        }
        runs(&mut words);
        words
    }

    fn push(&self, word: &str, from: usize, to: usize, pause: Pause, words: &mut Vec<Word>) {
        let (head, tail) = word.split_once('\'').unwrap_or((word, ""));
        let is_short = matches!(
            word,
            "cant" | "dont" | "doesnt" | "isnt" | "wont" | "didnt" | "arent" | "wasnt" | "couldnt" | "havent" | "hasnt"
        );
        let is_denied = tail == "t" || is_short || word == "cannot";
        let head = head.trim_matches('_');
        let raw = fnv64(head.as_bytes());
        let place = |stem: String, denies, is_stop, pause| {
            let at = |place| u32::try_from(place).unwrap_or(u32::MAX);
            let name = fnv64(stem.as_bytes());
            Word {
                from: at(from),
                to: at(to),
                name,
                turns: is_in(Set::Turns, name),
                acts: is_in(Set::Subjects, name) || stem.contains('_'),
                letters: stem.bytes().fold(0, |letters, letter| letters | 1 << (letter & 31)),
                is_light: is_in(Set::Light, raw),
                stem,
                is_stop,
                denies,
                pause,
                senses: Vec::new(),
                kind: 0,
            }
        };
        if is_denied {
            words.push(place("not".to_owned(), true, true, pause));
            return;
        }
        if head.is_empty() {
            return;
        }
        let denies = is_in(Set::Denials, raw);
        let is_stop = denies || is_in(Set::Stop, raw);
        words.push(place(if is_stop { head.to_owned() } else { self.stem(head) }, denies, is_stop, pause));
    }

    pub fn read(&self, text: &str, table: &Table) -> Vec<Word> {
        let mut words = self.split(text);
        table.mark(&mut words);
        words
    }
}

/// Of other scripts all that is not known as punctuation: tables of Unicode would weigh more than the rest.
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric() || letter == '_',
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'.. => false,
        _ => true,
    }
}

fn pause_of(letter: char, ends: bool) -> Pause {
    match letter {
        '.' | '!' | '?' | ':' if ends => Pause::Full,
        ';' | '\n' | '。' | '…' | '→' => Pause::Full,
        ',' | '(' | ')' | '–' | '—' | '=' | '>' | '"' | '“' | '”' | '/' => Pause::Short,
        _ => Pause::None,
    }
}

/// To repeat the question says nothing.
pub fn mute(words: &mut [Word], prompt: &[Word]) {
    const REPEATED: usize = 5;
    let mut at = 0;
    while at < words.len() {
        let run =
            |start: usize| words[at..].iter().zip(&prompt[start..]).take_while(|(one, other)| one.name == other.name).count();
        let longest = (0..prompt.len()).map(run).max().unwrap_or(0);
        if longest >= REPEATED.min(prompt.len().max(2)) {
            words[at..at + longest].iter_mut().for_each(|word| word.is_stop = true);
        }
        at += longest.max(1);
    }
}

/// Letters by themselves, as in “it prints A, C, B”, are one word: their order is all that they say.
fn runs(words: &mut Vec<Word>) {
    let is_single = |word: &Word| word.to - word.from == 1 && !matches!(word.stem.as_str(), "i" | "s" | "t");
    let mut at = 0;
    while at < words.len() {
        let length = words[at..].iter().take_while(|word| is_single(word)).count();
        if length >= 3 && words[at..at + length].iter().any(|word| word.stem != "a") {
            let stem: String = words[at..at + length].iter().map(|word| word.stem.as_str()).collect();
            let to = words[at + length - 1].to;
            let word = &mut words[at];
            word.name = fnv64(stem.as_bytes());
            word.stem = format!("={stem}");
            (word.to, word.is_stop, word.is_light) = (to, false, false);
            words.drain(at + 1..at + length);
            at += 1;
        } else {
            at += length.max(1);
        }
    }
}
