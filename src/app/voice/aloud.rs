//! A question as it is read aloud.

use crate::app::Model;
use crate::bank::Mode;
use crate::bank::draw::shuffled;
use crate::bank::text::{Block, is_blank, plain, rows};
use std::fmt::Write;

/// The question on screen as it is read aloud. Nobody listens to a program.
pub fn words_on_screen(model: &Model) -> Option<String> {
    let sitting = model.round.sitting()?;
    let (_, item, _) = sitting.current()?;
    let question = model.bank.question(&item.question)?;
    let mut words = plain(&question.prompt);
    if item.mode == Mode::Output {
        words += " What does this program print?";
    } else {
        push_blocks(&question.details, &mut words);
    }
    if item.mode == Mode::Choice {
        for (n, choice) in shuffled(question, &sitting.plan.seed).into_iter().enumerate() {
            let _ = write!(words, "\n{}: {}.", n + 1, plain(&choice.text));
        }
    }
    Some(words)
}

fn push_blocks(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                words.push('\n');
                words.push_str(&plain(text));
            }
            Block::Code(..) | Block::Program { .. } => words.push_str("\nThere is code on the screen."),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| push_blocks(item, words)),
            Block::Quote(inner) => push_blocks(inner, words),
            Block::Table { columns, cells } => {
                for row in rows(columns, cells) {
                    let mut between = "\n";
                    for cell in row.iter().filter(|cell| !is_blank(cell)) {
                        *words += between;
                        *words += &plain(cell);
                        between = ", ";
                    }
                }
            }
        }
    }
}
