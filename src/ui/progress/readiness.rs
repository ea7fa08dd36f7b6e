//! The recall that is expected from today to the day of the interview: the solid line with practice, the broken one without.

use super::picture::{LEFT, Shelf, Table, WIDTH, along, drawing, label, line, over_time, path, percent, section};
use crate::app::Model;
use crate::language::{fill, key, n, t};
use crate::progress::readiness::{FEW, Outcome, Readiness};
use crate::progress::schedule::day::Day;
use crate::round::event::Score;
use crate::ui::tag::Tag;
use crate::ui::words;

const HEADING: &str = key("Readiness");
const TOP: usize = 18;
const HEIGHT: usize = 100;

pub fn view(shelf: &Shelf, model: &Model, readiness: &Readiness) -> Tag {
    let today = model.today.as_ref().map_or_else(Day::default, |today| today.agenda.day);
    let date = |day: u32| words::date(today.plus(day));
    let rows = readiness.points.iter().map(|point| vec![date(point.day), percent(point.kept), percent(point.idle)]);
    let table = Table::new(&[key("Day"), key("With practice"), key("Without")], rows.collect());
    let is_drawn = readiness.met >= FEW && readiness.points.len() > 1;
    let drawn = is_drawn.then(|| over_time(draw(readiness), t("Today").to_owned(), date(readiness.days)));
    section(shelf, HEADING, told(readiness, &date(readiness.days)), drawn, table)
}

fn told(readiness: &Readiness, day: &str) -> String {
    let Readiness { days, per_day, met, questions, answers, .. } = *readiness;
    let last = readiness.points.last().copied().unwrap_or(Outcome { day: 0, kept: Score::NONE, idle: Score::NONE });
    let (kept, idle) = (percent(last.kept), percent(last.idle));
    let basis = fill(
        t("This rests on {answers} to {met} of {all} questions; the others count as not known."),
        &[&words::answers(answers as usize), &met, &questions],
    );
    let goal =
        if readiness.is_for_interview { fill(t("On the day, {}"), &[&day]) } else { n("In {} day", "In {} days", days as usize) };
    let on = words::answers(per_day);
    match (readiness.is_for_interview, days) {
        (true, 0) => {
            let today = fill(t("Today is the day: you are expected to recall {} of the questions."), &[&kept]);
            fill("{} {}", &[&today, &basis])
        }
        _ if met < FEW => fill(
            t(
                "Too early for a picture: {met} of {all} questions answered so far, and it takes {number}. {when}: {percent} may be expected \
               with {answers} a day, going by people on the whole.",
            ),
            &[&met, &questions, &FEW, &goal, &kept, &on],
        ),
        _ => {
            let words = t(
                "{when}: you are expected to recall {percent} of the questions with {answers} a day (solid line), and {without} if \
                           you stop now (broken line).",
            );
            let end = t("It is a forecast by a model of forgetting, no promise.");
            fill("{} {} {}", &[&fill(words, &[&goal, &kept, &on, &idle]), &basis, &end])
        }
    }
}

fn draw(readiness: &Readiness) -> Tag {
    let y = |score: Score| TOP + HEIGHT - usize::from(score.0) * HEIGHT / 1000;
    let x = |day: u32| LEFT + along(day, readiness.days, WIDTH - LEFT - 4);
    let kept = line(readiness.points.iter().map(|point| (x(point.day), y(point.kept))));
    let idle = line(readiness.points.iter().map(|point| (x(point.day), y(point.idle))));
    let name = t("Readiness: expected recall with practice and without");
    let mut all = drawing(name.to_owned(), TOP + HEIGHT + 6);
    for score in [0, 500, 1000].map(Score) {
        let (at, end) = (y(score), WIDTH - 4);
        all = all.child(path("axis", format!("M{LEFT} {at}H{end}"))).child(label("left", LEFT - 5, at + 4, percent(score)));
    }
    all = all.child(path("line broken", idle)).child(path("line", kept));
    if let Some(last) = readiness.points.last() {
        let (x, kept, idle) = (x(last.day), y(last.kept), y(last.idle));
        let ends = format!("M{} {kept}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4);
        all = all.child(path("mark", ends)).child(path("hollow", format!("M{} {}h6v6h-6z", x - 3, idle - 3)));
        // One above its end, the other below, as long as there is room.
        let below = if idle + 18 > TOP + HEIGHT { idle - 7 } else { idle + 17 };
        let above = kept - 8;
        all = all.child(label("end", x + 3, above, percent(last.kept)));
        if above + 12 < below || below > kept {
            all = all.child(label("end", x + 3, below.max(above + 13), percent(last.idle)));
        }
    }
    all
}
