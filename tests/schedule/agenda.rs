//! The schedule of a few answers, and what today asks for.

use super::reviews::{answers, bank, id, noon, rated, report};
use mock_interview::progress::History;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Agenda, Aim, BUDGETS, USUAL, today};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::rating::Rating::{self, Again, Easy, Good, Hard};
use mock_interview::round::clock::Span;
use std::fmt::Write;
use std::fs;

const UTC: Zone = Zone(0);

fn plain(history: &History, day: u32) -> Agenda {
    today(history, &bank(6), Aim { budget: Some(4), ..Aim::default() }, noon(day), UTC)
}

fn interview(history: &History, questions: usize, day: u32, on: u32, budget: Option<usize>) -> Agenda {
    let aim = Aim { interview: Some(Day::of(noon(on), UTC)), budget, retention: 90 };
    today(history, &bank(questions), aim, noon(day), UTC)
}

/// The same answers in FSRS's own tests, of other implementations too.
#[test]
fn the_memory_is_that_of_fsrs_6() {
    let times = [0, 0, 1, 4, 12, 33].map(noon);
    let all: Vec<_> = times.into_iter().zip([Again, Good, Good, Good, Good, Good]).collect();
    let mut history = answers(0, &all);
    // Two answers of the same moment are two in one round.
    history.add(report(noon(0), vec![rated(id(0), Again), rated(id(0), Good)]));
    let memory = Schedule::of(&bank(1), &history, noon(33)).memories[0].unwrap();
    assert!((memory.trace.stability - 53.62691).abs() < 1e-3, "{memory:?}");
    assert!((memory.trace.difficulty - 6.357_486_7).abs() < 1e-4, "{memory:?}");
    assert_eq!(memory.answers, 6);
}

/// What every rating does, at a first answer and after: read the difference before blessing it.
#[test]
fn a_few_lives_of_a_question() {
    let mut text = String::new();
    for ratings in ["3", "1", "2", "4", "3 3 3 3", "3 1 3 3", "4 4 4", "1 1 1 1 3", "2 2 2"] {
        let ratings: Vec<Rating> = ratings.split(' ').map(|digit| Rating::ALL[digit.parse::<usize>().unwrap() - 1]).collect();
        writeln!(text, "{ratings:?}, each on the day it is due").unwrap();
        let (mut day, mut all) = (0, Vec::new());
        for rating in ratings {
            all.push((noon(day), rating));
            let memory = Schedule::of(&bank(1), &answers(0, &all), noon(day)).memories[0].unwrap();
            let due = memory.due(0.9, UTC).since(Day::of(noon(0), UTC));
            let [week, month] = [7, 30].map(|days| 100.0 * memory.recall(noon(day + days)));
            let trace = memory.trace;
            let (stability, difficulty) = (trace.stability, trace.difficulty);
            let digits = if stability < 10.0 { 2 } else { 0 };
            writeln!(
                text,
                "  day {day}: {rating:?}, stability {stability:.digits$}, difficulty {difficulty:.2}, \
                 recall in a week {week:.0} %, in a month {month:.0} %, due on day {due}"
            )
            .unwrap();
            day = due;
        }
    }
    let path = "tests/schedule/lives.txt";
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(path).unwrap());
}

#[test]
fn without_an_interview_what_is_due_comes_first_and_then_what_is_new() {
    let mut history = answers(2, &[(noon(0), Hard)]);
    history.add(report(noon(1), vec![rated(id(1), Again), rated(id(0), Easy)]));
    let agenda = plain(&history, 2);
    assert_eq!(agenda.due, [(2), (1)], "the one that was due first; what was easy can wait");
    assert_eq!(agenda.new, [(3), (4)], "the easiest first");
    assert_eq!((agenda.done, agenda.per_day, agenda.outlook), (0, 4, None));
    assert_eq!(plain(&history, 9).due, [(2), (1), (0)]);
}

#[test]
fn what_was_answered_today_is_taken_off_and_not_asked_again() {
    let mut history = answers(2, &[(noon(0), Again)]);
    history.add(report(noon(3), vec![rated(id(2), Again), rated(id(5), Good), rated(id(0), Again)]));
    let agenda = plain(&history, 3);
    assert_eq!((agenda.done, agenda.due.len(), agenda.new), (3, 0, vec![3]));
    history.add(report(noon(3).after(Span::minutes(9)), vec![rated(id(3), Good)]));
    let agenda = plain(&history, 3);
    assert_eq!((agenda.done, agenda.due.len(), agenda.new.len()), (4, 0, 0));
    assert_eq!(plain(&history, 4).due[..2], [(2), (0)], "what was missed comes back tomorrow");
}

#[test]
fn a_clock_that_stood_wrong_hides_nothing() {
    let history = answers(0, &[(noon(0), Good), (noon(4000), Easy)]);
    assert_eq!(plain(&history, 4).due, [(0)]);
    assert_eq!(plain(&history, 3999).due, [0; 0], "until its time has nearly come");
}

#[test]
fn for_an_interview_everything_is_met_and_then_what_gains_most() {
    let agenda = interview(&History::default(), 30, 0, 10, Some(8));
    assert_eq!((agenda.due.len(), agenda.new.len()), (0, 8));
    assert!(agenda.new.iter().all(|place| bank(30).questions()[*place].level.name() == "basic"));
    let outlook = agenda.outlook.unwrap();
    assert_eq!((outlook.days, outlook.idle.0, outlook.per_day), (10, 0, 8));
    assert!((850..1000).contains(&outlook.kept.0), "{outlook:?}");

    // Two days ahead: one was forgotten, one is certain.
    let mut history = answers(0, &[(noon(0), Again)]);
    history.add(report(noon(1), vec![rated(id(1), Easy)]));
    let agenda = interview(&history, 2, 8, 10, Some(1));
    assert_eq!(agenda.due, [(0)]);
    // On the day itself there is still time for a last look.
    assert_eq!(interview(&history, 2, 10, 10, Some(2)).due, [(0), (1)]);
    assert_eq!(interview(&history, 2, 11, 10, None).outlook, None, "it is over");
}

#[test]
fn the_fewer_days_are_left_the_more_there_is_to_do_each_day() {
    let per_day = |on: u32| interview(&History::default(), 86, 0, on, None).per_day;
    let budgets = [3, 7, 14, 30, 60].map(per_day);
    assert!(budgets.is_sorted_by(|sooner, later| sooner >= later), "{budgets:?}");
    assert!(budgets[0] >= 40 && budgets[4] <= 10, "{budgets:?}");
    assert!(budgets.iter().all(|budget| BUDGETS.contains(budget)));
    assert_eq!(plain(&History::default(), 0).per_day, 4);
    assert_eq!(today(&History::default(), &bank(9), Aim::default(), noon(0), UTC).per_day, USUAL);
}

/// Whoever misses days is asked for more, and told that less is to be expected.
#[test]
fn days_that_were_missed_are_planned_anew() {
    let mut history = History::default();
    for day in 0..4 {
        let new = interview(&history, 86, day, 20, Some(15)).new;
        history.add(report(noon(day), new.into_iter().map(|place| rated(id(place), Good)).collect()));
    }
    let [kept, missed] = [4, 14].map(|day| interview(&history, 86, day, 20, None));
    assert!(missed.per_day > kept.per_day, "{} a day, after {}", missed.per_day, kept.per_day);
    let [kept, missed] = [4, 14].map(|day| interview(&history, 86, day, 20, Some(10)).outlook.unwrap().kept);
    assert!(missed < kept, "{missed:?} after {kept:?}");
}
