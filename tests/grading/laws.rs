//! What holds of every text.

use super::set;
use mock_interview::grade::{Grading, Reading, Rubric, Verdict, grade};
use proptest::prelude::*;
use std::time::Instant;

const UNRELATED: [&str; 4] = [
    "My grandmother bakes bread on Sundays.",
    "Our cat loves tuna and the weather in Lisbon was lovely.",
    "Football is nicer than chess!",
    "I drank coffee this morning, sorry.",
];

/// `CASES` asks for more of them.
fn cases() -> u32 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(100)
}

fn rubric(question: &str) -> Rubric {
    set::rubrics().into_iter().find(|(id, _)| id == question).unwrap().1
}

fn is_sound(text: &str, grading: &Grading, rubric: &Rubric) {
    assert_eq!((grading.points.len(), grading.misconceptions.len()), (rubric.points.len(), rubric.misconceptions.len()));
    for mark in grading.points.iter().chain(&grading.misconceptions) {
        assert!(mark.credit <= 100);
        // Where nothing in the text shows what is there by half, the learner is asked.
        let is_shown = mark.verdict() == Verdict::Missed || !mark.evidence.is_empty();
        assert!(is_shown || mark.verdict() == Verdict::Partly && !mark.is_sure, "{text}: {mark:?}");
        let mut end = 0;
        for part in &mark.evidence {
            assert!(
                text.get(part.from as usize..part.to as usize).is_some_and(|words| !words.is_empty()) && part.from >= end,
                "{text}: {mark:?}"
            );
            end = part.to;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged(bytes in proptest::collection::vec(any::<u8>(), 0..600), text in ".{0,200}") {
        let rubric = rubric("timeout-context-manager");
        for text in [String::from_utf8_lossy(&bytes).into_owned(), text] {
            is_sound(&text, &grade(&rubric, &text), &rubric);
        }
    }

    #[test]
    fn any_rubric_is_judged_by(texts in proptest::collection::vec(".{0,40}", 0..6), text in "[a-zA-Z ,.'_]{0,200}", lang in "(|en|de|zh-Hans)") {
        let points = texts.iter().map(|text| mock_interview::grade::Wanted { weight: 1, wordings: vec![text.clone()] }).collect();
        let rubric = Rubric { lang, prompt: text.chars().take(30).collect(), points, misconceptions: vec![texts.clone(), Vec::new()] };
        for text in texts.iter().chain([&text]) {
            is_sound(text, &grade(&rubric, text), &rubric);
        }
    }
}

/// Every word with a capital letter.
fn capitals(text: &str) -> String {
    let mut starts = true;
    let letter = |letter: char| {
        let letter = if starts { letter.to_ascii_uppercase() } else { letter };
        starts = letter == ' ';
        letter
    };
    text.chars().map(letter).collect()
}

/// Case, spaces and punctuation, within the text and at its ends, change nothing.
#[test]
fn dress_does_not_matter() {
    for (_, set) in set::all() {
        for one in set {
            let credits = |text: &str| -> Vec<u8> {
                let grading = grade(&one.rubric, text);
                grading.points.iter().chain(&grading.misconceptions).map(|mark| mark.credit).collect()
            };
            let plain = credits(&one.text);
            let dressed = [
                format!("  \n{} \t", one.text),
                format!("{}…!!", one.text),
                one.text.to_ascii_uppercase(),
                one.text.to_ascii_lowercase(),
                one.text.replace(' ', "  "),
                one.text.replace(' ', "\t "),
                one.text.replace('\'', "’"),
                one.text.replace('–', "—"),
                one.text.replace(". ", "! "),
                capitals(&one.text),
            ];
            for text in dressed {
                assert_eq!(plain, credits(&text), "{text}");
            }
        }
    }
}

#[test]
fn an_unrelated_sentence_raises_no_point() {
    for (set, answers) in set::all() {
        for (place, one) in answers.iter().enumerate() {
            let before = grade(&one.rubric, &one.text);
            for (n, sentence) in UNRELATED.iter().enumerate() {
                let texts = [format!("{}\n{sentence}", one.text), format!("{sentence}\n{}", one.text)];
                let after = grade(&one.rubric, &texts[(place + n) % 2]);
                assert!(after.score() <= before.score(), "{set}, answer {place}, {sentence}");
                for (before, after) in before.points.iter().zip(&after.points) {
                    let (before, after) = (before.credit, after.credit);
                    assert!(after <= before, "{set}, answer {place}, {sentence}: {before} → {after}");
                }
            }
        }
    }
}

/// Sentences of other questions' answers that give nothing by themselves: seldom do they raise a point or the score, and never by much.
#[test]
fn a_sentence_that_says_nothing_here_raises_hardly_any_point() {
    let sets = set::all();
    let answers: Vec<_> = sets.iter().flat_map(|(_, set)| set).collect();
    let (mut all, mut raised, mut higher) = (0, 0, 0);
    for (n, one) in answers.iter().enumerate() {
        let other = answers[(n * 7 + 131) % answers.len()];
        let sentence = other.text.split_inclusive(['.', '!']).next().unwrap();
        if other.question == one.question || grade(&one.rubric, sentence).points.iter().any(|mark| mark.credit > 0) {
            continue;
        }
        let before = grade(&one.rubric, &one.text);
        let after = grade(&one.rubric, &format!("{}\n{sentence}", one.text));
        let most =
            before.points.iter().zip(&after.points).map(|(before, after)| after.credit.saturating_sub(before.credit)).max();
        let most = most.unwrap_or(0);
        all += 1;
        raised += usize::from(most > 0);
        higher += usize::from(after.score() > before.score());
        assert!(most <= 60, "answer {n}: {most} more");
    }
    println!("a sentence that says nothing: of {all} a point raised {raised}, the score {higher}");
    assert!(all > 200 && 7 * raised < all && 20 * higher < all, "{raised} and {higher} of {all}");
}

/// Without the words that showed a point, or some of it, neither it nor the score is better off, whether they are cut out or, of some, left blank.
/// Hardly any point is there by half and nothing shows it.
#[test]
fn without_its_evidence_nothing_gains() {
    let (mut all, mut partly, mut unshown) = (0, 0, 0);
    for (set, answers) in set::all() {
        for (place, one) in answers.iter().enumerate() {
            let before = grade(&one.rubric, &one.text);
            for (n, mark) in before.points.iter().enumerate() {
                partly += usize::from(mark.verdict() == Verdict::Partly);
                unshown += usize::from(mark.verdict() == Verdict::Partly && mark.evidence.is_empty());
                if mark.evidence.is_empty() {
                    continue;
                }
                for instead in &["", " "][..if place % 4 == 0 { 2 } else { 1 }] {
                    let mut text = one.text.clone();
                    for part in mark.evidence.iter().rev() {
                        let part = part.from as usize..part.to as usize;
                        text.replace_range(part.clone(), &instead.repeat(part.len()));
                    }
                    let after = grade(&one.rubric, &text);
                    all += 1;
                    assert!(
                        after.points[n].credit <= mark.credit && after.score() <= before.score(),
                        "{set}, answer {place}: point {n} {} → {}, the score {} → {}",
                        mark.credit,
                        after.points[n].credit,
                        before.score(),
                        after.score()
                    );
                }
            }
        }
    }
    println!("of {all} with evidence {partly} are there by half, and nothing shows {unshown} of these");
    assert!(all > 1800 && partly > 400 && 15 * unshown < partly, "{all}, {partly}, {unshown}");
}

/// The same of sentences of many answers put together, where more than one way of judging meets: hardly ever, and never by much.
#[test]
fn without_its_evidence_a_mixture_hardly_ever_gains() {
    let sets = set::all();
    let answers: Vec<_> = sets.iter().flat_map(|(_, set)| set).collect();
    let mut seed = 12_345u64;
    let mut any = |number: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % number
    };
    // Of points that are met, and of those that are not.
    let (mut all, mut gained, mut by) = ([0; 2], [0; 2], 0);
    for _ in 0..12 * cases() {
        let one = answers[any(answers.len())];
        let own: Vec<_> = answers.iter().filter(|answer| answer.question == one.question).collect();
        let mut text = String::new();
        for _ in 0..2 + any(6) {
            // Every fifth sentence is of another question.
            let from = if any(5) == 0 { answers[any(answers.len())] } else { own[any(own.len())] };
            let sentences: Vec<&str> = from.text.split_inclusive(['.', ';', '!']).collect();
            text.extend([sentences[any(sentences.len())], " "]);
        }
        let before = grade(&one.rubric, &text);
        for mark in before.points.iter().filter(|mark| !mark.evidence.is_empty()) {
            let mut rest = text.clone();
            for part in mark.evidence.iter().rev() {
                rest.replace_range(part.from as usize..part.to as usize, "");
            }
            let after = grade(&one.rubric, &rest).score();
            let kind = usize::from(mark.verdict() != Verdict::Met);
            all[kind] += 1;
            gained[kind] += usize::from(after > before.score());
            by = by.max(after.saturating_sub(before.score()));
            let most = [60, 120][kind];
            assert!(after <= before.score() + most, "{} → {after}: {text}", before.score());
        }
    }
    println!("mixtures without the evidence of a point that have a higher score: {gained:?} of {all:?}, by {by} at most");
    assert!(all[0] > 8 * cases() as usize, "{all:?}");
    assert!((0..2).all(|kind| 100 * gained[kind] < all[kind]), "{gained:?} of {all:?}");
}

#[test]
fn to_repeat_the_question_says_nothing() {
    for (id, rubric) in set::rubrics() {
        for text in [rubric.prompt.clone(), format!("Hmm, {} Good question, let me think.", rubric.prompt)] {
            let grading = grade(&rubric, &text);
            assert!(grading.score() <= 100, "{id}: {} {text}", grading.score());
        }
    }
}

#[test]
fn a_list_of_keywords_is_no_statement() {
    let rubric = rubric("asyncio-vs-threads-processes");
    for text in [
        "threads, processes, asyncio, GIL, memory, preempted, suspend, tasks, parallel, cores, I/O, CPU",
        "asyncio tasks switch suspend threads preempted share memory GIL processes parallel separate memory CPU-bound multiprocessing",
    ] {
        let grading = grade(&rubric, text);
        assert!(grading.points.iter().all(|mark| mark.verdict() != Verdict::Met), "{text}: {grading:?}");
        assert!(grading.score() <= 350, "{text}: {}", grading.score());
    }
}

#[test]
fn texts_that_cannot_be_judged_are_not_wrong() {
    let rubric = rubric("cooperative-multitasking");
    for text in [
        "Eine Coroutine gibt die Kontrolle nur an einem await ab, das wirklich warten muss, und nicht irgendwo anders.",
        "Kooperatives Multitasking bedeutet, dass die Tasks freiwillig abgeben, und der Thread wird nicht unterbrochen.",
        "Una corrutina cede el control solo cuando tiene que esperar, y el sistema no la interrumpe.",
        "Les coroutines rendent la main d'elles-mêmes, quand elles attendent, et le système ne les interrompt pas.",
        "Корутина сама отдаёт управление, когда ей нужно ждать.",
        "协程在需要等待时主动让出控制权。",
        "कोरूटीन तब नियंत्रण छोड़ती है जब उसे प्रतीक्षा करनी होती है।",
        "asdf qwer zxcv hjkl",
        "fgkjhdfg kjhdfgkjh",
    ] {
        let grading = grade(&rubric, text);
        assert_eq!(grading.reading, Reading::NotUnderstood, "{text}");
        assert!(grading.points.iter().all(|mark| !mark.is_sure && mark.credit == 0), "{text}");
    }
    for text in ["", "  \n", "?", "idk", "I don't know.", "no idea, sorry", "I don't remember this one", "um, pass"] {
        assert_eq!(grade(&rubric, text).reading, Reading::Empty, "{text}");
    }
    for text in [
        "tasks yield on their own",
        "a task gives up control at an await that has to wait",
        "I like pizza and long walks on the beach",
    ] {
        assert_eq!(grade(&rubric, text).reading, Reading::Understood, "{text}");
    }
    for (_, set) in set::all() {
        for one in set {
            assert_eq!(grade(&one.rubric, &one.text).reading, Reading::Understood, "{}", one.text);
        }
    }
}

/// Long texts, and texts made to take long. How long a good one may take is in `docs/grading.md`; here nothing may explode.
#[test]
fn long_texts_end_quickly() {
    let rubric = rubric("synchronisation-primitives");
    grade(&rubric, "a");
    let words = "Lock lets one task at a time into a section, and Event makes tasks wait until it is set, but not threads; ";
    for text in [
        "a. ".repeat(1400),
        "not ".repeat(1000),
        "task,".repeat(800),
        "x".repeat(4000),
        words.repeat(40),
        "lokc taks evnet bariers ".repeat(170),
    ] {
        let before = Instant::now();
        is_sound(&text, &grade(&rubric, &text), &rubric);
        let took = before.elapsed();
        println!("{} letters, “{}…”: {took:?}", text.len(), &text[..10.min(text.len())]);
        assert!(took.as_millis() < 3000, "{took:?}");
    }
}
