//! The embed builder: what is chosen is at once on the living element, in the snippet and in the address; and the
//! snippet works on a page of its own.

use super::page::Page;
use super::play::Source;
use mock_interview::bank::preset::Preset;
use mock_interview::bank::{json as bank_json, topic_name};
use serde_json::{Value, json};

fn open(fragment: &str) -> Page {
    let page = Page::blank();
    page.go(&format!("/builder.html{fragment}"));
    page.until_yes("host?.matches(':defined') && document.querySelector('pre.snippet').textContent");
    // The digests have come.
    page.until_yes("!document.querySelector('[name=integrity]').disabled");
    page
}

/// Chooses as a hand does: boxes and buttons by a click, the rest by its value.
pub fn choose(page: &Page, name: &str, value: &str) {
    page.js(&format!(
        "const fields = [...document.querySelectorAll('[name={name}]')];
        const box = fields.find((field) => ['checkbox', 'radio'].includes(field.type) && (field.value === {value:?} || {value:?} === 'on'));
        if (box) box.click();
        else {{
          fields[0].value = {value:?};
          for (const kind of ['input', 'change']) fields[0].dispatchEvent(new Event(kind, {{ bubbles: true }}));
        }}"
    ));
}

fn snippet(page: &Page) -> String {
    page.js("return document.querySelector('pre.snippet').textContent").as_str().unwrap().to_owned()
}

fn attributes(page: &Page) -> Value {
    page.js("return Object.fromEntries([...host.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => [name, value]))")
}

#[test]
fn nothing_chosen_writes_nothing() {
    let page = open("");
    let folder = page.server.address("/");
    let expected = format!(
        "<script type=\"module\" src=\"{folder}embed.js\"></script>\n<style>\n  mock-interview {{\n    display: block;\n    \
        min-block-size: max(16rem, 256px);\n  }}\n</style>\n<mock-interview></mock-interview>"
    );
    assert_eq!(snippet(&page), expected);
    choose(&page, "reserve", "on");
    assert_eq!(
        snippet(&page),
        format!("<script type=\"module\" src=\"{folder}embed.js\"></script>\n<mock-interview></mock-interview>")
    );
    assert_eq!(attributes(&page), json!({}));
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn what_is_chosen_is_on_the_element_in_the_snippet_and_in_the_address() {
    let page = open("");
    let choices = [
        ("preset", "full"),
        ("questions", "7"),
        ("minutes", "12"),
        ("modes", "spoken"),
        ("levels", "core"),
        ("levels", "deep"),
        ("topics", "tasks"),
        ("topics", "event-loop"),
        ("seed", "a & b"),
        ("heading", "<b>\"Tasks\" & 'loops'</b>"),
        ("theme", "dark"),
        ("own-accent", "on"),
        ("accent-dark", "#ffcc00"),
        ("font", "serif"),
        ("corners", "square"),
        ("loading", "click"),
    ];
    for (name, value) in choices {
        choose(&page, name, value);
    }
    let chosen = json!({
        "preset": "full", "questions": "7", "minutes": "12", "modes": "spoken", "levels": "core deep", "topics": "event-loop tasks",
        "seed": "a & b", "heading": "<b>\"Tasks\" & 'loops'</b>", "theme": "dark", "loading": "click",
    });
    assert_eq!(attributes(&page), chosen);
    page.until("the new heading", |page| page.text("h2") == "<b>\"Tasks\" & 'loops'</b>");
    assert_eq!(page.text(".soft"), "Up to 7 questions · 12 minutes");
    let accent = "getComputedStyle(root.querySelector('button.main')).backgroundColor === 'rgb(255, 204, 0)'";
    page.until_yes(accent);
    let text = snippet(&page);
    assert!(text.contains("    --mock-interview-accent: #ffcc00;\n"), "{text}");
    let element = "<mock-interview preset=\"full\" questions=\"7\" minutes=\"12\" modes=\"spoken\" topics=\"event-loop tasks\" \
        levels=\"core deep\" seed=\"a &amp; b\" theme=\"dark\" loading=\"click\" \
        heading=\"&lt;b&gt;&quot;Tasks&quot; &amp; 'loops'&lt;/b&gt;\"></mock-interview>";
    assert!(text.ends_with(element), "{text}");

    // The same again from the address alone.
    let fragment = page.js("return location.hash");
    let again = open(fragment.as_str().unwrap());
    assert_eq!(attributes(&again), chosen);
    assert_eq!(snippet(&again).replace(&again.server.address("/"), "/"), text.replace(&page.server.address("/"), "/"));
    again.until_yes(accent);

    // And back.
    again.js("document.querySelector('[type=reset]').click()");
    again.until("nothing chosen", |page| attributes(page) == json!({}));
    assert_eq!(again.js("return location.hash"), "");
    assert_eq!(again.text("h2"), "Async programming in Python");
    assert_eq!(again.log(), [""; 0]);
}

#[test]
fn what_is_wrong_is_marked_and_not_written() {
    let page = open("#questions=501&minutes=0&preset=none&font=comic&modes=sung&heading=x&no=such&accent-light=red");
    assert_eq!(attributes(&page), json!({ "heading": "x" }));
    assert!(snippet(&page).ends_with("<mock-interview heading=\"x\"></mock-interview>"), "{}", snippet(&page));
    let wrong = "return [...document.querySelectorAll('[aria-invalid]')].map((field) => field.name)";
    assert_eq!(page.js(wrong), json!(["questions", "minutes"]));
    choose(&page, "questions", "5");
    assert_eq!(page.js(wrong), json!(["minutes"]));
    choose(&page, "bank", "#post");
    assert!(snippet(&page).ends_with("<mock-interview bank=\"#post\" questions=\"5\" heading=\"x\"></mock-interview>"));
    assert_eq!(attributes(&page), json!({ "questions": "5", "heading": "x" }), "the post is on another page");
    choose(&page, "as", "iframe");
    assert_eq!(page.js(wrong), json!(["minutes", "bank"]));
    assert!(!snippet(&page).contains("bank"), "{}", snippet(&page));
}

#[test]
fn the_presets_are_those_of_the_widget() {
    let page = open("");
    let offered = page.js("return [...document.querySelectorAll('[name=preset]')].map((one) => [one.parentElement.textContent.trim(), one.dataset])");
    let preset = |preset: Preset| {
        let settings = preset.settings();
        let time = settings.minutes.map_or("untimed".to_owned(), |minutes| format!("{minutes} minutes"));
        let minutes = settings.minutes.map_or(String::new(), |minutes| minutes.to_string());
        let count = settings.count.to_string();
        json!([format!("{} {count} questions, {time}", preset.name), { "questions": count, "minutes": minutes }])
    };
    let built_in = bank_json::read_bank(mock_interview::BUILT_IN_BANK).unwrap();
    let presets: Vec<_> = mock_interview::app::preset::offered(&built_in).into_iter().map(preset).collect();
    assert_eq!(offered, json!(presets));
}

#[test]
fn the_topics_are_those_of_the_bank() {
    let page = open("");
    let offered =
        page.js("return [...document.querySelectorAll('[name=topics]')].map((box) => [box.value, box.parentElement.innerText])");
    let source = Source::read();
    let of_the_bank: Vec<_> = source.topics().into_iter().map(|topic| json!([topic, topic_name(topic)])).collect();
    assert_eq!(offered, json!(of_the_bank));
}

#[test]
fn a_change_during_a_round_comes_with_the_next() {
    let page = open("");
    page.click("Start the interview");
    page.until_question(1, 10);
    page.until_yes("document.getElementById('running').checkVisibility()");
    choose(&page, "preset", "warm-up");
    page.until_question(1, 10);
    page.js("document.getElementById('again').click()");
    page.until("the start card", |page| page.text(".soft") == "6 questions · 5 minutes");
    assert!(!page.yes("document.getElementById('running').checkVisibility()"));
    page.click("Start the interview");
    page.until_question(1, 6);
}

/// A page of somebody's own with nothing on it but the snippet, on another origin than the files.
fn embed(page: &Page, text: &str) {
    let html =
        format!("<!doctype html><html lang=en><meta charset=utf-8><title>A post</title><link rel=icon href=/icon.svg>{text}");
    page.server.add("/post.html", html);
    let address = page.server.address("/post.html").replace("127.0.0.1", "localhost");
    // The page before may have had the same address.
    page.js(&format!("window.isLeft = true; location.href = {address:?}"));
    page.until_yes("!window.isLeft && location.pathname === '/post.html' && document.readyState === 'complete'");
}

#[test]
fn the_snippet_works_on_a_page_of_its_own() {
    let page = open("#preset=warm-up&questions=3&seed=x&heading=%22Mine%22+%26+yours&integrity=on");
    let text = snippet(&page);
    assert!(text.contains(" integrity=\"sha256-") && text.contains(" crossorigin=\"anonymous\""), "{text}");
    embed(&page, &text);
    page.until("the card", |page| page.text("h2") == "\"Mine\" & yours");
    assert!(page.yes("host.getBoundingClientRect().height === 256"));
    page.click("Start the interview");
    page.until_question(1, 3);
    assert_eq!(page.log(), [""; 0]);

    // Another script under the same name is not run.
    embed(&page, &text.replace("sha256-", "sha256-AAAA"));
    assert!(page.yes("!root"), "it runs whatever the digest");
}

#[test]
fn the_iframe_works_on_a_page_of_its_own() {
    let page = open("#as=iframe&preset=warm-up&questions=3&heading=%22Mine%22+%26+yours");
    let text = snippet(&page);
    let address = page.server.address("/frame.html?preset=warm-up&amp;questions=3&amp;heading=%22Mine%22+%26+yours");
    assert!(text.starts_with(&format!("<iframe data-mock-interview src=\"{address}\" title=\"Mock interview\"")), "{text}");
    embed(&page, &text);
    page.enter_frame();
    page.until("the card", |page| page.text("h2") == "\"Mine\" & yours");
    page.click("Start the interview");
    page.until_question(1, 3);
    page.until_yes("innerHeight > 400 && document.documentElement.scrollHeight <= innerHeight");
}
