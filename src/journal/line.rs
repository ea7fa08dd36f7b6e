//! A stored line: eight hex digits of checksum, a space, JSON.

use super::{Text, VERSION};
use crate::bank::hash::fnv32;
use crate::bank::tree::Tree;

pub fn seal(record: &Tree) -> String {
    let json = record.write();
    format!("{:08x} {json}\n", fnv32(json.as_bytes()))
}

/// What stands in it; none where it is not as it was written.
pub fn open(line: &str) -> Option<Tree> {
    let (sum, json) = line.split_once(' ')?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    if sum != fnv32(json.as_bytes()) {
        return None;
    }
    Tree::read(json)
}

/// What stands after a header that begins with `kind` and ends with the version.
pub enum Body<'text> {
    Here(&'text str),
    /// A newer version wrote it.
    Newer,
    /// There is no such header.
    Missing,
}

pub fn body<'text>(kind: &str, text: &'text str) -> Body<'text> {
    let (header, body) = text.split_once('\n').unwrap_or_default();
    match header.strip_prefix(kind).and_then(|version| version.parse::<u32>().ok()) {
        Some(version) if version > VERSION => Body::Newer,
        Some(_) => Body::Here(body),
        None => Body::Missing,
    }
}

/// Whether a newer version wrote it, whatever it is.
pub fn is_of_newer(text: &str) -> bool {
    let header = text.lines().next().and_then(|line| line.strip_prefix("mock-interview ")).and_then(|line| line.split_once(' '));
    header.and_then(|(_, version)| version.parse::<u32>().ok()).is_some_and(|version| version > VERSION)
}

/// Reads the lines after such a header, as far as they are good.
pub fn read<T>(kind: &str, text: &str, meaning: fn(&Tree) -> Option<T>) -> Text<T> {
    let body = match body(kind, text) {
        Body::Here(body) => body,
        Body::Newer => return Text::Newer,
        Body::Missing => return Text::Read { items: Vec::new(), broken: true },
    };
    let mut items = Vec::new();
    for line in body.split_inclusive('\n') {
        match line.strip_suffix('\n').and_then(open).and_then(|record| meaning(&record)) {
            Some(item) => items.push(item),
            None => return Text::Read { items, broken: true },
        }
    }
    Text::Read { items, broken: false }
}
