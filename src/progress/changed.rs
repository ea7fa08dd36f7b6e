//! What the author has changed since the learner answered it last.

use super::latest::latest;
use super::{History, Report};
use crate::bank::answers::Answers;
use crate::bank::content::Content;
use crate::bank::{Bank, Question, Text};
use crate::round::event::RoundId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the words of the question.
    Words,
    /// What is to be known.
    Known,
}

/// What a question comes to as it is now; none as long as its words or its answer are not here.
pub fn content(bank: &Bank, answers: &Answers, place: usize) -> Option<Content> {
    let question: &Question = bank.questions().get(place).filter(|question| question.text == Text::Here)?;
    // They stand in the order of the questions.
    let answer = answers.answers.get(place).filter(|(id, _)| *id == question.id);
    answer.map(|(_, answer)| Content::of(question, answer))
}

/// Says of each answer what the question was. It is called only when the answers are here.
#[inline(never)]
pub fn mark(bank: &Bank, answers: &Answers, report: &mut Report) {
    for result in &mut report.results {
        result.content = bank.place(&result.question).and_then(|place| content(bank, answers, place));
    }
}

/// The places of the questions that have changed since the last answer to them, but for those in that round.
pub fn changed(bank: &Bank, answers: &Answers, history: &History, but: Option<&RoundId>) -> Vec<(usize, Change)> {
    let reports = history.reports();
    let before = reports.len() - reports.iter().rev().take_while(|report| Some(&report.round) == but).count();
    let mut changed = Vec::new();
    for (place, result) in latest(bank, &reports[..before]).into_iter().enumerate() {
        if let Some(old) = result.and_then(|result| result.content)
            && let Some(new) = content(bank, answers, place)
            && old != new
        {
            changed.push((place, if old.known() == new.known() { Change::Words } else { Change::Known }));
        }
    }
    changed
}
