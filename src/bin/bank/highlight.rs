//! Marks the listings of a bank, so that the widget shows them in colours and knows no language.

use mock_interview::bank::answers::Answers;
use mock_interview::bank::marks::{Kind, marked};
use mock_interview::bank::text::Block;
use mock_interview::bank::{Bank, Question, Text};
use std::sync::LazyLock;
use syntect::easy::ScopeRangeIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

/// Marks what the widget loads after it has begun. A question to begin with is there by then, and what begins sooner is
/// smaller without marks; where it has a listing, it comes once more.
pub fn highlight(bank: &Bank, answers: &mut Answers) {
    let is_left_out = |question: &&Question| !answers.questions.iter().any(|other| other.id == question.id);
    let begin_with = bank.questions().iter().filter(is_left_out).filter(|question| question.text == Text::Here);
    let mut again: Vec<Question> = begin_with.cloned().collect();
    again.retain_mut(|question| mark(&mut question.details));
    answers.questions.iter_mut().for_each(|question| _ = mark(&mut question.details));
    answers.questions.append(&mut again);
    for (_, answer) in &mut answers.answers {
        answer.change(|answer| {
            mark(&mut answer.explanation);
            answer.whys.iter_mut().for_each(|(_, why)| _ = mark(why));
            answer.misconceptions.iter_mut().for_each(|misconception| _ = mark(&mut misconception.correction));
        });
    }
}

/// Whether there was anything to mark.
fn mark(blocks: &mut [Block]) -> bool {
    let mut found = false;
    for block in blocks {
        found |= match block {
            Block::Code(language, source) | Block::Program { language, source, .. } => match with_marks(language, source) {
                Some(text) => {
                    *source = text;
                    true
                }
                None => false,
            },
            Block::Quote(inner) => mark(inner),
            Block::Bullets(items) | Block::Numbers(items) => items.iter_mut().fold(false, |found, item| mark(item) | found),
            Block::Paragraph(_) | Block::Table { .. } => false,
        }
    }
    found
}

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// None where the language is not known, or nothing in the listing is of a kind.
fn with_marks(language: &str, source: &str) -> Option<String> {
    let token = language.split(|c: char| c.is_whitespace() || ",{".contains(c)).next().filter(|token| !token.is_empty())?;
    let mut state = ParseState::new(SYNTAXES.find_syntax_by_token(token)?);
    let mut stack = ScopeStack::new();
    let mut parts: Vec<(Option<Kind>, &str)> = Vec::new();
    // Where in the source the last part begins, and where this line does.
    let (mut start, mut line_at) = (0, 0);
    for line in source.split_inclusive('\n') {
        let operations = state.parse_line(line, &SYNTAXES).ok()?;
        for (range, operation) in ScopeRangeIterator::new(&operations, line) {
            stack.apply(operation).ok()?;
            let text = line.get(range.clone())?;
            if text.is_empty() {
                continue;
            }
            let kind = kind(stack.as_slice(), text);
            match parts.last_mut() {
                // Spaces have no colour, so they part nothing.
                Some((last, part)) if *last == kind || text.trim().is_empty() => {
                    *part = source.get(start..line_at + range.end)?
                }
                _ => {
                    start = line_at + range.start;
                    parts.push((kind, text));
                }
            }
        }
        line_at += line.len();
    }
    parts.iter().any(|(kind, _)| kind.is_some()).then(|| marked(parts))
}

/// The names that grammars give to places, and what those are. The first that fits the innermost name that any fits.
static KINDS: LazyLock<Vec<(Scope, Option<Kind>)>> = LazyLock::new(|| {
    let kinds = [
        // Code inside a text.
        ("source", None),
        ("comment", Some(Kind::Comment)),
        ("string", Some(Kind::Text)),
        ("storage.type.string", Some(Kind::Text)),
        ("constant.numeric", Some(Kind::Number)),
        ("constant.language", Some(Kind::Number)),
        ("keyword", Some(Kind::Keyword)),
        ("storage", Some(Kind::Keyword)),
        ("entity.name.tag", Some(Kind::Keyword)),
        ("entity.name", Some(Kind::Name)),
        ("entity.other.attribute-name", Some(Kind::Name)),
        ("support", Some(Kind::BuiltIn)),
        ("variable.language", Some(Kind::BuiltIn)),
        ("variable.annotation", Some(Kind::BuiltIn)),
        ("punctuation.definition.annotation", Some(Kind::BuiltIn)),
    ];
    kinds.into_iter().filter_map(|(name, kind)| Some((Scope::new(name).ok()?, kind))).collect()
});

fn kind(stack: &[Scope], text: &str) -> Option<Kind> {
    let known = |scope: &Scope| KINDS.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, kind)| *kind);
    let kind = stack.iter().rev().find_map(known).flatten();
    // Operators are keywords to a grammar, and to a reader only where they are words.
    kind.filter(|kind| *kind != Kind::Keyword || text.chars().any(char::is_alphabetic))
}
