//! What is due today, kept beside the history while no round runs.

use super::Model;
use crate::progress::schedule::Schedule;
use crate::progress::schedule::agenda::{Agenda, Aim};
use crate::round::Round;
use crate::round::clock::Millis;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    pub schedule: Schedule,
    pub agenda: Agenda,
    aim: Aim,
}

/// Brings it up to date; whether that has changed anything. It is called only when the second part is here, since it is in there.
#[inline(never)]
pub fn follow(model: &mut Model, now: Millis) -> bool {
    if let Round::Running(_) = *model.round {
        return false;
    }
    let (bank, history, zone, aim) = (&model.bank, &model.history, model.zone, model.aim);
    let before = model.today.take().map(|today| *today);
    let (mut schedule, agenda) =
        before.map_or_else(Default::default, |today| (today.schedule, Some(today.agenda).filter(|_| today.aim == aim)));
    let has_changed = schedule.follow(bank, history, now);
    // Within a day nothing changes but by an answer.
    let agenda = agenda.filter(|agenda| !has_changed && agenda.is_of(now, zone));
    let is_same = agenda.is_some();
    let agenda = agenda.unwrap_or_else(|| Agenda::of(&schedule, history, bank, aim, now, zone));
    model.today = Some(Box::new(Today { schedule, agenda, aim }));
    !is_same
}
