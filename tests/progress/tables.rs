//! Each figure, for histories small enough to be counted by hand.

use super::super::reviews::{NOON, answers, bank, id, noon, rated, report};
use mock_interview::app::words::{date, month};
use mock_interview::progress::answered::{Answered, answered};
use mock_interview::progress::calendar::{WEEKS, calendar};
use mock_interview::progress::calibration::calibration;
use mock_interview::progress::course::{MOST, course};
use mock_interview::progress::hardest::hardest;
use mock_interview::progress::mastery::{Mastery, by_level, by_topic};
use mock_interview::progress::readiness::{Outcome, readiness};
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Agenda, Aim, done};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::rating::Rating::{self, Again, Easy, Good, Hard};
use mock_interview::progress::{History, Report};
use mock_interview::round::clock::Span;
use mock_interview::round::event::{Confidence, Given, Score};

const UTC: Zone = Zone(0);

fn round(day: u32, ratings: &[(usize, Rating)]) -> Report {
    report(noon(day), ratings.iter().map(|(question, rating)| rated(id(*question), *rating)).collect())
}

#[test]
fn answers_are_those_that_were_given_and_judged() {
    let mut all = round(0, &[(0, Again), (1, Hard), (0, Good), (2, Good), (3, Good), (9, Good)]);
    all.results[3].given = Given::Nothing;
    all.results[4].given = Given::Spoken(None);
    let one = |answers, sum, last| Answered { answers, sum, last };
    assert_eq!(answered(&bank(4), &[all]), [one(2, 1000, 1000), one(1, 667, 667), one(0, 0, 0), one(0, 0, 0)]);
    assert_eq!((one(3, 1000, 0).mean(), one(0, 0, 0).mean()), (Score(333), Score(0)));
}

#[test]
fn a_topic_is_mastered_as_far_as_its_last_answers_were_good() {
    // Of seven topics the first has questions 0 and 7, the second 1 and 8.
    let history = [round(0, &[(0, Good), (7, Good), (1, Again)]), round(3, &[(7, Hard)])];
    let (bank, mut all) = (bank(9), History::default());
    history.iter().cloned().for_each(|report| all.add(report));
    let known = Schedule::of(&bank, &all, noon(3)).known(noon(3));
    let answered = answered(&bank, &history);
    let topics = by_topic(&bank, &answered, &known);
    assert_eq!(topics.len(), 7);
    let counts = |one: &Mastery| (one.place, one.questions, one.met, one.well, one.last.0);
    assert_eq!(topics.iter().take(3).map(counts).collect::<Vec<_>>(), [(0, 2, 2, 1, 833), (1, 2, 1, 0, 0), (2, 1, 0, 0, 0)]);
    assert!(topics[0].recall > Score(900) && topics[1].recall < Score(400) && topics[2].recall == Score::NONE, "{topics:?}");
    let levels = by_level(&bank, &answered, &known);
    // Basic are 0, 3, 6; core 1, 4, 7; deep 2, 5, 8.
    assert_eq!(levels.iter().map(counts).collect::<Vec<_>>(), [(0, 3, 1, 1, 1000), (1, 3, 2, 0, 333), (2, 3, 0, 0, 0)]);
}

#[test]
fn a_few_rounds_have_a_point_each() {
    let mut slow = round(2, &[(0, Good), (1, Good)]);
    slow.results[0].used = Span::seconds(180);
    slow.results[1].interrupted = true;
    let mut untimed = round(5, &[(0, Again)]);
    untimed.results[0].budget = None;
    let course = course(&[round(0, &[(0, Good), (1, Again)]), slow, untimed], UTC);
    let points: Vec<_> = course.points.iter().map(|p| (p.place, p.day, p.rounds, p.answers, p.score.0, p.pace)).collect();
    let day = |day| Day::of(noon(day), UTC);
    assert_eq!(points, [(0, day(0), 1, 2, 500, Some(44)), (1, day(2), 1, 2, 1000, Some(200)), (2, day(5), 1, 1, 0, None)]);
    assert_eq!((course.days, course.rounds), (0, 3));
}

#[test]
fn many_rounds_share_points_by_weeks_and_a_longer_round_counts_for_more() {
    let mut reports: Vec<Report> = (0..41).map(|n| round(n, &[(0, Good)])).collect();
    // On the first Monday after the first Tuesday.
    reports[6] = round(6, &[(0, Again), (1, Again), (2, Again)]);
    let course = course(&reports, UTC);
    assert_eq!((course.days, course.rounds), (7, 41));
    let points: Vec<_> = course.points.iter().map(|p| (p.place, p.rounds, p.answers, p.score.0)).collect();
    assert_eq!(points, [(0, 6, 6, 1000), (1, 7, 9, 666), (2, 7, 7, 1000), (3, 7, 7, 1000), (4, 7, 7, 1000), (5, 7, 7, 1000)]);
    for (days, expected) in [(400, 7), (500, 14), (1000, 28), (1825, 91), (40_000, 693)] {
        let reports: Vec<Report> = (0..100).map(|n| round(n * days / 99, &[(0, Good)])).collect();
        let course = mock_interview::progress::course::course(&reports, UTC);
        assert_eq!(course.days, expected, "{days}");
        assert!(course.points.len() <= MOST && course.points.last().unwrap().place < MOST as u32);
    }
}

#[test]
fn the_calendar_is_the_learners() {
    // Noon in UTC, and an hour later.
    let reports = [round(0, &[(0, Good), (1, Good)]), report(NOON.after(Span::minutes(60)), vec![rated(id(0), Good)])];
    let on = |zone: Zone, day: u32| calendar(&reports, Day::of(noon(day), zone), zone);
    let same = on(UTC, 0);
    assert_eq!((same.answers.last(), same.before, same.practised(1)), (Some(&3), 0, 1));
    assert_eq!(same.answers.len(), (WEEKS - 1) * 7 + 2, "it ends on a Tuesday");
    assert_eq!((date(same.first), month(same.first)), ("14 Jul 2025".to_owned(), "Jul".to_owned()));
    let west = on(Zone(-8 * 60 - 30), 1);
    assert_eq!(west.answers[west.answers.len() - 2..], [2, 1], "half past three, then half past four");
    let first = |day: u32| calendar(&[report(noon(day), vec![rated(id(0), Good)])], Day::of(noon(181), UTC), UTC);
    assert_eq!(date(first(0).first), "12 Jan 2026");
    assert_eq!((first(5).answers[0], first(5).before), (0, 1), "the Sunday before");
    assert_eq!((first(6).answers[0], first(6).before), (1, 0));
    let later = on(UTC, 200);
    assert_eq!((later.answers.iter().sum::<u32>(), later.before), (0, 3));
}

#[test]
fn confidence_is_held_against_the_scores() {
    let mut all = round(0, &[(0, Easy), (1, Easy), (2, Good), (3, Hard), (4, Again), (5, Good)]);
    for (place, confidence) in [(2, Confidence::Guess), (3, Confidence::Unsure), (4, Confidence::Sure)] {
        all.results[place].confidence = Some(confidence);
    }
    let told: Vec<_> = calibration(&[all]).into_iter().map(|one| (one.confidence, one.answers, one.score.0)).collect();
    assert_eq!(told, [(Confidence::Guess, 1, 1000), (Confidence::Unsure, 1, 667), (Confidence::Sure, 3, 666)]);
}

#[test]
fn missed_often_is_harder_than_missed_once() {
    let one = |answers, sum, last| Answered { answers, sum, last };
    let all = [one(1, 0, 0), one(4, 0, 0), one(0, 0, 0), one(3, 3000, 1000), one(4, 2000, 0), one(4, 2000, 1000)];
    assert_eq!(hardest(&all), [1, 0, 4, 5]);
    assert_eq!(hardest(&[one(1, 500, 500); 20]).len(), mock_interview::progress::hardest::MOST);
}

#[test]
fn readiness_looks_at_the_day_or_a_month_ahead() {
    let (bank, now) = (bank(20), noon(3));
    let history = answers(0, &[(noon(0), Good), (noon(2), Good)]);
    let schedule = Schedule::of(&bank, &history, now);
    let at = |ahead: Option<i64>| {
        let interview = ahead.map(|days| Day(Day::of(now, UTC).0 + days));
        let agenda = Agenda::of(&schedule, done(&history, &bank, now, UTC), &bank, Aim { interview, ..Aim::default() }, now, UTC);
        (readiness(&schedule, &agenda, now), agenda)
    };
    let (plan, agenda) = at(Some(12));
    let outlook = agenda.outlook.unwrap();
    let (first, last) = (plan.points[0], *plan.points.last().unwrap());
    assert_eq!((last.day, last.kept, last.idle), (12, outlook.kept, outlook.idle));
    assert_eq!((first.day, first.kept), (0, first.idle));
    assert_eq!((plan.met, plan.questions, plan.answers, plan.per_day), (1, 20, 2, outlook.per_day));
    assert!(last.kept > Score(800) && plan.points.len() <= 9);
    let (usual, _) = at(None);
    assert_eq!((usual.is_for_interview, usual.days, usual.points.last().unwrap().day), (false, 30, 30));
    let (today, agenda) = at(Some(0));
    assert_eq!(today.points, [Outcome { day: 0, ..first }]);
    assert_eq!((agenda.per_day, agenda.outlook.unwrap().days), (20, 0), "on the day it comes to a last look");
    assert_eq!(at(Some(-1)).0, usual, "a day that is over is none");
}
