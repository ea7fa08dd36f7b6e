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

use mock_interview::app::Msg;
use mock_interview::app::extra::Task;
use mock_interview::progress::Report;

/// These reports came from a file, and were stored.
fn taken(reports: Vec<Report>) -> Msg {
    Msg::Extra(Task::TakenIn { reports, outcome: Ok(()) })
}
