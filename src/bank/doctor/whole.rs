//! What is doubtful about the bank as a whole.

use super::super::text::plain;
use super::super::{Bank, Question};

/// From so many questions on, what holds for all of them is no accident.
const SEVERAL: usize = 8;
const MANY: usize = 10;

pub fn examine(bank: &Bank) -> Vec<(String, &'static str)> {
    let questions = bank.questions();
    let asked: Vec<&Question> = questions.iter().filter(|question| question.choices.len() >= 2).collect();
    let mut found = Vec::new();
    if asked.len() >= SEVERAL {
        let most = |n: usize| n * 2 > asked.len();
        let longest = asked.iter().filter(|question| right_is_longest(question)).count();
        if most(longest) {
            let what = format!("the right choice is the longest in {longest} of {} questions", asked.len());
            found.push((what, "lengthen wrong choices or shorten right ones: readers learn to pick the longest"));
        }
        let widest = asked.iter().map(|question| question.choices.len()).max().unwrap_or(0);
        for place in 0..widest {
            let here = asked.iter().filter(|question| question.choices.get(place).is_some_and(|choice| choice.right)).count();
            if most(here) {
                let what = format!("the right choice stands in place {} in {here} of {} questions", place + 1, asked.len());
                found.push((what, "spread them: whoever reads the source learns the place"));
            }
        }
    }
    if questions.len() >= MANY {
        if let Some(level) = questions.first().map(|question| question.level)
            && questions.iter().all(|question| question.level == level)
        {
            let what = format!("every question is of the level {}", level.name());
            found.push((what, "mark some with .basic or .deep: a round goes from easy to hard"));
        }
        if questions.iter().all(|question| question.topic.is_empty()) {
            let mend = "write topic=name into the braces of questions, or put topic headings above them";
            found.push(("no question has a topic".to_owned(), mend));
        }
    }
    found
}

/// Longer than every wrong one.
pub fn right_is_longest(question: &Question) -> bool {
    let longest = |right: bool| {
        let choices = question.choices.iter().filter(|choice| choice.right == right);
        choices.map(|choice| plain(&choice.text).chars().count()).max()
    };
    longest(true) > longest(false)
}
