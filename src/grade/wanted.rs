//! A rubric as words: its vocabulary, how much each word of it tells, and its wordings in these words.

use super::Rubric;
use super::align::Share;
use super::clauses::{clauses, denied, subjects};
use super::synonyms::Table;
use super::words::{Reader, Set, Word, is_in, said};

/// What every second sentence of the field has in it.
pub const COMMON: &str =
    " async asyncio await task coroutin loop python code function thread program call use run work def event ";

/// So many words make a statement.
const STATEMENT: usize = 5;

pub struct Entry {
    pub word: Word,
    /// How much it tells.
    pub worth: f32,
    pub is_asked: bool,
    /// Whether a wording of a key point has it.
    pub is_of_points: bool,
}

/// A word of a wording.
#[derive(Clone, Copy)]
pub struct Part {
    /// Its place in the vocabulary.
    pub entry: usize,
    pub is_denied: bool,
    pub worth: f32,
    pub subject: Option<usize>,
}

pub struct Wording {
    pub parts: Vec<Part>,
    /// The sum of what its words are worth.
    pub worth: f32,
}

impl Wording {
    /// How much of it is there where so much of each entry is seen, as it is said and as its contrary; `wide` is what a statement over so many
    /// clauses is worth.
    pub fn share(&self, seen: &[[f32; 2]], wide: f32) -> Share {
        let (mut agree, mut deny) = (0.0, 0.0);
        for part in &self.parts {
            let [said, contrary] = seen[part.entry];
            let (with, against) = if part.is_denied { (contrary, said) } else { (said, contrary) };
            agree += part.worth * with;
            if against > with {
                deny += part.worth * (against - with);
            }
        }
        let quality = wide * (agree - 0.6 * deny) / self.worth;
        Share { agree: agree / self.worth, deny: deny / self.worth, quality }
    }
}

/// A key point or a misconception.
pub struct Thing {
    /// The number of its first wording among all.
    pub first: usize,
    pub wordings: Vec<Wording>,
    common: Vec<Common>,
    /// What a statement of this is worth, if it is made of what all wordings have in common.
    statement: f32,
    /// Of whom it is said, as far as its first wording tells.
    pub owner: Option<usize>,
}

/// How much an entry of the vocabulary belongs to a thing, and whether most of the wordings that have it deny it.
struct Common {
    entry: usize,
    share: f32,
    is_denied: bool,
}

impl Thing {
    /// How much of what all its wordings have in common is seen: of a statement's worth of it, from 0 to 1.
    pub fn centre(&self, seen: &[[f32; 2]]) -> f32 {
        if self.statement == 0.0 {
            return 0.0;
        }
        let mut there = 0.0;
        for Common { entry, share, is_denied } in &self.common {
            let [said, contrary] = seen[*entry];
            let (with, against) = if *is_denied { (contrary, said) } else { (said, contrary) };
            there += share * if against > with { with - 0.6 * (against - with) } else { with };
        }
        there / self.statement
    }
}

/// The sum of so many of them, the largest.
fn heaviest(share: &[f32], number: usize) -> f32 {
    let mut left = share.to_vec();
    (0..number).map(|_| left.iter_mut().max_by(|one, other| one.total_cmp(other)).map_or(0.0, std::mem::take)).sum()
}

pub struct Plan {
    pub entries: Vec<Entry>,
    pub points: Vec<Thing>,
    pub wrongs: Vec<Thing>,
    /// The names of the prompt's content words.
    pub asked: Vec<u64>,
}

impl Plan {
    pub fn of(rubric: &Rubric, reader: &Reader, table: &Table) -> Plan {
        let prompt = reader.read(&rubric.prompt, table);
        let asked: Vec<u64> = prompt.iter().filter(|word| !word.is_stop).map(|word| word.name).collect();
        let mut plan = Plan { entries: Vec::new(), points: Vec::new(), wrongs: Vec::new(), asked };
        let points: Vec<Vec<Wording>> = rubric.points.iter().map(|point| plan.wordings(&point.wordings, reader, table)).collect();
        let wrongs: Vec<Vec<Wording>> = rubric.misconceptions.iter().map(|wrong| plan.wordings(wrong, reader, table)).collect();
        plan.weigh(&points, &wrongs);
        plan.points = points.into_iter().map(|wordings| plan.thing(wordings, true)).collect();
        plan.wrongs = wrongs.into_iter().map(|wordings| plan.thing(wordings, false)).collect();
        let mut first = 0;
        for thing in plan.points.iter_mut().chain(&mut plan.wrongs) {
            thing.first = first;
            first += thing.wordings.len();
        }
        plan
    }

    fn wordings(&mut self, texts: &[String], reader: &Reader, table: &Table) -> Vec<Wording> {
        let mut wordings: Vec<Wording> = texts.iter().map(|text| self.wording(&reader.read(text, table))).collect();
        wordings.retain(|wording| !wording.parts.is_empty());
        wordings
    }

    fn wording(&mut self, words: &[Word]) -> Wording {
        let words = said(words);
        let denied = denied(&words, &clauses(&words));
        let subjects = subjects(&words, |word| self.asked.contains(&word.name));
        let mut parts: Vec<Part> = Vec::new();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.is_stop) {
            let entry = self.entry(word);
            if parts.iter().any(|part| part.entry == entry) {
                continue;
            }
            let subject = subjects[at].map(|at| self.entry(&words[at]));
            parts.push(Part { entry, is_denied: denied[at], worth: 0.0, subject });
        }
        Wording { parts, worth: 0.0 }
    }

    fn entry(&mut self, word: &Word) -> usize {
        let known = self.entries.iter_mut().position(|entry| entry.word.name == word.name);
        known.unwrap_or_else(|| {
            let is_asked = self.asked.contains(&word.name);
            self.entries.push(Entry { word: word.clone(), worth: 1.0, is_asked, is_of_points: false });
            self.entries.len() - 1
        })
    }

    /// A word that stands in few of the things tells them apart.
    fn weigh(&mut self, points: &[Vec<Wording>], wrongs: &[Vec<Wording>]) {
        let things = points.len() + wrongs.len();
        for (at, entry) in self.entries.iter_mut().enumerate() {
            let holds =
                |wordings: &&Vec<Wording>| wordings.iter().any(|wording| wording.parts.iter().any(|part| part.entry == at));
            let holders = points.iter().chain(wrongs).filter(holds).count();
            let rarity = 1.0 - 0.6 * (holders.saturating_sub(1) as f32 / things.max(2) as f32);
            let asked = if entry.is_asked { 0.45 } else { 1.0 };
            let common = if is_in(Set::Common, entry.word.name) { 0.6 } else { 1.0 };
            let light = if entry.word.is_light { 0.35 } else { 1.0 };
            let exact =
                if entry.word.stem.bytes().any(|byte| byte == b'_' || byte == b'=' || byte.is_ascii_digit()) { 1.3 } else { 1.0 };
            entry.worth = rarity * asked * common * light * exact;
        }
    }

    fn thing(&mut self, mut wordings: Vec<Wording>, is_point: bool) -> Thing {
        let mut share = vec![0.0; self.entries.len()];
        let mut denied = vec![0.0; self.entries.len()];
        let number = wordings.len().max(1) as f32;
        for wording in &mut wordings {
            for part in &mut wording.parts {
                let entry = &mut self.entries[part.entry];
                entry.is_of_points |= is_point;
                part.worth = entry.worth;
                share[part.entry] += part.worth / number;
                if part.is_denied {
                    denied[part.entry] += part.worth / number;
                }
            }
            // One that is made of light words alone is not said by any of them.
            wording.worth = wording.parts.iter().map(|part| part.worth).sum::<f32>().max(0.3);
        }
        let owner = wordings.first().and_then(|fact| fact.parts.iter().find_map(|part| part.subject));
        let statement = heaviest(&share, STATEMENT);
        let common = share.iter().zip(&denied).enumerate().filter(|(_, (share, _))| **share > 0.0);
        let common = common.map(|(entry, (share, denied))| Common { entry, share: *share, is_denied: 2.0 * denied > *share });
        Thing { first: 0, wordings, common: common.collect(), statement, owner }
    }
}
