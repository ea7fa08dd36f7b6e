//! The rubric grader: from what somebody wrote in their own words to the key points it holds, the misconceptions it states, and the
//! words that show them.
//!
//! [`grade`] is a pure function of a [`Rubric`] and a text. What comes of it, a [`Grading`], knows no rubric: it can be stored, shown
//! beside the text and changed by the learner, and [`Grading::score`] follows from it alone.

mod align;
mod clauses;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod doctor;
pub mod features;
pub mod json;
mod judge;
mod likeness;
mod marks;
mod model;
mod reading;
pub mod rubrics;
mod synonyms;
pub mod terse;
mod wanted;
mod words;

use crate::bank::Question;
use crate::bank::answers::ModelAnswer;
use crate::bank::text::{Inline, plain};
use align::{Known, Text};
use judge::Judge;
use synonyms::Table;
use words::said;

/// What a text is held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rubric {
    /// Of all its texts, as in HTML; nothing where the author does not say.
    pub lang: String,
    /// The question. To repeat it says nothing.
    pub prompt: String,
    pub points: Vec<Wanted>,
    /// The wordings of each, as its author gave them.
    pub misconceptions: Vec<Vec<String>>,
}

/// A key point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub weight: u8,
    /// The fact first, then other ways to say it.
    pub wordings: Vec<String>,
}

impl Rubric {
    pub fn of(lang: &str, question: &Question, answer: &ModelAnswer) -> Rubric {
        let all = |first: &[Inline], others: &[Vec<Inline>]| {
            std::iter::once(first).chain(others.iter().map(Vec::as_slice)).map(plain).collect()
        };
        let points =
            answer.key_points.iter().map(|point| Wanted { weight: point.weight, wordings: all(&point.fact, &point.wordings) });
        Rubric {
            lang: lang.to_owned(),
            prompt: plain(&question.prompt),
            points: points.collect(),
            misconceptions: answer.misconceptions.iter().map(|wrong| all(&wrong.statement, &wrong.wordings)).collect(),
        }
    }
}

/// How a text was judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grading {
    pub reading: Reading,
    /// One for each key point of the rubric, in its order.
    pub points: Vec<Mark>,
    /// One for each misconception: full credit where it is stated.
    pub misconceptions: Vec<Mark>,
}

/// What the grader could make of a text as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    #[default]
    Understood,
    /// Nothing, or no more than “I don’t know”.
    Empty,
    /// Another language than the rubric's, or no language at all: the learner is to judge.
    NotUnderstood,
}

/// How far one thing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// How much it counts.
    pub weight: u8,
    /// How much of it was said, from 0 to 100.
    pub credit: u8,
    /// Not so where it is nearly a tie: then the learner is asked.
    pub is_sure: bool,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// A part of the text, in bytes, at the borders of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub from: u32,
    pub to: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Missed,
    Partly,
    Met,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Verdict::Missed, Verdict::Partly, Verdict::Met];

    pub fn name(self) -> &'static str {
        match self {
            Verdict::Missed => "missed",
            Verdict::Partly => "partly",
            Verdict::Met => "met",
        }
    }

    /// What it counts where somebody says it of a point.
    pub fn credit(self) -> u8 {
        match self {
            Verdict::Missed => 0,
            Verdict::Partly => 50,
            Verdict::Met => 100,
        }
    }
}

impl Mark {
    pub fn verdict(&self) -> Verdict {
        match self.credit {
            0..=33 => Verdict::Missed,
            34..=66 => Verdict::Partly,
            _ => Verdict::Met,
        }
    }
}

impl Grading {
    /// From 0 to 1000: the share of the key points by their weights, halved for each misconception that is stated. What is met counts in
    /// full, and of all else as much as there is of it: of what is missed next to nothing, but more where something of it was said than
    /// where nothing was.
    #[inline(never)]
    pub fn score(&self) -> u16 {
        let (mut sum, mut full) = (0, 0);
        for mark in &self.points {
            let worth = if mark.verdict() == Verdict::Met { 100 } else { mark.credit };
            sum += u32::from(mark.weight) * u32::from(worth);
            full += 100 * u32::from(mark.weight);
        }
        let share = (1000 * sum).checked_div(full).unwrap_or(0);
        let wrong = self.misconceptions.iter().filter(|mark| mark.verdict() == Verdict::Met).count();
        u16::try_from(share >> wrong.min(10)).unwrap_or(1000)
    }
}

/// Judges the text.
pub fn grade(rubric: &Rubric, text: &str) -> Grading {
    grade_by(rubric, text, model::likelihood)
}

/// The same by another model, for those who tune it.
pub fn grade_by(rubric: &Rubric, text: &str, likelihood: impl Fn(&[f32; features::NUMBER]) -> f32) -> Grading {
    Judge::new(rubric, Table::get(), likelihood).judge(text)
}

/// A name for these numbers in this order.
fn name(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(1, |name, number| (name ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
}

/// Reads the tables, which the first text would else have to wait for.
pub fn warm_up() {
    Table::get();
}

/// What is measured of each point, for those who tune the weights; without the table of synonyms, too.
#[must_use]
pub fn observe(rubric: &Rubric, text: &str, with_synonyms: bool) -> Vec<[f32; features::NUMBER]> {
    let none = Table::none();
    let judge = Judge::new(rubric, if with_synonyms { Table::get() } else { &none }, model::likelihood);
    let mut words = judge.words(text);
    let mut known = Known::of(&mut words, &judge.plan);
    let text = Text::of(said(&words), &mut known);
    features::observe(&text, &known).0.into_iter().map(|observed| observed.values).collect()
}
