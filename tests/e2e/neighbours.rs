//! Five elements on one page, each with a bank of its own, played in turn: none sees, hears or stores anything of another.

use super::page::Page;
use super::play::Source;
use super::post::{element, post};
use mock_interview::bank::{exchange, markdown};
use std::collections::BTreeSet;

const ASKED: usize = 3;

/// What the widgets are asked from, the built-in bank first; and how the post has it.
const BANKS: [&str; 5] = ["", "bank='/one.md'", "bank='/two.json'", "bank='#three'", "bank='/four.md'"];
const NAMES: [&str; 5] = ["", "One", "Two", "Three", "Four"];

fn questions(name: &str) -> Vec<String> {
    (1..=ASKED).map(|n| format!("{name}: what is number {n}?")).collect()
}

fn markdown_of(name: &str) -> String {
    let question = |prompt: String| format!("## {prompt}\n\nIt is of {name}.\n\n");
    format!("# About {name}\n\n{}", questions(name).into_iter().map(question).collect::<String>())
}

fn page() -> Page {
    let page = Page::blank();
    page.server.add("/one.md", markdown_of("One"));
    page.server.add("/four.md", markdown_of("Four"));
    let (bank, answers) = markdown::read("two", &markdown_of("Two")).unwrap();
    page.server.add("/two.json", exchange::write::write(&bank, &answers));
    let answer = |prompt: String| format!("<h3>{prompt}</h3><p>It is of Three.</p>");
    let three: String = questions("Three").into_iter().map(answer).collect();
    let elements =
        BANKS.map(|bank| element(&format!("{bank} open loading=eager modes={} questions={ASKED} minutes=9", mode(bank))));
    page.server
        .add("/post.html", post(&format!("<section id='three'><h2>About Three</h2>{three}</section>{}", elements.concat())));
    page.go("/post.html");
    page
}

fn mode(bank: &str) -> &str {
    if bank.is_empty() { "choice" } else { "spoken" }
}

fn each(page: &Page, of: impl Fn(usize)) {
    for which in 0..BANKS.len() {
        page.look_at(which);
        page.js("host.scrollIntoView()");
        of(which);
    }
}

/// Whether it begins with a question of its own bank.
fn is_own(which: usize, source: &Source, words: &str) -> bool {
    let own = if which == 0 { source.all().into_iter().map(|(prompt, _)| prompt).collect() } else { questions(NAMES[which]) };
    own.iter().any(|prompt| words.starts_with(prompt))
}

fn standings(page: &Page) -> Vec<serde_json::Value> {
    (0..BANKS.len())
        .map(|which| {
            page.look_at(which);
            page.standing()
        })
        .collect()
}

#[test]
fn five_banks_on_one_page_do_not_disturb_each_other() {
    let (page, source) = (page(), Source::read());
    each(&page, |_| {
        page.until_screen("lobby");
        page.js("host.start()");
        page.until_question(1, ASKED);
    });
    for number in 1..=ASKED {
        if number == 2 {
            // What an answer to one changes is that one alone, and all are where they were after a reload.
            let before = standings(&page);
            page.reload();
            each(&page, |_| page.until_question(2, ASKED));
            assert_eq!(standings(&page), before);
        }
        each(&page, |which| {
            page.until_question(number, ASKED);
            page.until_words();
            assert!(is_own(which, &source, &page.prompt()), "{which}: {}", page.prompt());
            let before = standings(&page);
            page.look_at(which);
            page.answer(&source, true);
            let after = standings(&page);
            for other in (0..BANKS.len()).filter(|other| *other != which) {
                assert_eq!(after[other], before[other], "{other} while {which} was answered");
            }
        });
    }
    each(&page, |which| {
        page.until_screen("debrief");
        assert_eq!(page.text(".score"), "100%");
        let asked: Vec<String> = page.texts(".result > summary");
        assert!(asked.iter().all(|row| is_own(which, &source, row)) && asked.len() == ASKED, "{which}: {asked:?}");
    });
    // A report each, under the name of its own bank.
    let stored = page.stored();
    let reports: BTreeSet<&str> =
        stored.iter().filter_map(|(name, _)| name.split_once(":report:")?.1.split(':').next()).collect();
    assert_eq!(reports.len(), BANKS.len(), "{reports:?}");
}
