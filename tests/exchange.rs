//! A bank as JSON: it is the same bank, and whoever writes it by hand or by a tool is told what is wrong with it.
//! `tests/exchange/` holds texts with what is made of them, as `tests/banks/` does; `BLESS=1` writes that anew, and the schema.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod told;
mod writing;

use mock_interview::bank::exchange::value::{Kind, Value, parse};
use mock_interview::bank::exchange::{read, read_good, write};
use mock_interview::bank::{limits, markdown};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use writing::{Read, anything, is_unwritable, same, shipped, structured};

const SCHEMA: &str = "static/banks/bank.schema.json";

fn unlike(golden: &Path, found: &str) -> Option<String> {
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, found).unwrap();
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    (found != expected).then(|| format!("{} should be\n{expected}\nbut is\n{found}", golden.display()))
}

#[test]
fn every_text_reads_as_it_should() {
    let mut files: Vec<_> = fs::read_dir("tests/exchange").unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    assert!(files.len() > 8, "only {} texts were found", files.len());
    let wrong: Vec<String> = files.iter().flat_map(|file| check(file)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn check(file: &Path) -> Vec<String> {
    let source = fs::read_to_string(file).unwrap();
    let rest = told::reading(&read_good("bank", &source));
    let (ending, found) = match read("bank", &source) {
        Ok((bank, answers)) => ("read", told::told(&bank, &answers)),
        Err(problems) => ("problems", problems.iter().map(|problem| format!("{problem}\n")).collect()),
    };
    if ending == "read" {
        assert_eq!(rest, found, "{}", file.display());
        return unlike(&file.with_extension(ending), &found).into_iter().collect();
    }
    let told = unlike(&file.with_extension(ending), &found);
    told.into_iter().chain(unlike(&file.with_extension("rest"), &rest)).collect()
}

#[test]
fn the_schema_is_that_of_the_types() {
    let wrong = unlike(Path::new(SCHEMA), &write::schema());
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

/// Markdown → JSON → Markdown.
fn round(bank: &Read) -> Result<(), TestCaseError> {
    let json = write::write(&bank.0, &bank.1);
    let read = read("bank", &json);
    same(bank, &read, &json)?;
    let (again, answers) = read.unwrap();
    let text = markdown::write::write(&again, &answers);
    same(bank, &markdown::read("bank", &text), &text)?;
    let parsed: Json = serde_json::from_str(&json).unwrap();
    let errors: Vec<String> =
        VALIDATOR.iter_errors(&parsed).map(|error| format!("{error} at {}", error.instance_path())).collect();
    prop_assert!(errors.is_empty(), "{:?}\n{}", errors, json);
    Ok(())
}

static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(&fs::read_to_string(SCHEMA).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
});

#[test]
fn shipped_and_golden_banks_stay_the_same() {
    let mut written = 0;
    for (file, source) in shipped() {
        // Those with problems hold what only the reader's patience lets through.
        let Ok(bank) = markdown::read("bank", &source) else { continue };
        round(&bank).unwrap_or_else(|error| panic!("{file}: {error}"));
        written += 1;
    }
    assert!(written > 12, "only {written} banks");
}

#[test]
fn what_the_schema_refuses_is_refused() {
    for file in ["unknown-fields", "types", "missing"] {
        let json: Json = serde_json::from_str(&fs::read_to_string(format!("tests/exchange/{file}.json")).unwrap()).unwrap();
        assert!(!VALIDATOR.is_valid(&json), "{file}");
    }
    for file in ["whole", "smallest"] {
        let json: Json = serde_json::from_str(&fs::read_to_string(format!("tests/exchange/{file}.json")).unwrap()).unwrap();
        assert!(VALIDATOR.is_valid(&json), "{file}");
    }
}

/// What a JSON text is made of, in a poor order.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\n",
    " ",
    "\"title\":",
    "\"T\"",
    "\"questions\":[",
    "\"id\":\"a\"",
    "\"prompt\":\"b\"",
    "\"answer\":\"c\"",
    "\"choices\":[",
    "\"text\":\"x\"",
    "\"right\":true",
    "\"key_points\":[",
    "\"fact\":\"*f*\"",
    "\"weight\":12",
    "null",
    "true",
    "-0.5e+7",
    "01",
    "\\u0000",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\u{0}",
    "\u{feff}",
    "\\n# Heading {#a}\\n",
    "- [x] ",
    "```",
    "مرحبا",
    "\"explanation\":\"",
    "\"if_missed\":[\"a\"]",
    "{\"id\":\"a\",\"prompt\":\"b\",\"answer\":\"c\"}",
    "\"lang\":\"en\"",
    "\"tags\":[1,\"a,b\"]",
];

fn some_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => (proptest::sample::select(&PIECES[..]), 20..90usize).prop_map(|(piece, times)| piece.repeat(times)),
        1 => any::<char>().prop_map(String::from),
    ];
    let pieces = || proptest::collection::vec(piece.clone(), 0..20).prop_map(|pieces| pieces.concat());
    let whole = pieces().prop_map(|text| {
        format!("{{\"title\":\"T\",\"questions\":[{{\"id\":\"q\",\"prompt\":\"p\",\"answer\":\"a\",{text}}}]}}")
    });
    prop_oneof![pieces(), whole]
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        proptest::sample::select(&PIECES[..]).prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let name = prop_oneof![
            any::<String>(),
            proptest::sample::select(
                &["id", "prompt", "answer", "questions", "title", "choices", "text", "key_points", "fact"][..]
            )
            .prop_map(String::from),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            proptest::collection::vec((name, inner), 0..5).prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

fn as_json(value: Value) -> Json {
    match value.kind {
        Kind::Null => Json::Null,
        Kind::Bool(value) => Json::from(value),
        Kind::Number(number) => serde_json::from_str(&number).unwrap_or(Json::Null),
        Kind::Text(text) => Json::from(text),
        Kind::List(list) => list.into_iter().map(as_json).collect(),
        Kind::Map(fields) => Json::Object(fields.into_iter().map(|(name, _, value)| (name, as_json(value))).collect()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bank_is_written_and_read_again(source in structured()) {
        round(&markdown::read_good("bank", &source).bank.unwrap())?;
    }

    #[test]
    fn so_is_whatever_could_be_read(source in anything()) {
        if let Some(bank) = markdown::read("bank", &source).ok().filter(|read| !is_unwritable(read)) {
            round(&bank)?;
        }
    }

    #[test]
    fn json_is_what_serde_says_it_is(text in some_text()) {
        match (serde_json::from_str::<Json>(&text), parse(&text)) {
            (Ok(json), Ok(value)) => prop_assert_eq!(as_json(value), json),
            (Err(_), Err(_)) => {}
            (Err(error), Ok(_)) => prop_assert!(error.to_string().contains("number out of range"), "{}", error),
            (Ok(_), Err(problem)) => prop_assert!(problem.what.contains("levels deep"), "{}", problem),
        }
    }

    #[test]
    fn what_serde_writes_is_read(json in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) }.unwrap();
        prop_assert_eq!(as_json(parse(&text).unwrap()), json);
    }

    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof![some_text(), any_json().prop_map(|json| format!("{json:#}"))]) {
        let lines = text.split('\n').count();
        if let Err(problems) = read("bank", &text) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!((1..=lines).contains(&problem.line), "{problem}, of {lines} lines");
            }
        }
        if let Some((bank, answers)) = read_good("bank", &text).bank {
            same(&(bank.clone(), answers.clone()), &read("bank", &write::write(&bank, &answers)), &text)?;
        }
    }
}

#[test]
fn the_example_in_the_docs_is_a_bank() {
    let docs = fs::read_to_string("docs/bank-format.md").unwrap();
    let example =
        docs.split("## The same as JSON").nth(1).unwrap().split("\n```json\n").nth(1).unwrap().split("\n```\n").next().unwrap();
    let bank = read("docs", example).unwrap();
    round(&bank).unwrap();
    let told = told::told(&bank.0, &bank.1);
    assert!(told.contains("program: python \"await hello()\\n\" prints \"hello\\n\""), "{told}");
    assert!(told.contains("missed → task “What is a task?”"), "{told}");
    let json: Json = serde_json::from_str(example).unwrap();
    assert!(VALIDATOR.is_valid(&json));
    // It shows every field there is, and the tables name it.
    let schema: Json = serde_json::from_str(&write::schema()).unwrap();
    let objects = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let names: Vec<&String> =
        objects.filter_map(|object| object["properties"].as_object()).flat_map(|object| object.keys()).collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(example.contains(&format!("\"{name}\":")), "{name} is not in the example");
        assert!(docs.contains(&format!("`{name}`")), "{name} is in no table");
    }
}

/// A string is only a string: it makes neither a question nor choices.
#[test]
fn nothing_is_smuggled_in() {
    let text = "Yes.\n\n# Title\n\n## Another question? {#other}\n\nAnswer.\n\n- [ ] a\n- [x] b\n\nKey points:\n\n- one\n";
    let json = serde_json::json!({"title": "T", "questions": [
        {"id": "q", "prompt": text, "answer": text, "details": text, "explanation": text, "hints": [text]},
    ]});
    let (bank, answers) = read_good("bank", &json.to_string()).bank.unwrap();
    assert_eq!(bank.title(), "T");
    assert_eq!(bank.questions().len(), 1);
    assert!(bank.questions()[0].choices.is_empty());
    assert!(answers.answers[0].1.key_points.is_empty());
}

#[test]
fn limits_are_kept() {
    let refused = |text: &str| read("bank", text).unwrap_err().iter().map(|problem| format!("{problem}\n")).collect::<String>();
    let question = |n: usize| format!("{{\"id\":\"q{n}\",\"prompt\":\"p\",\"answer\":\"a\"}}");
    let bank = |questions: String| format!("{{\"title\":\"T\",\"questions\":[\n{questions}]}}");
    let long = "x".repeat(limits::STRING + 1);
    assert!(refused(&format!("\n\"{long}\"")).starts_with("line 2: a text has more than 100000 characters"));
    assert!(read("bank", &bank(question(1).replace("\"a\"", &format!("\"{}\"", &long[1..])))).is_ok());
    assert!(refused(&"[".repeat(1_000_000)).starts_with("line 1: it is nested more than 64 levels deep"));
    assert!(refused(&" ".repeat(limits::TEXT + 1)).starts_with("line 1: the text is longer than 16 MiB"));
    let many: Vec<String> = (0..=limits::QUESTIONS).map(question).collect();
    let told = refused(&bank(many.join(",\n")));
    assert!(told.starts_with("line 20002: the bank has more than 20000 questions"), "{told}");

    let refused = |text: &str| markdown::read("bank", text).unwrap_err()[0].to_string();
    assert!(refused(&"x".repeat(limits::TEXT + 1)).starts_with("line 1: the text is longer than 16 MiB"));
    let many: String = (0..=limits::QUESTIONS).map(|n| format!("## q{n}\n\na\n")).collect();
    assert!(refused(&many).starts_with("line 60001: the bank has more than 20000 questions"));
    assert!(markdown::read_good("bank", &many).bank.is_none());
}
