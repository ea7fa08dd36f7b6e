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

/// How near a kind of word is to entries of the vocabulary.
pub type Alike = Vec<(usize, f32)>;

pub struct Text<'a> {
    pub words: Vec<Word>,
    pub clauses: Vec<Clause>,
    pub subjects: Vec<Option<usize>>,
    /// Of every kind of word.
    alike: &'a [Alike],
    /// For each clause and entry: as it is said, and as its contrary.
    hits: Vec<[Hit; 2]>,
    entries: usize,
    /// Clauses that may make a thought, and for each and every entry the best of the hits.
    pub windows: Vec<(usize, usize)>,
    seen: Vec<[f32; 2]>,
}

/// How much of a wording is in a window: as it is, as its contrary, and what that is worth.
#[derive(Clone, Copy, Default)]
pub struct Share {
    pub agree: f32,
    pub deny: f32,
    pub quality: f32,
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
    /// Of what is there, the share that is said of somebody else.
    pub other: f32,
    pub quality: f32,
    /// The words that show it.
    pub places: Vec<u32>,
}

/// Compares every word once with every entry, and tells each its kind.
pub fn compare(words: &mut [Word], plan: &Plan) -> Vec<Alike> {
    let (mut known, mut alike): (Vec<u64>, Vec<Alike>) = (vec![0], vec![Vec::new()]);
    for word in words {
        // A phrase may give a word senses that it has not elsewhere.
        let side = |sense: &Sense| u64::from(sense.class) ^ u64::from(sense.is_opposite) << 20;
        let key = if word.is_stop { 0 } else { word.senses.iter().fold(word.name, |key, sense| key.rotate_left(7) ^ side(sense)) };
        word.kind = known.iter().position(|known| *known == key).unwrap_or_else(|| {
            let all = plan.entries.iter().enumerate();
            alike.push(all.filter_map(|(entry, wanted)| Some((entry, likeness(word, &wanted.word)?))).collect());
            known.push(key);
            known.len() - 1
        });
    }
    alike
}

impl<'a> Text<'a> {
    /// Of words that have been compared.
    pub fn of(words: Vec<Word>, alike: &'a [Alike], plan: &Plan) -> Text<'a> {
        let clauses = clauses(&words);
        let subjects = subjects(&words, |word| plan.asked.contains(&word.name));
        let entries = plan.entries.len();
        let mut text = Text { words, clauses, subjects, alike, hits: Vec::new(), entries, windows: Vec::new(), seen: Vec::new() };
        text.hit();
        text.look();
        text
    }

    /// The entries that a word is near to.
    pub fn alike(&self, word: usize) -> &[(usize, f32)] {
        &self.alike[self.words[word].kind]
    }

    fn hit(&mut self) {
        let denied = denied(&self.words, &self.clauses);
        let mut hits = vec![[Hit::default(); 2]; self.clauses.len() * self.entries];
        for (n, clause) in self.clauses.iter().enumerate() {
            for (at, is_denied) in denied.iter().enumerate().take(clause.to).skip(clause.from) {
                for (entry, likeness) in self.alike(at) {
                    let side = usize::from(*is_denied != (*likeness < 0.0));
                    let hit = &mut hits[n * self.entries + entry][side];
                    if likeness.abs() > hit.likeness {
                        *hit = Hit { likeness: likeness.abs(), at: at as u32 };
                    }
                }
            }
        }
        self.hits = hits;
    }

    /// The windows of clauses, within two sentences.
    fn look(&mut self) {
        for from in 0..self.clauses.len() {
            let start = self.seen.len();
            let row = |clause: usize| &self.hits[clause * self.entries..][..self.entries];
            self.seen.extend(row(from).iter().map(|[one, other]| [one.likeness, other.likeness]));
            self.windows.push((from, from + 1));
            for to in from + 1..(from + WIDEST).min(self.clauses.len()) {
                if self.clauses[to].sentence > self.clauses[from].sentence + 1 {
                    break;
                }
                let before = start + (to - from - 1) * self.entries;
                for (entry, [one, other]) in row(to).iter().enumerate() {
                    let [had, against] = self.seen[before + entry];
                    self.seen.push([had.max(one.likeness), against.max(other.likeness)]);
                }
                self.windows.push((from, to + 1));
            }
        }
    }

    /// Of every entry, how near the window comes to it: as it is said, and as its contrary.
    pub fn row(&self, window: usize) -> &[[f32; 2]] {
        &self.seen[window * self.entries..][..self.entries]
    }

    fn best_hit(&self, from: usize, to: usize, entry: usize, side: usize) -> Hit {
        let mut best = Hit::default();
        for clause in from..to {
            let hit = self.hits[clause * self.entries + entry][side];
            if hit.likeness > best.likeness {
                best = hit;
            }
        }
        best
    }

    /// The best fit of a thing, the quality of its second best wording, and how much of a wording is there if it does not matter what is denied.
    pub fn best(&self, plan: &Plan, thing: &Thing) -> (Fit, f32, f32) {
        let (mut first, mut second, mut contrary) = (Fit::default(), 0.0f32, 0.0f32);
        for (n, wording) in thing.wordings.iter().enumerate() {
            let (mut best, mut at) = (Share::default(), 0);
            for window in 0..self.windows.len() {
                let share = self.share(wording, window);
                if share.deny > 0.0 {
                    contrary = contrary.max(share.agree + share.deny);
                }
                if share.quality > best.quality {
                    (best, at) = (share, window);
                }
            }
            second = second.max(best.quality.min(first.quality));
            if best.quality > first.quality {
                let (from, to) = self.windows[at];
                first = Fit { wording: n, from, to, agree: best.agree, quality: best.quality, ..Fit::default() };
            }
        }
        if first.quality > 0.0 {
            self.detail(plan, thing, &mut first);
        }
        (first, second, contrary)
    }

    pub fn share(&self, wording: &Wording, window: usize) -> Share {
        let row = self.row(window);
        let (mut agree, mut deny) = (0.0, 0.0);
        for part in &wording.parts {
            let [said, contrary] = row[part.entry];
            let (with, against) = if part.is_denied { (contrary, said) } else { (said, contrary) };
            agree += part.worth * with;
            if against > with {
                deny += part.worth * (against - with);
            }
        }
        let (from, to) = self.windows[window];
        let quality = WIDE[(to - from - 1).min(WIDEST - 1)] * (agree - 0.6 * deny) / wording.worth;
        Share { agree: agree / wording.worth, deny: deny / wording.worth, quality }
    }

    /// Fills in where the words stand and of whom they are said.
    fn detail(&self, plan: &Plan, thing: &Thing, fit: &mut Fit) {
        let (mut other, mut all) = (0.0, 0.0);
        for part in &thing.wordings[fit.wording].parts {
            let side = usize::from(part.is_denied);
            let (with, against) =
                (self.best_hit(fit.from, fit.to, part.entry, side), self.best_hit(fit.from, fit.to, part.entry, 1 - side));
            let hit = if with.likeness >= against.likeness { with } else { against };
            if hit.likeness == 0.0 {
                continue;
            }
            let worth = part.worth * hit.likeness;
            let place = fit.places.partition_point(|place| *place < hit.at);
            if with.likeness >= against.likeness && fit.places.get(place) != Some(&hit.at) {
                fit.places.insert(place, hit.at);
            }
            all += worth;
            let Some(said) = self.subjects[hit.at as usize] else { continue };
            let is = |entry: usize| likeness(&self.words[said], &plan.entries[entry].word).is_some_and(|likeness| likeness > 0.0);
            let of_another = plan.points.iter().any(|point| point.owner.is_some_and(is));
            // Where a wording does not say of whom, its point does, and it must not be the one of another point.
            let wanted = match (part.subject, thing.owner) {
                (Some(wanted), _) => wanted,
                (None, Some(owner)) if of_another => owner,
                _ => continue,
            };
            if !is(wanted) {
                // Where the one that is meant is spoken of as well, it is not clear who does it; with a rival, in the same clause.
                let clause = self.clauses.partition_point(|clause| clause.to <= hit.at as usize);
                let (from, to) = if of_another { (clause, clause + 1) } else { (fit.from, fit.to) };
                let is_there = [0, 1].iter().any(|side| self.best_hit(from, to, wanted, *side).likeness > 0.0);
                other += if is_there { 0.5 * worth } else { worth };
            }
        }
        if all > 0.0 {
            fit.other = other / all;
        }
    }
}

/// How near two words are; less than nothing where one is the contrary of the other.
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
