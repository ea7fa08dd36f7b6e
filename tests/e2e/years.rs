//! What five years of practice cost, on a phone-like CPU: opening the widget, and each answer. The figures are in docs/storage.md.

use super::history::{five_years, rounds};
use super::page::Page;
use serde_json::json;

/// How long the page stood still: all tasks of fifty milliseconds and more. And the frame in which the lobby was there.
const TASKS: &str = "window.tasks = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)))
  .observe({ type: 'longtask', buffered: true });
(function look() {
  const screen = document.querySelector('mock-interview')?.shadowRoot?.querySelector('[data-screen=\"lobby\"]');
  if (screen) Object.assign(window, { seen: performance.now(), first: screen.textContent });
  else requestAnimationFrame(look);
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

/// Shorter tasks than these are not told.
const TOLD: f64 = 50.0;
const FRAME: f64 = 17.0;

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn numbers(list: &serde_json::Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Of each page the longest task while it opens, and when the lobby is there: the least and the median of some tries, which take turns.
fn open(pages: [&Page; 2]) -> [[(f64, f64); 2]; 2] {
    let one = |page: &Page| {
        slow(page, 6);
        page.reload();
        page.until_screen("lobby");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        let (tasks, seen) = (numbers(&page.js("return tasks")), page.js("return window.seen").as_f64().unwrap());
        slow(page, 1);
        (tasks.into_iter().fold(TOLD, f64::max), seen)
    };
    let all: Vec<[(f64, f64); 2]> = (0..TRIES).map(|_| pages.map(one)).collect();
    [0, 1].map(|page| {
        let of = |of: fn((f64, f64)) -> f64| {
            let times: Vec<f64> = all.iter().map(|pair| of(pair[page])).collect();
            (times.iter().copied().fold(f64::MAX, f64::min), median(times))
        };
        [of(|(task, _)| task), of(|(_, seen)| seen)]
    })
}

const TRIES: usize = 9;

/// Presses “Your progress” as soon as it is there, and says what is seen then.
const PROGRESS: &str = "(function look() {
  const root = document.querySelector('mock-interview')?.shadowRoot;
  const screen = root?.querySelector('[data-screen]');
  if (screen?.dataset.screen === 'progress') return done(screen.textContent);
  if (!window.pressed) window.pressed = !screen?.querySelector('[data-focus=\"open-progress\"]')?.click() && window.seen;
  requestAnimationFrame(look);
})()";

/// How many rounds are in a copy that the page asks for as soon as it can.
const COPY: &str = "(async () => {
  const host = document.querySelector('mock-interview');
  await customElements.whenDefined('mock-interview');
  while (!host.exportProgress) await new Promise((next) => setTimeout(next, 1));
  done(JSON.parse(await (await host.exportProgress()).text()).reports.length);
})()";

fn answers(page: &Page) -> f64 {
    page.custom(&[("count", "60"), ("minutes", "60"), ("seed", "years")]);
    page.tick_only("Ask me to", &["choose an answer"]);
    page.click("Start custom round");
    page.until_screen("round");
    page.until_yes("root.querySelector('.aids')");
    slow(page, 6);
    median(numbers(&page.js_later(ANSWERS)))
}

/// An answer is written as quickly after five years as in the first week, and the lobby is there within a frame of when it was then, without the page
/// standing still for longer.
#[test]
fn five_years_hold_nothing_up() {
    let few = Page::open_with(&[TASKS]);
    let page = Page::open_with(&[TASKS]);
    // On six days a week: as many as twenty on every day, and more.
    let all = rounds(&five_years(), 24);
    let count = all.iter().map(|report| report.results.len()).sum::<usize>();
    assert!(count >= 36_500);
    few.remember(&all[..3]);
    page.remember(&all);
    // The old ones are folded, a part at every visit, as they would have been all the time.
    let units_of = |page: &Page| page.js("return Object.entries(localStorage).flat().join('').length").as_u64().unwrap();
    let mut units = units_of(&page);
    loop {
        page.reload();
        page.until_screen("lobby");
        let is_less = (0..80).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            units_of(&page) + 10_000 < units
        });
        if !is_less {
            break;
        }
        // The copy is to hear of it as well, or it brings back what was removed.
        std::thread::sleep(std::time::Duration::from_millis(2000));
        units = units_of(&page);
    }
    let [[first, first_seen], [full, seen]] = open([&few, &page]);
    let [first_text, text] = ["return window.first", "return root.querySelector('[data-screen]').textContent"]
        // This comes with the model answers.
        .map(|what| page.js(what).as_str().unwrap().replace("Read questions aloud", ""));
    assert_eq!(first_text, text, "the lobby says at first what it says when all is read");
    page.reload();
    let progress = page.js_later(PROGRESS);
    let told = format!("{count} answers in {} rounds", all.len());
    assert!(progress.as_str().unwrap().contains(&told), "what is pressed at once shows all of it: {progress}");
    page.reload();
    let copied = page.js_later(COPY);
    let before = answers(&few);
    drop(few);
    let after = answers(&page);
    println!("{units} units stored. At ×6, after three rounds and after five years, the least and the median of {TRIES}:");
    println!("the longest task {first:.0?} and {full:.0?} ms, the lobby after {first_seen:.0?} and {seen:.0?} ms");
    println!("an answer {before:.1} and {after:.1} ms");
    assert!(units < 1_500_000, "{units} units");
    assert_eq!(copied, json!(five_years().len()), "a copy holds all of it, however early");
    // On a busy machine any task may be long once; the least is of one that was not.
    assert!(full.0 <= first.0 + FRAME, "five years add more than a frame: {:.0} ms instead of {:.0}", full.0, first.0);
    let later = (seen.0 - first_seen.0).min(seen.1 - first_seen.1);
    assert!(later <= FRAME, "the lobby is there {later:.0} ms later than after three rounds");
    assert!(after < 1.5 * before + 10.0, "an answer takes {after:.1} ms instead of {before:.1}");
}
