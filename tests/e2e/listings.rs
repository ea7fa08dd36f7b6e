//! Listings in colours: on the screen of the question that came without them as well as in the debrief, in both schemes,
//! and the same text as ever for those who see none.

use super::axe::{axe, violations};
use super::host::{EMBED, document};
use super::page::{Page, strings};
use super::play::Source;
use mock_interview::bank::draw::{Wish, draw};
use mock_interview::bank::{Level, Mode, Question, markdown};

fn media(page: &Page, medium: &str, features: &[(&str, &str)]) {
    page.media(medium, features);
}

/// The colours of a listing's own words and of all its parts, each once.
fn colours(page: &Page) -> Vec<String> {
    let script = "const parts = all('.result pre code, .result pre span');
        return [...new Set(parts.map((part) => getComputedStyle(part).color))]";
    strings(&page.js(script))
}

#[test]
fn every_letter_in_its_colour() {
    let source = Source::read();
    let (bank, _) = markdown::read("async-python", include_str!("../../static/banks/async-python.md")).unwrap();
    let is_plain_at_first =
        |question: &&Question| question.level == Level::Basic && !Source::listings(&question.details).is_empty();
    let question = bank.questions().iter().find(is_plain_at_first).expect("a basic question with a listing");
    let is_explained = |question: &Question| !Source::listings(source.explanation(question)).is_empty();
    // That one, and one whose answer has a listing.
    let wish = |seed: String| Wish {
        count: 2,
        topics: bank.topics().into_iter().map(str::to_owned).collect(),
        levels: vec![Level::Basic],
        modes: vec![Mode::Spoken],
        seed,
    };
    let drawn = |seed: &str| draw(&bank, &wish(seed.to_owned())).into_iter().map(|(drawn, _)| drawn).collect::<Vec<_>>();
    let fits = |seed: &String| drawn(seed)[0].id == question.id && is_explained(drawn(seed)[1]);
    let seed = (0..100_000).map(|n| n.to_string()).find(fits).expect("a seed that draws both");

    let page = Page::blank();
    let element = format!("<mock-interview open questions=2 modes=spoken levels=basic seed={seed}></mock-interview>");
    let head = format!("<style>:root {{ color-scheme: light dark }}</style>{EMBED}");
    page.server.add("/post.html", document(&head, &format!("<main><h1>A post</h1>{element}</main>")));
    page.go("/post.html");
    page.until_screen("lobby");
    page.js("host.start()");
    page.until_screen("round");
    page.until_yes("new Set(all('.details pre span').map((part) => part.className)).size > 2");
    let shown = |css: &str| strings(&page.js(&format!("return all({css:?}).map((code) => code.textContent)")));
    assert_eq!(shown(".details pre code"), Source::listings(&question.details));

    for number in [1, 2] {
        page.until_question(number, 2);
        page.press("Enter");
        page.until_yes("all('.stage .short').length");
        page.press("4");
    }
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    page.until_yes("new Set(all('.result pre span').map((part) => part.className)).size > 2");
    let listings: Vec<String> =
        drawn(&seed).into_iter().flat_map(|question| Source::listings(source.explanation(question))).collect();
    assert_eq!(shown(".result pre code"), listings);
    let copied = page.js("getSelection().selectAllChildren(all('.result pre')[0]); return getSelection().toString()");
    assert_eq!(copied.as_str().unwrap().trim_end(), listings[0].trim_end());

    let found = violations(&page, &axe(), "debrief with listings");
    assert!(found.is_empty(), "{}", found.join("\n"));

    media(&page, "", &[("prefers-color-scheme", "light")]);
    let light = colours(&page);
    assert!(light.len() > 3, "{light:?}");
    media(&page, "", &[("forced-colors", "active")]);
    assert_eq!(colours(&page).len(), 1, "one colour where the reader has chosen the colours");
    page.js("host.setAttribute('theme', 'dark')");
    media(&page, "", &[]);
    let dark = colours(&page);
    assert!(dark.len() == light.len() && dark.iter().all(|colour| !light.contains(colour)), "{dark:?} beside {light:?}");
    media(&page, "print", &[]);
    assert_eq!(colours(&page), light, "paper is white");
}
