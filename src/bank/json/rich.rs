//! Rich text as lists and strings: words are a string, everything else is a list that begins with its
//! name: `["c", "gather()"]`, `["p", "Call ", ["c", "gather()"], "."]`.

use super::super::text::{Block, Inline};
use super::super::tree::Tree;
use super::{Parts, blocks_from, inlines_from, lines_from, list, words};

pub fn inline_from(tree: Tree) -> Inline {
    let mut parts = match tree {
        Tree::Text(words) => return Inline::Text(words),
        tree => list(tree),
    };
    match words(&mut parts).as_str() {
        "c" => Inline::Code(words(&mut parts)),
        "e" => Inline::Emphasis(inlines_from(parts)),
        "a" => Inline::Link(words(&mut parts), inlines_from(parts)),
        "i" => Inline::Image(words(&mut parts), inlines_from(parts)),
        _ => Inline::Strong(inlines_from(parts)),
    }
}

pub fn block_from(tree: Tree) -> Block {
    let mut parts = list(tree);
    match words(&mut parts).as_str() {
        "pre" => Block::Code(words(&mut parts), words(&mut parts)),
        "run" => {
            let (language, source) = (words(&mut parts), words(&mut parts));
            Block::Program { language, source, output: words(&mut parts) }
        }
        "ul" => Block::Bullets(items_from(parts)),
        "ol" => Block::Numbers(items_from(parts)),
        "q" => Block::Quote(blocks_from(parts)),
        "t" => Block::Table { columns: words(&mut parts), cells: lines_from(parts) },
        _ => Block::Paragraph(inlines_from(parts)),
    }
}

#[inline(never)]
fn items_from(parts: Parts) -> Vec<Vec<Block>> {
    parts.map(|item| blocks_from(list(item))).collect()
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
            Inline::Link(address, inner) => addressed("a", address, inner),
            Inline::Image(address, words) => addressed("i", address, words),
        }
    }

    fn addressed(name: &str, address: &str, inner: &[Inline]) -> Tree {
        named(name, std::iter::once(Tree::from(address)).chain(inner.iter().map(inline_to)))
    }

    pub fn block_to(block: &Block) -> Tree {
        match block {
            Block::Paragraph(text) => named("p", text.iter().map(inline_to)),
            Block::Code(language, text) => named("pre", [language.as_str(), text].map(Tree::from)),
            Block::Program { language, source, output } => named("run", [language.as_str(), source, output].map(Tree::from)),
            Block::Bullets(items) => named("ul", items.iter().map(|item| item_to(item))),
            Block::Numbers(items) => named("ol", items.iter().map(|item| item_to(item))),
            Block::Quote(inner) => named("q", inner.iter().map(block_to)),
            Block::Table { columns, cells } => {
                named("t", [Tree::from(columns.as_str())].into_iter().chain(cells.iter().map(|cell| cell_to(cell))))
            }
        }
    }

    fn cell_to(cell: &[Inline]) -> Tree {
        Tree::List(cell.iter().map(inline_to).collect())
    }

    fn item_to(item: &[Block]) -> Tree {
        Tree::List(item.iter().map(block_to).collect())
    }
}
