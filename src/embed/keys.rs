//! Which keys are the widget's to answer.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Whether a key is free to be a shortcut: no modifier (but where it submits a text), nobody is typing, no dialog is open, and Enter is not
/// pressed on something that takes it itself.
pub fn is_free(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let writes = target.as_ref().is_some_and(|target| target.local_name() == "textarea");
    // What is written there is submitted as everywhere else on the web.
    if writes && (event.ctrl_key() || event.meta_key()) && event.key() == "Enter" {
        return !event.is_composing() && !event.repeat();
    }
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() || event.repeat() {
        return false;
    }
    let Some(target) = target else { return true };
    if target.closest("dialog").is_ok_and(|dialog| dialog.is_some()) || target.is_content_editable() {
        return false;
    }
    match target.local_name().as_str() {
        "input" => matches!(target.get_attribute("type").as_deref(), Some("radio" | "checkbox")),
        "textarea" | "select" => false,
        "button" | "a" | "summary" => event.key() != "Enter",
        _ => true,
    }
}
