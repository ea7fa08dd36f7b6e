//! A small program for the browser: reads a bank from Markdown or JSON, in the compiled form that the widget takes. It is loaded
//! only where an element names a file as its bank. See `reader-post.rs`, its twin.

#[path = ".."]
#[allow(dead_code, unused_imports, reason = "a reader reads one kind of source and writes JSON")]
mod shared {
    pub mod bank;
}
#[cfg(target_arch = "wasm32")]
use shared::bank::{exchange, json, markdown};

fn main() {}

/// `name` names the bank in storage.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_bank(name: &str, text: &str, is_json: bool) -> String {
    let reading = if is_json { exchange::read_good(name, text) } else { markdown::read_good(name, text) };
    json::write_reading(&reading, true)
}
