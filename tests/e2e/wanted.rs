//! When the widget is loaded: near, touched, at once or at a click, as the page likes; and once for all elements.

use super::hooks::{ERRORS, TOLD};
use super::page::Page;
use super::post::{element, far};

/// Scrolls until so many pixels are between the lower edge of the screen and the element.
fn scroll_to(page: &Page, distance: i32) {
    page.js(&format!("scrollBy(0, host.getBoundingClientRect().top - innerHeight - {distance})"));
    page.until_yes(&format!("Math.abs(host.getBoundingClientRect().top - innerHeight - {distance}) < 2"));
}

#[test]
fn far_away_it_loads_nothing_until_it_is_near() {
    let page = Page::at_post(&far(""), &[TOLD]);
    page.until_card();
    page.settle();
    scroll_to(&page, 260);
    page.settle();
    assert_eq!((page.loaded().len(), page.state()), (0, "idle".to_owned()));
    scroll_to(&page, 140);
    page.until_state("ready");
    assert_eq!(page.loaded().len(), 2);
    assert!(page.has_card(), "it is loaded, not mounted");
    assert_eq!(page.told(), ["ready"]);
}

#[test]
fn the_focus_brings_it() {
    let page = Page::at_post(&far(""), &[]);
    page.until_card();
    page.settle();
    assert_eq!(page.loaded().len(), 0);
    page.js("root.querySelector('button').focus({ preventScroll: true })");
    page.until_state("ready");
    assert!(page.yes("host.getBoundingClientRect().top > innerHeight + 1000"), "it is still far away");
}

#[test]
fn the_mouse_brings_it() {
    // Nobody says that it is near.
    let blind = "window.IntersectionObserver = class { observe() {} disconnect() {} }";
    let page = Page::at_post(&element(""), &[blind]);
    page.until_card();
    page.js_later("setTimeout(done, 100)");
    assert_eq!((page.loaded().len(), page.state()), (0, "idle".to_owned()));
    page.mouse(page.middle_of("host"), false);
    page.until_state("ready");
}

#[test]
fn eager_it_comes_with_the_page() {
    let page = Page::at_post(&far("loading=eager"), &[]);
    page.until_state("ready");
    assert!(page.has_card(), "it is loaded, not mounted");
}

#[test]
fn for_a_click_it_waits_for_one() {
    let page = Page::at_post(&element("loading=click"), &[]);
    page.until_card();
    page.settle();
    page.mouse(page.middle_of("all('button.main')[0]"), false);
    page.until_yes("all('button.main:hover').length");
    page.js("root.querySelector('button').focus()");
    page.settle();
    assert_eq!((page.loaded().len(), page.state()), (0, "idle".to_owned()));
    page.click("Start the interview");
    page.until_screen("round");
}

#[test]
fn five_elements_load_everything_once() {
    let page = Page::at_post(&element("preset=warm-up").repeat(5), &[TOLD]);
    for which in 0..5 {
        page.look_at(which);
        page.until_yes("host.scrollIntoView() ?? true");
        page.until_state("ready");
        page.click("Other rounds");
        page.until_screen("lobby");
    }
    let asked = page.loaded();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(page.told(), ["ready"; 5]);
}

/// A connection may come back by itself: nobody is bothered before they want something.
#[test]
fn what_nobody_asked_for_may_fail_in_silence() {
    let page = Page::blank();
    [TOLD, ERRORS].iter().for_each(|script| page.before_load(script));
    let wasm = page.server.file("mock-interview.wasm");
    page.server.lose(&wasm);
    page.go_to_post(&element("preset=warm-up"));
    page.until_yes("errors.some((line) => line.startsWith('mock-interview: '))");
    assert!(page.has_card());
    assert_eq!((page.state(), page.told()), ("idle".to_owned(), vec!["error".to_owned()]));
    page.server.restore();
    page.click("Start the interview");
    page.until_question(1, 6);
}
