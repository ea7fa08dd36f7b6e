//! Rich text to elements. Nothing is ever raw HTML, and addresses were checked when the bank was read; they are
//! checked again here, because this is where one would do harm.

use super::tag::{Tag, tag};
use crate::bank::marks;
use crate::bank::text::{Block, Inline, is_safe_link, plain, rows};
use crate::language::{code, t};

pub fn blocks(blocks: &[Block]) -> Vec<Tag> {
    blocks.iter().map(|block| tag("div").class("block").child(self::block(block))).collect()
}

fn block(block: &Block) -> Tag {
    match block {
        Block::Paragraph(text) => inlines(tag("p"), text),
        Block::Code(_, text) => listing(t("Code"), text),
        Block::Program { source, output, .. } => tag("div")
            .child(listing(t("Program"), source))
            .child(tag("p").class("soft").attr("lang", code()).text(t("It prints:")))
            .child(listing(t("Output"), output)),
        Block::Bullets(items) => list("ul", items),
        Block::Numbers(items) => list("ol", items),
        Block::Quote(inner) => tag("blockquote").children(blocks(inner)),
        Block::Table { columns, cells } => {
            let table = rows(columns, cells).enumerate().fold(tag("table"), |table, (n, cells)| {
                let (group, name) = if n == 0 { ("thead", "th") } else { ("tbody", "td") };
                let row = cells.iter().zip(columns.bytes()).fold(tag("tr"), |row, (words, letter)| {
                    let cell = tag(name).class(match letter {
                        b'l' => "l",
                        b'm' => "m",
                        b'r' => "r",
                        _ => "",
                    });
                    row.child(inlines(if n == 0 { cell.attr("scope", "col") } else { cell }, words))
                });
                table.child(tag(group).child(row))
            });
            // Its columns run as its words do, and so does the scrolling.
            wide(t("Table"), tag("div").class("wide").attr("dir", "auto")).child(table)
        }
    }
}

/// It scrolls sideways, so the keyboard must reach it.
#[inline(never)]
fn wide(label: &'static str, tag: Tag) -> Tag {
    tag.attr("tabindex", "0").attr("role", "group").attr("aria-label", label)
}

pub fn listing(label: &'static str, text: &str) -> Tag {
    let code = marks::parts(text).fold(tag("code"), |code, (kind, part)| match kind {
        "" => code.text(part.to_owned()),
        kind => code.child(tag("span").attr("class", kind.to_owned()).text(part.to_owned())),
    });
    wide(label, tag("pre")).child(code)
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
        Inline::Link(address, inner) | Inline::Image(address, inner) => {
            let is_image = matches!(inline, Inline::Image(..));
            parent.child(match is_safe_link(address) {
                // Nobody is asked for an image that the page has not asked for: then it has no address.
                false if is_image => self::inlines(tag("span").class("image").attr("data-kind", t("Image")), inner),
                false => self::inlines(tag("span"), inner),
                true if is_image => tag("img")
                    .attr("loading", "lazy")
                    .attr("decoding", "async")
                    .attr("referrerpolicy", "no-referrer")
                    .attr("alt", plain(inner))
                    .attr("src", address.clone()),
                true => self::inlines(
                    tag("a").attr("href", address.clone()).attr("target", "_blank").attr("rel", "noopener noreferrer"),
                    inner,
                ),
            })
        }
    })
}
