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
    assert_eq!((page.text("h2"), page.text(".soft")), ("Questions and answers".into(), "Up to 10 questions · 15 minutes".into()));
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
