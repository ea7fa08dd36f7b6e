//! Rich text as Markdown for people: what is a mark is escaped, and nothing more is promised. `bank convert` has a writer whose
//! text reads back as the same bank; it needs the reader of Markdown, which the widget does without.

use crate::bank::marks;
use crate::bank::text::{Block, Inline, rows};
use crate::language::t;

/// Words as they stand.
#[inline(never)]
pub fn words(text: &str) -> String {
    let mut line = String::new();
    escape(text, &mut line);
    line
}

/// A line within a block: after its label or marker.
#[inline(never)]
pub fn line(inlines: &[Inline]) -> String {
    let mut line = String::new();
    push(inlines, &mut line);
    line
}

fn escape(words: &str, text: &mut String) {
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') {
            text.push('\\');
        }
        text.push(if letter == '\n' { ' ' } else { letter });
    }
}

fn push(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        let (mark, inner) = match inline {
            Inline::Text(words) => {
                escape(words, text);
                continue;
            }
            Inline::Code(code) => {
                let fence = "`".repeat(longest_run(code) + 1);
                // Blanks on both sides are taken off again, so they may stand there always where one has to.
                let pad = if code.contains('`') { " " } else { "" };
                text.extend([fence.as_str(), pad, code, pad, &fence]);
                continue;
            }
            Inline::Emphasis(inner) => ("*", inner),
            Inline::Strong(inner) => ("**", inner),
            Inline::Link(address, inner) => {
                text.push('[');
                push(inner, text);
                text.extend(["](<", address, ">)"]);
                continue;
            }
            Inline::Image(address, inner) if address.is_empty() => {
                text.extend([t("Image"), ": "]);
                push(inner, text);
                continue;
            }
            Inline::Image(address, inner) => {
                text.push_str("![");
                push(inner, text);
                text.extend(["](<", address, ">)"]);
                continue;
            }
        };
        text.push_str(mark);
        push(inner, text);
        text.push_str(mark);
    }
}

/// With a blank line between them.
pub fn blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        match block {
            Block::Paragraph(words) => text += &paragraph(words),
            Block::Code(language, source) => text += &listing(language, source),
            Block::Program { language, source, output } => {
                text += &listing(language, source);
                text.extend(["\n\n", t("It prints:"), "\n\n"]);
                text += &fenced("", output);
            }
            Block::Bullets(items) => items.iter().for_each(|item| add_item("- ", item, &mut text)),
            Block::Numbers(items) => (1..).zip(items).for_each(|(n, item)| add_item(&format!("{n}. "), item, &mut text)),
            Block::Quote(inner) => text += &indented("> ", &self::blocks(inner)),
            Block::Table { columns, cells } => {
                for (n, row) in rows(columns, cells).enumerate() {
                    row.iter().for_each(|cell| text.extend(["| ", &line(cell).replace('|', "\\|"), " "]));
                    text.push_str("|\n");
                    if n == 0 {
                        columns.chars().for_each(|letter| text.extend(["| ", rule(letter), " "]));
                        text.push_str("|\n");
                    }
                }
                text.pop();
            }
        }
    }
    text
}

fn rule(letter: char) -> &'static str {
    match letter {
        'l' => ":--",
        'm' => ":-:",
        'r' => "--:",
        _ => "---",
    }
}

/// What begins like a heading, a list, a quote or a fence is none.
fn paragraph(inlines: &[Inline]) -> String {
    let text = line(inlines);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        Some(b'#' | b'>' | b'-' | b'+' | b'=' | b'~' | b'|' | b':') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

fn add_item(marker: &str, item: &[Block], text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(marker);
    text.push_str(indented(&" ".repeat(marker.len()), &blocks(item)).trim_start());
}

/// Puts the marker before every line.
fn indented(marker: &str, text: &str) -> String {
    let mut indented = String::new();
    for line in text.lines() {
        if !indented.is_empty() {
            indented.push('\n');
        }
        if !line.is_empty() || !marker.starts_with(' ') {
            indented.extend([marker, line]);
        }
    }
    indented
}

/// A listing of the bank, without its marks.
fn listing(language: &str, text: &str) -> String {
    let mut source = String::new();
    marks::parts(text).for_each(|(_, part)| source.push_str(part));
    fenced(language, &source)
}

/// Text as it stands.
pub fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{}\n{}\n{fence}", language.replace('`', ""), text.trim_end_matches('\n'))
}

fn longest_run(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for letter in text.bytes() {
        run = if letter == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
