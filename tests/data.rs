//! What a reader may do with what is stored of them: each step asks for what it must, and nothing happens that was not confirmed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::data::{Ask, Deed, Held, Safety, Wish, summary};
use mock_interview::app::extra::Task;
use mock_interview::app::keep::Trouble;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Stored, Tab};
use mock_interview::journal::archive::write_archive;
use mock_interview::journal::copy::write_copy;
use mock_interview::journal::key::{Key, bank_of, is_of, outlived};
use mock_interview::journal::load::load;
use mock_interview::journal::mirror::compare;
use mock_interview::journal::union::unite;
use mock_interview::journal::{Text, read_report, write_report};
use mock_interview::progress::{History, Report};
use mock_interview::round::Round;
use mock_interview::round::clock::Millis;
use mock_interview::round::event::RoundId;
use std::collections::BTreeMap;
use std::rc::Rc;

const NOW: Millis = Millis(1_800_000_000_000);

fn report(n: u64) -> Report {
    let Text::Read { items, .. } = read_report(include_str!("journals/v1-report.txt")) else { panic!("no report") };
    Report { round: RoundId(format!("r-{n}")), started: Millis(1_700_000_000_000 + n), ..items[0].clone() }
}

fn bank() -> mock_interview::bank::Bank {
    use mock_interview::bank::{Bank, Level, Question, QuestionId, Text, program::Program, text::Inline};
    let question = Question {
        id: QuestionId::new("gil"),
        topic: "topic".to_owned(),
        level: Level::Basic,
        prompt: vec![Inline::Text("What?".to_owned())],
        details: Vec::new(),
        choices: Vec::new(),
        program: Program::None,
        has_points: false,
        text: Text::Here,
    };
    Bank::new("a:bank".into(), "A bank".into(), "1".into(), vec![question]).unwrap()
}

fn stored(rounds: u64) -> Stored {
    let texts = (0..rounds).map(|n| (Key::Report { round: report(n).round }.name("a:bank"), write_report(&report(n))));
    Stored { texts: texts.collect(), ..Stored::default() }
}

/// In the lobby, after so many rounds, with the panel open.
fn lobby(rounds: u64) -> Model {
    let mut model = Model::new(Rc::new(bank()), Options::default(), "w".to_owned());
    let stored = stored(rounds);
    update(&mut model, Msg::PartCame(true), NOW);
    update(&mut model, Msg::ExtraCame(true), NOW);
    update(&mut model, Msg::Opened { stored, focused: false, start: None }, NOW);
    assert_eq!(model.history.rounds(), rounds as usize);
    let asked = wish(&mut model, Wish::Show);
    assert_eq!(asked, [Effect::Data(Deed::Count), Effect::Data(Deed::Look)]);
    model
}

fn wish(model: &mut Model, wish: Wish) -> Vec<Effect> {
    update(model, Msg::Extra(Task::Data(wish)), NOW)
}

fn told(model: &Model) -> &str {
    &model.data.as_ref().unwrap().told
}

#[test]
fn erasing_is_confirmed_and_can_be_undone() {
    let mut model = lobby(3);
    assert_eq!(summary(&model.history).unwrap(), "3 rounds with 18 answers since 2023-11-14");
    assert!(wish(&mut model, Wish::Erase(false)).is_empty() && wish(&mut model, Wish::Undo).is_empty());
    assert_eq!(model.history.rounds(), 3, "nobody has confirmed it");
    wish(&mut model, Wish::AskErase);
    wish(&mut model, Wish::Leave);
    assert!(wish(&mut model, Wish::Erase(true)).is_empty());

    wish(&mut model, Wish::AskErase);
    let effects = wish(&mut model, Wish::Erase(false));
    assert!(effects.contains(&Effect::Data(Deed::Erase(Some("a:bank".to_owned())))), "{effects:?}");
    assert_eq!((model.history.rounds(), told(&model)), (0, "Erased."));
    let effects = wish(&mut model, Wish::Undo);
    assert!(effects.contains(&Effect::Data(Deed::Undo)), "{effects:?}");
    assert!(wish(&mut model, Wish::Undo).is_empty(), "once");

    wish(&mut model, Wish::Held(Held { units: 1, others: 2 }));
    wish(&mut model, Wish::AskErase);
    assert!(wish(&mut model, Wish::Erase(true)).contains(&Effect::Data(Deed::Erase(None))));
}

#[test]
fn a_file_is_looked_at_before_it_is_taken() {
    let mut model = lobby(1);
    let all = History::of((0..3).map(report).collect());
    wish(&mut model, Wish::Chosen(Some(write_copy("a:bank", &all))));
    let Some(Ask::Add { words, .. }) = &model.data.as_ref().unwrap().ask else { panic!("nothing is asked") };
    assert_eq!(words, "2 rounds with 12 answers are new; 1 more you have here already.");
    assert_eq!(model.history.rounds(), 1);
    let effects = wish(&mut model, Wish::Add);
    let Some(Effect::TakeIn { texts, reports }) = effects.first() else { panic!("{effects:?}") };
    assert_eq!((texts.len(), reports.len(), model.history.rounds()), (2, 2, 1), "not before it is stored");

    // There was no room.
    let refused = Msg::Extra(Task::TakenIn { reports: reports.clone(), outcome: Err(Trouble::Full) });
    assert!(update(&mut model, refused, NOW).is_empty());
    assert!(told(&model).contains("Nothing was taken over"));
    assert_eq!(model.history.rounds(), 1);

    update(&mut model, Msg::Extra(Task::TakenIn { reports: reports.clone(), outcome: Ok(()) }), NOW);
    assert_eq!((&*model.history, told(&model)), (&all, "2 rounds added."));
    wish(&mut model, Wish::Chosen(Some(write_copy("a:bank", &all))));
    assert_eq!((&model.data.as_ref().unwrap().ask, told(&model)), (&None, "Everything in this file is here already."));
    for (text, why) in [(None, "could not be read"), (Some("{}"), "not a copy")] {
        wish(&mut model, Wish::Chosen(text.map(str::to_owned)));
        assert!(told(&model).contains(why), "{}", told(&model));
    }
}

#[test]
fn what_is_erased_elsewhere_is_gone_here() {
    let mut model = lobby(2);
    update(&mut model, Msg::Erased("another".to_owned()), NOW);
    assert_eq!(model.history.rounds(), 2);
    model.tab = Tab::Ours;
    let effects = update(&mut model, Msg::Erased("a:bank".to_owned()), NOW);
    assert!(effects.contains(&Effect::LetGo), "{effects:?}");
    assert_eq!((model.history.rounds(), &*model.round, &model.tab), (0, &Round::Lobby, &Tab::Free));
    assert!(model.keep.copy().is_none(), "nothing is left that could be written again");
    let mut model = lobby(2);
    update(&mut model, Msg::Erased("*".to_owned()), NOW);
    assert_eq!(model.history.rounds(), 0);
}

#[test]
fn a_table_and_a_file_are_offered() {
    let mut model = lobby(2);
    for (asked, ending, begins) in [(Wish::Save, ".json", "{\n  \"mock-interview\""), (Wish::SaveTable, ".csv", "started,round,")]
    {
        let effects = wish(&mut model, asked);
        let [Effect::Download { name, text }, ..] = &effects[..] else { panic!("{effects:?}") };
        assert!(name == &format!("mock-interview-a-bank{ending}") && text.starts_with(begins), "{name} {text}");
    }
}

#[test]
fn every_name_says_whose_it_is() {
    let key = Key::Report { round: RoundId("r".to_owned()) }.name("a:bank");
    let aside = mock_interview::journal::key::aside(&key, NOW);
    for name in [&key, &aside, &Key::Form { writer: "w".to_owned() }.name("a:bank")] {
        assert!(is_of(name, "a:bank") && !is_of(name, "a") && !is_of(name, "bank"), "{name}");
    }
    for name in
        ["", "mock-interview:", "mock-interview:erased", "mock-interview:probe:w", "mock-interview:broken:1", "other:1:report:a"]
    {
        assert_eq!(bank_of(name), None, "{name}");
    }
}

/// Once there is more than one round, and once in a visit.
#[test]
fn the_browser_is_asked_to_keep_it_once() {
    let asks = |effects: &[Effect]| effects.iter().filter(|effect| **effect == Effect::Data(Deed::LastQuietly)).count();
    for (rounds, times) in [(0, 0), (1, 0), (2, 1), (3, 1), (9, 1)] {
        let mut model = Model::new(Rc::new(bank()), Options::default(), "w".to_owned());
        let mut effects = update(&mut model, Msg::PartCame(true), NOW);
        effects.extend(update(&mut model, Msg::Opened { stored: stored(rounds), focused: false, start: None }, NOW));
        effects.extend(update(&mut model, Msg::Lasts(Safety::Open), NOW));
        effects.extend(update(&mut model, Msg::HideClock(true), NOW));
        assert_eq!(asks(&effects), times, "{rounds} rounds");
    }
}

/// After how many days, of so many rounds with six answers each, which end within a millisecond.
fn is_offered(safety: Safety, rounds: u64, days: u64) -> bool {
    let mut model = lobby(rounds);
    update(&mut model, Msg::Lasts(safety), after(days));
    model.keep.offers
}

/// The reports end about now.
fn after(days: u64) -> Millis {
    Millis(report(0).ended.0 + 1000 + days * 24 * 60 * 60_000)
}

#[test]
fn a_file_is_offered_where_the_browser_deletes() {
    for (safety, rounds, days, offered) in [
        (Safety::Week, 2, 6, false),
        (Safety::Week, 2, 7, true),
        (Safety::Week, 33, 1, false),
        (Safety::Week, 34, 1, true),
        (Safety::Open, 34, 30, false),
        (Safety::Lasting, 34, 30, false),
        (Safety::Unknown, 34, 30, false),
    ] {
        assert_eq!(is_offered(safety, rounds, days), offered, "{safety:?} {rounds} {days}");
    }
    for answer in [Wish::Save, Wish::NotNow] {
        let mut model = lobby(34);
        update(&mut model, Msg::Lasts(Safety::Week), after(1));
        let effects = update(&mut model, Msg::Extra(Task::Data(answer.clone())), after(1));
        assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Download { .. })), answer == Wish::Save);
        assert!(!model.keep.offers && effects.contains(&Effect::Focus("data")));
        let Some(Effect::Fold { name, text, remove }) = effects.iter().find(|effect| matches!(effect, Effect::Fold { .. }))
        else {
            panic!("{effects:?}")
        };
        assert!(remove.is_empty() && name.contains(":saved:"));

        // The next visit knows of it; a week after the file a new answer is enough.
        let mut texts = vec![(name.clone(), text.clone())];
        texts.extend(stored(34).texts);
        let later = Report { ended: after(2), started: Millis(report(40).started.0 + 1), ..report(40) };
        texts.push((Key::Report { round: later.round.clone() }.name("a:bank"), write_report(&later)));
        for (days, offered) in [(3, false), (8, true)] {
            let mut model = Model::new(Rc::new(bank()), Options::default(), "v".to_owned());
            update(&mut model, Msg::PartCame(true), after(days));
            let stored = Stored { texts: texts.clone(), ..Stored::default() };
            update(&mut model, Msg::Opened { stored, focused: false, start: None }, after(days));
            update(&mut model, Msg::Lasts(Safety::Week), after(days));
            assert_eq!(model.keep.offers, offered, "{days}");
            update(&mut model, Msg::ExtraCame(true), after(days));
            let effects = update(&mut model, Msg::Extra(Task::Data(Wish::NotNow)), after(days));
            let replaced = vec![name.clone()];
            assert!(effects.iter().any(|effect| matches!(effect, Effect::Fold { remove, .. } if *remove == replaced)));
        }
    }
}

/// A round that ends in another tab is here at once, whatever this one does.
#[test]
fn what_is_stored_elsewhere_is_here_too() {
    let mut model = lobby(2);
    let news = stored(3).texts.pop().unwrap();
    assert!(Key::is_progress(&news.0, "a:bank") && !Key::is_progress(&news.0, "another"));
    let effects = update(&mut model, Msg::Restored(Stored { texts: vec![news], ..Stored::default() }), NOW);
    assert_eq!((model.history.rounds(), effects), (3, vec![]));
    let journal = Key::Journal { round: RoundId("r".to_owned()), writer: "w".to_owned() }.name("a:bank");
    assert!(!Key::is_progress(&journal, "a:bank"));
}

/// A file for others is not to hold what nobody wanted in it.
#[test]
fn the_one_file_holds_progress_where_that_is_wanted() {
    let made = |effects: Vec<Effect>| match effects.first() {
        Some(Effect::Data(Deed::OneFile(progress))) => progress.clone(),
        _ => panic!("{effects:?}"),
    };
    assert_eq!(made(wish(&mut lobby(0), Wish::AskOneFile)), "", "there is nothing to ask about");

    let mut model = lobby(2);
    assert_eq!(wish(&mut model, Wish::AskOneFile), [Effect::Focus("ask")]);
    assert_eq!(model.data.as_ref().unwrap().ask, Some(Ask::OneFile));
    assert_eq!(made(wish(&mut model, Wish::OneFile(true))), write_copy("a:bank", &model.history));
    assert_eq!(model.data.as_ref().unwrap().ask, None);
    assert_eq!(made(wish(&mut model, Wish::OneFile(false))), "");
    for (came, said) in [(Some(""), "opens by a double click"), (Some("a: 404"), "made: a: 404."), (None, "did not load")] {
        assert!(wish(&mut model, Wish::Made(came.map(str::to_owned))).is_empty());
        assert!(told(&model).contains(said), "{}", told(&model));
    }
}

/// A newer version was here, then this one, then the newer one again: this one leaves alone what it cannot read, says so, and goes on
/// beside it; in the end all is there. “Newer” is the same text under a higher number.
#[test]
fn a_step_back_and_forth_loses_nothing() {
    let newer = |text: &str| text.replacen(" 1\n", " 2\n", 1);
    let key = |n: u64| Key::Report { round: report(n).round }.name("a:bank");
    let archive = (Key::Archive { writer: "v-1".to_owned() }.name("a:bank"), write_archive(&[report(900).folded()]));
    let journal = (
        Key::Journal { round: RoundId("v-2".to_owned()), writer: "v".to_owned() }.name("a:bank"),
        include_str!("journals/v2-round.txt").to_owned(),
    );
    let aim = (Key::Aim { writer: "v".to_owned() }.name("a:bank"), newer(include_str!("journals/v1-aim.txt")));
    let theirs: Vec<_> = [(key(901), newer(&write_report(&report(901)))), (archive.0, newer(&archive.1)), journal, aim].into();
    // So many of this version that some are folded.
    let mut store: BTreeMap<String, String> =
        theirs.iter().cloned().chain((0..600).map(|n| (key(n), write_report(&report(n))))).collect();
    let texts = |store: &BTreeMap<String, String>| store.clone().into_iter().collect::<Vec<_>>();
    let mut model = Model::new(Rc::new(bank()), Options::default(), "w".to_owned());
    let mut effects = update(&mut model, Msg::PartCame(true), NOW);
    effects.extend(update(
        &mut model,
        Msg::Opened { stored: Stored { texts: texts(&store), ..Stored::default() }, focused: false, start: None },
        NOW,
    ));
    assert!(effects.contains(&Effect::LoadExtra), "there is something to fold: {effects:?}");
    effects.extend(update(&mut model, Msg::ExtraCame(true), NOW));
    assert!(effects.contains(&Effect::Data(Deed::Gather)), "it is read for that: {effects:?}");
    effects.extend(update(&mut model, Msg::Extra(Task::Fold(Some(texts(&store)))), NOW));
    assert!(model.keep.newer && model.history.rounds() == 600);
    for effect in effects {
        match effect {
            Effect::Fold { name, text, remove } => {
                store.insert(name, text);
                remove.iter().for_each(|name| drop(store.remove(name)));
            }
            Effect::Write { .. } | Effect::Remove(_) | Effect::PutAside(_) => panic!("{effect:?}"),
            _ => {}
        }
    }
    assert!(store.len() < 500, "{} texts: nothing was folded", store.len());
    assert!(theirs.iter().all(|(name, text)| store.get(name) == Some(text)), "what is not ours was touched");
    // The second copy takes nothing from it either, whichever of the two is behind.
    let old: Vec<_> = theirs.iter().map(|(name, text)| (name.clone(), text.replacen(" 2\n", " 1\n", 1))).collect();
    let difference = compare(&theirs, old.clone());
    assert_eq!((difference.lost, difference.new), (vec![], theirs.clone()));
    let difference = compare(&old, theirs.clone());
    assert_eq!((difference.lost, difference.new), (theirs, vec![]));

    let back: Vec<_> = texts(&store).into_iter().map(|(name, text)| (name, text.replacen(" 2\n", " 1\n", 1))).collect();
    let mut history = History::default();
    let loaded = load("a:bank", &back, NOW);
    assert_eq!((loaded.rounds.len(), loaded.aims.len(), loaded.newer, loaded.broken), (1, 1, false, vec![]));
    unite(&mut history, loaded.reports);
    assert_eq!(history.rounds(), 602);
}

/// What could not be read is kept five times, and to be had as a file.
#[test]
fn what_was_put_aside_long_ago_goes() {
    let name =
        |at: u64, n: u64| mock_interview::journal::key::aside(&Key::Report { round: report(n).round }.name("a:bank"), Millis(at));
    let mut names: Vec<String> = (1..=5).flat_map(|at| [name(at * 1000, 1), name(at * 1000, 2)]).collect();
    names.push(Key::Report { round: report(1).round }.name("a:bank"));
    assert_eq!(outlived(&names), [""; 0]);
    names.insert(0, name(9_999, 3));
    assert_eq!(outlived(&names), [name(1000, 1), name(1000, 2)]);
    assert_eq!(wish(&mut lobby(1), Wish::SaveAside), [Effect::Data(Deed::SaveAside)]);
}
