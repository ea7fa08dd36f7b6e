//! Any rubric and any text: the lines of the input are the question, the wordings of two key points and of a misconception, and the answer.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mock_interview::grade::{Mark, Rubric, Wanted, grade};

fuzz_target!(|input: &str| {
    let mut lines = input.splitn(8, '\n').map(str::to_owned);
    let mut next = || lines.next().unwrap_or_default();
    let (lang, prompt) = (next(), next());
    let points = vec![Wanted { weight: 2, wordings: vec![next(), next()] }, Wanted { weight: 1, wordings: vec![next()] }];
    let rubric = Rubric { lang, prompt, points, misconceptions: vec![vec![next(), next()]] };
    let text = next();
    let grading = grade(&rubric, &text);
    assert!(grading.score() <= 1000);
    assert_eq!((grading.points.len(), grading.misconceptions.len()), (2, 1));
    let words = |mark: &Mark| mark.evidence.iter().all(|part| text.get(part.from as usize..part.to as usize).is_some());
    assert!(grading.points.iter().chain(&grading.misconceptions).all(words));
    assert_eq!(grade(&rubric, &text), grading);
});
