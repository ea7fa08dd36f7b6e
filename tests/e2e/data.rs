//! The reader's data, in plain sight: how much, to take along, to add, to erase in every tab and to undo it.

use super::blocked::download;
use super::history::rounds;
use super::hooks::DOWNLOADS;
use super::page::Page;
use super::play::Source;

/// In the place of the browser's own dialog for files.
pub const CHOOSE: &str = "HTMLInputElement.prototype.click = function () {
  const files = [new File([window.chosen], 'progress.json')];
  Object.defineProperty(this, 'files', { value: files });
  this.onchange();
}";

fn ours(page: &Page) -> usize {
    page.stored().into_iter().filter(|(name, _)| name.contains(":report:")).count()
}

fn copied(page: &Page) -> u64 {
    let script = "const asked = indexedDB.open('mock-interview', 1);
      asked.onsuccess = () => {
        const keys = asked.result.transaction('texts').objectStore('texts').getAllKeys();
        keys.onsuccess = () => { asked.result.close(); done(keys.result.length); };
      };";
    page.js_later(script).as_u64().unwrap()
}

fn lobby_after_a_round(page: &Page) {
    page.start("Warm-up");
    page.answer_all(&Source::read(), true);
    page.click("New round");
    page.until_screen("lobby");
}

fn played(page: &Page) -> bool {
    page.text(".title > .soft").contains("1 round played")
}

#[test]
fn what_is_erased_is_gone_everywhere_and_can_be_had_back() {
    let page = Page::open_with(&[DOWNLOADS]);
    lobby_after_a_round(&page);
    let first = page.new_tab("/");
    page.until("the other tab", played);
    let second = page.tab();
    page.switch_to(&first);

    page.click("Your data");
    page.until("how much", |page| {
        page.text(".data").contains("1 round with 6 answers since") && page.text(".data").contains("KB")
    });
    page.click("Save as a file");
    let [name, saved] = download(&page);
    assert_eq!(name, "mock-interview-async-python.json");
    page.click("Save answers as a table");
    let [name, table] = download(&page);
    assert_eq!((name.as_str(), table.lines().count()), ("mock-interview-async-python.csv", 7));

    page.click("Erase…");
    page.until_focus("ask");
    assert_eq!(ours(&page), 1, "not before it is confirmed");
    page.click("Erase it");
    page.until("nothing is left", |page| page.text(".data").contains("Nothing yet") && page.stored().is_empty());
    page.until("nothing is left in the copy", |page| copied(page) == 0);
    page.switch_to(&second);
    page.until("it is gone here", |page| !played(page));
    page.switch_to(&first);
    page.click("Undo erasing");
    page.until("it is back", |page| played(page) && ours(page) == 1);
    page.until("it is back in the copy", |page| copied(page) > 0);
    page.switch_to(&second);
    page.until("it is back here", played);
    page.close_tab(&first);

    // For good, in the first again; and from the file.
    page.click("Erase…");
    page.click("Erase it");
    page.until("nothing is left", |page| page.stored().is_empty());
    page.reload();
    page.until_screen("lobby");
    assert!(!played(&page), "it came back: {:?}", page.stored());
    page.js(CHOOSE);
    page.js(&format!("window.chosen = {}", serde_json::json!(saved)));
    page.click("Your data");
    page.click("Add a saved file");
    page.until("what is in it", |page| page.text(".data").contains("1 round with 6 answers are new."));
    assert_eq!(ours(&page), 0);
    page.click("Add them");
    page.until("it is here", |page| played(page) && ours(page) == 1);
    page.reload();
    page.until("it stays", played);
}

/// A browser made of WebKit, as far as a page can tell, that may be asked to keep what is stored.
const WEBKIT: &str = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });
  window.asked = 0;
  StorageManager.prototype.persisted = async () => false;
  StorageManager.prototype.persist = async () => { asked += 1; return false; };";
const FIREFOX: &str = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => '' });
  window.asked = 0;
  StorageManager.prototype.persist = async () => { asked += 1; return false; };";

fn asked(page: &Page) -> serde_json::Value {
    page.js("return asked")
}

/// Where the browser deletes what nobody comes back to, it is asked to keep it, and a file is offered: after a week, and when one was saved
/// not before there is more.
#[test]
fn a_file_is_offered_where_the_browser_deletes() {
    let page = Page::open_with(&[DOWNLOADS, WEBKIT]);
    page.remember(&rounds(&[1], 6));
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!((asked(&page), page.has_notice("offer")), (0.into(), false), "there is one round");
    page.remember(&rounds(&[9, 8, 1], 6));
    page.until("it was asked", |page| asked(page) == 1);
    page.until("the offer", |page| page.has_notice("offer"));
    page.start("Warm-up");
    assert!(!page.has_notice("offer"), "not in a round");
    page.answer_all(&Source::read(), true);
    page.click("New round");
    page.until("the offer", |page| page.has_notice("offer"));
    assert_eq!(asked(&page), 1, "once in a visit");
    page.click("Save as a file");
    assert_eq!(download(&page)[0], "mock-interview-async-python.json");
    page.until("no offer any more", |page| !page.has_notice("offer"));
    page.until_focus("data");
    page.reload();
    page.until_screen("lobby");
    page.until("it was asked", |page| asked(page) == 1);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(!page.has_notice("offer"));
}

/// A browser that would put a question to the reader is not asked.
#[test]
fn where_the_reader_would_be_asked_nobody_asks() {
    let page = Page::open_with(&[FIREFOX]);
    page.remember(&rounds(&[9, 8, 1], 6));
    page.until_yes("performance.getEntriesByType('resource').some(({ name }) => name.includes('/data.'))");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!((asked(&page), page.has_notice("offer")), (0.into(), false));
    page.click("Your data");
    page.click("Ask the browser to keep it");
    page.until("it was asked", |page| asked(page) == 1);
}

/// What was put aside can be had.
#[test]
fn what_could_not_be_read_can_be_saved() {
    let page = Page::open_with(&[DOWNLOADS]);
    page.remember(&rounds(&[2, 1], 6));
    page.forget_copy();
    page.js("const key = Object.keys(localStorage).find((key) => key.includes(':report:'));
      localStorage.setItem(key, localStorage.getItem(key).replace('seed', 'sead'))");
    page.reload();
    page.until("the notice", |page| page.has_notice("aside"));
    page.click("Save it");
    let [name, text] = download(&page);
    assert_eq!(name, "mock-interview-aside.txt");
    assert!(text.contains("mock-interview:broken:") && text.contains("sead"), "{text}");
}
