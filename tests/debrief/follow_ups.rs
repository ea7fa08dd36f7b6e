//! Which question an answer leads to, through the whole model.

use super::rounds::Widget;
use mock_interview::app::Msg;
use mock_interview::bank::{Mode, QuestionId, markdown};
use mock_interview::round::Input;
use mock_interview::round::clock::Span;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};

const BANK: &str = "# Four

### First? {#first topic=a}

Yes.

Key points:

- The point
  - If missed: [Why?](#why)
  - If met: [And then?](#then)

- [x] Right
- [ ] Wrong

### Second? {#second topic=a}

Yes.

### Why? {#why topic=a}

Because.

### And then? {#then topic=a}

Then.
";

/// A practice of these questions; the first is to be chosen.
fn practice(questions: &[&str]) -> Widget {
    let mut widget = Widget::of(markdown::read("four", BANK).unwrap(), &[]);
    let mode = |question: &str| if question == "first" { Mode::Choice } else { Mode::Spoken };
    let item = |question: &&str| Item::new(QuestionId((*question).to_owned()), mode(question), Some(Span::seconds(60)));
    let rules = Rules { practice: true, follow_ups: 1, ..Rules::default() };
    let items = questions.iter().map(item).collect();
    widget.begin(Plan { preset: "Told".into(), seed: "seed".into(), rules, pace: Pace::Usual, limit: None, items });
    widget
}

fn answer(widget: &mut Widget, right: bool) {
    let question = QuestionId("first".to_owned());
    let choices = &widget.model.bank.question(&question).unwrap().choices;
    let choice = choices.iter().find(|choice| choice.right == right).unwrap().key;
    widget.input(5, Input::Choose { question: question.clone(), choice });
    widget.input(1, Input::Submit { question });
}

fn asked(widget: &Widget) -> Vec<&str> {
    widget.asked().into_iter().map(|(question, _)| question).collect()
}

#[test]
fn an_answer_that_is_taken_back_takes_its_follow_up_along() {
    let mut widget = practice(&["first", "second"]);
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "why", "second"]);
    widget.input(5, Input::TakeBack { question: QuestionId("first".to_owned()) });
    assert_eq!(asked(&widget), ["first", "second"]);
    answer(&mut widget, true);
    assert_eq!(asked(&widget), ["first", "then", "second"]);
}

#[test]
fn what_is_still_to_come_is_asked_next_and_what_was_asked_is_not_asked_again() {
    let mut widget = practice(&["first", "second", "why"]);
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "why", "second"]);
    assert_eq!(widget.sitting().plan.items[1].follows, 1);
    widget.input(5, Input::TakeBack { question: QuestionId("first".to_owned()) });
    assert_eq!(asked(&widget), ["first", "second", "why"]);

    let mut widget = practice(&["first", "second", "why"]);
    widget.input(1, Input::Open { question: QuestionId("why".to_owned()) });
    widget.input(1, Input::Open { question: QuestionId("first".to_owned()) });
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "second", "why"]);
}

#[test]
fn the_same_round_again_has_what_was_moved_in_its_place() {
    let mut widget = practice(&["first", "second", "why"]);
    answer(&mut widget, false);
    widget.input(1, Input::HandIn);
    widget.send(Msg::StartSame);
    assert_eq!(asked(&widget), ["first", "second", "why"]);
    assert!(widget.sitting().plan.items.iter().all(|item| item.follows == 0));
}
