//! The rules of a round: what an input means now, and what is due although nobody asked.

use super::clock::{Millis, Span};
use super::event::{Ending, Entry, Event, Given, Input, Score};
use super::{Place, Round, Sitting, judged, written};
use crate::bank::program::Program;
use crate::bank::{Bank, Mode};
use std::borrow::Cow;

/// When nothing ticked for longer than this, the candidate was away: the page was closed, the device slept, or
/// its clock was set.
pub const AWAY: Span = Span::minutes(2);

/// As many hints may be taken for a question.
pub const MOST_HINTS: u8 = 5;

/// What the input means now. `None`: nothing.
pub fn decide(bank: &Bank, round: &Round, input: Input) -> Option<Event> {
    match (round, input) {
        (Round::Lobby, Input::Start { round, plan }) if !plan.items.is_empty() => Some(Event::Started { round, plan }),
        (Round::Running(sitting), Input::HandIn) if !is_over(sitting) => Some(Event::Finished { ending: Ending::HandedIn }),
        (Round::Running(sitting), Input::Return) => matches!(sitting.place, Place::Away { .. }).then_some(Event::Returned),
        (Round::Finished(sitting, _), Input::Judge { question, grade }) => {
            let closed = sitting.slots.get(sitting.position(&question)?)?.closed.as_ref()?;
            let changes = matches!(closed.given, Given::Spoken(before) if before != Some(grade));
            changes.then_some(Event::Judged { question, grade })
        }
        (Round::Running(sitting) | Round::Finished(sitting, _), input @ (Input::Grade { .. } | Input::Overrule { .. })) => {
            judged::decide(sitting, input)
        }
        (Round::Running(sitting), input) if !matches!(sitting.place, Place::Away { .. }) => running(bank, sitting, input),
        _ => None,
    }
}

fn running(bank: &Bank, sitting: &Sitting, input: Input) -> Option<Event> {
    let here = sitting.current().filter(|(_, _, slot)| slot.is_open());
    let at = |question| here.filter(|(_, item, _)| item.question == question);
    // Whoever has read the model answer judges before doing anything else.
    let judging = here.is_some_and(|(_, _, slot)| slot.revealed);
    match input {
        Input::Open { question } => {
            let slot = sitting.position(&question)?;
            let elsewhere = here.is_none_or(|(current, ..)| current != slot);
            (elsewhere && !judging && sitting.slots[slot].is_open()).then_some(Event::Opened { question })
        }
        Input::Choose { question, choice } => {
            let (_, item, slot) = at(question.clone())?;
            let right = bank.question(&question)?.choice(choice)?.right;
            let score = if right { Score::FULL } else { Score::NONE };
            let changes = slot.draft != Some((Given::Choice(choice), score));
            (item.mode == Mode::Choice && changes).then_some(Event::Chosen { question, choice, score })
        }
        Input::Write { question, text } => {
            let (_, item, slot) = at(question.clone())?;
            let text = written::kept(text);
            let score = match (item.mode, &bank.question(&question)?.program) {
                (Mode::Output, Program::Here { output, .. }) => written::score(&text, output),
                (Mode::Typed, _) => Score::NONE,
                _ => return None,
            };
            (slot.written() != text).then_some(Event::Written { question, text, score })
        }
        Input::Submit { question } => {
            let (_, _, slot) = at(question.clone())?;
            (slot.draft.is_some() && !sitting.plan.rules.exam).then_some(Event::Submitted { question })
        }
        Input::Reveal { question } => {
            let (_, item, slot) = at(question.clone())?;
            (item.mode == Mode::Spoken && !slot.revealed).then_some(Event::Revealed { question })
        }
        Input::Judge { question, grade } => {
            let (_, _, slot) = at(question.clone())?;
            slot.revealed.then_some(Event::Judged { question, grade })
        }
        Input::Skip { question } => {
            at(question.clone())?;
            (!judging).then_some(Event::Skipped { question })
        }
        Input::Flag { question, flagged } => {
            let slot = sitting.slots.get(sitting.position(&question)?)?;
            (slot.flagged != flagged).then_some(Event::Flagged { question, flagged })
        }
        Input::Begin { question } => {
            let (slot, ..) = at(question.clone())?;
            let here = &sitting.slots[slot];
            (sitting.plan.items[slot].think.is_some() && !here.answering && !judging).then_some(Event::Began { question })
        }
        Input::Hint { question } => {
            let (_, _, slot) = at(question.clone())?;
            (sitting.plan.rules.hints && !judging && slot.hints < MOST_HINTS).then_some(Event::Hinted { question })
        }
        Input::Rate { question, confidence } => {
            let (_, _, slot) = at(question.clone())?;
            (!judging && slot.confidence != Some(confidence)).then_some(Event::Rated { question, confidence })
        }
        Input::Follow { after, item } => {
            let (_, known, _) = at(after.clone())?;
            let next = known.follows < sitting.plan.rules.follow_ups && item.follows == known.follows + 1;
            let known = sitting.position(&item.question);
            (next && known.is_none_or(|slot| sitting.is_to_come(slot))).then_some(Event::Followed { after, item })
        }
        Input::Continue { question } => {
            let (_, item, slot) = sitting.current()?;
            let moves = if slot.is_open() { sitting.plan.rules.exam && !judging } else { sitting.plan.rules.practice };
            (item.question == question && moves).then_some(Event::Continued { question })
        }
        Input::TakeBack { question } => {
            let (slot, item, _) = sitting.current()?;
            let next = Some(slot + 1).filter(|next| sitting.is_let_go(*next)).and_then(|next| sitting.plan.items.get(next));
            let follow_up = next.filter(|next| next.follows == item.follows + 1).map(|next| next.question.clone());
            (item.question == question && sitting.is_reviewing()).then_some(Event::TakenBack { question, follow_up })
        }
        Input::Extend { more } => sitting.plan.limit.map(|_| Event::Extended { more }),
        Input::Pause => sitting.plan.rules.practice.then_some(Event::Paused),
        Input::Start { .. } | Input::Return | Input::HandIn | Input::Tick | Input::Grade { .. } | Input::Overrule { .. } => None,
    }
}

fn is_over(sitting: &Sitting) -> bool {
    // In practice the last answer is still to be talked over, now or after a pause.
    let is_left = !sitting.plan.rules.practice || matches!(sitting.place, Place::Overview);
    is_left && sitting.slots.iter().all(|slot| !slot.is_open())
}

/// The next thing that is due at `now` although nobody asked, with the time at which it fell due.
fn due(round: &Round, now: Millis) -> Option<Entry> {
    let Round::Running(sitting) = round else { return None };
    if is_over(sitting) {
        return Some(Entry { at: sitting.last, event: Event::Finished { ending: Ending::Complete } });
    }
    if matches!(sitting.place, Place::Away { .. }) {
        return None;
    }
    let round_ends = sitting.deadline().map(|at| (at, Event::Finished { ending: Ending::TimeUp }));
    let question_ends = sitting
        .question_deadline()
        .zip(sitting.current())
        .map(|(at, (_, item, _))| (at, Event::TimedOut { question: item.question.clone() }));
    question_ends
        .into_iter()
        .chain(round_ends)
        .filter(|(at, _)| *at <= now)
        .min_by_key(|(at, _)| *at)
        .map(|(at, event)| Entry { at: at.max(sitting.last), event })
}

/// Brings the round to `now` and then does what `input` asks for. `seen` is when it was last brought up to date.
/// Returns the new round and what happened, in order (stamps never run back); `None` where nothing did.
pub fn step(bank: &Bank, round: &Round, seen: Millis, input: Input, now: Millis) -> Option<(Round, Vec<Entry>)> {
    let mut step = Step { round: Cow::Borrowed(round), entries: Vec::new() };
    let seen = seen.max(round.last());
    let now = now.max(seen);
    // Only a round that lost its last entries is behind here.
    step.catch_up(seen);
    if was_away(&step.round, seen, now) {
        step.happen(Entry { at: seen, event: Event::Left });
    }
    step.catch_up(now);
    if let Some(event) = decide(bank, &step.round, input) {
        step.happen(Entry { at: now, event });
        step.catch_up(now);
    }
    match step.round {
        Cow::Owned(round) => Some((round, step.entries)),
        Cow::Borrowed(_) => None,
    }
}

fn was_away(round: &Round, seen: Millis, now: Millis) -> bool {
    let Round::Running(sitting) = round else { return false };
    let here = !matches!(sitting.place, Place::Away { .. });
    here && !is_over(sitting) && now.since(seen) > AWAY
}

struct Step<'round> {
    round: Cow<'round, Round>,
    entries: Vec<Entry>,
}

impl Step<'_> {
    fn happen(&mut self, entry: Entry) {
        let round = std::mem::take(self.round.to_mut());
        self.round = Cow::Owned(round.apply(&entry));
        self.entries.push(entry);
    }

    fn catch_up(&mut self, now: Millis) {
        while let Some(entry) = due(&self.round, now) {
            self.happen(entry);
        }
    }
}
