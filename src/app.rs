//! The whole widget as data: a [`Model`], the [`Msg`]s that change it, and the [`Effect`]s it asks for.
//!
//! [`update`](update::update) is the only function that changes a model. It is pure: the time and everything
//! random come in with the message, everything that touches the browser goes out as an effect.

mod custom;
pub mod drill;
mod follow;
mod holding;
pub mod keep;
pub mod lobby;
mod model;
pub mod options;
mod play;
pub mod preset;
pub mod report;
mod seed;
pub mod shortcut;
pub mod summary;
mod tell;
pub mod tick;
mod typing;
pub mod update;
pub mod voice;
pub mod words;

use crate::bank::Bank;
use crate::bank::QuestionId;
use crate::bank::answers::Answers;
use crate::journal::load::Broken;
use crate::progress::{History, Report};
use crate::round::clock::Millis;
use crate::round::event::RoundId;
use crate::round::{Input, Round};
use drill::Drill;
use keep::{Keep, Trouble};
use lobby::{Edit, Lobby};
use options::Options;
use std::rc::Rc;
pub use typing::Typed;
use voice::{Voice, Wish};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub bank: Rc<Bank>,
    pub answers: Load,
    pub part: Part,
    /// What has to wait for the second part of the program.
    pub waiting: Vec<Msg>,
    /// We do not know yet what is to be shown.
    pub opening: bool,
    pub round: Rc<Round>,
    /// When the round was last brought up to date.
    pub seen: Millis,
    pub typed: Option<Typed>,
    /// None until the code for it is here, with the answers.
    pub voice: Option<Box<Voice>>,
    pub tab: Tab,
    pub options: Options,
    pub lobby: Lobby,
    pub history: Rc<History>,
    pub keep: Keep,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub texts: Vec<(String, String)>,
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
    /// Whether the second part is here now.
    PartCame(bool),
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
    /// Reports from elsewhere. Those that are known already stay as they are.
    Import(Vec<Report>),
    /// The page is being printed, or no longer.
    Printing(bool),
    /// What came of writing to this name.
    Kept {
        name: String,
        outcome: Result<(), Trouble>,
    },
    Edit(Edit),
    Start(Start),
    StartCustom,
    /// Only what was not answered fully.
    StartMissed,
    /// The very same round once more.
    StartSame,
    ToLobby,
    Round(Input),
    /// The text of the field on screen is another one.
    Typed {
        question: QuestionId,
        text: String,
    },
    HideClock(bool),
    AskTime,
    Voice(Wish, String),
    OpenDialog(Dialog),
    SaveCopy,
    /// The link to the round that this preset would begin now, by its place.
    ShareRound(usize),
    /// The link to a round, `preset.seed`.
    CopyLink(String),
    /// The link, where it could not be copied.
    Copied(Option<String>),
    /// The debrief as a file to read.
    SaveReport,
    Print,
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
}

impl Dialog {
    pub fn name(self) -> &'static str {
        match self {
            Dialog::Help => "help",
            Dialog::HandIn => "hand-in",
        }
    }
}

/// What the shell is asked to do. Each is carried out in order; what comes of it is a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// → PartCame, AnswersCame
    LoadRest,
    /// Ask for the bank's round: → Granted, or Refused and later perhaps Granted.
    Ask {
        steal: bool,
    },
    LetGo,
    /// Writes what is a help and no loss: what came of it is not told.
    Note {
        name: String,
        text: String,
    },
    /// → Kept
    Write {
        name: String,
        text: String,
    },
    /// Writes, and where that worked removes the rest. → Kept
    Fold {
        name: String,
        text: String,
        remove: Vec<String>,
    },
    PutAside(Broken),
    /// Move the focus to the element that bears this name in `data-focus`.
    Focus(&'static str),
    OpenDialog(Dialog),
    /// Tell the page around us. `detail` is JSON.
    Tell {
        name: &'static str,
        detail: String,
    },
    /// Copies the address of this page with a round in it. → Copied
    Copy(String),
    /// → Voice
    Voice {
        does: &'static str,
        about: String,
        words: String,
    },
    Download {
        name: String,
        text: String,
    },
    /// Print the page.
    Print,
}
