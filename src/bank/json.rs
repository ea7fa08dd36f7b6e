//! The compiled form of a bank: two JSON texts, one to ask from and one to read after an answer.
//!
//! Both are trees of lists and strings in a fixed order ([`rich`] is the text in them): made by the build for the widget of that
//! very build, small, and read with little code. [`Bank`] is made from them by the same checks as from Markdown.

mod reading;
mod rich;

use super::answers::{Answers, ModelAnswer};
use super::text::Inline;
use super::tree::Tree;
use super::{Bank, Choice, Level, Question, QuestionId};
use rich::{block_from, inline_from};

/// Reads the part to ask from. None where the text is not a compiled bank.
pub fn read_bank(text: &str) -> Option<Bank> {
    let (id, title, fingerprint, questions) = bank_from(Tree::read(text)?)?;
    Bank::new(id, title, fingerprint, questions).ok()
}

/// Reads the part that is read after an answer. None where the text is something else.
pub fn read_answers(text: &str) -> Option<Answers> {
    answers_from(Tree::read(text)?)
}

fn bank_from(tree: Tree) -> Option<(String, String, String, Vec<Question>)> {
    let mut parts = tree.list()?;
    let (id, title, fingerprint) = (parts.next()?.text()?, parts.next()?.text()?, parts.next()?.text()?);
    Some((id, title, fingerprint, parts.map(question_from).collect::<Option<_>>()?))
}

fn question_from(tree: Tree) -> Option<Question> {
    let mut parts = tree.list()?;
    let id = QuestionId(parts.next()?.text()?);
    let topic = parts.next()?.text()?;
    let level = parts.next()?.text()?;
    Some(Question {
        id,
        topic,
        level: Level::ALL.into_iter().find(|known| known.name() == level)?,
        prompt: inlines_from(parts.next()?)?,
        details: parts.next()?.list()?.map(block_from).collect::<Option<_>>()?,
        choices: parts.map(choice_from).collect::<Option<_>>()?,
    })
}

fn choice_from(tree: Tree) -> Option<Choice> {
    let mut parts = tree.list()?;
    let right = parts.next()?.text()? == RIGHT;
    Some(Choice::new(parts.map(inline_from).collect::<Option<_>>()?, right))
}

fn answers_from(tree: Tree) -> Option<Answers> {
    let mut parts = tree.list()?;
    let fingerprint = parts.next()?.text()?;
    Some(Answers { fingerprint, answers: parts.map(answer_from).collect::<Option<_>>()? })
}

fn answer_from(tree: Tree) -> Option<(QuestionId, ModelAnswer)> {
    let mut parts = tree.list()?;
    let id = QuestionId(parts.next()?.text()?);
    let short = inlines_from(parts.next()?)?;
    let explanation = parts.next()?.list()?.map(block_from).collect::<Option<_>>()?;
    let whys = parts.map(|why| {
        let mut parts = why.list()?;
        let key = super::ChoiceKey(parts.next()?.text()?.parse().ok()?);
        Some((key, parts.map(block_from).collect::<Option<_>>()?))
    });
    Some((id, ModelAnswer { short, explanation, whys: whys.collect::<Option<_>>()? }))
}

fn inlines_from(tree: Tree) -> Option<Vec<Inline>> {
    tree.list()?.map(inline_from).collect()
}

const RIGHT: &str = "x";

#[allow(unused_imports, reason = "the build script writes banks only")]
pub use reading::write_reading;
#[allow(unused_imports, reason = "the build script writes banks only")]
pub use write::{write_answers, write_bank};

mod write {
    use super::rich::{block_to, inline_to};
    use super::{Answers, Bank, Choice, ModelAnswer, Question, QuestionId, RIGHT, Tree};

    pub fn write_bank(bank: &Bank) -> String {
        let head = [bank.id(), bank.title(), bank.fingerprint()].map(Tree::from);
        Tree::List(head.into_iter().chain(bank.questions().iter().map(question_to)).collect()).write()
    }

    pub fn write_answers(answers: &Answers) -> String {
        let head = Tree::from(answers.fingerprint.as_str());
        Tree::List(std::iter::once(head).chain(answers.answers.iter().map(answer_to)).collect()).write()
    }

    fn question_to(question: &Question) -> Tree {
        let head = [question.id.0.as_str(), &question.topic, question.level.name()].map(Tree::from);
        let prompt = Tree::List(question.prompt.iter().map(inline_to).collect());
        let details = Tree::List(question.details.iter().map(block_to).collect());
        Tree::List(head.into_iter().chain([prompt, details]).chain(question.choices.iter().map(choice_to)).collect())
    }

    fn choice_to(choice: &Choice) -> Tree {
        let mark = Tree::from(if choice.right { RIGHT } else { "" });
        Tree::List(std::iter::once(mark).chain(choice.text.iter().map(inline_to)).collect())
    }

    fn answer_to((id, answer): &(QuestionId, ModelAnswer)) -> Tree {
        let short = Tree::List(answer.short.iter().map(inline_to).collect());
        let explanation = Tree::List(answer.explanation.iter().map(block_to).collect());
        let whys = answer.whys.iter().map(|(key, why)| {
            let key = Tree::Text(key.0.to_string());
            Tree::List(std::iter::once(key).chain(why.iter().map(block_to)).collect())
        });
        Tree::List([Tree::from(id.0.as_str()), short, explanation].into_iter().chain(whys).collect())
    }
}
