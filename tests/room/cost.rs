//! What five years cost whenever the widget opens: script/soak runs it in a release.

use super::practice::{BANK, DAYS, day, five_years};
use mock_interview::journal::load::load;
use mock_interview::journal::mirror::compare;
use mock_interview::journal::union::unite;
use mock_interview::progress::History;
use std::hint::black_box;
use std::time::{Duration, Instant};

const FRAME: Duration = Duration::from_millis(16);

fn least(mut work: impl FnMut()) -> Duration {
    let one = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    };
    (0..20).map(one).min().unwrap()
}

#[test]
#[ignore = "only in a release"]
fn five_years_load_in_a_frame() {
    let (store, most) = five_years(7);
    let texts = store.texts();
    let read = least(|| drop(black_box(load(BANK, &texts, day(DAYS)))));
    let whole = least(|| {
        let mut history = History::default();
        unite(&mut history, load(BANK, &texts, day(DAYS)).reports);
        drop(black_box(history));
    });
    let copied = least(|| drop(black_box(compare(&texts, texts.clone()))));
    let part =
        |archived: bool| -> Vec<_> { texts.iter().filter(|(name, _)| name.contains(":archive:") == archived).cloned().collect() };
    for part in [part(true), part(false)] {
        let units: usize = part.iter().map(|(_, text)| text.len()).sum();
        println!("{} texts, {units} bytes: {:?}", part.len(), least(|| drop(black_box(load(BANK, &part, day(DAYS))))));
    }
    println!("{most} units at most, {} now: read {read:?}, with the history {whole:?}, compared {copied:?}", store.units());
    assert!(whole < FRAME && copied < FRAME);
}
