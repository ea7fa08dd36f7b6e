//! Days: the learner's own, by which things fall due, and those that lie between two answers.

use crate::round::clock::{Millis, Span};

/// Where the learner's clock stands: minutes east of UTC, now. A traveller's changes, and so does everybody's where daylight is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Zone(pub i16);

/// A day of the learner's, counted from the first of 1970. It begins at four in the morning: whoever practises after midnight is still in
/// the evening before, and clocks are put forward and back earlier in the night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

const MINUTE: i64 = 60_000;
const DAY: u64 = 24 * 60 * 60_000;
const BEGINS: i64 = 4 * 60 * MINUTE;
/// A pause of eight hours is a night.
const NIGHT: Span = Span::minutes(8 * 60);

impl Day {
    pub fn of(at: Millis, zone: Zone) -> Day {
        let local = i64::try_from(at.0).unwrap_or(i64::MAX).saturating_add(i64::from(zone.0) * MINUTE - BEGINS);
        Day(local.div_euclid(DAY as i64))
    }

    pub fn plus(self, days: u32) -> Day {
        Day(self.0.saturating_add(days.into()))
    }

    /// Zero where `earlier` is in fact later.
    pub fn since(self, earlier: Day) -> u32 {
        u32::try_from(self.0.saturating_sub(earlier.0).max(0)).unwrap_or(u32::MAX)
    }
}

/// How many days lie between two answers, for the memory of them: to the nearest, but a night is a day. No zone comes in, so that the
/// same answers leave the same memory wherever they are looked at.
pub fn days_between(earlier: Millis, later: Millis) -> u32 {
    let gap = later.since(earlier);
    let nearest = u32::try_from(gap.0.saturating_add(DAY / 2) / DAY).unwrap_or(u32::MAX);
    nearest.max((gap >= NIGHT).into())
}

/// With the parts of days; for what is predicted.
pub fn days_passed(earlier: Millis, later: Millis) -> f32 {
    (later.since(earlier).0 as f64 / DAY as f64) as f32
}

/// Whoever's stamp lies further ahead than this has a clock that was set wrong.
pub const FUTURE: Span = Span(DAY);
