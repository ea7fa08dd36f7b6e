//! A widget in a page of its own, and what one does with it.

use super::rounds::{bank, whole_bank};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Map, Object, Reflect, Set};
use mock_interview::bank::json;
use mock_interview::embed::{Around, Handle, mount};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, Storage};

/// What `static/runtime.js` hands over. Without `answers` the second part never comes.
fn around(answers: Option<&str>) -> Around {
    let object = Object::new();
    let set = |name: &str, value: JsValue| assert!(Reflect::set(&object, &name.into(), &value).unwrap());
    set("settings", "{}".into());
    set("problems", "".into());
    set("memory", Map::new().into());
    set("held", Set::new(&"".into()).into());
    let coming = match answers {
        Some(text) => {
            Function::new_with_args("text", r"return async () => text.split('\n')").call1(&JsValue::NULL, &text.into()).unwrap()
        }
        None => Function::new_no_args("return Promise.reject()").into(),
    };
    set("answers", coming);
    set("grader", Function::new_no_args("return Promise.reject()").into());
    // There is no second copy of what is stored.
    set("part", Function::new_no_args("return Promise.resolve(new Map())").into());
    set("extra", Function::new_no_args("return window.extra ?? Promise.resolve()").into());
    ["warn", "tell", "download", "voice", "grade", "mirror"]
        .into_iter()
        .for_each(|name| set(name, Function::new_no_args("").into()));
    object.unchecked_into()
}

/// A mounted widget; it and all that it stored go with it.
pub struct Widget {
    pub root: Element,
    pub handle: Option<Handle>,
}

impl Widget {
    pub async fn open() -> Widget {
        let (_, answers) = whole_bank();
        Widget::with(Some(&json::write_answers(&answers))).await
    }

    /// With the second part, or with one that never comes.
    pub async fn with(answers: Option<&str>) -> Widget {
        Widget::of(json::write_bank(&bank()), answers).await
    }

    pub async fn of(bank: String, answers: Option<&str>) -> Widget {
        let document = gloo::utils::document();
        let root = document.create_element("div").unwrap();
        gloo::utils::body().append_child(&root).unwrap();
        let handle = mount(root.clone(), around(answers), Some(bank), None, false);
        let widget = Widget { root, handle: Some(handle) };
        widget.settle().await;
        // What comes later is here some turns later.
        for _ in 0..500 {
            if widget.screen() != "opening" {
                break;
            }
            TimeoutFuture::new(10).await;
        }
        widget.settle().await;
        widget
    }

    pub async fn settle(&self) {
        TimeoutFuture::new(1).await;
        yew::scheduler::flush().await;
    }

    /// Waits for another screen: the browser grants the lock of a round in its own time.
    pub async fn wait_for(&self, screen: &str) {
        for _ in 0..500 {
            if self.screen() == screen {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("waited for {screen}, but this is {}: {}", self.screen(), self.text());
    }

    pub async fn wait_for_text(&self, words: &str) {
        for _ in 0..500 {
            if self.text().contains(words) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("waited for “{words}”: {}", self.text());
    }

    /// The form of a custom round comes with the third part.
    pub async fn open_form(&self) {
        self.one("details.custom").set_attribute("open", "").unwrap();
        self.wait_for_text("Start custom round").await;
    }

    pub async fn start(&self, preset: &str) {
        self.click(&format!("Start {preset}")).await;
        self.wait_for("round").await;
        self.settle().await;
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|n| found.get(n).unwrap().unchecked_into()).collect()
    }

    pub fn one(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} in: {}", self.text()))
    }

    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    pub fn screen(&self) -> String {
        self.one(".screen").get_attribute("data-screen").unwrap()
    }

    pub async fn click(&self, words: &str) {
        let button = self.all("button").into_iter().find(|button| button.text_content().unwrap().contains(words));
        button.unwrap_or_else(|| panic!("no button “{words}” in: {}", self.text())).unchecked_into::<HtmlElement>().click();
        self.settle().await;
    }

    pub async fn type_into(&self, name: &str, words: &str) -> HtmlInputElement {
        let field: HtmlInputElement = self.one(&format!("#{name}")).unchecked_into();
        field.set_value(words);
        self.tell_input(&field).await;
        field
    }

    pub async fn tell_input(&self, field: &HtmlElement) {
        let init = EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        self.settle().await;
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.unmount();
        }
        self.root.remove();
        storage().clear().unwrap();
    }
}

pub fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}
