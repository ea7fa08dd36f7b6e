//! What a candidate does again and again: start, answer right or wrong, skip, judge. What is right is read from the
//! source of the bank.

use super::page::Page;
use mock_interview::bank::answers::Answers;
use mock_interview::bank::draw::{Wish, draw};
use mock_interview::bank::program::Program;
use mock_interview::bank::text::{Block, plain};
use mock_interview::bank::{Bank, Mode, Question, markdown, topic_name};
use serde_json::Value;

/// Follows the words of a question that is asked for its program.
const PREDICT: &str = " What does this program print?";

pub struct Source {
    bank: Bank,
    answers: Answers,
}

impl Source {
    pub fn read() -> Source {
        let text = include_str!("../../static/banks/async-python.md");
        let (mut bank, answers) = markdown::read("async-python", text).unwrap();
        (0..bank.questions().len()).for_each(|place| bank.show_program(place, &answers));
        Source { bank, answers }
    }

    pub fn topics(&self) -> Vec<&str> {
        self.bank.topics()
    }

    pub fn question(&self, heading: &str) -> &Question {
        let heading = heading.trim_end_matches(PREDICT);
        let found = self.bank.questions().iter().find(|question| tidy(&plain(&question.prompt)) == heading);
        found.unwrap_or_else(|| panic!("no question “{heading}” in the bank"))
    }

    /// The words of every question, and the first ones of its answer.
    pub fn all(&self) -> Vec<(String, String)> {
        let prompts = self.bank.questions().iter().map(|question| tidy(&plain(&question.prompt)));
        prompts.map(|prompt| (prompt.clone(), self.model_answer(&prompt))).collect()
    }

    pub fn by_id(&self, id: &str) -> &Question {
        let found = self.bank.questions().iter().find(|question| *question.id.0 == *id);
        found.unwrap_or_else(|| panic!("no question “{id}” in the bank"))
    }

    /// What every listing under the blocks says, in their order.
    pub fn listings(blocks: &[Block]) -> Vec<String> {
        let of = |block: &Block| match block {
            Block::Code(_, text) => vec![text.clone()],
            Block::Program { source, output, .. } => vec![source.clone(), output.clone()],
            Block::Quote(inner) => Source::listings(inner),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().flat_map(|item| Source::listings(item)).collect(),
            Block::Paragraph(_) | Block::Table { .. } => Vec::new(),
        };
        blocks.iter().flat_map(of).collect()
    }

    pub fn explanation(&self, question: &Question) -> &[Block] {
        &self.answers.get(&question.id).unwrap().explanation
    }

    /// A seed, a topic and a level that make a round of one question, which has code in it.
    pub fn seed_of_code(&self) -> (String, String, String) {
        let has_code = |question: &&Question| question.details.iter().any(|block| matches!(block, Block::Code(..)));
        let question = self.bank.questions().iter().find(has_code).expect("a question with code");
        let wish = |seed: String| Wish {
            count: 1,
            topics: vec![question.topic.clone()],
            levels: vec![question.level],
            modes: vec![Mode::Spoken],
            seed,
        };
        let fits = |seed: &String| draw(&self.bank, &wish(seed.clone())).iter().any(|(drawn, _)| drawn.id == question.id);
        let seed = (0..1000).map(|n| n.to_string()).find(fits).expect("a seed that draws it");
        (seed, topic_name(&question.topic), question.level.name().to_owned())
    }

    /// The text of the right choice.
    pub fn right(&self, heading: &str) -> String {
        let right = self.question(heading).choices.iter().find(|choice| choice.right).unwrap();
        tidy(&plain(&right.text))
    }

    /// The program of the question, on one line.
    pub fn program(&self, heading: &str) -> String {
        match &self.question(heading).program {
            Program::Here { source, .. } => tidy(source),
            other => panic!("“{heading}” has {other:?}"),
        }
    }

    pub fn output(&self, heading: &str) -> String {
        match &self.question(heading).program {
            Program::Here { output, .. } => output.trim_end().to_owned(),
            other => panic!("“{heading}” has {other:?}"),
        }
    }

    /// Every fact of the rubric, a sentence each.
    pub fn points(&self, heading: &str) -> String {
        let answer = self.answers.get(&self.question(heading).id).unwrap();
        answer.key_points.iter().map(|point| plain(&point.fact) + ". ").collect()
    }

    /// Of every question with so many key points its id and an answer of so many words: all the points, then the model answers, its own first.
    pub fn long_answers(&self, points: usize, words: usize) -> Vec<(String, String)> {
        let all: Vec<String> = self.all().into_iter().map(|(_, answer)| answer).collect();
        let answer = |(n, question): (usize, &Question)| {
            let its = self.answers.get(&question.id).unwrap();
            let text = self.points(&tidy(&plain(&question.prompt))) + &[&all[n..], &all[..n]].concat().join(" ");
            let words: Vec<&str> = text.split_whitespace().take(words).collect();
            (its.key_points.len() == points).then(|| (question.id.0.to_string(), words.join(" ")))
        };
        self.bank.questions().iter().enumerate().filter_map(answer).collect()
    }

    /// The first words of the model answer.
    pub fn model_answer(&self, heading: &str) -> String {
        tidy(&plain(&self.answers.get(&self.question(heading).id).unwrap().short))
    }
}

pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub fn start(&self, preset: &str) {
        self.click(&format!("Start {preset}"));
        self.until_screen("round");
    }

    /// Fills fields of the custom form, in an open or closed form.
    pub fn custom(&self, fields: &[(&str, &str)]) {
        if !self.yes("root.querySelector('.custom').open") {
            self.click("Custom round");
            // It is in the third part of the program.
            self.until_yes("root.getElementById('seed')?.checkVisibility()");
        }
        for (field, value) in fields {
            self.until_yes(&format!("root.getElementById({field:?}).checkVisibility()"));
            self.js(&format!("const field = root.getElementById({field:?}); field.focus(); field.select()"));
            self.press("Delete");
            self.type_in(value);
            self.until_yes(&format!("root.getElementById({field:?}).value === {value:?}"));
        }
    }

    /// Leaves only these boxes ticked among those under the legend.
    pub fn tick_only(&self, legend: &str, wanted: &[&str]) {
        let boxes = format!("all('fieldset').find((set) => words(set.querySelector('legend')) === {legend:?})");
        let labels = self.js(&format!(
            "return [...{boxes}.querySelectorAll('label')].map((label) => [words(label), label.querySelector('input').checked])"
        ));
        for label in labels.as_array().unwrap() {
            let (name, ticked) = (label[0].as_str().unwrap(), label[1].as_bool().unwrap());
            if ticked != wanted.contains(&name) {
                self.click_at("label", name);
            }
        }
    }

    /// `3 of 10`
    pub fn until_question(&self, number: usize, count: usize) {
        let place = format!("Question {number} of {count}");
        self.until(&place, |page| page.text(".place") == place);
    }

    pub fn is_spoken(&self) -> bool {
        self.count(".choices") == 0 && !self.is_output() && !self.is_typed()
    }

    /// Whether the answer is to be typed and held against the key points.
    pub fn is_typed(&self) -> bool {
        self.count(".prose") > 0
    }

    pub fn is_output(&self) -> bool {
        self.heading().ends_with(PREDICT)
    }

    /// The question's own words.
    pub fn prompt(&self) -> String {
        self.heading().trim_end_matches(PREDICT).to_owned()
    }

    /// Types into the field for what a program prints.
    pub fn write(&self, text: &str) {
        self.until_yes("all('textarea').length");
        self.js("if (!root.activeElement?.matches('textarea')) all('textarea')[0].focus()");
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.press("Enter");
            }
            self.type_in(line);
        }
    }

    /// Puts the text into the field at once, as by pasting: a long one takes long by keys.
    pub fn put(&self, text: &str) {
        self.until_yes("all('textarea').length");
        self.js(&format!(
            "const field = all('textarea')[0]; field.focus(); field.value = {};
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))",
            serde_json::Value::from(text)
        ));
    }

    pub fn choices(&self) -> Vec<String> {
        self.texts(".choice .words")
    }

    /// The place of a choice that is right, or of one that is not, counted from 1.
    pub fn place_of(&self, source: &Source, right: bool) -> usize {
        self.until_words();
        let text = source.right(&self.heading());
        let place = self.choices().iter().position(|choice| (*choice == text) == right);
        1 + place.unwrap_or_else(|| panic!("“{text}” is not among {:?}", self.choices()))
    }

    /// Most questions' words come a moment after the first question.
    pub fn until_words(&self) {
        self.until("the words of the question", |page| page.heading() != "The next question");
    }

    /// Chooses by mouse.
    pub fn choose(&self, source: &Source, right: bool) {
        let place = self.place_of(source, right);
        let choice = self.choices().swap_remove(place - 1);
        self.click_at(".choice", &choice);
        self.until_yes("all('.choice:has(:checked)').length");
    }

    /// Puts the focus on the heading, where it is but after a reload or a click on something that stays.
    pub fn focus_heading(&self) {
        self.js("if (!root.activeElement?.matches('[data-screen] h2, [data-screen] h3')) all('[data-screen] h2')[0].focus()");
    }

    /// Answers the question on screen by keyboard, whatever its kind, and waits until it is gone.
    pub fn answer(&self, source: &Source, right: bool) {
        self.until_words();
        self.focus_heading();
        if self.text(".question-time").contains("Think · ") {
            self.press("Enter");
            self.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
        }
        let place = self.text(".place");
        if self.is_output() {
            self.write(&if right { source.output(&self.prompt()) } else { "no idea".to_owned() });
            self.press_with(&["Control"], "Enter");
        } else if self.is_typed() {
            self.put(&if right { source.points(&self.prompt()) } else { "Nobody would say so.".to_owned() });
            self.press_with(&["Control"], "Enter");
        } else if self.is_spoken() {
            self.press("Enter");
            self.until("the model answer", |page| page.focus() == "answer");
            self.press(if right { "4" } else { "1" });
        } else {
            self.press(&self.place_of(source, right).to_string());
            self.until_yes("all('.choice:has(:checked)').length");
            self.press("Enter");
        }
        self.until("the next question", |page| page.text(".place") != place);
    }

    /// Answers all that is left, to the debrief.
    pub fn answer_all(&self, source: &Source, right: bool) {
        while self.screen() == "round" {
            if self.count(".stage [data-focus=overview]") > 0 {
                self.click("Go to the first open question");
                self.until_yes("all('.prompt').length");
            }
            self.answer(source, right);
        }
        self.until_screen("debrief");
    }

    pub fn answered(&self) -> u64 {
        self.js("return all('progress.track')[0]?.value ?? 0").as_f64().unwrap() as u64
    }

    /// All that the reader sees of the state of the round, but the clock.
    pub fn standing(&self) -> Value {
        self.js("return {
            screen: root.querySelector('[data-screen]').dataset.screen,
            place: all('.place').map(words),
            heading: all('h2').map(words),
            choices: all('.choice').map((choice) => [words(choice), choice.querySelector('input').checked]),
            written: all('textarea').map((field) => field.value),
            answered: all('progress.track').map((track) => track.value),
            navigator: all('.navigator button').map(name),
            revealed: all('.stage .model').map(words),
            results: all('.result > summary').map(words),
            score: all('.score').map(words),
        }")
    }

    /// What the clock shows, in seconds, and the real time in milliseconds at that moment.
    pub fn clock(&self) -> (i64, i64) {
        let read = self.js("return [all('.clock .time b').map(words)[0] ?? '', Date.now()]");
        let (minutes, seconds) = read[0].as_str().unwrap().split_once(':').expect("the clock is shown");
        (minutes.parse::<i64>().unwrap() * 60 + seconds.parse::<i64>().unwrap(), read[1].as_i64().unwrap())
    }

    /// The names of all stored keys, and their texts.
    pub fn stored(&self) -> Vec<(String, String)> {
        let stored = self.js("return Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)])");
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        stored.as_array().unwrap().iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
    }

    pub fn stored_key(&self, part: &str) -> Option<String> {
        self.stored().into_iter().map(|(name, _)| name).find(|name| name.contains(part))
    }
}
