//! What looks like the format and is not quite: it is read as text, without a word about it.

use super::super::answers::ModelAnswer;
use super::super::text::{Block, Inline, plain};
use super::super::{Bank, Question};

/// The labels, and what authors write in their place.
const LABELS: [(&str, &str); 14] = [
    ("key points", "Key points:"),
    ("key point", "Key points:"),
    ("rubric", "Key points:"),
    ("common mistakes", "Common mistakes:"),
    ("common mistake", "Common mistakes:"),
    ("common misconceptions", "Common mistakes:"),
    ("misconceptions", "Common mistakes:"),
    ("mistakes", "Common mistakes:"),
    ("hints", "Hints:"),
    ("hint", "Hints:"),
    ("sources", "Source:"),
    ("source", "Source:"),
    ("tags", "Tags:"),
    ("tag", "Tags:"),
];
/// What may stand in the place of ×.
const TIMES: [char; 4] = ['x', 'X', '*', '×'];
/// In these a line of backticks is part of what is shown.
const HOLD_FENCES: [&str; 4] = ["md", "markdown", "mdx", "rst"];

pub fn examine(question: &Question, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    if let Some(braces) = question.prompt.last().and_then(open_braces) {
        let what = format!("“{braces}” stays in the text of the question");
        found(what, "close the braces, and let nothing follow them: {#id .level topic=name}");
    }
    for block in &answer.explanation {
        if let Block::Paragraph(text) = block {
            paragraph(text, found);
        }
    }
    for point in &answer.key_points {
        if let Some(weight) = poor_weight(&plain(&point.fact)) {
            let what = format!("“({weight})” at the end of a key point is no weight");
            found(what, "write (×2), with the sign ×, or take it away");
        }
    }
    if [&question.details, &answer.explanation].into_iter().any(|blocks| swallows(blocks)) {
        let what = "a listing holds a line of ``` with a language, so the one before it was not closed".to_owned();
        found(what, "close each listing with a line of ```; one that is to hold such a line begins with ````");
    }
}

/// Whether the language of the bank can be one.
pub fn language(bank: &Bank) -> Option<(String, &'static str)> {
    let mut parts = bank.lang().split('-');
    let first = parts.next().unwrap_or_default();
    let is_code = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let holds = first.is_empty() || (2..=3).contains(&first.len()) && is_code(first) && parts.all(is_code);
    (!holds).then(|| (format!("“{}” is no language", bank.lang()), "write it as in HTML, such as en or pt-BR"))
}

/// `{#id .core` without an end.
fn open_braces(last: &Inline) -> Option<&str> {
    let Inline::Text(words) = last else { return None };
    let start = words.rfind(['{'])?;
    let braces = words.get(start..)?;
    (braces.starts_with("{#") || braces.starts_with("{.")).then_some(braces).filter(|braces| !braces.contains('}'))
}

/// A label that labels nothing.
fn paragraph(text: &[Inline], found: &mut impl FnMut(String, &'static str)) {
    let words = plain(text);
    let words = words.trim();
    let (label, rest) = words.split_once(':').unwrap_or((words, ""));
    let name = label.trim().to_lowercase();
    let Some((_, wanted)) = LABELS.into_iter().find(|(known, _)| *known == name) else { return };
    let mend = match wanted {
        "Source:" => "write “Source:” and links in one paragraph: Source: [title](https://…)",
        "Tags:" => "write “Tags:” and words between commas, in one paragraph",
        "Key points:" => "write “Key points:” and a list right under it",
        "Hints:" => "write “Hints:” and a list right under it",
        _ => "write “Common mistakes:” and a list right under it",
    };
    // “Source: somebody told me” is a sentence.
    if rest.is_empty() || wanted == "Source:" && rest.contains("://") {
        found(format!("“{label}” labels nothing here and is read as text"), mend);
    }
}

/// `x2` of “(x2)”, or `2` of “(2)”.
fn poor_weight(fact: &str) -> Option<&str> {
    let inner = fact.trim_end().strip_suffix(')')?.rsplit_once('(')?.1;
    let is_digit = |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
    (inner.contains(TIMES) && is_digit(inner.trim_matches(TIMES).trim())).then_some(inner)
}

/// Whether a listing holds the beginning of another one.
fn swallows(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Code(language, text) | Block::Program { language, source: text, .. } => {
            !HOLD_FENCES.contains(&language.as_str()) && text.lines().any(opens)
        }
        Block::Quote(inner) => swallows(inner),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().any(|item| swallows(item)),
        Block::Paragraph(_) | Block::Table { .. } => false,
    })
}

fn opens(line: &str) -> bool {
    let after = line.trim_start().strip_prefix("```");
    after.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|letter| letter.is_ascii_alphanumeric()))
}
