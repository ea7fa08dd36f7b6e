//! What the page is told: which events, in which order, with exactly which figures, and how they travel.

use super::hooks::TOLD;
use super::page::Page;
use super::play::Source;
use super::post::element;
use serde_json::{Map, Value, json};

/// The details of all events of that name.
fn details(page: &Page, name: &str) -> Vec<Map<String, Value>> {
    let details = page.js(&format!("return told.filter((event) => event.name === {name:?}).map(({{ detail }}) => detail)"));
    details.as_array().unwrap().iter().map(|detail| detail.as_object().unwrap().clone()).collect()
}

/// The names and the kinds of what is in it, in alphabetical order.
fn shape(detail: &Map<String, Value>) -> String {
    let kind = |value: &Value| match value {
        Value::String(text) if !text.is_empty() => "text",
        Value::Number(number) if number.is_u64() => "whole",
        _ => "?",
    };
    let mut shape: Vec<String> = detail.iter().map(|(name, value)| format!("{name} {}", kind(value))).collect();
    shape.sort();
    shape.join(", ")
}

const ROUND_START: &str = "preset text, questions whole, round text, seconds whole, seed text";
const ANSWER: &str = "mode text, question text, score whole, seconds whole";
const ROUND_END: &str = "answered whole, ending text, preset text, questions whole, round text, score whole, seconds whole";

fn until_told(page: &Page, last: &str, count: usize) {
    let so_many = |page: &Page| page.told().iter().filter(|name| *name == last).count() == count;
    page.until(&format!("{count} × {last}"), so_many);
}

#[test]
fn a_round_from_its_start_to_its_end() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up seed=told"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 6);
    let mut asked = Vec::new();
    for right in [true, false, true, true, true, true] {
        asked.push((source.question(&page.heading()).id.0.to_string(), if right { 100 } else { 0 }));
        page.answer(&source, right);
    }
    page.until_screen("debrief");
    until_told(&page, "progress", 1);
    let expected = ["ready", "round-start", "answer", "answer", "answer", "answer", "answer", "answer", "round-end", "progress"];
    assert_eq!(page.told(), expected);

    let [ready] = &details(&page, "ready")[..] else { panic!("ready once") };
    assert_eq!(json!(ready), json!({ "bank": "async-python", "title": "Async programming in Python", "questions": 86 }));
    let [start] = &details(&page, "round-start")[..] else { panic!("one start") };
    assert_eq!(shape(start), ROUND_START);
    let start_is = json!([start["preset"], start["seed"], start["questions"], start["seconds"]]);
    assert_eq!(start_is, json!(["Warm-up", "told", 6, 300]));
    for (answer, (question, score)) in details(&page, "answer").iter().zip(asked) {
        assert_eq!(shape(answer), ANSWER);
        assert_eq!(json!([answer["question"], answer["mode"], answer["score"]]), json!([question, "choice", score]));
        assert!(answer["seconds"].as_u64() <= Some(300));
    }
    let [end] = &details(&page, "round-end")[..] else { panic!("one end") };
    assert_eq!(shape(end), ROUND_END);
    let end_is = json!([end["round"], end["preset"], end["score"], end["answered"], end["questions"], end["ending"]]);
    assert_eq!(end_is, json!([start["round"], "Warm-up", 83, 6, 6, "complete"]));
    let [progress] = &details(&page, "progress")[..] else { panic!("progress once") };
    assert_eq!(json!(progress), json!({ "rounds": 1, "met": 6, "questions": 86 }));
}

#[test]
fn they_leave_the_shadow_and_reach_the_document() {
    let page = Page::at_post(&format!("<div id='around'>{}</div>", element("preset=warm-up")), &[TOLD]);
    page.js("window.around = []; document.getElementById('around').addEventListener('mock-interview-round-start', () => around.push(told.length))");
    page.click("Start the interview");
    page.until_screen("round");
    page.js("return host.stop()");
    until_told(&page, "progress", 1);
    let travel = page.js(
        "return told.map(({ bubbles, composed, cancelable, from, custom }) => [bubbles, composed, cancelable, from, custom])",
    );
    for one in travel.as_array().unwrap() {
        assert_eq!(*one, json!([true, true, false, "mock-interview", true]));
    }
    assert_eq!(travel.as_array().unwrap().len(), 4);
    assert_eq!(page.js("return around"), json!([1]), "heard on the way up, before the document hears it");
}

#[test]
fn spoken_answers_and_second_thoughts() {
    let source = Source::read();
    let page = Page::at_post(&element("modes=spoken questions=2 minutes=5"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 2);
    let id = source.question(&page.heading()).id.0.to_string();
    page.answer(&source, true);
    page.answer(&source, false);
    page.until_screen("debrief");
    until_told(&page, "progress", 1);
    let answers = details(&page, "answer");
    assert_eq!(json!([answers[0]["mode"], answers[0]["score"], answers[1]["score"]]), json!(["spoken", 100, 0]));
    // Judged anew in the debrief: another answer to the first question, and nothing else.
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    page.js("[...root.querySelectorAll('.result')][0].querySelectorAll('button').forEach((button) => { if (words(button).startsWith('Partly')) button.click(); })");
    until_told(&page, "answer", 3);
    let last = &details(&page, "answer")[2];
    assert_eq!((shape(last), &last["question"], &last["score"]), (ANSWER.to_owned(), &json!(id), &json!(33)));
    assert_eq!(page.told().last().map(String::as_str), Some("answer"));
}

#[test]
fn handed_in_it_ends_with_what_was_answered() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 6);
    page.answer(&source, true);
    page.press("e");
    page.click("End it and see the debrief");
    until_told(&page, "progress", 1);
    assert_eq!(page.told(), ["ready", "round-start", "answer", "round-end", "progress"]);
    let end = &details(&page, "round-end")[0];
    let end_is = json!([end["score"], end["answered"], end["questions"], end["ending"]]);
    assert_eq!(end_is, json!([17, 1, 6, "handed-in"]));
    assert_eq!(details(&page, "progress")[0]["met"], json!(1));
}

#[test]
fn the_end_of_the_time_is_told_as_well() {
    let page = Page::at_post(&element("minutes=1"), &[TOLD, super::hooks::CLOCKS]);
    page.click("Start the interview");
    page.until_question(1, 10);
    page.skip(59);
    page.until_screen("debrief");
    until_told(&page, "progress", 1);
    let end = &details(&page, "round-end")[0];
    assert_eq!(json!([end["answered"], end["ending"], end["seconds"]]), json!([0, "time-up", 60]));
}

#[test]
fn untimed_there_are_no_seconds() {
    let page = Page::at_post(&element("open"), &[TOLD]);
    page.until_screen("lobby");
    page.js("root.getElementById('pace').focus()");
    page.type_in("Un");
    page.until("no limit", |page| page.text(".preset .minutes") == "Untimed");
    page.start("Warm-up");
    until_told(&page, "round-start", 1);
    assert_eq!(shape(&details(&page, "round-start")[0]), "preset text, questions whole, round text, seed text");
}

#[test]
fn a_reload_tells_of_no_new_round() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 6);
    page.answer(&source, true);
    page.reload();
    page.until_question(2, 6);
    page.answer_all(&source, true);
    until_told(&page, "progress", 1);
    assert_eq!(page.told(), ["ready", "answer", "answer", "answer", "answer", "answer", "round-end", "progress"]);
    let end = &details(&page, "round-end")[0];
    assert_eq!(json!([end["score"], end["answered"]]), json!([100, 6]));
}

#[test]
fn whoever_hears_it_may_call_back() {
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.js(
        "window.states = [];
        document.addEventListener('mock-interview-round-start', ({ target }) => { states.push(target.state); target.stop(); });
        document.addEventListener('mock-interview-round-end', ({ target }) => { states.push(target.state); target.start('full'); }, { once: true })",
    );
    page.click("Start the interview");
    until_told(&page, "round-end", 2);
    page.until_screen("debrief");
    assert_eq!(page.js("return states"), json!(["running", "finished", "running"]));
    assert_eq!(page.log(), [""; 0]);
}
