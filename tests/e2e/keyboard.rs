//! By keyboard alone: a whole round, with the focus always where the reader is; and keys that are not ours left alone.

use super::page::Page;
use super::play::Source;
use serde_json::json;

/// The focus is on the heading of the question on screen.
fn until_at(page: &Page, number: usize, count: usize) {
    page.until_question(number, count);
    page.until_focus("question");
    assert_eq!(page.text("h2:focus"), page.heading());
}

#[test]
fn a_screen_round_by_keyboard_alone() {
    let source = Source::read();
    let page = Page::open();
    page.tab_to("Start Phone screen");
    page.press("Enter");
    until_at(&page, 1, 10);
    page.answer(&source, true);

    until_at(&page, 2, 10);
    page.press("s");

    until_at(&page, 3, 10);
    page.press("f");
    page.until("the flag", |page| page.text("[role=status]") == "Flagged.");
    assert_eq!(page.texts(".navigator [data-flagged]"), ["3"]);
    page.answer(&source, false);

    until_at(&page, 4, 10);
    page.press("?");
    page.until_yes("all('dialog[open]').length");
    assert_eq!(page.text("dialog[open] h2"), "How it works");
    page.press("s");
    page.press("Esc");
    page.until_yes("!all('dialog[open]').length");
    until_at(&page, 4, 10);

    for number in 4..=10 {
        until_at(&page, number, 10);
        page.answer(&source, number % 2 == 0);
    }
    page.until_focus("overview");
    assert_eq!((page.heading(), page.answered()), ("1 question still open".to_owned(), 9));
    page.tab_to("Go to the first open question");
    page.press("Enter");
    until_at(&page, 2, 10);
    page.press("s");
    page.until_focus("overview");
    page.tab_to("Hand in");
    page.press("Enter");
    page.until_screen("debrief");
    page.until_focus("debrief");
    // Right were 1, 4, 6, 8 and 10.
    assert!(page.heading().ends_with("You had 5 of 10 right."), "{}", page.heading());

    page.tab_to("Again, only what I missed (5)");
    page.press("Enter");
    until_at(&page, 1, 5);
    page.press("e");
    page.until_yes("all('dialog[open]').length");
    assert_eq!(page.focus(), "End it and see the debrief");
    page.press("Enter");
    page.until_screen("debrief");
    page.until_focus("debrief");
    page.tab_to("New round");
    page.press("Enter");
    page.until_screen("lobby");
    page.until_focus("lobby");
}

/// Plays a round of two questions of each kind by keyboard, from heading to heading; nobody counts the letters of an answer.
fn keys_a_question(attributes: &str) -> usize {
    let source = Source::read();
    let page = Page::blank();
    let element = format!("<mock-interview open questions=2 seed=keys {attributes}></mock-interview>");
    page.server.add("/post.html", super::host::document(super::host::EMBED, &element));
    page.go("/post.html");
    // Firefox makes no click of Enter on what Tab has led to before it was there.
    page.until_screen("lobby");
    page.tab_to("Start this page’s round");
    page.press("Enter");
    page.until_question(1, 2);
    page.until_words();
    let mut most = 0;
    for number in 1..=2 {
        page.until_focus("question");
        assert!(page.yes("document.activeElement.shadowRoot.activeElement.localName === 'h2'"));
        let mut count = 0;
        let mut press = |key: &str| {
            count += 1;
            page.press(key);
        };
        if page.count(".choice") > 0 {
            press(&page.place_of(&source, true).to_string());
            page.until_yes("all('.choice:has(:checked)').length");
            press("Enter");
        } else if page.yes("all('textarea').length") {
            // In an exam Enter goes on to the next question.
            let way = if attributes.contains("exam") { "Tab" } else { "Enter" };
            while !page.yes("root.activeElement?.matches('textarea')") {
                press(way);
            }
            page.type_in("Something.");
            page.press_with(&["Control"], "Enter");
            count += 1;
        } else {
            let is_thinking = page.text(".question-time").contains("Think");
            press("Enter");
            if is_thinking {
                page.until("the answer", |page| !page.text(".question-time").contains("Think"));
                press("Enter");
            }
            page.until_focus("answer");
            count += 1;
            page.press("4");
        }
        page.until("what comes next", |page| {
            page.screen() == "debrief"
                || page.count("[data-focus=overview]") > 0
                || page.count(".review") > 0
                || page.text(".place") != format!("Question {number} of 2")
        });
        if page.count(".review") > 0 {
            page.until_focus("review");
            page.press("Enter");
            count += 1;
        }
        most = most.max(count);
        if number == 1 {
            // A follow-up may have come in.
            page.until("the second question", |page| page.text(".place").starts_with("Question 2 of "));
            page.until_words();
        }
    }
    // An exam is handed in once, by its button.
    if attributes.contains("exam") {
        page.until_focus("overview");
        page.tab_to("Hand in");
        page.press("Enter");
    } else {
        page.until("what comes next", |page| page.screen() == "debrief" || page.text(".place").starts_with("Question 3 of "));
        if page.screen() == "round" {
            page.press("e");
            page.click("End it and see the debrief");
        }
    }
    page.until_screen("debrief");
    page.until_focus("debrief");
    most
}

#[test]
fn three_keys_a_question_in_every_kind_of_round() {
    for mode in ["choice", "spoken", "output", "typed"] {
        let keys = keys_a_question(&format!("preset=screen modes={mode}"));
        assert!(keys <= 3, "{mode}: {keys} keys");
    }
    for kind in [
        "preset=deep-dive modes=spoken",
        "preset=exam modes=choice",
        "preset=exam modes=typed",
        "preset=practice modes=choice",
        "preset=practice modes=spoken",
    ] {
        let keys = keys_a_question(kind);
        assert!(keys <= 3, "{kind}: {keys} keys");
    }
}

#[test]
fn dialogs_give_the_focus_back_to_what_opened_them() {
    let page = Page::open();
    page.start("Warm-up");
    for (opener, close) in [("Keys and help", "Close"), ("End round", "Go on"), ("More time", "Leave it as it is")] {
        for way in ["Esc", "button"] {
            page.tab_to(opener);
            page.press("Enter");
            page.until_yes("all('dialog[open]').length");
            if way == "Esc" {
                page.press("Esc");
            } else {
                page.tab_to(close);
                page.press("Enter");
            }
            page.until_yes("!all('dialog[open]').length");
            page.until("the focus back", |page| page.focus() == opener);
        }
    }
}

/// From everywhere the way leads out of the widget, forwards and backwards.
#[test]
fn the_focus_is_nowhere_caught() {
    let source = Source::read();
    let page = Page::open();
    let leads_out = |screen: &str| {
        for key in ["Tab", "Shift"] {
            page.js("host.shadowRoot.querySelector('h2').focus()");
            let out = (0..120).any(|_| {
                if key == "Tab" {
                    page.press("Tab")
                } else {
                    page.press_with(&["Shift"], "Tab")
                }
                page.yes("document.activeElement !== host")
            });
            assert!(out, "{screen}: {key} leads nowhere");
        }
    };
    leads_out("lobby");
    page.start("Warm-up");
    leads_out("question");
    page.js("host.shadowRoot.querySelector('h2').focus()");
    page.answer_all(&source, true);
    leads_out("debrief");
}

#[test]
fn the_clock_is_hidden_and_told_by_key() {
    let page = Page::open();
    page.start("Warm-up");
    page.press("t");
    page.until("the time", |page| page.text("[role=status]").contains("left in this round."));
    page.press("h");
    page.until("a hidden clock", |page| page.text(".clock") == "Show clock");
    page.press("h");
    page.until("the clock", |page| page.text(".clock .time b").contains(':'));
}

#[test]
fn enter_on_a_button_is_that_button() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.press("1");
    page.until_yes("all('.choice:has(:checked)').length");
    page.tab_to("Skip");
    page.press("Enter");
    page.until_question(2, 6);
    assert_eq!((page.answered(), page.count(".navigator .skipped")), (0, 1));

    // In a group of radio buttons Enter has no meaning of its own: it submits, and a digit still chooses.
    page.press("1");
    page.until_yes("all('.choice:has(:checked)').length");
    page.until("a radio button", |page| {
        page.press("Tab");
        page.yes("root.activeElement?.type === 'radio'")
    });
    page.press(&page.place_of(&source, true).to_string());
    page.press("Enter");
    page.until_question(3, 6);
    assert_eq!(page.answered(), 1);
}

/// Keydowns as the page sees them, after the widget: the key, and whether its default was prevented.
fn keys(page: &Page) -> serde_json::Value {
    page.js("return keys.splice(0)")
}

#[test]
fn keys_that_are_not_ours_are_left_to_the_page() {
    let page = Page::open();
    page.js("window.keys = []; addEventListener('keydown', (event) => keys.push([event.key, event.defaultPrevented]))");
    page.start("Warm-up");
    page.until_focus("question");
    let standing = page.standing();

    for (modifier, key) in [("Control", "f"), ("Control", "s"), ("Alt", "e"), ("Meta", "h"), ("Control", "1")] {
        page.press_with(&[modifier], key);
        assert_eq!(keys(&page), json!([[modifier, false], [key, false]]), "{modifier}+{key}");
    }
    page.press("x");
    page.press("9");
    assert_eq!(keys(&page), json!([["x", false], ["9", false]]), "keys without a meaning here");
    page.press("f");
    assert_eq!(keys(&page), json!([]), "what means something here is nothing to the page");
    page.press("f");
    page.until("the flag gone", |page| page.standing() == standing);
    keys(&page);

    page.js("root.activeElement.blur()");
    for key in ["1", "Enter", "s", "f", "h", "e", "?"] {
        page.press(key);
        assert_eq!(keys(&page), json!([[key, false]]), "outside the widget");
    }
    page.js("document.body.append(document.createElement('textarea')); document.querySelector('textarea').focus()");
    page.type_in("1 sfe?");
    assert_eq!(page.js("return document.querySelector('textarea').value"), "1 sfe?");
    assert_eq!(page.standing(), standing);
    assert_eq!(page.count("dialog[open]"), 0);
}

#[test]
fn the_custom_form_takes_what_is_typed() {
    let page = Page::open();
    page.custom(&[("count", "123"), ("seed", "1sfe?ht"), ("minutes", "9")]);
    assert_eq!(page.screen(), "lobby");
    assert_eq!(page.count("dialog[open]"), 0);
}
