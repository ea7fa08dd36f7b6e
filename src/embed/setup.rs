//! What `static/runtime.js` hands over at the mount: a text of settings, and the bank where it is not the built-in one.

use super::Around;
use crate::BUILT_IN_BANK;
use crate::app::Start;
use crate::app::drill::Drill;
use crate::app::options::Options;
use crate::app::preset::named;
use crate::bank::tree::Tree;
use crate::bank::{Bank, json};
use crate::language::code;

/// The bank of a compiled text, or the built-in one.
#[expect(
    clippy::expect_used,
    reason = "build.rs, or the reader of banks, wrote the text from a bank that had passed the same checks"
)]
pub fn bank(text: Option<&str>) -> Bank {
    let bank = json::read_bank(text.unwrap_or(BUILT_IN_BANK)).expect("a compiled bank is a bank");
    // Around an English interface nothing need be said of it.
    if text.is_none() && code() != "en" { bank.in_language("en".to_owned()) } else { bank }
}

/// The element's settings, `{"preset": "full", …}`, as names and values; a catalogue likewise.
pub fn settings(json: &str) -> Vec<(String, String)> {
    let Some(Tree::Map(fields)) = Tree::read(json) else { return Vec::new() };
    fields.into_iter().filter_map(|(name, value)| Some((name, value.text()?))).collect()
}

/// `page`, the name of a preset, or `due` for what is due today; of any other, the page's round.
pub fn start(wanted: &str, bank: &Bank) -> Start {
    match named(bank, wanted) {
        Some((place, _)) => Start::Preset(place),
        None if wanted == "due" => Start::Drill(Drill::Due),
        None => Start::Page,
    }
}

/// What the settings come to; the page's author is told what is wrong with them.
pub fn options(around: &Around, settings: &str, bank: &Bank) -> Options {
    let (options, warnings) = Options::read(&self::settings(settings), bank);
    warnings.iter().for_each(|warning| around.warn(warning));
    options
}
