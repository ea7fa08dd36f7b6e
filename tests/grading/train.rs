//! Makes the weights of `src/grade/model.rs`:
//! `cargo test --release --test grading train -- --ignored --nocapture`
//!
//! It learns from the tuning sets to order the answers to a question and to tell which points are met: once with and
//! once without the table of synonyms, so that it does not lean on words that were added while tuning. And it learns, weighing less, from
//! the wordings of the bank typed alone: as they are, denied or said of somebody else, and the misconceptions. Questions of the held-out
//! and the sealed set are left out of all of it.

use super::figures;
use super::set::{self, Labelled};
use mock_interview::grade::{Rubric, features, grade_by, observe};

const NUMBER: usize = features::NUMBER;
/// How strongly weights are kept small.
const RIDGE: f64 = 6.0;
/// How much a pair counts beside a point.
const PAIR: f64 = 0.25;
/// By how much the better one of a pair should have the higher score.
const APART: f64 = 0.1;
/// As in `src/grade/judge.rs`.
const NOTHING: f64 = 0.04;
const WITHOUT_SYNONYMS: f64 = 0.5;
const ALONE: f64 = 0.08;
const CONTRARY: f64 = 0.25;
const FOLDS: usize = 11;
/// Of the older sets the synonyms and the wordings were written with the answers in sight: they are easier than what strangers write.
const NEWNESS: [(&str, f64); 2] = [("tune", 0.5), ("tune-2", 0.7)];

struct Row {
    values: [f32; NUMBER],
    is_met: bool,
    /// Its share of the score.
    share: f64,
}

/// A text as it was measured.
struct Seen {
    question: String,
    /// Of a labelled one its set, its kind and whether synonyms were known.
    of: Option<(String, String, bool)>,
    rows: Vec<Row>,
    weight: f64,
}

type Weights = [f64; NUMBER + 1];

fn likelihood(weights: &Weights, values: &[f32; NUMBER]) -> f64 {
    let sum: f64 = weights[NUMBER] + values.iter().zip(weights).map(|(value, weight)| f64::from(*value) * weight).sum::<f64>();
    1.0 / (1.0 + (-sum).exp())
}

/// The pairs of texts of which the first is the better one, and how much each counts.
fn pairs(texts: &[&Seen]) -> Vec<(usize, usize, f64)> {
    let mut pairs = Vec::new();
    for (n, one) in texts.iter().enumerate() {
        for (m, other) in texts.iter().enumerate().filter(|(_, other)| one.question == other.question) {
            let (Some((set, high, with)), Some((of, low, also))) = (&one.of, &other.of) else { continue };
            let ordered = [("correct", "partial"), ("partial", "wrong"), ("correct", "wrong"), ("correct", "off-topic")];
            if set == of && with == also && ordered.contains(&(high.as_str(), low.as_str())) {
                pairs.push((n, m, PAIR * if *with { 1.0 } else { WITHOUT_SYNONYMS }));
            }
        }
    }
    pairs
}

/// How the loss falls with each weight: of the points' labels, and of the order of the scores.
fn slope(weights: &Weights, texts: &[&Seen], pairs: &[(usize, usize, f64)]) -> Weights {
    let mut slope = weights.map(|weight| -RIDGE * weight);
    slope[NUMBER] = 0.0;
    let likely: Vec<Vec<f64>> =
        texts.iter().map(|text| text.rows.iter().map(|row| likelihood(weights, &row.values)).collect()).collect();
    let credit = |likely: &f64| ((likely - NOTHING) / (1.0 - 2.0 * NOTHING)).clamp(0.0, 1.0);
    let score: Vec<f64> = texts
        .iter()
        .zip(&likely)
        .map(|(text, likely)| text.rows.iter().zip(likely).map(|(row, likely)| row.share * credit(likely)).sum())
        .collect();
    let mut pull = vec![0.0; texts.len()];
    for (high, low, weight) in pairs {
        let force = weight / APART / (1.0 + ((score[*high] - score[*low]) / APART).exp());
        pull[*high] += force;
        pull[*low] -= force;
    }
    for ((text, likely), pull) in texts.iter().zip(&likely).zip(pull) {
        for (row, likely) in text.rows.iter().zip(likely) {
            let rises =
                if (NOTHING..1.0 - NOTHING).contains(likely) { likely * (1.0 - likely) / (1.0 - 2.0 * NOTHING) } else { 0.0 };
            let force = text.weight * (f64::from(u8::from(row.is_met)) - likely) + pull * row.share * rises;
            row.values.iter().enumerate().for_each(|(at, value)| slope[at] += force * f64::from(*value));
            slope[NUMBER] += force;
        }
    }
    slope
}

/// Steps that grow while they lead on and shrink where they lead too far.
fn learn(texts: &[&Seen]) -> Weights {
    let pairs = pairs(texts);
    let (mut weights, mut steps, mut before) = ([0.0; NUMBER + 1], [0.1; NUMBER + 1], [0.0; NUMBER + 1]);
    for _ in 0..150 {
        let slope = slope(&weights, texts, &pairs);
        for at in 0..=NUMBER {
            steps[at] *= if slope[at] * before[at] < 0.0 { 0.5 } else { 1.2 };
            weights[at] += f64::min(steps[at], 1.0) * slope[at].signum();
        }
        before = slope;
    }
    weights
}

pub fn train() {
    let mut texts = Vec::new();
    let mut tuning: Vec<(String, Labelled)> = Vec::new();
    for (name, set) in set::all().into_iter().filter(|(name, _)| set::is_for_tuning(name)) {
        tuning.extend(set.into_iter().map(|one| (name.clone(), one)));
    }
    for (set, one) in &tuning {
        let newness = NEWNESS.iter().find(|(known, _)| known == set).map_or(1.0, |(_, weight)| *weight);
        for (with, weight) in [(true, newness), (false, newness * WITHOUT_SYNONYMS)] {
            let of = Some((set.clone(), one.kind.clone(), with));
            let rows = rows(&one.rubric, &one.text, with, |point| one.met.contains(&point));
            texts.push(Seen { question: one.question.clone(), of, rows, weight });
        }
    }
    let labelled = texts.len();
    let left_out = set::left_out();
    for (question, rubric) in set::rubrics().iter().filter(|(question, _)| !left_out.contains(question)) {
        let mut push = |text: &str, weight, met: Option<usize>| {
            let mut rows = rows(rubric, text, true, |point| Some(point) == met);
            // That a wording of one point says nothing of another is not always so.
            rows.retain(|row| row.is_met || met.is_none());
            texts.push(Seen { question: question.clone(), of: None, rows, weight });
        };
        for (n, point) in rubric.points.iter().enumerate() {
            for wording in &point.wordings {
                push(wording, ALONE, Some(n));
                for text in denied(wording).into_iter().chain(swapped(wording, &rubric.prompt)) {
                    push(&text, CONTRARY, None);
                }
            }
        }
        rubric.misconceptions.iter().flatten().for_each(|wording| push(wording, ALONE, None));
    }
    println!("{} texts, {labelled} of them labelled", texts.len());
    let mut questions: Vec<&str> = tuning.iter().map(|(_, one)| one.question.as_str()).collect();
    questions.sort_unstable();
    questions.dedup();
    let fold = |question: &str| questions.iter().position(|known| *known == question).map(|at| at % FOLDS);
    let learnt =
        |out: Option<usize>| learn(&texts.iter().filter(|text| out != fold(&text.question) || out.is_none()).collect::<Vec<_>>());
    let models: Vec<Weights> = (0..FOLDS).map(|out| learnt(Some(out))).collect();
    for (name, set) in set::all().into_iter().filter(|(name, _)| set::is_for_tuning(name)) {
        let blind = |one: &Labelled| {
            let model = &models[fold(&one.question).unwrap()];
            grade_by(&one.rubric, &one.text, |values| likelihood(model, values) as f32)
        };
        println!("{name}, cross-validated by question: {}", figures::of(&set, blind));
    }
    let weights = learnt(None);
    println!("const BIAS: f32 = {:.3};\nconst WEIGHTS: [f32; NUMBER] = {:.3?};", weights[NUMBER], &weights[..NUMBER]);
    println!("{:?}", features::NAMES);
}

fn rows(rubric: &Rubric, text: &str, with_synonyms: bool, met: impl Fn(usize) -> bool) -> Vec<Row> {
    let all: f64 = rubric.points.iter().map(|point| f64::from(point.weight)).sum();
    let row =
        |(n, values): (usize, [f32; NUMBER])| Row { values, is_met: met(n), share: f64::from(rubric.points[n].weight) / all };
    observe(rubric, text, with_synonyms).into_iter().enumerate().map(row).collect()
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
