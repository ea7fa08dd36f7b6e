//! What is due today, kept beside the history while no round runs; and what the author has changed.

use super::extra::{Task, ask};
use super::{Effect, Load, Model};
use crate::progress::changed::{Change, changed};
use crate::progress::schedule::Schedule;
use crate::progress::schedule::agenda::{Agenda, Aim};
use crate::round::Round;
use crate::round::clock::Millis;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    pub schedule: Schedule,
    pub agenda: Agenda,
    aim: Aim,
    /// The places of questions that have changed since they were answered last; in a debrief, since before its round.
    pub changed: Vec<(usize, Change)>,
    /// Whether that was looked at with the answers, and in the lobby.
    seen: (bool, bool),
}

/// Brings it up to date; whether that has changed anything. It is called only when the second part is here, since it is in there.
#[inline(never)]
pub fn follow(model: &mut Model, now: Millis, effects: &mut Vec<Effect>) -> bool {
    if let Round::Running(_) = *model.round {
        return false;
    }
    let (bank, history, zone, aim) = (&model.bank, &model.history, model.zone, model.aim);
    let before = model.today.take().map(|today| *today);
    let mut seen = (false, false);
    let (mut schedule, agenda, mut changed) = match before {
        None => Default::default(),
        Some(today) => {
            seen = today.seen;
            (today.schedule, Some(today.agenda).filter(|_| today.aim == aim), today.changed)
        }
    };
    let has_changed = schedule.follow(bank, history, now);
    // Within a day nothing changes but by an answer.
    let agenda = agenda.filter(|agenda| !has_changed && agenda.is_of(now, zone));
    let mut is_same = agenda.is_some();
    let agenda = agenda.unwrap_or_else(|| Agenda::of(&schedule, history, bank, aim, now, zone));
    let sees = (matches!(model.answers, Load::Ready(_)), matches!(*model.round, Round::Lobby));
    if let Load::Ready(answers) = &model.answers
        && (has_changed || seen != sees)
    {
        changed = self::changed(bank, answers, history, model.round.sitting().map(|sitting| &sitting.id));
        is_same = false;
    }
    let is_lost = !is_same && sees.0 && history.has_lost(bank);
    model.today = Some(Box::new(Today { schedule, agenda, aim, changed, seen: sees }));
    if is_lost {
        effects.extend(ask(model, Task::Recognize, now));
    }
    // A question was recognised, and has answers that were not counted.
    if model.today.is_none() { follow(model, now, effects) } else { !is_same }
}
