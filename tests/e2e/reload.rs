//! A reload at any moment brings back the very same screen, and charges the time that passed, no more and no less.

use super::page::Page;
use super::play::Source;

fn survives_a_reload(page: &Page, moment: &str) {
    let (before, running) = (page.standing(), page.screen() == "round");
    let clock = running.then(|| {
        // Just after a tick: on a busy machine one may come late.
        let shown = page.clock().0;
        page.until("a tick", |page| page.clock().0 != shown);
        page.clock()
    });
    page.reload();
    page.until(&format!("the same screen after a reload: {moment}\nbefore: {before:#}"), |page| {
        page.yes("root?.querySelector('[data-screen]')") && page.standing() == before
    });
    if let Some((left, at)) = clock {
        let off = || {
            let (left_now, now) = page.clock();
            1000 * (left - left_now) - (now - at)
        };
        page.until(&format!("{moment}: the time that passed is charged, not {} ms more", off()), |_| off().abs() <= 1100);
    }
}

#[test]
fn a_reload_changes_nothing() {
    let source = Source::read();
    let page = Page::open();
    page.start("Phone screen");
    page.until_question(1, 10);
    survives_a_reload(&page, "a fresh question");

    page.choose(&source, false);
    survives_a_reload(&page, "chosen, not submitted");
    assert_eq!(page.count(".choice:has(:checked)"), 1);

    page.click("Submit answer");
    page.until_question(2, 10);
    survives_a_reload(&page, "submitted");
    assert_eq!(page.answered(), 1);

    assert!(page.is_spoken(), "the second question of a Screen round");
    page.click("Reveal the model answer");
    page.until_yes("all('.stage .short').length");
    survives_a_reload(&page, "revealed, not judged");

    page.click("Mostly");
    for number in 3..=10 {
        page.until_question(number, 10);
        page.click("Skip");
    }
    page.until("the overview", |page| page.heading() == "8 questions still open");
    survives_a_reload(&page, "the overview");

    page.click("Hand in");
    page.until_screen("debrief");
    survives_a_reload(&page, "the debrief");
    // The way on is still open.
    page.click("New round");
    page.until_screen("lobby");
    assert!(page.text(".title > .soft").contains("1 round played, 2 met"), "{}", page.text(".title > .soft"));
}
