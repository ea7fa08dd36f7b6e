//! The fields of an object, each taken once and checked for its type; what is left over is told of.

use super::super::markdown::tree;
use super::super::outline::Node;
use super::super::problem::Problem;
use super::super::text::{Block, Inline, is_blank};
use super::value::{Kind, Value};

/// What was met on the way.
#[derive(Default)]
pub struct Told {
    pub problems: Vec<Problem>,
    /// Whether the question we are at cannot be asked.
    pub unreadable: bool,
}

impl Told {
    #[inline(never)]
    pub fn passing(&mut self, line: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(Problem::passing(line, what, mend));
    }

    #[inline(never)]
    pub fn grave(&mut self, line: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(Problem::grave(line, what, mend));
        self.unreadable = true;
    }

    /// A line of Markdown.
    #[inline(never)]
    pub fn inlines(&mut self, text: &Text) -> Vec<Inline> {
        let (inlines, problems) = tree::line(&text.text);
        self.problems.extend(problems.into_iter().map(|problem| Problem { line: text.line, ..problem }));
        inlines
    }

    /// Blocks of Markdown. Neither a heading nor choices come out of them.
    #[inline(never)]
    pub fn blocks(&mut self, text: &Text) -> Vec<Block> {
        let (nodes, problems) = tree::parts(&text.text);
        self.problems.extend(problems.into_iter().map(|problem| Problem { line: text.line, ..problem }));
        let mut blocks = Vec::new();
        for node in nodes {
            blocks.push(match node {
                Node::Block(block) | Node::Aside(block) => block,
                Node::Heading(heading) => {
                    self.passing(text.line, format!("“{}” holds a heading", text.name), "write it in **bold**");
                    Block::Paragraph(vec![Inline::Strong(heading.text)])
                }
                Node::Tasks(_, items) => {
                    self.passing(text.line, format!("“{}” holds a list with boxes", text.name), "write choices into “choices”");
                    Block::Bullets(items.into_iter().map(|item| item.blocks).collect())
                }
            });
        }
        blocks
    }
}

/// A text and where it stands.
pub struct Text {
    pub name: &'static str,
    pub line: usize,
    pub text: String,
}

/// More fields than any object has, known and unknown.
const MOST: usize = 100;

pub struct Fields {
    /// What the object is: “a question”.
    of: &'static str,
    pub line: usize,
    fields: Vec<(String, usize, Value)>,
    known: Vec<&'static str>,
}

impl Fields {
    /// None, and said so, where the value is no object.
    pub fn new(of: &'static str, value: Value, told: &mut Told) -> Option<Fields> {
        let Kind::Map(fields) = value.kind else {
            told.grave(value.line, format!("{of} is {}", value.kind.name()), "write an object in braces");
            return None;
        };
        if fields.len() > MOST {
            told.grave(value.line, format!("{of} has {} fields", fields.len()), "keep those that are known");
            return None;
        }
        for (n, (name, line, _)) in fields.iter().enumerate() {
            if fields[..n].iter().any(|(earlier, ..)| earlier == name) {
                told.passing(*line, format!("“{name}” stands twice"), "keep one; the first was read");
            }
        }
        Some(Fields { of, line: value.line, fields, known: Vec::new() })
    }

    #[inline(never)]
    pub fn take(&mut self, name: &'static str) -> Option<Value> {
        self.known.push(name);
        let at = self.fields.iter().position(|(field, ..)| field == name)?;
        let (_, _, value) = self.fields.remove(at);
        self.fields.retain(|(field, ..)| field != name);
        Some(value)
    }

    pub fn text(&mut self, name: &'static str, told: &mut Told) -> Option<Text> {
        let value = self.take(name)?;
        text(name, value, told)
    }

    /// A text that says something. The question cannot do without it.
    #[inline(never)]
    pub fn needed(&mut self, name: &'static str, told: &mut Told) -> Option<Text> {
        let value = match self.take(name) {
            None => {
                told.grave(self.line, format!("{} has no “{name}”", self.of), format!("give it one: \"{name}\": \"…\""));
                return None;
            }
            Some(Value { line, kind: Kind::Text(text) }) if text.trim().is_empty() => {
                told.grave(line, format!("the “{name}” of {} says nothing", self.of), "write a text into it");
                return None;
            }
            Some(value) => value,
        };
        if !matches!(value.kind, Kind::Text(_)) {
            told.grave(value.line, format!("the “{name}” of {} is {}", self.of, value.kind.name()), "write a text");
            return None;
        }
        text(name, value, told)
    }

    /// A line of Markdown that the object cannot do without.
    #[inline(never)]
    pub fn needed_line(&mut self, name: &'static str, told: &mut Told) -> Option<Vec<Inline>> {
        let text = self.needed(name, told)?;
        let inlines = told.inlines(&text);
        if is_blank(&inlines) {
            told.grave(text.line, format!("the “{name}” of {} says nothing", self.of), "write a text into it");
            return None;
        }
        Some(inlines)
    }

    pub fn blocks(&mut self, name: &'static str, told: &mut Told) -> Vec<Block> {
        self.text(name, told).map(|text| told.blocks(&text)).unwrap_or_default()
    }

    #[inline(never)]
    pub fn list(&mut self, name: &'static str, told: &mut Told) -> Vec<Value> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value { kind: Kind::List(list), .. }) => list,
            Some(value) => {
                wrong(name, &value, "a list", told);
                Vec::new()
            }
        }
    }

    /// A list of lines of Markdown.
    #[inline(never)]
    pub fn lines(&mut self, name: &'static str, told: &mut Told) -> Vec<Vec<Inline>> {
        let list = self.list(name, told);
        let texts: Vec<Text> = list.into_iter().filter_map(|value| text(name, value, told)).collect();
        let mut lines = Vec::new();
        for text in texts {
            let inlines = told.inlines(&text);
            if is_blank(&inlines) {
                told.passing(text.line, format!("a text in “{name}” says nothing"), "remove it");
            } else {
                lines.push(inlines);
            }
        }
        lines
    }

    /// Tells of what nobody asked for.
    #[inline(never)]
    pub fn end(self, told: &mut Told) {
        for (name, line, _) in self.fields {
            let what = format!("“{name}” is no field of {}", self.of);
            told.passing(line, what, format!("its fields are {}", self.known.join(", ")));
        }
    }
}

pub fn text(name: &'static str, value: Value, told: &mut Told) -> Option<Text> {
    match value.kind {
        Kind::Text(text) => {
            if text.contains('\0') {
                told.passing(value.line, format!("“{name}” holds a NUL"), "remove it; it is read as “\u{fffd}”");
            }
            Some(Text { name, line: value.line, text: text.replace('\0', "\u{fffd}") })
        }
        _ => {
            wrong(name, &value, "a text", told);
            None
        }
    }
}

pub fn wrong(name: &str, value: &Value, wanted: &str, told: &mut Told) {
    told.passing(value.line, format!("“{name}” is {}", value.kind.name()), format!("write {wanted}, or leave it out"));
}
