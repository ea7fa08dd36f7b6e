//! The laws of the schedule: whenever and in whatever order answers come, from whatever clock, wherever the learner is.

use super::script::{BEGIN, bank, cases};
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, current_retrievability};
use mock_interview::bank::{Mode, QuestionId};
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Aim, today};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::memory::{self, Trace, after};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::progress::{History, QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::plan::Pace;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const DAY: u64 = 24 * 60 * 60_000;

/// Questions of the bank, and one that it no longer has.
fn result() -> impl Strategy<Value = QuestionResult> {
    let given =
        select(vec![Given::Nothing, Given::Spoken(None), Given::Spoken(Some(Grade::Mostly)), Given::Written("x".to_owned())]);
    let confidence = option::of(select(Confidence::ALL.to_vec()));
    let score = prop_oneof![8 => 0..1001u16, 1 => any::<u16>()];
    let times = (0..200_000u64, option::of(0..100_000u64), any::<[bool; 2]>());
    (0..7usize, given, score, times, 0..3u8, confidence).prop_map(
        |(n, given, score, (used, budget, marks), hints, confidence)| QuestionResult {
            question: QuestionId::new(&format!("q{n}")),
            mode: Mode::Spoken,
            given,
            score: Score(score),
            used: Span(used),
            budget: budget.map(Span),
            time_up: marks[0],
            flagged: false,
            interrupted: marks[1],
            hints,
            follows: 0,
            judged: None,
            confidence,
            content: None,
        },
    )
}

/// Mostly within a few weeks, some at the same moment, a few by a clock that was set anyhow.
fn time() -> impl Strategy<Value = Millis> {
    let time = prop_oneof![20 => (0..40 * DAY).prop_map(|at| BEGIN.0 + at), 2 => Just(BEGIN.0), 1 => 0..DAY, 1 => any::<u64>()];
    time.prop_map(Millis)
}

fn reports() -> impl Strategy<Value = Vec<Report>> {
    let one = (time(), vec(result(), 0..5), 0..4u8).prop_map(|(at, results, name)| Report {
        round: RoundId(format!("{name}")),
        preset: "Law".to_owned(),
        seed: "law".to_owned(),
        pace: Pace::Usual,
        started: at,
        ended: at,
        ending: Ending::Complete,
        used: Span::ZERO,
        score: Score::NONE,
        extended: 0,
        results,
    });
    // Of two that bear the same name and time one would be the other.
    vec(one, 0..12).prop_map(|mut all| {
        for (n, report) in all.iter_mut().enumerate() {
            report.round.0 += &format!("-{n}");
        }
        all
    })
}

fn aim() -> impl Strategy<Value = Aim> {
    let day = prop_oneof![4 => (-3..60i64).prop_map(|days| BEGIN.0 as i64 / DAY as i64 + days), 1 => any::<i64>()];
    let budget = option::of(prop_oneof![4 => 0..12usize, 1 => any::<usize>()]);
    (option::of(day), budget, any::<u8>()).prop_map(|(day, budget, retention)| Aim { interview: day.map(Day), budget, retention })
}

fn history(reports: &[Report]) -> History {
    let mut history = History::default();
    reports.iter().cloned().for_each(|report| history.add(report));
    history
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn memory_is_what_the_authors_of_fsrs_make_of_it(answers in vec((select(Rating::ALL.to_vec()), prop_oneof![1 => Just(0), 3 => 1..400u32]), 1..12), ahead in 0..4000u32, retention in 70..97u8) {
        let fsrs = FSRS::default();
        let mut trace = None;
        for (rating, days) in &answers {
            trace = Some(after(trace, *rating, *days));
        }
        let trace: Trace = trace.unwrap();
        let reviews = answers.iter().map(|(rating, days)| FSRSReview { rating: *rating as u32, delta_t: *days }).collect();
        let theirs = fsrs.memory_state(FSRSItem { reviews }, None).unwrap();
        let near = |ours: f32, theirs: f32| (ours - theirs).abs() <= 1e-3 * theirs.abs();
        prop_assert!(near(trace.stability, theirs.stability) && near(trace.difficulty, theirs.difficulty), "{:?} {:?}", trace, theirs);
        let recall = current_retrievability(theirs, ahead as f32, FSRS6_DEFAULT_DECAY);
        prop_assert!(near(memory::recall(trace, ahead as f32), recall));
        let interval = fsrs.next_interval(Some(theirs.stability), f32::from(retention) / 100.0, 0).round().clamp(1.0, 36_500.0);
        prop_assert!((memory::interval(trace, f32::from(retention) / 100.0) as f32 - interval).abs() <= 1.0 + 2e-3 * interval);
        if ahead > 0 {
            let again = Trace { stability: memory::stability(recall, ahead as f32), ..trace };
            prop_assert!(near(memory::recall(again, ahead as f32), recall));
        }
    }

    #[test]
    fn reports_in_any_order_and_twice_make_the_same_schedule(reports in reports(), seed in any::<u64>(), now in time(), aim in aim(), zone in any::<i16>()) {
        let mut mixed = [&reports[..], &reports[..reports.len() / 2]].concat();
        let count = mixed.len();
        (0..count).for_each(|n| mixed.swap(n, (seed.rotate_left(n as u32) % count as u64) as usize));
        let [one, other] = [history(&reports), history(&mixed)];
        prop_assert_eq!(Schedule::of(bank(), &one, now), Schedule::of(bank(), &other, now));
        prop_assert_eq!(today(&one, bank(), aim, now, Zone(zone)), today(&other, bank(), aim, now, Zone(zone)));
    }

    #[test]
    fn a_schedule_that_follows_is_the_same_as_a_new_one(reports in reports(), times in vec(time(), 12), judged in vec(0..1001u16, 12)) {
        let (mut schedule, mut history) = (Schedule::default(), History::default());
        for ((report, now), judged) in reports.into_iter().zip(times).zip(judged) {
            history.add(report.clone());
            schedule.follow(bank(), &history, now);
            prop_assert_eq!(&schedule, &Schedule::of(bank(), &history, now));
            // What was answered is judged once more.
            let results = report.results.into_iter().map(|result| QuestionResult { score: Score(judged), ..result }).collect();
            history.add(Report { results, ..report });
            let before = schedule.memories.clone();
            let has_changed = schedule.follow(bank(), &history, now);
            prop_assert_eq!(&schedule.memories, &Schedule::of(bank(), &history, now).memories);
            prop_assert_eq!(has_changed, before != schedule.memories);
        }
    }

    #[test]
    fn whatever_is_stored_the_schedule_is_sound(reports in reports(), now in time(), aim in aim(), zone in any::<i16>()) {
        let history = history(&reports);
        for memory in Schedule::of(bank(), &history, now).memories.into_iter().flatten() {
            prop_assert!((0.001..=36_500.0).contains(&memory.trace.stability), "{:?}", memory);
            prop_assert!((1.0..=10.0).contains(&memory.trace.difficulty), "{:?}", memory);
            prop_assert!((0.0..=1.0).contains(&memory.recall(now)), "{:?}", memory);
            prop_assert!(memory.last <= now.after(Span(DAY)));
        }
        let agenda = today(&history, bank(), aim, now, Zone(zone));
        let mut asked = [&agenda.due[..], &agenda.new[..]].concat();
        prop_assert!(asked.len() <= agenda.per_day.saturating_sub(agenda.done));
        prop_assert!(asked.iter().all(|place| *place < bank().questions().len()));
        asked.sort();
        asked.dedup();
        prop_assert_eq!(asked.len(), agenda.due.len() + agenda.new.len());
        if let Some(outlook) = agenda.outlook {
            prop_assert!(outlook.idle <= Score::FULL && outlook.kept <= Score::FULL);
        }
    }

    /// A day late or early at most, and once: wherever the learner went in between, it is due from some moment on.
    #[test]
    fn travellers_neither_lose_a_due_day_nor_have_it_twice(result in result(), at in time(), hours in 0..2000u64, zones in vec(-720..=840i16, 2)) {
        let at = Millis(at.0 % (1 << 50));
        let report = Report { results: vec![QuestionResult { question: QuestionId::new("q0"), ..result }], ..one(at) };
        let now = at.after(Span(hours * 60 * 60_000));
        let schedule = Schedule::of(bank(), &history(&[report]), now);
        if let Some(memory) = schedule.memories[0] {
            let interval = u64::from(memory::interval(memory.trace, 0.9));
            for zone in zones.iter().map(|zone| Zone(*zone)) {
                let is_due = memory.due(0.9, zone) <= Day::of(now, zone);
                prop_assert!(is_due || hours < 24 * interval);
                prop_assert!(!is_due || hours >= 24 * (interval - 1));
                prop_assert!(memory.due(0.9, zone) > Day::of(at, zone));
            }
        }
    }
}

fn one(at: Millis) -> Report {
    Report {
        round: RoundId("one".to_owned()),
        preset: "Law".to_owned(),
        seed: "law".to_owned(),
        pace: Pace::Usual,
        started: at,
        ended: at,
        ending: Ending::Complete,
        used: Span::ZERO,
        score: Score::NONE,
        extended: 0,
        results: Vec::new(),
    }
}
