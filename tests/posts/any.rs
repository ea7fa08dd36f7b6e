//! Whatever a page is made of, it is read, and what is read can travel.

use super::super::told;
use super::read;
use mock_interview::bank::draft::Reading;
use mock_interview::bank::{json, markdown};
use proptest::prelude::*;

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
    assert_eq!(bank.questions()[0].id.0.as_ref(), "deep");
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
    prop_assert_eq!(json::read_answers(json::lines(&read_after)), Some(answers.clone()));
    prop_assert!(bank.questions().iter().all(|question| answers.get(&question.id).is_some()));
    Ok(())
}
