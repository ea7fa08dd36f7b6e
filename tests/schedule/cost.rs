//! What five years of practice cost, 20 answers a day: a schedule follows them within a frame, also on a phone that is ten times slower.

use super::reviews::{bank, id, noon, rated, report};
use mock_interview::progress::History;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Aim, today};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::round::clock::{Millis, Span};
use std::hint::black_box;
use std::time::{Duration, Instant};

const FRAME: Duration = Duration::from_millis(16);

fn five_years(questions: usize) -> History {
    let mut history = History::default();
    for day in 0..1825u32 {
        for half in 0..2 {
            let answer = |n: usize| {
                let nth = day as usize * 20 + half * 10 + n;
                rated(id(nth * 7919 % questions), Rating::ALL[nth * 31 % 4])
            };
            history.add(report(noon(day).after(Span::minutes(30 * half as u64)), (0..10).map(answer).collect()));
        }
    }
    history
}

fn least(mut work: impl FnMut()) -> Duration {
    let one = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    };
    (0..20).map(one).min().unwrap()
}

#[test]
#[ignore = "only in a release"]
fn five_years_of_answers_are_followed_in_a_frame() {
    for questions in [86, 1000] {
        let (bank, history) = (bank(questions), five_years(questions));
        let now: Millis = noon(1825);
        let fold = least(|| drop(black_box(Schedule::of(&bank, &history, now))));
        let mut schedule = Schedule::of(&bank, &history, now);
        let one = least(|| assert!(!black_box(schedule.follow(&bank, &history, now))));
        let aim = |interview| Aim { interview, ..Aim::default() };
        let plain = least(|| drop(black_box(today(&history, &bank, aim(None), now, Zone(60)))));
        let planned = aim(Some(Day::of(now, Zone(60)).plus(60)));
        let planned = least(|| drop(black_box(today(&history, &bank, planned, now, Zone(60)))));
        assert!(fold < FRAME, "the first time: {fold:?}");
        assert!(one < FRAME / 10, "every other time: {one:?}");
        println!(
            "{questions} questions: fold {fold:?}, once more {one:?}, today {plain:?}, with an interview in 60 days {planned:?}"
        );
    }
}
