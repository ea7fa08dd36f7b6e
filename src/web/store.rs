//! localStorage, or this page's memory where the browser refuses it.
//!
//! There are three ways in which it can be refused: reading `window.localStorage` throws, it is null, or a write
//! fails. What could not be written stays in memory, so that the round goes on; the memory belongs to the
//! element, so that it outlives a crash of this instance.

use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Blocked,
    Full,
}

pub struct Store {
    storage: Option<Storage>,
    memory: Map,
}

impl Store {
    pub fn open(memory: Map) -> Store {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Store { storage, memory }
    }

    /// Whether something can be written at all.
    pub fn trouble(&self, probe: &str) -> Option<Fault> {
        let outcome = self.keep(probe, "probe");
        if let Some(storage) = &self.storage {
            // A key that cannot be removed was not written either.
            let _ = storage.remove_item(probe);
        }
        outcome.err()
    }

    /// The names of all texts that begin so.
    pub fn names(&self, prefix: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if let Some(storage) = &self.storage {
            for n in 0..storage.length().unwrap_or(0) {
                names.extend(storage.key(n).ok().flatten().filter(|name| name.starts_with(prefix)));
            }
        }
        self.memory.for_each(&mut |_, name| {
            names.extend(name.as_string().filter(|name| !names.contains(name)));
        });
        names
    }

    pub fn text(&self, name: &str) -> Option<String> {
        let kept = || self.storage.as_ref()?.get_item(name).ok().flatten();
        self.memory.get(&JsValue::from_str(name)).as_string().or_else(kept)
    }

    pub fn write(&self, name: &str, text: &str) -> Result<(), Fault> {
        let outcome = self.keep(name, text);
        let key = JsValue::from_str(name);
        if outcome.is_ok() {
            self.memory.delete(&key);
        } else {
            self.memory.set(&key, &JsValue::from_str(text));
        }
        outcome
    }

    pub fn remove(&self, name: &str) {
        self.memory.delete(&JsValue::from_str(name));
        if let Some(storage) = &self.storage {
            // Where this fails the text is read once more at the next start, and that does no harm.
            let _ = storage.remove_item(name);
        }
    }

    fn keep(&self, name: &str, text: &str) -> Result<(), Fault> {
        let storage = self.storage.as_ref().ok_or(Fault::Blocked)?;
        storage.set_item(name, text).map_err(|error| fault(&error))?;
        // Some blockers accept a write and drop it.
        match storage.get_item(name) {
            Ok(Some(kept)) if kept == text => Ok(()),
            _ => Err(Fault::Blocked),
        }
    }
}

fn fault(error: &JsValue) -> Fault {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    // Firefox has a name of its own.
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" { Fault::Full } else { Fault::Blocked }
}
