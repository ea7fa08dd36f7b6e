//! The element in the hands of a page: its script included again, copied, stamped from a template, moved and moved again.

use super::api::call;
use super::hooks::{TOLD, WARNINGS};
use super::page::Page;
use super::play::Source;
use super::post::{bare, element, post};
use super::server::dist;
use serde_json::json;

const FIRST_STAYS: &str = "mock-interview: defined already";

/// What is thrown where nobody catches it.
pub const UNCAUGHT: &str = "window.uncaught = [];
  addEventListener('error', (event) => uncaught.push(event.message));
  addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));";

/// What is waiting for its time, and who listens to the page itself.
const LEFT_OVER: &str = "(() => {
  const { setTimeout, clearTimeout } = window;
  window.timers = new Map();
  window.later = setTimeout;
  window.setTimeout = (call, ms, ...rest) => {
    const id = setTimeout((...args) => { timers.delete(id); call(...args); }, ms, ...rest);
    timers.set(id, ms);
    return id;
  };
  window.clearTimeout = (id) => { timers.delete(id); clearTimeout(id); };
  window.setInterval = () => { throw new Error('no timer is meant to repeat'); };
  window.listening = 0;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const counts = (target) => target === window || target === document;
  EventTarget.prototype.addEventListener = function (...args) { listening += counts(this ?? window); return addEventListener.apply(this, args); };
  EventTarget.prototype.removeEventListener = function (...args) { listening -= counts(this ?? window); return removeEventListener.apply(this, args); };
})()";

fn with_scripts(scripts: &[&str]) -> Page {
    let page = Page::blank();
    [WARNINGS, UNCAUGHT, TOLD].iter().for_each(|script| page.before_load(script));
    let embed = std::fs::read_to_string(dist().join("embed.js")).unwrap();
    // Another version, in a folder of its own where nothing else is.
    page.server.add("/v2/embed.js", embed.replace("Mock interview", "Version two"));
    let tags: String = scripts.iter().map(|script| format!("<script {script}></script>")).collect();
    page.server.add("/post.html", bare(&format!("{tags}{}", element("preset=warm-up"))));
    page.go("/post.html");
    page.click("Start the interview");
    page.until_question(1, 6);
    assert_eq!(page.js("return uncaught"), json!([]));
    assert_eq!(page.told(), ["ready", "round-start"]);
    assert!(!page.server.asked().iter().any(|path| path.starts_with("/v2/") && path != "/v2/embed.js"));
    assert_eq!(page.loaded().len(), 2);
    page
}

#[test]
fn the_same_script_twice_or_three_times() {
    for times in [2, 3] {
        let page = with_scripts(&["type=module src=embed.js"].repeat(times));
        assert_eq!(page.warnings(), [""; 0], "a module is run once, however often it is named");
    }
    let page = with_scripts(&["src=embed.iife.js defer"; 3]);
    assert_eq!(page.warnings(), [FIRST_STAYS; 2]);
}

#[test]
fn two_versions() {
    let page = with_scripts(&["type=module src=embed.js", "type=module src=v2/embed.js"]);
    assert_eq!(page.warnings(), [FIRST_STAYS]);
    page.reload();
    page.until_question(1, 6);
    let page = with_scripts(&["type=module src=embed.js", "src=embed.iife.js defer", "type=module src=embed.js?again"]);
    assert_eq!(page.warnings(), [FIRST_STAYS; 2], "one for each script that is not needed");
}

#[test]
fn another_definition_of_the_page_s_own() {
    let page = Page::blank();
    [WARNINGS, UNCAUGHT].iter().for_each(|script| page.before_load(script));
    page.before_load("customElements.define('mock-interview', class extends HTMLElement {})");
    page.server.add("/post.html", post(&element("")));
    page.go("/post.html");
    page.until("the warning", |page| page.warnings() == [FIRST_STAYS]);
    assert_eq!(page.js("return uncaught"), json!([]));
    assert!(page.shows_fallback());
}

#[test]
fn a_copy_is_an_element_of_its_own() {
    let page = Page::at_post(&element("questions=3 heading=Copied loading=click"), &[UNCAUGHT]);
    page.until_card();
    for deep in [false, true] {
        page.js(&format!("document.body.append(host.cloneNode({deep}))"));
    }
    for which in [1, 2] {
        page.look_at(which);
        page.until_card();
        assert_eq!((page.text("h2"), page.text(".soft"), page.state()), ("Copied".into(), "3 questions".into(), "idle".into()));
    }
    page.click("Start the interview");
    page.until_question(1, 3);
    // The copy of one that runs waits to be asked, and finds the round taken.
    page.js("document.body.append(host.cloneNode(true))");
    page.look_at(3);
    page.until_card();
    page.click("Other rounds");
    page.until_screen("elsewhere");
    page.look_at(2);
    assert_eq!((page.screen(), page.state()), ("round".into(), "running".into()));
    assert_eq!(page.js("return uncaught"), json!([]));
}

#[test]
fn stamped_from_a_template() {
    let body = format!("<template>{}</template><div id=here></div>", element("questions=3 heading=Stamped loading=eager"));
    let page = Page::at_post(&body, &[TOLD, UNCAUGHT]);
    page.until_yes("customElements.get('mock-interview')");
    assert_eq!(page.loaded().len(), 0, "in the template it is not alive");
    page.js(
        "const { content } = document.querySelector('template');
        for (const made of [content.cloneNode(true), document.importNode(content, true)]) document.getElementById('here').append(made)",
    );
    for which in [0, 1] {
        page.look_at(which);
        page.until_card();
        page.until_state("ready");
        assert_eq!((page.text("h2"), page.text(".soft")), ("Stamped".into(), "3 questions".into()));
    }
    page.click("Start the interview");
    page.until_question(1, 3);
    assert_eq!(page.js("return uncaught"), json!([]));
}

/// In a round with one answer given and a choice made, with nothing left to come but ticks.
fn playing(source: &Source) -> Page {
    let page = Page::at_post(&element("preset=warm-up"), &[LEFT_OVER, UNCAUGHT]);
    page.js("document.body.append(Object.assign(document.createElement('section'), { id: 'elsewhere' }))");
    call(&page, "await host.start()");
    page.until_question(1, 6);
    page.answer(source, true);
    page.choose(source, true);
    // The moment at which the round will end, by each tick of the clock that is seen: a tick may come late, never early.
    page.js("window.ends = [];
        let shown;
        const look = () => {
          const text = document.querySelector('mock-interview')?.shadowRoot.querySelector('.clock .time b')?.textContent;
          if (text && text !== shown) {
            const [minutes, seconds] = text.match(/\\d+/g).map(Number);
            if (shown) ends.push(Date.now() + 1000 * (60 * minutes + seconds));
            shown = text;
          }
          requestAnimationFrame(look);
        };
        look()");
    page
}

/// When the round will end, as exactly as three ticks tell, in milliseconds.
fn end(page: &Page) -> f64 {
    page.js("ends.length = 0");
    // The first may have been a jump to where it should have been.
    page.until_yes("ends.length > 3");
    page.js("return Math.min(...ends.slice(1))").as_f64().unwrap()
}

/// The very same round, nothing of it twice, and it can be played to its end.
fn survives(page: &Page, source: &Source, what: impl Fn(&Page)) {
    let (standing, end_before) = (page.standing(), end(page));
    let one_timer = "timers.size === 1";
    page.until_yes(one_timer);
    let listening = page.js("return listening");
    what(page);
    page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
    page.until("the same time", |page| (end(page) - end_before).abs() <= 250.0);
    page.until_yes(one_timer);
    assert_eq!(page.js("return listening"), listening, "somebody listens to the page for nobody");
    let locks = page.js_later("navigator.locks.query().then(({ held, pending }) => done([held.length, pending.length]))");
    assert_eq!(locks, json!([1, 0]));
    assert_eq!(page.js("return [uncaught, document.querySelectorAll('mock-interview').length]"), json!([[], 1]));
    page.answer_all(source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn moved_a_hundred_times() {
    let source = Source::read();
    let page = playing(&source);
    page.js("root.querySelector('[data-screen]').marked = true");
    survives(&page, &source, |page| {
        call(
            page,
            "const places = [document.getElementById('elsewhere'), document.body];
            for (let n = 0; n < 100; n += 1) {
              places[n % 2].append(host);
              if (n % 3 === 0) await 0;
              if (n % 10 === 0) await new Promise((next) => later(next, 1));
            }",
        );
        assert!(page.yes("root.querySelector('[data-screen]').marked"), "it was mounted anew");
    });
}

#[test]
fn taken_out_and_put_back_a_hundred_times() {
    let source = Source::read();
    let page = playing(&source);
    survives(&page, &source, |page| {
        call(
            page,
            "for (let n = 0; n < 100; n += 1) {
              host.remove();
              await new Promise((next) => later(next));
              document.body.append(host);
              // Put back for a moment, for a while, or until the round is on screen.
              if (n % 3 === 0) await new Promise((next) => later(next, n));
              if (n % 10 === 0) while (host.state !== 'running') await new Promise((next) => later(next, 5));
            }",
        );
    });
}

#[test]
fn adopted_by_its_own_document_and_moved_within_it() {
    let source = Source::read();
    let page = playing(&source);
    page.js("root.querySelector('[data-screen]').marked = true");
    survives(&page, &source, |page| {
        call(
            page,
            "const elsewhere = document.getElementById('elsewhere');
            elsewhere.append(document.adoptNode(host));
            elsewhere.replaceChildren(...elsewhere.childNodes);
            const fragment = document.createDocumentFragment();
            fragment.append(host);
            document.body.prepend(fragment);
            document.body.insertBefore(host, null)",
        );
        assert!(page.yes("root.querySelector('[data-screen]').marked"), "it was mounted anew");
    });
}
