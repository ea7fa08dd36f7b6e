//! The first page without network: once it was visited it is there for ever, whole, in one version, until its reader takes a new one.

use super::builder::choose;
use super::host::{EMBED, document};
use super::page::{Page, strings};
use super::play::Source;
use super::server::dist;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the first page says in its lobby of how it stands.
pub const SAYS: &str = "document.getElementById('offline')?.textContent";
/// What it says of another version, at its foot.
pub const NEWS: &str = "document.getElementById('news')?.textContent";

pub fn built(file: &str) -> String {
    std::fs::read_to_string(dist().join(file)).unwrap()
}

/// The name of the build, as its page says it.
pub fn page_build() -> String {
    built("index.html").split("data-build=\"").nth(1).and_then(|rest| rest.get(..16)).expect("the build's name").to_owned()
}

/// The list in `sw.js`, as it stands there.
pub fn list(worker: &str) -> &str {
    let list = &worker[worker.find("{\"app.js\":").expect("a list")..];
    &list[..=list.find('}').unwrap()]
}

/// Everything that is kept, with its digests.
pub fn listed() -> BTreeMap<String, String> {
    serde_json::from_str(list(&built("sw.js"))).unwrap()
}

pub fn until_said(page: &Page, words: &str) {
    page.until(words, |page| page.yes(&format!("{SAYS}?.startsWith({words:?})")));
}

pub fn until_news(page: &Page, words: &str) {
    page.until(words, |page| page.yes(&format!("{NEWS}?.startsWith({words:?})")));
}

/// The first page, with all that it needs kept.
pub fn visited() -> Page {
    let page = Page::keeping(true, &[]);
    page.go("/");
    until_said(&page, "Works offline.");
    page
}

/// The names of the caches and what each holds.
pub fn caches(page: &Page) -> BTreeMap<String, Vec<String>> {
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
pub fn answering(page: &Page, files: &[String]) -> Vec<bool> {
    let all = page.js_later(&format!(
        "Promise.all({}.map((file) => fetch('/' + file).then(({{ ok }}) => ok, () => false))).then(done)",
        json!(files)
    ));
    all.as_array().unwrap().iter().map(|answers| *answers == Value::Bool(true)).collect()
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
    let is_seen = "document.getElementById('offline').checkVisibility()";
    assert!(page.yes(is_seen), "in the lobby");
    page.start("Warm-up");
    assert!(!page.yes(is_seen), "in a round");
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
fn a_first_visit_that_stops_anywhere_keeps_nothing_or_all() {
    let page = Page::keeping(true, &[]);
    page.server.add("/blank.html", document("", ""));
    let (files, points) = (listed().len(), 20);
    for k in (0..points).map(|n| n * (files - 1) / (points - 1)) {
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
    until_said(&page, "Not available offline: not all of it came.");
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

/// Every bank of the folder, also one that the gallery shows.
#[test]
fn another_bank_is_played_without_network() {
    let page = visited();
    page.server.stop();
    page.go("/gallery.html");
    page.until_yes("document.querySelectorAll('mock-interview').length > 10 && root");
    let which = page.js(
        "return [...document.querySelectorAll('mock-interview')].findIndex((one) => one.getAttribute('bank')?.endsWith('.md'))",
    );
    page.look_at(usize::try_from(which.as_u64().expect("a bank of its own")).unwrap());
    page.js("host.start()");
    page.until_screen("round");
    page.until_words();
    page.js("host.stop()");
    page.until_screen("debrief");
    page.until("its answers", |page| page.count(".result") > 0);
    // And one more, whose text alone is in the folder.
    for bank in listed().into_keys().filter(|file| file.starts_with("banks/") && file.ends_with(".md")) {
        page.go("/builder.html");
        page.look_at(0);
        page.until_yes("host?.state && document.querySelector('pre.snippet').textContent");
        // In the form: the element takes after that alone, once more when the digests have come or not.
        choose(&page, "bank", &bank);
        page.js("host.start('warm-up')");
        page.until_screen("round");
        page.until_words();
    }
}

/// The line in the lobby is true from the start, and where nothing can be kept.
#[test]
fn it_says_where_it_is_not_available() {
    let page = Page::keeping(true, &[]);
    page.server.hold("gallery.css");
    page.go("/");
    page.until_screen("lobby");
    until_said(&page, "Not available offline yet.");
    page.server.release("gallery.css");
    until_said(&page, "Works offline.");
    let page = Page::open();
    until_said(&page, "Not available offline: this browser keeps no pages here.");
}

/// A site that is being replaced hands out files of two builds. Which is which, they say themselves.
#[test]
fn files_of_two_builds_are_not_taken_for_one() {
    let page = Page::keeping(true, &[]);
    let build = page_build();
    page.server.add("/app.js", built("app.js").replace(&build, "0123456789abcdef"));
    page.go("/");
    until_said(&page, "Not available offline: the site has files of two versions.");
    page.until_screen("lobby");
    let pages = page.server.asked().into_iter().filter(|asked| asked == "/").count();
    assert_eq!(pages, 2, "once more, and not for ever");
    assert!(caches(&page).is_empty());
    page.server.add("/app.js", built("app.js"));
    page.reload();
    until_said(&page, "Works offline.");
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

/// What a build has beside the widget: every page with the colours of its background, for the browser around it, and the schema of banks.
#[test]
fn what_stands_beside_the_widget() {
    let styles = include_str!("../../static/site/page.css");
    let [light, dark] = ["#eef1f4", "#0d1013"];
    assert!(styles.contains(&format!("background: light-dark({light}, {dark})")));
    for page in ["index.html", "gallery.html", "builder.html", "mock-interview.html"] {
        for (scheme, colour) in [("light", light), ("dark", dark)] {
            let named = format!("<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\"");
            assert!(built(page).contains(&named), "{page} has no colour for {scheme}");
        }
    }
    assert_eq!(built("banks/bank.schema.json"), include_str!("../../static/banks/bank.schema.json"));
}
