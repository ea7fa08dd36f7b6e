//! A store that misbehaves, is emptied, or grows for years; and a learner who travels.

use super::api::call;
use super::hooks::CLOCKS;
use super::page::Page;
use super::play::Source;
use super::post::element;
use serde_json::json;

fn result(page: &Page) -> String {
    page.text(".title > .soft")
}

/// Every second, third and fifth write is refused. What was answered is all there after a reload.
#[test]
fn every_so_many_writes_fail() {
    let source = Source::read();
    for every in [2, 3, 5] {
        let page = Page::open_with(&[&format!(
            "(() => {{
              const {{ setItem }} = Storage.prototype;
              let writes = 0;
              window.refused = 0;
              Storage.prototype.setItem = function (key, text) {{
                writes += 1;
                if (writes % {every}) return setItem.call(this, key, text);
                refused += 1;
                throw new DOMException('No.', 'QuotaExceededError');
              }};
            }})()"
        )]);
        page.start("Warm-up");
        (0..3).for_each(|_| page.answer(&source, true));
        let standing = page.standing();
        assert!(page.yes("refused > 0"), "the test tests nothing");
        page.reload();
        page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
        page.answer_all(&source, true);
        assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
        page.reload();
        page.until("the round is kept", |page| {
            page.heading().ends_with("You had 6 of 6 right.") || result(page).contains("1 round")
        });
    }
}

/// Somebody empties the store in another tab: what the round has is written with its next answer, and till then the copy has it.
#[test]
fn the_store_is_cleared_in_the_midst_of_a_round() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.answer(&source, true);
    let clear = |page: &Page| {
        let first = page.new_tab("/icon.svg");
        page.js("localStorage.clear()");
        page.close_tab(&first);
    };
    clear(&page);
    page.answer(&source, true);
    let standing = page.standing();
    assert!(page.stored_key(":journal:").is_some(), "the next answer is kept, with all before it");
    page.reload();
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    clear(&page);
    page.reload();
    page.until("the same round once more", |page| page.screen() == "round" && page.standing() == standing);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
}

/// Around the world, over the date line, and with a clock that is a day ahead and then a day behind.
#[test]
fn a_learner_who_travels_loses_no_round() {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    let zones = [("Pacific/Kiritimati", 86_400_000), ("Pacific/Niue", -172_800_000), ("Europe/Berlin", 86_400_000)];
    for (n, (zone, milliseconds)) in zones.into_iter().enumerate() {
        page.start("Warm-up");
        page.answer(&source, true);
        page.zone(zone);
        page.answer_all(&source, true);
        page.click("New round");
        page.until_screen("lobby");
        page.js(&format!("set({milliseconds})"));
        page.reload();
        let played = format!("{} round", n + 1);
        page.until("every round", |page| result(page).contains(&played) && result(page).contains("last result 100%"));
        assert!(page.text(".drills").contains("today"), "there is something to do today: {}", page.text(".drills"));
    }
}

/// Years of rounds, made of one: all count, they take little room, and the reader is told.
#[test]
fn old_rounds_are_kept_in_short() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    let (name, text) = page.stored().into_iter().find(|(name, _)| name.contains(":report:")).unwrap();
    let report = text.split_once('\n').unwrap().1[9..].trim_end();
    page.js(&format!(
        "const [key, whole] = [{}, {}];
        const sum = (text) => {{
          let hash = 0x811c9dc5;
          for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
          return (hash >>> 0).toString(16).padStart(8, '0');
        }};
        for (let n = 0; n < 600; n += 1) {{
          const {{ ...old }} = JSON.parse(whole);
          Object.assign(old, {{ round: 'old-' + n, started: old.started - 86400000 * (n + 1), ended: old.ended - 86400000 * (n + 1) }});
          const text = JSON.stringify(old);
          localStorage.setItem(key.replace(/[^:]*$/, 'old-' + n), 'mock-interview report 1\\n' + sum(text) + ' ' + text + '\\n');
        }}",
        json!(name),
        json!(report)
    ));
    let units = |page: &Page| page.js("return Object.entries(localStorage).flat().join('').length").as_u64().unwrap();
    let before = units(&page);
    assert!(before > 450_000, "{before}: the test tests nothing");
    page.reload();
    page.until("all rounds", |page| result(page).contains("601 rounds played"));
    page.until("room", |page| units(page) < 300_000);
    assert!(page.stored_key(":archive:").is_some());
    page.reload();
    page.until("all rounds again", |page| result(page).contains("601 rounds played"));
    page.click("Your data");
    page.until("what became of them", |page| {
        let words = page.text(".data");
        words.contains("601 rounds with 3606 answers since") && words.contains("of long ago are kept in short")
    });
    // Another round has its place beside them.
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until("one more", |page| result(page).contains("602 rounds played"));
}

/// At whichever of its writes the room runs out: the store is as it was, byte for byte.
#[test]
fn a_file_that_does_not_fit_changes_nothing() {
    let page = Page::at_post(&element("open"), &[]);
    page.until_screen("lobby");
    page.js(&format!(
        "const copy = {};
        const [report] = copy.reports;
        copy.reports = Array.from({{ length: 12 }}, (_, n) => ({{ ...report, round: 'r-' + n, started: report.started + n }}));
        window.copy = JSON.stringify(copy);
        const {{ setItem }} = Storage.prototype;
        window.left = Infinity;
        Storage.prototype.setItem = function (key, text) {{
          if (!key.includes(':report:')) return setItem.call(this, key, text);
          left -= 1;
          if (left === -1) throw new DOMException('No.', 'QuotaExceededError');
          setItem.call(this, key, text);
        }}",
        include_str!("../journals/v1-copy.json")
    ));
    let import = "return host.importProgress(copy)";
    call(
        &page,
        "return host.importProgress(JSON.stringify({ ...JSON.parse(copy), reports: JSON.parse(copy).reports.slice(0, 1) }))",
    );
    page.until("one round", |page| page.stored_key(":report:").is_some());
    let before = page.stored();
    for at in 0..11 {
        page.js(&format!("left = {at}"));
        call(&page, import);
        page.until("a refusal", |page| page.yes("left < 0"));
        page.until("all as it was", |page| page.stored() == before);
    }
    page.js("left = Infinity");
    assert_eq!(call(&page, import), json!({ "added": 11, "known": 1 }));
    page.until("all of them", |page| page.stored().iter().filter(|(name, _)| name.contains(":report:")).count() == 12);
}
