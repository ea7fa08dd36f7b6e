//! `bank convert` as its users run it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of the test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("convert").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn convert(words: &[&Path]) -> (Option<i32>, String) {
    let Output { status, stderr, stdout } = Command::new(env!("CARGO_BIN_EXE_bank")).arg("convert").args(words).output().unwrap();
    assert_eq!(stdout, b"");
    (status.code(), String::from_utf8(stderr).unwrap())
}

#[test]
fn there_and_back() {
    let folder = folder("there");
    let [json, markdown, again] = ["bank.json", "bank.MD", "again.json"].map(|name| folder.join(name));
    let shipped = Path::new("static/banks/http-caching.md");
    let done = (Some(0), String::new());
    assert_eq!(convert(&[shipped, &json]), done);
    assert_eq!(convert(&[&json, &markdown]), done);
    assert_eq!(convert(&[&markdown, &again]), done);
    let text = fs::read_to_string(&json).unwrap();
    assert!(text.starts_with("{\n  \"title\": "), "{text}");
    assert_eq!(text, fs::read_to_string(&again).unwrap());
}

#[test]
fn nothing_is_overwritten_unless_forced() {
    let folder = folder("force");
    let to = folder.join("bank.json");
    fs::write(&to, "mine".repeat(100_000)).unwrap();
    let (code, told) = convert(&[Path::new("static/banks/http-caching.md"), &to]);
    assert_eq!(code, Some(2));
    assert_eq!(told, format!("{}: error: it is there already; --force overwrites it\n", to.display()));
    assert!(fs::read_to_string(&to).unwrap().starts_with("mine"));
    let forced = convert(&[Path::new("static/banks/http-caching.md"), &to, Path::new("--force")]);
    assert_eq!(forced, (Some(0), String::new()));
    assert!(fs::read_to_string(&to).unwrap().ends_with("}\n"));
}

#[test]
fn problems_stand_with_their_lines_and_nothing_is_written() {
    let folder = folder("problems");
    let to = folder.join("bank.md");
    let (code, told) = convert(&[Path::new("tests/exchange/unknown-fields.json"), &to]);
    assert_eq!(code, Some(1));
    assert!(told.starts_with("tests/exchange/unknown-fields.json:3: error: “tittle” is no field of the bank ("), "{told}");
    assert_eq!(told.lines().count(), fs::read_to_string("tests/exchange/unknown-fields.problems").unwrap().lines().count());
    let (code, told) = convert(&[Path::new("tests/banks/two-right.md"), &folder.join("bank.json")]);
    assert_eq!(code, Some(1));
    assert!(told.starts_with("tests/banks/two-right.md:"), "{told}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_read_or_is_of_no_kind_is_a_wrong_call() {
    let folder = folder("wrong");
    fs::write(folder.join("latin.md"), b"# caf\xe9\n").unwrap();
    let good = Path::new("static/banks/http-caching.md");
    for (from, to, what) in [
        (good, "bank.txt", "must end in"),
        (good, "bank", "must end in"),
        (Path::new("README"), "bank.json", "must end in"),
        (Path::new("gone.md"), "bank.json", "No such file"),
        (&folder.join("latin.md"), "bank.json", "UTF-8"),
        (good, "no/folder/bank.json", "No such file"),
    ] {
        let (code, told) = convert(&[from, &folder.join(to)]);
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains(what), "{told}");
    }
    assert_eq!(convert(&[good]).0, Some(2));
}
