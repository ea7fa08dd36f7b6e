//! The plan of a round: which questions, how they are asked, and how much time there is.
//!
//! A plan is complete: a journal that begins with it can be replayed without the bank or the preset it came from.

use super::clock::Span;
use crate::bank::draw::{Wish, draw};
use crate::bank::{Bank, Level, Mode, Question, QuestionId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The kind of interview, as the reader saw it named.
    pub preset: String,
    pub seed: String,
    pub rules: Rules,
    pub pace: Pace,
    /// The whole round's time, always hard; none in an untimed round.
    pub limit: Option<Span>,
    pub items: Vec<Item>,
}

/// What a round allows, as its kind of interview has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// It moves on by itself when a question's time is up; else the overtime is only recorded.
    pub strict: bool,
    /// After each answer it waits and says how it was; the answer can be taken back, and there is a pause.
    pub practice: bool,
    /// Nothing is submitted before the end, and then everything at once.
    pub exam: bool,
    pub hints: bool,
    /// Every question is read aloud when it comes, where the browser can.
    pub aloud: bool,
    /// How many questions may follow from each other, beginning with one that was drawn.
    pub follow_ups: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub question: QuestionId,
    pub mode: Mode,
    /// For thinking and answering; none in an untimed round.
    pub budget: Option<Span>,
    /// How much of it is for thinking, where that is a phase of its own.
    pub think: Option<Span>,
    /// How many questions led to this one; 0 where it was drawn.
    pub follows: u8,
}

impl Item {
    /// One that was drawn, without a time to think.
    pub fn new(question: QuestionId, mode: Mode, budget: Option<Span>) -> Item {
        Item { question, mode, budget, think: None, follows: 0 }
    }
}

/// How much more time than usual the candidate takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    #[default]
    Usual,
    HalfMore,
    Double,
    Tenfold,
    Untimed,
}

impl Pace {
    pub const ALL: [Pace; 5] = [Pace::Usual, Pace::HalfMore, Pace::Double, Pace::Tenfold, Pace::Untimed];

    pub fn name(self) -> &'static str {
        match self {
            Pace::Usual => "usual",
            Pace::HalfMore => "half-more",
            Pace::Double => "double",
            Pace::Tenfold => "tenfold",
            Pace::Untimed => "untimed",
        }
    }

    /// The span at this pace; none where there is no limit.
    pub fn stretch(self, span: Span) -> Option<Span> {
        match self {
            Pace::Usual => Some(span),
            Pace::HalfMore => Some(span.scaled(150)),
            Pace::Double => Some(span.scaled(200)),
            Pace::Tenfold => Some(span.scaled(1000)),
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
        (Mode::Spoken | Mode::Output, Level::Core) | (Mode::Typed, Level::Basic) => 120,
        (Mode::Spoken | Mode::Output, Level::Deep) | (Mode::Typed, Level::Core) => 150,
        (Mode::Typed, Level::Deep) => 180,
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
    pub rules: Rules,
    /// Before an answer that is said aloud.
    pub think: Option<Span>,
    pub pace: Pace,
}

impl Terms {
    /// How a question is asked on these terms.
    fn item(&self, question: &Question, mode: Mode) -> (Item, Span) {
        let think = self.think.filter(|_| mode == Mode::Spoken).unwrap_or(Span::ZERO);
        let budget = self.budget.unwrap_or_else(|| usual_budget(mode, question.level)).plus(think);
        let stretched = self.pace.stretch(think).filter(|think| *think > Span::ZERO);
        let item = Item { think: stretched, ..Item::new(question.id.clone(), mode, self.pace.stretch(budget)) };
        (item, budget)
    }
}

impl Plan {
    /// None where the bank has no question of that kind.
    pub fn new(bank: &Bank, terms: &Terms) -> Option<Plan> {
        let mut usual = Span::ZERO;
        let items: Vec<Item> = draw(bank, &terms.wish)
            .into_iter()
            .map(|(question, mode)| {
                let (item, budget) = terms.item(question, mode);
                usual = usual.plus(budget);
                item
            })
            .collect();
        (!items.is_empty()).then(|| Plan {
            preset: terms.preset.clone(),
            seed: terms.wish.seed.clone(),
            rules: terms.rules,
            pace: terms.pace,
            limit: terms.pace.stretch(terms.limit.unwrap_or(usual)),
            items,
        })
    }

    /// How a question is asked that follows from the answer to `after`, one of this plan, whose question is of that level: on the terms of all
    /// the others. A plan does not name those, but its items bear them.
    pub fn follow_up(&self, after: &Item, level: Level, question: &Question) -> Item {
        let follows = after.follows + 1;
        if let Some(drawn) = self.items.iter().find(|item| item.question == question.id) {
            return Item { follows, ..drawn.clone() };
        }
        let mode = if question.can(after.mode) { after.mode } else { Mode::Spoken };
        let usual = |mode, level| self.pace.stretch(usual_budget(mode, level));
        let to_answer = after.budget.map(|budget| budget.minus(after.think.unwrap_or(Span::ZERO)));
        // What is not the usual time is that of every question.
        let to_answer = if to_answer == usual(after.mode, level) { usual(mode, question.level) } else { to_answer };
        let think = self.items.iter().filter(|item| item.mode == mode).find_map(|item| item.think);
        let budget = to_answer.map(|span| span.plus(think.unwrap_or(Span::ZERO)));
        Item { question: question.id.clone(), mode, budget, think, follows }
    }

    /// The same questions again, only those that `keep` names, with the time they need. None of them follows from another any more.
    pub fn only(&self, preset: &str, keep: impl Fn(usize) -> bool) -> Option<Plan> {
        let items: Vec<Item> = self
            .items
            .iter()
            .enumerate()
            .filter(|(n, _)| keep(*n))
            .map(|(_, item)| Item { follows: 0, budget: item.budget.filter(|_| self.pace != Pace::Untimed), ..item.clone() })
            .collect();
        let budgets = items.iter().try_fold(Span::ZERO, |sum, item| item.budget.map(|budget| sum.plus(budget)));
        (!items.is_empty()).then(|| Plan { preset: preset.to_owned(), limit: budgets, items, ..self.clone() })
    }
}
