//! The grader against answers that people labelled by hand, beside the share of key-point words.
//!
//! `cargo test --test grading -- --nocapture` prints the figures; with WORST=1 also the answers that it ranks worst.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "grading/figures.rs"]
mod figures;
#[path = "grading/shipped.rs"]
mod shipped;
#[path = "grading/laws.rs"]
mod laws;
#[path = "grading/pairs.rs"]
mod pairs;
#[path = "grading/set.rs"]
mod set;
#[path = "grading/train.rs"]
mod train;

#[test]
#[ignore = "makes the weights of src/grade/model.rs"]
fn train() {
    train::train();
}

#[test]
fn the_labelled_sets() {
    for (name, set) in set::all() {
        let figures = figures::of(&set, |one| mock_interview::grade::grade(&one.rubric, &one.text));
        let baseline = figures::of(&set, |one| figures::baseline(&one.rubric, &one.text));
        println!("{name}\n  grader   {figures}\n  baseline {baseline}");
        if let Ok(path) = std::env::var("FEATURES") {
            figures::write(&set, &format!("{path}/{name}.csv"), true);figures::write(&set, &format!("{path}/{name}0.csv"), false);
        }
        if std::env::var("WORST").is_ok() {
            figures.name_worst(&set);
        }
    }
}

/// `QUESTION=id TEXT=… cargo test --test grading look -- --ignored --nocapture` prints all that is measured of a text.
#[test]
#[ignore = "for tuning by hand"]
fn look() {
    let (id, text) = (std::env::var("QUESTION").unwrap(), std::env::var("TEXT").unwrap());
    let (_, rubric) = set::rubrics().into_iter().find(|(known, _)| *known == id).unwrap();
    let grading = mock_interview::grade::grade(&rubric, &text);
    println!("{:?} {}\n{:?}", grading.reading, grading.score(), mock_interview::grade::features::NAMES);
    for ((mark, values), point) in grading.points.iter().zip(mock_interview::grade::observe(&rubric, &text, true)).zip(&rubric.points) {
        let words: Vec<&str> = mark.evidence.iter().map(|part| &text[part.from as usize..part.to as usize]).collect();
        println!("{:3} {values:.2?} {:?} ← {words:?}", mark.credit, point.wordings);
    }
    for (mark, wrong) in grading.misconceptions.iter().zip(&rubric.misconceptions) {
        println!("{:3} ! {wrong:?}", mark.credit);
    }
}
