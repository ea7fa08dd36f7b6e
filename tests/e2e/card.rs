//! The start card: painted by embed.js alone, it says what is to come, really starts it, and gives way to what was left running.

use super::hooks::TOLD;
use super::page::Page;
use super::post::{PARTS, element, far, post};
use serde_json::json;

fn hold_parts(page: &Page) {
    PARTS.iter().for_each(|part| page.server.hold(&page.server.file(part)));
}

fn release_parts(page: &Page) {
    PARTS.iter().for_each(|part| page.server.release(&page.server.file(part)));
}

#[test]
fn it_is_painted_by_one_file_alone() {
    let page = Page::at_post(&element("loading=click"), &[]);
    page.until_card();
    page.settle();
    assert_eq!(page.server.asked(), ["/post.html", "/embed.js"]);
    assert_eq!(page.texts(".eyebrow, h2, .soft"), ["Mock interview", "Async programming in Python", "10 questions · 15 minutes"]);
    assert_eq!(page.texts("button"), ["Start the interview", "Other rounds"]);
    assert!(!page.shows_fallback(), "the card takes the place of what the page says without it");
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn it_says_what_the_page_asks_for() {
    let long = format!("heading='{}'", "é".repeat(120));
    let too_long = format!("heading='{}'", "é".repeat(121));
    let (usual, questions) = ("Async programming in Python", "10 questions · 15 minutes");
    let cases = [
        ("preset=warm-up", usual, "6 questions · 5 minutes"),
        ("preset=' full '", usual, "22 questions · 45 minutes"),
        ("questions=7", usual, "7 questions"),
        ("questions=' 7 ' minutes=20", usual, "7 questions · 20 minutes"),
        ("questions=1 minutes=1", usual, "1 question · 1 minute"),
        ("questions=500", usual, "86 questions"),
        ("minutes=600", usual, "10 questions · 600 minutes"),
        ("heading=' Do you know it? '", "Do you know it?", questions),
        ("heading='<b>&lt;i>Bold</b>'", "<b><i>Bold</b>", questions),
        (long.as_str(), &long[9..249], questions),
        ("topics=tasks", usual, "Up to 10 questions · 15 minutes"),
        ("levels=deep", usual, "Up to 10 questions · 15 minutes"),
        ("modes=spoken questions=3", usual, "Up to 3 questions"),
        // What is wrong is as if it were not there.
        ("preset=quiz", usual, questions),
        ("preset=__proto__", usual, questions),
        ("preset=constructor", usual, questions),
        ("questions=501", usual, questions),
        ("questions=0 minutes=601", usual, questions),
        ("questions=-1 minutes=1.5", usual, questions),
        ("questions='' minutes=' ' heading=' ' topics='' levels=' ' modes=''", usual, questions),
        (too_long.as_str(), usual, questions),
    ];
    let page = Page::blank();
    let body: String = cases.iter().map(|(attributes, ..)| element(&format!("loading=click {attributes}"))).collect();
    page.go_to_post(&body);
    for (which, (attributes, title, line)) in cases.into_iter().enumerate() {
        page.look_at(which);
        page.until_card();
        assert_eq!((page.text("h2"), page.text(".soft")), (title.to_owned(), line.to_owned()), "{attributes}");
    }
}

#[test]
fn start_begins_the_round() {
    let page = Page::at_post(&element("preset=warm-up"), &[]);
    page.click("Start the interview");
    page.until_screen("round");
    page.until_question(1, 6);
    page.until_focus("question");
}

#[test]
fn so_does_the_keyboard() {
    for key in ["Enter", "Space"] {
        let page = Page::at_post(&element("loading=click preset=warm-up"), &[]);
        page.until_card();
        page.press("Tab");
        page.until_focus("Start the interview");
        page.press(key);
        page.until_question(1, 6);
        page.until_focus("question");
    }
}

#[test]
fn pressed_before_anything_has_come_it_begins_when_it_comes() {
    let page = Page::at_post(&element("loading=click preset=warm-up"), &[TOLD]);
    hold_parts(&page);
    page.until_card();
    page.click("Start the interview");
    page.until_yes("all('button.main')[0].ariaBusy === 'true'");
    page.click("Start the interview");
    page.until("all are asked for", |page| page.loaded().len() == 2);
    assert_eq!(page.state(), "loading");
    assert!(page.has_card());
    release_parts(&page);
    page.until_question(1, 6);
    page.until_focus("question");
    assert_eq!(page.told(), ["ready", "round-start"]);
    assert_eq!(page.loaded().len(), 2);
}

#[test]
fn the_last_word_counts_while_it_loads() {
    let page = Page::at_post(&element("loading=click"), &[]);
    hold_parts(&page);
    page.until_card();
    page.click("Other rounds");
    page.click("Start the interview");
    release_parts(&page);
    page.until_question(1, 10);
}

#[test]
fn other_rounds_and_settings_are_in_the_lobby() {
    let page = Page::at_post(&element("loading=click"), &[]);
    page.click("Other rounds");
    page.until_screen("lobby");
    page.until_focus("lobby");
    assert!(!page.yes("root.querySelector('.start')"), "the card is gone");
    page.start("Full loop");
}

#[test]
fn what_does_not_come_can_be_tried_again() {
    for lost in PARTS {
        let page = Page::at_post(&element("loading=click preset=warm-up"), &[TOLD]);
        page.until_card();
        page.server.lose(&page.server.file(lost));
        page.js("root.querySelector('button').focus()");
        page.press("Enter");
        page.until("the alert", |page| page.text("[role=alert] h2") == "The interview did not load");
        assert!(page.shows_fallback(), "{lost}: what the page says without it is back");
        assert_eq!(page.state(), "failed");
        assert_eq!(page.js("return told.map(({ name, detail }) => [name, detail.code])"), json!([["error", "network"]]));
        page.until_focus("Try again");
        page.press("Enter");
        page.until("another failure", |page| page.told() == ["error", "error"]);
        page.server.restore();
        page.click("Try again");
        // What was asked for before is still wanted.
        page.until_question(1, 6);
        page.until_focus("question");
        assert!(!page.shows_fallback());
    }
}

#[test]
fn a_running_round_goes_on_by_itself() {
    let page = Page::at_post(&element("loading=click"), &[TOLD]);
    page.click("Start the interview");
    page.until_question(1, 10);
    let standing = page.standing();
    page.server.add("/other.html", post(&far("loading=click")));
    for path in ["/post.html", "/other.html"] {
        page.go(path);
        page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
        assert_eq!(page.told(), ["ready"], "it is no new round");
        assert!(!page.yes("root.activeElement"), "nobody has called for the focus");
    }
}

#[test]
fn a_finished_round_leaves_the_card_in_its_place() {
    let page = Page::at_post(&element(""), &[]);
    page.click("Start the interview");
    page.until_question(1, 10);
    // What happened is stored in two parts then.
    page.reload();
    page.until_question(1, 10);
    page.focus_heading();
    page.press("e");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    assert!(page.stored_key(":journal:").is_some(), "where the widget is opened the debrief is still to be seen");
    page.reload();
    page.until_card();
    page.until_state("ready");
    assert!(page.has_card());
    page.click("Start the interview");
    page.until_question(1, 10);
}
