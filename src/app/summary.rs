//! A finished round in sentences, as the debrief shows them and a saved report holds them.

use super::Model;
use super::preset::offered;
use super::words::{self, clock, confidence, duration, grade_name, questions};
use crate::bank::Bank;
use crate::language::{fill, form, key, n, t};
use crate::progress::Report;
use crate::progress::changed::Change;
use crate::progress::earlier::{Earlier, Trend};
use crate::progress::next::Advice;
use crate::progress::pacing::Pacing;
use crate::progress::tally::Tally;
use crate::round::clock::Span;
use crate::round::event::{Ending, Given, Score};
use crate::round::plan::Pace;
use crate::round::{Finish, Sitting, Slot};

pub fn percent(score: Score) -> String {
    words::percent(score.percent().into())
}

/// The result.
pub fn result(report: &Report) -> String {
    let count = |holds: fn(Score) -> bool| report.results.iter().filter(|result| holds(result.score)).count();
    let full = count(|score| score == Score::FULL);
    let all = report.results.len();
    match count(|score| score > Score::NONE && score < Score::FULL) {
        0 => fill(t("You had {right} of {all} right."), &[&full, &all]),
        partly => fill(t("You had {right} of {all} right, {some} in part."), &[&full, &all, &partly]),
    }
}

/// How long it took and how it ended.
pub fn time(sitting: &Sitting, finish: Finish) -> String {
    let used = duration(sitting.charged(finish.at));
    let mut line = match sitting.plan.limit {
        Some(limit) => fill(t("{used} of {planned}"), &[&used, &duration(limit)]),
        None => fill(t("{}, untimed"), &[&used]),
    };
    let mut add = |words: &str| line.extend([" · ", words]);
    match finish.ending {
        Ending::Complete => {}
        // There is no other end to one, unless the time runs out.
        Ending::HandedIn if sitting.plan.rules.exam => {}
        Ending::HandedIn => add(t("handed in early")),
        Ending::TimeUp => add(t("the time ran out")),
    }
    match sitting.plan.pace {
        Pace::HalfMore => add(t("Time × 1.5")),
        Pace::Double => add(t("Time × 2")),
        Pace::Tenfold => add(t("Time × 10")),
        Pace::Usual | Pace::Untimed => {}
    }
    match (sitting.extended, sitting.plan.limit) {
        (0, _) => {}
        (_, None) => add(t("its limit was taken off")),
        (times, _) => add(&n("extended once", "extended {} times", times as usize)),
    }
    if sitting.away.0 > 0 {
        add(&fill(t("interrupted, {} away not counted"), &[&duration(sitting.away)]));
    }
    line
}

/// Whether the name of the preset says what is asked.
pub fn is_kind(bank: &Bank, report: &Report) -> bool {
    offered(bank).iter().any(|preset| preset.name == report.preset)
}

/// What the author has changed of the question at that place, to be put after something else; nothing where it is as it was learned.
pub fn changed(model: &Model, place: Option<usize>) -> &'static str {
    let changed = model.today.iter().flat_map(|today| &today.changed).find(|(other, _)| Some(*other) == place);
    match changed {
        None => "",
        Some((_, Change::Words)) => t(" · reworded since you learned it"),
        Some((_, Change::Known)) => t(" · changed since you learned it"),
    }
}

/// Against the rounds before it.
pub fn earlier(earlier: &Earlier, now: Score) -> String {
    let difference = i32::from(now.percent()) - i32::from(earlier.last.percent());
    let (points, last) = (difference.unsigned_abs() as usize, percent(earlier.last));
    let against = match difference {
        0 => fill(t("The same as last time ({})"), &[&last]),
        1.. => fill(
            form("{} point better than last time ({last})", "{} points better than last time ({last})", points),
            &[&points, &last],
        ),
        _ => fill(form("{} point below last time ({last})", "{} points below last time ({last})", points), &[&points, &last]),
    };
    let mut line = if now > earlier.best {
        fill(t("{comparison}, your best so far."), &[&against])
    } else if earlier.rounds > 1 {
        fill(t("{comparison}; your best is {percent}."), &[&against, &percent(earlier.best)])
    } else {
        fill(t("{comparison}."), &[&against])
    };
    let (words, rounds) = match earlier.trend {
        Some(Trend::Rising(rounds)) => (t("Rising over the last {} rounds."), rounds),
        Some(Trend::Steady(rounds)) => (t("Steady over the last {} rounds."), rounds),
        Some(Trend::Falling(rounds)) => (t("Falling over the last {} rounds."), rounds),
        None => return line,
    };
    line.extend([" ", &fill(words, &[&rounds])]);
    line
}

/// What the times come to; each late question by its number.
pub fn pacing(pacing: &Pacing) -> String {
    let used = clock(pacing.used);
    let Some(planned) = pacing.planned else { return fill(t("{} a question, untimed."), &[&used]) };
    let line = fill(t("{used} a question, where {planned} was planned."), &[&used, &clock(planned)]);
    let late = |(place, over): &(usize, Span)| fill(t("{number} by {time}"), &[&(place + 1), &clock(*over)]);
    let late: Vec<String> = pacing.late.iter().take(NAMED).map(late).collect();
    line + " "
        + &match (late.join(t(", ")), pacing.late.len().saturating_sub(NAMED)) {
            (late, _) if late.is_empty() => t("None took longer.").to_owned(),
            (late, 0) => fill(t("Over time: question {}."), &[&late]),
            (late, more) => fill(t("Over time: question {questions}, and {more} more."), &[&late, &more]),
        }
}

/// So many late questions are named.
const NAMED: usize = 5;

/// What to work on, and why.
pub fn advice(bank: &Bank, advice: Advice) -> (String, String) {
    let name = match advice.topic() {
        Some(place) => words::topic(bank.topics().get(place).copied().unwrap_or_default()),
        None if matches!(advice, Advice::Slow(..)) => t("Keeping to the time").to_owned(),
        None => t("What you flagged").to_owned(),
    };
    let why = match advice {
        Advice::Topic(tally) => self::tally(tally),
        Advice::Slow(late, over) => fill(
            form(
                "{} question took longer than planned, {time} in all",
                "{} questions took longer than planned, {time} in all",
                late,
            ),
            &[&late, &clock(over)],
        ),
        Advice::Flagged(flagged) => questions(flagged),
        Advice::Weak(_, score, asked) => fill(t("{percent} in {questions} so far"), &[&percent(score), &questions(asked)]),
        Advice::New(_, new) => fill(t("not asked yet: {}"), &[&questions(new)]),
    };
    (name, why)
}

pub fn tally(tally: Tally) -> String {
    fill(t("{percent} in {questions}"), &[&percent(tally.score), &questions(tally.asked)])
}

/// What an answer was worth, in a word or two.
pub fn verdict(slot: &Slot) -> &'static str {
    match slot.closed.as_ref().map(|closed| &closed.given) {
        Some(Given::Spoken(Some(grade))) => grade_name(*grade),
        Some(Given::Spoken(None)) => t("Not judged yet"),
        // A hint costs something, and what is right stays right.
        Some(Given::Choice(_) | Given::Written(_) | Given::Folded) => {
            match slot.closed.as_ref().map_or(Score::NONE, |closed| closed.score) {
                Score::FULL => t("Right"),
                Score::NONE => t("Wrong"),
                _ => t("Right in part"),
            }
        }
        Some(Given::Typed(_)) if !slot.is_judged() => t("Not judged yet"),
        Some(Given::Typed(_)) if slot.misses_all() => t("Missed it"),
        Some(Given::Typed(_)) if slot.judged.as_ref().is_some_and(|judged| judged.score() == Score::FULL) => t("All of it"),
        Some(Given::Typed(_)) => t("Part of it"),
        Some(Given::Nothing) | None if slot.skipped => t("Skipped"),
        Some(Given::Nothing) | None if !slot.visited => t("Not reached"),
        Some(Given::Nothing) | None => t("No answer"),
    }
}

/// What else is to be said of it.
pub fn marks(slot: &Slot) -> String {
    let all = [
        (slot.closed.as_ref().is_some_and(|closed| closed.time_up), key("time ran out")),
        (slot.flagged, key("⚑ flagged")),
        (slot.interrupted, key("interrupted")),
    ];
    let mut marks = String::new();
    for (_, name) in all.into_iter().filter(|(holds, _)| *holds) {
        marks.extend([" · ", t(name)]);
    }
    if slot.hints > 0 {
        marks.extend([" · ", &n("{} hint", "{} hints", slot.hints.into())]);
    }
    if let Some(said) = slot.confidence {
        marks.extend([" · ", confidence(said)]);
    }
    marks
}
