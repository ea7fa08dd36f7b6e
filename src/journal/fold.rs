//! When the store grows full of whole reports, the oldest are folded into an archive.
//!
//! The new archive is written and read back first; only then goes what it holds. It also takes up small archives, so that there are never
//! many. Two widgets that fold at once write two archives, and neither loses anything: reading is a union.

use super::archive::write_archive;
use super::union::once;
use crate::bank::order::by_key;
use crate::progress::Report;

/// Whole reports are left alone up to so many bytes.
pub const MOST: usize = 300_000;
/// So many stay whole,
const LEAST: usize = 150_000;
/// and so many of the newest in any case.
const NEWEST: usize = 20;
/// So much is folded at a time, and at least a round: what was left behind by an older version comes bit by bit.
const STEP: usize = 400_000;
/// An archive larger than this stays as it is.
const SMALL: usize = 100_000;

/// A key that holds reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub name: String,
    /// Its bytes, which are never fewer than the UTF-16 units that browsers count.
    pub bytes: usize,
    pub archived: bool,
    /// Its reports: their place among all that were loaded.
    pub first: usize,
    pub count: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    pub text: String,
    /// The keys whose reports it holds.
    pub remove: Vec<String>,
    /// How many rounds have lost their words.
    pub rounds: usize,
}

/// What a text takes of the store, in UTF-16 units: that is what browsers count.
pub fn units(name: &str, text: &str) -> usize {
    let units = |text: &str| if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    units(name) + units(text)
}

fn whole(held: &[Held]) -> impl Iterator<Item = &Held> {
    held.iter().filter(|held| !held.archived && held.count > 0)
}

/// None where there is room enough: whole reports take no more than they may.
pub fn fold(held: &[Held], reports: &[Report]) -> Option<Fold> {
    let mut left: usize = whole(held).map(|held| held.bytes).sum();
    if left <= MOST {
        return None;
    }
    let oldest = by_key(whole(held).collect(), |held| (reports.get(held.first).map_or(0, |report| report.started.0), 0));
    let (mut taken, mut folded) = (Vec::new(), 0);
    for held in &oldest[..oldest.len().saturating_sub(NEWEST)] {
        if left <= LEAST || folded >= STEP {
            break;
        }
        left -= held.bytes;
        folded += held.bytes;
        taken.push(*held);
    }
    if taken.is_empty() {
        return None;
    }
    let rounds = taken.len();
    taken.extend(held.iter().filter(|held| held.archived && held.bytes < SMALL));
    let of = |held: &&Held| reports[held.first..held.first + held.count].iter().map(Report::folded);
    let all = by_key(once(taken.iter().flat_map(of).collect()), |report| (report.started.0, 0));
    Some(Fold { text: write_archive(&all), remove: taken.iter().map(|held| held.name.clone()).collect(), rounds })
}
