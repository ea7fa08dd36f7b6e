//! The design system as it is in the style sheets: colours that can be read, and sizes of a few scales. `docs/design.md` tells it to people.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod design {
    mod colour;
    mod contrast;
    mod scales;
    mod sheet;
}
