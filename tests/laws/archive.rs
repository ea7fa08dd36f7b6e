//! The laws of old reports: folded ones read as they were, damage stays where it is, and a union is one whatever comes first.

use super::script::{any_text, cases};
use mock_interview::bank::content::Content;
use mock_interview::bank::{ChoiceKey, Mode, QuestionId};
use mock_interview::journal::Text;
use mock_interview::journal::archive::{read_archive, write_archive};
use mock_interview::journal::arrival::{arrival, texts};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::load;
use mock_interview::journal::union::{is_fuller, unite};
use mock_interview::progress::{History, QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::plan::Pace;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..200_000u64, 1 => any::<u64>()]
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        Just(Given::Nothing),
        Just(Given::Folded),
        any::<u32>().prop_map(|key| Given::Choice(ChoiceKey(key))),
        of(select(Grade::ALL.to_vec())).prop_map(Given::Spoken),
        any_text().prop_map(Given::Written),
    ]
}

fn result() -> impl Strategy<Value = QuestionResult> {
    let name = prop_oneof![3 => select(vec!["a", "b", "größer"]).prop_map(str::to_owned), 1 => any_text()];
    let flags = any::<(bool, bool, bool)>();
    let counts = prop_oneof![3 => Just((0, 0)), 1 => any::<(u8, u8)>()];
    let asked = (name, select(vec![Mode::Choice, Mode::Spoken, Mode::Output]), given());
    (
        asked,
        any::<u16>(),
        number(),
        of(select(vec![1, 45_000, u64::MAX])),
        flags,
        counts,
        (of(select(Confidence::ALL.to_vec())), of(select(vec![1, 77, u64::MAX]))),
    )
        .prop_map(
            |(
                (name, mode, given),
                score,
                used,
                budget,
                (time_up, flagged, interrupted),
                (hints, follows),
                (confidence, content),
            )| {
                QuestionResult {
                    question: QuestionId::new(&name),
                    mode,
                    given,
                    judged: None,
                    score: Score(score),
                    used: Span(used),
                    budget: budget.map(Span),
                    time_up,
                    flagged,
                    interrupted,
                    hints,
                    follows,
                    confidence,
                    content: content.map(Content),
                }
            },
        )
}

/// Of one of so few rounds that there are often two of the same.
pub fn any_report() -> impl Strategy<Value = Report> {
    let names = (select(vec!["r-1", "r-2", "r-3", "r:4%"]), select(vec!["Screen", "Drill"]), any_text());
    let kinds = (select(Pace::ALL.to_vec()), select(vec![Ending::Complete, Ending::HandedIn, Ending::TimeUp]));
    (names, kinds, (number(), number(), number()), any::<(u16, u8)>(), vec(result(), 0..3)).prop_map(
        |((round, preset, seed), (pace, ending), (started, ended, used), (score, extended), results)| Report {
            round: RoundId(round.to_owned()),
            preset: preset.to_owned(),
            seed,
            pace,
            started: Millis(started),
            ended: Millis(ended),
            ending,
            used: Span(used),
            score: Score(score),
            extended,
            results,
        },
    )
}

fn union(all: &[&[Report]]) -> History {
    let mut history = History::default();
    all.iter().for_each(|reports| unite(&mut history, reports.to_vec()));
    history
}

/// What is in the store when such a file was added to such a history.
fn added(history: &History, file: &[Report]) -> History {
    let new = arrival(history, file.to_vec()).reports;
    let mut stored = texts("law", Key::Archive { writer: "old".to_owned() }.name("law"), history.reports());
    for (name, text) in texts("law", Key::Archive { writer: "new".to_owned() }.name("law"), &new) {
        stored.retain(|(other, _)| *other != name);
        stored.push((name, text));
    }
    let mut read = History::default();
    unite(&mut read, load("law", &stored, Millis(0)).reports);
    read
}

fn items(text: &str) -> (Vec<Report>, bool) {
    match read_archive(text) {
        Text::Read { items, broken } => (items, broken),
        Text::Newer => (Vec::new(), false),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_archive_holds_all_but_the_words(reports in vec(any_report(), 0..6)) {
        let text = write_archive(&reports);
        let folded: Vec<Report> = reports.iter().map(Report::folded).collect();
        prop_assert_eq!(items(&text), (folded.clone(), false));
        prop_assert_eq!(write_archive(&folded), text);
    }

    #[test]
    fn damage_to_an_archive_costs_the_round_it_hits(reports in vec(any_report(), 1..6), at in any::<Index>(), flip in 1..=255u8) {
        let text = write_archive(&reports);
        let folded: Vec<Report> = reports.iter().map(Report::folded).collect();
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let (read, broken) = items(&String::from_utf8_lossy(&bytes));
        let in_header = at < text.find('\n').unwrap() + 1;
        if !in_header {
            // A line end that is gone makes one line of two.
            let most = if text.as_bytes()[at] == b'\n' { 2 } else { 1 };
            prop_assert!(read.len() + most >= folded.len(), "{} of {}", read.len(), folded.len());
            // A checksum in capitals is the same one.
            prop_assert!(broken || read == folded);
        }
        let mut rest = folded.iter();
        prop_assert!(read.iter().all(|report| rest.any(|other| other == report)), "nothing else ever comes of it");
    }

    #[test]
    fn a_cut_costs_what_is_behind_it(reports in vec(any_report(), 1..6), at in any::<Index>()) {
        let text = write_archive(&reports);
        let folded: Vec<Report> = reports.iter().map(Report::folded).collect();
        let at = text.floor_char_boundary(at.index(text.len()));
        let (read, broken) = items(&text[..at]);
        // A line that has lost no more than its end is there.
        let lines = text[..at].matches('\n').count() + usize::from(text.as_bytes()[at] == b'\n');
        let whole = lines.saturating_sub(2).min(folded.len());
        prop_assert!(broken);
        prop_assert_eq!(&read[..], &folded[..whole]);
    }

    #[test]
    fn no_text_makes_an_archive(text in any_text(), line in any_text()) {
        for text in [text.clone(), format!("mock-interview archive 1\n{line}\n{text}"), format!("mock-interview archive 1\n{text}")] {
            prop_assert_eq!(items(&text).0, Vec::new());
        }
    }

    #[test]
    fn a_union_is_one_whatever_comes_first(a in vec(any_report(), 0..4), b in vec(any_report(), 0..4), c in vec(any_report(), 0..4)) {
        let all = union(&[&a, &b, &c]);
        prop_assert_eq!(&union(&[&c, &a, &b]), &all);
        prop_assert_eq!(&union(&[&b, &[c.clone(), a.clone()].concat()]), &all);
        prop_assert_eq!(&union(&[&a, &a, &b, &c, &b, all.reports()]), &all);
        let mut rounds: Vec<&RoundId> = all.reports().iter().map(|report| &report.round).collect();
        rounds.sort_by_key(|round| &round.0);
        rounds.dedup();
        prop_assert_eq!(rounds.len(), all.rounds());
    }

    /// Through the store and back, as a reader has it who adds two files.
    #[test]
    fn two_files_come_to_the_same_in_either_order(here in vec(any_report(), 0..3), a in vec(any_report(), 0..4), b in vec(any_report(), 0..4)) {
        // A report is folded as a whole, or not at all.
        let [here, a, b] = [here, a, b].map(|all| all.iter().map(|one| if one.is_folded() { one.folded() } else { one.clone() }).collect::<Vec<_>>());
        let here = union(&[&here]);
        let (one, other) = (added(&added(&here, &a), &b), added(&added(&here, &b), &a));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(&added(&added(&one, &a), &b), &one, "twice is once");
        prop_assert_eq!(one, union(&[here.reports(), &a, &b]));
    }

    #[test]
    fn what_is_fuller_has_an_order(a in any_report(), b in any_report(), c in any_report()) {
        prop_assert!(!is_fuller(&a, &a));
        prop_assert!(a == b || is_fuller(&a, &b) != is_fuller(&b, &a));
        prop_assert!(!(is_fuller(&a, &b) && is_fuller(&b, &c)) || is_fuller(&a, &c));
        prop_assert!(a.is_folded() || a.folded() == a || is_fuller(&a, &a.folded()));
    }
}
