//! Tables, as GitHub has them.

use super::super::super::limits;
use super::super::super::text::{Align, Block, Inline, shows_nothing};
use super::Tree;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::ops::Range;

impl Tree<'_> {
    /// The table that has just begun. pulldown-cmark gives every row as many cells as the head has.
    pub(super) fn table(&mut self, span: &Range<usize>, columns: &[Alignment]) -> Block {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_long = false;
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) if is_long || row.len() == limits::COLUMNS => self.skip(),
                Event::Start(Tag::TableCell) => row.push(self.inlines(&span)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) if is_long => {}
                Event::End(TagEnd::TableRow) => {
                    rows.push(std::mem::take(&mut row));
                    is_long = rows.len() == limits::ROWS && !matches!(self.events.peek(), Some((Event::End(_), _)));
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        if columns.len() > limits::COLUMNS || is_long {
            let what = format!("the table has more than {} columns or {} rows", limits::COLUMNS, limits::ROWS);
            self.problem(span, what, "make several tables of it; what is beyond is left out");
        }
        let columns = columns.iter().take(limits::COLUMNS).map(|column| match column {
            Alignment::None => Align::Start,
            Alignment::Left => Align::Left,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::Right,
        });
        // Markdown cannot leave the head out; one without words is none.
        let is_empty = head.iter().all(|cell: &Vec<Inline>| shows_nothing(cell));
        Block::Table { columns: columns.collect(), head: if is_empty { Vec::new() } else { head }, rows }
    }
}
