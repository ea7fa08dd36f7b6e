//! The stored form of a custom round's settings. Each widget writes under a key of its own; the newest counts.

use super::{Text, VERSION, line};
use crate::bank::tree::Tree;
use crate::bank::{Level, Mode};
use crate::round::clock::Millis;
use crate::round::plan::Pace;

const KIND: &str = "mock-interview form ";

/// What was last begun from the form. Numbers are as they were typed; an empty list is all there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub at: Millis,
    pub pace: Pace,
    pub questions: String,
    pub minutes: String,
    pub seconds: String,
    pub modes: Vec<Mode>,
    pub levels: Vec<Level>,
    pub topics: Vec<String>,
    pub strict: bool,
}

pub fn write_form(form: &Form) -> String {
    let texts = |texts: Vec<&str>| Tree::List(texts.into_iter().map(Tree::from).collect());
    let fields = [
        ("at", Tree::Number(form.at.0)),
        ("pace", Tree::from(form.pace.name())),
        ("questions", Tree::from(form.questions.as_str())),
        ("minutes", Tree::from(form.minutes.as_str())),
        ("seconds", Tree::from(form.seconds.as_str())),
        ("modes", texts(form.modes.iter().map(|mode| mode.name()).collect())),
        ("levels", texts(form.levels.iter().map(|level| level.name()).collect())),
        ("topics", texts(form.topics.iter().map(String::as_str).collect())),
        ("strict", Tree::Number(form.strict.into())),
    ];
    let record = Tree::Map(fields.into_iter().map(|(name, tree)| (name.to_owned(), tree)).collect());
    format!("{KIND}{VERSION}\n{}", line::seal(&record))
}

/// None where it cannot be read: then there is nothing to offer, and nothing is lost.
pub fn read_form(text: &str) -> Option<Form> {
    match line::read(KIND, text, to_form) {
        Text::Read { items, .. } => items.into_iter().next(),
        Text::Newer => None,
    }
}

fn to_form(record: &Tree) -> Option<Form> {
    let text = |name: &str| record.text_at(name).unwrap_or_default().to_owned();
    let named = |name: &str, of: &str| record.list_at(name).contains(&Tree::from(of));
    Some(Form {
        at: Millis(record.number_at("at")?),
        pace: Pace::ALL.into_iter().find(|pace| record.text_at("pace") == Some(pace.name())).unwrap_or_default(),
        questions: text("questions"),
        minutes: text("minutes"),
        seconds: text("seconds"),
        modes: Mode::ALL.into_iter().filter(|mode| named("modes", mode.name())).collect(),
        levels: Level::ALL.into_iter().filter(|level| named("levels", level.name())).collect(),
        topics: record.list_at("topics").iter().filter_map(topic).collect(),
        strict: record.number_at("strict") == Some(1),
    })
}

fn topic(tree: &Tree) -> Option<String> {
    match tree {
        Tree::Text(topic) => Some(topic.clone()),
        _ => None,
    }
}
