//! Serves the built page on a free port, with further pages from memory, and fails where a test asks it to.

use super::engine::Engine;
use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;
use tiny_http::Request;

/// The folder of the built page.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(dist.join("index.html").is_file(), "no built page in {}: run script/build, or set DIST", dist.display());
    dist
}

/// What a test changes about the answers.
#[derive(Default)]
struct Rules {
    pages: HashMap<String, String>,
    missing: Vec<String>,
    flipped: Vec<String>,
    held: Vec<String>,
    copies: Vec<String>,
    types: HashMap<String, String>,
    /// The ending of a path, and the name and the value of a header.
    headers: Vec<[String; 3]>,
    asked: Vec<String>,
    /// Scripts that every page begins with.
    scripts: String,
    /// So many answers more, and then none.
    left: Option<usize>,
    /// In place of the built page.
    folder: Option<PathBuf>,
}

pub struct Server {
    http: Arc<tiny_http::Server>,
    rules: Arc<Mutex<Rules>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn start() -> Server {
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").unwrap());
        let rules = Arc::new(Mutex::new(Rules::default()));
        let (listener, known) = (http.clone(), rules.clone());
        let thread = spawn(move || {
            for request in listener.incoming_requests() {
                let known = known.clone();
                // A browser that is slow to read holds up nobody else.
                spawn(move || answer(&dist(), &known, request));
            }
        });
        Server { http, rules, thread: Some(thread) }
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.http.server_addr())
    }

    /// Another page, beside the built one.
    pub fn add(&self, path: &str, html: impl Into<String>) {
        self.rules.lock().unwrap().pages.insert(path.to_owned(), html.into());
    }

    /// Answers 404 for every file with this ending, until `restore`.
    pub fn lose(&self, ending: &str) {
        self.rules.lock().unwrap().missing.push(ending.to_owned());
    }

    /// Sends every file with this ending with one byte changed, until `restore`.
    pub fn flip(&self, ending: &str) {
        self.rules.lock().unwrap().flipped.push(ending.to_owned());
    }

    pub fn restore(&self) {
        let mut rules = self.rules.lock().unwrap();
        rules.missing.clear();
        rules.flipped.clear();
    }

    /// Keeps whoever asks for a file with this ending waiting, until `release`.
    pub fn hold(&self, ending: &str) {
        self.rules.lock().unwrap().held.push(ending.to_owned());
    }

    pub fn release(&self, ending: &str) {
        self.rules.lock().unwrap().held.retain(|held| held != ending);
    }

    /// Answers nobody any more after so many answers, as if it were gone; until `resume`.
    pub fn stop_after(&self, answers: usize) {
        self.rules.lock().unwrap().left = Some(answers);
    }

    pub fn stop(&self) {
        self.stop_after(0);
    }

    pub fn resume(&self) {
        self.rules.lock().unwrap().left = None;
    }

    /// The built files once more, in this folder: `/copy/`.
    pub fn copy(&self, folder: &str) {
        self.rules.lock().unwrap().copies.push(folder.to_owned());
    }

    /// Another folder, in place of the built page.
    pub fn serve(&self, folder: PathBuf) {
        self.rules.lock().unwrap().folder = Some(folder);
    }

    pub fn send_as(&self, ending: &str, content_type: &str) {
        self.rules.lock().unwrap().types.insert(ending.to_owned(), content_type.to_owned());
    }

    /// Sends this header too with every file that has this ending, in place of the usual one of that name.
    pub fn send_header(&self, ending: &str, name: &str, value: &str) {
        self.rules.lock().unwrap().headers.push([ending, name, value].map(str::to_owned));
    }

    /// Lets every page from here begin with this script.
    pub fn begin_with(&self, script: &str) {
        self.rules.lock().unwrap().scripts.push_str(&format!("<script>{{ {script} }}</script>"));
    }

    /// The whole name of the file in the folder whose name begins and ends as that of `plain` (`runtime.js` →
    /// `runtime.0123.js`).
    pub fn file(&self, plain: &str) -> String {
        let (start, end) = plain.rsplit_once('.').unwrap();
        let (folder, start) = start.rsplit_once('/').map_or(("", start), |(folder, start)| (folder, start));
        let names =
            std::fs::read_dir(dist().join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut fitting = names.filter(|name| name.starts_with(start) && name.ends_with(&format!(".{end}")));
        let name = fitting.next().unwrap_or_else(|| panic!("no {plain} in the built page"));
        if folder.is_empty() { name } else { format!("{folder}/{name}") }
    }

    /// Every path that was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.rules.lock().unwrap().asked.clone()
    }

    pub fn forget_asked(&self) {
        self.rules.lock().unwrap().asked.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(mut rules) = self.rules.lock() {
            rules.held.clear();
        }
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What ends a connection at once: words of no protocol, since silence would keep the browser waiting. To Firefox they are an answer of the very
/// first HTTP, which goes on until the end; it takes an answer of two lengths for none.
fn gone() -> &'static [u8] {
    match Engine::chosen() {
        Engine::Firefox => b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        _ => b"gone, and nobody knows where\r\n\r\n",
    }
}

fn answer(dist: &Path, rules: &Mutex<Rules>, request: Request) {
    let asked = request.url().to_owned();
    let path = asked.split(['?', '#']).next().unwrap_or("/");
    {
        let mut rules = rules.lock().unwrap();
        if rules.left == Some(0) {
            let mut writer = request.into_writer();
            let _ = writer.write_all(gone()).and_then(|()| writer.flush());
            return;
        }
        rules.left = rules.left.map(|left| left - 1);
        rules.asked.push(asked.clone());
    }
    while rules.lock().unwrap().held.iter().any(|ending| path.ends_with(ending.as_str())) {
        sleep(Duration::from_millis(10));
    }
    let (body, headers) = {
        let rules = rules.lock().unwrap();
        let folder = rules.copies.iter().filter(|folder| path.starts_with(folder.as_str())).max_by_key(|folder| folder.len());
        let path = folder.map_or(path, |folder| &path[folder.len() - 1..]);
        let path = if path == "/" { "/index.html" } else { path };
        let ending = path.rsplit('.').next().unwrap_or_default();
        let flipped = rules.flipped.iter().any(|ending| path.ends_with(ending.as_str()));
        let lost = rules.missing.iter().any(|ending| path.ends_with(ending.as_str()));
        let body = match rules.pages.get(path) {
            Some(html) => Some(html.clone().into_bytes()),
            None if lost || path.contains("..") => None,
            None => std::fs::read(rules.folder.as_deref().unwrap_or(dist).join(&path[1..]))
                .ok()
                .map(|bytes| if flipped { with_a_flipped_byte(bytes) } else { bytes }),
        };
        // What is held against its digest stays as it is.
        let is_page = ending == "html" && path.split('.').all(|part| part.len() != 16);
        let body = if is_page { body.map(|html| beginning_with(&rules.scripts, html)) } else { body };
        let content_type = rules.types.get(ending).map_or(content_type(ending), String::as_str);
        // A sandboxed frame has no origin of its own and may load a script only from where anyone may.
        let usual = [("Content-Type", content_type), ("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-store")];
        let own = rules.headers.iter().filter(|[ending, ..]| path.ends_with(ending.as_str()));
        let own = own.map(|[_, name, value]| (name.as_str(), value.as_str()));
        let headers: BTreeMap<&str, &str> = usual.into_iter().chain(own).collect();
        (body, headers.into_iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<String>())
    };
    let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
    let body = body.unwrap_or_default();
    // A connection that stays open holds a thread of the server's, and the next one can wait for it for ever.
    let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    // A browser that closes the connection has no further interest.
    let mut writer = request.into_writer();
    let _ = writer.write_all(&[head.as_bytes(), &body].concat()).and_then(|()| writer.flush());
}

/// The scripts stand behind the doctype: in front of it they would change how the page looks.
fn beginning_with(scripts: &str, html: Vec<u8>) -> Vec<u8> {
    let doctype = b"<!doctype html>".len();
    let place = if html.get(..doctype).is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype html>")) { doctype } else { 0 };
    [&html[..place], scripts.as_bytes(), &html[place..]].concat()
}

/// A bit of the byte in the middle.
fn with_a_flipped_byte(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes.get_mut(middle).into_iter().for_each(|byte| *byte ^= 1);
    bytes
}

fn content_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
