//! What a screen reader hears of the time: little, nothing twice, and never over a new question.

use super::app::begin;
use super::script::{Move, cases, moves, plan};
use super::world::World;
use mock_interview::app::Msg;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::Ending;
use mock_interview::round::plan::{Plan, Rules};
use mock_interview::round::{Input, Place, Round};
use proptest::prelude::*;

const MOST_IN_TEN_MINUTES: usize = 8;

/// Ten minutes are longer than other laws play.
fn fewer() -> ProptestConfig {
    ProptestConfig { cases: cases().cases.div_ceil(40), ..cases() }
}

fn ten_minutes(plan: Plan) -> Plan {
    Plan { limit: Some(Span::minutes(10)), ..plan }
}

/// A listener at a round: what was said of the time, when, and how long the question had been on screen.
#[derive(Default)]
struct Ear {
    heard: Vec<(Millis, String, bool)>,
    last: u32,
}

impl Ear {
    fn listen(&mut self, world: &World) -> Result<(), TestCaseError> {
        let model = &world.tabs[0];
        let (count, words) = &model.said;
        prop_assert!(!model.alert || words.starts_with("The time is up."), "“{}” cannot wait?", words);
        if std::mem::replace(&mut self.last, *count) == *count || !is_of_time(words) {
            return Ok(());
        }
        let sitting = model.round.sitting().unwrap();
        if let (Round::Running(_), Place::Question { since, .. }) = (&*model.round, sitting.place) {
            prop_assert!(model.seen.since(since) >= Span::seconds(2), "“{}” over a new question", words);
        }
        self.heard.push((model.seen, words.clone(), model.alert));
        Ok(())
    }

    fn words(&self) -> Vec<&str> {
        self.heard.iter().map(|(_, words, _)| words.as_str()).collect()
    }
}

fn is_of_time(words: &str) -> bool {
    words.contains(" left ") || words.starts_with("The time")
}

/// Nothing for so long but the ticks.
fn wait(world: &mut World, ear: &mut Ear, gap: Span) -> Result<(), TestCaseError> {
    let until = world.now.after(gap);
    while world.now < until && matches!(*world.tabs[0].round, Round::Running(_)) {
        world.pass(Span::seconds(1).min(until.since(world.now)));
        world.send(0, Msg::Round(Input::Tick));
        ear.listen(world)?;
    }
    Ok(())
}

/// To its end, whatever that is; without any move that is about time.
fn listened(plan: &Plan, moves: &[Move]) -> Result<(World, Ear), TestCaseError> {
    let (mut world, mut ear) = (World::new(1), Ear::default());
    begin(&mut world, 0, plan);
    for one in moves {
        wait(&mut world, &mut ear, Span(one.gap.0 % 45_000))?;
        let round = world.tabs[0].round.clone();
        let Round::Running(sitting) = &*round else { break };
        let input = one.input(&round, &sitting.plan);
        if !matches!(input, Input::Extend { .. } | Input::Pause) {
            world.send(0, Msg::Round(input));
            ear.listen(&world)?;
        }
    }
    wait(&mut world, &mut ear, Span::minutes(11))?;
    Ok((world, ear))
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn little_is_said_of_the_time_and_nothing_twice(plan in plan().prop_map(ten_minutes), moves in moves(40)) {
        let (world, ear) = listened(&plan, &moves)?;
        let words = ear.words();
        prop_assert!(words.len() <= MOST_IN_TEN_MINUTES, "{:#?}", words);
        prop_assert!((1..words.len()).all(|n| !words[..n].contains(&words[n])), "{:#?}", words);
        let Round::Finished(_, finish) = *world.tabs[0].round else { panic!("eleven minutes are more than ten") };
        let alerts = ear.heard.iter().filter(|(_, _, alert)| *alert).count();
        prop_assert_eq!(alerts, usize::from(finish.ending == Ending::TimeUp), "{:#?}", words);
    }

    #[test]
    fn whoever_does_nothing_hears_of_the_end_three_times(plan in plan().prop_map(ten_minutes)) {
        let (_, ear) = listened(&plan, &[])?;
        let of_round: Vec<&str> = ear.words().into_iter().filter(|words| !words.contains("question")).collect();
        // A strict round may be over before.
        let all = ["5 minutes left in this round.", "1 minute left in this round. M gives a quarter more.", "The time is up. What you had chosen or written counts."];
        prop_assert!(all.starts_with(&of_round) && (plan.rules.strict || of_round.len() == 3), "{:?}", of_round);
    }
}

#[test]
fn more_time_is_told_at_once_and_its_end_again() {
    let plan = Plan { limit: Some(Span::minutes(4)), rules: Rules::default(), ..super::smallest::plan() };
    let (mut world, mut ear) = (World::new(1), Ear::default());
    begin(&mut world, 0, &plan);
    wait(&mut world, &mut ear, Span::seconds(190)).unwrap();
    world.send(0, Msg::Round(Input::Extend { more: Some(25) }));
    ear.listen(&world).unwrap();
    wait(&mut world, &mut ear, Span::minutes(2)).unwrap();
    let told: Vec<_> =
        ear.heard.iter().map(|(at, words, _)| (at.since(super::script::BEGIN).in_seconds(), words.as_str())).collect();
    let minute = "1 minute left in this round. M gives a quarter more.";
    let of_question = |words: &&str| words.starts_with("The time meant");
    let told: Vec<_> = told.into_iter().filter(|(_, words)| !of_question(words)).collect();
    assert_eq!(told[0], (180, minute));
    assert_eq!(told[1].0, 190);
    assert!(told[1].1.starts_with("1 minute 50 seconds left in this round."), "{told:?}");
    assert_eq!(told[2], (240, minute));
    assert_eq!(told[3], (300, "The time is up. What you had chosen or written counts."));
}
