//! Which question has an id, without a look at each.

use super::{Question, QuestionId, hash, order};

/// Where each question stands: hashes of ids with their places, in order. Some banks are large, and are looked through many
/// times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(Vec<(u32, usize)>);

impl Places {
    pub fn of(questions: &[Question]) -> Places {
        let hashes = questions.iter().enumerate().map(|(n, question)| (hash::fnv32(question.id.0.as_bytes()), n));
        Places(order::by_key(hashes.collect(), |(hash, place)| (u64::from(*hash), *place as u64)))
    }

    /// The first of the same questions with that id.
    pub fn find(&self, questions: &[Question], id: &QuestionId) -> Option<usize> {
        let wanted = hash::fnv32(id.0.as_bytes());
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.0[from..].iter().take_while(|(hash, _)| *hash == wanted);
        alike.map(|(_, place)| *place).find(|place| questions[*place].id == *id)
    }
}
