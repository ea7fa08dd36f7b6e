//! An exam: what is chosen can be changed until the end, and is an answer all the same.

use super::rounds::{Widget, result};
use mock_interview::app::summary;
use mock_interview::bank::{Mode, QuestionId};
use mock_interview::round::clock::Span;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use mock_interview::round::{Input, Round};

/// A question to be chosen and a program to be predicted.
fn begun(exam: bool) -> Widget {
    let item = |question: &str, mode| Item::new(result(question, None).question, mode, Some(Span::seconds(60)));
    let mut widget = Widget::new(&[]);
    widget.begin(Plan {
        preset: "Told".to_owned(),
        seed: "seed".to_owned(),
        rules: Rules { exam, ..Rules::default() },
        pace: Pace::Usual,
        limit: Some(Span::minutes(9)),
        items: vec![item("lock", Mode::Choice), item("prints", Mode::Output)],
    });
    widget
}

fn choose(widget: &mut Widget) -> QuestionId {
    let question = result("lock", None).question;
    let choice = widget.model.bank.question(&question).unwrap().choices[0].key;
    widget.input(1, Input::Choose { question: question.clone(), choice });
    question
}

#[test]
fn what_is_chosen_or_written_is_answered() {
    let mut widget = begun(true);
    assert_eq!(widget.sitting().answered(), 0);
    let question = choose(&mut widget);
    assert_eq!(widget.sitting().answered(), 1);
    widget.input(1, Input::Continue { question });
    let question = result("prints", None).question;
    widget.input(1, Input::Write { question: question.clone(), text: "a".to_owned() });
    assert_eq!(widget.sitting().answered(), 2);
    widget.input(1, Input::Write { question, text: String::new() });
    assert_eq!(widget.sitting().answered(), 1, "what was wiped out is none");
    widget.input(1, Input::HandIn);
    assert_eq!(widget.sitting().answered(), 1);
}

#[test]
fn in_other_rounds_it_has_to_be_submitted() {
    let mut widget = begun(false);
    let question = choose(&mut widget);
    assert_eq!(widget.sitting().answered(), 0);
    widget.input(1, Input::Submit { question });
    assert_eq!(widget.sitting().answered(), 1);
}

#[test]
fn handing_in_is_its_end_and_not_an_early_one() {
    for (exam, wanted) in [(true, "1 s of 9 min"), (false, "1 s of 9 min · handed in early")] {
        let mut widget = begun(exam);
        widget.input(1, Input::HandIn);
        let Round::Finished(sitting, finish) = &*widget.model.round else { panic!("it goes on") };
        assert_eq!(summary::time(sitting, *finish), wanted);
    }
}
