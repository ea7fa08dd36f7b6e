//! The labelled parts of an answer: “Key points:” and a list, “Source:” and links. A label that nothing of its kind
//! follows is text like any other.

use super::super::QuestionId;
use super::super::answers::{FollowUp, KeyPoint, Misconception, ModelAnswer, Source};
use super::super::text::{Block, Inline, is_blank, plain};
use super::Node;

/// What a label calls for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Label {
    KeyPoints,
    Misconceptions,
    Hints,
}

const LABELS: [(&str, Label); 5] = [
    ("key points:", Label::KeyPoints),
    ("common mistakes:", Label::Misconceptions),
    ("common misconceptions:", Label::Misconceptions),
    ("hints:", Label::Hints),
    ("hint:", Label::Hints),
];

/// Whether the paragraph is a label and nothing else.
pub fn label(text: &[Inline]) -> Option<Label> {
    let words = plain(text).trim().to_ascii_lowercase();
    LABELS.into_iter().find(|(name, _)| *name == words).map(|(_, label)| label)
}

/// Reads what stands under a label. Hands on what is wrong with it, and how to mend that.
pub fn read(label: Label, items: Vec<Vec<Block>>, answer: &mut ModelAnswer, mut wrong: impl FnMut(&str, &str)) {
    for item in items {
        let name = item.first().map(name).unwrap_or_default();
        let mut wrong = |what: &str, mend: &str| wrong(&format!("under a label, “{name}”: {what}"), mend);
        let Some(Entry { text, wordings, quote }) = entry(item, &mut wrong) else {
            wrong("the item does not begin with a line of text", "write one into it");
            continue;
        };
        match label {
            Label::KeyPoints => {
                if !quote.is_empty() {
                    wrong("a key point holds a quote", "say more about it in the explanation");
                }
                let point = key_point(text, wordings, &mut wrong);
                if is_blank(&point.fact) {
                    wrong("a key point is nothing but its weight", "write the fact before the weight");
                } else {
                    answer.key_points.push(point);
                }
            }
            Label::Misconceptions => answer.misconceptions.push(Misconception { statement: text, wordings, correction: quote }),
            Label::Hints => {
                if !quote.is_empty() || !wordings.is_empty() {
                    wrong("a hint holds more than a line", "make each hint an item of its own");
                }
                answer.hints.push(text);
            }
        }
    }
}

/// The first words of an item, for its author to find it.
fn name(block: &Block) -> String {
    let words = match block {
        Block::Paragraph(text) => plain(text),
        _ => String::new(),
    };
    words.chars().take(40).collect()
}

/// A line, a list under it, a quote under it.
struct Entry {
    text: Vec<Inline>,
    wordings: Vec<Vec<Inline>>,
    quote: Vec<Block>,
}

fn entry(item: Vec<Block>, wrong: &mut impl FnMut(&str, &str)) -> Option<Entry> {
    let mut blocks = item.into_iter();
    let Some(Block::Paragraph(text)) = blocks.next().filter(|block| matches!(block, Block::Paragraph(text) if !is_blank(text)))
    else {
        return None;
    };
    let mut entry = Entry { text, wordings: Vec::new(), quote: Vec::new() };
    for block in blocks {
        match block {
            Block::Bullets(items) | Block::Numbers(items) => {
                for item in items {
                    match <[Block; 1]>::try_from(item) {
                        Ok([Block::Paragraph(text)]) if !is_blank(&text) => entry.wordings.push(text),
                        _ => wrong("another wording is more than a line of text", "write each wording as one line"),
                    }
                }
            }
            Block::Quote(inner) => entry.quote.extend(inner),
            _ => wrong("the item holds more than a line, a list and a quote", "move the rest into the explanation"),
        }
    }
    Some(entry)
}

fn key_point(mut fact: Vec<Inline>, lines: Vec<Vec<Inline>>, wrong: &mut impl FnMut(&str, &str)) -> KeyPoint {
    let weight = weight(&mut fact).unwrap_or_else(|()| {
        wrong("a weight is out of range", "write one from (×1) to (×9)");
        1
    });
    let mut point = KeyPoint { fact, weight, wordings: Vec::new(), follow_ups: Vec::new() };
    for line in lines {
        match follow_up(&line) {
            Some(Ok(follow_up)) => point.follow_ups.push(follow_up),
            Some(Err(())) => wrong(
                "a follow-up names no question",
                "link to a question of this bank by its id: “If missed: [its heading](#its-id)”",
            ),
            None => point.wordings.push(line),
        }
    }
    // The order between the two kinds says nothing, and not every form of a bank keeps it.
    let (met, missed): (Vec<_>, Vec<_>) = point.follow_ups.into_iter().partition(|follow_up| follow_up.if_met);
    point.follow_ups = [missed, met].concat();
    point
}

/// Takes `(×2)` from the end of a fact. 1 where there is none.
fn weight(fact: &mut Vec<Inline>) -> Result<u8, ()> {
    let Some(Inline::Text(words)) = fact.last_mut() else { return Ok(1) };
    let Some((before, digits)) = words.trim_end().strip_suffix(')').and_then(|words| words.rsplit_once("(×")) else {
        return Ok(1);
    };
    let weight = digits.trim().parse::<u8>().ok().filter(|weight| (1..=KeyPoint::HEAVIEST).contains(weight));
    let before = before.trim_end().to_owned();
    if before.is_empty() {
        fact.pop();
    } else {
        *words = before;
    }
    weight.ok_or(())
}

/// `If missed: [What is a task?](#a-task)`
pub fn follow_up(line: &[Inline]) -> Option<Result<FollowUp, ()>> {
    let Some(Inline::Text(start)) = line.first() else { return None };
    let start = start.trim_start().to_ascii_lowercase();
    let if_met = match start.split_once(':') {
        Some(("if missed", _)) => false,
        Some(("if met", _)) => true,
        _ => return None,
    };
    let named = line.iter().find_map(|inline| match inline {
        Inline::Link(address, words) => address.strip_prefix('#').filter(|id| !id.is_empty()).map(|id| (id, words)),
        _ => None,
    });
    Some(named.map(|(id, words)| FollowUp { if_met, question: QuestionId::new(id), words: words.clone() }).ok_or(()))
}

/// `Source: [title](https://…), [title](https://…)`: nothing but links and what joins them.
pub fn sources(text: &[Inline]) -> Option<Vec<Source>> {
    let (Inline::Text(start), rest) = text.split_first()? else { return None };
    let start = start.trim().to_ascii_lowercase();
    if start != "source:" && start != "sources:" {
        return None;
    }
    let joins = |words: &str| words.split([',', ';', ' ', '.']).all(|word| word.is_empty() || word == "and");
    let mut sources = Vec::new();
    for inline in rest {
        match inline {
            Inline::Link(address, title) => sources.push(Source { address: address.clone(), title: title.clone() }),
            Inline::Text(words) if joins(words) => {}
            _ => return None,
        }
    }
    (!sources.is_empty()).then_some(sources)
}

/// `Tags: sockets, http`
pub fn tags(text: &[Inline]) -> Option<Vec<String>> {
    let words = plain(text);
    let tags = words.trim().get(..5).filter(|start| start.eq_ignore_ascii_case("tags:")).and(words.trim().get(5..))?;
    let tags: Vec<String> = tags.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    (!tags.is_empty()).then_some(tags)
}

/// A listing and, right after it, what it prints.
pub fn is_output(language: &str) -> bool {
    matches!(language, "text" | "output" | "console")
}

/// With nothing but an empty line between them, the list under a label and the choices are one list in Markdown.
pub fn apart(body: Vec<Node>) -> Vec<Node> {
    let mut parted: Vec<Node> = Vec::new();
    for node in body {
        let after_label = matches!(parted.last(), Some(Node::Block(Block::Paragraph(text))) if label(text).is_some());
        match node {
            Node::Tasks(line, mut items) if after_label => {
                let choices = items.split_off(items.iter().position(|item| item.checked.is_some()).unwrap_or_default());
                if !items.is_empty() {
                    parted.push(Node::Block(Block::Bullets(items.into_iter().map(|item| item.blocks).collect())));
                }
                parted.push(Node::Tasks(choices.first().map_or(line, |choice| choice.line), choices));
            }
            node => parted.push(node),
        }
    }
    parted
}
