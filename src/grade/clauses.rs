//! Clauses, what is denied in them, and of whom something is said.

use super::words::{Pause, Said, Set, Word, is_in};

/// Words that begin another thought.
pub const TURNS: &str = " but while whereas although though however because so instead rather unlike which where then since unless until if when and ";
/// Of these, where no comma stands before them and both sides are long enough.
const FEWEST: usize = 3;
/// How many content words a denial reaches: what is done, and to what. With more, “is not caught by it” and “it does not catch” part ways.
const REACH: usize = 2;
/// Who does something, in this field. What is written as code, and what the prompt names, comes to it.
pub const SUBJECTS: &str = " thread process coroutin task loop futur caller main parent child gather wait server client generat iter \
    lock event barrier condit semaphor interpret executor call await threadpool consum produc aiohttp asyncio nagar kernel interpreter \
    subinterpret timeout prompt break taskgroup queue uvloop ";

pub struct Clause {
    /// The first word, and the one after the last.
    pub from: usize,
    pub to: usize,
    /// Which sentence.
    pub sentence: usize,
}

pub fn clauses(words: &[Said]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut from, mut sentence, mut content) = (0, 0, 0);
    for at in 1..=words.len() {
        content += usize::from(!words[at - 1].is_stop);
        let (full, ends) = match words.get(at) {
            None => (true, true),
            // What has nothing to say belongs to what comes.
            Some(_) if content == 0 => (false, false),
            Some(word) => {
                let turns = word.pause == Pause::Short || word.turns;
                let full = word.pause == Pause::Full;
                (full, full || content >= FEWEST && turns)
            }
        };
        if ends {
            clauses.push(Clause { from, to: at, sentence });
            (from, content) = (at, 0);
            sentence += usize::from(full);
        }
    }
    clauses
}

/// Of each word whether it is denied.
pub fn denied(words: &[Said], clauses: &[Clause]) -> Vec<bool> {
    let mut denied = vec![false; words.len()];
    for clause in clauses {
        for at in clause.from..clause.to {
            if let Some(reach) = denial(words, at) {
                let behind = |at: &usize| !words[*at].is_stop;
                // “Nothing is run until it is awaited”.
                let turns = |at: &usize| words[*at].turns && !matches!(words[*at].stem.as_str(), "and" | "so");
                let end = (at + 2..clause.to).find(turns).unwrap_or(clause.to);
                // Light words do not count: “never give the work to a pool”.
                let mut left = reach;
                for at in (at + 1..end).filter(behind) {
                    if left > 0 {
                        denied[at] = !denied[at];
                        left -= usize::from(!words[at].is_light);
                    }
                }
                // “It gains nothing”.
                if words[at].pause == Pause::None
                    && matches!(words[at].stem.as_str(), "nothing" | "none" | "no")
                    && let Some(before) = (clause.from..at).rev().take(2).find(|at| !words[*at].is_stop)
                {
                    denied[before] = !denied[before];
                }
            }
        }
    }
    denied
}

fn denial(words: &[Said], at: usize) -> Option<usize> {
    let word = &words[at];
    // Most words are neither.
    if !word.denies && !word.turns && word.stem != "non" {
        return None;
    }
    let next = words.get(at + 1).map_or("", |word| word.stem.as_str());
    match word.stem.as_str() {
        "not" | "no" if matches!(next, "only" | "just" | "matter" | "necessarili" | "problem" | "sure") => None,
        "nothing" if matches!(next, "but" | "more" | "els") => None,
        "instead" | "rather" if matches!(next, "of" | "than") => Some(3),
        "unlike" => Some(2),
        "without" | "non" => Some(1),
        _ if word.denies => Some(REACH),
        _ => None,
    }
}

/// Of each word the place of the nearest subject before it in its sentence. What tells `time.sleep` from `asyncio.sleep` is its first word.
pub fn subjects(words: &[Said], is_named: impl Fn(&Word) -> bool) -> Vec<Option<usize>> {
    let (mut last, mut begins) = (None, false);
    let mut found = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        if word.pause == Pause::Full {
            last = None;
        }
        found.push(last);
        let is_named = !word.is_stop && is_named(word);
        let goes_on = begins && is_named && word.pause == Pause::None;
        if !goes_on && (is_named || word.acts && !word.is_stop) {
            last = Some(at);
        }
        begins = is_named && !goes_on && !is_in(Set::Common, word.name);
    }
    found
}
