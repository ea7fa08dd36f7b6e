//! Score and pace over time: a line for the scores, and below it columns for the time used against the time planned.

use super::picture::{LEFT, Shelf, Table, WIDTH, along, drawing, label, line, over_time, path, percent, section};
use crate::language::{fill, form, key, t};
use crate::progress::course::{Course, Point};
use crate::round::event::Score;
use crate::ui::tag::Tag;
use crate::ui::words;
use std::fmt::Write;

const HEADING: &str = key("Score and pace");
/// Fewer rounds are no course.
const FEW: usize = 3;
const TOP: usize = 18;
const SCORES: usize = 90;
/// Where the columns stand, and how high they are: twice the time planned.
const GROUND: usize = 172;
const PACES: usize = 54;

pub fn view(shelf: &Shelf, course: &Course) -> Tag {
    let line = |point: &Point| {
        let pace = point.pace.map_or("–".to_owned(), |pace| words::percent(pace.into()));
        vec![words::date(point.day), point.rounds.to_string(), point.answers.to_string(), percent(point.score), pace]
    };
    let head = [key("From"), key("Rounds"), key("Answers"), key("Score"), key("Time used of planned")];
    let table = Table::new(&head, course.points.iter().map(line).collect());
    let date = |point: Option<&Point>| point.map_or_else(String::new, |point| words::date(point.day));
    let (first, last) = (course.points.first(), course.points.last());
    let is_drawn = course.rounds >= FEW && course.points.len() > 1;
    let drawn = is_drawn.then(|| over_time(draw(course), date(first), date(last)));
    section(shelf, HEADING, told(course, is_drawn), drawn, table)
}

fn told(course: &Course, is_drawn: bool) -> String {
    let (Some(first), Some(last)) = (course.points.first(), course.points.last()) else { return String::new() };
    let (rounds, score) = (words::rounds(course.rounds), percent(last.score));
    if !is_drawn {
        return fill(
            t("{rounds} so far, the latest with {percent}. From {number} rounds on their course is drawn here."),
            &[&rounds, &score, &FEW],
        );
    }
    let stands_for = match course.days {
        0 => fill(t("{rounds}; each point stands for a round."), &[&rounds]),
        days => {
            let weeks = (days / 7) as usize;
            let words = form("{rounds}; each point stands for a week.", "{rounds}; each point stands for {number} weeks.", weeks);
            fill(words, &[&rounds, &weeks])
        }
    };
    let first = percent(first.score);
    let scores = match last.pace {
        Some(pace) => fill(
            t("The first had {first}, the latest {last}, with {used} of the time that was planned."),
            &[&first, &score, &words::percent(pace.into())],
        ),
        None => fill(t("The first had {first}, the latest {last}."), &[&first, &score]),
    };
    let columns = t("The columns below are the time used, and the broken line is what was planned.");
    fill("{} {} {}", &[&stands_for, &scores, &columns])
}

fn draw(course: &Course) -> Tag {
    let end = course.points.last().map_or(0, |point| point.place);
    // Half a column at both ends.
    let wide = ((WIDTH - LEFT - 4) / (end as usize + 1)).clamp(1, 24);
    let x = |point: &Point| LEFT + wide / 2 + along(point.place, end, WIDTH - LEFT - 4 - wide);
    let y = |point: &Point| TOP + SCORES - usize::from(point.score.0) * SCORES / 1000;
    let (mut dots, mut columns, mut over) = (String::new(), String::new(), String::new());
    let half = PACES / 2;
    for point in &course.points {
        let (x, y) = (x(point), y(point));
        // A String takes everything.
        // Whole numbers: to write others is three kilobytes of code.
        let _ = write!(dots, "M{} {y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0", x - 3);
        if let Some(pace) = point.pace {
            let (left, width) = (x - wide / 2, (wide * 7 / 10).max(1));
            let high = (pace as usize * half / 100).clamp(1, PACES);
            let _ = write!(columns, "M{left} {GROUND}h{width}V{}h-{width}z", GROUND - high.min(half));
            if high > half {
                let _ = write!(over, "M{left} {}h{width}V{}h-{width}z", GROUND - half, GROUND - high);
            }
        }
    }
    let (right, planned) = (WIDTH - 4, GROUND - half);
    let mut all = drawing(t("Score and pace: scores as a line, time used as columns").to_owned(), GROUND + 4);
    for (at, score) in [(TOP, 1000), (TOP + SCORES / 2, 500), (TOP + SCORES, 0)] {
        all = all.child(path("axis", format!("M{LEFT} {at}H{right}"))).child(label(
            "left",
            LEFT - 5,
            at + 4,
            percent(Score(score)),
        ));
    }
    all.child(path("line", line(course.points.iter().map(|point| (x(point), y(point))))))
        .child(path("mark", dots))
        .child(path("axis", format!("M{LEFT} {GROUND}H{right}")))
        .child(path("mark", columns))
        .child(path("hollow", over))
        .child(path("line broken", format!("M{LEFT} {planned}H{right}")))
        .child(label("left", LEFT - 5, planned + 4, t("Time").to_owned()))
}
