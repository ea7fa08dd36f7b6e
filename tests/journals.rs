#![cfg(not(target_arch = "wasm32"))]
//! The stored formats, as files: what any version ever wrote must load, and what is written now must not drift. A
//! new version adds files here; it never changes one.

use mock_interview::bank::content::Content;
use mock_interview::bank::hash::fnv32;
use mock_interview::bank::{ChoiceKey, Mode, QuestionId};
use mock_interview::grade::{Evidence, Grading, Mark, Reading, Verdict};
use mock_interview::journal::archive::{read_archive, write_archive};
use mock_interview::journal::checkpoint::{Checkpoint, read_checkpoint, write_checkpoint};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Broken, Loaded, load};
use mock_interview::journal::union::once;
use mock_interview::journal::{Text, journal_header, journal_line, read_journal, read_report, write_report};
use mock_interview::progress::glance::Glance;
use mock_interview::progress::schedule::Memory;
use mock_interview::progress::schedule::memory::Trace;
use mock_interview::progress::{QuestionResult, Report};
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Ending, Given, Grade, RoundId, Score};
use mock_interview::round::judged::Aim;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use mock_interview::round::{Entry, Event, Round};
use std::collections::BTreeSet;
use std::rc::Rc;

const ROUND: &str = include_str!("journals/v1-round.txt");
const REPORT: &str = include_str!("journals/v1-report.txt");
/// What came with the questions that are answered in writing: the entries, and the report of such a round.
const WRITTEN: &str = include_str!("journals/v1-written.txt");
const INTERVIEW: &str = include_str!("journals/v1-interview.txt");
const INTERVIEW_REPORT: &str = include_str!("journals/v1-interview-report.txt");
const TYPED_ROUND: &str = include_str!("journals/v1-typed.txt");
const TYPED_REPORT: &str = include_str!("journals/v1-typed-report.txt");
/// An answer that was taken back together with the follow-up that it had moved forward.
const TAKEN_BACK: &str = include_str!("journals/v1-taken-back.txt");
const WRITTEN_REPORT: &str = include_str!("journals/v1-written-report.txt");
/// The same round from a version to come.
const NEWER: &str = include_str!("journals/v2-round.txt");
/// The same round; a byte of its sixth entry has changed.
const BROKEN: &str = include_str!("journals/v1-round-broken.txt");

/// Old reports, in few characters.
const ARCHIVE: &str = include_str!("journals/v1-archive.txt");

/// What the lobby shows before all of that is read.
const CHECKPOINT: &str = include_str!("journals/v1-checkpoint.txt");

/// With what each question was.
const CONTENT_REPORT: &str = include_str!("journals/v1-content-report.txt");
const CONTENT_ARCHIVE: &str = include_str!("journals/v1-content-archive.txt");

const BANK: &str = "async-python";
const NOW: Millis = Millis(1_800_000_000_000);
const CHOICE: ChoiceKey = ChoiceKey(3_735_928_559);

fn id() -> RoundId {
    RoundId("k3x9-1".to_owned())
}

fn question(name: &str) -> QuestionId {
    QuestionId::new(name)
}

fn plan(pace: Pace) -> Plan {
    let item = |name, mode, budget| Item::new(question(name), mode, budget);
    Plan {
        preset: "Screen".to_owned(),
        seed: "größer “than”\n:\\".to_owned(),
        rules: Rules { strict: pace == Pace::Usual, ..Rules::default() },
        pace,
        limit: (pace != Pace::Untimed).then_some(Span::minutes(15)),
        items: vec![item("await", Mode::Choice, Some(Span::seconds(45))), item("gil", Mode::Spoken, None)],
    }
}

/// Not a round that could be: every form that a line can have, in turn.
fn entries() -> Vec<Entry> {
    let (await_, gil) = (question("await"), question("gil"));
    let paces = [Pace::Usual, Pace::HalfMore, Pace::Double, Pace::Untimed];
    let mut events: Vec<Event> = paces.map(|pace| Event::Started { round: id(), plan: plan(pace) }).into();
    events.extend([
        Event::Opened { question: gil.clone() },
        Event::Chosen { question: await_.clone(), choice: CHOICE, score: Score::FULL },
        Event::Submitted { question: await_.clone() },
        Event::Revealed { question: gil.clone() },
        Event::TimedOut { question: await_.clone() },
        Event::Skipped { question: await_ },
        Event::Flagged { question: gil.clone(), flagged: true },
        Event::Flagged { question: gil.clone(), flagged: false },
        Event::Left,
        Event::Returned,
    ]);
    events.extend([Ending::Complete, Ending::HandedIn, Ending::TimeUp].map(|ending| Event::Finished { ending }));
    events.extend(Grade::ALL.map(|grade| Event::Judged { question: gil.clone(), grade }));
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

/// A round of one question to be answered in writing, which is changed, taken back and written again.
fn written() -> Vec<Entry> {
    let item = Item::new(question("order"), Mode::Output, Some(Span::seconds(120)));
    let plan = Plan { items: vec![item], ..plan(Pace::Usual) };
    let written = |text: &str, score| Event::Written { question: question("order"), text: text.to_owned(), score: Score(score) };
    let events = [
        Event::Started { round: id(), plan },
        written("größer “than”\n\t\\", 333),
        written("", 0),
        written(TEXT, 1000),
        Event::Submitted { question: question("order") },
        Event::Finished { ending: Ending::Complete },
    ];
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

/// A practice of one question, with everything that such a round has and others have not.
fn interview() -> Vec<Entry> {
    let gil = || question("gil");
    let rules = Rules { strict: false, practice: true, exam: true, hints: true, aloud: false, follow_ups: 2 };
    let first = Item { think: Some(Span::seconds(15)), ..Item::new(gil(), Mode::Spoken, Some(Span::seconds(90))) };
    let next = Item { follows: 1, ..Item::new(question("threads"), Mode::Spoken, None) };
    let plan = Plan { items: vec![first], rules, ..plan(Pace::Untimed) };
    let mut events = vec![
        Event::Started { round: id(), plan },
        Event::Began { question: gil() },
        Event::Hinted { question: gil() },
        Event::Paused,
        Event::Returned,
    ];
    events.extend(Confidence::ALL.map(|confidence| Event::Rated { question: gil(), confidence }));
    events.extend([
        Event::Revealed { question: gil() },
        Event::Followed { after: gil(), item: next },
        Event::Judged { question: gil(), grade: Grade::Fully },
        Event::Continued { question: gil() },
        Event::TakenBack { question: gil(), follow_up: None },
        Event::Finished { ending: Ending::HandedIn },
    ]);
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

/// A typed answer of two points and a misconception; the candidate is of another mind than the grader in two places, and says more
/// when the round is over.
fn typed() -> Vec<Entry> {
    let question = || question("gather");
    let plan = Plan { items: vec![Item::new(question(), Mode::Typed, Some(Span::seconds(120)))], ..plan(Pace::Usual) };
    let mark = |weight, credit, is_sure, evidence: &[(u32, u32)]| Mark {
        weight,
        credit,
        is_sure,
        evidence: evidence.iter().map(|(from, to)| Evidence { from: *from, to: *to }).collect(),
    };
    let grading = Rc::new(Grading {
        reading: Reading::Understood,
        points: vec![mark(3, 100, true, &[(0, 4), (10, 13)]), mark(1, 40, false, &[])],
        misconceptions: vec![mark(1, 0, true, &[])],
    });
    let overruled = |aim, verdict| Event::Overruled { question: question(), aim, verdict };
    let events = [
        Event::Started { round: id(), plan },
        Event::Written { question: question(), text: TYPED.to_owned(), score: Score::NONE },
        Event::Graded { question: question(), grading },
        Event::Submitted { question: question() },
        overruled(Aim::Point(1), Verdict::Met),
        overruled(Aim::Point(0), Verdict::Partly),
        Event::Finished { ending: Ending::Complete },
        overruled(Aim::Misconception(0), Verdict::Met),
        overruled(Aim::Misconception(0), Verdict::Missed),
    ];
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

fn taken_back() -> Vec<Entry> {
    let item = |name| Item::new(question(name), Mode::Choice, Some(Span::seconds(45)));
    let rules = Rules { practice: true, follow_ups: 1, ..Rules::default() };
    let plan = Plan { items: ["await", "task", "gil"].map(item).into(), rules, ..plan(Pace::Usual) };
    let await_ = || question("await");
    let events = [
        Event::Started { round: id(), plan },
        Event::Chosen { question: await_(), choice: CHOICE, score: Score::NONE },
        Event::Followed { after: await_(), item: Item { follows: 1, ..item("gil") } },
        Event::Submitted { question: await_() },
        Event::TakenBack { question: await_(), follow_up: Some(question("gil")) },
    ];
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

/// Ten times the time, and then more in every way there is.
fn extended() -> Vec<Entry> {
    let mut events = vec![Event::Started { round: id(), plan: plan(Pace::Tenfold) }];
    events.extend([Some(25), Some(900), None].map(|more| Event::Extended { more }));
    events.push(Event::Finished { ending: Ending::HandedIn });
    let stamps = (0..).map(|n| Millis(1_700_000_000_000 + 1_500 * n));
    stamps.zip(events).map(|(at, event)| Entry { at, event }).collect()
}

/// That of `typed`, graded otherwise.
fn graded(reading: Reading) -> Vec<Entry> {
    let mut entries = typed();
    entries.truncate(4);
    let mark = Mark { weight: 1, ..Mark::default() };
    let grading = Rc::new(Grading { reading, points: vec![mark; 2], misconceptions: Vec::new() });
    entries[2].event = Event::Graded { question: question("gather"), grading };
    entries
}

const TYPED: &str = "größer “than”\n it runs";

const TEXT: &str = "start\n\n  end  \n";

fn report_of(entries: &[Entry]) -> Report {
    let Round::Finished(sitting, finish) = Round::replay(entries) else { panic!("the round is over") };
    Report::new(&sitting, finish)
}

fn report() -> Report {
    let given = [Given::Nothing, Given::Choice(CHOICE), Given::Spoken(None)];
    let results = given.into_iter().chain(Grade::ALL.map(|grade| Given::Spoken(Some(grade)))).map(|given| QuestionResult {
        question: question("gil"),
        mode: if matches!(given, Given::Choice(_)) { Mode::Choice } else { Mode::Spoken },
        score: Score(667),
        used: Span(61_234),
        budget: (given != Given::Nothing).then_some(Span::seconds(45)),
        time_up: given == Given::Nothing,
        flagged: given == Given::Choice(CHOICE),
        interrupted: given == Given::Spoken(None),
        hints: 0,
        follows: 0,
        confidence: None,
        content: None,
        given,
        judged: None,
    });
    Report {
        round: id(),
        preset: "Screen".to_owned(),
        seed: "k3x9".to_owned(),
        pace: Pace::HalfMore,
        started: Millis(1_700_000_000_000),
        ended: Millis(1_700_000_900_000),
        ending: Ending::TimeUp,
        used: Span(889_999),
        score: Score(524),
        extended: 0,
        results: results.collect(),
    }
}

fn write(entries: &[Entry]) -> String {
    entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry))
}

fn load_journal(text: &str) -> Loaded {
    load(BANK, &[(journal_key(), text.to_owned())], NOW)
}

fn journal_key() -> String {
    Key::Journal { round: id(), writer: "k3x9".to_owned() }.name(BANK)
}

#[test]
fn a_journal_is_read_and_written_as_ever() {
    assert_eq!(read_journal(ROUND), Text::Read { items: entries(), broken: false });
    assert_eq!(write(&entries()), ROUND);
}

#[test]
fn a_report_is_read_and_written_as_ever() {
    assert_eq!(read_report(REPORT), Text::Read { items: vec![report()], broken: false });
    assert_eq!(write_report(&report()), REPORT);
}

#[test]
fn what_is_written_is_read_and_written_as_ever() {
    assert_eq!(read_journal(WRITTEN), Text::Read { items: written(), broken: false });
    assert_eq!(write(&written()), WRITTEN);
    let report = report_of(&written());
    assert_eq!(write_report(&report), WRITTEN_REPORT);
    assert_eq!(report.results[0].given, Given::Written(TEXT.to_owned()));
    assert_eq!(read_report(WRITTEN_REPORT), Text::Read { items: vec![report], broken: false });
}

#[test]
fn an_interview_is_read_and_written_as_ever() {
    assert_eq!(write(&interview()), INTERVIEW);
    assert_eq!(read_journal(INTERVIEW), Text::Read { items: interview(), broken: false });
    let report = report_of(&interview());
    assert_eq!(write_report(&report), INTERVIEW_REPORT);
    assert_eq!((report.results[0].hints, report.results[0].confidence), (1, Some(Confidence::Sure)));
    assert_eq!((report.results[0].score, report.results[1].follows), (Score(900), 1));
    assert_eq!(read_report(INTERVIEW_REPORT), Text::Read { items: vec![report], broken: false });
}

#[test]
fn a_typed_answer_is_read_and_written_as_ever() {
    assert_eq!(write(&typed()), TYPED_ROUND);
    assert_eq!(read_journal(TYPED_ROUND), Text::Read { items: typed(), broken: false });
    let report = report_of(&typed());
    assert_eq!(write_report(&report), TYPED_REPORT);
    assert_eq!(read_report(TYPED_REPORT), Text::Read { items: vec![report.clone()], broken: false });
    let result = &report.results[0];
    let Some(judged) = result.judged.as_deref() else { panic!("nothing was said of it") };
    assert_eq!((&result.given, result.score), (&Given::Typed(TYPED.to_owned()), Score(625)));
    assert_eq!((judged.said(Aim::Point(1)), judged.grading.points[1].verdict()), (Some(Verdict::Met), Verdict::Partly));
    for (reading, name) in [(Reading::Empty, "empty"), (Reading::NotUnderstood, "not-understood")] {
        let text = write(&graded(reading));
        assert!(text.contains(&format!(r#""grading":["{name}",[[1,0,0],[1,0,0]],[]]"#)), "{text}");
        assert_eq!(read_journal(&text), Text::Read { items: graded(reading), broken: false });
    }
}

#[test]
fn what_is_taken_back_is_read_and_written_as_ever() {
    assert_eq!(write(&taken_back()), TAKEN_BACK);
    assert_eq!(read_journal(TAKEN_BACK), Text::Read { items: taken_back(), broken: false });
    let asked = |entries: &[Entry]| -> Vec<(String, u8)> {
        let Some(sitting) = Round::replay(entries).sitting().cloned() else { panic!("the round runs") };
        sitting.plan.items.iter().map(|item| (item.question.0.to_string(), item.follows)).collect()
    };
    let order = |items: [(&str, u8); 3]| items.map(|(question, follows)| (question.to_owned(), follows)).to_vec();
    assert_eq!(asked(&taken_back()[..4]), order([("await", 0), ("gil", 1), ("task", 0)]));
    assert_eq!(asked(&taken_back()), order([("await", 0), ("task", 0), ("gil", 0)]));
    // As it was written before: the follow-up stays, and its answer with it.
    let mut old = taken_back();
    old[4].event = Event::TakenBack { question: question("await"), follow_up: None };
    assert_eq!(asked(&old), order([("await", 0), ("gil", 1), ("task", 0)]));
}

#[test]
fn what_is_extended_is_read_and_written_as_ever() {
    let half = extended()[..3].iter().cloned().chain(extended().last().cloned()).collect::<Vec<_>>();
    let reports = [report_of(&half), report_of(&extended())];
    let files = [
        ("extended", write(&extended())),
        ("extended-report", write_report(&reports[1])),
        ("extended-archive", write_archive(&reports)),
    ];
    for (name, text) in files {
        let file = format!("tests/journals/v1-{name}.txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &text).unwrap_or_else(|error| panic!("{file}: {error}"));
        }
        assert_eq!(text, std::fs::read_to_string(&file).unwrap_or_default(), "{file}");
    }
    assert_eq!(read_journal(&write(&extended())), Text::Read { items: extended(), broken: false });
    assert_eq!(read_report(&write_report(&reports[1])), Text::Read { items: vec![reports[1].clone()], broken: false });
    assert_eq!(read_archive(&write_archive(&reports)), Text::Read { items: reports.to_vec(), broken: false });
    assert_eq!(reports.map(|report| (report.pace, report.extended)), [(Pace::Tenfold, 2), (Pace::Untimed, 3)]);
}

#[test]
fn an_archive_is_read_and_written_as_ever() {
    // Every form that a figure of it can have.
    let mut reports: Vec<Report> =
        Ending::ALL.into_iter().zip(Pace::ALL).map(|(ending, pace)| Report { ending, pace, ..report() }).collect();
    reports.extend([report_of(&written()), report_of(&interview()), report_of(&typed())]);
    if std::env::var_os("BLESS").is_some() {
        drop(std::fs::write("tests/journals/v1-archive.txt", write_archive(&reports)));
    }
    let folded: Vec<Report> = reports.iter().map(Report::folded).collect();
    assert_eq!(read_archive(ARCHIVE), Text::Read { items: folded.clone(), broken: false });
    assert_eq!(write_archive(&reports), ARCHIVE);
    let newer = ARCHIVE.replacen("archive 1", "archive 2", 1);
    let key = Key::Archive { writer: "k3x9-1".to_owned() }.name(BANK);
    assert_eq!(load(BANK, &[(key.clone(), newer)], NOW), Loaded { newer: true, ..Loaded::default() });
    // A line in the midst of it is damaged: the rest counts, and the whole text is put aside.
    let damaged = ARCHIVE.replacen("k3x9\",\"", "k3x8\",\"", 1);
    let loaded = load(BANK, &[(key.clone(), damaged.clone())], NOW);
    assert_eq!(loaded.reports.len(), 5);
    assert_eq!((&loaded.broken[0].text, loaded.broken[0].good.clone()), (&damaged, Some(write_archive(&loaded.reports))));
    assert_eq!(loaded.held, []);
    // What ends with anything but the table has lost something, though there are two of them.
    let mut lines: Vec<&str> = ARCHIVE.lines().collect();
    let end = lines.len();
    lines.swap(end - 1, end - 2);
    assert_eq!(read_archive(&(lines.join("\n") + "\n")), Text::Read { items: folded, broken: true });
    // One of nothing is whole.
    let loaded = load(BANK, &[(key.clone(), write_archive(&[]))], NOW);
    assert_eq!(loaded.broken, []);
    assert_eq!(loaded.held.iter().map(|held| (&held.name, held.archived, held.count)).collect::<Vec<_>>(), [(&key, true, 0)]);
}

#[test]
fn a_checkpoint_is_read_and_written_as_ever() {
    let memory = |stability, difficulty| Memory { trace: Trace { stability, difficulty }, last: NOW, answers: 3 };
    let checkpoint = Checkpoint {
        at: NOW,
        done: 7,
        glance: Glance { rounds: 4560, met: 80, is_weak: true, last: Score(833), missed: 3, flagged: 1 },
        memories: vec![Some(memory(0.001, 10.0)), None, Some(memory(36_500.0, 1.0)), Some(memory(2.3065, 6.413_3))],
    };
    if std::env::var_os("BLESS").is_some() {
        drop(std::fs::write("tests/journals/v1-checkpoint.txt", write_checkpoint(u64::MAX, &checkpoint)));
    }
    assert_eq!(write_checkpoint(u64::MAX, &checkpoint), CHECKPOINT);
    assert_eq!(read_checkpoint(CHECKPOINT, u64::MAX), Some(checkpoint.clone()));
    assert_eq!(read_checkpoint(CHECKPOINT, 0), None, "it was made of other texts");
    assert_eq!(read_checkpoint(&CHECKPOINT.replacen("checkpoint 1", "checkpoint 2", 1), u64::MAX), None);
    // What no memory can be is none, though it was written so.
    for (stability, difficulty) in [(f32::NAN, 5.0), (0.0, 5.0), (1.0, 11.0), (1.0, f32::INFINITY)] {
        let forged = Checkpoint { memories: vec![Some(memory(stability, difficulty))], ..checkpoint.clone() };
        assert_eq!(read_checkpoint(&write_checkpoint(1, &forged), 1), None);
    }
    let key = Key::Checkpoint { writer: "k3x9".to_owned() }.name(BANK);
    let loaded = load(BANK, &[(key.clone(), CHECKPOINT.to_owned())], NOW);
    assert_eq!(loaded, Loaded { checkpoints: vec![(key, CHECKPOINT.to_owned())], ..Loaded::default() });
}

/// A question that was changed between its answers, and one of which it is not known.
fn with_contents() -> Report {
    let mut report = report();
    for (result, content) in report.results.iter_mut().zip([Some(1), Some((1 << 48) - 1), None, Some(1)]) {
        result.content = content.map(Content);
    }
    report.results.truncate(4);
    report
}

#[test]
fn what_a_question_was_is_read_and_written_as_ever() {
    let report = with_contents();
    let (text, archive) = (write_report(&report), write_archive(&[report.clone(), self::report()]));
    if std::env::var_os("BLESS").is_some() {
        drop(std::fs::write("tests/journals/v1-content-report.txt", &text));
        drop(std::fs::write("tests/journals/v1-content-archive.txt", &archive));
    }
    assert_eq!((text.as_str(), archive.as_str()), (CONTENT_REPORT, CONTENT_ARCHIVE));
    assert_eq!(read_report(CONTENT_REPORT), Text::Read { items: vec![report.clone()], broken: false });
    let folded = vec![report.folded(), self::report().folded()];
    assert_eq!(read_archive(CONTENT_ARCHIVE), Text::Read { items: folded, broken: false });
    // Who knows of no contents reads the rest, and of one round it is what says more that stays.
    let without = CONTENT_REPORT.replace(",\"content\":281474976710655", "").replace(",\"content\":1", "");
    let (_, line) = without.split_once('\n').unwrap_or_default();
    let json = line.split_once(' ').map_or("", |(_, json)| json.trim_end());
    let sealed = format!("mock-interview report 1\n{:08x} {json}\n", fnv32(json.as_bytes()));
    let Text::Read { items, broken: false } = read_report(&sealed) else { panic!("{sealed}") };
    assert_eq!(items[0].results.iter().filter(|result| result.content.is_some()).count(), 0);
    assert_eq!(once(vec![report.clone(), items[0].clone()]), once(vec![items[0].clone(), report.clone()]));
    assert_eq!(once(vec![items[0].clone(), report.clone()]), [report]);
}

#[test]
fn keys_are_named_as_ever() {
    let (round, writer) = (RoundId("a:1".to_owned()), "b%".to_owned());
    assert_eq!(journal_key(), "mock-interview:1:journal:async-python:k3x9-1:k3x9");
    assert_eq!(Key::Seen { round: round.clone(), writer }.name(BANK), "mock-interview:1:seen:async-python:a%3A1:b%25");
    assert_eq!(Key::Report { round }.name(BANK), "mock-interview:1:report:async-python:a%3A1");
    let form = Key::Form { writer: "a:1".to_owned() };
    assert_eq!(form.name(BANK), "mock-interview:1:form:async-python:a%3A1");
    assert_eq!(Key::parse(&form.name(BANK), BANK), Some(form));
    let saved = Key::Saved { writer: "a:1".to_owned() };
    assert_eq!(saved.name(BANK), "mock-interview:1:saved:async-python:a%3A1");
    assert_eq!(Key::parse(&saved.name(BANK), BANK), Some(saved));
    let checkpoint = Key::Checkpoint { writer: "a:1".to_owned() };
    assert_eq!(checkpoint.name(BANK), "mock-interview:1:checkpoint:async-python:a%3A1");
    assert_eq!(Key::parse(&checkpoint.name(BANK), BANK), Some(checkpoint));
}

#[test]
fn a_newer_journal_is_left_alone() {
    assert_eq!(read_journal(NEWER), Text::Newer);
    assert_eq!(load_journal(NEWER), Loaded { newer: true, ..Loaded::default() });
}

#[test]
fn a_broken_journal_loads_as_far_as_it_is_good() {
    let good = &entries()[..5];
    assert_eq!(read_journal(BROKEN), Text::Read { items: good.to_vec(), broken: true });
    let loaded = load_journal(BROKEN);
    assert_eq!(loaded.rounds.len(), 1);
    let aside = "mock-interview:broken:1800000000000:1:journal:async-python:k3x9-1:k3x9".to_owned();
    let broken = Broken { name: journal_key(), text: BROKEN.to_owned(), aside, good: Some(write(good)) };
    assert_eq!(loaded.broken, [broken]);
}

/// A new kind of event does not compile here until it is counted, and then it must stand in a file.
#[test]
fn every_event_stands_in_a_file() {
    let kind = |entry: Entry| match entry.event {
        Event::Started { .. } => 0,
        Event::Opened { .. } => 1,
        Event::Chosen { .. } => 2,
        Event::Submitted { .. } => 3,
        Event::Revealed { .. } => 4,
        Event::Judged { .. } => 5,
        Event::TimedOut { .. } => 6,
        Event::Skipped { .. } => 7,
        Event::Flagged { .. } => 8,
        Event::Left => 9,
        Event::Returned => 10,
        Event::Finished { .. } => 11,
        Event::Written { .. } => 12,
        Event::Began { .. } => 13,
        Event::Hinted { .. } => 14,
        Event::Rated { .. } => 15,
        Event::Followed { .. } => 16,
        Event::Continued { .. } => 17,
        Event::TakenBack { .. } => 18,
        Event::Paused => 19,
        Event::Graded { .. } => 20,
        Event::Overruled { .. } => 21,
        Event::Extended { .. } => 22,
    };
    let all = entries().into_iter().chain(written()).chain(interview()).chain(typed()).chain(extended());
    assert_eq!(all.map(kind).collect::<BTreeSet<i32>>(), BTreeSet::from_iter(0..23));
}
