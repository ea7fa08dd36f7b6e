//! After years of practice the lobby is there before all of it is read: by a [`Checkpoint`] of the last visit. All of this is in the second
//! part, as what reads the store is.

use super::today::Today;
use super::{Effect, Model};
use crate::journal::checkpoint::{Checkpoint, mark, read_checkpoint};
use crate::journal::key::Key;
use crate::progress::glance::Glance;
use crate::progress::schedule::agenda::done;
use crate::round::Round;
use crate::round::clock::Millis;

/// Before anything is read: what the lobby is to show until all is.
pub fn found(model: &mut Model, texts: Vec<(String, String)>, now: Millis) {
    let mark = mark(&model.bank, &model.to_read);
    for (name, text) in texts {
        let fits = |checkpoint: &Checkpoint| checkpoint.memories.len() == model.bank.questions().len();
        if model.today.is_none()
            && !model.to_read.is_empty()
            && let Some(checkpoint) = read_checkpoint(&text, mark).filter(fits)
        {
            model.glance = Some(checkpoint.glance);
            model.today = Some(Box::new(Today::remembered(checkpoint, &model.bank, model.aim, now, model.zone)));
        }
        if !model.keep.checkpoints.contains(&name) {
            model.keep.checkpoints.push(name);
        }
    }
}

/// Makes one for the next visit, where there is an archive and something has changed.
#[inline(never)]
pub fn settle(model: &mut Model, now: Millis) -> Option<Effect> {
    if matches!(*model.round, Round::Running(_)) || model.is_behind() || model.keep.archives.is_empty() {
        return None;
    }
    let (today, last) = (model.today.as_ref()?, model.history.latest()?);
    let settled = Some((today.schedule.mark(), last.score));
    if model.keep.settled == settled {
        return None;
    }
    model.keep.settled = settled;
    let checkpoint = Checkpoint {
        at: now,
        done: done(&model.history, &model.bank, now, model.zone),
        glance: Glance::of(&model.bank, &model.history),
        memories: today.schedule.memories.clone(),
    };
    let name = Key::Checkpoint { writer: model.keep.writer.clone() }.name(model.bank.id());
    let mut remove = std::mem::replace(&mut model.keep.checkpoints, vec![name.clone()]);
    remove.retain(|other| *other != name);
    Some(Effect::Checkpoint { name, checkpoint: Box::new(checkpoint), remove })
}
