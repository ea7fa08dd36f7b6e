//! Hostile texts in the places that a plain round does not show: hints, what is said of a typed answer and the answer itself, and the presets
//! of a bank. (The words of a follow-up are for those who read the bank: the widget asks the question by its own.)

use super::attacks;
use super::embedded::UNCAUGHT;
use super::harm::HARM;
use super::page::Page;
use super::post::element;
use mock_interview::bank::exchange;
use serde_json::json;

/// Takes every hint, types the question's own attack, submits it, and looks; until the round is over.
const TYPE_ALL: &str = "(async () => {
    const place = () => inside.querySelector('.place')?.textContent;
    const find = (name) => [...inside.querySelectorAll('button')].find((one) => one.textContent.startsWith(name));
    const until = async (holds) => { for (let n = 0; n < 400 && !holds(); n += 1) await new Promise((next) => setTimeout(next, 5)); };
    for (let n = 0; n < 40 && place(); n += 1) {
      const was = place();
      await until(() => find('A hint'));
      find('A hint').click();
      await until(() => inside.querySelector('.hints li'));
      window.hinted += inside.querySelectorAll('.hints li').length;
      const field = inside.querySelector('textarea');
      field.value = `Lanterns keep ${inside.querySelector('h2.prompt').textContent}`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until(() => !find('Submit answer').disabled);
      harm().forEach((one) => caught.add(one));
      find('Submit answer').click();
      await until(() => place() !== was);
    }
    done();
  })().catch((error) => done(caught.add(String(error))))";

#[test]
fn hints_and_what_is_said_of_typed_answers() {
    let all = attacks::all();
    let questions: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(n, text)| {
            json!({
                "id": format!("q{n}"), "prompt": format!("{n} {text}"), "level": "basic", "answer": format!("So {text}"),
                "key_points": [
                    { "fact": format!("Lanterns keep {n} {text}"), "wordings": [text, format!("lanterns keep {n}")], "weight": 2 },
                    { "fact": format!("Else {text}"), "if_missed": [{ "id": format!("q{}", (n + 1) % all.len()), "words": text }] },
                ],
                "misconceptions": [{ "statement": format!("No {text}"), "wordings": [text], "correction": text }],
                "hints": [format!("Hint {text}")],
            })
        })
        .collect();
    let bank = json!({ "title": "Typed", "lang": "en", "questions": questions }).to_string();
    let reading = exchange::read_good("attacks", &bank);
    assert_eq!(reading.bank.expect("they are questions").0.questions().len(), all.len(), "{:?}", reading.problems.first());
    let page = Page::at_post("", &[UNCAUGHT]);
    page.server.add("/attacks.json", bank);
    page.go_to_post(&element("bank='/attacks.json' preset=warm-up questions='500' minutes='600' modes='typed'"));
    page.click("Start the interview");
    page.until_screen("round");
    page.until("the grader", |page| page.server.asked().iter().any(|path| path.contains("grader.")));
    page.js(HARM);
    page.js("Object.assign(window, { hinted: 0, caught: new Set(), inside: root })");
    for _ in 0..all.len().div_ceil(40) {
        page.js_later(TYPE_ALL);
    }
    assert_eq!(page.js("return { found: [...caught], hinted }"), json!({ "found": [], "hinted": all.len() }));
    page.until_screen("debrief");
    page.js("for (const row of root.querySelectorAll('details')) row.open = true");
    page.until("what is said of every answer", |page| page.count("details.result .judged") == all.len());
    assert!(page.count(".judged mark") > 100, "{} marks", page.count(".judged mark"));
    assert_eq!(page.js("return harm()"), json!([]), "in the debrief");
    assert_eq!(page.js("return uncaught"), json!([]));
    // It would have been seen.
    page.js("root.querySelector('.judged').append(Object.assign(document.createElement('a'), { href: 'https://a.example/' }))");
    assert_eq!(page.js("return harm()"), json!(["<a href=\"https://a.example/\"></a>"]));
}

/// In the lobby, twelve at a time, and the name of the first in its round and its debrief.
#[test]
fn the_presets_of_a_bank() {
    let presets: Vec<_> = attacks::all()
        .iter()
        .enumerate()
        // A name with a NUL is told of by itself.
        .map(|(n, text)| (n, text.replace('\0', "")))
        .map(|(n, text)| json!({ "name": format!("P{n} {}", text.replace(':', ";")), "expect": text, "questions": 1, "modes": ["spoken"] }))
        .collect();
    let page = Page::at_post("", &[UNCAUGHT]);
    for presets in presets.chunks(12) {
        let bank = json!({ "title": "Presets", "lang": "en", "presets": presets, "questions": [{ "id": "a", "prompt": "A?", "answer": "B." }] });
        let reading = exchange::read_good("presets", &bank.to_string());
        assert!(reading.problems.is_empty(), "{:?}", reading.problems.first());
        page.server.add("/presets.json", bank.to_string());
        page.go_to_post(&element("open bank='/presets.json'"));
        page.until_screen("lobby");
        page.js(HARM);
        assert!(page.count(".preset") >= presets.len(), "{}", page.count(".preset"));
        assert_eq!(page.js("return harm()"), json!([]), "{}", presets[0]);
        page.js("root.querySelector('.preset button').click()");
        page.until_screen("round");
        assert_eq!(page.js("return harm()"), json!([]), "{}", presets[0]);
        page.click("End round");
        page.click("End it and see the debrief");
        page.until_screen("debrief");
        assert!(page.text(".eyebrow").starts_with('P'), "{}", page.text(".eyebrow"));
        assert_eq!(page.js("return harm()"), json!([]), "{}", presets[0]);
        assert_eq!(page.js("return uncaught"), json!([]));
        page.forget();
    }
}
