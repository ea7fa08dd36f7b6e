//! The widget in a real browser, component by component: what only a DOM can show. The built page as a whole is
//! tested in `e2e`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that finds nothing where something must be is to fail")]

use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Map, Object, Reflect, Set};
use mock_interview::app::preset::offered;
use mock_interview::bank::answers::Answers;
use mock_interview::bank::draw::Wish;
use mock_interview::bank::{Bank, Level, Mode, json, markdown};
use mock_interview::embed::{Around, Handle, mount};
use mock_interview::journal::key::Key;
use mock_interview::journal::{journal_header, journal_line};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Grade, RoundId};
use mock_interview::round::plan::{Pace, Plan, Rules, Terms};
use mock_interview::round::step::step;
use mock_interview::round::{Entry, Input, Round};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Storage};

wasm_bindgen_test_configure!(run_in_browser);

/// What `static/runtime.js` hands over. Without `answers` the second part never comes.
fn around(answers: Option<&str>) -> Around {
    let object = Object::new();
    let set = |name: &str, value: JsValue| assert!(Reflect::set(&object, &name.into(), &value).unwrap());
    set("settings", "{}".into());
    set("problems", "".into());
    set("memory", Map::new().into());
    set("held", Set::new(&"".into()).into());
    let coming = match answers {
        Some(text) => Function::new_with_args("text", "return async () => text").call1(&JsValue::NULL, &text.into()).unwrap(),
        None => Function::new_no_args("return Promise.reject()").into(),
    };
    set("answers", coming);
    set("part", Function::new_no_args("return Promise.resolve()").into());
    ["warn", "tell", "download", "voice"].into_iter().for_each(|name| set(name, Function::new_no_args("").into()));
    object.unchecked_into()
}

/// A mounted widget; it and all that it stored go with it.
struct Widget {
    root: Element,
    handle: Option<Handle>,
}

impl Widget {
    async fn open() -> Widget {
        let (_, answers) = whole_bank();
        Widget::with(Some(&json::write_answers(&answers))).await
    }

    /// With the second part, or with one that never comes.
    async fn with(answers: Option<&str>) -> Widget {
        Widget::of(json::write_bank(&bank()), answers).await
    }

    async fn of(bank: String, answers: Option<&str>) -> Widget {
        let document = gloo::utils::document();
        let root = document.create_element("div").unwrap();
        gloo::utils::body().append_child(&root).unwrap();
        let handle = mount(root.clone(), around(answers), Some(bank), None, false);
        let widget = Widget { root, handle: Some(handle) };
        widget.settle().await;
        // What comes later is here some turns later.
        for _ in 0..500 {
            if widget.screen() != "opening" {
                break;
            }
            TimeoutFuture::new(10).await;
        }
        widget.settle().await;
        widget
    }

    async fn settle(&self) {
        TimeoutFuture::new(1).await;
        yew::scheduler::flush().await;
    }

    /// Waits for another screen: the browser grants the lock of a round in its own time.
    async fn wait_for(&self, screen: &str) {
        for _ in 0..500 {
            if self.screen() == screen {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("waited for {screen}, but this is {}: {}", self.screen(), self.text());
    }

    async fn wait_for_text(&self, words: &str) {
        for _ in 0..500 {
            if self.text().contains(words) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("waited for “{words}”: {}", self.text());
    }

    async fn start(&self, preset: &str) {
        self.click(&format!("Start {preset}")).await;
        self.wait_for("round").await;
        self.settle().await;
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|n| found.get(n).unwrap().unchecked_into()).collect()
    }

    fn one(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} in: {}", self.text()))
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    fn screen(&self) -> String {
        self.one(".screen").get_attribute("data-screen").unwrap()
    }

    async fn click(&self, words: &str) {
        let button = self.all("button").into_iter().find(|button| button.text_content().unwrap().contains(words));
        button.unwrap_or_else(|| panic!("no button “{words}” in: {}", self.text())).unchecked_into::<HtmlElement>().click();
        self.settle().await;
    }

    async fn type_into(&self, name: &str, words: &str) -> HtmlInputElement {
        let field: HtmlInputElement = self.one(&format!("#{name}")).unchecked_into();
        field.set_value(words);
        self.tell_input(&field).await;
        field
    }

    async fn tell_input(&self, field: &HtmlElement) {
        let init = EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        self.settle().await;
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.unmount();
        }
        self.root.remove();
        storage().clear().unwrap();
    }
}

fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn bank() -> Bank {
    whole_bank().0
}

fn whole_bank() -> (Bank, Answers) {
    let (mut bank, answers) = markdown::read("async-python", include_str!("../static/banks/async-python.md")).unwrap();
    bank.show_programs(&answers);
    (bank, answers)
}

/// Everything that the bank has, said aloud.
fn everything(bank: &Bank) -> Plan {
    let terms = Terms {
        preset: "Everything".to_owned(),
        wish: Wish {
            count: bank.questions().len(),
            topics: bank.topics().into_iter().map(str::to_owned).collect(),
            levels: Level::ALL.to_vec(),
            modes: vec![Mode::Spoken, Mode::Choice],
            seed: "deep".to_owned(),
        },
        budget: None,
        limit: None,
        rules: Rules::default(),
        think: None,
        pace: Pace::Usual,
    };
    Plan::new(bank, &terms).unwrap()
}

/// Plays through `inputs` and stores the journal, as a tab that has since been closed.
fn store_round(bank: &Bank, inputs: Vec<Input>) {
    let now = Millis(js_sys::Date::now() as u64);
    let (mut round, mut entries) = (Round::Lobby, Vec::<Entry>::new());
    for input in inputs {
        if let Some((next, happened)) = step(bank, &round, now, input, now) {
            round = next;
            entries.extend(happened);
        }
    }
    let text = entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry));
    let key = Key::Journal { round: RoundId("stored".to_owned()), writer: "closed".to_owned() };
    storage().set_item(&key.name(bank.id()), &text).unwrap();
}

fn answers(plan: &Plan, bank: &Bank) -> Vec<Input> {
    let answer = |item: &mock_interview::round::plan::Item| {
        let question = item.question.clone();
        match item.mode {
            Mode::Spoken => {
                vec![Input::Reveal { question: question.clone() }, Input::Judge { question, grade: Grade::Partly }]
            }
            Mode::Choice => {
                let choice = bank.question(&question).unwrap().choices[0].key;
                vec![Input::Choose { question: question.clone(), choice }, Input::Submit { question }]
            }
            Mode::Output => {
                let text = "start\n\nend".to_owned();
                vec![Input::Write { question: question.clone(), text }, Input::Submit { question }]
            }
        }
    };
    plan.items.iter().flat_map(answer).collect()
}

#[wasm_bindgen_test]
async fn the_lobby_offers_every_preset_and_a_custom_round() {
    let widget = Widget::open().await;
    widget.wait_for("lobby").await;
    for preset in offered(&bank()) {
        assert!(widget.text().contains(&format!("Start {}", preset.name)), "{}", widget.text());
    }
    assert!(widget.text().contains("Start custom round"));
}

#[wasm_bindgen_test]
async fn a_start_button_starts_and_the_question_takes_the_focus() {
    let widget = Widget::open().await;
    widget.one("button.main").unchecked_into::<HtmlElement>().focus().unwrap();
    widget.start("Warm-up").await;
    let active = gloo::utils::document().active_element().unwrap();
    assert_eq!(active.get_attribute("data-focus").as_deref(), Some("question"));
    assert_eq!(widget.all("[lang]").len(), 1, "this bank names no language");
}

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

/// A round of every program that the bank has.
fn programs(bank: &Bank) -> Plan {
    let mut plan = everything(bank);
    plan.items.retain(|item| bank.question(&item.question).unwrap().can(Mode::Output));
    plan.items.iter_mut().for_each(|item| item.mode = Mode::Output);
    plan
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
    ["summary .soft", "h4", "h5", ".points .unseen"].into_iter().for_each(|words| assert_eq!(lang(words), "en", "{words}"));
}

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

#[wasm_bindgen_test]
async fn a_number_that_is_none_is_named_and_kept() {
    let widget = Widget::open().await;
    let field = widget.type_into("count", "7 and").await;
    assert_eq!(field.value(), "7 and");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(widget.text().contains(&format!("Write a number from 1 to {}", bank().questions().len())));
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
