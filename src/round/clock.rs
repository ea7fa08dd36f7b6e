//! Time as the core knows it: stamps and spans in whole milliseconds, and a clock that never runs back.

/// Milliseconds since 1970, as the widget's clock tells them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub u64);

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub u64);

impl Millis {
    /// Zero where `earlier` is in fact later.
    pub fn since(self, earlier: Millis) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }

    pub fn after(self, span: Span) -> Millis {
        Millis(self.0.saturating_add(span.0))
    }
}

impl Span {
    pub const ZERO: Span = Span(0);

    pub const fn seconds(seconds: u64) -> Span {
        Span(seconds.saturating_mul(1000))
    }

    pub const fn minutes(minutes: u64) -> Span {
        Span::seconds(minutes.saturating_mul(60))
    }

    pub fn plus(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }

    /// Never below zero.
    pub fn minus(self, other: Span) -> Span {
        Span(self.0.saturating_sub(other.0))
    }

    /// `percent` hundredths of it.
    pub fn scaled(self, percent: u64) -> Span {
        Span(self.0.saturating_mul(percent) / 100)
    }

    pub fn in_seconds(self) -> u64 {
        self.0 / 1000
    }
}

/// The browser's two clocks may differ by this much before we believe that the device slept.
const TOLERANCE: Span = Span(2000);

/// One clock made of the browser's two: the monotonic one, which may stand still while the device sleeps, and
/// the wall clock, which a person or a server may set.
///
/// Its stamps never run back. While both agree it follows the monotonic one; where the wall clock ran ahead (the
/// device slept, or the clock was set) it follows that, and [`step`](super::step::step) sees the gap; where the
/// wall clock was set back it takes no notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    now: Millis,
    monotonic: Span,
    wall: Millis,
}

impl Clock {
    pub fn new(monotonic: Span, wall: Millis) -> Clock {
        Clock { now: wall, monotonic, wall }
    }

    /// Never again tells a time before `stamp`: a stored round must not begin in the future.
    pub fn not_before(&mut self, stamp: Millis) {
        self.now = self.now.max(stamp);
    }

    /// What was read last.
    pub fn last(&self) -> Millis {
        self.now
    }

    pub fn read(&mut self, monotonic: Span, wall: Millis) -> Millis {
        let ticked = monotonic.minus(self.monotonic);
        let passed = wall.since(self.wall);
        let gap = passed.minus(ticked);
        self.now = self.now.after(if gap > TOLERANCE { passed } else { ticked });
        self.monotonic = self.monotonic.max(monotonic);
        self.wall = wall;
        self.now
    }
}
