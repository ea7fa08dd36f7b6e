//! What is doubtful about the presets that a bank brings.

use super::super::preset::{Preset, Settings};
use super::super::{Bank, Level, Mode};

pub fn examine(bank: &Bank) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for preset @ Preset { name, topics, .. } in bank.presets() {
        let Settings { count, modes, levels, .. } = preset.settings();
        let modes = if modes.is_empty() { Mode::ALL.to_vec() } else { modes };
        let levels = if levels.is_empty() { Level::ALL.to_vec() } else { levels };
        let fitting = bank.questions().iter().filter(|question| {
            let on_topic = topics.is_empty() || topics.contains(&question.topic);
            on_topic && levels.contains(&question.level) && modes.iter().any(|mode| question.can(*mode))
        });
        match fitting.count() {
            0 => found.push((
                format!("no question fits the preset “{name}”"),
                "name topics, levels and ways of asking that some question has together; a round lets go of them otherwise",
            )),
            fitting if (fitting as u64) < count => {
                let what = format!("the preset “{name}” asks {count} questions, and {fitting} fit");
                found.push((what, "write as many as there are, or more questions"));
            }
            _ => {}
        }
    }
    found
}
