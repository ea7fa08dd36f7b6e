//! The law of a long history: taken in piece by piece, whatever happens meanwhile, it is what it would be taken in at once.

use super::archive::any_report;
use super::journal::write;
use super::script::{BEGIN, Play, bank, cases, play};
use super::smallest::plan;
use mock_interview::app::extra::Task;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Stored, Tab};
use mock_interview::journal::archive::write_archive;
use mock_interview::journal::checkpoint::{mark, write_checkpoint};
use mock_interview::journal::key::{Key, later};
use mock_interview::journal::union::is_fuller;
use mock_interview::journal::write_report;
use mock_interview::progress::{History, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Given, RoundId, Score};
use mock_interview::round::{Input, Round};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;
use std::rc::Rc;

type Texts = BTreeMap<String, String>;

/// Some whole rounds, some folded ones, perhaps a running one, which may have a report as well; and perhaps one of the texts is cut.
fn store() -> impl Strategy<Value = Texts> {
    let folded = vec(vec(any_report(), 1..4), 0..4);
    (vec(any_report(), 0..6), folded, of((play(4), any::<bool>())), of((any::<Index>(), any::<Index>()))).prop_map(
        |(whole, folded, running, cut)| {
            let mut texts = Texts::new();
            let name = |key: Key| key.name(bank().id());
            for report in &whole {
                texts.insert(name(Key::Report { round: report.round.clone() }), write_report(report));
            }
            for (n, reports) in folded.iter().enumerate() {
                let folded: Vec<Report> = reports.iter().map(Report::folded).collect();
                texts.insert(name(Key::Archive { writer: format!("w-{n}") }), write_archive(&folded));
            }
            if let Some((Play { entries, .. }, has_report)) = running {
                let round = RoundId("law".to_owned());
                texts.insert(name(Key::Journal { round: round.clone(), writer: "w".to_owned() }), write(&entries));
                if let Some(report) = whole.first().filter(|_| has_report) {
                    texts.insert(name(Key::Report { round: round.clone() }), write_report(&Report { round, ..report.clone() }));
                }
            }
            texts.insert(name(Key::Saved { writer: "w".to_owned() }), "17".to_owned());
            if let Some((which, at)) = cut {
                let which = which.index(texts.len());
                let text = texts.values_mut().nth(which).unwrap();
                let at = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
                text.truncate(at);
            }
            texts
        },
    )
}

/// A tab, the store that it works on, and what it has asked for.
struct Reader {
    model: Model,
    texts: Texts,
    /// Whether the store is read piece by piece.
    waits: bool,
    now: Millis,
}

impl Reader {
    fn new(texts: &Texts, waits: bool) -> Reader {
        let model = Model::new(Rc::new(bank().clone()), Options::default(), "reader".to_owned());
        Reader { model, texts: texts.clone(), waits, now: BEGIN.after(Span::minutes(3)) }
    }

    fn stored(&self) -> Stored {
        let mut texts = self.texts.clone();
        let to_read = if self.waits { later(texts.keys().cloned().collect()).0 } else { Vec::new() };
        to_read.iter().for_each(|name| drop(texts.remove(name)));
        Stored { texts: texts.into_iter().collect(), to_read, trouble: None }
    }

    fn send(&mut self, msg: Msg) {
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            for effect in update(&mut self.model, msg, self.now) {
                messages.extend(self.run(effect));
            }
        }
    }

    fn run(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::LoadRest => return Some(Msg::PartCame(true)),
            Effect::LoadExtra => return Some(Msg::ExtraCame(true)),
            Effect::Ask { .. } => return Some(Msg::Granted(self.stored())),
            Effect::Write { name, text } => drop(self.texts.insert(name, text)),
            Effect::Checkpoint { name, checkpoint, remove } => {
                self.texts.retain(|name, _| !remove.contains(name));
                let (names, _) = later(self.texts.keys().cloned().collect());
                self.texts.insert(name, write_checkpoint(mark(bank(), &names), &checkpoint));
            }
            Effect::Remove(names) => self.texts.retain(|name, _| !names.contains(name)),
            Effect::Fold { name, text, remove } => {
                self.texts.insert(name, text);
                self.texts.retain(|name, _| !remove.contains(name));
            }
            Effect::PutAside(broken) => {
                self.texts.insert(broken.aside, broken.text);
                match broken.good {
                    Some(good) => self.texts.insert(broken.name, good),
                    None => self.texts.remove(&broken.name),
                };
            }
            _ => {}
        }
        None
    }

    fn open(&mut self) {
        let stored = self.stored();
        self.send(Msg::Opened { stored, focused: false, start: None });
    }

    /// The texts of the next so many names.
    fn read_on(&mut self, count: usize) {
        let names: Vec<String> = self.model.to_read.iter().take(count).cloned().collect();
        let texts = names.iter().filter_map(|name| Some((name.clone(), self.texts.get(name)?.clone())));
        let (count, texts) = (names.len(), texts.collect());
        self.send(Msg::ReadOn(count, texts));
    }

    fn finish(&mut self) {
        while self.model.is_behind() {
            self.read_on(1);
        }
        assert!(!self.model.opening && self.model.waiting.is_empty());
    }
}

#[derive(Clone, Debug)]
enum Meanwhile {
    Read(usize),
    /// Another tab has stored this anew, or one that this tab has not heard of.
    Heard(Index),
    /// Something was brought back from the second copy.
    Restored,
    /// It goes to another page, and comes back.
    Left,
    Tick,
    /// The rest of the program did not come at first.
    Retry,
    Show,
}

fn meanwhile() -> impl Strategy<Value = Meanwhile> {
    prop_oneof![
        6 => (1..4usize).prop_map(Meanwhile::Read),
        1 => any::<Index>().prop_map(Meanwhile::Heard),
        1 => Just(Meanwhile::Restored),
        1 => Just(Meanwhile::Left),
        1 => Just(Meanwhile::Tick),
        1 => Just(Meanwhile::Retry),
        1 => Just(Meanwhile::Show),
    ]
}

fn happen(reader: &mut Reader, what: &Meanwhile) {
    match what {
        Meanwhile::Read(count) => reader.read_on(*count),
        Meanwhile::Heard(which) => {
            let (name, text) = reader.texts.iter().nth(which.index(reader.texts.len())).unwrap();
            if Key::is_progress(name, bank().id()) {
                let texts = vec![(name.clone(), text.clone())];
                reader.send(Msg::Restored(Stored { texts, ..Stored::default() }));
            }
        }
        Meanwhile::Restored => {
            let stored = reader.stored();
            reader.send(Msg::Restored(stored));
        }
        Meanwhile::Left => {
            reader.send(Msg::PageHidden);
            reader.send(Msg::PageShown);
        }
        Meanwhile::Tick => reader.send(Msg::Round(Input::Tick)),
        Meanwhile::Retry => reader.send(Msg::Retry),
        Meanwhile::Show => reader.send(Msg::Extra(Task::Show(""))),
    }
}

fn is_checkpoint(name: &str) -> bool {
    matches!(Key::parse(name, bank().id()), Some(Key::Checkpoint { .. }))
}

/// A help for the next visit, and made where an archive was read.
fn but_checkpoints(texts: &Texts) -> Texts {
    texts.clone().into_iter().filter(|(name, _)| !is_checkpoint(name)).collect()
}

/// A round that was handed in, and its report.
fn played() -> (Play, Report) {
    let mut play = Play::start(&plan());
    play.give(Input::HandIn, BEGIN.after(Span(1)));
    let Round::Finished(sitting, finish) = &play.round else { panic!("it was handed in") };
    let report = Report::new(sitting, *finish);
    (play, report)
}

/// The report of a round that is looked at still may change before the rest has been read: what it says then is newer than what was read of it.
#[test]
fn what_changes_meanwhile_is_newer_than_what_was_read() {
    let (play, now) = played();
    // One that would stay, were both read.
    let before =
        (1..1000).map(|score| Report { score: Score(score), ..now.clone() }).find(|before| is_fuller(before, &now)).unwrap();
    let other = Report { round: RoundId("other".to_owned()), ..now.clone() };
    let report = |report: &Report| (Key::Report { round: report.round.clone() }.name(bank().id()), write_report(report));
    let journal = Key::Journal { round: now.round.clone(), writer: "w".to_owned() }.name(bank().id());
    let texts = Texts::from([(journal, write(&play.entries)), report(&before), report(&other)]);
    let mut reader = Reader::new(&texts, true);
    reader.open();
    assert!(reader.model.is_behind() && *reader.model.round == play.round);
    reader.send(Msg::ToLobby);
    assert!(reader.model.is_behind(), "it came in between");
    reader.finish();
    assert_eq!(*reader.model.history, History::of(vec![now, other]));
}

/// A round of two questions, both answered.
fn answered() -> Report {
    let (_, mut report) = played();
    for result in &mut report.results {
        (result.given, result.score) = (Given::Folded, Score::FULL);
    }
    report
}

/// What was answered today counts for today alone.
#[test]
fn a_checkpoint_knows_its_day() {
    let archive = Key::Archive { writer: "w-1".to_owned() }.name(bank().id());
    let mut before = Reader::new(&Texts::from([(archive, write_archive(&[answered()]))]), true);
    before.open();
    before.finish();
    for (hours, done) in [(1, 2), (30, 0)] {
        let mut reader = Reader::new(&before.texts, true);
        reader.now = before.now.after(Span::minutes(60 * hours));
        reader.open();
        let agenda = |reader: &Reader| reader.model.today.as_ref().unwrap().agenda.clone();
        let early = agenda(&reader);
        assert!(reader.model.is_behind() && !reader.model.opening);
        reader.finish();
        assert_eq!((early.done, early), (done, agenda(&reader)));
    }
}

/// The store holds other texts after that.
#[test]
fn folding_makes_another_checkpoint() {
    let name = |key: Key| key.name(bank().id());
    let mut texts = Texts::from([(name(Key::Archive { writer: "w-1".to_owned() }), write_archive(&[answered()]))]);
    for n in 0..400 {
        let round = RoundId(format!("r{n}"));
        let report = Report { round: round.clone(), seed: "s".repeat(1000), ..answered() };
        texts.insert(name(Key::Report { round }), write_report(&report));
    }
    let mut reader = Reader::new(&texts, true);
    reader.open();
    reader.finish();
    let made = |reader: &Reader| reader.texts.iter().find(|(name, _)| is_checkpoint(name)).unwrap().1.clone();
    let (before, count) = (made(&reader), reader.texts.len());
    reader.send(Msg::Extra(Task::Fold(Some(reader.texts.clone().into_iter().collect()))));
    assert!(reader.texts.len() < count, "something was folded");
    assert_ne!(made(&reader), before);
    let mut again = Reader::new(&reader.texts, true);
    again.open();
    assert!(again.model.is_behind() && !again.model.opening);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn taken_in_piece_by_piece_is_taken_in_at_once(texts in store(), script in vec(meanwhile(), 0..12)) {
        let (mut whole, mut pieces) = (Reader::new(&texts, false), Reader::new(&texts, true));
        whole.open();
        whole.finish();
        pieces.open();
        prop_assert_eq!(&*pieces.model.round, &*whole.model.round, "a round goes on at once");
        for what in &script {
            happen(&mut pieces, what);
            if pieces.model.is_behind() && pieces.model.tab == Tab::Free {
                prop_assert!(pieces.model.opening || pieces.model.history == whole.model.history, "the lobby was seen too early");
                prop_assert_eq!(pieces.model.glance, None, "there is no checkpoint yet");
            }
        }
        pieces.finish();
        let (one, other) = (&whole.model, &pieces.model);
        prop_assert_eq!(&other.history, &one.history);
        prop_assert_eq!(&other.tab, &one.tab);
        prop_assert_eq!((other.keep.put_aside, other.keep.newer, other.keep.saved), (one.keep.put_aside, one.keep.newer, one.keep.saved));
        if one.tab == Tab::Free {
            let seen = |model: &Model| model.today.as_ref().map(|today| (today.schedule.clone(), today.agenda.clone()));
            prop_assert_eq!(seen(other), seen(one));
            prop_assert_eq!(but_checkpoints(&pieces.texts), but_checkpoints(&whole.texts));
        }
    }

    /// Who comes back after years sees at once what is seen when all is taken in, and what is asked for waits for that; but not where the store
    /// holds other texts than at the last visit.
    #[test]
    fn a_checkpoint_says_what_all_of_it_says(texts in store(), pause in 0..200u64, more in of(any_report())) {
        let mut before = Reader::new(&texts, true);
        before.open();
        before.finish();
        let made = before.texts.keys().filter(|name| is_checkpoint(name)).count();
        let has_archive = texts.keys().any(|name| matches!(Key::parse(name, bank().id()), Some(Key::Archive { .. })));
        prop_assert!(made <= usize::from(has_archive));
        let mut texts = before.texts;
        let same = texts.clone();
        if let Some(report) = more {
            let report = Report { round: RoundId("more".to_owned()), ..report };
            texts.insert(Key::Report { round: report.round.clone() }.name(bank().id()), write_report(&report));
        }
        let [mut whole, mut again] = [false, true].map(|waits| {
            let mut reader = Reader::new(&texts, waits);
            reader.now = before.now.after(Span::minutes(60 * pause));
            reader.open();
            reader
        });
        whole.finish();
        let told = |model: &Model| model.today.as_ref().map(|today| (today.schedule.memories.clone(), today.agenda.clone()));
        let is_known = made > 0 && texts == same;
        let is_lobby = again.model.tab == Tab::Free;
        prop_assert_eq!(again.model.glance.is_some(), is_known && again.model.is_behind());
        if is_known && is_lobby {
            prop_assert!(again.model.is_behind() && !again.model.opening, "the lobby is there");
            prop_assert_eq!(again.model.glance(), whole.model.glance());
            prop_assert_eq!(told(&again.model), told(&whole.model));
            again.send(Msg::Extra(Task::OpenProgress));
            prop_assert_eq!(&again.model.figures, &None, "it waits");
        }
        again.finish();
        prop_assert_eq!(again.model.figures.is_some(), is_known && is_lobby);
        prop_assert_eq!(&again.model.history, &whole.model.history);
        prop_assert_eq!(again.model.glance(), whole.model.glance());
        prop_assert!(again.model.tab != Tab::Free || told(&again.model) == told(&whole.model));
    }

    /// What is asked for meanwhile begins when all is taken in; erased meanwhile, nothing of it comes back.
    #[test]
    fn nothing_that_was_erased_meanwhile_comes_back(texts in store(), before in 0..4usize, after in 0..4usize) {
        let mut reader = Reader::new(&texts, true);
        reader.open();
        (0..before).for_each(|_| reader.read_on(1));
        reader.texts.clear();
        reader.send(Msg::Erased(bank().id().to_owned()));
        (0..after).for_each(|_| reader.read_on(1));
        reader.finish();
        prop_assert_eq!(reader.model.history.rounds(), 0);
        prop_assert!(reader.texts.is_empty(), "{:?}", reader.texts.keys());
    }
}
