//! The laws of the clock, tried with a real time that neither of the browser's two clocks tells.

use super::script::{BEGIN, cases};
use mock_interview::round::clock::{Clock, Millis, Span};
use proptest::collection::vec;
use proptest::prelude::*;

/// What the clock is told it may be wrong by.
const TOLERANCE: u64 = 2_000;

/// The time between two readings.
#[derive(Clone, Copy, Debug)]
struct Lapse {
    real: u64,
    /// For how much of it the device slept and the monotonic clock stood still.
    asleep: u64,
    /// By how much someone set the wall clock.
    set: i64,
}

fn lapses() -> impl Strategy<Value = Vec<Lapse>> {
    let real = prop_oneof![3 => 0..2_000u64, 2 => 0..200_000u64];
    let set = prop_oneof![6 => Just(0i64), 1 => -3_000..3_000i64, 1 => -10_000_000..10_000_000i64];
    let one =
        (real, 0..400u64, set).prop_map(|(real, sleep, set)| Lapse { real, asleep: real * sleep.saturating_sub(300) / 100, set });
    vec(one, 0..24)
}

/// The two clocks of a browser.
struct Device {
    monotonic: u64,
    wall: u64,
}

impl Device {
    fn pass(&mut self, lapse: Lapse) -> (Span, Millis) {
        self.monotonic += lapse.real - lapse.asleep;
        self.wall = (self.wall + lapse.real).saturating_add_signed(lapse.set);
        (Span(self.monotonic), Millis(self.wall))
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_clock_never_runs_back_and_follows_real_time(lapses in lapses(), ahead in 0..100_000u64) {
        let mut device = Device { monotonic: 5, wall: BEGIN.0 };
        let mut clock = Clock::new(Span(5), BEGIN);
        clock.not_before(BEGIN.after(Span(ahead)));
        for lapse in lapses {
            let before = clock.last();
            let (monotonic, wall) = device.pass(lapse);
            let now = clock.read(monotonic, wall);
            let told = now.0.checked_sub(before.0);
            prop_assert!(told.is_some(), "ran back from {:?} to {:?}", before, now);
            let told = told.unwrap();
            let awake = lapse.real - lapse.asleep;
            prop_assert!(told >= awake, "{:?} told as {}", lapse, told);
            if lapse.set == 0 {
                prop_assert!(told.abs_diff(lapse.real) <= TOLERANCE, "{:?} told as {}", lapse, told);
            }
            if lapse.asleep == 0 && lapse.set <= 0 {
                prop_assert_eq!(told, lapse.real, "{:?}", lapse);
            }
            prop_assert_eq!(now, clock.last());
        }
    }
}
