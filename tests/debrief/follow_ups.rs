//! Which question an answer leads to, through the whole model.

use super::rounds::Widget;
use mock_interview::app::extra::Task;
use mock_interview::app::preset::{named, terms};
use mock_interview::app::{Effect, Msg};
use mock_interview::bank::{Level, Mode, QuestionId, markdown};
use mock_interview::grade::{Grading, Mark, Verdict};
use mock_interview::round::clock::Span;
use mock_interview::round::event::Grade;
use mock_interview::round::judged::Aim;
use mock_interview::round::plan::{Item, Pace, Plan, Rules, usual_budget};
use mock_interview::round::{Input, Round};
use std::fs;
use std::rc::Rc;

const BANK: &str = "# Four

### First? {#first topic=a}

Yes.

Key points:

- The point
  - If missed: [Why?](#why)
  - If met: [And then?](#then)
- Another
  - If missed: [Second?](#second)
- A third
  - If met: [Far?](#far)

- [x] Right
- [ ] Wrong

### Second? {#second topic=a}

Yes.

Key points:

- Only this
  - If met: [Far?](#far)

### Far? {#far topic=a .deep}

So far.

### Why? {#why topic=a}

Because.

### And then? {#then topic=a}

Then.
";

/// A practice of these questions; the first is to be chosen.
fn practice(questions: &[&str]) -> Widget {
    let mut widget = Widget::of(markdown::read("four", BANK).unwrap(), &[]);
    let mode = |question: &str| if question == "first" { Mode::Choice } else { Mode::Spoken };
    let items = questions.iter().map(|question| item(question, mode(question))).collect();
    widget.begin(told(Rules { practice: true, follow_ups: 1, ..Rules::default() }, items));
    widget
}

fn item(question: &str, mode: Mode) -> Item {
    Item::new(QuestionId::new(question), mode, Some(Span::seconds(60)))
}

fn told(rules: Rules, items: Vec<Item>) -> Plan {
    Plan { preset: "Told".into(), seed: "seed".into(), rules, pace: Pace::Usual, limit: Some(Span::minutes(9)), items }
}

/// The question that comes next when this one was said aloud so well.
fn after(question: &str, grade: Grade) -> String {
    let mut widget = Widget::of(markdown::read("four", BANK).unwrap(), &[]);
    widget.begin(told(Rules { follow_ups: 1, ..Rules::default() }, vec![item(question, Mode::Spoken)]));
    let question = QuestionId::new(question);
    widget.input(5, Input::Reveal { question: question.clone() });
    widget.input(5, Input::Judge { question, grade });
    widget.asked().get(1).map_or("nothing".to_owned(), |(next, _)| (*next).to_owned())
}

fn answer(widget: &mut Widget, right: bool) {
    let question = QuestionId::new("first");
    let choices = &widget.model.bank.question(&question).unwrap().choices;
    let choice = choices.iter().find(|choice| choice.right == right).unwrap().key;
    widget.input(5, Input::Choose { question: question.clone(), choice });
    widget.input(1, Input::Submit { question });
}

fn asked(widget: &Widget) -> Vec<&str> {
    widget.asked().into_iter().map(|(question, _)| question).collect()
}

#[test]
fn an_answer_that_is_taken_back_takes_its_follow_up_along() {
    let mut widget = practice(&["first", "second"]);
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "why", "second"]);
    widget.input(5, Input::TakeBack { question: QuestionId::new("first") });
    assert_eq!(asked(&widget), ["first", "second"]);
    answer(&mut widget, true);
    assert_eq!(asked(&widget), ["first", "then", "second"]);
}

#[test]
fn what_is_still_to_come_is_asked_next_and_what_was_asked_is_not_asked_again() {
    let mut widget = practice(&["first", "second", "why"]);
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "why", "second"]);
    assert_eq!(widget.sitting().plan.items[1].follows, 1);
    widget.input(5, Input::TakeBack { question: QuestionId::new("first") });
    assert_eq!(asked(&widget), ["first", "second", "why"]);

    let mut widget = practice(&["first", "second", "why"]);
    widget.input(1, Input::Open { question: QuestionId::new("why") });
    widget.input(1, Input::Open { question: QuestionId::new("first") });
    answer(&mut widget, false);
    assert_eq!(asked(&widget), ["first", "second", "why"]);
}

#[test]
fn the_same_round_again_has_what_was_moved_in_its_place() {
    let mut widget = practice(&["first", "second", "why"]);
    answer(&mut widget, false);
    widget.input(1, Input::HandIn);
    widget.send(Msg::StartSame);
    assert_eq!(asked(&widget), ["first", "second", "why"]);
    assert!(widget.sitting().plan.items.iter().all(|item| item.follows == 0));
}

#[test]
fn an_answer_in_full_leads_on_from_what_was_met_and_any_other_from_what_was_missed() {
    assert_eq!(Grade::ALL.map(|grade| after("first", grade)), ["why", "why", "why", "then"]);
    // Nothing is linked to what was missed: who has said most is asked more, who has said little is not.
    assert_eq!(Grade::ALL.map(|grade| after("second", grade)), ["nothing", "nothing", "far", "far"]);
    assert_eq!(Grade::ALL.map(|grade| after("far", grade)), ["nothing"; 4]);
}

/// The question that comes next when the grader says this of the three points of a typed answer.
fn after_typing(verdicts: [(Verdict, bool); 3]) -> String {
    let mut widget = Widget::of(markdown::read("four", BANK).unwrap(), &[]);
    let rules = Rules { follow_ups: 1, ..Rules::default() };
    widget.begin(told(rules, vec![item("first", Mode::Typed), item("then", Mode::Spoken)]));
    widget.send(Msg::GraderCame(true));
    let question = QuestionId::new("first");
    widget.send(Msg::Typed { question: question.clone(), text: "Some words".to_owned() });
    let asked = widget.send(Msg::Round(Input::Submit { question: question.clone() }));
    assert!(asked.iter().any(|effect| matches!(effect, Effect::Grade { submits: true, .. })), "the grader is not asked first");
    let mark = |(verdict, is_sure): (Verdict, bool)| Mark { weight: 1, credit: verdict.credit(), is_sure, evidence: Vec::new() };
    let grading = Rc::new(Grading { points: verdicts.map(mark).into(), ..Grading::default() });
    widget.send(Msg::Graded { question, grading: Some(grading), submits: true });
    let (next, mode) = widget.asked()[1];
    let kind = if widget.sitting().plan.items[1].follows > 0 { "follows" } else { "was drawn" };
    format!("{next} {kind} {}", mode.name())
}

#[test]
fn a_typed_answer_leads_on_from_the_first_point_that_says_so() {
    use Verdict::{Met, Missed, Partly};
    let sure = |verdicts: [Verdict; 3]| verdicts.map(|verdict| (verdict, true));
    assert_eq!(after_typing(sure([Missed, Met, Met])), "why follows spoken");
    assert_eq!(after_typing(sure([Met, Missed, Missed])), "then follows spoken");
    // Half a point says nothing; what stands behind it does.
    assert_eq!(after_typing(sure([Partly, Missed, Met])), "second follows typed");
    assert_eq!(after_typing(sure([Partly, Met, Met])), "far follows spoken");
    assert_eq!(after_typing(sure([Partly, Met, Missed])), "then was drawn spoken");
    // Nor does what the grader is not sure of.
    assert_eq!(after_typing([(Missed, false), (Missed, true), (Met, true)]), "second follows typed");
}

#[test]
fn what_nobody_drew_is_asked_on_the_terms_of_the_round() {
    let (bank, _) = markdown::read("four", BANK).unwrap();
    let question = |id: &str| bank.question(&QuestionId::new(id)).unwrap();
    let seconds = Span::seconds;
    let follow = |budget, think, pace| {
        let first = Item { think, ..Item::new(QuestionId::new("first"), Mode::Spoken, budget) };
        let plan = Plan { pace, ..told(Rules::default(), vec![first.clone()]) };
        let item = plan.follow_up(&first, Level::Core, question("far"));
        (item.budget, item.think)
    };
    assert_eq!(usual_budget(Mode::Spoken, Level::Core), seconds(120));
    // Each question has the time of its kind, or all have the same; and before what is said aloud stands the time to think.
    assert_eq!(follow(Some(seconds(120)), None, Pace::Usual), (Some(seconds(150)), None));
    assert_eq!(follow(Some(seconds(135)), Some(seconds(15)), Pace::Usual), (Some(seconds(165)), Some(seconds(15))));
    assert_eq!(follow(Some(seconds(210)), Some(seconds(30)), Pace::Usual), (Some(seconds(210)), Some(seconds(30))));
    assert_eq!(follow(Some(seconds(270)), Some(seconds(30)), Pace::Double), (Some(seconds(330)), Some(seconds(30))));
    assert_eq!(follow(None, None, Pace::Untimed), (None, None));
}

/// Plays it through, every answer as good as this.
fn deep_dive(widget: &mut Widget, seed: &str, grade: Grade) {
    let (_, preset) = named(&widget.model.bank, "deep-dive").unwrap();
    let plan = Plan::new(&widget.model.bank, &terms(&preset, &widget.model.bank, seed.to_owned(), Pace::Usual)).unwrap();
    widget.begin(plan);
    while let Round::Running(sitting) = &*widget.model.round {
        let question = sitting.current().unwrap().1.question.clone();
        widget.input(1, Input::Reveal { question: question.clone() });
        widget.input(1, Input::Judge { question, grade });
    }
}

/// The preset says so: three hard questions, each followed by more.
#[test]
fn in_a_deep_dive_every_question_is_followed_by_more() {
    let source = fs::read_to_string("static/banks/async-python.md").unwrap();
    let (bank, answers) = markdown::read("async-python", &source).unwrap();
    let mut seen = Vec::new();
    for n in 0..40 {
        for grade in [Grade::Missed, Grade::Mostly, Grade::Fully] {
            let mut widget = Widget::of((bank.clone(), answers.clone()), &[]);
            deep_dive(&mut widget, &format!("seed-{n}"), grade);
            let items = &widget.sitting().plan.items;
            for (place, item) in items.iter().enumerate().filter(|(_, item)| item.follows == 0) {
                let next = items.get(place + 1).is_some_and(|next| next.follows == 1);
                assert!(next, "seed-{n}: {} leads nowhere after {}: {items:#?}", item.question.0, grade.name());
                assert_eq!((item.think, item.budget), (Some(Span::seconds(30)), Some(Span::seconds(210))));
                seen.push(item.question.clone());
            }
            assert!(items.iter().all(|item| (item.think, item.budget) == (items[0].think, items[0].budget)), "{items:#?}");
        }
    }
    seen.sort_unstable();
    seen.dedup();
    let deep = bank.questions().iter().filter(|question| question.level == Level::Deep);
    assert_eq!(seen.len(), deep.count(), "not all deep questions were asked");
}

/// What was said aloud may be ticked point by point; that says more than the grade, and changes nothing of it.
#[test]
fn ticked_points_say_where_to_go_on() {
    let mut widget = Widget::of(markdown::read("four", BANK).unwrap(), &[]);
    widget.begin(told(Rules { follow_ups: 1, ..Rules::default() }, vec![item("first", Mode::Spoken)]));
    let question = || QuestionId::new("first");
    let tick = |point, verdict| Input::Overrule { question: question(), aim: Aim::Point(point), verdict };
    let verdicts = |widget: &Widget| {
        let judged = widget.sitting().slots[0].judged.clone();
        judged.map(|judged| (0..3).map(|point| judged.verdict(Aim::Point(point)).unwrap().name()).collect::<Vec<_>>().join(" "))
    };
    widget.input(1, tick(0, Verdict::Met));
    assert_eq!(verdicts(&widget), None, "nobody knows the points yet");
    widget.input(5, Input::Reveal { question: question() });
    for (point, verdict) in [(0, Verdict::Met), (1, Verdict::Met), (1, Verdict::Missed), (7, Verdict::Met)] {
        widget.input(1, tick(point, verdict));
    }
    assert_eq!(verdicts(&widget).unwrap(), "met missed missed");
    widget.input(5, Input::Judge { question: question(), grade: Grade::Partly });
    assert_eq!(asked(&widget), ["first", "then"]);
    assert_eq!(widget.sitting().slots[0].score(), Grade::Partly.score());
    widget.input(1, Input::HandIn);
    widget.input(1, tick(2, Verdict::Met));
    assert_eq!(verdicts(&widget).unwrap(), "met missed met");
    assert_eq!(widget.sitting().slots[0].score(), Grade::Partly.score());
    let page = widget.send(Msg::Extra(Task::SaveReport));
    let [Effect::Download { text, .. }] = &page[..] else { panic!("{page:?}") };
    assert!(text.contains("- The point **met**") && text.contains("- Another **missed**"), "{text}");
}
