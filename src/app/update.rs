//! The one function that changes a [`Model`].

use super::holding::{begin, caught_up, finished, granted, leave, opened, read_on, restored, save_copy, to_lobby};
use super::play::{landmark, note, play};
use super::preset::offered;
use super::shortcut::QUARTER;
use super::tick::tell_left;
use super::typing::typed;
use super::{
    Dialog, Effect, Grader, Intent, Load, Model, Msg, Part, Start, Tab, Task, checkpoint, data, extra, grading, lobby, offer,
    progress, today, voice,
};
use crate::bank::{Bank, Mode, answers::Answers};
use crate::language::{key, t};
use crate::round::clock::Millis;
use crate::round::event::Score;
use crate::round::plan::Plan;
use crate::round::{Input, Round, Sitting};
use std::mem::discriminant;
use std::rc::Rc;

pub fn update(model: &mut Model, msg: Msg, now: Millis) -> Vec<Effect> {
    let was = discriminant(&*model.round);
    let mut effects = react(model, msg, now);
    if discriminant(&*model.round) != was {
        // It was another screen's.
        model.link = None;
        model.figures = None;
    }
    if let Load::Ready(_) = model.answers {
        show_programs(model);
        voice::follow(model, &mut effects);
        grading::follow(model, &mut effects);
    }
    if model.part == Part::Here
        && today::follow(model, now, &mut effects)
        && let (Some(_), Some(linked)) = (&model.figures, model.linked())
    {
        progress::draw(linked, model, now);
    }
    if model.part == Part::Here {
        effects.extend(caught_up(model, now));
        effects.extend(offer::settle(model, now));
        effects.extend(checkpoint::settle(model, now));
    }
    effects
}

fn react(model: &mut Model, msg: Msg, now: Millis) -> Vec<Effect> {
    match msg {
        // Nobody reads what is stored, nor sees the lobby, without the second part.
        Msg::Opened { stored, start, focused }
            if model.part != Part::Here && (start.is_none() || !stored.is_empty() || model.bank.presets().next().is_some()) =>
        {
            model.waiting.push(Msg::Opened { stored, start, focused });
            vec![Effect::LoadRest]
        }
        // The lobby is seen before all is read (`checkpoint`), and what a task does needs all of it.
        Msg::Start(_) | Msg::Extra(_)
            if !model.waiting.is_empty() && (model.glance.is_some() || matches!(msg, Msg::Start(_))) =>
        {
            model.waiting.push(msg);
            Vec::new()
        }
        Msg::Granted(stored) if model.part != Part::Here && !stored.is_empty() => {
            model.waiting.push(Msg::Granted(stored));
            Vec::new()
        }
        Msg::Opened { stored, focused, start } => {
            let mut effects = opened(model, stored, focused, start, now);
            if model.part == Part::Coming {
                effects.push(Effect::LoadRest);
            }
            effects
        }
        Msg::Restored(_) if model.part != Part::Here && model.waiting.is_empty() => {
            model.waiting.push(msg);
            Vec::new()
        }
        Msg::Restored(stored) => restored(model, stored, now),
        Msg::ReadOn(count, texts) => read_on(model, count, texts, now),
        Msg::PartCame(came) => {
            let before = std::mem::replace(&mut model.part, if came { Part::Here } else { Part::Failed });
            let mut effects = Vec::new();
            if came && before != Part::Here {
                effects = finished(model);
                for msg in std::mem::take(&mut model.waiting) {
                    effects.extend(update(model, msg, now));
                }
            }
            effects
        }
        // What these do is in the second part.
        Msg::AskTime | Msg::OpenDialog(_) | Msg::SaveCopy | Msg::ToLobby if model.part != Part::Here => {
            if model.part == Part::Coming {
                model.waiting.push(msg);
            } else {
                model.say(t("A part of the widget did not load."));
            }
            Vec::new()
        }
        // What asks for it is in the second part.
        Msg::Extra(_) | Msg::ExtraCame(_) if model.part != Part::Here => Vec::new(),
        Msg::Extra(task) => extra::ask(model, task, now),
        Msg::ExtraCame(came) => extra::came(model, came, now),
        Msg::AnswersCame(answers) => {
            match answers.filter(|answers| answers.fingerprint == model.bank.fingerprint()) {
                Some(answers) => answers_came(model, answers),
                None => model.answers = Load::Failed,
            }
            Vec::new()
        }
        Msg::Retry if grading::retry(model) => Vec::new(),
        Msg::Retry => {
            model.answers = Load::Loading;
            if model.part == Part::Failed {
                model.part = Part::Coming;
            }
            // The button that was pressed goes away.
            vec![Effect::LoadRest, Effect::Focus(landmark(&model.round))]
        }
        Msg::Granted(stored) => granted(model, stored, now),
        Msg::Refused => {
            model.opening = false;
            if matches!(model.tab, Tab::Asking(_)) {
                // Whatever we were asked to do: when the other lets go, nothing may begin by itself.
                model.waiting.clear();
                model.tab = Tab::Elsewhere;
                return vec![Effect::Focus("elsewhere")];
            }
            Vec::new()
        }
        Msg::Lost => {
            model.tab = Tab::Elsewhere;
            vec![Effect::Ask { steal: false }, Effect::Focus("elsewhere")]
        }
        Msg::TakeOver => vec![Effect::Ask { steal: true }],
        Msg::TabHidden => note(model, now),
        Msg::PageHidden => page_hidden(model, now),
        Msg::PageShown if matches!(model.tab, Tab::Asking(_)) => vec![Effect::Ask { steal: false }],
        Msg::PageShown => Vec::new(),
        Msg::Kept { name, outcome } => {
            model.keep.heard(&name, outcome);
            Vec::new()
        }
        Msg::Edit(edit) => lobby::edited(model, edit, now),
        Msg::Start(Start::Drill(drill)) => react(model, Msg::Extra(Task::Drill(drill)), now),
        Msg::Start(wanted) => model.plan(wanted).map_or_else(Vec::new, |plan| start(model, plan, now)),
        Msg::Options(options) => {
            model.options = options;
            Vec::new()
        }
        Msg::Lasts(safety) => {
            model.keep.safety = Some(safety);
            Vec::new()
        }
        Msg::Erased(whose) => data::erased(model, &whose),
        Msg::Printing(printing) => {
            model.printing = printing;
            Vec::new()
        }
        Msg::StartMissed | Msg::StartSame => again(model, matches!(msg, Msg::StartMissed), now),
        Msg::ToLobby => to_lobby(model),
        Msg::CloseProgress => progress::close(model),
        Msg::ShowTable(place) => progress::show_table(model, place),
        Msg::Round(input) => play(model, input, now),
        Msg::Voice(wish, about) => {
            let mut effects = Vec::new();
            if let Load::Ready(_) = model.answers {
                voice::update(model, wish, about, now, &mut effects);
            }
            effects
        }
        Msg::Typed { question, text } => typed(model, question, text, now),
        Msg::Turn { question, place } => {
            model.linked().map_or_else(Vec::new, |linked| grading::turn(linked, model, question, place, now))
        }
        Msg::GraderCame(came) => {
            model.grader = if came { Grader::Ready } else { Grader::Failed };
            Vec::new()
        }
        Msg::Graded { question, grading, submits } => match model.linked() {
            Some(linked) => grading::graded(linked, model, question, grading, submits, now),
            None => Vec::new(),
        },
        Msg::MoreTime => {
            let mut effects = play(model, Input::Extend { more: Some(QUARTER) }, now);
            effects.push(Effect::Focus(landmark(&model.round)));
            effects
        }
        Msg::HideClock(hidden) => {
            model.clock_hidden = hidden;
            model.say(if hidden { t("Clock hidden.") } else { t("Clock shown.") });
            Vec::new()
        }
        Msg::AskTime => {
            tell_left(model, now);
            Vec::new()
        }
        Msg::OpenDialog(dialog) => open_dialog(model, dialog),
        Msg::SaveCopy => save_copy(model),
        Msg::ShareRound(place) => share(model, place),
        Msg::CopyLink(round) => vec![Effect::Copy(round)],
        Msg::Copied(None) => {
            model.say(t("The link is copied."));
            model.link = None;
            Vec::new()
        }
        Msg::Copied(link) => {
            model.link = link;
            Vec::new()
        }
        Msg::Print => vec![Effect::Print],
    }
}

/// With them come the words of the questions that an interview does not begin with; and where they are here, so is the second part.
#[inline(never)]
fn answers_came(model: &mut Model, mut answers: Answers) {
    let current = model.round.sitting().and_then(|sitting| Some(sitting.current()?.1.clone()));
    let is_awaited = |bank: &Bank| {
        current.as_ref().is_some_and(|item| bank.question(&item.question).is_some_and(|question| !question.is_here(item.mode)))
    };
    let waited = is_awaited(&model.bank);
    Rc::make_mut(&mut model.bank).fill(std::mem::take(&mut answers.questions));
    model.answers = Load::Ready(Rc::new(answers));
    show_programs(model);
    if waited && !is_awaited(&model.bank) {
        model.say(t("The question is here."));
    }
}

/// Of the questions of this round that ask for what a program prints. All others would have to be read for nothing.
#[inline(never)]
fn show_programs(model: &mut Model) {
    let (Load::Ready(answers), Some(sitting)) = (&model.answers, model.round.sitting()) else { return };
    for item in &sitting.plan.items {
        if item.mode == Mode::Output
            && let Some(place) = model.bank.place(&item.question)
            && !model.bank.questions()[place].is_here(item.mode)
        {
            Rc::make_mut(&mut model.bank).show_program(place, answers);
        }
    }
}

/// Begins it at once where the round before is over, or asks for the right to begin; where a round runs, nothing happens.
pub fn start(model: &mut Model, plan: Plan, now: Millis) -> Vec<Effect> {
    match (&model.tab, &*model.round) {
        (Tab::Free, _) => {
            let round = model.fresh_round();
            model.tab = Tab::Asking(Intent::Start(round, plan));
            vec![Effect::Ask { steal: false }]
        }
        (Tab::Ours, Round::Finished(..)) if model.part == Part::Here => {
            let mut effects = leave(model);
            let round = model.fresh_round();
            effects.extend(begin(model, round, plan, now));
            effects
        }
        _ => Vec::new(),
    }
}

/// From the debrief, which is in the second part.
#[inline(never)]
fn again(model: &mut Model, only_missed: bool, now: Millis) -> Vec<Effect> {
    let Round::Finished(sitting, _) = &*model.round else { return Vec::new() };
    let plan = match only_missed {
        true => sitting.plan.only(key("Again"), |slot| is_missed(sitting, slot)),
        false => Some(sitting.drawn.as_ref().clone()),
    };
    plan.map_or_else(Vec::new, |plan| start(model, plan, now))
}

fn is_missed(sitting: &Sitting, slot: usize) -> bool {
    sitting.slots.get(slot).is_some_and(|slot| slot.score() < Score::FULL)
}

/// From the lobby, which is in the second part. Only now: sixteen seeds are tried for it.
#[inline(never)]
fn share(model: &Model, place: usize) -> Vec<Effect> {
    let preset = offered(&model.bank).into_iter().nth(place).zip(model.plan(Start::Preset(place)));
    preset.map(|(preset, plan)| Effect::Copy(format!("{}.{}", preset.id, plan.seed))).into_iter().collect()
}

fn page_hidden(model: &mut Model, now: Millis) -> Vec<Effect> {
    let mut effects = note(model, now);
    if model.tab == Tab::Ours {
        // A page that holds a lock is not kept for “back” by every browser.
        model.tab = Tab::Asking(Intent::Resume);
        effects.push(Effect::LetGo);
    }
    effects
}

fn open_dialog(model: &Model, dialog: Dialog) -> Vec<Effect> {
    let running = matches!(*model.round, Round::Running(_)) && model.tab == Tab::Ours;
    if running || dialog == Dialog::Help { vec![Effect::OpenDialog(dialog)] } else { Vec::new() }
}
