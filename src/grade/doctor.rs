//! What is doubtful about the rubrics of a bank, found by judging with them: the bank's own words are answers whose verdict is known.
//!
//! The doctor of the bank (`bank/doctor.rs`) finds what can be found without judging.

use super::{Mark, Rubric, Verdict, grade, words};
use crate::bank::Bank;
use crate::bank::answers::{Answers, ModelAnswer};
use crate::bank::doctor::Finding;
use crate::bank::text::{Block, plain};

/// A common mistake said by itself scores less, and a model answer not less, of 1000.
const PASSES: u16 = 250;
const GOOD: u16 = 700;

/// Question by question. In other languages nothing is found.
#[must_use]
pub fn examine(bank: &Bank, answers: &Answers) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !words::is_english(bank.lang()) {
        return findings;
    }
    for (n, question) in bank.questions().iter().enumerate() {
        let Some(answer) = answers.get(&question.id) else { continue };
        let rubric = Rubric::of(bank.lang(), question, answer);
        let mut found = |what: String, mend| findings.push(Finding { question: Some(n), what, mend });
        unmet(&rubric, &mut found);
        unnoticed(&rubric, &mut found);
        model_answer(&rubric, answer, &mut found);
    }
    findings
}

fn is_met(mark: &Mark) -> bool {
    mark.verdict() == Verdict::Met
}

/// Wordings that do not meet their own point.
fn unmet(rubric: &Rubric, found: &mut impl FnMut(String, &'static str)) {
    for (n, point) in rubric.points.iter().enumerate() {
        let meets = |wording: &&String| grade(rubric, wording).points.get(n).is_some_and(is_met);
        let (good, poor): (Vec<&String>, Vec<&String>) = point.wordings.iter().partition(meets);
        match point.wordings.first() {
            Some(fact) if good.is_empty() => {
                let what = format!("no wording of the key point “{fact}” meets it, so nobody can");
                found(what, "use words that say something and that other points have not: a name, what it does, to what");
            }
            _ => poor.into_iter().for_each(|wording| {
                let what = format!("the wording “{wording}” does not meet its own key point when it is said alone");
                found(what, "name in it who does what, in words that other points and the common mistakes have not");
            }),
        }
    }
}

/// Mistakes that can be said without being found out.
fn unnoticed(rubric: &Rubric, found: &mut impl FnMut(String, &'static str)) {
    for (n, wordings) in rubric.misconceptions.iter().enumerate() {
        for wording in wordings {
            let grading = grade(rubric, wording);
            let score = grading.score();
            if !grading.misconceptions.get(n).is_some_and(is_met) {
                let what = format!("the common mistake “{wording}” is not found out when it is said");
                found(what, "write it as one plain claim, in words that set it apart from the key points");
            } else if score >= PASSES {
                let what = format!("the common mistake “{wording}” passes for an answer: it scores {} of 100", score / 10);
                found(what, "say in it only what is wrong, or reword the key points that it meets");
            }
        }
    }
}

/// Key points that the model answer itself would miss, and mistakes that it states as its own opinion.
fn model_answer(rubric: &Rubric, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    let grading = grade(rubric, &said(answer).join("\n"));
    let first = |wordings: &[String]| wordings.first().cloned().unwrap_or_default();
    let missed = |(mark, _): &(&Mark, _)| mark.verdict() == Verdict::Missed;
    for (_, point) in grading.points.iter().zip(&rubric.points).filter(missed) {
        let what = format!("the model answer does not say the key point “{}”", first(&point.wordings));
        found(what, "say it in the short answer or the explanation, or add the words of the answer as a wording");
    }
    let score = grading.score();
    if !rubric.points.is_empty() && score < GOOD && !grading.points.iter().any(|mark| mark.verdict() == Verdict::Missed) {
        let what = format!("the model answer scores only {} of 100 by its own key points", score / 10);
        found(what, "say the key points in it more plainly, or add its words to them as wordings");
    }
    for (_, wordings) in grading.misconceptions.iter().zip(&rubric.misconceptions).filter(|(mark, _)| is_met(mark)) {
        let what = format!("the model answer itself seems to say the common mistake “{}”", first(wordings));
        found(what, "reword the answer, or the mistake");
    }
}

/// Without what others say.
fn unquoted(text: &str) -> String {
    text.split(['"', '“', '”']).step_by(2).collect()
}

/// The paragraphs of the short answer and the explanation, without the listings.
fn said(answer: &ModelAnswer) -> Vec<String> {
    let mut texts = vec![unquoted(&plain(&answer.short))];
    paragraphs(&answer.explanation, &mut texts);
    texts
}

fn paragraphs(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => texts.push(unquoted(&plain(text))),
            Block::Quote(inner) => paragraphs(inner, texts),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| paragraphs(item, texts)),
            Block::Table { cells, .. } => cells.iter().for_each(|cell| texts.push(unquoted(&plain(cell)))),
            Block::Code(..) | Block::Program { .. } => {}
        }
    }
}
