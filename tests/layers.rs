//! The shape of the source, kept by a test: who may use whom, what the pure part may not touch, and what would
//! break a strict page (`style` attributes, raw HTML). A broken rule is named with its file and line.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each may use itself and those before it.
const LADDER: [&str; 8] = ["bank", "language", "grade", "round", "progress", "journal", "app", "ui"];
const BROWSER: [&str; 5] = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
/// The types of the elements that events come from.
const EVENT_TARGETS: [&str; 4] = ["Event", "HtmlInputElement", "HtmlSelectElement", "HtmlTextAreaElement"];
/// Where elements are made.
const TAGS: &str = "ui/tag.rs";
/// Everything that is stored or sent goes through one type; the other only writes, and not in a browser.
const SERDE: &str = "bank/exchange/write";
const RAW_HTML: [&str; 6] = ["style=", "<style", "\"style\"", "innerHTML", "set_inner_html", "from_html_unchecked"];
/// To read `outerHTML` is no harm: the page that is one file keeps itself as it came.
const UNSAFE_JS: [&str; 7] =
    ["innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setAttribute(\"style\""];
const LONGEST: usize = 300;

#[test]
fn the_source_keeps_its_shape() {
    let mut wrong = Vec::new();
    let rust = files(Path::new("src"), "rs");
    assert!(rust.len() > 30, "only {} files in src", rust.len());
    for file in &rust {
        let name = file.strip_prefix("src").unwrap().to_str().unwrap().replace('\\', "/");
        wrong.extend(in_rust(&name, &fs::read_to_string(file).unwrap()));
    }
    for file in files(Path::new("static"), "js") {
        wrong.extend(in_js(file.to_str().unwrap(), &fs::read_to_string(&file).unwrap()));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// `name` is the path inside `src`.
fn in_rust(name: &str, source: &str) -> Vec<String> {
    let code = code_of(source);
    let module: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    let mut wrong = Vec::new();
    let mut say = |at: usize, what: String| wrong.push(format!("src/{name}:{}: {what}", line(&code, at)));

    if !source.starts_with("//!") {
        say(0, "the file does not open with //!".to_owned());
    }
    if source.lines().count() > LONGEST {
        say(0, format!("the file has more than {LONGEST} lines"));
    }
    for (at, path) in paths(&code, &module) {
        if let Some(what) = wrong_use(&module, &path) {
            say(at, what);
        }
    }
    let pure = rank(module[0]).is_some_and(|rank| rank <= rank_of("app"));
    let of_ui = module[0] == "ui";
    for word in BROWSER.into_iter().chain(["SystemTime", "Instant"]) {
        let allowed = if of_ui { matches!(word, "yew" | "web_sys") } else { !pure };
        if let Some(at) = word_at(&code, word).filter(|_| !allowed) {
            say(at, format!("{} must not use {word}", module[0]));
        }
    }
    let serde = word_at(&code, "serde").or(word_at(&code, "serde_json"));
    if let Some(at) = serde.filter(|_| !name.starts_with(SERDE)) {
        say(at, "only bank/exchange/write.rs may use serde: it stays out of the widget".to_owned());
    }
    for word in ["html", "VNode", "VList"] {
        if let Some(at) = word_at(&code, word).filter(|at| of_ui && name != TAGS && !code[..*at].ends_with('.')) {
            say(at, format!("only {TAGS} makes elements by {word}: it gives every child a key"));
        }
    }
    if matches!(module[0], "ui" | "embed") {
        for (number, text) in (1..).zip(source.lines()) {
            for word in RAW_HTML.into_iter().filter(|word| text.contains(word)) {
                wrong.push(format!("src/{name}:{number}: {word} breaks a strict page"));
            }
        }
    }
    wrong
}

fn in_js(name: &str, source: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (n, line) in (1..).zip(source.lines()) {
        for word in UNSAFE_JS.into_iter().filter(|word| word_at(line, word).is_some()) {
            wrong.push(format!("{name}:{n}: {word} breaks a strict page"));
        }
    }
    wrong
}

fn rank(module: &str) -> Option<usize> {
    LADDER.iter().position(|step| *step == module)
}

fn rank_of(module: &str) -> usize {
    rank(module).unwrap()
}

/// What is wrong with a file of this module using this path, which begins at the root of its crate.
fn wrong_use(module: &[&str], path: &[String]) -> Option<String> {
    let at = |n: usize| path.get(n).map_or("", String::as_str);
    let top = module[0];
    let told = path.join("::");
    match at(0) {
        "std" | "core" => {
            let pure = rank(top).is_some_and(|rank| rank <= rank_of("app"));
            (pure && matches!(at(1), "time" | "fs" | "env" | "net" | "process" | "thread"))
                .then(|| format!("{top} is pure and must not use {told}"))
        }
        "web_sys" => (top == "ui" && !EVENT_TARGETS.contains(&at(1))).then(|| format!("ui must not use {told}")),
        // `pub(crate)` leads nowhere.
        _ if at(1) == top || at(1).is_empty() => None,
        "crate" => {
            let allowed = match top {
                "embed" | "lib" | "main" | "bin" => true,
                "web" => at(1) == "round" && at(2) == "clock",
                _ => rank(at(1)).zip(rank(top)).is_some_and(|(used, user)| used < user),
            };
            (!allowed).then(|| format!("{top} must not use {told}"))
        }
        _ => None,
    }
}

/// Every path that begins with `crate`, `super`, `std`, `core` or `web_sys`, with the place where it begins; groups
/// are taken apart, and `super` is resolved to `crate`.
fn paths(code: &str, module: &[&str]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for root in ["crate", "super", "std", "core", "web_sys"] {
        for at in words_at(code, root).filter(|at| !code[..*at].ends_with("::")) {
            let mut ends = Vec::new();
            tree(&code[at..], &mut Vec::new(), &mut ends);
            found.extend(ends.into_iter().map(|path| (at, absolute(path, module))));
        }
    }
    found
}

fn absolute(path: Vec<String>, module: &[&str]) -> Vec<String> {
    let up = path.iter().take_while(|part| *part == "super").count();
    if up == 0 {
        return path;
    }
    let above = &module[..module.len().saturating_sub(up)];
    ["crate"].iter().chain(above).map(|part| (*part).to_owned()).chain(path.into_iter().skip(up)).collect()
}

/// Reads one path or group of paths and returns what follows it.
fn tree<'code>(code: &'code str, before: &mut Vec<String>, ends: &mut Vec<Vec<String>>) -> &'code str {
    let depth = before.len();
    let mut rest = code.trim_start();
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            rest = group;
            while !rest.is_empty() && !rest.starts_with('}') {
                rest = tree(rest, before, ends).trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            }
            rest = rest.strip_prefix('}').unwrap_or(rest);
            break;
        }
        let length = rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(length.max(usize::from(rest.starts_with('*'))));
        before.push(name.to_owned());
        rest = after.trim_start();
        match rest.strip_prefix("::") {
            Some(more) => rest = more.trim_start(),
            None => {
                ends.push(before.clone());
                // `as name` is no part of the path.
                rest = &rest[rest.find([',', '}', ';', '\n']).unwrap_or(rest.len())..];
                break;
            }
        }
    }
    before.truncate(depth);
    rest
}

/// The source with blanks for comments and for what stands in quotes; every place stays where it was.
fn code_of(source: &str) -> String {
    let bytes = source.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = match rest {
            [b'/', b'/', ..] => rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            [b'"', ..] => quoted(rest),
            [b'\'', b'\\', ..] => 2 + rest[2..].iter().skip(1).position(|byte| *byte == b'\'').unwrap_or(0) + 2,
            [b'\'', _, b'\'', ..] => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let end = (at + length).min(bytes.len());
        code[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    String::from_utf8_lossy(&code).into_owned()
}

/// The length of the string that begins here.
fn quoted(bytes: &[u8]) -> usize {
    let mut escaped = true;
    for (n, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return n + 1,
            _ => {}
        }
    }
    bytes.len()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn words_at<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let after = text[at + word.len()..].chars().next();
        let runs_on = word.ends_with(is_word) && after.is_some_and(is_word);
        !text[..*at].ends_with(is_word) && !runs_on
    })
}

fn word_at(text: &str, word: &str) -> Option<usize> {
    words_at(text, word).next()
}

fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// A rule that cannot fail guards nothing: each of these breaks one.
#[test]
fn every_broken_rule_is_found() {
    let long = "//! Why.\n".to_owned() + &"\n".repeat(LONGEST);
    for (name, source, told) in [
        ("bank/draw.rs", "use crate::round::Round;", "bank must not use crate::round::Round"),
        ("bank/draw.rs", "use crate::{bank::Bank, app::{self, Model}};", "bank must not use crate::app::self"),
        ("round.rs", "fn f() -> crate::ui::View { g() }", "round must not use crate::ui::View"),
        ("round/step.rs", "use super::super::journal::key;", "round must not use crate::journal::key"),
        ("progress.rs", "use crate::journal;", "progress must not use crate::journal"),
        ("app/update.rs", "use crate::BUILT_IN_BANK;", "app must not use crate::BUILT_IN_BANK"),
        ("app.rs", "use crate::web::store;", "app must not use crate::web::store"),
        ("ui/lobby.rs", "use crate::embed::Handle;", "ui must not use crate::embed::Handle"),
        ("web/lock.rs", "use crate::round::{Round, clock::Span};", "web must not use crate::round::Round"),
        ("bank.rs", "use std::{fmt, fs::File};", "bank is pure and must not use std::fs::File"),
        ("app.rs", "let now = std::time::Instant::now();", "app is pure and must not use std::time::Instant::now"),
        ("round.rs", "fn f(now: Instant) {}", "round must not use Instant"),
        ("journal.rs", "use gloo::storage;", "journal must not use gloo"),
        ("ui.rs", "use web_sys::{HtmlInputElement, Window};", "ui must not use web_sys::Window"),
        ("ui/lobby.rs", "use js_sys::Map;", "ui must not use js_sys"),
        ("round/step.rs", "#[derive(serde::Serialize)]", "stays out of the widget"),
        ("bank/tree.rs", "use serde::{Deserialize, Serialize};", "stays out of the widget"),
        ("app.rs", "let text = serde_json::to_string(&x);", "stays out of the widget"),
        ("ui/aside.rs", "html! { <p style=\"color: red\"/> }", "style= breaks a strict page"),
        ("ui/aside.rs", "html! { <style>{ CSS }</style> }", "<style breaks a strict page"),
        ("embed/shell.rs", "root.set_attribute(\"style\", x);", "\"style\" breaks a strict page"),
        ("ui/rich.rs", "Html::from_html_unchecked(x)", "from_html_unchecked breaks a strict page"),
        ("ui/rich.rs", "let a = html! { <li>{ item }</li> };", "by html: it gives every child a key"),
        ("ui/rich.rs", "VList::with_children(items, None)", "by VList: it gives every child a key"),
    ] {
        let source = format!("//! Why.\n\n{source}\n");
        let wrong = in_rust(name, &source);
        assert!(
            wrong.iter().any(|wrong| wrong.starts_with(&format!("src/{name}:3: ")) && wrong.ends_with(told)),
            "{source}{wrong:?}"
        );
    }
    assert_eq!(in_rust("app.rs", "fn f() {}"), ["src/app.rs:1: the file does not open with //!"]);
    assert_eq!(in_rust("app.rs", &long), ["src/app.rs:1: the file has more than 300 lines"]);
    for word in UNSAFE_JS {
        assert_eq!(in_js("a.js", &format!("\n{word}")), [format!("a.js:2: {word} breaks a strict page")]);
    }
}

#[test]
fn what_is_allowed_is_let_through() {
    for (name, source) in [
        ("bank/markdown/tree.rs", "use super::super::text::{Block, Inline};"),
        ("round/step.rs", "// use crate::app;\nuse crate::bank::{Bank, Mode}; let x = \"crate::ui\";"),
        ("bank/exchange/write.rs", "use serde::Serialize;"),
        ("journal/line.rs", "use crate::bank::hash::fnv32;"),
        ("journal/key.rs", "part.replace('\"', \"%\").find('\\''); use crate::round::clock::Millis as Time;"),
        ("web/clock.rs", "use crate::round::clock::{Millis, Span}; let w = web_sys::window();"),
        ("embed/shell.rs", "use crate::{BUILT_IN_BANK, ui}; use crate::web::{self, lock};"),
        ("bin/bank.rs", "use std::fs; use mock_interview::bank;"),
        ("ui/lobby.rs", "use web_sys::HtmlSelectElement; use yew::Html;"),
        ("ui/rich.rs", "tag(\"li\").text(item).html()"),
        ("ui/rich.rs", "names.map(|name| name.len()).sum()"),
        ("round.rs", "pub(crate) fn f() {}"),
    ] {
        assert_eq!(in_rust(name, &format!("//! Why.\n{source}\n")), [""; 0], "{source}");
    }
    assert_eq!(in_js("a.js", "retrieval(x); el.textContent = 1; medieval()"), [""; 0]);
}
