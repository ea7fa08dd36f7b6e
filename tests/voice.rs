//! The reader's voice as data: what is asked of the browser, when, and what becomes of what it tells. No browser is needed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::voice::{Voice, Wish};
use mock_interview::app::{Effect, Intent, Model, Msg, Start, Stored, Tab};
use mock_interview::bank::{Mode, QuestionId, markdown};
use mock_interview::round::Input;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Grade, RoundId};
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use std::rc::Rc;

const BANK: &str = "# Aloud\n\n## What is a *task*? {#task}\n\n> Say why.\n>\n> ```python\n> x = 1\n> ```\n>\n> | a | b |\n> | - | - |\n> | ![c](c.png) | |\n> | | d |\n\nA thing.\n\n## Which? {#which}\n\n- [x] This\n- [ ] That\n\nThis.\n";

/// A widget whose effects are carried out by the test.
struct Widget {
    model: Model,
    now: Millis,
}

impl Widget {
    /// In the lobby, with the answers there and all of the voice on offer.
    fn open(modes: &[Mode]) -> Widget {
        let mut widget = Widget::without_answers(modes);
        let (bank, answers) = markdown::read("aloud", BANK).unwrap();
        assert_eq!(bank.fingerprint(), widget.model.bank.fingerprint());
        assert_eq!(widget.send(Msg::AnswersCame(Some(answers))), ["look"]);
        assert_eq!(widget.wish(Wish::Offer, "read record dictate"), [""; 0]);
        widget
    }

    fn without_answers(modes: &[Mode]) -> Widget {
        let (bank, _) = markdown::read("aloud", BANK).unwrap();
        let options = Options { modes: modes.to_vec(), ..Options::default() };
        let mut widget =
            Widget { model: Model::new(Rc::new(bank), options, "writer".to_owned()), now: Millis(1_700_000_000_000) };
        widget.send(Msg::Opened { stored: nothing(), focused: false, start: None });
        widget.send(Msg::PartCame(true));
        widget
    }

    /// Begins the page's round; what the voice is asked for then.
    fn begin(&mut self) -> Vec<String> {
        self.send(Msg::Start(Start::Page));
        self.send(Msg::Granted(nothing()))
    }

    fn send(&mut self, msg: Msg) -> Vec<String> {
        self.now = self.now.after(Span(1000));
        let effects = update(&mut self.model, msg, self.now);
        let asked = effects.into_iter().filter_map(|effect| match effect {
            Effect::Voice { does, about, words } => Some([does, &about, &words].join("|").trim_end_matches('|').to_owned()),
            _ => None,
        });
        asked.collect()
    }

    fn wish(&mut self, wish: Wish, about: &str) -> Vec<String> {
        self.send(Msg::Voice(wish, about.to_owned()))
    }

    /// As `static/voice.js` tells it.
    fn hear(&mut self, news: &[&[&str]]) -> Vec<String> {
        let news: Vec<String> = news.iter().map(|fields| fields.join("\u{1}")).collect();
        self.wish(Wish::Hear, &news.join("\0"))
    }

    fn voice(&self) -> &Voice {
        self.model.voice.as_ref().unwrap()
    }

    fn current(&self) -> QuestionId {
        self.model.round.sitting().unwrap().current().unwrap().1.question.clone()
    }

    fn round(&self) -> String {
        self.model.round.sitting().unwrap().id.0.clone()
    }
}

fn nothing() -> Stored {
    Stored { texts: Vec::new(), ..Stored::default() }
}

#[test]
fn who_does_not_use_it_never_hears_of_it() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    assert_eq!(widget.begin(), [""; 0]);
    let question = widget.current();
    assert_eq!(widget.send(Msg::Round(Input::Tick)), [""; 0]);
    assert_eq!(widget.send(Msg::Round(Input::Reveal { question: question.clone() })), [""; 0]);
    assert_eq!(widget.send(Msg::Round(Input::Judge { question, grade: Grade::Fully })), [""; 0]);
    assert_eq!(widget.send(Msg::Round(Input::HandIn)), [""; 0]);
    assert_eq!(widget.send(Msg::ToLobby), [""; 0]);
}

#[test]
fn before_its_code_is_here_nothing_is_asked_of_it() {
    let mut widget = Widget::without_answers(&[Mode::Spoken]);
    widget.begin();
    let question = widget.current();
    assert_eq!(widget.wish(Wish::Record, &question.0), [""; 0]);
    assert_eq!(widget.send(Msg::Typed { question, text: "x".to_owned() }), [""; 0]);
    assert_eq!(widget.model.voice, None);
}

#[test]
fn a_recording_ends_with_its_question() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    let (question, round) = (widget.current(), widget.round());
    assert_eq!(widget.wish(Wish::Record, &question.0), [format!("begin|{round}"), format!("record|{}", question.0)]);
    widget.hear(&[&["round", &round], &["record", &question.0]]);
    assert_eq!(widget.model.said.1, "Recording.");
    assert_eq!(widget.voice().since, widget.now);
    assert_eq!(widget.send(Msg::Round(Input::Tick)), [""; 0]);
    assert_eq!(widget.wish(Wish::Record, &question.0), ["rest|record"], "asked for again, it ends");
    assert_eq!(widget.send(Msg::Round(Input::Reveal { question: question.clone() })), ["stop"]);
    assert_eq!(widget.send(Msg::Round(Input::Reveal { question: question.clone() })), [""; 0]);
    widget.hear(&[&["round", &round], &["take", &question.0, "1500", "0", ""]]);
    assert_eq!(widget.model.said.1, "Recorded.");
    assert_eq!(widget.voice().take(&question).unwrap().length, Span(1500));
    // To the other question, to the end, to the lobby.
    for msg in [Msg::Round(Input::Judge { question, grade: Grade::Fully }), Msg::Round(Input::HandIn)] {
        let what = format!("{msg:?}");
        let asked = widget.send(msg);
        assert!(asked.is_empty() || asked == ["stop"], "{what}: {asked:?}");
    }
    assert_eq!(widget.voice().takes.len(), 1, "the debrief still has it");
    assert_eq!(widget.send(Msg::ToLobby), ["stop", "begin"]);
    assert!(widget.voice().takes.is_empty());
}

#[test]
fn a_page_that_goes_away_is_silent() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    widget.wish(Wish::Record, "task");
    assert_eq!(widget.send(Msg::PageHidden), ["stop"]);
    assert_eq!(widget.send(Msg::Lost), [""; 0]);
}

#[test]
fn questions_are_read_as_they_come() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    assert_eq!(widget.wish(Wish::Always, ""), ["begin", "always||yes"]);
    widget.hear(&[&["always", "yes"]]);
    let asked = widget.begin();
    let first = widget.current();
    assert!(asked[2].starts_with(&format!("read|{}|", first.0)), "{asked:?}");
    assert_eq!(asked[..2], ["stop".to_owned(), format!("begin|{}", widget.round())]);
    let asked = widget.send(Msg::Round(Input::Skip { question: first }));
    assert_eq!(asked[0], "stop");
    assert!(asked[1].starts_with(&format!("read|{}|", widget.current().0)), "{asked:?}");
    let asked = widget.send(Msg::Round(Input::Reveal { question: widget.current() }));
    assert_eq!(asked, ["stop"], "a question that was answered is not read again");
}

#[test]
fn what_is_read_is_what_can_be_heard() {
    let mut widget = Widget::open(&[Mode::Choice]);
    widget.begin();
    assert_eq!(widget.current().0.as_ref(), "which");
    let asked = widget.wish(Wish::Read, "which");
    assert!(
        asked[1] == "read|which|Which?\n1: This.\n2: That." || asked[1] == "read|which|Which?\n1: That.\n2: This.",
        "{asked:?}"
    );
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    while *widget.current().0 != *"task" {
        widget.send(Msg::Round(Input::Skip { question: widget.current() }));
    }
    let asked = widget.wish(Wish::Read, "task");
    assert_eq!(asked.last().unwrap(), "read|task|What is a task?\nSay why.\nThere is code on the screen.\na, b\nc\nd");
}

/// A fresh instance, after a crash: it hears what its predecessor has left, and forgets nothing of it.
#[test]
fn what_was_said_before_a_crash_is_kept() {
    let mut before = Widget::open(&[Mode::Spoken]);
    before.begin();
    let round = before.round();
    let news: &[&[&str]] =
        &[&["round", &round], &["always", "yes"], &["take", "task", "31000", "20000", "one two\nthree – four"]];
    for news_first in [false, true] {
        let mut after = Widget::open(&[Mode::Spoken]);
        // The store gives the same round: here, by the same names.
        if news_first {
            after.model.opening = true;
            assert_eq!(after.hear(news), [""; 0]);
            after.begin();
        } else {
            after.begin();
            assert_eq!(after.hear(news), [""; 0]);
        }
        assert_eq!(after.round(), round);
        let take = after.voice().take(&QuestionId::new("task")).unwrap();
        assert_eq!((take.text.as_str(), take.words(), take.pace()), ("one two\nthree – four", 5, Some(15)));
        assert!(after.voice().always);
    }
}

#[test]
fn too_little_was_said_for_a_pace() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    widget.hear(&[&["take", "task", "0", "4999", "one two"], &["take", "which", "nonsense", "5000", "one"]]);
    let paces: Vec<_> = widget.voice().takes.iter().map(|take| (take.length, take.pace())).collect();
    assert_eq!(paces, [(Span::ZERO, None), (Span::ZERO, Some(12))]);
}

#[test]
fn what_the_browser_lacks_is_said_once_and_gone() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    widget.wish(Wish::Record, "task");
    widget.hear(&[&["trouble", "NotAllowedError"], &["lacks", "record"]]);
    let said = widget.model.said.clone();
    assert!(said.1.starts_with("The microphone was refused"), "{}", said.1);
    assert_eq!((widget.voice().can_read, widget.voice().can_record, widget.voice().can_dictate), (true, false, true));
    widget.hear(&[&["trouble", "NotAllowedError"], &["lacks", "record"]]);
    assert_eq!(widget.model.said, said, "told again, it is not said again");
}

#[test]
fn dictation_begins_after_its_notice() {
    let mut widget = Widget::open(&[Mode::Spoken]);
    widget.begin();
    let question = widget.current();
    assert_eq!(widget.wish(Wish::Dictate, &question.0), [""; 0]);
    assert!(widget.voice().asks);
    widget.send(Msg::Round(Input::Skip { question: question.clone() }));
    assert!(!widget.voice().asks, "it was for the question before");
    let question = widget.current();
    widget.wish(Wish::Dictate, &question.0);
    assert_eq!(widget.wish(Wish::Agree, &question.0).last().unwrap(), &format!("dictate|{}", question.0));
    widget.hear(&[
        &["round", &widget.round()],
        &["dictate", &question.0],
        &["interim", "a th"],
        &["take", &question.0, "0", "0", ""],
    ]);
    assert_eq!(widget.voice().interim, "a th");
    let typed = Msg::Typed { question: question.clone(), text: "a thing".to_owned() };
    assert_eq!(widget.send(typed), [format!("write|{}|a thing", question.0)]);
    assert_eq!(widget.voice().take(&question).unwrap().text, "a thing");
    assert_eq!(widget.wish(Wish::Dictate, &question.0), ["rest|dictate"]);
    widget.hear(&[&["round", &widget.round()], &["take", &question.0, "0", "0", "a thing"]]);
    assert_eq!(widget.wish(Wish::Dictate, &question.0), [format!("dictate|{}", question.0)], "the notice was read");
    assert_eq!(widget.model.round.sitting().unwrap().answered(), 0, "it counts for nothing");
}

/// A preset may ask for it. The reader is told nothing first, and can have silence.
#[test]
fn a_preset_reads_its_questions_aloud() {
    let begin = |offers: &str| {
        let mut widget = Widget::open(&[Mode::Spoken]);
        widget.wish(Wish::Offer, offers);
        let item = |question: &str| Item::new(QuestionId::new(question), Mode::Spoken, Some(Span::minutes(1)));
        let rules = Rules { aloud: true, ..Rules::default() };
        let items = ["task", "which"].map(item).into();
        let plan = Plan { preset: "Told".into(), seed: "seed".into(), rules, pace: Pace::Usual, limit: None, items };
        widget.begin();
        widget.send(Msg::Round(Input::HandIn));
        widget.send(Msg::ToLobby);
        widget.model.tab = Tab::Asking(Intent::Start(RoundId("aloud".into()), plan));
        let asked = widget.send(Msg::Granted(nothing()));
        (widget, asked)
    };
    assert_eq!(begin("record dictate").1, [""; 0], "this browser has no voice");
    let (mut widget, asked) = begin("read");
    assert_eq!(asked[0], "begin|aloud");
    assert!(asked[1].starts_with("read|task|What is a task?"), "{asked:?}");
    assert_eq!(widget.wish(Wish::Always, ""), ["always"], "silence");
    assert_eq!(widget.send(Msg::Round(Input::Skip { question: widget.current() })), ["stop"]);
    assert_eq!(widget.wish(Wish::Always, ""), ["always"], "no wish of the reader’s own: other rounds are as they were");
    let asked = widget.send(Msg::Round(Input::Open { question: QuestionId::new("task") }));
    assert!(asked[1].starts_with("read|task|"), "{asked:?}");
    widget.send(Msg::Round(Input::HandIn));
    widget.send(Msg::ToLobby);
    assert_eq!(widget.begin().iter().filter(|asked| asked.starts_with("read")).count(), 0);
}
