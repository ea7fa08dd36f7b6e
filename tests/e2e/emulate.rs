//! What a page is told of its reader's device: how large the screen is, which scheme and medium, which time zone, whether there are scripts. Each
//! engine is told in its own way; what one cannot be told, its tests are not asked for (`script/test-engines`).

use super::engine::Engine;
use super::page::Page;
use serde_json::{Value, json};

/// WebKit's window is never narrower.
const NARROWEST: u32 = 447;

impl Page {
    /// As wide and as high as that, in CSS pixels. In WebKit the toolbar is a part of the height.
    pub fn size(&self, width: u32, height: u32) {
        let mut width = width;
        match Engine::chosen() {
            Engine::Chromium => drop(self.cdp(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            )),
            Engine::Firefox => drop(self.in_firefox(&format!(
                "Object.assign(gBrowser.selectedBrowser.style, {{ flex: 'none', width: '{width}px', height: '{height}px' }})"
            ))),
            Engine::WebKit => {
                width = width.max(NARROWEST);
                self.driver.post("window/rect", json!({ "width": width, "height": height })).unwrap();
            }
        }
        self.until(&format!("a width of {width}"), |page| page.js("return innerWidth") == width);
    }

    /// What style sheets are told, of the medium and by the names of media features; of what is not named, as it is by itself.
    pub fn media(&self, medium: &str, features: &[(&str, &str)]) {
        match Engine::chosen() {
            Engine::Chromium => {
                let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features }));
            }
            Engine::Firefox => {
                let is = |feature| features.contains(&feature);
                let scheme = match () {
                    () if is(("prefers-color-scheme", "dark")) => 0,
                    () if is(("prefers-color-scheme", "light")) => 1,
                    () => 2,
                };
                let motion = u32::from(is(("prefers-reduced-motion", "reduce")));
                let colours = if is(("forced-colors", "active")) { 2 } else { 1 };
                self.in_firefox(&format!(
                    "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {scheme});
                    Services.prefs.setIntPref('ui.prefersReducedMotion', {motion});
                    Services.prefs.setIntPref('browser.display.document_color_use', {colours});
                    gBrowser.selectedBrowser.browsingContext.mediumOverride = '{medium}'"
                ));
            }
            Engine::WebKit => unable("told what its media are"),
        }
    }

    /// Here and now it is as late as it is there.
    pub fn zone(&self, zone: &str) {
        match Engine::chosen() {
            Engine::Chromium => drop(self.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }))),
            Engine::Firefox => {
                drop(self.in_firefox(&format!("gBrowser.selectedBrowser.browsingContext.timezoneOverride = '{zone}'")))
            }
            Engine::WebKit => unable("taken to another time zone"),
        }
    }

    /// The page's scripts do not run; the test's do.
    pub fn without_scripts(&self) {
        match Engine::chosen() {
            Engine::Chromium => drop(self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))),
            Engine::Firefox => drop(self.in_firefox("gBrowser.selectedBrowser.browsingContext.allowJavascript = false")),
            Engine::WebKit => unable("kept from running scripts"),
        }
    }

    /// The mouse goes there, and clicks or not.
    pub fn mouse(&self, [x, y]: [f64; 2], clicks: bool) {
        if Engine::chosen() == Engine::Chromium {
            // The usual way waits for whatever the page is loading.
            let tell = |kind: &str| {
                self.cdp("Input.dispatchMouseEvent", json!({ "type": kind, "x": x, "y": y, "button": if clicks { "left" } else { "none" }, "clickCount": u8::from(clicks) }))
            };
            let kinds = if clicks { &["mousePressed", "mouseReleased"][..] } else { &["mouseMoved"] };
            return kinds.iter().for_each(|kind| drop(tell(kind)));
        }
        let mut actions = vec![json!({ "type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round() })];
        if clicks {
            actions.extend(["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 })));
        }
        self.driver.post("actions", json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": actions }] })).unwrap();
    }

    /// Its scripts may read and write the clipboard.
    pub fn with_clipboard(&self) {
        match Engine::chosen() {
            Engine::Chromium => {
                let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
                self.cdp("Browser.grantPermissions", permissions);
            }
            Engine::Firefox => drop(self.in_firefox("Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', true)")),
            Engine::WebKit => unable("allowed to read the clipboard"),
        }
    }

    /// A PDF of it, in Base64.
    pub fn pdf(&self) -> Value {
        match Engine::chosen() {
            Engine::Chromium => self.cdp("Page.printToPDF", json!({}))["data"].clone(),
            Engine::Firefox => self.driver.post("print", json!({})).unwrap(),
            Engine::WebKit => unable("printed"),
        }
    }

    /// Runs the script before any of the page's, at every load from now on. What the page is to see of it belongs to `window`.
    pub fn before_load(&self, script: &str) {
        match Engine::chosen() {
            Engine::Chromium => drop(self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))),
            Engine::Firefox => {
                // As its developer tools do, so that no policy of the page's forbids it.
                let frame = format!(
                    "const {{ addDebuggerToGlobal }} = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
                    const tools = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), {{ freshCompartment: true }});
                    addDebuggerToGlobal(tools);
                    const debug = new tools.Debugger();
                    addEventListener('DOMWindowCreated', ({{ target }}) => {{
                        debug.makeGlobalObjectReference(target.defaultView).executeInGlobal({});
                    }}, true)",
                    json!(format!("{{{script}}}"))
                );
                let load = "Services.mm.loadFrameScript('data:application/javascript,' + encodeURIComponent(FRAME), true)";
                self.in_firefox(&load.replace("FRAME", &json!(frame).to_string()));
            }
            // Only where the page comes from our server, and no policy forbids it.
            Engine::WebKit => self.server.begin_with(script),
        }
    }

    /// Runs the script where Firefox itself is written.
    fn in_firefox(&self, script: &str) -> Value {
        let run = |context: &str| self.driver.post("moz/context", json!({ "context": context })).unwrap();
        run("chrome");
        let done = self.driver.post("execute/sync", json!({ "script": script, "args": [] }));
        run("content");
        done.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }
}

fn unable(what: &str) -> ! {
    panic!("WebKit cannot be {what} by its driver");
}
