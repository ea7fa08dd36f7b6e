//! What is due today, kept beside the history while no round runs; and what the author has changed.

use super::extra::{Task, ask};
use super::{Effect, Load, Model};
use crate::bank::Bank;
use crate::journal::checkpoint::Checkpoint;
use crate::progress::changed::{Change, changed};
use crate::progress::schedule::Schedule;
use crate::progress::schedule::agenda::{Agenda, Aim, done};
use crate::progress::schedule::day::{Day, Zone};
use crate::round::Round;
use crate::round::clock::Millis;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    pub schedule: Schedule,
    pub agenda: Agenda,
    aim: Aim,
    /// The places of questions that have changed since they were answered last; in a debrief, since before its round.
    pub changed: Vec<(usize, Change)>,
    /// Whether that was looked at with the answers, and in the lobby.
    seen: (bool, bool),
}

impl Today {
    /// As it was at the last visit, for this day.
    pub fn remembered(checkpoint: Checkpoint, bank: &Bank, aim: Aim, now: Millis, zone: Zone) -> Today {
        let done = if Day::of(checkpoint.at, zone) == Day::of(now, zone) { checkpoint.done } else { 0 };
        let schedule = Schedule::remembered(checkpoint.memories);
        let agenda = Agenda::of(&schedule, done, bank, aim, now, zone);
        Today { schedule, agenda, aim, ..Today::default() }
    }
}

/// Brings it up to date; whether that has changed anything. It is called only when the second part is here, since it is in there.
#[inline(never)]
pub fn follow(model: &mut Model, now: Millis, effects: &mut Vec<Effect>) -> bool {
    // What was read of years of reports is no schedule before all of it is.
    if matches!(*model.round, Round::Running(_)) || !model.to_read.is_empty() {
        return false;
    }
    let (bank, history, zone, aim) = (&model.bank, &model.history, model.zone, model.aim);
    let mut today = model.today.take().unwrap_or_default();
    let has_changed = today.schedule.follow(bank, history, now);
    if today.schedule.is_behind {
        model.today = Some(today);
        return false;
    }
    // Within a day nothing changes but by an answer.
    let is_old = has_changed || today.aim != aim || !today.agenda.is_of(now, zone);
    if is_old {
        today.aim = aim;
        today.agenda = Agenda::of(&today.schedule, done(history, bank, now, zone), bank, aim, now, zone);
    }
    let mut is_same = !is_old;
    let sees = (matches!(model.answers, Load::Ready(_)), matches!(*model.round, Round::Lobby));
    if let Load::Ready(answers) = &model.answers
        && (has_changed || today.seen != sees)
    {
        today.changed = changed(bank, answers, history, model.round.sitting().map(|sitting| &sitting.id));
        is_same = false;
    }
    today.seen = sees;
    let is_lost = !is_same && sees.0 && history.has_lost(bank);
    model.today = Some(today);
    if is_lost {
        effects.extend(ask(model, Task::Recognize, now));
    }
    // A question was recognised, and has answers that were not counted.
    if model.today.is_none() { follow(model, now, effects) } else { !is_same }
}
