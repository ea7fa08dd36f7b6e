//! Light or dark: the card and the widget look like the page around them, however it says so and whenever it changes.

use super::host::{EMBED, document};
use super::page::Page;

const DARK_COLOURS: &str = "background: #111; color: #eee";

/// A page with this style, in a system with that scheme.
fn open(style: &str, attributes: &str, system: &str) -> Page {
    let page = Page::blank();
    set_system(&page, system);
    page.server.add(
        "/post.html",
        document(&format!("<style>{style}</style>{EMBED}"), &format!("<mock-interview {attributes}></mock-interview>")),
    );
    page.go("/post.html");
    page
}

fn set_system(page: &Page, scheme: &str) {
    page.media("", &[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
}

/// What is on screen, card or widget, is in this scheme: its paper, its words, its buttons.
fn until(page: &Page, scheme: &str) {
    let script = "(() => {
      const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      const widget = all('.widget')[0];
      const button = all('button:not(.main, .plain)')[0] ?? widget;
      const [paper, words] = [light(getComputedStyle(widget).backgroundColor), light(getComputedStyle(all('h2')[0]).color)];
      const at = light(getComputedStyle(button).backgroundColor);
      return paper > 200 && at > 200 && words < 80 ? 'light' : paper < 60 && at < 60 && words > 180 ? 'dark' : 'neither';
    })()";
    page.until_yes("all('.widget h2').length");
    page.until(scheme, |page| page.js(&format!("return {script}")) == scheme);
}

/// On the card, and in the round behind it.
fn is(style: &str, attributes: &str, system: &str, scheme: &str) {
    println!("── {style:?} {attributes} in a {system} system");
    let page = open(style, attributes, system);
    until(&page, scheme);
    page.click("Start the interview");
    page.until_screen("round");
    until(&page, scheme);
}

#[test]
fn as_the_page_is() {
    is("", "", "light", "light");
    is("", "", "dark", "light");
    is(":root { color-scheme: dark }", "", "light", "dark");
    is(":root { color-scheme: light dark }", "", "dark", "dark");
    is(":root { color-scheme: light }", "", "dark", "light");
    is(&format!("body {{ {DARK_COLOURS} }}"), "", "light", "dark");
    // However the colour of its words is written.
    for words in
        ["oklch(0.21 0.034 264.7)", "lab(20 5 -60)", "lch(20 30 264)", "oklab(0.3 0.01 -0.1)", "color(display-p3 0.1 0.1 0.2)"]
    {
        is(&format!("body {{ color: {words} }}"), "", "light", "light");
    }
    for words in
        ["oklch(0.9 0.034 264.7)", "lab(90 5 -60)", "lch(90 30 264)", "oklab(0.9 0.01 -0.1)", "color(display-p3 0.9 0.9 1)"]
    {
        is(&format!("body {{ background: black; color: {words} }}"), "", "light", "dark");
    }
    is(&format!("@media (prefers-color-scheme: dark) {{ body {{ {DARK_COLOURS} }} }}"), "", "dark", "dark");
}

#[test]
fn as_the_element_says() {
    is("", "theme='dark'", "light", "dark");
    is(&format!(":root {{ color-scheme: dark }} body {{ {DARK_COLOURS} }}"), "theme='light'", "dark", "light");
}

/// Whether the card is there or the widget, it turns when something does.
fn turns(style: &str, system: &str, turn: impl Fn(&Page, &str)) {
    println!("── {style:?}");
    let page = open(style, "", system);
    for mounted in [false, true] {
        if mounted {
            page.click("Start the interview");
            page.until_screen("round");
        }
        for scheme in ["dark", "light", "dark", "light"] {
            turn(&page, scheme);
            until(&page, scheme);
        }
    }
}

#[test]
fn when_the_page_changes() {
    let on_root = |page: &Page, scheme: &str| drop(page.js(&format!("document.documentElement.className = '{scheme}'")));
    turns(&format!("body {{ transition: color 300ms }} .dark body {{ {DARK_COLOURS} }}"), "light", on_root);
    turns(":root.dark { color-scheme: dark }", "light", on_root);
    let on_body = |page: &Page, scheme: &str| drop(page.js(&format!("document.body.dataset.theme = '{scheme}'")));
    turns(&format!("[data-theme=dark] {{ {DARK_COLOURS} }}"), "light", on_body);
}

#[test]
fn when_the_element_changes() {
    turns("", "light", |page, scheme| drop(page.js(&format!("host.setAttribute('theme', '{scheme}')"))));
}

#[test]
fn when_the_system_changes() {
    turns(":root { color-scheme: light dark }", "light", set_system);
    turns(&format!("@media (prefers-color-scheme: dark) {{ body {{ {DARK_COLOURS} }} }}"), "light", set_system);
}
