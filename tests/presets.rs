//! The presets that a bank brings: which are offered, what they come to, and what the doctor says of them.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::options::Options;
use mock_interview::app::preset::offered;
use mock_interview::bank::doctor::examine;
use mock_interview::bank::{Level, Mode, json, markdown};
use mock_interview::round::clock::Span;
use mock_interview::round::plan::{Pace, Plan, Rules};

const OWN: &str = "# Ours

Presets:

- Our first call: half and half
  - 1 question, 2 minutes, choice
- Exam: twice as hard
  - 2 questions, 3 minutes, 20 seconds each, spoken, deep, 10 seconds to think, 2 follow-ups, strict, exam, hints, aloud
  - topics: b
- Phone screen
  - 2 questions, practice

## One? {topic=a}

Yes.

## Two? {topic=b .deep}

No.
";

#[test]
fn the_presets_of_a_bank_stand_first_and_take_the_place_of_those_with_their_name() {
    let (bank, _) = markdown::read("own", OWN).unwrap();
    let bank = json::read_bank(&json::write_bank(&bank)).unwrap();
    let ids: Vec<&str> = offered(&bank).into_iter().map(|preset| preset.id).collect();
    let names = ["our-first-call", "exam", "phone-screen", "warm-up", "technical", "full", "rapid-fire", "deep-dive", "practice"];
    assert_eq!(ids, names);
    let settings = |settings: &[(&str, &str)]| {
        let settings: Vec<(String, String)> = settings.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        Options::read(&settings, &bank)
    };
    let (options, warnings) = settings(&[("round", "exam.blue")]);
    assert_eq!((warnings.len(), options.is_own()), (0, true));
    let terms = options.terms(&bank, "no".to_owned(), Pace::Usual).unwrap();
    assert_eq!((terms.wish.count, terms.limit, terms.budget), (2, Some(Span::minutes(3)), Some(Span::seconds(20))));
    assert_eq!(
        (terms.wish.topics, terms.wish.levels, terms.wish.modes),
        (vec!["b".to_owned()], vec![Level::Deep], vec![Mode::Spoken])
    );
    assert_eq!((terms.preset.as_str(), terms.wish.seed.as_str(), terms.think), ("Exam", "blue", Some(Span::seconds(10))));
    assert_eq!(terms.rules, Rules { strict: true, practice: false, exam: true, hints: true, aloud: true, follow_ups: 2 });
    let untimed = settings(&[("preset", "phone-screen")]).0.terms(&bank, "a".to_owned(), Pace::Usual).unwrap();
    assert_eq!((untimed.pace, untimed.rules.practice, untimed.wish.modes), (Pace::Untimed, true, Mode::ALL.to_vec()));
    // No choice in the bank: the wish is let go of.
    assert_eq!(
        Plan::new(&bank, &settings(&[("preset", "our-first-call")]).0.terms(&bank, "a".to_owned(), Pace::Usual).unwrap())
            .unwrap()
            .items
            .len(),
        1
    );
    let (_, warnings) = settings(&[("preset", "screen")]);
    assert!(warnings[0].contains("our-first-call, exam, phone-screen, warm-up"), "{warnings:?}");
}

#[test]
fn presets_that_no_question_fits() {
    let bank = |settings: &str| {
        format!("# T\n\nPresets:\n\n- P\n  - {settings}\n\n## One? {{topic=a}}\n\nYes.\n\n## Two? {{topic=b .deep}}\n\nNo.\n")
    };
    let found = |settings: &str| -> Vec<String> {
        let (bank, answers) = markdown::read("test", &bank(settings)).unwrap();
        examine(&bank, &answers).into_iter().map(|finding| finding.what).collect()
    };
    assert_eq!(found("1 question, choice"), ["no question fits the preset “P”"]);
    assert_eq!(found("1 question, core\n  - topic: b"), ["no question fits the preset “P”"]);
    assert_eq!(found("2 questions, deep"), ["the preset “P” asks 2 questions, and 1 fit"]);
    assert_eq!(found("2 questions, spoken"), [""; 0]);
}
