//! One line of what is to be judged: which question it answers, and with what.

use super::super::arguments::nearest;
use super::Question;
use mock_interview::bank::exchange::parse;
use mock_interview::bank::exchange::value::{Kind, Value};

pub struct Asked {
    /// Of the question, from 0.
    pub place: usize,
    pub text: String,
}

/// Why a line cannot be judged, and what to do.
pub struct Refused {
    pub what: String,
    pub mend: String,
}

fn refused<T>(what: impl Into<String>, mend: impl Into<String>) -> Result<T, Refused> {
    Err(Refused { what: what.into(), mend: mend.into() })
}

impl Refused {
    pub fn too_long() -> Refused {
        Refused { what: "the line is longer than 1 MiB".to_owned(), mend: "write one answer a line".to_owned() }
    }
}

pub fn read(line: &[u8], is_first: bool, questions: &[Question]) -> Result<Asked, Refused> {
    const LIKE: &str = "write one object a line, such as {\"n\": 1, \"text\": \"…\"}";
    let line = match std::str::from_utf8(line) {
        Ok(line) => line.trim(),
        Err(error) => return refused(format!("the line is not UTF-8 at byte {}", error.valid_up_to()), "save it as UTF-8"),
    };
    let line = if is_first { line.trim_start_matches('\u{feff}') } else { line };
    let value = parse(line).or_else(|problem| refused(problem.what, LIKE))?;
    let Kind::Map(fields) = value.kind else { return refused(format!("the line is {}", value.kind.name()), LIKE) };
    // As most readers of JSON do, the last of a name counts.
    let field = |name: &str| fields.iter().rev().find(|(known, ..)| known == name).map(|(.., value)| value);
    let text = match field("text") {
        Some(Value { kind: Kind::Text(text), .. }) => text.clone(),
        Some(value) => return refused(format!("“text” is {}", value.kind.name()), "write the answer in quotes"),
        None => return refused("the line has no “text”", LIKE),
    };
    let place = match (field("n"), field("id")) {
        (None, None) => return refused("it is not said which question this answers", LIKE),
        (Some(n), None) => by_number(n, questions)?,
        (None, Some(id)) => by_id(id, questions)?,
        (Some(n), Some(id)) => {
            let (one, other) = (by_number(n, questions)?, by_id(id, questions)?);
            if one != other {
                let what = format!("“n” is the question “{}” and “id” another, number {}", questions[one].id, other + 1);
                return refused(what, "write one of them");
            }
            one
        }
    };
    if !questions[place].has_rubric() {
        let what = format!("the question “{}” has no key points", questions[place].id);
        return refused(what, "put “Key points:” and a list under its answer");
    }
    Ok(Asked { place, text })
}

fn by_number(value: &Value, questions: &[Question]) -> Result<usize, Refused> {
    let mend = || format!("write a number from 1 to {}, as “bank list” shows it", questions.len());
    let Kind::Number(written) = &value.kind else { return refused(format!("“n” is {}", value.kind.name()), mend()) };
    let place = written.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|place| *place < questions.len());
    let short: String = written.chars().take(20).collect();
    place.map_or_else(|| refused(format!("there is no question {short}"), mend()), Ok)
}

fn by_id(value: &Value, questions: &[Question]) -> Result<usize, Refused> {
    let Kind::Text(id) = &value.kind else {
        return refused(format!("“id” is {}", value.kind.name()), "write the id of a question, as “bank list” shows it");
    };
    questions.iter().position(|question| question.id == *id).map_or_else(
        || {
            let short: String = id.chars().take(80).collect();
            let nearest = nearest(id, questions.iter().map(|question| question.id.as_str()));
            refused(format!("there is no question “{short}”{nearest}"), "“bank list” shows the ids")
        },
        Ok,
    )
}
