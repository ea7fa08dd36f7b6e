//! The second copy of what is stored (`static/mirror.js` keeps it): what it still has when the first has lost something.
//!
//! A browser may hold what was written to the store in its memory for a minute, and lose that in a crash. The copy is on the disk at once,
//! so it is as new as the store or newer, but where a write to it failed.

use super::archive::read_archive;
use super::key::Key;
use super::line::is_of_newer;
use super::{Text, read_journal, read_report};
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;

/// Names and texts.
pub type Texts = Vec<(String, String)>;

/// What it takes to make the two alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// To be written to the store.
    pub lost: Texts,
    /// To be written to the copy.
    pub new: Texts,
}

pub fn compare(stored: &[(String, String)], copied: Texts) -> Difference {
    let mut difference = Difference::default();
    let copies = Index::of(&copied);
    for (name, text) in stored {
        let copy = copies.find(name);
        if copy.is_none_or(|(_, copy)| !is_newer(copy, text) && copy != text) {
            difference.new.push((name.clone(), text.clone()));
        }
    }
    let texts = Index::of(stored);
    let find = |name: &str| texts.find(name);
    for (name, copy) in copied.iter().cloned() {
        let is_lost = match find(&name) {
            Some((_, text)) => is_newer(&copy, text),
            // The journal of a round is removed when its report is safe, here before there.
            None => Key::report_of(&name).is_none_or(|report| find(&report).is_none()),
        };
        if is_lost {
            difference.lost.push((name, copy));
        }
    }
    difference
}

/// Texts by their names: there may be thousands.
struct Index<'texts>(Vec<(u64, &'texts (String, String))>);

impl Index<'_> {
    fn of(texts: &[(String, String)]) -> Index<'_> {
        Index(by_key(texts.iter().map(|text| (fnv64(text.0.as_bytes()), text)).collect(), |(hash, _)| (*hash, 0)))
    }

    fn find(&self, name: &str) -> Option<&(String, String)> {
        let hash = fnv64(name.as_bytes());
        let first = self.0.partition_point(|(other, _)| *other < hash);
        self.0[first..].iter().take_while(|(other, _)| *other == hash).map(|(_, text)| *text).find(|(other, _)| other == name)
    }
}

/// Whether the copy holds what the text has lost. A journal only grows; where a text was changed otherwise, as a report may be, it is
/// the copy that has seen it. What a newer version wrote is never replaced by what this one can read.
fn is_newer(copy: &str, text: &str) -> bool {
    let has_seen_more = || !text.starts_with(copy) && (copy.starts_with(text) || is_sound(copy));
    copy != text && !is_of_newer(text) && (is_of_newer(copy) || has_seen_more())
}

fn is_sound(text: &str) -> bool {
    let sound = |broken: Option<bool>| broken == Some(false);
    sound(broken(&read_journal(text))) || sound(broken(&read_report(text))) || sound(broken(&read_archive(text)))
}

/// None where a newer version wrote it: whether it is sound is not ours to say.
fn broken<T>(text: &Text<T>) -> Option<bool> {
    match text {
        Text::Read { broken, .. } => Some(*broken),
        Text::Newer => None,
    }
}
