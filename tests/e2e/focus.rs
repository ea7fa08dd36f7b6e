//! A button that goes away when it is pressed must not take the focus along: whoever plays by keyboard would be thrown
//! out of the widget, and its keys would mean nothing any more.

use super::host::{EMBED, document};
use super::page::Page;

#[test]
fn hiding_the_clock() {
    let page = Page::open();
    page.start("Warm-up");
    page.tab_back_to("Hide clock");
    page.press("Enter");
    page.until("a hidden clock", |page| page.text(".clock") == "Show clock");
    page.until_focus_inside();
    page.tab_back_to("Show clock");
    page.press("Enter");
    page.until("the clock", |page| page.text(".clock .time b").contains(':'));
    page.until_focus_inside();
}

#[test]
fn trying_again_for_the_model_answers() {
    let page = Page::blank();
    page.server.lose(".txt");
    page.server.add("/post.html", document(EMBED, "<mock-interview levels=basic modes=spoken></mock-interview>"));
    page.go("/post.html");
    page.click("Start the interview");
    page.until_focus("question");
    page.press("Enter");
    page.until_focus("answer");
    page.server.restore();
    page.tab_to("Try again");
    page.press("Enter");
    page.until_yes("all('.stage .short').length");
    page.until_focus_inside();
}

#[test]
fn trying_again_for_the_widget() {
    let page = Page::blank();
    page.server.lose(".wasm");
    page.go("/");
    page.until("the card", |page| page.text("h2") == "The interview did not load");
    page.server.restore();
    page.tab_to("Try again");
    page.press("Enter");
    page.until_screen("lobby");
    page.until_focus_inside();
}

/// Nor does a widget take the focus that nobody gave it: a page with a post around it must not jump.
#[test]
fn loading_leaves_the_focus_where_it_is() {
    let page = Page::open();
    assert!(page.yes("document.activeElement === document.body"));
    page.start("Warm-up");
    page.until_focus("question");
    page.reload();
    page.until_screen("round");
    assert!(page.yes("document.activeElement === document.body"));
}
