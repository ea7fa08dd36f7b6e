//! When a question is due, what today asks for, and that the plan for an interview is worth following.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod schedule {
    mod agenda;
    mod cost;
    mod days;
    mod learner;
    mod plan;
    mod rating;
    mod reviews;
    mod steps;
}
