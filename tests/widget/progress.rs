//! The day of the interview and the page of progress, in the DOM.

use super::page::{Widget, storage};
use super::rounds::{answers, bank, everything, store_round};
use mock_interview::app::words::date;
use mock_interview::progress::date::Date;
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::round::Input;
use mock_interview::round::clock::Millis;
use mock_interview::round::event::RoundId;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn today() -> Day {
    let zone = -js_sys::Date::new_0().get_timezone_offset() as i16;
    Day::of(Millis(js_sys::Date::now() as u64), Zone(zone))
}

/// A finished round with every question of the bank.
async fn after_a_round() -> Widget {
    let bank = bank();
    let plan = everything(&bank);
    let mut inputs = vec![Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() }];
    inputs.extend(answers(&plan, &bank));
    store_round(&bank, inputs);
    let widget = Widget::open().await;
    widget.wait_for("debrief").await;
    widget.click("New round").await;
    widget.wait_for("lobby").await;
    widget
}

#[wasm_bindgen_test]
async fn a_date_is_planned_for_and_stored() {
    let widget = Widget::open().await;
    widget.wait_for("lobby").await;
    let day = today().plus(9);
    let field = widget.type_into("interview", &Date::of(day).write()).await;
    widget.wait_for_text("9 days left · ").await;
    assert_eq!(field.value(), Date::of(day).write());
    assert_eq!(storage().length().unwrap(), 1, "the date, and nothing else");
    widget.type_into("interview", "").await;
    assert!(!widget.text().contains("days left"));
}

#[wasm_bindgen_test]
async fn each_picture_has_a_name_a_sentence_and_a_table() {
    let widget = after_a_round().await;
    widget.click("Your progress").await;
    widget.wait_for("progress").await;
    let active = gloo::utils::document().active_element().unwrap();
    assert_eq!(active.get_attribute("data-focus").as_deref(), Some("progress"));
    assert_eq!(widget.all("table").len(), 1, "the others are made when they are opened");
    for summary in widget.all(".picture summary") {
        summary.unchecked_into::<HtmlElement>().click();
    }
    widget.settle().await;
    let pictures = widget.all(".picture");
    assert_eq!(pictures.len(), 8);
    for picture in &pictures {
        let heading = picture.query_selector("h3").unwrap().unwrap().text_content().unwrap();
        let table = picture.query_selector("table").unwrap().unwrap();
        assert_eq!(table.query_selector("caption").unwrap().unwrap().text_content().unwrap(), heading);
        let (columns, cells) =
            (table.query_selector_all("thead th").unwrap().length(), table.query_selector_all("tbody tr > *").unwrap().length());
        assert!(cells > 0 && cells.is_multiple_of(columns), "{heading}: {cells} cells in {columns} columns");
        let drawn = picture.query_selector_all("svg").unwrap();
        for n in 0..drawn.length() {
            let svg: web_sys::Element = drawn.get(n).unwrap().unchecked_into();
            assert_eq!(svg.get_attribute("role").as_deref(), Some("img"));
            assert!(svg.get_attribute("aria-label").is_some_and(|name| !name.is_empty()), "{heading}");
        }
    }
    assert_eq!(widget.all("[style]").len(), 0);
    assert!(widget.text().contains(&format!("since {}", date(today()))));
}

#[wasm_bindgen_test]
async fn a_question_is_drilled_with_one_click() {
    let widget = after_a_round().await;
    widget.click("Your progress").await;
    widget.wait_for("progress").await;
    let hardest = widget.one(".hardest button").text_content().unwrap();
    widget.one(".hardest button").unchecked_into::<HtmlElement>().click();
    widget.wait_for("round").await;
    widget.settle().await;
    let asked = widget.one("[data-focus=question]").text_content().unwrap();
    assert!(hardest.starts_with("Drill: ") && asked.contains(hardest.trim_start_matches("Drill: ")), "{hardest} {asked}");
    assert!(widget.text().contains("Question 1 of 1"));
}
