//! The doctor of banks: each of its rules finds what it is for, and passes over what looks much like it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::doctor::examine;
use mock_interview::bank::markdown::read;
use proptest::prelude::*;

/// Everything that is found, each as “question: what”, with the question's number from 1 and 0 for the bank.
fn found(source: &str) -> Vec<String> {
    let (bank, answers) = read("test", source).unwrap_or_else(|problems| panic!("{source}\n{problems:#?}"));
    let mut findings = examine(&bank, &answers);
    findings.extend(mock_interview::grade::doctor::examine(&bank, &answers));
    assert!(findings.iter().all(|finding| !finding.mend.is_empty()));
    findings.into_iter().map(|finding| format!("{}: {}", finding.question.map_or(0, |n| n + 1), finding.what)).collect()
}

#[track_caller]
fn fires(source: &str, told: &[&str]) {
    let found = found(source);
    assert_eq!(found.len(), told.len(), "{found:#?}");
    for (found, told) in found.iter().zip(told) {
        assert!(found.starts_with(told), "{found}\nis not\n{told}");
    }
}

#[track_caller]
fn is_silent(source: &str) {
    assert_eq!(found(source), [""; 0], "{source}");
}

/// A question for each heading, with an answer that says nothing about it.
fn questions(headings: &[&str]) -> String {
    headings.iter().map(|heading| format!("## {heading}\n\nYes.\n\n")).collect()
}

/// A question with this under its answer.
fn with(answer: &str, below: &str) -> String {
    format!("## What then?\n\n{answer}\n\n{below}\n")
}

#[test]
fn prompts_that_ask_the_same() {
    let alike = "2: the question asks nearly the same as “";
    fires(&questions(&["What is the event loop?", "What is an Event-Loop"]), &[alike]);
    fires(&questions(&["How do threads and coroutines differ?", "How does a coroutine differ from a thread?"]), &[alike]);
    fires(&questions(&["Why does asyncio schedule coroutines?", "Why does asyncio shedule coroutines?"]), &[alike]);
    is_silent(&questions(&["What does a Lock do?", "What does an Event do?"]));
    is_silent(&questions(&["Why use a Future?", "When use a Future?"]));
    is_silent(&questions(&["What is a synchronous iterator?", "What is an asynchronous iterator?"]));
    is_silent(&questions(&[
        "What does `gather` do with `return_exceptions=True` when a task fails in it?",
        "What does `gather` do with `return_exceptions=False` when a task fails in it?",
    ]));
    let listing = |n: u8| format!("## What does this print? {{#q{n}}}\n\n> ```python\n> print({n})\n> ```\n\nThat.\n\n");
    is_silent(&(listing(1) + &listing(2)));
    fires(&(listing(1) + &listing(1).replace("#q1", "#q2")), &[alike]);
    // What is alike in another language is not known.
    is_silent(&("---\nlang: de\n---\n\n".to_owned() + &questions(&["What is the event loop?", "What is an Event-Loop"])));
}

#[test]
fn images_without_words() {
    let told = "1: an image does not say what it shows";
    fires(&with("Yes.", "![](a.png) and ![the loop](b.png)"), &[told]);
    fires(&with("Yes.", "| a |\n| - |\n| [![ ](a.png)](https://a.example/) |"), &[told]);
    fires(&with("Yes. ![](a.png)", "Hints:\n\n- Look: *![](b.png)*"), &["1: 2 images do not say what they show"]);
    is_silent(&with("Yes.", "![the loop](a.png)"));
}

#[test]
fn choices_that_say_the_same() {
    let alike = "1: the choice “The task.” says nearly the same";
    fires(&with("Yes.", "- [x] a task\n- [ ] The task.\n- [ ] A lock"), &[alike]);
    is_silent(&with("Yes.", "- [x] before the task\n- [ ] after the task\n- [ ] not before the task"));
    is_silent(&with("Yes.", "- [x] `a == b`\n- [ ] `a = b`\n- [ ] `A = b`"));
}

#[test]
fn choices_that_speak_of_others() {
    for choice in ["All of the above", "None of these.", "Both A and B", "Answers 1 and 3 are correct", "neither (a) nor (b)"] {
        let told = format!("1: the choice “{choice}” speaks of other choices");
        fires(&with("Yes.", &format!("- [x] One\n- [ ] Two\n- [ ] {choice}")), &[&told]);
    }
    for choice in
        ["A and B", "1 and 2", "Both tasks", "Neither of the tasks", "All the tasks above the limit", "Only a task and a lock"]
    {
        is_silent(&with("Yes.", &format!("- [x] One\n- [ ] Two\n- [ ] {choice}")));
    }
}

#[test]
fn wrong_choices_without_a_why() {
    fires(
        &with("Yes.", "- [x] One\n- [ ] Two\n  > Too many.\n- [ ] Three"),
        &["1: it is not said why these choices are wrong, and of others it is: “Three”"],
    );
    is_silent(&with("Yes.", "- [x] One\n- [ ] Two\n  > Too many.\n- [ ] Three\n  > Still more."));
    is_silent(&with("Yes.", "- [x] One\n- [ ] Two\n- [ ] Three"));
}

/// Eight questions of which so many have the first list of choices, the others the second.
fn eight(first: usize, choices: &str, others: &str) -> String {
    let names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"];
    let choices = |n: usize| if n < first { choices } else { others };
    names.iter().enumerate().map(|(n, name)| format!("## What is {name}?\n\nYes.\n\n{}\n\n", choices(n))).collect()
}

#[test]
fn right_choices_that_give_themselves_away() {
    let (long, short) = ("- [ ] No\n- [x] Surely\n- [ ] Not at all", "- [ ] No\n- [ ] Not at all\n- [x] Surely not so");
    let longest = "- [x] The longest\n- [ ] No\n- [ ] Yes";
    let elsewhere = "- [ ] No longer than this\n- [x] No\n- [ ] Yes";
    fires(
        &eight(5, longest, elsewhere),
        &["0: the right choice is the longest in 5 of 8 questions", "0: the right choice stands in place 1 in 5 of 8 questions"],
    );
    is_silent(&eight(4, longest, elsewhere));
    fires(&eight(5, long, elsewhere), &["0: the right choice stands in place 2 in 8 of 8 questions"]);
    is_silent(&eight(4, long, short));
    // As long as the longest is not the longest.
    is_silent(&eight(4, "- [x] One\n- [ ] Two", "- [ ] One\n- [x] Two"));
    // Of seven, it may be chance.
    let seven = eight(8, longest, elsewhere).replace("## What is theta?\n\nYes.\n\n- [x] The longest\n- [ ] No\n- [ ] Yes", "");
    is_silent(&seven);
}

#[test]
fn topics() {
    fires(&questions(&["Why alpha? {topic=a}", "How beta?"]), &["2: the question has no topic, and others have one"]);
    is_silent(&questions(&["Why alpha? {topic=a}", "How beta? {topic=a}"]));
    let mut many =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota"].map(|name| format!("Why {name}?"));
    many[0] += " {.deep}";
    let nine: Vec<&str> = many.iter().map(String::as_str).collect();
    is_silent(&questions(&nine));
    let ten: Vec<&str> = nine.into_iter().chain(["How kappa?"]).collect();
    fires(&questions(&ten), &["0: no question has a topic"]);
}

#[test]
fn levels() {
    let of = |count: usize, other: &str| {
        let names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
        let head = |(n, name): (usize, &&str)| format!("Why {name}? {{{} topic=t}}", if n == 0 { other } else { ".core" });
        let headings: Vec<String> = names.iter().take(count).enumerate().map(head).collect();
        questions(&headings.iter().map(String::as_str).collect::<Vec<_>>())
    };
    fires(&of(10, ".core"), &["0: every question is of the level core"]);
    is_silent(&of(10, ".deep"));
    is_silent(&of(9, ".core"));
}

#[test]
fn listings_without_a_language() {
    fires(&with("Yes.", "```\nx\n```"), &["1: a listing does not name a language"]);
    fires(
        &with("Yes.", "- In a list:\n\n  ```\n  x\n  ```\n\n```\nprint(1)\n```\n\n```text\n1\n```"),
        &["1: 2 listings do not name"],
    );
    is_silent(&with("Yes.", "```python\nprint(1)\n```\n\n```text\n1\n```"));
}

#[test]
fn lengths() {
    let prompt = |letters: usize| questions(&[&"x".repeat(letters)]);
    fires(&prompt(201), &["1: the prompt has 201 characters"]);
    is_silent(&prompt(200));
    let short = |letters: usize| with(&"é".repeat(letters), "");
    fires(&short(601), &["1: the short answer has 601 characters"]);
    is_silent(&short(600));
}

#[test]
fn key_points_that_the_answer_does_not_say() {
    let point = "Key points:\n\n- The loop runs ready callbacks\n  - it executes what is ready\n";
    fires(&with("Tasks take turns.", point), &["1: the model answer does not say the key point “The loop runs ready callbacks”"]);
    // Other endings, another order, words between.
    is_silent(&with("Each callback that became ready is one that the loop is running.", point));
    // By a wording, and in the explanation.
    is_silent(&with("Yes.", &format!("Whatever is ready gets executed.\n\n{point}")));
    // Half of it, and the rest elsewhere.
    fires(&with("Callbacks run. Many other words stand here in between. A loop.", point), &["1: the model answer scores only "]);
    // The words stand there, but far apart: that is no more than chance.
    let between = format!(" {}", "Many other words stand here in between. ".repeat(4));
    let apart = ["Callbacks.", "It runs.", "A loop."].join(&between);
    fires(&with(&apart, point), &["1: the model answer does not say the key point"]);
    is_silent(&with("A loop runs callbacks.", point));
    // A listing says nothing.
    fires(
        &with("Yes.", &format!("```python\nloop.runs(ready, callbacks)\n```\n\n{point}")),
        &["1: the model answer does not say"],
    );
    // In another language, nobody knows.
    is_silent(&("---\nlang: de\n---\n\n".to_owned() + &with("Tasks take turns.", point)));
}

#[test]
fn misconceptions_that_the_answer_states() {
    let mistake = "Common mistakes:\n\n- Each coroutine runs on its own thread\n  > It does not.\n";
    let told = "1: the model answer itself seems to say the common mistake “Each coroutine runs on its own thread”";
    fires(&with("Each coroutine is run on a thread of its own.", mistake), &[told]);
    fires(&with("Every coroutine gets its own thread to run on.", mistake), &[told]);
    is_silent(&with("Each coroutine is run on a thread.", mistake));
    is_silent(&with("No coroutine runs on a thread of its own, each of them waits.", mistake));
    is_silent(&with("Threads run a loop, and the loop each coroutine.", mistake));
    is_silent(&with("“Each coroutine runs on its own thread” is often heard.", mistake));
    is_silent(&with("A coroutine each. It runs. On a thread.", mistake));
    is_silent(&with("Each coroutine runs until its task ends, on one thread.", mistake));
    // What would be is read as it stands: the author decides.
    fires(&with("Otherwise each coroutine would run on its own thread.", mistake), &[told]);
    let short = "Common mistakes:\n\n- Coroutines run\n  > They do not.\n";
    fires(&with("A coroutine runs.", short), &["1: the model answer itself seems to say the common mistake “Coroutines run”"]);
    is_silent(&with("A coroutine waits.", short));
}

#[test]
fn rubrics_that_cannot_work() {
    for wording in ["it is what it does", "they do not"] {
        let told = format!("1: the wording “{wording}” does not meet its own key point when it is said alone");
        fires(&with("Tasks wait.", &format!("Key points:\n\n- Tasks wait\n  - {wording}\n")), &[&told]);
    }
    is_silent(&with("Tasks wait.", "Key points:\n\n- Tasks wait\n  - they wait\n"));
    fires(
        &with("Tasks wait.", "Key points:\n\n- It is what it does\n  - it does it\n"),
        &[
            "1: no wording of the key point “It is what it does” meets it",
            "1: the model answer does not say the key point “It is what it does”",
        ],
    );
    fires(
        &with("Tasks wait.", "Common mistakes:\n\n- It is what it does\n  > It is not.\n"),
        &["1: the common mistake “It is what it does” is not found out when it is said"],
    );
    fires(&with("Tasks wait.", "Key points:\n\n- Tasks wait\n"), &["1: the key point “Tasks wait” has no other wording"]);
    fires(
        &with("Yes.", "Common mistakes:\n\n- No task waits here\n"),
        &["1: the common mistake “No task waits here” has no correction"],
    );
    is_silent(&with("Yes.", "Common mistakes:\n\n- No task waits here\n  > It does.\n"));
}

#[test]
fn wordings_that_stand_twice() {
    let twice = "Key points:\n\n- Tasks wait\n  - the tasks are waiting\n- Locks wait\n  - a task waits\n";
    fires(&with("Tasks wait, locks wait.", twice), &["1: two key points share the wording “a task waits”"]);
    is_silent(&with("Tasks wait, locks wait.", &twice.replace("a task waits", "a lock waits")));
    let both = "Key points:\n\n- Tasks wait\n  - it waits\n\nCommon mistakes:\n\n- Tasks never wait\n  - the task waits\n  > So it is.\n";
    // So the grader takes the one for the other, too.
    fires(
        &with("Tasks wait.", both),
        &[
            "1: “the task waits” stands under a common mistake and under a key point",
            "1: the common mistake “the task waits” passes for an answer",
            "1: the model answer scores only 50 of 100",
            "1: the model answer itself seems to say the common mistake “Tasks never wait”",
        ],
    );
    is_silent(&with("Tasks wait.", &both.replace("- the task waits", "- the task does not wait")));
    // Another order is another fact, of three letters and more.
    let order = "Key points:\n\n- It prints X, Y, Z\n  - X, Y, Z\n\nCommon mistakes:\n\n- It prints Y, X, Z\n  > It does not.\n";
    is_silent(&with("It prints X, Y, Z.", order));
}

#[test]
fn what_is_nearly_a_label() {
    for (label, wanted) in [
        ("Key point:", "Key points:"),
        ("Key points", "Key points:"),
        ("#### Key points", "Key points:"),
        ("Misconceptions:", "Common mistakes:"),
        ("Hints:", "Hints:"),
        ("Sources:", "Source:"),
        ("Tags:", "Tags:"),
    ] {
        let list = if label == "Hints:" { "Think." } else { "- Tasks wait" };
        let source = with("Tasks wait.", &format!("{label}\n\n{list}\n"));
        let words = label.trim_matches(['#', ' ', ':']);
        fires(&source, &[&format!("1: “{words}” labels nothing here and is read as text")]);
        let (bank, answers) = read("test", &source).unwrap();
        assert!(examine(&bank, &answers)[0].mend.contains(wanted));
    }
    fires(&with("Tasks wait.", "Source: https://a.example"), &["1: “Source” labels nothing here"]);
    is_silent(&with("Tasks wait.", "Source: somebody told me."));
    is_silent(&with("Tasks wait.", "Hint: they do not spin."));
    is_silent(&with("Tasks wait.", "Source: [a](https://a.example)\n\nHints:\n\n1. Think.\n\nTags: a, b\n"));
}

#[test]
fn what_is_nearly_something_else() {
    fires("## What then? {#then .deep\n\nTasks wait.\n", &["1: “{#then .deep” stays in the text of the question"]);
    is_silent("## What does `{#` mean in {#if x}?\n\nA block.\n");
    is_silent("## What is `{#then .deep`\n\nA slip.\n");
    for (weight, poor) in [("(x2)", true), ("(*3)", true), ("(2×)", true), ("(×2)", false), ("(2)", false), ("f(x)", false)] {
        let source = with("Tasks wait.", &format!("Key points:\n\n- Tasks wait {}\n  - they wait\n", weight.replace('*', "\\*")));
        let told = format!("1: “{weight}” at the end of a key point is no weight");
        if poor { fires(&source, &[&told]) } else { is_silent(&source) }
    }
    let swallowed = "```python\nprint(1)\n\n```text\n1\n```\n";
    fires(&with("Tasks wait.", swallowed), &["1: a listing holds a line of ``` with a language"]);
    is_silent(&with("Tasks wait.", "````md\n```text\n1\n```\n````\n"));
    is_silent(&with("Tasks wait.", &swallowed.replace("\n\n```text", "\n```\n\n```text")));
}

#[test]
fn languages() {
    let with = |lang: &str| format!("---\nlang: {lang}\n---\n\n## What then?\n\nTasks wait.\n");
    for lang in ["English", "e", "en_GB", "de-", "auf Deutsch"] {
        fires(&with(lang), &[&format!("0: “{lang}” is no language")]);
    }
    ["en", "pt-BR", "zh-Hans-CN", "ast", "de-1996"].into_iter().for_each(|lang| is_silent(&with(lang)));
}

#[test]
fn follow_ups_in_a_circle() {
    let question = |id: &str, to: &str| {
        let point = format!("- Tasks wait\n  - it waits\n  - If missed: [that](#{to})\n");
        format!("## Why {id}? {{#{id}}}\n\nTasks wait.\n\nKey points:\n\n{point}\n")
    };
    let circle = question("alpha", "beta") + &question("beta", "alpha");
    fires(&circle, &["1: the follow-up “#beta” leads back to this question"]);
    is_silent(&(question("alpha", "beta") + &question("beta", "gamma") + &question("gamma", "alpha")));
}

proptest! {
    /// Any words at all are examined to the end.
    #[test]
    fn nothing_panics(words in prop::collection::vec("\\PC{0,12}", 0..12), lines in prop::collection::vec("[-#>`\\[\\]x ×()'’a-eßİ]{0,16}", 0..6)) {
        let text = words.join(" ");
        let source = format!("## {text} q?\n\n{text} yes.\n\nKey points:\n\n- {text} x\n  - y {text}\n\nCommon mistakes:\n\n- {text} z\n\n{}\n", lines.join("\n"));
        if let Some((bank, answers)) = mock_interview::bank::markdown::read_good("test", &source).bank {
            examine(&bank, &answers);
            let _ = mock_interview::grade::doctor::examine(&bank, &answers);
        }
    }
}
