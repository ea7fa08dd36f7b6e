//! The store and its second copy: what is written to one is written to the other.

use super::Around;
use crate::app::keep::Trouble;
use crate::app::{Msg, Stored};
use crate::journal::key;
use crate::journal::load::Broken;
use crate::journal::mirror::compare;
use crate::web::store::{Fault, Store};
use wasm_bindgen::JsValue;

pub struct Keeping {
    store: Store,
    around: Around,
    /// What was erased, until the page goes.
    erased: Vec<(String, String)>,
}

impl Keeping {
    pub fn new(around: &Around) -> Keeping {
        Keeping { store: Store::open(around.memory()), around: around.clone(), erased: Vec::new() }
    }

    pub fn stored(&self, writer: &str) -> Stored {
        let probe = format!("{}probe:{writer}", key::PREFIX);
        Stored { trouble: self.store.trouble(&probe).map(trouble), texts: self.store.read(key::PREFIX) }
    }

    pub fn write(&self, name: String, text: &str) -> Msg {
        self.around.mirror(&name, Some(text));
        let outcome = self.store.write(&name, text).map_err(trouble);
        Msg::Kept { name, outcome }
    }

    /// Writes, and where that worked removes the rest.
    pub fn fold(&self, name: String, text: &str, remove: &[String]) -> Msg {
        let kept = self.write(name, text);
        if matches!(kept, Msg::Kept { outcome: Ok(()), .. }) {
            self.remove(remove);
        }
        kept
    }

    /// In the store alone: to lose it is no harm.
    pub fn note(&self, name: &str, text: &str) {
        let _ = self.store.write(name, text);
    }

    pub fn remove(&self, names: &[String]) {
        for name in names {
            self.store.remove(name);
            self.around.mirror(name, None);
        }
    }

    pub fn texts(&self) -> Vec<(String, String)> {
        self.store.read(key::PREFIX)
    }

    /// From the store and from the copy.
    pub fn erase(&mut self, texts: Vec<(String, String)>) {
        texts.iter().for_each(|(name, _)| self.remove(std::slice::from_ref(name)));
        self.erased.extend(texts);
    }

    pub fn undo(&mut self) {
        for (name, text) in std::mem::take(&mut self.erased) {
            self.write(name, &text);
        }
    }

    /// Writes it and takes it away again.
    pub fn flash(&self, name: &str, text: &str) {
        let name = format!("{}{name}", key::PREFIX);
        self.note(&name, text);
        self.store.remove(&name);
    }
}

/// Here and below: only when the second part is here.
#[inline(never)]
pub fn put_aside(keeping: &Keeping, broken: &Broken) {
    // Only what is safe elsewhere may be mended here.
    if keeping.store.write(&broken.aside, &broken.text).is_err() {
        return;
    }
    match &broken.good {
        // Where this fails the text is as it was, and is mended at the next start.
        Some(good) => drop(keeping.write(broken.name.clone(), good)),
        None => keeping.remove(std::slice::from_ref(&broken.name)),
    }
    let names: Vec<String> = keeping.texts().into_iter().map(|(name, _)| name).collect();
    keeping.remove(&key::outlived(&names));
}

/// Writes all of these. Where there is no room for one, everything is as it was.
#[inline(never)]
pub fn take_in(keeping: &Keeping, texts: &[(String, String)]) -> Result<(), Trouble> {
    let before = keeping.store.read(key::PREFIX);
    for (n, (name, text)) in texts.iter().enumerate() {
        let Msg::Kept { outcome: Err(Trouble::Full), .. } = keeping.write(name.clone(), text) else { continue };
        for (name, _) in &texts[..=n] {
            match before.iter().find(|(other, _)| other == name) {
                // It was there a moment ago, and nothing that is longer has stayed.
                Some((_, text)) => drop(keeping.write(name.clone(), text)),
                None => keeping.remove(std::slice::from_ref(name)),
            }
        }
        return Err(Trouble::Full);
    }
    Ok(())
}

/// Writes to the store what only the copy still has, and the other way round; `copied` has names and texts in turns. Whether the store
/// had lost something.
#[inline(never)]
pub fn restore(keeping: &Keeping, copied: &JsValue) -> bool {
    if copied.is_undefined() {
        return false;
    }
    let texts: Vec<String> = js_sys::Array::from(copied).iter().filter_map(|text| text.as_string()).collect();
    let copied = texts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let difference = compare(&keeping.store.read(key::PREFIX), copied);
    for (name, text) in &difference.new {
        keeping.around.mirror(name, Some(text));
    }
    for (name, text) in &difference.lost {
        // What is refused stays in memory.
        let _ = keeping.store.write(name, text);
    }
    !difference.lost.is_empty()
}

fn trouble(fault: Fault) -> Trouble {
    match fault {
        Fault::Blocked => Trouble::Blocked,
        Fault::Full => Trouble::Full,
    }
}
