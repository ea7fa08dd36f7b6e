//! A stored text that is damaged: the good part of it is back, the whole of it is put aside, and the reader is told.

use super::page::Page;
use super::play::Source;

const BROKEN: &str = "mock-interview:broken:";

/// A round with three right answers, whose stored journal was damaged by the script (from `text` to `text`), after a
/// reload. Returns the damaged text too.
fn damaged(script: &str) -> (Page, Source, String) {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    for _ in 0..3 {
        page.answer(&source, true);
    }
    let key = page.stored_key(":journal:").unwrap();
    page.js(&format!("let text = localStorage.getItem({key:?}); {script}; localStorage.setItem({key:?}, text)"));
    page.forget_copy();
    let text = page.stored().into_iter().find(|(name, _)| *name == key).unwrap().1;
    page.reload();
    page.until("a screen", |page| ["lobby", "round"].contains(&page.screen().as_str()));
    (page, source, text)
}

fn aside(page: &Page) -> Vec<String> {
    page.stored().into_iter().filter(|(name, _)| name.starts_with(BROKEN)).map(|(_, text)| text).collect()
}

/// The text is put aside whole, and told so until the next load.
fn put_aside(page: &Page, text: &str) {
    assert!(page.has_notice("aside"));
    assert!(page.text("[data-notice=aside]").contains("could not be read. It was put aside"));
    assert_eq!(aside(page), [text]);
}

fn goes_on(page: &Page, source: &Source, right: usize) {
    if page.screen() == "lobby" {
        page.start("Warm-up");
    }
    page.answer_all(source, true);
    assert!(page.heading().ends_with(&format!("You had {right} of 6 right.")), "{}", page.heading());
    page.reload();
    page.until_screen("debrief");
    assert!(!page.has_notice("aside"), "told once");
    assert_eq!(aside(page).len(), 1);
}

#[test]
fn a_flipped_byte_in_the_last_line() {
    let flip = "text = text.slice(0, -20) + (text.at(-20) === 'x' ? 'y' : 'x') + text.slice(-19)";
    let (page, source, text) = damaged(flip);
    assert_eq!(page.screen(), "round");
    page.until_question(3, 6);
    assert_eq!(page.answered(), 2);
    assert_eq!(page.count(".choice:has(:checked)"), 1, "the choice came before the line that is broken");
    put_aside(&page, &text);
    goes_on(&page, &source, 6);
}

#[test]
fn a_flipped_byte_in_the_middle() {
    let flip = "const at = text.length >> 1; text = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)";
    let (page, source, text) = damaged(flip);
    put_aside(&page, &text);
    goes_on(&page, &source, 6);
}

#[test]
fn a_text_cut_off() {
    let (page, source, text) = damaged("text = text.slice(0, -10)");
    page.until_question(3, 6);
    put_aside(&page, &text);
    goes_on(&page, &source, 6);
}

#[test]
fn garbage() {
    let (page, source, text) = damaged("text = '\\u{1f4a5} no journal \\0 at all'");
    assert_eq!(page.screen(), "lobby");
    put_aside(&page, &text);
    goes_on(&page, &source, 6);
}

#[test]
fn a_newer_text_is_left_alone() {
    let (page, source, text) = damaged("text = text.replace('journal 1', 'journal 2')");
    assert_eq!(page.screen(), "lobby");
    assert!(page.has_notice("newer"));
    assert!(page.text("[data-notice=newer]").contains("It is left as it is"));
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    page.reload();
    page.until_screen("lobby");
    assert!(page.has_notice("newer"));
    assert!(page.stored().iter().any(|(_, stored)| *stored == text), "the newer text is gone");
    assert_eq!(aside(&page), [""; 0]);
}

#[test]
fn a_damaged_report() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    let key = page.stored_key(":report:").unwrap();
    page.js(&format!("localStorage.setItem({key:?}, 'mock-interview report 1\\nnonsense')"));
    page.forget_copy();
    page.reload();
    page.until_screen("lobby");
    put_aside(&page, "mock-interview report 1\nnonsense");
    page.start("Warm-up");
}

/// The second copy is whole: nothing is lost, and there is nothing to tell.
#[test]
fn what_was_damaged_is_mended_from_the_copy() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    for _ in 0..3 {
        page.answer(&source, true);
    }
    let (standing, key) = (page.standing(), page.stored_key(":journal:").unwrap());
    page.js(&format!("localStorage.setItem({key:?}, localStorage.getItem({key:?}).replace('chosen', 'Chosen'))"));
    page.reload();
    page.until_screen("round");
    page.until_question(4, 6);
    assert_eq!((page.standing()["navigator"].clone(), page.answered()), (standing["navigator"].clone(), 3));
    assert!(!page.has_notice("aside"));
    assert_eq!(aside(&page), [""; 0]);
}
