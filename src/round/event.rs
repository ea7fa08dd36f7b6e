//! What someone asks for, and what happened.

use super::clock::Millis;
use super::judged::Aim;
use super::plan::{Item, Plan};
use crate::bank::{ChoiceKey, QuestionId};
use crate::grade::{Grading, Verdict};
use std::rc::Rc;

/// The name of a round, unique on this device.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundId(pub String);

/// What someone asks for now. It names the question it was aimed at: a late click must not hit the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Start {
        round: RoundId,
        plan: Plan,
    },
    /// Go to a question that is still open.
    Open {
        question: QuestionId,
    },
    Choose {
        question: QuestionId,
        choice: ChoiceKey,
    },
    /// Output and typed: what is written so far.
    Write {
        question: QuestionId,
        text: String,
    },
    Submit {
        question: QuestionId,
    },
    /// Spoken: show the model answer.
    Reveal {
        question: QuestionId,
    },
    /// Spoken: say how the answer compares. In the debrief it changes what was said before.
    Judge {
        question: QuestionId,
        grade: Grade,
    },
    /// Typed: what the grader says of the answer.
    Grade {
        question: QuestionId,
        grading: Rc<Grading>,
    },
    /// Typed: what the candidate says of a point, whatever the grader said.
    Overrule {
        question: QuestionId,
        aim: Aim,
        verdict: Verdict,
    },
    Skip {
        question: QuestionId,
    },
    Flag {
        question: QuestionId,
        flagged: bool,
    },
    /// The thinking is done: on to the answer.
    Begin {
        question: QuestionId,
    },
    /// The next hint.
    Hint {
        question: QuestionId,
    },
    Rate {
        question: QuestionId,
        confidence: Confidence,
    },
    /// Asks `item` next, because of the answer that is about to be given to `after`.
    Follow {
        after: QuestionId,
        item: Item,
    },
    /// To the next question: in practice when the last was talked over, in an exam at any time.
    Continue {
        question: QuestionId,
    },
    /// Practice: take the answer back that was just given.
    TakeBack {
        question: QuestionId,
    },
    /// Practice: stop the clock.
    Pause,
    /// More time from now on: so many hundredths of what there is, or without a limit.
    Extend {
        more: Option<u64>,
    },
    /// After time away: go on where you were.
    Return,
    /// End the round now.
    HandIn,
    /// Nothing but the time.
    Tick,
}

/// A fact, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Started {
        round: RoundId,
        plan: Plan,
    },
    Opened {
        question: QuestionId,
    },
    Chosen {
        question: QuestionId,
        choice: ChoiceKey,
        score: Score,
    },
    /// What is written so far, all of it; nothing where it was taken back.
    Written {
        question: QuestionId,
        text: String,
        score: Score,
    },
    Submitted {
        question: QuestionId,
    },
    Revealed {
        question: QuestionId,
    },
    Judged {
        question: QuestionId,
        grade: Grade,
    },
    Graded {
        question: QuestionId,
        grading: Rc<Grading>,
    },
    Overruled {
        question: QuestionId,
        aim: Aim,
        verdict: Verdict,
    },
    /// A strict round took the question away.
    TimedOut {
        question: QuestionId,
    },
    Skipped {
        question: QuestionId,
    },
    Flagged {
        question: QuestionId,
        flagged: bool,
    },
    /// The candidate went on to the answer before the time to think was over.
    Began {
        question: QuestionId,
    },
    Hinted {
        question: QuestionId,
    },
    Rated {
        question: QuestionId,
        confidence: Confidence,
    },
    /// The item was put behind the question, or moved there from further on.
    Followed {
        after: QuestionId,
        item: Item,
    },
    Continued {
        question: QuestionId,
    },
    TakenBack {
        question: QuestionId,
        /// What goes with the answer that led to it.
        follow_up: Option<QuestionId>,
    },
    Paused,
    /// So many hundredths more for the round and for every open question; none: no limit any more.
    Extended {
        more: Option<u64>,
    },
    /// Nothing was heard of the candidate from here on, for longer than [`super::step::AWAY`].
    Left,
    Returned,
    Finished {
        ending: Ending,
    },
}

/// An event and its time: a line of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: Millis,
    pub event: Event,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything was answered.
    Complete,
    HandedIn,
    TimeUp,
}

impl Ending {
    pub const ALL: [Ending; 3] = [Ending::Complete, Ending::HandedIn, Ending::TimeUp];

    pub fn name(self) -> &'static str {
        match self {
            Ending::Complete => "complete",
            Ending::HandedIn => "handed-in",
            Ending::TimeUp => "time-up",
        }
    }
}

/// The answer that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Nothing,
    Choice(ChoiceKey),
    Written(String),
    Typed(String),
    /// None: revealed but never judged.
    Spoken(Option<Grade>),
    /// Something was chosen or written, long ago; only what it was worth is left. No round that is under way has such an answer.
    Folded,
}

/// What a candidate says of their own spoken answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Missed,
    Partly,
    Mostly,
    Fully,
}

impl Grade {
    pub const ALL: [Grade; 4] = [Grade::Missed, Grade::Partly, Grade::Mostly, Grade::Fully];

    pub fn name(self) -> &'static str {
        match self {
            Grade::Missed => "missed",
            Grade::Partly => "partly",
            Grade::Mostly => "mostly",
            Grade::Fully => "fully",
        }
    }

    pub fn score(self) -> Score {
        Score(match self {
            Grade::Missed => 0,
            Grade::Partly => 333,
            Grade::Mostly => 667,
            Grade::Fully => 1000,
        })
    }
}

/// How sure the candidate is, before the answer is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Guess,
    Unsure,
    Sure,
}

impl Confidence {
    pub const ALL: [Confidence; 3] = [Confidence::Guess, Confidence::Unsure, Confidence::Sure];

    pub fn name(self) -> &'static str {
        match self {
            Confidence::Guess => "guess",
            Confidence::Unsure => "unsure",
            Confidence::Sure => "sure",
        }
    }
}

/// From 0 to 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u16);

impl Score {
    pub const NONE: Score = Score(0);
    pub const FULL: Score = Score(1000);

    pub fn mean(scores: impl Iterator<Item = Score>) -> Score {
        let (sum, count) = scores.fold((0u64, 0u64), |(sum, count), score| (sum + u64::from(score.0.min(1000)), count + 1));
        Score(u16::try_from((sum + count / 2) / count.max(1)).unwrap_or(1000))
    }

    pub fn percent(self) -> u16 {
        (self.0.min(1000) + 5) / 10
    }
}
