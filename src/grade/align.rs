//! Where in the text a wording is said, and how nearly.

use super::clauses::{Clause, clauses, denied, subjects};
use super::likeness::likeness;
use super::name;
use super::wanted::{Plan, Thing};
use super::words::{Said, Sense, Word};
use std::rc::Rc;

/// How many clauses one thought may take.
const WIDEST: usize = 3;
const WIDE: [f32; WIDEST] = [1.0, 0.95, 0.88];

/// What shows an entry best, and where.
#[derive(Clone, Copy, Default)]
struct Hit {
    likeness: f32,
    at: u32,
}

/// How near a kind of word is to entries of the vocabulary.
type Alike = Vec<(usize, f32)>;

/// How much of a wording is in a window: as it is, as its contrary, and what that is worth.
#[derive(Clone, Copy, Default)]
pub struct Share {
    pub agree: f32,
    pub deny: f32,
    pub quality: f32,
}

/// What a window holds of the rubric.
pub struct Row {
    /// Of each wording, as they are numbered in the plan.
    shares: Vec<Share>,
    /// Of each thing, the quality of the best wording, and how much of one is there if it does not matter what is denied.
    best: Vec<(f32, f32)>,
    /// How near it comes to any of the points and to any of the misconceptions.
    pub sides: [f32; 2],
    /// Of each point, how much of what all its wordings have in common.
    pub centres: Vec<f32>,
}

/// Clauses that may make a thought.
pub struct Window {
    pub from: usize,
    pub to: usize,
    pub row: Rc<Row>,
}

/// All that is known of the words of one text. Most windows of a rest are those of the whole, and are worked out once.
pub struct Known<'a> {
    pub plan: &'a Plan,
    /// Of every kind of word.
    alike: Vec<Alike>,
    /// By their names.
    rows: Vec<(u64, Rc<Row>)>,
}

impl<'a> Known<'a> {
    /// Compares every word once with every entry, and tells each its kind.
    pub fn of(words: &mut [Word], plan: &'a Plan) -> Known<'a> {
        let (mut keys, mut alike): (Vec<u64>, Vec<Alike>) = (vec![0], vec![Vec::new()]);
        for word in words {
            // A phrase may give a word senses that it has not elsewhere.
            let side = |sense: &Sense| u64::from(sense.class) ^ u64::from(sense.is_opposite) << 20;
            let key =
                if word.is_stop { 0 } else { word.senses.iter().fold(word.name, |key, sense| key.rotate_left(7) ^ side(sense)) };
            word.kind = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
                let all = plan.entries.iter().enumerate();
                alike.push(all.filter_map(|(entry, wanted)| Some((entry, likeness(word, &wanted.word)?))).collect());
                keys.push(key);
                keys.len() - 1
            }) as u32;
        }
        Known { plan, alike, rows: Vec::new() }
    }

    /// What the words of so many clauses hold, each of them denied or not. Such clauses have that name.
    fn row(&mut self, name: u64, words: &[Said], denied: &[bool], clauses: usize) -> Rc<Row> {
        let place = match self.rows.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(place) => return self.rows[place].1.clone(),
            Err(place) => place,
        };
        // As it is said, and as its contrary.
        let mut seen = vec![[0.0f32; 2]; self.plan.entries.len()];
        for (word, is_denied) in words.iter().zip(denied) {
            for (entry, likeness) in self.alike(word) {
                let side = &mut seen[*entry][usize::from(*is_denied != (*likeness < 0.0))];
                if likeness.abs() > *side {
                    *side = likeness.abs();
                }
            }
        }
        let row = Rc::new(Row::of(self.plan, &seen, WIDE[clauses - 1]));
        self.rows.insert(place, (name, row.clone()));
        row
    }

    /// The entries that a word is near to.
    pub fn alike(&self, word: &Word) -> &[(usize, f32)] {
        &self.alike[word.kind as usize]
    }
}

impl Row {
    fn of(plan: &Plan, seen: &[[f32; 2]], wide: f32) -> Row {
        let mut row = Row { shares: Vec::new(), best: Vec::new(), sides: [0.0; 2], centres: Vec::new() };
        for (side, things) in [&plan.points, &plan.wrongs].into_iter().enumerate() {
            for thing in things {
                let (mut best, mut contrary) = (0.0f32, 0.0f32);
                for wording in &thing.wordings {
                    let share = wording.share(seen, wide);
                    if share.quality > best {
                        best = share.quality;
                    }
                    if share.deny > 0.0 && share.agree + share.deny > contrary {
                        contrary = share.agree + share.deny;
                    }
                    row.shares.push(share);
                }
                row.best.push((best, contrary));
                row.sides[side] = row.sides[side].max(best);
            }
        }
        row.centres = plan.points.iter().map(|point| point.centre(seen)).collect();
        row
    }
}

pub struct Text<'a> {
    pub words: Vec<Said<'a>>,
    pub clauses: Vec<Clause>,
    pub subjects: Vec<Option<usize>>,
    denied: Vec<bool>,
    /// Within two sentences.
    pub windows: Vec<Window>,
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

impl<'a> Text<'a> {
    pub fn of(words: Vec<Said<'a>>, known: &mut Known) -> Text<'a> {
        let clauses = clauses(&words);
        let subjects = subjects(&words, |word| known.plan.asked.contains(&word.name));
        let denied = denied(&words, &clauses);
        let of_word = |at: usize| 2 * u64::from(words[at].kind) + u64::from(denied[at]);
        let names: Vec<u64> = clauses.iter().map(|clause| name((clause.from..clause.to).map(of_word))).collect();
        let mut windows = Vec::new();
        for (from, first) in clauses.iter().enumerate() {
            for (more, last) in clauses[from..].iter().take(WIDEST).enumerate() {
                if last.sentence > first.sentence + 1 {
                    break;
                }
                let name = name(names[from..=from + more].iter().copied());
                let row = known.row(name, &words[first.from..last.to], &denied[first.from..last.to], more + 1);
                windows.push(Window { from, to: from + more + 1, row });
            }
        }
        Text { words, clauses, subjects, denied, windows }
    }

    /// The first of the words that show the entry best: as it is said, and as its contrary.
    fn hits(&self, known: &Known, from: usize, to: usize, entry: usize) -> [Hit; 2] {
        let mut hits = [Hit::default(); 2];
        for at in self.clauses[from].from..self.clauses[to - 1].to {
            for (its, likeness) in known.alike(&self.words[at]) {
                let hit = &mut hits[usize::from(self.denied[at] != (*likeness < 0.0))];
                if *its == entry && likeness.abs() > hit.likeness {
                    *hit = Hit { likeness: likeness.abs(), at: at as u32 };
                }
            }
        }
        hits
    }

    /// The best fit of a thing, by its number, the quality of its second best wording, and how much of a wording is there if it does not matter
    /// what is denied.
    pub fn best(&self, known: &Known, thing: &Thing, number: usize) -> (Fit, f32, f32) {
        let mut bests = vec![(0.0f32, 0); thing.wordings.len()];
        let (mut second, mut contrary) = (0.0f32, 0.0f32);
        for (window, Window { row, .. }) in self.windows.iter().enumerate() {
            let (best, its) = row.best[number];
            if its > contrary {
                contrary = its;
            }
            // Most windows have nothing that matters.
            if best > second {
                for (share, best) in row.shares[thing.first..].iter().zip(&mut bests) {
                    if share.quality > best.0 {
                        *best = (share.quality, window);
                    }
                }
                second = second_of(&bests);
            }
        }
        let mut first = Fit::default();
        for (wording, (quality, window)) in bests.into_iter().enumerate() {
            if quality > first.quality {
                let Window { from, to, ref row } = self.windows[window];
                first = Fit { wording, from, to, agree: row.shares[thing.first + wording].agree, quality, ..Fit::default() };
            }
        }
        if first.quality > 0.0 {
            self.detail(known, thing, &mut first);
        }
        (first, second, contrary)
    }

    /// Fills in where the words stand and of whom they are said.
    fn detail(&self, known: &Known, thing: &Thing, fit: &mut Fit) {
        let (mut other, mut all) = (0.0, 0.0);
        for part in &thing.wordings[fit.wording].parts {
            let [said, contrary] = self.hits(known, fit.from, fit.to, part.entry);
            let (with, against) = if part.is_denied { (contrary, said) } else { (said, contrary) };
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
            let is = |entry: usize| known.alike(&self.words[said]).iter().any(|(its, likeness)| *its == entry && *likeness > 0.0);
            let of_another = known.plan.points.iter().any(|point| point.owner.is_some_and(is));
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
                let is_there = self.hits(known, from, to, wanted).iter().any(|hit| hit.likeness > 0.0);
                other += if is_there { 0.5 * worth } else { worth };
            }
        }
        if all > 0.0 {
            fit.other = other / all;
        }
    }
}

/// The second best of these.
fn second_of(bests: &[(f32, usize)]) -> f32 {
    let (mut first, mut second) = (0.0, 0.0);
    for (quality, _) in bests {
        if *quality > first {
            (first, second) = (*quality, first);
        } else if *quality > second {
            second = *quality;
        }
    }
    second
}
