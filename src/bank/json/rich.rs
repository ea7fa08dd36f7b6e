//! Rich text as lists and strings: words are a string, everything else is a list that begins with its
//! name: `["c", "gather()"]`, `["p", "Call ", ["c", "gather()"], "."]`.

use super::super::text::{Block, Inline};
use super::super::tree::Tree;
use std::vec::IntoIter;

pub fn inline_from(tree: Tree) -> Option<Inline> {
    let mut parts = match tree {
        Tree::Text(words) => return Some(Inline::Text(words)),
        tree => tree.list()?,
    };
    let name = parts.next()?.text()?;
    Some(match name.as_str() {
        "c" => Inline::Code(parts.next()?.text()?),
        "e" => Inline::Emphasis(parts.map(inline_from).collect::<Option<_>>()?),
        "s" => Inline::Strong(parts.map(inline_from).collect::<Option<_>>()?),
        "a" => Inline::Link(parts.next()?.text()?, parts.map(inline_from).collect::<Option<_>>()?),
        _ => return None,
    })
}

pub fn block_from(tree: Tree) -> Option<Block> {
    let mut parts = tree.list()?;
    let name = parts.next()?.text()?;
    Some(match name.as_str() {
        "p" => Block::Paragraph(parts.map(inline_from).collect::<Option<_>>()?),
        "pre" => Block::Code(parts.next()?.text()?, parts.next()?.text()?),
        "ul" => Block::Bullets(items_from(parts)?),
        "ol" => Block::Numbers(items_from(parts)?),
        "q" => Block::Quote(parts.map(block_from).collect::<Option<_>>()?),
        _ => return None,
    })
}

fn items_from(parts: IntoIter<Tree>) -> Option<Vec<Vec<Block>>> {
    parts.map(|item| item.list()?.map(block_from).collect()).collect()
}

pub use write::{block_to, inline_to};

mod write {
    use super::{Block, Inline, Tree};

    fn named(name: &str, parts: impl IntoIterator<Item = Tree>) -> Tree {
        Tree::List(std::iter::once(Tree::from(name)).chain(parts).collect())
    }

    pub fn inline_to(inline: &Inline) -> Tree {
        match inline {
            Inline::Text(words) => Tree::from(words.as_str()),
            Inline::Code(code) => named("c", [Tree::from(code.as_str())]),
            Inline::Emphasis(inner) => named("e", inner.iter().map(inline_to)),
            Inline::Strong(inner) => named("s", inner.iter().map(inline_to)),
            Inline::Link(address, inner) => {
                named("a", std::iter::once(Tree::from(address.as_str())).chain(inner.iter().map(inline_to)))
            }
        }
    }

    pub fn block_to(block: &Block) -> Tree {
        match block {
            Block::Paragraph(text) => named("p", text.iter().map(inline_to)),
            Block::Code(language, text) => named("pre", [language.as_str(), text].map(Tree::from)),
            Block::Bullets(items) => named("ul", items.iter().map(|item| item_to(item))),
            Block::Numbers(items) => named("ol", items.iter().map(|item| item_to(item))),
            Block::Quote(inner) => named("q", inner.iter().map(block_to)),
        }
    }

    fn item_to(item: &[Block]) -> Tree {
        Tree::List(item.iter().map(block_to).collect())
    }
}
