//! Where WebAssembly is forbidden, by the page or by the browser: the same programs as plain JavaScript do the same, and nobody else
//! loads them.

use super::engine::{Engine, NO_WASM};
use super::hooks::TOLD;
use super::host::{EMBED, document};
use super::offline::{caches, until_said, visited};
use super::one_file;
use super::page::{Page, strings};
use super::play::Source;
use super::post::element;
use serde_json::json;

/// All that a page can forbid but what has to be there: no word of WebAssembly.
const STRICT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
    require-trusted-types-for 'script'; trusted-types 'none'; form-action 'none'; base-uri 'none'";

/// What the browser holds against the page. A strict page takes no script from within.
const WITNESS: &str = "window.violations = []; window.failures = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));
document.addEventListener('mock-interview-error', ({ detail }) => failures.push(detail));";

const MINE: &str =
    "# Mine\n\n## What is an event? {.basic}\n\nIt tells.\n\nKey points:\n\n- An event wakes all waiting tasks together\n";
const POST: &str = "<section id=own><h2>What is an event?</h2><p>It tells.</p><p>Key points:</p>
    <ul><li>An event wakes all waiting tasks together</li></ul></section>";

/// Who forbids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Page,
    Browser,
}
const BOTH: [By; 2] = [By::Page, By::Browser];

/// A page with these elements in it, without WebAssembly.
fn visit(by: By, body: &str) -> Page {
    // Seen when it fails.
    println!("── forbidden by the {by:?}");
    let page = if by == By::Browser { Page::new(true, &[NO_WASM]) } else { Page::blank() };
    page.server.add("/witness.js", WITNESS);
    page.server.add("/mine.md", MINE);
    page.server.add("/strict.html", document(&format!("<script src='/witness.js'></script>{EMBED}"), body));
    if by == By::Page {
        page.server.send_header("/strict.html", "Content-Security-Policy", STRICT);
    }
    page.go("/strict.html");
    page.until_yes("root");
    page
}

/// The widget runs, and the browser has reported one attempt at the most: to try is the only way to learn that it is forbidden.
fn is_silent(page: &Page, by: By) {
    let mut held = strings(&page.js("return window.violations"));
    if Engine::chosen() == Engine::WebKit {
        // Its driver puts a script of its own into a page.
        held.retain(|one| one != "script-src-elem inline");
    }
    let most = usize::from(by == By::Page);
    assert!(held.len() <= most && held.iter().all(|one| one == "script-src wasm-eval"), "{held:?}");
    assert_eq!(page.js("return window.failures"), json!([]));
    assert_eq!(page.log(), [""; 0]);
    let loaded = strings(&page.js("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"));
    assert!(loaded.iter().any(|path| path.starts_with("/plain-mock-interview.")), "{loaded:?}");
}

/// Starts the round of a page, reloads at each question, and comes to the debrief.
fn plays(by: By, attributes: &str, count: usize) -> Page {
    let source = Source::read();
    let page = visit(by, &format!("<mock-interview {attributes} questions={count} minutes=60></mock-interview>"));
    page.click("Start the interview");
    for n in 1..=count {
        page.until_question(n, count);
        page.until_words();
        page.until("its field", |page| !page.is_output() || page.count("textarea") == 1);
        let standing = page.standing();
        is_silent(&page, by);
        page.reload();
        page.until("the same question", |page| page.screen() == "round" && page.standing() == standing);
        page.answer(&source, true);
    }
    page.until_screen("debrief");
    page.until("the results", |page| page.count(".result") == count);
    page
}

#[test]
fn rounds_of_choices() {
    for by in BOTH {
        let page = plays(by, "modes=choice", 3);
        assert!(page.heading().ends_with("You had 3 of 3 right."), "{}", page.heading());
        is_silent(&page, by);
    }
}

#[test]
fn rounds_of_programs_and_of_spoken_answers() {
    for by in BOTH {
        for modes in ["output", "spoken"] {
            let page = plays(by, &format!("modes={modes}"), 2);
            assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
            page.click("New round");
            page.until_screen("lobby");
            is_silent(&page, by);
        }
    }
}

#[test]
fn rounds_of_typed_answers() {
    for by in BOTH {
        let page = plays(by, "modes=typed", 2);
        let verdicts = |page: &Page| page.texts(".result .what > .soft");
        page.until("the verdicts", |page| verdicts(page).iter().all(|one| ["All of it", "Part of it"].contains(&one.as_str())));
        is_silent(&page, by);
    }
}

#[test]
fn banks_of_the_page_with_typed_answers() {
    for by in BOTH {
        for (bank, more) in [("#own", POST), ("/mine.md", "")] {
            let page = visit(by, &format!("{more}<mock-interview bank='{bank}' modes=typed questions=1></mock-interview>"));
            page.click("Start the interview");
            page.until_question(1, 1);
            page.put("An event wakes all waiting tasks together.");
            page.click("Submit answer");
            page.until_screen("debrief");
            page.until("the verdict", |page| page.texts(".result .what > .soft") == ["All of it"]);
            is_silent(&page, by);
        }
    }
}

/// Custom rounds, reports and drills are in parts of their own elsewhere; here all is one.
#[test]
fn what_is_more_than_a_round_is_here_from_the_start() {
    for by in BOTH {
        let page = visit(by, "<mock-interview open></mock-interview>");
        page.until_screen("lobby");
        page.custom(&[("count", "2")]);
        page.click("Start custom round");
        page.until_question(1, 2);
        page.js("host.stop()");
        page.until_screen("debrief");
        is_silent(&page, by);
        let loaded = strings(&page.js("return performance.getEntriesByType('resource').map(({ name }) => name)"));
        assert!(!loaded.iter().any(|name| name.contains("/later.") || name.contains("/extra.")), "{loaded:?}");
    }
}

#[test]
fn several_on_a_page_and_one_that_is_put_back() {
    let page =
        visit(By::Page, &format!("{}{POST}<mock-interview bank='#own'></mock-interview>", element("questions=2 modes=choice")));
    let source = Source::read();
    page.click("Start the interview");
    page.until_question(1, 2);
    page.look_at(1);
    page.click("Start the interview");
    page.until_question(1, 1);
    assert_eq!(page.heading(), "What is an event?");
    page.look_at(0);
    page.answer(&source, true);
    page.until_question(2, 2);
    page.js("window.taken = host; host.remove()");
    page.js("document.body.prepend(window.taken)");
    page.until_question(2, 2);
    page.answer(&source, true);
    page.until_screen("debrief");
    assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
    is_silent(&page, By::Page);
}

/// A program that stops is mounted again where it was, here as there.
#[test]
fn a_crash_loses_nothing() {
    let page = visit(By::Browser, "<mock-interview questions=2 modes=choice></mock-interview>");
    page.click("Start the interview");
    page.until_question(1, 2);
    page.choose(&Source::read(), true);
    let standing = page.standing();
    page.js("root.querySelector('[data-screen]').marked = true;
        const { decode } = TextDecoder.prototype;
        TextDecoder.prototype.decode = function (...given) { TextDecoder.prototype.decode = decode; throw new Error('stopped'); };
        root.querySelectorAll('.choice input')[0].click(); root.querySelectorAll('.choice input')[1].click()");
    page.until("another widget", |page| page.yes("!root.querySelector('[data-screen]')?.marked") && page.screen() == "round");
    page.choose(&Source::read(), true);
    assert_eq!(page.standing(), standing);
}

#[test]
fn nobody_else_loads_them() {
    let source = Source::read();
    let page = Page::at_post(&element("modes='typed choice' questions=2"), &[]);
    page.click("Start the interview");
    page.until_screen("round");
    page.answer_all(&source, true);
    let asked = page.server.asked();
    assert_eq!(asked.iter().any(|path| path.contains("plain-")), Engine::usual_flags().contains(&NO_WASM), "{asked:?}");
}

#[test]
fn whoever_needs_them_keeps_them_for_use_without_network() {
    let plain = |page: &Page| caches(page).values().flatten().filter(|path| path.starts_with("/plain-")).count();
    let page = Page::keeping(true, &[NO_WASM]);
    page.go("/");
    until_said(&page, "Works offline.");
    assert_eq!(plain(&page), 4);
    page.server.stop();
    page.reload();
    page.until_screen("lobby");
    until_said(&page, "Works offline.");
    page.start("Warm-up");
    page.answer(&Source::read(), true);
    if !Engine::usual_flags().contains(&NO_WASM) {
        assert_eq!(plain(&visited()), 0);
    }
}

/// It has WebAssembly alone.
#[test]
fn the_page_that_is_one_file_says_what_it_needs() {
    let page = Page::new(true, &[NO_WASM]);
    page.go_to(&format!("file://{}", one_file::built().display()));
    page.until("the card", |page| page.text("[role=alert] h2") == "This page cannot run the interview");
    assert!(page.text("[role=alert]").contains("WebAssembly is kept off here. The questions are inside this file"));
}

#[test]
fn one_that_does_not_come_as_it_was_built() {
    let page = visit(By::Page, &element("loading=click questions=2 modes=choice"));
    let file = page.server.file("plain-mock-interview.js");
    page.server.flip(&file);
    for code in ["integrity", "network"] {
        page.js("failures.length = 0");
        page.click(if code == "integrity" { "Start the interview" } else { "Try again" });
        page.until("it is told", |page| page.yes("failures.length"));
        page.until("the alert", |page| page.text("[role=alert] h2") == "The interview did not load");
        assert!(page.text("[role=alert]").contains("WebAssembly is kept off here"), "{}", page.text("[role=alert]"));
        assert!(page.shows_fallback());
        let failures = page.js("return failures");
        assert_eq!(failures[0]["code"], code, "{failures}");
        assert!(failures[0]["message"].as_str().unwrap().contains(&file), "{failures}");
        page.server.restore();
        page.server.lose(&file);
    }
    page.server.restore();
    page.click("Try again");
    page.until_question(1, 2);
}

/// Where no file is in question: a device that has no memory left for another instance, for one.
#[test]
fn what_cannot_begin_is_no_matter_of_policies() {
    let page = Page::blank();
    page.before_load(TOLD);
    page.before_load(
        "const { instantiate } = WebAssembly;
        WebAssembly.instantiate = (...given) => {
            WebAssembly.instantiate = instantiate;
            return Promise.reject(new RangeError('could not allocate memory'));
        };",
    );
    page.go_to_post(&element("questions=2 modes=choice"));
    page.click("Start the interview");
    page.until("the alert", |page| page.text("[role=alert] h2") == "The interview could not begin");
    assert!(page.text("[role=alert]").contains("could not allocate memory"), "{}", page.text("[role=alert]"));
    let failures = page.js("return told.filter(({ name }) => name === 'error').map(({ detail }) => detail)");
    assert_eq!(failures, json!([{ "code": "crash", "message": "could not allocate memory" }]));
    assert!(!page.server.asked().iter().any(|path| path.contains("plain-")));
    page.click("Try again");
    page.until_question(1, 2);
}
