//! Where the candidate's confidence was wrong: what deserves another look though it was not felt.

use crate::bank::{Bank, Text};
use crate::language::t;
use crate::round::event::{Confidence, Score};
use crate::round::{Sitting, Slot};
use crate::ui::rich;
use crate::ui::tag::{Tag, tag};

/// Nothing where there is nothing to say.
pub fn view(bank: &Bank, sitting: &Sitting) -> Option<Tag> {
    let wrong = |slot: &Slot| slot.confidence == Some(Confidence::Sure) && slot.score() <= Score(500);
    let right = |slot: &Slot| slot.confidence == Some(Confidence::Guess) && slot.score() > Score(500);
    let lists = [list(t("Sure, and wrong"), bank, sitting, wrong), list(t("Guessed, and right"), bank, sitting, right)];
    let lists: Vec<Tag> = lists.into_iter().flatten().collect();
    (!lists.is_empty()).then(|| tag("div").class("sure").children(lists))
}

#[inline(never)]
fn list(title: &'static str, bank: &Bank, sitting: &Sitting, holds: fn(&Slot) -> bool) -> Option<Tag> {
    let mut items = Vec::new();
    for (item, slot) in sitting.items() {
        let question = bank.question(&item.question).filter(|question| question.text == Text::Here);
        if let Some(question) = question.filter(|_| !slot.is_open() && slot.is_judged() && holds(slot)) {
            // Its mark stands where those of the others do, however its words run.
            items.push(tag("li").child(rich::inlines(tag("span").lang(bank), &question.prompt)));
        }
    }
    (!items.is_empty()).then(|| tag("section").child(tag("h3").text(title)).child(tag("ul").children(items)))
}
