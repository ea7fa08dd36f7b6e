//! The lobby and its form.

use super::page::Widget;
use super::rounds::bank;
use mock_interview::app::preset::offered;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen_test]
async fn the_lobby_offers_every_preset_and_a_custom_round() {
    let widget = Widget::open().await;
    widget.wait_for("lobby").await;
    for preset in offered(&bank()) {
        assert!(widget.text().contains(&format!("Start {}", preset.name)), "{}", widget.text());
    }
    assert!(!widget.text().contains("Start custom round"), "the third part is not here yet");
    widget.open_form().await;
}

#[wasm_bindgen_test]
async fn a_start_button_starts_and_the_question_takes_the_focus() {
    let widget = Widget::open().await;
    widget.open_form().await;
    widget.one("button.main").unchecked_into::<HtmlElement>().focus().unwrap();
    widget.start("Warm-up").await;
    let active = gloo::utils::document().active_element().unwrap();
    assert_eq!(active.get_attribute("data-focus").as_deref(), Some("question"));
    assert_eq!(widget.all("[lang]").len(), 1, "this bank names no language");
}

#[wasm_bindgen_test]
async fn a_number_that_is_none_is_named_and_kept() {
    let widget = Widget::open().await;
    widget.open_form().await;
    let field = widget.type_into("count", "7 and").await;
    assert_eq!(field.value(), "7 and");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(widget.text().contains(&format!("Write a number from 1 to {}", bank().questions().len())));
}
