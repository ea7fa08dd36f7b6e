//! Typed answers and their grader, a program of its own that comes when a round asks for one. No answer waits for it: what is submitted
//! before it is here is judged later, and what it cannot judge at all is for the learner to judge. What is done with its judgements is in the
//! third part of the program, which comes along with it; to replay them takes the second alone (`round/judged.rs`).

use super::extra::{Extra, Linked};
use super::play::{give, play};
use super::{Effect, Grader, Load, Model, Tab};
use crate::bank::{Mode, QuestionId};
use crate::grade::{Grading, Mark, Reading, Verdict};
use crate::round::clock::Millis;
use crate::round::judged::{Aim, Judged};
use crate::round::{Input, Slot};
use std::rc::Rc;

/// What is to be done now, after whatever happened: the grader is asked for, or for the next answer that nobody has judged. It is called only
/// when the answers are here, since it comes with them.
#[inline(never)]
pub fn follow(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(sitting) = model.round.sitting().filter(|_| model.tab == Tab::Ours) else { return };
    match model.grader {
        Grader::Absent if sitting.plan.items.iter().any(|item| item.mode == Mode::Typed) => {
            model.grader = Grader::Loading;
            effects.push(Effect::LoadGrader);
            if model.extra == Extra::Absent {
                model.extra = Extra::Coming;
                effects.push(Effect::LoadExtra);
            }
        }
        Grader::Ready if model.linked().is_some() => {
            let next = sitting.items().find(|(item, slot)| !slot.is_open() && is_awaited(model, &item.question, slot));
            effects.extend(next.map(|(item, slot)| ask(&item.question, slot, false)));
        }
        Grader::Absent | Grader::Loading | Grader::Ready | Grader::Failed => {}
    }
}

/// Whether nobody has judged the answer yet, and the grader can be asked to.
fn is_awaited(model: &Model, question: &QuestionId, slot: &Slot) -> bool {
    slot.typed().is_some() && slot.judged.is_none() && !model.unread.contains(question)
}

fn ask(question: &QuestionId, slot: &Slot, submits: bool) -> Effect {
    Effect::Grade { question: question.clone(), text: slot.typed().unwrap_or_default().to_owned(), submits }
}

/// What is to be shown of an answer; none as long as the grader will yet say something of it.
#[inline(never)]
pub fn seen(_: Linked, model: &Model, question: &QuestionId, slot: &Slot) -> Option<Rc<Judged>> {
    let missing = || Some(Rc::new(Judged::new(unread(model, question)?)));
    slot.judged.clone().or_else(|| if is_coming(model, question) { None } else { missing() })
}

/// Turns the verdict on a point to the next one; the misconceptions are counted on after the points.
#[inline(never)]
pub fn turn(linked: Linked, model: &mut Model, question: QuestionId, place: usize, now: Millis) -> Vec<Effect> {
    let slot = model.round.sitting().and_then(|sitting| sitting.slots.get(sitting.position(&question)?));
    let Some(judged) = slot.filter(|slot| slot.typed().is_some()).and_then(|slot| seen(linked, model, &question, slot)) else {
        return Vec::new();
    };
    let aim = match place.checked_sub(judged.grading.points.len()) {
        None => Aim::Point(place),
        Some(place) => Aim::Misconception(place),
    };
    let verdict = match (judged.verdict(aim).filter(|_| !judged.asks(aim)), aim) {
        (Some(Verdict::Met), Aim::Point(_)) => Verdict::Partly,
        (Some(Verdict::Met), Aim::Misconception(_)) | (Some(Verdict::Partly), _) => Verdict::Missed,
        (Some(Verdict::Missed) | None, _) => Verdict::Met,
    };
    play(model, Input::Overrule { question, aim, verdict }, now)
}

/// What has to come before the input. An answer that is handed in is judged first, where that can be done at once, since a follow-up goes by
/// its points: then the input is kept, and comes again with what the grader says.
#[inline(never)]
pub fn before(_: Linked, model: &mut Model, input: &Input, now: Millis, effects: &mut Vec<Effect>) -> bool {
    match input {
        Input::Submit { question } if model.grader == Grader::Ready && model.tab == Tab::Ours => {
            let sitting = model.round.sitting().filter(|sitting| !sitting.plan.rules.exam);
            let current = sitting.and_then(|sitting| sitting.current()).filter(|(_, item, _)| item.question == *question);
            let waits = current.filter(|(_, _, slot)| slot.is_open() && is_awaited(model, question, slot));
            let asked = waits.map(|(_, _, slot)| ask(question, slot, true));
            let keeps = asked.is_some();
            effects.extend(asked);
            return keeps;
        }
        Input::Overrule { question, .. } => {
            // Where the grader is missing, the learner judges what nobody could read.
            let slot = model.round.sitting().and_then(|sitting| sitting.slots.get(sitting.position(question)?));
            let is_unread = slot.is_some_and(|slot| slot.closed.is_some() && slot.typed().is_some() && slot.judged.is_none())
                && !is_coming(model, question);
            if let Some(grading) = unread(model, question).filter(|_| is_unread) {
                effects.extend(give(model, Input::Grade { question: question.clone(), grading }, now));
            }
        }
        _ => {}
    }
    false
}

/// Whether the grader will yet say something of the answer.
pub fn is_coming(model: &Model, question: &QuestionId) -> bool {
    model.grader != Grader::Failed && !model.unread.contains(question)
}

/// As if the grader could read nothing of the answer.
fn unread(model: &Model, question: &QuestionId) -> Option<Rc<Grading>> {
    let Load::Ready(answers) = &model.answers else { return None };
    let answer = answers.get(question)?;
    let mark = |weight| Mark { weight, ..Mark::default() };
    Some(Rc::new(Grading {
        reading: Reading::NotUnderstood,
        points: answer.key_points.iter().map(|point| mark(point.weight)).collect(),
        misconceptions: answer.misconceptions.iter().map(|_| mark(1)).collect(),
    }))
}

/// The grader has answered, or has failed at this one.
#[inline(never)]
pub fn graded(
    _: Linked,
    model: &mut Model,
    question: QuestionId,
    grading: Option<Rc<Grading>>,
    submits: bool,
    now: Millis,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    if grading.is_none() {
        // It has stopped: for the other answers there is to be a new one.
        model.grader = Grader::Absent;
    }
    if let Some(grading) = grading {
        effects = give(model, Input::Grade { question: question.clone(), grading }, now);
    }
    let slot = model.round.sitting().and_then(|sitting| sitting.slots.get(sitting.position(&question)?));
    if slot.is_none_or(|slot| slot.judged.is_none()) {
        model.unread.push(question.clone());
    }
    if submits {
        effects.extend(play(model, Input::Submit { question }, now));
    }
    effects
}

/// Tries once more to load it, and what it has failed at.
pub fn retry(model: &mut Model) -> bool {
    let again = matches!(model.answers, Load::Ready(_));
    if again {
        model.grader = Grader::Absent;
        if model.extra == Extra::Failed {
            model.extra = Extra::Absent;
        }
        model.unread.clear();
    }
    again
}
