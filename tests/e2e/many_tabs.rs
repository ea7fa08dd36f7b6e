//! Several tabs at work in one store at once: nothing is lost, nothing is there twice, and each soon sees what the others have done.

use super::host::{EMBED, document};
use super::page::Page;
use serde_json::json;
use std::time::Instant;

/// A tab that nobody looks at is not to be slowed down: it stands for one in a window of its own.
const AWAKE: [&str; 3] =
    ["--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows"];

/// Plays round after round by itself until so many answers are given; then ends the last one.
const PLAYS: &str = "window.given = 0;
const until = async (find) => {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 2));
  }
};
const button = (words) => [...root.querySelectorAll('button')].find((button) => button.textContent === words);
const answered = () => root.querySelector('progress.track')?.value;
(async () => {
  host.start();
  await until(() => root.querySelector('[data-screen=round]'));
  while (given < MOST) {
    const before = answered();
    (await until(() => root.querySelector('.choice input'))).click();
    (await until(() => root.querySelector('.stage button.main:enabled'))).click();
    await until(() => answered() !== before);
    given += 1;
    if (root.querySelector('[data-screen=debrief]') && given < MOST) {
      (await until(() => button('Same round again'))).click();
      await until(() => answered() === 0);
    }
  }
  window.rests = true;
})()";

/// So many tabs, each with a bank of its own, and a thousand answers in all.
fn a_thousand_answers(tabs: usize) {
    let page = Page::new(true, &AWAKE);
    let bank = include_str!("../../static/banks/async-python.md");
    let each = 1000 / tabs;
    for n in 0..tabs {
        page.server.add(&format!("/bank-{n}.md"), bank);
        let element =
            format!("<mock-interview open bank='/bank-{n}.md' questions=25 minutes=60 modes=choice seed=many></mock-interview>");
        page.server.add(&format!("/tab-{n}.html"), document(EMBED, &element));
    }
    page.go("/tab-0.html");
    let mut handles = vec![page.tab()];
    for n in 1..tabs {
        page.new_tab(&format!("/tab-{n}.html"));
        handles.push(page.tab());
    }
    let begun = Instant::now();
    for handle in &handles {
        page.switch_to(handle);
        page.until_screen("lobby");
        page.js(&PLAYS.replace("MOST", &each.to_string()));
    }
    for handle in &handles {
        page.switch_to(handle);
        let begun = Instant::now();
        while !page.yes("window.rests") {
            assert!(begun.elapsed().as_secs() < 300, "{} answers", page.js("return given"));
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        page.until_screen("debrief");
        page.click("New round");
        page.until_screen("lobby");
    }
    println!("{tabs} tabs, {} answers in {:.1} s", each * tabs, begun.elapsed().as_secs_f32());
    // What each bank has now, to somebody who comes anew.
    for n in 0..tabs {
        page.go(&format!("/tab-{n}.html"));
        page.until_screen("lobby");
        let file =
            page.js_later("document.querySelector('mock-interview').exportProgress().then((file) => file.text()).then(done)");
        let copy: serde_json::Value = serde_json::from_str(file.as_str().unwrap()).unwrap();
        let reports = copy["reports"].as_array().unwrap();
        let answers = |report: &serde_json::Value| {
            report["items"].as_array().unwrap().iter().filter(|item| !item["choice"].is_null()).count()
        };
        let mut rounds: Vec<_> = reports.iter().map(|report| report["round"].to_string()).collect();
        rounds.sort();
        rounds.dedup();
        assert_eq!((rounds.len(), reports.iter().map(answers).sum::<usize>()), (reports.len(), each), "bank {n}");
    }
    // The second copy has the same.
    let copied = page.js_later(
        "const asked = indexedDB.open('mock-interview');
        asked.onsuccess = () => {
          const keys = asked.result.transaction('texts').objectStore('texts').getAllKeys();
          keys.onsuccess = () => { asked.result.close(); done(keys.result.filter((key) => key.includes(':report:')).sort()); };
        }",
    );
    let mut stored: Vec<String> =
        page.stored().into_iter().map(|(name, _)| name).filter(|name| name.contains(":report:")).collect();
    stored.sort();
    assert_eq!(copied, json!(stored));
    assert!(!page.stored().iter().any(|(name, _)| name.contains(":journal:")), "no round is left over");
}

#[test]
fn two_tabs_answer_a_thousand_questions() {
    a_thousand_answers(2);
}

#[test]
fn five_tabs_answer_a_thousand_questions() {
    a_thousand_answers(5);
}

/// When what is shown first says so, in this tab.
const WATCHES: &str = "window.shown = undefined;
const look = () => { if (!window.shown && root.textContent.includes(WORDS)) window.shown = Date.now(); };
new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
document.addEventListener('mock-interview-round-end', () => { window.ended = Date.now(); });";

/// A round ends in one tab: the lobby and the page of progress of another show it within a second.
#[test]
fn what_one_tab_does_the_others_see_within_a_second() {
    let page = Page::new(true, &AWAKE);
    page.go("/");
    page.until_screen("lobby");
    let first = page.new_tab("/");
    page.until_screen("lobby");
    let lobby = page.tab();
    page.js(&WATCHES.replace("WORDS", "'1 round played'"));
    page.new_tab("/");
    page.until_screen("lobby");
    let progress = page.tab();
    page.click("Your progress");
    page.until_screen("progress");
    page.js(&WATCHES.replace("WORDS", "' in 1 round '"));

    page.switch_to(&first);
    page.js(&WATCHES.replace("WORDS", "'nothing'"));
    page.start("Warm-up");
    page.answer_all(&super::play::Source::read(), true);
    let ended = page.js("return ended").as_i64().unwrap();
    for tab in [lobby, progress] {
        page.switch_to(&tab);
        page.until_yes("window.shown");
        let late = page.js("return window.shown").as_i64().unwrap() - ended;
        println!("seen after {late} ms");
        assert!(late < 1000, "it took {late} ms");
    }
}
