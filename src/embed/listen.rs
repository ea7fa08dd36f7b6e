//! What the page tells the widget: that it is hidden, printed, left, and come back to.

use super::shell::{Shell, Signal};
use crate::app::Msg;
use crate::round::Input;
use crate::web::page;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;
use yew::html::Scope;

pub fn to_the_page(link: &Scope<Shell>) -> [EventListener; 5] {
    let window = gloo::utils::window();
    let document = gloo::utils::document();
    let (hidden, gone, back) = (link.clone(), link.clone(), link.clone());
    let printing = |event: &'static str, now: bool| {
        let link = link.clone();
        EventListener::new(&window, event, move |_| link.send_message(Signal::Msg(Msg::Printing(now))))
    };
    [
        EventListener::new(&document, "visibilitychange", move |_| {
            hidden.send_message(Signal::Msg(if page::is_hidden() { Msg::TabHidden } else { Msg::Round(Input::Tick) }));
        }),
        printing("beforeprint", true),
        printing("afterprint", false),
        EventListener::new(&window, "pagehide", move |_| gone.send_message(Signal::Msg(Msg::PageHidden))),
        EventListener::new(&window, "pageshow", move |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                back.send_message(Signal::Msg(Msg::PageShown));
            }
        }),
    ]
}
