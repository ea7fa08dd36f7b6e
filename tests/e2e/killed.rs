//! The browser is killed, or the page's process crashes, at any moment of a round: what was answered a tenth of a second before is there
//! afterwards. A few times here, and as often as `KILLS` says in script/soak.

use super::host::{EMBED, document};
use super::page::{NO_WIDGET, Page, strings};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

const ROUND: &str = "<mock-interview open questions=60 minutes=60 modes='choice, spoken, typed, output'></mock-interview>";

/// Answers one question after the other, chosen, said, typed or predicted, and tells the server of each when the next is on screen.
const PLAYS: &str = "(async () => {
  const root = document.querySelector('mock-interview').shadowRoot;
  const until = async (find) => {
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 5));
    }
  };
  const answered = () => root.querySelector('progress.track')?.value ?? 0;
  const find = (css) => root.querySelector(`.stage ${css}`);
  while (!window.rests) {
    const before = answered();
    await until(() => find('.choice input') ?? find('textarea') ?? find('button.main') ?? find('.grades button'));
    const [choice, field] = [find('.choice input'), find('textarea')];
    choice?.click();
    if (field) {
      field.value = 'A task is scheduled by the loop, and runs until it awaits something.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    // The model answer may be there already, since before the end.
    if (!find('.grades button')) (await until(() => find('button.main:enabled'))).click();
    if (!choice && !field) (await until(() => find('.grades button'))).click();
    await until(() => answered() > before);
    fetch(`/answered/${before + 1}?${choice ? 'chosen' : field ? 'written' : 'said'}`);
    window.rests ||= window.once;
    await new Promise((next) => setTimeout(next, 20 + 150 * Math.random()));
  }
})()";

/// A profile that outlives its browser.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Profile {
        let unique = format!("mock-interview-{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(unique);
        // Firefox makes none.
        std::fs::create_dir_all(&folder).unwrap();
        Profile(folder)
    }

    fn open(&self) -> Page {
        let page = Page::new(true, &[&format!("--user-data-dir={}", self.0.display())]);
        page.server.add("/round.html", document(EMBED, ROUND));
        page
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn begin(page: &Page) {
    page.go("/round.html");
    page.until_screen("lobby");
    page.js("host.start()");
    page.until_screen("round");
    // From here on there is a second copy.
    page.until_yes("root.querySelector('.aids')");
    page.server.forget_asked();
    page.js(PLAYS);
}

fn told(page: &Page) -> usize {
    page.server.asked().iter().filter(|path| path.starts_with("/answered/")).count()
}

/// At least what was told is there, and at most one answer more; the round goes on.
fn has_lost_nothing(page: &Page, told: usize, least: usize) {
    page.until_screen("round");
    let answered = usize::try_from(page.answered()).unwrap();
    assert!((least..=told + 1).contains(&answered), "{answered} answers are there, {least} to {told} were given");
    assert!(!page.has_notice("aside"));
    page.js(&format!("window.once = true; {PLAYS}"));
    page.until("the next question", |page| page.answered() as usize == answered + 1);
}

/// A moment that differs from run to run; `n` spreads the moments of one run.
fn moment(n: u32) -> Duration {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Duration::from_millis(u64::from(now.subsec_micros() / 7 + n * 331) % 2500)
}

fn often() -> u32 {
    std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3)
}

#[test]
fn the_browser_is_killed() {
    let mut kinds = BTreeMap::new();
    for n in 0..often() {
        let profile = Profile::new();
        let mut page = profile.open();
        begin(&page);
        let wait = moment(n);
        sleep(wait);
        let least = told(&page);
        sleep(Duration::from_millis(100));
        page.kill();
        let told = told(&page);
        page.go("/round.html");
        has_lost_nothing(&page, told, least);
        println!("killed after {wait:?}: {least} to {told} answers");
        count(&page, &mut kinds);
    }
    println!("{} times; {kinds:?}", often());
}

/// How many answers of each kind it was told of.
fn count(page: &Page, kinds: &mut BTreeMap<String, usize>) {
    for path in page.server.asked().iter().filter(|path| path.starts_with("/answered/")) {
        let (_, kind) = path.split_once('?').unwrap();
        *kinds.entry(kind.to_owned()).or_default() += 1;
    }
}

#[test]
fn the_process_of_the_page_crashes() {
    let page = Page::blank();
    let mut kinds = BTreeMap::new();
    page.server.add("/round.html", document(EMBED, ROUND));
    for n in 0..often() {
        begin(&page);
        sleep(moment(n));
        let least = told(&page);
        sleep(Duration::from_millis(100));
        page.crash();
        let told = told(&page);
        page.go("/round.html");
        has_lost_nothing(&page, told, least);
        count(&page, &mut kinds);
        page.forget();
    }
    println!("{} times; {kinds:?}", often());
}

fn journals(stored: &[(String, String)]) -> Vec<(String, String)> {
    stored.iter().filter(|(name, _)| name.contains(":journal:")).cloned().collect()
}

/// The second copy.
fn copied(page: &Page) -> Vec<(String, String)> {
    let texts = page.js_later(
        "const asked = indexedDB.open('mock-interview');
        asked.onsuccess = () => {
          const store = asked.result.transaction('texts').objectStore('texts');
          const [names, texts] = [store.getAllKeys(), store.getAll()];
          texts.onsuccess = () => { asked.result.close(); done(names.result.flatMap((name, n) => [name, texts.result[n]])); };
        }",
    );
    strings(&texts).chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

/// What a browser had not yet written when it was killed is in the second copy, and what it had is there once.
#[test]
fn what_the_store_has_lost_is_back() {
    let page = Page::blank();
    page.server.add("/round.html", document(EMBED, ROUND));
    begin(&page);
    page.until("some answers", |page| told(page) >= 3);
    page.js("window.rests = true");
    page.until("the copy", |page| {
        let [kept, copied] = [journals(&page.stored()), journals(&copied(page))];
        kept == copied
    });
    page.go(NO_WIDGET);
    let stored = journals(&page.stored());
    page.js("localStorage.clear()");
    page.go("/round.html");
    page.until_screen("round");
    assert!(page.answered() >= 3);
    let after = journals(&page.stored());
    assert!(stored.iter().all(|journal| after.contains(journal)), "the journal is not as it was");
}

/// Whoever opens the database waits for this long.
const SLOW: &str = "const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...about) {
  const late = {};
  setTimeout(() => {
    const asked = open.apply(this, about);
    asked.onupgradeneeded = () => { late.result = asked.result; late.onupgradeneeded?.(); };
    asked.onsuccess = () => { late.result = asked.result; late.onsuccess(); };
  }, 6000);
  return late;
};";

/// After a crash a slow device may need longer for the second copy than its reader is to wait: what it alone has comes back all the same, also into a
/// round that has gone on meanwhile.
#[test]
fn the_copy_comes_late() {
    let page = Page::blank();
    page.server.add("/round.html", document(EMBED, ROUND));
    begin(&page);
    page.until("some answers", |page| told(page) >= 3);
    page.js("window.rests = true");
    page.until("the copy", |page| journals(&page.stored()) == journals(&copied(page)));
    page.go(NO_WIDGET);
    let answered = journals(&page.stored());
    page.before_load(SLOW);
    let later = page.server.file("later.wasm");
    // The store has lost all of the round, or what came after its beginning; the second part of the program may be late as well.
    let beginning = "const [name, text] = Object.entries(localStorage).find(([name]) => name.includes(':journal:'));
        kept = [[name, text.split('\\n').slice(0, 2).join('\\n') + '\\n']];";
    for (keeps, is_held) in [("", false), (beginning, false), ("", true)] {
        page.js(&format!(
            "let kept = []; {{ {keeps} }} localStorage.clear(); kept.forEach((text) => localStorage.setItem(...text))"
        ));
        if is_held {
            page.server.forget_asked();
            page.server.hold(&later);
        }
        page.go("/round.html");
        if is_held {
            page.until("somebody who waits for it", |page| page.server.asked().iter().any(|path| path.ends_with(&later)));
            std::thread::sleep(Duration::from_secs(4));
            page.server.release(&later);
        } else if keeps.is_empty() {
            page.until_screen("lobby");
            page.until("a word about it", |page| page.text(".data").contains("This browser keeps no second copy"));
        } else {
            page.until_screen("round");
            assert_eq!(page.answered(), 0);
        }
        page.until_screen("round");
        page.until("what was answered", |page| page.answered() >= 3);
        let after = journals(&page.stored());
        assert!(answered.iter().all(|journal| after.contains(journal)), "the journal is not as it was");
        page.go(NO_WIDGET);
    }
}

/// A browser in trouble never answers when it is asked for the second copy: the reader waits three seconds, and not for ever.
#[test]
fn the_copy_never_opens() {
    let hangs = "IDBFactory.prototype.open = () => new EventTarget()";
    let throws = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('Denied.', 'SecurityError'); } })";
    let fails = "IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError'); }";
    for trouble in [hangs, throws, fails] {
        let page = Page::blank();
        page.before_load(trouble);
        page.before_load("window.uncaught = []; for (const name of ['error', 'unhandledrejection']) addEventListener(name, (event) => uncaught.push(String(event.reason ?? event.message)))");
        page.go("/");
        let begun = Instant::now();
        page.until_screen("lobby");
        page.start("Warm-up");
        page.until_question(1, 6);
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        assert_eq!(page.js("return uncaught"), json!([]), "{trouble}");
        page.press("e");
        page.click("End it and see the debrief");
        page.click("New round");
        page.until_screen("lobby");
        // Where not even the opening fails, it is known once something was to be written, and whoever looks is told.
        if trouble == fails {
            assert!(!page.text(".data").contains("no second copy"));
            page.click("Your data");
        }
        page.until("a word about it", |page| page.text(".data").contains("This browser keeps no second copy"));
    }
}
