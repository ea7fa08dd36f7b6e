//! Score and pace over time: a line for the scores, and below it columns for the time used against the time planned.

use super::picture::{LEFT, Shelf, Table, WIDTH, along, drawing, label, line, over_time, path, percent, section};
use crate::progress::course::{Course, Point};
use crate::ui::tag::Tag;
use crate::ui::words;
use std::fmt::Write;

const HEADING: &str = "Score and pace";
/// Fewer rounds are no course.
const FEW: usize = 3;
const TOP: usize = 18;
const SCORES: usize = 90;
/// Where the columns stand, and how high they are: twice the time planned.
const GROUND: usize = 172;
const PACES: usize = 54;

pub fn view(shelf: &Shelf, course: &Course) -> Tag {
    let stands_for = match course.days {
        0 => "a round".to_owned(),
        7 => "a week".to_owned(),
        days => format!("{} weeks", days / 7),
    };
    let line = |point: &Point| {
        let pace = point.pace.map_or("–".to_owned(), |pace| format!("{pace} %"));
        vec![words::date(point.day), point.rounds.to_string(), point.answers.to_string(), percent(point.score), pace]
    };
    let head = vec!["From", "Rounds", "Answers", "Score", "Time used of planned"];
    let table = Table { head, rows: course.points.iter().map(line).collect() };
    let date = |point: Option<&Point>| point.map_or_else(String::new, |point| words::date(point.day));
    let (first, last) = (course.points.first(), course.points.last());
    let is_drawn = course.rounds >= FEW && course.points.len() > 1;
    let drawn = is_drawn.then(|| over_time(draw(course), date(first), date(last)));
    section(shelf, HEADING, told(course, &stands_for, is_drawn), drawn, table)
}

fn told(course: &Course, stands_for: &str, is_drawn: bool) -> String {
    let (Some(first), Some(last)) = (course.points.first(), course.points.last()) else { return String::new() };
    let rounds = words::count(course.rounds, "round");
    if !is_drawn {
        return format!(
            "{rounds} so far, the latest with {}. From {FEW} rounds on their course is drawn here.",
            percent(last.score)
        );
    }
    let pace = last.pace.map_or_else(String::new, |pace| format!(", with {pace} % of the time that was planned"));
    format!(
        "{rounds}; each point stands for {stands_for}. The first had {}, the latest {}{pace}. The columns below are the time used, \
         and the broken line is what was planned.",
        percent(first.score),
        percent(last.score)
    )
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
    let mut all = drawing(format!("{HEADING}: scores as a line, time used as columns"), GROUND + 4);
    for (at, words) in [(TOP, "100 %"), (TOP + SCORES / 2, "50 %"), (TOP + SCORES, "0 %")] {
        all = all.child(path("axis", format!("M{LEFT} {at}H{right}"))).child(label("left", LEFT - 5, at + 4, words.to_owned()));
    }
    all.child(path("line", line(course.points.iter().map(|point| (x(point), y(point))))))
        .child(path("mark", dots))
        .child(path("axis", format!("M{LEFT} {GROUND}H{right}")))
        .child(path("mark", columns))
        .child(path("hollow", over))
        .child(path("line broken", format!("M{LEFT} {planned}H{right}")))
        .child(label("left", LEFT - 5, planned + 4, "Time".to_owned()))
}
