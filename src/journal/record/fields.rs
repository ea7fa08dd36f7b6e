//! A record while it is written, field by field; and the fields of typed answers, which are more than one value each.

use crate::bank::tree::Tree;
use crate::grade::{Verdict, json};
use crate::round::clock::Span;
use crate::round::event::Event;
use crate::round::judged::{Aim, Judged};
use std::rc::Rc;

/// A record that is being written.
pub struct Record(Vec<(String, Tree)>);

impl Record {
    pub fn new() -> Record {
        Record(Vec::new())
    }

    pub fn field(mut self, name: &str, value: Tree) -> Record {
        self.0.push((name.to_owned(), value));
        self
    }

    pub fn text(self, name: &str, value: &str) -> Record {
        self.field(name, Tree::from(value))
    }

    pub fn number(self, name: &str, value: u64) -> Record {
        self.field(name, Tree::Number(value))
    }

    pub fn number_or_nothing(self, name: &str, value: Option<u64>) -> Record {
        match value {
            Some(value) => self.number(name, value),
            None => self,
        }
    }

    pub fn span(self, name: &str, value: Option<Span>) -> Record {
        self.number_or_nothing(name, value.map(|span| span.0))
    }

    /// Nothing where it is 0.
    pub fn count(self, name: &str, value: u8) -> Record {
        if value == 0 { self } else { self.number(name, value.into()) }
    }

    pub fn text_or_nothing(self, name: &str, value: Option<&str>) -> Record {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    pub fn marks(self, marks: &[(bool, &str)]) -> Record {
        let marks: Vec<Tree> = marks.iter().filter(|(holds, _)| *holds).map(|(_, name)| Tree::from(*name)).collect();
        if marks.is_empty() { self } else { self.field("marks", Tree::List(marks)) }
    }

    pub fn items(self, items: Vec<Tree>) -> Record {
        self.field("items", Tree::List(items))
    }

    pub fn end(self) -> Tree {
        Tree::Map(self.0)
    }

    pub fn verdict(self, aim: Aim, verdict: Verdict) -> Record {
        let (name, place) = match aim {
            Aim::Point(place) => ("point", place),
            Aim::Misconception(place) => ("misconception", place),
        };
        self.number(name, place as u64).text("verdict", verdict.name())
    }
}

// What is written here of typed answers is in the second part of the program: there are none before it is here.

/// An event about a typed answer.
#[inline(never)]
pub fn judgement(record: Record, event: &Event) -> Record {
    match event {
        Event::Graded { question, grading } => {
            record.text("is", "graded").text("question", &question.0).field("grading", json::write(grading))
        }
        Event::Overruled { question, aim, verdict } => {
            record.text("is", "overruled").text("question", &question.0).verdict(*aim, *verdict)
        }
        _ => record,
    }
}

/// What was said of a typed answer.
#[inline(never)]
pub fn add_judged(record: Record, judged: &Judged) -> Record {
    let overruled = judged.overruled.iter().map(|(aim, verdict)| Record::new().verdict(*aim, *verdict).end()).collect();
    record.field("grading", json::write(&judged.grading)).field("overruled", Tree::List(overruled))
}

pub fn verdict(record: &Tree) -> Option<(Aim, Verdict)> {
    let place = |name| record.number_at(name).and_then(|place| usize::try_from(place).ok());
    let aim = place("point").map(Aim::Point).or_else(|| place("misconception").map(Aim::Misconception))?;
    Some((aim, super::named(record, "verdict", &Verdict::ALL, Verdict::name)?))
}

/// None where nothing was said of the answer.
pub fn judged(record: &Tree) -> Option<Judged> {
    let mut judged = Judged::new(Rc::new(json::read(record.at("grading")?)?));
    for (aim, verdict) in record.list_at("overruled").iter().filter_map(self::verdict) {
        judged.overrule(aim, verdict);
    }
    Some(judged)
}
