//! Writes a bank as Markdown, so that reading it gives the same bank.
//!
//! A writer of our own: pulldown-cmark-to-cmark writes events, not our blocks, and what it writes is not always read back as
//! the same (its own test of that fails), which here is the whole point.
//!
//! What was read from Markdown is kept, unless a label without its list stood before the short answer and a list behind. Of banks from
//! elsewhere Markdown cannot hold: a link within a link (its words stay), an empty
//! code, paragraph or list, spaces at the very end of a fact that weighs more than 1, quotes at the ends of the language, emphasis
//! whose marks no spelling brings about (its words stay), and a paragraph such as “Hints:” right before a list, where the question
//! has nothing that could stand between them. Topics are written at each question, so headings of topics are gone.

mod blocks;
mod inlines;
mod parts;

pub use inlines::{Place, text};

use super::super::answers::{Answers, ModelAnswer};
use super::super::outline::parts::label;
use super::super::preset::Preset;
use super::super::text::{Block, Inline};
use super::super::{Bank, Question};
use blocks::Sign;
use parts::Parts;

pub fn write(bank: &Bank, answers: &Answers) -> String {
    let mut pages = Vec::new();
    if !bank.lang().is_empty() {
        let is_plain = bank.lang().chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let quote = if is_plain { "" } else { "\"" };
        pages.push(format!("---\nlang: {quote}{}{quote}\n---", bank.lang()));
    }
    if !bank.title().trim().is_empty() {
        pages.push(format!("# {}", text(&[Inline::Text(bank.title().to_owned())], Place::Heading)));
    }
    let presets: Vec<String> = bank.presets().map(|one| preset(&one)).collect();
    if !presets.is_empty() {
        pages.push(format!("Presets:\n\n{}", presets.join("\n")));
    }
    let nothing = ModelAnswer::default();
    for question in bank.questions() {
        pages.push(write_question(question, answers.get(&question.id).unwrap_or(&nothing)));
    }
    pages.join("\n\n") + "\n"
}

fn preset(preset: &Preset) -> String {
    let Preset { name, expect, given, .. } = *preset;
    let (settings, topics) = (given.words(), preset.topics());
    let line = |words: String| text(&[Inline::Text(words)], Place::Line);
    let head = if expect.is_empty() { name.to_owned() } else { format!("{name}: {expect}") };
    let mut lines = vec![format!("- {}", line(head)), format!("  - {settings}")];
    if topics.iter().any(|topic| topic.contains(',')) {
        lines.extend(topics.iter().map(|topic| format!("  - {}", line(format!("topic: {topic}")))));
    } else if !topics.is_empty() {
        lines.push(format!("  - {}", line(format!("topics: {}", topics.join(", ")))));
    }
    lines.join("\n")
}

/// Blocks of their own.
pub fn write_blocks(those: &[Block]) -> String {
    blocks::blocks(those, &mut None).join("\n")
}

fn write_question(question: &Question, answer: &ModelAnswer) -> String {
    let topic = if question.topic.is_empty() { String::new() } else { format!(" topic={}", question.topic) };
    let attributes = format!("{{#{} .{}{topic}}}", question.id.0, question.level.name());
    let mut page =
        Page { chunks: vec![vec![format!("### {} {attributes}", text(&question.prompt, Place::Heading))]], last: None };
    if !question.details.is_empty() {
        page.chunks.push(blocks::quote(blocks::blocks(&question.details, &mut None)));
    }
    page.chunks.push(vec![text(&answer.short, Place::Line)]);
    let mut parts = Parts::new(question, answer);
    let mut before = label(&answer.short).is_some();
    for block in &answer.explanation {
        if before && matches!(block, Block::Bullets(_) | Block::Numbers(_)) {
            // The list would belong to the label; in the source something stood between the two.
            parts.write_one(&mut page);
        }
        before = matches!(block, Block::Paragraph(words) if label(words).is_some());
        page.add(|last| blocks::one(block, last, None));
    }
    parts.write(&mut page);
    page.chunks.into_iter().map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n")
}

/// What is written of a question: blocks as lines.
struct Page {
    chunks: Vec<Vec<String>>,
    /// The sign of the list that was written last.
    last: Sign,
}

impl Page {
    fn add(&mut self, lines: impl FnOnce(&mut Sign) -> Vec<String>) {
        let lines = lines(&mut self.last);
        if !lines.is_empty() {
            self.chunks.push(lines);
        }
    }
}
