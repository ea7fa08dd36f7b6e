//! A stored line: eight hex digits of checksum, a space, JSON.

use super::{Text, VERSION};
use crate::bank::hash::fnv32;
use crate::bank::tree::Tree;

pub fn seal(record: &Tree) -> String {
    let json = record.write();
    format!("{:08x} {json}\n", fnv32(json.as_bytes()))
}

fn open(line: &str) -> Option<Tree> {
    let (sum, json) = line.split_once(' ')?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    if sum != fnv32(json.as_bytes()) {
        return None;
    }
    Tree::read(json)
}

/// Reads the lines after a header that begins with `kind` and ends with the version.
pub fn read<T>(kind: &str, text: &str, meaning: fn(&Tree) -> Option<T>) -> Text<T> {
    let mut lines = text.split_inclusive('\n');
    let version = lines.next().and_then(|header| header.strip_prefix(kind)?.strip_suffix('\n')?.parse::<u32>().ok());
    match version {
        Some(version) if version > VERSION => return Text::Newer,
        Some(_) => {}
        None => return Text::Read { items: Vec::new(), broken: true },
    }
    let mut items = Vec::new();
    for line in lines {
        match line.strip_suffix('\n').and_then(open).and_then(|record| meaning(&record)) {
            Some(item) => items.push(item),
            None => return Text::Read { items, broken: true },
        }
    }
    Text::Read { items, broken: false }
}
