#![cfg(not(target_arch = "wasm32"))]
//! What holds for every round, journal and store, whatever anyone does in whatever order: each law is tried on ten
//! thousand random scripts. Failures shrink to a short script; none is stored, the smallest belongs into a test.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing where something must be is to fail")]

mod laws {
    mod announce;
    mod app;
    mod archive;
    mod checkpoint;
    mod clock;
    mod draw;
    mod journal;
    mod key;
    mod load;
    mod mirror;
    mod piecemeal;
    mod round;
    mod schedule;
    mod script;
    mod smallest;
    mod typed;
    mod typing;
    mod world;
}
