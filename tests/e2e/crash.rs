//! A panic inside one of three widgets on a page: the others do not notice, and the broken one is back by itself where
//! it was. The panic comes from outside: the page's own DOM refuses a call in the middle of a render.

use super::hooks::WRITES;
use super::page::Page;
use super::play::Source;
use serde_json::Value;
use std::time::Instant;

const THREE: &str = "<!doctype html><html lang='en'><title>Three</title>
    <mock-interview open></mock-interview><mock-interview open></mock-interview><mock-interview open></mock-interview>
    <script type='module' src='embed.js'></script>";

/// `failures[n]`: how many calls are yet to fail inside the nth widget.
pub const FAILURES: &str = "(() => {
  window.failures = [0, 0, 0];
  const fails = (node) => {
    const which = [...document.querySelectorAll('mock-interview')].findIndex((host) => host.shadowRoot?.contains(node));
    if (!failures[which]) return;
    failures[which] -= 1;
    throw new DOMException('This failure is part of the test.', 'InvalidStateError');
  };
  const refuse = (prototype, name) => {
    const call = prototype[name];
    prototype[name] = function (...args) { fails(this); return call.apply(this, args); };
  };
  for (const name of ['insertBefore', 'appendChild']) refuse(Node.prototype, name);
  refuse(Element.prototype, 'setAttribute');
  for (const [prototype, name] of [[Node.prototype, 'nodeValue'], [CharacterData.prototype, 'data']]) {
    const { get, set } = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, { get, set(text) { fails(this); set.call(this, text); }, configurable: true });
  }
})()";

/// Three widgets; the first plays, with one answer given and the second chosen.
fn three(source: &Source) -> Page {
    let page = Page::blank();
    page.before_load(WRITES);
    page.before_load(FAILURES);
    page.server.add("/three.html", THREE);
    page.go("/three.html");
    for which in [2, 1, 0] {
        page.look_at(which);
        page.until_screen("lobby");
        if which > 0 {
            page.custom(&[("seed", "unharmed")]);
        }
    }
    page.start("Warm-up");
    page.answer(source, true);
    page.choose(source, true);
    page
}

/// Breaks the first widget: at a key that changes what it shows, or without one at the next tick of its clock.
fn break_it(page: &Page, key: Option<&str>) {
    page.focus_heading();
    page.js("root.firstElementChild.firstElementChild.marked = true; failures[0] = 1");
    key.inspect(|key| page.press(key));
    page.until("the failure", |page| page.yes("failures[0] === 0"));
}

/// Waits for a fresh instance at the same question.
fn until_back(page: &Page, standing: &Value) {
    let start = Instant::now();
    page.until("the same question", |page| {
        let fresh = page.yes("root.firstElementChild?.firstElementChild && !root.firstElementChild.firstElementChild.marked");
        fresh && page.screen() == "round" && page.heading() == standing["heading"][0]
    });
    assert!(start.elapsed().as_millis() < 2000, "back only after {:?}", start.elapsed());
    // Whether a flag was kept before the render failed is no matter.
    assert_eq!(page.standing()["choices"], standing["choices"]);
    assert_eq!(page.answered(), 1);
}

/// The others are the same elements, with the same words in their forms, and still answer.
fn others_go_on(page: &Page, words: &str) {
    for which in [1, 2] {
        page.look_at(which);
        assert_eq!(page.screen(), "lobby");
        assert_eq!(page.js("return root.getElementById('seed').value"), "unharmed");
        page.custom(&[("count", words)]);
        page.until("an outcome", |page| page.text("#outcome").starts_with(&format!("{words} questions")));
    }
    page.look_at(0);
}

fn writer(key: &Value) -> String {
    key.as_str().unwrap().rsplit(':').next().unwrap().to_owned()
}

/// Who has written so far, and how much.
fn writers(page: &Page) -> (Vec<String>, usize) {
    let written = page.js("return written");
    let keys = written.as_array().unwrap();
    (keys.iter().filter(|key| !key.as_str().unwrap().contains(":probe:")).map(writer).collect(), keys.len())
}

/// Nobody of these has written since.
fn silent_since(page: &Page, (dead, before): &(Vec<String>, usize)) {
    let written = page.js("return written");
    for key in &written.as_array().unwrap()[*before..] {
        assert!(!dead.contains(&writer(key)), "a dead instance has written {key}");
    }
}

#[test]
fn one_of_three_breaks_and_is_back() {
    let source = Source::read();
    let page = three(&source);
    let standing = page.standing();
    let (dead, _) = writers(&page);
    break_it(&page, Some("f"));
    until_back(&page, &standing);
    let dead = (dead, writers(&page).1);
    others_go_on(&page, "4");
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    silent_since(&page, &dead);
}

#[test]
fn three_failures_in_a_row_end_in_calm() {
    let source = Source::read();
    let page = three(&source);
    let standing = page.standing();
    for key in [None, Some("h")] {
        break_it(&page, key);
        until_back(&page, &standing);
    }
    break_it(&page, Some("f"));
    page.until("the calm card", |page| page.text("h2") == "Something keeps going wrong here");
    let dead = writers(&page);
    page.js("dispatchEvent(new Event('pagehide')); document.dispatchEvent(new Event('visibilitychange'))");
    others_go_on(&page, "5");
    // Longer than a tick: a timer that lived on would have come by.
    page.js_later("setTimeout(done, 1200)");
    assert_eq!(writers(&page), dead, "something wrote although no round is on any screen");

    page.click("Go on");
    until_back(&page, &standing);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    silent_since(&page, &dead);
}

#[test]
fn the_focus_comes_back_as_well() {
    let source = Source::read();
    let page = three(&source);
    let standing = page.standing();
    break_it(&page, Some("f"));
    until_back(&page, &standing);
    page.until_focus_inside();
}
