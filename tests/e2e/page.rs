//! The page as its reader has it: what is seen inside the widget's shadow root, real clicks and real keys. Every look
//! waits for what it expects, up to a deadline; a test that fails prints the screen and the browser's log.

use super::driver::Driver;
use super::engine::{Engine, Wanted};
use super::server::Server;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

/// A file of the same site that runs nothing. (Firefox shows JSON in a page of its own.)
pub const NO_WIDGET: &str = "/page.css";
const DEADLINE: Duration = Duration::from_secs(10);

/// What every script can use: `root` of the widget, and the words of an element as a reader has them.
const PRELUDE: &str = "
const host = document.querySelectorAll('mock-interview')[WHICH];
const root = host?.shadowRoot;
const seen = (element) => element.checkVisibility();
const all = (css) => [...(root?.querySelectorAll(css) ?? [])].filter(seen);
const tidy = (text) => text.replace(/\\s+/g, ' ').trim();
const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('[aria-hidden=true]').forEach((part) => part.remove());
  return tidy(copy.textContent);
};
const name = (element) => element.getAttribute('aria-label') ?? words(element);
";

pub struct Page {
    pub driver: Driver,
    pub server: Server,
    /// Of the browser.
    wanted: Wanted,
    /// Whether the first page may keep itself for use without network.
    keeps: bool,
    which: Cell<usize>,
    log: RefCell<Vec<String>>,
}

impl Page {
    /// A fresh profile on an empty tab.
    pub fn blank() -> Page {
        Page::new(true, &[])
    }

    /// Likewise, but going to a page is not waiting for it: with a sandboxed frame in the page, which is a process of
    /// its own, chromedriver now and then waits for ever.
    pub fn impatient() -> Page {
        Page::new(false, &[])
    }

    pub fn new(waits: bool, flags: &[&str]) -> Page {
        let mut page = Page::keeping(waits, flags);
        page.keeps = false;
        page.forget_workers();
        page
    }

    /// The first page keeps itself for use without network. Elsewhere it does not: a test that takes files away means them all.
    pub fn keeping(waits: bool, flags: &[&str]) -> Page {
        Page::as_wanted(Wanted { waits, flags: flags.iter().map(|flag| (*flag).to_owned()).collect(), ..Wanted::default() })
    }

    /// Likewise, in a browser of that kind.
    pub fn as_wanted(mut wanted: Wanted) -> Page {
        wanted.flags.extend(Engine::usual_flags().iter().map(|flag| (*flag).to_owned()));
        Page {
            server: Server::start(),
            driver: Driver::start(&wanted),
            wanted,
            keeps: true,
            which: Cell::new(0),
            log: RefCell::default(),
        }
    }

    /// In this tab.
    fn forget_workers(&self) {
        if !self.keeps {
            self.before_load("delete Navigator.prototype.serviceWorker");
        }
    }

    /// A fresh profile in the lobby.
    pub fn open() -> Page {
        let page = Page::blank();
        page.go("/");
        page.until_screen("lobby");
        page
    }

    pub fn go(&self, path: &str) {
        self.go_to(&self.server.address(path));
    }

    pub fn go_to(&self, address: &str) {
        self.driver.post("url", json!({ "url": address })).unwrap();
    }

    pub fn reload(&self) {
        if self.keeps && Engine::chosen() == Engine::Firefox {
            // Its driver's own way goes past the service worker, which no reader's reload does.
            self.js("window.isLeft = true; location.reload()");
            return self.until("the page, loaded again", |page| {
                page.try_js("return !window.isLeft").is_ok_and(|is_new| is_new == json!(true))
            });
        }
        self.driver.post("refresh", json!({})).unwrap();
    }

    /// The browser is killed, and another one started on the same profile.
    pub fn kill(&mut self) {
        self.driver.kill();
        self.driver = Driver::start(&self.wanted);
        self.forget_workers();
    }

    /// The process of the page crashes, and the tab with it; another is looked at.
    pub fn crash(&self) {
        let crashing = self.tab();
        // Elsewhere, lest it share the process.
        self.new_tab(NO_WIDGET);
        let other = self.tab();
        self.switch_to(&crashing);
        // The answer is that it has crashed.
        let _ = self.driver.post("goog/cdp/execute", json!({ "cmd": "Page.crash", "params": {} }));
        self.switch_to(&other);
    }

    /// Nothing is stored any more, here or in the second copy.
    pub fn forget(&self) {
        self.js("localStorage.clear()");
        self.forget_copy();
    }

    pub fn forget_copy(&self) {
        self.js_later("const gone = indexedDB.deleteDatabase('mock-interview'); gone.onsuccess = gone.onerror = () => done()");
    }

    /// Looks at this one of the widgets on the page from now on.
    pub fn look_at(&self, which: usize) {
        self.which.set(which);
    }

    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        self.driver.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).unwrap()
    }

    pub fn try_js(&self, script: &str) -> Result<Value, String> {
        let prelude = PRELUDE.replace("WHICH", &self.which.get().to_string());
        self.driver.post("execute/sync", json!({ "script": format!("{prelude}\n{script}"), "args": [] }))
    }

    pub fn js(&self, script: &str) -> Value {
        self.try_js(script).unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// The script answers by calling `done`.
    pub fn js_later(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.driver.post("execute/async", json!({ "script": script, "args": [] })).unwrap()
    }

    pub fn yes(&self, script: &str) -> bool {
        self.js(&format!("return Boolean({script})")) == Value::Bool(true)
    }

    /// The words of the first such element that is visible, or nothing.
    pub fn text(&self, css: &str) -> String {
        self.js(&format!("const found = all({css:?})[0]; return found ? words(found) : ''")).as_str().unwrap().to_owned()
    }

    pub fn texts(&self, css: &str) -> Vec<String> {
        strings(&self.js(&format!("return all({css:?}).map(words)")))
    }

    pub fn count(&self, css: &str) -> usize {
        self.texts(css).len()
    }

    /// The screen's name: `lobby`, `round`, `debrief`…
    pub fn screen(&self) -> String {
        self.js("return root?.querySelector('[data-screen]')?.dataset.screen ?? ''").as_str().unwrap().to_owned()
    }

    pub fn heading(&self) -> String {
        self.text("[data-screen] h2")
    }

    /// What has the focus inside the widget: its `data-focus`, or its name.
    pub fn focus(&self) -> String {
        let script = "const active = root?.activeElement;
            return active ? active.dataset.focus ?? (active.id || name(active)) : ''";
        self.js(script).as_str().unwrap().to_owned()
    }

    pub fn until_focus(&self, wanted: &str) {
        self.until(&format!("the focus on {wanted}"), |page| page.focus() == wanted);
        assert!(self.yes("document.activeElement === host"), "the focus is inside the widget");
    }

    /// Whatever had it may be gone; were the focus gone with it, the keys would mean nothing from there on.
    pub fn until_focus_inside(&self) {
        self.until("the focus inside the widget", |page| !page.focus().is_empty());
    }

    pub fn tab_to(&self, wanted: &str) {
        self.walk_to(&[], wanted);
    }

    /// Backwards. A driven Firefox does not come round from the last place to the first one.
    pub fn tab_back_to(&self, wanted: &str) {
        self.walk_to(&["Shift"], wanted);
    }

    fn walk_to(&self, modifiers: &[&str], wanted: &str) {
        for _ in 0..60 {
            if self.focus() == wanted {
                return;
            }
            self.press_with(modifiers, "Tab");
        }
        panic!("Tab does not lead to “{wanted}”");
    }

    pub fn has_notice(&self, name: &str) -> bool {
        self.yes(&format!("all('[data-notice={name}]').length"))
    }

    /// Waits until it holds.
    pub fn until(&self, what: &str, holds: impl Fn(&Page) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < DEADLINE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn until_yes(&self, script: &str) {
        self.until(script, |page| page.yes(script));
    }

    pub fn until_screen(&self, name: &str) {
        self.until(&format!("the screen {name}"), |page| page.screen() == name);
    }

    /// Waits until something visible of that kind can be clicked under this name, and clicks it.
    pub fn click(&self, button: &str) {
        self.click_at("button, summary, label, a", button);
    }

    pub fn click_at(&self, css: &str, wanted: &str) {
        self.until_painted();
        // Where a click has hit is known by the name: what moves under the mouse is not hit, but what has taken its place, as a lobby does that of the
        // card, is. A busy page may hear of it late, when the element is gone.
        let find = format!(
            "addEventListener('mousedown', () => (window.pressed = scrollY), {{ once: true, capture: true }});
            addEventListener('mouseup', () => (window.scrolled ||= Math.abs(scrollY - window.pressed) > 2), {{ once: true, capture: true }});
            const found = all({css:?}).find((found) => !found.disabled && name(found) === {wanted:?});
            found?.getRootNode().addEventListener('click', ({{ target }}) => {{
                const hit = target.closest?.({css:?});
                window.hit ||= Boolean(hit) && name(hit) === {wanted:?};
            }}, {{ once: true, capture: true }});
            return found"
        );
        self.js("window.hit = window.scrolled = false");
        let start = Instant::now();
        loop {
            let clicked = self.try_js(&find).and_then(|element| self.click_element(&element));
            // Another try would hit, and hide it.
            assert!(!self.yes("window.scrolled"), "the page scrolls while “{wanted}” is pressed");
            match clicked {
                _ if self.yes("window.hit") => return,
                outcome => assert!(start.elapsed() < DEADLINE, "cannot click “{wanted}”: {outcome:?}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Before the first picture of a page the browser drops clicks and keys: nobody can have meant them. WebKit tells it of no frame.
    fn until_painted(&self) {
        let told = if Engine::chosen() == Engine::WebKit { "window !== top || " } else { "" };
        self.until_yes(&format!("{told}performance.getEntriesByType('paint').length"));
    }

    fn click_element(&self, element: &Value) -> Result<(), String> {
        let id = element.as_object().and_then(|element| element.values().next()?.as_str()).ok_or("it is not there")?;
        self.driver.post(&format!("element/{id}/click"), json!({})).map(drop)
    }

    pub fn press(&self, key: &str) {
        self.press_with(&[], key);
    }

    pub fn press_with(&self, modifiers: &[&str], key: &str) {
        self.until_painted();
        let keys: Vec<String> = modifiers.iter().chain([&key]).map(|key| code(key)).collect();
        let event = |kind: &str, key: &String| json!({ "type": kind, "value": key });
        let down = keys.iter().map(|key| event("keyDown", key));
        let up = keys.iter().rev().map(|key| event("keyUp", key));
        let actions: Vec<Value> = down.chain(up).collect();
        self.driver.post("actions", json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] })).unwrap();
    }

    pub fn type_in(&self, text: &str) {
        text.chars().for_each(|letter| self.press(&letter.to_string()));
    }

    /// Opens another tab and goes on there; returns the handle of the one that was left.
    pub fn new_tab(&self, path: &str) -> String {
        let left = self.tab();
        // What is behind another tab WebKit does not paint.
        let kind = if Engine::chosen() == Engine::WebKit { "window" } else { "tab" };
        let opened = self.driver.post("window/new", json!({ "type": kind })).unwrap();
        self.switch_to(opened["handle"].as_str().unwrap());
        self.forget_workers();
        self.go(path);
        left
    }

    /// The handle of the tab that we are in.
    pub fn tab(&self) -> String {
        self.driver.get("window").unwrap().as_str().unwrap().to_owned()
    }

    pub fn switch_to(&self, tab: &str) {
        self.driver.post("window", json!({ "handle": tab })).unwrap();
    }

    /// Closes this tab and goes on in the other.
    pub fn close_tab(&self, other: &str) {
        self.driver.delete("window").unwrap();
        self.switch_to(other);
    }

    pub fn enter_frame(&self) {
        self.switch_frame(0);
    }

    /// WebKit loses a frame that was entered before its document came, and Firefox what is asked in it.
    pub fn switch_frame(&self, which: usize) {
        let has_come = "return location.href !== 'about:blank' && document.readyState === 'complete'";
        self.until("a frame", |page| {
            let is_in = page.driver.post("frame", json!({ "id": which })).is_ok();
            if !is_in || page.try_js(has_come) == Ok(json!(true)) {
                return is_in;
            }
            let _ = page.driver.post("frame/parent", json!({}));
            false
        });
    }

    pub fn leave_frame(&self) {
        self.driver.post("frame", json!({ "id": null })).unwrap();
    }

    /// All that the browser's console has said so far.
    pub fn log(&self) -> Vec<String> {
        let mut log = self.log.borrow_mut();
        let news = self.driver.post("se/log", json!({ "type": "browser" })).unwrap_or_default();
        let line = |entry: &Value| format!("{} {}", entry["level"], entry["message"]);
        log.extend(news.as_array().into_iter().flatten().map(line));
        log.clone()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let screen = "return root ? [...root.children].map((part) => part.innerText).join('\\n') : document.body.innerText";
            let screen = self.try_js(screen).unwrap_or_default();
            let (focus, log) = (self.try_js("return root?.activeElement?.outerHTML.slice(0, 200)"), self.log());
            let screen: String = screen.as_str().unwrap_or("(none)").chars().take(3000).collect();
            eprintln!("── asked for ──\n{}", self.server.asked().join(" "));
            eprintln!("── the screen ──\n{screen}\n── focus ──\n{focus:?}\n── the log ──\n{}\n──", log.join("\n"));
        }
    }
}

pub fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}

/// WebDriver's codes for the keys that are not letters.
fn code(key: &str) -> String {
    match key {
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Shift" => "\u{e008}",
        "Control" => "\u{e009}",
        "Esc" => "\u{e00c}",
        "Space" => " ",
        "Delete" => "\u{e017}",
        "Meta" => "\u{e03d}",
        "Alt" => "\u{e00a}",
        other => other,
    }
    .to_owned()
}
