//! A good guest: when the element is taken out of the page, nothing of it is left.

use super::engine::Engine;
use super::host::{EMBED, SHORT, document};
use super::page::Page;
use super::play::Source;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// What could be left behind without being seen: timers, addresses of files, and WebAssembly with its memory.
const COUNTERS: &str = "(() => {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const live = { timers: new Set(), files: new Set() };
  const instances = [];
  window.later = setTimeout;
  window.setTimeout = (call, ...rest) => {
    const timer = setTimeout((...args) => { live.timers.delete(timer); call(...args); }, ...rest);
    live.timers.add(timer);
    return timer;
  };
  window.setInterval = (...args) => { const timer = setInterval(...args); live.timers.add(timer); return timer; };
  window.clearTimeout = window.clearInterval = (timer) => { live.timers.delete(timer); clearTimeout(timer); };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (file) => { const href = createObjectURL.call(URL, file); live.files.add(href); return href; };
  URL.revokeObjectURL = (href) => { live.files.delete(href); revokeObjectURL.call(URL, href); };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    instances.push(new WeakRef(instance), new WeakRef(instance.exports.memory));
    return instance;
  };
  window.made = () => instances.length / 2;
  window.left = () => ({
    timers: live.timers.size,
    files: live.files.size,
    instances: instances.filter((instance) => instance.deref()).length,
    globals: Object.getOwnPropertyNames(window).length,
    head: document.head.childNodes.length,
  });
})()";

/// From the start card through a round of one question to the debrief, and out of the page.
const CYCLE: &str = "window.cycle = async () => {
  const until = async (find) => {
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((next) => later(next, 2));
    }
  };
  const host = document.createElement('mock-interview');
  host.setAttribute('questions', '1');
  host.setAttribute('modes', 'choice');
  document.querySelector('main').append(host);
  const find = (css) => () => host.shadowRoot.querySelector(css);
  (await until(find('.start button.main'))).click();
  (await until(find('.choice input'))).click();
  (await until(find('.stage button.main:enabled'))).click();
  await until(find('[data-screen=debrief]'));
  host.remove();
  await new Promise((next) => later(next));
  localStorage.clear();
  await new Promise((next) => Object.assign(indexedDB.deleteDatabase('mock-interview'), { onsuccess: next }));
}";

type Figures = BTreeMap<String, f64>;

/// What there is now that nothing is on its way any more: the last timers have run out, and what they held is collected.
fn at_rest(page: &Page) -> Figures {
    page.until("rest", |page| {
        page.cdp("HeapProfiler.collectGarbage", json!({}));
        page.yes("left().timers === 0 && left().instances === 0")
    });
    let metrics = page.cdp("Performance.getMetrics", json!({}));
    let metric = |metric: &Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
    let mut figures: Figures = metrics["metrics"].as_array().unwrap().iter().filter_map(metric).collect();
    figures.retain(|name, _| ["Nodes", "JSEventListeners", "JSHeapUsedSize"].contains(&name.as_str()));
    let left = page.js("return left()");
    figures.extend(left.as_object().unwrap().iter().map(|(name, value)| (name.clone(), value.as_f64().unwrap())));
    for target in ["window", "document", "document.documentElement", "document.body"] {
        figures.insert(format!("listeners on {target}"), listeners(page, target));
    }
    let locks = page.js_later("navigator.locks.query().then(({ held, pending }) => done(held.length + pending.length))");
    figures.insert("locks".to_owned(), locks.as_f64().unwrap());
    figures
}

/// How many listeners it really has.
fn listeners(page: &Page, target: &str) -> f64 {
    let object = page.cdp("Runtime.evaluate", json!({ "expression": target, "objectGroup": "targets" }));
    let listeners = page.cdp("DOMDebugger.getEventListeners", json!({ "objectId": object["result"]["objectId"] }));
    page.cdp("Runtime.releaseObjectGroup", json!({ "objectGroup": "targets" }));
    listeners["listeners"].as_array().unwrap().len() as f64
}

fn five_cycles(page: &Page) {
    let five = "(async () => { for (let n = 0; n < 5; n += 1) await cycle(); })()";
    assert_eq!(page.js_later(&format!("{five}.then(() => done('done'), (error) => done(String(error)))")), "done");
}

#[test]
fn a_hundred_rounds_leave_nothing_behind() {
    let page = Page::blank();
    page.before_load(COUNTERS);
    page.before_load(CYCLE);
    page.server.add("/guest.html", document(EMBED, "<main></main>"));
    page.go("/guest.html");
    page.until_yes("customElements.get('mock-interview')");
    page.cdp("Performance.enable", json!({}));
    let before = at_rest(&page);
    // Only after some rounds has the browser compiled everything that it is going to, and that it keeps.
    (0..10).step_by(5).for_each(|_| five_cycles(&page));
    let warm = at_rest(&page);
    (10..110).step_by(5).for_each(|_| five_cycles(&page));
    let mut after = at_rest(&page);

    assert_eq!(page.js("return made()"), 110, "so many instances ran");
    let heap = |figures: &Figures| figures["JSHeapUsedSize"];
    assert!(heap(&after) < 1.1 * heap(&warm), "the heap grows: {before:?}, {warm:?}, {after:?}");
    after.insert("JSHeapUsedSize".to_owned(), heap(&before));
    assert_eq!(after, before);
    assert_eq!(page.log(), [""; 0]);
}

/// A page that is left in the middle of a round and gone back to is the same page, and the clock has gone on. Firefox keeps no page that holds
/// a lock, also where it is let go in leaving: there it comes anew, and the round goes on by itself.
#[test]
fn back_to_a_round_that_was_left() {
    let source = Source::read();
    let page = Page::blank();
    page.server.add("/blog.html", document(EMBED, &format!("<mock-interview {SHORT}></mock-interview>")));
    page.server.add("/other.html", document("", "<p>Another page</p>"));
    // Pages that are not to be stored anywhere are not kept for “back” either.
    page.server.send_header(".html", "Cache-Control", "no-cache");
    page.before_load("addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; })");
    page.go("/blog.html");
    page.click("Start the interview");
    page.until_screen("round");
    page.answer(&source, true);
    let (left, then) = page.clock();
    page.js("root.querySelector('.widget').marked = true");
    page.go("/other.html");
    page.until_yes("location.pathname === '/other.html'");
    std::thread::sleep(Duration::from_millis(2500));
    page.js("history.back()");
    page.until("the page before", |page| page.try_js("return location.pathname").is_ok_and(|path| path == "/blog.html"));
    page.until_screen("round");
    if Engine::chosen() != Engine::Firefox {
        let reasons = page.js("return performance.getEntriesByType('navigation')[0].notRestoredReasons");
        assert!(page.yes("persisted"), "the browser did not keep the page: {reasons}");
        assert!(page.yes("root.querySelector('.widget').marked"), "it was mounted anew");
    }
    page.until("the clock", |page| {
        let (seconds, now) = page.clock();
        ((left - seconds) * 1000 - (now - then)).abs() <= 1000
    });
    page.until_question(2, 2);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
    assert_eq!(page.log(), [""; 0]);
}
