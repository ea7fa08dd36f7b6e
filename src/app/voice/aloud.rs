//! A question as it is read aloud.

use crate::app::Model;
use crate::bank::Mode;
use crate::bank::draw::shuffled;
use crate::bank::text::{Block, is_blank, plain, rows};
use crate::language::{code, key, t};
use std::fmt::Write;

/// The question on screen as it is read aloud. Nobody listens to a program.
pub fn words_on_screen(model: &Model) -> Option<String> {
    let sitting = model.round.sitting()?;
    let (_, item, _) = sitting.current()?;
    let question = model.bank.question(&item.question)?;
    let mut words = plain(&question.prompt);
    if item.mode == Mode::Output {
        words.extend([" ", said(model, key("What does this program print?"))]);
    } else {
        push_blocks(&question.details, said(model, key("There is code on the screen.")), &mut words);
    }
    if item.mode == Mode::Choice {
        for (n, choice) in shuffled(question, &sitting.plan.seed).into_iter().enumerate() {
            let _ = write!(words, "\n{}: {}.", n + 1, plain(&choice.text));
        }
    }
    Some(words)
}

/// In the language of the bank, as its voice says it; else in English.
fn said(model: &Model, words: &'static str) -> &'static str {
    if model.bank.lang().split('-').next() == Some(code()) { t(words) } else { words }
}

/// `code`: what is said of a listing.
fn push_blocks(blocks: &[Block], code: &str, words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                words.push('\n');
                words.push_str(&plain(text));
            }
            Block::Code(..) | Block::Program { .. } => words.extend(["\n", code]),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| push_blocks(item, code, words)),
            Block::Quote(inner) => push_blocks(inner, code, words),
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
