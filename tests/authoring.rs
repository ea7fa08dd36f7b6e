//! The authors' command line, run as its users run it: every command, every exit code, and what it is given by mistake.
//! `BLESS=1` writes the golden transcript anew.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::json;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[path = "authoring/judging.rs"]
mod judging;

const SHIPPED: &str = "static/banks/async-python.md";
const COMMANDS: [&str; 10] = ["check", "list", "run", "grade", "new", "convert", "compile", "single", "jsonld", "card"];

struct Told {
    code: i32,
    out: String,
    err: String,
}

fn bank(words: &[&str]) -> Told {
    with(words, &[])
}

fn with(words: &[&str], environment: &[(&str, &str)]) -> Told {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    let output = command.args(words).env_remove("PYTHON").envs(environment.iter().copied()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let told = Told { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!told.err.contains("panicked"), "{words:?}: {}", told.err);
    told
}

#[track_caller]
fn ends(words: &[&str], code: i32, err: &str) -> Told {
    let told = bank(words);
    assert_eq!(told.code, code, "{words:?}: {}{}", told.out, told.err);
    assert!(told.err.contains(err), "{words:?} should say\n{err}\nbut says\n{}", told.err);
    told
}

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("authoring").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> String {
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn help_is_there_for_everything() {
    let all = ends(&["help"], 0, "").out;
    assert_eq!(bank(&["--help"]).out, all);
    assert_eq!(bank(&["-h"]).out, all);
    for name in COMMANDS {
        assert!(all.contains(&format!("\n  {name} ")), "{all}");
        let help = ends(&[name, "--help"], 0, "").out;
        assert_eq!(bank(&["help", name]).out, help);
        assert_eq!(bank(&[name, "-h", "and", "more"]).out, help);
        for part in [&format!("bank {name} "), "Exit code: ", "Example: "] {
            assert!(help.contains(part), "{name}: {help}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 120), "{help}");
    }
    assert_eq!(ends(&["--version"], 0, "").out, concat!("bank ", env!("CARGO_PKG_VERSION"), "\n"));
    assert_eq!(bank(&["-V"]).out, bank(&["--version"]).out);
}

#[test]
fn wrong_calls_are_told_what_is_wrong() {
    ends(&[], 2, "Usage: bank COMMAND");
    ends(&["chekc", "x.md"], 2, "there is no command “chekc”; is “check” meant?");
    ends(&["help", "jsonid"], 2, "there is no command “jsonid”; is “jsonld” meant?");
    ends(&["frobnicate"], 2, "there is no command “frobnicate”\n");
    ends(&["--versoin"], 2, "there is no option “--versoin”; is “--version” meant?");
    ends(&["check", "--strikt", SHIPPED], 2, "bank check: there is no option “--strikt”; is “--strict” meant?");
    ends(&["card", "--json", SHIPPED], 2, "bank card: there is no option “--json”");
    ends(&["check", "-q", SHIPPED], 2, "there is no option “-q”");
    ends(&["check"], 2, "no file was named");
    ends(&["convert", "a.md"], 2, "bank convert: it takes 2 files");
    ends(&["list", "a.md", "b.md"], 2, "“b.md” is one file too many");
    ends(&["compile", SHIPPED], 2, "add --out FOLDER");
    ends(&["compile", SHIPPED, "--out"], 2, "bank compile: missing argument for option '--out'");
    ends(&["check", "--strict=yes", SHIPPED], 2, "unexpected argument for option '--strict'");
    for seconds in ["0", "x", "-1", "99999999999999999999"] {
        ends(&["run", SHIPPED, &format!("--timeout={seconds}")], 2, "--timeout takes a number of seconds");
    }
    ends(&["check", "--", "--strict"], 2, "--strict: error: ");
}

#[test]
fn files_that_cannot_be_read() {
    let folder = folder("unreadable");
    let latin = file(&folder, "latin.md", b"# A\n\n## Caf\xe9?\n\nYes.\n");
    let good = file(&folder, "good.md", "## What?\n\nThat.\n");
    let huge = folder.join("huge.md");
    fs::File::create(&huge).unwrap().set_len(1 << 40).unwrap();
    for command in ["check", "list", "run", "grade", "jsonld", "card"] {
        ends(&[command, "no/such.md"], 2, "no/such.md: error: ");
        ends(&[command, folder.to_str().unwrap()], 2, "error: this is a folder");
        ends(&[command, &latin], 2, "latin.md: error: the text is not UTF-8 at byte 11, in line 3");
        ends(&[command, huge.to_str().unwrap()], 2, "huge.md: error: the file is larger than 16 MiB");
    }
    ends(&["check", &file(&folder, "bank.json", "{}")], 1, "bank.json:1: error: ");
    // The others are checked all the same.
    let told = ends(&["check", "no/such.md", &good], 2, "");
    assert!(told.err.ends_with("1 question in 2 files: 0 errors, 0 warnings, 1 unreadable\n"), "{}", told.err);
    let empty = file(&folder, "empty.md", "");
    for command in ["check", "list", "run", "grade", "jsonld", "card"] {
        ends(&[command, &empty], 1, "empty.md:1: error: the bank has no question (");
    }
    for (name, text) in [("nul.md", "## \0?\n\n\0\n"), ("deep.md", &">".repeat(100_000)), ("long.md", &"## a".repeat(100_000))] {
        assert!((0..=1).contains(&bank(&["check", &file(&folder, name, text)]).code), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn devices_and_names_that_are_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    ends(&["check", "/dev/zero"], 2, "/dev/zero: error: the file is larger");
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    assert_eq!(command.args([OsStr::new("check"), OsStr::from_bytes(b"\xff.md")]).output().unwrap().status.code(), Some(2));
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    assert_eq!(command.arg(OsStr::from_bytes(b"\xff")).output().unwrap().status.code(), Some(2));
}

#[test]
fn check_tells_errors_from_warnings() {
    let golden = Path::new("tests/authoring/mistakes.transcript");
    let told = ends(&["check", "tests/authoring/mistakes.md"], 1, "");
    assert_eq!(told.out, "");
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, &told.err).unwrap();
    }
    assert_eq!(told.err, fs::read_to_string(golden).unwrap_or_default());

    let folder = folder("check");
    let doubtful = file(&folder, "doubtful.md", "## What?\n\nThat.\n\n```\nx\n```\n");
    let warned = ends(&["check", &doubtful], 0, "doubtful.md:1: warning: a listing does not name a language (");
    assert!(warned.err.ends_with("1 question in 1 file: 0 errors, 1 warning\n"), "{}", warned.err);
    ends(&["check", &doubtful, "--strict"], 1, "doubtful.md:1: error: a listing does not name a language (");
    ends(&["--strict", "check", &doubtful], 2, "there is no option “--strict”");
    let both = ends(&["check", &doubtful, "tests/authoring/mistakes.md"], 1, "tests/authoring/mistakes.md:");
    assert!(both.err.contains("doubtful.md:1: warning"), "{}", both.err);
    assert!(both.err.contains(" in 2 files: "), "{}", both.err);
    let shipped = ends(&["check", SHIPPED], 0, ": 0 errors, ").err;

    // As JSON, the same questions are doubtful, each on its own line.
    let json = folder.join("async-python.json");
    ends(&["convert", SHIPPED, json.to_str().unwrap()], 0, "");
    let told = ends(&["check", json.to_str().unwrap()], 0, ": 0 errors, ").err;
    assert_eq!(told.lines().count(), shipped.lines().count(), "{told}");
    let doubtful = file(
        &folder,
        "doubtful.json",
        "{\n\"title\": \"T\",\n\"questions\": [\n{\"id\": \"what\", \"prompt\": \"What?\", \"answer\": \"That.\", \"topic\": \"t\"},\n{\"id\": \"who\", \"prompt\": \"Who?\", \"answer\": \"He.\"}\n]}",
    );
    ends(&["check", &doubtful], 0, "doubtful.json:5: warning: the question has no topic, ");
}

#[test]
fn list_is_a_table_or_lines() {
    let starter = file(&folder("list"), "starter.md", bank(&["new"]).out);
    let told = ends(&["list", &starter], 0, "").out;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].starts_with("n  id           level  topic") && lines[2].starts_with("2  copy-a-list  basic  Lists"),
        "{told}"
    );
    assert_eq!(lines[1].find("What does"), lines[0].find("question"));

    let told = ends(&["list", &starter, "--json"], 0, "").out;
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = serde_json::json!({
        "n": 1, "id": "shared-list", "prompt": "What does this print?", "topic": "lists", "level": "core",
        "modes": ["choice", "spoken", "output", "typed"],
        "key_points": ["Both names stand for one list", "An assignment copies nothing"],
        "choices": [
            {"text": "[1, 2]", "right": false}, {"text": "[1, 2, 3]", "right": true}, {"text": "[3]", "right": false},
        ],
        "programs": [{
            "language": "python", "source": "first = [1, 2]\nsecond = first.copy()\nsecond.append(3)\nprint(first)\n",
            "output": "[1, 2]\n",
        }],
        "follow_ups": [{"key_point": 2, "when": "missed", "question": "copy-a-list"}],
    });
    assert_eq!(lines[0], first);
    assert_eq!(
        (&lines[1]["n"], &lines[1]["modes"], &lines[1]["choices"]),
        (&2.into(), &serde_json::json!(["spoken"]), &serde_json::json!([]))
    );
    assert_eq!(ends(&["list", "--json", SHIPPED], 0, "").out.lines().count(), 86);
    ends(&["list", "tests/authoring/mistakes.md"], 1, "mistakes.md:25: error: ");
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    let mut child = command.args(["list", "--json", SHIPPED]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut some = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

fn program(source: &str, output: &str) -> String {
    format!("# T\n\n## What?\n\nThat.\n\n```py\n{source}\n```\n\n```output\n{output}\n```\n")
}

#[test]
fn run_compares_what_programs_print() {
    let folder = folder("run");
    let write = |name: &str, source: &str, output: &str| file(&folder, name, program(source, output));
    let good = write("good.md", "print('é', 1)", "é 1");
    assert_eq!(ends(&["run", &good], 0, "").err, "programs: 1, other listings: 0, failed: 0\n");

    let wrong = write("wrong.md", "print(1)\nprint(2)", "1\n3");
    let told = ends(&["run", &wrong, &good], 1, "wrong.md:3: error: listing 1 of the question prints something else (").err;
    assert!(told.contains("     1\n    -3\n    +2\n"), "{told}");
    assert!(told.ends_with("programs: 2, other listings: 0, failed: 1\n"), "{told}");

    let fails = write("fails.md", "print(1)\nraise SystemExit('over')", "1");
    assert!(ends(&["run", &fails], 1, "fails.md:3: error: listing 1 of the question fails (").err.contains("    over\n"));
    let complains = write("complains.md", "import sys\nprint(1)\nprint('hm', file=sys.stderr)", "1");
    ends(&["run", &complains], 0, "complains.md:3: note: listing 1 of the question complains (");
    let endless = write("endless.md", "while True: pass", "1");
    ends(&["run", &endless, "--timeout", "1"], 1, "endless.md:3: error: listing 1 of the question does not come to an end (");
    let chatty = write("chatty.md", "while True: print('chatty')", "1");
    ends(&["run", &chatty, "--timeout", "5"], 1, "chatty.md:3: error: listing 1 of the question ");
    let left = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3)'])\nprint(1)";
    assert_eq!(bank(&["run", &write("left.md", left, "1")]).code, 0);

    let listing = |source: &str| format!("## What?\n\n> ```python3\n> {source}\n> ```\n\nThat.\n\n```js\n)\n```\n");
    ends(&["run", &file(&folder, "listing.md", listing("1 / 0"))], 0, "programs: 0, other listings: 1, failed: 0\n");
    let told = ends(
        &["run", &file(&folder, "syntax.md", listing("1 /"))],
        1,
        "syntax.md:1: error: listing 1 of the question is not Python (",
    );
    assert!(told.err.contains("SyntaxError: "), "{}", told.err);
    ends(&["run", "tests/authoring/mistakes.md", &good], 1, "programs: 1,");
    ends(&["run", &wrong, "no/such.md"], 2, "wrong.md:3: error: ");
}

#[test]
fn run_needs_python() {
    let starter = file(&folder("python"), "starter.md", bank(&["new"]).out);
    let told = with(&["run", &starter], &[("PYTHON", "/no/such/python")]);
    assert_eq!(told.code, 2);
    assert!(told.err.starts_with("bank run: “/no/such/python” cannot be started: "), "{}", told.err);
    let told = with(&["run", &starter], &[("PYTHON", env!("CARGO_BIN_EXE_bank"))]);
    assert_eq!(told.code, 2);
    assert!(
        told.err.contains("is not Python 3 (install Python 3, or name it in the environment variable PYTHON)"),
        "{}",
        told.err
    );
    assert_eq!(with(&["run", &starter], &[("PYTHON", "python3")]).code, 0);
}

#[test]
fn the_starter_is_a_good_bank() {
    let folder = folder("new");
    let starter = folder.join("starter.md");
    let name = starter.to_str().unwrap();
    assert_eq!(ends(&["new", name], 0, "").out, format!("{name}\n"));
    assert_eq!(fs::read_to_string(&starter).unwrap(), bank(&["new"]).out);
    assert_eq!(ends(&["check", "--strict", name], 0, "").err, "2 questions in 1 file: 0 errors, 0 warnings\n");
    assert_eq!(ends(&["run", name], 0, "").err, "programs: 1, other listings: 1, failed: 0\n");

    fs::write(&starter, "mine").unwrap();
    ends(&["new", name], 2, "starter.md: error: the file is there already");
    assert_eq!(fs::read_to_string(&starter).unwrap(), "mine");
    ends(&["new", folder.join("no/such/folder.md").to_str().unwrap()], 2, "folder.md: error: ");
}

#[test]
fn compile_jsonld_and_card_print_as_before() {
    let folder = folder("compile");
    let starter = file(&folder, "starter.md", bank(&["new"]).out);
    let out = folder.join("deep/banks");
    let paths = ends(&["compile", &starter, "--out", out.to_str().unwrap()], 0, "").out;
    let written: Vec<String> = paths.lines().map(|path| fs::read_to_string(path).unwrap()).collect();
    for (path, begins) in paths.lines().map(Path::new).zip(["answers.starter.", "rubrics.starter."]) {
        assert!(path.starts_with(&out) && path.file_name().unwrap().to_str().unwrap().starts_with(begins), "{path:?}");
    }
    written[0].lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap()));
    assert!(written[1].starts_with("en\n?\t"), "{}", written[1]);
    ends(&["compile", &starter, "--out", &starter], 2, "error: ");
    ends(&["compile", "tests/authoring/mistakes.md", "--out", out.to_str().unwrap()], 1, "mistakes.md:25: error: ");
    assert_eq!((paths.lines().count(), fs::read_dir(&out).unwrap().count()), (2, 2));

    let kind = |words: &[&str]| serde_json::from_str::<Value>(&ends(words, 0, "").out).unwrap()["@type"].clone();
    assert_eq!(kind(&["jsonld", &starter]), "Quiz");
    assert_eq!(kind(&["jsonld", "--faq", &starter]), "FAQPage");
    let card: Value = serde_json::from_str(&ends(&["card", &starter], 0, "").out).unwrap();
    assert_eq!((&card["id"], &card["title"], &card["questions"]), (&"starter".into(), &"My first bank".into(), &2.into()));
}

/// The page is as `script/build` makes it, as far as a bank is put into it. That it runs is seen in browsers (`tests/e2e/one_file.rs`).
#[test]
fn a_bank_becomes_one_page() {
    let folder = folder("single");
    let page = r#"<title>Ours</title> <h2>Ours</h2> <script type="application/json" id="carried">{}</script>
        <script type="text/plain" id="built-in">WHICH=</script> <script type="text/plain" id="packed">OURS=</script>"#;
    let to = folder.join("made.html").to_str().unwrap().to_owned();
    let questions =
        "# Größe \\</script> & \\<b>\n\n## Why? {#why}\n\n![A plan](plan.png) `</script><script>alert(1)</script>` 😀\n";
    let source = file(&folder, "größe.md", questions);
    let dist = folder.to_str().unwrap();
    ends(&["single", &source], 2, "add --out PAGE.html");
    ends(&["single", &source, "--out", &to, "--dist", dist], 2, "make it with script/build");
    file(&folder, "mock-interview.0123456789abcdef.html", page.replace("built-in", "another"));
    ends(&["single", &source, "--out", &to, "--dist", dist], 2, "of another version");
    file(&folder, "mock-interview.0123456789abcdef.html", page);
    ends(&["single", &file(&folder, "empty.md", ""), "--out", &to, "--dist", dist], 1, "");
    assert!(!Path::new(&to).exists());

    ends(&["single", &source, "--out", &to, "--dist", dist], 0, "");
    let made = fs::read_to_string(&to).unwrap();
    assert!(made.is_ascii() && !made.contains("WHICH") && made.contains("OURS="), "{made}");
    assert!(made.starts_with("<title>Mock interview: Gr&#246;&#223;e"), "{made}");
    let carried = made.split(r#"id="carried">"#).nth(1).and_then(|rest| rest.split("</script>").next()).unwrap();
    let carried: Value = serde_json::from_str(carried).unwrap();
    assert_eq!([&carried["id"], &carried["questions"]], ["größe", "1"]);
    let bank = json::read_bank(carried["bank"].as_str().unwrap()).unwrap();
    assert_eq!((bank.id(), bank.title()), ("größe", carried["title"].as_str().unwrap()));
    let answers = carried["answers"].as_str().unwrap();
    assert!(answers.contains("A plan") && answers.contains("😀") && !answers.contains("plan.png"), "{answers}");
    assert!(json::read_answers(json::lines(answers)).is_some());
}
