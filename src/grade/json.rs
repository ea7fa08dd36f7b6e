//! Gradings and rubrics as trees of lists, numbers and strings. Their names are a file format: a grading is stored in journals and reports,
//! and it is what the grader's program answers. A rubric is read as `bank/json/rubric.rs` writes it.

use super::{Evidence, Grading, Mark, Reading, Rubric, Wanted};
use crate::bank::tree::Tree;
use std::vec::IntoIter;

const READINGS: [(Reading, &str); 3] =
    [(Reading::Understood, "understood"), (Reading::Empty, "empty"), (Reading::NotUnderstood, "not-understood")];

/// `["understood", [[3, 100, 1, 17, 42], …], […]]`: how it was read, then for each key point and for each misconception the weight, the
/// credit, whether that is sure, and from where to where each piece of evidence stands.
#[inline(never)]
pub fn write(grading: &Grading) -> Tree {
    let reading = READINGS.iter().find(|(reading, _)| *reading == grading.reading).map_or("", |(_, name)| name);
    Tree::List(vec![Tree::from(reading), marks_to(&grading.points), marks_to(&grading.misconceptions)])
}

// By loops: chains of iterators are half a kilobyte more.

#[inline(never)]
fn marks_to(marks: &[Mark]) -> Tree {
    let mut trees = Vec::new();
    for mark in marks {
        let mut numbers = Vec::new();
        let mut push = |number: u32| numbers.push(Tree::Number(number.into()));
        push(mark.weight.into());
        push(mark.credit.into());
        push(mark.is_sure.into());
        for part in &mark.evidence {
            push(part.from);
            push(part.to);
        }
        trees.push(Tree::List(numbers));
    }
    Tree::List(trees)
}

/// None where it is no grading.
#[inline(never)]
pub fn read(tree: &Tree) -> Option<Grading> {
    let Tree::List(parts) = tree else { return None };
    let [Tree::Text(name), Tree::List(points), Tree::List(misconceptions)] = parts.as_slice() else { return None };
    let (reading, _) = READINGS.into_iter().find(|(_, known)| name == known)?;
    Some(Grading { reading, points: marks_from(points)?, misconceptions: marks_from(misconceptions)? })
}

#[inline(never)]
fn marks_from(trees: &[Tree]) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for tree in trees {
        let Tree::List(parts) = tree else { return None };
        let (mut mark, mut from) = (Mark::default(), 0);
        for (place, part) in parts.iter().enumerate() {
            let Tree::Number(number) = part else { return None };
            let number = u32::try_from(*number).ok()?;
            match place {
                0 => mark.weight = u8::try_from(number).ok()?,
                1 => mark.credit = u8::try_from(number).ok()?,
                2 => mark.is_sure = number == 1,
                // From where, then to where.
                _ if place % 2 == 1 => from = number,
                _ => mark.evidence.push(Evidence { from, to: number }),
            }
        }
        if parts.len() < 3 {
            return None;
        }
        marks.push(mark);
    }
    Some(marks)
}

/// The rubrics of a bank by the ids of their questions. What is not as it was written is read as nothing.
pub fn read_rubrics(text: &str) -> Vec<(String, Rubric)> {
    let mut parts = list(Tree::read(text));
    let lang = words(&mut parts);
    let rubric = |tree| {
        let mut parts = list(Some(tree));
        let (id, prompt) = (words(&mut parts), words(&mut parts));
        let mut rubric = Rubric { lang: lang.clone(), prompt, ..Rubric::default() };
        for part in parts {
            let mut part = list(Some(part));
            // A key point begins with its weight.
            match part.next() {
                Some(Tree::Number(weight)) => {
                    let weight = u8::try_from(weight).unwrap_or(1);
                    rubric.points.push(Wanted { weight, wordings: part.filter_map(Tree::text).collect() });
                }
                first => rubric.misconceptions.push(first.into_iter().chain(part).filter_map(Tree::text).collect()),
            }
        }
        (id, rubric)
    };
    parts.map(rubric).collect()
}

fn list(tree: Option<Tree>) -> IntoIter<Tree> {
    tree.and_then(Tree::list).unwrap_or_default()
}

fn words(parts: &mut IntoIter<Tree>) -> String {
    parts.next().and_then(Tree::text).unwrap_or_default()
}
