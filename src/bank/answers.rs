//! What is only read after an answer: model answers, explanations, why a choice is wrong.

use super::text::{Block, Inline};
use super::{ChoiceKey, QuestionId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelAnswer {
    /// What a candidate could say in half a minute.
    pub short: Vec<Inline>,
    pub explanation: Vec<Block>,
    /// Why a wrong choice is wrong.
    pub whys: Vec<(ChoiceKey, Vec<Block>)>,
}

impl ModelAnswer {
    pub fn why(&self, key: ChoiceKey) -> Option<&[Block]> {
        self.whys.iter().find(|(choice, _)| *choice == key).map(|(_, why)| why.as_slice())
    }
}

/// The model answers of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// That of the bank they belong to.
    pub fingerprint: String,
    pub answers: Vec<(QuestionId, ModelAnswer)>,
}

impl Answers {
    pub fn get(&self, id: &QuestionId) -> Option<&ModelAnswer> {
        self.answers.iter().find(|(question, _)| question == id).map(|(_, answer)| answer)
    }
}
