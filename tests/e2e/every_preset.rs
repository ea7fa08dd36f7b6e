//! Every kind of interview is played to its debrief on the built page, as its card says it goes. Time that is waited for is time that the
//! test lets go by.

use super::hooks::CLOCKS;
use super::page::Page;
use super::play::Source;

fn begun(preset: &str) -> Page {
    let page = Page::open_with(&[CLOCKS]);
    page.start(preset);
    page.until_words();
    page
}

/// What was seen of a round on the way.
#[derive(Default)]
struct Seen {
    chosen: usize,
    said: usize,
    predicted: usize,
    typed: usize,
    thought: usize,
    followed: usize,
}

impl Seen {
    fn asked(&self) -> usize {
        self.chosen + self.said + self.predicted + self.typed
    }
}

/// Answers all that comes, every other one right, and thinks where there is time to.
fn play(page: &Page, source: &Source) -> Seen {
    let mut seen = Seen::default();
    while page.screen() == "round" && page.count(".stage [data-focus=overview]") == 0 {
        page.until_words();
        if page.text(".question-time").contains("Think · ") {
            assert!(page.text(".stage").contains("Think first."), "{}", page.text(".stage"));
            assert_eq!(page.texts(".stage button").iter().filter(|name| *name == "Reveal the model answer").count(), 0);
            if seen.thought == 0 {
                // The time to think ends by itself.
                page.skip(31);
            } else {
                page.focus_heading();
                page.press("Enter");
            }
            page.until("the answer's time", |page| page.text(".question-time").contains("Answer · "));
            seen.thought += 1;
        }
        seen.followed += usize::from(page.text(".about .eyebrow").starts_with("Follow-up"));
        let of = match () {
            () if page.is_output() => &mut seen.predicted,
            () if page.is_typed() => &mut seen.typed,
            () if page.is_spoken() => &mut seen.said,
            () => &mut seen.chosen,
        };
        *of += 1;
        page.answer(source, seen.asked().is_multiple_of(2));
    }
    seen
}

/// Of the debrief: as many results as questions were asked, and none that is open.
fn until_debrief(page: &Page, seen: &Seen) {
    page.until_screen("debrief");
    page.until("every answer judged", |page| !page.text("[data-screen]").contains("Not judged yet"));
    let results = page.texts("details.result summary .soft");
    assert_eq!(results.len(), seen.asked(), "{results:?}");
    assert!(results.iter().all(|result| !result.starts_with("No answer") && !result.starts_with("Not reached")), "{results:?}");
    assert_eq!(page.text(".facts li"), format!("{0} of {0}answered", seen.asked()));
    assert!(page.yes("all('button').some((one) => one.textContent === 'Copy a link to this round')"));
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn warm_up_and_phone_screen() {
    let source = Source::read();
    let page = begun("Warm-up");
    let seen = play(&page, &source);
    assert_eq!((seen.chosen, seen.asked()), (6, 6));
    until_debrief(&page, &seen);
    let page = begun("Phone screen");
    let seen = play(&page, &source);
    assert_eq!((seen.chosen, seen.said, seen.asked()), (5, 5, 10));
    until_debrief(&page, &seen);
}

#[test]
fn technical() {
    let source = Source::read();
    let page = begun("Technical");
    let seen = play(&page, &source);
    assert!(seen.asked() >= 14 && seen.followed > 0 && seen.thought >= seen.said - 1, "{} asked", seen.asked());
    until_debrief(&page, &seen);
}

/// In all ways of asking, and every answer that leads on is led on.
#[test]
fn full_loop() {
    let source = Source::read();
    let page = begun("Full loop");
    let seen = play(&page, &source);
    assert!(seen.asked() >= 22 && seen.followed > 1, "{} asked, {} follow-ups", seen.asked(), seen.followed);
    for (count, way) in [(seen.said, "said"), (seen.chosen, "chosen"), (seen.predicted, "predicted"), (seen.typed, "typed")] {
        assert!(count > 2, "{count} {way}");
    }
    assert_eq!(seen.thought, seen.said, "there is time to think before all that is said, follow-ups too");
    until_debrief(&page, &seen);
    let topics = page.count(".topics li");
    assert!(topics > 6, "{topics} topics and levels");
}

#[test]
fn deep_dive() {
    let source = Source::read();
    let page = begun("Deep dive");
    page.until_question(1, 3);
    let seen = play(&page, &source);
    assert_eq!((seen.said, seen.thought), (seen.asked(), seen.asked()));
    assert!(seen.followed >= 3, "{} follow-ups to three questions", seen.followed);
    until_debrief(&page, &seen);
    let times = page.texts(".result .time");
    assert!(times.iter().all(|time| time.contains(" of 3:30")), "{times:?}");
}

#[test]
fn rapid_fire_moves_on_by_itself() {
    let source = Source::read();
    let page = begun("Rapid fire");
    page.until_question(1, 20);
    assert!(page.text(".question-time").ends_with("of 0:30"), "{}", page.text(".question-time"));
    assert!(!page.text(".aids").contains("hint"));
    // Nobody touches a key; a second before its end it still stands there.
    page.skip(28);
    page.until("the end of the half minute", |page| {
        ["0:28", "0:29"].iter().any(|time| page.text(".question-time").contains(time))
    });
    page.until_question(1, 20);
    page.until_question(2, 20);
    assert_eq!(page.text("#moved"), "Time was up on question 1. What you had counts.");
    page.until_focus("question");
    // What is chosen then counts.
    page.choose(&source, true);
    page.skip(30);
    page.until_question(3, 20);
    assert_eq!(page.answered(), 2);
    for n in 3..20 {
        page.until_question(n, 20);
        page.answer(&source, true);
    }
    page.skip(30);
    page.until_screen("debrief");
    let results = page.texts("details.result summary .soft");
    assert_eq!(results.len(), 20);
    assert_eq!((&*results[0], &*results[1], &*results[2]), ("No answer · time ran out", "Right · time ran out", "Right"));
    assert_eq!(results[19], "No answer · time ran out");
    assert!(page.heading().ends_with("You had 18 of 20 right."), "{}", page.heading());
}

#[test]
fn an_exam_is_answered_changed_and_handed_in() {
    let source = Source::read();
    let page = begun("Exam");
    for n in 1..=15 {
        page.until_question(n, 15);
        page.until_words();
        if page.is_output() {
            page.put(&source.output(&page.prompt()));
        } else if page.is_typed() {
            page.put(&source.points(&page.prompt()));
        } else {
            page.choose(&source, n > 1);
        }
        assert_eq!(page.count(".stage .model, .stage .review"), 0, "no word before the end");
        page.click("Next question");
    }
    page.until_focus("overview");
    assert_eq!((page.heading(), page.answered()), ("Every question is answered".to_owned(), 15));
    page.js("all('.navigator button')[0].click()");
    page.until_question(1, 15);
    page.until_words();
    if !page.is_output() && !page.is_typed() {
        page.choose(&source, true);
    }
    page.click("End round");
    page.until_yes("all('dialog[open]').length");
    assert!(!page.text("dialog[open]").contains("still open"), "{}", page.text("dialog[open]"));
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.until("every answer judged", |page| !page.text("[data-screen]").contains("Not judged yet"));
    let results = page.texts("details.result summary .soft");
    assert_eq!(results.len(), 15);
    assert!(results.iter().all(|result| !result.starts_with("Wrong") && !result.starts_with("No answer")), "{results:?}");
    assert!(results.iter().filter(|result| *result == "Right").count() >= 8, "{results:?}");
}

#[test]
fn practice_to_its_end() {
    let source = Source::read();
    let page = begun("Practice");
    assert!(page.text(".clock .time").ends_with("untimed"), "{}", page.text(".clock .time"));
    let mut answered = 0;
    while page.screen() == "round" {
        page.until_words();
        page.focus_heading();
        let place = page.text(".place");
        let is_right = answered % 2 == 0;
        if page.is_spoken() {
            // Whoever has seen the model answer has talked it over.
            page.answer(&source, is_right);
        } else {
            if page.is_output() {
                page.put(&if is_right { source.output(&page.prompt()) } else { "no idea".to_owned() });
                page.click("Submit answer");
            } else if page.is_typed() {
                page.put(&if is_right { source.points(&page.prompt()) } else { "Nobody would say so.".to_owned() });
                page.click("Submit answer");
            } else {
                page.choose(&source, is_right);
                page.click("Submit answer");
            }
            page.until("what became of it", |page| page.count(".review") == 1);
            assert!(page.count(".stage .model") == 1, "the model answer stands beside it");
            page.click("Go on");
        }
        answered += 1;
        page.until("what comes next", |page| page.screen() == "debrief" || page.text(".place") != place);
    }
    assert!(answered >= 12, "{answered}");
    page.until_screen("debrief");
    assert_eq!(page.count("details.result"), answered);
}
