//! The interviewer's follow-up: which question an answer leads to.

use super::{Load, Model};
use crate::bank::answers::{Answers, FollowUp};
use crate::bank::{Mode, QuestionId};
use crate::grade::Verdict;
use crate::round::event::{Grade, Score};
use crate::round::judged::{Aim, Judged};
use crate::round::{Input, Round, Sitting};

/// What is to be asked before the answer is taken, so that it stands behind its question already.
pub fn before(model: &Model, input: &Input) -> Option<Input> {
    let (Load::Ready(answers), Round::Running(sitting)) = (&model.answers, &*model.round) else { return None };
    let (_, item, slot) = sitting.current()?;
    let (question, score) = match input {
        Input::Submit { question } => (question, slot.draft.as_ref()?.1),
        Input::Judge { question, grade } if slot.revealed => (question, grade.score()),
        _ => return None,
    };
    (item.question == *question).then(|| follow_up(model, answers, sitting, question, score))?
}

/// Of a typed answer it is known which points it has met and which it has missed. Of others only how good they were: after one that is right in
/// full the interviewer goes on from a point that was met, after any other from one that was missed. Where nothing is linked to a missed
/// point, and most of the answer was right, the interviewer goes on from one that was met.
#[inline(never)]
fn follow_up(model: &Model, answers: &Answers, sitting: &Sitting, after: &QuestionId, score: Score) -> Option<Input> {
    let (_, item, slot) = sitting.current()?;
    let points = &answers.get(after).filter(|_| item.follows < sitting.plan.rules.follow_ups && slot.is_open())?.key_points;
    let from = |if_met: bool| {
        let fits = |place: usize, next: &FollowUp| match (item.mode, &slot.judged) {
            (Mode::Typed, judged) => found(judged.as_ref()?, Aim::Point(place)).filter(|is_met| *is_met == next.if_met),
            _ => Some(if_met).filter(|if_met| *if_met == next.if_met),
        };
        for (place, point) in points.iter().enumerate() {
            for next in &point.follow_ups {
                if fits(place, next).is_some()
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
