//! For any reports from any clocks: nothing panics, every sum agrees with the history, every mean is a score, and there are no more marks than
//! a picture holds. The order in which reports come makes no difference.

use super::super::reviews::{bank, id, noon, rated, report};
use mock_interview::progress::answered::judged;
use mock_interview::progress::course::MOST;
use mock_interview::progress::figures::Figures;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Agenda, Aim, done};
use mock_interview::progress::schedule::day::{Day, FUTURE, Zone};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::progress::{History, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Given, Score};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn one() -> impl Strategy<Value = Report> {
    let time = prop_oneof![9 => (0..900_000u64).prop_map(|minutes| noon(0).0 + minutes * 60_000), 1 => any::<u64>()];
    let result = (
        0..7usize,
        select(Rating::ALL.to_vec()),
        0..5u8,
        option::of(select(Confidence::ALL.to_vec())),
        any::<u64>(),
        any::<u16>(),
    );
    (time, vec(result, 0..4)).prop_map(|(at, results)| {
        let results = results.into_iter().map(|(question, rating, kind, confidence, used, score)| {
            let mut result = rated(id(question), rating);
            result.confidence = confidence;
            match kind {
                0 => result.given = Given::Nothing,
                1 => (result.used, result.score) = (Span(used), Score(score)),
                2 => result.budget = None,
                _ => {}
            }
            result
        });
        report(Millis(at), results.collect())
    })
}

fn figures(reports: &[Report], days: u32, zone: Zone, ahead: Option<i64>) -> (Figures, History) {
    let (bank, now, mut history) = (bank(5), noon(days), History::default());
    for (n, report) in reports.iter().enumerate() {
        let mut report = report.clone();
        report.round.0 = format!("{n:04}");
        history.add(report);
    }
    let schedule = Schedule::of(&bank, &history, now);
    let interview = ahead.map(|ahead| Day(Day::of(now, zone).0 + ahead));
    let agenda = Agenda::of(&schedule, done(&history, &bank, now, zone), &bank, Aim { interview, ..Aim::default() }, now, zone);
    (Figures::of(&bank, &history, &schedule, &agenda, now, zone), history)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn sums_agree_with_the_history(reports in vec(one(), 0..70), days in 0..700u32, zone in -840..840i16, ahead in option::of(-3..100i64)) {
        let (figures, history) = figures(&reports, days, Zone(zone), ahead);
        let now = noon(days);
        let past: Vec<&Report> = history.reports().iter().filter(|report| report.started <= now.after(FUTURE)).collect();
        let answers = past.iter().map(|report| judged(report).count()).sum::<usize>();
        prop_assert_eq!(figures.answers, answers);

        let known = past.iter().flat_map(|report| judged(report)).filter(|result| *result.question.0 < *"q5").count() as u32;
        prop_assert_eq!(figures.answered.iter().map(|one| one.answers).sum::<u32>(), known);
        prop_assert_eq!(figures.readiness.answers, known);
        for all in [&figures.topics, &figures.levels] {
            prop_assert_eq!(all.iter().map(|one| one.questions).sum::<usize>(), 5);
            prop_assert_eq!(all.iter().map(|one| one.met).sum::<usize>(), figures.readiness.met);
            prop_assert!(all.iter().all(|one| one.well <= one.met && one.met <= one.questions && one.last <= Score::FULL && one.recall <= Score::FULL));
        }

        let course = &figures.course;
        prop_assert_eq!(course.rounds, past.len());
        prop_assert_eq!(course.points.iter().map(|point| point.rounds as usize).sum::<usize>(), past.len());
        prop_assert_eq!(course.points.iter().map(|point| point.answers as usize).sum::<usize>(), answers);
        prop_assert!(course.points.len() <= MOST && course.points.iter().all(|point| point.score <= Score::FULL && (point.place as usize) < MOST));
        prop_assert!(course.points.is_sorted_by(|one, next| one.place < next.place));

        let calendar = &figures.calendar;
        prop_assert_eq!(calendar.answers.iter().sum::<u32>() + calendar.before, answers as u32);
        prop_assert!(calendar.answers.len() <= 26 * 7);

        let said = past.iter().flat_map(|report| judged(report)).filter(|result| result.confidence.is_some()).count() as u32;
        prop_assert_eq!(figures.calibration.iter().map(|one| one.answers).sum::<u32>(), said);
        prop_assert!(figures.calibration.iter().all(|one| one.score <= Score::FULL));
        prop_assert!(figures.hardest.iter().all(|place| figures.answered[*place].mean() < Score::FULL));
        prop_assert!(figures.readiness.points.len() <= 9);
        prop_assert!(figures.readiness.points.iter().all(|point| point.kept <= Score::FULL && point.idle <= Score::FULL));
    }
}

#[test]
fn the_order_of_reports_makes_no_difference() {
    let round = |day: u32| report(noon(day), vec![rated(id(day as usize % 5), Rating::ALL[day as usize % 4])]);
    let reports: Vec<Report> = (0..60).map(round).collect();
    let add = |order: &mut dyn Iterator<Item = &Report>| {
        let mut history = History::default();
        order.for_each(|report| history.add(report.clone()));
        let (bank, now) = (bank(5), noon(60));
        let schedule = Schedule::of(&bank, &history, now);
        let agenda = Agenda::of(&schedule, done(&history, &bank, now, Zone(0)), &bank, Aim::default(), now, Zone(0));
        Figures::of(&bank, &history, &schedule, &agenda, now, Zone(0))
    };
    let forwards = add(&mut reports.iter());
    assert_eq!(forwards, add(&mut reports.iter().rev()));
    assert_eq!(forwards, add(&mut reports.iter().chain(&reports)));
    assert_eq!(forwards.course.rounds, 60);
}
