//! Banks to be written and read again.

mod pieces;

use mock_interview::bank::Bank;
use mock_interview::bank::answers::Answers;
use mock_interview::bank::outline::parts::label;
use mock_interview::bank::preset::Preset;
use mock_interview::bank::problem::Problem;
use mock_interview::bank::text::Block;
use pieces::PIECES;
use proptest::prelude::*;
use std::fs;

pub type Read = (Bank, Answers);

/// Every bank in the repository that is Markdown.
pub fn shipped() -> Vec<(String, String)> {
    let files = ["static/banks", "tests/banks"].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|file| file.unwrap().path()).filter(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap())).collect()
}

/// Whether both are the same but for the fingerprint, which is that of the text.
pub fn same(before: &Read, after: &Result<Read, Vec<Problem>>, text: &str) -> Result<(), TestCaseError> {
    let told = |problems: &Vec<Problem>| problems.iter().map(|problem| format!("{problem}\n")).collect::<String>();
    let (bank, answers) = after.as_ref().map_err(|problems| TestCaseError::fail(format!("{}{text}", told(problems))))?;
    prop_assert_eq!(before.0.title(), bank.title(), "{}", text);
    prop_assert_eq!(before.0.lang(), bank.lang(), "{}", text);
    // The order of the settings says nothing.
    let presets = |bank: &Bank| -> Vec<_> {
        let parts = |preset: &Preset| (preset.name.to_owned(), preset.expect.to_owned(), preset.settings(), preset.topics());
        bank.presets().map(|preset| parts(&preset)).collect()
    };
    prop_assert_eq!(presets(&before.0), presets(bank), "{}", text);
    prop_assert_eq!(before.0.questions(), bank.questions(), "{}", text);
    prop_assert_eq!(&before.1.answers, &answers.answers, "{}", text);
    Ok(())
}

const LINES: [&str; 67] = [
    "words",
    "a *stressed* word",
    "**strong**",
    "***both***",
    "**strong *within* it**",
    "*a **b *c* d** e*",
    "in*the*middle",
    "`code`",
    "`` a`b ``",
    "` `` `",
    "`  padded  `",
    "`a`<!-- -->`b`",
    "[link](https://a.example/b?c=d&e=f)",
    "[a *b*](<#a b>)",
    "<https://auto.example/>",
    "<me@mail.example>",
    "\\*not\\*",
    "snake_case_name",
    "_a_ _b_",
    "__init__",
    "\\_\\_init\\_\\_",
    "1\\. no list",
    "\\- no list",
    "\\# no heading",
    "a # b",
    "&#32;space&#32;",
    "&amp;amp;",
    "a & b",
    "AT&T",
    "&#10;",
    "x < y > z",
    "\\<b\\>",
    "arr\\[0\\]",
    "![]",
    "!\\[x\\]",
    "(×2)",
    "Key points",
    "Hints\\:",
    "Source:",
    "Tags:",
    "If missed\\: no",
    "{#no}",
    "{.core}",
    "a}",
    "مرحبا",
    "👩‍💻",
    "日本語**「強」**です",
    "a | b",
    "| a |",
    "- ",
    "=",
    "~~~",
    "\\```",
    "&nbsp;",
    "**&#32;a&#32;**",
    "*<!-- -->*",
    "back\\\\slash",
    "tab&#9;tab",
    "![a *b* `c`](d.png)",
    "[![x](<y z.png>)](https://a.example/)",
    "\\![no](https://a.example/), !![yes](/e.png?f=g#h)",
    "![&#32;\\]](i.png)![](../j.png)",
    "`a \\| b`",
    "`\\\\|`",
    "\\| \\\\\\| *\\|*",
    "[a \\| b](<https://a.example/\\|>)",
    "![\\|](<\\|.png>)",
];

fn line() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&LINES[..]);
    let pieces = proptest::collection::vec((piece, prop_oneof![3 => Just(" "), 1 => Just("")]), 1..4);
    pieces.prop_map(|pieces| {
        let line: String = pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect();
        format!("w {}", line.trim())
    })
}

fn indent(text: &str, first: &str, rest: &str) -> String {
    text.lines().enumerate().map(|(n, line)| format!("{}{line}\n", if n == 0 { first } else { rest })).collect()
}

fn table() -> impl Strategy<Value = String> {
    let cell =
        prop_oneof![1 => Just(String::new()), 3 => line(), 3 => proptest::sample::select(&LINES[..]).prop_map(str::to_owned)];
    let rule = proptest::sample::select(&["-", ":--", ":-:", "--:"][..]);
    (1..4usize, proptest::collection::vec(cell, 3..16), proptest::collection::vec(rule, 3)).prop_map(|(width, cells, rules)| {
        let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        // A | within it would be one column more than there are rules.
        let head: Vec<String> =
            cells[..width].iter().map(|cell| if cell.contains('|') { "**a**".to_owned() } else { cell.clone() }).collect();
        row(&head) + &format!("|{}|\n", rules[..width].join("|")) + &cells[width..].chunks(width).map(row).collect::<String>()
    })
}

fn block() -> impl Strategy<Value = String> {
    let code = prop_oneof![
        Just("```python\nprint(1)\n\n  x\n```\n"),
        Just("````md\n```\na\n```\n````\n"),
        Just("~~~ a`b\n~~\n~~~\n"),
        Just("```text\nout\n```\n"),
        Just("```\n```\n"),
        Just("```c\\+\\+\n\n\tx \n```\n"),
        Just("    indented\n\n      more\n"),
    ];
    let leaf = prop_oneof![3 => line().prop_map(|line| line + "\n"), 1 => code.prop_map(str::to_owned), 1 => table()];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let some = proptest::collection::vec(inner, 0..3).prop_map(|blocks| blocks.join("\n"));
        let items = proptest::collection::vec(some.clone(), 1..3);
        let list = (items, prop_oneof![Just("- "), Just("* "), Just("1. "), Just("2) ")], any::<bool>());
        prop_oneof![
            some.prop_map(|text| if text.is_empty() { ">\n".to_owned() } else { indent(&text, "> ", "> ") }),
            list.prop_map(|(items, marker, loose)| {
                let indents = " ".repeat(marker.len());
                let item = |text: &String| if text.is_empty() { format!("{marker}\n") } else { indent(text, marker, &indents) };
                items.iter().map(item).collect::<Vec<_>>().join(if loose { "\n" } else { "" })
            }),
        ]
    })
}

fn items(marker: &'static str) -> impl Strategy<Value = String> {
    let below = prop_oneof![
        line().prop_map(|line| format!("- {line}\n")),
        Just("- If missed: [that](#q1)\n".to_owned()),
        Just("- If met: [`this` *one*](#q0)\n".to_owned()),
    ];
    let item =
        (line(), prop_oneof![3 => Just(""), 1 => Just(" (×3)"), 1 => Just(" (×1)")], proptest::collection::vec(below, 0..3));
    let indents = " ".repeat(marker.len());
    let item = item.prop_map(move |(line, weight, below)| {
        format!("{marker}{line}{weight}\n") + &below.iter().map(|below| format!("{indents}{below}")).collect::<String>()
    });
    proptest::collection::vec(item, 1..3).prop_map(|items| items.concat())
}

fn part() -> impl Strategy<Value = String> {
    let correction = prop_oneof![Just(String::new()), block().prop_map(|block| indent(&indent(&block, "> ", "> "), "  ", "  "))];
    let quoted = proptest::collection::vec((line(), correction), 1..3);
    let hints = proptest::collection::vec(line(), 1..4);
    prop_oneof![
        items("- ").prop_map(|items| format!("Key points:\n\n{}", items.replace("#q1", "#q2"))),
        quoted.prop_map(|items| {
            let items: String = items.into_iter().map(|(line, below)| format!("- {line}\n{below}")).collect();
            format!("Common mistakes:\n\n{items}")
        }),
        hints.prop_map(|hints| format!("Hints:\n\n{}", hints.iter().map(|hint| format!("1. {hint}\n")).collect::<String>())),
        Just("Hints:\n".to_owned()),
        Just("Source: [one](https://one.example), [`two`](https://two.example/a(b\\)c)\n".to_owned()),
        Just("Tags: a, b\\_c, d e\n".to_owned()),
    ]
}

/// Kinds of interview; what does not fit is told, and left.
fn presets() -> impl Strategy<Value = String> {
    let phrase = proptest::sample::select(vec![
        "8 questions",
        "1 question",
        "12 minutes",
        "untimed",
        "choice and output",
        "Basic, deep",
        "40 seconds each",
        "1 second to think",
        "2 follow-ups",
        "strict",
        "practice",
        "exam",
        "hints",
        "7 questions in 9 minutes",
        "topics: t-1",
        "topic: T 1",
        "nonsense\\*",
    ]);
    let preset =
        (line(), proptest::option::of(line()), proptest::collection::vec(phrase, 0..6)).prop_map(|(name, expect, phrases)| {
            let head = expect.map_or(name.clone(), |expect| format!("{name}: {expect}"));
            format!("- {head}\n{}", phrases.iter().map(|phrase| format!("  - {phrase}\n")).collect::<String>())
        });
    let some = proptest::collection::vec(preset, 0..4);
    some.prop_map(|presets| if presets.is_empty() { String::new() } else { format!("Presets:\n\n{}\n", presets.concat()) })
}

/// Banks with everything that a bank may hold.
pub fn structured() -> impl Strategy<Value = String> {
    let maybe = |block: BoxedStrategy<String>| prop_oneof![Just(String::new()), block];
    let why = maybe(block().prop_map(|block| indent(&indent(&block, "> ", "> "), "  ", "  ")).boxed());
    let choices = maybe((line(), line(), why).prop_map(|(a, b, why)| format!("- [ ] {a} 1\n{why}- [x] {b} 2\n")).boxed());
    let details = maybe(block().prop_map(|block| indent(&block, "> ", "> ")).boxed());
    let body = proptest::collection::vec(prop_oneof![2 => block(), 1 => part()], 0..4);
    let head = (line(), prop_oneof![Just("deep"), Just("core")], prop_oneof![Just(""), Just(" topic=t-1")]);
    let question = (head, details, line(), body, choices);
    let questions = proptest::collection::vec(question, 1..3);
    (line(), questions, any::<bool>(), presets()).prop_map(|(title, questions, lang, presets)| {
        let mut text = format!("{}# {title}\n\n{presets}", if lang { "---\nlang: de\n---\n" } else { "" });
        for (n, ((prompt, level, topic), details, short, body, choices)) in questions.into_iter().enumerate() {
            text += &format!("## {prompt} {{#q{n} .{level}{topic}}}\n\n{details}\n{short}\n\n");
            for part in body {
                text += &part;
                text += "\n";
            }
            text += &format!("<!-- -->\n\n{choices}\n");
        }
        text
    })
}

pub fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => (proptest::sample::select(&PIECES[..]), 20..60usize).prop_map(|(piece, times)| piece.repeat(times)),
        4 => Just("\n\n## Which?\n\nShort.\n\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

/// Whether a label without its list stands before the short answer, and a list behind: written, the short answer is no longer between
/// them (see `bank/markdown/write.rs`).
pub fn is_unwritable((_, answers): &Read) -> bool {
    let calls = |pair: &[Block]| matches!(pair, [Block::Paragraph(words), Block::Bullets(_) | Block::Numbers(_)] if label(words).is_some());
    answers.answers.iter().any(|(_, answer)| answer.explanation.windows(2).any(calls))
}
