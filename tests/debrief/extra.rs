//! The third part of the program: asked for once, waited for, and asked for again where it did not come.

use super::rounds::{Widget, report, result};
use mock_interview::app::drill::Drill;
use mock_interview::app::extra::{Extra, Task};
use mock_interview::app::options::Options;
use mock_interview::app::{Effect, Model, Msg, Start};
use mock_interview::round::Round;
use std::rc::Rc;

const DRILL: Msg = Msg::Start(Start::Drill(Drill::Topic(0)));

/// A widget in its lobby that has two of the three parts, and one round behind it.
fn without() -> Widget {
    let mut widget = Widget::new(&[report(1, "a", vec![result("lock", Some(0))])]);
    widget.model.extra = Extra::Absent;
    widget
}

fn loads(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| **effect == Effect::LoadExtra).count()
}

fn runs(widget: &Widget) -> bool {
    matches!(*widget.model.round, Round::Running(_))
}

#[test]
fn what_needs_it_waits_for_it() {
    let mut widget = without();
    assert_eq!(loads(&widget.send(DRILL)), 1);
    assert_eq!(widget.model.said.1, "Loading…");
    assert_eq!(loads(&widget.send(DRILL)), 0, "it is on its way");
    assert!(!runs(&widget));
    widget.send(Msg::ExtraCame(true));
    assert!(runs(&widget) && widget.sitting().plan.preset == "Drill");
    assert_eq!(widget.model.tasks, []);
    // Twice pressed is once meant.
    let mut widget = without();
    let copy = report(2, "b", vec![result("lock", Some(1000))]);
    for _ in 0..2 {
        widget.send(Msg::Extra(Task::Import(vec![copy.clone()])));
    }
    assert_eq!(widget.model.tasks.len(), 1);
    assert_eq!(widget.model.history.rounds(), 1);
    widget.send(Msg::ExtraCame(true));
    assert_eq!(widget.model.history.rounds(), 2);
}

#[test]
fn a_view_that_needs_it_asks_for_it_alone() {
    let mut widget = without();
    assert_eq!(widget.model.linked(), None);
    assert_eq!(widget.send(Msg::Extra(Task::Show("custom"))), [Effect::LoadExtra]);
    widget.send(Msg::ExtraCame(true));
    assert!(widget.model.linked().is_some());
    assert_eq!(widget.send(Msg::Extra(Task::Show("custom"))), []);
    assert!(!runs(&widget));
}

#[test]
fn where_it_does_not_come_that_is_said_and_it_can_be_tried_again() {
    let mut widget = without();
    widget.send(DRILL);
    assert_eq!(widget.send(Msg::ExtraCame(false)), []);
    assert_eq!((widget.model.extra, widget.model.said.1.as_str()), (Extra::Failed, "A part of the widget did not load."));
    // The button goes away, so the focus is given a place.
    assert_eq!(widget.send(Msg::Extra(Task::Show("lobby"))), [Effect::Focus("lobby"), Effect::LoadExtra]);
    widget.send(Msg::ExtraCame(true));
    assert!(runs(&widget), "what was asked for is done");
}

#[test]
fn what_did_not_come_is_not_done_when_something_else_was_asked_for() {
    let mut widget = without();
    widget.send(DRILL);
    widget.send(Msg::ExtraCame(false));
    assert_eq!(loads(&widget.send(Msg::Extra(Task::SaveReport))), 1);
    widget.send(Msg::ExtraCame(true));
    assert!(!runs(&widget));
}

#[test]
fn nothing_asks_for_it_before_the_second_part_is_here() {
    let (bank, _) = super::rounds::bank();
    let model = Model::new(Rc::new(bank), Options::default(), "w".to_owned());
    let mut widget = Widget { model, now: super::rounds::BEGIN };
    for msg in [DRILL, Msg::Extra(Task::Show("custom")), Msg::Extra(Task::StartCustom), Msg::ExtraCame(true)] {
        assert_eq!(widget.send(msg.clone()), [], "{msg:?}");
        assert_eq!(widget.model.linked(), None, "{msg:?}");
    }
}

#[test]
fn a_plain_round_does_not_need_it() {
    let mut widget = without();
    assert!(widget.start(Start::Preset(0)));
    widget.input(1, mock_interview::round::Input::HandIn);
    widget.send(Msg::ToLobby);
    assert!(widget.start(Start::Preset(0)));
    assert_eq!(widget.model.extra, Extra::Absent);
}
