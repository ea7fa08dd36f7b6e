//! The smallest scripts that ever broke a law, so that what they found stays found.

use super::app::begin;
use super::journal::write;
use super::script::{BEGIN, Play, bank};
use super::world::World;
use mock_interview::app::{Msg, Tab};
use mock_interview::bank::Mode;
use mock_interview::journal::key::Key;
use mock_interview::journal::load::load;
use mock_interview::journal::write_report;
use mock_interview::progress::Report;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Ending, RoundId};
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use mock_interview::round::{Finish, Input, Round};

/// Strict: a question to choose and one to say, half a minute each.
pub fn plan() -> Plan {
    let half = Some(Span::seconds(30));
    let item = |n: usize, mode| Item::new(bank().questions()[n].id.clone(), mode, half);
    Plan {
        preset: "Smallest".to_owned(),
        seed: String::new(),
        rules: Rules { strict: true, ..Rules::default() },
        pace: Pace::Usual,
        limit: Some(Span::minutes(1)),
        items: vec![item(0, Mode::Choice), item(2, Mode::Spoken)],
    }
}

#[test]
fn a_page_that_comes_back_adds_to_its_journal() {
    let mut world = World::new(1);
    begin(&mut world, 0, &plan());
    world.send(0, Msg::PageHidden);
    world.send(0, Msg::PageShown);
    world.pass(Span(1));
    world.send(0, Msg::Round(Input::HandIn));
    assert_eq!(world.loaded(0).rounds.pop().unwrap().round, *world.tabs[0].round);
}

#[test]
fn who_lost_the_round_leaves_its_journal_alone() {
    let mut world = World::new(2);
    begin(&mut world, 0, &plan());
    world.send(0, Msg::Round(Input::HandIn));
    world.remount(1);
    world.send(1, Msg::TakeOver);
    assert!(matches!((&world.tabs[0].tab, &world.tabs[1].tab), (Tab::Elsewhere, Tab::Ours)));
    world.send(0, Msg::StartMissed);
    world.send(0, Msg::ToLobby);
    assert_eq!(world.loaded(1).rounds.pop().unwrap().round, *world.tabs[1].round);
}

#[test]
fn who_goes_on_with_a_round_writes_later_stamps() {
    let Play { entries, round, seen } = Play::start(&plan());
    let name = Key::Journal { round: RoundId("law".to_owned()), writer: "first".to_owned() }.name(bank().id());
    let stored = load(bank().id(), &[(name, write(&entries))], seen).rounds.pop().unwrap();
    assert_eq!(stored.round, round);
    assert!(stored.seen > round.last());
}

#[test]
fn a_new_round_is_the_newest_even_if_the_clock_was_set_back() {
    let mut world = World::failing(1);
    begin(&mut world, 0, &plan());
    world.send(0, Msg::Round(Input::HandIn));
    world.now = Millis(BEGIN.0 - 1000);
    world.send(0, Msg::StartMissed);
    let begun = world.tabs[0].round.clone();
    world.remount(0);
    assert_eq!(world.tabs[0].round, begun);
}

#[test]
fn a_time_out_that_is_noticed_late_is_noted_as_late() {
    let mut world = World::new(1);
    begin(&mut world, 0, &plan());
    world.pass(Span::seconds(50));
    world.send(0, Msg::Round(Input::Tick));
    assert_eq!(world.loaded(0).rounds.pop().unwrap().seen, world.now);
}

#[test]
fn a_report_with_a_torn_tail_stays() {
    let Round::Running(sitting) = Play::start(&plan()).round else { panic!("the round runs") };
    let report = Report::new(&sitting, Finish { at: BEGIN, ending: Ending::HandedIn });
    let text = write_report(&report);
    let name = Key::Report { round: report.round.clone() }.name(bank().id());
    let broken = load(bank().id(), &[(name, format!("{text}torn"))], BEGIN).broken.pop().unwrap();
    assert_eq!(broken.good, Some(text));
}

#[test]
fn a_round_that_lost_its_end_still_ends_in_time() {
    let plan = Plan { rules: Rules::default(), ..plan() };
    let mut play = Play { seen: BEGIN.after(Span::seconds(61)), ..Play::start(&plan) };
    play.give(Input::Tick, BEGIN.after(Span::minutes(10)));
    let finish = Finish { at: BEGIN.after(Span::minutes(1)), ending: Ending::TimeUp };
    assert!(matches!(play.round, Round::Finished(_, how) if how == finish));
}
