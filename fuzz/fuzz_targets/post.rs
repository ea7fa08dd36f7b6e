//! Whatever stands on a page, written down as static/post.js does or not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mock_interview::bank::{json, post};

fuzz_target!(|page: &str| {
    if let Some((bank, answers)) = post::read("fuzz", "Fuzz", page).bank {
        assert_eq!(json::read_bank(&json::write_bank(&bank)), Some(bank));
        assert_eq!(json::read_answers(json::lines(&json::write_answers(&answers))), Some(answers));
    }
});
