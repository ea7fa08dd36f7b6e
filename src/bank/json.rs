//! The compiled form of a bank: two JSON texts, one to ask from and one to read after an answer.
//!
//! Both are trees of lists and strings in a fixed order ([`rich`] is the text in them): made by the build for the widget of that
//! very build, small, and read with little code. [`Bank`] is made from them by the same checks as from Markdown.

mod reading;
mod rich;
mod rubric;

use super::answers::{Answers, ModelAnswer, OnDemand};
use super::program::Program;
use super::text::{Block, Inline};
use super::tree::Tree;
use super::{Bank, Choice, ChoiceKey, Level, Question, QuestionId, Text};
use rich::{block_from, inline_from};
use std::vec::IntoIter;

/// Reads the part to ask from. None where the text is not a compiled bank.
pub fn read_bank(text: &str) -> Option<Bank> {
    let mut parts = Tree::read(text)?.list()?;
    let (id, title, fingerprint, lang) = (words(&mut parts), words(&mut parts), words(&mut parts), words(&mut parts));
    let presets = words(&mut parts);
    let bank = Bank::new(id, title, fingerprint, parts.map(question_from).collect());
    Some(bank.ok()?.in_language(lang).with_presets(presets))
}

/// Reads the part that is read after an answer, in its lines: as one text it would take three times its size on its way here, and what a widget's
/// memory has grown to it keeps. First a line with all that is needed at once, then one for each answer; after the last there is nothing. None
/// where it is something else, or not all of it has come.
#[inline(never)]
pub fn read_answers(mut lines: Vec<String>) -> Option<Answers> {
    if !lines.pop()?.is_empty() {
        return None;
    }
    let mut lines = lines.into_iter();
    let mut head = Tree::read(&lines.next()?)?.list()?;
    let fingerprint = words(&mut head);
    let questions = next(&mut head).map(question_from).collect();
    let answers = lines.map(|line| (QuestionId::new(&words(&mut head)), OnDemand::new(line, read_answer))).collect();
    head.next().is_none().then_some(Answers { fingerprint, questions, answers })
}

// What is not as it was written is read as nothing: the checks of a bank and of its fingerprint come afterwards, and looking
// for it at every step was two kilobytes of code.

type Parts = IntoIter<Tree>;

#[inline(never)]
fn words(parts: &mut Parts) -> String {
    parts.next().and_then(Tree::text).unwrap_or_default()
}

#[inline(never)]
fn list(tree: Tree) -> Parts {
    tree.list().unwrap_or_default()
}

#[inline(never)]
fn next(parts: &mut Parts) -> Parts {
    parts.next().map(list).unwrap_or_default()
}

#[inline(never)]
fn inlines_from(parts: Parts) -> Vec<Inline> {
    parts.map(inline_from).collect()
}

#[inline(never)]
fn blocks_from(parts: Parts) -> Vec<Block> {
    parts.map(block_from).collect()
}

/// Lists of words.
#[inline(never)]
fn lines_from(parts: Parts) -> Vec<Vec<Inline>> {
    parts.map(|line| inlines_from(list(line))).collect()
}

fn question_from(tree: Tree) -> Question {
    let mut parts = list(tree);
    let (id, topic, level) = (QuestionId::new(&words(&mut parts)), words(&mut parts), words(&mut parts));
    let level = Level::ALL.into_iter().find(|known| known.name() == level).unwrap_or(Level::Core);
    let marks = words(&mut parts);
    let program = if marks.contains(HAS_PROGRAM) { Program::Awaited } else { Program::None };
    let has_points = marks.contains(HAS_POINTS);
    let (text, prompt) = match parts.next() {
        None => (Text::Awaited { choices: marks.contains(HAS_CHOICES) }, Vec::new()),
        Some(prompt) => (Text::Here, inlines_from(list(prompt))),
    };
    let details = blocks_from(next(&mut parts));
    Question { id, topic, level, prompt, details, choices: parts.map(choice_from).collect(), program, has_points, text }
}

fn choice_from(tree: Tree) -> Choice {
    let mut parts = list(tree);
    let right = words(&mut parts) == RIGHT;
    Choice::new(inlines_from(parts), right)
}

/// Reads one of them.
#[inline(never)]
fn read_answer(text: &str) -> Box<ModelAnswer> {
    let mut parts = Tree::read(text).map(list).unwrap_or_default();
    Box::new(ModelAnswer {
        short: inlines_from(next(&mut parts)),
        explanation: blocks_from(next(&mut parts)),
        whys: next(&mut parts).map(why_from).collect(),
        key_points: next(&mut parts).map(rubric::key_point_from).collect(),
        misconceptions: next(&mut parts).map(rubric::misconception_from).collect(),
        hints: lines_from(next(&mut parts)),
        sources: next(&mut parts).map(rubric::source_from).collect(),
        tags: next(&mut parts).filter_map(Tree::text).collect(),
    })
}

fn why_from(tree: Tree) -> (ChoiceKey, Vec<Block>) {
    let mut parts = list(tree);
    let key = ChoiceKey(words(&mut parts).parse().unwrap_or_default());
    (key, blocks_from(parts))
}

const RIGHT: &str = "x";
/// What is known of a question beforehand.
const HAS_CHOICES: char = 'x';
const HAS_PROGRAM: char = 'o';
const HAS_POINTS: char = 'k';

#[allow(unused_imports, reason = "the build script writes banks only")]
pub use reading::write_reading;
#[allow(unused_imports, reason = "the build script writes banks only")]
pub use write::{begin_with, lines, write_answers, write_bank};

mod write {
    use super::rich::{block_to, inline_to};
    use super::rubric;
    use super::{
        Answers, Bank, Choice, HAS_CHOICES, HAS_POINTS, HAS_PROGRAM, Inline, Level, ModelAnswer, Program, Question, RIGHT, Text,
        Tree,
    };

    /// Parts a bank for a widget that is to begin soon: an interview begins with a basic question, so the words of all others
    /// may come with the model answers. Of the rubric it gets what a reader sees: other wordings are for the grader, which
    /// has a file of its own (`bank/rubrics.rs`), and tags are for tools.
    pub fn begin_with(bank: &Bank, mut answers: Answers) -> (Bank, Answers) {
        for (_, answer) in &mut answers.answers {
            answer.change(|answer| {
                answer.key_points.iter_mut().for_each(|point| point.wordings.clear());
                answer.misconceptions.iter_mut().for_each(|misconception| misconception.wordings.clear());
                answer.tags.clear();
            });
        }
        let (first, later): (Vec<&Question>, Vec<&Question>) =
            bank.questions().iter().partition(|question| question.level == Level::Basic);
        if first.is_empty() {
            return (bank.clone(), answers);
        }
        let mut beginning = bank.clone();
        beginning.fill(later.iter().map(|question| question.awaited()).collect());
        (beginning, Answers { questions: later.into_iter().cloned().collect(), ..answers })
    }

    pub fn write_bank(bank: &Bank) -> String {
        let head = [bank.id(), bank.title(), bank.fingerprint(), bank.lang(), &bank.presets].map(Tree::from);
        Tree::List(head.into_iter().chain(bank.questions().iter().map(question_to)).collect()).write()
    }

    /// A text as [`read_answers`](super::read_answers) takes it.
    pub fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(str::to_owned).collect()
    }

    /// Lines of JSON.
    pub fn write_answers(answers: &Answers) -> String {
        let head = [Tree::from(answers.fingerprint.as_str()), Tree::List(answers.questions.iter().map(question_to).collect())];
        let ids = answers.answers.iter().map(|(id, _)| Tree::from(&*id.0));
        let mut text = String::new();
        let mut add = |line: Tree| {
            text += &line.write();
            text.push('\n');
        };
        add(Tree::List(head.into_iter().chain(ids).collect()));
        answers.answers.iter().for_each(|(_, answer)| add(answer_to(answer)));
        text
    }

    fn question_to(question: &Question) -> Tree {
        let head = [&*question.id.0, &question.topic, question.level.name()].map(Tree::from);
        let mut marks = String::new();
        if question.text == (Text::Awaited { choices: true }) {
            marks.push(HAS_CHOICES);
        }
        if question.program != Program::None {
            marks.push(HAS_PROGRAM);
        }
        if question.has_points {
            marks.push(HAS_POINTS);
        }
        let head = head.into_iter().chain([Tree::Text(marks)]);
        if question.text != Text::Here {
            return Tree::List(head.collect());
        }
        let prompt = Tree::List(question.prompt.iter().map(inline_to).collect());
        let details = Tree::List(question.details.iter().map(block_to).collect());
        Tree::List(head.chain([prompt, details]).chain(question.choices.iter().map(choice_to)).collect())
    }

    fn choice_to(choice: &Choice) -> Tree {
        let mark = Tree::from(if choice.right { RIGHT } else { "" });
        Tree::List(std::iter::once(mark).chain(choice.text.iter().map(inline_to)).collect())
    }

    fn answer_to(answer: &ModelAnswer) -> Tree {
        let whys = answer.whys.iter().map(|(key, why)| {
            let key = Tree::Text(key.0.to_string());
            Tree::List(std::iter::once(key).chain(why.iter().map(block_to)).collect())
        });
        Tree::List(vec![
            inlines_to(&answer.short),
            Tree::List(answer.explanation.iter().map(block_to).collect()),
            Tree::List(whys.collect()),
            Tree::List(answer.key_points.iter().map(rubric::key_point_to).collect()),
            Tree::List(answer.misconceptions.iter().map(rubric::misconception_to).collect()),
            Tree::List(answer.hints.iter().map(|hint| inlines_to(hint)).collect()),
            Tree::List(answer.sources.iter().map(rubric::source_to).collect()),
            Tree::List(answer.tags.iter().map(|tag| Tree::from(tag.as_str())).collect()),
        ])
    }

    pub fn inlines_to(inlines: &[Inline]) -> Tree {
        Tree::List(inlines.iter().map(inline_to).collect())
    }
}
