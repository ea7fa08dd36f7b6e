//! A custom round is offered again as it was last begun: over reloads, in two tabs, with a bank that has changed, and with a store that
//! keeps nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::extra::Task;
use mock_interview::app::lobby::{Edit, Lobby};
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Stored};
use mock_interview::bank::{Bank, Level, Mode, markdown};
use mock_interview::journal::form::{Form, read_form, write_form};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Loaded, load};
use mock_interview::round::Round;
use mock_interview::round::clock::Millis;
use mock_interview::round::plan::Pace;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The stored form, as ever.
const FORM: &str = include_str!("journals/v1-form.txt");

/// What the browser keeps; None where it keeps nothing.
type Store = Option<BTreeMap<String, String>>;

fn bank(topics: &str) -> Bank {
    let questions = topics.chars().map(|topic| format!("## Is it {topic}? {{topic={topic}}}\n\nYes.\n\n"));
    markdown::read("custom", &questions.collect::<String>()).unwrap().0
}

struct Tab {
    model: Model,
    now: Millis,
}

impl Tab {
    fn open(store: &Store, topics: &str, writer: &str) -> Tab {
        let model = Model::new(Rc::new(bank(topics)), Options::default(), writer.to_owned());
        let mut tab = Tab { model, now: Millis(1_700_000_000_000) };
        tab.send(&mut store.clone(), Msg::PartCame(true));
        tab.send(&mut store.clone(), Msg::ExtraCame(true));
        let texts = store.iter().flatten().map(|(name, text)| (name.clone(), text.clone())).collect();
        tab.send(&mut store.clone(), Msg::Opened { stored: Stored { texts, ..Stored::default() }, focused: false, start: None });
        tab
    }

    fn send(&mut self, store: &mut Store, msg: Msg) {
        for effect in update(&mut self.model, msg, self.now) {
            if let (Effect::Fold { name, text, remove }, Some(store)) = (effect, store.as_mut()) {
                store.insert(name, text);
                remove.iter().for_each(|name| drop(store.remove(name)));
            }
        }
    }

    fn begin(&mut self, store: &mut Store, edits: Vec<Edit>) {
        edits.into_iter().for_each(|edit| self.send(store, Msg::Edit(edit)));
        self.send(store, Msg::Extra(Task::StartCustom));
    }
}

fn edits() -> Vec<Edit> {
    vec![
        Edit::Pace(Pace::Double),
        Edit::Count("2".to_owned()),
        Edit::Topic("b".to_owned(), false),
        Edit::Level(Level::Deep, false),
        Edit::Mode(Mode::Choice, false),
        Edit::Minutes("7".to_owned()),
        Edit::Seconds("40".to_owned()),
        Edit::Strict(true),
        Edit::Seed("mine".to_owned()),
    ]
}

#[test]
fn after_a_reload_the_form_is_as_it_was_but_for_the_seed() {
    let mut store = Some(BTreeMap::new());
    let mut tab = Tab::open(&store, "abc", "one");
    tab.begin(&mut store, edits());
    let again = Tab::open(&store, "abc", "two").model;
    assert_eq!(again.lobby, Lobby { seed: again.lobby.seed.clone(), ..tab.model.lobby });
    assert!(again.lobby.seed != "mine" && again.lobby.strict && again.lobby.pace == Pace::Double);
}

#[test]
fn only_what_was_begun_is_kept() {
    let mut store = Some(BTreeMap::new());
    let mut tab = Tab::open(&store, "abc", "one");
    tab.send(&mut store, Msg::Edit(Edit::Strict(true)));
    tab.begin(&mut store, vec![Edit::Count("none".to_owned())]);
    assert_eq!(store, Some(BTreeMap::new()), "nothing can be begun so");
}

#[test]
fn of_two_tabs_the_newest_counts_and_the_next_clears_up() {
    let mut store = Some(BTreeMap::new());
    let (mut one, mut two) = (Tab::open(&store, "abc", "one"), Tab::open(&store, "abc", "two"));
    two.now = Millis(two.now.0 + 1);
    two.begin(&mut store, vec![Edit::Count("2".to_owned())]);
    one.begin(&mut store, vec![Edit::Count("1".to_owned())]);
    assert_eq!(store.as_ref().unwrap().len(), 2, "each under a key of its own");
    let mut three = Tab::open(&store, "abc", "three");
    assert_eq!(three.model.lobby.count, "2");
    // Its clock was set back.
    three.now = Millis(5);
    three.begin(&mut store, vec![Edit::Count("3".to_owned())]);
    assert_eq!(store.as_ref().unwrap().len(), 1);
    assert_eq!(Tab::open(&store, "abc", "four").model.lobby.count, "3");
}

#[test]
fn what_left_the_bank_is_dropped_and_what_came_is_ticked_where_all_was() {
    let mut store = Some(BTreeMap::new());
    Tab::open(&store, "abc", "one").begin(&mut store, vec![Edit::Topic("c".to_owned(), false), Edit::Count("2".to_owned())]);
    let topics = |store: &Store, of: &str| Tab::open(store, of, "two").model.lobby.topics.join("");
    assert_eq!((topics(&store, "abc"), topics(&store, "acd"), topics(&store, "cd")), ("ab".into(), "a".into(), "cd".into()));
    assert_eq!(Tab::open(&store, "a", "two").model.lobby.count, "1", "there are no more");
    Tab::open(&store, "abc", "two").begin(&mut store, vec![Edit::Topic("c".to_owned(), true)]);
    assert_eq!(topics(&store, "abcd"), "abcd");
}

#[test]
fn what_cannot_be_read_is_passed_over_and_stays() {
    let mut store = Some(BTreeMap::new());
    Tab::open(&store, "abc", "one").begin(&mut store, edits());
    let (name, text) = store.as_ref().unwrap().first_key_value().map(|(name, text)| (name.clone(), text.clone())).unwrap();
    let fresh = Tab::open(&None, "abc", "two").model.lobby;
    for broken in ["".to_owned(), text.replace("40", "41"), text.replace("form 1", "form 2"), text[..text.len() - 9].to_owned()] {
        let mut store = Some(BTreeMap::from([(name.clone(), broken.clone())]));
        let mut tab = Tab::open(&store, "abc", "two");
        assert_eq!(tab.model.lobby, fresh, "{broken}");
        assert!(!tab.model.keep.put_aside && !tab.model.keep.newer);
        tab.begin(&mut store, vec![Edit::Count("1".to_owned())]);
        assert_eq!(store.unwrap().get(&name), Some(&broken));
    }
}

#[test]
fn where_nothing_is_kept_a_round_begins_all_the_same() {
    let mut tab = Tab::open(&None, "abc", "one");
    tab.begin(&mut None, edits());
    tab.send(&mut None, Msg::Granted(Stored { texts: Vec::new(), ..Stored::default() }));
    assert!(matches!(*tab.model.round, Round::Running(_)));
}

#[test]
fn a_form_is_read_and_written_as_ever() {
    let form = Form {
        at: Millis(1_700_000_000_000),
        pace: Pace::HalfMore,
        questions: "12".to_owned(),
        minutes: String::new(),
        seconds: "40".to_owned(),
        modes: vec![Mode::Choice, Mode::Output],
        levels: Vec::new(),
        topics: vec!["event-loop".to_owned(), "größer “than”".to_owned()],
        strict: true,
    };
    assert_eq!(write_form(&form), FORM);
    assert_eq!(read_form(FORM), Some(form.clone()));
    let name = Key::Form { writer: "k3x9".to_owned() }.name("b");
    let loaded = load("b", &[(name.clone(), FORM.to_owned())], Millis(0));
    assert_eq!(loaded, Loaded { forms: vec![(name, form)], ..Loaded::default() });
}
