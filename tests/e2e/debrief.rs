//! What the debrief and the lobby offer to go on with: drills ask the right questions, the report is saved, the page printed.

use super::blocked::download;
use super::hooks::{CLOCKS, DOWNLOADS};
use super::page::Page;
use super::play::{Source, tidy};
use mock_interview::bank::topic_name;

/// Counts how often the page is asked to print, in place of a dialog that nobody would close.
const PRINTS: &str = "window.printed = 0; window.print = () => { printed += 1; };";

/// A warm-up of which the first question is flagged and answered wrong, the rest right. Returns what was asked.
fn played(page: &Page, source: &Source) -> Vec<String> {
    page.start("Warm-up");
    let mut asked = Vec::new();
    while page.screen() == "round" {
        page.until("the words of the question", |page| page.heading() != "The next question");
        asked.push(page.heading());
        if asked.len() == 1 {
            page.press("f");
        }
        page.answer(source, asked.len() > 1);
    }
    page.until_screen("debrief");
    asked
}

/// The questions of the round that has begun, each skipped.
fn questions(page: &Page) -> Vec<String> {
    page.until_screen("round");
    page.until("a drill", |page| page.text(".place").starts_with("Question 1 of "));
    let count: usize = page.text(".place").rsplit(' ').next().unwrap().parse().unwrap();
    let read = |number| {
        page.until_question(number, count);
        page.until("the words of the question", |page| page.heading() != "The next question");
        let heading = page.heading();
        page.click("Skip");
        heading
    };
    (1..=count).map(read).collect()
}

fn hand_in(page: &Page) {
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
}

#[test]
fn each_drill_of_the_debrief_asks_the_right_questions() {
    let source = Source::read();
    let page = Page::open();
    let asked = played(&page, &source);
    let topic = |heading: &str| topic_name(&source.question(heading).topic);
    let weak = topic(&asked[0]);
    assert!(page.texts(".next li")[0].starts_with(&weak), "{:?}", page.texts(".next li"));
    page.click("What I flagged (1)");
    assert_eq!(questions(&page), asked[..1]);
    hand_in(&page);

    page.click(&format!("Drill: {weak}"));
    assert!(questions(&page).iter().all(|heading| topic(heading) == weak));
    hand_in(&page);
    page.click("My weakest topics");
    assert!(questions(&page).iter().all(|heading| topic(heading) == weak), "only that one is weak");
    hand_in(&page);
    page.click("Same round again");
    page.until_screen("round");
}

#[test]
fn each_drill_of_the_lobby_asks_the_right_questions() {
    let source = Source::read();
    let page = Page::open();
    assert_eq!(page.count(".drills"), 0, "without a history there is nothing to go by");
    let asked = played(&page, &source);
    page.click("New round");
    page.until_screen("lobby");
    page.reload();
    page.until_screen("lobby");
    page.click("What I missed last time (1)");
    assert_eq!(questions(&page), asked[..1]);
    hand_in(&page);
    page.click("New round");
    page.until_screen("lobby");
    page.js("const select = root.getElementById('drill'); select.selectedIndex = 2; select.dispatchEvent(new Event('change'))");
    page.click("Drill this topic");
    let topic = source.topics()[2];
    let drilled = questions(&page);
    assert!(!drilled.is_empty() && drilled.iter().all(|heading| source.question(heading).topic == topic), "{drilled:?}");
}

#[test]
fn what_was_missed_is_due_the_next_day() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    let asked = played(&page, &source);
    assert!(page.texts(".actions button").contains(&"New for today (14)".to_owned()), "{:?}", page.texts(".actions button"));
    page.click("New round");
    page.until_screen("lobby");
    page.js("set(24 * 60 * 60 * 1000)");
    page.reload();
    page.until_screen("lobby");
    page.click("Due today (1, and 19 new)");
    page.until_screen("round");
    page.until("the words of the question", |page| page.heading() != "The next question");
    assert_eq!(page.heading(), asked[0]);
}

#[test]
fn the_debrief_is_saved_as_markdown_and_printed() {
    let source = Source::read();
    let page = Page::open_with(&[DOWNLOADS, PRINTS]);
    let asked = played(&page, &source);
    page.click("Save as Markdown");
    let [name, text] = download(&page);
    assert!(name.starts_with("mock-interview-async-python-20") && name.ends_with(".md"), "{name}");
    let plain = tidy(&text.replace(['\\', '`', '*'], ""));
    for (n, prompt) in (1..).zip(&asked) {
        let prompt = prompt.replace(['`', '*'], "");
        assert!(plain.contains(&format!("### {n}. {prompt}")), "{prompt} is not in {text}");
    }
    for told in
        ["**83%** You had 5 of 6 right.", "## Work on next", "Wrong · ⚑ flagged", "By level:", "**Model answer:**", "Key points:"]
    {
        assert!(text.contains(told), "“{told}” is not in {text}");
    }
    page.click("Print");
    page.until_yes("printed === 1");
}

/// The picture is one, drawn, and says in words all that it shows.
#[test]
fn the_times_are_a_picture_that_can_be_read() {
    let source = Source::read();
    let page = Page::open();
    played(&page, &source);
    let label = page.js("return root.querySelector('.times svg[role=img]').getAttribute('aria-label')");
    let label = label.as_str().unwrap();
    let parts: Vec<&str> = label.split("; ").collect();
    assert!(parts.len() == 6 && parts[5].starts_with("Question 6: 0:0") && parts[5].contains(" of "), "{label}");
    assert!(page.yes("root.querySelector('.times .used').getBBox().width > 100"), "nothing is drawn");
    assert!(page.text(".times figcaption").contains("a question, where"), "{}", page.text(".times figcaption"));
    page.click("Same round again");
    page.until_screen("round");
    page.answer_all(&source, true);
    assert!(
        page.text(".earlier").starts_with("17 points better than last time (83%), your best so far."),
        "{}",
        page.text(".earlier")
    );
}
