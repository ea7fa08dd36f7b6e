//! A small program for the browser: reads a bank from Markdown, in the compiled form that the widget takes. It is loaded
//! only where an element names a file as its bank. See `reader-post.rs`, its twin.

#[path = ".."]
#[allow(dead_code, unused_imports, reason = "a reader reads one kind of source and writes JSON")]
mod shared {
    pub mod bank;
}
#[cfg(target_arch = "wasm32")]
use shared::bank::{json, markdown};

fn main() {}

/// `name` names the bank in storage.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_markdown(name: &str, text: &str) -> String {
    json::write_reading(&markdown::read_good(name, text), true)
}
