//! Makes the weights of `src/grade/model.rs`:
//! `cargo test --release --test grading train -- --ignored --nocapture`
//!
//! It learns from the tuning sets, the newest most, once with and once without the table of synonyms, so that it does not lean on words that were added while
//! tuning; and, weighing less, from the wordings of the bank typed alone: as they are, denied or said of
//! somebody else, and the misconceptions. Questions of the
//! held-out and the sealed set are left out of all of it.

use super::figures;
use super::set::{self, Labelled};
use mock_interview::grade::{Grading, Mark, Reading, Rubric, features, observe};

const NUMBER: usize = features::NUMBER;
/// How strongly weights are kept small.
const RIDGE: f64 = 10.0;
/// What is missed counts nothing in a score, so the benefit of the doubt is the learner's.
const MILD: f64 = 0.2;
const WITHOUT_SYNONYMS: f64 = 0.5;
const ALONE: f64 = 0.08;
const CONTRARY: f64 = 0.25;
const FOLDS: usize = 11;
/// Of the older sets the synonyms and the wordings were written with the answers in sight: they are easier than what strangers write.
const NEWNESS: [(&str, f64); 2] = [("tune", 0.5), ("tune-2", 0.7)];

struct Row {
    question: String,
    values: [f32; NUMBER],
    is_met: bool,
    weight: f64,
}

#[derive(Clone)]
struct Model([f64; NUMBER + 1]);

impl Model {
    fn likelihood(&self, values: &[f32; NUMBER]) -> f64 {
        let sum: f64 = self.0[NUMBER] + values.iter().zip(&self.0).map(|(value, weight)| f64::from(*value) * weight).sum::<f64>();
        1.0 / (1.0 + (-sum).exp())
    }

    /// By Newton's method.
    fn of<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Model {
        let mut model = Model([0.0; NUMBER + 1]);
        for _ in 0..12 {
            let mut slope = [0.0; NUMBER + 1];
            let mut curve = [[0.0; NUMBER + 1]; NUMBER + 1];
            for at in 0..NUMBER {
                slope[at] = -RIDGE * model.0[at];
                curve[at][at] = RIDGE;
            }
            for row in rows.clone() {
                let value = |at: usize| if at == NUMBER { 1.0 } else { f64::from(row.values[at]) };
                let likely = model.likelihood(&row.values);
                for one in 0..=NUMBER {
                    slope[one] += row.weight * (f64::from(u8::from(row.is_met)) - likely) * value(one);
                    for (other, cell) in curve[one].iter_mut().enumerate() {
                        *cell += row.weight * likely * (1.0 - likely) * value(one) * value(other);
                    }
                }
            }
            let step = solve(curve, slope);
            (0..=NUMBER).for_each(|at| model.0[at] += step[at]);
        }
        model
    }
}

fn solve(mut matrix: [[f64; NUMBER + 1]; NUMBER + 1], mut right: [f64; NUMBER + 1]) -> [f64; NUMBER + 1] {
    for pivot in 0..=NUMBER {
        let best =
            (pivot..=NUMBER).max_by(|one, other| matrix[*one][pivot].abs().total_cmp(&matrix[*other][pivot].abs())).unwrap();
        matrix.swap(pivot, best);
        right.swap(pivot, best);
        for row in (0..=NUMBER).filter(|row| *row != pivot) {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            let from = matrix[pivot];
            matrix[row].iter_mut().zip(from).for_each(|(cell, other)| *cell -= factor * other);
            right[row] -= factor * right[pivot];
        }
    }
    std::array::from_fn(|at| right[at] / matrix[at][at])
}

pub fn train() {
    let tuning = set::all().into_iter().filter(|(name, _)| set::is_for_tuning(name)).flat_map(|(name, set)| {
        let weight = NEWNESS.iter().find(|(known, _)| *known == name).map_or(1.0, |(_, weight)| *weight);
        set.into_iter().map(move |one| (weight, one))
    });
    let (weights, tuning): (Vec<f64>, Vec<Labelled>) = tuning.unzip();
    let mut rows = Vec::new();
    for (weight, one) in weights.iter().zip(&tuning) {
        let met = |point: usize| one.met.contains(&point);
        push(&mut rows, &one.question, &one.rubric, &one.text, true, *weight, met);
        push(&mut rows, &one.question, &one.rubric, &one.text, false, weight * WITHOUT_SYNONYMS, met);
    }
    let labelled = rows.len();
    let left_out = set::left_out();
    for (question, rubric) in set::rubrics().iter().filter(|(question, _)| !left_out.contains(question)) {
        for (n, point) in rubric.points.iter().enumerate() {
            for wording in &point.wordings {
                push(&mut rows, question, rubric, wording, true, ALONE, |point| point == n);
                for text in denied(wording).into_iter().chain(swapped(wording, &rubric.prompt)) {
                    push(&mut rows, question, rubric, &text, true, CONTRARY, |_| false);
                }
            }
        }
        for wording in rubric.misconceptions.iter().flatten() {
            push(&mut rows, question, rubric, wording, true, ALONE, |_| false);
        }
    }
    println!("{} rows, {labelled} of them labelled", rows.len());
    let mut questions: Vec<&str> = tuning.iter().map(|one| one.question.as_str()).collect();
    questions.sort_unstable();
    questions.dedup();
    let fold = |question: &str| questions.iter().position(|known| *known == question).map(|at| at % FOLDS);
    let models: Vec<Model> =
        (0..FOLDS).map(|out| Model::of(rows.iter().filter(|row| fold(&row.question) != Some(out)))).collect();
    let blind = |one: &Labelled| {
        let model = &models[fold(&one.question).unwrap()];
        let credit = |values: &[f32; NUMBER]| (100.0 * model.likelihood(values)).round() as u8;
        let marks = observe(&one.rubric, &one.text, true)
            .iter()
            .zip(&one.rubric.points)
            .map(|(values, point)| Mark { weight: point.weight, credit: credit(values), is_sure: true, evidence: Vec::new() })
            .collect();
        Grading { reading: Reading::Understood, points: marks, misconceptions: Vec::new() }
    };
    for (name, set) in set::all().into_iter().filter(|(name, _)| set::is_for_tuning(name)) {
        println!("{name}, cross-validated by question: {}", figures::of(&set, blind));
    }
    let model = Model::of(rows.iter());
    println!("const BIAS: f32 = {:.3};\nconst WEIGHTS: [f32; NUMBER] = {:.3?};", model.0[NUMBER] + MILD, &model.0[..NUMBER]);
    println!("{:?}", features::NAMES);
}

fn push(rows: &mut Vec<Row>, question: &str, rubric: &Rubric, text: &str, with: bool, weight: f64, met: impl Fn(usize) -> bool) {
    for (point, values) in observe(rubric, text, with).into_iter().enumerate() {
        // That a wording of one point says nothing of another is not always so.
        if weight == ALONE && !met(point) && (0..rubric.points.len()).any(&met) {
            continue;
        }
        rows.push(Row { question: question.to_owned(), values, is_met: met(point), weight });
    }
}

/// The sentence with a “not” where its grammar has room for one.
fn denied(wording: &str) -> Option<String> {
    if [" not ", "n't ", " no ", "never", "only", "nothing", "without", "no "].iter().any(|word| wording.contains(word)) {
        return None;
    }
    let words: Vec<&str> = wording.split(' ').collect();
    let at = words.iter().position(|word| ["is", "are", "can", "has", "must", "will", "may", "should"].contains(word))?;
    Some([&words[..=at], &["not"], &words[at + 1..]].concat().join(" "))
}

/// The sentence said of somebody else: of another name in the question, or of threads instead of tasks.
fn swapped(wording: &str, prompt: &str) -> Vec<String> {
    const NAMES: [(&str, &str); 6] = [
        ("coroutine", "thread"),
        ("thread", "coroutine"),
        ("task", "thread"),
        ("process", "thread"),
        ("loop", "task"),
        ("caller", "task"),
    ];
    let first = |name: &str| wording.split(' ').take(2).any(|word| word.trim_end_matches('s').eq_ignore_ascii_case(name));
    let mut texts: Vec<String> =
        NAMES.iter().filter(|(name, _)| first(name)).map(|(name, other)| wording.replacen(name, other, 1)).collect();
    let code = |word: &&str| word.contains('_') || word.contains("()");
    let names: Vec<&str> = prompt.split([' ', '?', ',']).filter(code).map(|word| word.trim_end_matches("()")).collect();
    if let [one, other] = names[..] {
        for (one, other) in [(one, other), (other, one)] {
            if wording.contains(one) && !wording.contains(other) {
                texts.push(wording.replace(one, other));
            }
        }
    }
    texts
}
