//! A preset from its object: its fields become the words that Markdown has for them.

use super::super::draft::Draft;
use super::super::outline::presets;
use super::fields::{Fields, Told, wrong};
use super::value::{Kind, Value};

/// Fields that are numbers, and what of.
pub const NUMBERS: [(&str, &str); 5] = [
    ("questions", "questions"),
    ("minutes", "minutes"),
    ("seconds", "seconds each"),
    ("think", "seconds to think"),
    ("follow_ups", "follow-ups"),
];
pub const MARKS: [&str; 5] = ["strict", "practice", "exam", "hints", "aloud"];

pub fn read(value: Value, told: &mut Told, draft: &mut Draft) {
    let before = told.problems.len();
    if let Some(mut fields) = Fields::new("a preset", value, told) {
        let name = fields.needed("name", told);
        let expect = fields.text("expect", told).map(|text| text.text).unwrap_or_default();
        let mut settings = Vec::new();
        for (name, of) in NUMBERS {
            match fields.take(name) {
                Some(Value { kind: Kind::Number(number), .. }) => settings.push(format!("{number} {of}")),
                Some(value) => wrong(name, &value, "a whole number", told),
                None => {}
            }
        }
        settings.extend(texts(&mut fields, "modes", told));
        settings.extend(texts(&mut fields, "levels", told));
        for name in MARKS {
            match fields.take(name) {
                Some(Value { kind: Kind::Bool(true), .. }) => settings.push(name.to_owned()),
                None | Some(Value { kind: Kind::Bool(_), .. }) => {}
                Some(value) => wrong(name, &value, "true or false", told),
            }
        }
        let topics = texts(&mut fields, "topics", told);
        let line = fields.line;
        fields.end(told);
        if let Some(name) = name {
            if name.text.contains(':') {
                told.passing(name.line, "the “name” of a preset holds a colon", "write what follows it into “expect”");
            }
            presets::add(draft, line, &name.text, &expect, settings, topics);
        }
    }
    // It costs no question.
    told.problems.iter_mut().skip(before).for_each(|problem| problem.costs_question = false);
}

fn texts(fields: &mut Fields, name: &'static str, told: &mut Told) -> Vec<String> {
    let list = fields.list(name, told);
    list.into_iter().filter_map(|value| super::fields::text(name, value, told)).map(|text| text.text).collect()
}
