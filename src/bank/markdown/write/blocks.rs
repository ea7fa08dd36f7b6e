//! Writes blocks as lines. Within an item of a list there is a blank line only where it is needed: it would make the list a loose
//! one, which counts as nested deeper.

use super::super::super::text::{Block, Inline, rows};
use super::inlines::{Place, longest_run, text};

/// The sign of a list. Two lists that follow each other, or begin in one line, must differ in it.
pub type Sign = Option<char>;

/// Writes blocks that follow a list with the sign `last`, and says which sign the last of them has.
pub fn blocks(blocks: &[Block], last: &mut Sign) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        let more = one(block, last, None);
        if !lines.is_empty() && !more.is_empty() {
            lines.push(String::new());
        }
        lines.extend(more);
    }
    lines
}

/// One block of its own; `last` is the sign of the list before it, and `around` that of the list whose item begins with it.
pub fn one(block: &Block, last: &mut Sign, around: Sign) -> Vec<String> {
    let before = last.take();
    match block {
        Block::Paragraph(words) => Some(text(words, Place::Line)).filter(|line| !line.is_empty()).into_iter().collect(),
        Block::Code(language, text) => listing(language, text),
        Block::Program { language, source, output } => {
            let mut lines = listing(language, source);
            lines.push(String::new());
            lines.extend(listing("text", output));
            lines
        }
        Block::Quote(inner) => quote(blocks(inner, &mut None)),
        Block::Table { columns, cells } => table(columns, cells),
        Block::Bullets(items) => {
            *last = ['-', '*', '+'].into_iter().find(|sign| Some(*sign) != before && Some(*sign) != around);
            list(items, *last)
        }
        Block::Numbers(items) => {
            *last = ['.', ')'].into_iter().find(|sign| Some(*sign) != before);
            list(items, *last)
        }
    }
}

fn list(items: &[Vec<Block>], sign: Sign) -> Vec<String> {
    (1..).zip(items).flat_map(|(n, blocks)| item(&marker(n, sign), "", blocks, sign)).collect()
}

/// `- ` or `1. `
pub fn marker(n: usize, sign: Sign) -> String {
    match sign {
        Some(sign @ ('.' | ')')) => format!("{n}{sign} "),
        sign => format!("{} ", sign.unwrap_or('-')),
    }
}

/// An item: `mark` stands before its first line, such as a box to tick.
pub fn item(marker: &str, mark: &str, blocks: &[Block], sign: Sign) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for (n, block) in blocks.iter().enumerate() {
        let more = one(block, &mut last, if n == 0 { sign } else { None });
        if n > 0 && needs_space(&blocks[n - 1], block) {
            lines.push(String::new());
        }
        lines.extend(more);
    }
    indented(marker, mark, lines)
}

pub fn indented(marker: &str, mark: &str, lines: Vec<String>) -> Vec<String> {
    let indent = " ".repeat(marker.len());
    let lines = if lines.is_empty() { vec![String::new()] } else { lines };
    let prefixed = lines.into_iter().enumerate().map(|(n, line)| match n {
        0 => format!("{marker}{mark}{line}").trim_end_matches(' ').to_owned(),
        _ if line.is_empty() => line,
        _ => format!("{indent}{line}"),
    });
    prefixed.collect()
}

/// Whether the two would be one without a blank line between them.
fn needs_space(before: &Block, block: &Block) -> bool {
    if matches!(before, Block::Code(..) | Block::Program { .. }) {
        return false;
    }
    match block {
        Block::Paragraph(_) => true,
        Block::Quote(_) => matches!(before, Block::Quote(_)),
        Block::Table { .. } => true,
        Block::Code(..) | Block::Program { .. } => false,
        // A list interrupts a paragraph only by words.
        Block::Bullets(items) | Block::Numbers(items) => {
            !matches!(items.first().and_then(|item| item.first()), Some(Block::Paragraph(_)))
        }
    }
}

fn table(columns: &str, cells: &[Vec<Inline>]) -> Vec<String> {
    let line = |cells: Vec<String>| format!("|{}", cells.into_iter().map(|cell| format!(" {cell} |")).collect::<String>());
    let rule = |letter: char| match letter {
        'l' => ":--",
        'm' => ":-:",
        'r' => "--:",
        _ => "---",
    };
    let mut lines: Vec<String> =
        rows(columns, cells).map(|row| line(row.iter().map(|cell| text(cell, Place::Cell)).collect())).collect();
    lines.insert(lines.len().min(1), line(columns.chars().map(|letter| rule(letter).to_owned()).collect()));
    lines
}

pub fn quote(lines: Vec<String>) -> Vec<String> {
    let lines = if lines.is_empty() { vec![String::new()] } else { lines };
    lines.into_iter().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect()
}

fn listing(language: &str, text: &str) -> Vec<String> {
    let sign = if language.contains('`') { '~' } else { '`' };
    let fence = sign.to_string().repeat(longest_run(text, sign).max(2) + 1);
    let mut info = String::new();
    for letter in language.chars() {
        match letter {
            '\\' | '&' => info.extend(['\\', letter]),
            letter if letter.is_control() || letter.is_whitespace() => info.push_str(&format!("&#{};", u32::from(letter))),
            letter => info.push(letter),
        }
    }
    let space = if info.starts_with('~') { " " } else { "" };
    let mut lines = vec![format!("{fence}{space}{info}")];
    lines.extend(text.strip_suffix('\n').map(|text| text.split('\n')).into_iter().flatten().map(str::to_owned));
    lines.push(fence);
    lines
}

/// Lines of words as a list of their own.
pub fn words(lines: &[Vec<Inline>]) -> Vec<Vec<Block>> {
    lines.iter().map(|words| vec![Block::Paragraph(words.clone())]).collect()
}
