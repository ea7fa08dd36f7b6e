//! The laws of what is typed: it counts as if the round had heard every key, and the journal stays small.

use super::script::{bank, cases};
use super::world::World;
use mock_interview::app::extra::Task;
use mock_interview::app::lobby::Edit;
use mock_interview::app::{Msg, Tab};
use mock_interview::bank::{Mode, QuestionId};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::Given;
use mock_interview::round::written::{LONGEST, compare, kept, score};
use mock_interview::round::{Input, Place, Round, Slot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A round of programs or typed answers, strict where a question has its time.
fn begin(world: &mut World, mode: Mode, minutes: &str, seconds: &str) -> QuestionId {
    let edits = [
        Edit::Mode(Mode::Choice, false),
        Edit::Mode(Mode::Spoken, false),
        Edit::Mode(if mode == Mode::Typed { Mode::Output } else { Mode::Typed }, false),
        Edit::Count("3".to_owned()),
        Edit::Minutes(minutes.to_owned()),
        Edit::Seconds(seconds.to_owned()),
        Edit::Strict(!seconds.is_empty()),
    ];
    edits.into_iter().for_each(|edit| world.send(0, Msg::Edit(edit)));
    world.send(0, Msg::Extra(Task::StartCustom));
    on_screen(&world.tabs[0].round).unwrap()
}

fn on_screen(round: &Round) -> Option<QuestionId> {
    round.sitting()?.current().map(|(_, item, _)| item.question.clone())
}

/// Lets the time pass as the shell does: with a tick every second.
fn pass(world: &mut World, span: Span) {
    let until = world.now.after(span);
    while until.since(world.now) > Span::seconds(1) {
        world.pass(Span::seconds(1));
        world.send(0, Msg::Round(Input::Tick));
    }
    world.pass(until.since(world.now));
}

fn type_in(world: &mut World, question: &QuestionId, text: &str) {
    world.send(0, Msg::Typed { question: question.clone(), text: text.to_owned() });
}

fn slot(round: &Round, question: &QuestionId) -> Slot {
    let sitting = round.sitting().unwrap();
    sitting.slots[sitting.position(question).unwrap()].clone()
}

/// As far as the store knows.
fn stored(world: &World) -> Round {
    world.loaded(0).rounds.pop().unwrap().round
}

fn stored_bytes(world: &World) -> usize {
    world.texts().filter(|(name, _)| name.contains(":journal:")).map(|(_, text)| text.len()).sum()
}

/// What counts, or would if nothing more came.
fn text_of(slot: &Slot) -> String {
    match slot.closed.as_ref().map(|closed| &closed.given) {
        Some(Given::Written(text) | Given::Typed(text)) => text.clone(),
        _ => slot.written().to_owned(),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_comes_next_finds_what_was_typed(
        keys in vec((0..3_000u64, any::<char>()), 1..20),
        next in 0..9usize,
        gap in 0..3_000u64,
        mode in select(vec![Mode::Output, Mode::Typed]),
    ) {
        let mut world = World::new(1);
        let question = begin(&mut world, mode, "10", "");
        let mut text = String::new();
        for (gap, key) in keys {
            pass(&mut world, Span(gap));
            text.push(key);
            type_in(&mut world, &question, &text);
        }
        pass(&mut world, Span(gap));
        match next {
            0 => world.send(0, Msg::Round(Input::Submit { question: question.clone() })),
            1 => world.send(0, Msg::Round(Input::Skip { question: question.clone() })),
            2 => world.send(0, Msg::Round(Input::Flag { question: question.clone(), flagged: true })),
            3 => world.send(0, Msg::Round(Input::HandIn)),
            4 => world.send(0, Msg::TabHidden),
            5 => world.send(0, Msg::PageHidden),
            // The device sleeps.
            6 => {
                world.pass(Span::minutes(30));
                world.send(0, Msg::Round(Input::Tick));
            }
            // Likewise, and the first to be heard of is a key.
            7 => {
                world.pass(Span::minutes(30));
                type_in(&mut world, &question, "something else");
            }
            _ => pass(&mut world, Span::seconds(6)),
        }
        prop_assert_eq!(text_of(&slot(&stored(&world), &question)), kept(text));
    }

    #[test]
    fn a_time_that_runs_out_takes_what_was_typed_before(
        keys in vec(1..4_000u64, 1..20),
        strict in any::<bool>(),
        mode in select(vec![Mode::Output, Mode::Typed]),
    ) {
        let mut world = World::new(1);
        let question = if strict { begin(&mut world, mode, "10", "20") } else { begin(&mut world, mode, "1", "") };
        let started = world.now;
        let limit = if strict { Span::seconds(20) } else { Span::minutes(1) };
        let mut in_time = String::new();
        for gap in keys {
            // No tick comes between the key and the end.
            world.pass(Span(gap));
            let text = format!("{in_time}x");
            type_in(&mut world, &question, &text);
            if world.now.since(started) < limit {
                in_time = text;
            }
        }
        pass(&mut world, Span::seconds(70));
        let slot = slot(&stored(&world), &question);
        let given = if mode == Mode::Typed { Given::Typed } else { Given::Written };
        let closed = slot.closed.filter(|closed| closed.given == given(in_time.clone()));
        prop_assert!(closed.is_some_and(|closed| closed.time_up), "{} is not what counts", in_time);
    }

    #[test]
    fn lines_count_at_their_place(wanted in vec("[a-c]{0,2}", 1..6), written in vec("[a-c ]{0,3}", 0..8)) {
        let wanted = wanted.join("\n") + "\nend";
        prop_assert_eq!(score(&format!("{}  \r\n\n \n", wanted.replace('\n', " \t\n")), &wanted).0, 1000);
        prop_assert_eq!(score("", &wanted).0, 0);
        let written = written.join("\n");
        let lines = compare(&written, &wanted);
        let right = lines.iter().filter(|(own, wanted)| own == wanted).count();
        prop_assert_eq!(usize::from(score(&written, &wanted).0), 1000 * right / lines.len());
        prop_assert_eq!(score(&written, &wanted).0 == 1000, lines.iter().all(|(own, wanted)| own == wanted));
        // One line more than there should be.
        let more = format!("{wanted}\nmore");
        prop_assert!(score(&more, &wanted).0 < 1000);
    }

    #[test]
    fn what_is_kept_is_never_too_long(text in select(vec!["x", "ä", "👩‍💻", "\n"]), times in 0..6_000usize) {
        let kept = kept(format!("{}.", text.repeat(times)));
        prop_assert!(kept.chars().count() <= LONGEST);
        prop_assert!(kept.is_empty() || kept.chars().count() == LONGEST.min(text.chars().count() * times + 1));
    }
}

#[test]
fn minutes_of_typing_leave_a_small_journal() {
    // Five keys a second for five minutes; and a long text that is changed all the time.
    for (begins_with, keeps) in [("", true), (&*"x".repeat(LONGEST - 1), false)] {
        let mut world = World::new(1);
        let question = begin(&mut world, Mode::Output, "10", "");
        let mut text = begins_with.to_owned();
        for n in 0..1500 {
            pass(&mut world, Span(200));
            if !keeps {
                text = begins_with.to_owned();
            }
            text.push(char::from(b'a' + (n % 26) as u8));
            type_in(&mut world, &question, &text);
        }
        assert!(stored_bytes(&world) < 60_000, "{} bytes", stored_bytes(&world));
        let missing = text.len() - slot(&stored(&world), &question).written().len();
        assert!(missing < 100, "{missing} keys are not stored yet");
    }
}

#[test]
fn what_was_typed_elsewhere_wins_over_what_stood_here() {
    let mut world = World::new(2);
    let question = begin(&mut world, Mode::Output, "10", "");
    type_in(&mut world, &question, "first");
    world.send(0, Msg::TabHidden);
    world.pass(Span::seconds(5));
    world.send(1, Msg::TakeOver);
    world.send(1, Msg::Typed { question: question.clone(), text: "second".to_owned() });
    world.send(1, Msg::TabHidden);
    world.pass(Span::seconds(5));
    world.send(0, Msg::TakeOver);
    assert_eq!(world.tabs[0].tab, Tab::Ours);
    assert_eq!(world.tabs[0].typed, None);
    assert_eq!(slot(&world.tabs[0].round, &question).written(), "second");
}

#[test]
fn what_is_typed_for_another_question_is_nothing() {
    let mut world = World::new(1);
    let question = begin(&mut world, Mode::Output, "10", "");
    world.send(0, Msg::Round(Input::Skip { question: question.clone() }));
    type_in(&mut world, &question, "late");
    world.send(0, Msg::TabHidden);
    assert_eq!(slot(&stored(&world), &question).draft, None);
    let spoken = QuestionId::new("q0");
    assert!(!bank().question(&spoken).unwrap().can(Mode::Output));
    type_in(&mut world, &spoken, "never asked");
    assert_eq!(world.tabs[0].typed, None);
    assert!(matches!(world.tabs[0].round.sitting().unwrap().place, Place::Question { since, .. } if since > Millis(0)));
}
