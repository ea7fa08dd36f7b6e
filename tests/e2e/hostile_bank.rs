//! Banks that mean harm, and banks that are broken: what a page names is read as text, whatever it says.

use super::embedded::UNCAUGHT;
use super::hooks::TOLD;
use super::page::{Page, strings};
use super::post::element;
use serde_json::json;

/// Every way that is known for a text to become more than text.
const ATTACKS: [&str; 16] = [
    "<script>window.harmed = 1</script>",
    "<img src=x onerror=\"window.harmed = 2\">",
    "<img src=\"https://evil.example/pixel.gif\">",
    "![a picture](https://evil.example/pixel.png)",
    "<svg onload=\"window.harmed = 3\"><use href=\"https://evil.example/x.svg#x\"/></svg>",
    "<style>* { display: none !important; background: url(https://evil.example/style) }</style>",
    "<link rel=\"stylesheet\" href=\"https://evil.example/style.css\">",
    "<iframe src=\"javascript:parent.harmed = 4\"></iframe>",
    "<a href=\"javascript:window.harmed = 5\" id=\"click\">press</a>",
    "[press](javascript:window.harmed=6)",
    "[press](JaVaScRiPt&colon;window.harmed=7)",
    "[press](data:text/html,<script>window.harmed=8</script>)",
    "[press](vbscript:harm)",
    "<form action=\"https://evil.example/\"><button>press</button></form>",
    "<base href=\"https://evil.example/\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\">",
];

/// What may stand in the widget that was made of a bank.
const FOUND: &str = "const inside = [...root.querySelectorAll('.widget, .widget *')];
    return {
      elements: inside.filter((one) => one.matches('script, img, svg:not(figure > svg), style, link, iframe, form[action], base, meta, object, embed, video')).map((one) => one.outerHTML),
      handlers: inside.flatMap((one) => [...one.attributes]).filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name),
      links: inside.filter((one) => one.matches('a')).map((one) => one.href).filter((href) => !/^(https?|mailto):/.test(href)),
      harmed: window.harmed ?? 0,
      elsewhere: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('evil.example')),
    }";

fn harmless(page: &Page, where_to: &str) {
    let none = json!({ "elements": [], "handlers": [], "links": [], "harmed": 0, "elsewhere": [] });
    assert_eq!(page.js(FOUND), none, "{where_to}");
    assert!(page.yes("host.checkVisibility() && document.title === 'A post'"), "{where_to}: the page is another");
}

/// Every attack in every place of a question. In a round on it nothing but words is on screen.
#[test]
fn nothing_of_a_bank_is_more_than_text() {
    let page = Page::at_post("", &[TOLD, UNCAUGHT]);
    for (n, attack) in ATTACKS.into_iter().enumerate() {
        let line = attack.replace('\n', " ");
        let bank = format!(
            "# Title {line}\n\n### Question {line}?\n\n> {line}\n\nShort {line}\n\nLong {line}\n\n```{line}\n{line}\n```\n\n\
             Key points:\n\n- Fact {line}\n  - wording {line}\n\nCommon mistakes:\n\n- Wrong {line}\n  > {line}\n\n\
             Source: [{line}](https://example.org/)\n\n- [x] Right {n} {line}\n- [ ] Wrong {n} {line}\n  > {line}\n"
        );
        page.server.add("/attack.md", bank);
        page.go_to_post(&element("bank='/attack.md' questions='1' modes='choice'"));
        page.click("Start the interview");
        page.until_question(1, 1);
        harmless(&page, attack);
        page.press("1");
        page.until_yes("all('.choice:has(:checked)').length");
        page.press("Enter");
        page.until_screen("debrief");
        page.js("all('details.result')[0].open = true");
        page.js("for (const link of all('.result a')) link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))");
        harmless(&page, attack);
        assert_eq!(page.js("return uncaught"), json!([]), "{attack}");
        page.js("localStorage.clear()");
    }
    assert!(page.server.asked().iter().all(|path| !path.contains("evil")));
}

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
        page.js("localStorage.clear()");
        page.reload();
        page.until_screen("lobby");
        page.js("all('.problems').forEach((list) => { list.open = true; })");
        let listed = page.texts(".problems li");
        assert_eq!(listed.iter().map(|line| format!("mock-interview: {line}")).collect::<Vec<_>>(), words, "{name}");
        page.js("localStorage.clear()");
    }
}
