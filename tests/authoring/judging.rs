//! `bank grade`: line for line, in order, whatever comes in.

use super::{SHIPPED, Told, bank, file, folder};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn grade(file: &str, input: &[u8]) -> Told {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    command.args(["grade", file]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let told = Told { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!told.err.contains("panicked"), "{}", told.err);
    told
}

fn lines(told: &Told) -> Vec<Value> {
    told.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn starter(name: &str) -> String {
    file(&folder(name), "starter.md", bank(&["new"]).out)
}

#[test]
fn an_answer_gets_its_verdicts_with_the_words_that_show_them() {
    let starter = starter("grade");
    let text = "Both names refer to the same list — assigning “makes no copy”.";
    let input = [
        json!({"n": 1, "text": text, "label": [null, 1.5]}),
        json!({"id": "shared-list", "text": "Assigning makes a new list, the second name gets its own list."}),
        json!({"text": "I don't know", "id": "shared-list", "n": 1}),
        json!({"n": 1, "text": "协程在需要等待时主动让出控制权。"}),
    ];
    let told = grade(&starter, input.map(|line| line.to_string()).join("\n").as_bytes());
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    let lines = lines(&told);
    assert_eq!(lines.len(), 4);
    let first = &lines[0];
    let names: Vec<&String> = first.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 7, "{names:?}");
    assert_eq!((&first["n"], &first["id"], &first["score"]), (&json!(1), &json!("shared-list"), &json!(1)));
    assert_eq!((&first["sure"], &first["reading"], &first["misconceptions"]), (&json!(true), &json!("understood"), &json!([])));
    for (point, fact) in
        first["points"].as_array().unwrap().iter().zip(["Both names stand for one list", "An assignment copies nothing"])
    {
        assert_eq!((&point["point"], &point["verdict"]), (&json!(fact), &json!("met")));
        let evidence = point["evidence"].as_array().unwrap();
        assert!(!evidence.is_empty() && evidence.iter().all(|piece| text.contains(piece.as_str().unwrap())), "{evidence:?}");
    }
    let wrong = &lines[1];
    assert!(wrong["score"].as_f64().unwrap() < 0.05, "{wrong}");
    assert_eq!(wrong["misconceptions"][0]["misconception"], "An assignment makes a new list");
    assert!(!wrong["misconceptions"][0]["evidence"].as_array().unwrap().is_empty());
    assert_eq!((&lines[2]["score"], &lines[2]["reading"]), (&json!(0), &json!("empty")));
    assert_eq!(
        (&lines[3]["score"], &lines[3]["reading"], &lines[3]["sure"]),
        (&json!(0), &json!("not-understood"), &json!(false))
    );
}

#[test]
fn lines_that_cannot_be_judged_are_told_in_their_place() {
    let bad = [
        ("nonsense", "this is not JSON: no value begins so, at “n” (write one object a line"),
        ("[1]", "the line is a list (write one object a line"),
        ("{\"n\": 1}", "the line has no “text” (write one object a line"),
        ("{\"n\": 1, \"text\": 5}", "“text” is a number (write the answer in quotes)"),
        ("{\"text\": \"x\"}", "it is not said which question this answers ("),
        ("{\"n\": 0, \"text\": \"x\"}", "there is no question 0 (write a number from 1 to 2, as “bank list” shows it)"),
        ("{\"n\": 3, \"text\": \"x\"}", "there is no question 3 ("),
        ("{\"n\": 1.5, \"text\": \"x\"}", "there is no question 1.5 ("),
        ("{\"n\": -99999999999999999999999999999, \"text\": \"x\"}", "there is no question -9999999999999999999 ("),
        ("{\"n\": \"1\", \"text\": \"x\"}", "“n” is a text (write a number"),
        ("{\"id\": 1, \"text\": \"x\"}", "“id” is a number ("),
        ("{\"id\": \"shared-lst\", \"text\": \"x\"}", "there is no question “shared-lst”; is “shared-list” meant? ("),
        (
            "{\"id\": \"copy-a-list\", \"n\": 1, \"text\": \"x\"}",
            "“n” is the question “shared-list” and “id” another, number 2 (",
        ),
        ("{\"n\": 2, \"text\": \"x\"}", "the question “copy-a-list” has no key points (put “Key points:” and a list"),
        ("{\"n\": 1, \"text\": \"x\"} {}", "this is not JSON: something stands after its end"),
        ("{\"n\": 1, \"text\": \"\\ud800\"}", "this is not JSON: half a letter is missing after \\u"),
    ];
    let good = "{\"n\": 1, \"text\": \"one list with two names\"}";
    let input: String = bad.iter().map(|(line, _)| format!("{line}\r\n{good}\r\n")).collect();
    let told = grade(&starter("grade-bad"), input.as_bytes());
    assert_eq!(told.code, 1);
    let lines = lines(&told);
    assert_eq!((lines.len(), told.err.lines().count()), (2 * bad.len(), bad.len()));
    for (at, (line, why)) in bad.iter().enumerate() {
        let error = lines[2 * at]["error"].as_str().unwrap_or_else(|| panic!("{line}: {}", lines[2 * at]));
        assert!(error.starts_with(&format!("line {}: {why}", 2 * at + 1)), "{line}: {error}");
        assert_eq!(lines[2 * at]["line"], 2 * at + 1);
        let told = told.err.lines().nth(at).unwrap();
        assert!(told.starts_with(&format!("standard input:{}: error: {why}", 2 * at + 1)), "{told}");
        assert_eq!(lines[2 * at + 1]["n"], 1);
    }
}

#[test]
fn whatever_comes_in_comes_out_line_for_line() {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let bytes = proptest::collection::vec(any::<u8>(), 0..60);
    let field = "(\"(n|id|text|[a-z]?)\": ?(-?[0-9]{1,3}(\\.[0-9])?|\"[^\"\\\\]{0,12}\"|null|\\[1\\]|shared-list)(, ?)?){0,4}";
    let mut input = b"\xef\xbb\xbf{\"n\": 1, \"text\": \"with a byte order mark\"}\n".to_vec();
    for _ in 0..600 {
        let (bytes, field) = (&bytes, field).new_tree(&mut runner).unwrap().current();
        input.extend(bytes.into_iter().filter(|byte| *byte != b'\n'));
        input.push(b'\n');
        input.extend(format!("{{{}}}\n", field.replace('\n', " ")).into_bytes());
    }
    input.extend(b"{\"n\":1,\"text\":\"");
    input.extend(std::iter::repeat_n(b'a', 3 << 20));
    input.extend(b"\"}\n");
    input.extend(format!("{{\"n\":1,\"text\":\"{}\"}}\n", "not a list, ".repeat(8000)).into_bytes());
    input.extend(b"{\"n\":1,\"text\":\"without an end of line\"}");
    let asked = input.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    let told = grade(&starter("grade-any"), &input);
    let lines = lines(&told);
    assert_eq!((told.code, lines.len()), (1, asked));
    assert!(lines[0]["score"].is_number(), "{}", lines[0]);
    let [.., long, longer, last] = &lines[..] else { panic!() };
    assert!(long["error"].as_str().unwrap().contains("longer than 1 MiB"), "{long}");
    assert!(longer["score"].is_number() && last["score"].is_number(), "{longer} {last}");
    let nothing = grade(&starter("grade-nothing"), b"\n \r\n");
    assert_eq!((nothing.code, nothing.out.as_str(), nothing.err.as_str()), (0, "", ""));
}

#[test]
fn every_question_of_the_shipped_bank_by_number_and_by_id() {
    let listed: Vec<Value> =
        bank(&["list", "--json", SHIPPED]).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let say = |question: &Value| {
        question["key_points"].as_array().unwrap().iter().map(|fact| format!("{}. ", fact.as_str().unwrap())).collect::<String>()
    };
    let by_number: String =
        listed.iter().map(|question| json!({"n": question["n"], "text": say(question)}).to_string() + "\n").collect();
    let by_id: String =
        listed.iter().map(|question| json!({"id": question["id"], "text": say(question)}).to_string() + "\n").collect();
    let told = grade(SHIPPED, by_number.as_bytes());
    assert_eq!((told.code, told.out.lines().count()), (0, listed.len()));
    assert_eq!(told.out, grade(SHIPPED, by_id.as_bytes()).out);
    let json = folder("grade-json").join("async-python.json");
    bank(&["convert", SHIPPED, json.to_str().unwrap()]);
    assert_eq!(told.out, grade(json.to_str().unwrap(), by_number.as_bytes()).out);
    for (line, question) in lines(&told).iter().zip(&listed) {
        assert_eq!((&line["n"], &line["id"]), (&question["n"], &question["id"]));
        let facts: Vec<&Value> = line["points"].as_array().unwrap().iter().map(|point| &point["point"]).collect();
        assert_eq!(json!(facts), question["key_points"]);
        assert!(line["score"].as_f64().unwrap() > 0.6, "{line}");
    }
}

#[test]
fn each_answer_is_judged_as_it_comes() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bank"));
    let mut child = command.args(["grade", SHIPPED]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for n in 1..4 {
        writeln!(stdin, "{{\"n\": {n}, \"text\": \"It waits.\"}}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"n\":{n},\"id\":")), "{line}");
    }
    // Nobody reads on.
    drop(stdout);
    for _ in 0..3 {
        let _ = writeln!(stdin, "{{\"n\": 1, \"text\": \"It waits.\"}}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
