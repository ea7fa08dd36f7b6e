//! The shipped bank's own words: what its author calls right meets its point, what they call wrong is found out.

use super::set;
use mock_interview::bank::answers::ModelAnswer;
use mock_interview::bank::markdown;
use mock_interview::bank::rubrics::write_rubrics;
use mock_interview::bank::text::{Block, plain};
use mock_interview::grade::rubrics::read_rubrics;
use mock_interview::grade::terse::terse;
use mock_interview::grade::{Rubric, Verdict, grade};

/// Where the number of good ones is below, names the bad ones.
fn at_least(share: f64, what: &str, all: usize, bad: &[String]) {
    let reached = 1.0 - bad.len() as f64 / all as f64;
    println!("{what}: {reached:.3} of {all}");
    if std::env::var("WORST").is_ok() {
        println!("  {}", bad.join("\n  "));
    }
    assert!(reached >= share, "{what}: {reached:.3}\n{}", bad.join("\n"));
}

#[test]
fn every_wording_by_itself_meets_its_point() {
    let (mut all, mut bad) = (0, Vec::new());
    for (question, rubric) in set::rubrics() {
        for (n, point) in rubric.points.iter().enumerate() {
            for wording in &point.wordings {
                let mark = &grade(&rubric, wording).points[n];
                all += 1;
                if mark.verdict() != Verdict::Met {
                    bad.push(format!("{question}: {wording} → {} {}", mark.credit, mark.is_sure));
                }
            }
        }
    }
    at_least(0.95, "wordings that meet their point", all, &bad);
}

#[test]
fn every_misconception_by_itself_is_found_out() {
    let (mut all, mut bad) = (0, Vec::new());
    for (question, rubric) in set::rubrics() {
        for (n, wrong) in rubric.misconceptions.iter().enumerate() {
            for wording in wrong {
                let grading = grade(&rubric, wording);
                let mark = &grading.misconceptions[n];
                all += 1;
                if mark.verdict() != Verdict::Met || grading.score() > 50 {
                    bad.push(format!("{question}: {wording} → {} {}, score {}", mark.credit, mark.is_sure, grading.score()));
                }
            }
        }
    }
    at_least(0.9, "misconceptions that are found out and cost all", all, &bad);
}

#[test]
fn model_answers_meet_their_rubrics() {
    let source = std::fs::read_to_string("static/banks/async-python.md").unwrap();
    let (bank, answers) = markdown::read("async-python", &source).unwrap();
    let (mut all, mut met, mut bad, mut told, mut wrong) = (0, 0, Vec::new(), 0, Vec::new());
    for question in bank.questions() {
        let answer = answers.get(&question.id).unwrap();
        let rubric = Rubric::of(bank.lang(), question, answer);
        let grading = grade(&rubric, &whole(answer));
        for (mark, point) in grading.points.iter().zip(&rubric.points) {
            all += u32::from(mark.weight);
            if mark.verdict() == Verdict::Met {
                met += u32::from(mark.weight);
            } else {
                bad.push(format!("{}: {} → {}", question.id.0, point.wordings[0], mark.credit));
            }
        }
        told += rubric.misconceptions.len();
        for (_, texts) in
            grading.misconceptions.iter().zip(&rubric.misconceptions).filter(|(mark, _)| mark.verdict() == Verdict::Met)
        {
            wrong.push(format!("{}: {}", question.id.0, texts[0]));
        }
    }
    let reached = f64::from(met) / f64::from(all);
    println!("weight that model answers meet: {reached:.3}");
    if std::env::var("WORST").is_ok() {
        println!("  {}", bad.join("\n  "));
    }
    assert!(reached >= 0.98, "{reached}\n{}", bad.join("\n"));
    at_least(0.99, "misconceptions that model answers do not state", told, &wrong);
}

/// The rubrics travel as lines and fields, and no text of theirs may look like two.
#[test]
fn no_text_of_a_rubric_comes_apart() {
    let source = "## What is `a\tb`? {#odd}\n\nYes.\n\nKey points:\n\n- It is `a\tb` (×2)\n  - one\\\n    and two\n\nCommon mistakes:\n\n- It is `?\tb`\n";
    let (bank, answers) = markdown::read("odd", source).unwrap();
    let question = &bank.questions()[0];
    let rubric = Rubric::of(bank.lang(), question, answers.get(&question.id).unwrap());
    assert!(
        rubric.prompt.contains('\t') && rubric.points[0].wordings.iter().any(|wording| wording.contains(['\t', '\n'])),
        "{rubric:?}"
    );
    let one_line = |text: &String| text.replace(['\t', '\n'], " ");
    let read = read_rubrics(&write_rubrics(&bank, &answers));
    let (id, read) = &read[0];
    assert_eq!((id.as_str(), &read.prompt), ("odd", &one_line(&rubric.prompt)));
    let all = |rubric: &Rubric| -> Vec<Vec<String>> {
        let points = rubric.points.iter().map(|point| &point.wordings);
        points.chain(&rubric.misconceptions).map(|wordings| wordings.iter().map(one_line).collect()).collect()
    };
    assert_eq!((all(read), read.points[0].weight), (all(&rubric), 2));
}

#[test]
fn what_is_compiled_judges_alike() {
    let source = std::fs::read_to_string("static/banks/async-python.md").unwrap();
    let (bank, answers) = markdown::read("async-python", &source).unwrap();
    let whole = write_rubrics(&bank, &answers);
    let short = terse(&whole);
    assert!(4 * short.len() < 3 * whole.len(), "{} of {}", short.len(), whole.len());
    let (short, whole) = (read_rubrics(&short), read_rubrics(&whole));
    assert_eq!(short.len(), whole.len());
    let sets = set::all();
    for one in sets.iter().flat_map(|(_, set)| set) {
        let find = |rubrics: &[(String, Rubric)]| rubrics.iter().find(|(id, _)| *id == one.question).unwrap().1.clone();
        assert_eq!(grade(&find(&short), &one.text), grade(&find(&whole), &one.text), "{}", one.text);
    }
}

/// The short answer and the explanation, as they would be said.
fn whole(answer: &ModelAnswer) -> String {
    let mut text = plain(&answer.short);
    paragraphs(&answer.explanation, &mut text);
    text
}

fn paragraphs(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(words) => *text += &format!("\n{}", plain(words)),
            Block::Quote(inner) => paragraphs(inner, text),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| paragraphs(item, text)),
            Block::Code(..) | Block::Program { .. } | Block::Table { .. } => {}
        }
    }
}
