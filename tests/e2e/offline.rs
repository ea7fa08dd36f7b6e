//! The first page without network: once it was visited it is there for ever, whole, in one version, until its reader takes a new one.

use super::host::{EMBED, document};
use super::page::{Page, strings};
use super::play::Source;
use super::server::dist;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SAYS: &str = "document.getElementById('offline')?.textContent";
const VERSION: &str = "document.documentElement.dataset.version";

fn built(file: &str) -> String {
    std::fs::read_to_string(dist().join(file)).unwrap()
}

/// The list in `sw.js`, as it stands there.
fn list(worker: &str) -> &str {
    let list = &worker[worker.find("{\"app.js\":").expect("a list")..];
    &list[..=list.find('}').unwrap()]
}

/// Everything that is kept, with its digests.
fn listed() -> BTreeMap<String, String> {
    serde_json::from_str(list(&built("sw.js"))).unwrap()
}

fn until_said(page: &Page, words: &str) {
    page.until(words, |page| page.yes(&format!("{SAYS}?.startsWith({words:?})")));
}

/// The first page, with all that it needs kept.
fn visited() -> Page {
    let page = Page::keeping(true, &[]);
    page.go("/");
    until_said(&page, "Works offline.");
    page
}

/// The names of the caches and what each holds.
fn caches(page: &Page) -> BTreeMap<String, Vec<String>> {
    let caches = page.js_later(
        "(async () => {
          const all = {};
          for (const name of await caches.keys()) {
            all[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).sort();
          }
          return all;
        })().then(done)",
    );
    caches.as_object().unwrap().iter().map(|(name, files)| (name.clone(), strings(files))).collect()
}

/// Whether these addresses answer, each by its name.
fn answering(page: &Page, files: &[String]) -> Vec<bool> {
    let all = page.js_later(&format!(
        "Promise.all({}.map((file) => fetch('/' + file).then(({{ ok }}) => ok, () => false))).then(done)",
        json!(files)
    ));
    all.as_array().unwrap().iter().map(|answers| *answers == Value::Bool(true)).collect()
}

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
fn after_one_visit_the_network_is_not_needed() {
    let source = Source::read();
    let page = visited();
    let files: Vec<String> = listed().into_keys().collect();
    let kept = caches(&page);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let paths = |file: &String| format!("/{}", if file == "index.html" { "" } else { file });
    let mut wanted: Vec<String> = files.iter().map(paths).collect();
    wanted.sort();
    assert_eq!(kept.values().next(), Some(&wanted));

    page.server.stop();
    page.server.forget_asked();
    for _ in 0..20 {
        page.reload();
        page.until_screen("lobby");
    }
    until_said(&page, "Works offline.");
    page.start("Warm-up");
    page.answer_all(&source, true);
    page.click("New round");
    page.until_screen("lobby");
    assert!(answering(&page, &files).iter().all(|answers| *answers));
    assert_eq!(answering(&page, &["another.html".to_owned(), "integrity.json".to_owned()]), [false, false]);

    // Links into it, and the pages beside it.
    page.go("/gallery.html");
    page.until_yes("document.querySelectorAll('mock-interview').length > 10 && root");
    page.go("/?from=home#round=warm-up.abc");
    page.click("Start the shared round");
    page.until_question(1, 6);
    let first = page.heading();
    page.js("host.stop()");
    page.click("New round");
    page.until_screen("lobby");
    page.go("/builder.html");
    page.go("/#round=warm-up.abc");
    page.click("Start the shared round");
    page.until_question(1, 6);
    assert_eq!(page.heading(), first, "another round");
    assert_eq!(page.server.asked(), [""; 0]);
}

/// What an installed page offers beside its icon.
#[test]
fn shortcuts_begin_a_round() {
    let page = visited();
    let manifest: Value = serde_json::from_str(&built("manifest.webmanifest")).unwrap();
    page.server.stop();
    for (n, preset) in [(0, "Warm-up"), (1, "Drill")] {
        let shortcut = manifest["shortcuts"][n]["url"].as_str().unwrap().trim_start_matches('.').to_owned();
        page.go("/gallery.html");
        page.go(&shortcut);
        page.until_screen("round");
        page.until_words();
        assert!(page.yes("location.hash === ''"), "to load it again would begin again");
        page.js("host.stop()");
        page.until_screen("debrief");
        assert!(page.text(".eyebrow").starts_with(preset), "{}", page.text(".eyebrow"));
    }
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
fn a_first_visit_that_stops_anywhere_keeps_nothing_or_all() {
    let page = Page::keeping(true, &[]);
    page.server.add("/blank.html", document("", ""));
    for k in [0, 1, 5, 12, 20, 28] {
        page.server.resume();
        page.go("/blank.html");
        page.server.stop_after(k + 1);
        let failed = page.js_later(
            "navigator.serviceWorker.register('/sw.js').then(({ installing }) => {
              installing.onstatechange = () => done(installing.state);
            })",
        );
        assert_eq!(failed, "redundant", "after {k}");
        assert!(page.yes("!navigator.serviceWorker.controller"));
        // The next visit goes on where it stopped.
        let kept: usize = caches(&page).values().map(Vec::len).sum();
        assert!(kept <= k, "{kept} of {k}");
        page.server.resume();
        page.go("/");
        until_said(&page, "Works offline.");
        page.server.stop();
        page.reload();
        page.until_screen("lobby");
        page.js_later(
            "(async () => {
              for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
              for (const name of await caches.keys()) await caches.delete(name);
            })().then(done)",
        );
    }
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

/// A file that is not what was built is not kept, and neither is the rest.
#[test]
fn a_changed_file_is_not_kept() {
    let page = Page::keeping(true, &[]);
    page.server.flip("gallery.css");
    page.go("/");
    page.until_screen("lobby");
    page.until("the worker to give up", |page| {
        let registered = page.js_later("navigator.serviceWorker.getRegistrations().then((all) => done(all.length))");
        registered == json!(0) && page.server.asked().iter().any(|path| path == "/sw.js")
    });
    page.until("nothing on its way", |page| page.log().iter().all(|line| !line.contains("Uncaught")));
    assert!(page.yes(&format!("{SAYS} === ''")));
}

#[test]
fn two_copies_on_one_site_mind_their_own() {
    let page = Page::keeping(true, &[]);
    for folder in ["/one/", "/one/two/"] {
        page.server.copy(folder);
    }
    page.server.add("/one/post.html", document(EMBED, "<mock-interview></mock-interview>"));
    for path in ["/one/two/", "/one/"] {
        page.go(path);
        until_said(&page, "Works offline.");
    }
    let names: Vec<String> = caches(&page).into_keys().collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names[0].starts_with("mock-interview /one/ ") && names[1].starts_with("mock-interview /one/two/ "), "{names:?}");
    page.server.stop();
    for path in ["/one/", "/one/two/"] {
        page.go(path);
        page.until_screen("lobby");
        assert!(page.yes(&format!("location.pathname === {path:?}")));
    }
    // The page above was never visited, and nobody answers for it.
    assert_eq!(answering(&page, &[String::new(), "embed.js".to_owned()]), [false, false]);
}

/// A post with the element in it is somebody else's page.
#[test]
fn a_post_keeps_nothing() {
    let page = Page::keeping(true, &[]);
    page.server.add("/post.html", document(EMBED, "<mock-interview open></mock-interview>"));
    page.go("/post.html");
    page.until_screen("lobby");
    let registered = "navigator.serviceWorker.getRegistrations().then((all) => done(all.length))";
    assert_eq!((page.js_later(registered), caches(&page).len()), (json!(0), 0));
    // In the folder of the first page it is let through, but not kept.
    page.go("/");
    until_said(&page, "Works offline.");
    page.go("/post.html");
    page.until_screen("lobby");
    assert!(caches(&page).values().flatten().all(|file| file != "/post.html"));
}

#[test]
fn a_browser_can_install_it() {
    let page = visited();
    let manifest = page.cdp("Page.getAppManifest", json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert_eq!(page.cdp("Page.getInstallabilityErrors", json!({}))["installabilityErrors"], json!([]));
    let named: Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    for list in ["icons", "screenshots"] {
        for image in named[list].as_array().unwrap().iter().filter(|image| image["sizes"] != "any") {
            let file = dist().join(image["src"].as_str().unwrap());
            let bytes = std::fs::read(&file).unwrap();
            let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!(image["sizes"], format!("{}x{}", side(16), side(20)), "{}", file.display());
        }
    }
    assert_eq!((&named["start_url"], &named["scope"], &named["id"]), (&json!("./"), &json!("./"), &json!("./")));
}
