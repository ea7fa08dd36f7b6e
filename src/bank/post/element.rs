//! One element of the page: its name and the attributes that matter here.

use super::markup::{Token, plain};

#[derive(Clone, Copy)]
pub struct Element<'page> {
    pub name: &'page str,
    /// As they stand in the tag.
    attributes: &'page str,
    /// How many tokens stand in it; they follow its own.
    pub length: usize,
}

impl<'page> Element<'page> {
    pub fn new(tag: &'page str) -> Element<'page> {
        let (name, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        Element { name, attributes, length: 0 }
    }

    /// As it stands in the tag.
    fn raw(&self, wanted: &str) -> Option<&'page str> {
        let mut rest = self.attributes;
        loop {
            let (name, after) = rest.split_once("=\"")?;
            let (value, after) = after.split_once('"')?;
            if name.trim_start() == wanted {
                return Some(value);
            }
            rest = after;
        }
    }

    pub fn has(&self, attribute: &str) -> bool {
        self.raw(attribute).is_some()
    }

    /// None also where it is empty.
    pub fn get(&self, attribute: &str) -> Option<String> {
        self.raw(attribute).map(plain).filter(|value| !value.is_empty())
    }

    pub fn classes(&self) -> impl Iterator<Item = &'page str> {
        self.raw("class").unwrap_or_default().split_ascii_whitespace()
    }

    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name)
    }

    pub fn has_class(&self, names: &[&str]) -> bool {
        self.classes().any(|class| names.contains(&class))
    }

    /// `h2` → 2.
    pub fn heading_level(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
            _ => None,
        }
    }

    /// Whether it stands on lines of its own. Every other element is part of a line, also those that nobody knows.
    pub fn is_block(&self) -> bool {
        self.is(&BLOCKS)
    }

    /// Whether it and all that is in it is no part of the text: controls, drawings, what is hidden, notes at the foot.
    pub fn is_skipped(&self) -> bool {
        let role = self.raw("role").unwrap_or_default();
        let hidden = self.raw("hidden").is_some_and(|value| value != "until-found") || self.raw("aria-hidden") == Some("true");
        // What is only folded away is text.
        hidden && !FOLDED_ROLES.contains(&role)
            || self.is(&SKIPPED)
            || SKIPPED_ROLES.contains(&role)
            || self.has_class(&SKIPPED_CLASSES)
    }
}

const BLOCKS: [&str; 33] = [
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "p",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "ol",
];

const SKIPPED: [&str; 24] = [
    "audio",
    "button",
    "canvas",
    "datalist",
    "dialog",
    "embed",
    "form",
    "head",
    "iframe",
    "link",
    "map",
    "meta",
    "mock-interview",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

const FOLDED_ROLES: [&str; 2] = ["region", "tabpanel"];
const SKIPPED_ROLES: [&str; 4] = ["doc-backlink", "doc-endnotes", "doc-noteref", "navigation"];

/// As themes and generators name what only a screen reader hears, footnotes, and the source of drawings.
const SKIPPED_CLASSES: [&str; 9] = [
    "footnote",
    "footnote-backref",
    "footnote-ref",
    "footnote-reference",
    "footnotes",
    "mermaid",
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
];

/// Whether one of these elements stands among the tokens.
pub fn holds(tokens: &[Token], names: &[&str]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::Start(element) if element.is(names)))
}
