//! Whatever an author writes: it is read or refused, and what was read can travel.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mock_interview::bank::{json, markdown};

fuzz_target!(|source: &str| {
    let lines = source.lines().count().max(1);
    if let Err(problems) = markdown::read("fuzz", source) {
        assert!(!problems.is_empty());
        assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)), "{problems:?} of {lines} lines");
    }
    if let Some((bank, answers)) = markdown::read_good("fuzz", source).bank {
        let (beginning, later) = json::begin_with(&bank, answers.clone());
        assert_eq!(json::read_answers(json::lines(&json::write_answers(&answers))).as_ref(), Some(&answers));
        let mut begun = json::read_bank(&json::write_bank(&beginning)).unwrap();
        begun.fill(later.questions);
        assert_eq!(begun, bank);
    }
});
