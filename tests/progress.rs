//! The figures of the page of progress: tables, and laws such as that their sums agree with the history.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "schedule/reviews.rs"]
mod reviews;

mod progress {
    mod aim;
    mod cost;
    mod dates;
    mod laws;
    mod page;
    mod tables;
}
