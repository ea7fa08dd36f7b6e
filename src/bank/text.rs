//! Rich text as data. Nothing of a bank is ever HTML; this is all that its author can say.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// The address is one of those that [`is_safe_link`] lets through.
    Link(String, Vec<Inline>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// The language as the author named it (perhaps empty), and the text; in a compiled bank with [`super::marks`].
    Code(String, String),
    /// A listing, as above, and what it prints.
    Program {
        language: String,
        source: String,
        output: String,
    },
    Bullets(Vec<Vec<Block>>),
    Numbers(Vec<Vec<Block>>),
    Quote(Vec<Block>),
}

/// The text without its markup.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

pub fn is_blank(text: &[Inline]) -> bool {
    plain(text).trim().is_empty()
}

fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => push_plain(inner, text),
        }
    }
}

/// A link may lead to a page, a mailbox or a place on the same page. `javascript:` and its kin may not pass.
pub fn is_safe_link(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "#"].iter().any(|start| address.starts_with(start))
}
