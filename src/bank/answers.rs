//! What is only read after an answer: model answers, rubrics, explanations, why a choice is wrong.

use super::text::{Block, Inline};
use super::{ChoiceKey, Question, QuestionId};
use std::cell::OnceCell;
use std::ops::Deref;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelAnswer {
    /// What a candidate could say in half a minute.
    pub short: Vec<Inline>,
    pub explanation: Vec<Block>,
    /// Why a wrong choice is wrong.
    pub whys: Vec<(ChoiceKey, Vec<Block>)>,
    /// The rubric.
    pub key_points: Vec<KeyPoint>,
    pub misconceptions: Vec<Misconception>,
    /// From vague to telling.
    pub hints: Vec<Vec<Inline>>,
    pub sources: Vec<Source>,
    pub tags: Vec<String>,
}

impl ModelAnswer {
    pub fn why(&self, key: ChoiceKey) -> Option<&[Block]> {
        self.whys.iter().find(|(choice, _)| *choice == key).map(|(_, why)| why.as_slice())
    }
}

/// One fact that a good answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPoint {
    pub fact: Vec<Inline>,
    /// How much it counts, from 1 to [`KeyPoint::HEAVIEST`].
    pub weight: u8,
    /// Other ways to say it.
    pub wordings: Vec<Vec<Inline>>,
    pub follow_ups: Vec<FollowUp>,
}

impl KeyPoint {
    pub const HEAVIEST: u8 = 9;
}

/// A question to ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Whether it is asked when the point was met, or when it was missed.
    pub if_met: bool,
    pub question: QuestionId,
    /// How the author names it, where the two are linked.
    pub words: Vec<Inline>,
}

/// Something false that is often said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    pub statement: Vec<Inline>,
    /// Other ways to say it.
    pub wordings: Vec<Vec<Inline>>,
    pub correction: Vec<Block>,
}

/// Where it can be read up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub address: String,
    pub title: Vec<Inline>,
}

/// The model answers of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// That of the bank they belong to.
    pub fingerprint: String,
    pub answers: Vec<(QuestionId, OnDemand)>,
    /// The questions that the bank awaits.
    pub questions: Vec<Question>,
}

impl Answers {
    pub fn get(&self, id: &QuestionId) -> Option<&ModelAnswer> {
        self.answers.iter().find(|(question, _)| question == id).map(|(_, answer)| &**answer)
    }
}

/// A model answer that is read when somebody looks at it: of a bank most never are, and read they take ten times the memory of their text.
#[derive(Clone, Debug)]
pub struct OnDemand {
    text: String,
    /// Known by who has such a text: nobody else needs that code.
    read: fn(&str) -> Box<ModelAnswer>,
    answer: OnceCell<Box<ModelAnswer>>,
}

impl OnDemand {
    pub fn new(text: String, read: fn(&str) -> Box<ModelAnswer>) -> OnDemand {
        OnDemand { text, read, answer: OnceCell::new() }
    }

    pub fn change(&mut self, does: impl FnOnce(&mut ModelAnswer)) {
        let mut answer = self.answer.take().unwrap_or_else(|| (self.read)(&self.text));
        does(&mut answer);
        self.answer = answer.into();
    }
}

impl From<ModelAnswer> for OnDemand {
    fn from(answer: ModelAnswer) -> OnDemand {
        OnDemand { text: String::new(), read: |_| Box::default(), answer: Box::new(answer).into() }
    }
}

impl Deref for OnDemand {
    type Target = ModelAnswer;

    fn deref(&self) -> &ModelAnswer {
        look(self)
    }
}

/// Only when the answers are here.
#[inline(never)]
fn look(answer: &OnDemand) -> &ModelAnswer {
    answer.answer.get_or_init(|| (answer.read)(&answer.text))
}

impl PartialEq for OnDemand {
    fn eq(&self, other: &OnDemand) -> bool {
        **self == **other
    }
}

impl Eq for OnDemand {}
