//! Questions that bear another name than they did. A heading without an id of its own makes one from its words, so another heading is another
//! id; but what is to be known is the same, and by that it is found again.

use super::History;
use super::changed::content;
use crate::bank::answers::Answers;
use crate::bank::content::Content;
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::bank::text::plain;
use crate::bank::{Bank, QuestionId};
use crate::round::clock::Millis;
use crate::round::event::Given;

/// What fits many questions, such as “Yes.”, tells none from another.
const TELLING: usize = 20;

/// What the history holds under one name.
struct Known<'history> {
    name: &'history QuestionId,
    /// None where the bank no longer has that name.
    place: Option<usize>,
    first: Millis,
    last: Millis,
    /// What was to be known, at each answer of which that was kept.
    contents: Vec<u32>,
}

impl Known<'_> {
    /// Of two that were asked side by side, neither was the other.
    fn is_beside(&self, other: &Known) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Names that the bank no longer has, with the place of the question that has taken over: the only one with the same thing to be known, now or
/// when it was answered, and never asked side by side with it.
pub fn renamed(bank: &Bank, answers: &Answers, history: &History) -> Vec<(QuestionId, usize)> {
    let all = known(bank, history);
    if all.iter().all(|known| known.place.is_some()) {
        // All answers would have to be read for nothing.
        return Vec::new();
    }
    let mut now: Vec<(usize, u32)> = Vec::new();
    for (place, question) in bank.questions().iter().enumerate() {
        let telling = answers.get(&question.id).is_some_and(|answer| plain(&answer.short).len() >= TELLING);
        if let Some(content) = content(bank, answers, place).filter(|_| telling) {
            now.push((place, content.known()));
        }
    }
    let own = |place: usize| all.iter().find(|known| known.place == Some(place));
    let mut found: Vec<(&Known, usize)> = Vec::new();
    for old in all.iter().filter(|known| known.place.is_none()) {
        let Some(last) = old.contents.last() else { continue };
        let is = |(place, content): &(usize, u32)| content == last || own(*place).is_some_and(|own| own.contents.contains(last));
        let mut fits = now.iter().filter(|new| is(new)).map(|(place, _)| *place);
        if let (Some(place), None) = (fits.next(), fits.next())
            && own(place).is_none_or(|own| !own.is_beside(old))
        {
            found.push((old, place));
        }
    }
    let is_one = |(old, place): &&(&Known, usize)| {
        found.iter().all(|(other, its)| its != place || other.name == old.name || !old.is_beside(other))
    };
    found.iter().filter(is_one).map(|(old, place)| (old.name.clone(), *place)).collect()
}

/// Each name that was answered.
fn known<'history>(bank: &Bank, history: &'history History) -> Vec<Known<'history>> {
    let mut answers = Vec::new();
    for report in history.reports() {
        for result in report.results.iter().filter(|result| result.given != Given::Nothing) {
            let content = result.content.map(Content::known);
            answers.push((fnv64(result.question.0.as_bytes()), &result.question, report.started, content));
        }
    }
    let mut all: Vec<Known> = Vec::new();
    for (_, name, at, content) in by_key(answers, |(hash, _, at, _)| (*hash, at.0)) {
        match all.last_mut() {
            Some(known) if known.name == name => {
                known.last = at;
                known.contents.extend(content);
            }
            _ => {
                let place = bank.questions().iter().position(|question| question.id == *name);
                all.push(Known { name, place, first: at, last: at, contents: content.into_iter().collect() });
            }
        }
    }
    all
}
