//! Programs to predict: typed with real keys, stored as they are typed, counted line by line.

use super::axe::{axe, violations};
use super::hooks::CLOCKS;
use super::host::{EMBED, document};
use super::page::Page;
use super::play::Source;
use serde_json::json;

const ELEMENT: &str = "<main><h1>A post</h1><mock-interview modes=output questions=3 minutes=30></mock-interview></main>";

/// A round of three programs.
fn started(scripts: &[&str]) -> Page {
    let page = Page::blank();
    scripts.iter().for_each(|script| page.before_load(script));
    page.server.add("/post.html", document(EMBED, ELEMENT));
    page.go("/post.html");
    page.click("Start the interview");
    page.until_question(1, 3);
    page.until_focus("question");
    page.until_yes("all('textarea').length");
    page
}

fn field(page: &Page) -> String {
    page.js("return all('textarea')[0].value").as_str().unwrap().to_owned()
}

fn open_rows(page: &Page) {
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
}

/// The lines of the first result that has a table: the sign's name, what was written and what it prints.
fn table(page: &Page, row: usize) -> serde_json::Value {
    page.js(&format!(
        "return [...root.querySelectorAll('.result')[{row}].querySelectorAll('tbody tr')].map((row) => [...row.cells].map(name))"
    ))
}

#[test]
fn a_round_of_programs_by_keyboard_alone() {
    let source = Source::read();
    let page = started(&[]);
    let output = source.output(&page.prompt());
    assert_eq!(page.text(".stage pre"), source.program(&page.prompt()));
    assert_eq!(page.count(".stage pre"), 1, "what it prints is not told");
    assert!(page.heading().ends_with("What does this program print?"));
    page.js("window.keys = []; addEventListener('keydown', (event) => keys.push(event.key))");

    // Every letter that is a shortcut elsewhere.
    assert!(page.yes("all('.stage .main')[0].disabled"));
    page.tab_to("written");
    page.type_in("sfthe?19");
    page.until("what was typed", |page| field(page) == "sfthe?19");
    assert_eq!((page.count("dialog[open]"), page.text(".place")), (0, "Question 1 of 3".to_owned()));
    page.press_with(&["Control"], "a");
    page.press("Delete");
    page.until_yes("all('.stage .main')[0].disabled");
    page.press_with(&["Control"], "Enter");
    assert_eq!(page.text(".place"), "Question 1 of 3", "nothing was written");
    page.write(&output);
    page.press_with(&["Control"], "Enter");
    page.until_question(2, 3);
    page.until_focus("question");
    let heard = page.js("return keys");
    let heard: Vec<_> = heard.as_array().unwrap().iter().filter_map(|key| key.as_str()).collect();
    assert!(heard.iter().all(|key| ["Tab", "Control", "a"].contains(key)), "the page has heard {heard:?}");

    // A line too many, and the first one wrong.
    page.until_yes("all('textarea').length");
    let output = source.output(&page.prompt());
    let (first, rest) = output.split_once('\n').unwrap_or((&output, ""));
    let written = if rest.is_empty() { "wrong\nmore".to_owned() } else { format!("wrong\n{rest}\nmore") };
    page.write(&written);
    page.click("Submit answer");
    page.until_question(3, 3);
    page.press("s");
    page.until_focus("overview");
    page.click("Hand in");
    page.until_screen("debrief");

    open_rows(&page);
    let second = if rest.is_empty() { "Wrong" } else { "Right in part" };
    assert_eq!(page.texts(".result .what > .soft"), ["Right", second, "Skipped"]);
    let rows = table(&page, 1);
    let rows = rows.as_array().unwrap();
    assert_eq!(rows[0], json!(["wrong", "wrong", super::play::tidy(first)]));
    assert_eq!(*rows.last().unwrap(), json!(["wrong", "more", "no line"]));
    assert_eq!(rows.len(), written.lines().count());
    let programs = page
        .js("return [...root.querySelectorAll('.result')].map((row) => row.querySelectorAll('pre[aria-label=Program]').length)");
    assert!(programs[0].as_u64() >= Some(1), "{programs}");
    let twice = page.js("return [...root.querySelectorAll('.result')].some((row) => {
          const programs = [...row.querySelectorAll('pre[aria-label=Program]')].map(words);
          return new Set(programs).size < programs.length;
        })");
    assert_eq!(twice, false);
}

#[test]
fn a_reload_keeps_what_was_typed_and_ticks_leave_the_caret() {
    let source = Source::read();
    let page = started(&[]);
    page.write("one\n  two ");
    let heading = page.heading();
    page.reload();
    page.until("the same field", |page| page.yes("all('textarea').length") && page.heading() == heading);
    assert_eq!(field(&page), "one\n  two ");

    // In the middle of the text, over the ticks of several seconds and a draft that is stored.
    page.js("const field = all('textarea')[0]; field.focus(); field.setSelectionRange(1, 1)");
    let stored = |page: &Page| page.stored().iter().filter(|(_, text)| text.contains("oabcne")).count();
    page.type_in("abc");
    page.until("a stored draft", |page| stored(page) == 1);
    page.type_in("d");
    assert_eq!(field(&page), "oabcdne\n  two ");
    assert_eq!(page.js("return all('textarea')[0].selectionStart"), 5);

    // Another question in between.
    page.click("Skip");
    page.until_question(2, 3);
    page.until_yes("all('textarea').length");
    assert_eq!(field(&page), "");
    page.click("Question 1: skipped");
    page.until_question(1, 3);
    page.until("the draft", |page| page.yes("all('textarea').length") && field(page) == "oabcdne\n  two ");
    page.js("all('textarea')[0].select()");
    page.write(&source.output(&page.prompt()));
    page.click("Submit answer");
    page.until("the next", |page| page.text(".place") != "Question 1 of 3");
    assert_eq!(page.answered(), 1);
}

#[test]
fn strict_time_takes_what_is_written_so_far() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.custom(&[("count", "2"), ("seconds", "60"), ("minutes", "10")]);
    page.tick_only("Ask me to", &["predict what a program prints"]);
    page.tick_only("Strictness", &["Move on by itself when a question’s time is up"]);
    page.click("Start custom round");
    page.until_screen("round");
    page.until_yes("all('textarea').length");
    let output = source.output(&page.prompt());
    page.write(&output);
    // Before a tick or two could have stored it.
    page.skip(59);
    page.until_question(2, 2);
    page.skip(61);
    page.until_screen("debrief");
    assert_eq!(page.texts(".result .what > .soft"), ["Right · time ran out", "No answer · time ran out"]);
    let debrief = page.standing();
    page.reload();
    page.until("the same debrief", |page| page.yes("root?.querySelector('[data-screen]')") && page.standing() == debrief);
}

#[test]
fn a_program_that_is_still_to_come() {
    let source = Source::read();
    let page = Page::blank();
    page.server.lose(".txt");
    page.server.add("/post.html", document(EMBED, "<mock-interview levels=basic modes=output questions=2></mock-interview>"));
    page.go("/post.html");
    page.click("Start the interview");
    page.until("the words", |page| page.text(".stage").contains("The question did not load."));
    assert!(page.heading().ends_with("What does this program print?"), "the words of a basic question are there");
    assert_eq!(page.count("textarea"), 0);
    page.press("Enter");
    assert_eq!(page.text(".place"), "Question 1 of 2");
    page.server.restore();
    page.click_at(".stage button", "Try again");
    page.until_yes("all('textarea').length");
    page.until("the words", |page| page.text("[role=status]") == "The question is here.");
    page.answer(&source, true);
    page.answer(&source, false);
    page.until_screen("debrief");
    assert_eq!(page.texts(".result .what > .soft"), ["Right", "Wrong"]);
}

#[test]
fn axe_finds_nothing_about_programs() {
    let (axe, page) = (axe(), started(&[]));
    let mut found = violations(&page, &axe, "a program");
    page.write("one\ntwo\nthree\nfour\nfive\nsix\nseven");
    found.extend(violations(&page, &axe, "a program, predicted"));
    page.press_with(&["Control"], "Enter");
    page.until_question(2, 3);
    page.press("e");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    open_rows(&page);
    assert!(page.count(".lines tr") > 6);
    found.extend(violations(&page, &axe, "the debrief of programs"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}
