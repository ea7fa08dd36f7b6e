//! Listings in colours: marks put into a text say the same when they are read, and `bank compile` marks what there is
//! to mark and changes no letter.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::answers::{Answers, ModelAnswer};
use mock_interview::bank::marks::{Kind, marked, parts};
use mock_interview::bank::text::Block;
use mock_interview::bank::{Level, Question, exchange, json, markdown, post};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::process::Command;

const KINDS: [(Option<Kind>, &str); 7] = [
    (None, ""),
    (Some(Kind::Keyword), "k"),
    (Some(Kind::Text), "s"),
    (Some(Kind::Number), "n"),
    (Some(Kind::Comment), "c"),
    (Some(Kind::Name), "f"),
    (Some(Kind::BuiltIn), "b"),
];

/// As in the file that is published.
fn compiled(name: &str, source: &str) -> Answers {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("listings").join(name);
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.md"));
    fs::write(&file, source).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_bank")).arg("compile").arg(&file).arg("--out").arg(&folder).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let written = fs::read_to_string(String::from_utf8(done.stdout).unwrap().lines().next().unwrap()).unwrap();
    json::read_answers(json::lines(&written)).expect("answers")
}

/// Does something with the language and the text of every listing.
fn each(answers: &mut Answers, does: &mut impl FnMut(&str, &mut String)) {
    answers.questions.iter_mut().for_each(|question| walk(&mut question.details, does));
    for (_, answer) in &mut answers.answers {
        answer.change(|ModelAnswer { explanation, whys, misconceptions, .. }| {
            walk(explanation, does);
            whys.iter_mut().for_each(|(_, why)| walk(why, does));
            misconceptions.iter_mut().for_each(|misconception| walk(&mut misconception.correction, does));
        });
    }
}

fn walk(blocks: &mut [Block], does: &mut impl FnMut(&str, &mut String)) {
    for block in blocks {
        match block {
            Block::Code(language, text) => does(language, text),
            Block::Program { language, source, output } => {
                does(language, source);
                does("output", output);
            }
            Block::Quote(inner) => walk(inner, does),
            Block::Bullets(items) | Block::Numbers(items) => items.iter_mut().for_each(|item| walk(item, does)),
            Block::Paragraph(_) | Block::Table { .. } => {}
        }
    }
}

fn ids(answers: &Answers) -> [Vec<&str>; 2] {
    let questions = answers.questions.iter().map(|question| question.id.0.as_ref());
    [questions.collect(), answers.answers.iter().map(|(id, _)| id.0.as_ref()).collect()]
}

fn words(text: &str) -> String {
    parts(text).map(|(_, part)| part).collect()
}

/// The parts that are of a kind, with its letter.
fn told(text: &str) -> Vec<String> {
    let marked = parts(text).filter(|(kind, _)| !kind.is_empty());
    marked.map(|(kind, part)| format!("{kind} {}", part.trim_end())).collect()
}

/// A bank of one listing, compiled.
fn listing(name: &str, language: &str, source: &str) -> String {
    let bank = format!("## What?\n\nThis.\n\n```{language}\n{source}```\n");
    let mut found = Vec::new();
    each(&mut compiled(name, &bank), &mut |_, text| found.push(text.clone()));
    assert_eq!(found.len(), 1);
    assert_eq!(words(&found[0]), source);
    found.remove(0)
}

/// Pieces of code, among them what is never closed: grammars go on where the line before has ended.
const PIECES: [&str; 24] = [
    "def ", "class ", "async ", "f(", ")", ":", "\n", "\n    ", " ", "\t", "\"", "'", "\"\"\"", "f\"{", "}", "#", "\\", "@", "é",
    "\u{2028}", "\u{feff}", "0x", "/*", "<b>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_listing_keeps_its_letters(
        sources in prop::collection::vec(prop::collection::vec(prop::sample::select(&PIECES[..]), 1..30), 25),
        language in prop::sample::select(&["python", "rust", "js", "html", "sh"][..]),
    ) {
        let sources: Vec<String> = sources.iter().map(|pieces| pieces.concat() + "\n").collect();
        let listings: String = sources.iter().map(|source| format!("```{language}\n{source}```\n\n")).collect();
        let mut found = Vec::new();
        each(&mut compiled("any", &format!("## What?\n\nThis.\n\n{listings}")), &mut |_, text| found.push(words(text)));
        prop_assert_eq!(found, sources);
    }
}

proptest! {
    #[test]
    fn marks_are_read_as_they_were_made(made in prop::collection::vec((0..KINDS.len(), "[^\0]{1,8}"), 0..20)) {
        let text = marked(made.iter().map(|(kind, part)| (KINDS[*kind].0, part.as_str())));
        prop_assert_eq!(words(&text), made.iter().map(|(_, part)| part.as_str()).collect::<String>());
        let found = parts(&text).filter(|(kind, _)| !kind.is_empty()).map(|(kind, part)| (kind, part.to_owned()));
        let of_a_kind = made.iter().filter(|(kind, _)| *kind > 0);
        let wanted: Vec<_> = of_a_kind.map(|(kind, part)| (KINDS[*kind].1, part.clone())).collect();
        prop_assert_eq!(found.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn a_text_without_marks_is_one_part(text in "[^\0]*") {
        prop_assert_eq!(parts(&text).collect::<Vec<_>>(), [("", text.as_str())]);
    }
}

#[test]
fn no_text_of_a_bank_is_taken_for_marks() {
    let markdown = markdown::read_good("bank", "## What?\n\nThis.\n\n```\na\0kb\0\n```\n");
    let exchange =
        r#"{"questions": [{"id": "a", "prompt": "What?", "answer": "This.", "explanation": "```\na\u0000kb\u0000\n```"}]}"#;
    let exchange = exchange::read_good("bank", exchange);
    let post = post::read("bank", "Bank", "<section><h2>What?</h2><p>This.</p><pre>a\0kb\0</pre></section>");
    for reading in [markdown, exchange, post] {
        let (_, mut answers) = reading.bank.expect("a bank");
        let mut found = Vec::new();
        each(&mut answers, &mut |_, text| found.push(text.trim_end().to_owned()));
        assert_eq!(found, ["a\u{fffd}kb\u{fffd}"]);
    }
}

#[test]
fn python_is_marked() {
    let source = r#"import asyncio

@cache
async def fetch(url: str, tries=3) -> bytes:  # again and again
    """What is at
    the address."""
    if tries > 0x1F and url is not None:
        return await self.get(f"https://{url}\n")
    print(len(url) * 1.5)

class Page(dict):
    pass
"#;
    let found = told(&listing("python", "python", source));
    assert_eq!(
        found,
        [
            "k import",
            "b @cache",
            "k async def",
            "f fetch",
            "b str",
            "n 3",
            "b bytes",
            "c # again and again\n    \"\"\"What is at\n    the address.\"\"\"",
            "k if",
            "n 0x1F",
            "k and",
            "k is not",
            "n None",
            "k return await",
            "b self",
            "s f\"https://",
            "s \\n\"",
            "b print",
            "b len",
            "n 1.5",
            "k class",
            "f Page",
            "k pass",
        ]
    );
}

#[test]
fn other_languages_are_marked_where_they_are_known() {
    let rust = "// Once.\nfn main() { let s = \"hé\"; }\n";
    assert_eq!(told(&listing("rust", "rust", rust)), ["c // Once.", "k fn", "f main", "k let", "s \"hé\""]);
    // By the name of a file's ending, and with more after the name.
    assert_eq!(told(&listing("rs", "rs", rust)), told(&listing("rust-more", "rust,ignore", rust)));
    assert_eq!(told(&listing("sql", "sql", "SELECT 1;\n")), ["k SELECT", "n 1"]);
    for language in ["text", "", "no-language", "{}", "output"] {
        assert!(told(&listing("unknown", language, rust)).is_empty(), "{language}");
    }
}

#[test]
fn the_built_in_bank_keeps_every_letter() {
    let source = fs::read_to_string("static/banks/async-python.md").unwrap();
    let (bank, answers) = markdown::read("async-python", &source).unwrap();
    let (_, mut plain) = json::begin_with(&bank, answers);
    let mut compiled = compiled("async-python", &source);

    let (mut all, mut kinds) = (0, Vec::new());
    each(&mut compiled, &mut |language, text| {
        let found = parts(text).map(|(kind, _)| kind.to_owned()).filter(|kind| !kind.is_empty());
        let before = kinds.len();
        kinds.extend(found);
        assert_eq!(language == "python", kinds.len() > before, "{text}");
        all += usize::from(language == "python");
        *text = words(text);
    });
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, ["b", "c", "f", "k", "n", "s"]);
    assert!(all > 80, "{all} listings");

    // The questions to begin with are in the widget, without marks; those with a listing come again.
    let has_listing = |question: &&Question| question.level == Level::Basic && !question.details.is_empty();
    let again: Vec<Question> = bank.questions().iter().filter(has_listing).cloned().collect();
    assert!(!again.is_empty());
    plain.questions.extend(again);
    // Both are too long to be printed.
    assert_eq!(ids(&compiled), ids(&plain));
    for (found, wanted) in compiled.questions.iter().zip(&plain.questions) {
        assert_eq!(found, wanted);
    }
    for (found, wanted) in compiled.answers.iter().zip(&plain.answers) {
        assert_eq!(found, wanted);
    }
    assert_eq!(compiled.fingerprint, plain.fingerprint);
}
