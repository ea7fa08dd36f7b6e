//! The store and its second copy: what is written to one is written to the other.

use super::Around;
use crate::app::keep::Trouble;
use crate::app::{Msg, Stored};
use crate::bank::Bank;
use crate::journal::checkpoint::{Checkpoint, mark, write_checkpoint};
use crate::journal::key::{self, later};
use crate::journal::load::Broken;
use crate::journal::mirror::compare;
use crate::web::store::{Fault, Store};
use wasm_bindgen::{JsCast, JsValue};

/// So many bytes are taken in within a frame, and at least a text.
pub const MANY: usize = 120_000;

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

    /// Reports are read later, but those of rounds that have a journal still.
    pub fn stored(&self, writer: &str) -> Stored {
        let probe = format!("{}probe:{writer}", key::PREFIX);
        let trouble = self.store.trouble(&probe).map(trouble);
        let (to_read, names) = later(self.store.names(key::PREFIX));
        Stored { texts: self.some(&names, usize::MAX).1, to_read, trouble }
    }

    /// The first of these texts, of so many bytes: how many were looked for, and those that are there.
    pub fn some(&self, names: &[String], most: usize) -> (usize, Vec<(String, String)>) {
        let (mut count, mut bytes, mut texts) = (0, 0, Vec::new());
        while let Some(name) = names.get(count)
            && bytes < most
        {
            count += 1;
            if let Some(text) = self.store.text(name) {
                bytes += text.len();
                texts.push((name.clone(), text));
            }
        }
        (count, texts)
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
        self.some(&self.store.names(key::PREFIX), usize::MAX).1
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
    keeping.remove(&key::outlived(&keeping.store.names(key::PREFIX)));
}

/// In the store alone, like a note.
#[inline(never)]
pub fn settle(keeping: &Keeping, bank: &Bank, name: &str, checkpoint: &Checkpoint, remove: &[String]) {
    keeping.remove(remove);
    let (names, _) = later(keeping.store.names(key::PREFIX));
    keeping.note(name, &write_checkpoint(mark(bank, &names), checkpoint));
}

/// Writes all of these. Where there is no room for one, everything is as it was.
#[inline(never)]
pub fn take_in(keeping: &Keeping, texts: &[(String, String)]) -> Result<(), Trouble> {
    let before = keeping.texts();
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

/// Writes to the store what only the copy still has, and the other way round; `copied` has the texts by their names, and null where the store has
/// the same. Whether the store had lost something.
#[inline(never)]
pub fn restore(keeping: &Keeping, copied: &JsValue) -> bool {
    if copied.is_undefined() {
        return false;
    }
    let copied: &js_sys::Map = copied.unchecked_ref();
    let (mut stored, mut copies) = (Vec::new(), Vec::new());
    for name in keeping.store.names(key::PREFIX) {
        // What is the same need not be read to be compared.
        if copied.get(&JsValue::from_str(&name)).is_null() {
            copies.push((name.clone(), String::new()));
            stored.push((name, String::new()));
        } else if let Some(text) = keeping.store.text(&name) {
            stored.push((name, text));
        }
    }
    copied.for_each(&mut |text, name| {
        if let (Some(name), Some(text)) = (name.as_string(), text.as_string()) {
            copies.push((name, text));
        }
    });
    let difference = compare(&stored, copies);
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
