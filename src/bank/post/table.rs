//! A table of the page. Its first row is the head where it has nothing but `th`; a `th` further down is strong. A cell that spans
//! several stands in the first of them, and the others are empty.

use super::super::limits;
use super::super::text::{Align, Block, Inline};
use super::element::Element;

#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<Cell>>,
    /// What the cells of each column ask for.
    aligns: Vec<Option<Align>>,
    /// Of each column: in how many of the next rows the cell above stands.
    below: Vec<usize>,
    /// Whether more was there than is read.
    pub is_cut: bool,
}

struct Cell {
    is_head: bool,
    words: Vec<Inline>,
}

/// What a cell says of itself.
pub struct Start {
    is_head: bool,
    align: Option<Align>,
    across: usize,
    down: usize,
}

impl Start {
    pub fn of(element: &Element) -> Start {
        let span = |name| element.get(name).and_then(|text| text.parse().ok()).unwrap_or(1);
        let align = element.get("align").and_then(|align| match align.as_str() {
            "left" => Some(Align::Left),
            "center" => Some(Align::Center),
            "right" | "end" => Some(Align::Right),
            _ => None,
        });
        Start { is_head: element.name == "th", align, across: span("colspan"), down: span("rowspan") }
    }
}

impl Table {
    pub fn begin_row(&mut self) {
        self.end_row();
        self.rows.push(Vec::new());
    }

    pub fn add(&mut self, start: &Start, words: Vec<Inline>) {
        self.fill();
        let Some(row) = self.rows.last_mut() else { return };
        let column = row.len();
        let across = start.across.clamp(1, limits::COLUMNS.saturating_sub(column).max(1));
        if column == limits::COLUMNS {
            self.is_cut = true;
            return;
        }
        row.push(Cell { is_head: start.is_head, words });
        row.extend((1..across).map(|_| Cell { is_head: start.is_head, words: Vec::new() }));
        let width = row.len().max(self.below.len());
        self.below.resize(width, 0);
        self.aligns.resize(width, None);
        self.below[column..column + across].fill(start.down.clamp(1, limits::ROWS) - 1);
        self.aligns[column] = self.aligns[column].or(start.align);
    }

    /// Where a cell from above reaches down.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(below) = self.below.get_mut(row.len()).filter(|below| **below > 0) {
            *below -= 1;
            row.push(Cell { is_head: false, words: Vec::new() });
        }
    }

    /// A row without cells is none.
    fn end_row(&mut self) {
        self.fill();
        if self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
        }
        if self.rows.len() > limits::ROWS {
            self.rows.pop();
            self.is_cut = true;
        }
    }

    /// Without a head, one column is no table but a way to place things, one under the other.
    pub fn finish(mut self) -> Vec<Block> {
        self.end_row();
        let has_head = self.rows.first().is_some_and(|row| row.iter().all(|cell| cell.is_head));
        let width = self.aligns.len();
        let mut rows = self.rows.into_iter().map(|row| {
            let cells = row.into_iter().map(|cell| (cell.is_head, cell.words));
            cells.chain(std::iter::repeat_with(|| (false, Vec::new()))).take(width)
        });
        let head = if has_head { rows.next().map(|row| row.map(|(_, words)| words).collect()) } else { None };
        let strong = |(is_head, words): (bool, Vec<Inline>)| match is_head && !words.is_empty() {
            true => vec![Inline::Strong(words)],
            false => words,
        };
        let rows: Vec<Vec<Vec<Inline>>> = rows.map(|row| row.map(strong).collect()).collect();
        match head {
            None if width == 1 => rows.into_iter().flatten().map(Block::Paragraph).collect(),
            None if rows.is_empty() => Vec::new(),
            head => {
                let columns = self.aligns.into_iter().map(|align| align.unwrap_or(Align::Start)).collect();
                vec![Block::Table { columns, head: head.unwrap_or_default(), rows }]
            }
        }
    }
}
