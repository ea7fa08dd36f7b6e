//! The one struct component: it reads the clock, calls `update`, runs the effects, and renders.

use super::Around;
use super::keeping::{Keeping, MANY, put_aside, restore, settle, take_in};
use super::keys::is_free;
use super::{data, extra, grading, listen, setup, voice};
use crate::app::extra::Task;
use crate::app::options::Options;
use crate::app::shortcut::meaning;
use crate::app::tick::tick_in;
use crate::app::update::update;
use crate::app::{Effect, Model, Msg, Part, Stored};
use crate::bank::json;
use crate::journal::key;
use crate::language;
use crate::progress::schedule::day::Zone;
use crate::round::clock::Clock;
use crate::round::{Input, Round};
use crate::ui;
use crate::web::lock::{Claim, News};
use crate::web::{self, lock, page};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, KeyboardEvent};
use yew::{Component, Context, Html, NodeRef, Properties, html};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub around: Around,
    pub bank: Option<String>,
    pub start: Option<String>,
    pub focused: bool,
}

pub enum Signal {
    Msg(Msg),
    Lock(News),
    /// The second part is here, and with it the second copy of what is stored, which may also come after it; or it did not come.
    Part(Option<JsValue>),
    /// What another tab had erased is there again.
    Back,
    /// There is more to be read.
    ReadOn,
}

pub struct Shell {
    around: Around,
    model: Model,
    clock: Clock,
    keeping: Keeping,
    root: NodeRef,
    claim: Option<Claim>,
    timer: Option<Timeout>,
    /// What to do when the page shows the new state.
    after_render: Vec<Effect>,
    _listeners: [EventListener; 5],
    erasing: Option<EventListener>,
    /// What was to be read and is not there was looked for under other names.
    looked: bool,
}

impl Component for Shell {
    type Message = Signal;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let (monotonic, wall) = web::clock::read();
        let Props { around, bank, start, focused } = ctx.props();
        let bank = setup::bank(bank.as_deref());
        let options = setup::options(around, &around.settings(), &bank);
        let start = start.as_deref().map(|wanted| setup::start(wanted, &bank));
        let mut shell = Shell {
            around: around.clone(),
            model: Model::new(Rc::new(bank), options, page::random_name()),
            clock: Clock::new(monotonic, wall),
            keeping: Keeping::new(around),
            root: NodeRef::default(),
            claim: None,
            timer: None,
            after_render: Vec::new(),
            _listeners: listen::to_the_page(ctx.link()),
            erasing: None,
            looked: false,
        };
        shell.model.problems = around.problems().lines().map(str::to_owned).collect();
        let stored = shell.stored();
        shell.act(ctx, Msg::Opened { stored, focused: *focused, start });
        shell
    }

    fn update(&mut self, ctx: &Context<Self>, signal: Signal) -> bool {
        let msg = match signal {
            Signal::Msg(msg) => msg,
            // Only now: what another tab stored while it held the lock is to be seen.
            Signal::Lock(News::Granted) => Msg::Granted(self.stored()),
            Signal::Lock(News::Refused) => Msg::Refused,
            Signal::Lock(News::Lost) => Msg::Lost,
            Signal::Part(copied) => {
                let came = copied.is_some();
                if came {
                    self.erasing = Some(data::listen(ctx.link(), self.model.bank.id().to_owned()));
                }
                self.model.keep.has_copy = copied.as_ref().is_some_and(|copied| !copied.is_undefined());
                if copied.is_some_and(|copied| restore(&self.keeping, &copied)) {
                    self.act(ctx, Msg::Restored(self.stored()));
                }
                Msg::PartCame(came)
            }
            Signal::Back => Msg::Restored(self.stored()),
            Signal::ReadOn => return self.read_on(ctx),
        };
        self.act(ctx, msg);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let now = self.clock.last();
        let onkeydown = ctx.link().batch_callback({
            let (bank, round) = (self.model.bank.clone(), self.model.round.clone());
            let hidden = self.model.clock_hidden;
            let is_progress = self.model.figures.is_some();
            let debrief = self.model.linked().filter(|_| matches!(*round, Round::Finished(..)));
            move |event: KeyboardEvent| {
                let known = || meaning(&bank, &round, now, hidden, &event.key());
                let leaves = || (is_progress && event.key() == "Escape").then_some(Msg::CloseProgress);
                let found = || known().or_else(|| grading::turn(debrief?, &event)).or_else(leaves);
                let msg = is_free(&event).then(found).flatten();
                if msg.is_some() {
                    event.prevent_default();
                }
                msg.map(Signal::Msg)
            }
        });
        html! {
            <div ref={self.root.clone()} class="widget" part="widget" lang={language::code()} {onkeydown}>
                { ui::view(&self.model, now, &ctx.link().callback(Signal::Msg)) }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(root) = self.root.cast::<Element>() else { return };
        for effect in std::mem::take(&mut self.after_render) {
            match effect {
                Effect::Focus(name) => page::focus(&root, name),
                Effect::OpenDialog(dialog) => page::open_dialog(&root, dialog.name()),
                Effect::Print => page::print(),
                _ => {}
            }
        }
    }
}

impl Shell {
    pub fn model(&self) -> &Model {
        &self.model
    }

    pub fn options(&self, settings: &str) -> Options {
        setup::options(&self.around, settings, &self.model.bank)
    }

    fn act(&mut self, ctx: &Context<Self>, msg: Msg) {
        let (monotonic, wall) = web::clock::read();
        let now = self.clock.read(monotonic, wall);
        if self.model.part == Part::Here {
            self.model.zone = Zone(web::clock::zone());
        }
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            for effect in update(&mut self.model, msg, now) {
                messages.extend(self.run(ctx, effect));
            }
        }
        // A stored round may be ahead of a clock that was set back.
        self.clock.not_before(self.model.seen);
        self.timer = tick_in(&self.model, self.clock.last()).map(|span| {
            let link = ctx.link().clone();
            let millis = u32::try_from(span.0).unwrap_or(u32::MAX);
            let signal = if self.model.is_behind() { Signal::ReadOn } else { Signal::Msg(Msg::Round(Input::Tick)) };
            Timeout::new(millis, move || link.send_message(signal))
        });
    }

    /// Takes in so much of what is stored as fits into a frame, or all of it where nobody looks: there timers run once a second. Whether
    /// there is something new to be seen.
    fn read_on(&mut self, ctx: &Context<Self>) -> bool {
        loop {
            let (count, texts) = self.keeping.some(&self.model.to_read, MANY);
            // Another tab has folded it.
            let is_gone = texts.len() < count && !std::mem::replace(&mut self.looked, true);
            self.act(ctx, Msg::ReadOn(count, texts));
            if is_gone {
                self.act(ctx, Msg::Restored(self.stored()));
            }
            if !self.model.is_behind() {
                self.looked = false;
                return true;
            }
            if !page::is_hidden() {
                return false;
            }
        }
    }

    /// Carries the effect out; returns what came of it at once.
    fn run(&mut self, ctx: &Context<Self>, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::LoadRest => self.load_rest(ctx),
            Effect::LoadExtra => extra::load(&ctx.props().around, ctx.link()),
            Effect::LoadGrader => grading::load(&ctx.props().around, ctx.link()),
            Effect::Grade { question, text, submits } => {
                let linked = self.model.linked()?;
                return Some(grading::grade(linked, &ctx.props().around, question, &text, submits));
            }
            Effect::Ask { steal } => self.ask(ctx, steal),
            Effect::LetGo => self.claim = None,
            Effect::Write { name, text } => return Some(self.keeping.write(name, &text)),
            Effect::Note { name, text } => self.keeping.note(&name, &text),
            Effect::Fold { name, text, remove } => return Some(self.keeping.fold(name, &text, &remove)),
            Effect::Checkpoint { name, checkpoint, remove } => {
                settle(&self.keeping, &self.model.bank, &name, &checkpoint, &remove)
            }
            Effect::TakeIn { texts, reports } => {
                let outcome = take_in(&self.keeping, &texts);
                return Some(Msg::Extra(Task::TakenIn { reports, outcome }));
            }
            Effect::Data(deed) => {
                let bank = self.model.bank.clone();
                return data::carry_out(deed, bank.id(), &mut self.keeping, &ctx.props().around, ctx.link());
            }
            Effect::Remove(names) => self.keeping.remove(&names),
            Effect::PutAside(broken) => put_aside(&self.keeping, &broken),
            Effect::Tell { name, detail } => ctx.props().around.tell(name, &detail),
            Effect::Copy(round) => self.copy(ctx, round),
            Effect::Download { name, text } => ctx.props().around.download(&name, &text),
            Effect::Voice { does, about, words } => return voice::carry_out(&ctx.props().around, does, &about, &words),
            effect @ (Effect::Focus(_) | Effect::OpenDialog(_) | Effect::Print) => self.after_render.push(effect),
        }
        None
    }

    fn stored(&self) -> Stored {
        self.keeping.stored(&self.model.keep.writer)
    }

    fn ask(&mut self, ctx: &Context<Self>, steal: bool) {
        let link = ctx.link().clone();
        // First the old claim, or we would wait for ourselves.
        self.claim = None;
        self.claim = Some(lock::ask(&key::lock(self.model.bank.id()), steal, ctx.props().around.held(), move |news| {
            link.send_message(Signal::Lock(news));
        }));
    }

    fn copy(&self, ctx: &Context<Self>, round: String) {
        let around = ctx.props().around.clone();
        ctx.link().send_future(async move {
            let link = around.copy(&round).await.ok().and_then(|link| link.as_string());
            Signal::Msg(Msg::Copied(link))
        });
    }

    fn load_rest(&self, ctx: &Context<Self>) {
        let (part, answers) = (ctx.props().around.clone(), ctx.props().around.clone());
        ctx.link().send_future(async move { Signal::Part(part.part().await.ok()) });
        ctx.link().send_future(async move {
            let lines = answers.answers().await.ok().map(|lines| js_sys::Array::from(&lines));
            let lines = lines.map(|lines| lines.iter().filter_map(|line| line.as_string()).collect());
            Signal::Msg(Msg::AnswersCame(lines.and_then(json::read_answers)))
        });
    }
}
