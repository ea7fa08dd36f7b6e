//! Reads a bank from Markdown as a blogger writes it; `docs/bank-format.md` is its description.
//!
//! Two passes: [`tree`] turns the text into blocks that know their line, and this file reads the headings.
//! An author gets every problem of a text at once.

mod front_matter;
mod tree;

use super::answers::{Answers, ModelAnswer};
use super::hash::fnv64;
use super::problem::Problem;
use super::text::{Block, Inline, plain};
use super::{Bank, Choice, Level, Question, QuestionId};
use tree::{Heading, Item, Node};

/// Reads `source`. `id` names the bank in storage.
pub fn read(id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
    let (nodes, problems) = tree::read(source);
    let mut reader = Reader { title: None, topics: Vec::new(), sections: Vec::new(), problems };
    for section in sections(nodes) {
        reader.section(section);
    }
    reader.finish(id, source)
}

/// A heading and what stands under it, up to the next heading.
struct Section {
    heading: Heading,
    body: Vec<Node>,
    /// Whether a deeper heading comes next.
    is_parent: bool,
}

fn sections(nodes: Vec<Node>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    // The level of the question we are in: deeper headings are part of its answer.
    let mut question = u8::MAX;
    for node in nodes {
        match node {
            Node::Heading(heading) if heading.level <= question => {
                if let Some(last) = sections.last_mut() {
                    last.is_parent = last.body.is_empty() && heading.level > last.heading.level;
                }
                question = u8::MAX;
                sections.push(Section { heading, body: Vec::new(), is_parent: false });
            }
            node => {
                if let Some(last) = sections.last_mut() {
                    if last.heading.level > 1 {
                        question = last.heading.level;
                    }
                    last.body.push(node);
                }
            }
        }
    }
    sections
}

struct Reader {
    title: Option<String>,
    /// The topic headings that we are under, with their levels.
    topics: Vec<(u8, String)>,
    sections: Vec<(usize, Question, ModelAnswer)>,
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, line: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(Problem { line, what: what.into(), mend: mend.into() });
    }

    fn section(&mut self, section: Section) {
        let Section { heading, body, is_parent } = section;
        self.topics.retain(|(level, _)| *level < heading.level);
        if heading.level == 1 && self.title.is_none() {
            self.title = Some(plain(&heading.text));
        } else if is_parent {
            let topic = heading.id.clone().unwrap_or_else(|| slug(&plain(&heading.text)));
            self.topics.push((heading.level, topic));
        } else {
            self.question(heading, body);
        }
    }

    fn question(&mut self, heading: Heading, body: Vec<Node>) {
        let line = heading.line;
        let level = self.level(&heading);
        let around = self.topics.last().map(|(_, topic)| topic.clone());
        let topic = self.own_topic(&heading).or(around).unwrap_or_default();
        let id = heading.id.clone().unwrap_or_else(|| slug(&plain(&heading.text)));
        let mut question =
            Question { id: QuestionId(id), topic, level, prompt: heading.text, details: Vec::new(), choices: Vec::new() };
        if is_blank(&question.prompt) {
            self.problem(line, "the heading is empty", "write the question into it");
        }

        let mut short = None;
        let mut whys = None;
        let mut explanation = Vec::new();
        for node in body {
            match node {
                Node::Block(Block::Quote(inner)) if short.is_none() && explanation.is_empty() => {
                    question.details.extend(inner);
                }
                Node::Block(Block::Paragraph(text)) if short.is_none() && !is_blank(&text) => short = Some(text),
                Node::Block(block) => explanation.push(block),
                Node::Heading(heading) => explanation.push(Block::Paragraph(vec![Inline::Strong(heading.text)])),
                Node::Tasks(line, _) if whys.is_some() => {
                    self.problem(line, "the question has a second task list", "put all choices into one list");
                }
                Node::Tasks(_, items) => {
                    let (choices, reasons) = self.choices(items);
                    question.choices = choices;
                    whys = Some(reasons);
                }
            }
        }
        if short.is_none() {
            self.problem(line, "the question has no answer", "write a paragraph under the heading");
        }
        // A question with a problem is kept, so that it is compared with the others.
        let (short, whys) = (short.unwrap_or_default(), whys.unwrap_or_default());
        self.sections.push((line, question, ModelAnswer { short, explanation, whys }));
    }

    fn level(&mut self, heading: &Heading) -> Level {
        let mut level = None;
        for class in &heading.classes {
            match Level::ALL.into_iter().find(|level| level.name() == class) {
                Some(found) if level.is_none() => level = Some(found),
                Some(_) => self.problem(heading.line, "the question has two levels", "keep one of them"),
                None => {
                    let what = format!("“.{class}” is not a level");
                    self.problem(heading.line, what, "write .basic, .core or .deep");
                }
            }
        }
        level.unwrap_or(Level::Core)
    }

    fn own_topic(&mut self, heading: &Heading) -> Option<String> {
        let mut topic = None;
        for (name, value) in &heading.attributes {
            match value {
                Some(value) if name == "topic" && topic.is_none() => topic = Some(value.clone()),
                Some(_) if name == "topic" => self.problem(heading.line, "the question has two topics", "keep one of them"),
                _ => {
                    let what = format!("“{name}” is not known in the braces of a heading");
                    self.problem(heading.line, what, "write {#id .level topic=name}");
                }
            }
        }
        topic
    }

    /// None at all where one of them cannot be read: what is said of the others might be untrue then.
    fn choices(&mut self, items: Vec<Item>) -> (Vec<Choice>, Vec<(super::ChoiceKey, Vec<Block>)>) {
        let count = items.len();
        let mut choices = Vec::new();
        let mut whys = Vec::new();
        for Item { line, checked, blocks } in items {
            let mut blocks = blocks.into_iter();
            let text = match blocks.next() {
                Some(Block::Paragraph(text)) if !is_blank(&text) => Some(text),
                _ => None,
            };
            let (Some(right), Some(text)) = (checked, text) else {
                self.problem(line, "a choice has no text or no box", "write “- [ ] text”, or “- [x] text” for the right one");
                continue;
            };
            let choice = Choice::new(text, right);
            let mut why = Vec::new();
            for block in blocks {
                match block {
                    Block::Quote(inner) => why.extend(inner),
                    _ => self.problem(
                        line,
                        "a choice holds more than a line and a quote",
                        "say why it is wrong in a quote: “  > …”",
                    ),
                }
            }
            if !why.is_empty() {
                whys.push((choice.key, why));
            }
            choices.push(choice);
        }
        if choices.len() < count { Default::default() } else { (choices, whys) }
    }

    fn finish(mut self, id: &str, source: &str) -> Result<(Bank, Answers), Vec<Problem>> {
        let title = self.title.take().unwrap_or_else(|| id.to_owned());
        let fingerprint = format!("{:016x}", fnv64(source.as_bytes()));
        let lines: Vec<usize> = self.sections.iter().map(|(line, ..)| *line).collect();
        let (questions, answers): (Vec<Question>, Vec<_>) = self
            .sections
            .drain(..)
            .map(|(_, question, answer)| {
                let id = question.id.clone();
                (question, (id, answer))
            })
            .unzip();
        let bank = Bank::new(id.to_owned(), title, fingerprint.clone(), questions).map_err(|faults| {
            let faults = faults.into_iter().map(|fault| Problem {
                line: lines.get(fault.question).copied().unwrap_or(1),
                what: fault.what,
                mend: fault.mend.to_owned(),
            });
            self.problems.extend(faults);
        });
        self.problems.sort_by_key(|problem| problem.line);
        match bank {
            Ok(bank) if self.problems.is_empty() => Ok((bank, Answers { fingerprint, answers })),
            _ => Err(self.problems),
        }
    }
}

fn is_blank(text: &[Inline]) -> bool {
    plain(text).trim().is_empty()
}

/// `What is a Task?` → `what-is-a-task`
fn slug(text: &str) -> String {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join("-")
}
