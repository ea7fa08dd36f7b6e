//! Colours as the browser makes them of our style sheets, and how well one can be told from another (WCAG 2.2).

use super::sheet::{all, arguments, declarations};
use std::collections::BTreeMap;

/// Red, green and blue, each from 0 to 1.
pub type Colour = [f64; 3];

pub struct Tokens {
    values: BTreeMap<String, String>,
    dark: bool,
}

impl Tokens {
    /// Every colour that has a name.
    pub fn read(dark: bool) -> Tokens {
        let sheet = all();
        let own = declarations(&sheet)
            .into_iter()
            .filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), value.to_owned())));
        let mut values = BTreeMap::new();
        // What another medium makes of it comes later, and is not meant.
        for (name, value) in own {
            values.entry(name).or_insert(value);
        }
        Tokens { values, dark }
    }

    pub fn names(&self) -> Vec<&str> {
        self.values.keys().map(String::as_str).collect()
    }

    pub fn colour(&self, name: &str) -> Colour {
        self.value(self.values.get(name).unwrap_or_else(|| panic!("there is no --{name}")))
    }

    pub fn value(&self, value: &str) -> Colour {
        let value = value.trim();
        if let Some(digits) = value.strip_prefix('#') {
            return hex(digits);
        }
        if let Some(pair) = arguments(value, "light-dark") {
            return self.value(pair[usize::from(self.dark)]);
        }
        if let Some(parts) = arguments(value, "var") {
            // What a page sets is the page's affair: here nothing is set.
            let own = parts[0].trim_start_matches("--");
            return if own.starts_with("mock-interview") { self.value(parts[1]) } else { self.colour(own) };
        }
        if let Some(parts) = arguments(value, "color-mix") {
            assert_eq!(parts[0], "in srgb");
            let (first, share) = parts[1].rsplit_once(' ').expect("a share");
            let share: f64 = share.trim_end_matches('%').parse::<f64>().unwrap() / 100.0;
            let (first, second) = (self.value(first), self.value(parts[2]));
            return [0, 1, 2].map(|n| first[n] * share + second[n] * (1.0 - share));
        }
        if value.starts_with("oklch(from var(--accent) clamp(0, (0.65 - l) * 1000, 1)") {
            return if lightness(self.colour("accent")) < 0.65 { [1.0; 3] } else { [0.0; 3] };
        }
        panic!("what colour is {value}?")
    }
}

fn hex(digits: &str) -> Colour {
    let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    match digits[..] {
        [r, g, b] => [r, g, b].map(|digit| f64::from(digit * 17) / 255.0),
        [r, s, g, h, b, c] => [r * 16 + s, g * 16 + h, b * 16 + c].map(|byte| f64::from(byte) / 255.0),
        _ => panic!("{digits:?} is no colour"),
    }
}

fn linear(part: f64) -> f64 {
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// That of OKLCH.
fn lightness(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(linear);
    let cone = |of: [f64; 3]| (of[0] * r + of[1] * g + of[2] * b).cbrt();
    let cones = [
        cone([0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9]),
        cone([0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6]),
        cone([0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5]),
    ];
    0.210_454_255_3 * cones[0] + 0.793_617_785 * cones[1] - 0.004_072_046_8 * cones[2]
}

fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_that_of_the_standard() {
    let close = |one: f64, other: f64| assert!((one - other).abs() < 0.01, "{one} is not {other}");
    close(contrast(hex("000"), hex("fff")), 21.0);
    close(contrast(hex("777"), hex("fff")), 4.48);
    close(contrast(hex("767676"), hex("fff")), 4.54);
    close(lightness(hex("fff")), 1.0);
    close(lightness(hex("ff0000")), 0.628);
}
