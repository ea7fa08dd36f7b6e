//! Settings that change while the page is open: at once where no round runs, for the next round where one does.

use super::hooks::{TOLD, WARNINGS};
use super::page::Page;
use super::play::Source;
use super::post::element;
use serde_json::{Value, json};

fn set(page: &Page, settings: &[(&str, &str)]) {
    for (name, value) in settings {
        page.js(&format!("host.setAttribute({name:?}, {value:?})"));
    }
}

fn remove(page: &Page, names: &[&str]) {
    names.iter().for_each(|name| drop(page.js(&format!("host.removeAttribute({name:?})"))));
}

/// What the last round that began was told to be.
fn round(page: &Page) -> Value {
    page.js("return told.filter(({ name }) => name === 'round-start').at(-1)?.detail")
}

const ALL: [(&str, &str); 9] = [
    ("heading", "Another heading"),
    ("preset", "full"),
    ("questions", "3"),
    ("minutes", "7"),
    ("modes", "spoken"),
    ("topics", "tasks"),
    ("levels", "basic core deep"),
    ("seed", "changed"),
    ("lang", "en-GB"),
];

fn is_as_changed(page: &Page) {
    page.until_question(1, 3);
    assert!(page.is_spoken());
    let source = Source::read();
    assert_eq!(source.question(&page.heading()).topic, "tasks");
    let round = round(page);
    assert_eq!(
        [&round["preset"], &round["seed"], &round["questions"], &round["seconds"]],
        [&json!("Full loop"), &json!("changed"), &json!(3), &json!(420)]
    );
}

#[test]
fn on_the_card() {
    let page = Page::at_post(&element("loading=click"), &[TOLD, WARNINGS]);
    page.until_card();
    page.js("root.querySelector('button.plain').focus()");
    let line = |setting: (&str, &str), title: &str, line: &str| {
        set(&page, &[setting]);
        assert_eq!((page.text("h2"), page.text(".soft")), (title.to_owned(), line.to_owned()), "{setting:?}");
        assert_eq!(page.focus(), "Other rounds", "the focus stays where it is");
    };
    let usual = "Async programming in Python";
    line(("heading", "Mine"), "Mine", "10 questions · 15 minutes");
    line(("heading", ""), usual, "10 questions · 15 minutes");
    line(("preset", "warm-up"), usual, "6 questions · 5 minutes");
    line(("questions", "7"), usual, "7 questions");
    line(("minutes", "8"), usual, "7 questions · 8 minutes");
    line(("topics", "tasks"), usual, "Up to 7 questions · 8 minutes");
    remove(&page, &["heading", "preset", "questions", "minutes", "topics"]);
    assert_eq!((page.text("h2"), page.text(".soft")), (usual.to_owned(), "10 questions · 15 minutes".to_owned()));
    assert_eq!((page.loaded().len(), page.state()), (0, "idle".to_owned()));
    set(&page, &ALL);
    page.click("Start the interview");
    is_as_changed(&page);
    assert_eq!(page.warnings(), [""; 0]);
}

#[test]
fn when_it_loads() {
    for loading in ["eager", "lazy", ""] {
        let page = Page::at_post(&element("loading=click"), &[]);
        page.until_card();
        page.settle();
        assert_eq!(page.loaded().len(), 0);
        set(&page, &[("loading", loading)]);
        page.until_state("ready");
        assert!(page.has_card());
        set(&page, &[("open", "")]);
        page.until_screen("lobby");
        remove(&page, &["open"]);
        assert_eq!(page.screen(), "lobby");
    }
}

#[test]
fn where_it_loads_from() {
    let page = Page::at_post(&element("loading=click"), &[]);
    page.until_card();
    page.server.copy("/copy/");
    set(&page, &[("base-url", "copy")]);
    page.click("Start the interview");
    page.until_screen("round");
    let asked = page.server.asked();
    assert!(asked[2..].iter().all(|path| path.starts_with("/copy/")), "{asked:?}");
}

#[test]
fn in_the_lobby() {
    let page = Page::at_post(&element("open"), &[TOLD]);
    page.until_screen("lobby");
    page.js("root.querySelector('[data-screen] h2').marked = true");
    set(&page, &ALL);
    page.until("the heading", |page| page.heading() == "Another heading");
    assert!(page.text(".own").starts_with("3 questions in 7 min."), "{}", page.text(".own"));
    assert!(page.yes("root.querySelector('[data-screen] h2').marked"), "it was mounted anew");
    page.click("Start this page’s round");
    is_as_changed(&page);
}

#[test]
fn back_in_the_lobby() {
    let page = Page::at_post(&element("open minutes=7"), &[]);
    page.until("the page’s round", |page| page.text(".own").starts_with("10 questions in 7 min."));
    remove(&page, &["minutes"]);
    page.until("no round of the page’s own", |page| page.count(".own") == 0);
}

#[test]
fn a_round_is_not_disturbed() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 6);
    page.answer(&source, true);
    page.choose(&source, true);
    let (standing, before) = (page.standing(), page.clock());
    page.js("root.querySelector('[data-screen]').marked = true");
    set(&page, &ALL);
    set(&page, &[("loading", "click"), ("open", ""), ("base-url", "/nowhere/")]);
    remove(&page, &["open", "base-url"]);
    page.until("a tick", |page| page.clock().0 < before.0);
    assert_eq!((page.standing(), page.state()), (standing, "running".to_owned()));
    assert!(page.yes("root.querySelector('[data-screen]').marked"), "it was mounted anew");
    let (left, at) = page.clock();
    assert!((1000 * (before.0 - left) - (at - before.1)).abs() <= 1100, "the time changed: {before:?} {left} {at}");
    page.answer_all(&source, true);
    assert_eq!(round(&page)["questions"], json!(6));
    let debrief = page.standing();
    set(&page, &[("minutes", "8")]);
    remove(&page, &["minutes"]);
    set(&page, &[("minutes", "7")]);
    assert_eq!(page.standing(), debrief);
    page.click("New round");
    page.until("the page’s round", |page| page.text(".own").starts_with("3 questions in 7 min."));
    page.click("Start this page’s round");
    is_as_changed(&page);
}

#[test]
fn a_start_that_is_on_its_way_is_not_lost() {
    let page = Page::at_post(&element("loading=click"), &[TOLD]);
    page.until_card();
    let wasm = page.server.file("mock-interview.wasm");
    page.server.hold(&wasm);
    page.click("Start the interview");
    page.until_state("loading");
    set(&page, &ALL);
    assert_eq!(page.state(), "loading");
    page.server.release(&wasm);
    is_as_changed(&page);
}

/// The browser meets the element before what is in it.
#[test]
fn settings_that_a_classic_script_sees_late() {
    let page = Page::blank();
    page.before_load(TOLD);
    let html = "<!doctype html><html lang='en'><link rel='icon' href='data:,'><script src='embed.iife.js'></script>
        <mock-interview loading='click'><script type='application/json'>{\"questions\": 3, \"heading\": \"Late\"}</script></mock-interview>
        <p>The end.</p>";
    page.server.add("/classic.html", html);
    page.go("/classic.html");
    page.until("the card", |page| page.text("h2") == "Late" && page.text(".soft") == "3 questions");
    page.click("Start the interview");
    page.until_question(1, 3);
}
