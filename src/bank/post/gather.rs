//! How what was read of a page is gathered: frames open, fill with lines and parts, and close.

use super::super::limits;
use super::super::outline::{DEEPEST, Item, Node};
use super::super::problem::Problem;
use super::super::text::{Block, Inline, is_whole_address, shows_nothing};
use super::frame::{Fold, Frame, Kind, Part, Summary, blocks, plain_items, trim_end, with_box, with_strays};
use super::heading;
use super::table::Table;

pub struct Gather {
    /// Never empty: the first is the whole.
    pub frames: Vec<Frame>,
    pub problems: Vec<Problem>,
    /// Whether a heading was read.
    pub has_heading: bool,
    /// Whether a space that comes next would be one too many.
    after_space: bool,
    /// Whether anything was read since the last line ended.
    has_line: bool,
    /// Whether all of it was said of pictures.
    is_picture: bool,
    /// The places of the frames that blocks are gathered in.
    holders: Vec<usize>,
    /// How many of the frames hold one line, and how many nest.
    lines: usize,
    depth: usize,
    /// How many parts were read. A page has no lines; this takes their place.
    count: usize,
}

impl Gather {
    pub fn new() -> Gather {
        let frames = vec![Frame::new(Kind::Page, true)];
        Gather {
            frames,
            problems: Vec::new(),
            has_heading: false,
            after_space: true,
            has_line: false,
            is_picture: true,
            holders: vec![0],
            lines: 0,
            depth: 0,
            count: 0,
        }
    }

    pub fn finish(mut self) -> (Vec<Part>, Vec<Problem>) {
        self.flush();
        (self.frames.swap_remove(0).parts, self.problems)
    }

    /// The nearest frame that blocks are gathered in.
    pub fn holder(&mut self) -> &mut Frame {
        let at = self.holders.last().copied().unwrap_or(0);
        &mut self.frames[at]
    }

    pub fn is_in_line(&self) -> bool {
        self.lines > 0
    }

    /// The heading or the summary that is being read.
    pub fn heading(&self) -> Option<&heading::Start> {
        let mut in_summary = false;
        for frame in self.frames.iter().rev() {
            match &frame.kind {
                Kind::Heading(start) => return Some(start),
                Kind::Fold { start, .. } if in_summary => return Some(start),
                Kind::Summary => in_summary = true,
                kind if kind.holds_blocks() => return None,
                _ => {}
            }
        }
        None
    }

    pub fn open(&mut self, kind: Kind, is_block: bool) {
        if is_block {
            self.flush();
        }
        let mut kind = kind;
        if kind.nests() && self.depth >= DEEPEST {
            self.too_deep();
            kind = Kind::Wrapper { is_head: false, is_aside: false, section: None, language: None, parts_before: 0 };
        }
        if let Kind::Item { .. } = kind {
            self.settle_list();
        }
        self.count_frame(&kind, true);
        self.frames.push(Frame::new(kind, is_block));
    }

    fn count_frame(&mut self, kind: &Kind, opens: bool) {
        let add = |count: &mut usize, is_one: bool| {
            let one = usize::from(is_one);
            *count = if opens { *count + one } else { count.saturating_sub(one) };
        };
        add(&mut self.depth, kind.nests());
        add(&mut self.lines, kind.is_line());
        if kind.holds_blocks() && opens {
            self.holders.push(self.frames.len());
        } else if kind.holds_blocks() {
            self.holders.pop();
        }
    }

    fn too_deep(&mut self) {
        let mend = "take it out of some of the lists, quotes or emphasis around it";
        let problem = Problem::passing(self.count, "this is nested too deeply", mend);
        if self.problems.last() != Some(&problem) {
            self.problems.push(problem);
        }
    }

    pub fn close(&mut self) {
        if self.frames.last().is_some_and(|frame| frame.is_block) {
            self.flush();
        }
        if self.frames.len() < 2 {
            return;
        }
        let Some(mut frame) = self.frames.pop() else { return };
        self.count_frame(&frame.kind, false);
        if !frame.kind.holds_blocks() && !frame.kind.is_line() {
            let line = frame.take_line();
            return self.top().extend(line);
        }
        let Frame { kind, parts, mut line, .. } = frame;
        trim_end(&mut line);
        match kind {
            Kind::Quote => self.block(Block::Quote(blocks(parts))),
            Kind::List { is_numbered, items } => {
                let items = with_strays(items, parts);
                if items.iter().any(|item| item.checked.is_some()) {
                    let line = self.next_line();
                    self.part(Part::Node(Node::Tasks(line, items)));
                } else {
                    let items = plain_items(items);
                    self.block(if is_numbered { Block::Numbers(items) } else { Block::Bullets(items) });
                }
            }
            Kind::Item { checked } => {
                let item = with_box(Item { line: self.next_line(), checked, blocks: blocks(parts) });
                if let Kind::List { items, .. } = &mut self.holder().kind {
                    items.push(item);
                }
            }
            Kind::Fold { start, summary: Some(Summary { line, text }) } => {
                self.part(Part::Fold(Fold { summary: start.finish(line, text), parts }));
            }
            Kind::Table(table) => {
                self.holder().parts.extend(parts);
                self.table(table);
            }
            Kind::Cell(start) => {
                if let Kind::Table(table) = &mut self.holder().kind {
                    table.add(&start, line);
                }
            }
            Kind::Heading(start) => {
                let heading = start.finish(self.next_line(), line);
                self.part(Part::Node(Node::Heading(heading)));
            }
            Kind::Summary => {
                let line_number = self.next_line();
                if let Kind::Fold { summary, .. } = &mut self.holder().kind {
                    *summary = Some(Summary { line: line_number, text: line });
                }
            }
            Kind::Fold { summary: None, .. } | Kind::Page | Kind::Wrapper { .. } | Kind::Mark(_) => {
                self.holder().parts.extend(parts);
            }
        }
        self.after_space = true;
    }

    fn next_line(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    pub fn part(&mut self, part: Part) {
        self.count += 1;
        self.holder().parts.push(part);
    }

    pub fn block(&mut self, block: Block) {
        let is_empty = match &block {
            Block::Quote(inner) => inner.is_empty(),
            Block::Bullets(items) | Block::Numbers(items) => items.is_empty(),
            Block::Paragraph(_) | Block::Code(..) | Block::Program { .. } | Block::Table { .. } => false,
        };
        if !is_empty {
            self.part(Part::Node(Node::Block(block)));
        }
    }

    fn table(&mut self, table: Table) {
        let (blocks, is_cut) = table.finish();
        if is_cut {
            self.problems.push(limits::large_table(self.count));
        }
        for block in blocks {
            match block {
                Block::Paragraph(line) if shows_nothing(&line) => {}
                block @ Block::Paragraph(_) => self.part(Part::Node(Node::Aside(block))),
                block => self.block(block),
            }
        }
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        let last = self.frames.len() - 1;
        &mut self.frames[last].line
    }

    /// White space is one space, and none where a line begins.
    pub fn text(&mut self, text: &str) {
        let mut words = String::new();
        for letter in text.chars() {
            if !letter.is_ascii_whitespace() {
                words.push(letter);
                self.after_space = false;
            } else if !self.after_space {
                words.push(' ');
                self.after_space = true;
            }
        }
        if words.is_empty() {
            return;
        }
        self.has_line = true;
        self.is_picture &= words.trim().is_empty();
        match self.top().last_mut() {
            Some(Inline::Text(text)) => text.push_str(&words),
            _ => self.top().push(Inline::Text(words)),
        }
    }

    pub fn picture(&mut self, address: String, alt: &str) {
        let words = alt.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let words = if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] };
        let picture = Inline::Image(Some(address).filter(|it| is_whole_address(it)).unwrap_or_default(), words);
        if !shows_nothing(std::slice::from_ref(&picture)) {
            self.has_line = true;
            self.after_space = false;
            self.top().push(picture);
        }
    }

    pub fn code(&mut self, code: &str) {
        self.has_line = true;
        self.is_picture = false;
        self.after_space = false;
        self.top().push(Inline::Code(code.to_owned()));
    }

    /// Ends the line. Marks that are open go on in the next.
    pub fn flush(&mut self) {
        if !std::mem::take(&mut self.has_line) {
            return;
        }
        let mut line = Vec::new();
        let mut is_aside = std::mem::replace(&mut self.is_picture, true);
        for frame in self.frames.iter_mut().rev() {
            is_aside |= matches!(frame.kind, Kind::Wrapper { is_aside: true, .. });
            frame.line.append(&mut line);
            if frame.kind.is_line() {
                // What stands in a heading or a cell stays on its line.
                return self.text(" ");
            }
            if frame.kind.holds_blocks() {
                line = std::mem::take(&mut frame.line);
                break;
            }
            line = frame.take_line();
        }
        self.after_space = true;
        trim_end(&mut line);
        let block = Block::Paragraph(line);
        match &block {
            Block::Paragraph(line) if shows_nothing(line) => {}
            _ if is_aside => self.part(Part::Node(Node::Aside(block))),
            _ => self.block(block),
        }
    }

    fn settle_list(&mut self) {
        let holder = self.holder();
        let strays = std::mem::take(&mut holder.parts);
        if let Kind::List { items, .. } = &mut holder.kind {
            *items = with_strays(std::mem::take(items), strays);
        }
    }
}
