//! axe-core finds nothing to say about any screen, in light and in dark.

use super::hooks::CLOCKS;
use super::page::{Page, strings};
use super::play::Source;
use serde_json::{Value, json};
use std::path::PathBuf;

pub fn axe() -> String {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap());
    let usual = || home().join(".cache/mock-interview/tools/node_modules/axe-core/axe.min.js");
    let file = std::env::var_os("AXE").map_or_else(usual, PathBuf::from);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}: run script/bootstrap, or set AXE", file.display()))
}

/// Every violation of the screen, in both colour schemes, one a line.
pub fn violations(page: &Page, axe: &str, screen: &str) -> Vec<String> {
    if !page.yes("window.axe") {
        page.js(&format!("{axe}\nwindow.axe = axe"));
    }
    let in_scheme = |scheme: &str| {
        // Without motion, since a colour on its way is not the colour that a reader sees.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        page.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
        let found = page.js_later(
            "axe.run(document, { resultTypes: ['violations'] }).then(({ violations, passes }) => done({ passes: passes.length,
              lines: violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
                `${id} (${help}) at ${target.flat().join(' ')}: ${failureSummary.replace(/\\s+/g, ' ')}`)) }))",
        );
        assert!(found["passes"].as_u64().is_some_and(|passes| passes > 5), "axe has looked at nothing: {found}");
        strings(&found["lines"]).into_iter().map(|line| format!("{screen}, {scheme}: {line}")).collect::<Vec<_>>()
    };
    ["light", "dark"].into_iter().flat_map(in_scheme).collect()
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
    let mut look = |screen: &str| found.extend(violations(&page, &axe, screen));

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

    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

/// The test above can fail: a picture without a name is found inside the widget.
#[test]
fn axe_looks_into_the_widget() {
    let page = Page::open();
    page.js("root.querySelector('h2').append(document.createElement('img'))");
    let found: Value = violations(&page, &axe(), "lobby").into();
    assert!(found.to_string().contains("image-alt"), "{found}");
}
