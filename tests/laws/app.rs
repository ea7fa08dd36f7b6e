//! The laws of the whole widget: reloads, other tabs and a failing store neither stop a round nor lose an answer.

use super::script::{Move, bank, cases, moves, plan};
use super::world::World;
use mock_interview::app::drill::Drill;
use mock_interview::app::extra::Task;
use mock_interview::app::lobby::Edit;
use mock_interview::app::tick::NOTE_EVERY;
use mock_interview::app::{Dialog, Model, Msg, Start, Tab};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Given, RoundId};
use mock_interview::round::plan::{Pace, Plan};
use mock_interview::round::step::{AWAY, step};
use mock_interview::round::{Input, Place, Round, Slot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use std::rc::Rc;

const MOST: usize = 12;

#[derive(Clone, Copy, Debug)]
enum Act {
    /// Mostly what a round is made of.
    Play,
    Start,
    Again,
    ToLobby,
    TakeOver,
    HideTab,
    /// To another page and back.
    LeavePage,
    Reload,
    Remount,
    Other(usize),
}

/// Who, what, and the move whose gap and input it is.
fn script(tabs: usize, acts: impl Strategy<Value = Act>) -> impl Strategy<Value = Vec<(usize, Act, Move)>> {
    (vec((0..tabs, acts), MOST), moves(MOST))
        .prop_map(|(acts, moves)| acts.into_iter().zip(moves).map(|((tab, act), one)| (tab, act, one)).collect())
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => Just(Act::Play), 3 => Just(Act::Start), 1 => Just(Act::Again), 2 => Just(Act::ToLobby), 3 => Just(Act::TakeOver),
        1 => Just(Act::HideTab), 2 => Just(Act::LeavePage), 2 => Just(Act::Reload), 1 => Just(Act::Remount),
        1 => (0..others().len()).prop_map(Act::Other),
    ]
}

/// The acts that keep to one page.
fn staying() -> impl Strategy<Value = Act> {
    any_act().prop_map(|act| if matches!(act, Act::Reload | Act::Other(_)) { Act::Play } else { act })
}

/// Starts a custom round of these terms.
pub fn begin(world: &mut World, tab: usize, plan: &Plan) {
    let minutes = plan.limit.map(|limit| limit.in_seconds().div_ceil(60).to_string()).unwrap_or_default();
    let seconds = plan.items[0].budget.map(|budget| budget.in_seconds().max(5).to_string()).unwrap_or_default();
    let edits = [
        Edit::Count(plan.items.len().to_string()),
        Edit::Minutes(minutes),
        Edit::Seconds(seconds),
        Edit::Strict(plan.rules.strict),
        Edit::Pace(Pace::Usual),
    ];
    edits.into_iter().for_each(|edit| world.send(tab, Msg::Edit(edit)));
    world.send(tab, Msg::Extra(Task::StartCustom));
}

fn perform(world: &mut World, plan: &Plan, (tab, act, one): (usize, Act, Move)) {
    world.pass(one.gap);
    match act {
        Act::Play => {
            let input = match &*world.tabs[tab].round {
                Round::Lobby => return begin(world, tab, plan),
                round => one.input(round, &round.sitting().unwrap().plan),
            };
            world.send(tab, Msg::Round(input));
        }
        Act::Start => begin(world, tab, plan),
        Act::Again => world.send(tab, Msg::StartMissed),
        Act::ToLobby => world.send(tab, Msg::ToLobby),
        Act::TakeOver if world.tabs[tab].tab == Tab::Elsewhere => world.send(tab, Msg::TakeOver),
        Act::TakeOver | Act::HideTab => world.send(tab, Msg::TabHidden),
        Act::LeavePage => {
            world.send(tab, Msg::PageHidden);
            world.send(tab, Msg::PageShown);
        }
        Act::Reload => world.reload(tab),
        // In the lobby, one whose store failed would find its last round once more.
        Act::Remount if world.tabs[tab].tab == Tab::Free => {}
        Act::Remount => world.remount(tab),
        Act::Other(n) => world.send(tab, others()[n].clone()),
    }
}

fn others() -> [Msg; 11] {
    [
        Msg::AnswersCame(None),
        Msg::Retry,
        Msg::HideClock(true),
        Msg::AskTime,
        Msg::OpenDialog(Dialog::HandIn),
        Msg::SaveCopy,
        Msg::Start(Start::Page),
        Msg::Start(Start::Preset(9)),
        Msg::Start(Start::Drill(Drill::Missed)),
        Msg::Start(Start::Drill(Drill::Topic(0))),
        Msg::StartSame,
    ]
}

/// Whether its clock runs.
fn is_timed(round: &Round) -> bool {
    matches!(round, Round::Running(sitting) if !matches!(sitting.place, Place::Away { .. }))
}

fn finished(model: &Model) -> Option<RoundId> {
    match &*model.round {
        Round::Finished(sitting, _) => Some(sitting.id.clone()),
        _ => None,
    }
}

/// Two tabs in which all this was done before the browser crashed, having written down at `flush` what it had; the rounds that were over, and the
/// one that somebody held.
fn crashed(plan: &Plan, script: Vec<(usize, Act, Move)>, flush: usize) -> (World, BTreeSet<RoundId>, Option<Rc<Round>>) {
    let mut world = World::new(2);
    let mut ended = BTreeSet::new();
    for (n, act) in script.into_iter().enumerate() {
        if n == flush {
            world.flush();
        }
        perform(&mut world, plan, act);
        ended.extend(world.tabs.iter().filter_map(finished));
    }
    let held = world.holder().map(|holder| world.tabs[holder].round.clone());
    world.crash();
    (world, ended, held)
}

fn reported(world: &World) -> BTreeSet<RoundId> {
    world.loaded(0).reports.into_iter().map(|report| report.round).collect()
}

/// The round as it is after a pause until `now`, seen last at `seen`.
fn caught_up(round: &Round, seen: Millis, now: Millis) -> Round {
    step(bank(), round, seen, Input::Tick, now).map_or_else(|| round.clone(), |(round, _)| round)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_happens_every_round_and_report_is_kept(plan in plan(), script in script(2, any_act())) {
        let mut world = World::new(2);
        let mut ended = BTreeSet::new();
        for act in script {
            perform(&mut world, &plan, act);
            ended.extend(world.tabs.iter().filter_map(finished));
            let ours: Vec<usize> = (0..2).filter(|tab| world.tabs[*tab].tab == Tab::Ours).collect();
            prop_assert_eq!(ours, Vec::from_iter(world.holder()), "who plays holds the lock");
        }
        prop_assert_eq!(reported(&world), ended);
        if let Some(holder) = world.holder() {
            let (model, stored) = (&world.tabs[holder], world.loaded(holder).rounds.pop().unwrap());
            prop_assert_eq!(&stored.round, &*model.round);
            let behind = model.seen.since(stored.seen);
            prop_assert!(!is_timed(&stored.round) || behind <= NOTE_EVERY, "{:?} behind", behind);
        }
    }

    #[test]
    fn without_locks_every_report_is_kept(plan in plan(), script in script(2, any_act())) {
        let mut world = World::without_locks(2);
        let mut ended = BTreeSet::new();
        for act in script {
            perform(&mut world, &plan, act);
            ended.extend(world.tabs.iter().filter_map(finished));
        }
        prop_assert!(ended.is_subset(&reported(&world)));
    }

    #[test]
    fn a_reload_goes_on_where_it_was(plan in plan(), moves in moves(8), returns in vec(any::<bool>(), 8)) {
        let mut world = World::new(1);
        begin(&mut world, 0, &plan);
        for (one, stays) in moves.into_iter().zip(returns) {
            perform(&mut world, &plan, (0, Act::Play, one));
            let was = world.tabs[0].clone();
            let seen = world.loaded(0).rounds.last().unwrap().seen;
            world.pass(one.gap);
            if stays { world.remount(0) } else { world.reload(0) }
            prop_assert_eq!(&*world.tabs[0].round, &caught_up(&was.round, seen, world.now));
            prop_assert_eq!(finished(&was).is_some(), was.history.rounds() == 1);
        }
    }

    #[test]
    fn a_crash_of_the_browser_loses_no_answer(plan in plan(), script in script(2, any_act()), flush in 0..MOST) {
        let (mut world, mut ended, was) = crashed(&plan, script, flush);
        let mut restored = world.clone();
        restored.restore();
        let seen = restored.loaded(0).rounds.last().map(|stored| stored.seen);
        world.reload(0);
        // Its time may have run out meanwhile.
        ended.extend(finished(&world.tabs[0]));
        prop_assert_eq!(reported(&world), ended);
        if let Some(was) = was {
            prop_assert_eq!(&*world.tabs[0].round, &caught_up(&was, seen.unwrap(), world.now));
        } else {
            // At most the debrief that was left is shown once more.
            prop_assert!(!matches!(&*world.tabs[0].round, Round::Running(_)));
        }
    }

    #[test]
    fn a_copy_that_comes_late_brings_every_answer_back(
        plan in plan(), script in script(2, any_act()), flush in 0..MOST, after in script(1, staying()), late in 0..4usize,
        gone in select(vec![Span(1), AWAY.plus(Span(1))]),
    ) {
        let (mut world, mut ended, was) = crashed(&plan, script, flush);
        world.pass(gone);
        world.is_late = true;
        world.reload(0);
        for act in after.into_iter().take(late) {
            perform(&mut world, &plan, act);
            ended.extend(finished(&world.tabs[0]));
        }
        world.copy_comes(0);
        ended.extend(finished(&world.tabs[0]));
        prop_assert!(ended.is_subset(&reported(&world)));
        let Some(Round::Running(was)) = was.as_deref() else { return Ok(()) };
        if reported(&world).contains(&was.id) {
            // It was handed in before the copy came: nobody opens it again.
            return Ok(());
        }
        let shown = world.tabs[0].round.sitting().filter(|sitting| sitting.id == was.id).cloned();
        let stored = world.loaded(0).rounds.into_iter().find(|stored| stored.id == was.id);
        let now = shown.or_else(|| stored?.round.sitting().cloned()).unwrap();
        // Outside practice nobody stands before what they have answered: they could not go on.
        if let Some(Round::Running(sitting)) = Some(&*world.tabs[0].round).filter(|_| !was.plan.rules.practice)
            && let Place::Question { slot, .. } = sitting.place
        {
            prop_assert!(sitting.slots[slot].is_open());
        }
        // Practice alone takes an answer back.
        if late == 0 || !was.plan.rules.practice {
            // That its time was over may have come otherwise.
            let is_answered = |slot: &Slot| slot.closed.as_ref().is_some_and(|closed| closed.given != Given::Nothing);
            let is_there = |question| now.position(question).is_some_and(|slot| is_answered(&now.slots[slot]));
            let lost = was.items().find(|(item, slot)| is_answered(slot) && !is_there(&item.question));
            prop_assert_eq!(lost, None);
        }
    }

    #[test]
    fn a_failing_store_does_not_stop_a_round(plan in plan(), script in script(1, staying()), every in 1..5u32) {
        let (mut sound, mut failing) = (World::new(1), World::failing(every));
        for (tab, act, one) in script {
            // Within the same millisecond a round that was left lying may delay the next.
            let act = (tab, act, one.with_gap(one.gap.plus(Span(9))));
            perform(&mut sound, &plan, act);
            perform(&mut failing, &plan, act);
            let (sound, failing) = (&sound.tabs[0], &failing.tabs[0]);
            prop_assert_eq!(&sound.round, &failing.round);
            prop_assert_eq!(&sound.history, &failing.history);
        }
    }
}
