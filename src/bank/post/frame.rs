//! What is open while a page is read, and what has been gathered in it so far.

use super::super::outline::{Heading, Item, Node};
use super::super::text::{Block, Inline, plain, shows_nothing};
use super::{heading, table};

/// What a page is made of, in its order.
pub enum Part {
    Node(Node),
    Fold(Fold),
}

/// A `details` element.
pub struct Fold {
    pub summary: Heading,
    pub parts: Vec<Part>,
}

pub struct Frame {
    pub kind: Kind,
    /// Whether a line ends where it begins and where it ends.
    pub is_block: bool,
    pub parts: Vec<Part>,
    /// The line that is being read.
    pub line: Vec<Inline>,
}

pub enum Kind {
    /// Shows through.
    Wrapper {
        is_head: bool,
        is_aside: bool,
        section: Option<String>,
        language: Option<String>,
        parts_before: usize,
    },
    Mark(Mark),
    /// The whole.
    Page,
    Quote,
    List {
        is_numbered: bool,
        items: Vec<Item>,
    },
    Item {
        checked: Option<bool>,
    },
    Fold {
        start: heading::Start,
        summary: Option<Summary>,
    },
    Table(table::Table),
    // These hold one line each, whatever stands in them.
    Heading(heading::Start),
    Summary,
    Cell(table::Start),
}

pub struct Summary {
    pub line: usize,
    pub text: Vec<Inline>,
}

pub enum Mark {
    Code,
    Emphasis,
    Strong,
    Link(String),
}

impl Kind {
    pub fn is_line(&self) -> bool {
        matches!(self, Kind::Heading(_) | Kind::Summary | Kind::Cell(_))
    }

    /// Whether blocks are gathered here.
    pub fn holds_blocks(&self) -> bool {
        !self.is_line() && !matches!(self, Kind::Wrapper { .. } | Kind::Mark(_))
    }

    /// Whether what comes of it nests.
    pub fn nests(&self) -> bool {
        matches!(self, Kind::Mark(_) | Kind::Quote | Kind::List { .. } | Kind::Fold { .. })
    }
}

impl Frame {
    pub fn new(kind: Kind, is_block: bool) -> Frame {
        Frame { kind, is_block, parts: Vec::new(), line: Vec::new() }
    }

    /// The line so far, as what stands around this frame sees it.
    pub fn take_line(&mut self) -> Vec<Inline> {
        let line = std::mem::take(&mut self.line);
        let Kind::Mark(mark) = &self.kind else { return line };
        if shows_nothing(&line) {
            return if line.is_empty() { line } else { vec![Inline::Text(" ".to_owned())] };
        }
        vec![match mark {
            Mark::Code => Inline::Code(plain(&line)),
            Mark::Emphasis => Inline::Emphasis(line),
            Mark::Strong => Inline::Strong(line),
            Mark::Link(address) => Inline::Link(address.clone(), line),
        }]
    }
}

/// The parts as blocks, where headings, boxes and folds have no meaning of their own.
pub fn blocks(parts: Vec<Part>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in parts {
        match part {
            Part::Node(Node::Block(block) | Node::Aside(block)) => blocks.push(block),
            Part::Node(Node::Heading(heading)) => blocks.push(title(heading)),
            Part::Node(Node::Tasks(_, items)) => blocks.push(Block::Bullets(plain_items(items))),
            Part::Fold(fold) => {
                blocks.push(title(fold.summary));
                blocks.extend(self::blocks(fold.parts));
            }
        }
    }
    blocks
}

pub fn plain_items(items: Vec<Item>) -> Vec<Vec<Block>> {
    items.into_iter().map(|item| item.blocks).collect()
}

fn title(heading: Heading) -> Block {
    Block::Paragraph(vec![Inline::Strong(heading.text)])
}

/// What stands in a list, but in none of its items, belongs to the item before.
pub fn with_strays(mut items: Vec<Item>, strays: Vec<Part>) -> Vec<Item> {
    if strays.is_empty() {
        return items;
    }
    let strays = blocks(strays);
    match items.last_mut() {
        Some(last) => last.blocks.extend(strays),
        None => items.push(Item { line: 1, checked: None, blocks: strays }),
    }
    items
}

/// Generators that know no boxes leave their text standing.
pub fn with_box(mut item: Item) -> Item {
    if item.checked.is_none()
        && let Some(Block::Paragraph(line)) = item.blocks.first_mut()
        && let Some(Inline::Text(text)) = line.first_mut()
    {
        for (mark, checked) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)] {
            if let Some(rest) = text.strip_prefix(mark) {
                item.checked = Some(checked);
                *text = rest.to_owned();
                break;
            }
        }
    }
    item
}

pub fn trim_end(line: &mut Vec<Inline>) {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text(text) => text.truncate(text.trim_end_matches(' ').len()),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                trim_end(inner);
                return;
            }
            Inline::Code(_) | Inline::Image(..) => return,
        }
        if !matches!(last, Inline::Text(text) if text.is_empty()) {
            return;
        }
        line.pop();
    }
}
