//! What a day is, for those who stay up late, travel, or put their clocks forward.

use super::reviews::{DAY, NOON, noon};
use mock_interview::progress::schedule::day::{Day, Zone, days_between, days_passed};
use mock_interview::round::clock::{Millis, Span};

const HOUR: u64 = 60 * 60_000;

fn at(hours: u64) -> Millis {
    Millis(NOON.0 - 12 * HOUR + hours * HOUR)
}

#[test]
fn a_day_begins_at_four_where_the_learner_is() {
    let utc = Zone(0);
    let tuesday = Day::of(at(4), utc);
    assert_eq!(Day::of(at(27), utc), tuesday, "three in the night is still Tuesday");
    assert_eq!(Day::of(at(28), utc), tuesday.plus(1));
    assert_eq!(Day::of(Millis(at(4).0 - 1), utc).plus(1), tuesday);
    assert_eq!(Day::of(at(19), Zone(9 * 60)), tuesday.plus(1), "four in the morning in Tokyo");
    assert_eq!(Day::of(at(19), Zone(9 * 60 - 1)), tuesday);
    assert_eq!(Day::of(at(14), Zone(-10 * 60)), tuesday, "and in Honolulu");
    assert_eq!(Day::of(at(14), Zone(-10 * 60 - 1)).plus(1), tuesday);
    assert_eq!(Day::of(Millis(0), utc), Day(-1));
    assert_eq!((tuesday.since(tuesday.plus(3)), tuesday.plus(3).since(tuesday)), (0, 3));
}

#[test]
fn clocks_put_forward_or_back_leave_the_days_alone() {
    // At two in the morning the zone changes; whoever practises before and after, never twice in the same night, has a day for each.
    for (before, after) in [(60, 120), (120, 60)] {
        let evening = Day::of(at(21), Zone(before));
        assert_eq!(Day::of(at(25), Zone(after)), evening);
        assert_eq!(Day::of(at(31), Zone(after)), evening.plus(1));
        assert_eq!(Day::of(at(45), Zone(after)), evening.plus(1));
    }
}

#[test]
fn between_answers_days_are_counted_to_the_nearest_and_a_night_is_one() {
    let between = |hours: u64| days_between(at(0), at(hours));
    assert_eq!([0, 1, 7].map(between), [0, 0, 0]);
    assert_eq!([8, 12, 24, 35].map(between), [1, 1, 1, 1]);
    assert_eq!([36, 48, 59, 60].map(between), [2, 2, 2, 3]);
    assert_eq!(days_between(at(48), at(0)), 0, "a clock that was set back");
    assert_eq!(days_between(Millis(0), Millis(u64::MAX)), u32::MAX);
    assert_eq!(days_passed(noon(0), noon(2).after(Span(DAY / 4))), 2.25);
}
