//! A table of the page. Its first row is the head where it has nothing but `th`; a `th` further down is strong. A cell that spans
//! several stands in the first of them, and the others are empty.

use super::super::limits;
use super::super::text::{Block, Inline};
use super::element::Element;

#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<Cell>>,
    /// A letter for each column: the first that one of its cells asks for.
    columns: Vec<char>,
    /// Of each column: in how many of the next rows the cell above stands.
    below: [usize; limits::COLUMNS],
    /// Whether more was there than is read.
    is_cut: bool,
}

#[derive(Default)]
struct Cell {
    is_head: bool,
    words: Vec<Inline>,
}

impl Table {
    /// What is in it comes next.
    pub fn begin_row(&mut self) {
        self.end_row();
        self.rows.push(Vec::new());
    }

    fn end_row(&mut self) {
        self.fill();
        // A row without cells is none.
        let is_beyond = self.rows.len() > limits::ROWS;
        if is_beyond || self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
            self.is_cut |= is_beyond;
        }
    }

    /// Where cells from above reach down.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(below) = self.below.get_mut(row.len()).filter(|below| **below > 0) {
            *below -= 1;
            row.push(Cell::default());
        }
    }

    pub fn add(&mut self, element: &Start, words: Vec<Inline>) {
        self.fill();
        let Some(row) = self.rows.last_mut() else { return };
        let mut words = Some(words);
        for _ in 0..element.across {
            let column = row.len();
            let Some(below) = self.below.get_mut(column) else {
                self.is_cut = true;
                return;
            };
            *below = element.down - 1;
            row.push(Cell { is_head: element.is_head, words: words.take().unwrap_or_default() });
            if column == self.columns.len() {
                self.columns.push('-');
            }
            if self.columns[column] == '-' {
                self.columns[column] = element.letter;
            }
        }
    }

    /// What became of it, and whether more was there than is read. Without a head, one column is no table but a way to place things,
    /// one under the other.
    pub fn finish(mut self) -> (Vec<Block>, bool) {
        self.end_row();
        let width = self.columns.len();
        let has_head = self.rows.first().is_some_and(|row| row.iter().all(|cell| cell.is_head));
        let mut cells = Vec::new();
        if !has_head {
            cells.resize(width, Vec::new());
        }
        for (n, mut row) in self.rows.into_iter().enumerate() {
            row.resize_with(width, Cell::default);
            cells.extend(row.into_iter().map(|Cell { is_head, words }| {
                match is_head && !words.is_empty() && (n > 0 || !has_head) {
                    true => vec![Inline::Strong(words)],
                    false => words,
                }
            }));
        }
        let blocks = match width {
            0 => Vec::new(),
            1 if !has_head => cells.into_iter().map(Block::Paragraph).collect(),
            _ => vec![Block::Table { columns: self.columns.into_iter().collect(), cells }],
        };
        (blocks, self.is_cut)
    }
}

/// What a cell says of itself.
pub struct Start {
    is_head: bool,
    letter: char,
    across: usize,
    down: usize,
}

impl Start {
    pub fn of(element: &Element) -> Start {
        let span = |name, most| element.get(name).and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, most);
        let letter = match element.get("align").as_deref() {
            Some("left") => 'l',
            Some("center") => 'm',
            Some("right") => 'r',
            _ => '-',
        };
        Start {
            is_head: element.name == "th",
            letter,
            across: span("colspan", limits::COLUMNS),
            down: span("rowspan", limits::ROWS),
        }
    }
}
