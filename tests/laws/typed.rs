//! The laws of typed answers: what they are worth follows from the grading and from what the candidate says of it, in whatever order.

use super::script::{Play, bank, cases, moves, plan};
use mock_interview::bank::{Mode, QuestionId};
use mock_interview::grade::{Evidence, Grading, Mark, Reading, Verdict, json};
use mock_interview::round::clock::Millis;
use mock_interview::round::event::{Ending, Given, RoundId, Score};
use mock_interview::round::judged::{Aim, Judged};
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use mock_interview::round::{Entry, Event, Input, Round, Slot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;

fn mark() -> impl Strategy<Value = Mark> {
    let evidence = vec((any::<u32>(), any::<u32>()).prop_map(|(from, to)| Evidence { from, to }), 0..3);
    (1u8..=9, 0u8..=100, any::<bool>(), evidence).prop_map(|(weight, credit, is_sure, evidence)| Mark {
        weight,
        credit,
        is_sure,
        evidence,
    })
}

fn grading() -> impl Strategy<Value = Grading> {
    let reading = select(vec![Reading::Understood, Reading::Empty, Reading::NotUnderstood]);
    (reading, vec(mark(), 1..6), vec(mark(), 0..4)).prop_map(|(reading, points, misconceptions)| Grading {
        reading,
        points,
        misconceptions,
    })
}

/// Of rubrics with some more places than there are.
fn words() -> impl Strategy<Value = Vec<(Aim, Verdict)>> {
    let aim = prop_oneof![(0..7usize).prop_map(Aim::Point), (0..5usize).prop_map(Aim::Misconception)];
    vec((aim, select(Verdict::ALL.to_vec())), 0..12)
}

const QUESTION: &str = "q0";

fn question() -> QuestionId {
    QuestionId::new(QUESTION)
}

/// A round of one typed question, answered.
fn answered() -> Vec<Entry> {
    let items = vec![Item::new(question(), Mode::Typed, None)];
    let (preset, seed) = ("Law".to_owned(), "law".to_owned());
    let plan = Plan { preset, seed, rules: Rules::default(), pace: Pace::Usual, limit: None, items };
    entries(vec![
        Event::Started { round: RoundId("law".to_owned()), plan },
        Event::Written { question: question(), text: "It does.".to_owned(), score: Score::NONE },
        Event::Submitted { question: question() },
        Event::Finished { ending: Ending::Complete },
    ])
}

fn entries(events: Vec<Event>) -> Vec<Entry> {
    events.into_iter().map(|event| Entry { at: Millis(1), event }).collect()
}

fn said((aim, verdict): (Aim, Verdict)) -> Entry {
    Entry { at: Millis(2), event: Event::Overruled { question: question(), aim, verdict } }
}

fn slot(entries: &[Entry]) -> Slot {
    Round::replay(entries).sitting().unwrap().slots[0].clone()
}

/// Reckoned another way: hundredths of the weights, where what is met counts in full and all else as far as it is there; and half of that
/// for every misconception.
fn worth(grading: &Grading, said: impl Fn(Aim) -> Option<Verdict>) -> u16 {
    let is_read = grading.reading != Reading::NotUnderstood;
    let credit = |aim, mark: &Mark| said(aim).map_or(if is_read { mark.credit } else { 0 }, Verdict::credit);
    let weight = |mark: &Mark| u32::from(mark.weight);
    let part = |(place, mark): (usize, &Mark)| {
        let credit = u32::from(credit(Aim::Point(place), mark));
        weight(mark) * if credit > 66 { 100 } else { credit }
    };
    let sum: u32 = grading.points.iter().enumerate().map(part).sum();
    let all: u32 = grading.points.iter().map(weight).sum();
    let wrong = grading.misconceptions.iter().enumerate();
    let wrong = wrong.filter(|(place, mark)| credit(Aim::Misconception(*place), mark) > 66).count() as u32;
    u16::try_from(10 * sum / all / 2_u32.pow(wrong)).unwrap()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_score_follows_the_last_word_on_each_point(grading in grading(), words in words(), early in any::<bool>()) {
        let grading = Rc::new(grading);
        let mut all = answered();
        let graded = Entry { at: Millis(2), event: Event::Graded { question: question(), grading: grading.clone() } };
        // Before it was submitted, or when the round was over.
        all.insert(if early { 2 } else { all.len() }, graded);
        let counts = |aim: Aim| match aim {
            Aim::Point(place) => place < grading.points.len(),
            Aim::Misconception(place) => place < grading.misconceptions.len(),
        };
        let last = |aim| words.iter().rev().find(|(one, _)| *one == aim && counts(aim)).map(|(_, verdict)| *verdict);
        all.extend(words.iter().copied().map(said));
        let is = slot(&all);
        prop_assert_eq!(is.score().0, worth(&grading, last));
        for (aim, _) in &words {
            prop_assert_eq!(is.judged.as_ref().unwrap().said(*aim), last(*aim));
        }
        prop_assert_eq!(is.closed.unwrap().given, Given::Typed("It does.".to_owned()));
    }

    #[test]
    fn words_on_different_points_come_in_any_order_and_any_number(grading in grading(), words in words()) {
        let mut all = answered();
        all.push(Entry { at: Millis(2), event: Event::Graded { question: question(), grading: Rc::new(grading) } });
        let mut different: Vec<(Aim, Verdict)> = Vec::new();
        for word in words {
            if different.iter().all(|(aim, _)| *aim != word.0) {
                different.push(word);
            }
        }
        let with = |words: Vec<(Aim, Verdict)>| slot(&[all.clone(), words.into_iter().map(said).collect()].concat());
        let backwards: Vec<_> = different.iter().rev().copied().collect();
        let twice = [different.clone(), backwards.clone()].concat();
        prop_assert_eq!(with(backwards), with(different.clone()));
        prop_assert_eq!(with(twice), with(different));
    }

    #[test]
    fn what_is_said_stays_with_the_text_it_was_said_of(plan in plan(), moves in moves(24)) {
        let mut play = Play::start(&plan);
        for one in &moves {
            let was = play.clone();
            let (input, _) = play.make(one, &plan);
            let (before, after) = (was.round.sitting().unwrap(), play.round.sitting().unwrap());
            for (item, old) in before.items() {
                // A follow-up may be gone with the answer it followed from.
                let Some(place) = after.position(&item.question) else { continue };
                let new = &after.slots[place];
                // Of what was said aloud the points are ticked.
                prop_assert!(new.judged.is_none() || new.typed().is_some() || new.revealed);
                prop_assert!(old.typed() == new.typed() || new.judged.is_none(), "{:?} after {:?}", new, input);
                let (Some(was), Some(is)) = (&old.judged, &new.judged) else { continue };
                prop_assert_eq!(&was.grading, &is.grading);
                let overruled = matches!(&input, Input::Overrule { question, .. } if *question == item.question);
                prop_assert!(overruled || was.overruled == is.overruled);
            }
        }
    }

    #[test]
    fn a_grading_is_read_as_it_was_written(grading in grading()) {
        prop_assert_eq!(json::write_text(&grading), json::write(&grading).write());
        prop_assert_eq!(json::read(&json::write(&grading)), Some(grading));
    }
}

#[test]
fn the_candidate_is_asked_where_the_grader_is_not_sure() {
    let sure = Mark { weight: 1, credit: 100, is_sure: true, evidence: Vec::new() };
    let unsure = Mark { is_sure: false, ..sure.clone() };
    let points = vec![sure, unsure];
    let mut judged = Judged::new(Rc::new(Grading { points: points.clone(), ..Grading::default() }));
    assert_eq!([0, 1].map(|place| judged.asks(Aim::Point(place))), [false, true]);
    assert_eq!(judged.score(), Score::FULL);
    judged.overrule(Aim::Point(1), Verdict::Missed);
    assert!(!judged.asks(Aim::Point(1)));
    assert_eq!(judged.score(), Score(500));

    // What could not be read is never wrong: nobody has judged it.
    let reading = Reading::NotUnderstood;
    let mut judged = Judged::new(Rc::new(Grading { reading, points, ..Grading::default() }));
    assert!(judged.is_open() && judged.asks(Aim::Point(0)));
    assert_eq!((judged.verdict(Aim::Point(0)), judged.score()), (None, Score::NONE));
    judged.overrule(Aim::Point(0), Verdict::Met);
    assert!(!judged.is_open());
    assert_eq!((judged.verdict(Aim::Point(1)), judged.score()), (None, Score(500)));
    assert!(bank().question(&question()).unwrap().can(Mode::Typed));
}
