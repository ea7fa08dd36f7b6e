//! axe-core finds nothing to say about any screen, in light, in dark and in the reader's own few colours, on a phone and on a wide screen.

use super::history::rounds;
use super::hooks::CLOCKS;
use super::host::{EMBED, document};
use super::page::{Page, strings};
use super::play::Source;
use serde_json::Value;
use std::path::PathBuf;

pub fn axe() -> String {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap());
    let usual = || home().join(".cache/mock-interview/tools/node_modules/axe-core/axe.min.js");
    let file = std::env::var_os("AXE").map_or_else(usual, PathBuf::from);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}: run script/bootstrap, or set AXE", file.display()))
}

/// Every violation of the screen, in both colour schemes, one a line.
pub fn violations(page: &Page, axe: &str, screen: &str) -> Vec<String> {
    ["light", "dark"].into_iter().flat_map(|scheme| in_scheme(page, axe, screen, scheme)).collect()
}

/// In every scheme and at both ends of the widths.
fn everywhere(page: &Page, axe: &str, screen: &str) -> Vec<String> {
    let mut found = Vec::new();
    for width in [320, 1280] {
        page.size(width, 800);
        for scheme in ["light", "dark", "forced colours"] {
            found.extend(in_scheme(page, axe, &format!("{screen}, {width} px"), scheme));
        }
    }
    found
}

fn in_scheme(page: &Page, axe: &str, screen: &str, scheme: &str) -> Vec<String> {
    if !page.yes("window.axe") {
        page.js(&format!("{axe}\nwindow.axe = axe"));
    }
    // Forced colours are painted and not computed: of contrast, which axe reckons from what is computed, it can say nothing then.
    let forced = scheme == "forced colours";
    // Without motion, since a colour on its way is not the colour that a reader sees.
    page.media(
        "",
        &[
            ("prefers-color-scheme", if forced { "dark" } else { scheme }),
            ("forced-colors", if forced { "active" } else { "none" }),
            ("prefers-reduced-motion", "reduce"),
        ],
    );
    let found = page.js_later(
        "axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } } }).then(({ violations, passes }) => done({ passes: passes.length,
              lines: violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
                `${id} (${help}) at ${target.flat().join(' ')}: ${failureSummary.replace(/\\s+/g, ' ')}`)) }))",
    );
    assert!(found["passes"].as_u64().is_some_and(|passes| passes > 5), "axe has looked at nothing: {found}");
    strings(&found["lines"]).into_iter().map(|line| format!("{screen}, {scheme}: {line}")).collect()
}

fn open_dialog(page: &Page, key: &str) {
    page.press(key);
    page.until_yes("all('dialog[open]').length");
}

#[test]
fn axe_finds_nothing() {
    let (axe, source) = (axe(), Source::read());
    let page = Page::open_with(&[CLOCKS]);
    let mut found = Vec::new();
    let mut look = |screen: &str| found.extend(everywhere(&page, &axe, screen));

    page.custom(&[("count", "0")]);
    look("lobby with a wrong custom form");
    page.custom(&[("count", "3")]);
    look("lobby with the custom form");
    page.start("Phone screen");
    page.choose(&source, true);
    look("choice question");
    open_dialog(&page, "?");
    look("help");
    page.click("Close");
    page.until_yes("!all('dialog[open]').length");
    open_dialog(&page, "e");
    look("hand in");
    page.click("Go on");
    page.until_yes("!all('dialog[open]').length");
    page.click("More time");
    page.until_yes("all('dialog[open]').length");
    look("more time");
    page.press("Esc");
    page.until_yes("!all('dialog[open]').length");

    page.focus_heading();
    page.press("f");
    page.answer(&source, false);
    page.click("Reveal the model answer");
    page.until_yes("all('.stage .short').length");
    look("spoken, revealed");
    page.click("Partly");
    page.until_question(3, 10);
    page.answer(&source, true);

    page.skip(600);
    page.until_screen("away");
    look("away");
    page.click("Go on where I was");
    page.until_screen("round");
    while page.count(".stage [data-focus=overview]") == 0 {
        page.click("Skip");
    }
    look("overview");
    page.click("Hand in");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("debrief with all rows open");

    page.click("New round");
    page.until_yes("all('.drills').length");
    look("lobby with drills");
    page.click("Your data");
    page.until_yes("all('.data button').length > 2");
    look("the data");
    page.remember(&rounds(&[0, 3, 9, 20], 8));
    page.click("Your progress");
    page.until_screen("progress");
    look("progress");

    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn axe_finds_nothing_before_the_widget_is_there() {
    let axe = axe();
    let page = Page::blank();
    page.server.add("/post.html", document(EMBED, "<main><h1>A post</h1><mock-interview></mock-interview></main>"));
    page.go("/post.html");
    page.until_yes("all('.start').length");
    let mut found = everywhere(&page, &axe, "start card");
    // It comes by itself where the card is in sight.
    let runtime = page.server.file("runtime.js");
    page.server.hold(&runtime);
    page.go("/post.html?held");
    page.until_yes("all('.start').length");
    page.click("Start the interview");
    page.until_yes("all('[aria-busy]').length");
    found.extend(everywhere(&page, &axe, "loading"));
    page.server.release(&runtime);
    page.until_screen("round");
    page.server.lose(".wasm");
    page.go("/post.html?again");
    page.until("the card", |page| page.text("h2") == "The interview did not load");
    found.extend(everywhere(&page, &axe, "error"));
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

/// In the reader's few colours, what is chosen, what has the focus, and what was right are told by more than a colour.
#[test]
fn nothing_is_told_by_colour_alone() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.media("", &[("forced-colors", "active")]);
    let shapes = |page: &Page, css: &str| {
        page.js(&format!(
            "const {{ outlineStyle, outlineWidth, borderTopStyle, borderTopWidth, fontWeight }} = getComputedStyle(all({css:?})[0]);
             return [outlineStyle, outlineStyle === 'none' ? '' : outlineWidth, borderTopStyle, borderTopWidth, fontWeight]"
        ))
    };
    let plain = shapes(&page, ".choice");
    let place = page.place_of(&source, true);
    page.press(&place.to_string());
    page.until_yes("all('.choice:has(:checked)').length");
    assert_ne!(shapes(&page, ".choice:has(:checked)"), plain, "chosen");
    page.tab_to("Skip");
    assert_ne!(shapes(&page, ".actions button:focus"), shapes(&page, ".actions button:not(.main, :focus)"), "focused");
    assert_ne!(
        shapes(&page, ".navigator [aria-current]"),
        shapes(&page, ".navigator button:not([aria-current])"),
        "where we are"
    );
    page.focus_heading();
    page.answer(&source, true);
    page.answer(&source, false);
    page.press("s");
    let signs = page.js("return all('.navigator .sign').map((sign) => sign.textContent)");
    assert!(strings(&signs).len() >= 2, "{signs}");
    page.answer_all(&source, true);
    let signs = page.js("return [...new Set(all('.result .sign').map((sign) => sign.textContent.trim()))]");
    let signs = strings(&signs);
    assert!(signs.len() >= 2 && !signs.contains(&String::new()), "{signs:?}");
}

/// The test above can fail: a picture without a name is found inside the widget.
#[test]
fn axe_looks_into_the_widget() {
    let page = Page::open();
    page.js("root.querySelector('h2').append(document.createElement('img'))");
    let found: Value = violations(&page, &axe(), "lobby").into();
    assert!(found.to_string().contains("image-alt"), "{found}");
}
