//! The pages beside the first one: all of them lead to each other, and the gallery shows what its snippets say.

use super::axe::{axe, violations};
use super::hooks::SHIFTS;
use super::page::{Page, strings};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::Duration;

const WIDTHS: [u32; 3] = [360, 768, 1280];

/// In a window so high that many cards are in sight at once: what moves out of sight counts for nothing.
fn set_width(page: &Page, width: u32) {
    page.size(width, 4000);
}

/// Every card of the page is painted; also those in its frame.
fn until_painted(page: &Page) -> u64 {
    let left = "[...document.querySelectorAll('mock-interview')].filter((one) => !one.shadowRoot?.querySelector('[part=card] [part=start]'))";
    page.until("every card", |page| page.yes(&format!("{left}.length === 0")));
    page.js("return document.querySelectorAll('mock-interview').length").as_u64().unwrap()
}

/// Slowly to the end of the page, so that all that waits to be in sight has its turn.
fn scroll_through(page: &Page) {
    while page.yes("scrollY + innerHeight < document.documentElement.scrollHeight - 2") {
        page.js("scrollBy(0, 500)");
        sleep(Duration::from_millis(60));
    }
}

/// The page is painted before its script has come.
const LATE_SCRIPT: &str = "(() => {
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (...args) {
    const isPainted = () => window !== top || performance.getEntriesByType('paint').length > 0;
    const later = () => (isPainted() ? define.apply(this, args) : setTimeout(later, 100));
    setTimeout(later, 100);
  };
})()";

#[test]
fn the_gallery_paints_every_card_and_nothing_moves() {
    for width in WIDTHS {
        let page = Page::blank();
        set_width(&page, width);
        page.before_load(SHIFTS);
        page.before_load(LATE_SCRIPT);
        page.go("/gallery.html");
        assert!(until_painted(&page) >= 12);
        scroll_through(&page);
        page.until("banks that are read", |page| {
            page.yes("[...document.querySelectorAll('mock-interview[bank]')].every((one) => one.state === 'ready')")
        });
        page.until_yes("document.querySelector('iframe').contentDocument?.querySelector('mock-interview').state === 'ready'");
        page.js_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))");
        assert_eq!(strings(&page.js("return shifts")), [""; 0], "at {width} px");
        assert!(page.yes("document.documentElement.scrollWidth <= innerWidth"), "something sticks out at {width} px");
        assert_eq!(page.log(), [""; 0]);
    }
}

/// What a script or a person makes of a snippet: its element and its declarations.
const READ_SNIPPET: &str = "
const read = (snippet) => {
  const page = new DOMParser().parseFromString(snippet, 'text/html');
  const element = page.querySelector('mock-interview, iframe');
  if (!element) return null;
  const style = new CSSStyleSheet();
  style.replaceSync(page.querySelector('style')?.textContent ?? '');
  const rules = [...style.cssRules].flatMap((rule) => [...rule.style].map((name) => [name, rule.style.getPropertyValue(name).trim()]));
  return { ...look(element), style: Object.fromEntries(rules) };
};";

/// What counts of an element.
const LOOK: &str = "
const look = (element) => ({
  name: element.localName,
  attributes: Object.fromEntries(element.getAttributeNames().filter((name) => name !== 'style').sort().map((name) =>
    [name, name === 'src' ? new URL(element.getAttribute(name), 'http://x').href.replace(/.*\\//, '') : element.getAttribute(name)])),
  json: JSON.stringify(JSON.parse(element.querySelector('script[type=\"application/json\"]')?.textContent ?? 'null')),
});";

#[test]
fn what_the_gallery_shows_is_what_its_snippets_make() {
    let page = Page::blank();
    page.go("/gallery.html");
    until_painted(&page);
    let shown = page.js(&format!(
        "{LOOK} return [...document.querySelectorAll('.sample')].map((sample) => {{
          const element = sample.querySelector('.scene mock-interview, .scene iframe');
          const style = Object.fromEntries([...getComputedStyle(element)].concat(PROPERTIES).map((name) =>
            [name, getComputedStyle(element).getPropertyValue(name).trim()]).filter(([name, value]) => PROPERTIES.includes(name) && value));
          return [sample.id, sample.querySelector('pre.snippet').textContent, {{ ...look(element), style }}];
        }})"
    )
    .replace(
        "PROPERTIES",
        "['accent', 'on-accent', 'paper', 'wash', 'ink', 'soft', 'line', 'font', 'mono', 'radius', 'font-size'].map((name) => `--mock-interview-${name}`)",
    ));
    // The gallery itself lets nobody parse HTML.
    page.server.add("/parse.html", "<!doctype html><title>x</title><link rel=icon href=/icon.svg>");
    page.go("/parse.html");
    let samples = shown.as_array().unwrap();
    assert!(samples.len() >= 12, "{}", samples.len());
    for sample in samples {
        let snippet = sample[1].as_str().unwrap();
        let made = page.js(&format!("{LOOK}{READ_SNIPPET} return read({snippet:?})"));
        assert_eq!(made, sample[2], "{}", sample[0]);
    }
}

#[test]
fn a_snippet_is_copied_by_its_button() {
    let page = Page::blank();
    page.with_clipboard();
    page.go("/gallery.html");
    let status = "document.querySelector('body > [role=status]').textContent";
    page.until_yes("document.querySelector('#sidebar .copy')");
    page.js("document.querySelector('#sidebar .copy').click()");
    page.until_yes(&format!("{status} === 'Copied: A sidebar of 280 pixels'"));
    assert_eq!(page.js("return document.querySelector('#sidebar .copy').textContent"), "Copied: A sidebar of 280 pixels");
    let copied = page.js_later("navigator.clipboard.readText().then(done, (error) => done(String(error)))");
    assert_eq!(copied, "<mock-interview preset=\"warm-up\" heading=\"Warm up\"></mock-interview>");

    page.before_load("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    page.reload();
    page.until_yes("document.querySelector('#sidebar .copy')");
    page.js("document.querySelector('#sidebar .copy').click()");
    page.until_yes(&format!("{status}.startsWith('Selected')"));
    assert_eq!(page.js("return getSelection().toString()"), copied);
}

#[test]
fn axe_finds_nothing_on_these_pages() {
    let axe = axe();
    let page = Page::blank();
    let mut found = Vec::new();
    for path in ["/gallery.html", "/builder.html", "/builder.html#as=iframe&own-accent=on&questions=900&bank=%23here"] {
        // Another fragment alone is no other page.
        page.go("/frame.html");
        page.go(path);
        until_painted(&page);
        found.extend(violations(&page, &axe, path));
    }
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_pages_lead_to_each_other() {
    let page = Page::blank();
    let mut links = BTreeMap::new();
    for path in ["/", "/gallery.html", "/builder.html"] {
        page.go(path);
        page.until_yes("document.querySelector('header nav')");
        let found =
            page.js("return [...document.querySelectorAll('header nav a')].map((link) => [link.pathname, link.textContent])");
        links.insert(path, found);
        assert_eq!(
            page.js("return [...document.querySelectorAll('[aria-current=page]')].map((link) => link.pathname)"),
            json!([path])
        );
    }
    assert_eq!(links["/"], json!([["/", "Try it"], ["/gallery.html", "Gallery"], ["/builder.html", "Make yours"]]));
    assert!(links.values().all(|found: &Value| *found == links["/"]), "{links:?}");
}
