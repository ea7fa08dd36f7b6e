//! The laws of a round and its time.

use super::script::{BEGIN, Move, Play, cases, moves, plan, play};
use mock_interview::bank::QuestionId;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Ending, Given};
use mock_interview::round::plan::Item;
use mock_interview::round::step::AWAY;
use mock_interview::round::{Closed, Input, Place, Round, Sitting, Slot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

const MOST: usize = 18;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn replaying_the_entries_gives_the_very_same_round(play in play(MOST)) {
        prop_assert_eq!(Round::replay(&play.entries), play.round);
    }

    #[test]
    fn when_it_ticks_makes_no_difference(plan in plan(), moves in moves(MOST), every in 1_000..60_000u64) {
        let moves: Vec<Move> = moves.into_iter().map(|one| one.with_gap(one.gap.min(AWAY))).collect();
        let (mut still, mut ticking) = (Play::start(&plan), Play::start(&plan));
        for one in &moves {
            let now = still.seen.after(one.gap);
            let (input, _) = still.make(one, &plan);
            let tick = Span(every.max(one.gap.0 / 6));
            while ticking.seen.after(tick) < now {
                ticking.give(Input::Tick, ticking.seen.after(tick));
            }
            ticking.give(input, now);
        }
        prop_assert_eq!(still.entries, ticking.entries);
        prop_assert_eq!(still.round, ticking.round);
    }

    #[test]
    fn stamps_never_run_back_nor_ahead(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        let mut last = BEGIN;
        for one in &moves {
            for entry in play.make(one, &plan).1 {
                prop_assert!(last <= entry.at && entry.at <= play.seen, "{:?} after {:?} at {:?}", entry, last, play.seen);
                last = entry.at;
            }
            prop_assert_eq!(play.round.last(), last);
        }
    }

    #[test]
    fn no_answer_is_lost(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            let was = play.clone();
            let (input, _) = play.make(one, &plan);
            let finished = matches!(play.round, Round::Finished(..));
            let (was, is) = (was.round.sitting().unwrap(), play.round.sitting().unwrap());
            for (item, before) in was.items() {
                // A follow-up moves those behind it up by one, and leaves again with the answer that led to it.
                let Some(after) = is.position(&item.question).map(|slot| &is.slots[slot]) else {
                    let taken_back = matches!(input, Input::TakeBack { .. });
                    prop_assert!(taken_back && item.follows > 0 && !before.visited && before.is_open());
                    continue;
                };
                let judged = matches!(&input, Input::Judge { question, .. } if *question == item.question);
                let taken_back = matches!(&input, Input::TakeBack { question } if *question == item.question);
                match &before.closed {
                    Some(closed) => {
                        let spoken = matches!(closed.given, Given::Spoken(_));
                        let kept = after.closed.as_ref() == Some(closed) || judged && finished && spoken;
                        prop_assert!(kept || taken_back && was.plan.rules.practice && after.draft == before.draft);
                    }
                    None => prop_assert!(holds(before, after, &input, judged, finished), "{:?} became {:?}", before, after),
                }
            }
        }
    }

    #[test]
    fn what_was_drawn_stays_in_the_round_and_without_answers_in_its_place(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            play.make(one, &plan);
            let sitting = play.round.sitting().unwrap();
            prop_assert_eq!(&*sitting.drawn, &plan);
            prop_assert_eq!(sitting.slots.len(), sitting.plan.items.len());
            let asked = |question: &QuestionId| sitting.plan.items.iter().filter(|item| item.question == *question).count();
            prop_assert!(plan.items.iter().all(|item| asked(&item.question) == 1));
            // Those that follow from nothing are in the order of the draw.
            let names = |items: &[Item]| -> Vec<QuestionId> { items.iter().map(|item| item.question.clone()).collect() };
            let still: Vec<Item> = sitting.plan.items.iter().filter(|item| item.follows == 0).cloned().collect();
            let still = names(&still);
            prop_assert_eq!(&still, &names(&plan.items).into_iter().filter(|name| still.contains(name)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn any_entries_in_any_order_can_be_replayed(play in play(MOST), order in vec(any::<Index>(), 0..MOST)) {
        let start = play.entries.iter().take(1);
        let round = Round::replay(start.chain(order.iter().map(|index| index.get(&play.entries))));
        used_is_charged(round.sitting().unwrap(), play.seen)?;
    }

    #[test]
    fn time_is_charged_once_and_never_beyond_the_limit(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            let before = used(&play);
            play.make(one, &plan);
            let after = used(&play);
            // A follow-up may be gone, but only one that took no time.
            let kept = |question, before| after.get(question).map_or(before == Span::ZERO, |after| before <= *after);
            prop_assert!(before.iter().all(|(question, before)| kept(question, *before)), "{:?} {:?}", before, after);
            time_is_sound(&play.round, play.seen)?;
        }
    }

    #[test]
    fn thinking_is_a_part_of_the_question_s_time_and_ends_for_good(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            let was = play.clone();
            play.make(one, &plan);
            let (before, after) = (was.round.sitting().unwrap(), play.round.sitting().unwrap());
            for (slot, (item, known)) in after.items().enumerate() {
                if let Some(left) = after.thinking(slot, play.seen) {
                    prop_assert_eq!(Some(left.plus(after.used(slot, play.seen))), item.think);
                    prop_assert!(known.is_open() && !known.answering);
                    let earlier = before.position(&item.question).filter(|slot| before.slots[*slot].visited && before.slots[*slot].is_open());
                    prop_assert!(earlier.is_none_or(|slot| before.thinking(slot, was.seen).is_some()));
                }
            }
        }
    }

    #[test]
    fn more_time_is_as_much_as_was_asked_for_and_brings_nothing_back(plan in plan(), moves in moves(MOST), gap in 0..120_000u64) {
        let mut play = Play::start(&plan);
        for one in &moves {
            play.make(one, &plan);
            let now = play.seen.after(Span(gap));
            play.give(Input::Tick, now);
            let Round::Running(was) = play.round.clone() else { return Ok(()) };
            for more in [Some(25), None] {
                let entries = play.clone().give(Input::Extend { more }, now);
                let away = matches!(was.place, Place::Away { .. });
                let Some(limit) = was.plan.limit.filter(|_| !away) else {
                    prop_assert!(entries.is_empty(), "nothing ends by itself: {:?}", entries);
                    continue;
                };
                let Round::Running(is) = entries.iter().fold(play.round.clone(), Round::apply) else { panic!("nothing ends by that") };
                prop_assert_eq!(is.plan.limit, more.map(|_| limit.scaled(125)));
                for ((before, slot), (after, known)) in was.items().zip(is.items()) {
                    prop_assert_eq!(slot, known);
                    let open = before.budget.and_then(|budget| more.map(|_| budget.scaled(125)));
                    prop_assert_eq!(after.budget, if slot.is_open() { open } else { before.budget });
                }
                prop_assert_eq!((is.place, is.away, is.extended), (was.place, was.away, was.extended.saturating_add(1)));
                prop_assert!(is.left(now).is_none_or(|left| Some(left) > was.left(now)) && is.drawn == was.drawn);
            }
        }
    }

    #[test]
    fn a_torn_round_can_be_played_on(plan in plan(), before in moves(MOST / 2), cut in any::<Index>(), after in moves(MOST / 2)) {
        let Play { entries, seen, .. } = Play::of(&plan, &before);
        let kept = entries[..=cut.index(entries.len())].to_vec();
        let mut play = Play { round: Round::replay(&kept), seen, entries: kept };
        for one in &after {
            play.make(one, &plan);
            time_is_sound(&play.round, play.seen)?;
        }
        prop_assert_eq!(Round::replay(&play.entries), play.round);
        prop_assert!(play.entries.is_sorted_by_key(|entry| entry.at));
    }

    #[test]
    fn time_away_is_not_charged(plan in plan(), moves in moves(MOST)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            let was = play.clone();
            play.make(one, &plan);
            let (before, after) = (charged(&was), charged(&play));
            prop_assert!(after.minus(before) <= one.gap.min(AWAY), "{:?} charged {:?}", one, after.minus(before));
            prop_assert!(!matches!(was.round, Round::Running(_)) || one.gap <= AWAY || before == after);
        }
    }
}

/// An open slot keeps what was done to it, and what it held is what counts in the end.
fn holds(before: &Slot, after: &Slot, input: &Input, judged: bool, finished: bool) -> bool {
    let choosing = matches!(input, Input::Choose { .. });
    let writing = matches!(input, Input::Write { .. });
    let draft = (before.draft == after.draft) || (choosing && after.draft.is_some()) || writing;
    let shown = after.revealed >= before.revealed;
    let counts = match &after.closed {
        None => !finished || (after.draft.is_none() && !after.revealed),
        Some(Closed { given, score, .. }) => match (&after.draft, after.revealed) {
            (Some(draft), _) => *draft == (given.clone(), *score),
            (None, true) => matches!(given, Given::Spoken(grade) if judged || grade.is_none()),
            (None, false) => *given == Given::Nothing,
        },
    };
    draft && shown && counts
}

/// By question: a follow-up moves the slots behind it.
fn used(play: &Play) -> BTreeMap<QuestionId, Span> {
    let sitting = play.round.sitting().unwrap();
    let used = |(slot, item): (usize, &Item)| (item.question.clone(), sitting.used(slot, play.seen));
    sitting.plan.items.iter().enumerate().map(used).collect()
}

/// At the end of the round, where it has one.
fn charged(play: &Play) -> Span {
    let now = match &play.round {
        Round::Finished(_, finish) => finish.at,
        _ => play.seen,
    };
    play.round.sitting().unwrap().charged(now)
}

fn used_is_charged(sitting: &Sitting, now: Millis) -> Result<(), TestCaseError> {
    let now = now.max(sitting.last);
    let sum = (0..sitting.slots.len()).fold(Span::ZERO, |sum, slot| sum.plus(sitting.used(slot, now)));
    prop_assert!(sum <= sitting.charged(now), "used {:?} of {:?}", sum, sitting.charged(now));
    Ok(())
}

/// The questions use no more than is charged, and nothing is charged beyond the limit.
fn time_is_sound(round: &Round, now: Millis) -> Result<(), TestCaseError> {
    let sitting = round.sitting().unwrap();
    used_is_charged(sitting, now)?;
    let (now, ending) = match round {
        Round::Finished(_, finish) => (finish.at, Some(finish.ending)),
        _ => (now, None),
    };
    let (charged, limit) = (sitting.charged(now), sitting.plan.limit);
    prop_assert!(limit.is_none_or(|limit| charged <= limit), "{:?} charged of {:?}", charged, limit);
    prop_assert!(ending != Some(Ending::TimeUp) || Some(charged) == limit, "{:?} charged of {:?}", charged, limit);
    prop_assert_eq!(sitting.left(now), limit.map(|limit| Span(limit.0 - charged.0)));
    Ok(())
}
