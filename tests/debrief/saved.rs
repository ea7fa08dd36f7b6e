//! The report as a file: `tests/debrief/report.md` is one that every kind of answer stands in. `BLESS=1` writes it anew.

use super::rounds::{Widget, report, result};
use mock_interview::app::extra::Task;
use mock_interview::app::{Effect, Load, Msg, Start};
use mock_interview::bank::Mode::{Choice, Output, Spoken};
use mock_interview::bank::marks::{Kind, marked};
use mock_interview::bank::text::{Block, Inline};
use mock_interview::bank::{Mode, QuestionId};
use mock_interview::round::Input;
use mock_interview::round::clock::Span;
use mock_interview::round::event::Grade;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use std::rc::Rc;

fn id(question: &str) -> QuestionId {
    QuestionId::new(question)
}

fn played() -> Widget {
    let before = report(0, "Warm-up", vec![result("stream", Some(1000)), result("lock", Some(333))]);
    let mut widget = Widget::new(&[before]);
    let item = |question: &str, mode: Mode| Item::new(id(question), mode, Some(Span::seconds(60)));
    let items = vec![
        item("task", Choice),
        item("names", Spoken),
        item("lock", Choice),
        item("prints", Output),
        item("gone", Spoken),
        item("stream", Spoken),
    ];
    let plan = Plan {
        preset: "Warm-up".to_owned(),
        seed: "seed".to_owned(),
        rules: Rules::default(),
        pace: Pace::Usual,
        limit: Some(Span::minutes(6)),
        items,
    };
    widget.now = widget.now.after(Span::minutes(1));
    widget.begin(plan);
    let choice = |widget: &Widget, question: &str, right: bool| {
        let choices = &widget.model.bank.question(&id(question)).unwrap().choices;
        choices.iter().find(|choice| choice.right == right).unwrap().key
    };
    let wrong = choice(&widget, "task", false);
    widget.input(70, Input::Choose { question: id("task"), choice: wrong });
    widget.input(1, Input::Submit { question: id("task") });
    widget.input(30, Input::Reveal { question: id("names") });
    widget.input(5, Input::Judge { question: id("names"), grade: Grade::Mostly });
    let right = choice(&widget, "lock", true);
    widget.input(9, Input::Flag { question: id("lock"), flagged: true });
    widget.input(1, Input::Choose { question: id("lock"), choice: right });
    widget.input(1, Input::Submit { question: id("lock") });
    widget.input(20, Input::Write { question: id("prints"), text: "a\n```\n".to_owned() });
    widget.input(1, Input::Submit { question: id("prints") });
    widget.input(2, Input::Skip { question: id("gone") });
    widget.input(3, Input::Reveal { question: id("stream") });
    widget.input(1, Input::HandIn);
    widget
}

#[test]
fn a_report_is_saved_as_ever() {
    let effects = played().send(Msg::Extra(Task::SaveReport));
    let [Effect::Download { name, text }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "mock-interview-small-2026-01-06.md");
    let file = "tests/debrief/report.md";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, text).unwrap();
    }
    assert_eq!(*text, std::fs::read_to_string(file).unwrap());
}

#[test]
fn there_is_no_report_before_the_end_nor_without_the_answers() {
    let mut widget = Widget::new(&[]);
    assert_eq!(widget.send(Msg::Extra(Task::SaveReport)), []);
    let mut widget = played();
    widget.send(Msg::AnswersCame(None));
    assert_eq!(widget.send(Msg::Extra(Task::SaveReport)), []);
}

/// What a bank's author wrote as words is words in the file, and the file holds all of them.
#[test]
fn words_of_the_bank_do_not_become_marks() {
    let effects = played().send(Msg::Extra(Task::SaveReport));
    let [Effect::Download { text, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    for told in ["Small \\* bank", "### 2. Which *names* begin with `__` and \\<b>?", "```python\nprint(\"a\")", "1. One reads."]
    {
        assert!(text.contains(told), "{told} is not in {text}");
    }
}

/// In a compiled bank the listings hold marks for their colours.
#[test]
fn colours_of_listings_stay_behind() {
    let mut widget = played();
    let Load::Ready(answers) = &mut widget.model.answers else { panic!("the answers are here") };
    let source = marked([(Some(Kind::Name), "print"), (None, "(1)")]);
    assert!(source.contains('\0'));
    let listing = vec![Block::Code("python".to_owned(), source)];
    Rc::make_mut(answers).answers[0].1.change(|answer| answer.explanation = listing);
    let effects = widget.send(Msg::Extra(Task::SaveReport));
    let [Effect::Download { text, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("```python\nprint(1)\n```"), "{text}");
}

#[test]
fn tables_and_images_are_saved() {
    let mut widget = played();
    let Load::Ready(answers) = &mut widget.model.answers else { panic!("the answers are here") };
    let words = |words: &str| vec![Inline::Text(words.to_owned())];
    let image = |address: &str| Inline::Image(address.to_owned(), words("a [loop]"));
    let cells = vec![
        words("left"),
        words("a | b"),
        vec![Inline::Code("c|d".to_owned())],
        Vec::new(),
        vec![image("https://a.example/b.png")],
        words("*"),
    ];
    let explanation = vec![Block::Table { columns: "lr".to_owned(), cells }, Block::Paragraph(vec![image("")])];
    Rc::make_mut(answers).answers[0].1.change(|answer| answer.explanation = explanation);
    let effects = widget.send(Msg::Extra(Task::SaveReport));
    let [Effect::Download { text, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let table = "| left | a \\| b |\n| :-- | --: |\n| `c\\|d` |  |\n| ![a \\[loop\\]](<https://a.example/b.png>) | \\* |";
    assert!(text.contains(&format!("{table}\n\nImage: a \\[loop\\]")), "{text}");
}

/// It belongs to the screen on which it was asked for.
#[test]
fn a_link_that_could_not_be_copied_goes_with_its_screen() {
    let link = || Msg::Copied(Some("https://blog.example/#round=screen.a".to_owned()));
    let mut widget = Widget::new(&[]);
    widget.send(link());
    widget.send(Msg::HideClock(true));
    assert!(widget.model.link.is_some(), "the screen is the same");
    widget.start(Start::Preset(0));
    assert_eq!(widget.model.link, None);
    widget.input(1, Input::HandIn);
    widget.send(link());
    widget.send(Msg::ToLobby);
    assert_eq!(widget.model.link, None);
}
