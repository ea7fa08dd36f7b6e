//! On paper: every question with its answer, the debrief with every row, and what the page says where there is only the
//! start card. Afterwards all is as before.

use super::host::{EMBED, SHORT, document};
use super::page::Page;
use super::play::{Source, tidy};
use serde_json::{Value, json};

/// Keeps what stood on the page while it was printed: the first who hears of the end still sees it.
const WITNESS: &str = "window.printed = [];
addEventListener('afterprint', () => {
  const { shadowRoot } = document.querySelector('mock-interview');
  printed.push(`${document.body.innerText} ${shadowRoot.querySelector('.mount').innerText}`);
}, true);";

/// How many pages a PDF has: Firefox packs what says so.
const PAGES: &str = "(async () => {
  const parts = [pdf];
  for (const [whole, body] of pdf.matchAll(/stream\\r?\\n([^]*?)\\r?\\nendstream/g)) {
    const bytes = Uint8Array.from(body, (letter) => letter.charCodeAt(0));
    const inflated = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')));
    parts.push(await inflated.text().catch(() => ''));
  }
  return parts.join().match(/\\/Type ?\\/Page\\b/g).length;
})().then(done, (error) => done(String(error)))";

const FALLBACK: &str = "Fifty questions on asyncio, to play in a browser.";

fn open(attributes: &str) -> Page {
    let page = Page::blank();
    page.before_load(WITNESS);
    let body = format!("<p>A post.</p><mock-interview {attributes}><p>{FALLBACK}</p></mock-interview>");
    page.server.add("/post.html", document(EMBED, &body));
    page.go("/post.html");
    page.until_yes("root");
    page
}

/// Does something in the looks that the page has on paper.
fn on_paper<T>(page: &Page, does: impl Fn() -> T) -> T {
    page.media("print", &[]);
    let done = does();
    page.media("", &[]);
    done
}

/// Prints, and gives back what was to be read and how many pages it took.
fn print(page: &Page) -> (String, u64) {
    let pdf = on_paper(page, || page.pdf());
    let pages = page.js_later(&format!("const pdf = atob({pdf});\n{PAGES}"));
    let text = page.js("return printed.length === 1 ? printed.pop() : 'The page did not hear of it.'");
    (tidy(text.as_str().unwrap()), pages.as_u64().unwrap_or_else(|| panic!("{pages}")))
}

/// All that is on screen, and what is open on it.
fn standing(page: &Page) -> [Value; 2] {
    [page.standing(), page.js("return [...root.querySelectorAll('details')].map((row) => row.open)")]
}

#[test]
fn from_the_lobby_every_question_with_its_answer() {
    let source = Source::read();
    let page = open("open");
    page.until_screen("lobby");
    // The answers come a moment later.
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.until_yes("all('.printed .short').length === 86");
    page.js("dispatchEvent(new Event('afterprint')); printed.pop()");
    page.until_yes("!all('.printed').length");
    let before = standing(&page);
    let (text, pages) = print(&page);
    for (prompt, answer) in source.all() {
        assert!(text.contains(&prompt) && text.contains(&answer), "{prompt} {answer} is not in {text}");
    }
    assert!(pages > 10, "{pages} pages");
    for button in ["Start Full loop", "Custom round", "How it works", "Fifty questions"] {
        assert!(!text.contains(button), "“{button}” is on paper");
    }
    page.until("the lobby as before", |page| standing(page) == before && page.count(".printed") == 0);
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn from_the_debrief_every_row() {
    let source = Source::read();
    let page = open("questions='5'");
    page.click("Start the interview");
    page.until_screen("round");
    let mut asked = Vec::new();
    while page.screen() == "round" {
        asked.push(page.heading());
        page.answer(&source, false);
    }
    page.until_screen("debrief");
    page.until_yes("root.querySelectorAll('.model .short').length === 5");
    page.js("root.querySelector('details').open = true");
    let before = standing(&page);
    let (text, _) = print(&page);
    assert_eq!(asked.len(), 5);
    for prompt in asked {
        let answer = source.model_answer(&prompt);
        assert!(text.contains(&prompt) && text.contains(&answer), "{prompt} {answer} is not in {text}");
    }
    assert_eq!(text.matches("Your answer").count(), 5);
    for button in ["Again, only", "Same round", "Drill", "Save as Markdown", "Judge it again"] {
        assert!(!text.contains(button), "“{button}” is on paper");
    }
    assert!(text.contains("Work on next") && text.contains("By level"), "{text}");
    assert!(text.contains("Said aloud: Missed it"), "what was said of a spoken answer is not on paper: {text}");
    let hidden = on_paper(&page, || {
        page.js("return [...root.querySelectorAll('.pair')].filter((row) => !row.getBoundingClientRect().height).length")
    });
    assert_eq!(hidden, 0, "rows without a height");
    page.until("the debrief as before", |page| standing(page) == before);
}

#[test]
fn from_the_start_card_what_the_page_says() {
    let page = open(SHORT);
    assert_eq!(page.count(".start"), 1);
    let (text, pages) = print(&page);
    assert_eq!((text.contains(FALLBACK), text.contains("A post."), pages), (true, true, 1));
    assert!(!text.contains("Start the interview"), "{text}");
    let drawn = on_paper(&page, || page.js("return [host.firstElementChild.checkVisibility(), all('.start').length]"));
    assert_eq!(drawn, json!([true, 0]));
    assert!(page.yes("!host.firstElementChild.checkVisibility() && all('.start').length === 1"));
    page.click("Start the interview");
    page.until_screen("round");
}

/// Dark paper is white, and a long line goes on in the next one: what is cut off cannot be scrolled to.
#[test]
fn to_be_read() {
    let page = open("open theme='dark'");
    page.until_screen("lobby");
    page.size(400, 800);
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.until_yes("all('.printed pre').length");
    let found = on_paper(&page, || {
        page.js("return {
            cut: all('.printed *').filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth).length,
            light: all('h2, .printed h3, .printed p').filter((part) => getComputedStyle(part).color.match(/\\d+/g)[0] > 128).length,
        }")
    });
    assert_eq!(found, json!({ "cut": 0, "light": 0 }));
}
