//! Reads the rubrics of a bank as `bank/rubrics.rs` writes them.

use super::{Rubric, Wanted};

/// By the ids of their questions. What is not as it was written is read as nothing.
pub fn read_rubrics(text: &str) -> Vec<(String, Rubric)> {
    let mut lines = text.split('\n');
    let lang = lines.next().unwrap_or_default();
    let mut rubrics: Vec<(String, Rubric)> = Vec::new();
    for line in lines {
        let mut fields = line.split('\t');
        let kind = fields.next().unwrap_or_default();
        let mut texts = fields.map(str::to_owned);
        if kind == "?" {
            let id = texts.next().unwrap_or_default();
            let prompt = texts.next().unwrap_or_default();
            rubrics.push((id, Rubric { lang: lang.to_owned(), prompt, ..Rubric::default() }));
        } else if let Some((_, rubric)) = rubrics.last_mut() {
            let wordings = texts.collect();
            match kind.parse() {
                _ if kind == "!" => rubric.misconceptions.push(wordings),
                Ok(weight) => rubric.points.push(Wanted { weight, wordings }),
                Err(_) => {}
            }
        }
    }
    rubrics
}
