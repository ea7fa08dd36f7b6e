//! What a candidate writes of a program's output, held against what it prints.

use super::event::Score;

/// In characters.
pub const LONGEST: usize = 4000;

/// The text as it is kept: no longer than [`LONGEST`], and where it is blank, nothing.
pub fn kept(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
    }
    if text.trim().is_empty() { String::new() } else { text }
}

/// Line by line, what was written and what was wanted; none where one of them has come to its end.
pub fn compare<'a>(written: &'a str, wanted: &'a str) -> Vec<(Option<&'a str>, Option<&'a str>)> {
    let (written, wanted) = (lines(written), lines(wanted));
    let line = |lines: &[&'a str], n: usize| lines.get(n).copied();
    (0..written.len().max(wanted.len())).map(|n| (line(&written, n), line(&wanted, n))).collect()
}

/// The share of lines that are right at their place; a line too many counts against it as one that is missing does.
#[inline(never)]
pub fn score(written: &str, wanted: &str) -> Score {
    let lines = compare(written, wanted);
    let right = lines.iter().filter(|(written, wanted)| written == wanted).count();
    Score(u16::try_from(1000 * right / lines.len().max(1)).unwrap_or_default())
}

/// Without what nobody sees: white space where a line ends, and blank lines at the end.
fn lines(text: &str) -> Vec<&str> {
    let text = text.trim_end();
    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::trim_end).collect() }
}
