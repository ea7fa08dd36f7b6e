//! The page that is one file, opened from the disk by a double click: a round, what is kept of it, and nobody is asked for anything.
//! `script/build --single` makes it.

use super::page::Page;
use super::play::Source;
use super::server::{Server, dist};
use serde_json::json;
use std::path::PathBuf;

const LARGEST: u64 = 400_000;

fn built() -> PathBuf {
    let built = dist().join("mock-interview.html");
    assert!(built.is_file(), "no {}: run script/build --single", built.display());
    built
}

/// A folder as that of somebody's downloads, with nothing in it but the page.
struct Downloads(PathBuf);

impl Downloads {
    fn new() -> Downloads {
        let folder = std::env::temp_dir().join(format!("mock interview {}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(built(), folder.join("mock-interview.html")).unwrap();
        Downloads(folder)
    }

    fn address(&self) -> String {
        format!("file://{}/mock-interview.html", self.0.display()).replace(' ', "%20")
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_round_from_the_disk_asks_nobody() {
    let (source, downloads, proxy) = (Source::read(), Downloads::new(), Server::start());
    // Whatever the browser asks for, wherever, it asks there.
    let through = format!("--proxy-server={}", proxy.address("").trim_start_matches("http://"));
    let page = Page::keeping(true, &[&through, "--proxy-bypass-list=<-loopback>"]);
    // The proxy does write down what is asked.
    page.go("/nothing.html");
    assert!(proxy.asked().iter().any(|asked| asked.contains("nothing.html")), "{:?}", proxy.asked());
    proxy.forget_asked();
    let said = page.log();

    let folder = downloads.0.to_str().unwrap();
    page.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }));
    page.go_to(&downloads.address());
    page.until_screen("lobby");
    page.start("Warm-up");
    page.answer(&source, true);
    page.answer(&source, false);
    let standing = page.standing();
    page.reload();
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 5 of 6 right."), "{}", page.heading());
    page.click("Save as Markdown");
    page.until("the file", |_| {
        let mut names = std::fs::read_dir(&downloads.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.any(|name| name.ends_with(".md"))
    });
    page.click("New round");
    page.until_screen("lobby");

    page.go_to("about:blank");
    page.go_to(&downloads.address());
    page.until("what was done", |page| page.text(".widget").contains("1 round played"));
    let copy = page.js_later("document.querySelector('mock-interview').exportProgress().then((file) => file.text()).then(done, (error) => done(String(error)))");
    let copy: serde_json::Value = serde_json::from_str(copy.as_str().unwrap()).unwrap();
    assert_eq!(copy["reports"].as_array().map_or(0, Vec::len), 1, "{copy}");

    // An answer in one's own words brings the grader, and a voice its own part.
    page.js("Object.entries({ modes: 'typed', questions: 2 }).forEach((setting) => host.setAttribute(...setting))");
    page.click("Start this page’s round");
    page.until_screen("round");
    page.answer_all(&source, true);
    assert!(page.count("details.result") == 2 && !page.has_notice("grader"));
    assert_eq!(page.js("return performance.getEntriesByType('resource').map(({ name }) => name.slice(0, 40))"), json!([]));
    assert_eq!(page.log(), said);
    // The browser itself calls its maker, whatever is open in it.
    let own = |asked: &String| asked.ends_with(".google.com:443") || asked.ends_with(".googleapis.com:443");
    assert_eq!(proxy.asked().into_iter().filter(|asked| !own(asked)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn it_is_small() {
    let weight = std::fs::metadata(built()).unwrap().len();
    assert!(weight <= LARGEST, "{weight} bytes");
}
