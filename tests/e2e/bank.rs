//! The setting that names another bank: one that cannot be read is said so, and it changes only between rounds.

use super::api::call;
use super::embedded::UNCAUGHT;
use super::hooks::TOLD;
use super::page::Page;
use super::play::Source;
use super::post::element;
use serde_json::json;

fn is_unreadable(page: &Page) {
    page.until("the alert", |page| page.text("[role=alert] h2") == "The questions could not be read");
    assert!(page.shows_fallback());
    assert_eq!(page.state(), "failed");
    let codes = page.js("return told.filter(({ name }) => name === 'error').map(({ detail }) => detail.code)");
    assert_eq!(codes, json!(["bank"]));
    assert_eq!(page.js("return uncaught"), json!([]));
}

fn set_bank(page: &Page, bank: &str) {
    page.js(&format!("told.length = 0; host.setAttribute('bank', {})", json!(bank)));
}

#[test]
fn one_that_is_not_there() {
    let page = Page::at_post(&element(""), &[TOLD, UNCAUGHT]);
    page.until_state("ready");
    let long = format!("/{}.md", "x".repeat(10_000));
    let banks = [
        "nothing.md",
        "#nothing",
        "#",
        "# #",
        "#%",
        "#__proto__",
        "__proto__",
        "constructor",
        "-1",
        "1.5",
        "http://[",
        "//",
        "http://a:b/",
        "javascript:alert(1)",
        "about:blank",
        "<img src=x>",
        "مقابلة",
        "../../../nothing.md",
        "🎲.md",
        "%00",
        long.as_str(),
    ];
    for bank in banks {
        set_bank(&page, bank);
        is_unreadable(&page);
        // There is a way back to the built-in one.
        set_bank(&page, " ");
        page.until_card();
        page.until_state("ready");
        assert_eq!(
            (page.text("h2"), page.text(".soft")),
            ("Async programming in Python".into(), "10 questions · 15 minutes".into())
        );
    }
}

#[test]
fn pressed_or_called_it_says_so() {
    let page = Page::at_post(&element("bank=#nothing loading=click"), &[TOLD, UNCAUGHT]);
    page.until_card();
    assert_eq!((page.text("h2"), page.text(".soft")), ("Questions".into(), "Up to 10 questions · 15 minutes".into()));
    page.click("Start the interview");
    is_unreadable(&page);
    page.js("told.length = 0");
    assert_eq!(call(&page, "await host.start()")["code"], json!("bank"));
    is_unreadable(&page);
}

#[test]
fn in_the_lobby_it_changes_at_once() {
    let page = Page::at_post(&element("open"), &[TOLD, UNCAUGHT]);
    page.until_screen("lobby");
    set_bank(&page, "#nothing");
    is_unreadable(&page);
}

/// In the middle of a round, which nothing disturbs, the page names a bank that is not there.
fn in_a_round(page: &Page) {
    call(page, "await host.start()");
    page.until_question(1, 10);
    page.choose(&Source::read(), true);
    let standing = page.standing();
    page.js("root.querySelector('[data-screen]').marked = true");
    set_bank(page, "#nothing");
    page.js("host.setAttribute('minutes', 7)");
    let left = page.clock().0;
    page.until("a tick", |page| page.clock().0 < left);
    assert_eq!((page.standing(), page.state()), (standing, "running".to_owned()));
    assert!(page.yes("root.querySelector('[data-screen]').marked"), "it was mounted anew");
    page.focus_heading();
    page.press("e");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('summary').forEach((row) => row.click())");
    page.js_later("setTimeout(() => setTimeout(done))");
    assert_eq!(page.screen(), "debrief", "the debrief is read in peace");
}

#[test]
fn in_a_round_it_waits_for_the_lobby() {
    let page = Page::at_post(&element(""), &[TOLD, UNCAUGHT]);
    page.until_card();
    in_a_round(&page);
    page.click("New round");
    is_unreadable(&page);
}

#[test]
fn or_for_the_next_start() {
    let page = Page::at_post(&element(""), &[TOLD, UNCAUGHT]);
    page.until_card();
    in_a_round(&page);
    assert_eq!(call(&page, "await host.start()")["code"], json!("bank"));
    is_unreadable(&page);
    set_bank(&page, "");
    page.click("Start the interview");
    page.until_question(1, 10);
}

#[test]
fn named_and_taken_back_it_changes_nothing() {
    let page = Page::at_post(&element(""), &[TOLD, UNCAUGHT]);
    page.until_card();
    in_a_round(&page);
    page.js("host.removeAttribute('bank')");
    assert_eq!(page.screen(), "debrief");
    page.click("New round");
    page.until_screen("lobby");
    assert_eq!(page.heading(), "Async programming in Python");
}

/// Three questions of the page's own.
const POST: &str = "<h1>Trains</h1><section id='own'>
    <h2>What runs on rails?</h2><p>A train.</p>
    <h2>What is a sleeper?</h2><p>What the rails lie on.</p>
    <h2>What does a signal say?</h2><p>Whether the way is free.</p></section>";

fn is_asked(page: &Page, heading: &str) -> bool {
    ["What runs on rails?", "What is a sleeper?", "What does a signal say?"].contains(&heading) && page.is_spoken()
}

#[test]
fn on_the_card_it_changes_with_its_title() {
    let page = Page::at_post(&format!("{POST}{}", element("")), &[TOLD, UNCAUGHT]);
    page.until_state("ready");
    for (bank, name, title, line) in [
        ("#own", "/post.html#own", "Trains", "Up to 3 questions · 15 minutes"),
        ("banks/http-caching.md", "/banks/http-caching.md", "HTTP caching", "Up to 6 questions · 15 minutes"),
        ("", "async-python", "Async programming in Python", "10 questions · 15 minutes"),
    ] {
        page.js("root.querySelector('button.plain').focus()");
        set_bank(&page, bank);
        page.until("the title", |page| page.text("h2") == title);
        page.until_state("ready");
        assert_eq!(page.text(".soft"), line);
        assert_eq!(page.focus(), "Other rounds");
        assert_eq!(page.js("return told.map(({ name, detail }) => [name, detail.bank])"), json!([["ready", name]]));
    }
    set_bank(&page, "#own");
    page.click("Start the interview");
    page.until_question(1, 3);
    assert!(is_asked(&page, &page.heading()));
    assert_eq!(page.js("return uncaught"), json!([]));
}

#[test]
fn from_lobby_to_lobby() {
    let page = Page::at_post(&format!("{POST}{}", element("open")), &[TOLD, UNCAUGHT]);
    page.until_screen("lobby");
    page.js("root.querySelector('[data-screen] summary').focus()");
    set_bank(&page, "#own");
    page.until("the other lobby", |page| page.heading() == "Trains" && page.screen() == "lobby");
    page.until_focus_inside();
    set_bank(&page, "");
    page.until("the first lobby", |page| page.heading() == "Async programming in Python" && page.screen() == "lobby");
    page.start("Warm-up");
    assert_eq!(page.js("return uncaught"), json!([]));
}

#[test]
fn after_a_round_it_is_the_other_bank_s_turn() {
    let page = Page::at_post(&format!("{POST}{}", element("")), &[TOLD, UNCAUGHT]);
    page.until_card();
    call(&page, "await host.start()");
    page.until_question(1, 10);
    set_bank(&page, "#own");
    assert_eq!(call(&page, "await host.start(); await host.stop(); return host.state"), json!("finished"));
    page.until_screen("debrief");
    page.click("New round");
    page.until("the lobby of the other", |page| page.heading() == "Trains");
    call(&page, "await host.start()");
    page.until_question(1, 3);
    assert!(is_asked(&page, &page.heading()));
    // Each bank keeps what is its own.
    assert_eq!(call(&page, "return JSON.parse(await (await host.exportProgress()).text()).bank"), json!("/post.html#own"));
}

#[test]
fn its_running_round_goes_on_by_itself() {
    for bank in ["#own", "banks/http-caching.md", "/banks/async-python.md?50%25:x"] {
        let page = Page::at_post(&format!("{POST}{}", element(&format!("loading=click bank='{bank}'"))), &[TOLD, UNCAUGHT]);
        page.click("Start the interview");
        page.until_screen("round");
        let standing = page.standing();
        page.reload();
        page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
        // Another bank's round is none of its business.
        page.go_to_post(&element("loading=click"));
        page.until_card();
        page.settle();
        assert_eq!(page.state(), "idle", "{bank}");
    }
}
