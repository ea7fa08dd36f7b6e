//! The style sheets, taken apart as far as these tests need.

use std::fs;

pub const FILES: [&str; 5] = ["card", "widget", "later", "extra", "progress"];

/// All of them, without comments.
pub fn all() -> String {
    FILES.map(sheet).concat()
}

pub fn sheet(name: &str) -> String {
    let text = fs::read_to_string(format!("static/{name}.css")).unwrap();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, comment)) = rest.split_once("/*") {
        plain += before;
        rest = comment.split_once("*/").expect("a comment has an end").1;
    }
    plain + rest
}

/// Every declaration, its name and its value.
pub fn declarations(sheet: &str) -> Vec<(&str, &str)> {
    let parts = sheet.split(['{', '}', ';']);
    parts.filter_map(|part| part.split_once(':')).map(|(name, value)| (name.trim(), value.trim())).collect()
}

/// What stands between this word's bracket and the bracket that closes it, split at its commas.
pub fn arguments<'a>(value: &'a str, word: &str) -> Option<Vec<&'a str>> {
    let inner = value.trim().strip_prefix(word)?.trim_start().strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(inner[start..].trim());
    Some(parts)
}
