//! What the reader hands to the page: a map of texts and numbers, as the page's script takes it apart.

use super::super::draft::Reading;
use super::super::preset::Preset;
use super::super::problem::Problem;
use super::super::rubrics::write_rubrics;
use super::{Tree, write_answers, write_bank};

/// `has_lines`: whether a problem's line means something to the author.
pub fn write_reading(reading: &Reading, has_lines: bool) -> String {
    let mut fields = Vec::new();
    if let Some((bank, answers)) = &reading.bank {
        fields.push(field("bank", Tree::Text(write_bank(bank))));
        // For the grader alone.
        fields.push(field("rubrics", Tree::Text(write_rubrics(bank, answers))));
        fields.push(field("answers", Tree::Text(write_answers(answers))));
        fields.push(field("title", Tree::from(bank.title())));
        fields.push(field("presets", Tree::List(bank.presets().map(|preset| figures(&preset)).collect())));
    }
    let questions = reading.bank.as_ref().map_or(0, |(bank, _)| bank.questions().len());
    fields.push(field("questions", Tree::Number(questions as u64)));
    let problems = reading.problems.iter().map(|(problem, heading)| problem_to(problem, heading, has_lines));
    fields.push(field("problems", Tree::List(problems.collect())));
    Tree::Map(fields).write()
}

/// For the start card: id, questions, minutes (0 where it is untimed) and the name.
fn figures(preset: &Preset) -> Tree {
    let settings = preset.settings();
    let [count, minutes] = [settings.count, settings.minutes.unwrap_or_default()].map(|number| Tree::Number(number.into()));
    Tree::List(vec![Tree::from(preset.id), count, minutes, Tree::from(preset.name)])
}

fn problem_to(problem: &Problem, heading: &str, has_line: bool) -> Tree {
    let line = has_line.then(|| field("line", Tree::Number(problem.line as u64)));
    let words = [
        field("what", Tree::from(problem.what.as_str())),
        field("mend", Tree::from(problem.mend.as_str())),
        field("where", Tree::from(heading)),
        field("lost", Tree::Number(u64::from(problem.costs_question))),
    ];
    Tree::Map(line.into_iter().chain(words).collect())
}

fn field(name: &str, value: Tree) -> (String, Tree) {
    (name.to_owned(), value)
}
