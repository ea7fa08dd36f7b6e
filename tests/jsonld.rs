//! The schema.org data of a bank: it says what the bank says, and can stand in a page as it is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::jsonld::{Kind, model_answer, write};
use mock_interview::bank::markdown::read;
use mock_interview::bank::text::plain;
use serde_json::Value;

const SOURCE: &str = include_str!("../static/banks/async-python.md");

fn parsed(source: &str, kind: Kind) -> Value {
    let (bank, answers) = read("test", source).unwrap();
    serde_json::from_str(&write(&bank, &answers, kind)).unwrap()
}

#[test]
fn a_quiz_has_every_question_with_the_bank_s_own_words() {
    let (bank, answers) = read("async-python", SOURCE).unwrap();
    let quiz = parsed(SOURCE, Kind::Quiz);
    assert_eq!((&quiz["@context"], &quiz["@type"]), (&"https://schema.org".into(), &"Quiz".into()));
    let parts = quiz["hasPart"].as_array().unwrap();
    assert_eq!(parts.len(), bank.questions().len());
    for (part, question) in parts.iter().zip(bank.questions()) {
        let right = question.choices.iter().find(|choice| choice.right).unwrap();
        assert!(part["name"].as_str().unwrap().starts_with(&plain(&question.prompt)));
        assert_eq!(part["acceptedAnswer"]["text"], plain(&right.text));
        let explained = part["acceptedAnswer"]["answerExplanation"]["text"].as_str().unwrap();
        assert_eq!(explained, model_answer(answers.get(&question.id).unwrap()));
        assert_eq!(part["suggestedAnswer"].as_array().unwrap().len(), question.choices.len() - 1);
    }
}

#[test]
fn a_faq_gives_the_model_answer() {
    let (bank, answers) = read("async-python", SOURCE).unwrap();
    let faq = parsed(SOURCE, Kind::FaqPage);
    assert_eq!(faq["@type"], "FAQPage");
    for (entry, question) in faq["mainEntity"].as_array().unwrap().iter().zip(bank.questions()) {
        assert_eq!(entry["acceptedAnswer"]["text"], model_answer(answers.get(&question.id).unwrap()));
        assert!(entry.get("suggestedAnswer").is_none());
    }
}

#[test]
fn nothing_in_it_can_end_the_script_element() {
    let source = "# T\n\n## What is `</script><!--`?\n\nIt is `</script>`, *or* `<!--`.\n\n```html\n<script>\n</script>\n```\n";
    for kind in [Kind::Quiz, Kind::FaqPage] {
        let (bank, answers) = read("test", source).unwrap();
        let text = write(&bank, &answers, kind);
        assert!(!text.contains('<'), "{text}");
        assert!(parsed(source, kind).to_string().contains("</script><!--"));
    }
}
