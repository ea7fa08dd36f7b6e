//! Reads the labelled sets.

use mock_interview::bank::markdown;
use mock_interview::grade::Rubric;

pub struct Labelled {
    pub question: String,
    /// `correct`, `partial`, `wrong` or `off-topic`.
    pub kind: String,
    pub label: String,
    /// The places of the points that are met.
    pub met: Vec<usize>,
    pub text: String,
    pub rubric: Rubric,
}

pub fn rubrics() -> Vec<(String, Rubric)> {
    let source = std::fs::read_to_string("static/banks/async-python.md").unwrap();
    let (bank, answers) = markdown::read("async-python", &source).unwrap();
    let rubric = |question: &mock_interview::bank::Question| {
        Some((question.id.0.to_string(), Rubric::of(bank.lang(), question, answers.get(&question.id)?)))
    };
    bank.questions().iter().filter_map(rubric).collect()
}

/// Of the bank's questions, by their place, those that only the held-out set asks.
pub fn is_held_out(place: usize) -> bool {
    place % 4 == 2
}

/// Of the others nobody looks at single answers.
pub fn is_for_tuning(set: &str) -> bool {
    set.starts_with("tune")
}

/// The questions that only the sets ask which nobody tunes by.
pub fn left_out() -> Vec<String> {
    let (tuning, others): (Vec<_>, Vec<_>) = all().into_iter().partition(|(name, _)| is_for_tuning(name));
    let asks = |sets: Vec<(String, Vec<Labelled>)>| {
        sets.into_iter().flat_map(|(_, set)| set).map(|one| one.question).collect::<Vec<_>>()
    };
    let tuned = asks(tuning);
    asks(others).into_iter().filter(|question| !tuned.contains(question)).collect()
}

/// Every file of `tests/grading`, by its name.
pub fn all() -> Vec<(String, Vec<Labelled>)> {
    let rubrics = rubrics();
    let mut sets = Vec::new();
    for entry in std::fs::read_dir("tests/grading").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|its| its == "md") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            sets.push((name, read(&std::fs::read_to_string(&path).unwrap(), &rubrics)));
        }
    }
    sets.sort_by(|one, other| one.0.cmp(&other.0));
    sets
}

fn read(source: &str, rubrics: &[(String, Rubric)]) -> Vec<Labelled> {
    let mut found = Vec::new();
    let mut question = String::new();
    for line in source.lines() {
        if let Some(id) = line.strip_prefix("## ") {
            question = id.trim().to_owned();
        }
        let Some((head, text)) = line.strip_prefix("- ").and_then(|line| line.split_once("]:")) else { continue };
        let (label, numbers) = head.split_once('[').unwrap();
        let met = numbers.split_whitespace().map(|number| number.parse::<usize>().unwrap() - 1).collect();
        let rubric = rubrics.iter().find(|(id, _)| *id == question).unwrap_or_else(|| panic!("no question {question}")).1.clone();
        let label = label.trim().to_owned();
        let kind = label.split([',', ' ']).next().unwrap().to_owned();
        assert!(["correct", "partial", "wrong", "off-topic"].contains(&kind.as_str()), "{line}");
        found.push(Labelled { question: question.clone(), kind, label, met, text: text.trim().to_owned(), rubric });
    }
    found
}
