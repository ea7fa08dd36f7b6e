//! Each drill asks the right questions in the right way, from the lobby and from the debrief.

use super::rounds::{BEGIN, Widget, report, result};
use mock_interview::app::drill::Drill;
use mock_interview::app::extra::Task;
use mock_interview::app::lobby::Edit;
use mock_interview::app::{Msg, Start};
use mock_interview::bank::Mode::{Choice, Output, Spoken};
use mock_interview::bank::{Mode, markdown};
use mock_interview::progress::schedule::day::Zone;
use mock_interview::progress::{QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::RoundId;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use mock_interview::round::{Input, Round};

fn asked(reports: &[Report], drill: Drill) -> Option<Vec<(String, Mode)>> {
    let mut widget = Widget::new(reports);
    let started = widget.start(Start::Drill(drill));
    started.then(|| widget.asked().into_iter().map(|(question, mode)| (question.to_owned(), mode)).collect())
}

fn names(asked: Option<Vec<(String, Mode)>>) -> Vec<String> {
    asked.unwrap_or_default().into_iter().map(|(question, _)| question).collect()
}

#[test]
fn of_the_last_round_what_was_missed_flagged_or_slow_in_its_order_and_mode() {
    let first = report(1, "a", vec![QuestionResult { flagged: true, ..result("stream", Some(0)) }]);
    let last = report(
        2,
        "a",
        vec![
            QuestionResult { mode: Choice, flagged: true, ..result("lock", Some(999)) },
            QuestionResult { used: Span::seconds(91), ..result("names", Some(1000)) },
            QuestionResult { mode: Output, ..result("prints", None) },
            result("gone", Some(0)),
        ],
    );
    let all = [first, last];
    let one = |question: &str, mode| (question.to_owned(), mode);
    assert_eq!(asked(&all, Drill::Missed), Some(vec![one("lock", Choice), one("prints", Output)]));
    assert_eq!(asked(&all, Drill::Flagged), Some(vec![one("lock", Choice)]));
    assert_eq!(asked(&all, Drill::Slow), Some(vec![one("names", Spoken)]));
}

#[test]
fn of_a_topic_what_was_missed_comes_first_and_is_asked_from_easy_to_hard() {
    let reports =
        [report(1, "a", vec![QuestionResult { mode: Output, ..result("prints", Some(0)) }, result("task", Some(1000))])];
    let one = |question: &str, mode| (question.to_owned(), mode);
    let tasks = vec![one("task", Spoken), one("names", Spoken), one("prints", Output)];
    assert_eq!(asked(&reports, Drill::Topic(0)), Some(tasks));
    assert_eq!(asked(&[], Drill::Topic(1)), Some(vec![one("lock", Choice)]), "never asked before: to be chosen");
    assert_eq!(asked(&reports, Drill::Topic(9)), None);
}

/// Of a topic with more questions than a drill has: every question that was missed, those never asked, and of the rest what fits.
#[test]
fn of_a_large_topic_the_most_urgent_are_asked() {
    let text = (0..12).fold("# Large\n".to_owned(), |text, n| text + &format!("\n### Q{n}? {{#q{n} .core topic=all}}\n\nYes.\n"));
    let had = (0..5).map(|n| result(&format!("q{n}"), Some(1000)));
    let missed = (5..7).map(|n| result(&format!("q{n}"), Some(999)));
    let reports = [report(1, "a", had.chain(missed).collect())];
    let mut widget = Widget::of(markdown::read("large", &text).unwrap(), &reports);
    assert!(widget.start(Start::Drill(Drill::Topic(0))));
    let asked: Vec<&str> = widget.asked().into_iter().map(|(question, _)| question).collect();
    assert_eq!(asked.len(), 10);
    for n in 5..12 {
        assert!(asked.contains(&format!("q{n}").as_str()), "q{n} is not in {asked:?}");
    }
}

#[test]
fn the_weakest_topics_are_those_that_were_answered_and_not_well() {
    let reports = [report(1, "a", vec![result("lock", Some(0)), result("task", Some(1000)), result("stream", None)])];
    assert_eq!(names(asked(&reports, Drill::Weakest)), ["lock"]);
    assert_eq!(asked(&reports[..0], Drill::Weakest), None);
}

/// So many days before now.
fn before(days: u64, results: Vec<QuestionResult>) -> Report {
    let started = Millis(BEGIN.0 - days * 24 * 60 * 60_000);
    Report { started, round: RoundId(format!("{days} days ago")), ..report(1, "a", results) }
}

#[test]
fn what_is_due_today_comes_first_and_then_what_is_new() {
    let missed = QuestionResult { mode: Choice, ..result("lock", Some(0)) };
    let reports = [before(3, vec![missed, result("names", Some(1000))]), before(1, vec![result("stream", Some(1000))])];
    let one = |question: &str, mode| (question.to_owned(), mode);
    let due = vec![one("lock", Choice), one("names", Spoken), one("task", Choice), one("prints", Spoken)];
    assert_eq!(asked(&reports, Drill::Due), Some(due));
    let mut widget = Widget::new(&reports);
    let today = |widget: &Widget| widget.model.today.as_ref().map(|today| (today.agenda.due.len(), today.agenda.new.len()));
    assert_eq!(today(&widget), Some((2, 2)));
    assert!(widget.start(Start::Drill(Drill::Due)));
    let question = result("lock", None).question;
    let choice = widget.model.bank.question(&question).unwrap().choices[0].key;
    widget.input(1, Input::Choose { question: question.clone(), choice });
    widget.input(1, Input::Submit { question });
    widget.input(1, Input::HandIn);
    assert_eq!(today(&widget), Some((1, 2)), "in the debrief it is answered for today");
    widget.now = widget.now.after(Span::minutes(24 * 60));
    widget.send(Msg::ToLobby);
    assert!(today(&widget) > Some((1, 2)), "and the next day it is due again, or what was not answered still is");
}

#[test]
fn today_is_where_the_learner_is() {
    let reports = [before(1, vec![result("lock", Some(0))])];
    let mut widget = Widget::new(&reports);
    let due = |widget: &Widget| widget.model.today.as_ref().map_or(0, |today| today.agenda.due.len());
    widget.now = Millis(BEGIN.0 - 11 * 60 * 60_000);
    widget.send(Msg::ToLobby);
    assert_eq!(due(&widget), 0, "three in the morning is still the day of the answer, in London");
    widget.model.zone = Zone(60);
    widget.send(Msg::ToLobby);
    assert_eq!(due(&widget), 1, "it is four in Berlin");
}

#[test]
fn what_there_is_nothing_of_begins_nothing() {
    let fine = [report(1, "a", vec![result("task", Some(1000))])];
    for drill in [Drill::Missed, Drill::Flagged, Drill::Slow, Drill::Weakest] {
        assert_eq!(asked(&fine, drill), None, "{drill:?}");
    }
}

#[test]
fn a_drill_has_no_limit_and_takes_the_pace_of_the_lobby() {
    let mut widget = Widget::new(&[]);
    widget.send(Msg::Edit(Edit::Pace(Pace::Double)));
    assert!(widget.start(Start::Drill(Drill::Topic(2))));
    let plan = &widget.sitting().plan;
    assert_eq!((plan.preset.as_str(), plan.limit, plan.pace), ("Drill", None, Pace::Double));
    assert_eq!(plan.items[0].budget, Some(Span::seconds(240)));
    widget.send(Msg::Round(Input::HandIn));
    widget.send(Msg::ToLobby);
    widget.send(Msg::Edit(Edit::Pace(Pace::Untimed)));
    assert!(widget.start(Start::Drill(Drill::Topic(2))));
    assert_eq!(widget.sitting().plan.items[0].budget, None);
}

/// Three questions, the last of which followed from an answer; the first is flagged, and all are handed in unanswered.
fn in_the_debrief() -> Widget {
    let mut widget = Widget::new(&[]);
    let item = |question: &str, follows| {
        let budget = Some(Span::seconds(30));
        Item { follows, ..Item::new(result(question, None).question, Spoken, budget) }
    };
    let plan = Plan {
        preset: "Told".to_owned(),
        seed: "seed".to_owned(),
        rules: Rules::default(),
        pace: Pace::HalfMore,
        limit: Some(Span::minutes(9)),
        items: vec![item("stream", 0), item("lock", 0), item("names", 1)],
    };
    widget.begin(plan);
    widget.input(40, Input::Flag { question: result("stream", None).question, flagged: true });
    widget.input(1, Input::HandIn);
    widget
}

#[test]
fn from_the_debrief_a_drill_begins_at_once_and_is_about_that_round() {
    for (drill, questions) in [
        (Drill::Flagged, vec!["stream"]),
        (Drill::Slow, vec!["stream"]),
        (Drill::Missed, vec!["stream", "lock", "names"]),
        (Drill::Topic(1), vec!["lock"]),
    ] {
        let mut widget = in_the_debrief();
        assert!(widget.start(Start::Drill(drill)), "{drill:?}");
        assert_eq!(widget.asked().into_iter().map(|(question, _)| question).collect::<Vec<_>>(), questions, "{drill:?}");
        assert_eq!(widget.sitting().plan.pace, Pace::HalfMore, "the pace of that round");
    }
}

#[test]
fn the_same_round_again_is_as_it_began() {
    let mut widget = in_the_debrief();
    let before = Plan::clone(&widget.sitting().plan);
    widget.send(Msg::StartSame);
    let again = Plan::clone(&widget.sitting().plan);
    assert_eq!(again, before);
    assert!(matches!(*widget.model.round, Round::Running(_)));
}

#[test]
fn while_a_round_runs_nothing_else_begins() {
    let mut widget = Widget::new(&[report(1, "a", vec![result("lock", Some(0))])]);
    widget.start(Start::Preset(0));
    let running = widget.model.round.clone();
    for msg in [
        Msg::Start(Start::Drill(Drill::Missed)),
        Msg::StartSame,
        Msg::StartMissed,
        Msg::Extra(Task::StartCustom),
        Msg::Extra(Task::SaveReport),
    ] {
        widget.send(msg.clone());
        assert_eq!(widget.model.round, running, "{msg:?}");
    }
}
