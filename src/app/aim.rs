//! The day of the interview: said in the lobby, kept on this device, planned for. All of this is in the second part, as the lobby is.

use super::summary::percent;
use super::words::answers;
use super::{Effect, Model};
use crate::bank::order::by_key;
use crate::journal::aim::{StoredAim, write_aim};
use crate::journal::key::Key;
use crate::language::{fill, n, t};
use crate::progress::date;
use crate::round::clock::{Millis, Span};

/// As the field for it has it; nothing where it was cleared. Stores it in the place of all that was found.
pub fn set(model: &mut Model, date: &str, now: Millis) -> Vec<Effect> {
    let interview = date::read(date);
    if interview == model.aim.interview {
        return Vec::new();
    }
    model.aim.interview = interview;
    // Later than those it replaces, also where the clock was set back.
    let at = now.max(model.keep.aimed.after(Span(1)));
    model.keep.aimed = at;
    let name = Key::Aim { writer: model.keep.writer.clone() }.name(model.bank.id());
    let mut remove = std::mem::take(&mut model.keep.aims);
    remove.retain(|other| *other != name);
    vec![Effect::Fold { name, text: write_aim(StoredAim { at, interview }), remove }]
}

/// Takes in what the store holds, where that is newer than what is known.
pub fn found(model: &mut Model, aims: Vec<(String, StoredAim)>) {
    for (name, aim) in by_key(aims, |(_, aim)| (aim.at.0, 0)) {
        if aim.at > model.keep.aimed {
            model.keep.aimed = aim.at;
            model.aim.interview = aim.interview;
        }
        if !model.keep.aims.contains(&name) {
            model.keep.aims.push(name);
        }
    }
}

/// What the plan comes to; nothing where there is no date.
pub fn told(model: &Model) -> Option<String> {
    model.aim.interview?;
    let agenda = &model.today.as_ref()?.agenda;
    let Some(outlook) = agenda.outlook else {
        return Some(t("That day is over. Questions come when they are due, until you name another day.").to_owned());
    };
    let (kept, idle) = (percent(outlook.kept), percent(outlook.idle));
    let done = agenda.done;
    Some(match outlook.days {
        0 => fill(t("Today: {percent} expected · {answers} today"), &[&kept, &answers(done)]),
        days => {
            let (days, per_day) = (n("{} day", "{} days", days as usize), outlook.per_day);
            fill(
                t(
                    "{days} left · {answers} a day · {percent} expected on the day ({without} if you stop now) · {done} of {planned} today",
                ),
                &[&days, &answers(per_day), &kept, &idle, &done, &per_day],
            )
        }
    })
}
