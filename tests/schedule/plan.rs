//! Whoever follows the plan knows more on the day than with any other way, for the same number of answers.

use super::learner::{WAYS, Way, World, learn};
use super::reviews::bank;
use std::fmt::Write;

/// The means over all learners, one for each way, and the answers of each.
fn outcome(learners: u64, days: u32, budget: usize) -> Vec<(f64, usize)> {
    let bank = bank(86);
    let one = |way| {
        let all = (0..learners).map(|learner| learn(&bank, way, World { seed: 1, learner, days, budget }));
        let (recall, answers) = all.fold((0.0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        (recall / learners as f64, answers)
    };
    WAYS.into_iter().map(one).collect()
}

/// With fewer answers than questions, all that anyone can do is to answer what was never answered.
fn is_short(days: u32, budget: usize) -> bool {
    days as usize * budget <= 86
}

fn check(days: u32, budget: usize, outcome: &[(f64, usize)], margin: f64) {
    let (plan, answers) = outcome[0];
    for (way, (recall, others)) in WAYS.into_iter().zip(outcome).skip(1) {
        assert_eq!(answers, *others, "{way:?} gives as many answers");
        let least = if is_short(days, budget) { recall - 1e-6 } else { recall + margin };
        assert!(plan >= least, "{days} days, {budget} a day: {plan:.4} against {recall:.4} by {way:?}");
    }
}

#[test]
fn a_few_learners_are_better_off_with_the_plan() {
    for (days, budget, floor) in [(8, 10, 0.5), (20, 10, 0.86), (40, 5, 0.8)] {
        let outcome = outcome(20, days, budget);
        check(days, budget, &outcome, 0.0);
        assert!(outcome[0].0 > floor, "{days} days, {budget} a day: {:.4}", outcome[0].0);
    }
}

/// The table of docs/scheduling.md; script/soak runs it.
#[test]
#[ignore = "minutes, and only in a release"]
fn two_hundred_learners_are_better_off_with_the_plan() {
    let mut table = String::new();
    for days in [5, 10, 20, 40, 60] {
        for budget in [5, 10, 20, 40] {
            let outcome = outcome(200, days, budget);
            let cells: Vec<String> = outcome.iter().map(|(recall, _)| format!("{:.1}", 100.0 * recall)).collect();
            writeln!(table, "| {days} | {budget} | {} | {} |", outcome[0].1 / 200, cells.join(" | ")).unwrap();
            println!("{}", table.lines().last().unwrap());
            check(days, budget, &outcome, 0.0);
        }
    }
    assert_eq!(WAYS[0], Way::Plan);
}
