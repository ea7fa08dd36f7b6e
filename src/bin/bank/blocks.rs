//! The listings of a question, wherever they stand.

use mock_interview::bank::Question;
use mock_interview::bank::answers::ModelAnswer;
use mock_interview::bank::text::Block;

/// A listing, and what it prints where that is said.
pub struct Listing<'a> {
    pub language: &'a str,
    pub source: &'a str,
    pub output: Option<&'a str>,
}

pub fn listings<'a>(question: &'a Question, answer: Option<&'a ModelAnswer>) -> Vec<Listing<'a>> {
    let mut found = Vec::new();
    gather(&question.details, &mut found);
    if let Some(answer) = answer {
        gather(&answer.explanation, &mut found);
        answer.whys.iter().for_each(|(_, why)| gather(why, &mut found));
        answer.misconceptions.iter().for_each(|misconception| gather(&misconception.correction, &mut found));
    }
    found
}

fn gather<'a>(blocks: &'a [Block], found: &mut Vec<Listing<'a>>) {
    for block in blocks {
        match block {
            Block::Code(language, source) => found.push(Listing { language, source, output: None }),
            Block::Program { language, source, output } => found.push(Listing { language, source, output: Some(output) }),
            Block::Quote(inner) => gather(inner, found),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| gather(item, found)),
            Block::Paragraph(_) | Block::Table { .. } => {}
        }
    }
}
