//! What the debrief says: the figures, what to work on next, the drills, and the report as a file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod debrief {
    mod draw;
    mod drills;
    mod edits;
    mod exam;
    mod extra;
    mod figures;
    mod follow_ups;
    mod rounds;
    mod saved;
}
