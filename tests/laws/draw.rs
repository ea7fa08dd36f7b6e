//! The laws of the draw, on random banks.

use super::script::{any_text, bank, cases, question};
use mock_interview::bank::draw::{Wish, draw, shuffled};
use mock_interview::bank::text::plain;
use mock_interview::bank::{Bank, Level, Mode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;

fn any_bank() -> impl Strategy<Value = Bank> {
    vec((0usize..4, 0usize..3, any::<bool>()), 1..16).prop_map(|kinds| {
        let questions =
            kinds.into_iter().enumerate().map(|(n, (topic, level, choices))| question(n, topic, Level::ALL[level], choices));
        Bank::new("law".into(), "Law".into(), "1".into(), questions.collect()).unwrap()
    })
}

fn wish() -> impl Strategy<Value = Wish> {
    let topics: Vec<String> = (0..4).map(|n| format!("topic-{n}")).collect();
    let some = (subsequence(topics, 0..=4), subsequence(Level::ALL.to_vec(), 0..=3), subsequence(Mode::ALL.to_vec(), 0..=3));
    (some, 0usize..20, any_text()).prop_map(|((topics, levels, modes), count, seed)| Wish { count, topics, levels, modes, seed })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_draw_is_what_was_wished(bank in any_bank(), wish in wish()) {
        let drawn = draw(&bank, &wish);
        prop_assert_eq!(&drawn, &draw(&bank, &wish));
        let fits = bank.questions().iter().filter(|question| wish.allows(question)).count();
        prop_assert_eq!(drawn.len(), fits.min(wish.count));
        let easiest = bank.questions().iter().filter(|question| wish.allows(question)).map(|question| question.level).min();
        prop_assert_eq!(drawn.first().map(|(first, _)| first.level), easiest.filter(|_| wish.count > 0));
        for (n, (question, mode)) in drawn.iter().enumerate() {
            prop_assert!(wish.allows(question) && wish.modes.contains(mode) && question.can(*mode));
            prop_assert!(drawn[..n].iter().all(|(earlier, _)| earlier.id != question.id && earlier.level <= question.level));
        }
    }

    #[test]
    fn a_shuffle_loses_no_choice(bank in any_bank(), seed in any_text()) {
        for question in bank.questions() {
            let order = shuffled(question, &seed);
            prop_assert_eq!(&order, &shuffled(question, &seed));
            prop_assert_eq!(order.len(), question.choices.len());
            prop_assert!(question.choices.iter().all(|choice| order.contains(&choice)));
        }
    }
}

#[test]
fn a_seed_draws_the_same_for_ever() {
    let topics = bank().topics().into_iter().map(str::to_owned).collect();
    let wish =
        Wish { count: 5, topics, levels: Level::ALL.to_vec(), modes: vec![Mode::Choice, Mode::Spoken], seed: "k3x9".to_owned() };
    let drawn = draw(bank(), &wish);
    let names: Vec<String> = drawn.iter().map(|(question, mode)| format!("{} {}", question.id.0, mode.name())).collect();
    assert_eq!(names, ["q0 choice", "q1 spoken", "q4 choice", "q2 spoken", "q5 spoken"]);
    let shown: Vec<String> = shuffled(&bank().questions()[4], "k3x9").into_iter().map(|choice| plain(&choice.text)).collect();
    assert_eq!(shown, ["4.2", "4.1", "4.0"]);
}
