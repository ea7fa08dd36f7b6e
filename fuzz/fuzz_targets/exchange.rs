//! Whatever a tool writes as JSON: it is read or refused, and what was read is the same written as Markdown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mock_interview::bank::markdown::write::write;
use mock_interview::bank::{exchange, markdown};

fuzz_target!(|source: &str| {
    // As an editor counts them.
    let lines = source.matches('\n').count() + 1;
    match exchange::read("fuzz", source) {
        Ok((bank, answers)) => {
            let again = write(&bank, &answers);
            let _ = markdown::read("fuzz", &again);
        }
        Err(problems) => {
            assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)), "{problems:?} of {lines} lines")
        }
    }
});
