//! The widget in a real browser, component by component: what only a DOM can show. The built page as a whole is
//! tested in `e2e`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that finds nothing where something must be is to fail")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod widget {
    mod debrief;
    mod life;
    mod lobby;
    mod page;
    mod progress;
    mod questions;
    mod rounds;
}
