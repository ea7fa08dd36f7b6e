//! From a narrow phone to a wide screen: nothing sticks out, and every button can be hit.

use super::page::{Page, strings};
use super::play::Source;

/// The second is what is left of a usual screen at 400 %.
const SIZES: [[u32; 2]; 5] = [[280, 800], [320, 256], [360, 800], [768, 800], [1280, 800]];
/// As much room between lines, letters and words as a reader may ask for (WCAG 2.2, 1.4.12).
const SPACED: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";

/// Everything that sticks out or is too small to hit, at each of the widths.
pub fn misfits(page: &Page, screen: &str, sizes: &[[u32; 2]]) -> Vec<String> {
    let at = |[width, height]: [u32; 2]| {
        page.size(width, height);
        let found = page.js(
            "const found = [];
            const tag = (element) => element.outerHTML.slice(0, 80);
            for (const box of [document.documentElement, document.body, root.querySelector('.widget')]) {
              if (box.scrollWidth <= box.clientWidth) continue;
              // The innermost element without which it would fit.
              const fits = (element) => {
                const { display } = element.style;
                element.style.display = 'none';
                const does = box.scrollWidth <= box.clientWidth;
                element.style.display = display;
                return does;
              };
              let at = box;
              for (let inner = at; inner; inner = [...at.children].find(fits)) at = inner;
              found.push(`${box.scrollWidth} px wide in ${box.clientWidth}: ${tag(box)}, for ${at.outerHTML.slice(0, 400)}`);
            }
            const widget = host.getBoundingClientRect();
            for (const element of all('*')) {
              const box = element.getBoundingClientRect();
              const { left, right } = element.closest('dialog') ? { left: 0, right: innerWidth } : widget;
              const scrolls = element.closest('pre, .wide, .unseen') && !element.matches('pre, .wide');
              if (!scrolls && box.width && (box.right > right + 1 || box.left < left - 1)) found.push('sticks out: ' + tag(element));
            }
            for (const element of all('*')) {
              // Words that are cut off, and nobody can scroll to.
              const { overflowX, overflowY } = getComputedStyle(element);
              const lost = (overflow, whole, shown) => /hidden|clip/.test(overflow) && whole > shown + 1;
              const cut = lost(overflowX, element.scrollWidth, element.clientWidth) || lost(overflowY, element.scrollHeight, element.clientHeight);
              if (cut && !element.closest('.unseen, svg, progress')) found.push('cut off: ' + tag(element));
            }
            for (const dialog of all('dialog[open]')) {
              const { top, bottom } = dialog.getBoundingClientRect();
              if (top < -1 || bottom > innerHeight + 1) found.push(`a dialog from ${top} to ${bottom} of ${innerHeight}`);
            }
            for (const target of all('button.main, label.choice, .grades button')) {
              const { height } = target.getBoundingClientRect();
              if (height < 43.9) found.push(`only ${height} px high: ${tag(target)}`);
            }
            for (const target of all('button, select, summary, textarea, input[type=text], label.check, label.choice')) {
              const { width, height } = target.getBoundingClientRect();
              if (width < 24 || height < 24) found.push(`${width} × ${height} px: ${tag(target)}`);
            }
            return found",
        );
        strings(&found).into_iter().map(move |what| format!("{screen} at {width} px: {what}"))
    };
    sizes.iter().copied().flat_map(at).collect()
}

#[test]
fn nothing_sticks_out() {
    let found = through_all_screens("");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn nothing_is_lost_with_more_room_between_words() {
    let found = through_all_screens(SPACED);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The test above can fail.
#[test]
fn what_is_cut_off_is_found() {
    let page = Page::open();
    style(&page, ".title .soft { block-size: 1em; overflow: hidden; }");
    style(&page, SPACED);
    assert!(misfits(&page, "lobby", &SIZES).iter().any(|found| found.contains("cut off")));
}

/// What a reader’s own style sheet says, within the widget as well.
fn style(page: &Page, css: &str) {
    page.js(&format!("const sheet = new CSSStyleSheet(); sheet.replaceSync({css:?}); root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]"));
}

fn through_all_screens(css: &str) -> Vec<String> {
    let source = Source::read();
    let page = Page::open();
    style(&page, css);
    let mut found = Vec::new();
    let mut look = |screen: &str| found.extend(misfits(&page, screen, &SIZES));
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
    page.press("Esc");
    page.until_yes("!all('dialog[open]').length");
    page.click("More time");
    page.until_yes("all('dialog[open]').length");
    look("more time");
    page.press("Esc");
    page.until_yes("!all('dialog[open]').length");
    page.press("e");
    page.until_yes("all('dialog[open]').length");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.js("root.querySelectorAll('details').forEach((row) => { row.open = true; })");
    look("a long debrief");
    found
}
