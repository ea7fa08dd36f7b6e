//! What is loaded is what was built: a file with one other byte is refused, and every digest that is published is true.

use super::hooks::TOLD;
use super::page::{Page, strings};
use super::play::Source;
use super::post::{PARTS, element, post};
use super::server::dist;
use serde_json::{Value, json};

/// The code and the message of every failure that the page was told of.
fn failures(page: &Page) -> Vec<(String, String)> {
    let failures = page.js("return told.filter(({ name }) => name === 'error').map(({ detail }) => detail)");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    failures.as_array().unwrap().iter().map(|detail| (text(&detail["code"]), text(&detail["message"]))).collect()
}

/// The card that says so, with what the page says without it, and one event that says why.
fn is_refused(page: &Page, code: &str, file: &str) {
    page.until("the alert", |page| page.text("[role=alert] h2") == "The interview did not load");
    assert!(page.shows_fallback());
    assert_eq!((page.state(), page.screen()), ("failed".to_owned(), String::new()));
    let failures = failures(page);
    assert_eq!(failures.len(), 1, "{failures:?}");
    assert_eq!(failures[0].0, code, "{failures:?}");
    assert!(failures[0].1.contains(file), "{file} is not named: {failures:?}");
}

#[test]
fn a_flipped_byte_is_refused() {
    for part in PARTS {
        let page = Page::at_post(&element("loading=click preset=warm-up"), &[TOLD]);
        let file = page.server.file(part);
        page.server.flip(&file);
        page.click("Start the interview");
        is_refused(&page, "integrity", &file);
        page.server.restore();
        page.click("Try again");
        page.until_question(1, 6);
    }
}

#[test]
fn a_missing_file_is_another_matter() {
    for part in PARTS {
        let page = Page::at_post(&element("loading=click preset=warm-up"), &[TOLD]);
        let file = page.server.file(part);
        page.server.lose(&file);
        page.click("Start the interview");
        is_refused(&page, "network", &file);
    }
}

#[test]
fn so_are_the_readers_of_other_banks() {
    let post = "<section id=own><h2>What runs on rails?</h2><p>A train.</p></section>";
    for (bank, parts) in [
        ("#own", ["reader-post.js", "reader-post.wasm"]),
        ("banks/http-caching.md", ["reader-markdown.js", "reader-markdown.wasm"]),
    ] {
        for part in parts {
            let page = Page::at_post(&format!("{post}{}", element(&format!("loading=click bank='{bank}'"))), &[TOLD]);
            let file = page.server.file(part);
            page.server.flip(&file);
            page.click("Start the interview");
            is_refused(&page, "integrity", &file);
            page.server.restore();
            page.server.lose(&file);
            page.js("told.length = 0");
            page.click("Try again");
            page.until("it is told", |page| page.told() == ["error"]);
            is_refused(&page, "network", &file);
            page.server.restore();
            page.click("Try again");
            page.until_screen("round");
        }
    }
}

#[test]
fn files_of_another_build_are_refused() {
    let page = Page::blank();
    page.before_load(TOLD);
    let wasm = page.server.file("mock-interview.wasm");
    // A server that answers everything with a page.
    page.server.add(&format!("/{wasm}"), "<!doctype html><title>Home</title>");
    page.server.add("/post.html", post(&element("loading=click")));
    page.go("/post.html");
    page.click("Start the interview");
    is_refused(&page, "integrity", &wasm);
}

#[test]
fn eager_it_is_told_before_anybody_presses() {
    let page = Page::blank();
    page.before_load(TOLD);
    let file = page.server.file("runtime.js");
    page.server.flip(&file);
    page.go_to_post(&element("loading=eager"));
    page.until("it is told", |page| page.told() == ["error"]);
    assert_eq!(failures(&page)[0].0, "integrity");
    assert!(page.has_card());
}

#[test]
fn model_answers_with_a_flipped_byte_are_not_shown() {
    let source = Source::read();
    let page = Page::blank();
    page.before_load(TOLD);
    page.server.flip(".txt");
    page.go_to_post(&element("modes=spoken"));
    page.click("Start the interview");
    page.until("the notice", |page| page.has_notice("answers"));
    page.click("Reveal the model answer");
    page.until("the words", |page| page.text(".stage .model").contains("The model answer did not load."));
    page.server.restore();
    page.click_at(".stage .model button", "Try again");
    page.until("the answer", |page| page.text(".stage .short") == source.model_answer(&page.heading()));
    assert!(!page.has_notice("answers"));
    assert_eq!((page.state(), page.told()), ("running".to_owned(), vec!["ready".to_owned(), "round-start".to_owned()]));
}

/// Every file of the build, but for the package, which is a copy.
fn built() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dist()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dist()).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.retain(|file| !file.starts_with("package/"));
    found.sort();
    found
}

/// In the browser, which can reckon them: the digest of the file by that name.
fn digest(page: &Page, file: &str, algorithm: &str) -> Vec<u8> {
    let digest = page.js_later(&format!(
        "fetch('/{file}').then((response) => response.arrayBuffer())
          .then((bytes) => crypto.subtle.digest('{algorithm}', bytes)).then((digest) => done([...new Uint8Array(digest)]))"
    ));
    digest.as_array().unwrap().iter().map(|byte| byte.as_u64().unwrap() as u8).collect()
}

#[test]
fn every_published_digest_is_true() {
    let page = Page::at_post("", &[]);
    let published: Value = serde_json::from_slice(&std::fs::read(dist().join("integrity.json")).unwrap()).unwrap();
    let published = published.as_object().unwrap();
    let all = built();
    assert!(published.keys().all(|file| all.contains(file)), "{published:?} is more than is built: {all:?}");
    for file in all.iter().filter(|file| !file.ends_with(".html") && *file != "integrity.json") {
        assert!(published.contains_key(file), "{file} is not listed");
    }
    for (file, is) in published {
        let base64 = page.js(&format!("return btoa(String.fromCharCode(...{:?}))", digest(&page, file, "SHA-256")));
        assert_eq!(*is, json!(format!("sha256-{}", base64.as_str().unwrap())), "{file}");
    }
    // And a browser takes them.
    let embed = published["embed.js"].as_str().unwrap();
    let pinned =
        |digest: &str| format!("<script type=module src=embed.js crossorigin integrity='{digest}'></script>{}", element(""));
    page.server.add("/pinned.html", super::post::bare(&pinned(embed)));
    page.go("/pinned.html");
    page.until_card();
    page.server.add("/pinned.html", super::post::bare(&pinned(published["embed.iife.js"].as_str().unwrap())));
    page.go("/pinned.html");
    assert!(!page.yes("root") && page.shows_fallback());
}

#[test]
fn a_name_with_a_hash_is_the_hash_of_what_is_in_it() {
    let page = Page::at_post("", &[]);
    let hash = |file: &str| {
        let middle = file.rsplit('/').next()?.rsplit('.').nth(1)?;
        let is_hash = middle.len() == 16 && middle.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| middle.to_owned())
    };
    let named: Vec<(String, String)> = built().into_iter().filter_map(|file| Some((file.clone(), hash(&file)?))).collect();
    let of_banks = named.iter().filter(|(file, _)| file.starts_with("banks/")).count();
    assert!(of_banks == 2 && named.len() >= 11, "{named:?}");
    for (file, hash) in named {
        let digest: String = digest(&page, &file, "SHA-256").iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest[..16], hash, "{file}");
    }
    let asked_for = strings(&json!(PARTS.map(|part| page.server.file(part))));
    assert!(asked_for.iter().all(|file| hash(file).is_some()), "{asked_for:?}");
}
