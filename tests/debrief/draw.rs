//! Which seed a round is given: that of the questions that need practice most, going by what came of them and by what is due.

use super::rounds::{BEGIN, Widget, report, result};
use mock_interview::app::Start;
use mock_interview::app::options::Options;
use mock_interview::app::preset::{named, terms};
use mock_interview::bank::markdown;
use mock_interview::progress::Report;
use mock_interview::round::clock::Millis;
use mock_interview::round::event::RoundId;
use mock_interview::round::plan::{Pace, Plan};

const QUESTIONS: usize = 30;
const PRESET: &str = "screen";

/// So many days before now, with that score, all from one of these questions to before the other.
fn answered(days: u64, score: u16, (from, to): (usize, usize)) -> Report {
    let results = (from..to).map(|n| result(&format!("q{n}"), Some(score))).collect();
    let started = Millis(BEGIN.0 - days * 24 * 60 * 60_000);
    Report { started, round: RoundId(format!("{days} days ago, {score}")), ..report(1, "a", results) }
}

fn widget(reports: &[Report]) -> Widget {
    let ask = |text, n| format!("{text}\n### Q{n}? {{#q{n} .basic topic=all}}\n\nYes.\n\n- [x] Yes\n- [ ] No\n");
    Widget::of(markdown::read("thirty", &(0..QUESTIONS).fold("# Thirty\n".to_owned(), ask)).unwrap(), reports)
}

fn plan(widget: &Widget, n: usize) -> Plan {
    let mut model = widget.model.clone();
    model.keep.writer = format!("writer {n}");
    let (place, _) = named(&model.bank, PRESET).unwrap();
    model.plan(Start::Preset(place)).unwrap()
}

/// Of the questions of eighty rounds, how many are of the first, the second and the third ten, in hundredths. By chance it is a third.
fn shares(widget: &Widget) -> [usize; 3] {
    let plans: Vec<Plan> = (0..80).map(|n| plan(widget, n)).collect();
    let mut asked = [0; 3];
    for item in plans.iter().flat_map(|plan| &plan.items) {
        asked[item.question.0.trim_start_matches('q').parse::<usize>().unwrap() / 10] += 1;
    }
    asked.map(|of| 100 * of / asked.iter().sum::<usize>())
}

#[test]
fn what_is_due_is_asked_more_than_what_is_not() {
    let mut widget = widget(&[answered(90, 1000, (0, 10)), answered(1, 1000, (10, QUESTIONS))]);
    let today = widget.model.today.as_ref().unwrap();
    assert_eq!(today.agenda.due, (0..10).collect::<Vec<_>>());
    let [due, ..] = shares(&widget);
    assert!(due > 45, "{due} of a hundred");
    widget.model.today = None;
    let [due, ..] = shares(&widget);
    assert!((28..40).contains(&due), "{due} of a hundred, though nobody knows what is due");
}

#[test]
fn it_is_asked_about_as_much_as_what_was_missed() {
    let reports = [answered(90, 1000, (0, 10)), answered(1, 1000, (20, 30)), answered(0, 0, (10, 20))];
    let [due, missed, known] = shares(&widget(&reports));
    assert!(due.abs_diff(missed) < 6 && known + 12 < due, "{due} {missed} {known}");
}

#[test]
fn and_more_than_what_is_new() {
    let [due, new, known] = shares(&widget(&[answered(90, 1000, (0, 10)), answered(1, 1000, (20, 30))]));
    assert!(due > new + 5 && new > known + 5, "{due} {new} {known}");
}

#[test]
fn the_round_is_still_what_its_seed_says() {
    let widget = widget(&[answered(90, 1000, (0, 10)), answered(0, 0, (10, 15))]);
    for n in 0..8 {
        let plan = plan(&widget, n);
        let bank = &widget.model.bank;
        let (_, preset) = named(bank, PRESET).unwrap();
        assert_eq!(Plan::new(bank, &terms(&preset, bank, plan.seed.clone(), Pace::Usual)), Some(plan));
    }
}

#[test]
fn a_seed_that_the_page_names_asks_everybody_the_same() {
    let page = |reports: &[Report]| {
        let mut widget = widget(reports);
        widget.model.options = Options { seed: Some("blue".to_owned()), ..Options::default() };
        widget.model.plan(Start::Page).unwrap()
    };
    assert_eq!(page(&[answered(90, 1000, (0, 10)), answered(1, 1000, (10, QUESTIONS))]), page(&[]));
}
