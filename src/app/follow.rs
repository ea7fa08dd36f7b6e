//! The interviewer's follow-up: which question an answer leads to.

use super::{Load, Model};
use crate::bank::QuestionId;
use crate::bank::answers::Answers;
use crate::round::event::{Grade, Score};
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

/// An answer that is right has met its key points, one that is right by a third at most has missed some; what lies between leads nowhere.
#[inline(never)]
fn follow_up(model: &Model, answers: &Answers, sitting: &Sitting, after: &QuestionId, score: Score) -> Option<Input> {
    let (_, item, slot) = sitting.current()?;
    let is_met = score == Score::FULL;
    let is_asked = item.follows < sitting.plan.rules.follow_ups && slot.is_open() && (is_met || score <= Grade::Partly.score());
    let points = answers.get(after).filter(|_| is_asked)?.key_points.iter();
    let fitting = points.flat_map(|point| &point.follow_ups).filter(|next| next.if_met == is_met);
    let fresh = fitting.filter(|next| sitting.position(&next.question).is_none_or(|slot| sitting.is_to_come(slot)));
    let question = fresh.into_iter().find_map(|next| model.bank.question(&next.question))?;
    Some(Input::Follow { after: after.clone(), item: sitting.plan.follow_up(item, question) })
}
