//! The edge: what `static/runtime.js` calls. One instance of this module serves one element.

mod data;
mod extra;
mod grading;
mod keeping;
mod keys;
mod listen;
mod setup;
mod shell;
mod voice;

use crate::app::extra::{Extra, Task};
use crate::app::voice::Wish;
use crate::app::{Msg, Part};
use crate::language;
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

    /// Fetches the second part of the program and ties it to this one; answers with the second copy of what is stored, a map of names and
    /// texts, with null in the place of what the store has as well. Here and below: rejects where it does not come as it was built.
    #[wasm_bindgen(method, catch)]
    async fn part(this: &Around) -> Result<JsValue, JsValue>;

    /// Fetches the third part of the program and ties it to the others.
    #[wasm_bindgen(method, catch)]
    async fn extra(this: &Around) -> Result<JsValue, JsValue>;

    /// Writes to the second copy, or removes from it where there is no text.
    #[wasm_bindgen(method)]
    fn mirror(this: &Around, name: &str, text: Option<&str>);

    /// Fetches the model answers, of the built-in bank or of the page's own, as an array of lines ([`json::read_answers`](crate::bank::json::read_answers)),
    /// and waits for the second part, which reads them: after [`Around::part`].
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

    /// Asks the browser about what it stores, or the reader for a file, or offers the page as one file (`static/data.js`): answers with a text.
    #[wasm_bindgen(method, catch)]
    async fn data(this: &Around, what: &str, about: &str) -> Result<JsValue, JsValue>;

    /// Offers the text as a file.
    #[wasm_bindgen(method)]
    fn download(this: &Around, name: &str, text: &str);

    /// Tells the page's author of something wrong.
    #[wasm_bindgen(method)]
    fn warn(this: &Around, words: &str);

    /// The settings of the element, as JSON of names and texts.
    #[wasm_bindgen(method, getter)]
    fn settings(this: &Around) -> String;

    /// The catalogue of the language that is spoken; none for English.
    #[wasm_bindgen(method, getter)]
    fn words(this: &Around) -> Option<String>;

    /// A number, a date or a duration in that language, by [`language::intl`].
    #[wasm_bindgen(method)]
    fn intl(this: &Around, what: &str, number: f64) -> String;

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
    if let Some(words) = around.words() {
        let around = around.clone();
        language::speak(setup::settings(&words), Box::new(move |what, number| around.intl(what, number)));
    }
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

    /// Whether all of the program is here, and what was stored is taken in; else it is asked for.
    #[wasm_bindgen(js_name = isWhole)]
    pub fn is_whole(&self) -> bool {
        let asks = self.0.get_component().map(|shell| match (shell.model().part, shell.model().extra) {
            (Part::Failed, _) => Some(Msg::Retry),
            (Part::Here, Extra::Absent | Extra::Failed) => Some(Msg::Extra(Task::Show(""))),
            _ => None,
        });
        asks.flatten().into_iter().for_each(|msg| self.send(msg));
        self.0.get_component().is_some_and(|shell| shell.model().linked().is_some() && !shell.model().is_behind())
    }

    /// Everything that the reader has done with this bank, as the text of a file. Here and below: when all of the program is here.
    #[wasm_bindgen(js_name = exportProgress)]
    pub fn export_progress(&self) -> String {
        let shell = self.0.get_component();
        shell.and_then(|shell| Some(extra::exported(shell.model().linked()?, shell.model()))).unwrap_or_default()
    }

    /// Adds the rounds of such a text; answers `{"added": 2, "known": 1}`, or `{"error": "…"}` and nothing was added.
    #[wasm_bindgen(js_name = importProgress)]
    pub fn import_progress(&self, text: &str) -> String {
        let shell = self.0.get_component();
        let read = shell.and_then(|shell| Some(extra::imported(shell.model().linked()?, shell.model(), text)));
        let (reports, outcome) = read.unwrap_or_default();
        if let Some(reports) = reports {
            self.send(Msg::Extra(Task::Import(reports)));
        }
        outcome
    }

    /// The second copy of what is stored, where it came later than the second part of the program.
    pub fn unite(&self, copied: JsValue) {
        self.0.send_message(Signal::Part(Some(copied)));
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
