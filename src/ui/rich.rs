//! Rich text to elements. Nothing is ever raw HTML, and addresses were checked when the bank was read; they are
//! checked again here, because this is where one would do harm.

use super::tag::{Tag, tag};
use crate::bank::marks;
use crate::bank::text::{Align, Block, Inline, is_safe_link, is_whole_address};

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
        Block::Table { columns, head, rows } => {
            let body = rows.iter().map(|cells| row("td", columns, cells)).collect();
            let table = tag("table").maybe((!head.is_empty()).then(|| tag("thead").child(row("th", columns, head))));
            wide("Table", tag("div").class("wide")).child(table.child(tag("tbody").children(body)))
        }
    }
}

fn row(name: &'static str, columns: &[Align], cells: &[Vec<Inline>]) -> Tag {
    let cell = |(align, words): (&Align, &Vec<Inline>)| {
        let cell = if name == "th" { tag(name).attr("scope", "col") } else { tag(name) };
        inlines(cell.class(["", "left", "center", "right"][*align as usize]), words)
    };
    tag("tr").children(columns.iter().zip(cells).map(cell).collect())
}

/// It scrolls sideways, so the keyboard must reach it.
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
        Inline::Link(address, inner) if is_safe_link(address) => parent.child(self::inlines(
            tag("a").attr("href", address.clone()).attr("target", "_blank").attr("rel", "noopener noreferrer"),
            inner,
        )),
        Inline::Link(_, inner) => parent.child(self::inlines(tag("span"), inner)),
        Inline::Image { address, alt } => parent.child(image(address, alt)),
    })
}

/// Nobody is asked for an image that the page has not asked for: then it has no address.
fn image(address: &str, alt: &str) -> Tag {
    if !is_whole_address(address) {
        return tag("span").class("image").text(alt.to_owned());
    }
    let attributes = [("loading", "lazy"), ("decoding", "async"), ("referrerpolicy", "no-referrer")];
    let image = attributes.into_iter().fold(tag("img"), |image, (name, value)| image.attr(name, value));
    // The address comes last: what is to be minded while it loads is known by then.
    image.attr("alt", alt.to_owned()).attr("src", address.to_owned())
}
