//! Focus, dialogs and random names: small things asked of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ShadowRoot, VisibilityState};

/// Moves the focus to the element inside `root` that bears this name in `data-focus`; but never away from
/// something outside the widget that the reader is busy with.
pub fn focus(root: &Element, name: &str) {
    if busy_elsewhere(root) {
        return;
    }
    // Behind an open dialog nothing can take the focus, and the dialog speaks of what is no more.
    if let Ok(Some(dialog)) = root.query_selector("dialog[open]")
        && let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
    {
        dialog.close();
    }
    let Ok(Some(target)) = root.query_selector(&format!("[data-focus=\"{name}\"]")) else { return };
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus now leaves it where it is.
        let _ = target.focus();
    }
}

fn busy_elsewhere(root: &Element) -> bool {
    let Some(document) = root.owner_document() else { return true };
    let Some(active) = document.active_element() else { return false };
    let host = root.get_root_node().dyn_into::<ShadowRoot>().map(|shadow| shadow.host());
    let ours = host.is_ok_and(|host| host == active) || root.contains(Some(&active));
    let nobody = document.body().is_some_and(|body| *body == active);
    !ours && !nobody
}

pub fn open_dialog(root: &Element, name: &str) {
    let Ok(Some(dialog)) = root.query_selector(&format!("dialog[data-dialog=\"{name}\"]")) else { return };
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        // It is in the page and closed: there is nothing left that could fail.
        let _ = dialog.show_modal();
    }
}

/// It comes back when the reader is done with it.
pub fn print() {
    // Where a page may not print, nothing happens.
    let _ = web_sys::window().map(|window| window.print());
}

/// Whether nobody sees it.
pub fn is_hidden() -> bool {
    gloo::utils::document().visibility_state() == VisibilityState::Hidden
}

/// A name that no other widget has.
pub fn random_name() -> String {
    let mut bytes = [0u8; 8];
    let random = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = random.is_some_and(|random| random.get_random_values_with_u8_array(&mut bytes).is_ok());
    let mut number = if filled { u64::from_le_bytes(bytes) } else { (js_sys::Math::random() * 1e18) as u64 };
    let mut name = String::new();
    for _ in 0..10 {
        name.extend(char::from_digit((number % 36) as u32, 36));
        number /= 36;
    }
    name
}
