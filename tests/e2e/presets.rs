//! Presets that a bank brings along: in the lobby, by the attribute, by a link and by the method; and a custom round that keeps its settings.

use super::host::{EMBED, document};
use super::page::{NO_WIDGET, Page};
use serde_json::json;

const BANK: &str = "# Ours

Presets:

- Our first call: half to choose, half to say aloud.
  - 2 questions, 12 minutes, spoken
- Exam: two at once, twice as hard.
  - 1 question, 3 minutes, deep, exam

## One? {topic=a}

Yes.

## Two? {topic=a}

Yes.

## Three? {topic=b .deep}

No.
";

const POST: &str = "<article id=post><h1>Ours</h1><p>Presets:</p><ul><li>Our first call: what to expect<ul><li>2 questions in \
    12 minutes</li></ul></li></ul><h2>One?</h2><p>Yes.</p><h2>Two?</h2><p>No.</p></article>";

fn at(element: &str) -> Page {
    let page = Page::blank();
    page.server.add("/ours.md", BANK);
    page.server.add("/ours.html", document(EMBED, element));
    page.go("/ours.html");
    page
}

#[test]
fn they_stand_first_in_the_lobby_and_begin_as_they_say() {
    let page = at("<mock-interview open bank=ours.md></mock-interview>");
    page.until_screen("lobby");
    let names = page.texts(".preset h3");
    assert_eq!(names[..4], ["Our first call", "Exam", "Warm-up", "Phone screen"].map(str::to_owned));
    assert_eq!(names.len(), 9, "the exam that every bank has is not offered: {names:?}");
    assert_eq!(page.text(".preset .minutes"), "12 min");
    page.click("Start Our first call");
    page.until_question(1, 2);
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.click("Same round again");
    page.until_question(1, 2);
}

#[test]
fn by_attribute_by_link_and_by_method() {
    let page = at("<mock-interview open bank=ours.md preset=our-first-call></mock-interview>");
    page.until_screen("lobby");
    page.click("Start this page’s round");
    page.until_question(1, 2);

    let page = at("<mock-interview open bank=ours.md></mock-interview>");
    page.go("/ours.html#round=exam.blue");
    page.reload();
    page.until_screen("lobby");
    page.click("Start the shared round");
    page.until_question(1, 1);
    assert_eq!(page.heading(), "Three?");

    let page = at("<mock-interview loading=click bank=ours.md></mock-interview>");
    page.js("document.querySelector('mock-interview').start('our-first-call'); return 1");
    page.until_question(1, 2);
}

#[test]
fn the_card_says_how_much_they_are_and_nothing_that_it_cannot_know() {
    let line = |attributes: &str, link: &str| {
        let page = at("");
        page.go(NO_WIDGET);
        page.server.add("/ours.html", document(EMBED, &format!("<mock-interview {attributes}></mock-interview>")));
        page.go(&format!("/ours.html{link}"));
        page.until_card();
        if !attributes.contains("loading=click") {
            page.until_state("ready");
        }
        page.text(".soft")
    };
    for (attributes, link, wanted) in [
        ("bank=ours.md preset=our-first-call", "", "Up to 2 questions · 12 minutes"),
        ("bank=ours.md preset=our-first-call questions=1", "", "Up to 1 question"),
        ("bank=ours.md preset=exam", "", "Up to 1 question · 3 minutes"),
        ("bank=ours.md preset=warm-up", "", "Up to 3 questions · 5 minutes"),
        ("bank=ours.md", "", "Up to 3 questions · 15 minutes"),
        ("bank=ours.md", "#round=exam.blue", "Up to 1 question · 3 minutes"),
        ("bank=ours.md preset=our-first-call loading=click", "", ""),
        ("bank=ours.md preset=our-first-call loading=click questions=2 minutes=9", "", "Up to 2 questions · 9 minutes"),
        ("preset=warm-up loading=click", "#round=exam.blue", "15 questions · 20 minutes"),
        ("preset=warm-up loading=click", "#a=b.c", "6 questions · 5 minutes"),
    ] {
        assert_eq!(line(attributes, link), wanted, "{attributes} {link}");
    }
}

#[test]
fn one_in_the_place_of_the_usual_one_begins_and_the_card_says_so() {
    let page = Page::blank();
    page.server.add("/ours.md", BANK.replace("Our first call", "Phone screen"));
    page.server.add("/ours.html", document(EMBED, "<mock-interview bank=ours.md></mock-interview>"));
    page.go("/ours.html");
    page.until_card();
    page.until_state("ready");
    assert_eq!(page.text(".soft"), "Up to 2 questions · 12 minutes");
    page.click("Start the interview");
    page.until_question(1, 2);
}

#[test]
fn a_post_brings_them_too() {
    let page = at(&format!("{POST}<mock-interview open bank=#post></mock-interview>"));
    page.until_screen("lobby");
    assert_eq!(page.texts(".preset h3")[0], "Our first call");
    page.click("Start Our first call");
    page.until_question(1, 2);
}

#[test]
fn a_custom_round_is_offered_again_as_it_was_begun() {
    let page = Page::open();
    page.custom(&[("count", "3"), ("minutes", "7")]);
    page.tick_only("Levels", &["deep"]);
    page.click("Start custom round");
    page.until_question(1, 3);
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.reload();
    page.until_screen("debrief");
    page.click("New round");
    page.until_screen("lobby");
    page.reload();
    page.until_screen("lobby");
    // It is in the third part of the program.
    page.custom(&[]);
    let form = "return ['count', 'minutes', 'seconds'].map((id) => root.getElementById(id).value)";
    assert_eq!(page.js(form), json!(["3", "7", ""]));
    let ticked = "return root.querySelectorAll('fieldset input:checked').length";
    let all = "return root.querySelectorAll('fieldset input').length";
    assert_eq!(
        page.js(ticked).as_u64().unwrap() + 2 + 1,
        page.js(all).as_u64().unwrap(),
        "two levels and the strictness are not ticked"
    );
    page.forget();
    page.reload();
    page.until_screen("lobby");
    page.custom(&[]);
    assert_eq!(page.js(form), json!(["10", "", ""]));
}

#[test]
fn an_exam_tells_what_is_unanswered_from_what_can_still_be_changed() {
    let page = at("<mock-interview open preset=exam modes=choice questions=3></mock-interview>");
    page.until_screen("lobby");
    page.click("Start this page’s round");
    page.until_question(1, 3);
    for n in 1..=3 {
        page.until_question(n, 3);
        if n != 2 {
            page.press("1");
        }
        page.press("Enter");
    }
    page.until_focus("overview");
    assert_eq!((page.heading(), page.answered()), ("1 question still open".to_owned(), 2));
    page.click("End round");
    page.until_yes("all('dialog p')[0]?.textContent.startsWith('1 question still open')");
    page.click("Go on");
    page.click("Go to the first open question");
    page.until_question(2, 3);
    page.press("1");
    page.press("Enter");
    page.until_focus("overview");
    assert_eq!((page.heading(), page.answered()), ("Every question is answered".to_owned(), 3));
    page.click("Hand in");
    page.until_screen("debrief");
    assert!(!page.text(".title .soft").contains("early"), "{}", page.text(".title .soft"));
}
