//! Writes the parts of an answer that have a label, and the choices.

use super::super::super::answers::{FollowUp, KeyPoint, Misconception, ModelAnswer, Source};
use super::super::super::text::{Block, Inline};
use super::super::super::{Choice, ChoiceKey, Question};
use super::Page;
use super::blocks::{Sign, blocks, indented, item, marker, quote, words};
use super::inlines::{Place, link, text};

/// What is still to be written.
pub struct Parts<'bank> {
    key_points: &'bank [KeyPoint],
    misconceptions: &'bank [Misconception],
    hints: &'bank [Vec<Inline>],
    sources: &'bank [Source],
    tags: &'bank [String],
    choices: &'bank [Choice],
    whys: &'bank [(ChoiceKey, Vec<Block>)],
}

impl<'bank> Parts<'bank> {
    pub fn new(question: &'bank Question, answer: &'bank ModelAnswer) -> Parts<'bank> {
        Parts {
            key_points: &answer.key_points,
            misconceptions: &answer.misconceptions,
            hints: &answer.hints,
            sources: &answer.sources,
            tags: &answer.tags,
            choices: &question.choices,
            whys: &answer.whys,
        }
    }

    pub fn write(mut self, page: &mut Page) {
        let all = usize::MAX;
        self.write_key_points(page, all);
        self.write_misconceptions(page, all);
        self.write_hints(page, all);
        self.write_sources(page, all);
        self.write_tags(page, all);
        self.write_choices(page);
    }

    /// As little as can stand between two blocks.
    pub fn write_one(&mut self, page: &mut Page) {
        if !self.tags.is_empty() {
            self.write_tags(page, 1);
        } else if !self.sources.is_empty() {
            self.write_sources(page, 1);
        } else if !self.choices.is_empty() {
            self.write_choices(page);
        } else if !self.hints.is_empty() {
            self.write_hints(page, 1);
        } else if !self.misconceptions.is_empty() {
            self.write_misconceptions(page, 1);
        } else {
            self.write_key_points(page, 1);
        }
    }

    fn write_key_points(&mut self, page: &mut Page, most: usize) {
        let items = split(&mut self.key_points, most).iter().map(|point| {
            let mut lines = vec![fact(point)];
            let follow_ups = point.follow_ups.iter().map(follow_up);
            let wordings = point.wordings.iter().map(|words| text(words, Place::Line));
            lines.extend(wordings.chain(follow_ups).map(|line| format!("- {line}")));
            indented("- ", "", lines)
        });
        labelled(page, "Key points:", Some('-'), items.collect());
    }

    fn write_misconceptions(&mut self, page: &mut Page, most: usize) {
        let items = split(&mut self.misconceptions, most).iter().map(|Misconception { statement, wordings, correction }| {
            let mut whole = vec![Block::Paragraph(statement.clone())];
            whole.extend((!wordings.is_empty()).then(|| Block::Bullets(words(wordings))));
            whole.extend((!correction.is_empty()).then(|| Block::Quote(correction.clone())));
            item("- ", "", &whole, Some('-'))
        });
        labelled(page, "Common mistakes:", Some('-'), items.collect());
    }

    fn write_hints(&mut self, page: &mut Page, most: usize) {
        let items = (1..).zip(split(&mut self.hints, most));
        let items = items.map(|(n, hint)| indented(&marker(n, Some('.')), "", vec![text(hint, Place::Line)]));
        labelled(page, "Hints:", Some('.'), items.collect());
    }

    fn write_sources(&mut self, page: &mut Page, most: usize) {
        let sources = split(&mut self.sources, most);
        let links: Vec<String> = sources.iter().map(|source| link(&source.title, &source.address)).collect();
        let label = if links.len() > 1 { "Sources:" } else { "Source:" };
        paragraph(page, label, &links);
    }

    fn write_tags(&mut self, page: &mut Page, most: usize) {
        let tags = split(&mut self.tags, most);
        let tags: Vec<String> = tags.iter().map(|tag| text(&[Inline::Text(tag.clone())], Place::Within)).collect();
        paragraph(page, "Tags:", &tags);
    }

    fn write_choices(&mut self, page: &mut Page) {
        let choices = std::mem::take(&mut self.choices);
        let why = |key| self.whys.iter().find(|(choice, _)| *choice == key).map(|(_, why)| why);
        if choices.is_empty() {
            return;
        }
        page.add(|last| {
            let sign = if *last == Some('-') { '*' } else { '-' };
            *last = Some(sign);
            let items = choices.iter().flat_map(|choice| {
                let mut lines = vec![text(&choice.text, Place::Line)];
                lines.extend(why(choice.key).into_iter().flat_map(|why| quote(blocks(why, &mut None))));
                indented(&format!("{sign} "), if choice.right { "[x] " } else { "[ ] " }, lines)
            });
            items.collect()
        });
    }
}

/// Takes up to so many from the front.
fn split<'bank, T>(from: &mut &'bank [T], most: usize) -> &'bank [T] {
    let (these, rest) = from.split_at(most.min(from.len()));
    *from = rest;
    these
}

fn labelled(page: &mut Page, label: &str, sign: Sign, items: Vec<Vec<String>>) {
    if items.is_empty() {
        return;
    }
    page.add(|last| {
        *last = sign;
        [label.to_owned(), String::new()].into_iter().chain(items.into_iter().flatten()).collect()
    });
}

fn paragraph(page: &mut Page, label: &str, parts: &[String]) {
    if parts.is_empty() {
        return;
    }
    page.add(|last| {
        *last = None;
        vec![format!("{label} {}", parts.join(", "))]
    });
}

fn fact(point: &KeyPoint) -> String {
    let seems_weighed = match point.fact.last() {
        Some(Inline::Text(words)) => words.trim_end().ends_with(')') && words.contains("(×"),
        _ => false,
    };
    let fact = text(&point.fact, Place::Line);
    if point.weight == 1 && !seems_weighed { fact } else { format!("{fact} (×{})", point.weight) }
}

fn follow_up(follow_up: &FollowUp) -> String {
    let when = if follow_up.if_met { "If met" } else { "If missed" };
    format!("{when}: {}", link(&follow_up.words, &format!("#{}", follow_up.question.0)))
}
