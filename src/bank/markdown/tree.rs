//! The first pass: from pulldown-cmark's events to blocks that know their line.

use super::super::outline::{DEEPEST, Heading, Item, Node};
use super::super::problem::Problem;
use super::super::text::{Block, Inline};
use super::front_matter;
pub use inlines::append;
use inlines::is_inline;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::ops::Range;

mod inlines;
mod table;

pub fn read(source: &str) -> (Vec<Node>, Vec<Problem>) {
    let (before, body) = source.split_at(front_matter::length(source));
    let mut tree = Tree::new(body, before.matches('\n').count());
    let nodes = tree.nodes();
    (nodes, tree.problems)
}

/// Blocks of their own. Where nothing but blocks may stand, a heading and a task list are still what they are.
pub fn parts(text: &str) -> (Vec<Node>, Vec<Problem>) {
    let mut tree = Tree::new(text, 0);
    let nodes = tree.nodes();
    (nodes, tree.problems)
}

/// One line of its own: whatever it begins with, it is neither a heading nor a list.
pub fn line(text: &str) -> (Vec<Inline>, Vec<Problem>) {
    // After a word nothing but a line can follow.
    let line = format!("{BEFORE}{}", text.trim().replace(['\r', '\n'], " "));
    let mut tree = Tree::new(&line, 0);
    let mut inlines = match tree.events.next() {
        Some((Event::Start(Tag::Paragraph), span)) => tree.inlines(&span),
        _ => Vec::new(),
    };
    if let Some(Inline::Text(words)) = inlines.first_mut() {
        words.drain(..BEFORE.len().min(words.len()));
        if words.is_empty() {
            inlines.remove(0);
        }
    }
    (inlines, tree.problems)
}

/// One cell of a table.
pub fn cell(text: &str) -> Vec<Inline> {
    let row = format!("| {text} |\n| - |");
    let mut tree = Tree::new(&row, 0);
    let cell = tree.events.by_ref().find(|(event, _)| matches!(event, Event::Start(Tag::TableCell)));
    cell.map(|(_, span)| tree.inlines(&span)).unwrap_or_default()
}

const BEFORE: &str = "x ";

type Spanned<'source> = (Event<'source>, Range<usize>);

struct Tree<'source> {
    source: &'source str,
    events: std::iter::Peekable<std::vec::IntoIter<Spanned<'source>>>,
    /// The lines before the first of these.
    skipped: usize,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The box of the list item we are in.
    mark: Option<bool>,
    /// How many elements we are in.
    depth: usize,
    problems: Vec<Problem>,
}

impl<'source> Tree<'source> {
    fn new(source: &'source str, skipped: usize) -> Tree<'source> {
        let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES;
        let events: Vec<_> = Parser::new_ext(source, options).into_offset_iter().collect();
        let mut lines = vec![0];
        lines.extend(source.match_indices('\n').map(|(at, _)| at + 1));
        let events = events.into_iter().peekable();
        Tree { source, events, skipped, lines, mark: None, depth: 0, problems: Vec::new() }
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.skipped + self.lines.partition_point(|start| *start <= span.start)
    }

    fn problem(&mut self, span: &Range<usize>, what: impl Into<String>, mend: &str) {
        let problem = Problem::passing(self.line(span), what, mend);
        // The tags of one line are one mistake. To look further back would take its time in a long text.
        if !self.problems.iter().rev().take(20).any(|earlier| *earlier == problem) {
            self.problems.push(problem);
        }
    }

    fn unsupported(&mut self, span: &Range<usize>, what: &str) {
        self.problem(span, format!("{what} cannot be shown"), "write text, code, lists, tables, quotes, links and images");
    }

    /// Whether the element that begins here may be read; else it is skipped.
    fn enter(&mut self, span: &Range<usize>) -> bool {
        if self.depth == DEEPEST {
            self.problem(span, "this is nested too deeply", "take it out of some of the lists, quotes or emphasis around it");
            self.skip();
            return false;
        }
        self.depth += 1;
        true
    }

    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some((event, span)) = self.events.next() {
            let line = self.line(&span);
            match event {
                Event::Start(Tag::Heading { level, id, classes, attrs }) => nodes.push(Node::Heading(Heading {
                    line,
                    level: level as u8,
                    text: self.inlines(&span),
                    id: id.map(|id| id.to_string()),
                    is_own_id: true,
                    classes: classes.iter().map(ToString::to_string).collect(),
                    attributes: attrs
                        .iter()
                        .map(|(name, value)| (name.to_string(), value.as_ref().map(ToString::to_string)))
                        .collect(),
                })),
                Event::Start(Tag::List(first)) => nodes.push(self.list(line, first.is_some())),
                event => {
                    if let Some(block) = self.block(event, &span) {
                        nodes.push(Node::Block(block));
                    }
                }
            }
        }
        nodes
    }

    /// Blocks up to the end of the element we are in.
    fn blocks(&mut self, span: &Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !self.enter(span) {
            return blocks;
        }
        while let Some((event, span)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            blocks.extend(self.block(event, &span));
        }
        self.depth -= 1;
        blocks
    }

    fn block(&mut self, event: Event<'source>, span: &Range<usize>) -> Option<Block> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let words = self.inlines(span);
                (!words.is_empty()).then_some(Block::Paragraph(words))
            }
            Event::Start(Tag::Heading { .. }) => Some(Block::Paragraph(vec![Inline::Strong(self.inlines(span))])),
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks(span))),
            Event::Start(Tag::CodeBlock(kind)) => Some(match kind {
                CodeBlockKind::Indented => Block::Code(String::new(), self.verbatim().0),
                CodeBlockKind::Fenced(info) => {
                    let language = info.split([' ', ',', '{']).next().unwrap_or_default().to_owned();
                    let (text, end) = self.verbatim();
                    self.fence(span, end);
                    Block::Code(language, text)
                }
            }),
            Event::Start(Tag::List(first)) => {
                let items = self.items().into_iter().map(|item| item.blocks).collect();
                Some(if first.is_some() { Block::Numbers(items) } else { Block::Bullets(items) })
            }
            Event::Start(Tag::HtmlBlock) => {
                let html = self.verbatim().0;
                self.html(&html, span);
                None
            }
            Event::Start(Tag::Table(columns)) => Some(self.table(span, &columns)),
            Event::Rule | Event::End(_) => None,
            // In a tight list the words stand in the item without a paragraph around them.
            event => {
                let mut inlines = Vec::new();
                self.inline(event, span, &mut inlines);
                while let Some((event, span)) = self.events.next_if(|(event, _)| is_inline(event)) {
                    self.inline(event, &span, &mut inlines);
                }
                (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
            }
        }
    }

    /// A comment is the author's own note; nothing else may be HTML.
    fn html(&mut self, html: &str, span: &Range<usize>) {
        let mut rest = html.trim();
        while let Some(comment) = rest.strip_prefix("<!--") {
            let Some((_, after)) = comment.split_once("-->") else {
                return self.problem(span, "the comment has no end", "close it with -->");
            };
            rest = after.trim_start();
        }
        if !rest.is_empty() {
            self.unsupported(span, "raw HTML");
        }
    }

    fn list(&mut self, line: usize, numbered: bool) -> Node {
        let items = self.items();
        if items.iter().any(|item| item.checked.is_some()) {
            return Node::Tasks(line, items);
        }
        let items = items.into_iter().map(|item| item.blocks).collect();
        Node::Block(if numbered { Block::Numbers(items) } else { Block::Bullets(items) })
    }

    fn items(&mut self) -> Vec<Item> {
        let outer = self.mark.take();
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), span)) = self.events.next() {
            let line = self.line(&span);
            let blocks = self.blocks(&span);
            items.push(Item { line, checked: self.mark.take(), blocks });
        }
        self.mark = outer;
        items
    }

    /// The text of a code block or an HTML block, with line ends as they are written today, and where it ends.
    fn verbatim(&mut self) -> (String, Option<usize>) {
        let mut text = String::new();
        let mut end = None;
        for (event, span) in self.events.by_ref() {
            match event {
                Event::Text(part) | Event::Html(part) => text.push_str(&part),
                _ => break,
            }
            end = Some(span.end);
        }
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        (text, end)
    }

    /// Whether the listing, whose text ends at `end`, was closed: else it has swallowed what was to follow.
    fn fence(&mut self, span: &Range<usize>, end: Option<usize>) {
        let block = self.source.get(span.clone()).unwrap_or_default();
        let after = match end {
            Some(end) => self.source.get(end..span.end).unwrap_or_default(),
            None => block.split_once(['\n', '\r']).map_or("", |(_, after)| after),
        };
        let fence = if block.starts_with('~') { "~~~" } else { "```" };
        if !after.contains(fence) {
            self.problem(span, "the listing has no end", format!("close it with a line of {fence}").as_str());
        }
    }

    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}
