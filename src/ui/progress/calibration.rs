//! Confidence against correctness.

use super::picture::{Shelf, Table, bar, percent, row, section};
use crate::app::words::confidence_name;
use crate::language::{fill, key, t};
use crate::progress::calibration::{Calibrated, FEW};
use crate::round::event::Confidence;
use crate::ui::tag::{Tag, tag};
use crate::ui::words;

const HEADING: &str = key("Confidence");

/// `answers`: how many there are, also without a word on how sure.
pub fn view(shelf: &Shelf, all: &[Calibrated], answers: usize) -> Tag {
    let said = all.iter().fold(0, |sum, one| sum + one.answers as usize);
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for one in all {
        let (name, answers) = (confidence_name(one.confidence), words::answers(one.answers as usize));
        let score = if one.is_enough() { percent(one.score) } else { t("too few").to_owned() };
        let filled = if one.is_enough() { usize::from(one.score.0) } else { 0 };
        let size = tag("span").class("soft").text(fill(" · {}", &[&answers]));
        rows.push(row(tag("span").text(name).child(size), bar(fill("{}: {}", &[&name, &score]), filled, 0, 1000), score.clone()));
        lines.push(vec![name.to_owned(), one.answers.to_string(), score]);
    }
    let table = Table::new(&[key("You said"), key("Answers"), key("Score, mean")], lines);
    let list = (said > 0).then(|| tag("div").class("topics").child(tag("ul").children(rows)));
    section(shelf, HEADING, told(all, said, answers), list, table)
}

fn told(all: &[Calibrated], said: usize, answers: usize) -> String {
    if said == 0 {
        return t("You have not said yet how sure you were of an answer. Where you do, this shows whether you were right to be.")
            .to_owned();
    }
    let basis = fill(t("You said how sure you were of {number} of {answers}."), &[&said, &words::answers(answers)]);
    let score = |confidence| all.iter().find(|one| one.confidence == confidence && one.is_enough()).map(|one| one.score);
    let lower = score(Confidence::Unsure).or(score(Confidence::Guess));
    let verdict = match (score(Confidence::Sure), lower) {
        (Some(sure), Some(lower)) if sure.0 >= lower.0 + 100 => {
            fill(t("Where you were sure you had {}: your feeling tells right from wrong."), &[&percent(sure)])
        }
        (Some(sure), Some(_)) => fill(
            t("Where you were sure you had {}, hardly more than elsewhere: being sure says little so far."),
            &[&percent(sure)],
        ),
        (Some(sure), None) => fill(t("Where you were sure you had {}."), &[&percent(sure)]),
        (None, _) => fill(t("It takes {} answers of a kind to say more."), &[&FEW]),
    };
    fill("{} {}", &[&basis, &verdict])
}
