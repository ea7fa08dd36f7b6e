//! What keeps a set of questions from being a bank.

use super::text::plain;
use super::{Places, Question};

/// Why a set of questions is not a bank; `question` counts from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub question: usize,
    pub what: String,
    pub mend: &'static str,
}

pub fn all(questions: &[Question], places: &Places) -> Vec<Fault> {
    let mut faults = Vec::new();
    if questions.is_empty() {
        faults.push(Fault {
            question: 0,
            what: "the bank has no question".to_owned(),
            mend: "write a heading and, under it, the answer",
        });
    }
    for (n, question) in questions.iter().enumerate() {
        let mut fault = |what: String, mend| faults.push(Fault { question: n, what, mend });
        if question.id.0.is_empty() {
            fault("the question has no id".to_owned(), "put letters or digits into the heading, or an id: {#my-id}");
        }
        if places.find(questions, &question.id).is_some_and(|first| first < n) {
            fault(format!("the id “{}” is taken", question.id.0), "give one of the two questions another id: {#other-id}");
        }
        let choices = &question.choices;
        let right = choices.iter().filter(|choice| choice.right).count();
        if choices.len() == 1 {
            fault("there is only one choice".to_owned(), "write at least two, or none");
        } else if !choices.is_empty() && right != 1 {
            let number = if right == 0 { "no choice is".to_owned() } else { format!("{right} choices are") };
            fault(format!("{number} marked right"), "mark exactly one with [x]");
        }
        for (i, choice) in choices.iter().enumerate() {
            if choices[..i].iter().any(|earlier| earlier.key == choice.key) {
                fault(format!("the choice “{}” stands twice", plain(&choice.text)), "remove or reword one of them");
            }
        }
    }
    faults
}
