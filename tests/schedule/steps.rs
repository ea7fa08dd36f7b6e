//! A long history is taken up step by step, and what it comes to is what it would come to at once.

use super::reviews::{bank, id, noon, rated, report};
use mock_interview::progress::History;
use mock_interview::progress::schedule::Schedule;
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::round::clock::Span;

#[test]
fn years_are_taken_up_step_by_step() {
    let (bank, mut history, now) = (bank(86), History::default(), noon(2000));
    let add = |history: &mut History, day: u32| {
        let answer = |n: u32| rated(id((day * 20 + n) as usize * 7919 % 86), Rating::ALL[(day * 20 + n) as usize * 31 % 4]);
        history.add(report(noon(day), (0..20).map(answer).collect()));
    };
    (5..1830).for_each(|day| add(&mut history, day));
    let (mut schedule, mut steps) = (Schedule::default(), 0);
    while !schedule.follow(&bank, &history, now) {
        assert!(schedule.is_behind && schedule.memories.is_empty(), "half of it is nothing to be seen");
        steps += 1;
    }
    assert!(!schedule.is_behind && (4..10).contains(&steps), "{steps} steps");
    assert_eq!(schedule, Schedule::of(&bank, &history, now));

    // Something older comes: it begins anew, and what was known is seen until it is through. While it is on its way something newer comes, and
    // something older once more.
    add(&mut history, 3);
    let before = schedule.memories.clone();
    for day in [1831, 2] {
        assert!(!schedule.follow(&bank, &history, now) && schedule.is_behind);
        assert_eq!(schedule.memories, before);
        add(&mut history, day);
    }
    while !schedule.follow(&bank, &history, now) {
        assert!(schedule.is_behind && schedule.memories == before);
    }
    assert_eq!(schedule, Schedule::of(&bank, &history, now));
    // One more is one step.
    history.add(report(noon(1832).after(Span::minutes(1)), vec![rated(id(1), Rating::ALL[0])]));
    assert!(schedule.follow(&bank, &history, now) && !schedule.is_behind);
}
