//! The first pass: from pulldown-cmark's events to blocks that know their line.

use super::super::outline::{DEEPEST, Heading, Item, Node};
use super::super::problem::Problem;
use super::super::text::{Block, Inline, is_safe_link};
use super::front_matter;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

pub fn read(source: &str) -> (Vec<Node>, Vec<Problem>) {
    // Tables cannot be shown as such; where a bank is read all the same, their rows are lines.
    let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES;
    let (before, body) = source.split_at(front_matter::length(source));
    let events: Vec<_> = Parser::new_ext(body, options).into_offset_iter().collect();
    let mut lines = vec![0];
    lines.extend(body.match_indices('\n').map(|(at, _)| at + 1));
    let skipped = before.matches('\n').count();
    let events = events.into_iter().peekable();
    let mut tree = Tree { events, skipped, lines, mark: None, depth: 0, problems: Vec::new() };
    let nodes = tree.nodes();
    (nodes, tree.problems)
}

type Spanned<'source> = (Event<'source>, Range<usize>);

struct Tree<'source> {
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
    fn line(&self, span: &Range<usize>) -> usize {
        self.skipped + self.lines.partition_point(|start| *start <= span.start)
    }

    fn problem(&mut self, span: &Range<usize>, what: impl Into<String>, mend: &str) {
        let problem = Problem::passing(self.line(span), what, mend);
        // The tags of one line are one mistake.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn unsupported(&mut self, span: &Range<usize>, what: &str) {
        self.problem(span, format!("{what} cannot be shown"), "write text, code, lists, quotes and links");
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
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.inlines(span))),
            Event::Start(Tag::Heading { .. }) => Some(Block::Paragraph(vec![Inline::Strong(self.inlines(span))])),
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks(span))),
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                Some(Block::Code(language, self.verbatim()))
            }
            Event::Start(Tag::List(first)) => {
                let items = self.items().into_iter().map(|item| item.blocks).collect();
                Some(if first.is_some() { Block::Numbers(items) } else { Block::Bullets(items) })
            }
            Event::Start(Tag::HtmlBlock) => {
                let html = self.verbatim();
                self.html(&html, span);
                None
            }
            Event::Start(Tag::Table(_)) => {
                self.unsupported(span, "a table");
                Some(Block::Bullets(self.rows()))
            }
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

    /// The rows of a table, each as one line.
    fn rows(&mut self) -> Vec<Vec<Block>> {
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    if !row.is_empty() {
                        push_text(&mut row, " | ");
                    }
                    row.extend(self.inlines(&span));
                }
                Event::End(TagEnd::TableHead) => rows.push(vec![Inline::Strong(std::mem::take(&mut row))]),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows.into_iter().map(|row| vec![Block::Paragraph(row)]).collect()
    }

    /// Inlines up to the end of the element we are in.
    fn inlines(&mut self, span: &Range<usize>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        if !self.enter(span) {
            return inlines;
        }
        while let Some((event, span)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &span, &mut inlines);
        }
        self.depth -= 1;
        inlines
    }

    fn inline(&mut self, event: Event<'source>, span: &Range<usize>, into: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => push_text(into, &text),
            Event::SoftBreak | Event::HardBreak => push_text(into, " "),
            Event::Code(code) => into.push(Inline::Code(code.to_string())),
            Event::Start(Tag::Emphasis) => into.push(Inline::Emphasis(self.inlines(span))),
            Event::Start(Tag::Strong) => into.push(Inline::Strong(self.inlines(span))),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let mailbox = link_type == LinkType::Email;
                let dest_url = if mailbox { format!("mailto:{dest_url}").into() } else { dest_url };
                let text = self.inlines(span);
                if is_safe_link(&dest_url) {
                    into.push(Inline::Link(dest_url.to_string(), text));
                } else {
                    let what = format!("the link “{dest_url}” leads nowhere safe");
                    self.problem(span, what, "begin it with https://, http://, mailto: or #");
                    into.extend(text);
                }
            }
            Event::TaskListMarker(checked) => self.mark = Some(checked),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::Start(Tag::Image { .. }) => {
                self.unsupported(span, "an image");
                into.extend(self.inlines(span));
            }
            _ => self.unsupported(span, "raw HTML"),
        }
    }

    /// The text of a code block or an HTML block.
    fn verbatim(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) | Event::Html(part) => text.push_str(&part),
                _ => break,
            }
        }
        text
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

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::InlineHtml(_)
        | Event::TaskListMarker(_) => true,
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }),
        Event::End(end) => matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image),
        _ => false,
    }
}

fn push_text(into: &mut Vec<Inline>, words: &str) {
    match into.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => into.push(Inline::Text(words.to_owned())),
    }
}
