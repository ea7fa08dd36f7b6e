//! What this browser has for the voice. Whether it may be used shows when it is.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// `read`, `record` and `dictate`, as far as they are there.
pub fn offered() -> String {
    let window = js_sys::global().into();
    let has = |name: &str| get(&window, name).is_truthy();
    let media = get(&get(&window, "navigator"), "mediaDevices");
    let mut offered = String::new();
    if has("speechSynthesis") {
        offered += "read ";
    }
    // Without https there are no media devices; what is recorded is played by way of the other.
    if has("MediaRecorder") && media.is_truthy() && has("AudioContext") {
        offered += "record ";
    }
    if has("SpeechRecognition") || has("webkitSpeechRecognition") {
        offered += "dictate";
    }
    offered
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}
