//! What a page asks for, in attributes or in JSON: every value that is allowed has its effect.

use super::hooks::WARNINGS;
use super::page::{Page, strings};
use super::play::Source;
use super::post::post;
use serde_json::{Value, json};

/// Puts an element with these settings into the page, plays it from its card to the end of its round, and takes it out
/// again: what the card said, and the round as it was stored.
const ATTEMPT: &str = "window.attempt = async (attributes, json) => {
  const until = async (holds) => { while (!(await holds())) await new Promise((next) => setTimeout(next, 5)); };
  await until(async () => !(await navigator.locks.query()).held.length);
  localStorage.clear();
  await new Promise((next) => Object.assign(indexedDB.deleteDatabase('mock-interview'), { onsuccess: next }));
  warnings.length = 0;
  const element = document.createElement('mock-interview');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (json) element.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: json }));
  document.body.append(element);
  // A language that there is not is known only when all that there are have come.
  await until(() => element.shadowRoot.querySelector('.soft').textContent.trim().length > 3);
  const [title, line] = ['h2', '.soft'].map((css) => element.shadowRoot.querySelector(css).textContent);
  const began = new Promise((tell) => element.addEventListener('mock-interview-round-start', (event) => tell(event.detail)));
  await element.start();
  const round = await began;
  const key = Object.keys(localStorage).find((key) => key.includes(':journal:'));
  const { items } = JSON.parse(localStorage[key].split('\\n')[1].slice(9));
  await element.stop();
  await until(() => element.state === 'finished');
  element.remove();
  return { title, line, round, items, warnings: [...warnings] };
}";

pub struct Attempts {
    pub page: Page,
}

impl Attempts {
    pub fn new() -> Attempts {
        let page = Page::blank();
        page.before_load(WARNINGS);
        page.before_load(ATTEMPT);
        page.server.copy("/copy/");
        page.server.add("/post.html", post(""));
        page.go("/post.html");
        Attempts { page }
    }

    pub fn with(&self, attributes: &Value, json: &str) -> Value {
        self.page.js_later(&format!(
            "attempt({attributes}, {}).then(done, (error) => done({{ error: String(error.stack) }}))",
            json!(json)
        ))
    }

    pub fn attributes(&self, attributes: Value) -> Value {
        let outcome = self.with(&attributes, "");
        assert_eq!(outcome["warnings"], json!([]), "{attributes}: {outcome}");
        outcome
    }
}

fn of_items(outcome: &Value, field: &str) -> Vec<String> {
    outcome["items"].as_array().unwrap().iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
}

#[test]
fn presets_and_numbers() {
    let attempts = Attempts::new();
    let cases = [
        (json!({}), "Phone screen", 10, 900),
        (json!({ "preset": "warm-up" }), "Warm-up", 6, 300),
        (json!({ "preset": " full\n" }), "Full loop", 22, 2700),
        (json!({ "preset": "screen", "minutes": "1" }), "Phone screen", 10, 60),
        (json!({ "minutes": "600", "questions": "1" }), "Phone screen", 1, 36000),
        (json!({ "questions": "500", "preset": "full", "minutes": " 45 " }), "Full loop", 86, 2700),
        (json!({ "questions": "007", "minutes": "7" }), "Phone screen", 7, 420),
    ];
    for (attributes, preset, questions, seconds) in cases {
        let outcome = attempts.attributes(attributes.clone());
        let round = &outcome["round"];
        assert_eq!(
            (&round["preset"], &round["questions"], &round["seconds"]),
            (&json!(preset), &json!(questions), &json!(seconds)),
            "{attributes}"
        );
        let plural = |n: u64| if n == 1 { "" } else { "s" };
        let (minutes, s) = (seconds / 60, plural(questions));
        let said = format!("{questions} question{s} · {minutes} minute{}", plural(minutes));
        assert_eq!(outcome["line"], json!(said), "{attributes}: the card says something else");
    }
}

#[test]
fn lists() {
    let source = Source::read();
    let attempts = Attempts::new();
    let modes = |value: &str| {
        let mut modes = of_items(&attempts.attributes(json!({ "modes": value, "preset": "full" })), "mode");
        modes.sort();
        modes.dedup();
        modes
    };
    assert_eq!(modes("choice"), ["choice"]);
    assert_eq!(modes("spoken spoken"), ["spoken"]);
    for both in ["choice spoken", "spoken,choice", " choice ,\n\tspoken "] {
        assert_eq!(modes(both), ["choice", "spoken"], "{both:?}");
    }
    let topics = |value: &str| {
        let outcome = attempts.attributes(json!({ "topics": value, "questions": "100" }));
        assert!(outcome["line"].as_str().unwrap().starts_with("Up to 86 questions"));
        let mut topics: Vec<String> = of_items(&outcome, "question").iter().map(|id| source.by_id(id).topic.clone()).collect();
        topics.sort();
        topics.dedup();
        topics
    };
    assert_eq!(topics("tasks"), ["tasks"]);
    assert_eq!(topics("tasks, event-loop"), ["event-loop", "tasks"]);
    let levels = |value: &str| {
        let ids = of_items(&attempts.attributes(json!({ "levels": value, "questions": "100" })), "question");
        let mut levels: Vec<&str> = ids.iter().map(|id| source.by_id(id).level.name()).collect();
        levels.sort_unstable();
        levels.dedup();
        levels.join(" ")
    };
    assert_eq!(levels("basic"), "basic");
    assert_eq!(levels("deep core"), "core deep");
    assert_eq!(levels("basic core deep"), "basic core deep");
}

#[test]
fn a_seed_makes_the_round() {
    let attempts = Attempts::new();
    let drawn = |seed: &str| {
        let outcome = attempts.attributes(json!({ "seed": seed, "preset": "full" }));
        assert_eq!(outcome["round"]["seed"], json!(seed.trim()));
        outcome["items"].clone()
    };
    let first = drawn("blue");
    assert_eq!(drawn(" blue "), first);
    assert_ne!(drawn("Blue"), first);
    let longest = "ש".repeat(40);
    assert_eq!(drawn(&longest), drawn(&longest));
    let fresh = || attempts.attributes(json!({}))["items"].clone();
    assert!((0..5).any(|_| fresh() != fresh()), "without a seed it is another round every time");
}

#[test]
fn another_folder() {
    let attempts = Attempts::new();
    let asked = || {
        attempts.page.server.forget_asked();
        attempts.attributes(json!({ "base-url": "copy" }));
        attempts.page.server.asked()
    };
    let first = asked();
    assert!(first.iter().all(|path| path.starts_with("/copy/")) && first.len() == 4, "{first:?}");
    assert!(asked().iter().all(|path| path.starts_with("/copy/banks/")), "everything else is shared");
    for same in ["/copy/", "./copy", &attempts.page.server.address("/copy")] {
        let outcome = attempts.attributes(json!({ "base-url": same }));
        assert_eq!(outcome["round"]["questions"], json!(10));
    }
    assert_eq!(strings(&json!(attempts.page.loaded())).len(), 0, "they are known from before");
}

#[test]
fn settings_in_json_and_attributes_win() {
    let attempts = Attempts::new();
    let with = |attributes: Value, settings: &str| attempts.with(&attributes, settings);
    let outcome = with(
        json!({ "questions": "3", "heading": "" }),
        r#"{"questions": 5, "minutes": 20, "topics": ["tasks", "event-loop"], "modes": "spoken", "heading": "Mine", "seed": 7}"#,
    );
    assert_eq!(outcome["warnings"], json!([]));
    assert_eq!((&outcome["title"], &outcome["line"]), (&json!("Mine"), &json!("Up to 3 questions · 20 minutes")));
    assert_eq!((&outcome["round"]["questions"], &outcome["round"]["seconds"]), (&json!(3), &json!(1200)));
    assert_eq!(outcome["round"]["seed"], json!("7"));
    assert_eq!(of_items(&outcome, "mode"), ["spoken"; 3]);
    // What is nothing in JSON is nothing here.
    let outcome = with(json!({}), r#"{"questions": null, "minutes": "", "topics": [], "open": false, "unknown": {"a": 1}}"#);
    assert_eq!((&outcome["warnings"], &outcome["line"]), (&json!([]), &json!("10 questions · 15 minutes")));
    for broken in ["{", "null", "{\"minutes\": 5,}", "[", "<b>"] {
        let outcome = with(json!({ "minutes": "7" }), broken);
        let warnings = strings(&outcome["warnings"]);
        assert!(warnings.len() == 1 && warnings[0].starts_with("mock-interview: settings: "), "{broken}: {warnings:?}");
        assert_eq!(outcome["round"]["seconds"], json!(420), "what is in attributes holds");
    }
}

#[test]
fn themes_have_their_colours() {
    let page = Page::blank();
    page.server.add("/post.html", post("<mock-interview loading='click'></mock-interview>"));
    page.go("/post.html");
    page.until_card();
    let colours = |page: &Page| {
        let colours = page.js("const { backgroundColor, color } = getComputedStyle(root.querySelector('.widget'));
            const light = (text) => text.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0) > 3 * 128;
            return `${light(backgroundColor) ? 'light' : 'dark'} under ${light(color) ? 'light' : 'dark'}`");
        colours.as_str().unwrap().to_owned()
    };
    let set = |page: &Page, theme: &str| drop(page.js(&format!("host.setAttribute('theme', {theme:?})")));
    let (light, dark) = ("light under dark", "dark under light");
    for screen in ["card", "lobby"] {
        for (theme, expected) in
            [("dark", dark), ("light", light), ("auto", light), (" dark ", dark), ("DARK", light), ("", light)]
        {
            set(&page, theme);
            assert_eq!(colours(&page), expected, "{theme:?} on the {screen}");
        }
        page.js("document.documentElement.style.colorScheme = 'dark'");
        set(&page, "auto");
        assert_eq!(colours(&page), dark, "auto is what the page is");
        set(&page, "light");
        assert_eq!(colours(&page), light);
        page.js("document.documentElement.style.colorScheme = ''; host.removeAttribute('theme')");
        if screen == "card" {
            page.click("Other rounds");
            page.until_screen("lobby");
        }
    }
}
