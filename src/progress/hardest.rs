//! The questions that went worst, over all answers to them.

use super::answered::Answered;
use crate::bank::order::by_key;

/// So many are shown.
pub const MOST: usize = 8;

/// Their places in the bank, the hardest first. What is lost in the mean counts, but somewhat towards nothing as long as there are few
/// answers: missed three times is harder than missed once. Those that never lost anything are left out.
#[inline(never)]
pub fn hardest(answered: &[Answered]) -> Vec<usize> {
    let lost = |one: &Answered| u64::from((one.answers * 1000).saturating_sub(one.sum));
    let mut places = Vec::new();
    for (place, one) in answered.iter().enumerate() {
        if lost(one) > 0 {
            places.push(place);
        }
    }
    // In millionths of a score, downwards.
    let mut places = by_key(places, |place| {
        let one = &answered[*place];
        (u64::MAX - 1000 * lost(one) / (u64::from(one.answers) + 1), one.last.into())
    });
    places.truncate(MOST);
    places
}
