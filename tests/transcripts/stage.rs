//! A round that is being told: the script is played, and what happens is written down.

use super::words::{against, ending, given, happened, moment, pace, span, time};
use mock_interview::app::preset::{offered, terms};
use mock_interview::bank::draw::Wish;
use mock_interview::bank::text::plain;
use mock_interview::bank::{Bank, Level, Mode, QuestionId};
use mock_interview::grade::{Grading, Mark, Verdict};
use mock_interview::journal::key::Key;
use mock_interview::journal::{journal_header, journal_line, load::load};
use mock_interview::progress::Report;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Confidence, Grade, RoundId};
use mock_interview::round::judged::Aim;
use mock_interview::round::plan::{Pace, Plan, Rules, Terms};
use mock_interview::round::step::step;
use mock_interview::round::{Event, Input, Place, Round};
use std::fmt::Write;
use std::rc::Rc;

/// When `0:00` is. Any moment would do.
pub const START: u64 = 1_700_000_000_000;

/// A round that is being told.
pub struct Stage<'bank> {
    bank: &'bank Bank,
    terms: Terms,
    round: Round,
    seen: Millis,
    journal: String,
    text: String,
}

impl<'bank> Stage<'bank> {
    pub fn new(bank: &'bank Bank) -> Self {
        let wish = Wish { count: 9, topics: Vec::new(), levels: Level::ALL.into(), modes: Vec::new(), seed: "told".to_owned() };
        let terms = Terms {
            preset: "Told".to_owned(),
            wish,
            budget: None,
            limit: None,
            rules: Rules::default(),
            think: None,
            pace: Pace::Usual,
        };
        Stage { bank, terms, round: Round::Lobby, seen: Millis(START), journal: journal_header(), text: String::new() }
    }

    /// The transcript with what really happens.
    pub fn play(mut self, told: &str) -> String {
        for line in told.lines().filter(|line| !line.starts_with(' ')) {
            self.text += line;
            self.text.push('\n');
            let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
            match (first, rest.trim()) {
                ("ask", rest) => self.ask(rest),
                ("limit", rest) => self.terms.limit = Some(Span(moment(rest))),
                ("budget", rest) => self.terms.budget = Some(Span(moment(rest))),
                ("strict", _) => self.terms.rules.strict = true,
                ("practice", _) => self.terms.rules.practice = true,
                ("exam", _) => self.terms.rules.exam = true,
                ("hints", _) => self.terms.rules.hints = true,
                ("follow-ups", rest) => self.terms.rules.follow_ups = rest.parse().unwrap(),
                ("think", rest) => self.terms.think = Some(Span(moment(rest))),
                ("preset", rest) => self.preset(rest),
                ("pace", rest) => self.terms.pace = pace(rest),
                ("result", _) => self.result(),
                (time, rest) if time.starts_with(|letter: char| letter.is_ascii_digit()) => {
                    self.at(Millis(START + moment(time)), rest);
                }
                // What is left tells the reader what this is about.
                _ => {}
            }
        }
        self.text
    }

    fn tell(&mut self, line: &str) {
        writeln!(self.text, "        {line}").unwrap();
    }

    /// The terms of a preset, for the whole bank.
    fn preset(&mut self, id: &str) {
        let preset = offered(self.bank).into_iter().find(|preset| preset.id == id).expect("a preset");
        self.terms = terms(&preset, self.bank, "told".to_owned(), Pace::Usual);
    }

    /// `await, task to choose` or `loop to say aloud`
    fn ask(&mut self, rest: &str) {
        let (topics, how) = rest.rsplit_once(" to ").unwrap();
        self.terms.wish.topics = topics.split(", ").map(str::to_owned).collect();
        self.terms.wish.modes = match how {
            "choose" => vec![Mode::Choice],
            "say aloud" => vec![Mode::Spoken],
            "predict" => vec![Mode::Output],
            "type" => vec![Mode::Typed],
            other => panic!("“{other}” is no way to ask"),
        };
    }

    fn at(&mut self, now: Millis, what: &str) {
        let on_screen = self.round.sitting().and_then(|sitting| sitting.current()).map(|(_, item, _)| item.question.clone());
        let (what, aimed) = what.split_once(" for ").unwrap_or((what, ""));
        let question = if aimed.is_empty() { on_screen } else { Some(QuestionId::new(aimed)) };
        let (verb, object) = what.split_once(' ').unwrap_or((what, ""));
        if verb == "reload" {
            self.reload(now);
        }
        let input = self.input(verb, object, question);
        let before = self.round.sitting().map(|sitting| sitting.place);
        match step(self.bank, &self.round, self.seen, input, now) {
            None => self.tell("–"),
            Some((round, entries)) => {
                self.round = round;
                for entry in entries {
                    self.journal += &journal_line(&entry);
                    self.tell(&format!("{}  {}", time(entry.at), happened(self.bank, &entry)));
                    if let Event::Started { plan, .. } = &entry.event {
                        self.plan(plan);
                    }
                }
            }
        }
        self.seen = now;
        let after = self.round.sitting().map(|sitting| sitting.place);
        if matches!(self.round, Round::Running(_)) && (before != after || verb == "look" || verb == "reload") {
            self.screen(now);
        }
    }

    fn input(&self, verb: &str, object: &str, question: Option<QuestionId>) -> Input {
        let there = || question.clone().expect("nothing is on screen; say “for ID”");
        match verb {
            "start" => {
                let plan = Plan::new(self.bank, &self.terms).expect("the bank has such questions");
                Input::Start { round: RoundId("told".to_owned()), plan }
            }
            "choose" => {
                let choices = &self.bank.question(&there()).unwrap().choices;
                let choice = choices.iter().find(|choice| plain(&choice.text) == object.trim_matches('"'));
                Input::Choose { question: there(), choice: choice.expect("there is such a choice").key }
            }
            "write" => Input::Write { question: there(), text: object.trim_matches('"').replace("\\n", "\n") },
            "submit" => Input::Submit { question: there() },
            "reveal" => Input::Reveal { question: there() },
            "judge" => {
                let grade = Grade::ALL.into_iter().find(|grade| grade.name() == object).expect("a grade");
                Input::Judge { question: there(), grade }
            }
            // `grade met missed`: what the grader says of each point
            "grade" => {
                let verdicts =
                    object.split(' ').map(|name| Verdict::ALL.into_iter().find(|one| one.name() == name).expect("a verdict"));
                let mark = |verdict: Verdict| Mark { weight: 1, credit: verdict.credit(), is_sure: true, evidence: Vec::new() };
                let grading = Grading { points: verdicts.map(mark).collect(), ..Grading::default() };
                Input::Grade { question: there(), grading: Rc::new(grading) }
            }
            // `overrule 2 missed`
            "overrule" => {
                let (place, verdict) = object.split_once(' ').expect("a place and a verdict");
                let aim = Aim::Point(place.parse::<usize>().expect("a number") - 1);
                let verdict = Verdict::ALL.into_iter().find(|one| one.name() == verdict).expect("a verdict");
                Input::Overrule { question: there(), aim, verdict }
            }
            "skip" => Input::Skip { question: there() },
            "flag" => Input::Flag { question: there(), flagged: true },
            "open" => Input::Open { question: QuestionId::new(object) },
            "ready" => Input::Begin { question: there() },
            "hint" => Input::Hint { question: there() },
            "rate" => {
                let confidence = Confidence::ALL.into_iter().find(|one| one.name() == object).expect("a confidence");
                Input::Rate { question: there(), confidence }
            }
            "follow" => {
                let sitting = self.round.sitting().expect("a round");
                let next = self.bank.question(&QuestionId::new(object)).expect("a question");
                let (_, after, _) = sitting.current().expect("a question on screen");
                let level = self.bank.question(&after.question).expect("a question").level;
                Input::Follow { after: there(), item: sitting.plan.follow_up(after, level, next) }
            }
            "continue" => Input::Continue { question: there() },
            "undo" => Input::TakeBack { question: there() },
            "pause" => Input::Pause,
            // `extend 25`; `extend` alone takes the limit off
            "extend" => Input::Extend { more: object.parse().ok() },
            "return" => Input::Return,
            "hand" => Input::HandIn,
            "nothing" | "look" | "reload" => Input::Tick,
            other => panic!("“{other}” is not an input"),
        }
    }

    /// The page comes back with nothing but what was stored.
    fn reload(&mut self, now: Millis) {
        let (round, writer) = (RoundId("told".to_owned()), "tab".to_owned());
        let journal = Key::Journal { round: round.clone(), writer: writer.clone() }.name(self.bank.id());
        let seen = Key::Seen { round, writer }.name(self.bank.id());
        let stored = [(journal, self.journal.clone()), (seen, self.seen.0.to_string())];
        let mut loaded = load(self.bank.id(), &stored, now);
        let stored = loaded.rounds.pop().expect("a round was stored");
        assert_eq!(stored.round, self.round, "the stored round is another one");
        (self.round, self.seen) = (stored.round, stored.seen);
    }

    fn plan(&mut self, plan: &Plan) {
        let limit = |limit: Option<Span>| limit.map_or("no limit".to_owned(), span);
        for (n, item) in (1..).zip(&plan.items) {
            self.tell(&format!("      {n}. {:<8} {:<8} {}", item.question.0, item.mode.name(), limit(item.budget)));
        }
        self.tell(&format!("      the whole round    {}", limit(plan.limit)));
    }

    fn screen(&mut self, now: Millis) {
        let Some(sitting) = self.round.sitting() else { return };
        let place = match (sitting.place, sitting.current()) {
            (Place::Away { since, .. }, _) => format!("“You were away for {}”", span(now.since(since))),
            (_, None) => "the overview".to_owned(),
            (_, Some((slot, item, _))) => {
                let of = item.budget.map_or(String::new(), |budget| format!(" of {}", span(budget)));
                let thinking = sitting.thinking(slot, now).map_or(String::new(), |left| format!(", {} to think", span(left)));
                let closed = if sitting.is_reviewing() { ", answered" } else { "" };
                format!("{}, {}{of} used{thinking}{closed}", item.question.0, span(sitting.used(slot, now)))
            }
        };
        let left = sitting.left(now).map_or("untimed".to_owned(), |left| format!("{} left", span(left)));
        self.tell(&format!("      on screen: {place}; {left}"));
    }

    fn result(&mut self) {
        let Round::Finished(sitting, finish) = &self.round else { return self.tell("the round is not over") };
        let report = Report::new(sitting, *finish);
        let over = sitting.plan.limit.map_or(String::new(), |limit| format!(" of {}", span(limit)));
        let pace = match report.pace {
            Pace::Usual => "",
            Pace::HalfMore => ", time and a half",
            Pace::Double => ", double time",
            Pace::Tenfold => ", ten times the time",
            Pace::Untimed => ", untimed",
        };
        let extended = match report.extended {
            0 => String::new(),
            times => format!(", extended {times} time(s)"),
        };
        let mut lines = vec![format!(
            "{} %; {} at {}; {}{over} used{pace}{extended}",
            report.score.percent(),
            ending(report.ending),
            time(report.ended),
            span(report.used)
        )];
        for (result, slot) in report.results.iter().zip(&sitting.slots) {
            let mut marks = vec![given(self.bank, result), against(result)];
            let named = [
                (result.time_up, "time ran out"),
                (slot.skipped, "skipped"),
                (!slot.visited, "not reached"),
                (result.flagged, "flagged"),
                (result.interrupted, "interrupted"),
                (result.follows > 0, "a follow-up"),
            ];
            marks.extend(named.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark.to_owned()));
            if result.hints > 0 {
                marks.push(format!("{} hint(s)", result.hints));
            }
            marks.extend(result.confidence.map(|confidence| confidence.name().to_owned()));
            lines.push(format!("{:<7} {:>3} %  {}", result.question.0, result.score.percent(), marks.join("; ")));
        }
        lines.iter().for_each(|line| self.tell(line));
    }
}
