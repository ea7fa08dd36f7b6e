//! The programs as plain JavaScript say and draw the same as the WebAssembly that they are made of.

use super::engine::{Engine, NO_WASM};
use super::history::{now, rounds};
use super::page::{Page, strings};
use super::server::dist;
use serde_json::json;

/// The page of progress draws what a year of answers comes to: every number of it comes out the same.
#[test]
fn a_year_comes_to_the_same_figures() {
    let days: Vec<u64> = (0..365).rev().collect();
    let (reports, now) = (rounds(&days, 10), now());
    let figures = |kept_off: bool| {
        let page = Page::blank();
        page.before_load(&format!("Date.now = () => {now}; if ({kept_off}) delete window.WebAssembly"));
        page.go("/");
        page.until_screen("lobby");
        page.remember(&reports);
        page.click("Your progress");
        page.until_screen("progress");
        let plain = page.yes("performance.getEntriesByType('resource').some(({ name }) => name.includes('/plain-'))");
        assert_eq!(plain, kept_off || Engine::usual_flags().contains(&NO_WASM));
        let drawn = "return [...root.querySelectorAll('.screen, svg, svg *, td, th')].map((one) =>
            [one.localName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`), one.children.length ? '' : one.textContent].join(' '))";
        strings(&page.js(drawn))
    };
    let (plain, usual) = (figures(true), figures(false));
    assert!(usual.len() > 100, "{}", usual.len());
    assert_eq!(plain, usual);
}

/// Runs a program both ways in one page, and compares at least so many answers. `make` is the code of a function that gives an answer for each
/// text, from the module that drives the program, the program and the texts.
fn says_the_same(page: &Page, program: &str, texts: &[String], make: &str, least: usize) {
    let [driver, wasm, plain] =
        [format!("{program}.js"), format!("{program}.wasm"), format!("plain-{program}.js")].map(|file| page.server.file(&file));
    let mut compared = 0;
    // In pieces: a script may not run for ever.
    for texts in texts.chunks(20) {
        let answers = page.js_later(&format!(
            "(async () => {{
                const make = {make};
                const driver = await import('/{driver}');
                const texts = {};
                const compiled = await WebAssembly.compileStreaming(fetch('/{wasm}'));
                return [await make(driver, compiled, texts), await make(driver, await import('/{plain}'), texts)];
            }})().then(done, (error) => done(String(error.stack)))",
            json!(texts)
        ));
        assert!(answers.is_array(), "{answers}");
        let (wasm, plain) = (strings(&answers[0]), strings(&answers[1]));
        assert!(wasm.len() == texts.len() && wasm.iter().all(|answer| !answer.is_empty()), "{program}: {wasm:?}");
        for (n, (wasm, plain)) in wasm.iter().zip(&plain).enumerate() {
            assert_eq!(wasm, plain, "{program}: {:.200}", texts[n]);
        }
        assert_eq!(wasm.len(), plain.len());
        compared += texts.len();
    }
    assert!(compared >= least, "{program}: only {compared}");
}

/// The texts of all files in the folders that have this ending.
fn texts(folders: &[&str], ending: &str) -> Vec<String> {
    let all = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|its| its == ending))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

/// Every answer that the grader is held against.
#[test]
fn the_grader_says_the_same() {
    let page = Page::at_post("", &[]);
    let mut answers: Vec<String> = Vec::new();
    let mut question = "";
    let sets =
        ["tune.md", "tune-2.md", "held-out.md"].map(|set| std::fs::read_to_string(format!("tests/grading/{set}")).unwrap());
    for line in sets.iter().flat_map(|set| set.lines()) {
        if let Some(id) = line.strip_prefix("## ") {
            question = id;
        } else if let Some((_, answer)) = line.strip_prefix("- ").and_then(|line| line.split_once("]: ")) {
            answers.push(format!("{question}\n{answer}"));
        }
    }
    let rubrics = std::fs::read_dir(dist().join("banks")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let rubrics = rubrics.into_iter().find(|file| file.starts_with("rubrics.")).expect("the rubrics");
    let make = format!(
        "async ({{ open }}, program, texts) => {{
            const load = {{ wasm: () => program, text: async () => (await fetch('/banks/{rubrics}')).text() }};
            const {{ grade }} = await open({{ load, base: '' }});
            return texts.map((text) => grade(...text.split('\\n')) ?? 'no such question');
        }}"
    );
    says_the_same(&page, "grader", &answers, &make, 300);
}

/// Every bank that the readers are tested with, those with mistakes as well.
#[test]
fn the_readers_read_the_same() {
    let page = Page::at_post("", &[]);
    let make = "async ({ read }, program, texts) => {
        const answers = [];
        for (const text of texts) {
            const told = [];
            const given = { bank: 'a.md', name: 'a', response: new Response(text), warn: (words) => told.push(words), images: true };
            answers.push(JSON.stringify([await read(program, given).catch(({ message }) => message), told]));
        }
        return answers;
    }";
    says_the_same(&page, "reader-markdown", &texts(&["tests/banks", "static/banks"], "md"), make, 35);
    let make = "async ({ read }, program, texts) => {
        const answers = [];
        for (const text of texts) {
            const told = [];
            const section = Object.assign(document.createElement('section'), { id: 'own', innerHTML: text });
            document.body.append(section);
            const given = { bank: '#own', name: 'a', warn: (words) => told.push(words), images: 'on' };
            answers.push(JSON.stringify([await read(program, given).catch(({ message }) => message), told]));
            section.remove();
        }
        return answers;
    }";
    says_the_same(&page, "reader-post", &texts(&["tests/posts"], "html"), make, 5);
}
