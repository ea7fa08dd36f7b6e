//! The day of the interview, and the page of progress: with nothing, one round, and five years of them.

use super::axe::{axe, violations};
use super::history::{five_years, rounds};
use super::page::Page;
use serde_json::json;

const PICTURES: [&str; 8] =
    ["Readiness", "Topics", "Levels", "Score and pace", "Calendar of practice", "Confidence", "Hardest questions", "Last rounds"];

/// As a date field has it, so many days from now, in UTC as the browser of these tests.
fn date(page: &Page, days: i64) -> String {
    let script = format!("return new Date(Date.now() - 4 * 36e5 + {days} * 864e5).toISOString().slice(0, 10)");
    page.js(&script).as_str().unwrap().to_owned()
}

/// Typed as the field's month, day and year.
fn name_day(page: &Page, days: i64) {
    let date = date(page, days);
    let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { panic!("{date}") };
    page.js("root.getElementById('interview').focus()");
    page.type_in(&format!("{month}{day}{year}"));
    page.until("the date", |page| page.js("return root.getElementById('interview').value") == date);
}

fn open(page: &Page) {
    page.click("Your progress");
    page.until_screen("progress");
    page.until_focus("progress");
}

#[test]
fn a_date_is_planned_for_kept_and_cleared() {
    let page = Page::open();
    page.zone("UTC");
    assert_eq!(page.text("#plan"), "");
    name_day(&page, 12);
    page.until("the plan", |page| page.text("#plan").starts_with("12 days left · "));
    let line = page.text("#plan");
    assert!(line.contains(" expected on the day (0% if you stop now) · 0 of "), "{line}");
    page.reload();
    page.until_screen("lobby");
    page.until("the plan", |page| page.text("#plan") == line);
    assert_eq!(page.js("return root.getElementById('interview').value"), date(&page, 12));
    assert_eq!(page.stored().iter().filter(|(name, _)| name.contains(":aim:")).count(), 1);

    // There is something to do before the first round.
    page.js("all('.plan button').find((button) => name(button).startsWith('New for today')).click()");
    page.until_screen("round");
    page.press("e");
    page.click("End it and see the debrief");
    page.click("New round");
    page.until_screen("lobby");

    name_day(&page, -3);
    page.until("a gentle word", |page| page.text("#plan").starts_with("That day is over."));
    page.js("root.getElementById('interview').focus()");
    page.press("Delete");
    page.until("nothing", |page| page.text("#plan").is_empty());
    page.reload();
    page.until_screen("lobby");
    assert_eq!(page.js("return root.getElementById('interview').value"), "");
}

#[test]
fn with_nothing_it_says_what_will_stand_here() {
    let page = Page::open();
    open(&page);
    assert_eq!((page.heading().as_str(), page.count("svg, table")), ("Your progress", 0));
    page.click("Start Warm-up");
    page.until_question(1, 6);
}

#[test]
fn after_one_round_it_draws_no_course() {
    let page = Page::with_history(&rounds(&[0], 10));
    open(&page);
    assert_eq!(page.texts(".picture h3"), PICTURES);
    assert!(page.text(".title > .soft").starts_with("10 answers in 1 round since "), "{}", page.text(".title > .soft"));
    let section = |n: usize| page.texts(".picture")[n].clone();
    assert!(section(3).contains("1 round so far") && section(3).contains("From 3 rounds on"), "{}", section(3));
    assert!(section(0).contains("10 answers to 10 of 86 questions"), "{}", section(0));
    assert_eq!(page.count("[aria-label^='Score and pace: ']"), 0);
    assert_eq!(page.count("svg:not([role=img][aria-label])"), 0, "each drawing has a name");
}

#[test]
fn by_keyboard_alone() {
    let page = Page::with_history(&rounds(&[3, 2, 1, 0], 8));
    page.js("root.getElementById('interview').focus()");
    page.tab_to("open-progress");
    page.press("Enter");
    page.until_screen("progress");
    page.until_focus("progress");
    page.tab_to("As a table: Readiness");
    page.press("Enter");
    page.until("its table", |page| page.count("table[aria-label], .picture table") > 1);
    page.press("Esc");
    page.until_screen("lobby");
    page.until_focus("open-progress");
    page.press("Enter");
    page.until_screen("progress");
    page.tab_to("Back to the lobby");
    page.press("Enter");
    page.until_screen("lobby");
    page.until_focus("open-progress");
    page.press("Enter");
    page.until_focus("progress");
    page.tab_to("Drill all of these");
    page.press("Enter");
    page.until_screen("round");
}

#[test]
fn five_years_are_few_marks_and_a_few_frames() {
    let page = Page::with_history(&rounds(&five_years(), 20));
    // The third part of the program is here.
    page.click("Your data");
    page.until_yes("all('.panel').length");
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 6 }));
    let taken = page.js_later(
        "const root = document.querySelector('mock-interview').shadowRoot;
        const button = root.querySelector('[data-focus=open-progress]');
        const times = {};
        let begin = performance.now();
        button.click();
        const wait = () => {
          if (!root.querySelector('[data-screen=progress]')) return requestAnimationFrame(wait);
          root.querySelector('h2').getBoundingClientRect();
          done({ taken: performance.now() - begin, marks: root.querySelectorAll('svg, svg *').length });
        };
        wait();",
    );
    let (marks, millis) = (taken["marks"].as_u64().unwrap(), taken["taken"].as_f64().unwrap());
    println!("opened at ×6 in {millis:.0} ms, {marks} nodes drawn");
    assert!(marks < 150, "{marks} nodes are drawn");
    // A frame or two where nothing else runs; machines that test have other work.
    assert!(millis < 1500.0, "it took {millis} ms");
    assert_eq!(page.texts(".picture h3"), PICTURES);
    assert!(page.text(".title > .soft").starts_with("31280 answers in 1564 rounds"), "{}", page.text(".title > .soft"));
}

/// With all tables open, at both widths, in light, dark, and forced colours; nothing is wider than the page.
#[test]
fn axe_finds_nothing() {
    let axe = axe();
    let page = Page::with_history(&rounds(&(0..40).rev().collect::<Vec<_>>(), 6));
    page.zone("UTC");
    name_day(&page, 12);
    page.until("the plan", |page| !page.text("#plan").is_empty());
    let mut found = violations(&page, &axe, "lobby with a plan");
    open(&page);
    page.js("root.querySelectorAll('.picture summary').forEach((summary) => summary.click())");
    page.until("all tables", |page| page.count(".picture table") == PICTURES.len());
    for width in [320, 1280] {
        page.size(width, 900);
        for scheme in ["light", "dark"] {
            page.media("", &[("prefers-color-scheme", scheme), ("forced-colors", "none")]);
            found.extend(violations(&page, &axe, &format!("progress, {width} wide, {scheme}")));
        }
        assert!(page.yes("getComputedStyle(all('h2')[0]).color !== 'rgb(0, 0, 0)'"), "it is dark");
        assert!(page.yes("document.documentElement.scrollWidth <= innerWidth"), "wider than {width}");
        page.media("", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]);
        // The system's colours, and nothing invisible among them.
        let fills = "[...new Set(all('.picture .mark').map((mark) => getComputedStyle(mark).fill))].join()
            === [...new Set(all('h2').map((h2) => getComputedStyle(h2).color))].join()";
        assert!(page.yes(fills), "{:?}", page.js("return all('.picture .mark').map((mark) => getComputedStyle(mark).fill)"));
    }
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}
