//! Sentences that differ in one negation, contrary or name: the one meets the point, the other does not.

use super::set;
use mock_interview::grade::{Verdict, grade};

#[test]
fn one_word_makes_the_difference() {
    let rubrics = set::rubrics();
    let (mut all, mut bad) = (0, Vec::new());
    for line in include_str!("pairs.txt").lines() {
        let [question, point, right, wrong] = line.split('|').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (place, (_, rubric)) = rubrics.iter().enumerate().find(|(_, (id, _))| id == question).unwrap();
        assert!(!set::is_held_out(place), "{question}");
        let point = point.parse::<usize>().unwrap() - 1;
        let [one, other] = [right, wrong].map(|text| grade(rubric, text));
        let [met, not] = [&one, &other].map(|grading| &grading.points[point]);
        all += 1;
        if met.verdict() != Verdict::Met || not.verdict() == Verdict::Met {
            bad.push(format!("{question}: “{right}” {}, “{wrong}” {}", met.credit, not.credit));
        }
    }
    assert!(all >= 60, "{all}");
    assert!(bad.is_empty(), "{} of {all}\n{}", bad.len(), bad.join("\n"));
}
