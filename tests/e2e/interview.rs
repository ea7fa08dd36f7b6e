//! The kinds of interview, each as its preset says: phases, hints, confidence, feedback, pause, follow-ups, one hand-in; and rounds that
//! travel by link.

use super::engine::Engine;
use super::page::{Page, strings};
use super::play::Source;
use serde_json::json;

fn begun(preset: &str) -> Page {
    let page = Page::open();
    page.start(preset);
    page.until_words();
    page
}

#[test]
fn practice_talks_each_answer_over() {
    let source = Source::read();
    let page = Page::open();
    page.server.add(
        "/practice.html",
        super::host::document(
            super::host::EMBED,
            "<mock-interview open preset=practice modes=choice questions=2></mock-interview>",
        ),
    );
    page.go("/practice.html");
    page.click("Start this page’s round");
    page.until_question(1, 2);
    page.until("hints", |page| page.yes("all('.aids button.plain').length"));
    page.press("i");
    page.until("a hint", |page| page.count(".hints li") == 1);
    // Whoever asks for more than there are pays for none that is not there.
    let more = |page: &Page| page.yes("all('.aids button.plain').length");
    while more(&page) {
        let shown = page.count(".hints li");
        page.press("i");
        page.until("another hint", |page| page.count(".hints li") == shown + 1);
    }
    let hints = page.count(".hints li");
    (0..3).for_each(|_| page.press("i"));
    page.click("Unsure");
    page.until("it is told", |page| page.yes("all('.confidence [aria-pressed=true]').length"));
    page.choose(&source, false);
    page.click("Submit answer");
    page.until_focus("review");
    let verdict = page.text(".review h3");
    assert!(verdict.contains("Wrong") && verdict.contains(&format!("{hints} hint")) && verdict.contains("unsure"), "{verdict}");
    assert!(page.text(".stage .model").contains(&source.model_answer(&page.heading())));
    page.press("u");
    page.until("the choices again", |page| page.count(".choice") > 1 && page.count(".review") == 0);
    page.choose(&source, true);
    page.press("Enter");
    page.until("the verdict", |page| page.text(".review h3").contains("Right"));
    page.press("p");
    page.until("the pause", |page| page.text(".card h2") == "Paused");
    page.reload();
    page.until("the pause goes on", |page| page.screen() == "away");
    page.click("Go on");
    page.until("the verdict again", |page| page.text(".review h3").contains("Right"));
    page.until_focus("review");
    page.press("Enter");
    // A follow-up may have come in.
    page.until("another question", |page| page.count(".choice") > 1);
    while page.screen() == "round" {
        page.choose(&source, true);
        page.press("Enter");
        page.until_focus("review");
        page.press("Enter");
        page.until("what comes next", |page| page.screen() == "debrief" || page.count(".choice") > 1);
    }
    assert_eq!(page.texts(".sure h3"), [""; 0], "nothing was sure and wrong, nor guessed and right");
    // All are right, and the first lost a tenth to each of its hints.
    let results = page.texts("details.result summary .soft");
    assert!(results[0].starts_with(&format!("Right · {hints} hint")) && results[1] == "Right", "{results:?}");
    assert!(!page.text("h2").starts_with("100"), "{}", page.text("h2"));
}

#[test]
fn technical_gives_time_to_think_and_follows_up() {
    let page = Page::open();
    let bank = "# Two\n\n## What is asked first? {.basic #first}\n\nThis.\n\nKey points:\n\n- The point\n  - If missed: [What follows?](#second)\n\n## What follows? {.deep #second}\n\nThat.\n";
    page.server.add("/two.md", bank);
    page.server.add(
        "/two.html",
        super::host::document(
            super::host::EMBED,
            "<mock-interview open bank=two.md preset=technical modes=spoken levels=basic></mock-interview>",
        ),
    );
    page.go("/two.html");
    page.click("Start this page’s round");
    page.until_question(1, 1);
    assert!(page.text(".question-time").contains("Think · 0:1"), "{}", page.text(".question-time"));
    assert_eq!(page.count(".grades"), 0);
    page.press("Enter");
    page.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
    page.press("Enter");
    page.until("the answer", |page| page.text(".stage .short") == "This.");
    page.click("Missed it");
    page.until_question(2, 2);
    assert_eq!(
        (page.heading(), page.text(".about .eyebrow")),
        ("What follows?".to_owned(), "Follow-up · General · deep".to_owned())
    );
    // It has its time to think, too.
    page.click("I am ready to answer");
    page.click("Reveal the model answer");
    page.click("All of it");
    page.until_screen("debrief");
    assert_eq!(page.count("details.result"), 2);
}

const THREE: &str = "# Three

## What is a semaphore? {.basic #first}

It counts.

Key points:

- A semaphore limits how many tasks enter at once
  - If met: [Who waits?](#met)
- Every release wakes one waiting task
  - If missed: [Who wakes up?](#missed)

## Who waits? {.deep #met}

All others.

## Who wakes up? {.deep #missed}

The first.
";

/// In a technical interview that asks the first question so.
fn asked_as(mode: &str) -> Page {
    let page = Page::open();
    page.server.add("/three.md", THREE);
    let element = format!(
        "<main><h1>A post</h1><mock-interview open bank=three.md preset=technical modes={mode} levels=basic></mock-interview></main>"
    );
    page.server.add("/three.html", super::host::document(super::host::EMBED, &element));
    page.go("/three.html");
    page.click("Start this page’s round");
    page.until_question(1, 1);
    page
}

/// What the grader finds missed or met decides.
#[test]
fn a_typed_answer_leads_on_by_its_points() {
    for (said, next) in [
        ("A semaphore limits how many tasks enter at once. Every release wakes one waiting task.", "Who waits?"),
        ("Every release wakes one waiting task.", ""),
        ("It is a kind of banana.", "Who wakes up?"),
    ] {
        let page = asked_as("typed");
        page.until("the grader", |page| page.server.asked().iter().any(|path| path.contains("grader.")));
        page.put(said);
        page.click("Submit answer");
        if next.is_empty() {
            page.until_screen("debrief");
            continue;
        }
        page.until_question(2, 2);
        assert_eq!((page.heading().as_str(), page.text(".about .eyebrow").starts_with("Follow-up")), (next, true));
        assert!(page.is_spoken(), "it has no points, and is asked aloud");
    }
}

/// Ticked points decide what follows, whatever the grade, and the debrief says what was missed.
#[test]
fn a_spoken_answer_can_be_ticked_point_by_point() {
    let page = asked_as("spoken");
    page.press("Enter");
    page.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
    page.press("Enter");
    page.until_focus("answer");
    page.click_at(".points label", "A semaphore limits how many tasks enter at once");
    page.until_yes("all('.points input')[0].checked && !all('.points input')[1].checked");
    // The keys are as they were.
    page.press("2");
    page.until_question(2, 2);
    assert_eq!(page.heading(), "Who waits?");
    page.reload();
    page.until_question(2, 2);
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details.result').forEach((row) => { row.open = true; })");
    page.until_yes("all('.points input').length === 2 && all('.points input')[0].checked && !all('.points input')[1].checked");
    assert!(page.text("details.result .soft").starts_with("Partly"), "{}", page.text("details.result .soft"));
    page.click_at(".points label", "Every release wakes one waiting task");
    page.until_yes("all('.points input')[1].checked");
    if Engine::chosen() == Engine::Chromium {
        let found = super::axe::violations(&page, &super::axe::axe(), "debrief with ticks");
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn an_exam_is_handed_in_once() {
    let source = Source::read();
    let page = begun("Exam");
    assert!(!page.texts("button").iter().any(|name| name == "Submit answer"));
    page.press("1");
    page.until_yes("all('.choice:has(:checked)').length");
    page.press("Enter");
    page.until_question(2, 15);
    page.js("all('.navigator button')[0].click()");
    page.until_question(1, 15);
    let choice = page.place_of(&source, true).to_string();
    page.press(&choice);
    page.click("A guess");
    page.until("it is told", |page| page.yes("all('.confidence [aria-pressed=true]').length"));
    page.press("e");
    page.until("what is open", |page| page.text("dialog[open]").contains("14 questions still open"));
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    assert_eq!((page.texts(".sure h3"), page.count(".sure li")), (vec!["Guessed, and right".to_owned()], 1));
    assert!(page.yes("all('button').some((one) => one.textContent === 'Copy a link to this round')"));
    assert!(page.text("details.result .what").contains("Right"), "{}", page.text("details.result .what"));
}

#[test]
fn every_preset_begins_as_its_card_says() {
    let page = Page::open();
    let cards = page
        .js("return all('.preset').map((card) => [card.querySelector('h3').textContent, words(card.querySelector('.minutes'))])");
    for card in cards.as_array().unwrap() {
        let (name, time) = (card[0].as_str().unwrap(), card[1].as_str().unwrap());
        page.start(name);
        page.until_words();
        let clock = page.text(".clock .time");
        match time.strip_suffix(" min") {
            Some(minutes) => assert!(
                clock.starts_with(&format!("{minutes}:00"))
                    || clock.starts_with(&format!("{}:5", minutes.parse::<u32>().unwrap() - 1)),
                "{name}: {clock}"
            ),
            None => assert!(clock.ends_with("untimed"), "{name}: {clock}"),
        }
        page.press("e");
        page.click("End it and see the debrief");
        page.until_screen("debrief");
        page.click("New round");
        page.until_screen("lobby");
    }
}

/// The link of one reader, opened by two others who have never been here.
#[test]
fn a_link_brings_the_same_round_to_everybody() {
    let page = Page::blank();
    page.before_load("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
    page.go("/");
    page.until_screen("lobby");
    page.js("all('details.custom').forEach((one) => { one.open = true; })");
    page.click_at("details.custom .actions button", "Copy a link to the round: Exam");
    page.until("the copy", |page| page.yes("window.copied"));
    let link = page.js("return window.copied").as_str().unwrap().to_owned();
    let round = link.split_once('#').unwrap().1.to_owned();
    assert!(round.starts_with("round=exam."), "{link}");
    let opened: Vec<_> = (0..2)
        .map(|_| {
            let page = Page::blank();
            page.go(&format!("/#{round}"));
            page.click("Start the shared round");
            page.until_question(1, 15);
            page.until_words();
            let plan = page.stored().into_iter().find(|(key, _)| key.contains("journal")).unwrap().1;
            let questions = page
                .js(&format!("return JSON.parse({}.split('\\n')[1].slice(9)).items.map((item) => item.question)", json!(plan)));
            (strings(&questions), page.heading(), page.choices())
        })
        .collect();
    assert_eq!(opened[0], opened[1]);
    assert_eq!(opened[0].0.len(), 15);
}

#[test]
fn a_link_that_cannot_be_copied_is_shown() {
    let page = Page::blank();
    page.before_load("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    page.go("/");
    page.until_screen("lobby");
    page.js("all('details.custom').forEach((one) => { one.open = true; })");
    page.click_at("details.custom .actions button", "Copy a link to the round: Warm-up");
    page.until("the link", |page| page.yes("all('input[readonly]').some((field) => field.value.includes('#round=warm-up.'))"));
}
