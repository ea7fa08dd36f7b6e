//! The form of a custom round: the seed makes the round, and what is wrong is said, marked and gone to.

use super::page::Page;
use super::play::Source;

/// Every question with its choices, in order, as a fresh profile gets them.
fn drawn(seed: &str) -> Vec<(String, Vec<String>)> {
    let page = Page::open();
    page.custom(&[("count", "3"), ("seed", seed)]);
    page.tick_only("Topics", &["Tasks", "Event loop"]);
    page.tick_only("Ask me to", &["choose an answer"]);
    page.click("Start custom round");
    let at = |number| {
        page.until_question(number, 3);
        let question = (page.heading(), page.choices());
        page.click("Skip");
        question
    };
    (1..=3).map(at).collect()
}

#[test]
fn the_same_seed_draws_the_same_round() {
    let source = Source::read();
    let first = drawn("abc");
    for (heading, choices) in &first {
        assert!(["tasks", "event-loop"].contains(&source.question(heading).topic.as_str()), "{heading}");
        assert_eq!(choices.len(), source.question(heading).choices.len());
    }
    assert_eq!(first, drawn("abc"));
    assert_ne!(first, drawn("abd"));
}

#[test]
fn what_is_wrong_is_said_marked_and_gone_to() {
    let page = Page::open();
    let wrong = [
        ("count", "0", "10", "How many questions? Write a number from 1 to"),
        ("count", "many", "3", "How many questions?"),
        ("count", "", "3", "How many questions?"),
        ("minutes", "601", "", "Minutes for the round: a number from 1 to 600, or nothing."),
        ("seconds", "4", "", "Seconds for each question: a number from 5 to 3600, or nothing."),
        ("seed", "", "abc", "The seed is any word of up to 40 letters"),
    ];
    for (field, bad, good, message) in wrong {
        page.custom(&[(field, bad)]);
        page.until(message, |page| page.text("#outcome").starts_with(message));
        let invalid = "return all('[aria-invalid=true]').map((field) => field.id + ' ' + field.getAttribute('aria-describedby'))";
        assert_eq!(page.js(invalid), serde_json::json!([format!("{field} {field}-hint outcome")]));
        page.click("Start custom round");
        page.until_focus(field);
        page.until("the message told", |page| page.text("[role=status]").starts_with(message));
        assert_eq!(page.screen(), "lobby");
        page.custom(&[(field, good)]);
        page.until("the mark gone", |page| page.count("[aria-invalid=true]") == 0);
    }
    page.tick_only("Topics", &[]);
    page.until("the message", |page| page.text("#outcome").starts_with("No question fits."));
    page.click("Start custom round");
    page.until_focus("topics");
    page.tick_only("Topics", &["Streams"]);
    page.custom(&[("count", "9")]);
    page.until("how many there are", |page| page.text("#outcome").starts_with("2 questions (no more fit) in "));
    page.click("Start custom round");
    page.until_question(1, 2);
}

#[test]
fn more_time_and_no_limit_are_always_offered() {
    let page = Page::open();
    assert_eq!(page.texts(".preset .minutes"), ["5 min", "15 min", "30 min", "45 min", "10 min", "25 min", "20 min", "Untimed"]);
    let pick = |pace: &str| {
        page.js("root.getElementById('pace').focus()");
        page.type_in(pace);
    };
    pick("Time × 1");
    page.until("half more", |page| {
        page.texts(".preset .minutes") == ["7.5 min", "22.5 min", "45 min", "67.5 min", "15 min", "37.5 min", "30 min", "Untimed"]
    });
    page.js("root.activeElement.blur()");
    // Firefox takes letters that follow within a second for more of the same word.
    std::thread::sleep(std::time::Duration::from_millis(1200));
    pick("Un");
    page.until("no limit", |page| page.texts(".preset .minutes") == ["Untimed"; 8]);
    page.start("Warm-up");
    page.until("a clock that counts up", |page| page.text(".clock .time").ends_with("untimed"));
    page.press("e");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    assert!(page.text(".title > .soft").contains("untimed"));
}
