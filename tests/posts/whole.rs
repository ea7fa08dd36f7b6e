//! Whole posts, as generators make them.

use super::super::told;
use super::read;
use mock_interview::bank::draft::Reading;
use mock_interview::bank::markdown;
use std::fs;
use std::path::Path;

/// Those that were made from `source.md`.
const GENERATORS: [&str; 12] = [
    "astro",
    "docusaurus",
    "hexo",
    "hugo",
    "jekyll",
    "mdbook",
    "mkdocs",
    "pandoc",
    "pelican",
    "sphinx",
    "starlight",
    "vitepress",
];

fn file(name: &str, ending: &str) -> String {
    fs::read_to_string(Path::new("tests/posts").join(name).with_extension(ending)).unwrap()
}

#[test]
fn every_post_reads_as_it_should() {
    let mut names: Vec<String> = fs::read_dir("tests/posts")
        .unwrap()
        .filter_map(|file| file.unwrap().file_name().to_str().unwrap().strip_suffix(".html").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() > GENERATORS.len(), "only {names:?} were found");
    let mut unlike = Vec::new();
    for name in names {
        let found = told::reading(&read(&file(&name, "page")));
        if std::env::var_os("BLESS").is_some() {
            fs::write(format!("tests/posts/{name}.read"), &found).unwrap();
        }
        let expected = file(&name, "read");
        if found != expected {
            unlike.push(format!("{name} should be\n{expected}\nbut is\n{found}"));
        }
    }
    assert!(unlike.is_empty(), "\n{}", unlike.join("\n"));
}

/// Every question, answer and choice, without what generators differ in.
fn gist(reading: &Reading) -> Vec<String> {
    let told = told::reading(reading);
    let levels = told.lines().filter(|line| line.contains(" · ")).map(|line| line.split_once(" · ").unwrap().1);
    let words = ["ask:", "answer:", "right:", "wrong:"];
    let lines = told.lines().filter(|line| words.iter().any(|word| line.trim_start().starts_with(word)));
    levels.chain(lines).map(str::to_owned).collect()
}

#[test]
fn a_page_says_what_its_markdown_says() {
    let source = gist(&markdown::read_good("post", &file("source", "md")));
    assert_eq!(source.len(), 4 + 4 + 4 + 3, "{source:#?}");
    for name in GENERATORS {
        assert_eq!(gist(&read(&file(name, "page"))), source, "{name}");
    }
}

#[test]
fn a_title_is_taken_from_the_page_where_it_has_one() {
    for (page, title) in [
        ("<div><h1>First</h1><h2>One?</h2><p>1</p></div>", "First"),
        ("<div><h2>Above all</h2><h3>One?</h3><p>1</p><h4>Two?</h4><p>2</p></div>", "Above all"),
        ("<div><header><h2>In the head</h2></header><h2>One?</h2><p>1</p></div>", "In the head"),
        ("<div><h2 class=\"entry-title\">By name</h2><h2>One?</h2><p>1</p></div>", "By name"),
        ("<div><h1><img></img></h1><h2>One?</h2><p>1</p></div>", "Untitled"),
        ("<div><h2>One?</h2><p>1</p><h2>Two?</h2><p>2</p></div>", "Untitled"),
        ("<div><h2 class=\"deep\">One?</h2><p>1</p><h3>More</h3><p>2</p></div>", "Untitled"),
        ("<div><h2>Only?</h2><pre>code</pre><details><summary>Answer</summary>1</details></div>", "Untitled"),
        ("<details><summary>Only?</summary>1</details>", "Untitled"),
    ] {
        let (bank, _) = read(page).bank.expect(page);
        assert_eq!(bank.title(), title, "{page}");
    }
}

#[test]
fn an_id_is_the_pages_own_unless_it_is_counted() {
    for (heading, id) in [
        ("<h2 id=\"x\">One?</h2>", "x"),
        ("<h2 id=\"x\">One? {#y}</h2>", "y"),
        ("<h2 id=\"x .deep topic=t\">One?</h2>", "x"),
        ("<h2>One?<a href=\"#x\">¶</a></h2>", "x"),
        ("<section id=\"x\"><h2>One?</h2></section>", "x"),
        ("<section id=\"x\"><p>Before</p><h2>One?</h2></section>", "one"),
        ("<div id=\"x\"><h2>One?</h2></div>", "one"),
        ("<h2 id=\"\">One?</h2>", "one"),
        ("<h2 id=\"_1\">One?</h2>", "one"),
        ("<section id=\"id12\"><h2>One?</h2></section>", "one"),
        ("<h2 id=\"section-2\">One?</h2>", "one"),
        ("<h2 id=\"a&quot;&amp;quot;&lt;b\">One?</h2>", "a\"&quot;<b"),
    ] {
        let (bank, _) = read(&format!("<div>{heading}<p>Short.</p></div>")).bank.expect(heading);
        assert_eq!(bank.questions()[0].id.0.as_ref(), id, "{heading}");
    }
}
