//! axe-core finds nothing to say about the states that are passed through: thinking, a review, a follow-up, what is open in an exam, panels that are
//! opened, and where something went wrong; each in light and in dark.

use super::axe::{axe, violations};
use super::host::{EMBED, document};
use super::page::Page;

const BANK: &str = "# States

Presets:

- Slow: time enough to look at everything.
  - 1 question, 60 minutes, spoken, basic, 300 seconds to think, 1 follow-up

## What is asked first? {#first .basic}

> ```python
> print()
> ```

This, and `that`.

It goes on, see [more](https://a.example/).

- [x] This
- [ ] That
  > Not that.

Key points:

- The point (×2)
  - the point of it
  - If missed: [What follows?](#second)

Common mistakes:

- It is nothing
  > It is something.

Hints:

1. Think.

## What follows? {#second}

That.

## What is missing here?
";

fn at(attributes: &str) -> Page {
    let page = Page::blank();
    page.before_load("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    page.server.add("/states.md", BANK);
    let element = format!("<main><h1>A post</h1><mock-interview {attributes}></mock-interview></main>");
    page.server.add("/states.html", document(EMBED, &element));
    page.go("/states.html");
    page
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn panels_and_problems_in_the_lobby() {
    let axe = axe();
    let page = at("open bank=states.md");
    page.until_screen("lobby");
    page.js("all('details').forEach((one) => { one.open = true; })");
    page.until_yes("all('.problems li').length === 1 && root.getElementById('seed')");
    page.click("Your data");
    page.until_yes("all('.data .panel').length");
    page.click("Copy a link to the round: Slow");
    page.until_yes("all('input[readonly]').length");
    nothing(&violations(&page, &axe, "lobby with problems, data, a link and the custom form"));
}

#[test]
fn thinking_and_a_follow_up() {
    let axe = axe();
    let page = at("open bank=states.md preset=slow");
    page.click("Start this page’s round");
    page.until_question(1, 1);
    page.until("the time to think", |page| page.text(".question-time").contains("Think · "));
    let mut found = violations(&page, &axe, "thinking");
    page.press("Enter");
    page.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
    page.press("Enter");
    page.until_focus("answer");
    page.click("Missed it");
    page.until_question(2, 2);
    assert!(page.text(".about .eyebrow").starts_with("Follow-up"), "{}", page.text(".about .eyebrow"));
    found.extend(violations(&page, &axe, "a follow-up, thinking"));
    page.press("Enter");
    page.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
    found.extend(violations(&page, &axe, "a follow-up"));
    nothing(&found);
}

#[test]
fn the_review_of_a_practice_and_a_pause() {
    let axe = axe();
    let page = at("open bank=states.md preset=practice modes=choice questions=1");
    page.click("Start this page’s round");
    page.until_question(1, 1);
    page.until_yes("all('.aids button.plain').length");
    page.press("i");
    page.until_yes("all('.hints li').length");
    page.click_at(".choice", "That");
    page.click("Submit answer");
    page.until_focus("review");
    let mut found = violations(&page, &axe, "review");
    page.press("p");
    page.until_screen("away");
    found.extend(violations(&page, &axe, "pause"));
    nothing(&found);
}

#[test]
fn what_is_open_in_an_exam() {
    let axe = axe();
    let page = at("open preset=exam modes=choice questions=2");
    page.click("Start this page’s round");
    page.until_question(1, 2);
    page.press("1");
    page.press("Enter");
    page.until_question(2, 2);
    page.press("Enter");
    page.until_focus("overview");
    assert_eq!(page.heading(), "1 question still open");
    nothing(&violations(&page, &axe, "overview of an exam"));
}

#[test]
fn where_something_went_wrong() {
    let axe = axe();
    let page = at("open bank=none.md");
    page.until_yes("all('[role=alert] h2').length");
    nothing(&violations(&page, &axe, "failure"));
}
