//! A preset as an object.

use super::super::super::preset::{Preset, Settings};
use super::super::super::{Level, Mode};
use schemars::JsonSchema;
use serde::Serialize;

/// A kind of interview.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Preset")]
pub struct PresetObject {
    /// Its id is made of it: Our first call is our-first-call.
    #[schemars(length(min = 1), regex(pattern = r"^[^:]*$"))]
    name: String,
    /// What to expect, in a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    expect: String,
    #[schemars(range(min = 1, max = 500))]
    questions: u16,
    /// For the whole round; without them there is no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 600), with = "u16")]
    minutes: Option<u16>,
    /// For every question alike; without them the usual time for its mode and level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 3600), with = "u16")]
    seconds: Option<u16>,
    /// Seconds to think before an answer that is said aloud.
    #[serde(default, skip_serializing_if = "is_nothing")]
    #[schemars(range(max = 600))]
    think: u16,
    /// How many questions may follow from each other.
    #[serde(default, skip_serializing_if = "is_nothing")]
    #[schemars(range(max = 3))]
    follow_ups: u16,
    /// Ways of asking, in this order; all where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    modes: Vec<&'static str>,
    /// All where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levels: Vec<&'static str>,
    /// All where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    strict: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    practice: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    exam: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    hints: bool,
    /// Every question is read aloud when it comes, where the browser can.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    aloud: bool,
}

fn is_nothing(number: &u16) -> bool {
    *number == 0
}

pub fn preset_to(preset: &Preset) -> PresetObject {
    let Settings { count, minutes, seconds, think, follow_ups, modes, levels, strict, practice, exam, hints, aloud } =
        preset.settings();
    PresetObject {
        name: preset.name.to_owned(),
        expect: preset.expect.to_owned(),
        questions: count,
        minutes,
        seconds,
        think,
        follow_ups,
        modes: modes.into_iter().flatten().map(Mode::name).collect(),
        levels: levels.into_iter().flatten().map(Level::name).collect(),
        topics: preset.topics(),
        strict,
        practice,
        exam,
        hints,
        aloud,
    }
}
