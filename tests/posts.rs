//! What the reader makes of posts. `tests/posts/*.html` is what generators have really made of `source.md`, and some of
//! our own; `.page` is what `static/post.js` makes of it in a browser (`script/posts`), and `.read` what is read from
//! that. `BLESS=1` writes those anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod told;

use mock_interview::bank::draft::Reading;
use mock_interview::bank::{json, markdown, post};
use proptest::prelude::*;
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

fn read(page: &str) -> Reading {
    post::read("post", "Untitled", page)
}

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
        assert_eq!(bank.questions()[0].id.0, id, "{heading}");
    }
}

/// What is read under a question, told in lines.
fn under(what: &str) -> String {
    let page = format!("<div><h2>One?</h2><p>Short.</p>{what}</div>");
    let reading = read(&page);
    let (json, told) = (reading.bank.clone().expect(what), told::reading(&reading));
    // It travels as it is.
    let travelled = (json::read_bank(&json::write_bank(&json.0)), json::read_answers(&json::write_answers(&json.1)));
    assert_eq!(travelled, (Some(json.0), Some(json.1)), "{what}");
    told.split_once("answer: Short.\n").expect(what).1.trim_end().replace("\n    ", "\n").trim_start().to_owned()
}

#[test]
fn tables_keep_their_cells() {
    for (table, is) in [
        (
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "table: --\n  row: a | b\n  row: 1 | 2",
        ),
        (
            "<table><tr><th align=\"right\">a</th><th>b</th></tr><tr><td align=\"left\">1</td><td align=\"center\">2</td></tr></table>",
            "table: rm\n  row: a | b\n  row: 1 | 2",
        ),
        // Without a head; with heads of rows.
        ("<table><tr><td>1</td><td>2</td></tr></table>", "table: --\n  row:  | \n  row: 1 | 2"),
        (
            "<table><tr><td></td><th>a</th></tr><tr><th>b</th><td>1</td></tr></table>",
            "table: --\n  row:  | \n  row:  | **a**\n  row: **b** | 1",
        ),
        // Cells that span several.
        (
            "<table><tr><th colspan=\"2\">a</th><th>b</th></tr><tr><td rowspan=\"2\">1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>",
            "table: ---\n  row: a |  | b\n  row: 1 | 2 | 3\n  row:  | 4 | 5",
        ),
        // Rows of different lengths, and one without cells.
        ("<table><tr><th>a</th></tr><tr></tr><tr><td>1</td><td>2</td></tr></table>", "table: --\n  row: a | \n  row: 1 | 2"),
        // A cell is a line, whatever is in it.
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td><ul><li>1</li><li><code>2|</code></li></ul></td><td><p>x</p><table><tr><td>y</td><td>z</td></tr></table></td></tr></table>",
            "table: --\n  row: a | b\n  row: 1 `2|` | x y z",
        ),
        // What only places things.
        ("<table role=\"presentation\"><tr><td>1</td><td>2</td></tr></table>", "text: 1\ntext: 2"),
        ("<table><tr><td>1</td></tr><tr><td>2</td></tr></table>", "text: 1\ntext: 2"),
        ("<table><caption>Words</caption><tr><th>a</th></tr></table>", "text: Words\ntable: -\n  row: a"),
    ] {
        assert_eq!(under(table), is, "{table}");
    }
    let wide = format!("<table><tr>{}</tr></table>", "<th>a</th>".repeat(21));
    assert!(under(&wide).contains("the table has more than 20 columns or 500 rows"), "{}", under(&wide));
    let long = format!("<table>{}</table>", "<tr><td>a</td><td>b</td></tr>".repeat(501));
    assert!(under(&long).contains("the table has more than 20 columns or 500 rows"), "{}", under(&long));
    let huge = "<table><tr><td colspan=\"4000000000\" rowspan=\"4000000000\">a</td></tr><tr><td>b</td></tr></table>";
    assert!(under(huge).contains("the table has more than 20"), "{}", under(huge));
}

#[test]
fn images_are_where_the_page_says() {
    for (image, is) in [
        ("<p><img alt=\"a  b\"/> c</p>", "text: ![a b]() c"),
        ("<p><img src=\"https://a.example/b.png\" alt=\"a\"/></p>", "text: ![a](https://a.example/b.png)"),
        ("<p><img src=\"http://localhost/b.png\"/></p>", "text: ![](http://localhost/b.png)"),
        (
            "<p><a href=\"https://a.example/\"><img src=\"https://a.example/b.png\"/></a></p>",
            "text: [![](https://a.example/b.png)](https://a.example/)",
        ),
        (
            "<p><img src=\"data:image/png;base64,AA\" alt=\"a\"/><img src=\"javascript:x\"/><img src=\"//a.example/b.png\"/></p>",
            "text: ![a]()",
        ),
        ("<p>Fine <img class=\"emoji\" src=\"https://a.example/b.png\" alt=\"👍\"/></p>", "text: Fine 👍"),
        ("<p><img alt=\"\"/></p><p>x</p>", "text: x"),
    ] {
        assert_eq!(under(image), is, "{image}");
    }
}

#[test]
fn nothing_of_a_page_overflows_the_stack() {
    let words = "<h2>Deep?</h2><p>Short.</p>";
    for around in
        ["div", "section", "blockquote", "ul", "li", "em", "a", "details", "table", "tr", "pre", "x", "h3", "summary", "dl"]
    {
        let (open, close) = (format!("<{around}>").repeat(10_000), format!("</{around}>").repeat(10_000));
        for page in [
            format!("<div>{words}{open}deep{close}</div>"),
            format!("<div>{open}{words}{close}</div>"),
            format!("<div>{words}<ul>{}deep", "<li><ul>".repeat(10_000)),
        ] {
            // Less than any browser gives, and more than a debug build needs.
            let small = std::thread::Builder::new().stack_size(256 * 1024);
            let reading = small.spawn(move || told::reading(&read(&page))).unwrap().join();
            assert!(reading.is_ok(), "{around}");
        }
    }
}

#[test]
fn a_question_is_found_however_deep_it_stands() {
    let (open, close) = ("<div>".repeat(10_000), "</div>".repeat(10_000));
    let (bank, _) = read(&format!("{open}<h2>Deep?</h2><p>Short.</p>{close}")).bank.unwrap();
    assert_eq!(bank.questions()[0].id.0, "deep");
}

#[test]
fn a_large_post_is_read() {
    for count in [1_000, 20_000] {
        let question = |n| format!("<h2 id=\"q{n}x\">Question {n}?</h2><p>Answer <b>{n}</b>.</p><ul><li>a</li><li>b</li></ul>");
        let page = format!("<div>{}</div>", (0..count).map(question).collect::<String>());
        let source: String = (0..count).map(|n| format!("## Question {n}?\n\nAnswer **{n}**.\n\n- a\n- b\n\n")).collect();
        for reading in [read(&page), markdown::read_good("post", &source)] {
            let (bank, answers) = reading.bank.unwrap();
            assert_eq!((bank.questions().len(), answers.answers.len()), (count, count));
            assert!(reading.problems.is_empty());
        }
    }
}

/// What pages are made of.
const PIECES: [&str; 49] = [
    "<h2>",
    "<h2 id=\"what\">",
    "</h2>",
    "<h3 class=\"deep\">Why? {#why topic=t}</h3>",
    "<h1>",
    "<p>",
    "</p>",
    "words ",
    "\n",
    "<a href=\"#x\">",
    "<a class=\"anchor\" href=\"#x\">¶</a>",
    "<a href=\"javascript:x\">",
    "<a href=\"https://a.b/?c=&amp;d\">",
    "</a>",
    "<ul>",
    "<ol>",
    "<li>",
    "<li><input type=\"checkbox\"></input> One</li>",
    "<li><input checked=\"\" type=\"checkbox\"></input> Two</li>",
    "<li>[x] Three</li>",
    "</li>",
    "</ul>",
    "<blockquote>",
    "</blockquote>",
    "<details>",
    "<summary>",
    "<summary>Answer</summary>",
    "<summary>Is it?</summary>",
    "</summary>",
    "</details>",
    "<pre>",
    "<code class=\"language-x\">",
    "<span class=\"line\">",
    "</code></pre>",
    "<table>",
    "<tr><td>",
    "<td colspan=\"3\">",
    "<th rowspan=\"2\" align=\"right\">",
    "<img src=\"https://a.b/c\"/>",
    "</td></tr></table>",
    "<section id=\"s\">",
    "<em>",
    "<strong>",
    "<div class=\"highlight\">",
    "<math><annotation>x</annotation>",
    "<br/>",
    "<img alt=\"&lt;b>\"/>",
    "مرحبا",
    "👩‍💻\u{0}\u{200b}",
];

fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[<>/&;\"= a-z]{0,12}",
        1 => (proptest::sample::select(&PIECES[..]), 20..60usize).prop_map(|(piece, times)| piece.repeat(times)),
        3 => Just("</x></x></x><h2>Which?</h2><p>Short.</p>".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(page in anything()) {
        travels(&read(&page))?;
    }

    #[test]
    fn any_text_is_read_as_far_as_it_goes(source in any::<String>(), middle in anything()) {
        travels(&read(&source))?;
        travels(&markdown::read_good("bank", &format!("{source}\n\n# {middle}\n\n## Which?\n\nShort.\n")))?;
    }
}

/// What was read is a bank that the widget reads as well, or there is a word on why there is none.
fn travels(reading: &Reading) -> Result<(), TestCaseError> {
    for (problem, _) in &reading.problems {
        prop_assert!(!problem.what.is_empty() && !problem.mend.is_empty());
    }
    let Some((bank, answers)) = &reading.bank else {
        prop_assert!(reading.problems.iter().any(|(problem, _)| problem.costs_question));
        return Ok(());
    };
    let (asked, read_after) = (json::write_bank(bank), json::write_answers(answers));
    prop_assert_eq!(json::read_bank(&asked), Some(bank.clone()));
    prop_assert_eq!(json::read_answers(&read_after), Some(answers.clone()));
    prop_assert!(bank.questions().iter().all(|question| answers.get(&question.id).is_some()));
    Ok(())
}

#[test]
fn what_the_page_gets_is_a_map_of_texts() {
    let reading = read("<div><h2>Bad?</h2><h2>Good?</h2><p>“Yes”\u{0}</p></div>");
    let (bank, answers) = reading.bank.as_ref().unwrap();
    let (bank, answers) = (quoted(&json::write_bank(bank)), quoted(&json::write_answers(answers)));
    let problem = "\"what\":\"the question has no answer\",\"mend\":\"write a paragraph under the heading; lists and listings follow it\",\"where\":\"Bad?\",\"lost\":1";
    assert_eq!(
        json::write_reading(&reading, false),
        format!(
            "{{\"bank\":{bank},\"rubrics\":\"[\\\"\\\"]\",\"answers\":{answers},\"title\":\"Untitled\",\"questions\":1,\"problems\":[{{{problem}}}]}}"
        ),
    );
    assert_eq!(
        json::write_reading(&markdown::read_good("bank", "\n## Bad?\n\n## {.x}\n"), true).matches("\"line\":").count(),
        json::write_reading(&markdown::read_good("bank", "\n## Bad?\n\n## {.x}\n"), true).matches("\"what\":").count(),
    );
    assert!(json::write_reading(&read(""), false).starts_with("{\"questions\":0,\"problems\":[{"));
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn a_post_brings_presets_in_its_introduction() {
    let list = "<p>Presets:</p><ul><li><p><strong>Our first call</strong>: what to expect</p><ul><li>8 questions in 12 minutes</li>\
        <li>Choice and <em>spoken</em></li></ul></li></ul>";
    let question = "<h2>One?</h2><p>1</p><h2>Two?</h2><p>2</p>";
    let fold = "<details><summary>One?</summary>1</details><details><summary>Two?</summary>2</details>";
    for page in [
        format!("<div><h1>T</h1><p>Welcome.</p>{list}<p>Go.</p>{question}</div>"),
        format!("<div>{list}{question}</div>"),
        format!("<div><h1>T</h1>{list}{fold}</div>"),
        format!("<div>{list}{fold}</div>"),
        format!("<div><h2 id=\"questions\">T</h2>{list}<h3>One?</h3><p>1</p><h3>Two?</h3><p>2</p></div>"),
    ] {
        let Reading { bank, problems } = read(&page);
        assert!(problems.is_empty(), "{page}");
        let (bank, _) = bank.unwrap();
        assert_eq!(bank.questions().len(), 2, "{page}");
        let presets: Vec<_> = bank.presets().collect();
        let [preset] = presets[..] else { panic!("{page}") };
        let told = [preset.id, preset.name, preset.expect, preset.given.words()];
        assert_eq!(told, ["our-first-call", "Our first call", "what to expect", "8 questions, 12 minutes, choice, spoken"]);
    }
    // Anywhere else it is text.
    let (bank, answers) = read(&format!("<div><h2>One?</h2><p>1</p>{list}</div>")).bank.unwrap();
    assert_eq!((bank.presets().count(), answers.answers[0].1.explanation.len()), (0, 2));
}
