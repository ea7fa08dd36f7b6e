//! Rich text as Markdown for people: what is a mark is escaped, and nothing more is promised. `bank convert` has a writer whose
//! text reads back as the same bank; it needs the reader of Markdown, which the widget does without.

use crate::bank::marks;
use crate::bank::text::{Block, Inline};

/// Words as they stand.
pub fn words(text: &str) -> String {
    line(&[Inline::Text(text.to_owned())])
}

/// A line that begins a block or goes on in one.
pub fn line(inlines: &[Inline]) -> String {
    let mut text = String::new();
    inlines.iter().for_each(|inline| push(inline, &mut text));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_number =
        text.split_once(['.', ')']).is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    match text.chars().next() {
        Some('#' | '>' | '-' | '+' | '=' | '~' | '|' | ':') => format!("\\{text}"),
        Some(_) if is_number => text.replacen(['.', ')'], if text.contains('.') { "\\." } else { "\\)" }, 1),
        _ => text,
    }
}

fn push(inline: &Inline, text: &mut String) {
    match inline {
        Inline::Text(words) => {
            for letter in words.chars() {
                if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') {
                    text.push('\\');
                }
                text.push(letter);
            }
        }
        Inline::Code(code) => {
            let fence = "`".repeat(longest_run(code) + 1);
            let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
            text.push_str(&format!("{fence}{pad}{code}{pad}{fence}"));
        }
        Inline::Emphasis(inner) => wrapped("*", inner, text),
        Inline::Strong(inner) => wrapped("**", inner, text),
        Inline::Link(address, inner) => {
            text.push('[');
            wrapped("", inner, text);
            text.push_str(&format!("](<{}>)", address.replace(['<', '>', '\n'], "")));
        }
    }
}

fn wrapped(mark: &str, inner: &[Inline], text: &mut String) {
    text.push_str(mark);
    inner.iter().for_each(|inline| push(inline, text));
    text.push_str(mark);
}

pub fn blocks(blocks: &[Block]) -> Vec<String> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => line(text),
        Block::Code(language, text) => listing(language, text),
        Block::Program { language, source, output } => {
            [listing(language, source), "It prints:".to_owned(), fenced("", output)].join("\n\n")
        }
        Block::Bullets(items) => list(items.iter().map(|item| blocks(item))),
        Block::Numbers(items) => {
            let items = (1..).zip(items).map(|(n, item)| indented(&format!("{n}. "), &blocks(item).join("\n\n")));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Quote(inner) => {
            let inner = blocks(inner).join("\n\n");
            inner.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Each item is blocks.
pub fn list(items: impl Iterator<Item = Vec<String>>) -> String {
    items.map(|item| indented("- ", &item.join("\n\n"))).collect::<Vec<_>>().join("\n")
}

fn indented(marker: &str, text: &str) -> String {
    let indent = " ".repeat(marker.len());
    let rest = text.lines().enumerate().map(|(n, line)| match (n, line) {
        (0, line) => format!("{marker}{line}"),
        (_, "") => String::new(),
        (_, line) => format!("{indent}{line}"),
    });
    rest.collect::<Vec<_>>().join("\n")
}

/// A listing of the bank, without its marks.
fn listing(language: &str, text: &str) -> String {
    fenced(language, &marks::parts(text).map(|(_, part)| part).collect::<String>())
}

/// Text as it stands.
pub fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let language: String = language.chars().filter(|letter| !letter.is_whitespace() && *letter != '`').collect();
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
}

fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}
