//! A file with somebody's progress: from its text to the question whether to add it, and into the store.

use super::{Ask, tell};
use crate::app::keep::Trouble;
use crate::app::tell::progress;
use crate::app::words::{answers as count_answers, rounds as count_rounds};
use crate::app::{Effect, Model};
use crate::journal::arrival::{Arrival, arrival, texts};
use crate::journal::copy::read_copy;
use crate::journal::union::unite;
use crate::language::{fill, n, t};
use crate::progress::Report;
use std::rc::Rc;

pub fn chosen(model: &mut Model, text: Option<&str>) -> Vec<Effect> {
    let read = text.ok_or_else(|| t("The file could not be read.").to_owned()).and_then(|text| read_copy(model.bank.id(), text));
    let (ask, told) = match read.map(|reports| (arrival(&model.history, reports.clone()), reports)) {
        Err(error) => (None, error),
        Ok((Arrival { reports, .. }, _)) if reports.is_empty() => {
            (None, t("Everything in this file is here already.").to_owned())
        }
        Ok((Arrival { reports, rounds: 0, .. }, all)) => {
            let words = n(
                "{} round that you have here in short, whole again.",
                "{} rounds that you have here in short, whole again.",
                reports.len(),
            );
            (Some(Ask::Add { reports: all, words }), String::new())
        }
        Ok((Arrival { rounds, answers, known, .. }, all)) => {
            let (rounds, answers) = (count_rounds(rounds), count_answers(answers));
            let words = match known {
                0 => fill(t("{rounds} with {answers} are new."), &[&rounds, &answers]),
                known => {
                    fill(t("{rounds} with {answers} are new; {known} more you have here already."), &[&rounds, &answers, &known])
                }
            };
            (Some(Ask::Add { reports: all, words }), String::new())
        }
    };
    let focus = if ask.is_some() { "ask" } else { "data" };
    if let Some(data) = &mut model.data {
        data.ask = ask;
    }
    tell(model, told);
    vec![Effect::Focus(focus)]
}

/// All of it is stored, or nothing.
pub fn import(model: &mut Model, reports: Vec<Report>) -> Vec<Effect> {
    let reports = arrival(&model.history, reports).reports;
    if reports.is_empty() {
        return Vec::new();
    }
    let bank = model.bank.id();
    let texts = texts(bank, model.keep.archive_key(bank), &reports);
    vec![Effect::TakeIn { texts, reports }]
}

pub fn taken_in(model: &mut Model, reports: Vec<Report>, outcome: Result<(), Trouble>) -> Vec<Effect> {
    // Where nothing can be stored at all, it is here until the page goes, as everything else.
    if outcome == Err(Trouble::Full) {
        tell(model, t("There is no room left for what is in the file. Nothing was taken over.").to_owned());
        return Vec::new();
    }
    let taken = n("{} round added.", "{} rounds added.", reports.len());
    unite(Rc::make_mut(&mut model.history), reports);
    tell(model, taken);
    vec![progress(model)]
}
