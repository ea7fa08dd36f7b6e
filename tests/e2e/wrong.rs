//! Wrong settings: each is named once, with what is allowed, and is as if it were not there. The round still starts.

use super::options::Attempts;
use super::page::strings;
use super::post::post;
use serde_json::{Value, json};

/// Wrong for every setting that is not just any text.
const WRONG: [&str; 22] = [
    "nonsense",
    "-1",
    "0",
    "1.5",
    "1e3",
    "+5",
    "0x10",
    "７",
    "99999999999999999999999",
    "9 9",
    "5;10",
    "NaN",
    "null",
    "true",
    "[object Object]",
    "__proto__",
    "constructor",
    "<img src=x onerror=warnings.push(1)>",
    "\"quoted\"",
    "مقابلة",
    "\u{202e}neercs",
    "🎲",
];

/// As attributes, and those that no markup can hold as JSON.
fn wrong_values() -> Vec<(String, bool)> {
    let long = ["x".repeat(10_000), "🎲".repeat(10_000)];
    let zeros = ["\0".to_owned(), "screen\0".to_owned()];
    let plain = WRONG.map(str::to_owned).into_iter().chain(long).map(|value| (value, false));
    plain.chain(zeros.map(|value| (value, true))).collect()
}

fn plan(outcome: &Value) -> [Value; 4] {
    [&outcome["round"]["preset"], &outcome["round"]["seconds"], &outcome["items"], &outcome["title"]].map(Clone::clone)
}

/// One warning that names the setting, the value (shortened) and what is allowed.
fn names_it(outcome: &Value, name: &str, value: &str) {
    let warnings = strings(&outcome["warnings"]);
    let shown: String = value.chars().take(30).collect();
    assert_eq!(warnings.len(), 1, "{name}={shown:?}: {outcome}");
    let warning = &warnings[0];
    assert!(warning.starts_with(&format!("mock-interview: {name}=\"{shown}")), "{warning}");
    assert!(warning.contains("is passed over; allowed: ") && warning.chars().count() < 300, "{warning}");
}

fn all_wrong_values_of(name: &str) {
    let attempts = Attempts::new();
    let usual = attempts.attributes(json!({ "seed": "same" }));
    for (value, in_json) in wrong_values() {
        let mut attributes = json!({ "seed": "same" });
        let mut settings = json!({});
        (if in_json { &mut settings } else { &mut attributes })[name] = json!(value);
        let outcome = attempts.with(&attributes, &settings.to_string());
        names_it(&outcome, name, &value);
        assert_eq!(plan(&outcome), plan(&usual), "{name}={value:.40?} is not as if it were not there");
        if !["modes", "topics", "levels"].contains(&name) {
            assert_eq!(outcome["line"], usual["line"], "{name}={value:.40?} is on the card");
        }
    }
    // Nothing at all, as a template writes it that was given nothing, is no mistake.
    for empty in ["", " ", "\n\t "] {
        let outcome = attempts.attributes(json!({ "seed": "same", name: empty }));
        assert_eq!((plan(&outcome), &outcome["line"]), (plan(&usual), &usual["line"]));
    }
}

macro_rules! wrong_values_of {
    ($($test:ident $name:literal)*) => { $(
        #[test]
        fn $test() {
            all_wrong_values_of($name);
        }
    )* };
}

wrong_values_of! {
    preset "preset"
    questions "questions"
    minutes "minutes"
    modes "modes"
    topics "topics"
    levels "levels"
    lang "lang"
    theme "theme"
    loading "loading"
}

#[test]
fn numbers_out_of_range() {
    let attempts = Attempts::new();
    for (name, value) in [("questions", "501"), ("minutes", "601"), ("minutes", "18446744073709551616")] {
        let outcome = attempts.with(&json!({ name: value }), "");
        names_it(&outcome, name, value);
        assert_eq!((&outcome["round"]["questions"], &outcome["round"]["seconds"]), (&json!(10), &json!(900)));
        assert_eq!(outcome["line"], json!("10 questions · 15 minutes"));
    }
}

/// Nearly every text is a seed or a heading; what is none falls back.
#[test]
fn seed_and_heading() {
    let attempts = Attempts::new();
    let values = wrong_values();
    for (value, in_json) in values.iter().map(|(value, in_json)| (value.as_str(), *in_json)) {
        let with = |name: &str| {
            let settings = json!({ name: value });
            if in_json { attempts.with(&json!({}), &settings.to_string()) } else { attempts.with(&settings, "") }
        };
        let allowed = |longest: usize| value.chars().count() <= longest && !in_json;
        let outcome = with("seed");
        if allowed(40) {
            assert_eq!((&outcome["round"]["seed"], &outcome["warnings"]), (&json!(value), &json!([])));
        } else {
            names_it(&outcome, "seed", value);
            assert_eq!(outcome["round"]["seed"].as_str().unwrap().len(), 6, "a seed of its own");
        }
        let outcome = with("heading");
        if allowed(120) {
            assert_eq!((&outcome["title"], &outcome["warnings"]), (&json!(value), &json!([])));
        } else {
            names_it(&outcome, "heading", value);
            assert_eq!(outcome["title"], json!("Async programming in Python"));
        }
    }
}

#[test]
fn a_folder_that_is_no_address() {
    let attempts = Attempts::new();
    for value in ["http://[", "//", "https://a]b/", "http://a:b/", &format!("http://[{}", "x".repeat(10_000))] {
        let outcome = attempts.with(&json!({ "base-url": value }), "");
        names_it(&outcome, "base-url", value);
        assert_eq!(outcome["round"]["questions"], json!(10));
    }
}

/// Whether an address leads anywhere is known only when nothing comes from there.
#[test]
fn a_folder_where_nothing_is() {
    for value in ["nonsense", "../../x", "/مقابلة/", "javascript:alert(1)", "about:blank", "http://127.0.0.1:1/"] {
        let attempts = Attempts::new();
        let page = &attempts.page;
        page.js(&format!(
            "const made = document.createElement('mock-interview');
            made.setAttribute('base-url', {value:?}); made.setAttribute('open', '');
            made.innerHTML = '<p>Instead of it.</p>';
            window.codes = [];
            made.addEventListener('mock-interview-error', ({{ detail }}) => codes.push(detail.code));
            document.body.append(made)"
        ));
        page.until("the alert", |page| page.text("[role=alert] h2") == "The interview did not load");
        assert!(page.shows_fallback());
        assert_eq!(page.js("return codes"), json!(["network"]), "{value}");
        // Another folder mends it.
        page.js("host.setAttribute('base-url', '/copy/')");
        page.until_screen("lobby");
    }
}

#[test]
fn in_a_list_what_is_right_holds() {
    let attempts = Attempts::new();
    let outcome = attempts.with(&json!({ "modes": "spoken, sung", "seed": "same" }), "");
    names_it(&outcome, "modes", "spoken, sung");
    let right = attempts.attributes(json!({ "modes": "spoken", "seed": "same" }));
    assert_eq!(outcome["items"], right["items"]);
}

#[test]
fn two_elements_and_two_rounds_are_warned_of_once() {
    let attempts = Attempts::new();
    let page = &attempts.page;
    page.server.add("/post.html", post(&"<mock-interview open preset='quiz' theme='blue'></mock-interview>".repeat(2)));
    page.go("/post.html");
    for which in [1, 0] {
        page.look_at(which);
        page.until_screen("lobby");
    }
    for _ in 0..2 {
        page.js_later("document.querySelector('mock-interview').start().then(done)");
        page.until_screen("round");
        page.js("host.setAttribute('minutes', 5); host.removeAttribute('minutes'); host.stop()");
        page.until_screen("debrief");
    }
    let mut warnings = page.warnings();
    warnings.sort();
    assert_eq!(
        warnings,
        [
            "mock-interview: preset=\"quiz\" is passed over; allowed: warm-up, screen, technical, full, rapid-fire, deep-dive, exam, practice",
            "mock-interview: theme=\"blue\" is passed over; allowed: auto, light, dark",
        ]
    );
}
