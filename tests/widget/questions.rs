//! Questions of each kind, as they are asked and answered.

use super::page::Widget;
use super::rounds::{bank, everything, programs, store_round, whole_bank};
use gloo::timers::future::TimeoutFuture;
use mock_interview::bank::{Mode, json, markdown};
use mock_interview::round::Input;
use mock_interview::round::event::{Grade, RoundId};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

#[wasm_bindgen_test]
async fn a_choice_is_shown_as_chosen_and_can_then_be_submitted() {
    let widget = Widget::open().await;
    widget.start("Warm-up").await;
    let submit = widget.one(".actions .main");
    assert!(submit.has_attribute("disabled"));
    let radios: Vec<HtmlInputElement> = widget.all("[type=radio]").into_iter().map(JsCast::unchecked_into).collect();
    radios[1].click();
    widget.settle().await;
    assert_eq!(radios.iter().map(HtmlInputElement::checked).collect::<Vec<_>>(), [false, true, false, false]);
    assert!(!widget.one(".actions .main").has_attribute("disabled"));
    let prompt = widget.one(".prompt").text_content();
    widget.click("Submit answer").await;
    assert_ne!(widget.one(".prompt").text_content(), prompt);
    assert!(widget.all("[type=radio]").iter().all(|radio| !radio.clone().unchecked_into::<HtmlInputElement>().checked()));
}

#[wasm_bindgen_test]
async fn every_question_of_the_bank_can_be_shown_in_every_mode() {
    let bank = bank();
    let text_of = async |inputs: Vec<Input>| {
        store_round(&bank, inputs);
        let widget = Widget::open().await;
        widget.wait_for("round").await;
        widget.text()
    };
    for mode in Mode::ALL {
        let mut plan = everything(&bank);
        plan.items.retain(|item| bank.question(&item.question).unwrap().can(mode));
        plan.items.iter_mut().for_each(|item| item.mode = mode);
        for item in plan.items.iter().take(12) {
            let start = Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() };
            let text = text_of(vec![start, Input::Open { question: item.question.clone() }]).await;
            let prompt = mock_interview::bank::text::plain(&bank.question(&item.question).unwrap().prompt);
            assert!(text.contains(&prompt), "{prompt} is not in {text}");
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_stays_and_can_then_be_submitted() {
    let (bank, answers) = whole_bank();
    let plan = programs(&bank);
    store_round(&bank, vec![Input::Start { round: RoundId("stored".to_owned()), plan }]);
    let widget = Widget::with(Some(&json::write_answers(&answers))).await;
    widget.wait_for("round").await;
    assert!(widget.one(".actions .main").has_attribute("disabled"));
    let field: HtmlTextAreaElement = widget.one("textarea").unchecked_into();
    field.set_value("start\n\nend");
    field.set_selection_range(2, 4).unwrap();
    widget.tell_input(&field).await;
    assert!(!widget.one(".actions .main").has_attribute("disabled"));
    // Rendered anew with another state, and then by the clock.
    widget.click("Flag").await;
    widget.click("Hide").await;
    TimeoutFuture::new(2_500).await;
    assert!(widget.one("textarea").is_same_node(Some(&field)));
    assert_eq!(field.value(), "start\n\nend");
    assert_eq!((field.selection_start().unwrap(), field.selection_end().unwrap()), (Some(2), Some(4)));
    let prompt = widget.one(".prompt").text_content();
    widget.click("Submit answer").await;
    assert_ne!(widget.one(".prompt").text_content(), prompt);
    assert_eq!(widget.one("textarea").unchecked_into::<HtmlTextAreaElement>().value(), "");
}

#[wasm_bindgen_test]
async fn the_words_of_a_bank_are_in_its_language_and_those_of_the_interface_are_not() {
    let question = "## Was? {.basic}\n\n> Genau.\n\nDas.\n\nKey points:\n\n- Eins (×2)\n\nMehr.\n\n- [x] Ja\n- [ ] Nein\n";
    let (bank, answers) = markdown::read("german", &format!("---\nlang: de\n---\n\n{question}")).unwrap();
    let widget = Widget::of(json::write_bank(&bank), Some(&json::write_answers(&answers))).await;
    let lang = |selector: &str| {
        let all = widget.all(selector);
        assert!(!all.is_empty(), "no {selector} in: {}", widget.text());
        let around = |element: &Element| element.closest("[lang]").unwrap().and_then(|around| around.get_attribute("lang"));
        let first = around(&all[0]);
        assert!(all.iter().all(|element| around(element) == first), "{selector}");
        first.unwrap_or_default()
    };
    widget.start("Warm-up").await;
    [".prompt", ".details p", ".choice .words"].into_iter().for_each(|words| assert_eq!(lang(words), "de", "{words}"));
    [".eyebrow", "legend", "button"].into_iter().for_each(|words| assert_eq!(lang(words), "en", "{words}"));
    widget.one("[type=radio]").unchecked_into::<HtmlInputElement>().click();
    widget.settle().await;
    widget.click("Submit answer").await;
    widget.wait_for("debrief").await;
    [".prompt", ".chosen", ".why", ".short", ".points li", ".model > .block:last-child p"]
        .into_iter()
        .for_each(|words| assert_eq!(lang(words), "de", "{words}"));
    ["summary .soft", "h4", ".points .unseen"].into_iter().for_each(|words| assert_eq!(lang(words), "en", "{words}"));
}

#[wasm_bindgen_test]
async fn a_spoken_question_is_judged_only_after_the_answer_was_shown() {
    let widget = Widget::open().await;
    widget.start("Full loop").await;
    assert!(widget.all(".grades button").is_empty());
    widget.click("I am ready to answer").await;
    widget.click("Reveal").await;
    assert_eq!(widget.all(".grades button").len(), Grade::ALL.len());
    widget.click("Mostly").await;
    assert!(widget.text().contains("Question 2 of"));
}
