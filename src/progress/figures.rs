//! All figures of the page of progress, from the reports and the time. They are made once, when it opens.

use super::answered::{Answered, answered, judged};
use super::calendar::{Calendar, calendar};
use super::calibration::{Calibrated, calibration};
use super::course::{Course, course};
use super::hardest::hardest;
use super::mastery::{Mastery, by_level, by_topic};
use super::readiness::{Readiness, readiness};
use super::schedule::Schedule;
use super::schedule::agenda::Agenda;
use super::schedule::day::{FUTURE, Zone};
use super::{History, Report};
use crate::bank::Bank;
use crate::round::clock::Millis;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// For each question of the bank, in its order.
    pub answered: Vec<Answered>,
    pub readiness: Readiness,
    pub topics: Vec<Mastery>,
    pub levels: Vec<Mastery>,
    pub course: Course,
    pub calendar: Calendar,
    pub calibration: Vec<Calibrated>,
    /// Places in the bank.
    pub hardest: Vec<usize>,
    /// How many answers there are in all, also to questions that have left the bank.
    pub answers: usize,
}

impl Figures {
    /// The schedule and the agenda are those of the history, now.
    pub fn of(bank: &Bank, history: &History, schedule: &Schedule, agenda: &Agenda, now: Millis, zone: Zone) -> Figures {
        let reports = until(history, now);
        let (answered, known) = (answered(bank, reports), schedule.known(now));
        Figures {
            readiness: readiness(schedule, agenda, now),
            topics: by_topic(bank, &answered, &known),
            levels: by_level(bank, &answered, &known),
            course: course(reports, zone),
            calendar: calendar(reports, agenda.day, zone),
            calibration: calibration(reports),
            hardest: hardest(&answered),
            answers: reports.iter().map(|report| judged(report).count()).sum(),
            answered,
        }
    }
}

/// Without those of a clock that stood wrong, as in the schedule.
fn until(history: &History, now: Millis) -> &[Report] {
    let reports = history.reports();
    &reports[..reports.partition_point(|report| report.started <= now.after(FUTURE))]
}
