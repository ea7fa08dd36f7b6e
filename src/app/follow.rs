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

/// Of a typed answer it is known which points it has met and which it has missed. Of others: one that is right has met its key points, one that
/// is right by a third at most has missed some; what lies between leads nowhere.
#[inline(never)]
fn follow_up(model: &Model, answers: &Answers, sitting: &Sitting, after: &QuestionId, score: Score) -> Option<Input> {
    let (_, item, slot) = sitting.current()?;
    let is_met = score == Score::FULL;
    let is_asked = item.follows < sitting.plan.rules.follow_ups && slot.is_open();
    let is_telling = is_met || score <= Grade::Partly.score();
    let fits = |place: usize, next: &FollowUp| match (item.mode, &slot.judged) {
        (Mode::Typed, None) => false,
        (Mode::Typed, Some(judged)) => found(judged, Aim::Point(place)) == Some(next.if_met),
        _ => is_telling && next.if_met == is_met,
    };
    for (place, point) in answers.get(after).filter(|_| is_asked)?.key_points.iter().enumerate() {
        for next in &point.follow_ups {
            if fits(place, next)
                && sitting.position(&next.question).is_none_or(|slot| sitting.is_to_come(slot))
                && let Some(question) = model.bank.question(&next.question)
            {
                return Some(Input::Follow { after: after.clone(), item: sitting.plan.follow_up(item, question) });
            }
        }
    }
    None
}

/// Whether the point was met; none where that is half so, or not sure.
fn found(judged: &Judged, aim: Aim) -> Option<bool> {
    match judged.verdict(aim).filter(|_| !judged.asks(aim))? {
        Verdict::Met => Some(true),
        Verdict::Missed => Some(false),
        Verdict::Partly => None,
    }
}
