//! What folding keeps, and what it does not.

use super::practice::{ANSWERS, BANK, DAYS, ROUNDS, Store, day, five_years, report};
use mock_interview::journal::Text;
use mock_interview::journal::archive::{read_archive, write_archive};
use mock_interview::journal::arrival::{arrival, texts};
use mock_interview::journal::fold::fold;
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Loaded, load};
use mock_interview::journal::union::{once, unite};
use mock_interview::progress::schedule::rating::Rating;
use mock_interview::progress::{History, Report};

/// What browsers allow is five million.
const ROOM: usize = 1_500_000;
/// What is read in one piece is no larger than that, or a phone would stand still.
const PIECE: usize = 160_000;

fn history(loaded: Loaded) -> History {
    let mut history = History::default();
    unite(&mut history, loaded.reports);
    history
}

fn played() -> History {
    History::of((0..DAYS).flat_map(|day| (0..ROUNDS).map(move |round| report(day, round))).collect())
}

#[test]
fn five_years_fit() {
    let (store, most) = five_years(60);
    assert!(most < ROOM, "{most} units");
    let archived = store.load().held.iter().filter(|held| held.archived).count();
    assert!(archived < 12, "{archived} archives");
    assert!(store.load().held.iter().all(|held| held.bytes < PIECE));
    let (kept, played) = (history(store.load()), played());
    assert_eq!(kept.rounds(), (DAYS * ROUNDS) as usize);
    assert_eq!(kept.reports().iter().map(|report| report.results.len()).sum::<usize>(), (DAYS * ROUNDS * ANSWERS) as usize);
    let (mut whole, mut is_old) = (0, true);
    for (kept, played) in kept.reports().iter().zip(played.reports()) {
        assert_eq!(kept.folded(), played.folded(), "every figure is kept");
        is_old &= kept.is_folded();
        whole += usize::from(!is_old);
        assert_eq!(*kept == *played, !is_old, "the newest, and only those, have their words");
    }
    assert!(whole >= 60, "{whole} whole rounds");
}

/// Also what comes with a file is read piece by piece.
#[test]
fn a_file_of_five_years_is_stored_in_pieces() {
    let arrived = arrival(&History::default(), played().reports().to_vec());
    let texts = texts(BANK, Key::Archive { writer: "w-1".to_owned() }.name(BANK), &arrived.reports);
    assert!(texts.iter().all(|(name, text)| name.len() + text.len() < PIECE));
    let mut names: Vec<&String> = texts.iter().map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), texts.len());
    assert!(names.iter().filter(|name| matches!(Key::parse(name, BANK), Some(Key::Archive { .. }))).count() > 5);
    assert_eq!(history(load(BANK, &texts, day(DAYS))).rounds(), (DAYS * ROUNDS) as usize);
}

#[test]
fn a_folded_answer_is_remembered_as_before() {
    for day in 0..200 {
        let (whole, folded) = (report(day, 0), report(day, 0).folded());
        assert!(folded.is_folded() && folded.folded() == folded);
        let ratings = |report: &Report| report.results.iter().map(Rating::of).collect::<Vec<_>>();
        assert_eq!(ratings(&whole), ratings(&folded));
    }
}

#[test]
fn two_that_fold_at_once_lose_nothing() {
    let mut store = Store::default();
    (0..300).for_each(|day| store.keep(&report(day, 0)));
    let (before, mut other) = (history(store.load()), store.clone());
    assert!(store.open() && other.open());
    // Both have written, each its own archive, and both have removed what they hold.
    let theirs = other.texts().into_iter().filter(|(name, _)| name.contains(":archive:"));
    for (name, text) in theirs {
        store.texts.insert(name.replace(":w-", ":v-"), text);
    }
    let after = history(store.load());
    assert_eq!(after.rounds(), before.rounds());
    // The next time there is one again.
    (300..600).for_each(|day| store.keep(&report(day, 0)));
    assert!(store.open());
    assert_eq!(store.load().held.iter().filter(|held| held.archived).count(), 1);
    assert_eq!(history(store.load()).rounds(), 600);
}

/// Where it stops in the midst of it, everything is still there, and the next time the rest is done.
#[test]
fn a_fold_that_is_cut_short_loses_nothing() {
    let mut store = Store::default();
    (0..300).for_each(|day| store.keep(&report(day, 0)));
    let before = store.clone();
    assert!(store.open());
    for (name, text) in before.texts().into_iter().take(150) {
        store.texts.insert(name, text);
    }
    let back = history(store.load());
    assert_eq!(back.rounds(), 300);
    assert!(back.reports().iter().filter(|report| !report.is_folded()).count() >= 150, "the fuller one counts");
}

#[test]
fn what_is_within_bounds_is_left_alone() {
    let mut store = Store::default();
    assert!(fold(&[], &[]).is_none());
    (0..60).for_each(|day| store.keep(&report(day, 0)));
    assert!(!store.open());
}

#[test]
fn of_one_round_the_fuller_report_stays() {
    let (whole, folded) = (report(7, 0), report(7, 0).folded());
    assert_eq!(once(vec![whole.clone(), folded.clone()]), std::slice::from_ref(&whole));
    assert_eq!(once(vec![folded.clone(), whole.clone()]), [whole]);
    assert_eq!(read_archive(&write_archive(std::slice::from_ref(&folded))), Text::Read { items: vec![folded], broken: false });
}
