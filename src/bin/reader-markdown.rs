//! A small program for the browser: reads a bank from Markdown or JSON, in the compiled form that the widget takes. It is loaded
//! only where an element names a file as its bank. See `reader-post.rs`, its twin.

#[path = ".."]
#[allow(dead_code, unused_imports, reason = "a reader reads one kind of source and writes JSON")]
mod shared {
    pub mod bank;
}
#[cfg(target_arch = "wasm32")]
use shared::bank::{exchange, json, markdown, pictures};

fn main() {}

/// The page's word on images.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    pub type Images;

    /// Where the image of that address is, as the bank has it; nothing where images are not asked for.
    #[wasm_bindgen(method)]
    fn find(this: &Images, address: &str) -> String;
}

/// `name` names the bank in storage.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_bank(name: &str, text: &str, is_json: bool, images: &Images) -> String {
    let mut reading = if is_json { exchange::read_good(name, text) } else { markdown::read_good(name, text) };
    if let Some((bank, answers)) = &mut reading.bank {
        pictures::of_bank(bank, answers, &mut |address, _| *address = images.find(address));
    }
    json::write_reading(&reading, true)
}
