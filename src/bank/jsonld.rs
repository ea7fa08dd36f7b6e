//! A bank as schema.org data in JSON-LD, for a page's `<script type="application/ld+json">`.

use super::answers::{Answers, ModelAnswer};
use super::text::{Block, plain, rows};
use super::tree::Tree;
use super::{Bank, Question};

/// What a search or answer engine is told that the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Quiz,
    FaqPage,
}

/// Safe to stand in HTML as it is: nothing in it can end the script element.
pub fn write(bank: &Bank, answers: &Answers, kind: Kind) -> String {
    let questions =
        bank.questions().iter().filter_map(|question| Some(self::question(question, answers.get(&question.id)?, kind)));
    let questions = Tree::List(questions.collect());
    let page = match kind {
        Kind::Quiz => map([
            ("@context", Tree::from("https://schema.org")),
            ("@type", Tree::from("Quiz")),
            ("name", Tree::from(bank.title())),
            ("about", map([("@type", Tree::from("Thing")), ("name", Tree::from(bank.title()))])),
            ("hasPart", questions),
        ]),
        Kind::FaqPage => map([
            ("@context", Tree::from("https://schema.org")),
            ("@type", Tree::from("FAQPage")),
            ("name", Tree::from(bank.title())),
            ("mainEntity", questions),
        ]),
    };
    page.write().replace('<', "\\u003c")
}

fn question(question: &Question, answer: &ModelAnswer, kind: Kind) -> Tree {
    let model = model_answer(answer);
    let mut fields = vec![
        ("@type".to_owned(), Tree::from("Question")),
        ("name".to_owned(), Tree::Text(with_details(plain(&question.prompt), &question.details))),
    ];
    let right = question.choices.iter().find(|choice| choice.right).filter(|_| kind == Kind::Quiz);
    match right {
        Some(right) => {
            let wrong = question.choices.iter().filter(|choice| !choice.right);
            let explained = map([("@type", Tree::from("Comment")), ("text", Tree::Text(model))]);
            fields.push(("eduQuestionType".to_owned(), Tree::from("Multiple choice")));
            fields.push((
                "acceptedAnswer".to_owned(),
                map([
                    ("@type", Tree::from("Answer")),
                    ("text", Tree::Text(plain(&right.text))),
                    ("answerExplanation", explained),
                ]),
            ));
            let wrong = wrong.map(|choice| map([("@type", Tree::from("Answer")), ("text", Tree::Text(plain(&choice.text)))]));
            fields.push(("suggestedAnswer".to_owned(), Tree::List(wrong.collect())));
        }
        None => {
            if kind == Kind::Quiz {
                fields.push(("eduQuestionType".to_owned(), Tree::from("Flashcard")));
            }
            fields.push(("acceptedAnswer".to_owned(), map([("@type", Tree::from("Answer")), ("text", Tree::Text(model))])));
        }
    }
    Tree::Map(fields)
}

/// The words of a model answer, a block a paragraph.
pub fn model_answer(answer: &ModelAnswer) -> String {
    with_details(plain(&answer.short), &answer.explanation)
}

fn with_details(first: String, blocks: &[Block]) -> String {
    let mut parts = vec![first];
    blocks.iter().for_each(|block| add(block, &mut parts));
    parts.join("\n\n")
}

fn add(block: &Block, parts: &mut Vec<String>) {
    match block {
        Block::Paragraph(text) => parts.push(plain(text)),
        Block::Code(_, code) => parts.push(code.trim_end().to_owned()),
        Block::Program { source, output, .. } => parts.extend([source, output].map(|text| text.trim_end().to_owned())),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().flatten().for_each(|block| add(block, parts)),
        Block::Quote(inner) => inner.iter().for_each(|block| add(block, parts)),
        Block::Table { columns, cells } => {
            let rows = rows(columns, cells).map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | "));
            parts.push(rows.collect::<Vec<_>>().join("\n"));
        }
    }
}

fn map<const N: usize>(fields: [(&str, Tree); N]) -> Tree {
    Tree::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
