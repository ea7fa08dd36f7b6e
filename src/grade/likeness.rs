//! How near two words are.

use super::words::{Sense, Word};

const SYNONYM: f32 = 0.85;
const NEAR: f32 = 0.5;
const TYPO: f32 = 0.8;

/// From nothing to one; less than nothing where one is the contrary of the other.
pub fn likeness(word: &Word, wanted: &Word) -> Option<f32> {
    if word.name == wanted.name {
        // “Turn on”, “turn off”.
        let meets = |side: bool| {
            word.senses.iter().any(|sense| {
                wanted.senses.iter().any(|other| sense.class == other.class && (sense.is_opposite == other.is_opposite) == side)
            })
        };
        return Some(if meets(false) && !meets(true) { -1.0 } else { 1.0 });
    }
    let mut best: f32 = 0.0;
    for sense in &word.senses {
        for Sense { class, is_opposite, is_loose } in &wanted.senses {
            if sense.class == *class {
                let near = if *is_loose { NEAR } else { SYNONYM };
                let near = if sense.is_opposite == *is_opposite { near } else { -near };
                if near.abs() > best.abs() || near > 0.0 && best < 0.0 {
                    best = near;
                }
            }
        }
    }
    if best != 0.0 {
        return Some(best);
    }
    if let (Some(one), Some(other)) = (word.stem.strip_prefix('='), wanted.stem.strip_prefix('=')) {
        return (one.len() == other.len()).then_some(-1.0);
    }
    is_typo(word, wanted).then_some(TYPO)
}

fn is_typo(one: &Word, other: &Word) -> bool {
    let (short, long) = (one.stem.len().min(other.stem.len()), one.stem.len().max(other.stem.len()));
    let allowed = match short {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    // An edit brings a letter in and takes another out at most; most pairs end here.
    let apart = (one.letters ^ other.letters).count_ones() as usize;
    let (first, second) = (one.stem.as_bytes(), other.stem.as_bytes());
    let has_digit = |word: &[u8]| word.iter().any(u8::is_ascii_digit);
    long - short <= allowed
        && apart <= 2 * allowed
        && (first[0] == second[0] || first[1] == second[1])
        // “Bread” is no “break”.
        && (short > 5 || first.last() == second.last() || first.starts_with(second) || second.starts_with(first))
        && !has_digit(first)
        && !has_digit(second)
        && strsim::osa_distance(&one.stem, &other.stem) <= allowed
}
