//! What the reader asks of their data, carried out; and what other tabs say of theirs. What the browser has to say is in `static/data.js`.

use super::Around;
use super::keeping::Keeping;
use super::shell::{Shell, Signal};
use crate::app::data::{ALL, Deed, Held, Safety, Wish};
use crate::app::extra::Task;
use crate::app::{Msg, Stored};
use crate::journal::fold::units;
use crate::journal::key::{ERASED, Key, PREFIX, aside_at, bank_of, is_of};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::html::Scope;

/// In the place of a bank's name: what was erased is back.
const BACK: &str = "";

/// Returns what is known at once.
#[inline(never)]
pub fn carry_out(deed: Deed, bank: &str, keeping: &mut Keeping, around: &Around, link: &Scope<Shell>) -> Option<Msg> {
    match deed {
        Deed::Count => return Some(Msg::Extra(Task::Data(Wish::Held(count(bank, keeping))))),
        Deed::Look => ask(around, link, "look", String::new()),
        Deed::Last => ask(around, link, "ask", String::new()),
        Deed::LastQuietly => ask(around, link, "quietly", String::new()),
        Deed::Choose => ask(around, link, "choose", String::new()),
        Deed::OneFile(progress) => ask(around, link, "oneFile", progress),
        Deed::SaveAside => {
            let aside = keeping.texts().into_iter().filter(|(name, _)| aside_at(name).is_some());
            let text: String = aside.map(|(name, text)| format!("{name}\n{text}\n")).collect();
            around.download("mock-interview-aside.txt", &text);
        }
        Deed::Erase(whose) => {
            let all = keeping.texts();
            let ours = all.into_iter().filter(|(name, _)| whose.as_ref().is_none_or(|bank| is_of(name, bank)));
            keeping.erase(ours.collect());
            shout(keeping, whose.as_deref().unwrap_or(ALL));
        }
        Deed::Undo => {
            keeping.undo();
            shout(keeping, BACK);
            return Some(Msg::Restored(keeping.stored("undo")));
        }
        Deed::Gather => return Some(Msg::Extra(Task::Fold(Some(keeping.texts())))),
    }
    None
}

fn count(bank: &str, keeping: &Keeping) -> Held {
    let texts = keeping.texts();
    let own = texts.iter().filter(|(name, _)| is_of(name, bank)).map(|(name, text)| units(name, text)).sum();
    let mut others: Vec<&str> = Vec::new();
    for (name, _) in texts.iter().filter(|(name, _)| !is_of(name, bank)) {
        if let Some(other) = bank_of(name)
            && !others.contains(&other)
        {
            others.push(other);
        }
    }
    Held { units: own, others: others.len() }
}

/// A text that comes and goes is an event in every other tab.
fn shout(keeping: &Keeping, whose: &str) {
    keeping.flash(ERASED, whose);
}

fn ask(around: &Around, link: &Scope<Shell>, what: &'static str, about: String) {
    let around = around.clone();
    link.send_future(async move {
        let said = around.data(what, &about).await.ok().and_then(|said| said.as_string());
        let words = said.as_deref().unwrap_or_default();
        let safety = match words.split(' ').next() {
            Some("lasting") => Safety::Lasting,
            Some("open") => Safety::Open,
            Some("week") => Safety::Week,
            _ => Safety::Unknown,
        };
        Signal::Msg(match what {
            "choose" => Msg::Extra(Task::Data(Wish::Chosen(said))),
            "oneFile" => Msg::Extra(Task::Data(Wish::Made(said))),
            "quietly" => Msg::Lasts(safety),
            _ => Msg::Extra(Task::Data(Wish::Safety(safety, words.ends_with(" alone")))),
        })
    });
}

/// Hears of what is erased in other tabs, and of what comes back; and of what is stored there of this bank, but for the running round.
#[inline(never)]
pub fn listen(link: &Scope<Shell>, bank: String) -> EventListener {
    let link = link.clone();
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        let text = |name: &str| js_sys::Reflect::get(event, &JsValue::from_str(name)).ok().and_then(|text| text.as_string());
        let (Some(name), Some(text)) = (text("key"), text("newValue")) else { return };
        if let Some(signal) = heard(name, text, &bank) {
            link.send_message(signal);
        }
    })
}

/// In the second part, where a listener by itself would not be.
#[inline(never)]
fn heard(name: String, text: String, bank: &str) -> Option<Signal> {
    if name.strip_prefix(PREFIX) == Some(ERASED) {
        return Some(if text == BACK { Signal::Back } else { Signal::Msg(Msg::Erased(text)) });
    }
    let stored = || Stored { texts: vec![(name.clone(), text)], ..Stored::default() };
    Key::is_progress(&name, bank).then(|| Signal::Msg(Msg::Restored(stored())))
}
