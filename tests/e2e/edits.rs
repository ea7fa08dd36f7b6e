//! The author edits the bank between two visits: what was learned stays, what has changed is marked, and what is gone waits.

use super::host::{EMBED, document};
use super::page::Page;

const BANK: &str = "# Mine

## What is a semaphore? {.basic}

It counts who may enter at once, and lets the others wait.

## What is an event? {#event .basic}

It tells all who wait for it at once.

## What is a barrier? {#barrier .basic}

It holds everybody until the last one has come.
";

fn visit(page: &Page, bank: &str) {
    page.server.add("/mine.md", bank);
    page.go("/post.html");
    page.until_screen("lobby");
    page.until_yes("all('.drills').length");
}

/// The names of the buttons above the lobby's other drills.
fn drills(page: &Page) -> Vec<String> {
    page.texts(".drills > .actions button")
}

#[test]
fn the_author_edits_the_bank() {
    let page = Page::blank();
    page.server.add("/mine.md", BANK);
    page.server
        .add("/post.html", document(EMBED, "<mock-interview open bank='/mine.md' modes=spoken questions=3></mock-interview>"));
    page.go("/post.html");
    page.click("Start this page’s round");
    page.until_screen("round");
    for n in 1..=3 {
        page.until("the question", |page| page.text(".place") == format!("Question {n} of 3"));
        page.click("Reveal the model answer");
        page.until_focus("answer");
        page.press(if n == 1 { "1" } else { "4" });
    }
    page.until_screen("debrief");
    page.click("New round");
    page.until_screen("lobby");
    assert!(page.text(".title > .soft").contains("1 round played, 3 met"), "{}", page.text(".title > .soft"));
    assert!(!drills(&page).iter().any(|name| name.starts_with("Changed")), "{:?}", drills(&page));

    // One is renamed, another has a new answer, the third is gone.
    let renamed = BANK.replace("What is a semaphore?", "Semaphores: what are they?");
    let (start, _) = renamed.split_once("## What is a barrier").unwrap();
    visit(&page, &start.replace("It tells all who wait", "It wakes all who wait"));
    page.until("the change", |page| drills(page).contains(&"Changed since I learned it (1)".to_owned()));
    page.until("the renamed one", |page| {
        page.text(".title > .soft").contains("2 questions") && page.text(".title > .soft").contains("2 met")
    });
    page.click("Your data");
    page.until("what waits", |page| page.text(".data").contains("1 answer to a question that is no longer in the bank is kept"));
    assert!(page.text(".data").contains("1 round with 3 answers"));

    page.click("Changed since I learned it (1)");
    page.until_question(1, 1);
    assert_eq!(page.heading(), "What is an event?");
    page.click("Reveal the model answer");
    page.press("4");
    page.until("the practice", |page| page.screen() == "debrief" || page.count("button.main") > 0);
    if page.screen() != "debrief" {
        page.press("e");
        page.click("End it and see the debrief");
    }
    page.until_screen("debrief");
    assert!(
        page.text(".result .what > .soft").ends_with("changed since you learned it"),
        "{}",
        page.text(".result .what > .soft")
    );
    page.click("New round");
    page.until_screen("lobby");
    page.until("nothing has changed any more", |page| !drills(page).iter().any(|name| name.starts_with("Changed")));

    // The third comes back, reworded.
    visit(&page, &renamed.replace("What is a barrier?", "Barriers?").replace("It tells all who wait", "It wakes all who wait"));
    page.until("all three", |page| page.text(".title > .soft").contains("3 met"));
    page.click("Your progress");
    page.until_screen("progress");
    let hardest = page.text(".hardest");
    assert_eq!(hardest.contains("since you learned it"), !hardest.contains("What is an event?"), "{hardest}");
    page.press("Esc");
    page.click("Your data");
    page.until("nothing waits", |page| page.text(".data").contains("2 rounds with 4 answers"));
    assert!(!page.text(".data").contains("no longer in the bank"));
}
