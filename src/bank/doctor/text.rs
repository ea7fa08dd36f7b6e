//! What is doubtful about the text of a question: its length, its listings, its images.

use super::super::Question;
use super::super::answers::ModelAnswer;
use super::super::pictures;
use super::super::text::{Block, is_blank, plain};

/// More does not stand on a card without scrolling.
const PROMPT: usize = 200;
/// More is not said in half a minute, nor in a whole one.
const SHORT_ANSWER: usize = 600;

pub fn examine(question: &Question, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    let prompt = plain(&question.prompt).chars().count();
    if prompt > PROMPT {
        let mend = "ask in one line, and put the rest into a quote under the heading";
        found(format!("the prompt has {prompt} characters, of {PROMPT} at most"), mend);
    }
    let short = plain(&answer.short).chars().count();
    if short > SHORT_ANSWER {
        let mend = "begin a new paragraph after what one would say first";
        found(format!("the short answer has {short} characters, of {SHORT_ANSWER} at most"), mend);
    }
    let whys = answer.whys.iter().map(|(_, why)| why);
    let corrections = answer.misconceptions.iter().map(|misconception| &misconception.correction);
    let parts = [&question.details, &answer.explanation].into_iter().chain(whys).chain(corrections);
    let nameless: usize = parts.map(|part| nameless(part)).sum();
    if nameless > 0 {
        let number = if nameless == 1 { "a listing does".to_owned() } else { format!("{nameless} listings do") };
        found(format!("{number} not name a language"), "write it after the backticks: ```python, or ```text");
    }
    let wordless = wordless(question, answer);
    if wordless > 0 {
        let what = match wordless {
            1 => "an image does not say what it shows".to_owned(),
            _ => format!("{wordless} images do not say what they show"),
        };
        found(what, "say it in the brackets, for those who do not see it: ![the loop and its queue](loop.png)");
    }
}

/// How many images say nothing of what they show. What walks through them may change them, so it is given copies.
fn wordless(question: &Question, answer: &ModelAnswer) -> usize {
    let mut count = 0;
    let mut look = |_: &mut String, words: &[_]| count += usize::from(is_blank(words));
    pictures::of_question(&mut question.clone(), &mut look);
    pictures::of_answer(&mut answer.clone(), &mut look);
    count
}

/// How many listings do not name their language.
fn nameless(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Code(language, _) | Block::Program { language, .. } => usize::from(language.trim().is_empty()),
        Block::Quote(inner) => nameless(inner),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().map(|item| nameless(item)).sum(),
        Block::Paragraph(_) | Block::Table { .. } => 0,
    };
    blocks.iter().map(count).sum()
}
