//! Banks that are broken: what is wrong is said, and what is right is asked.

use super::embedded::UNCAUGHT;
use super::hooks::TOLD;
use super::page::{Page, strings};
use super::post::element;
use serde_json::json;

/// A bank, and what its reader (or, where it can be asked, its author) is told.
#[test]
fn what_is_wrong_with_a_bank_is_said() {
    let page = Page::at_post("", &[TOLD, UNCAUGHT]);
    let good = "### What is it?\n\nAn answer.\n";
    let none = "The questions could not be read";
    let deep = format!("### Deep?\n\n{}x\n", "> ".repeat(200_000));
    let html = "<!doctype html><title>404</title><h1>Not found</h1>".to_owned();
    let film = format!("{good}{}", "x".repeat(50_000_000));
    let cases = [
        ("empty", String::new(), none),
        ("another page of the site", html, none),
        ("a picture", "\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR".to_owned(), none),
        ("50 MB", film, none),
        ("nothing but quotes", deep, none),
        ("JSON that is none", "{\"title\": ".to_owned(), none),
        ("a title alone", "# Nothing\n".to_owned(), none),
        ("a list without an end", "[".repeat(2_000_000), none),
    ];
    for (name, bank, alert) in cases {
        page.server.add("/bank.md", bank);
        page.go_to_post(&element("bank='/bank.md'"));
        page.until(name, |page| page.text("[role=alert] h2") == alert);
        // What to do is said, and the page goes on.
        assert!(page.text("[role=alert] p").len() > 10, "{name}: {}", page.text("[role=alert]"));
        assert_eq!(page.js("return uncaught"), json!([]), "{name}");
        assert_eq!(page.count("[role=alert] button"), 1, "{name}");
    }
}

/// What is too long is not read to its end: a server that does not say how long it is may go on for ever.
#[test]
fn a_bank_without_an_end_is_let_go_of() {
    let counted = "const { get } = Headers.prototype;
        Headers.prototype.get = function (name) { return name === 'content-length' ? null : get.call(this, name); };
        const { read } = ReadableStreamDefaultReader.prototype;
        window.bytes = 0;
        ReadableStreamDefaultReader.prototype.read = async function () {
          const part = await read.call(this);
          bytes += part.value?.length ?? 0;
          return part;
        };";
    let page = Page::at_post("", &[UNCAUGHT, counted]);
    page.server.add("/bank.md", format!("### What is it?\n\nAn answer.\n{}", "x".repeat(50_000_000)));
    page.go_to_post(&element("bank='/bank.md'"));
    page.until_yes("all('[role=alert] p').some((one) => one.textContent.includes('more than 16 million characters'))");
    let bytes = page.js("return bytes").as_u64().unwrap();
    assert!((16_000_000..40_000_000).contains(&bytes), "{bytes}");
    assert_eq!(page.js("return uncaught"), json!([]));
}

/// A bank with some bad questions runs with the good ones, and its author is told of the bad.
#[test]
fn the_good_questions_of_a_bad_bank_are_asked() {
    let good = "### What is it?\n\nAn answer.\n\n";
    let cases = [
        ("a listing without an end", format!("{good}### Open?\n\nAnswer.\n\n```python\nprint()\n"), "line 9"),
        ("NUL bytes", format!("{good}### Nu\0l?\n\nAns\0wer.\n"), "NUL"),
        ("two right choices", format!("{good}### Two?\n\nAnswer.\n\n- [x] a\n- [x] b\n"), "2 choices are marked right"),
        ("no answer", format!("{good}### Nothing?\n"), "no answer"),
        ("the same id", format!("{good}{good}"), "is taken"),
        ("right to left, emoji", format!("{good}### \u{202e}ما هو؟ 👩\u{200d}🚀\n\nجواب.\n"), ""),
    ];
    let page = Page::at_post("", &[UNCAUGHT, "window.told = []; console.warn = (words) => told.push(words)"]);
    for (name, bank, told) in cases {
        page.server.add("/bank.md", bank);
        page.go_to_post(&element("bank='/bank.md' modes='spoken'"));
        page.click("Start the interview");
        page.until_screen("round");
        assert_eq!(page.js("return uncaught"), json!([]), "{name}");
        let words = strings(&page.js("return told.map(String)"));
        assert!(words.join("\n").contains(told) && (told.is_empty() == words.is_empty()), "{name}: {words:?}");
        // In the lobby they stand as well.
        page.go_to_post(&element("open bank='/bank.md'"));
        page.until_screen("round");
        page.forget();
        page.reload();
        page.until_screen("lobby");
        page.js("all('.problems').forEach((list) => { list.open = true; })");
        let listed = page.texts(".problems li");
        assert_eq!(listed.iter().map(|line| format!("mock-interview: {line}")).collect::<Vec<_>>(), words, "{name}");
        page.forget();
    }
}
