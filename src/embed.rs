//! The edge: what `static/embed.js` calls. One instance of this module serves one element.

mod shell;

use js_sys::{Map, Set};
use shell::{Props, Shell};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

/// A running widget.
#[wasm_bindgen]
pub struct Handle(AppHandle<Shell>);

/// Runs the widget inside `root`, an element in the shadow root. `base` is the address of the folder that holds
/// the widget's files, with a slash at its end. Two things outlive this instance, in case it crashes: `memory` keeps
/// what the browser refuses to store, `held` the functions that let go of the locks it holds. `focused`: the focus is in
/// what this takes the place of.
#[wasm_bindgen]
pub fn mount(root: Element, base: String, memory: Map, held: Set, focused: bool) -> Handle {
    Handle(yew::Renderer::<Shell>::with_root_and_props(root, Props { base, memory, held, focused }).render())
}

#[wasm_bindgen]
impl Handle {
    /// Takes the widget out of the page. What it stored stays.
    pub fn unmount(self) {
        self.0.destroy();
    }
}
