//! How a typed answer was judged: by the grader, and by the candidate, who has the last word on each point.

use super::event::Score;
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

    #[inline(never)]
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

    #[inline(never)]
    pub fn score(&self) -> Score {
        let mut grading = Grading::clone(&self.grading);
        if grading.reading == Reading::NotUnderstood {
            grading.points.iter_mut().chain(&mut grading.misconceptions).for_each(|mark| mark.credit = 0);
        }
        for (aim, verdict) in &self.overruled {
            let mark = match *aim {
                Aim::Point(place) => grading.points.get_mut(place),
                Aim::Misconception(place) => grading.misconceptions.get_mut(place),
            };
            if let Some(mark) = mark {
                mark.credit = verdict.credit();
            }
        }
        Score(grading.score())
    }
}
