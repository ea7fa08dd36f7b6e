//! What a page's own script can do with the element: start, stop, look at its state, take the progress along.

use super::hooks::{TOLD, WARNINGS};
use super::page::Page;
use super::play::Source;
use super::post::element;
use serde_json::{Value, json};

/// What the script comes to, or the `code` and the message of what it throws; `host` is the first element.
pub fn call(page: &Page, script: &str) -> Value {
    page.js_later(&format!(
        "const host = document.querySelector('mock-interview');
        (async () => {{ {script} }})().then(
          (value) => done(value ?? null),
          (error) => done({{ code: error.code ?? null, message: error.message }}),
        )"
    ))
}

fn last_round(page: &Page) -> Value {
    page.js("return told.filter(({ name }) => name === 'round-start').at(-1)?.detail")
}

#[test]
fn start_begins_the_page_s_round() {
    let page = Page::at_post(&element("loading=click questions=3"), &[TOLD]);
    page.until_card();
    assert_eq!(
        call(&page, "const value = await host.start(); return [typeof value, host.state]"),
        json!(["undefined", "running"])
    );
    page.until_question(1, 3);
    page.until_focus("question");
    assert_eq!(page.told(), ["ready", "round-start"]);
}

#[test]
fn start_takes_the_name_of_a_preset() {
    let page = Page::at_post(&element("questions=3"), &[TOLD, WARNINGS]);
    page.until_card();
    let cases = [
        ("'warm-up'", "Warm-up", 6),
        ("'full'", "Full loop", 22),
        ("'screen'", "Phone screen", 10),
        ("undefined", "Phone screen", 3),
        // What is no preset is the page's round.
        ("'quiz'", "Phone screen", 3),
        ("''", "Phone screen", 3),
        ("'__proto__'", "Phone screen", 3),
        ("null", "Phone screen", 3),
        ("42", "Phone screen", 3),
        ("{}", "Phone screen", 3),
        ("new Event('click')", "Phone screen", 3),
    ];
    for (preset, name, questions) in cases {
        assert_eq!(call(&page, &format!("await host.start({preset}); return host.state")), json!("running"), "{preset}");
        page.until("the event", |page| {
            last_round(page)["preset"] == json!(name) && last_round(page)["questions"] == json!(questions)
        });
        call(&page, "await host.stop()");
        page.until_state("finished");
    }
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn a_running_round_is_kept() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    call(&page, "await host.start()");
    page.until_question(1, 6);
    page.answer(&source, true);
    let standing = page.standing();
    call(&page, "await host.start('full'); await host.start()");
    assert_eq!(page.standing(), standing);
    page.reload();
    call(&page, "await host.start('full')");
    page.until("the same question", |page| page.standing() == standing);
    assert!(!page.told().contains(&"round-start".to_owned()));
}

#[test]
fn whatever_is_called_while_it_loads_is_done() {
    for attributes in ["open", "loading=click", "loading=eager"] {
        let page = Page::at_post(&element(attributes), &[]);
        let outcome = call(
            &page,
            "host.start('warm-up');
            const [file, imported] = await Promise.all([host.exportProgress(), host.exportProgress().then((file) => host.importProgress(file))]);
            await host.start('full');
            return [file.name, imported, host.state]",
        );
        assert_eq!(outcome, json!(["mock-interview.json", { "added": 0, "known": 0 }, "running"]), "{attributes}");
        page.until_question(1, 6);
    }
}

#[test]
fn stop_hands_the_round_in() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.until_card();
    assert_eq!(call(&page, "await host.stop(); return host.state === 'running'"), json!(false), "there is nothing to stop");
    call(&page, "await host.start()");
    page.until_question(1, 6);
    page.answer(&source, true);
    assert_eq!(
        call(&page, "const value = await host.stop(); return [typeof value, host.state]"),
        json!(["undefined", "finished"])
    );
    page.until_screen("debrief");
    assert!(page.heading().ends_with("You had 1 of 6 right."), "{}", page.heading());
    call(&page, "await host.stop(); await host.stop()");
    page.until("the end told", |page| page.told().last().map(String::as_str) == Some("progress"));
    assert_eq!(page.told(), ["ready", "round-start", "answer", "round-end", "progress"]);
    page.click("New round");
    page.until_screen("lobby");
    assert_eq!(call(&page, "await host.stop(); return host.state"), json!("lobby"));
}

#[test]
fn its_state_through_its_whole_life() {
    let page = Page::at_post(&element("loading=click preset=warm-up"), &[]);
    page.until_card();
    let wasm = page.server.file("mock-interview.wasm");
    assert_eq!(page.js("const made = document.createElement('mock-interview'); return made.state"), json!("idle"));
    assert_eq!(page.state(), "idle");
    page.server.lose(&wasm);
    page.click("Start the interview");
    page.until_state("failed");
    page.server.restore();
    page.server.hold(&wasm);
    page.js("host.setAttribute('loading', 'eager')");
    page.until_state("loading");
    page.server.release(&wasm);
    page.until_state("ready");
    assert!(page.has_card());
    page.click("Other rounds");
    page.until_state("lobby");
    call(&page, "await host.start()");
    assert_eq!(page.state(), "running");
    call(&page, "await host.stop()");
    page.until_state("finished");
    page.click("New round");
    page.until_state("lobby");
    page.js("window.gone = host; host.remove()");
    assert_eq!(page.js_later("setTimeout(() => done(gone.state))"), json!("idle"));
    page.js("gone.state = 'failed'; document.body.append(gone)");
    page.until_state("ready");
}

#[test]
fn progress_goes_along_in_a_file() {
    let source = Source::read();
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    call(&page, "await host.start()");
    page.until_question(1, 6);
    page.answer_all(&source, true);
    let file = call(
        &page,
        "const file = await host.exportProgress();
        return { file: file instanceof File, name: file.name, type: file.type, text: await file.text() }",
    );
    assert_eq!(
        (&file["file"], &file["name"], &file["type"]),
        (&json!(true), &json!("mock-interview.json"), &json!("application/json"))
    );
    let copy: Value = serde_json::from_str(file["text"].as_str().unwrap()).unwrap();
    assert_eq!((&copy["bank"], copy["reports"].as_array().map(Vec::len)), (&json!("async-python"), Some(1)));

    // Another device.
    call(&page, "host.remove(); await 0");
    page.forget();
    page.go("/post.html");
    page.until_card();
    let given = file["text"].to_string();
    for (what, added) in [("new File([text], 'any.txt')", 1), ("new Blob([text])", 0), ("text", 0)] {
        let stored = page.stored();
        let outcome = call(&page, &format!("const text = {given}; return host.importProgress({what})"));
        assert_eq!(outcome, json!({ "added": added, "known": 1 - added }), "{what}");
        if added == 0 {
            assert_eq!(page.stored(), stored, "known from before: nothing changes");
        }
    }
    page.until("the progress told", |page| page.told() == ["ready", "progress"]);
    assert_eq!(page.js("return told.at(-1).detail"), json!({ "rounds": 1, "met": 6, "questions": 86 }));
    let again = call(&page, "return (await host.exportProgress()).text()");
    assert_eq!(again, file["text"], "what was taken over goes on as it came");
    page.reload();
    page.click("Other rounds");
    page.until("the result", |page| page.text(".title > .soft").contains("1 round played, 6 met · last result 100%"));
}

#[test]
fn two_copies_of_a_round_in_one_file_are_one_round() {
    let page = Page::at_post(&element("open"), &[TOLD]);
    page.until_screen("lobby");
    let copy: Value = serde_json::from_str(include_str!("../journals/v1-copy.json")).unwrap();
    let report = &copy["reports"][0];
    let mut twice = copy.clone();
    twice["reports"] = json!([report, report]);
    let import = format!("return host.importProgress({})", json!(twice.to_string()));
    assert_eq!(call(&page, &import), json!({ "added": 1, "known": 1 }));
    assert_eq!(call(&page, &import), json!({ "added": 0, "known": 2 }));
}

#[test]
fn a_file_that_is_none_changes_nothing() {
    let page = Page::at_post(&element("open"), &[TOLD]);
    page.until_screen("lobby");
    let copy = include_str!("../journals/v1-copy.json");
    let changed = |from: &str, to: &str| {
        assert!(copy.contains(from));
        json!(copy.replacen(from, to, 1)).to_string()
    };
    let wrong = [
        ("not JSON", json!("Dear diary").to_string()),
        ("nothing", "''".to_owned()),
        ("no file", "undefined".to_owned()),
        ("an object", "{}".to_owned()),
        ("a picture", "new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 254])])".to_owned()),
        ("other JSON", json!("{\"mock-interview\": 1}").to_string()),
        ("an export cut off", json!(copy[..copy.len() / 2]).to_string()),
        ("deep", "'['.repeat(100000) + ']'.repeat(100000)".to_owned()),
        ("another bank", changed("\"async-python\"", "\"rust\"")),
        ("a newer version", changed("\"version\":1", "\"version\":3")),
        ("no version", changed("\"version\":1", "\"version\":\"1\"")),
        ("a broken report", changed("\"k3x9-2\"", "2")),
        ("a report of the future", changed("\"half-more\"", "\"slow\"")),
        ("30 MB", "new File([' '.repeat(3e7)], 'large.json')".to_owned()),
        ("a film", "Object.defineProperty(new File(['{}'], 'film'), 'size', { value: 2 ** 32 })".to_owned()),
        ("30 MB of reports", format!("{}.padEnd(3e7)", json!(copy))),
    ];
    let stored = page.stored();
    let told = page.told();
    for (what, file) in wrong {
        let outcome = call(&page, &format!("return host.importProgress({file})"));
        assert_eq!(outcome["code"], json!("import"), "{what}: {outcome}");
        let large = ["30 MB", "a film", "30 MB of reports"].contains(&what);
        assert_eq!(outcome["message"].as_str().unwrap().contains("too large"), large, "{what}: {outcome}");
        assert_eq!((page.stored(), page.told(), page.screen()), (stored.clone(), told.clone(), "lobby".to_owned()), "{what}");
    }
    let import = format!("return host.importProgress({})", json!(copy));
    assert_eq!(call(&page, &import), json!({ "added": 2, "known": 0 }), "it still takes a good one");
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn out_of_the_page_nothing_can_be_done() {
    let page = Page::at_post(&element("preset=warm-up"), &[TOLD]);
    page.until_card();
    let methods = ["start()", "start('full')", "stop()", "exportProgress()", "importProgress('{}')"];
    let refused = |script: &str| {
        let outcome = call(&page, script);
        assert_eq!(outcome["code"], json!("page"), "{outcome}: {script}");
    };
    for method in methods {
        refused(&format!("await document.createElement('mock-interview').{method}"));
        // In the same breath, before anything of it has loaded, and while it is running.
        refused(&format!("const made = host.cloneNode(); document.body.append(made); made.remove(); await made.{method}"));
        refused(&format!(
            "await host.start(); window.gone = host; host.remove(); try {{ await gone.{method} }} finally {{ document.body.append(gone) }}"
        ));
        refused(&format!(
            "host.remove(); const outcome = gone.{method}; document.body.append(await outcome.then(() => '', () => gone)); await outcome"
        ));
    }
    page.js("window.gone = host; host.remove()");
    for method in methods {
        refused(&format!("await gone.{method}"));
    }
    let locks = page.js_later("navigator.locks.query().then(({ held, pending }) => done([...held, ...pending].length))");
    assert_eq!(locks, json!(0), "something still holds the round");
}
