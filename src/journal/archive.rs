//! Old reports in few characters: some fifteen for an answer.
//!
//! Every round has a line of its own, `["<round>","<seed>","<figures>"]`, so that damage costs that round alone. Names that come again and
//! again, those of questions and presets, stand in a table; since all lines need it, it stands at the beginning and once more at the end.
//! The table has what each question was ([`Content`]) beside its name; where a question has changed, its name is there twice. Figures are [`digits`]. What an answer was in words is not kept: see [`Report::folded`].

use super::digits::{push, take};
use super::line::{Body, body, open, seal};
use super::{Text, VERSION};
use crate::bank::content::Content;
use crate::bank::hash::fnv64;
use crate::bank::order::by_key;
use crate::bank::tree::Tree;
use crate::bank::{Mode, QuestionId};
use crate::progress::{QuestionResult, Report};
use crate::round::clock::{Millis, Span};
use crate::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use crate::round::plan::Pace;

const KIND: &str = "mock-interview archive ";
const NAMES: &str = "names";
const CONTENTS: &str = "contents";

// The places in these lists are a file format, as the names elsewhere are: what is new comes last.
const MODES: [Mode; 4] = [Mode::Choice, Mode::Spoken, Mode::Output, Mode::Typed];
const PACES: [Pace; 5] = [Pace::Usual, Pace::HalfMore, Pace::Double, Pace::Untimed, Pace::Tenfold];
const ENDINGS: [Ending; 3] = [Ending::Complete, Ending::HandedIn, Ending::TimeUp];
const GIVEN: [Given; 7] = [
    Given::Folded,
    Given::Nothing,
    Given::Spoken(None),
    Given::Spoken(Some(Grade::Missed)),
    Given::Spoken(Some(Grade::Partly)),
    Given::Spoken(Some(Grade::Mostly)),
    Given::Spoken(Some(Grade::Fully)),
];
const CONFIDENCE: [Option<Confidence>; 4] = [None, Some(Confidence::Guess), Some(Confidence::Unsure), Some(Confidence::Sure)];
/// The time that was planned: as of the answer before, another, or none.
const SAME: u64 = 0;
const OTHER: u64 = 1;
const UNTIMED: u64 = 2;

/// What is no longer kept of these reports is left out.
#[inline(never)]
pub fn write_archive(reports: &[Report]) -> String {
    let names = Names::of(reports);
    let mut fields = vec![(NAMES.to_owned(), Tree::List(names.0.iter().map(|(_, name, _)| Tree::from(*name)).collect()))];
    if names.0.iter().any(|(.., content)| *content > 0) {
        let mut contents = String::new();
        names.0.iter().for_each(|(.., content)| push(&mut contents, *content));
        fields.push((CONTENTS.to_owned(), Tree::Text(contents)));
    }
    let table = seal(&Tree::Map(fields));
    let mut text = format!("{KIND}{VERSION}\n{table}");
    for report in reports {
        let fields = [report.round.0.as_str(), &report.seed, &figures(report, &names)];
        text += &seal(&Tree::List(fields.into_iter().map(Tree::from).collect()));
    }
    text + &table
}

/// Every good line, also after one that is not.
#[inline(never)]
pub fn read_archive(text: &str) -> Text<Report> {
    let body = match body(KIND, text) {
        Body::Here(body) => body,
        Body::Newer => return Text::Newer,
        Body::Missing => return Text::Read { items: Vec::new(), broken: true },
    };
    let names: Vec<Name> = body.lines().find_map(table).unwrap_or_default();
    let (mut items, mut broken, mut tables, mut ends) = (Vec::new(), !body.ends_with('\n'), 0, false);
    for line in body.lines() {
        let report = open(line).and_then(|line| to_report(line, &names));
        ends = report.is_none() && table(line).is_some();
        broken |= report.is_none() && !ends;
        tables += usize::from(ends);
        items.extend(report);
    }
    // What ends without a table has lost its end.
    Text::Read { items, broken: broken || !ends || tables != 2 }
}

/// What is good of an archive, as an archive; none where nothing is.
pub fn mend(text: &str) -> Option<String> {
    let Body::Here(body) = body(KIND, text) else { return None };
    let table = body.lines().find(|line| self::table(line).is_some())?;
    let names = self::table(table)?;
    let is_good = |line: &&str| open(line).is_some_and(|line| to_report(line, &names).is_some());
    let lines: Vec<&str> = body.lines().filter(is_good).collect();
    (!lines.is_empty()).then(|| format!("{KIND}{VERSION}\n{table}\n{}\n{table}\n", lines.join("\n")))
}

/// The name of a question or a preset, and what the question was; 0 where that is not known.
type Name = (QuestionId, u64);

fn table(line: &str) -> Option<Vec<Name>> {
    // Most lines are none, and need not be taken apart to see it.
    if !line.get(9..)?.starts_with('{') {
        return None;
    }
    let table = open(line)?;
    let mut contents = table.text_at(CONTENTS).unwrap_or_default().as_bytes();
    let name = |name: &Tree| match name {
        Tree::Text(name) => Some((QuestionId::new(name), take(&mut contents).unwrap_or_default())),
        _ => None,
    };
    table.at(NAMES)?;
    table.list_at(NAMES).iter().map(name).collect()
}

/// By their hashes, to be found quickly.
struct Names<'reports>(Vec<(u64, &'reports str, u64)>);

fn content(result: &QuestionResult) -> u64 {
    result.content.map_or(0, |content| content.0)
}

impl<'reports> Names<'reports> {
    fn of(reports: &'reports [Report]) -> Names<'reports> {
        let mut names = Vec::new();
        for report in reports {
            let name = |name: &'reports str, content| (fnv64(name.as_bytes()), name, content);
            names.push(name(&report.preset, 0));
            names.extend(report.results.iter().map(|result| name(&result.question.0, content(result))));
        }
        let mut names = by_key(names, |(hash, _, content)| (*hash, *content));
        names.dedup();
        Names(names)
    }

    fn place(&self, name: &str, content: u64) -> u64 {
        let hash = fnv64(name.as_bytes());
        let first = self.0.partition_point(|(other, _, its)| (*other, *its) < (hash, content));
        // It is there: the table was made of the same reports.
        let place = self.0[first..].iter().position(|(_, other, its)| (*other, *its) == (name, content));
        (first + place.unwrap_or_default()) as u64
    }
}

fn place<T: PartialEq>(list: &[T], item: &T) -> u64 {
    list.iter().position(|other| other == item).unwrap_or_default() as u64
}

fn figures(report: &Report, names: &Names) -> String {
    let mut text = String::new();
    let head = place(&PACES, &report.pace) | place(&ENDINGS, &report.ending) << 3 | u64::from(report.extended) << 5;
    for number in
        [names.place(&report.preset, 0), head, report.started.0, report.ended.0.wrapping_sub(report.started.0), report.used.0]
    {
        push(&mut text, number);
    }
    push(&mut text, report.score.0.into());
    let mut before = None;
    for result in &report.folded().results {
        let budget = match result.budget {
            None => UNTIMED,
            same if same == before => SAME,
            Some(_) => OTHER,
        };
        let flags = place(&MODES, &result.mode)
            | place(&GIVEN, &result.given) << 2
            | budget << 5
            | place(&CONFIDENCE, &result.confidence) << 7
            | u64::from(result.hints > 0) << 9
            | u64::from(result.follows > 0) << 10
            | u64::from(result.time_up) << 11
            | u64::from(result.flagged) << 12
            | u64::from(result.interrupted) << 13;
        for number in [names.place(&result.question.0, content(result)), flags, result.score.0.into(), result.used.0] {
            push(&mut text, number);
        }
        if budget == OTHER {
            before = result.budget;
            push(&mut text, result.budget.map_or(0, |budget| budget.0));
        }
        for count in [result.hints, result.follows] {
            if count > 0 {
                push(&mut text, count.into());
            }
        }
    }
    text
}

fn to_report(line: Tree, names: &[Name]) -> Option<Report> {
    let mut fields = line.list()?.map(Tree::text);
    let (round, seed, figures) = (fields.next()??, fields.next()??, fields.next()??);
    let mut text = figures.as_bytes();
    let text = &mut text;
    let (preset, _) = name(names, take(text)?)?;
    let head = take(text)?;
    let started = take(text)?;
    Some(Report {
        round: RoundId(round),
        preset: preset.0.to_string(),
        seed,
        pace: *PACES.get((head & 7) as usize)?,
        ending: *ENDINGS.get((head >> 3 & 3) as usize)?,
        extended: u8::try_from(head >> 5).ok()?,
        started: Millis(started),
        ended: Millis(started.wrapping_add(take(text)?)),
        used: Span(take(text)?),
        score: score(text)?,
        results: results(text, names)?,
    })
}

fn results(text: &mut &[u8], names: &[Name]) -> Option<Vec<QuestionResult>> {
    let mut results = Vec::with_capacity(text.len() / 12);
    let mut before = None;
    while !text.is_empty() {
        let (question, content) = name(names, take(text)?)?;
        let flags = take(text)?;
        let (score, used) = (score(text)?, Span(take(text)?));
        let budget = match flags >> 5 & 3 {
            SAME => before,
            OTHER => {
                before = Some(Span(take(text)?));
                before
            }
            UNTIMED => None,
            _ => return None,
        };
        let mut count = |bit: u32| if flags >> bit & 1 == 1 { u8::try_from(take(text)?).ok() } else { Some(0) };
        let (hints, follows) = (count(9)?, count(10)?);
        if flags >> 14 != 0 {
            return None;
        }
        results.push(QuestionResult {
            question,
            mode: *MODES.get((flags & 3) as usize)?,
            given: GIVEN.get((flags >> 2 & 7) as usize)?.clone(),
            judged: None,
            score,
            used,
            budget,
            time_up: flags >> 11 & 1 == 1,
            flagged: flags >> 12 & 1 == 1,
            interrupted: flags >> 13 & 1 == 1,
            hints,
            follows,
            confidence: *CONFIDENCE.get((flags >> 7 & 3) as usize)?,
            content: (content > 0).then_some(Content(content)),
        });
    }
    Some(results)
}

fn name(names: &[Name], place: u64) -> Option<Name> {
    names.get(usize::try_from(place).ok()?).cloned()
}

fn score(text: &mut &[u8]) -> Option<Score> {
    u16::try_from(take(text)?).ok().map(Score)
}
