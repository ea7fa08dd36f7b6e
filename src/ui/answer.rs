//! The model answer and what belongs to it: the key points, what is often said wrongly, where to read it up.

use super::rich;
use super::tag::{Does, Tag, button, p, tag, unseen};
use crate::app::{Load, Msg};
use crate::bank::answers::{Answers, KeyPoint, Misconception, ModelAnswer, Source};
use crate::bank::text::Inline;
use crate::bank::{Bank, QuestionId};
use crate::grade::Verdict;
use crate::language::{code, key, t};
use crate::round::judged::Aim;
use crate::round::{Input, Slot};
use yew::Callback;

/// How much of it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// What there is time for before the next question.
    Short,
    Whole,
    /// The points stand beside the answer already.
    WithoutPoints,
}

/// Of an answer that was said aloud: what became of it, and whom to tell of the points that were in it.
pub type Said<'a> = Option<(&'a Slot, &'a Callback<Msg>)>;

#[inline(never)]
pub fn view(id: &QuestionId, bank: &Bank, answers: &Answers, shows: Shows, said: Said) -> Vec<Tag> {
    match answers.get(id) {
        Some(answer) => parts(id, answer, bank, shows, said),
        None => vec![p("", t("This question has left the bank, and its answer with it."))],
    }
}

/// What comes later.
#[derive(Clone, Copy)]
pub enum What {
    Question,
    Answer,
    ModelAnswer,
    Debrief,
}

/// In its place, as long as it has not come.
pub fn not_here(answers: &Load, what: What, emit: &Callback<Msg>) -> Tag {
    let (failed, coming) = match what {
        What::Question => (key("The question did not load."), key("The question is on its way…")),
        What::Answer => (key("The answer did not load."), key("The answer is on its way…")),
        What::ModelAnswer => (key("The model answer did not load."), key("The model answer is on its way…")),
        What::Debrief => (key("The debrief did not load."), key("The debrief is on its way…")),
    };
    match answers {
        Load::Failed => p("", t(failed)).text(" ").child(button("plain", emit, Msg::Retry, t("Try again"))),
        Load::Loading | Load::Ready(_) => p("", t(coming)),
    }
}

fn parts(id: &QuestionId, answer: &ModelAnswer, bank: &Bank, shows: Shows, said: Said) -> Vec<Tag> {
    let whole = shows == Shows::Whole;
    let mut view = vec![rich::inlines(tag("p").class("short").lang(bank), &answer.short)];
    if shows != Shows::WithoutPoints && !answer.key_points.is_empty() {
        let title = if said.is_some() { t("Key points: tick what you said") } else { t("Key points") };
        let points = answer.key_points.iter().enumerate().map(|(place, point)| key_point(id, place, point, said));
        view.push(list(title, bank, points.collect()));
    }
    view.extend(rich::blocks(&answer.explanation).into_iter().map(|block| block.lang(bank)));
    if whole && !answer.misconceptions.is_empty() {
        view.push(list(t("Often said, and not so"), bank, answer.misconceptions.iter().map(misconception).collect()));
    }
    if shows != Shows::Short && !answer.sources.is_empty() {
        view.push(sources(&answer.sources, bank));
    }
    view
}

fn list(name: &'static str, bank: &Bank, items: Vec<Tag>) -> Tag {
    tag("div").class("block points").child(tag("h4").text(name)).child(tag("ul").lang(bank).children(items))
}

fn key_point(id: &QuestionId, place: usize, point: &KeyPoint, said: Said) -> Tag {
    // What counts more than others is what the interviewer waits for.
    let is_main = point.weight > 1;
    let fact = rich::inlines(tag("span"), &point.fact);
    let fact = if is_main { fact.text(" ").child(unseen(t("(essential)")).attr("lang", code())) } else { fact };
    let fact = match said {
        Some((slot, emit)) => {
            let aim = Aim::Point(place);
            let is_said = slot.judged.as_ref().and_then(|judged| judged.verdict(aim)) == Some(Verdict::Met);
            let verdict = if is_said { Verdict::Missed } else { Verdict::Met };
            let tick = Msg::Round(Input::Overrule { question: id.clone(), aim, verdict });
            let field = tag("input").attr("type", "checkbox").checked(is_said).on(emit, Does::Choose(tick));
            tag("label").class("check").child(field).child(fact)
        }
        None => fact,
    };
    tag("li").class(if is_main { "main" } else { "" }).child(fact)
}

fn misconception(misconception: &Misconception) -> Tag {
    let statement = rich::inlines(tag("em"), &misconception.statement);
    tag("li").child(statement).children(rich::blocks(&misconception.correction))
}

fn sources(sources: &[Source], bank: &Bank) -> Tag {
    let mut links = Vec::new();
    for source in sources {
        if !links.is_empty() {
            links.push(Inline::Text(", ".to_owned()));
        }
        links.push(Inline::Link(source.address.clone(), source.title.clone()));
    }
    p("block soft", t("Read more:")).text(" ").child(rich::inlines(tag("span").lang(bank), &links))
}
