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
    FollowUp { if_met, question: QuestionId::new(&words(&mut parts)), words: inlines_from(next(&mut parts)) }
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
pub use write::{key_point_to, misconception_to, source_to};

mod write {
    use super::super::rich::{block_to, inline_to};
    use super::super::write::inlines_to;
    use super::{FollowUp, KeyPoint, MET, Misconception, Source, Tree};

    pub fn key_point_to(point: &KeyPoint) -> Tree {
        let wordings = Tree::List(point.wordings.iter().map(|words| inlines_to(words)).collect());
        let head = [inlines_to(&point.fact), Tree::Text(point.weight.to_string()), wordings];
        Tree::List(head.into_iter().chain(point.follow_ups.iter().map(follow_up_to)).collect())
    }

    fn follow_up_to(follow_up: &FollowUp) -> Tree {
        let when = Tree::from(if follow_up.if_met { MET } else { "" });
        Tree::List(vec![when, Tree::from(&*follow_up.question.0), inlines_to(&follow_up.words)])
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
