//! From headings and blocks to questions: the rules that every source shares, be it Markdown or the page of a post.
//! `docs/bank-format.md` is their description.

pub mod parts;
pub mod presets;

use super::answers::ModelAnswer;
use super::draft::{Draft, Entry};
use super::problem::Problem;
use super::program::Program;
use super::text::{Block, Inline, is_blank, is_picture, plain};
use super::{Choice, ChoiceKey, Level, Question, QuestionId, Text};

/// What a source is made of, in its order.
pub enum Node {
    Heading(Heading),
    Block(Block),
    /// A block that is never the short answer: the words of a picture, what stands beside the text.
    Aside(Block),
    /// A task list and the line it begins on.
    Tasks(usize, Vec<Item>),
}

pub struct Heading {
    pub line: usize,
    /// 1 is the highest.
    pub level: u8,
    pub text: Vec<Inline>,
    pub id: Option<String>,
    /// Whether the author has written the id, and no generator.
    pub is_own_id: bool,
    pub classes: Vec<String>,
    pub attributes: Vec<(String, Option<String>)>,
}

pub struct Item {
    pub line: usize,
    /// Its box; None where it has none.
    pub checked: Option<bool>,
    pub blocks: Vec<Block>,
}

/// Deeper than anyone reads, and well within what the compiled form can be read back from.
pub const DEEPEST: usize = 20;

/// `problems` are those that were met on the way to the nodes.
pub fn read(nodes: Vec<Node>, problems: Vec<Problem>) -> Draft {
    let mut reader = Reader { draft: Draft::new(problems), topics: Vec::new(), unreadable: false };
    let (before, sections) = sections(nodes);
    presets::introduction(1, before, &mut reader.draft);
    for section in sections {
        reader.section(section);
    }
    reader.draft
}

/// A heading and what stands under it, up to the next heading.
struct Section {
    heading: Heading,
    body: Vec<Node>,
    /// Whether a deeper heading comes next.
    is_parent: bool,
}

/// With what stands before the first of them.
fn sections(nodes: Vec<Node>) -> (Vec<Node>, Vec<Section>) {
    let mut before = Vec::new();
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
                let Some(last) = sections.last_mut() else {
                    before.push(node);
                    continue;
                };
                if last.heading.level > 1 {
                    question = last.heading.level;
                }
                last.body.push(node);
            }
        }
    }
    (before, sections)
}

struct Reader {
    draft: Draft,
    /// The topic headings that we are under, with their levels.
    topics: Vec<(u8, String)>,
    /// Whether the question we are at cannot be asked.
    unreadable: bool,
}

impl Reader {
    fn passing(&mut self, line: usize, what: impl Into<String>, mend: &str) {
        self.draft.problems.push(Problem::passing(line, what, mend));
    }

    fn grave(&mut self, line: usize, what: &str, mend: &str) {
        self.draft.problems.push(Problem::grave(line, what, mend));
        self.unreadable = true;
    }

    fn section(&mut self, section: Section) {
        let Section { heading, body, is_parent } = section;
        let text = plain(&heading.text);
        self.draft.headings.push((heading.line, text.trim().to_owned()));
        self.topics.retain(|(level, _)| *level < heading.level);
        if heading.level == 1 && self.draft.title.is_none() {
            self.draft.title = Some(text);
            presets::introduction(heading.line, body, &mut self.draft);
        } else if is_parent {
            let topic = heading.id.filter(|_| heading.is_own_id).unwrap_or_else(|| slug(&text));
            self.topics.push((heading.level, topic));
        } else {
            self.question(heading, body);
        }
    }

    fn question(&mut self, heading: Heading, body: Vec<Node>) {
        let line = heading.line;
        self.unreadable = false;
        let level = self.level(&heading);
        let around = self.topics.last().map(|(_, topic)| topic.clone());
        let topic = self.own_topic(&heading).or(around).unwrap_or_default();
        let id = heading.id.clone().unwrap_or_else(|| slug(&plain(&heading.text)));
        let mut question = Question {
            id: QuestionId::new(&id),
            topic,
            level,
            prompt: heading.text,
            details: Vec::new(),
            choices: Vec::new(),
            program: Program::None,
            has_points: false,
            text: Text::Here,
        };
        if is_blank(&question.prompt) {
            self.grave(line, "the heading is empty", "write the question into it");
        }

        let mut answer = ModelAnswer::default();
        let mut has_choices = false;
        let mut body = parts::apart(body).into_iter().peekable();
        while let Some(node) = body.next() {
            match node {
                Node::Block(Block::Quote(inner)) if answer.short.is_empty() && answer.explanation.is_empty() => {
                    question.details.extend(inner);
                }
                node @ (Node::Block(Block::Paragraph(_)) | Node::Heading(_)) => {
                    let (text, is_heading) = match node {
                        Node::Block(Block::Paragraph(text)) => (text, false),
                        Node::Heading(heading) => (vec![Inline::Strong(heading.text)], true),
                        _ => continue,
                    };
                    if let Some(label) = parts::label(&text)
                        && let Some(Node::Block(Block::Bullets(items) | Block::Numbers(items))) =
                            body.next_if(|next| matches!(next, Node::Block(Block::Bullets(_) | Block::Numbers(_))))
                    {
                        parts::read(label, items, &mut answer, |what, mend| self.passing(line, what, mend));
                    } else {
                        answer.take(text, !is_heading);
                    }
                }
                Node::Block(block) | Node::Aside(block) => answer.add(block),
                Node::Tasks(line, _) if has_choices => {
                    self.grave(
                        line,
                        "the question has a second task list",
                        "put all choices into one list: the same sign before each, and what belongs to one indented",
                    );
                }
                Node::Tasks(_, items) => {
                    (question.choices, answer.whys) = self.choices(items);
                    has_choices = true;
                }
            }
        }
        if answer.short.is_empty() {
            self.grave(line, "the question has no answer", "write a paragraph under the heading; lists and listings follow it");
        }
        // A question with a problem is kept, so that it is compared with the others.
        self.draft.questions.push(question);
        self.draft.entries.push(Entry { line, answer, unreadable: self.unreadable });
    }

    fn level(&mut self, heading: &Heading) -> Level {
        let mut level = None;
        for class in &heading.classes {
            match Level::ALL.into_iter().find(|level| level.name() == class) {
                Some(found) if level.is_none() => level = Some(found),
                Some(_) => self.passing(heading.line, "the question has two levels", "keep one of them"),
                None => {
                    let what = format!("“.{class}” is not a level");
                    self.passing(heading.line, what, "write .basic, .core or .deep");
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
                Some(_) if name == "topic" => self.passing(heading.line, "the question has two topics", "keep one of them"),
                _ => {
                    let what = format!("“{name}” is not known in the braces of a heading");
                    self.passing(heading.line, what, "write {#id .level topic=name}");
                }
            }
        }
        topic
    }

    /// None at all where one of them cannot be read: what is said of the others might be untrue then.
    fn choices(&mut self, items: Vec<Item>) -> (Vec<Choice>, Vec<(ChoiceKey, Vec<Block>)>) {
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
                self.grave(line, "a choice has no text or no box", "write “- [ ] text”, or “- [x] text” for the right one");
                continue;
            };
            let choice = Choice::new(text, right);
            let mut why = Vec::new();
            for block in blocks {
                match block {
                    Block::Quote(inner) => why.extend(inner),
                    _ => self.passing(
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
}

impl ModelAnswer {
    /// A paragraph: what its first words make of it, else the short answer, else a part of the explanation.
    fn take(&mut self, text: Vec<Inline>, may_be_short: bool) {
        if let Some(sources) = parts::sources(&text) {
            self.sources.extend(sources);
        } else if let Some(tags) = parts::tags(&text) {
            self.tags.extend(tags);
        } else if may_be_short && self.short.is_empty() && !is_blank(&text) && !is_picture(&text) && parts::label(&text).is_none()
        {
            self.short = text;
        } else {
            self.add(Block::Paragraph(text));
        }
    }

    /// A block of the explanation. What a listing prints stands right after it.
    pub(super) fn add(&mut self, block: Block) {
        let program = match (self.explanation.last_mut(), &block) {
            (Some(Block::Code(language, source)), Block::Code(kind, output))
                if !parts::is_output(language) && parts::is_output(kind) =>
            {
                Block::Program { language: std::mem::take(language), source: std::mem::take(source), output: output.clone() }
            }
            _ => return self.explanation.push(block),
        };
        self.explanation.pop();
        self.explanation.push(program);
    }
}

/// `What is a Task?` → `what-is-a-task`
pub fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}
