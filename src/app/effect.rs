//! What an update asks for: everything that touches the browser.

use super::Dialog;
use super::data::Deed;
use crate::bank::QuestionId;
use crate::journal::checkpoint::Checkpoint;
use crate::journal::load::Broken;
use crate::progress::Report;

/// What the shell is asked to do. Each is carried out in order; what comes of it is a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// → Restored if need be, PartCame, AnswersCame
    LoadRest,
    /// → ExtraCame
    LoadExtra,
    /// → GraderCame
    LoadGrader,
    /// → Graded, at once
    Grade {
        question: QuestionId,
        text: String,
        submits: bool,
    },
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
    /// Writes it with the mark of the texts that it is made of, as a help and no loss, and removes the rest.
    Checkpoint {
        name: String,
        checkpoint: Box<Checkpoint>,
        remove: Vec<String>,
    },
    /// Writes all of these, or, where there is no room for one, none. → TakenIn
    TakeIn {
        texts: Vec<(String, String)>,
        reports: Vec<Report>,
    },
    /// → Data, Restored, Fold
    Data(Deed),
    PutAside(Broken),
    /// Removes what these names hold.
    Remove(Vec<String>),
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
