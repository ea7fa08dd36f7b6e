//! Reads the browser's two clocks, and where they stand.

use crate::round::clock::{Millis, Span};

/// The monotonic clock and the wall clock, now.
pub fn read() -> (Span, Millis) {
    let monotonic = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    // Both are far below 2^53 and never negative; a cast that saturates is what we want.
    (Span(monotonic as u64), Millis(js_sys::Date::now() as u64))
}

/// Minutes east of UTC, now. The browser counts them to the west. It is called only when the second part is here, since it is in there.
#[inline(never)]
pub fn zone() -> i16 {
    -js_sys::Date::new_0().get_timezone_offset() as i16
}
