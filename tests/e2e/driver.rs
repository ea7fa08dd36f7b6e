//! A WebDriver session over plain HTTP: chromedriver takes JSON, and that is all there is to it. No client crate, so
//! that the tests stay plain functions that run from top to bottom.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
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

/// One chromedriver with one Chromium and a profile of its own; both end with it.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// `waits`: whether going to a page is waiting for it to load. `more` are flags beyond the usual.
    pub fn start(waits: bool, more: &[&str]) -> Driver {
        // The port that it finds may be free for IPv4 alone, and then it gives up.
        let (process, port) = (0..5).find_map(|_| listening()).expect("chromedriver starts");
        let mut driver = Driver { process, port, session: String::new() };
        let flags = [&FLAGS, more].concat();
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL" },
            "timeouts": { "script": 20_000 },
            "pageLoadStrategy": if waits { "normal" } else { "none" },
        });
        let asked = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let session = driver.send("POST", "/session", &asked).expect("a browser starts");
        driver.session = session["sessionId"].as_str().unwrap().to_owned();
        driver
    }

    /// Kills the browser as it stands, without a word to it.
    pub fn kill(&mut self) {
        let browsers = children(self.process.id());
        assert!(!browsers.is_empty(), "there is no browser to kill");
        let kill = format!("kill -KILL {}", browsers.join(" "));
        assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell").success());
    }

    pub fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.send("POST", &format!("/session/{}/{path}", self.session), &body)
    }

    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.send("GET", &format!("/session/{}/{path}", self.session), &Value::Null)
    }

    pub fn delete(&self, path: &str) -> Result<Value, String> {
        self.send("DELETE", &format!("/session/{}/{path}", self.session), &Value::Null)
    }

    /// The value of the answer, or what was wrong.
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = http(self.port, method, path, body).map_err(|error| format!("{method} {path}: {error}"))?;
        let value = answer.get("value").cloned().unwrap_or_default();
        match value.get("error").and_then(Value::as_str) {
            Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // This closes the browser; without it chromedriver would leave it behind.
        let _ = self.delete("");
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The processes that this one has started.
fn children(parent: u32) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").expect("a /proc").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_child = |process: &String| {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        status.lines().any(|line| line.strip_prefix("PPid:").is_some_and(|id| id.trim() == parent.to_string()))
    };
    processes.filter(is_child).collect()
}

/// A chromedriver, and the port that it says it has found.
fn listening() -> Option<(Child, u16)> {
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is installed: script/bootstrap");
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let rest = line.split_once("started successfully on port ")?.1;
        rest.trim_end_matches('.').parse().ok()
    });
    // Whatever else it says is read and dropped, or it would stand still one day.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    match port {
        Some(port) => Some((process, port)),
        None => {
            let _ = process.wait();
            None
        }
    }
}

fn http(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let path = path.trim_end_matches('/');
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    write!(stream, "{head}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut text = vec![0; length];
    reader.read_exact(&mut text)?;
    Ok(serde_json::from_slice(&text)?)
}
