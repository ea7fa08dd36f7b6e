//! What the reader makes of posts. `tests/posts/*.html` is what generators have really made of `source.md`, and some of
//! our own; `.page` is what `static/post.js` makes of it in a browser (`script/posts`), and `.read` what is read from
//! that. `BLESS=1` writes those anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod posts {
    mod any;
    mod parts;
    mod whole;

    use mock_interview::bank::draft::Reading;
    use mock_interview::bank::post;

    fn read(page: &str) -> Reading {
        post::read("post", "Untitled", page)
    }
}
mod told;
