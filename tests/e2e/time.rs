//! Time: soft and strict budgets, the hard end, time away in all its forms, and a clock that someone sets.

use super::hooks::CLOCKS;
use super::page::Page;
use super::play::Source;
use std::time::Instant;

/// A round of questions to choose from.
fn started(fields: &[(&str, &str)], strict: bool) -> Page {
    let page = Page::open_with(&[CLOCKS]);
    page.custom(fields);
    page.tick_only("Ask me to", &["choose an answer"]);
    if strict {
        page.tick_only("Strictness", &["Move on by itself when a question’s time is up"]);
    }
    page.click("Start custom round");
    page.until_screen("round");
    page
}

fn rows(page: &Page) -> Vec<String> {
    page.texts(".result .what > .soft")
}

fn below(page: &Page) -> String {
    page.text(".title > .soft")
}

fn seconds_left(page: &Page) -> i64 {
    page.clock().0
}

#[test]
fn soft_time_turns_into_overtime() {
    let source = Source::read();
    let page = started(&[("count", "2"), ("seconds", "5"), ("minutes", "10")], false);
    page.skip(12);
    page.until("the overtime", |page| page.text(".stage .over").ends_with(" over"));
    page.until("the words", |page| page.text("[role=status]").starts_with("The time meant for question 1 is over."));
    page.until_question(1, 2);
    page.answer(&source, true);
    page.answer(&source, true);
    page.until_screen("debrief");
    assert!(page.heading().ends_with("2 of 2 right."), "{}", page.heading());
    let times = page.texts(".result .time");
    let over = times[0].split_once(" of 0:05, 0:").and_then(|(_, over)| over.strip_suffix(" over")?.parse().ok());
    assert!((7..12).contains(&over.unwrap_or(0)), "{times:?}");
    assert!(!times[1].contains("over"), "{times:?}");
    assert!(page.texts(".facts li")[3].starts_with("0:0") && page.texts(".facts li")[3] != "0:00overtime");
}

#[test]
fn strict_time_moves_on_and_counts_what_was_chosen() {
    let source = Source::read();
    let page = started(&[("count", "2"), ("seconds", "5"), ("minutes", "10")], true);
    page.choose(&source, true);
    page.until_question(2, 2);
    assert!((592..=595).contains(&seconds_left(&page)), "moved on with {} s left of 10 minutes", seconds_left(&page));
    page.until_focus("question");
    assert_eq!(page.answered(), 1);
    assert_eq!(page.text("#moved"), "Time was up on question 1. What you had counts.");
    assert!(page.yes("root.activeElement.getAttribute('aria-describedby') === 'moved'"), "it is told with the heading");
    page.until_screen("debrief");
    assert_eq!(rows(&page), ["Right · time ran out", "No answer · time ran out"]);
    assert!(page.heading().ends_with("You had 1 of 2 right."), "{}", page.heading());
}

#[test]
fn the_end_of_the_round_is_hard() {
    let source = Source::read();
    let page = started(&[("count", "3"), ("minutes", "1")], false);
    page.choose(&source, true);
    page.skip(50);
    page.until("ten seconds left", |page| seconds_left(page) < 11);
    page.skip(7);
    page.until_screen("debrief");
    page.until_focus("debrief");
    assert_eq!(page.text("[role=alert]"), "The time is up. What you had chosen or written counts.");
    assert_eq!(page.text("[role=status]"), "");
    assert_eq!(below(&page), "1 min of 1 min · the time ran out");
    assert_eq!(rows(&page), ["Right · time ran out", "Not reached", "Not reached"]);
    let standing = page.standing();
    page.reload();
    page.until("the same debrief", |page| page.screen() == "debrief" && page.standing() == standing);
}

#[test]
fn the_last_minutes_are_told() {
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    for left in [240, 180, 120, 60] {
        page.skip(60);
        page.until("a tick", |page| seconds_left(page) <= left);
        assert!(seconds_left(&page) > left - 10, "less than two minutes at once is not being away, and charged");
    }
    page.until("the words", |page| page.text("[role=status]") == "1 minute left in this round. M gives a quarter more.");
}

/// A round of five minutes with less than one left.
fn running_out() -> Page {
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    for left in [195, 105, 55] {
        assert_eq!(page.count(".more"), 0);
        page.skip(if left == 55 { 55 } else { 90 });
        page.until("a tick", |page| seconds_left(page) <= left + 20);
    }
    page.until_yes("all('.more').length === 1");
    assert!(seconds_left(&page) > 20, "there are twenty seconds to ask for more");
    page
}

#[test]
fn one_key_gives_a_quarter_more() {
    let source = Source::read();
    let page = running_out();
    let left = seconds_left(&page);
    page.press("m");
    page.until("more time", |page| (left + 70..=left + 75).contains(&seconds_left(page)));
    page.until_focus("question");
    page.until("the words", |page| page.text("[role=status]").starts_with("2 minutes ") && page.count(".more") == 0);
    page.reload();
    page.until("the same time", |page| page.screen() == "round" && (left + 60..=left + 75).contains(&seconds_left(page)));
    page.js("root.querySelector('h2').focus()");
    page.press("m");
    page.until("more once more", |page| seconds_left(page) > left + 150);
    page.answer_all(&source, true);
    assert!(below(&page).ends_with(" · extended 2 times"), "{}", below(&page));
    page.reload();
    page.until("the debrief", |page| page.screen() == "debrief" && below(page).ends_with(" · extended 2 times"));
}

#[test]
fn the_button_that_gives_more_leaves_the_focus_at_the_question() {
    let page = running_out();
    let left = seconds_left(&page);
    page.js("all('.more')[0].focus()");
    page.press("Enter");
    page.until("more time", |page| seconds_left(page) > left + 60);
    page.until_focus("question");
}

#[test]
fn in_the_dialog_there_is_more_and_no_limit_at_all() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    let ask = |how: &str| {
        page.tab_to("More time");
        page.press("Enter");
        page.until_yes("all('dialog[open]').length");
        page.tab_to(how);
        page.press("Enter");
        page.until_yes("!all('dialog[open]').length");
    };
    ask("Twice as much");
    page.until("ten minutes", |page| (590..=600).contains(&seconds_left(page)));
    page.until("the focus back", |page| page.focus() == "More time");
    ask("Ten times as much");
    page.until("a hundred minutes", |page| seconds_left(page) > 5900);
    ask("Leave it as it is");
    assert!(seconds_left(&page) > 5900);
    ask("No limit");
    page.until("no limit", |page| page.text(".clock").contains("untimed"));
    page.until_focus("question");
    assert_eq!(page.texts("button").iter().filter(|name| *name == "More time").count(), 0);
    page.press("m");
    page.answer_all(&source, true);
    assert!(below(&page).ends_with(", untimed · its limit was taken off"), "{}", below(&page));
}

/// Away on the first question, which has a draft; `leave` goes away for ten minutes.
fn away(leave: impl Fn(&Page)) {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    page.choose(&source, true);
    let (standing, left) = (page.standing(), seconds_left(&page));
    leave(&page);
    page.until_screen("away");
    page.until_focus("away");
    assert_eq!(page.heading(), "Welcome back");
    let words = page.text(".card p");
    assert!(words.contains("You were away for 10 min") || words.contains("You were away for 9 min 5"), "{words}");
    assert!(words.contains("none of it was charged. You have 4 min 5"), "{words}");

    // Nor is the time charged in which the card is read.
    page.skip(30);
    page.click("Go on where I was");
    page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
    page.until_focus("question");
    assert!((left - 3..=left).contains(&seconds_left(&page)), "{left} s were left, now {}", seconds_left(&page));
    page.answer_all(&source, true);
    assert!(below(&page).contains(" · interrupted, 10 min"), "{}", below(&page));
    assert_eq!(rows(&page)[..2], ["Right · interrupted", "Right"]);
}

#[test]
fn a_device_that_slept_is_not_charged() {
    away(|page| page.skip(600));
}

#[test]
fn nor_where_the_monotonic_clock_slept_too() {
    away(|page| drop(page.js("set(600000)")));
}

#[test]
fn a_page_that_was_closed_is_not_charged() {
    away(|page| {
        page.js("window.name = '600000'");
        page.reload();
    });
}

#[test]
fn whoever_was_away_may_end_the_round() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    page.answer(&source, true);
    page.skip(600);
    page.click("End the round");
    page.until_screen("debrief");
    page.until_focus("debrief");
    assert!(page.heading().ends_with("You had 1 of 6 right."), "{}", page.heading());
    assert!(below(&page).contains("handed in early · interrupted"), "{}", below(&page));
}

/// A day forward is a day away, which is not charged; a day back is nothing at all. The round and its history are as they would be.
#[test]
fn a_clock_set_by_a_day_in_mid_round() {
    let source = Source::read();
    for (day, words) in [(86_400_000_i64, "away"), (-86_400_000, "round")] {
        let page = Page::open_with(&[CLOCKS]);
        page.start("Warm-up");
        page.answer(&source, true);
        let (standing, left) = (page.standing(), seconds_left(&page));
        page.js(&format!("set({day})"));
        if words == "away" {
            page.until_screen("away");
            page.click("Go on where I was");
        }
        page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
        page.answer(&source, true);
        assert!((left - 8..=left).contains(&seconds_left(&page)), "{left} s were left, now {}", seconds_left(&page));
        page.js(&format!("set({})", -day));
        if words == "round" {
            page.until_screen("away");
            page.click("Go on where I was");
        }
        page.until_screen("round");
        page.answer_all(&source, true);
        assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
        page.click("New round");
        page.until("the round", |page| page.text(".title > .soft").contains("1 round played"));
        page.reload();
        page.until("the round", |page| page.text(".title > .soft").contains("1 round played"));
    }
}

/// The clocks change in the midst of a round, in a place that has daylight saving time: no second is lost or won, and what is due is due
/// by the clock on the wall.
#[test]
fn daylight_saving_begins_and_ends_in_mid_round() {
    let source = Source::read();
    // A minute before two o'clock on the last Sundays of March and October 2026, in Berlin.
    for change in ["2026-03-29T00:59:00Z", "2026-10-25T00:59:00Z"] {
        let page = Page::blank();
        page.zone("Europe/Berlin");
        page.before_load(CLOCKS);
        page.before_load(&format!("if (!window.name) set(Date.parse('{change}') - Date.now())"));
        page.go("/");
        page.until_screen("lobby");
        let offset = page.js("return new Date(Date.now()).getTimezoneOffset()");
        page.start("Warm-up");
        page.answer(&source, true);
        let left = seconds_left(&page);
        page.skip(90);
        page.until("a tick", |page| seconds_left(page) <= left - 89);
        assert_ne!(page.js("return new Date(Date.now()).getTimezoneOffset()"), offset, "the test tests nothing");
        assert_eq!(page.screen(), "round");
        assert!(seconds_left(&page) >= left - 96, "{left} s were left, now {}", seconds_left(&page));
        page.answer_all(&source, true);
        assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
        assert!(!below(&page).contains("interrupted"), "{}", below(&page));
    }
}

#[test]
fn a_clock_set_back_changes_nothing() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    page.answer(&source, true);
    let (standing, left, start) = (page.standing(), seconds_left(&page), Instant::now());
    let unmoved = |moment: &str| {
        let expected = left - start.elapsed().as_secs() as i64;
        page.until(moment, |page| page.screen() == "round" && page.standing() == standing);
        assert!(
            (expected - 3..=expected + 2).contains(&seconds_left(&page)),
            "{moment}: {expected}, not {}",
            seconds_left(&page)
        );
    };
    page.js("set(-3600000)");
    page.until("two ticks", |page| seconds_left(page) <= left - 2);
    unmoved("set back");
    page.reload();
    unmoved("reloaded with the clock set back");
    page.answer_all(&source, true);
    assert!(!below(&page).contains("interrupted"));
}
