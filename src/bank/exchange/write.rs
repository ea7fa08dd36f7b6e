//! Writes a bank as JSON, and the schema of that: both come from the same types.

mod preset;

use super::super::answers::{Answers, FollowUp, KeyPoint, Misconception, ModelAnswer, Source};
use super::super::markdown::write::{Place, text, write_blocks};
use super::super::text::{Block, Inline};
use super::super::{Bank, Choice, Question};
use super::prompt_words;
use preset::{PresetObject, preset_to};
use schemars::JsonSchema;
use serde::Serialize;

/// Where the schema of the newest version stands.
pub const SCHEMA: &str = "bank.schema.json";

/// The bank, with a line for every field.
pub fn write(bank: &Bank, answers: &Answers) -> String {
    // Maps with text for keys, lists, texts and numbers: nothing here can fail to serialise.
    serde_json::to_string_pretty(&bank_to(bank, answers)).unwrap_or_default() + "\n"
}

/// The JSON Schema of what is read and written.
pub fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<BankObject>();
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// A bank of questions for <mock-interview>.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Question bank")]
struct BankObject {
    /// Where the schema of this file stands, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "String::is_empty")]
    schema: String,
    #[schemars(length(min = 1))]
    title: String,
    /// The language of the text, as in the attribute lang of HTML.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    lang: String,
    /// Kinds of interview of the bank's own, offered before those that every bank has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 12))]
    presets: Vec<PresetObject>,
    #[schemars(length(min = 1, max = 20_000))]
    questions: Vec<QuestionObject>,
}

/// One question. Its texts are Markdown.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Question")]
struct QuestionObject {
    /// Names the question through every edit of its wording; a reader's history is kept under it.
    #[schemars(regex(pattern = r"^[^\s<>\\{}]+$"))]
    id: String,
    /// The question itself, one line.
    #[schemars(length(min = 1))]
    prompt: String,
    /// A name such as event-loop.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schemars(regex(pattern = r"^[^\s<>\\{}]*$"))]
    topic: String,
    /// How deep the question goes.
    #[serde(default)]
    level: LevelName,
    /// What belongs to the question beyond its one line: a scenario, a listing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    details: String,
    /// The short answer, one paragraph.
    #[schemars(length(min = 1))]
    answer: String,
    /// What more there is to say. A listing and, right after it, one in `text` are a program and what it prints.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    explanation: String,
    /// None, or at least two of which exactly one is right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<ChoiceObject>,
    /// What a good answer holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    key_points: Vec<KeyPointObject>,
    /// What is often said and false.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    misconceptions: Vec<MisconceptionObject>,
    /// From vague to telling, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hints: Vec<String>,
    /// Where it can be read up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceObject>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
}

#[derive(Default, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Level", inline)]
enum LevelName {
    Basic,
    #[default]
    Core,
    Deep,
}

#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Choice")]
struct ChoiceObject {
    #[schemars(length(min = 1))]
    text: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    right: bool,
    /// Why it is wrong.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "KeyPoint")]
struct KeyPointObject {
    #[schemars(length(min = 1))]
    fact: String,
    /// How much it counts.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(range(min = 1, max = 9))]
    weight: u8,
    /// Other ways to say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wordings: Vec<String>,
    /// Questions to ask next when it was missed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    if_missed: Vec<FollowUpObject>,
    /// Questions to ask next when it was met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    if_met: Vec<FollowUpObject>,
}

fn one() -> u8 {
    1
}

fn is_one(weight: &u8) -> bool {
    *weight == 1
}

/// The id of another question of the bank, or that and the words that lead there; by itself they are its prompt.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "FollowUp")]
enum FollowUpObject {
    Id(String),
    Named(NamedFollowUp),
}

#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
struct NamedFollowUp {
    #[schemars(length(min = 1))]
    id: String,
    words: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Misconception")]
struct MisconceptionObject {
    #[schemars(length(min = 1))]
    statement: String,
    /// Other ways to say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wordings: Vec<String>,
    /// What is true instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    correction: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
struct SourceObject {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[schemars(regex(pattern = r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|#)"))]
    address: String,
}

fn line(words: &[Inline]) -> String {
    text(words, Place::Within)
}

fn lines(those: &[Vec<Inline>]) -> Vec<String> {
    those.iter().map(|words| line(words)).collect()
}

fn bank_to(bank: &Bank, answers: &Answers) -> BankObject {
    let nothing = ModelAnswer::default();
    let questions = bank.questions().iter();
    let questions = questions.map(|question| question_to(question, answers.get(&question.id).unwrap_or(&nothing), bank));
    BankObject {
        schema: String::new(),
        title: bank.title().to_owned(),
        lang: bank.lang().to_owned(),
        presets: bank.presets().map(|preset| preset_to(&preset)).collect(),
        questions: questions.collect(),
    }
}

fn question_to(question: &Question, answer: &ModelAnswer, bank: &Bank) -> QuestionObject {
    let choices = question.choices.iter().map(|choice| choice_to(choice, answer.why(choice.key).unwrap_or_default()));
    let misconceptions = answer.misconceptions.iter().map(|Misconception { statement, wordings, correction }| {
        MisconceptionObject { statement: line(statement), wordings: lines(wordings), correction: write_blocks(correction) }
    });
    let source = |Source { address, title }: &Source| SourceObject { title: line(title), address: address.clone() };
    QuestionObject {
        id: question.id.0.to_string(),
        prompt: line(&question.prompt),
        topic: question.topic.clone(),
        level: match question.level {
            super::super::Level::Basic => LevelName::Basic,
            super::super::Level::Core => LevelName::Core,
            super::super::Level::Deep => LevelName::Deep,
        },
        details: write_blocks(&question.details),
        answer: line(&answer.short),
        explanation: write_blocks(&answer.explanation),
        choices: choices.collect(),
        key_points: answer.key_points.iter().map(|point| key_point_to(point, bank)).collect(),
        misconceptions: misconceptions.collect(),
        hints: lines(&answer.hints),
        sources: answer.sources.iter().map(source).collect(),
        tags: answer.tags.clone(),
    }
}

fn choice_to(choice: &Choice, why: &[Block]) -> ChoiceObject {
    ChoiceObject { text: line(&choice.text), right: choice.right, why: write_blocks(why) }
}

fn key_point_to(point: &KeyPoint, bank: &Bank) -> KeyPointObject {
    let follow_ups = |met: bool| point.follow_ups.iter().filter(move |follow_up| follow_up.if_met == met);
    let object = |follow_up: &FollowUp| {
        let id = follow_up.question.0.to_string();
        if follow_up.words == prompt_words(bank.questions(), &follow_up.question) {
            FollowUpObject::Id(id)
        } else {
            FollowUpObject::Named(NamedFollowUp { id, words: line(&follow_up.words) })
        }
    };
    KeyPointObject {
        fact: line(&point.fact),
        weight: point.weight,
        wordings: lines(&point.wordings),
        if_missed: follow_ups(false).map(object).collect(),
        if_met: follow_ups(true).map(object).collect(),
    }
}
