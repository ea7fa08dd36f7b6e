//! `bank grade`: judges answers in one's own words by the rubrics of a bank, as the widget would.

mod asked;

use super::arguments::Given;
use super::{Command, FAULTY, UNUSABLE, out, source};
use asked::{Asked, Refused};
use mock_interview::bank::tree::Tree;
use mock_interview::grade::{Evidence, Grading, Mark, Reading, Rubric, Verdict, grade};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::Path;
use std::process::ExitCode;

pub const COMMAND: Command = Command {
    name: "grade",
    summary: "judges typed answers from standard input, a JSON object a line",
    help: "\
bank grade FILE: judges answers in one's own words by the rubrics of a bank, as the widget would

  FILE     the bank

Reads one JSON object a line from standard input, and writes one for each, in the same order and as soon as it is
judged. Empty lines are passed over. In:
  n              the number of the question, from 1, as “bank list” shows it; or
  id             its id
  text           the answer. Other fields are not looked at
Out:
  n, id          the question
  score          from 0 to 1
  points         of each key point, in the order of the bank:
                   point      the fact, as plain text
                   verdict    \"met\", \"partly\" or \"missed\"
                   evidence   the words of the answer that show it: a list of pieces, each as it stands there
  misconceptions those common mistakes that the answer states: {\"misconception\", \"evidence\"}
  sure           false where a verdict was nearly a tie: the widget asks the learner about it
  reading        \"understood\"; \"empty\", which “I don’t know” is too; \"not-understood\", such as another language
A line that cannot be judged gets {\"line\": its number, \"error\": what is wrong, and what to do} in its place,
and is told on standard error as well.

Exit code: 0 done, 1 a line could not be judged or the bank has problems, 2 wrong call or unreadable file.
Example:   echo '{\"n\": 1, \"text\": \"It waits.\"}' | bank grade questions.md
",
    options: &[],
    files: (1, 1),
    run,
};

/// A question, and what its answers are held against.
pub struct Question {
    pub id: String,
    rubric: Rubric,
}

/// So many bytes of a line are read; the rest of it is passed over.
const LONGEST: u64 = 1 << 20;

fn run(given: &Given) -> ExitCode {
    let (_, bank, answers) = match source::sound(given.file()) {
        Ok(sound) => sound,
        Err(code) => return code,
    };
    let question = |question: &mock_interview::bank::Question| {
        let rubric = answers.get(&question.id).map(|answer| Rubric::of(bank.lang(), question, answer));
        Question { id: question.id.0.to_string(), rubric: rubric.unwrap_or_default() }
    };
    let questions: Vec<Question> = bank.questions().iter().map(question).collect();
    match judge_all(&questions) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAULTY),
        // Whoever reads has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            out::tell(&format!("bank grade: {error}\n"));
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Whether every line was good.
fn judge_all(questions: &[Question]) -> std::io::Result<bool> {
    let mut input = BufReader::new(std::io::stdin().lock());
    let mut output = BufWriter::new(std::io::stdout().lock());
    let (mut number, mut all_good, mut line) = (0, true, Vec::new());
    loop {
        line.clear();
        if (&mut input).take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        number += 1;
        let is_cut = line.len() as u64 == LONGEST && !line.ends_with(b"\n");
        if is_cut {
            input.skip_until(b'\n')?;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let asked = if is_cut { Err(Refused::too_long()) } else { asked::read(&line, number == 1, questions) };
        match asked {
            Ok(Asked { place, text }) => {
                let judged = grade(&questions[place].rubric, &text);
                output.write_all(answer(place + 1, &questions[place], &text, &judged).as_bytes())?;
            }
            Err(Refused { what, mend }) => {
                all_good = false;
                out::tell(&source::line(Path::new("standard input"), number, "error", &what, &mend));
                let told = Tree::Text(format!("line {number}: {what} ({mend})")).write();
                output.write_all(format!("{{\"line\":{number},\"error\":{told}}}\n").as_bytes())?;
            }
        }
        // A person who types waits for it, and a pipe is not slowed down.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(all_good)
}

impl Question {
    pub fn has_rubric(&self) -> bool {
        !self.rubric.points.is_empty()
    }
}

fn answer(n: usize, question: &Question, text: &str, judged: &Grading) -> String {
    let words = |words: &str| Tree::from(words).write();
    let first = |wordings: &[String]| words(wordings.first().map_or("", String::as_str));
    let evidence = |mark: &Mark| {
        let piece = |part: &Evidence| words(text.get(part.from as usize..part.to as usize).unwrap_or_default());
        mark.evidence.iter().map(piece).collect::<Vec<_>>().join(",")
    };
    let points = judged.points.iter().zip(&question.rubric.points).map(|(mark, point)| {
        let verdict = mark.verdict();
        let shown = if verdict == Verdict::Missed { String::new() } else { evidence(mark) };
        format!(r#"{{"point":{},"verdict":"{}","evidence":[{shown}]}}"#, first(&point.wordings), verdict.name())
    });
    let stated = judged.misconceptions.iter().zip(&question.rubric.misconceptions);
    let stated = stated
        .filter(|(mark, _)| mark.verdict() == Verdict::Met)
        .map(|(mark, wordings)| format!(r#"{{"misconception":{},"evidence":[{}]}}"#, first(wordings), evidence(mark)));
    let sure = judged.points.iter().chain(&judged.misconceptions).all(|mark| mark.is_sure);
    let reading = match judged.reading {
        Reading::Understood => "understood",
        Reading::Empty => "empty",
        Reading::NotUnderstood => "not-understood",
    };
    let mut line = format!(r#"{{"n":{n},"id":{},"score":{},"#, words(&question.id), f64::from(judged.score()) / 1000.0);
    // Writing to a text cannot fail.
    let _ = writeln!(
        line,
        r#""points":[{}],"misconceptions":[{}],"sure":{sure},"reading":"{reading}"}}"#,
        points.collect::<Vec<_>>().join(","),
        stated.collect::<Vec<_>>().join(",")
    );
    line
}
