//! Where a browser may delete what is stored: it is asked not to, and where it does so for want of visits, a file is offered now and then.

use super::data::{Deed, Safety};
use super::{Effect, Model};
use crate::journal::key::Key;
use crate::round::Round;
use crate::round::clock::{Millis, Span};
use crate::round::event::Given;

/// Once there is more than one round, there is something to lose: then the browser is asked to keep it, once in a visit.
#[inline(never)]
pub fn settle(model: &mut Model, now: Millis) -> Option<Effect> {
    let Round::Lobby = *model.round else { return None };
    model.keep.offers = model.keep.safety == Some(Safety::Week) && is_unsaved(model, now);
    if model.history.rounds() < 2 || model.keep.safety.is_some() {
        return None;
    }
    model.keep.safety = Some(Safety::Unknown);
    Some(Effect::Data(Deed::LastQuietly))
}

/// So many answers are a file's worth,
const MANY: usize = 200;
/// and any at all after so long.
const LONG: Span = Span::minutes(7 * 24 * 60);

/// Whether there is much since the last file.
fn is_unsaved(model: &Model, now: Millis) -> bool {
    let (mut answers, mut first) = (0, now);
    for report in model.history.reports().iter().rev() {
        if report.ended <= model.keep.saved || answers >= MANY {
            break;
        }
        answers += report.results.iter().filter(|result| result.given != Given::Nothing).count();
        first = report.ended;
    }
    let since = if model.keep.saves.is_empty() { first } else { model.keep.saved };
    answers >= MANY || (answers > 0 && since.after(LONG) <= now)
}

/// They have a file now, or want none: that is stored in the place of all that was found.
pub fn saved(model: &mut Model, now: Millis) -> Effect {
    (model.keep.offers, model.keep.saved) = (false, now);
    let name = Key::Saved { writer: model.keep.writer.clone() }.name(model.bank.id());
    let mut remove = std::mem::replace(&mut model.keep.saves, vec![name.clone()]);
    remove.retain(|other| *other != name);
    Effect::Fold { name, text: now.0.to_string(), remove }
}
