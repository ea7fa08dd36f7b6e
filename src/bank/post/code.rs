//! Listings, as the highlighters of blogs leave them: lines in spans, in `div`s or in tables, numbers beside them,
//! buttons over them.

use super::super::text::Block;
use super::element::{Element, holds};
use super::markup::{Token, plain};

/// Whether the element is only there for a listing. What else stands in it (a file name, a button, the numbers of the
/// lines) is no text of the author's.
pub fn is_frame(element: &Element, inside: &[Token]) -> bool {
    let is_named = || element.classes().any(|class| FRAMES.iter().any(|part| class.contains(part)));
    let may_be = element.is(&["figure"]) || element.is(&["div", "table", "section"]) && is_named();
    may_be && holds(inside, &["pre"]) && !holds(inside, &PROSE)
}

const FRAMES: [&str; 8] = ["highlight", "code", "language-", "lang-", "listing", "literal-block", "lntable", "shiki"];
const PROSE: [&str; 13] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "blockquote", "details", "dl", "section", "img"];

/// Every listing in a frame.
pub fn framed(frame: &Element, inside: &[Token]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut languages = vec![language(frame)];
    let mut at = 0;
    while let Some(token) = inside.get(at) {
        at += 1;
        match token {
            Token::Start(element) if is_beside(element) => at += element.length + 1,
            Token::Start(pre) if pre.name == "pre" => {
                let around = languages.iter().rev().flatten().next().cloned();
                blocks.extend(block(pre, &inside[at..at + pre.length], around));
                at += pre.length + 1;
            }
            Token::Start(element) => languages.push(language(element)),
            Token::End => {
                languages.pop();
            }
            Token::Text(_) => {}
        }
    }
    blocks
}

/// A `pre`; None where there is nothing in it but numbers of lines. `around`: the language that an element around it
/// names.
pub fn block(pre: &Element, inside: &[Token], around: Option<String>) -> Option<Block> {
    let own = language(pre).or_else(|| pre.get("lang"));
    let (text, inner) = text(inside);
    let text = text.trim_matches('\n').trim_end();
    if text.trim().is_empty() {
        return None;
    }
    let language = inner.or(own).or(around).unwrap_or_default();
    let language = if NO_LANGUAGE.contains(&language.as_str()) { String::new() } else { language };
    Some(Block::Code(language, [text, "\n"].concat()))
}

const NO_LANGUAGE: [&str; 6] = ["default", "fallback", "none", "plain", "plaintext", "txt"];

/// What highlighters call a language: `language-python`, `lang-python`, `highlight-python`, `sourceCode python`.
pub fn language(element: &Element) -> Option<String> {
    for name in ["data-language", "data-lang"] {
        if let Some(language) = element.get(name) {
            return Some(language);
        }
    }
    let mut after = false;
    for class in element.classes() {
        if after {
            return Some(class.to_owned());
        }
        let prefixes = ["language-", "lang-", "highlight-source-", "highlight-"];
        if let Some(language) = prefixes.iter().find_map(|prefix| class.strip_prefix(prefix)) {
            return Some(language.to_owned());
        }
        after = class == "sourceCode" || class == "highlight" && element.is(&["figure", "pre"]);
    }
    None
}

fn is_beside(element: &Element) -> bool {
    element.is_skipped() || element.has_class(&BESIDE)
}

/// What stands beside the lines: their numbers, buttons, lines that are there only for the compiler.
const BESIDE: [&str; 13] = [
    "boring",
    "buttons",
    "gutter",
    "hljs-ln-numbers",
    "line-number",
    "linenodiv",
    "lineno",
    "linenos",
    "line-numbers-rows",
    "ln",
    "lnt",
    "rouge-gutter",
    "toolbar",
];

/// The text of a listing, and the language that its `code` names.
fn text(inside: &[Token]) -> (String, Option<String>) {
    let mut lines = Lines::default();
    let mut found = None;
    // Of every element that we are in: whether it is a line, and where it began.
    let mut open: Vec<(Line, usize)> = Vec::new();
    let mut at = 0;
    while let Some(token) = inside.get(at) {
        at += 1;
        match token {
            Token::Text(text) => lines.push(&plain(text)),
            Token::Start(element) if is_beside(element) => at += element.length + 1,
            Token::Start(element) => {
                if element.name == "br" {
                    lines.push("\n");
                }
                if element.name == "code" && found.is_none() {
                    found = language(element);
                }
                let line = Line::of(element);
                if line != Line::Part {
                    lines.settle();
                }
                open.push((line, lines.text.len()));
            }
            Token::End => {
                let (line, start) = open.pop().unwrap_or((Line::Part, 0));
                let grew = lines.text.len() > start;
                lines.owes_end |= match line {
                    Line::Part => false,
                    Line::Box => grew && !lines.text.ends_with('\n'),
                    Line::Whole => !grew || !lines.text.ends_with('\n'),
                };
            }
        }
    }
    (lines.text, found)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A word or so.
    Part,
    /// It stands on lines of its own.
    Box,
    /// It is one line, also where it is empty.
    Whole,
}

impl Line {
    fn of(element: &Element) -> Line {
        match element {
            _ if element.classes().any(|class| class == "line" || class.ends_with("-line")) => Line::Whole,
            _ if element.is(&["div", "li", "p", "tr"]) => Line::Box,
            _ => Line::Part,
        }
    }
}

/// Some highlighters write a line break after each line, some do not; so one that is due is written when what comes
/// next does not begin with it.
#[derive(Default)]
struct Lines {
    text: String,
    owes_end: bool,
}

impl Lines {
    fn push(&mut self, text: &str) {
        if text.starts_with('\n') {
            self.owes_end = false;
        } else if !text.is_empty() {
            self.settle();
        }
        // Some indent with spaces that do not break.
        self.text.extend(text.chars().map(|letter| if letter == '\u{a0}' { ' ' } else { letter }));
    }

    fn settle(&mut self) {
        if std::mem::take(&mut self.owes_end) {
            self.text.push('\n');
        }
    }
}
