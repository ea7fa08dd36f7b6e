//! The plan of a round: which questions, how they are asked, and how much time there is.
//!
//! A plan is complete: a journal that begins with it can be replayed without the bank or the preset it came from.

use super::clock::Span;
use crate::bank::draw::{Wish, draw};
use crate::bank::{Bank, Level, Mode, QuestionId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The kind of interview, as the reader saw it named.
    pub preset: String,
    pub seed: String,
    /// A strict round moves on by itself when a question's time is up; else the overtime is only recorded.
    pub strict: bool,
    pub pace: Pace,
    /// The whole round's time, always hard; none in an untimed round.
    pub limit: Option<Span>,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub question: QuestionId,
    pub mode: Mode,
    /// None in an untimed round.
    pub budget: Option<Span>,
}

/// How much more time than usual the candidate takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    #[default]
    Usual,
    HalfMore,
    Double,
    Untimed,
}

impl Pace {
    pub const ALL: [Pace; 4] = [Pace::Usual, Pace::HalfMore, Pace::Double, Pace::Untimed];

    pub fn name(self) -> &'static str {
        match self {
            Pace::Usual => "usual",
            Pace::HalfMore => "half-more",
            Pace::Double => "double",
            Pace::Untimed => "untimed",
        }
    }

    /// The span at this pace; none where there is no limit.
    pub fn stretch(self, span: Span) -> Option<Span> {
        match self {
            Pace::Usual => Some(span),
            Pace::HalfMore => Some(span.scaled(150)),
            Pace::Double => Some(span.scaled(200)),
            Pace::Untimed => None,
        }
    }
}

/// The time an interviewer would give a question before moving on.
pub fn usual_budget(mode: Mode, level: Level) -> Span {
    Span::seconds(match (mode, level) {
        (Mode::Choice, Level::Basic) => 45,
        (Mode::Choice, Level::Core) => 60,
        (Mode::Choice, Level::Deep) => 75,
        (Mode::Spoken | Mode::Output, Level::Basic) => 90,
        (Mode::Spoken | Mode::Output, Level::Core) => 120,
        (Mode::Spoken | Mode::Output, Level::Deep) => 150,
    })
}

/// What a plan is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub preset: String,
    pub wish: Wish,
    /// For every question alike; none: the usual one for its mode and level.
    pub budget: Option<Span>,
    /// None: the sum of the budgets.
    pub limit: Option<Span>,
    pub strict: bool,
    pub pace: Pace,
}

impl Plan {
    /// None where the bank has no question of that kind.
    pub fn new(bank: &Bank, terms: &Terms) -> Option<Plan> {
        let mut usual = Span::ZERO;
        let items: Vec<Item> = draw(bank, &terms.wish)
            .into_iter()
            .map(|(question, mode)| {
                let budget = terms.budget.unwrap_or_else(|| usual_budget(mode, question.level));
                usual = usual.plus(budget);
                Item { question: question.id.clone(), mode, budget: terms.pace.stretch(budget) }
            })
            .collect();
        (!items.is_empty()).then(|| Plan {
            preset: terms.preset.clone(),
            seed: terms.wish.seed.clone(),
            strict: terms.strict,
            pace: terms.pace,
            limit: terms.pace.stretch(terms.limit.unwrap_or(usual)),
            items,
        })
    }

    /// The same questions again, only those that `keep` names, with the time they need.
    pub fn only(&self, preset: &str, keep: impl Fn(usize) -> bool) -> Option<Plan> {
        let items: Vec<Item> = self.items.iter().enumerate().filter(|(n, _)| keep(*n)).map(|(_, item)| item.clone()).collect();
        let budgets = items.iter().try_fold(Span::ZERO, |sum, item| item.budget.map(|budget| sum.plus(budget)));
        (!items.is_empty()).then(|| Plan { preset: preset.to_owned(), limit: budgets, items, ..self.clone() })
    }
}
