//! A finished round in sentences, as the debrief shows them and a saved report holds them.

use super::Model;
use super::preset::offered;
use super::words::{clock, confidence_name, count, duration, grade_name};
use crate::bank::{Bank, topic_name};
use crate::progress::Report;
use crate::progress::changed::Change;
use crate::progress::earlier::{Earlier, Trend};
use crate::progress::next::Advice;
use crate::progress::pacing::Pacing;
use crate::progress::tally::Tally;
use crate::round::event::{Ending, Given, Score};
use crate::round::plan::Pace;
use crate::round::{Finish, Sitting, Slot};

pub fn percent(score: Score) -> String {
    format!("{} %", score.percent())
}

/// The result.
pub fn result(report: &Report) -> String {
    let count = |holds: fn(Score) -> bool| report.results.iter().filter(|result| holds(result.score)).count();
    let full = count(|score| score == Score::FULL);
    let partly = match count(|score| score > Score::NONE && score < Score::FULL) {
        0 => String::new(),
        partly => format!(", {partly} in part"),
    };
    format!("You had {full} of {} right{partly}.", report.results.len())
}

/// How long it took and how it ended.
pub fn time(sitting: &Sitting, finish: Finish) -> String {
    let mut line = duration(sitting.charged(finish.at));
    line += &match sitting.plan.limit {
        Some(limit) => format!(" of {}", duration(limit)),
        None => ", untimed".to_owned(),
    };
    line += match finish.ending {
        Ending::Complete => "",
        // There is no other end to one, unless the time runs out.
        Ending::HandedIn if sitting.plan.rules.exam => "",
        Ending::HandedIn => " · handed in early",
        Ending::TimeUp => " · the time ran out",
    };
    line += match sitting.plan.pace {
        Pace::HalfMore => " · Time × 1.5",
        Pace::Double => " · Time × 2",
        Pace::Tenfold => " · Time × 10",
        Pace::Usual | Pace::Untimed => "",
    };
    line += &match (sitting.extended, sitting.plan.limit) {
        (0, _) => String::new(),
        (_, None) => " · its limit was taken off".to_owned(),
        (1, _) => " · extended once".to_owned(),
        (2, _) => " · extended twice".to_owned(),
        (times, _) => format!(" · extended {times} times"),
    };
    if sitting.away.0 > 0 {
        line += &format!(" · interrupted, {} away not counted", duration(sitting.away));
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
        Some((_, Change::Words)) => " · reworded since you learned it",
        Some((_, Change::Known)) => " · changed since you learned it",
    }
}

/// Against the rounds before it.
pub fn earlier(earlier: &Earlier, now: Score) -> String {
    let last = match i32::from(now.percent()) - i32::from(earlier.last.percent()) {
        0 => "The same as".to_owned(),
        more if more > 0 => format!("{} better than", count(more.unsigned_abs() as usize, "point")),
        less => format!("{} below", count(less.unsigned_abs() as usize, "point")),
    };
    let mut line = format!("{last} last time ({})", percent(earlier.last));
    if now > earlier.best {
        line += ", your best so far";
    } else if earlier.rounds > 1 {
        line += &format!("; your best is {}", percent(earlier.best));
    }
    line += ".";
    match earlier.trend {
        Some(Trend::Rising(rounds)) => line + &format!(" Rising over the last {rounds} rounds."),
        Some(Trend::Steady(rounds)) => line + &format!(" Steady over the last {rounds} rounds."),
        Some(Trend::Falling(rounds)) => line + &format!(" Falling over the last {rounds} rounds."),
        None => line,
    }
}

/// What the times come to; each late question by its number.
pub fn pacing(pacing: &Pacing) -> String {
    let used = clock(pacing.used);
    let Some(planned) = pacing.planned else { return format!("{used} a question, untimed.") };
    let mut line = format!("{used} a question, where {} was planned. ", clock(planned));
    let late: Vec<String> =
        pacing.late.iter().take(NAMED).map(|(place, over)| format!("{} by {}", place + 1, clock(*over))).collect();
    line += &match (late.join(", "), pacing.late.len().saturating_sub(NAMED)) {
        (late, _) if late.is_empty() => "None took longer.".to_owned(),
        (late, 0) => format!("Over time: question {late}."),
        (late, more) => format!("Over time: question {late}, and {more} more."),
    };
    line
}

/// So many late questions are named.
const NAMED: usize = 5;

/// What to work on, and why.
pub fn advice(bank: &Bank, advice: Advice) -> (String, String) {
    let name = match advice.topic() {
        Some(place) => topic_name(bank.topics().get(place).copied().unwrap_or_default()),
        None if matches!(advice, Advice::Slow(..)) => "Keeping to the time".to_owned(),
        None => "What you flagged".to_owned(),
    };
    let why = match advice {
        Advice::Topic(tally) => self::tally(tally),
        Advice::Slow(late, over) => format!("{} took longer than planned, {} in all", count(late, "question"), clock(over)),
        Advice::Flagged(flagged) => count(flagged, "question"),
        Advice::Weak(place, score, asked) => self::tally(Tally { place, score, asked }) + " so far",
        Advice::New(_, questions) => format!("not asked yet: {}", count(questions, "question")),
    };
    (name, why)
}

pub fn tally(tally: Tally) -> String {
    format!("{} in {}", percent(tally.score), count(tally.asked, "question"))
}

/// What an answer was worth, in a word or two.
pub fn verdict(slot: &Slot) -> &'static str {
    match slot.closed.as_ref().map(|closed| &closed.given) {
        Some(Given::Spoken(Some(grade))) => grade_name(*grade),
        Some(Given::Spoken(None)) => "Not judged yet",
        // A hint costs something, and what is right stays right.
        Some(Given::Choice(_) | Given::Written(_) | Given::Folded) => {
            match slot.closed.as_ref().map_or(Score::NONE, |closed| closed.score) {
                Score::FULL => "Right",
                Score::NONE => "Wrong",
                _ => "Right in part",
            }
        }
        Some(Given::Typed(_)) if !slot.is_judged() => "Not judged yet",
        Some(Given::Typed(_)) => match slot.judged.as_ref().map_or(Score::NONE, |judged| judged.score()) {
            Score::FULL => "All of it",
            Score::NONE => "Missed it",
            _ => "Part of it",
        },
        Some(Given::Nothing) | None if slot.skipped => "Skipped",
        Some(Given::Nothing) | None if !slot.visited => "Not reached",
        Some(Given::Nothing) | None => "No answer",
    }
}

/// What else is to be said of it.
pub fn marks(slot: &Slot) -> String {
    let marks = [
        (slot.closed.as_ref().is_some_and(|closed| closed.time_up), " · time ran out"),
        (slot.flagged, " · ⚑ flagged"),
        (slot.interrupted, " · interrupted"),
    ];
    let mut marks: String = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name).collect();
    if slot.hints > 0 {
        marks += &format!(" · {}", count(slot.hints.into(), "hint"));
    }
    if let Some(confidence) = slot.confidence {
        marks = marks + " · " + &confidence_name(confidence).to_ascii_lowercase();
    }
    marks
}
