//! Markdown written from a bank is read as the same bank.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "writing/mod.rs"]
mod writing;

use mock_interview::bank::markdown;
use proptest::prelude::*;
use writing::{anything, is_unwritable, same, shipped, structured};

#[test]
fn shipped_and_golden_banks_stay_the_same() {
    let mut read = 0;
    for (file, source) in shipped() {
        let before = markdown::read_good("bank", &source);
        let Some(bank) = before.bank else { continue };
        let text = markdown::write::write(&bank.0, &bank.1);
        let after = match before.problems.is_empty() {
            true => markdown::read("bank", &text),
            false => markdown::read_good("bank", &text).bank.ok_or_else(Vec::new),
        };
        same(&bank, &after, &text).unwrap_or_else(|error| panic!("{file}: {error}"));
        read += 1;
    }
    assert!(read > 20, "only {read} banks");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bank_is_written_and_read_again(source in structured()) {
        let read = markdown::read_good("bank", &source).bank.unwrap();
        let text = markdown::write::write(&read.0, &read.1);
        same(&read, &markdown::read("bank", &text), &text)?;
    }

    #[test]
    fn so_is_whatever_could_be_read(source in anything()) {
        if let Some(read) = markdown::read("bank", &source).ok().filter(|read| !is_unwritable(read)) {
            let text = markdown::write::write(&read.0, &read.1);
            same(&read, &markdown::read("bank", &text), &text)?;
        }
    }
}
