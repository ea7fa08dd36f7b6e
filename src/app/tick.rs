//! The timer, derived from the state: when to look again, and what a screen reader hears about the time.

use super::play::landmark;
use super::{Effect, Model, Tab};
use crate::language::{fill, intl, key, t};
use crate::round::clock::{Millis, Span};
use crate::round::{Place, Round, Sitting};

const SECOND: Span = Span::seconds(1);

/// In how long the model wants the next tick; none while no clock runs and nothing is to be read.
pub fn tick_in(model: &Model, now: Millis) -> Option<Span> {
    if model.is_behind() {
        return Some(Span::ZERO);
    }
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

/// A new question is read out in peace for so long.
const PEACE: Span = Span::seconds(2);
/// The time of single questions is spoken of no more often than that: with what is said of the round's, eight times in ten minutes at most.
const SELDOM: Span = Span::minutes(2);
/// Of a strict round: what is left of the question when that is said.
const SOON: Span = Span::seconds(20);

/// Says what is to be said of the time that passed since `before`. Rare by design: twice a round, and now and then of a question.
/// Here and below: only when the second part is here. It is, long before there is anything to say.
#[inline(never)]
pub fn tell_time(model: &mut Model, before: Millis) {
    let now = model.seen;
    let round = model.round.clone();
    let Round::Running(sitting) = &*round else {
        model.held = None;
        return;
    };
    let in_peace = !matches!(sitting.place, Place::Question { since, .. } if now.since(since) < PEACE);
    let of_round = threshold(sitting, before, now).or(model.held.take());
    let of_question = in_peace && of_round.is_none() && now.since(model.told) >= SELDOM;
    if !in_peace {
        model.held = of_round;
    } else if let Some(words) = of_round {
        model.say(words);
    } else if let Some(words) = of_question.then(|| question_threshold(sitting, before, now)).flatten() {
        model.told = now;
        model.say(words);
    }
}

/// One and five minutes before the end of the round; of one that is no longer than a minute, half a minute.
fn threshold(sitting: &Sitting, before: Millis, now: Millis) -> Option<String> {
    let (limit, was, is) = (sitting.plan.limit?, sitting.left(before)?, sitting.left(now)?);
    let marks = if limit > MINUTE { [MINUTE, Span::minutes(5)] } else { [Span::seconds(30); 2] };
    let mark = marks.into_iter().find(|mark| limit > *mark && was > *mark && is <= *mark)?;
    let line = fill(t("{} left in this round."), &[&spoken(mark)]);
    Some(if mark > MINUTE { line } else { line + " " + t(MORE) })
}

const MINUTE: Span = Span::minutes(1);
const MORE: &str = key("M gives a quarter more.");

fn question_threshold(sitting: &Sitting, before: Millis, now: Millis) -> Option<String> {
    let (slot, item, state) = sitting.current()?;
    let strict = sitting.plan.rules.strict;
    let mark = item.budget?.minus(if strict { SOON } else { Span::ZERO });
    let passed = state.is_open() && sitting.used(slot, before) < mark && sitting.used(slot, now) >= mark;
    let number = slot + 1;
    passed.then(|| match strict {
        true => fill(t("{time} left for question {number}."), &[&spoken(SOON), &number]) + " " + t(MORE),
        false => fill(t("The time meant for question {} is over. The clock goes on; finish your thought."), &[&number]),
    })
}

/// Answers “how much time is left?”.
#[inline(never)]
pub fn tell_left(model: &mut Model, now: Millis) {
    if let Some(words) = model.round.sitting().map(|sitting| time_left(sitting, now)) {
        model.say(words);
    }
}

/// Says what is left now that there is more.
#[inline(never)]
pub fn tell_more(model: &mut Model, now: Millis) -> Option<Effect> {
    // It was of another end.
    model.held = None;
    tell_left(model, now);
    // The buttons for more are gone.
    let is_untimed = model.round.sitting().is_some_and(|sitting| sitting.plan.limit.is_none());
    is_untimed.then(|| Effect::Focus(landmark(&model.round)))
}

fn time_left(sitting: &Sitting, now: Millis) -> String {
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
        (whole, _) if seconds.is_multiple_of(60) => minutes(whole),
        (whole, seconds) => minutes(whole) + " " + &seconds,
    })
}
