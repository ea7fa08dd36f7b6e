//! The browser engines that the tests drive, and what each wants of whoever drives it. `ENGINE` names the one to use: `chromium`, which
//! is the usual one, `firefox` or `webkit`. With `WASM=off` none of them has WebAssembly.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1280,900",
];
/// A flag for Chromium, which is understood for the others as well: without WebAssembly. Chromium compiles nothing at all then, as iPhones in
/// Lockdown Mode.
pub const NO_WASM: &str = "--js-flags=--jitless";
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a session is to be like, beyond the usual.
#[derive(Clone, Default)]
pub struct Wanted {
    /// Whether going to a page is waiting for it to load.
    pub waits: bool,
    /// For Chromium. Of them Firefox knows the folder of the profile and the microphone that is none, and all know `NO_WASM`.
    pub flags: Vec<String>,
    /// Host and port: whatever the browser asks for, wherever, it asks there.
    pub proxy: Option<String>,
    /// Where the browser puts what it downloads. WebKit's driver knows no such wish.
    pub downloads: Option<PathBuf>,
}

impl Wanted {
    fn is_without_wasm(&self) -> bool {
        self.flags.iter().any(|flag| flag == NO_WASM)
    }
}

impl Engine {
    pub fn chosen() -> Engine {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => panic!("ENGINE is {other}: chromium, firefox or webkit"),
        }
    }

    /// The flags of every browser: what `WASM` says.
    pub fn usual_flags() -> &'static [&'static str] {
        match std::env::var("WASM").as_deref() {
            Ok("off") => &[NO_WASM],
            _ => &[],
        }
    }

    /// What a session is to be like. Of the flags for Chromium, Firefox knows the folder of the profile, and `NO_WASM`.
    pub fn capabilities(self, wanted: &Wanted) -> Value {
        let Wanted { waits, flags, proxy, downloads } = wanted;
        let mut all = json!({
            "timeouts": { "script": 20_000 },
            "pageLoadStrategy": if *waits { "normal" } else { "none" },
        });
        if let Some(proxy) = proxy {
            all["proxy"] = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        }
        let (name, own) = match self {
            Engine::Chromium => {
                all["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                let mut args: Vec<&str> = FLAGS.into_iter().chain(flags.iter().map(String::as_str)).collect();
                // Else it asks this machine itself.
                args.extend(proxy.as_ref().map(|_| "--proxy-bypass-list=<-loopback>"));
                let mut options = json!({ "args": args });
                if let Some(folder) = downloads {
                    options["prefs"] = json!({ "download.default_directory": folder, "download.prompt_for_download": false });
                }
                ("chrome", ("goog:chromeOptions", options))
            }
            Engine::Firefox => {
                // Without it a file may read its neighbours, which no reader's Firefox lets it do.
                let mut prefs = json!({
                    "security.fileuri.strict_origin_policy": true,
                    "javascript.options.wasm": !wanted.is_without_wasm(),
                });
                if proxy.is_some() {
                    prefs["network.proxy.allow_hijacking_localhost"] = true.into();
                }
                if let Some(folder) = downloads {
                    prefs["browser.download.folderList"] = 2.into();
                    prefs["browser.download.dir"] = json!(folder);
                }
                if let Some(answer) = flags.iter().find_map(|flag| flag.strip_prefix("--use-fake-ui-for-media-stream")) {
                    prefs["media.navigator.streams.fake"] = true.into();
                    prefs["media.navigator.permission.disabled"] = (answer != "=deny").into();
                    prefs["permissions.default.microphone"] = if answer == "=deny" { 2 } else { 1 }.into();
                }
                let mut args = vec!["-headless", "--width=1280", "--height=900"];
                if let Some(folder) = flags.iter().find_map(|flag| flag.strip_prefix("--user-data-dir=")) {
                    args.extend(["-profile", folder]);
                }
                ("firefox", ("moz:firefoxOptions", json!({ "binary": "/usr/bin/firefox-esr", "args": args, "prefs": prefs })))
            }
            Engine::WebKit => {
                ("MiniBrowser", ("webkitgtk:browserOptions", json!({ "binary": MINI_BROWSER, "args": ["--automation"] })))
            }
        };
        all["browserName"] = name.into();
        all[own.0] = own.1;
        json!({ "capabilities": { "alwaysMatch": all } })
    }

    /// A screen of its own, and its number, for a browser that has to have one: of two on one screen only one has the focus.
    pub fn screen(self) -> Option<(Child, String)> {
        if self != Engine::WebKit {
            return None;
        }
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
        let spawned = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = spawned.expect("Xvfb is installed: script/test-engines");
        let mut number = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).expect("Xvfb tells its number");
        Some((process, format!(":{}", number.trim())))
    }

    /// Its driver, and the port that this listens on.
    pub fn driver(self, wanted: &Wanted, screen: Option<&str>) -> (Child, u16) {
        let start = || match self {
            Engine::Chromium => told_port(Command::new("chromedriver").arg("--port=0"), "started successfully on port "),
            Engine::Firefox => {
                told_port(Command::new("geckodriver").args(["--port", "0", "--allow-system-access"]), "Listening on 127.0.0.1:")
            }
            Engine::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.envs(screen.map(|screen| ("DISPLAY", screen)));
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                if wanted.is_without_wasm() {
                    // The one name is older than the other.
                    command.env("JSC_useWebAssembly", "0").env("JSC_useWasm", "0");
                }
                given_port(&mut command)
            }
        };
        // The port that it finds may be free for IPv4 alone, and then it gives up.
        (0..5).find_map(|_| start()).expect("the browser's driver starts")
    }
}

/// A driver that finds a port, and says so in a line after these words.
fn told_port(command: &mut Command, words: &str) -> Option<(Child, u16)> {
    let spawned = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut process = spawned.expect("the browser's driver is installed: script/bootstrap");
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let rest = line.split_once(words)?.1;
        rest.trim_end_matches('.').parse().ok()
    });
    // Whatever else it says is read and dropped, or it would stand still one day.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    if port.is_none() {
        let _ = process.wait();
    }
    Some((process, port?))
}

/// A driver that has to be told a port, and says nothing.
fn given_port(command: &mut Command) -> Option<(Child, u16)> {
    let port = TcpListener::bind(("127.0.0.1", 0)).ok()?.local_addr().ok()?.port();
    let spawned = command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut process = spawned.expect("the browser's driver is installed: script/test-engines");
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some((process, port));
        }
        sleep(Duration::from_millis(50));
    }
    let _ = process.kill();
    let _ = process.wait();
    None
}
