//! A store without room: the round goes on, the reader is told, nothing of anyone else's is touched, and when there
//! is room again everything is kept.

use super::page::Page;
use super::play::Source;

/// Not a byte more goes in; the texts of others fill it.
fn fill(page: &Page) {
    page.js("let part = 'x'.repeat(1 << 20);
        for (let n = 0; part; ) {
          try { localStorage.setItem('other:' + n, part); n += 1; } catch { part = part.slice(0, part.length >> 1); }
        }");
    assert!(page.try_js("localStorage.setItem('other:0+', 'x')").is_err(), "the store is not full");
}

/// The names and the sizes of what others have stored.
fn others(page: &Page) -> Vec<(String, usize)> {
    let others = page.stored().into_iter().filter(|(name, _)| name.starts_with("other:"));
    others.map(|(name, text)| (name, text.len())).collect()
}

#[test]
fn full_before_the_start() {
    let source = Source::read();
    let page = Page::open();
    fill(&page);
    let before = others(&page);
    page.start("Warm-up");
    page.until("the notice", |page| page.has_notice("full"));
    page.answer(&source, true);
    page.answer(&source, true);
    assert!(page.text("[data-notice=full]").contains("full"));
    assert!(page.text("[data-notice=full]").contains("Save a copy"));
    assert_eq!(others(&page), before);
    assert_eq!(page.stored_key(":journal:"), None, "it was kept after all");

    kept_when_there_is_room(&page, &source);
}

#[test]
fn full_in_the_middle() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.answer(&source, true);
    page.answer(&source, true);
    let kept = page.stored();
    fill(&page);
    let before = others(&page);
    page.answer(&source, true);
    page.until("the notice", |page| page.has_notice("full"));
    assert_eq!(others(&page), before);
    let ours = page.stored().into_iter().filter(|(name, _)| name.starts_with("mock-interview:"));
    assert_eq!(ours.collect::<Vec<_>>(), kept, "what was saved before is safe");

    kept_when_there_is_room(&page, &source);
}

fn kept_when_there_is_room(page: &Page, source: &Source) {
    page.js("localStorage.removeItem('other:0')");
    page.answer(source, true);
    page.until("the notice gone", |page| !page.has_notice("full"));
    let standing = page.standing();
    page.reload();
    page.until("everything after a reload", |page| page.screen() == "round" && page.standing() == standing);
    assert!(!page.has_notice("full"));
    page.answer_all(source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
}

/// There is room for the report, but not for the journal beside it.
#[test]
fn full_at_the_end() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    fill(&page);
    page.answer_all(&source, true);
    page.until("the notice", |page| page.has_notice("full"));
    page.js("localStorage.removeItem('other:0')");
    page.click("New round");
    page.until("the notice gone", |page| page.screen() == "lobby" && !page.has_notice("full"));
    page.reload();
    page.until_screen("lobby");
    assert!(page.text(".title > .soft").contains("1 round played, 6 met · last result 100%"), "{}", page.text(".title > .soft"));
    assert_eq!(page.stored_key(":journal:"), None);
}
