//! A bank as text, to be looked at and compared.

use mock_interview::bank::Bank;
use mock_interview::bank::answers::{Answers, FollowUp, KeyPoint, Misconception, ModelAnswer, Source};
use mock_interview::bank::draft::Reading;
use mock_interview::bank::preset::Preset;
use mock_interview::bank::text::{Block, Inline, rows};
use std::fmt::Write;

/// What could be read, and what is said of the rest.
pub fn reading(reading: &Reading) -> String {
    let mut text = match &reading.bank {
        Some((bank, answers)) => told(bank, answers),
        None => "no question\n".to_owned(),
    };
    for (problem, heading) in &reading.problems {
        let loss = if problem.costs_question { "left out" } else { "kept" };
        writeln!(text, "\n{loss}, under “{heading}”: {problem}").unwrap();
    }
    text
}

/// Everything that was read, to be looked at.
pub fn told(bank: &Bank, answers: &Answers) -> String {
    let mut text = format!("“{}”\n", bank.title());
    for preset in bank.presets() {
        let Preset { id, name, expect, given } = preset;
        let settings = given.words();
        let topics = preset.topics();
        let topics = if topics.is_empty() { String::new() } else { format!(" · on {}", topics.join(", ")) };
        writeln!(text, "  preset {id}: {name} · {expect} · {settings}{topics}").unwrap();
    }
    for question in bank.questions() {
        let answer = answers.get(&question.id).expect("every question has its answer");
        let topic = if question.topic.is_empty() { "no topic" } else { &question.topic };
        writeln!(text, "\n{} · {} · {}\n  ask: {}", question.id.0, topic, question.level.name(), line(&question.prompt)).unwrap();
        blocks(&mut text, 4, &question.details);
        for choice in &question.choices {
            writeln!(text, "  {} {}", if choice.right { "right:" } else { "wrong:" }, line(&choice.text)).unwrap();
            blocks(&mut text, 4, answer.why(choice.key).unwrap_or_default());
        }
        writeln!(text, "  answer: {}", line(&answer.short)).unwrap();
        blocks(&mut text, 4, &answer.explanation);
        rubric(&mut text, answer);
    }
    text
}

fn rubric(text: &mut String, answer: &ModelAnswer) {
    for KeyPoint { fact, weight, wordings, follow_ups } in &answer.key_points {
        writeln!(text, "  point ×{weight}: {}", line(fact)).unwrap();
        wordings.iter().for_each(|words| writeln!(text, "    or: {}", line(words)).unwrap());
        for FollowUp { if_met, question, words } in follow_ups {
            writeln!(text, "    {} → {} “{}”", if *if_met { "met" } else { "missed" }, question.0, line(words)).unwrap();
        }
    }
    for Misconception { statement, wordings, correction } in &answer.misconceptions {
        writeln!(text, "  not so: {}", line(statement)).unwrap();
        wordings.iter().for_each(|words| writeln!(text, "    or: {}", line(words)).unwrap());
        blocks(text, 4, correction);
    }
    answer.hints.iter().for_each(|hint| writeln!(text, "  hint: {}", line(hint)).unwrap());
    answer.sources.iter().for_each(|Source { address, title }| writeln!(text, "  source: {} {address}", line(title)).unwrap());
    answer.tags.iter().for_each(|tag| writeln!(text, "  tag: {tag}").unwrap());
}

fn blocks(text: &mut String, indent: usize, of: &[Block]) {
    for block in of {
        match block {
            Block::Paragraph(inlines) => writeln!(text, "{:indent$}text: {}", "", line(inlines)).unwrap(),
            Block::Code(language, code) => writeln!(text, "{:indent$}code: {language} {code:?}", "").unwrap(),
            Block::Program { language, source, output } => {
                writeln!(text, "{:indent$}program: {language} {source:?} prints {output:?}", "").unwrap();
            }
            Block::Bullets(items) => list(text, indent, "bullet", items),
            Block::Numbers(items) => list(text, indent, "number", items),
            Block::Quote(inner) => list(text, indent, "quote", std::slice::from_ref(inner)),
            Block::Table { columns, cells } => {
                writeln!(text, "{:indent$}table: {columns}", "").unwrap();
                assert_eq!(cells.len() % columns.len(), 0, "{columns} {cells:?}");
                for row in rows(columns, cells) {
                    let cells: Vec<String> = row.iter().map(|cell| line(cell)).collect();
                    writeln!(text, "{:indent$}  row: {}", "", cells.join(" | ")).unwrap();
                }
            }
        }
    }
}

fn list(text: &mut String, indent: usize, name: &str, items: &[Vec<Block>]) {
    for item in items {
        writeln!(text, "{:indent$}{name}:", "").unwrap();
        blocks(text, indent + 2, item);
    }
}

pub fn line(inlines: &[Inline]) -> String {
    let parts = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Emphasis(inner) => format!("*{}*", line(inner)),
        Inline::Strong(inner) => format!("**{}**", line(inner)),
        Inline::Link(address, inner) => format!("[{}]({address})", line(inner)),
        Inline::Image(address, inner) => format!("![{}]({address})", line(inner)),
    });
    parts.collect()
}
