//! Gradings as trees of lists, numbers and strings. Their names are a file format: a grading is stored in journals and reports, and it is
//! what the grader's program answers.

use super::{Evidence, Grading, Mark, Reading};
use crate::bank::tree::Tree;

const READINGS: [(Reading, &str); 3] =
    [(Reading::Understood, "understood"), (Reading::Empty, "empty"), (Reading::NotUnderstood, "not-understood")];

/// `["understood", [[3, 100, 1, 17, 42], …], […]]`: how it was read, then for each key point and for each misconception the weight, the
/// credit, whether that is sure, and from where to where each piece of evidence stands.
#[inline(never)]
pub fn write(grading: &Grading) -> Tree {
    Tree::List(vec![Tree::from(name(grading.reading)), marks_to(&grading.points), marks_to(&grading.misconceptions)])
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

/// [`write`] as text, by hand: there is nothing in it to be escaped, and the grader's program needs no writer of JSON.
pub fn write_text(grading: &Grading) -> String {
    let mut text = format!("[\"{}\"", name(grading.reading));
    for marks in [&grading.points, &grading.misconceptions] {
        text += ",[";
        for (n, mark) in marks.iter().enumerate() {
            text += if n > 0 { ",[" } else { "[" };
            text += &mark.weight.to_string();
            let mut push = |number: u32| {
                text.push(',');
                text += &number.to_string();
            };
            push(mark.credit.into());
            push(mark.is_sure.into());
            for part in &mark.evidence {
                push(part.from);
                push(part.to);
            }
            text.push(']');
        }
        text.push(']');
    }
    text.push(']');
    text
}

fn name(reading: Reading) -> &'static str {
    READINGS.iter().find(|(known, _)| *known == reading).map_or("", |(_, name)| name)
}
