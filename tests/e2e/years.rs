//! What five years of practice cost, on a phone-like CPU: opening the widget, and each answer. The figures are in docs/storage.md.

use super::history::{five_years, rounds};
use super::page::Page;
use serde_json::json;

/// How long the page stood still: all tasks of fifty milliseconds and more.
const TASKS: &str = "window.tasks = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)))
  .observe({ type: 'longtask', buffered: true });
(() => {
  const { getItem } = Storage.prototype;
  window.reads = [];
  Storage.prototype.getItem = function (key) { reads.push(performance.now()); return getItem.call(this, key); };
})()";

/// In milliseconds from the click to the next question on screen, each of so many answers.
const ANSWERS: &str = "const until = async (find) => {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 5));
  }
};
(async () => {
  const root = document.querySelector('mock-interview').shadowRoot;
  const answered = () => root.querySelector('progress.track')?.value ?? 0;
  const times = [];
  for (let n = 0; n < 24; n += 1) {
    (await until(() => root.querySelector('.choice input'))).click();
    const submit = await until(() => root.querySelector('.stage button.main:enabled'));
    const before = answered();
    const begin = performance.now();
    const seen = new Promise((done) => {
      const observer = new MutationObserver(() => { if (answered() > before) { observer.disconnect(); done(performance.now() - begin); } });
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    submit.click();
    times.push(await seen);
  }
  done(times);
})()";

fn slow(page: &Page, rate: u32) {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn numbers(list: &serde_json::Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// The longest task while it opens, and the time between the first and the last look into the store; the least of some tries.
fn opens(page: &Page) -> (f64, f64) {
    let one = |_| {
        page.reload();
        page.until_screen("lobby");
        page.until_yes("all('.drills').length || all('.presets').length");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        let tasks = numbers(&page.js("return tasks"));
        let reads = numbers(&page.js("return reads"));
        (tasks.into_iter().fold(0.0, f64::max), reads.last().unwrap() - reads[0])
    };
    let all: Vec<(f64, f64)> = (0..5).map(one).collect();
    let least = |of: fn(&(f64, f64)) -> f64| all.iter().map(of).fold(f64::MAX, f64::min);
    (least(|(task, _)| *task), least(|(_, read)| *read))
}

fn answers(page: &Page) -> f64 {
    page.custom(&[("count", "60"), ("minutes", "60"), ("seed", "years")]);
    page.tick_only("Ask me to", &["choose an answer"]);
    page.click("Start custom round");
    page.until_screen("round");
    page.until_yes("root.querySelector('.aids')");
    slow(page, 6);
    median(numbers(&page.js_later(ANSWERS)))
}

/// An answer is written as quickly after five years as on the first day, and the widget opens.
#[test]
fn five_years_make_no_answer_slower() {
    let none = Page::open_with(&[TASKS]);
    slow(&none, 6);
    let (task_before, read_before) = opens(&none);
    slow(&none, 1);
    let before = answers(&none);
    drop(none);
    let page = Page::open_with(&[TASKS]);
    page.remember(&rounds(&five_years(), 20));
    // The old ones are folded, a part at every visit, as they would have been all the time.
    let count = |page: &Page| page.js("return Object.entries(localStorage).flat().join('').length").as_u64().unwrap();
    let mut units = count(&page);
    loop {
        page.reload();
        page.until_screen("lobby");
        std::thread::sleep(std::time::Duration::from_millis(2000));
        let before = std::mem::replace(&mut units, count(&page));
        if units + 10_000 > before {
            break;
        }
    }
    slow(&page, 6);
    let (task, read) = opens(&page);
    slow(&page, 1);
    let after = answers(&page);
    println!(
        "{units} units stored. At ×6, with nothing and with five years: the longest task {task_before:.0} and {task:.0} ms, "
    );
    println!(
        "between the first and the last look into the store {read_before:.0} and {read:.0} ms, an answer {before:.1} and {after:.1} ms"
    );
    assert!(units < 1_500_000, "{units} units");
    assert!(after < 1.5 * before + 10.0, "an answer takes {after:.1} ms instead of {before:.1}");
}
