//! How a typed answer was judged: by the grader, and by the candidate, who has the last word on each point. Of what was said aloud there is no
//! text: as far as the grader is concerned it was nothing, and every point that counts is one that the candidate has ticked.

use super::Sitting;
use super::event::{Event, Input, Score};
use crate::bank::QuestionId;
use crate::grade::{Grading, Mark, Reading, Verdict};
use std::rc::Rc;

/// What a verdict is about: a key point or a misconception, by its place in the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    Point(usize),
    Misconception(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The grader's, as it was.
    pub grading: Rc<Grading>,
    /// What the candidate said, in order; of each thing once.
    pub overruled: Vec<(Aim, Verdict)>,
}

impl Judged {
    pub fn new(grading: Rc<Grading>) -> Judged {
        Judged { grading, overruled: Vec::new() }
    }

    /// What the grader found; none where the rubric has no such place.
    pub fn mark(&self, aim: Aim) -> Option<&Mark> {
        match aim {
            Aim::Point(place) => self.grading.points.get(place),
            Aim::Misconception(place) => self.grading.misconceptions.get(place),
        }
    }

    /// What the candidate said of it.
    pub fn said(&self, aim: Aim) -> Option<Verdict> {
        self.overruled.iter().find(|(one, _)| *one == aim).map(|(_, verdict)| *verdict)
    }

    /// Whether no point is there, not even in part: a score of next to nothing is still of nothing.
    pub fn misses_all(&self) -> bool {
        (0..self.grading.points.len())
            .all(|place| !matches!(self.verdict(Aim::Point(place)), Some(Verdict::Met | Verdict::Partly)))
    }

    /// What counts; none where nobody knows yet.
    pub fn verdict(&self, aim: Aim) -> Option<Verdict> {
        let found = || self.mark(aim).map(Mark::verdict).filter(|_| self.grading.reading != Reading::NotUnderstood);
        self.said(aim).or_else(found)
    }

    /// Whether the candidate is asked: the grader is not sure, or could read nothing.
    pub fn asks(&self, aim: Aim) -> bool {
        let is_sure = self.grading.reading != Reading::NotUnderstood && self.mark(aim).is_none_or(|mark| mark.is_sure);
        !is_sure && self.said(aim).is_none()
    }

    /// Whether there is a result: what the grader could not read is open until the candidate says something of it.
    pub fn is_open(&self) -> bool {
        self.grading.reading == Reading::NotUnderstood && self.overruled.is_empty()
    }

    /// The last word on it. Nothing where there is no such place.
    pub fn overrule(&mut self, aim: Aim, verdict: Verdict) {
        if self.mark(aim).is_none() {
            return;
        }
        let place = self.overruled.partition_point(|(one, _)| *one < aim);
        match self.overruled.get_mut(place) {
            Some((one, said)) if *one == aim => *said = verdict,
            _ => self.overruled.insert(place, (aim, verdict)),
        }
    }

    pub fn score(&self) -> Score {
        score(self)
    }
}

// A round has such inputs and events only when the answers are here, and with them the second part of the program: it holds all this.

/// What such an input means now. It makes no difference whether the round is over.
#[inline(never)]
pub fn decide(sitting: &Sitting, input: Input) -> Option<Event> {
    let at = |question: &QuestionId| sitting.slots.get(sitting.position(question)?);
    match input {
        Input::Grade { question, grading } => {
            let slot = at(&question)?;
            let is_given = slot.typed().is_some() || slot.revealed;
            (is_given && slot.judged.is_none()).then_some(Event::Graded { question, grading })
        }
        Input::Overrule { question, aim, verdict } => {
            let slot = at(&question)?;
            let judged = slot.judged.as_ref().filter(|_| !slot.is_open() || slot.revealed)?;
            let changes = judged.mark(aim).is_some() && judged.said(aim) != Some(verdict);
            changes.then_some(Event::Overruled { question, aim, verdict })
        }
        _ => None,
    }
}

/// What comes of such an event.
#[inline(never)]
pub fn apply(sitting: &mut Sitting, event: &Event) {
    let (Event::Graded { question, .. } | Event::Overruled { question, .. }) = event else { return };
    let Some(slot) = sitting.position(question).and_then(|slot| sitting.slots.get_mut(slot)) else { return };
    let is_given = slot.typed().is_some() || slot.revealed;
    match (event, &mut slot.judged) {
        (Event::Graded { grading, .. }, None) if is_given => slot.judged = Some(Rc::new(Judged::new(grading.clone()))),
        (Event::Overruled { aim, verdict, .. }, Some(judged)) if slot.closed.is_some() || slot.revealed => {
            Rc::make_mut(judged).overrule(*aim, *verdict);
        }
        _ => {}
    }
}

#[inline(never)]
pub(super) fn score(judged: &Judged) -> Score {
    let is_read = judged.grading.reading != Reading::NotUnderstood;
    let counts = |marks: &[Mark], aim: fn(usize) -> Aim| {
        let mut counting = Vec::new();
        for (place, mark) in marks.iter().enumerate() {
            let found = if is_read { mark.credit } else { 0 };
            let credit = judged.said(aim(place)).map_or(found, Verdict::credit);
            counting.push(Mark { weight: mark.weight, credit, ..Mark::default() });
        }
        counting
    };
    let points = counts(&judged.grading.points, Aim::Point);
    let misconceptions = counts(&judged.grading.misconceptions, Aim::Misconception);
    Score(Grading { reading: judged.grading.reading, points, misconceptions }.score())
}
