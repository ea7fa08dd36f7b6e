//! Rounds to look back on: reports as they might be stored, and rounds played through the whole model.

use mock_interview::app::extra::Task;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Start, Stored};
use mock_interview::bank::answers::Answers;
use mock_interview::bank::{Bank, Mode, QuestionId, markdown};
use mock_interview::progress::{History, QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Ending, Given, Grade, RoundId, Score};
use mock_interview::round::plan::{Pace, Plan};
use mock_interview::round::{Input, Round, Sitting};
use std::rc::Rc;

/// 2026-01-06 14:05 UTC.
pub const BEGIN: Millis = Millis(1_767_708_300_000);

pub fn bank() -> (Bank, Answers) {
    let (mut bank, answers) = markdown::read("small", include_str!("bank.md")).unwrap();
    (0..bank.questions().len()).for_each(|place| bank.show_program(place, &answers));
    (bank, answers)
}

/// A result of a spoken question; one without a score was not answered.
pub fn result(question: &str, score: Option<u16>) -> QuestionResult {
    QuestionResult {
        question: QuestionId::new(question),
        mode: Mode::Spoken,
        given: score.map_or(Given::Nothing, |_| Given::Spoken(Some(Grade::Partly))),
        judged: None,
        score: Score(score.unwrap_or_default()),
        used: Span::seconds(if score.is_some() { 60 } else { 0 }),
        budget: Some(Span::seconds(90)),
        time_up: false,
        flagged: false,
        interrupted: false,
        hints: 0,
        follows: 0,
        confidence: None,
        content: None,
    }
}

/// The `n`-th report.
pub fn report(n: u64, preset: &str, results: Vec<QuestionResult>) -> Report {
    Report {
        round: RoundId(format!("r-{n}")),
        preset: preset.to_owned(),
        seed: "seed".to_owned(),
        pace: Pace::Usual,
        started: Millis(BEGIN.0 + n),
        ended: Millis(BEGIN.0 + n + 1),
        ending: Ending::Complete,
        used: Span::seconds(60),
        score: Score::mean(results.iter().map(|result| result.score)),
        extended: 0,
        results,
    }
}

pub fn history(reports: &[Report]) -> History {
    let mut history = History::default();
    reports.iter().cloned().for_each(|report| history.add(report));
    history
}

/// A widget in its lobby, with everything loaded.
pub struct Widget {
    pub model: Model,
    pub now: Millis,
}

impl Widget {
    pub fn new(reports: &[Report]) -> Widget {
        Widget::of(bank(), reports)
    }

    pub fn of((bank, answers): (Bank, Answers), reports: &[Report]) -> Widget {
        let answers = Answers { fingerprint: bank.fingerprint().to_owned(), ..answers };
        let model = Model::new(Rc::new(bank), Options::default(), "w".to_owned());
        let mut widget = Widget { model, now: BEGIN };
        widget.send(Msg::PartCame(true));
        widget.send(Msg::ExtraCame(true));
        widget.send(Msg::Opened { stored: stored(), focused: false, start: None });
        widget.send(Msg::AnswersCame(Some(answers)));
        widget.send(Msg::Extra(Task::Import(reports.to_vec())));
        widget
    }

    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg, self.now);
        if effects.iter().any(|effect| matches!(effect, Effect::Ask { .. })) {
            return self.send(Msg::Granted(stored()));
        }
        for effect in &effects {
            if let Effect::TakeIn { reports, .. } = effect {
                self.send(Msg::Extra(Task::TakenIn { reports: reports.clone(), outcome: Ok(()) }));
            }
        }
        effects
    }

    pub fn input(&mut self, seconds: u64, input: Input) {
        self.now = self.now.after(Span::seconds(seconds));
        self.send(Msg::Round(input));
    }

    pub fn start(&mut self, start: Start) -> bool {
        self.send(Msg::Start(start));
        matches!(*self.model.round, Round::Running(_))
    }

    /// Begins a round of these items in the place of the one that a preset would draw.
    pub fn begin(&mut self, plan: Plan) {
        let round = RoundId("told".to_owned());
        let input = Input::Start { round, plan };
        self.start(Start::Preset(0));
        self.model.round = Rc::new(Round::Lobby);
        self.input(0, input);
    }

    pub fn sitting(&self) -> &Sitting {
        self.model.round.sitting().expect("a round")
    }

    pub fn asked(&self) -> Vec<(&str, Mode)> {
        self.sitting().plan.items.iter().map(|item| (item.question.0.as_ref(), item.mode)).collect()
    }
}

fn stored() -> Stored {
    Stored { texts: Vec::new(), ..Stored::default() }
}
