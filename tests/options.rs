//! The settings of an element: what is right has its effect, what is wrong falls back and is named.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::options::Options;
use mock_interview::app::preset::offered;
use mock_interview::bank::{Bank, Level, Mode, json, markdown};
use mock_interview::round::clock::Span;
use mock_interview::round::plan::{Pace, Plan};
use proptest::prelude::*;

const NAMES: [&str; 9] = ["heading", "preset", "questions", "minutes", "modes", "topics", "levels", "seed", "lang"];

fn built_in() -> Bank {
    json::read_bank(mock_interview::BUILT_IN_BANK).unwrap()
}

fn read(settings: &[(&str, &str)]) -> (Options, Vec<String>) {
    let settings: Vec<(String, String)> = settings.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    Options::read(&settings, &built_in())
}

fn plan(settings: &[(&str, &str)]) -> Plan {
    let (options, warnings) = read(settings);
    assert_eq!(warnings, [""; 0]);
    let bank = built_in();
    Plan::new(&bank, &options.terms(&bank, "seed".to_owned(), Pace::Usual).unwrap()).unwrap()
}

#[test]
fn without_settings_it_is_the_screen_and_no_round_of_the_page() {
    let (options, warnings) = read(&[]);
    assert_eq!((options.is_own(), warnings.len()), (false, 0));
    let plan = plan(&[]);
    assert_eq!((plan.preset.as_str(), plan.items.len(), plan.limit), ("Phone screen", 10, Some(Span::minutes(15))));
    assert!(!read(&[("heading", "Async")]).0.is_own(), "a heading alone is no other round");
}

#[test]
fn every_setting_has_its_effect() {
    assert_eq!(plan(&[("preset", "full")]).items.len(), 22);
    assert_eq!(plan(&[("questions", " 7 ")]).items.len(), 7);
    assert_eq!(plan(&[("minutes", "20")]).limit, Some(Span::minutes(20)));
    assert_eq!(plan(&[("seed", "blue")]).seed, "blue");
    assert!(plan(&[("modes", "spoken")]).items.iter().all(|item| item.mode == Mode::Spoken));
    let bank = built_in();
    let drawn = |settings: &[(&str, &str)]| -> Vec<_> {
        plan(settings).items.iter().map(|item| bank.question(&item.question).unwrap().clone()).collect()
    };
    assert!(drawn(&[("levels", "deep")]).iter().all(|question| question.level == Level::Deep));
    let topics = bank.topics();
    let two = format!("{}, {}", topics[1], topics[2]);
    assert!(drawn(&[("topics", &two)]).iter().all(|question| topics[1..3].contains(&question.topic.as_str())));
}

#[test]
fn a_link_brings_a_round_along() {
    let (options, warnings) = read(&[("preset", "full"), ("seed", "red"), ("round", "exam.blue moon.2")]);
    assert_eq!((warnings.len(), options.shared, options.is_own()), (0, true, true));
    let round = plan(&[("round", "exam.blue moon.2")]);
    assert_eq!((round.preset.as_str(), round.seed.as_str(), round.rules.exam), ("Exam", "blue moon.2", true));
    assert_eq!(round.items, plan(&[("preset", "exam"), ("seed", "blue moon.2")]).items);
    for wrong in ["exam", "quiz.blue", "exam.", "."] {
        let (options, warnings) = read(&[("round", wrong)]);
        assert_eq!((warnings.len(), options.shared), (1, false), "{wrong}");
    }
}

#[test]
fn practice_takes_a_time_where_the_page_names_one() {
    assert_eq!(plan(&[("preset", "practice")]).limit, None);
    let timed = plan(&[("preset", "practice"), ("minutes", "9")]);
    assert_eq!((timed.limit, timed.items.iter().all(|item| item.budget.is_some())), (Some(Span::minutes(9)), true));
}

#[test]
fn other_questions_take_the_time_they_need() {
    let plan = plan(&[("questions", "20"), ("modes", "choice")]);
    let needed = plan.items.iter().fold(Span::ZERO, |sum, item| sum.plus(item.budget.unwrap()));
    assert_eq!(plan.limit, Some(needed));
}

#[test]
fn what_is_wrong_is_named_with_what_is_allowed() {
    let (options, warnings) = read(&[("preset", "quiz"), ("minutes", "-3"), ("levels", "core, hard")]);
    assert_eq!((options.preset, options.minutes), (Options::default().preset, None));
    assert_eq!(
        warnings,
        [
            "preset=\"quiz\" is passed over; allowed: warm-up, screen, technical, full, rapid-fire, deep-dive, exam, practice",
            "minutes=\"-3\" is passed over; allowed: a whole number from 1 to 600",
            "levels=\"core, hard\" is passed over; allowed: basic, core, deep",
        ]
    );
    assert_eq!(options.levels, [Level::Core], "what is right in a list holds");
}

#[test]
fn a_bank_without_choices_can_still_be_every_preset() {
    let (bank, _) = markdown::read("small", "## One?\n\nYes.\n\n## Two?\n\nNo.\n").unwrap();
    for preset in offered(&bank) {
        let (options, _) = Options::read(&[("preset".into(), preset.id.into()), ("modes".into(), "choice".into())], &bank);
        let plan = Plan::new(&bank, &options.terms(&bank, "seed".to_owned(), Pace::Usual).unwrap()).unwrap();
        assert_eq!(plan.items.len(), 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn whatever_a_page_writes_a_round_can_begin(settings in prop::collection::vec((prop::sample::select(&NAMES[..]), ".{0,60}"), 0..6)) {
        let settings: Vec<(String, String)> = settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let bank = built_in();
        let (options, warnings) = Options::read(&settings, &bank);
        prop_assert!(warnings.len() <= settings.len());
        let plan = options.terms(&bank, "seed".to_owned(), Pace::Usual).and_then(|terms| Plan::new(&bank, &terms));
        prop_assert!(plan.is_some_and(|plan| !plan.items.is_empty()));
    }
}
