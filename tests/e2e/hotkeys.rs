//! A page with shortcuts of its own: it hears nothing of what is meant for the widget, and everything else.

use super::host::{EMBED, document};
use super::page::{Page, strings};
use serde_json::json;

/// Shortcuts as pages have them: on the document and on the window, on the way down, up and in between, in the manner of
/// the small libraries (which let keys be in a text field, but see no field inside of an element), and with default
/// actions stopped. `acted`: what the page has done; `prevented`: keys that do not do what the browser does with them.
const HOTKEYS: &str = "window.acted = [];
window.captured = [];
window.prevented = [];
const KEYS = ['j', 'k', '/', '?', 's', 'f', 't', 'h', '1', '2', '3', '4', ' ', 'Escape', 'Enter'];
const typing = ({ target }) => target.matches?.('input, textarea, select, [contenteditable]');
const shortcut = (target, kind, keys, act) => target.addEventListener(kind, (event) => {
  if (!keys.includes(event.key) || typing(event) || event.ctrlKey || event.metaKey) return;
  window.acted.push(`${kind} ${event.key}`);
  act?.(event);
});
shortcut(document, 'keydown', KEYS);
shortcut(window, 'keydown', KEYS);
shortcut(document, 'keypress', KEYS);
shortcut(document.body, 'keyup', KEYS);
shortcut(document, 'keydown', ['/'], (event) => { event.preventDefault(); document.querySelector('#search').focus(); });
shortcut(document, 'keydown', ['j', 'k', ' '], (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  captured.push(event.key);
  setTimeout(() => event.defaultPrevented && prevented.push(event.key));
}, true);";

fn open(start: &str) -> Page {
    let page = Page::blank();
    let body = format!("<input id='search'><mock-interview {start}></mock-interview><script>{HOTKEYS}</script>");
    page.server.add("/blog.html", document(EMBED, &body));
    page.go("/blog.html");
    page
}

/// What the page has done since it was last asked.
fn acted(page: &Page) -> Vec<String> {
    strings(&page.js("return acted.splice(0)"))
}

/// Presses them one after the other.
fn press(page: &Page, keys: &[&str]) {
    keys.iter().for_each(|key| page.press(key));
}

#[test]
fn what_is_typed_is_no_shortcut() {
    let page = open("open");
    page.until_screen("lobby");
    page.custom(&[("seed", "jk/?1234 sf")]);
    assert_eq!(acted(&page), [""; 0]);
    // Letters pick from a list.
    page.js("root.getElementById('pace').focus()");
    press(&page, &["j", "1", "s"]);
    assert_eq!(acted(&page), [""; 0]);
    // In a tick box they mean nothing, but who is in a form is not reading the page.
    page.js("root.querySelector('input[type=checkbox]').focus()");
    press(&page, &["Space", "j"]);
    assert_eq!(acted(&page), [""; 0]);
}

#[test]
fn keys_of_the_round_are_no_shortcuts() {
    let page = open("questions='3' modes='choice'");
    page.click("Start the interview");
    page.until_focus("question");
    press(&page, &["2", "f", "t", "h", "h", "1"]);
    page.until_yes("all('.choice:has(:checked)').length");
    press(&page, &["Enter"]);
    page.until_question(2, 3);
    press(&page, &["s"]);
    page.until_question(3, 3);
    assert_eq!(acted(&page), [""; 0]);
    page.tab_to("Skip");
    press(&page, &["Space"]);
    page.until_focus("overview");
    assert_eq!(acted(&page), [""; 0]);
}

/// What means nothing here is the page's, and so is Esc once there is nothing to close.
#[test]
fn the_page_keeps_its_other_keys() {
    let page = open("questions='3' modes='choice'");
    page.click("Start the interview");
    page.until_focus("question");
    press(&page, &["j"]);
    assert_eq!(acted(&page), ["keydown j", "keydown j", "keydown j", "keyup j"]);
    press(&page, &["?"]);
    page.until_yes("all('dialog[open]').length");
    press(&page, &["Esc"]);
    page.until_yes("!all('dialog[open]').length");
    assert_eq!(acted(&page), [""; 0]);
    press(&page, &["Esc"]);
    assert_eq!(acted(&page), ["keydown Escape", "keydown Escape", "keyup Escape"]);

    let standing = page.standing();
    page.js("root.activeElement.blur()");
    press(&page, &["1", "f", "s", "Enter", "?"]);
    let heard: Vec<String> = acted(&page).into_iter().filter(|what| what.starts_with("keyup")).collect();
    assert_eq!(heard, ["keyup 1", "keyup f", "keyup s", "keyup Enter", "keyup ?"]);
    page.press("/");
    page.until_yes("document.activeElement.id === 'search'");
    page.type_in("1sf?");
    assert_eq!(page.js("return document.activeElement.value"), "1sf?");
    assert_eq!(page.standing(), standing, "the widget has listened from afar");
}

/// Tab leaves, Esc is the browser's, and whatever comes with Ctrl, Alt or Meta is not for us, wherever the focus is.
#[test]
fn keys_of_the_browser_are_never_stopped() {
    let page = open("open");
    page.until_screen("lobby");
    let try_all = || {
        page.js("prevented.splice(0)");
        for (modifier, key) in [("Control", "j"), ("Control", "1"), ("Alt", "f"), ("Meta", "s"), ("Alt", "?")] {
            page.press_with(&[modifier], key);
        }
        press(&page, &["Esc", "Tab"]);
        page.press_with(&["Shift"], "Tab");
        page.js_later("setTimeout(done)");
        assert_eq!(page.js("return prevented"), json!([]));
    };
    page.custom(&[("seed", "word")]);
    try_all();
    page.start("Warm-up");
    page.until_focus("question");
    try_all();
    page.js("root.querySelector('.stage button:enabled').focus()");
    try_all();
    page.press("?");
    page.until_yes("all('dialog[open]').length");
    try_all();
}

/// A page that catches keys before they are anywhere hears all of them: nothing inside of it can keep them from it.
#[test]
fn who_captures_hears_everything() {
    let page = open("open");
    page.until_screen("lobby");
    page.js("captured.splice(0)");
    page.custom(&[("seed", "j1")]);
    assert_eq!(page.js("return captured.splice(0)"), json!(["Delete", "j", "1"]));
}

/// On a slow device the next question takes its time, and whoever is quick types on meanwhile.
#[test]
fn no_key_falls_between_two_questions() {
    let page = open("questions='6' modes='choice'");
    page.click("Start the interview");
    page.until_focus("question");
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 20 }));
    for _ in 0..5 {
        press(&page, &["1", "Enter"]);
    }
    page.until_question(6, 6);
    page.until_focus("question");
    assert_eq!(acted(&page), [""; 0]);
}
