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

fn marks_to(marks: &[Mark]) -> Tree {
    let mark = |mark: &Mark| {
        let head = [mark.weight, mark.credit, mark.is_sure.into()].map(|number| Tree::Number(number.into()));
        let evidence = mark.evidence.iter().flat_map(|part| [part.from, part.to]).map(|place| Tree::Number(place.into()));
        Tree::List(head.into_iter().chain(evidence).collect())
    };
    Tree::List(marks.iter().map(mark).collect())
}

/// None where it is no grading.
#[inline(never)]
pub fn read(tree: &Tree) -> Option<Grading> {
    let Tree::List(parts) = tree else { return None };
    let [Tree::Text(name), Tree::List(points), Tree::List(misconceptions)] = parts.as_slice() else { return None };
    let (reading, _) = READINGS.into_iter().find(|(_, known)| name == known)?;
    Some(Grading { reading, points: marks_from(points)?, misconceptions: marks_from(misconceptions)? })
}

fn marks_from(marks: &[Tree]) -> Option<Vec<Mark>> {
    marks.iter().map(mark_from).collect()
}

fn mark_from(tree: &Tree) -> Option<Mark> {
    let Tree::List(parts) = tree else { return None };
    let mut numbers = Vec::new();
    for part in parts {
        let Tree::Number(number) = part else { return None };
        numbers.push(u32::try_from(*number).ok()?);
    }
    let (head, places) = numbers.split_at_checked(3)?;
    let byte = |number: u32| u8::try_from(number).ok();
    let is_sure = head[2] == 1;
    let evidence = places.chunks_exact(2).map(|place| Evidence { from: place[0], to: place[1] }).collect();
    Some(Mark { weight: byte(head[0])?, credit: byte(head[1])?, is_sure, evidence })
}

/// The rubrics of a bank by the ids of their questions. What is not as it was written is read as nothing.
pub fn read_rubrics(text: &str) -> Vec<(String, Rubric)> {
    let mut parts = list(Tree::read(text));
    let lang = words(&mut parts);
    let rubric = |tree| {
        let mut parts = list(Some(tree));
        let (id, prompt) = (words(&mut parts), words(&mut parts));
        let points = list(parts.next()).map(wanted_from).collect();
        let misconceptions = list(parts.next()).map(|wrong| list(Some(wrong)).filter_map(Tree::text).collect()).collect();
        (id, Rubric { lang: lang.clone(), prompt, points, misconceptions })
    };
    parts.map(rubric).collect()
}

fn wanted_from(tree: Tree) -> Wanted {
    let mut parts = list(Some(tree));
    let weight = match parts.next() {
        Some(Tree::Number(weight)) => u8::try_from(weight).unwrap_or(1),
        _ => 1,
    };
    Wanted { weight, wordings: parts.filter_map(Tree::text).collect() }
}

fn list(tree: Option<Tree>) -> IntoIter<Tree> {
    tree.and_then(Tree::list).unwrap_or_default()
}

fn words(parts: &mut IntoIter<Tree>) -> String {
    parts.next().and_then(Tree::text).unwrap_or_default()
}
