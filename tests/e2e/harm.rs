//! Hostile texts in every place that a bank has, in each of the three forms in which one comes: nothing of it is ever more than text.

use super::attacks;
use super::embedded::UNCAUGHT;
use super::page::Page;
use super::post::element;
use mock_interview::bank::{exchange, markdown};
use serde_json::json;
use std::collections::BTreeSet;

/// What may not be in the widget, nor have happened. The debrief draws a chart of its own.
pub const HARM: &str = "
    window.harm = () => {
      const inside = [...root.querySelectorAll('.widget, .widget *, .start, .start *')];
      return [
        // An image that the page has asked for is from its own place.
        ...inside.filter((one) => one.matches('img') && !(host.getAttribute('images') && one.src.startsWith(location.origin))).map((one) => one.outerHTML),
        ...inside.filter((one) => one.matches('script, svg:not(figure > svg), math, style, link, iframe, frame, form[action], base, meta, object, embed, video, audio, template, mock-interview')).map((one) => one.outerHTML),
        ...inside.flatMap((one) => [...one.attributes]).filter(({ name }) => /^(on|style$|srcdoc|formaction|xlink:|background)/.test(name)).map(({ name, value }) => `${name}=${value}`),
        ...inside.filter((one) => one.matches('a')).map((one) => one.href).filter((href) => !/^(https?|mailto):/.test(href)),
        ...inside.filter((one) => one.matches('a[href]') && !one.relList.contains('noopener')).map((one) => one.outerHTML),
        ...performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('evil.example')),
        ...(window.harmed || {}.harmed ? ['it ran'] : []),
        ...(document.title === 'A post' && host.checkVisibility() ? [] : ['the page is another']),
      ];
    };";

/// Plays a round of all questions: each on screen once, then every one in the debrief, opened and touched.
fn play_all(page: &Page, form: &str, count: usize) {
    page.click("Start the interview");
    page.until_screen("round");
    page.js(HARM);
    page.js("Object.assign(window, { shown: new Set(), caught: new Set(), inside: root })");
    // In pieces: a script may not run for ever.
    for _ in 0..count.div_ceil(40) {
        page.js_later(
            "(async () => {
              const place = () => inside.querySelector('.place')?.textContent;
              const until = async (holds) => { for (let n = 0; n < 100 && !holds(); n += 1) await new Promise((next) => setTimeout(next, 5)); };
              for (let n = 0; n < 40 && place(); n += 1) {
                const was = place();
                shown.add(was);
                harm().forEach((one) => caught.add(one));
                const choice = inside.querySelector('.choice input');
                choice?.click();
                const give = () => [...inside.querySelectorAll('button')].find((one) => one.textContent === (choice ? 'Submit answer' : 'Reveal the model answer'));
                await until(() => !give().disabled);
                give().click();
                await until(() => place() !== was || inside.querySelector('.grades'));
                if (choice) continue;
                harm().forEach((one) => caught.add(one));
                inside.querySelector('.grades button').click();
                await until(() => place() !== was);
              }
              done();
            })().catch((error) => done(caught.add(String(error))))",
        );
    }
    let found = page.js("return { found: [...caught], seen: shown.size }");
    assert_eq!(found, json!({ "found": [], "seen": count }), "{form}, in the round");
    page.until_screen("debrief");
    page.js("for (const row of root.querySelectorAll('details')) row.open = true");
    page.js("for (const one of root.querySelectorAll('.result *')) for (const type of ['mouseover', 'focus', 'toggle', 'animationstart']) one.dispatchEvent(new Event(type, { bubbles: true }))");
    assert_eq!(page.js("return harm()"), json!([]), "{form}, in the debrief");
    assert_eq!(page.count("details.result"), count, "{form}");
    assert_eq!(page.js("return uncaught"), json!([]), "{form}");
    assert!(page.server.asked().iter().all(|path| !path.contains("evil")), "{form}");
    // It would have been seen.
    page.js("inside.querySelector('.result').append(document.createElement('img')); window.harmed = 1");
    assert_eq!(page.js("return harm()"), json!(["<img>", "it ran"]), "{form}");
}

#[test]
fn there_are_more_than_three_hundred_and_no_two_alike() {
    let all = attacks::all();
    assert!(all.len() > 300, "{}", all.len());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// Every text in every field, each a question of its own.
#[test]
fn a_bank_as_json() {
    let questions: Vec<_> = attacks::all()
        .iter()
        .enumerate()
        .map(|(n, text)| {
            json!({
                "id": format!("q{n}"), "prompt": format!("{n} {text}"), "topic": "attacks", "details": format!("{}{text}", table(text)), "answer": format!("So {text}"), "explanation": text,
                "choices": [{ "text": format!("Right {text}"), "right": true }, { "text": format!("Wrong {text}"), "why": text }],
                "key_points": [{ "fact": text, "wordings": [text] }], "misconceptions": [{ "statement": text, "correction": text }],
                "hints": [text], "sources": [{ "title": text, "address": "https://a.example/" }], "tags": [text],
            })
        })
        .collect();
    let bank = json!({ "title": attacks::all().concat(), "lang": "en", "questions": questions }).to_string();
    let reading = exchange::read_good("attacks", &bank);
    let count = reading.bank.expect("they are questions").0.questions().len();
    assert_eq!(count, attacks::all().len(), "{:?}", reading.problems.first());
    let page = Page::at_post("", &[UNCAUGHT]);
    page.server.add("/attacks.json", bank);
    page.go_to_post(&element("bank='/attacks.json' questions='500' minutes='600' modes='choice'"));
    play_all(&page, "JSON", count);
}

/// With the text in its head and in a cell.
fn table(text: &str) -> String {
    let cell = text.replace('\n', " ").replace('|', "\\|");
    format!("| {cell} | head |\n| - | -: |\n| cell | {cell} |\n\n")
}

/// As one text, in which one question may spoil the next.
#[test]
fn a_bank_as_markdown_and_what_is_said_of_it() {
    let line = |text: &String| text.replace('\n', " ");
    let good = attacks::all()
        .iter()
        .enumerate()
        .map(|(n, text)| format!("## Good {n} {0}?\n\n> {0}\n\nShort {0}\n\nLong {0}\n\n{1}", line(text), table(text)))
        .collect::<String>();
    let reading = markdown::read_good("attacks", &good);
    let count = reading.bank.expect("they are questions").0.questions().len();
    assert_eq!(count, attacks::all().len(), "{:?}", reading.problems.first());
    let page = Page::at_post("", &[UNCAUGHT]);
    page.server.add("/attacks.md", good.clone());
    page.go_to_post(&element("bank='/attacks.md' questions='500' minutes='600' modes='spoken' images='on'"));
    play_all(&page, "Markdown", count);
    // Bad questions are quoted to their author.
    let bad = attacks::all()
        .iter()
        .map(|text| format!("## Bad {0}? {{.no-such-level topic={0}}}\n\nAn answer.\n\n[{0}](javascript:{0})\n\n", line(text)))
        .collect::<String>();
    page.server.add("/bad.md", format!("## One?\n\nYes.\n\n{bad}"));
    page.go_to_post(&element("open bank='/bad.md'"));
    page.until_screen("lobby");
    page.js(HARM);
    page.js("for (const row of root.querySelectorAll('details')) row.open = true");
    assert!(page.count(".problems li") > 100, "{}", page.count(".problems li"));
    assert_eq!(page.js("return harm()"), json!([]), "what is said of them");
    assert_eq!(page.js("return uncaught"), json!([]));
}

/// As a post shows them: there they are text already, and stay it.
#[test]
fn a_post_that_is_the_bank() {
    let shown = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
    let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    // Where a page's own image leads elsewhere, that is the page's own matter.
    let addresses: Vec<_> = attacks::ADDRESSES.into_iter().filter(|address| !address.contains("evil.example")).collect();
    let address = |n: usize| quoted(addresses[n % addresses.len()]);
    let all = attacks::all();
    // Some would be the same question without a number.
    let post = (0..).zip(&all).map(|(n, text): (usize, &String)| {
        format!(
            "<h2>Is {n} {0}?</h2><p>Short {0}</p><pre><code>{0}</code></pre><ul><li>{0}</li></ul>\
             <table><tr><th>{0}</th><th>a</th></tr><tr><td>b</td><td>{0}</td></tr></table><p><img src=\"{1}\" alt=\"{2}\"></p>",
            shown(text),
            address(n),
            quoted(text),
        )
    });
    // In a template, so that the page itself asks for no image.
    let post = format!("<template id=own>{}</template>", post.collect::<String>());
    let page = Page::at_post("", &[UNCAUGHT]);
    page.go_to_post(&format!("{post}{}", element("bank='#own' questions='500' minutes='600' modes='spoken' images='on'")));
    play_all(&page, "a post", all.len());
}
