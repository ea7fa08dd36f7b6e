//! The same bank as JSON, for tools: `docs/bank-format.md` is its description, `static/banks/bank.schema.json` its schema.
//!
//! Reading goes by hand, since a page does it too; `write` is for the command line. What a question must be is judged where that of
//! Markdown is judged: here only fields, their types and their places are looked at.

mod fields;
mod preset;
mod question;
pub mod value;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod write;

use super::answers::Answers;
use super::draft::{Draft, Reading};
use super::hash::fingerprint;
use super::limits;
use super::markdown::{check_length, too_many, without_nul};
use super::problem::Problem;
use super::text::{Inline, plain};
use super::{Bank, QuestionId};
use fields::{Fields, Told};
use value::{Kind, Value};

pub use value::parse;

/// Reads `source`, or says everything that is wrong with it. `id` names the bank in storage.
pub fn read(id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
    let read = draft(source).map_err(|problem| vec![problem])?.strict(id, id, fingerprint(source));
    read.map_err(|problems| problems.into_iter().map(in_json).collect())
}

/// Reads of `source` what can be read.
pub fn read_good(id: &str, source: &str) -> Reading {
    match draft(source) {
        Ok(draft) => {
            let Reading { bank, problems } = draft.lenient(id, id, fingerprint(source));
            let problems = problems.into_iter().map(|(problem, heading)| (in_json(problem), heading)).collect();
            Reading { bank, problems }
        }
        Err(problem) => Reading { bank: None, problems: vec![(problem, String::new())] },
    }
}

/// What is found in `source`, with the line of every question.
pub fn draft(source: &str) -> Result<Draft, Problem> {
    check_length(source)?;
    let (source, stray) = without_nul(source);
    let value = parse(source.trim_start_matches('\u{feff}'))?;
    let mut told = Told { problems: stray.into_iter().collect(), unreadable: false };
    let mut draft = Draft::new(Vec::new());
    let Some(mut fields) = Fields::new("the bank", value, &mut told) else {
        return Err(told.problems.pop().unwrap_or_else(nothing));
    };
    let _schema = fields.take("$schema");
    let before = told.problems.len();
    draft.title = fields.needed("title", &mut told).map(|title| title.text);
    // A bank without a title goes by the name of its file.
    told.problems.iter_mut().skip(before).for_each(|problem| problem.costs_question = false);
    if let Some(lang) = fields.text("lang", &mut told) {
        if lang.text.is_empty() || lang.text.contains(['\n', '\r']) || lang.text != lang.text.trim_matches(['"', '\'']) {
            told.passing(lang.line, format!("“{}” is no language", lang.text), "write one as in HTML, such as en or pt-BR");
        } else {
            draft.lang = lang.text;
        }
    }
    let questions = match fields.take("questions") {
        Some(Value { kind: Kind::List(list), .. }) => list,
        Some(value) => {
            told.grave(value.line, format!("“questions” is {}", value.kind.name()), "write a list of objects");
            Vec::new()
        }
        None => Vec::new(),
    };
    for value in fields.list("presets", &mut told) {
        preset::read(value, &mut told, &mut draft);
    }
    fields.end(&mut told);
    if let Some(value) = questions.get(limits::QUESTIONS) {
        return Err(too_many(value.line));
    }
    for value in questions {
        if let Some(question::Read { question, entry }) = question::question(value, &mut told) {
            draft.headings.push((entry.line, plain(&question.prompt).trim().to_owned()));
            draft.questions.push(question);
            draft.entries.push(entry);
        }
    }
    name_follow_ups(&mut draft);
    draft.problems.extend(told.problems);
    Ok(draft)
}

fn nothing() -> Problem {
    Problem::grave(1, "this is no bank", "write an object in braces")
}

/// Stands for the words of a follow-up until every question is known. No text is read as this.
fn by_prompt() -> Inline {
    Inline::Code(String::new())
}

/// A follow-up that is named by its id alone goes by the prompt of its question.
fn name_follow_ups(draft: &mut Draft) {
    let questions = &draft.questions;
    for point in draft.entries.iter_mut().flat_map(|entry| &mut entry.answer.key_points) {
        for follow_up in &mut point.follow_ups {
            if follow_up.words == [by_prompt()] {
                follow_up.words = prompt_words(questions, &follow_up.question);
            }
        }
    }
}

/// How a follow-up goes by the prompt of its question.
fn prompt_words(questions: &[super::Question], id: &QuestionId) -> Vec<Inline> {
    let named = questions.iter().find(|question| question.id == *id);
    named.map(|question| question::unlinked(&question.prompt)).unwrap_or_default()
}

/// What is told of every bank speaks of Markdown; here the same is mended otherwise.
fn in_json(problem: Problem) -> Problem {
    let mend = match problem.mend.as_str() {
        "mark exactly one with [x]" => "give exactly one of them \"right\": true",
        "give one of the two questions another id: {#other-id}" => "give one of the two questions another “id”",
        "write a heading and, under it, the answer" => "write them into “questions”, a list",
        "link to the id of one: [its heading](#its-id)" => "write the “id” of one",
        _ => return problem,
    };
    Problem { mend: mend.to_owned(), ..problem }
}
