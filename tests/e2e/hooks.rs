//! What a test puts into the page before its first script runs: another clock, another store, a counter.

use super::page::{Page, strings};

/// Both clocks of the browser, which a test moves with `skip` (both) or `set` (the wall clock alone). The wall clock
/// keeps its place over a reload.
pub const CLOCKS: &str = "(() => {
  const [date, monotonic] = [Date.now, Performance.prototype.now];
  let [wall, ticked] = [Number(window.name) || 0, 0];
  Date.now = () => date() + wall;
  Performance.prototype.now = function () { return monotonic.call(this) + ticked; };
  window.set = (ms) => { wall += ms; window.name = wall; };
  window.skip = (ms) => { set(ms); ticked += ms; };
})()";

/// A busy device: every lock is granted only after a second.
pub const LATE_LOCKS: &str = "(() => {
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (...args) {
    return new Promise((late) => setTimeout(late, 1000)).then(() => request.apply(this, args));
  };
})()";

/// The names of all keys that the page wrote.
pub const WRITES: &str = "(() => {
  const { setItem } = Storage.prototype;
  window.written = [];
  Storage.prototype.setItem = function (key, text) { window.written.push(key); setItem.call(this, key, text); };
})()";

/// The names of all files that the page offered for download.
pub const DOWNLOADS: &str = "(() => {
  const { click } = HTMLAnchorElement.prototype;
  window.downloads = [];
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.downloads.push([this.download, this.href]);
    else click.call(this);
  };
})()";

/// All that the page's author is warned of.
pub const WARNINGS: &str = "(() => {
  const { warn } = console;
  window.warnings = [];
  console.warn = (...words) => { warnings.push(words.join(' ')); warn.apply(console, words); };
})()";

/// All that was an error on the console.
pub const ERRORS: &str = "(() => {
  const { error } = console;
  window.errors = [];
  console.error = (...words) => { errors.push(words.join(' ')); error.apply(console, words); };
})()";

/// What the widget tells the page, as it is heard on the document.
pub const TOLD: &str = "(() => {
  window.told = [];
  for (const name of ['ready', 'round-start', 'answer', 'round-end', 'progress', 'error']) {
    document.addEventListener(`mock-interview-${name}`, (event) => {
      const { bubbles, composed, cancelable, detail, target } = event;
      told.push({ name, detail, bubbles, composed, cancelable, from: target.localName, custom: event instanceof CustomEvent });
    });
  }
})()";

/// How far what is on screen has shifted by itself, all in all.
pub const SHIFTS: &str = "(() => {
  window.shifted = 0;
  window.shifts = [];
  const at = ({ x, y, width, height }) => `${[x, y, width, height].map(Math.round)}`;
  const told = ({ node, previousRect, currentRect }) => `${(node?.outerHTML ?? node?.textContent)?.slice(0, 80)}: ${at(previousRect)} to ${at(currentRect)}`;
  const add = (list) => list.getEntries().forEach(({ value, sources }) => {
    shifted += value;
    shifts.push(`${value}: ${sources.map(told)}`);
  });
  new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
})()";

impl Page {
    /// In the lobby, with these scripts in place.
    pub fn open_with(scripts: &[&str]) -> Page {
        let page = Page::blank();
        scripts.iter().for_each(|script| page.before_load(script));
        page.go("/");
        page.until_screen("lobby");
        page
    }

    /// The names of the events so far, in order.
    pub fn told(&self) -> Vec<String> {
        strings(&self.js("return told.map(({ name }) => name)"))
    }

    pub fn warnings(&self) -> Vec<String> {
        strings(&self.js("return warnings"))
    }

    pub fn skip(&self, seconds: u64) {
        self.js(&format!("skip({seconds}000)"));
    }
}
