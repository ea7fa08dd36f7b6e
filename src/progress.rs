//! What stays of finished rounds: a [`Report`] each, folded into a [`History`] per question.
//!
//! What the figures say is told in files of their own: [`tally`] and [`pacing`] of one round, [`earlier`] beside those before it,
//! [`latest`] over all of them, at a [`glance`] for the lobby, and [`next`] what to do about it. When a question is due again is in [`schedule`].
//! [`figures`] has those of the page of progress, over all rounds.

pub mod answered;
pub mod calendar;
pub mod calibration;
pub mod changed;
pub mod course;
pub mod date;
pub mod earlier;
pub mod figures;
pub mod glance;
pub mod hardest;
pub mod latest;
pub mod mastery;
pub mod next;
pub mod pacing;
pub mod readiness;
pub mod renamed;
pub mod schedule;
pub mod tally;

use crate::bank::content::Content;
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::bank::{Bank, Mode, QuestionId};
use crate::round::clock::{Millis, Span};
use crate::round::event::{Confidence, Ending, Given, RoundId, Score};
use crate::round::judged::Judged;
use crate::round::plan::Pace;
use crate::round::{Finish, Sitting};
use std::rc::Rc;

/// What a finished round leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub round: RoundId,
    pub preset: String,
    pub seed: String,
    pub pace: Pace,
    pub started: Millis,
    pub ended: Millis,
    pub ending: Ending,
    /// The time charged to the round.
    pub used: Span,
    pub score: Score,
    /// How often the time was extended; the last time without a limit, where the pace is untimed.
    pub extended: u8,
    pub results: Vec<QuestionResult>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionResult {
    pub question: QuestionId,
    pub mode: Mode,
    pub given: Given,
    /// Typed: what was said of it.
    pub judged: Option<Rc<Judged>>,
    pub score: Score,
    pub used: Span,
    pub budget: Option<Span>,
    pub time_up: bool,
    pub flagged: bool,
    pub interrupted: bool,
    pub hints: u8,
    /// How many questions led to it.
    pub follows: u8,
    pub confidence: Option<Confidence>,
    /// What the question and its answer were; none where that was not known.
    pub content: Option<Content>,
}

impl QuestionResult {
    /// It was not answered fully.
    pub fn is_missed(&self) -> bool {
        self.score < Score::FULL
    }
}

impl Report {
    pub fn new(sitting: &Sitting, finish: Finish) -> Report {
        let results = sitting.items().map(|(item, slot)| QuestionResult {
            question: item.question.clone(),
            mode: item.mode,
            given: slot.closed.as_ref().map_or(Given::Nothing, |closed| closed.given.clone()),
            judged: slot.judged.clone().filter(|_| !slot.is_open()),
            score: slot.score(),
            used: slot.used,
            budget: item.budget,
            time_up: slot.closed.as_ref().is_some_and(|closed| closed.time_up),
            flagged: slot.flagged,
            interrupted: slot.interrupted,
            hints: slot.hints,
            follows: item.follows,
            confidence: slot.confidence,
            content: None,
        });
        Report {
            round: sitting.id.clone(),
            preset: sitting.plan.preset.clone(),
            seed: sitting.plan.seed.clone(),
            pace: sitting.plan.pace,
            started: sitting.started,
            ended: finish.at,
            ending: finish.ending,
            used: sitting.charged(finish.at),
            score: sitting.score(),
            extended: sitting.extended,
            results: results.collect(),
        }
    }

    /// Whether the words of some answer are no longer kept.
    pub fn is_folded(&self) -> bool {
        self.results.iter().any(|result| result.given == Given::Folded)
    }

    /// What stays of it when it is old: every figure, and no words.
    pub fn folded(&self) -> Report {
        let fold = |result: &QuestionResult| QuestionResult {
            given: match &result.given {
                Given::Choice(_) | Given::Written(_) | Given::Typed(_) | Given::Folded => Given::Folded,
                Given::Nothing => Given::Nothing,
                Given::Spoken(grade) => Given::Spoken(*grade),
            },
            judged: None,
            question: result.question.clone(),
            ..*result
        };
        Report {
            round: self.round.clone(),
            preset: self.preset.clone(),
            seed: self.seed.clone(),
            results: self.results.iter().map(fold).collect(),
            ..*self
        }
    }
}

/// One time that a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub when: Millis,
    pub mode: Mode,
    pub score: Score,
    pub used: Span,
}

/// Where it stands among the others.
fn place(report: &Report) -> (u64, u64) {
    (report.started.0, fnv64(report.round.0.as_bytes()))
}

/// All finished rounds, folded. The order in which reports come makes no difference, nor does it if one comes twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// By when they began.
    reports: Vec<Report>,
}

impl History {
    /// Of all these, which are of different rounds.
    pub fn of(reports: Vec<Report>) -> History {
        History { reports: by_key(reports, place) }
    }

    /// In the place of what was known of that round.
    pub fn add(&mut self, report: Report) {
        let at = self.reports.partition_point(|other| place(other) < place(&report));
        match self.reports.get_mut(at) {
            Some(known) if known.round == report.round => *known = report,
            _ => self.reports.insert(at, report),
        }
    }

    /// All of them, to make another history of.
    pub fn take(&mut self) -> Vec<Report> {
        std::mem::take(&mut self.reports)
    }

    /// Oldest first.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    pub fn knows(&self, round: &RoundId) -> bool {
        self.reports.iter().any(|report| report.round == *round)
    }

    /// How many questions of the bank were attempted.
    pub fn met(&self, bank: &Bank) -> usize {
        latest::latest(bank, &self.reports).iter().flatten().count()
    }

    /// Whether there are answers to questions that the bank does not have, of which it is known what they were.
    pub fn has_lost(&self, bank: &Bank) -> bool {
        let mut results = self.reports.iter().flat_map(|report| &report.results);
        results.any(|result| result.content.is_some() && bank.place(&result.question).is_none())
    }

    pub fn rounds(&self) -> usize {
        self.reports.len()
    }

    pub fn latest(&self) -> Option<&Report> {
        self.reports.last()
    }

    /// Oldest first. A question that nothing was given to was not attempted.
    pub fn attempts(&self, question: &QuestionId) -> impl Iterator<Item = Attempt> {
        self.reports.iter().flat_map(move |report| {
            report
                .results
                .iter()
                .filter(move |result| result.question == *question && result.given != Given::Nothing)
                .map(|result| Attempt { when: report.started, mode: result.mode, score: result.score, used: result.used })
        })
    }
}
