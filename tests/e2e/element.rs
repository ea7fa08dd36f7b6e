//! The element as a part of a page: moved elsewhere in the middle of a round, taken out for a while, and for good.

use super::hooks::WRITES;
use super::page::Page;
use super::play::Source;

const TIMERS: &str = "(() => {
  const { setTimeout } = window;
  window.timers = 0;
  window.setTimeout = (...args) => { window.timers += 1; return setTimeout(...args); };
  window.later = setTimeout;
})()";

/// In a round, with an answer given and a choice made.
fn playing(source: &Source) -> Page {
    let page = Page::open_with(&[TIMERS, WRITES]);
    page.js("document.body.append(Object.assign(document.createElement('section'), { id: 'elsewhere' }))");
    page.start("Warm-up");
    page.answer(source, true);
    page.choose(source, true);
    page
}

#[test]
fn moved_in_one_go_it_does_not_even_blink() {
    let source = Source::read();
    let page = playing(&source);
    let standing = page.standing();
    page.js("root.firstElementChild.firstElementChild.marked = true; document.getElementById('elsewhere').append(host)");
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    assert!(page.yes("root.firstElementChild.firstElementChild.marked"), "it was mounted anew");
    page.answer_all(&source, true);
}

#[test]
fn taken_out_and_put_back_it_goes_on() {
    let source = Source::read();
    let page = playing(&source);
    let standing = page.standing();
    page.js("window.kept = host; host.remove(); later(() => document.getElementById('elsewhere').append(kept), 100)");
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
}

#[test]
fn another_element_takes_the_place_of_a_removed_one() {
    let source = Source::read();
    let page = playing(&source);
    let standing = page.standing();
    page.js("host.remove(); document.getElementById('elsewhere').append(document.createElement('mock-interview'))");
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
}

#[test]
fn taken_out_for_good_nothing_of_it_is_left() {
    let page = playing(&Source::read());
    let before = page.js("return timers").as_u64().unwrap();
    page.until("a tick", |page| page.js("return timers").as_u64().unwrap() > before);
    page.js("host.remove()");
    page.js_later("later(done, 100)");
    // In one script: a driver may have timers of its own for each.
    let more = page.js_later(
        "const [before, texts] = [timers, written.length];
        dispatchEvent(new Event('pagehide'));
        document.dispatchEvent(new Event('visibilitychange'));
        later(() => done([timers - before, written.length - texts]), 1300)",
    );
    assert_eq!(more, serde_json::json!([0, 0]), "timers that live on, and what is still written");
    let free = page.js_later("navigator.locks.query().then(({ held, pending }) => done([...held, ...pending]))");
    assert_eq!(free, serde_json::json!([]), "a lock is still held");
    assert_eq!(page.log(), [""; 0]);
}
