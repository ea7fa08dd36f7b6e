//! A browser that lets the page store nothing, or nothing in the usual place: the round is played to its end all the same, and the reader knows.

use super::hooks::DOWNLOADS;
use super::page::Page;
use super::play::Source;

/// From the lobby to the debrief, with the notice all the way and a copy to take along.
fn plays_on(page: &Page, notice: &str, words: &str) {
    let source = Source::read();
    page.until("the notice", |page| page.text(&format!("[data-notice={notice}]")).contains(words));
    page.start("Warm-up");
    page.answer(&source, true);
    assert!(page.has_notice(notice));
    page.click("Save a copy");
    let [name, text] = download(page);
    assert_eq!(name, "mock-interview-async-python.txt");
    assert!(text.starts_with("mock-interview journal 1\n") && text.contains("submitted"), "{text}");
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    assert!(page.has_notice(notice));
    page.click("Save a copy");
    let [_, text] = download(page);
    assert!(text.contains("mock-interview report 1\n"), "{text}");
    page.click("New round");
    page.until_screen("lobby");
    page.until("the result", |page| page.text(".title > .soft").contains("last result 100%"));
}

/// The name and the text of the file that was offered.
pub fn download(page: &Page) -> [String; 2] {
    page.until_yes("downloads.length");
    let file =
        page.js_later("const [name, href] = downloads.pop(); fetch(href).then((r) => r.text()).then((t) => done([name, t]))");
    [0, 1].map(|n| file[n].as_str().unwrap().to_owned())
}

/// The browser's database is there all the same, and keeps what is done.
fn blocked_by(script: &str) {
    let page = Page::open_with(&[DOWNLOADS, script]);
    plays_on(&page, "copy", "kept in its database instead");
    page.reload();
    page.until("what was done before", |page| page.heading().ends_with("You had 6 of 6 right."));
    page.click("New round");
    page.until("it counts once", |page| page.text(".title > .soft").contains("1 round played, 6 met · last result 100%"));
}

#[test]
fn the_getter_throws() {
    blocked_by(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Denied.', 'SecurityError'); } })",
    );
}

#[test]
fn there_is_no_storage() {
    blocked_by("Object.defineProperty(window, 'localStorage', { get: () => null })");
}

#[test]
fn writing_throws() {
    blocked_by("Storage.prototype.setItem = () => { throw new DOMException('Denied.', 'SecurityError'); }");
}

#[test]
fn writing_does_nothing() {
    blocked_by("Storage.prototype.setItem = () => {}");
}

#[test]
fn everything_throws() {
    blocked_by(
        "for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'length']) {
          const fail = () => { throw new DOMException('Denied.', 'SecurityError'); };
          Object.defineProperty(Storage.prototype, name, name === 'length' ? { get: fail } : { value: fail });
        }",
    );
}

/// Really blocked, and without locks as well.
#[test]
fn a_sandboxed_frame() {
    let page = Page::impatient();
    page.before_load(DOWNLOADS);
    page.server.add("/post.html", "<!doctype html><iframe sandbox='allow-scripts' src='/' width='900' height='800'></iframe>");
    page.go("/post.html");
    page.enter_frame();
    page.until_screen("lobby");
    assert!(page.try_js("return localStorage.length").is_err(), "the frame may store: the test tests nothing");
    page.js(DOWNLOADS);
    plays_on(&page, "blocked", "does not let the page store anything");
}
