//! Tables, as GitHub has them.

use super::super::super::limits;
use super::super::super::text::Block;
use super::Tree;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::ops::Range;

impl Tree<'_> {
    /// The table that has just begun. pulldown-cmark gives every row as many cells as the head has.
    pub(super) fn table(&mut self, span: &Range<usize>, columns: &[Alignment]) -> Block {
        let most = limits::COLUMNS.min(columns.len());
        let (mut cells, mut column) = (Vec::new(), 0);
        let mut is_cut = columns.len() > most;
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    column += 1;
                    if column > most || cells.len() >= limits::ROWS * most {
                        is_cut = true;
                        self.skip();
                    } else {
                        cells.push(self.inlines(&span));
                    }
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => column = 0,
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        if is_cut {
            self.problems.push(limits::large_table(self.line(span)));
        }
        let letter = |column: &Alignment| match column {
            Alignment::None => '-',
            Alignment::Left => 'l',
            Alignment::Center => 'm',
            Alignment::Right => 'r',
        };
        Block::Table { columns: columns.iter().take(most).map(letter).collect(), cells }
    }
}
