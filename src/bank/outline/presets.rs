//! The kinds of interview that a bank brings along: in its introduction “Presets:” and a list. An item is a name, a colon and what to
//! expect; the list under it holds the settings.

use super::super::draft::{Draft, Preset};
use super::super::preset::{MOST, Settings};
use super::super::problem::Problem;
use super::super::text::{Block, plain};
use super::{Node, slug};

/// What an author may write.
const SETTINGS: &str = "write such as “8 questions, 12 minutes” (or “untimed”), “choice, spoken”, “basic, core”, “60 seconds each”, \
    “15 seconds to think”, “1 follow-up”, “strict”, “practice”, “exam”, “hints”, “aloud”, “topics: one, another”";

/// Whether the block calls for presets.
pub fn is_label(node: &Node) -> bool {
    matches!(node, Node::Block(Block::Paragraph(text)) if plain(text).trim().eq_ignore_ascii_case("presets:"))
}

/// Reads what stands in front of the first question.
pub fn introduction(line: usize, body: Vec<Node>, draft: &mut Draft) {
    let mut is_here = false;
    for node in body {
        if let (true, Node::Block(Block::Bullets(items) | Block::Numbers(items))) = (is_here, &node) {
            items.iter().for_each(|item| take(item, line, draft));
        }
        is_here = is_label(&node);
    }
}

fn words(block: Option<&Block>) -> String {
    match block {
        Some(Block::Paragraph(text)) => plain(text),
        _ => String::new(),
    }
}

fn take(item: &[Block], line: usize, draft: &mut Draft) {
    let head = words(item.first());
    let (name, expect) = head.split_once(':').unwrap_or((&head, ""));
    let (mut settings, mut topics) = (Vec::new(), Vec::new());
    for block in item.iter().skip(1) {
        let (Block::Bullets(items) | Block::Numbers(items)) = block else { continue };
        for item in items {
            let text = words(item.first());
            match text.split_once(':') {
                Some((label, topic)) if label.eq_ignore_ascii_case("topic") => topics.push(topic.to_owned()),
                Some((label, of)) if label.eq_ignore_ascii_case("topics") => topics.extend(of.split(',').map(str::to_owned)),
                _ => phrases(&text, &mut settings),
            }
        }
    }
    add(draft, line, name, expect, settings, topics);
}

/// `8 questions in 12 minutes, basic and core`
fn phrases(text: &str, phrases: &mut Vec<String>) {
    for part in text.split(',') {
        let mut phrase = String::new();
        for word in part.split_whitespace().chain(["and"]) {
            if matches!(word, "and" | "in") {
                phrases.push(std::mem::take(&mut phrase));
            } else {
                phrase = join(phrase, word);
            }
        }
    }
}

fn join(text: String, word: &str) -> String {
    if text.is_empty() { word.to_ascii_lowercase() } else { text + " " + &word.to_ascii_lowercase() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a preset as it is written, in Markdown or JSON; what is wrong with it is told.
pub fn add(draft: &mut Draft, line: usize, name: &str, expect: &str, settings: Vec<String>, topics: Vec<String>) {
    let name = one_line(name);
    let mut wrong =
        |what: String, mend: &str| draft.problems.push(Problem::passing(line, format!("the preset “{name}”: {what}"), mend));
    let mut read = Settings::default();
    let mut said = String::new();
    for phrase in settings.iter().map(|phrase| one_line(phrase)).filter(|phrase| !phrase.is_empty()) {
        if read.set(&phrase).is_none() {
            wrong(format!("“{phrase}” is no setting, out of range, or said twice"), SETTINGS);
            continue;
        }
        said = if said.is_empty() { phrase } else { said + ", " + &phrase };
    }
    if read.minutes.is_none() && (read.strict || read.seconds.is_some()) {
        return wrong("it has no minutes, and so no question is timed".to_owned(), "write how many minutes the round has");
    }
    if read.practice && read.exam {
        return wrong("it is practice and exam at once".to_owned(), "keep one of them");
    }
    if read.count == 0 {
        return wrong("it does not say how many questions".to_owned(), "write such as “8 questions”");
    }
    let id = slug(&name);
    if id.is_empty() {
        return wrong("it has no name".to_owned(), "begin its line with one, in letters: “Our first call: what to expect”");
    }
    if draft.presets.iter().any(|known| known.id == id) {
        return wrong("another one has that name".to_owned(), "give it another");
    }
    if draft.presets.len() == MOST {
        return wrong(format!("it is one more than {MOST}"), "remove some");
    }
    let topics = topics.iter().map(|topic| one_line(topic)).filter(|topic| !topic.is_empty()).collect();
    draft.presets.push(Preset { line, id, name, rest: [one_line(expect), said], topics });
}
