//! Pages with one thing that is not as usual: the element's name is taken, something covers the top, it is XML.

use super::hooks::WARNINGS;
use super::host::{EMBED, SHORT, document};
use super::page::Page;
use super::play::Source;

#[test]
fn the_name_is_taken() {
    let page = Page::blank();
    page.before_load(WARNINGS);
    let own = "<script>customElements.define('mock-interview', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button>Mine</button>'; }
      })</script>";
    page.server.add("/post.html", document(&format!("{own}{EMBED}"), "<mock-interview></mock-interview>"));
    page.go("/post.html");
    page.until_yes("warnings.length");
    assert_eq!(page.warnings(), ["mock-interview: defined already"]);
    assert_eq!(page.texts("button"), ["Mine"]);
    // Where the console can be read.
    assert!(page.log().len() <= 1, "{:?}", page.log());
}

/// What has the focus is not hidden behind something of the page's that stays at the top.
#[test]
fn a_header_that_stays() {
    let page = Page::blank();
    page.size(400, 600);
    let style = "<style>header { position: sticky; top: 0; height: 80px; background: silver } p { height: 1000px }</style>";
    let body = format!("<header>Blog</header><p>Above</p><mock-interview {SHORT}></mock-interview><p>Below</p>");
    page.server.add("/post.html", document(&format!("{style}{EMBED}"), &body));
    page.go("/post.html");
    page.click("Start the interview");
    page.until_focus("question");
    page.press("1");
    page.until_yes("all('.choice:has(:checked)').length");
    // The next heading will be where this one is: behind the header.
    page.js("scrollBy(0, all('h2')[0].getBoundingClientRect().top - 30)");
    page.press("Enter");
    page.until_question(2, 2);
    page.until_focus("question");
    // Firefox scrolls a moment later.
    page.until("the heading in sight", |page| {
        let top = page.js("return all('h2')[0].getBoundingClientRect().top");
        top.as_f64().is_some_and(|top| (80.0..500.0).contains(&top))
    });
}

/// Browsers take no modules in XML; the classic script is there for that.
#[test]
fn a_page_that_is_xml() {
    let source = Source::read();
    let page = Page::blank();
    page.server.send_as("xhtml", "application/xhtml+xml; charset=utf-8");
    page.server.add(
        "/post.xhtml",
        "<?xml version='1.0' encoding='utf-8'?>
        <html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>A page</title><link rel='icon' href='data:,'/>
        <script defer='' src='/embed.iife.js'></script></head>
        <body><mock-interview questions='3' modes='choice'>A quiz stands here.</mock-interview></body></html>",
    );
    page.go("/post.xhtml");
    page.click("Start the interview");
    page.until_screen("round");
    page.choose(&source, true);
    page.click("Submit answer");
    page.until_question(2, 3);
    page.answer(&source, true);
    page.until_question(3, 3);
    // Enter on a button is that button, also after a choice; what is chosen counts when all is handed in.
    page.choose(&source, false);
    page.tab_to("Skip");
    page.press("Enter");
    page.until_focus("overview");
    page.click("Hand in");
    page.until_screen("debrief");
    assert!(page.heading().ends_with("You had 2 of 3 right."), "{}", page.heading());
    assert_eq!(page.log(), [""; 0]);
}
