//! Judges a text, and what is left of it without each part.

use super::align::{Known, Text};
use super::synonyms::Table;
use super::wanted::Plan;
use super::words::{Reader, Said, Word, is_english, mute, said, without};
use super::{Grading, Mark, Reading, Rubric, Verdict, features, marks, name, reading};
use std::cmp::Ordering;

/// What the points alone come to where nearly all of them are met.
const MOST_MET: u16 = 900;

/// A text is judged so many times, by the square of its words: of answers of usual length that is every part of them, and long ones are judged
/// within a frame. For what is there by half a quarter more is left.
const MOST: usize = 1_200_000;

pub struct Judge<'a, Likelihood> {
    rubric: &'a Rubric,
    reader: Reader,
    table: &'a Table,
    pub plan: Plan,
    prompt: Vec<Word>,
    likelihood: Likelihood,
}

impl<'a, Likelihood: Fn(&[f32; features::NUMBER]) -> f32> Judge<'a, Likelihood> {
    pub fn new(rubric: &'a Rubric, table: &'a Table, likelihood: Likelihood) -> Self {
        let reader = Reader::new(is_english(&rubric.lang));
        Judge { plan: Plan::of(rubric, &reader, table), prompt: reader.split(&rubric.prompt), rubric, reader, table, likelihood }
    }

    pub fn judge(&self, text: &str) -> Grading {
        let mut words = self.words(text);
        let mut known = Known::of(&mut words, &self.plan);
        let reading = reading::reading(text, &words, &known, is_english(&self.rubric.lang));
        if reading == Reading::Understood {
            let mut gradings = Vec::new();
            let whole = self.best(said(&words), &mut known, &mut gradings);
            let mut grading = gradings.swap_remove(whole).1;
            for point in 0..grading.points.len() {
                self.show(point, &words, &mut grading, &mut known, &mut gradings);
            }
            return grading;
        }
        let is_sure = reading == Reading::Empty;
        let nothing = |weight| Mark { weight, is_sure, ..Mark::default() };
        Grading {
            reading,
            points: self.rubric.points.iter().map(|point| nothing(point.weight)).collect(),
            misconceptions: self.rubric.misconceptions.iter().map(|_| nothing(1)).collect(),
        }
    }

    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut words = self.reader.read(text, self.table);
        mute(&mut words, &self.prompt);
        words
    }

    /// Of what is near to a point that is not met only that shows it without which nobody is better off: all of it, or one word. Where no word is such,
    /// the learner is asked.
    fn show<'w>(
        &self,
        point: usize,
        words: &'w [Word],
        grading: &mut Grading,
        known: &mut Known<'w>,
        gradings: &mut Vec<(u64, Grading)>,
    ) {
        let mark = &grading.points[point];
        if mark.verdict() == Verdict::Met {
            return;
        }
        let (mut evidence, mut others) = (mark.evidence.clone(), words.iter());
        while !evidence.is_empty() && gradings.len() * words.len().pow(2) < MOST + MOST / 4 {
            let rest = self.best(without(&said(words), &evidence), known, gradings);
            let rest = &gradings[rest].1;
            if rest.score() <= grading.score() && rest.points[point].credit <= mark.credit {
                break;
            }
            evidence.clear();
            evidence.extend(others.find(|word| word.is_in(&mark.evidence)).map(Word::place));
        }
        let mark = &mut grading.points[point];
        mark.is_sure &= evidence.is_empty() == mark.evidence.is_empty();
        mark.evidence = evidence;
    }

    /// Nobody is to be better off who says less. So the text is judged without the evidence of each point that it meets, too, and without
    /// that of two, and so on: no point counts for less than in any of these. Tells the place of the grading among those that are there.
    fn best(&self, words: Vec<Said>, known: &mut Known, gradings: &mut Vec<(u64, Grading)>) -> usize {
        let name = name(words.iter().map(|word| word.from.into()));
        if let Some(place) = gradings.iter().position(|(its, _)| *its == name) {
            return place;
        }
        let text = Text::of(words, known);
        let mut grading = self.as_it_is(&text, known);
        let mut point = 0;
        while gradings.len() * text.words.len().pow(2) < MOST
            && let Some(mark) = grading.points.get(point)
        {
            point += 1;
            if mark.verdict() == Verdict::Met {
                let rest = self.best(without(&text.words, &mark.evidence), known, gradings);
                if raise(&mut grading, &gradings[rest].1) {
                    // There may be other evidence now.
                    point = 0;
                }
            }
        }
        gradings.push((name, grading));
        gradings.len() - 1
    }

    #[inline(never)]
    fn as_it_is(&self, text: &Text, known: &Known) -> Grading {
        let (points, wrongs) = features::observe(text, known);
        let mut grading = Grading::default();
        for (seen, point) in points.iter().zip(&self.rubric.points) {
            grading.points.push(marks::point(point.weight, (self.likelihood)(&seen.values), seen, text));
        }
        let is_nearly_all = grading.score() >= MOST_MET;
        grading.misconceptions = wrongs.iter().map(|wrong| marks::misconception(wrong, &points, is_nearly_all, text)).collect();
        grading
    }
}

/// Raises each point to what the other has of it; whether that has changed anything. Where the other still has the higher score, it states fewer
/// mistakes: then they count.
fn raise(grading: &mut Grading, other: &Grading) -> bool {
    let changes = take(&mut grading.points, &other.points, Ordering::Greater);
    if grading.score() < other.score() {
        take(&mut grading.misconceptions, &other.misconceptions, Ordering::Less);
    }
    changes
}

/// Those of the other's marks that give more, or less.
#[inline(never)]
fn take(marks: &mut [Mark], others: &[Mark], which: Ordering) -> bool {
    let mut changes = false;
    for (mark, other) in marks.iter_mut().zip(others) {
        if other.credit.cmp(&mark.credit) == which {
            *mark = other.clone();
            changes = true;
        }
    }
    changes
}
