//! What was found in a source, before it is a bank: whole or not at all, or as far as it can be read.

use super::answers::{Answers, ModelAnswer};
use super::order::by_key;
use super::outline::slug;
use super::preset::BETWEEN;
use super::problem::Problem;
use super::program::Program;
use super::{Bank, Fault, Places, Question, QuestionId, fault};

pub struct Draft {
    pub title: Option<String>,
    /// Of the text, as in HTML's `lang`; empty where it is not said.
    pub lang: String,
    pub questions: Vec<Question>,
    /// What belongs to each of the questions.
    pub entries: Vec<Entry>,
    /// Every heading of a question, a topic or the title, with its line.
    pub headings: Vec<(usize, String)>,
    /// Kinds of interview, each with its line.
    pub presets: Vec<Preset>,
    pub problems: Vec<Problem>,
}

pub struct Preset {
    pub line: usize,
    pub id: String,
    pub name: String,
    /// What to expect, and the settings as they are read.
    pub rest: [String; 2],
    pub topics: Vec<String>,
}

pub struct Entry {
    pub line: usize,
    pub answer: ModelAnswer,
    /// Whether the question has a problem without which it cannot be asked.
    pub unreadable: bool,
}

/// What could be read of a source, and what could not.
pub struct Reading {
    /// None where no question is left.
    pub bank: Option<(Bank, Answers)>,
    /// In the order of the source, each with the heading it stands under; that is empty before the first.
    pub problems: Vec<(Problem, String)>,
}

impl Draft {
    /// Nothing yet but problems.
    pub fn new(problems: Vec<Problem>) -> Draft {
        let (questions, entries, headings, presets) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Draft { title: None, lang: String::new(), questions, entries, headings, presets, problems }
    }

    /// For those who can mend the source: any problem at all refuses it, and they are told all of them. `id` names the
    /// bank in storage, `title` serves where the source has none.
    pub fn strict(mut self, id: &str, title: &str, fingerprint: String) -> Result<(Bank, Answers), Vec<Problem>> {
        self.judge();
        let problems = in_order(std::mem::take(&mut self.problems));
        match self.bank(id, title, fingerprint) {
            Some(bank) if problems.is_empty() => Ok(bank),
            _ => Err(problems),
        }
    }

    /// For those who are there to practise: the questions that can be asked, without the others.
    pub fn lenient(mut self, id: &str, title: &str, fingerprint: String) -> Reading {
        self.judge();
        let told = |problem: Problem| {
            let after = self.headings.partition_point(|(line, _)| *line <= problem.line);
            let heading = self.headings[..after].last().map(|(_, text)| text.clone());
            (problem, heading.unwrap_or_default())
        };
        let problems = in_order(std::mem::take(&mut self.problems)).into_iter().map(told).collect();
        Reading { problems, bank: self.bank(id, title, fingerprint) }
    }

    /// Adds what is wrong with the questions by the rules of a bank.
    fn judge(&mut self) {
        let places = Places::of(&self.questions);
        for Fault { question, what, mend } in fault::all(&self.questions, &places) {
            let entry = self.entries.get_mut(question);
            let line = entry.as_ref().map_or(1, |entry| entry.line);
            if let Some(entry) = entry {
                entry.unreadable = true;
            }
            self.problems.push(Problem::grave(line, what, mend));
        }
        for (question, entry) in self.questions.iter().zip(&mut self.entries) {
            let leads = |id: &QuestionId| *id != question.id && places.find(&self.questions, id).is_some();
            for point in &mut entry.answer.key_points {
                point.follow_ups.retain(|follow_up| {
                    let holds = leads(&follow_up.question);
                    if !holds {
                        let what = format!("the follow-up “#{}” is no other question of this bank", follow_up.question.0);
                        let problem = Problem::passing(entry.line, what, "link to the id of one: [its heading](#its-id)");
                        self.problems.push(problem);
                    }
                    holds
                });
            }
        }
        for Preset { line, name, topics, .. } in &mut self.presets {
            topics.retain_mut(|topic| {
                let named =
                    self.questions.iter().find(|question| question.topic == *topic || slug(&question.topic) == slug(topic));
                match named {
                    Some(question) => topic.clone_from(&question.topic),
                    None => {
                        let what = format!("the preset “{name}”: no question has the topic “{topic}”");
                        self.problems.push(Problem::passing(*line, what, "write the topic of a question"));
                    }
                }
                named.is_some()
            });
        }
    }

    /// Of the questions that can be asked.
    fn bank(self, id: &str, title: &str, fingerprint: String) -> Option<(Bank, Answers)> {
        let title = self.title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| title.to_owned());
        let readable = self.questions.into_iter().zip(self.entries).filter(|(_, entry)| !entry.unreadable);
        let (questions, answers) = readable
            .map(|(mut question, entry)| {
                let id = question.id.clone();
                // That there is one is known from the start; it travels with the answers.
                if Program::of(&entry.answer.explanation) != Program::None {
                    question.program = Program::Awaited;
                }
                question.has_points = !entry.answer.key_points.is_empty();
                (question, (id, entry.answer.into()))
            })
            .unzip();
        let bank = Bank::new(id.to_owned(), title, fingerprint.clone(), questions).ok()?.in_language(self.lang);
        let lines = |Preset { id, name, rest: [expect, settings], topics, .. }: Preset| {
            [vec![id, name, expect, settings], topics].concat().join("\n")
        };
        let presets: Vec<String> = self.presets.into_iter().map(lines).collect();
        let bank = bank.with_presets(presets.join(&BETWEEN.to_string()));
        Some((bank, Answers { fingerprint, answers, questions: Vec::new() }))
    }
}

fn in_order(problems: Vec<Problem>) -> Vec<Problem> {
    by_key(problems, |problem| (problem.line as u64, 0))
}
