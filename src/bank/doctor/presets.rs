//! What is doubtful about the presets that a bank brings.

use super::super::preset::Settings;
use super::super::{Bank, Level, Mode};

pub fn examine(bank: &Bank) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for preset in bank.presets() {
        let (name, topics) = (preset.name, preset.topics());
        let Settings { count, modes, levels, .. } = preset.settings();
        let (modes, levels): (Vec<Mode>, Vec<Level>) =
            (modes.into_iter().flatten().collect(), levels.into_iter().flatten().collect());
        let fitting = bank.questions().iter().filter(|question| {
            let on_topic = topics.is_empty() || topics.contains(&question.topic);
            let on_level = levels.is_empty() || levels.contains(&question.level);
            on_topic && on_level && (modes.is_empty() || modes.iter().any(|mode| question.can(*mode)))
        });
        match fitting.count() {
            0 => found.push((
                format!("no question fits the preset “{name}”"),
                "name topics, levels and ways of asking that some question has together; a round lets go of them otherwise",
            )),
            fitting if fitting < usize::from(count) => {
                let what = format!("the preset “{name}” asks {count} questions, and {fitting} fit");
                found.push((what, "write as many as there are, or more questions"));
            }
            _ => {}
        }
    }
    found
}
