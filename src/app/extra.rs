//! The third part of the program: what a plain round never needs. It is loaded when somebody first asks for something in it; what was asked
//! for waits until it is here.

use super::data::{self, Deed, Wish};
use super::drill::{self, Drill};
use super::keep::Trouble;
use super::lobby::Outcome;
use super::update::start;
use super::{Effect, Load, Model, Part, custom, progress, report};
use crate::journal::fold::{Fold, fold};
use crate::journal::load::load;
use crate::language::t;
use crate::progress::Report;
use crate::round::Round;
use crate::round::clock::Millis;
use std::mem::discriminant;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Nobody has asked for it yet.
    Absent,
    Coming,
    Here(Linked),
    Failed,
}

/// That the third part is here. Nobody else can make one, and what is in that part takes one: so it cannot be called too early
/// (`tests/layers.rs` holds `script/split.mjs` to that).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked(());

/// What only the third part can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Nothing but to be here, for what bears this name in `data-focus`; also tries again what was asked for last.
    Show(&'static str),
    StartCustom,
    Drill(Drill),
    /// The debrief as a file to read.
    SaveReport,
    /// Reports from elsewhere. What is known already and no fuller stays as it is.
    Import(Vec<Report>),
    /// What came of storing them.
    TakenIn {
        reports: Vec<Report>,
        outcome: Result<(), Trouble>,
    },
    /// About what is stored of the reader.
    Data(Wish),
    /// The page of progress.
    OpenProgress,
    /// Finds questions again that bear another name now.
    Recognize,
    /// Makes room, with everything that is stored; first that is asked for.
    Fold(Option<Vec<(String, String)>>),
}

impl Task {
    /// Nobody has asked for it, so nobody hears of it.
    fn is_quiet(&self) -> bool {
        matches!(self, Task::Recognize | Task::Fold(..))
    }
}

/// Here and in `came`: called only when the second part is here.
#[inline(never)]
pub fn ask(model: &mut Model, task: Task, now: Millis) -> Vec<Effect> {
    let mut effects = Vec::new();
    match model.extra {
        Extra::Here(linked) => return carry_out(linked, model, task, now),
        Extra::Coming => {}
        Extra::Absent | Extra::Failed => {
            match task {
                // The button that was pressed goes away.
                Task::Show(name) if model.extra == Extra::Failed => effects.push(Effect::Focus(name)),
                Task::Show(_) | Task::Recognize | Task::Fold(..) => {}
                // Nobody expects any more what did not come when it was asked for.
                _ => model.tasks.clear(),
            }
            model.extra = Extra::Coming;
            effects.push(Effect::LoadExtra);
        }
    }
    if task.is_quiet() {
        // What is known of it now is newer.
        model.tasks.retain(|other| discriminant(other) != discriminant(&task));
    } else {
        model.say(t("Loading…"));
    }
    if !matches!(task, Task::Show(_)) && !model.tasks.contains(&task) {
        model.tasks.push(task);
    }
    effects
}

#[inline(never)]
pub fn came(model: &mut Model, came: bool, now: Millis) -> Vec<Effect> {
    if !came {
        model.extra = Extra::Failed;
        model.tasks.retain(|task| !task.is_quiet());
        model.say(t("A part of the widget did not load."));
        return Vec::new();
    }
    model.extra = Extra::Here(Linked(()));
    std::mem::take(&mut model.tasks).into_iter().flat_map(|task| ask(model, task, now)).collect()
}

#[inline(never)]
fn carry_out(linked: Linked, model: &mut Model, task: Task, now: Millis) -> Vec<Effect> {
    match task {
        Task::Show(_) => Vec::new(),
        Task::StartCustom => start_custom(model, now),
        Task::Drill(drill) => drill::plan(model, drill).map_or_else(Vec::new, |plan| start(model, plan, now)),
        Task::SaveReport => save_report(model),
        Task::Import(reports) => data::import(model, reports),
        Task::TakenIn { reports, outcome } => data::taken_in(model, reports, outcome),
        Task::Data(wish) => data::update(model, wish, now),
        Task::OpenProgress => progress::open(linked, model, now),
        Task::Recognize => progress::recognize(model),
        Task::Fold(None) => vec![Effect::Data(Deed::Gather)],
        Task::Fold(Some(texts)) => make_room(model, &texts, now),
    }
}

fn make_room(model: &mut Model, texts: &[(String, String)], now: Millis) -> Vec<Effect> {
    let loaded = load(model.bank.id(), texts, now);
    let Some(Fold { text, remove, rounds }) = fold(&loaded.held, &loaded.reports) else { return Vec::new() };
    model.keep.folded += rounds;
    // It was made of other texts.
    model.keep.settled = None;
    vec![Effect::Fold { name: model.keep.archive_key(model.bank.id()), text, remove }]
}

fn start_custom(model: &mut Model, now: Millis) -> Vec<Effect> {
    match model.lobby.outcome(&model.bank) {
        Outcome::Ready(_, plan) => {
            let mut effects = start(model, plan, now);
            if !effects.is_empty() {
                effects.insert(0, custom::keep(model, now));
            }
            effects
        }
        Outcome::Wrong(field, what) => {
            model.say(what);
            vec![Effect::Focus(field)]
        }
    }
}

fn save_report(model: &Model) -> Vec<Effect> {
    let (Round::Finished(sitting, finish), Load::Ready(answers)) = (&*model.round, &model.answers) else { return Vec::new() };
    let written = report::write(model, answers, sitting, *finish);
    written.map(|(name, text)| Effect::Download { name, text }).into_iter().collect()
}

impl Model {
    /// What everything in the third part asks for.
    pub fn linked(&self) -> Option<Linked> {
        match self.extra {
            Extra::Here(linked) if self.part == Part::Here => Some(linked),
            _ => None,
        }
    }
}
