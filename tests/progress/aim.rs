//! The day of the interview: kept over reloads and in two tabs, cleared, in the past, and with a store that keeps nothing.

use super::super::reviews::{bank, id, noon, rated, report};
use super::super::taken;
use mock_interview::app::aim::told;
use mock_interview::app::drill::{self, Drill};
use mock_interview::app::lobby::Edit;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Stored};
use mock_interview::journal::aim::{StoredAim, read_aim, write_aim};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Loaded, load};
use mock_interview::progress::History;
use mock_interview::progress::schedule::day::Day;
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::round::clock::Millis;
use mock_interview::round::event::Score;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The stored form, as ever.
const AIM: &str = include_str!("../journals/v1-aim.txt");
const CLEARED: &str = include_str!("../journals/v1-aim-cleared.txt");

/// What the browser keeps.
type Store = BTreeMap<String, String>;

struct Tab {
    model: Model,
    now: Millis,
}

impl Tab {
    /// On the sixth of January 2026.
    fn open(store: &Store, writer: &str) -> Tab {
        let model = Model::new(Rc::new(bank(20)), Options::default(), writer.to_owned());
        let mut tab = Tab { model, now: noon(0) };
        update(&mut tab.model, Msg::PartCame(true), tab.now);
        update(&mut tab.model, Msg::ExtraCame(true), tab.now);
        let texts = store.iter().map(|(name, text)| (name.clone(), text.clone())).collect();
        update(
            &mut tab.model,
            Msg::Opened { stored: Stored { texts, ..Stored::default() }, focused: false, start: None },
            tab.now,
        );
        tab
    }

    fn set(&mut self, store: &mut Store, date: &str) {
        for effect in update(&mut self.model, Msg::Edit(Edit::Interview(date.to_owned())), self.now) {
            let Effect::Fold { name, text, remove } = effect else { panic!("{effect:?}") };
            store.insert(name, text);
            remove.iter().for_each(|name| drop(store.remove(name)));
        }
    }

    fn told(&self) -> Option<String> {
        told(&self.model)
    }
}

#[test]
fn a_date_is_kept_and_planned_for() {
    let mut store = Store::new();
    let mut tab = Tab::open(&store, "one");
    assert_eq!(tab.told(), None);
    tab.set(&mut store, "2026-01-18");
    let line = tab.told().unwrap();
    let kept = tab.model.today.as_ref().unwrap().agenda.outlook.unwrap().kept;
    assert!(kept >= Score(900), "else it were more than five a day");
    let kept = kept.percent();
    assert_eq!(line, format!("12 days left · 5 answers a day · {kept}% expected on the day (0% if you stop now) · 0 of 5 today"));
    let again = Tab::open(&store, "two");
    assert_eq!(again.told(), Some(line));
    let Some(plan) = drill::plan(&again.model, Drill::Due) else { panic!("there is something to do before the first round") };
    assert_eq!(plan.items.len(), 5);
    // A date is the same day in every zone.
    assert_eq!(again.model.aim.interview, Some(Day(20_471)));
}

#[test]
fn days_that_pass_and_answers_that_are_given_plan_it_anew() {
    let mut store = Store::new();
    let mut tab = Tab::open(&store, "one");
    tab.set(&mut store, "2026-01-18");
    let answers = |day: u32, from: usize| report(noon(day), (from..from + 3).map(|n| rated(id(n), Rating::Good)).collect());
    update(&mut tab.model, taken(vec![answers(0, 0)]), tab.now);
    assert!(tab.told().unwrap().ends_with("· 3 of 5 today"), "{:?}", tab.told());
    update(&mut tab.model, Msg::PageShown, noon(6));
    let later = tab.told().unwrap();
    assert!(later.starts_with("6 days left · ") && later.contains(" · 0 of "), "{later}");
    update(&mut tab.model, Msg::PageShown, noon(11));
    assert!(tab.told().unwrap().starts_with("1 day left · "));
    update(&mut tab.model, taken(vec![answers(12, 5)]), noon(12));
    let day = tab.told().unwrap();
    assert!(day.starts_with("Today: ") && day.ends_with(" expected · 3 answers today"), "{day}");
    update(&mut tab.model, Msg::PageShown, noon(13));
    assert_eq!(tab.told().unwrap(), "That day is over. Questions come when they are due, until you name another day.");
    let agenda = &tab.model.today.as_ref().unwrap().agenda;
    assert_eq!((agenda.outlook, agenda.per_day), (None, 20), "as without a date");
}

#[test]
fn what_is_no_date_clears_it_and_that_is_kept_too() {
    let mut store = Store::new();
    let mut tab = Tab::open(&store, "one");
    tab.set(&mut store, "2026-01-18");
    tab.set(&mut store, "2026-02-30");
    assert_eq!((tab.told(), store.len()), (None, 1));
    assert_eq!(Tab::open(&store, "two").told(), None);
    assert_eq!(update(&mut tab.model, Msg::Edit(Edit::Interview(String::new())), tab.now), [], "it is not there anyway");
}

#[test]
fn of_two_tabs_the_newest_counts_and_the_next_clears_up() {
    let mut store = Store::new();
    let (mut one, mut two) = (Tab::open(&store, "one"), Tab::open(&store, "two"));
    two.now = noon(1);
    two.set(&mut store, "2026-03-03");
    one.set(&mut store, "2026-02-02");
    assert_eq!(store.len(), 2, "each under a key of its own");
    let mut three = Tab::open(&store, "three");
    assert_eq!(three.model.aim.interview, Tab::open(&store, "four").model.aim.interview);
    assert_eq!(three.model.aim.interview, two.model.aim.interview);
    // Its clock was set back.
    three.now = Millis(5);
    three.set(&mut store, "");
    assert_eq!(store.len(), 1);
    assert_eq!(Tab::open(&store, "four").model.aim.interview, None);
    // A tab that had it before hears of it when it is handed the store again.
    let texts = store.clone().into_iter().collect();
    update(&mut two.model, Msg::Restored(Stored { texts, ..Stored::default() }), two.now);
    assert_eq!(two.model.aim.interview, None);
}

/// A store that is full keeps the old date; the new one counts as long as the widget lives.
#[test]
fn what_is_found_again_does_not_undo_what_was_said_since() {
    let mut store = Store::new();
    Tab::open(&store, "one").set(&mut store, "2026-02-02");
    let mut two = Tab::open(&store, "two");
    two.now = noon(1);
    two.set(&mut store.clone(), "2026-03-03");
    let texts = store.into_iter().collect();
    update(&mut two.model, Msg::Restored(Stored { texts, ..Stored::default() }), two.now);
    assert!(two.told().unwrap().starts_with("55 days left"), "{:?}", two.told());
}

#[test]
fn an_aim_is_read_and_written_as_ever() {
    let aim = StoredAim { at: Millis(1_700_000_000_000), interview: Some(Day(20_792)) };
    let cleared = StoredAim { interview: None, ..aim };
    assert_eq!((write_aim(aim).as_str(), write_aim(cleared).as_str()), (AIM, CLEARED));
    assert_eq!((read_aim(AIM), read_aim(CLEARED)), (Some(aim), Some(cleared)));
    let name = Key::Aim { writer: "a:1".to_owned() }.name("b");
    assert_eq!(name, "mock-interview:1:aim:b:a%3A1");
    let loaded = load("b", &[(name.clone(), AIM.to_owned())], Millis(0));
    assert_eq!(loaded, Loaded { aims: vec![(name.clone(), aim)], ..Loaded::default() });
    for broken in ["", &AIM.replace("12-05", "12-06"), &AIM.replace("aim 1", "aim 2"), &AIM[..AIM.len() - 4]] {
        assert_eq!(
            load("b", &[(name.clone(), broken.to_owned())], Millis(0)),
            Loaded::default(),
            "it stays where it is: {broken}"
        );
    }
}

proptest! {
    /// However the browser orders the keys, and however often they are read: the newest, and of those of one moment always the same.
    #[test]
    fn the_newest_counts(mut aims in proptest::collection::vec((0..4u64, 0..40_000i64), 0..6), turn in 0..6usize) {
        let text = |(n, (at, day)): (usize, &(u64, i64))| {
            let aim = StoredAim { at: Millis(1 + at), interview: Some(Day(*day)) };
            (Key::Aim { writer: format!("w{n}") }.name("schedule"), write_aim(aim))
        };
        aims.dedup_by_key(|(at, _)| *at);
        let mut texts: Vec<_> = aims.iter().enumerate().map(text).collect();
        let one = Tab::open(&texts.iter().cloned().collect(), "one");
        let newest = aims.iter().map(|(at, _)| *at).max();
        let of_newest = |day: Day| aims.iter().any(|(at, its)| Some(*at) == newest && Day(*its) == day);
        prop_assert_eq!(one.model.aim.interview.map(of_newest), newest.map(|_| true));
        let middle = turn.min(texts.len());
        texts.rotate_left(middle);
        let mut two = Model::new(Rc::new(bank(20)), Options::default(), "two".to_owned());
        update(&mut two, Msg::PartCame(true), noon(0));
        update(&mut two, Msg::ExtraCame(true), noon(0));
        for _ in 0..2 {
            let stored = Stored { texts: texts.clone(), ..Stored::default() };
            update(&mut two, Msg::Restored(stored), noon(0));
        }
        prop_assert_eq!(two.aim.interview, one.model.aim.interview);
        prop_assert_eq!(two.keep.aims.len(), texts.len());
        prop_assert_eq!(two.history, Rc::new(History::default()));
    }
}
