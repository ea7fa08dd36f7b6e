//! A WebDriver session over plain HTTP: the driver takes JSON, and that is all there is to it. No client crate, so
//! that the tests stay plain functions that run from top to bottom.

use super::engine::{Engine, Wanted};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::time::Duration;

/// A driver with one browser and a profile of its own; both end with it.
pub struct Driver {
    process: Child,
    /// What the browser is seen on, where it has to be.
    screen: Option<Child>,
    port: u16,
    session: String,
}

impl Driver {
    pub fn start(wanted: &Wanted) -> Driver {
        let engine = Engine::chosen();
        let (screen, number) = engine.screen().unzip();
        let (process, port) = engine.driver(wanted, number.as_deref());
        let mut driver = Driver { process, screen, port, session: String::new() };
        let asked = engine.capabilities(wanted);
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
        // This closes the browser; without it the driver would leave it behind.
        let _ = self.delete("");
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
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

fn http(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let path = path.trim_end_matches('/');
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
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
