//! What kind of text it is at all: nothing, another language, or something to be judged.

use super::Reading;
use super::align::Known;
use super::words::{Set, Word, is_in, is_letter};
use crate::bank::hash::fnv64;

/// Small words of other languages that English has not.
pub const FOREIGN: &str = "der das und ist nicht ein eine einen einem mit wird wenn werden auch von zu den dem sich auf für oder aber nur kein keine \
    ich wir le les des et est une dans pour que qui sur avec ne il elle ce cette sont plus mais ou où du au el los las un una en por con \
    para se del es son como más pero lo cuando il che per non sono della delle gli uno da nel os dos das em não uma ao com het een van niet \
    zijn dat voor och är inte att som på jest nie że się na";
const SHRUGS: [&str; 14] = [
    "idk",
    "dunno",
    "no idea",
    "no clue",
    "don't know",
    "dont know",
    "do not know",
    "not sure",
    "can't say",
    "don't remember",
    "can't remember",
    "no answer",
    "pass",
    "skip",
];
/// Who says more than that says something.
const SHRUG: usize = 6;

pub fn reading(text: &str, words: &[Word], known: &Known, english: bool) -> Reading {
    let content: Vec<&Word> = words.iter().filter(|word| !word.is_stop).collect();
    let telling = words.iter().filter(|word| !known.alike(word).is_empty()).count();
    let named = content
        .iter()
        .filter(|word| !word.is_light && known.plan.entries.iter().any(|entry| entry.word.name == word.name))
        .count();
    if !text.chars().any(is_letter) {
        return Reading::Empty;
    }
    let letters = text.chars().filter(|letter| is_letter(*letter) && !letter.is_ascii_digit());
    let (all, strange) = letters.fold((0, 0), |(all, strange), letter| (all + 1, strange + usize::from(!letter.is_ascii())));
    if english && 3 * strange > all {
        return Reading::NotUnderstood;
    }
    let lower = text.to_ascii_lowercase().replace(['’', '‘'], "'");
    let shrugs = || SHRUGS.iter().any(|shrug| lower.contains(shrug));
    if content.is_empty() || content.len() <= SHRUG && named <= 1 && shrugs() {
        return Reading::Empty;
    }
    if !english {
        return if telling == 0 { Reading::NotUnderstood } else { Reading::Understood };
    }
    let raw: Vec<&str> =
        lower.split(|letter: char| !is_letter(letter) && letter != '\'').filter(|word| !word.is_empty()).collect();
    let foreign = raw.iter().filter(|word| is_in(Set::Foreign, fnv64(word.as_bytes()))).count();
    let small = words.iter().filter(|word| word.is_stop).count();
    // Every third word of English is a small one.
    if foreign >= 2 && foreign > small || telling == 0 && is_gibberish(words, &content, small) {
        return Reading::NotUnderstood;
    }
    Reading::Understood
}

/// Letters that are no words: nothing the field knows, no small words, hardly a vowel where there should be.
fn is_gibberish(words: &[Word], content: &[&Word], small: usize) -> bool {
    let unknown = content.iter().filter(|word| word.senses.is_empty() && !word.is_light).count();
    let odd = content.iter().filter(|word| is_odd(&word.stem)).count();
    unknown == content.len() && (words.len() >= 3 && 6 * small < words.len() || 2 * odd >= content.len())
}

fn is_odd(word: &str) -> bool {
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut run = 0;
    let mut longest = 0;
    for letter in word.bytes() {
        run = if is_vowel(letter) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest >= 5 || word.len() >= 3 && !word.bytes().any(is_vowel)
}
