//! The interviewer's follow-up: which question an answer leads to.

use super::{Load, Model};
use crate::bank::answers::{Answers, KeyPoint};
use crate::bank::{Mode, QuestionId};
use crate::grade::{Grading, Mark, Reading, Verdict};
use crate::round::event::{Grade, Score};
use crate::round::judged::{Aim, Judged};
use crate::round::{Input, Round, Sitting};
use std::rc::Rc;

/// What has to happen before the input does, so that a follow-up stands behind its question already.
pub fn before(model: &Model, input: &Input) -> Option<Input> {
    let Load::Ready(answers) = &model.answers else { return None };
    match input {
        Input::Submit { .. } | Input::Judge { .. } | Input::Overrule { .. } => first(model, answers, input),
        _ => None,
    }
}

#[inline(never)]
fn first(model: &Model, answers: &Answers, input: &Input) -> Option<Input> {
    let sitting = model.round.sitting()?;
    let (question, score) = match input {
        Input::Overrule { question, .. } => return unsaid(sitting, answers, question),
        Input::Submit { question } => (question, sitting.current()?.2.draft.as_ref()?.1),
        Input::Judge { question, grade } if sitting.current()?.2.revealed => (question, grade.score()),
        _ => return None,
    };
    let here = sitting.current().filter(|(_, item, slot)| item.question == *question && slot.is_open());
    here.filter(|_| matches!(*model.round, Round::Running(_))).and_then(|_| follow_up(model, answers, sitting, question, score))
}

/// Before the first point of a spoken answer is ticked: that none is. Ticks count for nothing but what follows.
fn unsaid(sitting: &Sitting, answers: &Answers, question: &QuestionId) -> Option<Input> {
    let slot = sitting.slots.get(sitting.position(question)?).filter(|slot| slot.revealed && slot.judged.is_none())?;
    let mark = |point: &KeyPoint| Mark { weight: point.weight, is_sure: true, ..Mark::default() };
    let points = answers.get(question).filter(|_| slot.typed().is_none())?.key_points.iter().map(mark).collect();
    let grading = Rc::new(Grading { reading: Reading::Empty, points, ..Grading::default() });
    Some(Input::Grade { question: question.clone(), grading })
}

/// Of a typed answer it is known which points it has met and which it has missed, and of a spoken one whose points were ticked. Of others only how
/// good they were: after one that is right in full the interviewer goes on from a point that was met, after any other from one that was
/// missed. Where nothing is linked to a missed point, and most of the answer was right, the interviewer goes on from one that was met.
fn follow_up(model: &Model, answers: &Answers, sitting: &Sitting, after: &QuestionId, score: Score) -> Option<Input> {
    let (_, item, slot) = sitting.current()?;
    let points = &answers.get(after).filter(|_| item.follows < sitting.plan.rules.follow_ups)?.key_points;
    let from = |if_met: bool| {
        for (place, point) in points.iter().enumerate() {
            let is_met = match (&slot.judged, item.mode) {
                (Some(judged), _) => found(judged, Aim::Point(place)),
                (None, Mode::Typed) => None,
                (None, _) => Some(if_met),
            };
            for next in &point.follow_ups {
                if is_met == Some(next.if_met)
                    && sitting.position(&next.question).is_none_or(|slot| sitting.is_to_come(slot))
                    && let Some(question) = model.bank.question(&next.question)
                {
                    let level = model.bank.question(after)?.level;
                    return Some(Input::Follow { after: after.clone(), item: sitting.plan.follow_up(item, level, question) });
                }
            }
        }
        None
    };
    from(score == Score::FULL).or_else(|| from(true).filter(|_| score > Grade::Partly.score()))
}

/// Whether the point was met; none where that is half so, or not sure.
fn found(judged: &Judged, aim: Aim) -> Option<bool> {
    match judged.verdict(aim).filter(|_| !judged.asks(aim))? {
        Verdict::Met => Some(true),
        Verdict::Missed => Some(false),
        Verdict::Partly => None,
    }
}
