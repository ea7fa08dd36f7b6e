//! Five years of practice in the store: how much room they take, that nothing but words is lost, and what they cost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod room {
    mod cost;
    mod folding;
    mod practice;
}
