//! Where in the text a wording is said, and how nearly.

use super::clauses::{Clause, clauses, denied, subjects};
use super::wanted::{Plan, Thing, Wording};
use super::words::{Sense, Word};

const SYNONYM: f32 = 0.85;
const NEAR: f32 = 0.5;
const TYPO: f32 = 0.8;
/// How many clauses one thought may take.
const WIDEST: usize = 3;
const WIDE: [f32; WIDEST] = [1.0, 0.95, 0.88];

/// The best that a clause has of an entry, and where.
#[derive(Clone, Copy, Default)]
pub struct Hit {
    pub likeness: f32,
    pub at: u32,
}

pub struct Text {
    pub words: Vec<Word>,
    pub clauses: Vec<Clause>,
    pub denied: Vec<bool>,
    pub subjects: Vec<Option<usize>>,
    /// For each clause and entry: as it is said, and as its contrary.
    hits: Vec<[Hit; 2]>,
    entries: usize,
}

/// A wording where it fits best.
#[derive(Clone, Debug, Default)]
pub struct Fit {
    pub wording: usize,
    /// The clauses.
    pub from: usize,
    pub to: usize,
    /// The share of the wording that is there.
    pub agree: f32,
    /// The share of which the contrary is there.
    pub deny: f32,
    /// The worth of what is there.
    pub mass: f32,
    /// Of what is there, the share that is said of somebody else, and of the same.
    pub other: f32,
    pub same: f32,
    pub quality: f32,
    /// The words that show it.
    pub places: Vec<u32>,
}

impl Text {
    pub fn of(words: Vec<Word>, plan: &Plan) -> Text {
        let clauses = clauses(&words);
        let denied = denied(&words, &clauses);
        let subjects = subjects(&words, |word| plan.asked.contains(&word.name));
        let mut text = Text { words, clauses, denied, subjects, hits: Vec::new(), entries: plan.entries.len() };
        text.hits = text.hit(plan);
        text
    }

    fn hit(&self, plan: &Plan) -> Vec<[Hit; 2]> {
        let mut hits = vec![[Hit::default(); 2]; self.clauses.len() * self.entries];
        let mut known: Vec<(u64, Vec<(usize, f32)>)> = Vec::new();
        for (n, clause) in self.clauses.iter().enumerate() {
            for at in clause.from..clause.to {
                let word = &self.words[at];
                if word.is_stop {
                    continue;
                }
                // A phrase may give a word senses that it has not elsewhere.
                let key = word.senses.iter().fold(word.name, |key, sense| key.rotate_left(7) ^ u64::from(sense.class) ^ u64::from(sense.is_opposite) << 20);
                let found = match known.iter().position(|(name, _)| *name == key) {
                    Some(found) => found,
                    None => {
                        let all = plan.entries.iter().enumerate();
                        let alike = all.filter_map(|(entry, wanted)| Some((entry, likeness(word, &wanted.word)?)));
                        known.push((key, alike.collect()));
                        known.len() - 1
                    }
                };
                for (entry, likeness) in &known[found].1 {
                    let side = usize::from(self.denied[at] != (*likeness < 0.0));
                    let hit = &mut hits[n * self.entries + entry][side];
                    if likeness.abs() > hit.likeness {
                        *hit = Hit { likeness: likeness.abs(), at: at as u32 };
                    }
                }
            }
        }
        hits
    }

    pub fn best_hit(&self, from: usize, to: usize, entry: usize, side: usize) -> Hit {
        let mut best = Hit::default();
        for clause in from..to {
            let hit = self.hits[clause * self.entries + entry][side];
            if hit.likeness > best.likeness {
                best = hit;
            }
        }
        best
    }

    /// The windows of clauses within two sentences.
    pub fn windows(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.clauses.len()).flat_map(move |from| {
            let longest = WIDEST.min(self.clauses.len() - from);
            (1..=longest).map(move |length| (from, from + length))
        }).filter(|(from, to)| self.clauses[to - 1].sentence <= self.clauses[*from].sentence + 1)
    }

    /// The best fits of different wordings, the best first.
    pub fn fits(&self, plan: &Plan, thing: &Thing) -> Vec<Fit> {
        let mut fits: Vec<Fit> = Vec::new();
        for n in 0..thing.wordings.len() {
            let mut best = Fit::default();
            for (from, to) in self.windows() {
                let fit = self.fit(plan, &thing.wordings[n], from, to);
                if fit.quality > best.quality {
                    best = Fit { wording: n, ..fit };
                }
            }
            fits.push(best);
        }
        crate::bank::order::by_key(fits, |fit| ((1000.0 - 1000.0 * fit.quality) as u64, 0))
    }

    pub fn fit(&self, plan: &Plan, wording: &Wording, from: usize, to: usize) -> Fit {
        let (mut agree, mut deny) = (0.0, 0.0);
        for part in &wording.parts {
            let side = usize::from(part.is_denied);
            let with = self.best_hit(from, to, part.entry, side).likeness;
            let against = self.best_hit(from, to, part.entry, 1 - side).likeness;
            let worth = plan.entries[part.entry].worth;
            agree += worth * with;
            deny += worth * (against - with).max(0.0);
        }
        let whole = wording.worth.max(0.3);
        let wide = WIDE[(to - from - 1).min(WIDEST - 1)];
        let quality = wide * (agree - 0.6 * deny) / whole;
        Fit { wording: 0, from, to, agree: agree / whole, deny: deny / whole, mass: agree, quality, ..Fit::default() }
    }

    /// Fills in where the words stand and of whom they are said.
    pub fn detail(&self, plan: &Plan, wording: &Wording, fit: &mut Fit) {
        let (mut same, mut other, mut all) = (0.0, 0.0, 0.0);
        for part in &wording.parts {
            let side = usize::from(part.is_denied);
            let (with, against) = (self.best_hit(fit.from, fit.to, part.entry, side), self.best_hit(fit.from, fit.to, part.entry, 1 - side));
            let hit = if with.likeness >= against.likeness { with } else { against };
            if hit.likeness == 0.0 {
                continue;
            }
            let worth = plan.entries[part.entry].worth * hit.likeness;
            if with.likeness >= against.likeness && !fit.places.contains(&hit.at) {
                fit.places.push(hit.at);
            }
            all += worth;
            if let (Some(wanted), Some(said)) = (part.subject, self.subjects[hit.at as usize]) {
                let is_same = likeness(&self.words[said], &plan.entries[wanted].word).is_some_and(|likeness| likeness > 0.0);
                // Where the one that is meant is spoken of as well, it is not clear who does it.
                let is_there = self.best_hit(fit.from, fit.to, wanted, 0).likeness + self.best_hit(fit.from, fit.to, wanted, 1).likeness > 0.0;
                match (is_same, is_there) {
                    (true, _) => same += worth,
                    (false, true) => other += 0.5 * worth,
                    (false, false) => other += worth,
                }
            }
        }
        if all > 0.0 {
            (fit.same, fit.other) = (same / all, other / all);
        }
        fit.places.sort_unstable();
    }
}

/// How near two words are; less than nothing where one is the contrary of the other.
pub fn likeness(word: &Word, wanted: &Word) -> Option<f32> {
    if word.name == wanted.name {
        // “Turn on”, “turn off”.
        let meets = |side: bool| word.senses.iter().any(|sense| {
            wanted.senses.iter().any(|other| sense.class == other.class && (sense.is_opposite == other.is_opposite) == side)
        });
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
    is_typo(&word.stem, &wanted.stem).then_some(TYPO)
}

fn is_typo(one: &str, other: &str) -> bool {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let allowed = match short {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    let begins_alike = one.as_bytes()[0] == other.as_bytes()[0] || one.as_bytes()[1] == other.as_bytes()[1];
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    long - short <= allowed && begins_alike && !has_digit(one) && !has_digit(other) && strsim::osa_distance(one, other) <= allowed
}
