//! Sizes are of a scale, and the document says which.

use super::colour::Tokens;
use super::sheet::{all, arguments, declarations};
use std::collections::BTreeSet;
use std::fs;

const TYPE: [&str; 8] = ["0.75", "0.875", "1", "1.125", "1.25", "1.375", "1.5", "2.25"];
const SPACE: [&str; 9] = ["0.125", "0.25", "0.375", "0.5", "0.75", "1", "1.25", "1.5", "2"];
const WEIGHTS: [&str; 3] = ["400", "600", "700"];

/// Every length in em.
fn ems(value: &str) -> Vec<&str> {
    let words = value.split([' ', '(', ')', ',', '/']);
    words
        .filter_map(|word| word.strip_suffix("em"))
        .map(|word| word.trim_start_matches('-'))
        .filter(|word| !word.is_empty())
        .collect()
}

fn strangers(names: &[&str], scale: &[&str]) -> Vec<String> {
    let sheet = all();
    let of = declarations(&sheet).into_iter().filter(|(name, _)| names.iter().any(|start| name.starts_with(start)));
    of.flat_map(|(name, value)| {
        ems(value).into_iter().filter(|size| !scale.contains(size)).map(move |_| format!("{name}: {value}"))
    })
    .collect()
}

#[test]
fn words_are_of_a_few_sizes_and_weights() {
    assert_eq!(strangers(&["font"], &TYPE), [""; 0]);
    let sheet = all();
    let weights: BTreeSet<&str> =
        declarations(&sheet).into_iter().filter(|(name, _)| *name == "font-weight").map(|(_, value)| value).collect();
    assert_eq!(weights, BTreeSet::from(WEIGHTS));
}

#[test]
fn room_is_of_a_few_sizes() {
    // The way to the edge of a phone, and what a page’s own header may cover.
    let apart = |found: Vec<String>| found.into_iter().filter(|line| !line.contains("7em")).collect::<Vec<_>>();
    assert_eq!(apart(strangers(&["padding", "gap"], &SPACE)), [""; 0]);
    assert_eq!(apart(strangers(&["margin"], &SPACE)), [""; 0]);
}

#[test]
fn the_document_tells_of_all_of_it() {
    let told = fs::read_to_string("docs/design.md").unwrap();
    for name in Tokens::read(false).names() {
        assert!(told.contains(&format!("`--{name}`")), "docs/design.md does not know --{name}");
    }
    let row = |sizes: &[&str]| sizes.iter().map(|size| format!("`{size}`")).collect::<Vec<_>>().join(" ");
    for scale in [row(&TYPE), row(&SPACE), row(&WEIGHTS)] {
        assert!(told.contains(&scale), "docs/design.md does not say {scale}");
    }
    assert_eq!(arguments("var(--a, light-dark(#fff, #000))", "var"), Some(vec!["--a", "light-dark(#fff, #000)"]));
}
