//! The interview in an iframe: as tall as what is in it where the page helps, scrolling where it does not, and
//! confined to its own files.

use super::hooks::WARNINGS;
use super::page::Page;
use super::play::Source;
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

/// Counts what the page is told, and what goes wrong in it.
pub const WATCH: &str = "(() => {
  window.told = 0;
  window.broken = [];
  addEventListener('message', ({ isTrusted, data }) => { if (isTrusted && data?.['mock-interview'] === 'height') told += 1; });
  addEventListener('error', ({ message }) => broken.push(message));
  addEventListener('unhandledrejection', ({ reason }) => broken.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => broken.push(violatedDirective));
})()";

pub const SCRIPT: &str = "<script type=module src=/frame-height.js></script>";

fn post(frame: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A post</title><link rel=icon href=/icon.svg>
        <style>iframe {{ box-sizing: border-box; inline-size: 706px; block-size: 156px; border: 3px solid; }}</style>{frame}{script}"
    )
}

/// A post that holds such a frame, with or without the script for its height.
pub fn open(page: &Page, frame: &str, script: &str) {
    page.before_load(WATCH);
    page.server.add("/post.html", post(frame, script));
    page.go("/post.html");
    page.until_yes("document.querySelector('iframe')");
}

pub fn ours(address: &str, more: &str) -> String {
    format!("<iframe data-mock-interview src='{address}' title='Mock interview' {more}></iframe>")
}

/// How far the room in a frame of the same origin is from the height of what is in it. On a zoomed page a border is
/// narrower than it should be: it is as wide as whole pixels of the screen.
fn off(page: &Page) -> f64 {
    page.js("const inside = frames[0].document.documentElement.getBoundingClientRect().height;
        const frame = document.querySelector('iframe');
        return parseFloat(frame.style.height) - 2 * parseFloat(getComputedStyle(frame).borderTopWidth) - inside")
        .as_f64()
        .unwrap_or(f64::NAN)
}

fn until_fitting(page: &Page) {
    page.until("a frame that fits", |page| page.yes("frames[0]?.document.querySelector(':defined[preset]')") && fits(off(page)));
}

fn fits(off: f64) -> bool {
    off > -0.1 && off <= 1.0
}

#[test]
fn it_is_as_tall_as_what_is_in_it() {
    let page = Page::blank();
    open(&page, &ours("/frame.html?open&preset=warm-up", ""), SCRIPT);
    until_fitting(&page);
    page.js("const inside = frames[0].document;
        window.block = inside.createElement('div');
        block.textContent = 'word '.repeat(60);
        inside.body.append(block)");
    sleep(Duration::from_millis(500));
    let mut changes = 0;
    for round in 0..50 {
        let before = page.js("return [told, block.ownerDocument.documentElement.getBoundingClientRect().height]");
        match round % 5 {
            0 => page.js(&format!("document.documentElement.style.zoom = {}", [0.5, 1.1, 1.5, 2.0, 4.0, 0.67, 1.0][round / 5 % 7])),
            1 => page.js(&format!("document.querySelector('iframe').style.inlineSize = '{}px'", 700 - 31 * (round % 9))),
            2 => page.js(&format!("block.style.fontSize = '{}px'", 9.3 + round as f64)),
            3 => page.cdp(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": 1280 - 10 * round, "height": 800, "deviceScaleFactor": 1.0 + (round % 4) as f64 * 0.75, "mobile": false }),
            ),
            _ => page.js(&format!("block.style.paddingBlockEnd = '{}px'", (round * 37 % 50) as f64 * 21.3)),
        };
        until_fitting(&page);
        sleep(Duration::from_millis(500));
        assert!(fits(off(&page)), "change {round}: off by {} px", off(&page));
        // No scrollbar, and nothing to scroll to.
        assert!(page.yes(
            "(({ scrollingElement: { scrollHeight, clientWidth }, defaultView: { innerHeight, innerWidth } }) =>
            clientWidth === innerWidth && scrollHeight <= innerHeight + 1)(frames[0].document)"
        ));
        let after = page.js("return [told, block.ownerDocument.documentElement.getBoundingClientRect().height]");
        let told = after[0].as_u64().unwrap() - before[0].as_u64().unwrap();
        assert!(told <= 2, "change {round}: {told} messages");
        changes += u32::from(after[1] != before[1]);
    }
    assert!(changes >= 30, "only {changes} of the changes changed a height");
    assert_eq!(page.js("return broken"), json!([]));
    assert_eq!(page.log(), [""; 0]);
}

/// Runs through many quick changes; the frame tells of a few and of the last.
#[test]
fn an_animation_does_not_flood_the_page() {
    let page = Page::blank();
    open(&page, &ours("/frame.html?open&preset=warm-up", ""), SCRIPT);
    until_fitting(&page);
    sleep(Duration::from_millis(500));
    let seen = page.js_later(
        "const { body } = frames[0].document;
        const [before, begin] = [told, performance.now()];
        let height = 0;
        const grow = () => {
          body.style.paddingBlockEnd = `${height += 7}px`;
          if (height < 420) requestAnimationFrame(grow);
          else {
            const took = performance.now() - begin;
            setTimeout(() => done([told - before, took]), 500);
          }
        };
        grow()",
    );
    assert!(fits(off(&page)), "off by {} px", off(&page));
    // How long sixty pictures take is the browser's; twenty messages a second is ours.
    let [told, took] = [0, 1].map(|place| seen[place].as_f64().unwrap());
    assert!(told >= 2.0 && told <= 2.0 + took / 50.0, "{told} messages for 60 pictures in {took} ms");
}

#[test]
fn a_sandboxed_frame_works_and_says_that_nothing_is_kept() {
    let page = Page::impatient();
    let source = Source::read();
    open(&page, &ours("/frame.html?open&preset=warm-up", "sandbox=allow-scripts"), SCRIPT);
    enter(&page);
    assert!(page.try_js("return localStorage.length").is_err(), "the frame may store: the test tests nothing");
    page.until("the notice", |page| page.has_notice("blocked"));
    until_fitting_inside(&page);
    page.start("Warm-up");
    until_fitting_inside(&page);
    page.answer_all(&source, true);
    until_fitting_inside(&page);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    page.leave_frame();
    assert_eq!(page.js("return broken"), json!([]));

    // Another page in the same frame, which was not told the word.
    let other = "<!doctype html><script>
        const tell = (nonce) => parent.postMessage({ 'mock-interview': 'height', height: 1, nonce }, '*');
        onmessage = ({ data }) => tell(data.nonce);
        tell();
        </script>";
    page.server.add("/other.html", other);
    let before = page.js("return told").as_u64().unwrap();
    page.enter_frame();
    page.js("location.href = '/other.html'");
    page.leave_frame();
    page.until("its message", |page| page.js("return told").as_u64().unwrap() > before);
    sleep(Duration::from_millis(300));
    assert!(page.yes("parseInt(document.querySelector('iframe').style.height) > 300"), "another page was believed");
}

/// Goes into the frame when it has said something: until then another document may be in it.
fn enter(page: &Page) {
    page.until_yes("told");
    page.enter_frame();
    page.until_screen("lobby");
}

/// Seen from inside, for frames whose page may not look into them.
fn until_fitting_inside(page: &Page) {
    page.until("a frame that fits", |page| {
        let off = page.js("return innerHeight - document.documentElement.getBoundingClientRect().height");
        fits(off.as_f64().unwrap())
    });
}

#[test]
fn a_frame_of_another_origin_works() {
    let page = Page::impatient();
    let address = page.server.address("/frame.html?open&preset=warm-up").replace("127.0.0.1", "localhost");
    open(&page, &ours(&address, ""), SCRIPT);
    enter(&page);
    until_fitting_inside(&page);
    page.start("Warm-up");
    until_fitting_inside(&page);
    page.leave_frame();
    assert_eq!(page.js("return broken"), json!([]));
}

#[test]
fn a_script_that_comes_late_and_frames_that_come_later_still() {
    for sandbox in ["", "sandbox=allow-scripts"] {
        let page = Page::impatient();
        open(&page, &ours("/frame.html?open", sandbox), "");
        enter(&page);
        assert!(page.yes("innerHeight === 150"));
        page.leave_frame();
        page.js(
            "document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '/frame-height.js' }))",
        );
        page.enter_frame();
        until_fitting_inside(&page);
        page.leave_frame();
        page.js("told = 0; const copy = document.querySelector('iframe').cloneNode(); copy.style.height = ''; document.querySelector('iframe').replaceWith(copy)");
        enter(&page);
        until_fitting_inside(&page);
    }
}

#[test]
fn without_the_script_it_scrolls() {
    let page = Page::blank();
    open(&page, &ours("/frame.html?open", ""), "");
    page.enter_frame();
    page.until_screen("lobby");
    page.start("Phone screen");
    sleep(Duration::from_millis(600));
    assert!(page.yes("innerHeight === 150 && document.documentElement.scrollHeight > 300"));
    assert_eq!(page.js("return getComputedStyle(document.documentElement).overflowY"), "visible");
    page.js("scrollTo(0, 1e6)");
    page.until_yes("document.documentElement.getBoundingClientRect().bottom <= innerHeight + 1");
}

#[test]
fn the_address_sets_it_up() {
    let page = Page::blank();
    page.before_load(WARNINGS);
    let attributes =
        |page: &Page| page.js("return Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value]))");
    page.go(
        "/frame.html?open&preset=full&heading=%3Cb%3E%22Async%22%20%26%20more&topics=freshness,keys&bank=banks/http-caching.md",
    );
    page.until_yes("host.matches(':defined')");
    let bank = page.server.address("/banks/http-caching.md");
    let set = json!({ "open": "", "preset": "full", "heading": "<b>\"Async\" & more", "topics": "freshness,keys", "bank": bank, "loading": "eager" });
    assert_eq!(attributes(&page), set);

    let refused = ["bank=%23here", "bank=javascript:alert(1)", "bank=data:text/markdown,x", "bank=", "bank=http://%5B"];
    for bank in refused {
        page.go(&format!(
            "/frame.html?{bank}&loading=click&base-url=http://localhost/&onclick=x&style=color:red&OPEN&{}",
            "x".repeat(9000)
        ));
        page.until_yes("host.matches(':defined')");
        assert_eq!(attributes(&page), json!({ "loading": "click" }), "{bank}");
        let warnings = page.warnings();
        assert!(
            matches!(&warnings[..], [one] if one.len() < 600
                && one.contains("passed over in the frame's address: bank, base-url, onclick, style, OPEN, xxx")),
            "{bank}: {warnings:?}"
        );
    }
}

#[test]
fn it_runs_nothing_but_its_own_files() {
    let page = Page::blank();
    page.before_load(WATCH);
    page.go("/frame.html?open");
    page.until_screen("lobby");
    page.start("Warm-up");
    page.answer(&Source::read(), true);
    assert_eq!(page.js("return broken"), json!([]));
    assert_eq!(page.log(), [""; 0]);

    let address = page.server.address("/embed.js").replace("127.0.0.1", "localhost");
    page.js(&format!(
        "document.head.append(Object.assign(document.createElement('link'), {{ rel: 'modulepreload', href: '{address}' }}))"
    ));
    page.until_yes("broken.includes('script-src-elem')");
    // Not in a script of the driver: the browser lets those do anything.
    let refused = page.js_later(
        "const hostile = [() => (0, eval)('1'), () => { document.body.innerHTML = '<b>'; }, () => { document.createElement('script').text = '1'; }];
        setTimeout(() => done(hostile.map((run) => { try { run(); return 'done'; } catch ({ name }) { return name; } })))",
    );
    assert_eq!(refused, json!(["EvalError", "TypeError", "TypeError"]));
}
