//! The laws of the second copy: it brings back what is lost, takes nothing away, and once is enough.

use super::journal::write;
use super::script::{Play, any_text, cases, play};
use mock_interview::journal::key::Key;
use mock_interview::journal::mirror::{Texts, compare};
use mock_interview::round::event::RoundId;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

const MOST: usize = 6;

fn key(kind: usize) -> String {
    let (round, writer) = (RoundId("r".to_owned()), "w".to_owned());
    match kind {
        0 => Key::Journal { round, writer }.name("a:bank"),
        1 => Key::Seen { round, writer }.name("a:bank"),
        _ => Key::Report { round }.name("a:bank"),
    }
}

/// A few keys, with texts that are often beginnings of each other.
fn texts() -> impl Strategy<Value = Texts> {
    let text = prop_oneof!["a{0,3}", Just("mock-interview journal 1\n".to_owned()), any_text()];
    vec(text, 3).prop_flat_map(|texts| (Just(texts), vec(any::<bool>(), 3))).prop_map(|(texts, there)| {
        texts.into_iter().zip(there).enumerate().filter(|(_, (_, there))| *there).map(|(n, (text, _))| (key(n), text)).collect()
    })
}

fn take_over(texts: &mut Texts, changes: &Texts) {
    for (name, text) in changes {
        texts.retain(|(other, _)| other != name);
        texts.push((name.clone(), text.clone()));
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_whole_journal_wins_over_a_damaged_one(play in play(MOST), at in any::<Index>(), flip in 1..=255u8, cut in any::<bool>()) {
        let whole = write(&play.entries);
        let mut bytes = whole.clone().into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        // What bears the number of a later version is left alone.
        let version = bytes.get("mock-interview journal ".len());
        prop_assume!(version.is_none_or(|version| !(b'2'..=b'9').contains(version)));
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        let difference = compare(&[(key(0), damaged)], vec![(key(0), whole.clone())]);
        prop_assert_eq!(difference.lost, [(key(0), whole)]);
        prop_assert_eq!(difference.new, []);
    }

    #[test]
    fn a_copy_that_lags_behind_takes_nothing_away(play in play(MOST), behind in any::<Index>()) {
        let Play { entries, .. } = play;
        let (whole, lagging) = (write(&entries), write(&entries[..behind.index(entries.len())]));
        let difference = compare(&[(key(0), whole.clone())], vec![(key(0), lagging)]);
        prop_assert_eq!((difference.lost, difference.new), (vec![], vec![(key(0), whole)]));
    }

    /// What is the same need not be looked into: its name is enough.
    #[test]
    fn what_is_the_same_makes_no_difference(stored in texts(), copied in texts(), alike in vec(any::<bool>(), 3)) {
        let alike: Texts = stored.iter().zip(alike).filter(|(_, alike)| *alike).map(|(text, _)| text.clone()).collect();
        let mut copied = copied;
        take_over(&mut copied, &alike);
        let blank = |texts: &Texts, others: &Texts| -> Texts {
            let one = |text: &(String, String)| (text.0.clone(), if others.contains(text) { String::new() } else { text.1.clone() });
            texts.iter().map(one).collect()
        };
        let (whole, short) = (compare(&stored, copied.clone()), compare(&blank(&stored, &copied), blank(&copied, &stored)));
        prop_assert_eq!(whole, short);
    }

    #[test]
    fn once_is_enough(mut stored in texts(), mut copied in texts()) {
        let difference = compare(&stored, copied.clone());
        take_over(&mut stored, &difference.lost);
        take_over(&mut copied, &difference.new);
        let again = compare(&stored, copied);
        prop_assert_eq!((again.lost, again.new), (vec![], vec![]));
    }

    #[test]
    fn a_journal_whose_report_is_safe_is_not_brought_back(play in play(MOST), report in any_text()) {
        let copied = vec![(key(0), write(&play.entries)), (key(1), "5".to_owned())];
        prop_assert_eq!(compare(&[(key(2), report)], copied.clone()).lost, []);
        prop_assert_eq!(compare(&[], copied.clone()).lost, copied);
    }
}
