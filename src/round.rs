//! A round: one sitting, from the first question to the debrief.
//!
//! Three functions are all there is: [`decide`](step::decide) holds the rules (what an [`Input`] means now),
//! [`Round::apply`] holds the consequences (it is total and knows neither bank nor clock), and
//! [`step`](step::step) puts them together with the deadlines. A stored round is its [`Entry`]s; replaying them
//! with `apply` gives the very same round.

mod apply;
pub mod clock;
pub mod event;
mod follow;
pub mod judged;
pub mod plan;
pub mod step;
pub mod written;

use crate::bank::{Mode, QuestionId};
use clock::{Millis, Span};
use event::{Confidence, Ending, Given, RoundId, Score};
use judged::Judged;
use plan::{Item, Pace, Plan};
use std::rc::Rc;

pub use event::{Entry, Event, Input};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Round {
    #[default]
    Lobby,
    Running(Sitting),
    Finished(Sitting, Finish),
}

impl Round {
    pub fn sitting(&self) -> Option<&Sitting> {
        match self {
            Round::Lobby => None,
            Round::Running(sitting) | Round::Finished(sitting, _) => Some(sitting),
        }
    }

    /// The stamp of the last entry.
    pub fn last(&self) -> Millis {
        self.sitting().map_or(Millis(0), |sitting| sitting.last)
    }
}

/// When and how a round ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finish {
    pub at: Millis,
    pub ending: Ending,
}

/// All that is known of a round that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub id: RoundId,
    /// As it is now, with what followed from answers.
    pub plan: Rc<Plan>,
    /// As it was when the round began.
    pub drawn: Rc<Plan>,
    pub started: Millis,
    pub place: Place,
    /// One for each item of the plan, in its order.
    pub slots: Vec<Slot>,
    /// Time away that was not charged.
    pub away: Span,
    /// How often the time was extended.
    pub extended: u8,
    /// The stamp of the last entry.
    pub last: Millis,
}

/// Where the candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a slot, since then.
    Question { slot: usize, since: Millis },
    /// Every question was seen, some are still open.
    Overview,
    /// Gone since then; the slot they left.
    Away { since: Millis, slot: Option<usize> },
}

/// What became of one item of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    pub visited: bool,
    /// What is chosen or written but perhaps not yet submitted.
    pub draft: Option<(Given, Score)>,
    /// Spoken: the model answer is shown.
    pub revealed: bool,
    pub closed: Option<Closed>,
    /// Typed: what the grader said of the answer, and the candidate of that. Spoken: the points that the candidate has ticked, if any;
    /// they do not count.
    pub judged: Option<Rc<Judged>>,
    pub skipped: bool,
    pub flagged: bool,
    /// The candidate went away while this question was open.
    pub interrupted: bool,
    /// How many hints were taken.
    pub hints: u8,
    pub confidence: Option<Confidence>,
    /// On to the answer before the time to think was over.
    pub answering: bool,
    /// The time charged to this question so far, without the visit that is under way.
    pub used: Span,
}

/// A slot's final answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub given: Given,
    pub score: Score,
    /// The time ran out before it was submitted.
    pub time_up: bool,
}

/// From here on a reader is told that a question will be taken away.
pub const WARNING: Span = Span::seconds(25);

/// What a hint costs.
pub const HINT_COST: Score = Score(100);

impl Slot {
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// What is written so far.
    pub fn written(&self) -> &str {
        match &self.draft {
            Some((Given::Written(text) | Given::Typed(text), _)) => text,
            _ => "",
        }
    }

    /// The typed answer that counts, or would if nothing more came.
    pub fn typed(&self) -> Option<&str> {
        match self.closed.as_ref().map(|closed| &closed.given).or(self.draft.as_ref().map(|(given, _)| given)) {
            Some(Given::Typed(text)) => Some(text),
            _ => None,
        }
    }

    /// Typed: nothing of it shows a point. (Nobody has judged it yet, or the grader did not understand it: likewise.)
    pub fn misses_all(&self) -> bool {
        self.judged.as_ref().is_none_or(|judged| judged.misses_all())
    }

    /// Not so of a typed answer as long as neither the grader nor the candidate has said anything of it.
    pub fn is_judged(&self) -> bool {
        self.typed().is_none() || self.judged.as_ref().is_some_and(|judged| !judged.is_open())
    }

    /// What the answer is worth, less a tenth of everything for each hint.
    pub fn score(&self) -> Score {
        let worth = match (&self.closed, &self.judged) {
            (Some(Closed { given: Given::Typed(_), .. }), Some(judged)) => judged::score(judged).0,
            (Some(closed), _) => closed.score.0,
            (None, _) => 0,
        };
        Score(worth.saturating_sub(HINT_COST.0.saturating_mul(self.hints.into())))
    }
}

impl Sitting {
    /// The slot that is on screen, with its item.
    pub fn current(&self) -> Option<(usize, &Item, &Slot)> {
        match self.place {
            Place::Question { slot, .. } => Some((slot, self.plan.items.get(slot)?, self.slots.get(slot)?)),
            _ => None,
        }
    }

    pub fn items(&self) -> impl Iterator<Item = (&Item, &Slot)> {
        self.plan.items.iter().zip(&self.slots)
    }

    pub fn position(&self, question: &QuestionId) -> Option<usize> {
        self.plan.items.iter().position(|item| item.question == *question)
    }

    /// In an exam every question can be changed until the end; what is chosen or written there is an answer.
    pub fn is_answered(&self, slot: &Slot) -> bool {
        !slot.is_open() || (self.plan.rules.exam && slot.draft.is_some())
    }

    /// What was answered to each question that is closed.
    pub fn given(&self) -> impl Iterator<Item = Option<&Given>> {
        self.slots.iter().map(|slot| slot.closed.as_ref().map(|closed| &closed.given))
    }

    pub fn answered(&self) -> usize {
        self.slots.iter().filter(|slot| self.is_answered(slot)).count()
    }

    /// The time charged to the round at `now`.
    pub fn charged(&self, now: Millis) -> Span {
        let now = match self.place {
            Place::Away { since, .. } => since,
            _ => now,
        };
        now.since(self.started).minus(self.away)
    }

    /// What is left of the round's time; none where it has no limit.
    pub fn left(&self, now: Millis) -> Option<Span> {
        self.plan.limit.map(|limit| limit.minus(self.charged(now)))
    }

    /// The time charged to the slot at `now`.
    pub fn used(&self, slot: usize, now: Millis) -> Span {
        let Some(known) = self.slots.get(slot) else { return Span::ZERO };
        match self.place {
            Place::Question { slot: current, since } if current == slot && known.is_open() && !known.revealed => {
                known.used.plus(now.since(since))
            }
            _ => known.used,
        }
    }

    /// How much of the time to think is left; none where that is no phase of its own, or over.
    pub fn thinking(&self, slot: usize, now: Millis) -> Option<Span> {
        let (item, known) = (self.plan.items.get(slot)?, self.slots.get(slot)?);
        let left = item.think?.minus(self.used(slot, now));
        (known.is_open() && !known.revealed && !known.answering && left > Span::ZERO).then_some(left)
    }

    /// Practice: the question on screen is answered, and is talked over.
    pub fn is_reviewing(&self) -> bool {
        self.plan.rules.practice && self.current().is_some_and(|(_, _, slot)| !slot.is_open())
    }

    /// When the round's time is up, going by what is known now.
    pub(crate) fn deadline(&self) -> Option<Millis> {
        self.plan.limit.map(|limit| self.started.after(limit).after(self.away))
    }

    /// When a strict round takes the question away that is on screen.
    pub(crate) fn question_deadline(&self) -> Option<Millis> {
        let Place::Question { since, .. } = self.place else { return None };
        let (_, item, slot) = self.current()?;
        let waits = slot.is_open() && !(item.mode == Mode::Spoken && slot.revealed);
        if !self.plan.rules.strict || !waits {
            return None;
        }
        item.budget.map(|budget| since.after(budget.minus(slot.used)))
    }

    /// Soon something ends by itself, the round or in a strict one the question: there are [`WARNING`] to ask for more time, unless it had
    /// less from the beginning.
    pub fn is_running_out(&self, now: Millis) -> bool {
        let question = self.question_deadline().map(|at| at.since(now));
        self.left(now).is_some_and(|left| left <= Span::minutes(1)) || question.is_some_and(|left| left <= WARNING)
    }

    /// For the round and all that is still open; what was answered keeps the time that it had.
    pub(crate) fn extend(&mut self, at: Millis, more: Option<u64>) {
        let stretch = |span: &mut Option<Span>| *span = span.zip(more).map(|(span, more)| span.scaled(more.saturating_add(100)));
        let mut plan = self.plan.as_ref().clone();
        stretch(&mut plan.limit);
        for (slot, item) in plan.items.iter_mut().enumerate().filter(|(slot, _)| self.slots[*slot].is_open()) {
            stretch(&mut item.budget);
            // Nobody is sent back to thinking.
            if self.thinking(slot, at).is_some() {
                stretch(&mut item.think);
            }
        }
        if more.is_none() {
            plan.pace = Pace::Untimed;
        }
        self.plan = Rc::new(plan);
        self.extended = self.extended.saturating_add(1);
    }

    /// The mean over all questions asked: what is skipped or open counts nothing.
    pub fn score(&self) -> Score {
        Score::mean(self.slots.iter().map(Slot::score))
    }
}
