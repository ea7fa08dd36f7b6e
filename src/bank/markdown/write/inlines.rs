//! Writes a line of rich text so that reading it gives the same pieces.
//!
//! Which marks emphasis needs depends on what stands around it, so a line with emphasis is read back, and other marks are tried
//! until it comes out right. A link within a link, which Markdown does not know, becomes its words.

use super::super::super::hash::rank;
use super::super::super::text::Inline;
use super::super::tree;

/// Where a line will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It begins a block.
    Line,
    Heading,
    /// Nothing but a line can stand there.
    Within,
    /// A cell of a table.
    Cell,
}

pub fn text(inlines: &[Inline], place: Place) -> String {
    let inlines = clean(inlines, false);
    let mut draft = Draft { place, pieces: Vec::new(), depths: Vec::new() };
    draft.take(&inlines, 0);
    let first = draft.spell(place, &|n| draft.depths[n] % 2 == 1, false);
    if draft.depths.is_empty() {
        return first;
    }
    let spellings = (0..ATTEMPTS).map(|attempt| {
        let underscored = |n: usize| match attempt / 2 {
            0 => draft.depths[n] % 2 == 1,
            1 => false,
            2 => true,
            3 => draft.depths[n].is_multiple_of(2),
            4 => draft.depths[n] % 4 > 1,
            // With a few marks these are all the ways that there are.
            seed if draft.depths.len() < 8 => seed >> n & 1 == 1,
            seed => rank(&seed.to_string(), &n.to_string()) & 1 == 1,
        };
        draft.spell(place, &underscored, attempt % 2 == 1)
    });
    let read = |text: &str| if place == Place::Cell { tree::cell(text) } else { tree::line(text).0 };
    spellings.into_iter().find(|text| read(text) == inlines).unwrap_or(first)
}

const ATTEMPTS: usize = 2 * 256;

/// As the reader would have it: words beside words are one piece, and nothing is empty that cannot be.
fn clean(inlines: &[Inline], in_link: bool) -> Vec<Inline> {
    let mut cleaned = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Code(code) if code.is_empty() => {}
            Inline::Code(code) => cleaned.push(Inline::Code(code.replace(['\n', '\r'], " "))),
            Inline::Emphasis(inner) => cleaned.push(Inline::Emphasis(clean(inner, in_link))),
            Inline::Strong(inner) => cleaned.push(Inline::Strong(clean(inner, in_link))),
            Inline::Link(_, inner) if in_link => tree::append(&mut cleaned, clean(inner, true)),
            Inline::Link(address, inner) => cleaned.push(Inline::Link(address.clone(), clean(inner, true))),
            Inline::Image(address, words) if address.is_empty() => tree::append(&mut cleaned, words.clone()),
            Inline::Text(words) if words.is_empty() => {}
            Inline::Image(..) => cleaned.push(inline.clone()),
            Inline::Text(_) => tree::append(&mut cleaned, vec![inline.clone()]),
        }
    }
    cleaned
}

enum Piece {
    Letter(char),
    Code(String),
    LinkStart,
    LinkEnd(String),
    ImageStart,
    /// Where the n-th emphasis begins or ends, and how many marks that takes.
    Start(usize, usize),
    End(usize, usize),
}

struct Draft {
    place: Place,
    pieces: Vec<Piece>,
    /// How many marks each emphasis stands within.
    depths: Vec<usize>,
}

impl Draft {
    fn take(&mut self, inlines: &[Inline], depth: usize) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.pieces.extend(words.chars().map(Piece::Letter)),
                Inline::Code(text) => self.pieces.push(Piece::Code(self.within(code(text)))),
                Inline::Emphasis(inner) => self.emphasis(inner, depth, 1),
                Inline::Strong(inner) => self.emphasis(inner, depth, 2),
                Inline::Link(to, inner) => {
                    self.pieces.push(Piece::LinkStart);
                    self.take(inner, depth);
                    self.pieces.push(Piece::LinkEnd(self.within(address(to))));
                }
                Inline::Image(to, words) => {
                    self.pieces.push(Piece::ImageStart);
                    self.take(words, depth);
                    self.pieces.push(Piece::LinkEnd(self.within(address(to))));
                }
            }
        }
    }

    /// As it stands in a cell: a | would end that, also in code.
    fn within(&self, text: String) -> String {
        if self.place == Place::Cell { text.replace('|', "\\|") } else { text }
    }

    fn emphasis(&mut self, inner: &[Inline], depth: usize, width: usize) {
        let n = self.depths.len();
        self.depths.push(depth);
        self.pieces.push(Piece::Start(n, width));
        self.take(inner, depth + 1);
        self.pieces.push(Piece::End(n, width));
    }

    /// `guarded`: letters beside a mark are written as numbers, since a mark counts for nothing between two letters.
    fn spell(&self, place: Place, underscored: &dyn Fn(usize) -> bool, guarded: bool) -> String {
        let mut text = String::new();
        for (n, piece) in self.pieces.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|n| self.pieces.get(n));
            let mark = |n: usize, width: usize| if underscored(n) { "_" } else { "*" }.repeat(width);
            match piece {
                Piece::Letter(letter) => self.letter(*letter, n, place, guarded, &mut text),
                Piece::Code(code) => {
                    if matches!(before, Some(Piece::Code(_))) {
                        text.push_str(NOTHING);
                    }
                    text.push_str(code);
                }
                Piece::ImageStart => text.push_str("!["),
                Piece::LinkStart => text.push('['),
                Piece::LinkEnd(address) => text.push_str(&format!("]({address})")),
                Piece::Start(n, width) => {
                    if matches!(before, Some(Piece::End(..))) {
                        text.push_str(NOTHING);
                    }
                    text.push_str(&mark(*n, *width));
                }
                Piece::End(n, width) => {
                    if matches!(before, Some(Piece::Start(..))) {
                        text.push_str(NOTHING);
                    }
                    text.push_str(&mark(*n, *width));
                }
            }
        }
        text
    }

    fn letter(&self, letter: char, n: usize, place: Place, guarded: bool, text: &mut String) {
        let before = n.checked_sub(1).and_then(|n| self.pieces.get(n));
        let after = self.pieces.get(n + 1);
        let at_edge = matches!(before, None | Some(Piece::Start(..))) || matches!(after, None | Some(Piece::End(..)));
        let beside_mark = matches!(before, Some(Piece::End(..))) || matches!(after, Some(Piece::Start(..)));
        let is_space = letter.is_whitespace();
        if letter.is_control() || is_space && at_edge || guarded && beside_mark && !is_space {
            return text.push_str(&format!("&#{};", u32::from(letter)));
        }
        let is_letter = |piece: Option<&Piece>| matches!(piece, Some(Piece::Letter(letter)) if letter.is_alphanumeric());
        let starts = n == 0 && place == Place::Line;
        let escaped = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            '_' => !(is_letter(before) && is_letter(after)),
            '&' => is_letter(after) || matches!(after, Some(Piece::Letter('#'))),
            '!' => matches!(after, Some(Piece::LinkStart)),
            '|' => matches!(place, Place::Line | Place::Cell),
            '{' | '}' => place == Place::Heading,
            '#' => starts || place == Place::Heading && !is_letter(before),
            '>' | '-' | '+' | ':' | '=' | '~' => starts,
            '.' | ')' => place == Place::Line && n > 0 && self.pieces[..n].iter().all(is_digit),
            _ => false,
        };
        if escaped {
            text.push('\\');
        }
        text.push(letter);
    }
}

fn is_digit(piece: &Piece) -> bool {
    matches!(piece, Piece::Letter(letter) if letter.is_ascii_digit())
}

/// A comment, which the reader passes over, keeps marks apart that would be one.
const NOTHING: &str = "<!-- -->";

fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let is_stripped = text.starts_with(' ') && text.ends_with(' ') && !text.trim_matches(' ').is_empty();
    let pad = if is_stripped || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

pub fn longest_run(text: &str, letter: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for each in text.chars() {
        run = if each == letter { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// A link's address between its parentheses.
fn address(to: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-._~:/?#@!$'*+,;=%".contains(letter);
    if to.chars().all(is_plain) && !to.is_empty() {
        return to.to_owned();
    }
    let mut text = String::from("<");
    for letter in to.chars() {
        match letter {
            '\\' | '<' | '>' | '&' => text.extend(['\\', letter]),
            letter if letter.is_control() => text.push_str(&format!("&#{};", u32::from(letter))),
            letter => text.push(letter),
        }
    }
    text + ">"
}

/// `[words](address)`
pub fn link(words: &[Inline], address: &str) -> String {
    text(&[Inline::Link(address.to_owned(), words.to_vec())], Place::Within)
}
