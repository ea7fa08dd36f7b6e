//! The consequences of an event. Total: an event that does not fit the round leaves it as it was, so that any
//! prefix of a journal, and any union of two, can be replayed.

use super::clock::{Millis, Span};
use super::event::{Ending, Entry, Event, Given, Grade, RoundId, Score};
use super::follow::{follow, unfollow};
use super::plan::Plan;
use super::{Closed, Finish, Place, Round, Sitting, Slot, judged};
use crate::bank::{Mode, QuestionId};
use std::rc::Rc;

impl Round {
    pub fn apply(self, entry: &Entry) -> Round {
        match (self, &entry.event) {
            (Round::Lobby, Event::Started { round, plan }) if !plan.items.is_empty() => {
                Round::Running(Sitting::new(round, plan, entry.at))
            }
            (Round::Running(mut sitting), event) => {
                let at = entry.at.max(sitting.last);
                sitting.last = at;
                match event {
                    Event::Finished { ending } => {
                        sitting.finish(at, *ending);
                        Round::Finished(sitting, Finish { at, ending: *ending })
                    }
                    event => {
                        sitting.apply(at, event);
                        Round::Running(sitting)
                    }
                }
            }
            (
                Round::Finished(mut sitting, finish),
                event @ (Event::Judged { .. } | Event::Graded { .. } | Event::Overruled { .. }),
            ) => {
                sitting.last = sitting.last.max(entry.at);
                match event {
                    Event::Judged { question, grade } => sitting.judge_again(question, *grade),
                    event => judged::apply(&mut sitting, event),
                }
                Round::Finished(sitting, finish)
            }
            (round, _) => round,
        }
    }

    /// The round that these entries tell of.
    pub fn replay<'entry>(entries: impl IntoIterator<Item = &'entry Entry>) -> Round {
        entries.into_iter().fold(Round::Lobby, Round::apply)
    }
}

impl Sitting {
    fn new(id: &RoundId, plan: &Plan, at: Millis) -> Sitting {
        let mut slots = vec![Slot::default(); plan.items.len()];
        if let Some(first) = slots.first_mut() {
            first.visited = true;
        }
        let place = Place::Question { slot: 0, since: at };
        let plan = Rc::new(plan.clone());
        Sitting { id: id.clone(), drawn: plan.clone(), plan, started: at, place, slots, away: Span::ZERO, extended: 0, last: at }
    }

    fn apply(&mut self, at: Millis, event: &Event) {
        match event {
            Event::Left => {
                let slot = self.leave(at);
                if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
                    slot.interrupted |= slot.is_open();
                }
                if !matches!(self.place, Place::Away { .. }) {
                    self.place = Place::Away { since: at, slot };
                }
            }
            Event::Returned => {
                if let Place::Away { since, slot } = self.place {
                    self.away = self.away.plus(at.since(since));
                    self.place = slot.map_or(Place::Overview, |slot| Place::Question { slot, since: at });
                    // Another widget, of which this one knew nothing then, has closed it meanwhile.
                    if let Some(slot) = slot.filter(|slot| !self.slots[*slot].is_open() && !self.plan.rules.practice) {
                        self.move_on(at, slot);
                    }
                }
            }
            Event::Opened { question } => {
                if let Some(slot) = self.open_slot(question) {
                    self.go(at, slot);
                }
            }
            Event::Chosen { question, choice, score } => {
                if let Some(slot) = self.open_slot(question) {
                    self.slots[slot].draft = Some((Given::Choice(*choice), *score));
                }
            }
            Event::Written { question, text, score } => {
                if let Some(slot) = self.open_slot(question) {
                    let given = if self.plan.items[slot].mode == Mode::Typed { Given::Typed } else { Given::Written };
                    self.slots[slot].draft = (!text.is_empty()).then(|| (given(text.clone()), *score));
                    // It was said of another text.
                    self.slots[slot].judged = None;
                }
            }
            Event::Submitted { question } => self.close_draft(at, question, false),
            Event::TimedOut { question } => self.close_draft(at, question, true),
            Event::Revealed { question } => {
                if let Some(slot) = self.open_slot(question)
                    && self.plan.items[slot].mode == Mode::Spoken
                    && !self.slots[slot].revealed
                {
                    self.slots[slot].used = self.used(slot, at);
                    self.slots[slot].revealed = true;
                }
            }
            Event::Judged { question, grade } => {
                if let Some(slot) = self.open_slot(question)
                    && self.slots[slot].revealed
                {
                    let given = Given::Spoken(Some(*grade));
                    self.close(at, slot, Closed { given, score: grade.score(), time_up: false });
                }
            }
            event @ (Event::Graded { .. } | Event::Overruled { .. }) => judged::apply(self, event),
            Event::Skipped { question } => {
                if let Some(slot) = self.open_slot(question) {
                    self.slots[slot].skipped = true;
                    self.move_on(at, slot);
                }
            }
            Event::Began { question } => {
                if let Some(slot) = self.open_slot(question) {
                    self.slots[slot].answering = true;
                }
            }
            Event::Hinted { question } => {
                if let Some(slot) = self.open_slot(question) {
                    self.slots[slot].hints = self.slots[slot].hints.saturating_add(1);
                }
            }
            Event::Rated { question, confidence } => {
                if let Some(slot) = self.open_slot(question) {
                    self.slots[slot].confidence = Some(*confidence);
                }
            }
            Event::Followed { after, item } => follow(self, after, item),
            Event::Continued { question } => {
                if let Some(slot) = self.position(question) {
                    self.move_on(at, slot);
                }
            }
            Event::TakenBack { question, follow_up } => self.take_back(at, question, follow_up.as_ref()),
            Event::Extended { more } => self.extend(at, *more),
            Event::Paused => {
                let slot = self.leave(at);
                if !matches!(self.place, Place::Away { .. }) {
                    self.place = Place::Away { since: at, slot };
                }
            }
            Event::Flagged { question, flagged } => {
                if let Some(slot) = self.position(question) {
                    self.slots[slot].flagged = *flagged;
                }
            }
            Event::Started { .. } | Event::Finished { .. } => {}
        }
    }

    fn open_slot(&self, question: &QuestionId) -> Option<usize> {
        self.position(question).filter(|slot| self.slots[*slot].is_open())
    }

    /// What a slot's answer is if nothing more comes.
    fn as_it_stands(&self, slot: usize, time_up: bool) -> Closed {
        let slot = &self.slots[slot];
        let (given, score) = match &slot.draft {
            Some((given, score)) => (given.clone(), *score),
            None if slot.revealed => (Given::Spoken(None), Score::NONE),
            None => (Given::Nothing, Score::NONE),
        };
        Closed { given, score, time_up }
    }

    fn close_draft(&mut self, at: Millis, question: &QuestionId, time_up: bool) {
        if let Some(slot) = self.open_slot(question) {
            let closed = self.as_it_stands(slot, time_up);
            self.close(at, slot, closed);
        }
    }

    fn close(&mut self, at: Millis, slot: usize, closed: Closed) {
        // Whoever has revealed the model answer has nothing more to be told.
        if !self.plan.rules.practice || self.slots[slot].revealed {
            self.move_on(at, slot);
        } else if matches!(self.place, Place::Question { slot: here, .. } if here == slot) {
            self.leave(at);
        }
        self.slots[slot].closed = Some(closed);
        self.slots[slot].skipped = false;
    }

    /// Practice: the question is open again, as it was before it was answered.
    fn take_back(&mut self, at: Millis, question: &QuestionId, follow_up: Option<&QuestionId>) {
        if let Some((slot, item, _)) = self.current()
            && item.question == *question
            && self.is_reviewing()
        {
            self.slots[slot].closed = None;
            self.slots[slot].judged = None;
            self.slots[slot].revealed = false;
            self.place = Place::Question { slot, since: at };
            if let Some(next) = follow_up.and_then(|next| self.position(next)).filter(|next| self.is_let_go(*next)) {
                unfollow(self, next);
            }
        }
    }

    /// From `slot`, if that is where we are, to the next question that was never seen; failing that, the overview.
    fn move_on(&mut self, at: Millis, slot: usize) {
        if !matches!(self.place, Place::Question { slot: here, .. } if here == slot) {
            return;
        }
        let unseen = |slot: &Slot| !slot.visited && slot.is_open();
        let count = self.slots.len();
        let next = (slot + 1..count).chain(0..slot).find(|next| unseen(&self.slots[*next]));
        match next {
            Some(next) => self.go(at, next),
            None => {
                self.leave(at);
                self.place = Place::Overview;
            }
        }
    }

    fn go(&mut self, at: Millis, slot: usize) {
        if matches!(self.place, Place::Away { .. }) {
            return;
        }
        self.leave(at);
        self.slots[slot].visited = true;
        self.place = Place::Question { slot, since: at };
    }

    /// Charges the visit that ends here to its slot.
    fn leave(&mut self, at: Millis) -> Option<usize> {
        let Place::Question { slot, .. } = self.place else { return None };
        self.slots[slot].used = self.used(slot, at);
        Some(slot)
    }

    fn finish(&mut self, at: Millis, ending: Ending) {
        self.leave(at);
        if let Place::Away { since, .. } = self.place {
            self.away = self.away.plus(at.since(since));
        }
        for slot in 0..self.slots.len() {
            let closed = self.as_it_stands(slot, ending == Ending::TimeUp);
            if self.slots[slot].is_open() && closed.given != Given::Nothing {
                self.slots[slot].closed = Some(closed);
                self.slots[slot].skipped = false;
            }
        }
        self.place = Place::Overview;
    }

    fn judge_again(&mut self, question: &QuestionId, grade: Grade) {
        if let Some(slot) = self.position(question)
            && let Some(closed) = &mut self.slots[slot].closed
            && matches!(closed.given, Given::Spoken(_))
        {
            closed.given = Given::Spoken(Some(grade));
            closed.score = grade.score();
        }
    }
}
