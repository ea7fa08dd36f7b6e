//! What a key means in a running round.

use super::{Dialog, Msg};
use crate::bank::draw::shuffled;
use crate::bank::{Bank, Mode};
use crate::language::key;
use crate::round::clock::Millis;
use crate::round::event::Grade;
use crate::round::{Input, Round};

/// The keys, for the help.
pub const KEYS: [(&str, &str); 11] = [
    ("1 – 9", key("choose an answer, judge your own, or the point of that number")),
    ("Enter", key("go on: submit (in a text: Ctrl+Enter), reveal the model answer, next")),
    ("I", key("a hint, where the round has them")),
    ("U, P", key("in practice: take the answer back, pause")),
    ("S", key("skip for now")),
    ("F", key("flag for the debrief")),
    ("T", key("how much time is left")),
    ("M", key("a quarter more time")),
    ("H", key("hide or show the clock")),
    ("E", key("end the round")),
    ("?", key("this help")),
];

/// So many hundredths of the time are one key.
pub const QUARTER: u64 = 25;

/// None where the key means nothing now; it is then left to the page.
pub fn meaning(bank: &Bank, round: &Round, now: Millis, clock_hidden: bool, key: &str) -> Option<Msg> {
    let Round::Running(sitting) = round else { return None };
    let lower = key.to_ascii_lowercase();
    match lower.as_str() {
        "?" => return Some(Msg::OpenDialog(Dialog::Help)),
        "e" => return Some(Msg::OpenDialog(Dialog::HandIn)),
        "t" => return Some(Msg::AskTime),
        "m" if sitting.plan.limit.is_some() => return Some(Msg::Round(Input::Extend { more: Some(QUARTER) })),
        "h" => return Some(Msg::HideClock(!clock_hidden)),
        _ => {}
    }
    let (place, item, slot) = sitting.current()?;
    let question = item.question.clone();
    // Nobody answers what is not on screen yet.
    let is_here = bank.question(&question).is_none_or(|question| question.is_here(item.mode));
    let number = lower.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let is_open = slot.is_open();
    let input = match (lower.as_str(), number, item.mode) {
        ("p", ..) if sitting.plan.rules.practice => Input::Pause,
        ("u", ..) if sitting.is_reviewing() => Input::TakeBack { question },
        ("enter", ..) if !is_open || sitting.plan.rules.exam => Input::Continue { question },
        ("i", ..) if sitting.plan.rules.hints && is_open && is_here => Input::Hint { question },
        ("enter", _, Mode::Spoken) if sitting.thinking(place, now).is_some() => Input::Begin { question },
        ("s", ..) => Input::Skip { question },
        ("f", ..) => Input::Flag { question, flagged: !slot.flagged },
        ("enter", _, Mode::Choice | Mode::Output | Mode::Typed) => Input::Submit { question },
        ("enter", _, Mode::Spoken) if is_here && !slot.revealed => Input::Reveal { question },
        (_, Some(place), Mode::Typed) if !is_open => return Some(Msg::Turn { question, place }),
        (_, Some(number), Mode::Choice) => {
            let choice = shuffled(bank.question(&question)?, &sitting.plan.seed).get(number)?.key;
            Input::Choose { question, choice }
        }
        (_, Some(number), Mode::Spoken) if is_here && slot.revealed => Input::Judge { question, grade: *Grade::ALL.get(number)? },
        _ => return None,
    };
    Some(Msg::Round(input))
}
