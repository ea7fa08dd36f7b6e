//! Large banks: how long reading one takes beside `JSON.parse` of the same bank, in the same run; and that the largest that is allowed is asked.
//! The figures are printed (`--nocapture`).

use super::embedded::UNCAUGHT;
use super::page::Page;
use super::post::element;
use mock_interview::bank::limits::QUESTIONS;
use mock_interview::bank::{exchange, markdown};
use serde_json::json;

/// Every task of the page that took longer than 50 ms.
const TASKS: &str = "window.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true })";

/// A bank of so many questions; none is like another.
fn bank(count: usize) -> String {
    let topic = |n: usize| n % 12;
    let question = |n: usize| {
        format!(
            "## What is number {n}? {{#q{n} .core topic=t{}}}\n\nThe *number* `{n}`.\n\n- [x] It is {n}\n- [ ] It is {}\n  > That comes later.\n\n\
             Key points:\n\n- It is number {n}\n  - {n} it is\n\n",
            topic(n),
            n + 1
        )
    };
    "# Many\n\n".to_owned() + &(0..count).map(question).collect::<String>()
}

/// The longest task of reading the bank and showing its card, and how long the browser takes for its JSON, in milliseconds.
fn read(page: &Page, name: &str, count: usize) -> (f64, f64) {
    page.go_to_post(&element(&format!("bank='{name}' loading=eager modes=choice questions=3")));
    page.until_state("ready");
    page.until_card();
    // A frame later the observer has been told.
    page.js_later("requestAnimationFrame(() => setTimeout(done, 100))");
    let longest = page.js("return Math.max(0, ...tasks)").as_f64().unwrap();
    let parse = page.js_later(
        "fetch('/many.json').then((answer) => answer.text()).then((text) => {
           const begun = performance.now();
           const { questions } = JSON.parse(text);
           done([performance.now() - begun, questions.length]);
         })",
    );
    assert_eq!(parse[1], json!(count));
    assert_eq!(page.js("return uncaught"), json!([]));
    (longest, parse[0].as_f64().unwrap())
}

fn page_with(count: usize) -> Page {
    let source = bank(count);
    let (bank, answers) = markdown::read("many", &source).expect("a bank");
    let page = Page::at_post("", &[TASKS, UNCAUGHT]);
    page.server.add("/many.md", source);
    page.server.add("/many.json", exchange::write::write(&bank, &answers));
    page
}

#[test]
fn a_thousand_questions_do_not_freeze_the_page() {
    let page = page_with(1000);
    for rate in [1, 4] {
        page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
        for name in ["/many.md", "/many.json"] {
            let (longest, parse) = read(&page, name, 1000);
            eprintln!("1,000 questions, {name}, CPU x{rate}: longest task {longest:.0} ms; JSON.parse {parse:.1} ms");
            assert!(longest < 2500.0, "{name}, x{rate}: the page stood still for {longest} ms");
        }
    }
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    page.click("Start the interview");
    page.until_question(1, 3);
}

#[test]
fn as_many_as_a_bank_may_hold_are_asked() {
    let page = page_with(QUESTIONS);
    for name in ["/many.md", "/many.json"] {
        let (longest, parse) = read(&page, name, QUESTIONS);
        eprintln!("{QUESTIONS} questions, {name}: longest task {longest:.0} ms; JSON.parse {parse:.0} ms");
        page.click("Start the interview");
        page.until_question(1, 3);
        page.until_words();
        page.press("1");
        page.press("Enter");
        page.until_question(2, 3);
        page.forget();
    }
}
