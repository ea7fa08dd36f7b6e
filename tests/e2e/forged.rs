//! A page that makes its frames as tall as they ask is deaf to everything else that is sent to it.

use super::frames::{SCRIPT, open, ours};
use super::page::Page;
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn forged_messages_change_nothing() {
    let page = Page::blank();
    // It speaks for itself alone, and holds a frame of its own.
    page.server.add("/forge/frame.html", "<!doctype html><link rel=icon href=/icon.svg><iframe src=/forge/inner.html></iframe>");
    page.server.add("/forge/inner.html", "<!doctype html><title>inner</title>");
    let address = page.server.address("/forge/frame.html").replace("127.0.0.1", "localhost");
    let frames = [
        ours("/forge/frame.html", ""),
        "<iframe src=/forge/inner.html></iframe>".to_owned(),
        ours("/forge/inner.html", &format!("onload=\"this.onload = null; this.contentWindow.location = '{address}'\"")),
    ];
    page.server.add("/forge/inner.html", "<!doctype html><title>inner</title>");
    open(&page, &frames.concat(), SCRIPT);
    page.until_yes("frames.length === 3 && frames[0].length === 1 && frames[0].frames[0].document.readyState === 'complete'");
    sleep(Duration::from_millis(500));
    let heights = "return [...document.querySelectorAll('iframe')].map((frame) => frame.style.height)";
    let sent = page.js_later(FORGE);
    assert!(sent.as_u64().unwrap() >= 1000, "{sent}");
    assert_eq!(page.js(heights), json!(["", "", ""]));
    assert_eq!(page.js("return broken"), json!([]));

    // The window is that of the third frame, but another origin is in it.
    page.switch_frame(2);
    page.js("for (let n = 0; n < 15; n += 1) parent.postMessage({ 'mock-interview': 'height', height: 500 + n }, '*')");
    page.leave_frame();
    sleep(Duration::from_millis(300));
    assert_eq!(page.js(heights), json!(["", "", ""]));
    assert_eq!(page.js("return told >= 15"), json!(true), "nothing came: the test tests nothing");

    // The right one is heard, and too much of it is not.
    page.js("frames[0].eval(`parent.postMessage({ 'mock-interview': 'height', height: 333 }, '*')`)");
    page.until("the height", |page| page.js(heights) == json!(["339px", "", ""]));
    sleep(Duration::from_millis(1100));
    let changes = page.js_later(
        "let changes = 0;
        new MutationObserver((all) => { changes += all.length; }).observe(document.querySelector('iframe'), { attributes: true });
        frames[0].eval(`for (let n = 0; n < 1000; n += 1) parent.postMessage({ 'mock-interview': 'height', height: 400 + n }, '*')`);
        setTimeout(() => done(changes), 700)",
    );
    assert_eq!(changes, 20);
    assert_eq!(page.js("return broken"), json!([]));
    assert_eq!(page.log(), [""; 0]);
}

/// A thousand messages: wrong in themselves from the right window, or right in themselves from a wrong one.
const FORGE: &str = "
const right = { 'mock-interview': 'height', height: 777 };
const wrong = `
  const cyclic = { 'mock-interview': 'height' };
  cyclic.height = cyclic;
  const list = Object.assign([1, 2], { 'mock-interview': ['height'], height: 5 });
  const kind = (height, more) => ({ 'mock-interview': 'height', height, ...more });
  const wrong = [
    null, undefined, 0, 1, true, '', 'height', 777, 10n, NaN, new Date(), /x/, new Map([['mock-interview', 'height']]), new Set([1]),
    [], ['mock-interview', 'height', 777], {}, { height: 777 }, { 'mock-interview': 'height' }, cyclic, list, new Error('height'),
    new ArrayBuffer(8), new Uint8Array(9), new Blob(['x']), new Boolean(true), new String('height'),
    JSON.parse('{\"__proto__\": {\"mock-interview\": \"height\", \"height\": 777}}'),
    JSON.parse('{\"mock-interview\": \"height\", \"__proto__\": {\"height\": 777}}'),
    JSON.parse('{\"mock-interview\": \"height\", \"height\": {\"__proto__\": {\"valueOf\": 777}}}'),
    JSON.parse('{\"constructor\": {\"prototype\": {\"height\": 777}}, \"mock-interview\": \"height\"}'),
    { 'mock-interview': 'ask', height: 777 }, { 'mock-interview': 'width', height: 777 }, { 'mock-interview': 'toString', height: 777 },
    { 'mock-interview': { toString: 'height' }, height: 777 }, { 'Mock-Interview': 'height', height: 777 },
    ...[NaN, Infinity, -Infinity, 1e9, 20001, -1, -0.5, 412.5, '412', '412px', [412], null, true, 412n, { valueOf: 412 }, new Number(412),
      undefined, 2 ** 53, 1e-7].map((height) => kind(height)),
  ];
`;
const send = 'for (let n = 0; n < 10; n += 1) for (const one of wrong) { count += 1; to.postMessage(one, \"*\"); }';
let sent = frames[0].eval(`(() => { ${wrong} let count = 0; const to = parent; ${send} return count; })()`);
sent += (0, eval)(`(() => { ${wrong} let count = 0; const to = window; ${send} return count; })()`);
for (const from of [frames[1], frames[0].frames[0], window]) {
  for (let n = 0; n < 15; n += 1) {
    sent += 1;
    from.eval(`top.postMessage({ 'mock-interview': 'height', height: 777 }, '*')`);
  }
}
// What no message can carry, a script of the page can still dispatch.
const trap = new Proxy({}, { get() { throw new Error('read'); }, has() { throw new Error('asked'); }, getOwnPropertyDescriptor() { throw new Error('looked'); } });
const [source, origin] = [frames[0], location.origin];
for (const data of [right, trap, { 'mock-interview': 'height', get height() { throw new Error('got'); } }]) {
  sent += 1;
  dispatchEvent(new MessageEvent('message', { data, source, origin }));
}
setTimeout(() => done(sent), 500);
";
