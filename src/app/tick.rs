//! The timer, derived from the state: when to look again, and what a screen reader hears about the time.

use super::{Model, Tab};
use crate::language::{fill, intl, t};
use crate::round::clock::{Millis, Span};
use crate::round::{Place, Round, Sitting};

const SECOND: Span = Span::seconds(1);

/// In how long the model wants the next tick; none while no clock runs.
pub fn tick_in(model: &Model, now: Millis) -> Option<Span> {
    let Round::Running(sitting) = &*model.round else { return None };
    if model.tab != Tab::Ours || matches!(sitting.place, Place::Away { .. }) {
        return None;
    }
    // Just after the round's clock turns to its next second, so that no second is shown twice as long.
    Some(Span(SECOND.0 - sitting.charged(now).0 % SECOND.0 + 1))
}

/// How often the store is told that the round was brought up to date. Less than half of
/// [`AWAY`](crate::round::step::AWAY), with room to spare.
pub const NOTE_EVERY: Span = Span::seconds(10);

/// What to say about the time that passed between two ticks. Rare by design: twice a round, once a question.
pub fn threshold(sitting: &Sitting, before: Millis, now: Millis) -> Option<String> {
    let (was, is) = (sitting.left(before), sitting.left(now));
    for minutes in [1, 5] {
        let mark = Span::minutes(minutes);
        let roomy = sitting.plan.limit.is_some_and(|limit| limit > mark);
        if roomy && was.is_some_and(|was| was > mark) && is.is_some_and(|is| is <= mark) {
            return Some(fill(t("{} left in this round."), &[&spoken(mark)]));
        }
    }
    let (slot, item, state) = sitting.current()?;
    let budget = item.budget?;
    let over = state.is_open() && sitting.used(slot, before) < budget && sitting.used(slot, now) >= budget;
    over.then(|| t("The time meant for this question is over. The clock goes on; finish your thought.").to_owned())
}

/// The answer to “how much time is left?”.
pub fn time_left(sitting: &Sitting, now: Millis) -> String {
    let round = match sitting.left(now) {
        Some(left) => fill(t("{} left in this round."), &[&spoken(left)]),
        None => fill(t("{} so far, without a limit."), &[&spoken(sitting.charged(now))]),
    };
    let Some((slot, item, _)) = sitting.current() else { return round };
    let used = sitting.used(slot, now);
    match item.budget {
        Some(budget) if used <= budget => round + " " + &fill(t("{} left for this question."), &[&spoken(budget.minus(used))]),
        Some(budget) => round + " " + &fill(t("This question is {} over."), &[&spoken(used.minus(budget))]),
        None => round,
    }
}

/// `1 minute 5 seconds`
pub fn spoken(span: Span) -> String {
    let seconds = span.in_seconds();
    let unit = |number: u64, one, many| fill(if number == 1 { one } else { many }, &[&number]);
    let minutes = |minutes| unit(minutes, "{} minute", "{} minutes");
    intl("long", seconds as f64).unwrap_or_else(|| match (seconds / 60, unit(seconds % 60, "{} second", "{} seconds")) {
        (0, seconds) => seconds,
        (whole, _) if seconds % 60 == 0 => minutes(whole),
        (whole, seconds) => minutes(whole) + " " + &seconds,
    })
}
