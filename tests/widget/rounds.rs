//! Rounds of the built-in bank, and what is stored of them.

use super::page::storage;
use mock_interview::bank::answers::Answers;
use mock_interview::bank::draw::Wish;
use mock_interview::bank::{Bank, Level, Mode, markdown};
use mock_interview::grade::{Evidence, Grading, Mark};
use mock_interview::journal::key::Key;
use mock_interview::journal::{journal_header, journal_line};
use mock_interview::round::clock::Millis;
use mock_interview::round::event::{Grade, RoundId};
use mock_interview::round::plan::{Pace, Plan, Rules, Terms};
use mock_interview::round::step::step;
use mock_interview::round::{Entry, Input, Round};
use std::rc::Rc;

pub fn bank() -> Bank {
    whole_bank().0
}

pub fn whole_bank() -> (Bank, Answers) {
    let (mut bank, answers) = markdown::read("async-python", include_str!("../../static/banks/async-python.md")).unwrap();
    (0..bank.questions().len()).for_each(|place| bank.show_program(place, &answers));
    (bank, answers)
}

/// Everything that the bank has, said aloud.
pub fn everything(bank: &Bank) -> Plan {
    let terms = Terms {
        preset: "Everything".to_owned(),
        wish: Wish {
            count: bank.questions().len(),
            topics: bank.topics().into_iter().map(str::to_owned).collect(),
            levels: Level::ALL.to_vec(),
            modes: vec![Mode::Spoken, Mode::Choice],
            seed: "deep".to_owned(),
        },
        budget: None,
        limit: None,
        rules: Rules::default(),
        think: None,
        pace: Pace::Usual,
    };
    Plan::new(bank, &terms).unwrap()
}

/// Plays through `inputs` and stores the journal, as a tab that has since been closed.
pub fn store_round(bank: &Bank, inputs: Vec<Input>) {
    let now = Millis(js_sys::Date::now() as u64);
    let (mut round, mut entries) = (Round::Lobby, Vec::<Entry>::new());
    for input in inputs {
        if let Some((next, happened)) = step(bank, &round, now, input, now) {
            round = next;
            entries.extend(happened);
        }
    }
    let text = entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry));
    let key = Key::Journal { round: RoundId("stored".to_owned()), writer: "closed".to_owned() };
    storage().set_item(&key.name(bank.id()), &text).unwrap();
}

pub fn answers(plan: &Plan, bank: &Bank) -> Vec<Input> {
    let answer = |item: &mock_interview::round::plan::Item| {
        let question = item.question.clone();
        match item.mode {
            Mode::Spoken => {
                vec![Input::Reveal { question: question.clone() }, Input::Judge { question, grade: Grade::Partly }]
            }
            Mode::Choice => {
                let choice = bank.question(&question).unwrap().choices[0].key;
                vec![Input::Choose { question: question.clone(), choice }, Input::Submit { question }]
            }
            Mode::Typed => {
                let mark = |credit| Mark { weight: 1, credit, is_sure: true, evidence: vec![Evidence { from: 0, to: 2 }] };
                let grading = Grading { points: vec![mark(100), mark(0)], misconceptions: vec![mark(0)], ..Grading::default() };
                vec![
                    Input::Write { question: question.clone(), text: "It does.".to_owned() },
                    Input::Grade { question: question.clone(), grading: Rc::new(grading) },
                    Input::Submit { question },
                ]
            }
            Mode::Output => {
                let text = "start\n\nend".to_owned();
                vec![Input::Write { question: question.clone(), text }, Input::Submit { question }]
            }
        }
    };
    plan.items.iter().flat_map(answer).collect()
}

/// A round of every program that the bank has.
pub fn programs(bank: &Bank) -> Plan {
    let mut plan = everything(bank);
    plan.items.retain(|item| bank.question(&item.question).unwrap().can(Mode::Output));
    plan.items.iter_mut().for_each(|item| item.mode = Mode::Output);
    plan
}
