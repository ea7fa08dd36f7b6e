//! What is stored of the reader: how much, how safely, and what they may do with it. Most of it is in the third part.

mod file;

pub use file::{import, taken_in};

use super::extra::Task;
use super::offer::saved;
use super::tell::progress;
use super::words::{answers, rounds};
use super::{Effect, Model, Part, Tab};
use crate::bank::Bank;
use crate::journal::copy::write_copy;
use crate::journal::iso;
use crate::journal::table::write_table;
use crate::language::{fill, t};
use crate::progress::{History, Report};
use crate::round::Round;
use crate::round::clock::Millis;
use crate::round::event::Given;
use std::rc::Rc;

/// What the reader is shown, from when they ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data {
    pub held: Option<Held>,
    pub safety: Option<Safety>,
    /// There is no second copy.
    pub alone: bool,
    pub ask: Option<Ask>,
    /// It can be undone.
    pub erased: bool,
    /// What came of the last thing they did.
    pub told: String,
}

/// What the store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Of this bank, in UTF-16 units.
    pub units: usize,
    /// How many other banks of this site have something in it.
    pub others: usize,
}

/// How long the browser keeps what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Until the reader deletes it.
    Lasting,
    /// Until it runs out of room.
    Open,
    /// Until nobody has come for a week.
    Week,
    /// It does not say.
    Unknown,
}

/// What they are to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    Add {
        reports: Vec<Report>,
        words: String,
    },
    Erase,
    /// Whether the one file is to hold their progress.
    OneFile,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    Show,
    Hide,
    Held(Held),
    /// And whether there is no second copy.
    Safety(Safety, bool),
    /// That the browser is asked to keep it.
    Last,
    Save,
    /// No file for now.
    NotNow,
    SaveTable,
    /// What could not be read and was put aside.
    SaveAside,
    Choose,
    /// The text of a file; none where it could not be read.
    Chosen(Option<String>),
    Add,
    AskErase,
    /// With what other banks have stored.
    Erase(bool),
    Leave,
    Undo,
    /// The page as one file.
    AskOneFile,
    /// With their progress.
    OneFile(bool),
    /// An empty text where the file was offered; else why it was not, as far as that is known.
    Made(Option<String>),
}

/// What is asked of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// → Held
    Count,
    /// → Safety
    Look,
    /// Asks it to keep what is stored. → Safety
    Last,
    /// The same where the browser decides without a word to the reader. → Lasts
    LastQuietly,
    /// Offers what was put aside as a file.
    SaveAside,
    /// → Chosen
    Choose,
    /// What this bank has stored, or all of them.
    Erase(Option<String>),
    /// → Restored
    Undo,
    /// Reads everything, to fold it. → Fold
    Gather,
    /// Offers the page as one file, with this copy of their progress in it. → Made
    OneFile(String),
}

pub fn update(model: &mut Model, wish: Wish, now: Millis) -> Vec<Effect> {
    match wish {
        Wish::Show => {
            model.data = Some(Box::default());
            return vec![Effect::Data(Deed::Count), Effect::Data(Deed::Look)];
        }
        Wish::Hide => {
            model.data = None;
            return Vec::new();
        }
        Wish::SaveAside => return vec![Effect::Data(Deed::SaveAside)],
        Wish::NotNow => return vec![saved(model, now), Effect::Focus("data")],
        _ => {}
    }
    let (bank, history) = (model.bank.id().to_owned(), model.history.clone());
    let download =
        |ending: &str, text| vec![Effect::Download { name: format!("mock-interview-{}.{ending}", file_name(&bank)), text }];
    let (made, told) = match (&wish, &mut model.data) {
        (Wish::Save, _) => {
            let mut made = download("json", write_copy(&bank, &history));
            // The button that was pressed may go away.
            made.extend(model.keep.offers.then_some(Effect::Focus("data")));
            made.push(saved(model, now));
            (made, "")
        }
        (Wish::SaveTable, _) => (download("csv", write_table(&history)), ""),
        (Wish::Last, _) => (vec![Effect::Data(Deed::Last)], ""),
        (Wish::Choose, _) => (vec![Effect::Data(Deed::Choose)], ""),
        (Wish::Held(held), Some(data)) => {
            data.held = Some(*held);
            return Vec::new();
        }
        (Wish::Safety(safety, alone), Some(data)) => {
            (data.safety, data.alone) = (Some(*safety), *alone);
            return Vec::new();
        }
        (Wish::AskErase, Some(data)) => {
            data.ask = Some(Ask::Erase);
            return vec![Effect::Focus("ask")];
        }
        (Wish::Leave, Some(data)) => {
            data.ask = None;
            return vec![Effect::Focus("data")];
        }
        (Wish::AskOneFile, Some(data)) if history.rounds() > 0 => {
            data.ask = Some(Ask::OneFile);
            return vec![Effect::Focus("ask")];
        }
        (Wish::AskOneFile | Wish::OneFile(_), Some(data)) => {
            data.ask = None;
            let progress = if wish == Wish::OneFile(true) { write_copy(&bank, &history) } else { String::new() };
            (vec![Effect::Data(Deed::OneFile(progress)), Effect::Focus("data")], t("Making the file…"))
        }
        (Wish::Made(why), Some(_)) => {
            tell(model, made_of(why.as_deref()));
            return Vec::new();
        }
        (Wish::Chosen(text), Some(_)) => return file::chosen(model, text.as_deref()),
        (Wish::Add, Some(data)) => {
            let Some(Ask::Add { reports, .. }) = data.ask.take() else { return Vec::new() };
            let mut effects = import(model, reports);
            effects.extend([Effect::Data(Deed::Count), Effect::Focus("data")]);
            (effects, "")
        }
        (Wish::Erase(all), Some(data)) if matches!(data.ask, Some(Ask::Erase)) => {
            (data.ask, data.erased) = (None, true);
            forget(model);
            let whose = (!all).then_some(bank);
            (
                vec![Effect::Data(Deed::Erase(whose)), Effect::Data(Deed::Count), progress(model), Effect::Focus("data")],
                t("Erased."),
            )
        }
        (Wish::Undo, Some(data)) if data.erased => {
            data.erased = false;
            (vec![Effect::Data(Deed::Undo), Effect::Data(Deed::Count), Effect::Focus("data")], t("Everything is back."))
        }
        _ => return Vec::new(),
    };
    tell(model, told.to_owned());
    made
}

fn made_of(why: Option<&str>) -> String {
    match why {
        Some("") => t("Saved. The file opens by a double click, and needs no network.").to_owned(),
        why => fill(t("The file could not be made: {}."), &[&why.unwrap_or(t("a part of the widget did not load"))]),
    }
}

fn tell(model: &mut Model, told: String) {
    if !told.is_empty() {
        model.say(told.clone());
    }
    if let Some(data) = &mut model.data {
        data.told = told;
    }
}

/// What every system takes for the name of a file.
fn file_name(bank: &str) -> String {
    bank.chars().map(|sign| if sign.is_ascii_alphanumeric() || sign == '-' { sign } else { '-' }).collect()
}

/// It was erased elsewhere, on this site: nothing of it is to be written again.
#[inline(never)]
pub fn erased(model: &mut Model, whose: &str) -> Vec<Effect> {
    if model.part != Part::Here || !(whose == ALL || whose == model.bank.id()) {
        return Vec::new();
    }
    forget(model);
    drop(model.keep.end());
    model.round = Rc::new(Round::Lobby);
    model.typed = None;
    model.opening = false;
    model.data = None;
    let was = std::mem::replace(&mut model.tab, Tab::Free);
    model.say(t("Your progress was erased in another tab."));
    let mut effects = vec![progress(model)];
    if was != Tab::Free {
        effects.extend([Effect::LetGo, Effect::Focus("lobby")]);
    }
    effects
}

/// In the place of a bank: all of them.
pub const ALL: &str = "*";

fn forget(model: &mut Model) {
    model.history = Rc::new(History::default());
    (model.today, model.glance) = (None, None);
    model.keep.forms.clear();
    model.keep.archives.clear();
    model.keep.checkpoints.clear();
    model.to_read.clear();
    model.read.clear();
    // It would write what is erased.
    model.tasks.retain(|task| !matches!(task, Task::Fold(..)));
}

/// What there is, in words: “3 rounds with 41 answers since 2026-01-06”. None where there is nothing.
pub fn summary(history: &History) -> Option<String> {
    let first = history.reports().first()?;
    let answers = history.reports().iter().flat_map(|report| &report.results).filter(|result| result.given != Given::Nothing);
    let (rounds, answers) = (rounds(history.rounds()), self::answers(answers.count()));
    Some(match iso::write(first.started) {
        Some(iso) => fill(t("{rounds} with {answers} since {date}"), &[&rounds, &answers, &&iso[..10]]),
        None => fill(t("{rounds} with {answers}"), &[&rounds, &answers]),
    })
}

/// How many answers there are to questions that the bank no longer has.
pub fn parked(bank: &Bank, history: &History) -> usize {
    let answers = history.reports().iter().flat_map(|report| &report.results).filter(|result| result.given != Given::Nothing);
    answers.filter(|result| bank.place(&result.question).is_none()).count()
}

/// How many rounds have no words any more.
pub fn folded(history: &History) -> usize {
    history.reports().iter().filter(|report| report.is_folded()).count()
}
