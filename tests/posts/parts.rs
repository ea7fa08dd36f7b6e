//! Single parts of a post: tables, images, presets; and what the page is handed of all.

use super::super::told;
use super::read;
use mock_interview::bank::draft::Reading;
use mock_interview::bank::{json, markdown};

/// What is read under a question, told in lines.
fn under(what: &str) -> String {
    let page = format!("<div><h2>One?</h2><p>Short.</p>{what}</div>");
    let reading = read(&page);
    let (json, told) = (reading.bank.clone().expect(what), told::reading(&reading));
    // It travels as it is.
    let travelled = (json::read_bank(&json::write_bank(&json.0)), json::read_answers(json::lines(&json::write_answers(&json.1))));
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
fn what_the_page_gets_is_a_map_of_texts() {
    let reading = read("<div><h2>Bad?</h2><h2>Good?</h2><p>“Yes”\u{0}</p></div>");
    let (bank, answers) = reading.bank.as_ref().unwrap();
    let (bank, answers) = (quoted(&json::write_bank(bank)), quoted(&json::write_answers(answers)));
    let problem = "\"what\":\"the question has no answer\",\"mend\":\"write a paragraph under the heading; lists and listings follow it\",\"where\":\"Bad?\",\"lost\":1";
    assert_eq!(
        json::write_reading(&reading, false),
        format!(
            "{{\"bank\":{bank},\"rubrics\":\"\",\"answers\":{answers},\"title\":\"Untitled\",\"presets\":[],\"questions\":1,\"problems\":[{{{problem}}}]}}"
        ),
    );
    assert_eq!(
        json::write_reading(&markdown::read_good("bank", "\n## Bad?\n\n## {.x}\n"), true).matches("\"line\":").count(),
        json::write_reading(&markdown::read_good("bank", "\n## Bad?\n\n## {.x}\n"), true).matches("\"what\":").count(),
    );
    assert!(json::write_reading(&read(""), false).starts_with("{\"questions\":0,\"problems\":[{"));
    let own = "# Own\n\nPresets:\n\n- First call: a\n  - 2 questions, 9 minutes\n- Calm: b\n  - 1 question, untimed\n\n## One?\n\n1\n\n## Two?\n\n2\n";
    let figures = "\"presets\":[[\"first-call\",2,9,\"First call\"],[\"calm\",1,0,\"Calm\"]]";
    assert!(json::write_reading(&markdown::read_good("bank", own), true).contains(figures), "for the start card");
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
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
