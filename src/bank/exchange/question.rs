//! A question from its object.

use super::super::answers::{FollowUp, KeyPoint, Misconception, ModelAnswer, Source};
use super::super::draft::Entry;
use super::super::outline::{parts, slug};
use super::super::program::Program;
use super::super::text::{Block, Inline, is_picture, is_safe_link, plain};
use super::super::{Choice, ChoiceKey, Level, Question, QuestionId};
use super::fields::{Fields, Text, Told, text};
use super::value::{Kind, Value};

/// A question, what belongs to it, and which of its follow-ups are named by an id alone.
pub struct Read {
    pub question: Question,
    pub entry: Entry,
}

pub fn question(value: Value, told: &mut Told) -> Option<Read> {
    told.unreadable = false;
    let mut fields = Fields::new("a question", value, told)?;
    let line = fields.line;
    let id = fields.needed("id", told).map(|id| {
        if !is_name(&id.text) {
            told.grave(id.line, format!("the id “{}” is no name", id.text), "write letters, digits and -, such as event-loop");
        }
        id.text
    });
    let prompt = fields.needed_line("prompt", told).unwrap_or_default();
    let topic = fields.text("topic", told).map(|topic| topic_from(topic, told)).unwrap_or_default();
    let level = fields.text("level", told).map_or(Level::Core, |level| level_from(&level, told));
    let details = fields.blocks("details", told);
    let mut answer = ModelAnswer { short: fields.needed_line("answer", told).unwrap_or_default(), ..ModelAnswer::default() };
    check_paragraph(&answer.short, "answer", line, told);
    if is_picture(&answer.short) {
        told.grave(line, "the answer is nothing but an image", "say it in words; the image may stand in “explanation”");
    }
    if let Some(text) = fields.text("explanation", told) {
        for block in told.blocks(&text) {
            if let Block::Paragraph(words) = &block {
                check_paragraph(words, "explanation", text.line, told);
            }
            answer.add(block);
        }
    }
    let choices = choices(fields.list("choices", told), &mut answer.whys, told);
    for value in fields.list("key_points", told) {
        answer.key_points.extend(part("a key point", value, told, key_point));
    }
    for value in fields.list("misconceptions", told) {
        answer.misconceptions.extend(part("a misconception", value, told, misconception));
    }
    answer.hints = fields.lines("hints", told);
    for value in fields.list("sources", told) {
        answer.sources.extend(part("a source", value, told, source));
    }
    answer.tags = tags(fields.list("tags", told), told);
    fields.end(told);
    // Without an id it would be compared with others that have none.
    let id = id.unwrap_or_else(|| format!("?{line}"));
    let (program, words) = (Program::None, super::super::Text::Here);
    let question =
        Question { id: QuestionId::new(&id), topic, level, prompt, details, choices, program, has_points: false, text: words };
    Some(Read { question, entry: Entry { line, answer, unreadable: told.unreadable } })
}

/// Whether a heading can hold it in its braces: what JSON says, Markdown must be able to say.
fn is_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(|letter: char| letter.is_ascii_whitespace() || "<>\\{}".contains(letter))
}

fn topic_from(topic: Text, told: &mut Told) -> String {
    if is_name(&topic.text) || topic.text.is_empty() {
        return topic.text;
    }
    let name = slug(&topic.text);
    told.passing(topic.line, format!("the topic “{}” is no name", topic.text), format!("write {name}; it is shown with spaces"));
    name
}

fn level_from(level: &Text, told: &mut Told) -> Level {
    let found = Level::ALL.into_iter().find(|known| known.name() == level.text);
    if found.is_none() {
        told.passing(level.line, format!("“{}” is not a level", level.text), "write basic, core or deep");
    }
    found.unwrap_or(Level::Core)
}

/// Two kinds of paragraphs are parts of their own in Markdown.
fn check_paragraph(words: &[Inline], name: &str, line: usize, told: &mut Told) {
    for (is_part, label, field) in
        [(parts::sources(words).is_some(), "Source:", "sources"), (parts::tags(words).is_some(), "Tags:", "tags")]
    {
        if is_part {
            let what = format!("a paragraph of “{name}” begins with “{label}”");
            told.passing(line, what, format!("write what follows into “{field}”"));
        }
    }
}

/// None at all where one of them cannot be read: what is said of the others might be untrue then.
fn choices(list: Vec<Value>, whys: &mut Vec<(ChoiceKey, Vec<Block>)>, told: &mut Told) -> Vec<Choice> {
    let count = list.len();
    let mut choices = Vec::new();
    for value in list {
        let Some(mut fields) = Fields::new("a choice", value, told) else { continue };
        let text = fields.needed_line("text", told);
        let right = match fields.take("right") {
            None => Some(false),
            Some(Value { kind: Kind::Bool(right), .. }) => Some(right),
            Some(value) => {
                told.grave(value.line, format!("“right” is {}", value.kind.name()), "write true or false, without quotes");
                None
            }
        };
        let why = fields.blocks("why", told);
        fields.end(told);
        if let (Some(text), Some(right)) = (text, right) {
            let choice = Choice::new(text, right);
            if !why.is_empty() {
                whys.push((choice.key, why));
            }
            choices.push(choice);
        }
    }
    if choices.len() < count {
        whys.clear();
        choices.clear();
    }
    choices
}

/// A part without which the question can be asked all the same.
fn part<T>(of: &'static str, value: Value, told: &mut Told, read: fn(&mut Fields, &mut Told) -> Option<T>) -> Option<T> {
    let before = (told.problems.len(), told.unreadable);
    let part = Fields::new(of, value, told).and_then(|mut fields| {
        let part = read(&mut fields, told);
        fields.end(told);
        part
    });
    told.unreadable = before.1;
    told.problems.iter_mut().skip(before.0).for_each(|problem| problem.costs_question = false);
    part
}

fn key_point(fields: &mut Fields, told: &mut Told) -> Option<KeyPoint> {
    let fact = fields.needed_line("fact", told);
    let weight = fields.take("weight").map_or(1, |value| {
        let number = match &value.kind {
            Kind::Number(number) => number.parse::<u8>().ok(),
            _ => None,
        };
        number.filter(|weight| (1..=KeyPoint::HEAVIEST).contains(weight)).unwrap_or_else(|| {
            told.passing(value.line, "a “weight” is out of range", "write a whole number from 1 to 9");
            1
        })
    });
    let line = fields.line;
    let wordings = fields.lines("wordings", told);
    if wordings.iter().any(|words| parts::follow_up(words).is_some()) {
        told.passing(line, "a wording begins like a follow-up", "write its id into “if_missed” or “if_met”");
    }
    let mut follow_ups = Vec::new();
    for (name, if_met) in [("if_missed", false), ("if_met", true)] {
        for value in fields.list(name, told) {
            follow_ups.extend(follow_up(name, value, if_met, told));
        }
    }
    Some(KeyPoint { fact: fact?, weight, wordings, follow_ups })
}

/// An id, or an id and the words that lead there. An id alone goes by the prompt of its question, once all are known.
fn follow_up(name: &'static str, value: Value, if_met: bool, told: &mut Told) -> Option<FollowUp> {
    if let Kind::Text(_) = value.kind {
        let id = text(name, value, told)?;
        return Some(FollowUp { if_met, question: QuestionId::new(&id.text), words: vec![super::by_prompt()] });
    }
    let mut fields = Fields::new("a follow-up", value, told)?;
    let id = fields.needed("id", told);
    let words = fields.text("words", told).map(|words| told.inlines(&words));
    fields.end(told);
    Some(FollowUp { if_met, question: QuestionId::new(&id?.text), words: words.unwrap_or_else(|| vec![super::by_prompt()]) })
}

fn misconception(fields: &mut Fields, told: &mut Told) -> Option<Misconception> {
    let statement = fields.needed_line("statement", told);
    let (wordings, correction) = (fields.lines("wordings", told), fields.blocks("correction", told));
    Some(Misconception { statement: statement?, wordings, correction })
}

fn source(fields: &mut Fields, told: &mut Told) -> Option<Source> {
    let title = fields.text("title", told).map(|title| told.inlines(&title)).unwrap_or_default();
    let address = fields.needed("address", told)?;
    if !is_safe_link(&address.text) {
        let what = format!("the address “{}” leads nowhere safe", address.text);
        told.passing(address.line, what, "begin it with https://, http://, mailto: or #");
        return None;
    }
    Some(Source { address: address.text, title })
}

fn tags(list: Vec<Value>, told: &mut Told) -> Vec<String> {
    let texts: Vec<Text> = list.into_iter().filter_map(|value| text("tags", value, told)).collect();
    let mut tags = Vec::new();
    for Text { line, text, .. } in texts {
        let tag = text.trim();
        if tag.is_empty() || tag.contains(',') {
            told.passing(line, format!("the tag “{tag}” is not one tag"), "write one tag in each text, without a comma");
        }
        tags.extend(tag.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned));
    }
    tags
}

/// Words as they may stand in a link, which holds no other.
pub fn unlinked(inlines: &[Inline]) -> Vec<Inline> {
    let text = plain(inlines);
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}
