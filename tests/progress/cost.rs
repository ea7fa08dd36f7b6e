//! What it costs to open the page after five years, 20 answers a day.

use super::super::reviews::{bank, id, noon, rated, report};
use mock_interview::progress::History;
use mock_interview::progress::course::MOST;
use mock_interview::progress::figures::Figures;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::agenda::{Agenda, Aim, done};
use mock_interview::progress::schedule::day::{Day, Zone};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::round::clock::Span;
use std::hint::black_box;
use std::time::Instant;

#[test]
fn five_years_fit_into_every_picture() {
    let (bank, mut history) = (bank(86), History::default());
    for day in 0..1825u32 {
        for half in 0..2u32 {
            let answer = |n: u32| {
                let nth = (day * 20 + half * 10 + n) as usize;
                rated(id(nth * 7919 % 86), Rating::ALL[nth * 31 % 4])
            };
            history.add(report(noon(day).after(Span::minutes(30 * u64::from(half))), (0..10).map(answer).collect()));
        }
    }
    let (now, zone) = (noon(1825), Zone(60));
    let schedule = Schedule::of(&bank, &history, now);
    let aim = Aim { interview: Some(Day::of(now, zone).plus(30)), ..Aim::default() };
    let agenda = Agenda::of(&schedule, done(&history, &bank, now, zone), &bank, aim, now, zone);
    let make = || Figures::of(&bank, &history, &schedule, &agenda, now, zone);
    let figures = make();
    assert_eq!((figures.answers, figures.course.rounds, figures.course.days), (36_500, 3650, 91));
    assert!(figures.course.points.len() <= MOST);
    let least = (0..20).map(|_| {
        let begin = Instant::now();
        black_box(make());
        begin.elapsed()
    });
    println!("all figures of 36,500 answers: {:?}", least.min().unwrap());
}
