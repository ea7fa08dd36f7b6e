//! A lock that one widget holds among all tabs (the Web Locks API), so that two never play the same round.
//!
//! The browser gives it up by itself when a tab closes or crashes. Where it has no locks (a page without https,
//! a sandboxed frame) everyone is granted: what they store can still be united.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Set};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

/// What becomes of a claim, as it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Granted,
    /// Another holds it; we wait in the queue.
    Refused,
    /// Another took it from us.
    Lost,
}

/// A held or awaited lock. Dropping it lets go, or leaves the queue.
pub struct Claim {
    state: Rc<State>,
    /// The browser calls this when it grants the lock.
    _grant: Closure<dyn FnMut() -> Promise>,
}

struct State {
    news: Box<dyn Fn(News)>,
    alive: Cell<bool>,
    granted: Cell<bool>,
    release: RefCell<Option<Function>>,
    /// The same function, for whoever has to let go in our place.
    held: Set,
    queue: Option<AbortController>,
}

impl State {
    fn tell(&self, news: News) {
        if self.alive.get() {
            (self.news)(news);
        }
    }
}

/// A reload may find the lock still held by the page that it replaces, for a moment.
const PATIENCE_MS: u32 = 400;

/// Asks for the lock; `steal` takes it from whoever holds it. While it is held, `held` has a function that lets it
/// go: an instance that has crashed can no longer do so itself.
pub fn ask(name: &str, steal: bool, held: Set, news: impl Fn(News) + 'static) -> Claim {
    let queue = if steal { None } else { AbortController::new().ok() };
    let state = Rc::new(State {
        news: Box::new(news),
        alive: Cell::new(true),
        granted: Cell::new(false),
        release: RefCell::new(None),
        held,
        queue,
    });
    let granted = state.clone();
    let grant = Closure::new(move || {
        granted.granted.set(true);
        granted.tell(News::Granted);
        let state = granted.clone();
        Promise::new(&mut move |resolve, _| {
            state.held.add(&resolve);
            state.release.replace(Some(resolve));
        })
    });
    match request(name, steal, state.queue.as_ref(), grant.as_ref().unchecked_ref()) {
        Some(ended) => watch(ended, state.clone()),
        None => grant_later(state.clone()),
    }
    be_patient(state.clone(), name.to_owned());
    Claim { state, _grant: grant }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.state.alive.set(false);
        if let Some(release) = self.state.release.take() {
            self.state.held.delete(&release);
            let _ = release.call0(&JsValue::NULL);
        } else if let Some(queue) = &self.state.queue {
            queue.abort();
        }
    }
}

/// Tells of a refusal only when another really holds the lock: a busy browser may just be slow to grant it.
fn be_patient(state: Rc<State>, name: String) {
    let look = move || {
        if state.granted.get() || !state.alive.get() {
            return;
        }
        spawn_local(async move {
            if !is_held(&name).await {
                be_patient(state, name);
            } else if !state.granted.get() {
                state.tell(News::Refused);
            }
        });
    };
    Timeout::new(PATIENCE_MS, look).forget();
}

async fn is_held(name: &str) -> bool {
    let answer = locks().and_then(|locks| {
        let query: Function = Reflect::get(&locks, &"query".into()).ok()?.dyn_into().ok()?;
        query.call0(&locks).ok()?.dyn_into::<Promise>().ok()
    });
    let Some(answer) = answer else { return false };
    let Ok(snapshot) = JsFuture::from(answer).await else { return false };
    let held = Reflect::get(&snapshot, &"held".into()).unwrap_or_default();
    let is_ours = |lock: JsValue| Reflect::get(&lock, &"name".into()).is_ok_and(|other| other == name);
    Array::from(&held).iter().any(is_ours)
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| !locks.is_undefined())
}

/// None where there are no locks.
fn request(name: &str, steal: bool, queue: Option<&AbortController>, grant: &Function) -> Option<Promise> {
    let locks = locks()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    if steal {
        Reflect::set(&options, &"steal".into(), &JsValue::TRUE).ok()?;
    } else if let Some(queue) = queue {
        Reflect::set(&options, &"signal".into(), &queue.signal()).ok()?;
    }
    request.call3(&locks, &name.into(), &options, grant).ok()?.dyn_into().ok()
}

/// The promise fails when the lock is taken from us, or where locks are forbidden.
fn watch(ended: Promise, state: Rc<State>) {
    spawn_local(async move {
        if JsFuture::from(ended).await.is_err() {
            if state.granted.get() {
                if let Some(release) = state.release.take() {
                    state.held.delete(&release);
                }
                state.tell(News::Lost);
            } else {
                state.granted.set(true);
                state.tell(News::Granted);
            }
        }
    });
}

fn grant_later(state: Rc<State>) {
    spawn_local(async move {
        state.granted.set(true);
        state.tell(News::Granted);
    });
}
