//! By mouse: whole rounds, a debrief that tells exactly what was done, and a page that keeps still under a click.

use super::host::{EMBED, SHORT, document};
use super::page::Page;
use super::play::Source;

/// What was done with one question.
struct Done {
    prompt: String,
    chosen: String,
    verdict: &'static str,
}

fn submit(page: &Page, source: &Source, right: bool, verdict: &'static str) -> Done {
    let prompt = page.heading();
    page.choose(source, right);
    let chosen = page.text(".choice:has(:checked) .words");
    page.click("Submit answer");
    page.until("the next question", |page| page.heading() != prompt);
    Done { prompt, chosen, verdict }
}

#[test]
fn a_warm_up_by_mouse() {
    let source = Source::read();
    let page = Page::open();
    page.start("Warm-up");
    page.until_question(1, 6);
    let mut done = vec![submit(&page, &source, true, "Right"), submit(&page, &source, false, "Wrong")];
    assert_eq!(page.answered(), 2);

    page.until_question(3, 6);
    let skipped = page.heading();
    page.click("Skip");
    page.until_question(4, 6);
    page.click("Flag");
    page.until_yes("all('.flag[aria-pressed=true]').length");
    done.push(submit(&page, &source, true, "Right · ⚑ flagged"));
    done.push(submit(&page, &source, true, "Right"));

    // Back to the skipped one from the last, which stays open meanwhile.
    page.until_question(6, 6);
    page.click("Question 3: skipped");
    page.until_question(3, 6);
    assert_eq!(page.heading(), skipped);
    done.insert(2, submit(&page, &source, true, "Right"));
    page.until("the overview", |page| page.heading() == "1 question still open");
    page.click("Question 6: open");
    page.until_question(6, 6);
    done.push(submit(&page, &source, false, "Wrong"));

    page.until_screen("debrief");
    assert_eq!(page.heading(), "67% You had 4 of 6 right.");
    assert_eq!(page.texts(".facts li")[..3], ["6 of 6answered", "0skipped", "1flagged"]);
    page.until("all model answers", |page| page.js("return all('.results').map(words)").to_string().len() > 100);
    for (n, row) in page.texts(".result > summary").into_iter().enumerate() {
        assert!(row.contains(&done[n].prompt), "row {n}: {row}");
        page.click_at(".result > summary", &row);
        page.until_yes(&format!("root.querySelectorAll('.result')[{n}].open"));
        let part = |css: &str| page.text(&format!(".results li:nth-child({}) .result {css}", n + 1));
        assert_eq!(part(".what > .soft"), done[n].verdict);
        assert_eq!(part(".pair > section:first-child .chosen"), done[n].chosen);
        assert_eq!(part(".pair > .model .chosen.right"), source.right(&done[n].prompt));
        assert_eq!(part(".pair > .model .short"), source.model_answer(&done[n].prompt));
    }
    assert_eq!(page.count(".result[open]"), 6);
    assert!(!page.text(".results").contains("did not load"));
    page.click("Again, only what I missed (2)");
    page.until_question(1, 2);
    assert_eq!(page.heading(), done[1].prompt);
}

#[test]
fn a_spoken_answer_is_revealed_judged_and_judged_again() {
    let source = Source::read();
    let page = Page::open();
    page.custom(&[("count", "2")]);
    page.tick_only("Ask me to", &["say it, then judge myself"]);
    page.click("Start custom round");
    page.until_question(1, 2);
    let prompt = page.heading();
    page.click("Reveal the model answer");
    page.until("the model answer", |page| page.text(".stage .short") == source.model_answer(&prompt));
    page.click("Mostly");
    page.until_question(2, 2);
    page.click("Reveal the model answer");
    page.click("Missed it");
    page.until_screen("debrief");
    let before = page.heading();
    page.click_at(".result > summary", &page.texts(".result > summary")[1]);
    page.click_at(".result[open] button", "All of it");
    page.until("another score", |page| page.heading() != before);
    assert!(page.heading().ends_with("You had 1 of 2 right, 1 in part."), "{}", page.heading());
}

/// What is pressed stays where it is until it is let go: else a click on it is none. Some of the widget is out of sight.
#[test]
fn nothing_moves_under_the_mouse() {
    let page = Page::blank();
    page.size(500, 900);
    let style = "<style>p { height: 1500px }</style>";
    let body = format!("<p>Above</p><mock-interview {SHORT}></mock-interview><p>Below</p>");
    page.server.add("/post.html", document(&format!("{style}{EMBED}"), &body));
    page.go("/post.html");
    page.click_on("all('[part~=start]')[0]");
    page.until_focus("question");
    for n in [3, 0, 2, 1] {
        let middle = page.js(&format!(
            "const option = all('.choice')[{n}];
            option.scrollIntoView({{ block: 'end', behavior: 'instant' }});
            // Not at the very edge: there Firefox itself scrolls by a pixel.
            scrollBy({{ top: 40, behavior: 'instant' }});
            const {{ x, y, width, height }} = option.getBoundingClientRect();
            return [x + width / 2, y + height / 2, scrollY]"
        ));
        let [x, y, before] = [0, 1, 2].map(|n| middle[n].as_f64().unwrap());
        page.mouse([x, y], true);
        page.until_yes(&format!("all('.choice')[{n}].matches(':has(:checked)')"));
        assert_eq!(page.js("return scrollY").as_f64(), Some(before));
    }
    // Nor where a heading is pressed of which half is out of sight: it can have the focus, as an option cannot.
    let heading = page.js("root.activeElement.blur();
        const heading = root.querySelector('[data-focus=question]');
        scrollBy({ top: heading.getBoundingClientRect().y + heading.offsetHeight / 2, behavior: 'instant' });
        const { x, bottom } = heading.getBoundingClientRect();
        return [x + 20, bottom / 2, scrollY]");
    let [x, y, before] = [0, 1, 2].map(|n| heading[n].as_f64().unwrap());
    page.mouse([x, y], true);
    page.until_focus("question");
    assert_eq!(page.js("return scrollY").as_f64(), Some(before));
}
