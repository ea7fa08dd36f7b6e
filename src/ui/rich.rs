//! Rich text to elements. Nothing is ever raw HTML, and addresses were checked when the bank was read; they are
//! checked again here, because this is where one would do harm.

use super::tag::{Tag, tag};
use crate::bank::marks;
use crate::bank::text::{Block, Inline, is_safe_link};

pub fn blocks(blocks: &[Block]) -> Vec<Tag> {
    blocks.iter().map(|block| tag("div").class("block").child(self::block(block))).collect()
}

fn block(block: &Block) -> Tag {
    match block {
        Block::Paragraph(text) => inlines(tag("p"), text),
        Block::Code(_, text) => listing("Code", text),
        Block::Program { source, output, .. } => tag("div")
            .child(listing("Program", source))
            .child(tag("p").class("soft").attr("lang", "en").text("It prints:"))
            .child(listing("Output", output)),
        Block::Bullets(items) => list("ul", items),
        Block::Numbers(items) => list("ol", items),
        Block::Quote(inner) => tag("blockquote").children(blocks(inner)),
    }
}

pub fn listing(label: &'static str, text: &str) -> Tag {
    let code = marks::parts(text).fold(tag("code"), |code, (kind, part)| match kind {
        "" => code.text(part.to_owned()),
        kind => code.child(tag("span").attr("class", kind.to_owned()).text(part.to_owned())),
    });
    // It scrolls sideways, so the keyboard must reach it.
    tag("pre").attr("tabindex", "0").attr("role", "group").attr("aria-label", label).child(code)
}

fn list(name: &'static str, items: &[Vec<Block>]) -> Tag {
    tag(name).children(items.iter().map(|item| tag("li").children(blocks(item))).collect())
}

/// Adds the text to `parent`.
pub fn inlines(parent: Tag, inlines: &[Inline]) -> Tag {
    inlines.iter().fold(parent, |parent, inline| match inline {
        Inline::Text(words) => parent.text(words.clone()),
        Inline::Code(code) => parent.child(tag("code").text(code.clone())),
        Inline::Emphasis(inner) => parent.child(self::inlines(tag("em"), inner)),
        Inline::Strong(inner) => parent.child(self::inlines(tag("strong"), inner)),
        Inline::Link(address, inner) if is_safe_link(address) => parent.child(self::inlines(
            tag("a").attr("href", address.clone()).attr("target", "_blank").attr("rel", "noopener noreferrer"),
            inner,
        )),
        Inline::Link(_, inner) => parent.child(self::inlines(tag("span"), inner)),
    })
}
