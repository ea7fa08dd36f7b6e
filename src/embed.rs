//! The edge: what `static/runtime.js` calls. One instance of this module serves one element.

mod grading;
mod keeping;
mod setup;
mod shell;
mod voice;

use crate::app::voice::Wish;
use crate::app::{Model, Msg};
use crate::bank::tree::Tree;
use crate::journal::copy::{read_copy, write_copy};
use crate::progress::Report;
use crate::round::{Input, Round};
use js_sys::{Map, Set};
use shell::{Props, Shell, Signal};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

/// A running widget.
#[wasm_bindgen]
pub struct Handle(AppHandle<Shell>);

/// What outlives an instance of this module, in case it crashes, and how it reaches the page.
#[wasm_bindgen]
extern "C" {
    #[derive(Clone, PartialEq)]
    pub type Around;

    /// Fetches the second part of the program and ties it to this one; answers with the second copy of what is stored, an array of names and
    /// texts in turns. Here and below: rejects where it does not come as it was built.
    #[wasm_bindgen(method, catch)]
    async fn part(this: &Around) -> Result<JsValue, JsValue>;

    /// Writes to the second copy, or removes from it where there is no text.
    #[wasm_bindgen(method)]
    fn mirror(this: &Around, name: &str, text: Option<&str>);

    /// Fetches the text of the model answers: of the built-in bank, or of the page's own.
    #[wasm_bindgen(method, catch)]
    async fn answers(this: &Around) -> Result<JsValue, JsValue>;

    /// Fetches the grader of typed answers with the rubrics of this bank.
    #[wasm_bindgen(method, catch)]
    async fn grader(this: &Around) -> Result<JsValue, JsValue>;

    /// What the grader says of an answer to that question, as JSON; nothing where it is not here or has failed.
    #[wasm_bindgen(method)]
    fn grade(this: &Around, question: &str, text: &str) -> Option<String>;

    /// Copies the page's address with this round in it; answers with the address where that was not possible.
    #[wasm_bindgen(method, catch)]
    async fn copy(this: &Around, round: &str) -> Result<JsValue, JsValue>;

    /// Does for the reader's voice what is asked for, as soon as the code for it is here; [`Handle::hear`] is told what came of it.
    #[wasm_bindgen(method)]
    fn voice(this: &Around, does: &str, about: &str, words: &str);

    /// Offers the text as a file.
    #[wasm_bindgen(method)]
    fn download(this: &Around, name: &str, text: &str);

    /// Tells the page's author of something wrong.
    #[wasm_bindgen(method)]
    fn warn(this: &Around, words: &str);

    /// The settings of the element, as JSON of names and texts.
    #[wasm_bindgen(method, getter)]
    fn settings(this: &Around) -> String;

    /// What is wrong with a bank of the page's own, a line each.
    #[wasm_bindgen(method, getter)]
    fn problems(this: &Around) -> String;

    /// Keeps what the browser refuses to store.
    #[wasm_bindgen(method, getter)]
    fn memory(this: &Around) -> Map;

    /// The functions that let go of the locks it holds.
    #[wasm_bindgen(method, getter)]
    fn held(this: &Around) -> Set;

    /// Tells the page what happened, soon; `detail` is JSON.
    #[wasm_bindgen(method)]
    fn tell(this: &Around, name: &str, detail: &str);
}

/// Runs the widget inside `root`, an element in the shadow root. `bank` is the text of a compiled bank; without it, it is the
/// built-in one. `start`: begin at once, with the page's round (`page`) or a preset. `focused`: the focus is in what this takes
/// the place of.
#[wasm_bindgen]
pub fn mount(root: Element, around: Around, bank: Option<String>, start: Option<String>, focused: bool) -> Handle {
    Handle(yew::Renderer::<Shell>::with_root_and_props(root, Props { around, bank, start, focused }).render())
}

#[wasm_bindgen]
impl Handle {
    /// Begins the page's round (`page`) or a preset, where none is running.
    pub fn start(&self, wanted: &str) {
        let Some(known) = self.0.get_component().map(|shell| setup::start(wanted, &shell.model().bank)) else { return };
        let leave = matches!(self.state().as_str(), "finished").then_some(Msg::ToLobby);
        leave.into_iter().chain([Msg::Start(known)]).for_each(|msg| self.send(msg));
    }

    /// Hands the running round in.
    pub fn stop(&self) {
        self.send(Msg::Round(Input::HandIn));
    }

    /// `lobby`, `running` or `finished`.
    pub fn state(&self) -> String {
        let state = self.0.get_component().map(|shell| match *shell.model().round {
            Round::Lobby => "lobby",
            Round::Running(_) => "running",
            Round::Finished(..) => "finished",
        });
        state.unwrap_or_default().to_owned()
    }

    /// The settings have changed.
    pub fn set(&self, settings: &str) {
        let read = self.0.get_component().map(|shell| shell.options(settings));
        if let Some(options) = read {
            self.send(Msg::Options(options));
        }
    }

    /// Everything that the reader has done with this bank, as the text of a file.
    #[wasm_bindgen(js_name = exportProgress)]
    pub fn export_progress(&self) -> String {
        let text = self.0.get_component().map(|shell| write_copy(shell.model().bank.id(), &shell.model().history));
        text.unwrap_or_default()
    }

    /// Adds the rounds of such a text; answers `{"added": 2, "known": 1}`, or `{"error": "…"}` and nothing was added.
    #[wasm_bindgen(js_name = importProgress)]
    pub fn import_progress(&self, text: &str) -> String {
        let read = self.0.get_component().map(|shell| imported(shell.model(), text));
        let (reports, outcome) = read.unwrap_or_default();
        if let Some(reports) = reports {
            self.send(Msg::Import(reports));
        }
        outcome
    }

    /// How things are with the reader's voice.
    pub fn hear(&self, news: String) {
        self.send(Msg::Voice(Wish::Hear, news));
    }

    /// Takes the widget out of the page. What it stored stays.
    pub fn unmount(self) {
        self.0.destroy();
    }

    #[inline(never)]
    fn send(&self, msg: Msg) {
        self.0.send_message(Signal::Msg(msg));
    }
}

/// The reports of such a text, and what is answered.
#[inline(never)]
fn imported(model: &Model, text: &str) -> (Option<Vec<Report>>, String) {
    let (reports, fields) = match read_copy(model.bank.id(), text) {
        Ok(reports) => {
            let mut history = model.history.as_ref().clone();
            for report in &reports {
                if !history.knows(&report.round) {
                    history.add(report.clone());
                }
            }
            let added = history.rounds() - model.history.rounds();
            let known = reports.len() - added;
            (Some(reports), vec![("added", Tree::Number(added as u64)), ("known", Tree::Number(known as u64))])
        }
        Err(error) => (None, vec![("error", Tree::Text(error))]),
    };
    (reports, Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).write())
}
