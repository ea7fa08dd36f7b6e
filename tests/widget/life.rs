//! What comes and goes around a round: notices, the clock, time away, the widget itself.

use super::page::{Widget, storage};
use super::rounds::{bank, everything};
use mock_interview::journal::key::Key;
use mock_interview::journal::{journal_header, journal_line};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::RoundId;
use mock_interview::round::step::step;
use mock_interview::round::{Input, Round};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlSelectElement};

/// yewstack/yew#3262: a change in a list above reset the inputs below it.
#[wasm_bindgen_test]
async fn a_notice_that_comes_leaves_what_is_chosen_below_it_alone() {
    let widget = Widget::with(None).await;
    let pace = || widget.one("#pace").unchecked_into::<HtmlSelectElement>();
    pace().set_selected_index(2);
    pace().dispatch_event(&Event::new("change").unwrap()).unwrap();
    // The answers' address leads nowhere, so the notice is there; trying again takes it away and brings it back.
    widget.wait_for_text("A part of the widget did not load").await;
    widget.click("Try again").await;
    widget.wait_for_text("A part of the widget did not load").await;
    assert_eq!(pace().selected_index(), 2);
}

/// yewstack/yew#4092: an element between two conditional ones made the next render fail.
#[wasm_bindgen_test]
async fn the_clock_can_be_hidden_and_shown_again_and_again() {
    let widget = Widget::open().await;
    widget.start("Full loop").await;
    for _ in 0..3 {
        widget.click("Hide").await;
        assert!(!widget.text().contains("Time on this question"));
        widget.click("Show clock").await;
        assert!(widget.text().contains("Time on this question"));
    }
    assert_eq!(widget.screen(), "round");
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_leaves_nothing_in_the_page() {
    let mut widget = Widget::open().await;
    widget.start("Warm-up").await;
    widget.handle.take().unwrap().unmount();
    widget.settle().await;
    assert_eq!(widget.root.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn time_away_is_not_charged_and_the_reader_decides() {
    let bank = bank();
    let plan = everything(&bank);
    let limit = plan.limit.unwrap_or(Span::ZERO);
    let start = Millis(js_sys::Date::now() as u64 - Span::minutes(20).0);
    let round = RoundId("stored".to_owned());
    let entries = step(&bank, &Round::Lobby, start, Input::Start { round: round.clone(), plan }, start).unwrap().1;
    let text = entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry));
    let name = Key::Journal { round, writer: "closed".to_owned() }.name(bank.id());
    storage().set_item(&name, &text).unwrap();

    let widget = Widget::open().await;
    widget.wait_for("away").await;
    assert!(widget.text().contains("You were away for 20 min"), "{}", widget.text());
    widget.click("Go on where I was").await;
    assert_eq!(widget.screen(), "round");
    let minutes = limit.in_seconds() / 60;
    let left = widget.one(".time b").text_content().unwrap();
    assert!([format!("{minutes}:"), format!("{}:59", minutes - 1)].iter().any(|time| left.starts_with(time)), "{left}");
}
