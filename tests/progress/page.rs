//! The page as a state: it opens from the lobby, is as it was opened until something changes, and is gone when a round begins.

use super::super::reviews::{bank, id, noon, rated, report};
use super::super::taken;
use mock_interview::app::drill::{self, Drill};
use mock_interview::app::extra::Task;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Part, Start, Stored, Tab};
use mock_interview::progress::schedule::rating::Rating::{Again, Good};
use mock_interview::round::Round;
use std::rc::Rc;

fn model() -> Model {
    let mut model = Model::new(Rc::new(bank(9)), Options::default(), "w".to_owned());
    update(&mut model, Msg::PartCame(true), noon(1));
    update(&mut model, Msg::ExtraCame(true), noon(1));
    let empty = Stored { texts: Vec::new(), ..Stored::default() };
    update(&mut model, Msg::Opened { stored: empty, focused: false, start: None }, noon(1));
    assert_eq!(model.part, Part::Here);
    model
}

fn asked(model: &Model, drill: Drill) -> Vec<String> {
    let plan = drill::plan(model, drill);
    plan.iter().flat_map(|plan| &plan.items).map(|item| item.question.0.to_string()).collect()
}

#[test]
fn it_opens_closes_and_gives_the_focus_back() {
    let mut model = model();
    assert_eq!(update(&mut model, Msg::CloseProgress, noon(1)), []);
    assert_eq!(update(&mut model, Msg::Extra(Task::OpenProgress), noon(1)), [Effect::Focus("progress")]);
    assert_eq!(model.figures.as_ref().unwrap().answers, 0);
    assert_eq!(update(&mut model, Msg::CloseProgress, noon(1)), [Effect::Focus("open-progress")]);
    assert_eq!(model.figures, None);
}

#[test]
fn what_comes_while_it_is_open_is_seen() {
    let mut model = model();
    update(&mut model, Msg::Extra(Task::OpenProgress), noon(1));
    update(&mut model, taken(vec![report(noon(0), vec![rated(id(0), Good), rated(id(1), Again)])]), noon(1));
    let figures = model.figures.as_ref().unwrap();
    assert_eq!((figures.answers, figures.hardest.as_slice()), (2, [1].as_slice()));
}

#[test]
fn a_round_that_begins_there_takes_its_place_and_does_not_bring_it_back() {
    let mut model = model();
    update(&mut model, taken(vec![report(noon(0), vec![rated(id(0), Again), rated(id(1), Again), rated(id(2), Good)])]), noon(1));
    update(&mut model, Msg::Extra(Task::OpenProgress), noon(1));
    assert_eq!(asked(&model, Drill::Question(4)), ["q4"]);
    assert_eq!(asked(&model, Drill::Question(40)), [""; 0]);
    assert_eq!(asked(&model, Drill::Hardest), ["q0", "q1"]);
    update(&mut model, Msg::Start(Start::Drill(Drill::Hardest)), noon(1));
    update(&mut model, Msg::Granted(Stored { texts: Vec::new(), ..Stored::default() }), noon(1));
    assert!(matches!(*model.round, Round::Running(_)) && model.tab == Tab::Ours);
    assert_eq!(model.figures, None);
    assert_eq!(update(&mut model, Msg::Extra(Task::OpenProgress), noon(1)), [], "not in a round");
    assert_eq!(model.figures, None);
}
