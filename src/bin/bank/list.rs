//! `bank list`: the questions, as a table for people or as lines for programs.

use super::arguments::Given;
use super::{Command, blocks, out, source};
use mock_interview::bank::answers::{Answers, ModelAnswer};
use mock_interview::bank::text::plain;
use mock_interview::bank::tree::Tree;
use mock_interview::bank::{Bank, Mode, Question, topic_name};
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "list",
    summary: "prints the questions of a bank, as a table or with --json as lines",
    help: "\
bank list FILE [--json]: prints the questions of a bank

  FILE     the bank
  --json   one JSON object a line, for programs:
           n            its number, from 1
           id, prompt, topic, level
                        texts; the topic is empty where there is none; basic, core or deep
           modes        how it can be asked: \"choice\", \"spoken\", \"output\", \"typed\"
           key_points   the facts of its rubric, as plain text
           choices      {\"text\", \"right\": true or false}
           programs     listings that say what they print: {\"language\", \"source\", \"output\"}
           follow_ups   {\"key_point\": its number, from 1; \"when\": \"missed\" or \"met\"; \"question\": an id}

Exit code: 0 done, 1 the bank has problems, 2 wrong call or unreadable file.
Example:   bank list questions.md --json | head -1
",
    options: &[("json", false)],
    files: (1, 1),
    run,
};

fn run(given: &Given) -> ExitCode {
    match source::sound(given.file()) {
        Ok((_, bank, answers)) if given.has("json") => out::print(&lines(&bank, &answers)),
        Ok((_, bank, answers)) => out::print(&table(&bank, &answers)),
        Err(code) => code,
    }
}

fn table(bank: &Bank, answers: &Answers) -> String {
    let head = ["n", "id", "level", "topic", "choices", "key points", "question"].map(str::to_owned);
    let rows = (1..).zip(bank.questions()).map(|(n, question): (usize, _)| {
        let points = answers.get(&question.id).map_or(0, |answer| answer.key_points.len());
        [
            n.to_string(),
            question.id.0.to_string(),
            question.level.name().to_owned(),
            topic_name(&question.topic),
            question.choices.len().to_string(),
            points.to_string(),
            plain(&question.prompt),
        ]
    });
    let rows: Vec<[String; 7]> = std::iter::once(head).chain(rows).collect();
    let wide: Vec<usize> = (0..7).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    let line = |row: &[String; 7]| {
        let cells = row.iter().zip(&wide).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn lines(bank: &Bank, answers: &Answers) -> String {
    let none = ModelAnswer::default();
    let line = |(n, question): (usize, &Question)| {
        let answer = answers.get(&question.id).unwrap_or(&none);
        let modes = Mode::ALL.into_iter().filter(|mode| question.can(*mode)).map(|mode| text(mode.name()));
        let points = answer.key_points.iter().map(|point| text(&plain(&point.fact)));
        let choices = question
            .choices
            .iter()
            .map(|choice| object(&[("text", text(&plain(&choice.text))), ("right", choice.right.to_string())]));
        let listings = blocks::listings(question, Some(answer));
        let programs = listings.iter().filter_map(|listing| {
            let output = text(listing.output?);
            Some(object(&[("language", text(listing.language)), ("source", text(listing.source)), ("output", output)]))
        });
        let follow_ups = (1..).zip(&answer.key_points).flat_map(|(n, point): (usize, _)| {
            point.follow_ups.iter().map(move |follow_up| {
                let when = if follow_up.if_met { "met" } else { "missed" };
                object(&[("key_point", n.to_string()), ("when", text(when)), ("question", text(&follow_up.question.0))])
            })
        });
        object(&[
            ("n", n.to_string()),
            ("id", text(&question.id.0)),
            ("prompt", text(&plain(&question.prompt))),
            ("topic", text(&question.topic)),
            ("level", text(question.level.name())),
            ("modes", list(modes)),
            ("key_points", list(points)),
            ("choices", list(choices)),
            ("programs", list(programs)),
            ("follow_ups", list(follow_ups)),
        ]) + "\n"
    };
    (1..).zip(bank.questions()).map(line).collect()
}

// The tree that the widget reads and writes has no true and no false.

fn text(words: &str) -> String {
    Tree::from(words).write()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}
