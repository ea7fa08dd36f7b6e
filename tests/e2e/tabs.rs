//! One round, several tabs: it is played in one place at a time, and nothing is lost on the way from one to another.

use super::hooks::{LATE_LOCKS, WRITES};
use super::page::Page;
use super::play::Source;

const ELSEWHERE: &str = "This interview is open somewhere else";

fn journals(page: &Page) -> Vec<String> {
    page.stored().into_iter().map(|(name, _)| name).filter(|name| name.contains(":journal:")).collect()
}

/// The distinct rounds that the journals are of.
fn rounds(page: &Page) -> usize {
    let mut rounds: Vec<String> = journals(page).iter().filter_map(|name| name.split(':').nth(4).map(str::to_owned)).collect();
    rounds.sort();
    rounds.dedup();
    rounds.len()
}

#[test]
fn a_round_moves_from_tab_to_tab() {
    let source = Source::read();
    let page = Page::open_with(&[WRITES]);
    page.start("Warm-up");
    page.answer(&source, true);
    page.choose(&source, false);
    let standing = page.standing();

    let first = page.new_tab("/");
    page.until("the card", |page| page.heading() == ELSEWHERE);
    assert_eq!(page.texts("button:not(dialog *)"), ["Use it here"], "no way to start another");
    page.click("Use it here");
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    page.until_focus("question");

    let second = page.tab();
    page.switch_to(&first);
    page.until("the card", |page| page.heading() == ELSEWHERE);
    let written = page.js("return written");
    page.js("for (const name of ['visibilitychange', 'pagehide']) dispatchEvent(new Event(name))");
    page.js("document.dispatchEvent(new Event('visibilitychange'))");
    page.press("1");
    page.press("Enter");

    page.switch_to(&second);
    page.press("Enter");
    page.until_question(3, 6);
    page.answer(&source, true);
    let standing = page.standing();
    page.close_tab(&first);
    page.until("the round goes on by itself", |page| page.screen() == "round" && page.standing() == standing);
    assert_eq!(page.answered(), 3);
    let later = page.js("return written");
    let news: Vec<_> = later.as_array().unwrap().iter().skip(written.as_array().unwrap().len()).collect();
    assert!(news.iter().all(|key| key.as_str().unwrap().contains(":probe:")), "written while the round was elsewhere: {news:?}");
    assert_eq!(rounds(&page), 1);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 5 of 6 right."), "{}", page.heading());
}

#[test]
fn closing_the_first_tab_lets_the_second_go_on() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.answer(&source, true);
    let standing = page.standing();
    let first = page.new_tab("/");
    page.until("the card", |page| page.heading() == ELSEWHERE);
    let second = page.tab();
    page.switch_to(&first);
    page.close_tab(&second);
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    page.answer_all(&source, true);
}

#[test]
fn two_lobbies_start_one_round() {
    let source = Source::read();
    let page = Page::open();
    let first = page.new_tab("/");
    page.until_screen("lobby");
    let second = page.tab();
    page.switch_to(&first);
    page.start("Warm-up");
    page.answer(&source, true);
    let standing = page.standing();

    page.switch_to(&second);
    page.click("Start Phone screen");
    page.until("the card", |page| page.heading() == ELSEWHERE);
    assert_eq!(rounds(&page), 1);
    page.click("Use it here");
    page.until("the round of the first", |page| page.screen() == "round" && page.standing() == standing);
    assert_eq!(rounds(&page), 1);
    page.switch_to(&first);
    page.until("the card", |page| page.heading() == ELSEWHERE);
}

/// Nobody else has the round; it is only the browser that takes its time.
#[test]
fn a_lock_that_comes_late_starts_the_round_all_the_same() {
    let source = Source::read();
    let page = Page::open_with(&[LATE_LOCKS]);
    page.click("Start Warm-up");
    page.until_screen("round");
    page.until_focus("question");
    page.answer(&source, true);
    let standing = page.standing();
    page.reload();
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
}
