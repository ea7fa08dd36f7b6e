//! A typed answer and what was said of it: the text with what shows each point marked in it, and beside it every point with a verdict that
//! can be changed. The points are numbered, and so are the marks; the misconceptions go on with the numbers.

use super::tag::{Tag, button, p, tag, unseen};
use super::{extra, rich};
use crate::app::extra::Linked;
use crate::app::play::landmark;
use crate::app::summary::percent;
use crate::app::words;
use crate::app::{Grader, Model, Msg, grading};
use crate::bank::answers::{Answers, ModelAnswer};
use crate::bank::text::Inline;
use crate::bank::{Bank, QuestionId};
use crate::grade::{Reading, Verdict};
use crate::language::{code, fill, key, t};
use crate::round::judged::{Aim, Judged};
use crate::round::{Input, Slot};
use yew::Callback;

/// What can be said of a point, and of a misconception: on a button, and within a line.
const OF_POINTS: [(Verdict, &str, &str); 3] = [
    (Verdict::Met, key("Met"), key("met")),
    (Verdict::Partly, key("Partly"), key("partly")),
    (Verdict::Missed, key("Missed"), key("missed")),
];
const OF_WRONGS: [(Verdict, &str, &str); 2] =
    [(Verdict::Met, key("I said it"), key("I said it")), (Verdict::Missed, key("Not said"), key("not said"))];

/// The text alone, as long as the rest is not here.
pub fn place(model: &Model, answers: &Answers, id: &QuestionId, slot: &Slot, emit: &Callback<Msg>) -> Vec<Tag> {
    match model.linked() {
        Some(linked) => view(linked, model, answers, id, slot, emit),
        None => {
            let text = p("typed", slot.typed().unwrap_or_default().to_owned());
            vec![text, extra::missing(model, landmark(&model.round), emit)]
        }
    }
}

#[inline(never)]
fn view(linked: Linked, model: &Model, answers: &Answers, id: &QuestionId, slot: &Slot, emit: &Callback<Msg>) -> Vec<Tag> {
    let text = slot.typed().unwrap_or_default();
    let words = words::words(text.split_whitespace().count());
    let Some((judged, answer)) = grading::seen(linked, model, id, slot).zip(answers.get(id)) else {
        return vec![
            p("typed", text.to_owned()),
            p("soft", words),
            p("soft", t("The grader is on its way…")).attr("role", "status"),
        ];
    };
    let worth = if slot.is_judged() { format!("{words} · {}", percent(slot.score())) } else { words };
    let own = tag("div").child(marked(text, &judged)).child(p("soft", worth));
    let points = tag("div")
        .maybe(notice(model, id, &judged, emit))
        .child(list(t("Key points"), points(&model.bank, id, &judged, answer, emit)))
        .maybe((!answer.misconceptions.is_empty()).then(|| {
            let wrongs = wrongs(&model.bank, id, &judged, answer, emit);
            list(t("Often said, and not so"), wrongs)
        }));
    vec![tag("div").class("judged").child(own).child(points)]
}

fn list(title: &'static str, items: Vec<Tag>) -> Tag {
    tag("div").child(tag("h4").text(title)).child(tag("ul").children(items))
}

fn notice(model: &Model, id: &QuestionId, judged: &Judged, emit: &Callback<Msg>) -> Option<Tag> {
    let is_read = judged.grading.reading != Reading::NotUnderstood;
    let fails = model.grader == Grader::Failed || model.unread.contains(id);
    let words = match (is_read, fails) {
        (true, _) => return None,
        (false, true) => t("The grader is not here: say of each point whether you said it."),
        (false, false) => t("The grader could not read this: say of each point whether you said it."),
    };
    Some(p("notice", words).maybe(fails.then(|| button("plain", emit, Msg::Retry, t("Try again")))))
}

fn points(bank: &Bank, id: &QuestionId, judged: &Judged, answer: &ModelAnswer, emit: &Callback<Msg>) -> Vec<Tag> {
    let row = |(place, point): (usize, &crate::bank::answers::KeyPoint)| {
        let fact = fact(bank, &point.fact)
            .maybe((point.weight > 1).then(|| unseen(fill(" {}", &[&t("(essential)")])).attr("lang", code())));
        row(id, judged, Aim::Point(place), place + 1, fact, emit)
    };
    answer.key_points.iter().enumerate().map(row).collect()
}

fn wrongs(bank: &Bank, id: &QuestionId, judged: &Judged, answer: &ModelAnswer, emit: &Callback<Msg>) -> Vec<Tag> {
    let first = answer.key_points.len() + 1;
    let wrongs = answer.misconceptions.iter().enumerate().map(|(place, wrong)| {
        let correction = tag("div").class("soft").lang(bank).children(rich::blocks(&wrong.correction));
        row(id, judged, Aim::Misconception(place), first + place, fact(bank, &wrong.statement), emit).child(correction)
    });
    wrongs.collect()
}

fn fact(bank: &Bank, words: &[Inline]) -> Tag {
    rich::inlines(tag("span").class("fact").lang(bank), words)
}

/// A sign, the number, what it is about, what is said of it, and the ways to say otherwise.
fn row(id: &QuestionId, judged: &Judged, aim: Aim, number: usize, fact: Tag, emit: &Callback<Msg>) -> Tag {
    let (verdict, asks) = (judged.verdict(aim), judged.asks(aim));
    let is_point = matches!(aim, Aim::Point(_));
    let (class, sign) = match verdict.filter(|_| !asks) {
        None => ("sign open", "?"),
        Some(Verdict::Met) if is_point => ("sign right", "✓"),
        Some(Verdict::Met) => ("sign wrong", "✗"),
        Some(Verdict::Partly) => ("sign partly", "◐"),
        Some(Verdict::Missed) => ("sign open", "–"),
    };
    let ways: &[(Verdict, &'static str, &'static str)] = if is_point { &OF_POINTS } else { &OF_WRONGS };
    let name = |wanted: Verdict| ways.iter().find(|(verdict, ..)| *verdict == wanted).map_or("", |(.., name)| t(name));
    let buttons = ways.iter().map(|(way, name, _)| {
        let says = Msg::Round(Input::Overrule { question: id.clone(), aim, verdict: *way });
        let is_so = !asks && verdict == Some(*way);
        button("small", emit, says, t(name)).attr("aria-pressed", if is_so { "true" } else { "false" })
    });
    let ways = tag("span")
        .class("ways")
        .attr("role", "group")
        .attr("aria-label", fill(t("Number {}"), &[&number]))
        .children(buttons.collect());
    let was = judged.mark(aim).map(crate::grade::Mark::verdict).filter(|_| judged.grading.reading != Reading::NotUnderstood);
    let note = match (judged.said(aim), was) {
        (None, Some(was)) if asks => {
            Some(fill(t("Not sure: did you say this? Until you answer, it counts as: {}."), &[&name(was)]))
        }
        (Some(said), Some(was)) if said != was => Some(fill(t("The grader said: {}."), &[&name(was)])),
        _ => None,
    };
    tag("li")
        .class(if asks { "asks" } else { "" })
        .child(tag("span").class(class).attr("aria-hidden", "true").text(sign))
        .child(tag("kbd").attr("aria-hidden", "true").text(number.to_string()))
        .child(fact)
        .child(ways)
        .maybe(note.map(|note| p("soft", note)))
}

/// The text, with what shows a point in a mark that bears its number.
fn marked(text: &str, judged: &Judged) -> Tag {
    let (points, wrongs) = (&judged.grading.points, &judged.grading.misconceptions);
    let aims = (0..points.len()).map(Aim::Point).chain((0..wrongs.len()).map(Aim::Misconception));
    let mut shown = Vec::new();
    let mut cuts = vec![0, text.len()];
    for (number, aim) in (1..).zip(aims) {
        if judged.verdict(aim) == Some(Verdict::Missed) && !judged.asks(aim) {
            continue;
        }
        for part in judged.mark(aim).map_or(&[][..], |mark| &mark.evidence) {
            let (from, to) = (part.from as usize, part.to as usize);
            if text.get(from..to).is_some_and(|words| !words.is_empty()) {
                shown.push((from, to, number, matches!(aim, Aim::Misconception(_))));
                for cut in [from, to] {
                    let place = cuts.partition_point(|other| *other < cut);
                    if cuts.get(place) != Some(&cut) {
                        cuts.insert(place, cut);
                    }
                }
            }
        }
    }
    let mut own = p("typed", "");
    for (from, to) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
        let words = text.get(from..to).unwrap_or_default().to_owned();
        let here: Vec<_> = shown.iter().filter(|(begins, ends, ..)| *begins <= from && to <= *ends).collect();
        if here.is_empty() {
            own = own.text(words);
            continue;
        }
        let is_wrong = here.iter().any(|(.., is_wrong)| *is_wrong);
        let mut mark = tag("mark").class(if is_wrong { "wrong" } else { "" }).text(words);
        for (_, ends, number, _) in here {
            if *ends == to {
                let sign = tag("sup").attr("aria-hidden", "true").text(number.to_string());
                mark = mark.child(sign).child(unseen(fill(" ({})", &[&fill(t("number {}"), &[&number])])));
            }
        }
        own = own.child(mark);
    }
    own
}
