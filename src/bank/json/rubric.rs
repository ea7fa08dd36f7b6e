//! Key points, misconceptions and sources as lists and strings.

use super::super::QuestionId;
use super::super::answers::{FollowUp, KeyPoint, Misconception, Source};
use super::super::tree::Tree;
use super::{blocks_from, inlines_from, lines_from, list, next, words};

const MET: &str = "+";

pub fn key_point_from(tree: Tree) -> KeyPoint {
    let mut parts = list(tree);
    let fact = inlines_from(next(&mut parts));
    let weight = words(&mut parts).parse().unwrap_or(1);
    let wordings = lines_from(next(&mut parts));
    KeyPoint { fact, weight, wordings, follow_ups: parts.map(follow_up_from).collect() }
}

fn follow_up_from(tree: Tree) -> FollowUp {
    let mut parts = list(tree);
    let if_met = words(&mut parts) == MET;
    FollowUp { if_met, question: QuestionId(words(&mut parts)), words: inlines_from(next(&mut parts)) }
}

pub fn misconception_from(tree: Tree) -> Misconception {
    let mut parts = list(tree);
    let statement = inlines_from(next(&mut parts));
    Misconception { statement, wordings: lines_from(next(&mut parts)), correction: blocks_from(parts) }
}

pub fn source_from(tree: Tree) -> Source {
    let mut parts = list(tree);
    Source { address: words(&mut parts), title: inlines_from(parts) }
}

#[allow(unused_imports, reason = "the widget only reads")]
pub use write::{key_point_to, misconception_to, source_to, write_rubrics};

mod write {
    use super::super::super::answers::{Answers, ModelAnswer};
    use super::super::super::text::{Inline, plain};
    use super::super::super::{Bank, Question};
    use super::super::rich::{block_to, inline_to};
    use super::super::write::inlines_to;
    use super::{FollowUp, KeyPoint, MET, Misconception, Source, Tree};

    /// What the grader holds typed answers against: of each question with key points its id, its prompt, the key points (the weight, then
    /// every wording) and the misconceptions (every wording), as plain words, after the bank's language. `grade/json.rs` reads it.
    pub fn write_rubrics(bank: &Bank, answers: &Answers) -> String {
        let with_points = bank.questions().iter().filter(|question| question.has_points);
        let rubrics = with_points.filter_map(|question| Some(rubric_to(question, answers.get(&question.id)?)));
        Tree::List(std::iter::once(Tree::from(bank.lang())).chain(rubrics).collect()).write()
    }

    fn rubric_to(question: &Question, answer: &ModelAnswer) -> Tree {
        let points = answer.key_points.iter().map(|point| {
            let weight = Tree::Number(point.weight.into());
            Tree::List([vec![weight], wordings_to(&point.fact, &point.wordings)].concat())
        });
        let wrong = answer.misconceptions.iter().map(|wrong| Tree::List(wordings_to(&wrong.statement, &wrong.wordings)));
        Tree::List(vec![
            Tree::from(question.id.0.as_str()),
            Tree::Text(plain(&question.prompt)),
            Tree::List(points.collect()),
            Tree::List(wrong.collect()),
        ])
    }

    fn wordings_to(first: &[Inline], others: &[Vec<Inline>]) -> Vec<Tree> {
        std::iter::once(first).chain(others.iter().map(Vec::as_slice)).map(|words| Tree::Text(plain(words))).collect()
    }

    pub fn key_point_to(point: &KeyPoint) -> Tree {
        let wordings = Tree::List(point.wordings.iter().map(|words| inlines_to(words)).collect());
        let head = [inlines_to(&point.fact), Tree::Text(point.weight.to_string()), wordings];
        Tree::List(head.into_iter().chain(point.follow_ups.iter().map(follow_up_to)).collect())
    }

    fn follow_up_to(follow_up: &FollowUp) -> Tree {
        let when = Tree::from(if follow_up.if_met { MET } else { "" });
        Tree::List(vec![when, Tree::from(follow_up.question.0.as_str()), inlines_to(&follow_up.words)])
    }

    pub fn misconception_to(misconception: &Misconception) -> Tree {
        let wordings = Tree::List(misconception.wordings.iter().map(|words| inlines_to(words)).collect());
        let head = [inlines_to(&misconception.statement), wordings];
        Tree::List(head.into_iter().chain(misconception.correction.iter().map(block_to)).collect())
    }

    pub fn source_to(source: &Source) -> Tree {
        Tree::List(std::iter::once(Tree::from(source.address.as_str())).chain(source.title.iter().map(inline_to)).collect())
    }
}
