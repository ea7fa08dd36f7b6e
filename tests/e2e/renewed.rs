//! Another version of the page that is kept: it comes whole or not at all, when its reader wants it, and never into a round.

use super::offline::{SAYS, answering, built, caches, list, listed, until_said, visited};
use super::page::Page;
use super::play::Source;
use serde_json::json;

const VERSION: &str = "document.documentElement.dataset.version";

/// Another build on the server: the same but for these files, and those that are left out.
fn publish(page: &Page, version: usize, changed: &[(String, String)], without: &[&str]) {
    let mut files = listed();
    files.retain(|file, _| !without.contains(&file.as_str()));
    for (file, text) in changed {
        page.server.add(&format!("/{file}"), text.clone());
        let digest = page.js_later(&format!(
            "crypto.subtle.digest('SHA-256', new TextEncoder().encode({})).then((digest) =>
              done('sha256-' + btoa(String.fromCharCode(...new Uint8Array(digest)))))",
            json!(text)
        ));
        files.insert(file.clone(), digest.as_str().unwrap().to_owned());
    }
    let worker = built("sw.js");
    let build = worker.split('"').find(|text| text.len() == 16).expect("the build's name");
    let worker = worker.replace(list(&worker), &json!(files).to_string()).replace(build, &format!("{version:016x}"));
    page.server.add("/sw.js", worker);
}

fn index(version: usize) -> (String, String) {
    ("index.html".to_owned(), built("index.html").replacen("<html", &format!("<html data-version={version}"), 1))
}

fn look_for_news(page: &Page) {
    page.js_later("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => done(), () => done())");
}

/// Waits until no worker is on its way any more.
fn until_settled(page: &Page) {
    page.until("the worker", |page| {
        page.js_later("navigator.serviceWorker.getRegistrations().then((all) => done(all.some((one) => one.installing)))")
            == json!(false)
    });
}

#[test]
fn a_new_version_waits_for_its_reader_and_for_the_round() {
    let source = Source::read();
    let page = visited();
    let voice = page.server.file("voice.js");
    page.start("Warm-up");
    page.answer(&source, true);
    page.js("window.marker = 1");
    let first = page.new_tab("/");
    page.until_yes("document.querySelector('mock-interview').state === 'lobby'");
    page.js("window.marker = 1");
    let second = page.tab();

    let renamed = ("voice.0123456789abcdef.js".to_owned(), built(&voice));
    publish(&page, 1, &[index(1), renamed], &[voice.as_str()]);
    page.server.forget_asked();
    look_for_news(&page);
    for tab in [&first, &second] {
        page.switch_to(tab);
        until_said(&page, "A new version is ready.");
        assert!(page.yes("window.marker"), "it was loaded again without a click");
    }
    let mut asked = page.server.asked();
    asked.retain(|path| path != "/sw.js");
    asked.sort();
    assert_eq!(asked, ["/", "/voice.0123456789abcdef.js"], "what is the same need not come again");
    // Also not by coming back: as long as one tab has the old one, all have.
    page.reload();
    until_said(&page, "A new version is ready.");
    assert!(page.yes(&format!("{VERSION} === undefined")));

    page.js("document.querySelector('#offline button').click()");
    page.until_yes(&format!("{VERSION} === '1'"));
    until_said(&page, "Works offline.");
    page.switch_to(&first);
    until_said(&page, "The new version comes after this round.");
    page.server.stop();
    let of_before = [voice];
    assert_eq!(answering(&page, &of_before), [true], "the round's own files");
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    until_said(&page, "A new version comes with the lobby.");
    assert!(page.yes(&format!("window.marker && {VERSION} === undefined")));
    page.click("New round");
    page.until_yes(&format!("!window.marker && {VERSION} === '1'"));
    page.until_screen("lobby");
    assert!(page.stored_key(":report:").is_some(), "the round is there for the new version");
    until_said(&page, "Works offline.");
    page.until("the old version gone", |page| caches(page).len() == 1);
    assert_eq!(answering(&page, &of_before), [false]);
}

#[test]
fn an_update_that_stops_anywhere_leaves_the_old_version_whole() {
    let page = visited();
    let news = |k: usize| -> Vec<(String, String)> {
        let new = |n| (format!("new-{n}.css"), format!("/* {n} of {k} */"));
        (0..20).map(new).chain([index(k)]).collect()
    };
    for k in 0..=20 {
        publish(&page, k + 1, &news(k + 1), &[]);
        // After the worker itself.
        page.server.stop_after(k + 1);
        look_for_news(&page);
        until_settled(&page);
        page.server.stop();
        page.reload();
        page.until_screen("lobby");
        assert!(page.yes(&format!("{VERSION} === undefined && !{SAYS}.includes('new version')")), "stopped after {k}");
        until_said(&page, "Works offline.");
        page.server.resume();
    }
    look_for_news(&page);
    until_said(&page, "A new version is ready.");
    page.js("document.querySelector('#offline button').click()");
    page.until_yes(&format!("{VERSION} === '21'"));
    page.server.stop();
    page.reload();
    page.until_yes(&format!("{VERSION} === '21'"));
    page.until_screen("lobby");
    let new: Vec<String> = news(21).into_iter().map(|(file, _)| file).collect();
    assert!(answering(&page, &new).iter().all(|answers| *answers));
    page.until("nothing of what had stopped", |page| caches(page).len() == 1);
}

#[test]
fn a_browser_that_is_killed_meanwhile_keeps_the_old_version_or_nothing() {
    let profile = std::env::temp_dir().join(format!("mock-interview-kept-{}", std::process::id()));
    let mut page = Page::keeping(true, &[&format!("--user-data-dir={}", profile.display())]);
    let kill = |page: &mut Page, held: &str| {
        page.until("the file", |page| page.server.asked().iter().any(|path| path.ends_with(held)));
        page.kill();
        page.server.release(held);
        page.server.stop();
    };
    page.server.hold("snippet.css");
    page.go("/");
    kill(&mut page, "snippet.css");
    page.server.resume();
    page.go("/");
    until_said(&page, "Works offline.");

    publish(&page, 1, &[index(1), ("new.css".to_owned(), "/* new */".to_owned())], &[]);
    page.server.hold("new.css");
    page.reload();
    kill(&mut page, "new.css");
    page.go("/");
    page.until_screen("lobby");
    assert!(page.yes(&format!("{VERSION} === undefined")));
    page.server.resume();
    page.reload();
    until_said(&page, "A new version is ready.");
    drop(page);
    let _ = std::fs::remove_dir_all(profile);
}
