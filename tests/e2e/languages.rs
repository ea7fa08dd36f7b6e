//! The languages of the interface: which is spoken, what is loaded for it, and that nothing is written into the code (`script/pseudo.mjs`).

use super::hooks::{SHIFTS, TOLD, WARNINGS};
use super::layout::misfits;
use super::page::{Page, strings};
use super::post::element;
use super::server::dist;
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;

/// A post in that language, with these attributes at the element.
fn post(page: &Page, lang: &str, attributes: &str) {
    let head = "<meta charset='utf-8'><title>A post</title><meta name='viewport' content='width=device-width, initial-scale=1'>
        <link rel='icon' href='data:,'><style>mock-interview { display: block; min-block-size: 16rem }</style>
        <script type='module' src='embed.js'></script>";
    page.server.add("/post.html", format!("<!doctype html><html{lang}>{head}<body><p>A post.</p>{}", element(attributes)));
    page.server.forget_asked();
    page.go("/post.html");
}

/// Whose reader likes these best.
fn reader(page: &Page, languages: &str) {
    page.before_load(&format!("Object.defineProperty(Navigator.prototype, 'languages', {{ get: () => {languages} }})"));
}

fn asked(page: &Page) -> Vec<String> {
    let mut asked = page.server.asked();
    asked.retain(|path| path.contains("languages"));
    asked.iter().map(|path| path.trim_start_matches('/').split('.').take(2).collect::<Vec<_>>().join(".")).collect()
}

fn eyebrow(page: &Page, words: &str) {
    page.until(words, |page| page.text(".eyebrow") == words);
}

#[test]
fn the_first_that_we_have_is_spoken() {
    let page = Page::blank();
    reader(&page, "['xx', 'fr-CA', 'de']");
    for (lang, attributes, words) in [
        (" lang=en", "loading=click", "Mock interview"),
        (" lang=en", "loading=click lang=de", "Probeinterview"),
        (" lang=en", "loading=click lang=DE-at", "Probeinterview"),
        (" lang=de", "loading=click", "Probeinterview"),
        (" lang=de", "loading=click lang=ja", "模擬面接"),
        (" lang=de", "loading=click lang=xx", "Probeinterview"),
        (" lang=xx", "loading=click", "Entretien blanc"),
        (" lang=zh-Hans-CN", "loading=click", "模拟面试"),
        ("", "loading=click", "Entretien blanc"),
    ] {
        post(&page, lang, attributes);
        eyebrow(&page, words);
    }
    post(&page, " lang=en", "loading=click><script type='application/json'>{\"lang\": \"ru\"}</script");
    eyebrow(&page, "Пробное собеседование");
}

#[test]
fn no_other_is_loaded() {
    let page = Page::blank();
    post(&page, " lang=en", "loading=click");
    page.until_card();
    page.click("Start the interview");
    page.until_screen("round");
    assert_eq!(asked(&page), [""; 0]);
    // Another page: the mouse of this one may lie on the next card, which makes it load what it needs.
    let page = Page::blank();
    post(&page, " lang=de", "loading=click preset=warm-up");
    eyebrow(&page, "Probeinterview");
    assert_eq!(page.texts(".soft, button"), ["6 Fragen · 5 Minuten", "Beginnen", "Andere Runden"]);
    page.settle();
    assert_eq!(
        asked(&page),
        ["languages.", "languages/de.card"].map(|start| if start == "languages." {
            asked(&page)[0].clone()
        } else {
            start.to_owned()
        })
    );
    page.click("Beginnen");
    page.until_screen("round");
    page.until("the place", |page| page.text(".place") == "Frage 1 von 6");
    assert!(asked(&page)[2].starts_with("languages/de."), "{:?}", asked(&page));
    assert_eq!(asked(&page).len(), 3);
    let langs = page
        .js("return [root.querySelector('.mount').lang, root.querySelector('.widget').lang, root.querySelector('.prompt').lang]");
    assert_eq!(langs, json!(["de", "de", "en"]), "the questions are English");
}

#[test]
fn without_its_words_it_is_english() {
    let page = Page::blank();
    page.before_load(WARNINGS);
    for lost in ["languages", ".card"] {
        page.server.lose(&name(if lost == ".card" { "languages/de.card" } else { "languages." }));
        post(&page, " lang=de", "loading=click");
        eyebrow(&page, "Mock interview");
        page.server.restore();
    }
    // Those of the program come later.
    page.server.flip(&name("languages/de."));
    post(&page, " lang=ar", "loading=click");
    eyebrow(&page, "مقابلة تجريبية");
    page.server.flip(&name("languages/ar."));
    page.click("ابدأ المقابلة");
    page.until_screen("round");
    assert_eq!(page.js("return [root.querySelector('.mount').dir, root.querySelector('.widget').lang]"), json!(["ltr", "en"]));
    assert!(page.text(".place").starts_with("Question 1 of"));
}

/// The whole name of the built file that begins so; the catalogue where it is a language's.
fn name(start: &str) -> String {
    let folder = if start.contains('/') { dist().join("languages") } else { dist() };
    let start = start.rsplit('/').next().unwrap();
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let is_card = start.ends_with("card");
    names.filter(|name| name.contains(".card.") == is_card).find(|name| name.starts_with(start) && name != "languages").unwrap()
}

#[test]
fn another_language_waits_for_the_end_of_the_round() {
    let page = Page::at_post(&element("open"), &[TOLD]);
    page.until_screen("lobby");
    page.js("host.setAttribute('lang', 'es')");
    page.until("Spanish", |page| page.text(".eyebrow") == "Entrevista de práctica" && page.screen() == "lobby");
    page.click("Empezar Calentamiento");
    page.until_screen("round");
    page.js("host.setAttribute('lang', 'en')");
    page.js_later("setTimeout(done, 300)");
    assert_eq!(page.text(".place"), "Pregunta 1 de 6");
    page.focus_heading();
    page.press("e");
    page.click("Terminarla y ver el balance");
    page.until_screen("debrief");
    page.click("Nueva ronda");
    page.until("English", |page| page.text(".eyebrow") == "Mock interview" && page.screen() == "lobby");
}

#[test]
fn arabic_runs_from_right_to_left_and_programs_do_not() {
    let page = Page::blank();
    post(&page, " lang=ar", "open");
    page.until_screen("lobby");
    assert_eq!(page.text(".eyebrow"), "مقابلة تجريبية");
    let direction = "const of = (css) => getComputedStyle(root.querySelector(css)).direction;";
    assert_eq!(
        page.js(&format!("{direction} return [of('.mount'), of('.widget'), of('.presets')]")),
        json!(["rtl", "rtl", "rtl"])
    );
    // The start of a line is on the right.
    assert!(
        page.yes("all('.preset button')[0].getBoundingClientRect().left < all('.preset h3')[0].getBoundingClientRect().left")
    );
    page.click("ابدأ تمرين");
    page.until_screen("round");
    page.js("root.querySelector('.stage').append(Object.assign(document.createElement('pre'), { textContent: 'x' }))");
    assert_eq!(page.js(&format!("{direction} return of('.stage pre')")), json!("ltr"));
}

/// The name is the bank's, the number behind it the page's; in the page's direction it comes second.
#[test]
fn a_topic_stands_before_its_number_from_right_to_left() {
    let page = Page::blank();
    post(&page, " lang=ar", "open questions=1 modes=choice");
    page.js("host.start()");
    page.until_screen("round");
    page.js("host.stop()");
    page.until_screen("debrief");
    let places = page
        .js("return all('.topics li > span').map((pair) => [...pair.children].map((part) => part.getBoundingClientRect().left))");
    let pairs: Vec<(f64, f64)> = serde_json::from_value(places).unwrap();
    assert!(pairs.len() == 2 && pairs.iter().all(|(name, number)| name > number), "{pairs:?}");
}

#[test]
fn the_card_comes_in_its_language_without_a_shift() {
    for (lang, words) in [("de", "Probeinterview"), ("ar", "مقابلة تجريبية"), ("ru", "Пробное собеседование")]
    {
        let page = Page::impatient();
        page.before_load(SHIFTS);
        page.size(360, 900);
        let index = name("languages.");
        page.server.hold(&index);
        post(&page, &format!(" lang={lang}"), "loading=click");
        page.until_yes("all('h2').length");
        assert_eq!(page.text("h2"), "Async programming in Python", "the title is there before the words are");
        page.js_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
        page.server.release(&index);
        eyebrow(&page, words);
        page.js_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
        assert_eq!(page.js("return shifts"), json!([]), "{lang}");
    }
}

/// The built page with the accented English of `script/pseudo.mjs` in the places of German and Arabic.
fn pseudo(lang: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("mock-interview-pseudo-{lang}-{}", std::process::id()));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/script/pseudo.mjs");
    let made = Command::new("node").arg(script).arg(dist()).arg(&folder).current_dir(env!("CARGO_MANIFEST_DIR")).status();
    assert!(made.expect("node").success());
    folder
}

/// Words on screen that are in no brackets, and in the language of the interface; and what they stick out of.
fn hard_coded(page: &Page, screen: &str) -> Vec<String> {
    let found = page.js(
        "const { lang } = root.querySelector('.mount');
        const own = (node) => node.closest('[lang]').lang === lang && !node.closest('code, kbd, textarea, .typed');
        const intl = [...Array(12).keys()].flatMap((n) => [
          new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, n, 5)),
          new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2026, n, 5)).replace(/\\d+\\.?/g, ''),
          new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, n)),
          ...['minute', 'second'].flatMap((unit) => [1, 2, 5].map((count) => new Intl.NumberFormat(`${lang}-u-nu-latn`, { style: 'unit', unit, unitDisplay: 'short' }).format(count).replace(/\\d/g, ''))),
        ]).map((words) => words.trim()).sort((a, b) => b.length - a.length);
        const rest = (text) => {
          let rest = text;
          for (let before; before !== rest;) [before, rest] = [rest, rest.replace(/\\[[^[\\]]*\\]/g, '')];
          return intl.reduce((rest, words) => rest.replaceAll(words, ''), rest);
        };
        const found = [];
        const look = (text, what) => /\\p{L}/u.test(rest(text)) && found.push(`${what}: ${tidy(text)}`);
        const walker = document.createTreeWalker(root.querySelector('.widget'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement: parent, data } = walker.currentNode;
          if (parent.checkVisibility() && own(parent)) look(data, 'text');
        }
        for (const element of all('*')) {
          if (!own(element)) continue;
          for (const name of ['aria-label', 'title', 'alt', 'placeholder']) look(element.getAttribute(name) ?? '', name);
        }
        return [...new Set(found)]",
    );
    let clipped = misfits(page, screen, &[[360, 800]]);
    strings(&found).into_iter().map(|what| format!("{screen}: {what}")).chain(clipped).collect()
}

fn walk(lang: &str) {
    let page = Page::blank();
    let folder = pseudo(lang);
    page.server.serve(folder.clone());
    post(&page, &format!(" lang={lang}"), "open");
    page.until_screen("lobby");
    let mut found = Vec::new();
    let mut look = |screen: &str| found.extend(hard_coded(&page, screen));
    let press = |css: &str| {
        page.until_yes(&format!("all({css:?}).length"));
        page.js(&format!("all({css:?})[0].click()"));
    };
    page.until_yes("all('#interview').length");
    page.js("const field = root.querySelector('#interview'); field.value = '2031-05-05'; field.dispatchEvent(new Event('input', { bubbles: true }))");
    press("[data-focus=data]");
    page.until_yes("all('.panel').length");
    page.js("root.querySelectorAll('details').forEach((part) => { part.open = true; part.dispatchEvent(new Event('toggle')) })");
    page.until_yes("all('#seed').length");
    look("lobby, form and data");
    press("[data-focus=open-progress]");
    page.until_screen("progress");
    look("progress, empty");
    press(".actions button:last-child");
    page.until_screen("lobby");
    press(".foot button");
    page.until_yes("all('dialog[open]').length");
    look("help");
    press("dialog[open] button");
    // The last is Practice: all ways of asking, with hints.
    page.until_yes("all('.preset').length");
    page.js("all('.preset button').at(-1).click()");
    page.until_screen("round");
    for n in 0..12 {
        page.until_yes(&format!(
            "all('[aria-current=step]').length && all('[aria-current=step]')[0].textContent.startsWith('{}')",
            n + 1
        ));
        page.until_yes("all('.actions button.main, .choices, textarea, .grades').length");
        look(&format!("question {}", n + 1));
        let is_choice = page.yes("all('.choice input').length");
        if is_choice {
            press(".choice input");
        }
        if is_choice && n == 0 {
            page.js("all('.confidence button').at(-1)?.click()");
        }
        if page.yes("all('#written').length") {
            page.js("const field = root.querySelector('#written'); field.value = 'await gives control back'; field.dispatchEvent(new Event('input', { bubbles: true }))");
        }
        if !page.yes("all('.actions button.main:enabled').length") {
            break;
        }
        press(".actions button.main:enabled");
        page.until_yes("all('.grades, .review').length");
        if page.yes("all('.grades').length") {
            look("revealed");
            // Whoever has seen the model answer has talked it over.
            press(".grades button");
            continue;
        }
        page.until_yes("all('.review').length");
        look("review");
        press(".actions button.main");
    }
    page.focus_heading();
    page.press("e");
    page.until_yes("all('dialog[open]').length");
    look("the end");
    press("dialog[open] button.main");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("debrief");
    press("[data-screen=debrief] > .actions > button:nth-of-type(2)");
    page.until_yes("['lobby', 'round'].includes(root.querySelector('[data-screen]').dataset.screen)");
    if page.screen() == "lobby" {
        look("lobby with drills");
        press("[data-focus=open-progress]");
        page.until_screen("progress");
        page.js("root.querySelectorAll('summary').forEach((summary) => summary.click())");
        page.until_yes("all('table').length > 3");
        look("progress");
    }
    let _ = std::fs::remove_dir_all(folder);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn nothing_is_written_into_the_code_and_nothing_is_clipped() {
    walk("de");
}

#[test]
fn mirrored_neither() {
    walk("ar");
}
