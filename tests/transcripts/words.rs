//! What happened, in the words of a transcript.

use super::stage::START;
use mock_interview::bank::Bank;
use mock_interview::bank::text::plain;
use mock_interview::progress::QuestionResult;
use mock_interview::round::clock::{Millis, Span};
use mock_interview::round::event::{Ending, Given};
use mock_interview::round::plan::Pace;
use mock_interview::round::{Entry, Event};

pub fn happened(bank: &Bank, Entry { event, .. }: &Entry) -> String {
    match event {
        Event::Started { .. } => "started".to_owned(),
        Event::Opened { question } => format!("opened {}", question.0),
        Event::Chosen { question, choice, score } => {
            let text = bank.question(question).unwrap().choice(*choice).unwrap();
            format!("chosen for {}: “{}”, {} %", question.0, plain(&text.text), score.percent())
        }
        Event::Written { question, text, score } => {
            format!("written for {}: {}, {} %", question.0, quoted(text), score.percent())
        }
        Event::Submitted { question } => format!("submitted {}", question.0),
        Event::Revealed { question } => format!("revealed {}", question.0),
        Event::Judged { question, grade } => format!("judged {}: {}", question.0, grade.name()),
        Event::Graded { question, .. } => format!("graded: {}", question.0),
        Event::Overruled { question, aim, verdict } => format!("overruled for {}: {aim:?} {}", question.0, verdict.name()),
        Event::TimedOut { question } => format!("time ran out for {}", question.0),
        Event::Skipped { question } => format!("skipped {}", question.0),
        Event::Flagged { question, .. } => format!("flagged {}", question.0),
        Event::Began { question } => format!("on to the answer for {}", question.0),
        Event::Hinted { question } => format!("a hint for {}", question.0),
        Event::Rated { question, confidence } => format!("for {}: {}", question.0, confidence.name()),
        Event::Followed { after, item } => format!("after {} follows {}, {}", after.0, item.question.0, item.mode.name()),
        Event::Continued { question } => format!("continued from {}", question.0),
        Event::TakenBack { question, follow_up } => {
            let next = follow_up.as_ref().map_or(String::new(), |next| format!(", and with it {}", next.0));
            format!("taken back: {}{next}", question.0)
        }
        Event::Paused => "paused".to_owned(),
        Event::Extended { more: Some(more) } => format!("extended by {more} %"),
        Event::Extended { more: None } => "no limit any more".to_owned(),
        Event::Left => "left".to_owned(),
        Event::Returned => "returned".to_owned(),
        Event::Finished { ending: how } => format!("finished: {}", ending(*how)),
    }
}

/// On one line, as the script has it.
pub fn quoted(text: &str) -> String {
    format!("“{}”", text.replace('\n', "\\n"))
}

pub fn given(bank: &Bank, result: &QuestionResult) -> String {
    match &result.given {
        Given::Nothing => "nothing".to_owned(),
        Given::Choice(key) => {
            let question = bank.question(&result.question).unwrap();
            format!("“{}”", plain(&question.choice(*key).unwrap().text))
        }
        Given::Written(text) | Given::Typed(text) => quoted(text),
        Given::Folded => "something".to_owned(),
        Given::Spoken(None) => "said, not judged".to_owned(),
        Given::Spoken(Some(grade)) => format!("said, {}", grade.name()),
    }
}

/// The time against the budget.
pub fn against(result: &QuestionResult) -> String {
    let used = span(result.used);
    match result.budget {
        None => format!("{used} used"),
        Some(budget) if result.used > budget => {
            format!("{used} of {} used, {} over", span(budget), span(result.used.minus(budget)))
        }
        Some(budget) => format!("{used} of {} used", span(budget)),
    }
}

pub fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Complete => "complete",
        Ending::HandedIn => "handed in",
        Ending::TimeUp => "time is up",
    }
}

pub fn pace(name: &str) -> Pace {
    match name {
        "time and a half" => Pace::HalfMore,
        "double" => Pace::Double,
        "tenfold" => Pace::Tenfold,
        "untimed" => Pace::Untimed,
        other => panic!("“{other}” is not a pace"),
    }
}

/// `1:05` or `1:05.250`, in milliseconds.
pub fn moment(text: &str) -> u64 {
    let (minutes, seconds) = text.split_once(':').unwrap_or_else(|| panic!("“{text}” is not a time"));
    let (seconds, millis) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let number = |text: &str| text.parse::<u64>().unwrap();
    (number(minutes) * 60 + number(seconds)) * 1000 + number(millis)
}

pub fn time(at: Millis) -> String {
    span(at.since(Millis(START)))
}

pub fn span(Span(millis): Span) -> String {
    let (seconds, millis) = (millis / 1000, millis % 1000);
    let rest = if millis == 0 { String::new() } else { format!(".{millis:03}") };
    format!("{}:{:02}{rest}", seconds / 60, seconds % 60)
}
