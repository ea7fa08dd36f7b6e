//! Two Yew programs, one inside the other. Both number their listeners from the same start, so that without a wall
//! between them a click in the inner one is answered by the outer one as well.

use super::host::document;
use super::page::Page;
use super::server::dist;
use serde_json::json;

/// Every shadow root, also the closed ones.
const ROOTS: &str = "(() => {
  const { attachShadow } = Element.prototype;
  window.roots = {};
  window.modes = {};
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots[this.localName] = root;
    modes[this.localName] = options.mode;
    return root;
  };
})()";

/// A page built with Yew: the widget under another name, in its lobby, with the real one inside of it.
fn nested() -> Page {
    let page = Page::blank();
    page.before_load(ROOTS);
    let embed = std::fs::read_to_string(dist().join("embed.js")).unwrap();
    let outer = embed.replace("\"mock-interview\"", "\"yew-page\"");
    assert_ne!(outer, embed, "the element's name is not where it was");
    page.server.add("/outer.js", outer);
    let scripts = "<script type='module' src='/outer.js'></script><script type='module' src='/embed.js'></script>";
    page.server.add("/nested.html", document(scripts, "<yew-page open></yew-page>"));
    page.go("/nested.html");
    page.until_yes("roots['yew-page']?.querySelector('[data-screen=lobby]')");
    page.js("const inner = document.createElement('mock-interview');
        inner.setAttribute('questions', '2');
        inner.setAttribute('modes', 'choice');
        roots['yew-page'].querySelector('.widget').append(inner)");
    page.until_yes("roots['mock-interview']?.querySelector('button')");
    page
}

/// All that one of them shows.
fn shown(page: &Page, element: &str) -> String {
    let script = format!("return roots['{element}'].querySelector('.paper, .start').outerHTML");
    page.js(&script).as_str().unwrap().to_owned()
}

/// Clicks inside of one, and waits for what comes of it.
fn click(page: &Page, element: &str, css: &str, outcome: &str) {
    let root = format!("roots['{element}']");
    page.click_on(&format!("{root}.querySelector({css:?})"));
    page.until_yes(&format!("{root}.querySelector({outcome:?})"));
}

#[test]
fn a_closed_wall_stands_between_two_yew_programs() {
    let page = nested();
    assert_eq!(page.js("return modes"), json!({ "yew-page": "open", "mock-interview": "closed" }));
    let outer = shown(&page, "yew-page");
    let inside = |css: &str, outcome: &str| {
        click(&page, "mock-interview", css, outcome);
        assert_eq!(shown(&page, "yew-page"), outer, "a click on {css} went through");
    };
    inside("button.plain", "[data-screen=lobby]");
    inside(".foot button", "dialog[open]");
    inside("dialog[open] button", ".paper:not(:has(dialog[open]))");
    inside(".custom summary", ".custom[open]");
    inside(".custom .check input:checked", ".custom .check input:not(:checked)");
    inside(".preset:nth-child(1) button", "[data-screen=round]");
    inside(".choice input", ".choice input:checked");
    inside(".flag", ".flag[aria-pressed=true]");
    inside(".stage button.main", ".navigator .answered");
    inside(".foot button:nth-child(2)", "dialog[open]");
    inside("dialog[open] button", "[data-screen=debrief]");

    let inner = shown(&page, "mock-interview");
    let outside = |css: &str, outcome: &str| {
        click(&page, "yew-page", css, outcome);
        assert_eq!(shown(&page, "mock-interview"), inner, "a click on {css} went through");
    };
    outside(".foot button", "dialog[open]");
    outside("dialog[open] button", ".paper:not(:has(dialog[open]))");
    outside(".custom summary", ".custom[open]");
    outside(".custom .check input:checked", ".custom .check input:not(:checked)");
    assert_eq!(page.log(), [""; 0]);
}
