//! Reading aloud and dictation. A browser without a screen has neither voices nor recognition, so that two stand-ins take their
//! place, which do what the Web Speech API says and tell its events; everything else is real.

use super::crash::FAILURES;
use super::page::{Page, strings};
use super::voice::{begin, document, offers, pressed};
use serde_json::json;

/// Each utterance takes as long as the test likes; `said` keeps the words and the voice, `finish` ends the one that is spoken.
const VOICES: &str = "(() => {
  const voices = [['Far', 'en-US', false], ['Nah', 'de-DE', true], ['Near', 'en-GB', true]]
    .map(([name, lang, localService]) => ({ name, lang, localService, default: name === 'Far' }));
  let queue = [];
  window.said = [];
  window.cancelled = 0;
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  const end = (utterance, kind, error) => utterance[`on${kind}`]?.(Object.assign(new Event(kind), { error, utterance }));
  window.finish = () => end(queue.shift(), 'end');
  window.SpeechSynthesisUtterance = Utterance;
  const value = Object.assign(new EventTarget(), {
    getVoices: () => window.mute ? [] : voices,
    speak(utterance) { queue.push(utterance); said.push([utterance.text, utterance.voice?.name]); },
    cancel() { cancelled += 1; const all = queue; queue = []; setTimeout(() => all.forEach((one) => end(one, 'error', 'interrupted'))); },
  });
  Object.defineProperty(window, 'speechSynthesis', { value, configurable: true });
})()";

/// `hear(words, final)` is the microphone; `listening` the recognitions that are on.
const RECOGNITION: &str = "(() => {
  window.listening = [];
  window.webkitSpeechRecognition = undefined;
  window.SpeechRecognition = class extends EventTarget {
    results = [];
    #tell(kind, more) { setTimeout(() => this[`on${kind}`]?.(Object.assign(new Event(kind), more))); }
    start() { listening.push(this); this.#tell('start'); }
    stop() { listening = listening.filter((one) => one !== this); this.#tell('end'); }
    fail(error) { this.#tell('error', { error }); this.stop(); }
    hear(transcript, isFinal) {
      this.#tell('speechstart');
      const at = this.results.at(-1)?.isFinal ?? true ? this.results.length : this.results.length - 1;
      this.results[at] = Object.assign([{ transcript }], { isFinal });
      this.#tell('result', { results: this.results, resultIndex: at });
    }
  };
})()";

fn open(page: &Page, attributes: &str) {
    page.before_load(VOICES);
    page.before_load(RECOGNITION);
    page.server.add("/aloud.html", document(&format!("<mock-interview open questions=3 {attributes}></mock-interview>")));
    page.go("/aloud.html");
    page.until_screen("lobby");
}

fn said(page: &Page) -> Vec<(String, String)> {
    let said = page.js("return said");
    said.as_array().unwrap().iter().map(strings).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

#[test]
fn a_question_is_read_when_asked_for() {
    let page = Page::blank();
    open(&page, "modes=choice");
    begin(&page);
    page.click("Read aloud");
    page.until("a voice", |page| pressed(page, "Read aloud") && said(page).len() == 1);
    let (words, voice) = said(&page).remove(0);
    assert_eq!(voice, "Near", "a voice of this device, in the language of the bank");
    let choices = page.texts(".choice");
    assert!(
        words.starts_with(&page.heading())
            && choices.iter().enumerate().all(|(n, choice)| words.contains(&format!("{}: {choice}", n + 1))),
        "{words}"
    );
    page.click("Read aloud");
    page.until("silence", |page| !pressed(page, "Read aloud"));
    assert_eq!(page.js("return cancelled"), json!(1));
    page.click("Read aloud");
    page.until("a voice", |page| pressed(page, "Read aloud"));
    page.js("finish()");
    page.until("the end of it", |page| !pressed(page, "Read aloud"));
    page.click("Skip");
    page.until_question(2, 3);
    assert_eq!(page.js("return [said.length, cancelled]"), json!([2, 1]), "what the page says itself is left alone");
}

#[test]
fn every_question_is_read_where_the_reader_wants_it() {
    let page = Page::blank();
    page.before_load(FAILURES);
    open(&page, "modes=spoken");
    page.click("Read questions aloud");
    begin(&page);
    page.until("the first question", |page| said(page).last().is_some_and(|(words, _)| words.starts_with(&page.heading())));
    page.click("Skip");
    page.until_question(2, 3);
    page.until("the second", |page| said(page).len() == 2 && said(page)[1].0.starts_with(&page.heading()));
    assert_eq!(page.js("return cancelled"), json!(1), "the first was not over");
    page.click("Reveal the model answer");
    page.until_yes("cancelled === 2");

    // A crash does not forget it, and says nothing twice.
    page.js("failures[0] = 1; root.firstElementChild.firstElementChild.marked = true");
    page.focus_heading();
    page.press("f");
    page.until("a fresh instance", |page| {
        page.yes("root.firstElementChild?.firstElementChild && !root.firstElementChild.firstElementChild.marked")
    });
    page.until_screen("round");
    page.click("Partly");
    page.until_question(3, 3);
    page.until("the third", |page| said(page).len() == 3);
    page.click("Always");
    page.until("no more", |page| !pressed(page, "Always"));
    page.js("host.remove()");
    page.until_yes("cancelled === 3");
}

#[test]
fn without_a_voice_of_its_own_it_says_so() {
    let page = Page::blank();
    open(&page, "modes=spoken");
    begin(&page);
    page.js("window.mute = true");
    page.click("Read aloud");
    page.until("a word on it", |page| page.text(".voice").contains("has no voice of its own for this language"));
    assert!(!offers(&page, "Read aloud") && said(&page).is_empty());
}

#[test]
fn a_dictation_is_shown_and_counts_for_nothing() {
    let page = Page::blank();
    open(&page, "modes=spoken");
    begin(&page);
    page.click("Dictate");
    page.until("the notice", |page| page.text(".voice .notice").contains("some browsers send what they hear to their maker"));
    assert_eq!(page.js("return listening.length"), json!(0), "nobody listens before that is read");
    page.click("No, thanks");
    page.until_focus("dictate");
    page.click("Dictate");
    page.click("Dictate here");
    page.until("dictation", |page| pressed(page, "Dictate") && page.yes("listening.length === 1"));
    page.js("listening[0].hear('a corroutine', false)");
    page.until("what is heard", |page| page.text(".voice").contains("… a corroutine"));
    page.js("listening[0].hear('a corroutine is a call', true)");
    let text = "return root.getElementById('said')?.value ?? ''";
    page.until("what was said", |page| page.js(text) == "a corroutine is a call");
    page.js("root.getElementById('said').setSelectionRange(4, 5); root.getElementById('said').focus()");
    page.press("Delete");
    page.js("root.getElementById('said').setSelectionRange(99, 99)");
    page.type_in(" 1");
    page.until("what was mended", |page| page.js(text) == "a coroutine is a call 1");
    // Six seconds later.
    page.js("const { now } = Performance.prototype; Performance.prototype.now = function () { return now.call(this) + 6000; };
        listening[0].hear('that waits', true)");
    page.until("the rest", |page| page.js(text).as_str().unwrap().ends_with("1 that waits"));
    assert_eq!(page.answered(), 0, "no key of it was a shortcut");
    page.click("Reveal the model answer");
    page.until_yes("listening.length === 0");
    let told = page.text(".voice");
    assert!(told.contains("8 words, ") && told.contains(" a minute"), "{told}");
    page.click("Missed it");
    page.until_question(2, 3);
    page.click("Dictate");
    page.until("dictation at once", |page| pressed(page, "Dictate") && page.count(".voice .notice") == 0);
    page.js("listening[0].fail('not-allowed')");
    page.until("a word on it", |page| page.text(".voice").contains("The microphone was refused"));
    assert!(!offers(&page, "Dictate"));
    page.click("End round");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    assert!(page.heading().starts_with("0%"), "{}", page.heading());
    page.click_at(".result summary", &page.texts(".result summary")[0]);
    page.until("it stands beside the answer", |page| page.text(".pair blockquote").ends_with("is a call 1 that waits"));
    assert!(page.yes("Object.values(localStorage).every((text) => !text.includes('that waits'))"), "it is stored nowhere");
}
