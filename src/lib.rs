//! `<mock-interview>`: a timed mock interview as one HTML element.
//!
//! Start at [`round`]: what a round is and how time works in it. [`app`] wraps it into a model, messages and
//! effects; `embed` runs that in a browser. The modules form a ladder, and each may use only those before it:
//!
//! `bank ← language ← grade ← round ← progress ← journal ← app ← ui`, with `web` beside it, and `embed` above all.
//!
//! Everything up to `app` is pure (no browser, no clock, no randomness of its own) and builds natively, where it
//! is tested; `ui`, `web` and `embed` exist only for WebAssembly.

pub mod app;
pub mod bank;
pub mod grade;
pub mod journal;
pub mod language;
pub mod progress;
pub mod round;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
mod ui;
#[cfg(target_arch = "wasm32")]
mod web;

/// The built-in bank: what is needed to ask. `build.rs` compiles it from `static/banks/async-python.md`.
pub const BUILT_IN_BANK: &str = include_str!(concat!(env!("OUT_DIR"), "/async-python.bank.json"));
