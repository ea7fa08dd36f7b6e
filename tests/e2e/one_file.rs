//! The page that is one file, opened from the disk by a double click: a round, what is kept of it, and nobody is asked for anything.
//! `script/build --single` makes it.

use super::data::CHOOSE;
use super::engine::{Engine, Wanted};
use super::host::document;
use super::page::Page;
use super::play::Source;
use super::server::{Server, dist};
use serde_json::{Value, json};
use std::path::PathBuf;

const LARGEST: u64 = 400_000;

/// In the place of a download, where a browser's driver knows no folder for it: the file stays in the page.
const CAUGHT: &str = "(() => {
  const [{ createObjectURL }, blobs] = [URL, {}];
  URL.createObjectURL = (blob) => {
    const href = createObjectURL.call(URL, blob);
    blobs[href] = blob;
    return href;
  };
  HTMLAnchorElement.prototype.click = function () { blobs[this.href].text().then((text) => { window.caught = [this.download, text]; }); };
})()";

pub fn built() -> PathBuf {
    let built = dist().join("mock-interview.html");
    assert!(built.is_file(), "no {}: run script/build --single", built.display());
    built
}

/// A folder as that of somebody's downloads.
pub struct Downloads(PathBuf);

impl Downloads {
    pub fn new(name: &str) -> Downloads {
        let folder = std::env::temp_dir().join(format!("mock interview {name} {}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Downloads(folder)
    }

    pub fn address(&self, file: &str) -> String {
        format!("file://{}/{file}", self.0.display()).replace(' ', "%20")
    }

    /// A browser whose downloads come here, and whose every question goes to the proxy.
    pub fn page(&self, proxy: Option<&Server>) -> Page {
        let proxy = proxy.map(|proxy| proxy.address("").trim_start_matches("http://").to_owned());
        Page::as_wanted(Wanted { waits: true, proxy, downloads: Some(self.0.clone()), ..Wanted::default() })
    }

    pub fn put(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    /// Presses the button and waits for the file of that name.
    pub fn saved(&self, page: &Page, button: &str, name: &str) -> String {
        let file = self.0.join(name);
        let _ = std::fs::remove_file(&file);
        if Engine::chosen() == Engine::WebKit {
            page.js(&format!("window.caught = undefined; if (!window.catches) {{ window.catches = true; {CAUGHT} }}"));
            page.click(button);
            page.until_yes(&format!("window.caught?.[0] === {name:?}"));
            std::fs::write(&file, page.js("return caught[1]").as_str().unwrap()).unwrap();
        } else {
            page.click(button);
            // Some begin with an empty file, and write beside it.
            let is_there = || std::fs::metadata(&file).is_ok_and(|file| file.len() > 0);
            page.until(&format!("the file {name}"), |_| is_there() && !self.0.join(format!("{name}.part")).exists());
        }
        std::fs::read_to_string(file).unwrap()
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The browser itself calls its maker, whatever is open in it.
fn asked_of(proxy: &Server) -> Vec<String> {
    let of_maker = |asked: &String| {
        let host = asked.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
        ["google.com", "googleapis.com", "mozilla.com", "mozilla.net", "mozilla.org", "firefox.com"]
            .iter()
            .any(|maker| host.ends_with(maker))
    };
    proxy.asked().into_iter().filter(|asked| !of_maker(asked)).collect()
}

pub fn rounds_in(copy: &str) -> usize {
    let copy: Value = serde_json::from_str(copy).unwrap();
    copy["reports"].as_array().unwrap_or_else(|| panic!("{copy}")).len()
}

pub fn is_played(page: &Page, rounds: &str) -> bool {
    page.text(".title > .soft").contains(&format!("{rounds} played"))
}

#[test]
fn a_round_from_the_disk_asks_nobody() {
    let (source, downloads, proxy) = (Source::read(), Downloads::new("double click"), Server::start());
    std::fs::copy(built(), downloads.0.join("mock-interview.html")).unwrap();
    let address = downloads.address("mock-interview.html");
    let page = downloads.page(Some(&proxy));
    // The proxy does write down what is asked. It answers for everybody.
    proxy.add(&page.server.address("/nothing.html"), document("", ""));
    page.go("/nothing.html");
    assert!(asked_of(&proxy).iter().any(|asked| asked.contains("nothing.html")), "{:?}", proxy.asked());
    proxy.forget_asked();
    let said = page.log();

    page.go_to(&address);
    page.until_screen("lobby");
    assert!(page.yes("document.getElementById('offline').checkVisibility()"));
    page.start("Warm-up");
    page.answer(&source, true);
    page.answer(&source, false);
    let standing = page.standing();
    page.reload();
    page.until("the same round", |page| page.screen() == "round" && page.standing() == standing);
    page.answer_all(&source, true);
    assert!(page.heading().ends_with("You had 5 of 6 right."), "{}", page.heading());
    page.click("New round");
    page.until_screen("lobby");

    page.go_to("about:blank");
    page.go_to(&address);
    page.until("what was done", |page| is_played(page, "1 round"));
    page.click("Your data");
    let copy = downloads.saved(&page, "Save as a file", "mock-interview-async-python.json");
    assert_eq!(rounds_in(&copy), 1, "{copy}");
    page.click("Erase…");
    page.click("Erase it");
    page.until("nothing is left", |page| page.text(".data").contains("Nothing yet"));
    page.js(CHOOSE);
    page.js(&format!("window.chosen = {}", json!(copy)));
    page.click("Add a saved file");
    page.click("Add them");
    page.until("it is back", |page| is_played(page, "1 round"));

    // An answer in one's own words brings the grader.
    page.js("Object.entries({ modes: 'typed', questions: 2 }).forEach((setting) => host.setAttribute(...setting))");
    page.click("Start this page’s round");
    page.until_screen("round");
    page.answer_all(&source, true);
    page.until("what the grader says", |page| page.heading().ends_with("You had 2 of 2 right."));
    assert!(page.count("details.result") == 2 && !page.has_notice("grader"));
    assert_eq!(page.js("return performance.getEntriesByType('resource').map(({ name }) => name.slice(0, 40))"), json!([]));
    assert_eq!(page.log(), said);
    assert_eq!(asked_of(&proxy), [""; 0]);
}

#[test]
fn it_is_small() {
    let weight = std::fs::metadata(built()).unwrap().len();
    assert!(weight <= LARGEST, "{weight} bytes");
}
