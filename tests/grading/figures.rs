//! How well the scores order the answers, and the marks agree with the labels.

use super::set::Labelled;
use mock_interview::grade::{Grading, Mark, Reading, Rubric, Verdict};
use std::fmt;

pub struct Figures {
    pub correct_over_partial: f64,
    pub partial_over_wrong: f64,
    pub correct_over_wrong: f64,
    pub correct_over_off_topic: f64,
    pub overall: f64,
    pub auc: f64,
    /// The share of verdicts that agree with the labels, and of the points that are met and were found, missed and left.
    pub accuracy: f64,
    pub found: f64,
    pub left: f64,
    /// The share of marks that the learner is asked about, and the accuracy of the others.
    pub unsure: f64,
    pub sure_accuracy: f64,
    gradings: Vec<Grading>,
}

/// The share of pairs whose first is ranked above their second; a tie is a half.
fn share(pairs: &[(u16, u16)]) -> f64 {
    let wins: f64 =
        pairs.iter().map(|(one, other)| f64::from(u8::from(one > other)) + f64::from(u8::from(one == other)) / 2.0).sum();
    wins / pairs.len().max(1) as f64
}

pub fn of(set: &[Labelled], grade: impl Fn(&Labelled) -> Grading) -> Figures {
    let gradings: Vec<Grading> = set.iter().map(grade).collect();
    let score: Vec<u16> = gradings.iter().map(Grading::score).collect();
    let pairs = |high: &str, low: &[&str], within: bool| {
        let mut pairs = Vec::new();
        for (n, one) in set.iter().enumerate().filter(|(_, one)| one.kind == high) {
            for (m, other) in set.iter().enumerate() {
                if low.contains(&other.kind.as_str()) && (!within || one.question == other.question) {
                    pairs.push((score[n], score[m]));
                }
            }
        }
        pairs
    };
    let groups = [("correct", "partial"), ("partial", "wrong"), ("correct", "wrong"), ("correct", "off-topic")]
        .map(|(high, low)| pairs(high, &[low], true));
    let marks = || {
        let of = |(one, grading): (&'_ Labelled, &'_ Grading)| -> Vec<(bool, Mark)> {
            grading.points.iter().enumerate().map(|(n, mark)| (one.met.contains(&n), mark.clone())).collect()
        };
        set.iter().zip(&gradings).flat_map(of)
    };
    let agrees =
        |(met, mark): &(bool, Mark)| if *met { mark.verdict() == Verdict::Met } else { mark.verdict() == Verdict::Missed };
    let part = |of: &dyn Fn(&(bool, Mark)) -> bool, holds: &dyn Fn(&(bool, Mark)) -> bool| {
        let (all, good) =
            marks().filter(|mark| of(mark)).fold((0, 0), |(all, good), mark| (all + 1, good + u32::from(holds(&mark))));
        f64::from(good) / f64::from(all.max(1))
    };
    Figures {
        correct_over_partial: share(&groups[0]),
        partial_over_wrong: share(&groups[1]),
        correct_over_wrong: share(&groups[2]),
        correct_over_off_topic: share(&groups[3]),
        overall: share(&groups.concat()),
        auc: share(&pairs("correct", &["wrong", "off-topic"], false)),
        accuracy: part(&|_| true, &agrees),
        found: part(&|(met, _)| *met, &|(_, mark)| mark.verdict() == Verdict::Met),
        left: part(&|(met, _)| !met, &|(_, mark)| mark.verdict() == Verdict::Missed),
        unsure: part(&|_| true, &|(_, mark)| !mark.is_sure),
        sure_accuracy: part(&|(_, mark)| mark.is_sure, &agrees),
        gradings,
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(
            to,
            "overall {:.3}  c>p {:.3}  p>w {:.3}  c>w {:.3}  c>off {:.3}  AUC {:.3} | verdicts {:.3} (met {:.2}, not {:.2})  asked {:.2}, else {:.3}",
            self.overall,
            self.correct_over_partial,
            self.partial_over_wrong,
            self.correct_over_wrong,
            self.correct_over_off_topic,
            self.auc,
            self.accuracy,
            self.found,
            self.left,
            self.unsure,
            self.sure_accuracy
        )
    }
}

impl Figures {
    /// The correct answers with the lowest scores and the others with the highest.
    pub fn name_worst(&self, set: &[Labelled]) {
        let mut all: Vec<(i32, &Labelled, &Grading)> = set
            .iter()
            .zip(&self.gradings)
            .map(|(one, grading)| {
                let score = i32::from(grading.score());
                (
                    match one.kind.as_str() {
                        "correct" => 1000 - score,
                        "partial" => 0,
                        _ => score,
                    },
                    one,
                    grading,
                )
            })
            .collect();
        all.sort_by_key(|(bad, ..)| -bad);
        for (_, one, grading) in all.iter().take(40) {
            println!("\n{} | {} {:?} → {}\n  {}", one.question, one.label, one.met, grading.score(), one.text);
            for (n, (mark, point)) in grading.points.iter().zip(&one.rubric.points).enumerate() {
                let words: Vec<&str> = mark.evidence.iter().map(|part| &one.text[part.from as usize..part.to as usize]).collect();
                let label = if one.met.contains(&n) { "+" } else { "-" };
                println!("   {label} {:3} {} ← {words:?}", mark.credit, point.wordings[0]);
            }
            for (mark, wrong) in grading.misconceptions.iter().zip(&one.rubric.misconceptions) {
                println!("   ! {:3} {}", mark.credit, wrong[0]);
            }
        }
    }
}

/// The share of the words of each point that stand in the text.
pub fn baseline(rubric: &Rubric, text: &str) -> Grading {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 3);
        words.map(str::to_ascii_lowercase).collect()
    };
    let there = words(text);
    let credit = |wordings: &[String]| {
        let share = |wording: &String| {
            let wanted = words(wording);
            100 * wanted.iter().filter(|word| there.contains(word)).count() / wanted.len().max(1)
        };
        u8::try_from(wordings.iter().map(share).max().unwrap_or(0)).unwrap()
    };
    let mark = |weight, wordings: &[String]| Mark { weight, credit: credit(wordings), is_sure: true, evidence: Vec::new() };
    Grading {
        reading: Reading::Understood,
        points: rubric.points.iter().map(|point| mark(point.weight, &point.wordings)).collect(),
        misconceptions: Vec::new(),
    }
}
