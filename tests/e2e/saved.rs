//! “Save for offline”: the page makes one file of itself, with the bank that is on screen and, if the reader wants, their progress.

use super::host::{EMBED, document};
use super::offline::{listed, visited};
use super::one_file::{Downloads, built, is_played, rounds_in};
use super::page::Page;
use super::play::Source;
use serde_json::json;

/// Signs that mean something to HTML, to JSON, to a replacement, or to nobody.
const TITLE: &str = "Größe & <b>, $& 😀";

/// A bank with as many questions, and much that could break out of a script.
fn bank(questions: usize) -> String {
    let question = |n: usize| {
        format!(
            "## Question {n} `</script><script>document.title='out'</script>`? {{#q{n}}}\n\n- [x] right {n} `<!--<script>`\n- [ ] wrong\n\nIt is \u{2028} so, 日本.\n\n![a plan](/plan.png)\n\n"
        )
    };
    format!("# {}\n\n{}", TITLE.replace('<', "\\<"), (1..=questions).map(question).collect::<String>())
}

fn panel(page: &Page) {
    page.click("Your data");
    page.until("the panel", |page| page.text(".data").contains("Stored of this bank"));
}

#[test]
fn what_was_done_goes_along_once() {
    let (source, downloads) = (Source::read(), Downloads::new("progress"));
    let page = downloads.page(None);
    page.go("/");
    page.until_screen("lobby");
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    panel(&page);
    page.click("Save for offline");
    page.until_focus("ask");
    let with = downloads.saved(&page, "With my progress", "mock-interview.html");
    page.until("what came of it", |page| page.text(".data").contains("opens by a double click"));
    assert!(with.is_ascii() && with.len() < 400_000 + 20_000, "{} bytes", with.len());
    page.server.stop();

    page.go_to(&downloads.address("mock-interview.html"));
    page.until("what was done", |page| is_played(page, "1 round"));
    for _ in 0..2 {
        page.reload();
        page.until("what was done, once", |page| is_played(page, "1 round"));
    }
    page.start("Warm-up");
    page.answer_all(&source, false);
    page.click("New round");
    page.until("another round", |page| is_played(page, "2 rounds"));
    panel(&page);
    assert_eq!(rounds_in(&downloads.saved(&page, "Save as a file", "mock-interview-async-python.json")), 2);

    // It makes another of itself, with nothing in it that is not wanted.
    page.click("Save for offline");
    let without = downloads.saved(&page, "Without it", "mock-interview.html");
    assert!(!without.contains("progress\":\"") && without.len() < with.len(), "{} and {} bytes", without.len(), with.len());
    page.click("Erase…");
    page.click("Erase it");
    page.until("nothing is left", |page| page.text(".data").contains("Nothing yet"));
    page.go_to(&downloads.address("mock-interview.html"));
    page.until_screen("lobby");
    panel(&page);
    let again = downloads.saved(&page, "Save for offline", "mock-interview.html");
    assert!(again == without, "the same from a copy: {} and {} bytes", again.len(), without.len());

    // What was erased in the file does not come back by opening it.
    downloads.put("mock-interview.html", &with);
    page.go_to(&downloads.address("mock-interview.html"));
    page.until_screen("lobby");
    panel(&page);
    page.until("nothing is there", |page| page.text(".data").contains("Nothing yet"));
}

#[test]
fn a_bank_of_the_page_goes_along() {
    let (downloads, text) = (Downloads::new("bank"), bank(300));
    let page = downloads.page(None);
    page.server.add("/questions.md", text.as_str());
    page.server.add("/plan.png", "");
    page.server.add(
        "/post.html",
        document(EMBED, "<mock-interview open bank='questions.md' images='on' heading='Our $1 questions' questions='3' seed='s'></mock-interview>"),
    );
    page.go("/post.html");
    page.until_screen("lobby");
    page.click("Start this page’s round");
    page.until_screen("round");
    let first = page.heading();
    page.js("host.stop()");
    page.click("New round");
    page.until_screen("lobby");
    panel(&page);
    page.click("Save for offline");
    let file = "mock-interview--questions-md.html";
    let made = downloads.saved(&page, "Without it", file);
    let built = std::fs::metadata(built()).unwrap().len() as usize;
    assert!(made.is_ascii() && made.len() < built + 3 * text.len(), "{} bytes", made.len());

    page.server.stop();
    page.go_to(&downloads.address(file));
    page.until_screen("lobby");
    assert_eq!(page.js("return document.title"), json!(format!("Mock interview: {TITLE}")));
    assert_eq!(page.text("h2"), "Our $1 questions");
    page.until("its questions", |page| page.text(".title > .soft").starts_with("300 questions"));
    page.click("Start this page’s round");
    page.until_question(1, 3);
    assert_eq!(page.heading(), first, "as the page would have it");
    page.press("1");
    page.press("Enter");
    page.until_question(2, 3);
    page.reload();
    page.until_question(2, 3);
    page.js("host.stop()");
    page.until_screen("debrief");
    page.until("its answers", |page| page.texts(".result").iter().any(|result| result.contains("It is")));
    assert_eq!(page.js("return [...root.querySelectorAll('img')].length"), json!(0), "there is nobody to ask for images");
    page.click("New round");
    page.until_screen("lobby");
    panel(&page);
    let copy = downloads.saved(&page, "Save as a file", "mock-interview--questions-md.json");
    assert_eq!(rounds_in(&copy), 1);

    // It belongs to the page's bank as before.
    page.server.resume();
    page.go("/post.html");
    page.until_screen("lobby");
    let added = page.js_later(&format!(
        "document.querySelector('mock-interview').importProgress(new Blob([{}])).then(({{ added }}) => done(added), (error) => done(error.message))",
        json!(copy)
    ));
    assert_eq!(added, json!(1));
}

#[test]
fn the_installed_page_makes_it_without_network() {
    let page = visited();
    page.server.stop();
    page.reload();
    page.until_screen("lobby");
    page.js(super::hooks::DOWNLOADS);
    panel(&page);
    page.click("Save for offline");
    let [name, text] = super::blocked::download(&page);
    assert_eq!(
        (name.as_str(), text.len()),
        ("mock-interview.html", std::fs::read_to_string(built()).unwrap().len() + CARRIES.len())
    );
}

/// A page without settings carries none.
const CARRIES: &str = r#""settings":"{}""#;

#[test]
fn what_does_not_come_is_said() {
    let page = Page::open();
    let file = listed().into_keys().find(|file| file.starts_with("mock-interview.") && file.ends_with(".html")).unwrap();
    panel(&page);
    page.server.lose(&file);
    page.click("Save for offline");
    page.until("what is missing", |page| {
        page.text(".data").contains("The file could not be made") && page.text(".data").contains("404")
    });
    page.server.restore();
    page.server.flip(&file);
    page.click("Save for offline");
    page.until("what is wrong", |page| page.text(".data").contains("not what was built"));
    page.server.restore();
    page.js(super::hooks::DOWNLOADS);
    page.click("Save for offline");
    assert_eq!(super::blocked::download(&page)[0], "mock-interview.html");
    page.until("that it worked", |page| page.text(".data").contains("opens by a double click"));
}
