//! Answers recorded for real: Chromium has a microphone that beeps, and everything from there on is the browser's own.

use super::axe::{axe, violations};
use super::crash::FAILURES;
use super::hooks::DOWNLOADS;
use super::page::Page;
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

/// Every track of a microphone that the page was given.
pub const TRACKS: &str = "window.tracks = [];
const { getUserMedia } = MediaDevices.prototype;
MediaDevices.prototype.getUserMedia = async function (...wanted) {
  const stream = await getUserMedia.apply(this, wanted);
  tracks.push(...stream.getTracks());
  return stream;
};
addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { window.violated = effectiveDirective; });";

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

/// A browser with a microphone that beeps. Asked whether a page may use it, its user says yes, or what `says` is (`=deny`).
fn listening(says: &str) -> Page {
    let asked = format!("--use-fake-ui-for-media-stream{says}");
    Page::new(true, &["--use-fake-device-for-media-stream", &asked])
}

fn widget(attributes: &str) -> String {
    format!("<mock-interview open modes=spoken questions=3 {attributes}></mock-interview>")
}

pub fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Aloud</title><main><h1>Aloud</h1>{body}</main><script type=module src=/embed.js></script>"
    )
}

/// In a round of three spoken questions, with the controls there.
pub fn begin(page: &Page) {
    page.until_screen("lobby");
    page.click("Start this page’s round");
    page.until_screen("round");
    page.until("the model answers", |page| page.yes("root.querySelector('.voice')"));
}

/// Under the strictest of policies.
fn open(page: &Page) {
    for script in [TRACKS, DOWNLOADS] {
        page.before_load(script);
    }
    page.server.add("/aloud.html", document(&widget("seed=aloud")));
    page.server.send_header("/aloud.html", "Content-Security-Policy", STRICT);
    page.go("/aloud.html");
    begin(page);
}

pub fn pressed(page: &Page, button: &str) -> bool {
    page.yes(&format!("all('button').some((found) => name(found) === {button:?} && found.ariaPressed === 'true')"))
}

pub fn offers(page: &Page, button: &str) -> bool {
    page.yes(&format!("all('button').some((found) => name(found) === {button:?})"))
}

fn is_open(page: &Page) -> bool {
    page.yes("tracks.some((track) => track.readyState === 'live')")
}

fn record(page: &Page) {
    page.click("Record");
    page.until("a recording", |page| pressed(page, "Record") && is_open(page));
    // A moment of it, or there would be nothing to keep.
    sleep(Duration::from_millis(300));
}

/// Ended without a click on it, and kept.
fn until_kept(page: &Page) {
    page.until("a closed microphone", |page| !is_open(page));
    page.until("a recording to play", |page| offers(page, "Play"));
}

/// The last download: its name, how long it sounds and how loud it gets.
fn saved(page: &Page) -> (String, f64, f64) {
    let file = page.js_later(
        "const [name, href] = window.downloads.at(-1);
        fetch(href).then((answer) => answer.arrayBuffer()).then((sound) => new AudioContext().decodeAudioData(sound)).then((sound) =>
          done([name, sound.duration, Math.max(...sound.getChannelData(0).map(Math.abs))]), (error) => done([String(error), 0, 0]))",
    );
    (file[0].as_str().unwrap().to_owned(), file[1].as_f64().unwrap(), file[2].as_f64().unwrap())
}

#[test]
fn an_answer_is_recorded_played_and_saved() {
    let page = listening("");
    open(&page);
    assert!(!page.server.asked().iter().any(|file| file.contains("voice")), "nobody has used it");
    page.tab_to("record");
    page.press("Space");
    page.until("a recording", |page| pressed(page, "Record") && is_open(page));
    assert_eq!(page.text("[role=status]"), "Recording.");
    sleep(Duration::from_millis(2200));
    assert!(["0:01", "0:02", "0:03"].contains(&page.text(".voice .actions .soft").as_str()), "the time goes on");
    page.click("Record");
    until_kept(&page);
    page.until_yes("all('[role=status]')[0].textContent === 'Recorded.'");
    let length = page.text(".voice [class=actions] p");
    assert!(["0:02 long; 0:30 to 1:00 is usual", "0:03 long; 0:30 to 1:00 is usual"].contains(&length.as_str()), "{length}");

    page.click("Reveal the model answer");
    page.click("Play");
    page.until("it plays", |page| pressed(page, "Play"));
    page.until("its end", |page| !pressed(page, "Play"));
    assert_eq!(page.js("return window.violated ?? ''"), json!(""));
    page.click("Mostly");
    page.until_question(2, 3);
    assert!(!offers(&page, "Play"), "that was another question");
    record(&page);
    sleep(Duration::from_millis(400));
    page.click("Reveal the model answer");
    until_kept(&page);
    page.click("Partly");
    page.until_question(3, 3);
    page.click("Skip");
    page.click("Hand in");
    page.until_screen("debrief");

    page.click_at(".result summary", &page.texts(".result summary")[0]);
    page.click("Play");
    page.until("it plays", |page| pressed(page, "Play"));
    page.click("Play");
    page.until("silence", |page| !pressed(page, "Play"));
    page.server.send_header("/aloud.html", "Content-Security-Policy", "");
    page.click("Save");
    page.until_yes("window.downloads.length");
    let name = page.js("return window.downloads[0]");
    assert!(name[0].as_str().unwrap().ends_with(".webm") && name[1].as_str().unwrap().starts_with("blob:"), "{name}");
    assert!(page.yes("Object.values(localStorage).every((text) => !/webm|blob:/.test(text))"), "it is stored nowhere");
    assert_eq!(page.log(), [""; 0]);
}

/// What is saved is what was said: as long, and not silent. (A policy would not let the test itself fetch it.)
#[test]
fn what_is_saved_sounds() {
    let page = listening("");
    page.before_load(TRACKS);
    page.before_load(DOWNLOADS);
    page.server.add("/aloud.html", document(&widget("")));
    page.go("/aloud.html");
    begin(&page);
    record(&page);
    sleep(Duration::from_millis(1500));
    page.click("Record");
    until_kept(&page);
    page.click("Save");
    let (name, length, loudest) = saved(&page);
    assert!(name.ends_with(".webm") && (1.2..3.5).contains(&length) && loudest > 0.01, "{name}, {length} s, {loudest}");
}

#[test]
fn no_microphone_stays_open() {
    let page = listening("");
    open(&page);
    record(&page);
    page.click("Skip");
    page.until_question(2, 3);
    page.until("a closed microphone", |page| !is_open(page));

    record(&page);
    page.js("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    page.until("a closed microphone", |page| !is_open(page));
    page.js("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    page.until_screen("round");
    page.until("the recording", |page| offers(page, "Play"));

    record(&page);
    page.js("window.widget = host; host.remove()");
    page.until("a closed microphone", |page| !is_open(page));
    page.js("document.querySelector('main').append(widget)");
    page.until_screen("round");
    page.until("the recording is back", |page| offers(page, "Play"));

    record(&page);
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.until("a closed microphone", |page| !is_open(page));
    page.click("New round");
    begin(&page);
    assert!(!offers(&page, "Play"), "that was another round");
}

#[test]
fn a_crash_loses_no_recording() {
    let page = listening("");
    page.before_load(FAILURES);
    open(&page);
    record(&page);
    sleep(Duration::from_millis(300));
    page.js("failures[0] = 1; root.firstElementChild.firstElementChild.marked = true");
    page.until("a fresh instance", |page| {
        page.yes("root.firstElementChild?.firstElementChild && !root.firstElementChild.firstElementChild.marked")
    });
    page.until_screen("round");
    until_kept(&page);
    page.click("Play");
    page.until("it plays", |page| pressed(page, "Play"));
    page.until("its end", |page| !pressed(page, "Play"));
}

#[test]
fn one_of_two_listens() {
    let page = listening("");
    page.before_load(TRACKS);
    let other = widget("bank=/banks/http-caching.md");
    page.server.add("/two.html", document(&(widget("") + &other)));
    page.go("/two.html");
    for which in [0, 1] {
        page.look_at(which);
        begin(&page);
        record(&page);
    }
    page.until_yes("tracks.length === 2 && tracks[0].readyState === 'ended' && tracks[1].readyState === 'live'");
    page.look_at(0);
    page.until("the first one’s recording", |page| !pressed(page, "Record") && offers(page, "Play"));
}

#[test]
fn where_it_is_refused_the_round_goes_on() {
    let page = listening("=deny");
    open(&page);
    page.click("Record");
    page.until("a word on it", |page| page.text(".voice").contains("The microphone was refused"));
    assert!(!offers(&page, "Record"));
    page.until_focus("question");
    page.click("Reveal the model answer");
    page.click("All of it");
    page.until_question(2, 3);
    assert!(!offers(&page, "Record") && !page.text(".voice").contains("refused"));
}

/// Each hides itself where the browser has none of it, and nothing is loaded.
#[test]
fn a_browser_without_any_of_it() {
    let page = listening("");
    let missing = ["MediaRecorder", "speechSynthesis", "SpeechRecognition", "webkitSpeechRecognition"];
    missing.iter().for_each(|name| page.before_load(&format!("delete window.{name}; delete Window.prototype.{name}")));
    open(&page);
    page.click("Reveal the model answer");
    page.until_yes("all('.model .short').length");
    assert!(["Read aloud", "Record", "Dictate"].iter().all(|button| !offers(&page, button)));
    page.click("Partly");
    page.until_question(2, 3);
    assert!(!page.server.asked().iter().any(|file| file.contains("voice")));
}

#[test]
fn where_its_code_does_not_come_it_says_so() {
    let page = listening("");
    open(&page);
    page.server.lose(&page.server.file("voice.js"));
    page.click("Record");
    page.until("a word on it", |page| page.text(".voice").contains("did not load"));
    page.server.restore();
    record(&page);
}

#[test]
fn axe_finds_nothing_about_it() {
    let page = listening("");
    page.before_load(TRACKS);
    page.server.add("/aloud.html", document(&widget("")));
    page.go("/aloud.html");
    begin(&page);
    let axe = axe();
    record(&page);
    let mut found = violations(&page, &axe, "recording");
    page.click("Record");
    until_kept(&page);
    found.extend(violations(&page, &axe, "recorded"));
    if offers(&page, "Dictate") {
        page.click("Dictate");
        page.until_yes("all('.voice .notice').length");
        found.extend(violations(&page, &axe, "the notice"));
    }
    page.click("Reveal the model answer");
    page.until_yes("all('.model .short').length");
    found.extend(violations(&page, &axe, "revealed"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}
