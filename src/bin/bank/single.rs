//! `bank single`: a bank as one page that opens by a double click. The page itself is made by `script/build`; this puts the bank into it, as
//! `static/carry.js` does in the browser.

use super::arguments::Given;
use super::{Command, UNUSABLE, highlight, out, source};
use mock_interview::bank::answers::Answers;
use mock_interview::bank::tree::Tree;
use mock_interview::bank::{Bank, json, pictures, rubrics};
use mock_interview::grade::terse::terse;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "single",
    summary: "writes a bank as one page that opens by a double click",
    help: "\
bank single FILE --out PAGE.html [--dist FOLDER]: writes the program and the bank as one page,
which opens by a double click and needs no network; images are shown as their words

  FILE            the bank; its name is that of the reader's progress
  --out PAGE      where to write
  --dist FOLDER   what script/build has made, or a release; dist without it

Exit code: 0 done, 1 the bank has problems and nothing is written, 2 wrong call, unreadable or unwritable file.
Example:   bank single questions.md --out questions.html
",
    options: &[("out", true), ("dist", true)],
    files: (1, 1),
    run: |given: &Given| run(given).err().unwrap_or(ExitCode::SUCCESS),
};

fn run(given: &Given) -> Result<(), ExitCode> {
    let Some(to) = given.value("out").map(Path::new) else {
        out::tell("bank single: no page was named (add --out PAGE.html)\nTry “bank single --help”.\n");
        return Err(ExitCode::from(UNUSABLE));
    };
    let dist = given.value("dist").map_or(Path::new("dist"), Path::new);
    let (_, bank, answers) = source::sound(given.file())?;
    let from =
        empty_page(dist).ok_or_else(|| out::unusable(dist, "no mock-interview.….html in it (make it with script/build)"))?;
    let page = fs::read_to_string(&from).map_err(|error| out::unusable(&from, error))?;
    let page = filled(&page, bank, answers).ok_or_else(|| out::unusable(&from, "it is of another version than this command"))?;
    fs::write(to, page).map_err(|error| out::unusable(to, error))
}

/// The page that is one file, by its name: `mock-interview.`, the digest of what is in it, `.html`.
fn empty_page(dist: &Path) -> Option<PathBuf> {
    let is_page = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let digest = name.strip_prefix("mock-interview.").and_then(|rest| rest.strip_suffix(".html"));
        digest.is_some_and(|digest| digest.len() == 16 && digest.bytes().all(|sign| sign.is_ascii_hexdigit()))
    };
    fs::read_dir(dist).ok()?.filter_map(|entry| Some(entry.ok()?.path())).find(is_page)
}

/// None where a place to fill is missing.
fn filled(page: &str, mut bank: Bank, mut answers: Answers) -> Option<String> {
    pictures::of_bank(&mut bank, &mut answers, &mut |address, _| address.clear());
    let (title, carried) = (escaped(bank.title()), carried(&bank, answers));
    let page = put(page, "<title>", &format!("Mock interview: {title}"))?;
    let page = put(&page, "<h2>", &title)?;
    let page = put(&page, r#"<script type="text/plain" id="built-in">"#, "")?;
    put(&page, r#"<script type="application/json" id="carried">"#, &carried)
}

/// What stands between this and the next tag gives way.
fn put(page: &str, after: &str, content: &str) -> Option<String> {
    let (before, rest) = page.split_once(after)?;
    let behind = rest.find('<').and_then(|end| rest.get(end..))?;
    Some([before, after, content, behind].concat())
}

/// Names and texts, as `static/one-file.js` reads them.
fn carried(bank: &Bank, answers: Answers) -> String {
    let rubrics = terse(&rubrics::write_rubrics(bank, &answers));
    let (beginning, mut answers) = json::begin_with(bank, answers);
    highlight::highlight(bank, &mut answers);
    let texts = [
        ("id", bank.id().to_owned()),
        ("title", bank.title().to_owned()),
        ("questions", bank.questions().len().to_string()),
        ("bank", json::write_bank(&beginning)),
        ("answers", json::write_answers(&answers)),
        ("rubrics", rubrics),
    ];
    plain(&Tree::Map(texts.into_iter().map(|(name, text)| (name.to_owned(), Tree::Text(text))).collect()).write())
}

/// JSON in which no sign means anything to HTML, and none is beyond ASCII.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign.is_ascii() && sign != '<' {
            plain.push(sign);
        } else {
            let units = sign.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
            plain.push_str(&units);
        }
    }
    plain
}

fn escaped(text: &str) -> String {
    let escape = |sign: char| match sign {
        ' '..='~' if !"<&".contains(sign) => sign.to_string(),
        _ => format!("&#{};", u32::from(sign)),
    };
    text.chars().map(escape).collect()
}
