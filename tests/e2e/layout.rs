//! From a narrow phone to a wide screen: nothing sticks out, and every button can be hit.

use super::page::{Page, strings};
use super::play::Source;
use serde_json::json;

const WIDTHS: [u32; 4] = [280, 360, 768, 1280];

/// Everything that sticks out or is too small to hit, at each of the widths.
pub fn misfits(page: &Page, screen: &str, widths: &[u32]) -> Vec<String> {
    let at = |width: u32| {
        let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.cdp("Emulation.setDeviceMetricsOverride", metrics);
        page.until_yes(&format!("innerWidth === {width}"));
        let found = page.js(
            "const found = [];
            const tag = (element) => element.outerHTML.slice(0, 80);
            for (const box of [document.documentElement, document.body, root.querySelector('.widget')]) {
              if (box.scrollWidth > box.clientWidth) found.push(`${box.scrollWidth} px wide in ${box.clientWidth}: ${tag(box)}`);
            }
            const widget = host.getBoundingClientRect();
            for (const element of all('*')) {
              const box = element.getBoundingClientRect();
              const { left, right } = element.closest('dialog') ? { left: 0, right: innerWidth } : widget;
              const scrolls = element.closest('pre, .wide, .unseen') && !element.matches('pre, .wide');
              if (!scrolls && box.width && (box.right > right + 1 || box.left < left - 1)) found.push('sticks out: ' + tag(element));
            }
            for (const target of all('button, select, summary, textarea, input[type=text], label.check, label.choice')) {
              const { width, height } = target.getBoundingClientRect();
              if (width < 24 || height < 24) found.push(`${width} × ${height} px: ${tag(target)}`);
            }
            return found",
        );
        strings(&found).into_iter().map(move |what| format!("{screen} at {width} px: {what}"))
    };
    widths.iter().copied().flat_map(at).collect()
}

#[test]
fn nothing_sticks_out() {
    let source = Source::read();
    let page = Page::open();
    let mut found = Vec::new();
    let mut look = |screen: &str| found.extend(misfits(&page, screen, &WIDTHS));
    let (seed, topic, level) = source.seed_of_code();
    page.custom(&[("count", "1"), ("seed", &seed)]);
    page.tick_only("Topics", &[&topic]);
    page.tick_only("Levels", &[&level]);
    page.tick_only("Ask me to", &["say it, then judge myself"]);
    look("lobby");
    page.click("Start custom round");
    page.until_screen("round");
    page.until_yes("all('.details pre').length");
    look("question with code");
    page.press("?");
    page.until_yes("all('dialog[open]').length");
    look("help");
    page.press("Esc");
    page.until_yes("!all('dialog[open]').length");
    page.press("Enter");
    page.until_yes("all('.stage .short').length");
    look("revealed");
    page.press("s");
    page.press("4");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("debrief");
    page.click("New round");
    page.custom(&[("count", "1")]);
    page.tick_only("Ask me to", &["predict what a program prints"]);
    page.tick_only("Topics", &[&topic]);
    page.tick_only("Levels", &["basic", "core", "deep"]);
    page.click("Start custom round");
    page.until_screen("round");
    page.write(&"a line that is far wider than any phone, and then some ".repeat(4));
    look("a program");
    page.click("Submit answer");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("the debrief of a program");
    page.click("New round");
    page.start("Full loop");
    look("a long round");
    page.press("e");
    page.until_yes("all('dialog[open]').length");
    look("hand in");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("a long debrief");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
