//! Loading: without scripts, without the widget's files, from a server that knows little; and nothing is asked of
//! anybody else.

use super::hooks::DOWNLOADS;
use super::host::{EMBED, document};
use super::page::{Page, strings};
use super::play::Source;
use super::server::{Server, dist};

#[test]
fn without_scripts_it_reads_as_a_page() {
    let page = Page::blank();
    page.without_scripts();
    page.go("/");
    let shown = page.js("return [...host.querySelectorAll('*')].filter(seen).map(words)");
    let text = page.js("return host.innerText");
    assert!(page.yes("!root"), "a script has run");
    assert!(strings(&shown).len() >= 2, "{shown}");
    assert!(text.as_str().unwrap().contains("JavaScript"), "{text}");
    page.until("a heading", |page| page.yes("document.querySelector('h1').checkVisibility()"));
}

#[test]
fn a_widget_that_does_not_load_can_be_tried_again() {
    let page = Page::blank();
    for lost in ["mock-interview.wasm", "runtime.js"] {
        let file = page.server.file(lost);
        page.server.lose(&file);
        page.go("/");
        page.until("the card", |page| page.text("h2") == "The interview did not load");
        assert!(page.yes("host.querySelector('h1, p').checkVisibility()"), "what the page says without the widget stays");
        page.js("root.querySelector('[role=alert]').marked = true");
        page.click("Try again");
        page.until("another card", |page| page.yes("all('[role=alert]').length && !all('[role=alert]')[0].marked"));
        page.server.restore();
        page.click("Try again");
        page.until_screen("lobby");
    }
}

#[test]
fn a_server_that_does_not_know_wasm() {
    let page = Page::blank();
    page.server.send_as("wasm", "text/plain");
    page.go("/");
    page.until_screen("lobby");
    page.start("Warm-up");
}

/// The debrief is in the second part of the program: a round can be played without, and its end waits for it.
#[test]
fn a_debrief_that_waits_for_its_program() {
    let source = Source::read();
    for (spoil, told) in [(Server::lose as fn(&Server, &str), "lost"), (Server::flip, "changed")] {
        let page = Page::blank();
        let file = page.server.file("later.wasm");
        spoil(&page.server, &file);
        page.server.add("/post.html", document(EMBED, "<mock-interview levels=basic modes=choice questions=2></mock-interview>"));
        page.go("/post.html");
        page.click("Start the interview");
        page.until_screen("round");
        page.answer_all(&source, true);
        page.until(told, |page| page.screen() == "debrief" && page.text(".screen").contains("The debrief did not load."));
        assert!(page.text(".screen").contains("Every answer is stored"), "{}", page.text(".screen"));
        page.server.restore();
        page.click_at(".screen button", "Try again");
        page.until("the debrief", |page| page.count("details.result") == 2);
        page.until_focus("debrief");
        assert!(!page.has_notice("answers"));
    }
}

/// The third part is for those who ask for something in it.
#[test]
fn what_is_more_than_a_round_is_loaded_when_it_is_asked_for() {
    let source = Source::read();
    let page = Page::open_with(&[DOWNLOADS]);
    page.start("Warm-up");
    page.answer_all(&source, true);
    let asks = |page: &Page| page.server.asked().iter().filter(|path| path.starts_with("/extra.")).count();
    assert_eq!(asks(&page), 0, "a plain round loads it");
    for (spoil, told) in [(Server::lose as fn(&Server, &str), "lost"), (Server::flip, "changed")] {
        spoil(&page.server, &page.server.file("extra.wasm"));
        page.click("Save as Markdown");
        page.until(told, |page| page.has_notice("extra"));
        assert_eq!(page.text("[role=status]"), "A part of the widget did not load.");
        page.server.restore();
    }
    page.click_at("[data-notice=extra] button", "Try again");
    page.until_yes("downloads.length === 1");
    assert!(!page.has_notice("extra"));
    assert_eq!(page.focus(), "debrief");
    page.click("Save as Markdown");
    page.until_yes("downloads.length === 2");
    assert_eq!(asks(&page), 3, "what is here is not loaded again");
}

#[test]
fn the_form_of_a_custom_round_waits_for_its_program() {
    let page = Page::open();
    let file = page.server.file("extra.wasm");
    page.server.hold(&file);
    page.click("Custom round");
    page.until("a word", |page| page.text(".custom").contains("Loading…"));
    page.server.release(&file);
    page.until_yes("root.getElementById('seed')?.checkVisibility()");
    assert_eq!(page.focus(), "Custom round");
    let page = Page::open();
    page.server.lose(&file);
    page.click("Custom round");
    page.until("the words", |page| page.text(".custom").contains("This did not load."));
    page.click_at(".custom button", "Try again");
    page.until("the words again", |page| page.focus() == "custom" && page.text(".custom").contains("This did not load."));
    page.server.restore();
    page.click_at(".custom button", "Try again");
    page.until_yes("root.getElementById('seed')?.checkVisibility()");
    assert_eq!(page.focus(), "custom", "the focus is not lost");
    page.custom(&[("count", "2")]);
    page.click("Start custom round");
    page.until_question(1, 2);
}

/// An interview begins with a basic question, and those are there from the start.
#[test]
fn a_round_without_model_answers() {
    let source = Source::read();
    let page = Page::blank();
    page.server.lose(".txt");
    page.server
        .add("/post.html", document(EMBED, "<mock-interview open levels=basic modes=spoken questions=2></mock-interview>"));
    page.go("/post.html");
    page.until("the notice", |page| page.has_notice("answers"));
    page.click("Start this page’s round");
    page.until_question(1, 2);
    page.click("Reveal the model answer");
    page.until("the words", |page| page.text(".stage .model").contains("The model answer did not load."));
    page.click_at("[data-notice=answers] button", "Try again");
    page.until("the notice again", |page| page.has_notice("answers"));
    page.server.restore();
    page.click_at(".stage .model button", "Try again");
    page.until("the answer", |page| page.text(".stage .short") == source.model_answer(&page.heading()));
    assert!(!page.has_notice("answers"));
    page.click("All of it");
    page.until_question(2, 2);
}

/// The words of all other questions come with the model answers.
#[test]
fn a_round_that_waits_for_its_questions() {
    let source = Source::read();
    let page = Page::blank();
    page.server.lose(".txt");
    page.server.add("/aloud.html", document(EMBED, "<mock-interview levels=deep modes=spoken questions=2></mock-interview>"));
    page.go("/aloud.html");
    page.click("Start the interview");
    page.until("the words", |page| page.text(".stage").contains("The question did not load."));
    page.until_focus("question");
    // Nobody answers what is not on screen yet.
    page.press("Enter");
    page.press("4");
    page.press("f");
    page.until("the flag", |page| page.count(".navigator [data-flagged]") == 1);
    assert_eq!((page.heading(), page.count(".stage .model")), ("The next question".to_owned(), 0));
    page.forget();
    page.server.add("/post.html", document(EMBED, "<mock-interview levels=deep modes=choice questions=2></mock-interview>"));
    page.go("/post.html");
    page.click("Start the interview");
    page.until("the words", |page| page.text(".stage").contains("The question did not load."));
    assert_eq!(page.heading(), "The next question");
    assert_eq!(page.choices(), [""; 0]);
    // It may be left for later, and the round may be handed in.
    page.click("Skip");
    page.until_question(2, 2);
    page.server.restore();
    page.click_at(".stage button", "Try again");
    page.until("the choices", |page| page.choices().len() >= 4);
    assert_eq!(page.focus(), "question");
    assert!(source.question(&page.heading()).level.name() == "deep");
    page.answer(&source, true);
    page.click("Go to the first open question");
    page.until_question(1, 2);
    page.answer(&source, true);
    page.until_screen("debrief");
    assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
}

#[test]
fn a_plain_round_is_silent_and_asks_nobody_else() {
    let source = Source::read();
    let page = Page::open();
    page.start("Phone screen");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    assert_eq!(page.log(), [""; 0]);

    let own = page.server.address("/");
    let loaded = strings(&page.js("return performance.getEntriesByType('resource').map((entry) => entry.name)"));
    assert!(loaded.len() >= 4, "{loaded:?}");
    assert!(loaded.iter().all(|address| address.starts_with(&own)), "{loaded:?}");
    let asked = page.server.asked();
    for path in &asked {
        let file = if path == "/" { "index.html" } else { &path[1..] };
        assert!(dist().join(file).is_file(), "{path} is none of the page's files");
        // The browser asks for the icon of a tab on its own account.
        let times = asked.iter().filter(|other| *other == path).count();
        assert!(times == 1 || path == "/icon.svg", "{path} is fetched {times} times");
    }
}
