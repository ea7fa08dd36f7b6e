//! The whole widget as data: a [`Model`], the [`Msg`]s that change it, and the [`Effect`]s it asks for.
//!
//! [`update`](update::update) is the only function that changes a model. It is pure: the time and everything
//! random come in with the message, everything that touches the browser goes out as an effect.

pub mod aim;
mod checkpoint;
mod custom;
pub mod data;
pub mod drill;
mod effect;
pub mod extra;
mod follow;
pub mod grading;
mod holding;
pub mod keep;
pub mod lobby;
mod model;
mod offer;
pub mod options;
pub mod play;
pub mod preset;
pub mod progress;
pub mod report;
mod seed;
pub mod shortcut;
pub mod summary;
mod tell;
pub mod tick;
pub mod today;
mod typing;
pub mod update;
pub mod voice;
pub mod words;

use crate::bank::answers::Answers;
use crate::bank::{Bank, QuestionId};
use crate::grade::Grading;
use crate::progress::figures::Figures;
use crate::progress::glance::Glance;
use crate::progress::schedule::{agenda::Aim, day::Zone};
use crate::progress::{History, Report};
use crate::round::clock::Millis;
use crate::round::event::RoundId;
use crate::round::{Input, Round};
use data::Data;
use drill::Drill;
pub use effect::Effect;
use extra::{Extra, Task};
use keep::{Keep, Trouble};
use lobby::{Edit, Lobby};
use options::Options;
use std::rc::Rc;
use today::Today;
pub use typing::Typed;
use voice::Voice;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub bank: Rc<Bank>,
    pub answers: Load,
    pub part: Part,
    /// What has to wait for the second part of the program.
    pub waiting: Vec<Msg>,
    pub extra: Extra,
    /// What has to wait for the third part.
    pub tasks: Vec<Task>,
    /// We do not know yet what is to be shown.
    pub opening: bool,
    pub round: Rc<Round>,
    /// When the round was last brought up to date.
    pub seen: Millis,
    pub typed: Option<Typed>,
    pub grader: Grader,
    /// The typed answers that the grader has failed at.
    pub unread: Vec<QuestionId>,
    /// None until the code for it is here, with the answers.
    pub voice: Option<Box<Voice>>,
    pub tab: Tab,
    pub options: Options,
    pub lobby: Lobby,
    pub history: Rc<History>,
    /// Where the learner's clock stands, as the shell read it last.
    pub zone: Zone,
    /// What of the store is still to be read.
    pub to_read: Vec<String>,
    /// What the history comes to, where that is known before it is read.
    pub glance: Option<Glance>,
    /// What was read of it. With the last of it all goes into the history at once: that takes as long for a few reports as for all.
    pub read: Vec<Report>,
    /// None until the code for it is here.
    pub today: Option<Box<Today>>,
    /// What the plan is for.
    pub aim: Aim,
    /// None while the page of progress is closed.
    pub figures: Option<Box<Figures>>,
    /// A bit for each of its tables that was opened: most are not, and they are most of its elements.
    pub tables: u32,
    pub keep: Keep,
    /// None until the reader asks.
    pub data: Option<Box<Data>>,
    /// The focus is ours to set as soon as there is something to set it on.
    pub focus_owed: bool,
    /// Rounds begun by this widget since its mount.
    pub begun: u32,
    pub clock_hidden: bool,
    /// What is wrong with the bank though it can be asked, for its author.
    pub problems: Vec<String>,
    /// Everything is to be seen at once.
    pub printing: bool,
    /// A link that the browser did not let us copy: the reader can.
    pub link: Option<String>,
    /// What a screen reader is told. The number grows with each message, so that the same words can be said twice.
    pub said: (u32, String),
    /// It cannot wait.
    pub alert: bool,
    /// What is to be said of the time as soon as the reader has had a moment for the new question.
    pub held: Option<String>,
    /// When the time of a question was last spoken of.
    pub told: Millis,
}

/// The second part of the program: what is not needed to ask the first question of somebody who has never been here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Coming,
    Here,
    Failed,
}

/// The model answers come in a file of their own. Where they are here, so is the second part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load {
    Loading,
    Ready(Rc<Answers>),
    Failed,
}

/// The program that judges typed answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grader {
    /// Nobody has asked for it yet.
    Absent,
    Loading,
    Ready,
    Failed,
}

/// Who holds the running round of this bank: one widget in one tab at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Nobody, as far as we know.
    Free,
    /// We have asked for it, to do this next.
    Asking(Intent),
    Ours,
    /// Another widget holds it. We are in the queue, to go on with it when it lets go.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    Resume,
    Start(RoundId, crate::round::plan::Plan),
}

/// What the store holds under our prefix, and what is wrong with it, if anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    pub texts: Vec<(String, String)>,
    /// The names of what is read a little at a time ([`Msg::ReadOn`]): years of reports would hold the page up.
    pub to_read: Vec<String>,
    pub trouble: Option<Trouble>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// `focused`: the focus was in the widget that this one takes the place of.
    Opened {
        stored: Stored,
        focused: bool,
        /// What the reader has asked for before the widget was there.
        start: Option<Start>,
    },
    AnswersCame(Option<Answers>),
    /// The texts of the next so many names of [`Model::to_read`]; those that have gone since are not among them.
    ReadOn(usize, Vec<(String, String)>),
    /// The store had lost something of what it holds now; told before [`Msg::PartCame`].
    Restored(Stored),
    /// Whether the second part is here now.
    PartCame(bool),
    /// Is done as soon as the third part is here.
    Extra(Task),
    /// Whether the third part is here now.
    ExtraCame(bool),
    /// Loads what did not come.
    Retry,
    /// The round of this bank is ours to hold. `stored` was read after that.
    Granted(Stored),
    /// Another widget holds it.
    Refused,
    /// Another widget took it from us.
    Lost,
    TakeOver,
    /// The tab went to the background: it may be killed without another word.
    TabHidden,
    /// The page goes away, perhaps to come back from the back/forward cache.
    PageHidden,
    PageShown,
    /// The page has changed its mind. What it asks for is for the next round.
    Options(Options),
    /// The page is being printed, or no longer.
    Printing(bool),
    /// What came of writing to this name.
    Kept {
        name: String,
        outcome: Result<(), Trouble>,
    },
    /// What this bank (or, with a star, all of them) had stored was erased in another tab.
    Erased(String),
    /// How long the browser keeps what is stored.
    Lasts(data::Safety),
    Edit(Edit),
    Start(Start),
    /// Only what was not answered fully.
    StartMissed,
    /// The very same round once more.
    StartSame,
    ToLobby,
    /// From the page of progress back to the lobby.
    CloseProgress,
    /// The numbers of that picture are asked for.
    ShowTable(usize),
    Round(Input),
    /// The text of the field on screen is another one.
    Typed {
        question: QuestionId,
        text: String,
    },
    /// Whether the grader is here now.
    GraderCame(bool),
    /// What the grader says of a typed answer; nothing where it has failed. `submits`: the answer is to be submitted now.
    Graded {
        question: QuestionId,
        grading: Option<Rc<Grading>>,
        submits: bool,
    },
    /// The verdict on the point at that place is to be the next one.
    Turn {
        question: QuestionId,
        place: usize,
    },
    HideClock(bool),
    /// A quarter more time, by the button that goes away with that.
    MoreTime,
    AskTime,
    Voice(voice::Wish, String),
    OpenDialog(Dialog),
    SaveCopy,
    /// The link to the round that this preset would begin now, by its place.
    ShareRound(usize),
    /// The link to a round, `preset.seed`.
    CopyLink(String),
    /// The link, where it could not be copied.
    Copied(Option<String>),
    Print,
}

impl Stored {
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.to_read.is_empty()
    }
}

/// A round to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The one that the page describes.
    Page,
    /// Its place among the presets.
    Preset(usize),
    Drill(Drill),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Help,
    HandIn,
    Time,
}

impl Dialog {
    pub fn name(self) -> &'static str {
        match self {
            Dialog::Help => "help",
            Dialog::HandIn => "hand-in",
            Dialog::Time => "time",
        }
    }
}
