//! A small program for the browser: reads a bank from the page of a post, in the compiled form that the widget takes.
//! It is loaded only where an element names a place on its page as its bank. Markdown has a reader of its own
//! (`reader-markdown.rs`): its parser is twice the weight of all that is here.
//!
//! It takes in the module `bank` alone and not the library, whose exports would come along.

#[path = ".."]
#[allow(dead_code, unused_imports, reason = "a reader reads one kind of source and writes JSON")]
mod shared {
    pub mod bank;
}
#[cfg(target_arch = "wasm32")]
use shared::bank::{json, post};

fn main() {}

/// `name` names the bank in storage, `title` serves where the page has none; `page` is what `static/post.js` wrote.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_post(name: &str, title: &str, page: &str) -> String {
    json::write_reading(&post::read(name, title, page), false)
}
