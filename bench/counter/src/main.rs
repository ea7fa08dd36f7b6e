//! A bare Yew counter: one button that shows how often it was pressed.

use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0);
    let onclick = {
        let count = count.clone();
        Callback::from(move |_| count.set(*count + 1))
    };
    html! { <button class="option" {onclick}>{ "Pressed: " }<output>{ *count }</output></button> }
}

fn main() {
    let slot = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("counter"));
    if let Some(slot) = slot {
        yew::Renderer::<Counter>::with_root(slot).render();
    }
}
