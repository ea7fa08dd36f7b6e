//! The third part of the program, and what the page asks for that is in it.

use super::Around;
use super::shell::{Shell, Signal};
use crate::app::extra::Linked;
use crate::app::{Model, Msg};
use crate::bank::tree::Tree;
use crate::journal::copy::{read_copy, write_copy};
use crate::progress::Report;
use yew::html::Scope;

/// In the second part.
#[inline(never)]
pub fn load(around: &Around, link: &Scope<Shell>) {
    let around = around.clone();
    link.send_future(async move { Signal::Msg(Msg::ExtraCame(around.extra().await.is_ok())) });
}

#[inline(never)]
pub fn exported(_: Linked, model: &Model) -> String {
    write_copy(model.bank.id(), &model.history)
}

/// The reports of such a text, and what is answered.
#[inline(never)]
pub fn imported(_: Linked, model: &Model, text: &str) -> (Option<Vec<Report>>, String) {
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
