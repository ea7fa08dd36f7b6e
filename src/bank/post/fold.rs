//! What a `details` element is: a question of its own, the answer of the heading above it, or a part of that answer.

use super::super::outline::{Heading, Node, presets};
use super::super::text::{Block, Inline, plain};
use super::frame::{Fold, Part, blocks};

pub fn unfold(parts: Vec<Part>) -> Vec<Node> {
    let mut nodes = Vec::new();
    sections(None, parts, &mut nodes);
    nodes
}

/// `top` stands over all of the parts.
fn sections(top: Option<Heading>, parts: Vec<Part>, nodes: &mut Vec<Node>) {
    let least = top.as_ref().map_or(1, |top| top.level + 1);
    let mut heading = top;
    let mut body = Vec::new();
    for part in parts {
        match part {
            Part::Node(Node::Heading(next)) => {
                section(heading.take(), std::mem::take(&mut body), nodes);
                heading = Some(Heading { level: next.level.max(least), ..next });
            }
            part => body.push(part),
        }
    }
    section(heading, body, nodes);
}

/// A heading, and what stands under it up to the next.
fn section(heading: Option<Heading>, body: Vec<Part>, nodes: &mut Vec<Node>) {
    let heading_asks = heading.as_ref().is_some_and(|heading| asks(&heading.text));
    let level = heading.as_ref().map_or(1, |heading| heading.level);
    let folds = || body.iter().filter_map(|part| if let Part::Fold(fold) = part { Some(fold) } else { None });
    let a_fold_asks = folds().any(|fold| asks(&fold.summary.text));
    let first = body.iter().position(|part| matches!(part, Part::Fold(_)));
    let answer = body.iter().position(|part| matches!(part, Part::Fold(fold) if says_answer(&fold.summary.text)));
    let Some(first) = first else {
        nodes.extend(heading.map(Node::Heading));
        nodes.extend(body.into_iter().filter_map(node));
        return;
    };
    let is_text = |part: &Part| matches!(part, Part::Node(Node::Block(Block::Paragraph(_))));
    let has_text = body[..first].iter().any(is_text);

    // The title asks nothing.
    let may_ask = level > 1 && (!a_fold_asks || heading_asks && answer.is_some());
    let answer = answer.or((first > 0 && !has_text).then_some(first)).filter(|_| may_ask);
    if let Some(answer) = answer {
        nodes.extend(heading.map(Node::Heading));
        return answered(body, answer, nodes);
    }
    if may_ask && has_text {
        nodes.extend(heading.map(Node::Heading));
        for part in body {
            match part {
                Part::Fold(fold) => nodes.extend(blocks(vec![Part::Fold(fold)]).into_iter().map(Node::Block)),
                part => nodes.extend(node(part)),
            }
        }
        return;
    }
    // The folds ask. The heading is their topic, and the text under it an introduction, unless it asks as well.
    let is_one_of_them = heading_asks && has_text && level > 1;
    let label = body.iter().position(|part| matches!(part, Part::Node(node) if level == 1 && presets::is_label(node)));
    nodes.extend(heading.map(Node::Heading));
    for (at, part) in body.into_iter().enumerate() {
        match part {
            Part::Fold(Fold { summary, parts }) => {
                let level = if is_one_of_them { level } else { level.max(LOWEST) + 1 };
                sections(Some(Heading { level, ..summary }), parts, nodes);
            }
            // The title's introduction may bring presets.
            part if is_one_of_them && at < first || label.is_some_and(|label| label == at || label + 1 == at) => {
                nodes.extend(node(part))
            }
            _ => {}
        }
    }
}

/// The rank of the lowest heading. Where a fold ends, the next heading ends it, whatever its rank.
const LOWEST: u8 = 6;

/// What stands before the fold with the answer belongs to the question.
fn answered(body: Vec<Part>, answer: usize, nodes: &mut Vec<Node>) {
    let mut details = Vec::new();
    let mut solution = Vec::new();
    let mut rest = Vec::new();
    for (at, part) in body.into_iter().enumerate() {
        match part {
            Part::Fold(fold) if at == answer => solution = blocks(fold.parts),
            Part::Node(Node::Tasks(line, items)) => nodes.push(Node::Tasks(line, items)),
            Part::Node(Node::Block(Block::Quote(inner))) if at < answer => details.extend(inner),
            Part::Node(Node::Block(block) | Node::Aside(block)) if at < answer => details.push(block),
            part => rest.extend(blocks(vec![part])),
        }
    }
    // A quote before the answer would belong to the question again.
    while let Some(Block::Quote(_)) = solution.first() {
        if let Block::Quote(inner) = solution.remove(0) {
            solution.splice(0..0, inner);
        }
    }
    if !details.is_empty() {
        nodes.push(Node::Block(Block::Quote(details)));
    }
    nodes.extend(solution.into_iter().chain(rest).map(Node::Block));
}

fn node(part: Part) -> Option<Node> {
    match part {
        Part::Node(node) => Some(node),
        Part::Fold(_) => None,
    }
}

/// Whether it puts a question, to go by its mark.
pub fn asks(text: &[Inline]) -> bool {
    plain(text).contains(['?', '？', '؟'])
}

fn says_answer(text: &[Inline]) -> bool {
    let text = plain(text).to_ascii_lowercase();
    ["answer", "solution"].iter().any(|word| text.contains(word)) && !text.contains(['?', '？', '؟'])
}
