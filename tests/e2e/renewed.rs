//! Another version of the page that is kept: it comes whole or not at all, when its reader wants it, and never into a round.

use super::offline::{NEWS, answering, built, caches, list, listed, page_build, until_news, until_said, visited};
use super::page::Page;
use super::play::Source;
use mock_interview::journal::key::Key;
use mock_interview::round::event::RoundId;
use serde_json::json;

const VERSION: &str = "document.documentElement?.dataset.version";

/// Another build on the server: the same but for these files, those that are left out, and those that say which build it is.
fn publish(page: &Page, version: usize, changed: &[(String, String)], without: &[&str]) {
    let mut files = listed();
    files.retain(|file, _| !without.contains(&file.as_str()));
    for (file, text) in changed.iter().chain(&named(version)) {
        page.server.add(&format!("/{file}"), text.clone());
        let digest = page.js_later(&format!(
            "crypto.subtle.digest('SHA-256', new TextEncoder().encode({})).then((digest) =>
              done('sha256-' + btoa(String.fromCharCode(...new Uint8Array(digest)))))",
            json!(text)
        ));
        files.insert(file.clone(), digest.as_str().unwrap().to_owned());
    }
    let worker = built("sw.js");
    let worker = worker.replace(list(&worker), &json!(files).to_string()).replace(&page_build(), &format!("{version:016x}"));
    page.server.add("/sw.js", worker);
}

fn named(version: usize) -> [(String, String); 2] {
    ["index.html", "app.js"].map(|file| {
        let text = built(file).replace(&page_build(), &format!("{version:016x}"));
        (file.to_owned(), text.replacen("<html", &format!("<html data-version={version}"), 1))
    })
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

/// What earlier versions have stored of the built-in bank, as `tests/journals` keeps it: a round, and the settings of a custom one.
fn older_forms() -> [(String, &'static str); 2] {
    let report = Key::Report { round: RoundId("k3x9-1".to_owned()) };
    let form = Key::Form { writer: "older".to_owned() };
    let texts = [include_str!("../journals/v1-report.txt"), include_str!("../journals/v1-form.txt")];
    [(report.name("async-python"), texts[0]), (form.name("async-python"), texts[1])]
}

/// One round of a bank is played in one tab at a time; so the second tab has the other bank of the folder.
#[test]
fn a_new_version_waits_for_its_reader_and_for_the_rounds() {
    let source = Source::read();
    let page = visited();
    let voice = page.server.file("voice.js");
    page.start("Warm-up");
    page.answer(&source, true);
    page.js("window.marker = 1");
    for (name, text) in older_forms() {
        page.js(&format!("localStorage.setItem({name:?}, {})", json!(text)));
    }
    let first = page.new_tab("/");
    page.until_yes("document.querySelector('mock-interview').state === 'lobby'");
    page.js("window.marker = 1");
    let second = page.tab();

    let renamed = ("voice.0123456789abcdef.js".to_owned(), built(&voice));
    publish(&page, 1, &[renamed], &[voice.as_str()]);
    page.server.forget_asked();
    look_for_news(&page);
    for tab in [&first, &second] {
        page.switch_to(tab);
        until_news(&page, "A new version is ready.");
        assert!(page.yes("window.marker"), "it was loaded again without a click");
    }
    let mut asked = page.server.asked();
    asked.retain(|path| path != "/sw.js");
    asked.sort();
    assert_eq!(asked, ["/", "/app.js", "/voice.0123456789abcdef.js"], "what is the same need not come again");
    // Also not by coming back: as long as one tab has the old one, all have.
    page.reload();
    until_news(&page, "A new version is ready.");
    assert!(page.yes(&format!("{VERSION} === undefined")));

    let other_bank = "host.setAttribute('bank', 'banks/http-caching.md')";
    page.js(other_bank);
    page.until("the other bank", |page| page.screen() == "lobby" && page.text("h2") != "Async programming in Python");
    page.start("Warm-up");
    page.until_words();
    page.js("window.marker = 1");
    page.js("document.querySelector('#news button').click()");
    for tab in [&first, &second] {
        page.switch_to(tab);
        until_news(&page, "The new version comes after this round.");
    }
    page.server.stop();
    let of_before = [voice];
    assert_eq!(answering(&page, &of_before), [true], "the rounds' own files");
    page.js("host.stop()");
    page.until_screen("debrief");
    until_news(&page, "A new version comes with the lobby.");
    page.click("New round");
    page.until_yes(&format!("!window.marker && {VERSION} === '1'"));
    until_said(&page, "Works offline.");
    page.js(other_bank);
    page.until("its round", |page| page.text(".title > .soft").contains("1 round played"));

    page.switch_to(&first);
    assert_eq!(answering(&page, &of_before), [true], "the round's own files");
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 6 of 6 right."), "{}", page.heading());
    until_news(&page, "A new version comes with the lobby.");
    assert!(page.yes(&format!("window.marker && {VERSION} === undefined")));
    page.click("New round");
    page.until_yes(&format!("!window.marker && {VERSION} === '1'"));
    page.until_screen("lobby");
    page.until("the round, and an older one", |page| page.text(".title > .soft").contains("2 rounds played"));
    page.custom(&[]);
    assert_eq!(page.js("return root.getElementById('count').value"), json!("12"), "an older form of settings");
    until_said(&page, "Works offline.");
    page.until("the old version gone", |page| caches(page).len() == 1);
    assert_eq!(answering(&page, &of_before), [false]);
}

/// A tab that never heard that the worker is another one: the worker says so itself when it is asked.
#[test]
fn a_page_that_missed_the_change_hears_of_it() {
    let page = Page::keeping(true, &[]);
    page.before_load(
        "(() => {
          const { addEventListener } = EventTarget.prototype;
          EventTarget.prototype.addEventListener = function (name, ...rest) {
            if (name !== 'controllerchange') addEventListener.call(this, name, ...rest);
          };
        })()",
    );
    page.go("/");
    until_said(&page, "Works offline.");
    page.js("window.marker = 1");
    publish(&page, 1, &[], &[]);
    look_for_news(&page);
    until_news(&page, "A new version is ready.");
    page.js("document.querySelector('#news button').click()");
    page.until_yes(&format!("!window.marker && {VERSION} === '1'"));
    until_said(&page, "Works offline.");
}

#[test]
fn an_update_that_stops_anywhere_leaves_the_old_version_whole() {
    let page = visited();
    let news = |k: usize| -> Vec<(String, String)> {
        let new = |n| (format!("new-{n}.css"), format!("/* {n} of {k} */"));
        (0..20).map(new).collect()
    };
    // With the two that name the build.
    for k in 0..22 {
        publish(&page, k + 1, &news(k + 1), &[]);
        // After the worker itself.
        page.server.stop_after(k + 1);
        look_for_news(&page);
        until_settled(&page);
        page.server.stop();
        page.reload();
        page.until_screen("lobby");
        assert!(page.yes(&format!("{VERSION} === undefined && !{NEWS}.includes('new version')")), "stopped after {k}");
        until_said(&page, "Works offline.");
        page.server.resume();
    }
    look_for_news(&page);
    until_news(&page, "A new version is ready.");
    page.js("document.querySelector('#news button').click()");
    page.until_yes(&format!("{VERSION} === '22'"));
    page.server.stop();
    page.reload();
    page.until_yes(&format!("{VERSION} === '22'"));
    page.until_screen("lobby");
    let new: Vec<String> = news(22).into_iter().map(|(file, _)| file).collect();
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

    publish(&page, 1, &[("new.css".to_owned(), "/* new */".to_owned())], &[]);
    page.server.hold("new.css");
    page.reload();
    kill(&mut page, "new.css");
    page.go("/");
    page.until_screen("lobby");
    assert!(page.yes(&format!("{VERSION} === undefined")));
    page.server.resume();
    page.reload();
    until_news(&page, "A new version is ready.");
    drop(page);
    let _ = std::fs::remove_dir_all(profile);
}
