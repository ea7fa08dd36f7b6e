//! What is doubtful about a bank that can be asked: it works, and yet it does a reader no good.
//!
//! Everything found here is a matter of judgement, so each rule is made to stay silent rather than to guess. The rules
//! that compare words know English only.

mod choices;
mod presets;
mod prompts;
mod rubric;
mod slips;
mod text;
pub mod whole;
mod words;

use super::Bank;
use super::answers::{Answers, ModelAnswer};

/// Something that its author may want to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which question, from 0; None where it is the bank.
    pub question: Option<usize>,
    pub what: String,
    pub mend: &'static str,
}

impl Finding {
    /// The words of the source that it quotes first: by them the line is found that it is about.
    pub fn quote(&self) -> Option<&str> {
        Some(self.what.split_once('“')?.1.split_once('”')?.0)
    }
}

/// What is found about the bank first, then question by question.
pub fn examine(bank: &Bank, answers: &Answers) -> Vec<Finding> {
    let english = words::is_english(bank.lang());
    let none = ModelAnswer::default();
    let mut findings = Vec::new();
    for (what, mend) in slips::language(bank).into_iter().chain(presets::examine(bank)).chain(whole::examine(bank)) {
        findings.push(Finding { question: None, what, mend });
    }
    let mut twins = if english { prompts::twins(bank.questions()) } else { Vec::new() };
    for (n, question) in bank.questions().iter().enumerate() {
        let answer = answers.get(&question.id).unwrap_or(&none);
        let mut found = |what: String, mend| findings.push(Finding { question: Some(n), what, mend });
        twins.iter_mut().filter(|(later, _)| *later == n).for_each(|(_, what)| {
            found(std::mem::take(what), "ask one of them, or say in both what differs");
        });
        prompts::examine(bank, answers, question, &mut found);
        text::examine(question, answer, &mut found);
        slips::examine(question, answer, &mut found);
        choices::examine(question, answer, english, &mut found);
        rubric::examine(answer, &mut found);
        if english {
            rubric::compare(answer, &mut found);
        }
    }
    findings
}
