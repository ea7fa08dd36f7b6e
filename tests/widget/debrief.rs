//! The debrief.

use super::page::Widget;
use super::rounds::{answers, bank, everything, programs, store_round, whole_bank};
use mock_interview::bank::{Mode, json};
use mock_interview::round::Input;
use mock_interview::round::event::RoundId;
use mock_interview::round::plan::Plan;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen_test]
async fn the_debrief_of_the_whole_bank_fits_the_small_stack() {
    let bank = bank();
    let plan = everything(&bank);
    let mut inputs = vec![Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() }];
    inputs.extend(answers(&plan, &bank));
    store_round(&bank, inputs);
    let widget = Widget::open().await;
    widget.wait_for("debrief").await;
    assert_eq!(widget.all("details.result").len(), bank.questions().len());
}

/// A drawing is one only in its own namespace, and what is offered next begins a round.
#[wasm_bindgen_test]
async fn the_debrief_draws_the_times_and_offers_three_things_to_drill() {
    let bank = bank();
    let plan = Plan { items: everything(&bank).items.into_iter().take(14).collect(), ..everything(&bank) };
    let mut inputs = vec![Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() }];
    inputs.extend(answers(&plan, &bank));
    store_round(&bank, inputs);
    let widget = Widget::open().await;
    widget.wait_for("debrief").await;
    let picture = widget.one(".times svg");
    assert_eq!(picture.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(picture.get_attribute("aria-label").unwrap().split("; ").count(), 14);
    // Of many only the first and every fifth have their number.
    let numbers: Vec<String> = widget.all(".times text").iter().map(|number| number.text_content().unwrap()).collect();
    assert_eq!(numbers, ["1", "5", "10"]);
    assert_eq!(widget.all(".next li").len(), 3);
    widget.one(".next button").unchecked_into::<HtmlElement>().click();
    widget.wait_for("round").await;
    assert!(widget.text().contains("Question 1 of") && widget.text().contains("untimed"), "{}", widget.text());
}

#[wasm_bindgen_test]
async fn every_program_stands_once_in_the_debrief_beside_its_lines() {
    let (bank, given) = whole_bank();
    let plan = programs(&bank);
    let count = plan.items.len();
    assert!(count > 50, "{count}");
    let mut inputs = vec![Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() }];
    inputs.extend(answers(&plan, &bank));
    store_round(&bank, inputs);
    let widget = Widget::with(Some(&json::write_answers(&given))).await;
    widget.wait_for("debrief").await;
    assert_eq!((widget.all("details.result").len(), widget.all(".lines").len()), (count, count));
    for row in widget.all(".lines tbody tr") {
        let texts: Vec<Option<String>> = (0..3).map(|n| row.children().item(n).and_then(|cell| cell.text_content())).collect();
        assert_eq!(texts[0].as_deref() == Some("✓right"), texts[1] == texts[2], "{texts:?}");
    }
}

#[wasm_bindgen_test]
async fn a_typed_answer_bears_its_marks_and_its_verdicts_can_be_changed() {
    let (bank, given) = whole_bank();
    let mut plan = everything(&bank);
    plan.items.iter_mut().for_each(|item| item.mode = Mode::Typed);
    let mut inputs = vec![Input::Start { round: RoundId("stored".to_owned()), plan: plan.clone() }];
    inputs.extend(answers(&plan, &bank));
    store_round(&bank, inputs);
    let widget = Widget::with(Some(&json::write_answers(&given))).await;
    widget.wait_for("debrief").await;
    assert_eq!(widget.all(".judged").len(), bank.questions().len(), "all of them fit the small stack");
    assert_eq!(widget.one(".typed").text_content().unwrap(), "It1 (number 1) does.");
    let pressed = |row: usize| {
        let ways = widget.all(".judged li")[row].query_selector("[aria-pressed=true]").unwrap();
        ways.and_then(|way| way.text_content()).unwrap_or_default()
    };
    assert_eq!([pressed(0), pressed(1)], ["Met", "Missed"]);
    let score = widget.one(".score").text_content();
    let ways = widget.all(".judged li")[1].query_selector_all(".ways button").unwrap();
    ways.item(0).unwrap().unchecked_into::<HtmlElement>().click();
    widget.settle().await;
    assert_eq!([pressed(0), pressed(1)], ["Met", "Met"]);
    assert_ne!(widget.one(".score").text_content(), score);
    assert!(widget.all(".judged li")[1].text_content().unwrap().ends_with("The grader said: missed."));
    // What shows a point is marked as long as the point counts.
    assert_eq!(widget.one(".typed").text_content().unwrap(), "It1 (number 1)2 (number 2) does.");
}
