//! The figures of a round, beside the rounds before it, and what they say to do next.

use super::rounds::{bank, history, report, result};
use mock_interview::app::summary;
use mock_interview::progress::earlier::{Earlier, Trend};
use mock_interview::progress::latest::{latest, standings};
use mock_interview::progress::next::{Advice, next};
use mock_interview::progress::pacing::Pacing;
use mock_interview::progress::tally::{by_level, by_topic};
use mock_interview::progress::{QuestionResult, Report};
use mock_interview::round::clock::Span;
use mock_interview::round::event::Score;

const TASKS: usize = 0;
const LOCKS: usize = 1;
const STREAMS: usize = 2;

fn round(results: &[(&str, Option<u16>)]) -> Report {
    report(9, "Told", results.iter().map(|(question, score)| result(question, *score)).collect())
}

fn scored(n: u64, preset: &str, score: u16) -> Report {
    Report { score: Score(score), ..report(n, preset, vec![result("task", Some(score))]) }
}

#[test]
fn topics_come_weakest_first_and_levels_from_easy_to_hard() {
    let (bank, _) = bank();
    let report = round(&[("task", Some(1000)), ("lock", Some(333)), ("prints", Some(0)), ("names", None), ("gone", Some(0))]);
    let told = |tallies: Vec<mock_interview::progress::tally::Tally>| {
        tallies.into_iter().map(|tally| (tally.place, tally.score.0, tally.asked)).collect::<Vec<_>>()
    };
    assert_eq!(told(by_topic(&bank, &report)), [(TASKS, 333, 3), (LOCKS, 333, 1)]);
    assert_eq!(told(by_level(&bank, &report)), [(0, 1000, 1), (1, 167, 2), (2, 0, 1)]);
}

#[test]
fn the_pace_is_that_of_the_questions_that_were_reached() {
    let used = |result: QuestionResult, seconds| QuestionResult { used: Span::seconds(seconds), ..result };
    let results = vec![
        used(result("task", Some(1000)), 100),
        used(result("lock", Some(0)), 20),
        used(result("names", None), 120),
        result("stream", None),
    ];
    let pacing = Pacing::of(&report(1, "Told", results.clone()));
    let seconds = Span::seconds;
    let late = vec![(0, seconds(10)), (2, seconds(30))];
    assert_eq!(pacing, Pacing { used: seconds(80), planned: Some(seconds(90)), over: seconds(40), late });
    assert_eq!(summary::pacing(&pacing), "1:20 a question, where 1:30 was planned. Over time: question 1 by 0:10, 3 by 0:30.");
    let untimed = results.into_iter().map(|result| QuestionResult { budget: None, ..result }).collect();
    let pacing = Pacing::of(&report(1, "Told", untimed));
    assert_eq!((pacing.planned, pacing.over, pacing.late.len()), (None, Span::ZERO, 0));
    assert_eq!(Pacing::of(&report(1, "Told", Vec::new())).planned, None);
}

#[test]
fn many_late_questions_are_not_all_named() {
    let late = vec![QuestionResult { used: Span::seconds(91), ..result("task", Some(0)) }; 7];
    let told = summary::pacing(&Pacing::of(&report(1, "Told", late)));
    assert!(told.ends_with("5 by 0:01, and 2 more."), "{told}");
}

#[test]
fn a_round_is_compared_with_those_before_it_of_its_kind() {
    let now = scored(5, "Warm-up", 700);
    let all = [
        scored(1, "Warm-up", 400),
        scored(2, "Full loop", 900),
        scored(3, "Warm-up", 600),
        now.clone(),
        scored(8, "Warm-up", 950),
    ];
    let earlier = Earlier::of(&history(&all), &now, true).unwrap();
    assert_eq!(earlier, Earlier { rounds: 2, last: Score(600), best: Score(600), trend: Some(Trend::Rising(3)) });
    assert_eq!(
        summary::earlier(&earlier, now.score),
        "10 points better than last time (60%), your best so far. Rising over the last 3 rounds."
    );
    assert_eq!(Earlier::of(&history(&all[1..4]), &all[1], true), None, "the first of its kind");
}

/// Where the name does not say what is asked, as with a custom round.
#[test]
fn rounds_of_other_questions_are_not_compared_by_their_name() {
    let now = report(5, "Custom", vec![result("task", Some(500)), QuestionResult { follows: 1, ..result("lock", Some(0)) }]);
    let other = report(1, "Custom", vec![result("lock", Some(1000))]);
    let same = report(2, "Custom", vec![result("task", Some(1000))]);
    assert_eq!(Earlier::of(&history(&[other.clone(), now.clone()]), &now, false), None);
    let earlier = Earlier::of(&history(&[other, same, now.clone()]), &now, false).unwrap();
    assert_eq!((earlier.rounds, earlier.last), (1, Score(1000)));
}

#[test]
fn the_trend_is_that_of_the_last_five_rounds() {
    let trend = |scores: &[u16]| {
        let all: Vec<Report> = (1..).zip(scores).map(|(n, score)| scored(n, "Warm-up", *score)).collect();
        Earlier::of(&history(&all), all.last().unwrap(), true).unwrap().trend
    };
    assert_eq!(trend(&[100, 900]), None);
    assert_eq!(trend(&[500, 519, 538]), Some(Trend::Steady(3)));
    assert_eq!(trend(&[500, 520, 540]), Some(Trend::Rising(3)));
    assert_eq!(trend(&[500, 480, 460]), Some(Trend::Falling(3)));
    // What was long ago does not count.
    assert_eq!(trend(&[0, 0, 500, 500, 500, 500, 500]), Some(Trend::Steady(5)));
}

#[test]
fn what_counts_of_a_question_is_its_latest_answer() {
    let (bank, _) = bank();
    let reports = [
        report(1, "a", vec![result("task", Some(0)), result("lock", Some(1000)), result("gone", Some(0))]),
        report(2, "a", vec![result("task", Some(667)), result("lock", None)]),
    ];
    let scores: Vec<Option<u16>> = latest(&bank, &reports).into_iter().map(|result| Some(result?.score.0)).collect();
    assert_eq!(scores, [Some(667), None, None, Some(1000), None]);
    let standings: Vec<_> =
        standings(&bank, &reports).iter().map(|one| (one.topic, one.score.0, one.met, one.questions)).collect();
    assert_eq!(standings, [(TASKS, 667, 1, 3), (LOCKS, 1000, 1, 1), (STREAMS, 0, 0, 1)]);
}

fn advised(report: &Report, before: &[Report]) -> Vec<Advice> {
    let (bank, _) = bank();
    let mut all = before.to_vec();
    all.push(report.clone());
    next(&bank, &history(&all), report)
}

fn told(advice: &[Advice]) -> Vec<String> {
    let (bank, _) = bank();
    let told = |advice: &Advice| summary::advice(&bank, *advice);
    advice.iter().map(told).map(|(name, why)| format!("{name}: {why}")).collect()
}

#[test]
fn next_comes_what_cost_most() {
    // Two half answers on tasks cost less than one wrong answer on each of the others, and less than the two together.
    let report = round(&[("task", Some(667)), ("names", Some(667)), ("lock", Some(0)), ("stream", Some(100))]);
    assert_eq!(
        told(&advised(&report, &[])),
        ["Locks: 0% in 1 question", "Streams: 10% in 1 question", "Tasks: 67% in 2 questions"]
    );
}

#[test]
fn time_and_flags_have_a_say_beside_the_two_weakest_topics() {
    let mut report = round(&[("task", Some(500)), ("lock", Some(0)), ("stream", Some(100))]);
    report.results[0].flagged = true;
    let what = "What you flagged: 1 question";
    assert_eq!(told(&advised(&report, &[]))[1..], ["Streams: 10% in 1 question", what]);
    report.results[0].used = Span::seconds(100);
    let slow = "Keeping to the time: 1 question took longer than planned, 0:10 in all";
    assert_eq!(told(&advised(&report, &[]))[1..], ["Streams: 10% in 1 question", slow]);
    let mut fine = round(&[("task", Some(1000))]);
    (fine.results[0].flagged, fine.results[0].used) = (true, Span::seconds(100));
    assert_eq!(told(&advised(&fine, &[]))[..2], [slow, what]);
}

#[test]
fn after_a_perfect_round_next_comes_what_is_weak_and_then_what_is_new() {
    let fine = round(&[("task", Some(1000))]);
    assert_eq!(told(&advised(&fine, &[])), ["Locks: not asked yet: 1 question", "Streams: not asked yet: 1 question"]);
    let before = report(1, "a", vec![result("stream", Some(333)), result("names", Some(0))]);
    let all = ["Streams: 33% in 1 question so far", "Tasks: 50% in 2 questions so far", "Locks: not asked yet: 1 question"];
    assert_eq!(told(&advised(&fine, &[before])), all);
    let everything = round(&["task", "names", "prints", "lock", "stream"].map(|question| (question, Some(1000))));
    assert_eq!(advised(&everything, &[]), []);
}

#[test]
fn no_topic_is_advised_twice() {
    let report = round(&[("task", Some(0))]);
    let before = super::rounds::report(1, "a", vec![result("names", Some(0)), result("lock", Some(1000))]);
    assert_eq!(told(&advised(&report, &[before])), ["Tasks: 0% in 1 question", "Streams: not asked yet: 1 question"]);
}
