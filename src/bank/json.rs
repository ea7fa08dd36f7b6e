//! The compiled form of a bank: two JSON texts, one to ask from and one to read after an answer.
//!
//! The shapes here are those of the wire. [`Bank`] is made from them by the same checks as from Markdown.

use super::answers::{Answers, ModelAnswer};
use super::text::{Block, Inline};
use super::{Bank, Choice, Level, Question, QuestionId};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct BankText {
    id: String,
    title: String,
    fingerprint: String,
    questions: Vec<QuestionText>,
}

#[derive(Serialize, Deserialize)]
struct QuestionText {
    id: QuestionId,
    topic: String,
    level: Level,
    prompt: Vec<Inline>,
    details: Vec<Block>,
    choices: Vec<(bool, Vec<Inline>)>,
}

#[derive(Serialize, Deserialize)]
struct AnswersText {
    fingerprint: String,
    answers: Vec<AnswerText>,
}

#[derive(Serialize, Deserialize)]
struct AnswerText {
    id: QuestionId,
    short: Vec<Inline>,
    explanation: Vec<Block>,
    whys: Vec<(super::ChoiceKey, Vec<Block>)>,
}

/// Reads the part to ask from; the error says what is wrong with the text.
pub fn read_bank(text: &str) -> Result<Bank, String> {
    let bank: BankText = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let questions = bank.questions.into_iter().map(Question::from).collect();
    Bank::new(bank.id, bank.title, bank.fingerprint, questions)
        .map_err(|faults| faults.into_iter().map(|fault| fault.what).collect::<Vec<_>>().join("; "))
}

/// Reads the part that is read after an answer.
pub fn read_answers(text: &str) -> Result<Answers, String> {
    let text: AnswersText = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(Answers {
        fingerprint: text.fingerprint,
        answers: text
            .answers
            .into_iter()
            .map(|answer| {
                let AnswerText { id, short, explanation, whys } = answer;
                (id, ModelAnswer { short, explanation, whys })
            })
            .collect(),
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub fn write_bank(bank: &Bank) -> Result<String, String> {
    serde_json::to_string(&BankText {
        id: bank.id.clone(),
        title: bank.title.clone(),
        fingerprint: bank.fingerprint.clone(),
        questions: bank.questions.iter().cloned().map(QuestionText::from).collect(),
    })
    .map_err(|error| error.to_string())
}

#[cfg(not(target_arch = "wasm32"))]
pub fn write_answers(answers: &Answers) -> Result<String, String> {
    let texts = answers.answers.iter().cloned().map(|(id, answer)| {
        let ModelAnswer { short, explanation, whys } = answer;
        AnswerText { id, short, explanation, whys }
    });
    serde_json::to_string(&AnswersText { fingerprint: answers.fingerprint.clone(), answers: texts.collect() })
        .map_err(|error| error.to_string())
}

impl From<QuestionText> for Question {
    fn from(text: QuestionText) -> Question {
        let QuestionText { id, topic, level, prompt, details, choices } = text;
        let choices = choices.into_iter().map(|(right, text)| Choice::new(text, right)).collect();
        Question { id, topic, level, prompt, details, choices }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Question> for QuestionText {
    fn from(question: Question) -> QuestionText {
        let Question { id, topic, level, prompt, details, choices } = question;
        let choices = choices.into_iter().map(|choice| (choice.right, choice.text)).collect();
        QuestionText { id, topic, level, prompt, details, choices }
    }
}
