//! Trees are JSON: what is read and written is held to what serde_json makes of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::tree::Tree;
use proptest::prelude::*;
use serde_json::{Map, Value as Json};

fn any_tree() -> impl Strategy<Value = Tree> {
    let letter = prop_oneof![any::<char>(), (0..0x80u8).prop_map(char::from), Just('"'), Just('\\')];
    let text = proptest::collection::vec(letter, 0..8).prop_map(String::from_iter);
    let leaf = prop_oneof![text.clone().prop_map(Tree::Text), prop_oneof![any::<u64>(), 0..100u64].prop_map(Tree::Number)];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        // No name twice: serde_json would pass over all but the last.
        let fields = proptest::collection::vec((text.clone(), inner.clone()), 0..5)
            .prop_map(|fields| fields.into_iter().enumerate().map(|(n, (name, tree))| (format!("{n}{name}"), tree)).collect());
        prop_oneof![proptest::collection::vec(inner, 0..5).prop_map(Tree::List), fields.prop_map(Tree::Map)]
    })
}

/// Something a text of JSON may be broken by, or become another one.
const PIECES: [&str; 24] = [
    "\"",
    "\\",
    "\\u0041",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\ude00",
    "\\u00e",
    "\\/",
    "\\b\\f",
    "\\x",
    "\u{1f}",
    "\n",
    " ",
    "\t",
    ",",
    ":",
    "[",
    "]",
    "{",
    "}",
    "0",
    "-",
    ".5",
    "e3",
];

fn as_json(tree: &Tree) -> Json {
    match tree {
        Tree::Text(text) => Json::from(text.as_str()),
        Tree::Number(number) => Json::from(*number),
        Tree::List(list) => list.iter().map(as_json).collect(),
        Tree::Map(fields) => Json::Object(fields.iter().map(|(name, tree)| (name.clone(), as_json(tree))).collect::<Map<_, _>>()),
    }
}

fn is_a_tree(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(_) => false,
        Json::Number(number) => number.is_u64(),
        Json::String(_) => true,
        Json::Array(list) => list.iter().all(is_a_tree),
        Json::Object(fields) => fields.values().all(is_a_tree),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_tree_is_written_as_serde_writes_it(tree in any_tree()) {
        let json = as_json(&tree);
        let text = serde_json::to_string(&json).unwrap();
        let sorted = Tree::read(&text).unwrap();
        prop_assert_eq!(as_json(&sorted), json);
        prop_assert_eq!(sorted.write(), text);
    }

    #[test]
    fn what_is_written_reads_the_same(tree in any_tree()) {
        prop_assert_eq!(Tree::read(&tree.write()), Some(tree));
    }

    #[test]
    fn a_text_is_what_serde_says_it_is(
        tree in any_tree(), is_pretty in any::<bool>(), at in any::<prop::sample::Index>(), cut in 0..3usize,
        piece in proptest::sample::select(&PIECES[..]),
    ) {
        let written = if is_pretty { serde_json::to_string_pretty(&as_json(&tree)).unwrap() } else { tree.write() };
        let mut letters: Vec<char> = written.chars().collect();
        let from = at.index(letters.len() + 1);
        letters.splice(from..(from + cut).min(letters.len()), piece.chars());
        let text = String::from_iter(letters);
        let read = serde_json::from_str::<Json>(&text).ok().filter(is_a_tree);
        prop_assert_eq!(Tree::read(&text).map(|tree| as_json(&tree)), read, "{}", text);
    }
}

#[test]
fn it_ends_before_the_stack_does() {
    let nested = |levels| format!("{}7{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Tree::read(&nested(127)).is_some());
    assert_eq!(Tree::read(&nested(128)), None);
    assert_eq!(Tree::read(&nested(1_000_000)), None);
    assert_eq!(Tree::read(&"{\"a\":".repeat(1_000_000)), None);
}

#[test]
fn nothing_is_nothing() {
    for text in [
        "",
        " ",
        "null",
        "true",
        "-1",
        "1.0",
        "1e2",
        "01",
        "18446744073709551616",
        "[1,]",
        "{\"a\":1,}",
        "[1 2]",
        "\"a",
        "7 7",
        "\u{feff}7",
    ] {
        assert_eq!(Tree::read(text), None, "{text}");
    }
    assert_eq!(Tree::read(" \t\r\n18446744073709551615\n"), Some(Tree::Number(u64::MAX)));
}
