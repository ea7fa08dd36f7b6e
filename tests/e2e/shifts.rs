//! Nothing on the page moves by itself: not when the card comes, not when the widget does, not where neither comes.

use super::hooks::SHIFTS;
use super::page::Page;
use super::post::{element, post};
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 768, 1280];

/// The element between two paragraphs that are both on the first screen.
fn body(attributes: &str) -> String {
    format!("<p id='before'>Before.</p>{}<p id='after'>After.</p>", element(attributes))
}

/// At the post, on a screen of that width, with both paragraphs painted. Whatever is held has not come yet.
fn arrive(page: &Page, width: u32, attributes: &str) {
    page.size(width, 900);
    let path = format!("/{width}{}.html", attributes.len());
    page.server.add(&path, post(&body(attributes)));
    page.go(&path);
    // Going there was not waited for, and a script may still meet the page before.
    let there = format!(
        "return location.pathname === {path:?} && document.readyState !== 'loading' && innerWidth === {width}
            && performance.getEntriesByType('paint').length > 0"
    );
    page.until("the first picture", |page| page.try_js(&there) == Ok(json!(true)));
    frames(page);
    assert!(page.yes("document.querySelector('#after').getBoundingClientRect().bottom < innerHeight"));
}

/// Two more pictures: a shift is told after the one that shows it.
fn frames(page: &Page) {
    page.js_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
}

/// Nothing has moved so far; and had anything, it would be known.
fn still(page: &Page, what: &str) {
    frames(page);
    assert_eq!(page.js("return shifted"), json!(0), "{what}");
    page.js("document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Pushed in.' }))");
    page.until("the meter to move", |page| page.js("return shifted").as_f64() > Some(0.0));
}

fn until_all_there(page: &Page) {
    page.until_card();
    page.until_state("ready");
    assert!(!page.shows_fallback());
}

fn loads_without_a_shift(attributes: &str) {
    let page = Page::impatient();
    page.before_load(SHIFTS);
    let files = ["runtime.js", "mock-interview.wasm"].map(|part| page.server.file(part));
    for width in WIDTHS {
        arrive(&page, width, attributes);
        until_all_there(&page);
        still(&page, &format!("fast, {width} px"));

        page.server.hold("embed.js");
        files.iter().for_each(|file| page.server.hold(file));
        arrive(&page, width, attributes);
        assert!(page.shows_fallback(), "embed.js has not come yet");
        frames(&page);
        page.server.release("embed.js");
        page.until_card();
        frames(&page);
        assert_eq!(page.state(), "loading");
        for file in &files {
            page.server.release(file);
            frames(&page);
        }
        until_all_there(&page);
        still(&page, &format!("slow, {width} px"));
    }
}

#[test]
fn it_comes_without_a_shift() {
    loads_without_a_shift("");
}

#[test]
fn eager_it_comes_without_a_shift() {
    loads_without_a_shift("loading=eager");
}

#[test]
fn with_words_of_its_own_it_comes_without_a_shift() {
    loads_without_a_shift("heading='What does the event loop do all day?' questions=500 minutes=600 topics=tasks");
}

#[test]
fn blocked_it_stays_what_the_page_says_without_a_shift() {
    let page = Page::impatient();
    page.before_load(SHIFTS);
    page.server.lose("embed.js");
    for width in WIDTHS {
        arrive(&page, width, "");
        page.until_yes("document.readyState === 'complete'");
        assert!(page.shows_fallback() && !page.yes("root"));
        still(&page, &format!("blocked, {width} px"));
    }
}

/// Where each thing that is seen of the widget stands in it, but for the panel that is new and what stands below it.
const STANDS: &str = "const box = (element) => element.getBoundingClientRect();
const top = box(root.querySelector('.widget')).y;
return all('.widget *').filter((element) => !element.closest('.panel, .foot, slot, .unseen')).map((element) => {
  const { x, y, width } = box(element);
  return [element.localName + '.' + element.className, x, y - top, width];
})";

/// The third part comes when something is asked for that needs it. Its styles are of what it brings.
#[test]
fn the_third_part_moves_nothing() {
    let page = Page::open();
    for width in WIDTHS {
        page.size(width, 900);
        page.reload();
        page.until_screen("lobby");
        page.until_yes("all('.check').length > 0");
        let before = page.js(STANDS);
        page.click("Your data");
        page.until_yes("root.querySelector('.panel')");
        let after = page.js(STANDS);
        let [before, after] = [&before, &after].map(|stands| stands.as_array().unwrap());
        assert_eq!(before.len(), after.len(), "{width} px");
        for (before, after) in before.iter().zip(after) {
            // Where the page has been scrolled, a browser may reckon a little otherwise.
            let is_near = |side: usize| (before[side].as_f64().unwrap() - after[side].as_f64().unwrap()).abs() < 0.5;
            assert!(before[0] == after[0] && (1..4).all(is_near), "{width} px: {before} → {after}");
        }
    }
}
