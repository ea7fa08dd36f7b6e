//! Hands what the voice is asked for to `static/voice.js`.

use super::Around;
use crate::app::Msg;
use crate::app::voice::Wish;
use crate::web::voice::offered;

/// Returns what is known at once. All else is told later, by [`Handle::hear`](super::Handle::hear).
#[inline(never)]
pub fn carry_out(around: &Around, does: &str, about: &str, words: &str) -> Option<Msg> {
    around.voice(does, about, words);
    (does == "look").then(|| Msg::Voice(Wish::Offer, offered()))
}
