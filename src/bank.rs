//! A bank: a titled set of questions, valid by construction.
//!
//! What a round needs in order to begin is in [`Bank`]; what is only read after an answer is in
//! [`answers::Answers`], so that it may reach the browser later, and most questions' words with it. [`markdown`] reads both from the text
//! that an author writes, [`post`] from a page, [`json`] is the form in which they travel.

pub mod answers;
pub mod content;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod doctor;
pub mod draft;
pub mod draw;
pub mod exchange;
mod fault;
pub mod hash;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod jsonld;
pub mod limits;
pub mod markdown;
pub mod marks;
pub mod order;
pub mod outline;
pub mod pictures;
mod places;
pub mod post;
pub mod preset;
pub mod problem;
pub mod program;
pub mod rubrics;
pub mod text;
pub mod tree;

pub use fault::Fault;
pub use places::Places;
use preset::Preset;
use program::Program;
use std::rc::Rc;
use text::{Block, Inline, plain};

/// The name of a question, stable through every edit of its wording. Years of answers share the text of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub Rc<str>);

impl QuestionId {
    pub fn new(id: &str) -> QuestionId {
        QuestionId(id.into())
    }
}

/// The name of a choice: a hash of its text, so that an answer never points at a choice that took its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceKey(pub u32);

/// How deep a question goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Basic,
    Core,
    Deep,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Basic, Level::Core, Level::Deep];

    pub fn name(self) -> &'static str {
        match self {
            Level::Basic => "basic",
            Level::Core => "core",
            Level::Deep => "deep",
        }
    }
}

/// How a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Pick the one right answer.
    Choice,
    /// Say the answer or think it, reveal the model answer, judge yourself.
    Spoken,
    /// Read a program and write what it prints.
    Output,
    /// Write the answer; it is held against the key points.
    Typed,
}

impl Mode {
    pub const ALL: [Mode; 4] = [Mode::Choice, Mode::Spoken, Mode::Output, Mode::Typed];

    /// Whether the answer is written into a field.
    pub fn is_written(self) -> bool {
        matches!(self, Mode::Output | Mode::Typed)
    }

    pub fn name(self) -> &'static str {
        match self {
            Mode::Choice => "choice",
            Mode::Spoken => "spoken",
            Mode::Output => "output",
            Mode::Typed => "typed",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub key: ChoiceKey,
    pub text: Vec<Inline>,
    pub right: bool,
}

impl Choice {
    pub fn new(text: Vec<Inline>, right: bool) -> Choice {
        let key = ChoiceKey(hash::fnv32(plain(&text).as_bytes()));
        Choice { key, text, right }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    /// A slug such as `event-loop`; [`topic_name`] is what a reader sees.
    pub topic: String,
    pub level: Level,
    /// The question itself, one line.
    pub prompt: Vec<Inline>,
    /// What belongs to the question beyond its one line: a scenario, a listing.
    pub details: Vec<Block>,
    /// None, or at least two of which exactly one is right.
    pub choices: Vec<Choice>,
    /// Of its model answer.
    pub program: Program,
    /// Its model answer has key points.
    pub has_points: bool,
    pub text: Text,
}

/// Whether the words of a question are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Here,
    /// Prompt, details and choices come with the model answers; it is known whether there will be choices.
    Awaited {
        choices: bool,
    },
}

impl Question {
    pub fn can(&self, mode: Mode) -> bool {
        match mode {
            Mode::Choice => !self.choices.is_empty() || self.text == Text::Awaited { choices: true },
            Mode::Spoken => true,
            Mode::Output => self.program != Program::None,
            Mode::Typed => self.has_points,
        }
    }

    /// Whether all has come that it needs to be asked so.
    pub fn is_here(&self, mode: Mode) -> bool {
        self.text == Text::Here && (mode != Mode::Output || self.program != Program::Awaited)
    }

    /// The question as long as its words have not come.
    pub fn awaited(&self) -> Question {
        let text = Text::Awaited { choices: self.can(Mode::Choice) };
        let (id, topic, level, program) = (self.id.clone(), self.topic.clone(), self.level, self.program.clone());
        let has_points = self.has_points;
        Question { id, topic, level, prompt: Vec::new(), details: Vec::new(), choices: Vec::new(), program, has_points, text }
    }

    pub fn choice(&self, key: ChoiceKey) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.key == key)
    }
}

/// `event-loop` → `Event loop`.
pub fn topic_name(slug: &str) -> String {
    let mut words = slug.replace('-', " ");
    if words.is_empty() {
        return "General".to_owned();
    }
    // The tables for other alphabets would be twenty kilobytes.
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    id: String,
    title: String,
    fingerprint: String,
    lang: String,
    /// As [`Preset::read`] takes them, with [`preset::BETWEEN`] between two.
    presets: String,
    questions: Vec<Question>,
    places: Places,
    /// Names that questions had before, and their places.
    former: Vec<(QuestionId, usize)>,
}

impl Bank {
    /// `id` names the bank in storage; `fingerprint` changes with every change of its source.
    pub fn new(id: String, title: String, fingerprint: String, questions: Vec<Question>) -> Result<Bank, Vec<Fault>> {
        let places = Places::of(&questions);
        let faults = fault::all(&questions, &places);
        let (lang, presets, former) = (String::new(), String::new(), Vec::new());
        let bank = Bank { id, title, fingerprint, lang, presets, questions, places, former };
        if faults.is_empty() { Ok(bank) } else { Err(faults) }
    }

    /// As in the attribute `lang` of HTML; nothing where its author does not say.
    #[must_use]
    pub fn in_language(self, lang: String) -> Bank {
        Bank { lang, ..self }
    }

    /// As [`Preset::read`] takes them, with [`preset::BETWEEN`] between two; no two with one id.
    #[must_use]
    pub fn with_presets(self, presets: String) -> Bank {
        Bank { presets, ..self }
    }

    /// Kinds of interview of its own, in the author's order.
    pub fn presets(&self) -> impl Iterator<Item = Preset<'_>> {
        self.presets.split(preset::BETWEEN).filter(|text| !text.is_empty()).map(Preset::read)
    }

    pub fn lang(&self) -> &str {
        &self.lang
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// In the author's order; never empty.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.get(self.place(id)?)
    }

    /// Its place in the author's order, also under a name that it had before.
    #[inline(never)]
    pub fn place(&self, id: &QuestionId) -> Option<usize> {
        let former = || self.former.iter().find(|(name, _)| name == id).map(|(_, place)| *place);
        self.places.find(&self.questions, id).or_else(former)
    }

    /// From now on these are names of the questions at these places as well.
    pub fn know_as(&mut self, former: Vec<(QuestionId, usize)>) {
        self.former = former;
    }

    /// Names that questions had before, and their places.
    pub fn former(&self) -> &[(QuestionId, usize)] {
        &self.former
    }

    /// Takes in the words of questions that were awaited.
    pub fn fill(&mut self, come: Vec<Question>) {
        for whole in come {
            if let Some(place) = self.places.find(&self.questions, &whole.id) {
                self.questions[place] = whole;
            }
        }
    }

    /// The topics in the order in which they first come up.
    pub fn topics(&self) -> Vec<&str> {
        let mut topics: Vec<&str> = Vec::new();
        for question in &self.questions {
            if !topics.contains(&question.topic.as_str()) {
                topics.push(&question.topic);
            }
        }
        topics
    }
}
