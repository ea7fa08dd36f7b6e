//! The images of a bank, wherever they stand.

use super::answers::{Answers, ModelAnswer};
use super::text::{Block, Inline};
use super::{Bank, Question};

/// What is done with an image: its address, and what it shows.
pub type Does<'a> = &'a mut dyn FnMut(&mut String, &[Inline]);

/// Each image of the bank.
pub fn of_bank(bank: &mut Bank, answers: &mut Answers, does: Does) {
    bank.questions.iter_mut().for_each(|question| of_question(question, does));
    answers.answers.iter_mut().for_each(|(_, answer)| answer.change(|answer| of_answer(answer, does)));
}

pub fn of_question(question: &mut Question, does: Does) {
    in_line(&mut question.prompt, does);
    in_blocks(&mut question.details, does);
    question.choices.iter_mut().for_each(|choice| in_line(&mut choice.text, does));
}

pub fn of_answer(answer: &mut ModelAnswer, does: Does) {
    in_line(&mut answer.short, does);
    in_blocks(&mut answer.explanation, does);
    answer.whys.iter_mut().for_each(|(_, why)| in_blocks(why, does));
    for point in &mut answer.key_points {
        in_line(&mut point.fact, does);
        in_lines(&mut point.wordings, does);
        point.follow_ups.iter_mut().for_each(|follow_up| in_line(&mut follow_up.words, does));
    }
    for misconception in &mut answer.misconceptions {
        in_line(&mut misconception.statement, does);
        in_lines(&mut misconception.wordings, does);
        in_blocks(&mut misconception.correction, does);
    }
    in_lines(&mut answer.hints, does);
    answer.sources.iter_mut().for_each(|source| in_line(&mut source.title, does));
}

fn in_blocks(blocks: &mut [Block], does: Does) {
    for block in blocks {
        match block {
            Block::Paragraph(line) => in_line(line, does),
            Block::Quote(inner) => in_blocks(inner, does),
            Block::Bullets(items) | Block::Numbers(items) => items.iter_mut().for_each(|item| in_blocks(item, does)),
            Block::Table { cells, .. } => in_lines(cells, does),
            Block::Code(..) | Block::Program { .. } => {}
        }
    }
}

fn in_lines(lines: &mut [Vec<Inline>], does: Does) {
    lines.iter_mut().for_each(|line| in_line(line, does));
}

fn in_line(line: &mut [Inline], does: Does) {
    for inline in line {
        match inline {
            Inline::Image(address, words) => does(address, words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => in_line(inner, does),
            Inline::Text(_) | Inline::Code(_) => {}
        }
    }
}
