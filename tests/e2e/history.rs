//! Years of practice, put into the store as the widget would have written them.

use super::page::Page;
use mock_interview::bank::hash::fnv64;
use mock_interview::bank::{Mode, markdown};
use mock_interview::journal::key::Key;
use mock_interview::journal::write_report;
use mock_interview::progress::{QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::plan::Pace;
use serde_json::json;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60_000;

pub fn now() -> u64 {
    u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// A round for each of these days, so many days ago, with `asked` answers that grow better with time.
pub fn rounds(days: &[u64], asked: usize) -> Vec<Report> {
    let bank = markdown::read("async-python", include_str!("../../static/banks/async-python.md")).unwrap().0;
    let longest = days.iter().copied().max().unwrap_or_default();
    let one = |(number, ago): (usize, u64)| {
        let result = |place: usize| {
            let nth = number * asked + place;
            let chance = fnv64(format!("chance {nth}").as_bytes()) % 100;
            let practised = 45 + 40 * (longest - ago) / longest.max(1);
            let grade = match chance {
                chance if chance < practised => Grade::Fully,
                chance if chance % 3 == 0 => Grade::Mostly,
                chance if chance % 3 == 1 => Grade::Partly,
                _ => Grade::Missed,
            };
            QuestionResult {
                question: bank.questions()[nth * 7919 % bank.questions().len()].id.clone(),
                mode: Mode::Spoken,
                given: Given::Spoken(Some(grade)),
                judged: None,
                score: grade.score(),
                used: Span::seconds(130 - chance),
                budget: Some(Span::seconds(90)),
                time_up: false,
                flagged: false,
                interrupted: false,
                hints: 0,
                follows: 0,
                confidence: Confidence::ALL.get(if grade == Grade::Fully { 2 } else { chance as usize % 4 }).copied(),
                content: None,
            }
        };
        let results: Vec<QuestionResult> = (0..asked).map(result).collect();
        let started = Millis(now() - ago * DAY - 60 * 60_000 + number as u64 % 1000);
        Report {
            round: RoundId(format!("seed-{number}")),
            preset: "Technical".to_owned(),
            seed: "seed".to_owned(),
            pace: Pace::Usual,
            started,
            ended: started.after(Span::minutes(20)),
            ending: Ending::Complete,
            used: Span::minutes(20),
            score: Score::mean(results.iter().map(|result| result.score)),
            extended: 0,
            results,
        }
    };
    days.iter().copied().enumerate().map(one).collect()
}

/// Every day of five years, but one in seven.
pub fn five_years() -> Vec<u64> {
    (0..1825).rev().filter(|ago| ago % 7 != 3).collect()
}

impl Page {
    /// In the lobby, after these rounds.
    pub fn with_history(reports: &[Report]) -> Page {
        let page = Page::open();
        page.remember(reports);
        page
    }

    pub fn remember(&self, reports: &[Report]) {
        for part in reports.chunks(200) {
            let text = |report: &Report| (Key::Report { round: report.round.clone() }.name("async-python"), write_report(report));
            let texts: Vec<(String, String)> = part.iter().map(text).collect();
            self.js(&format!("{}.forEach(([name, text]) => localStorage.setItem(name, text))", json!(texts)));
        }
        self.reload();
        self.until_screen("lobby");
    }
}
