//! Pictures of the page, and sheets of many of them.

use super::page::Page;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

pub const WIDTHS: [u32; 3] = [360, 768, 1280];
pub const THEMES: [&str; 2] = ["light", "dark"];
/// What is longer is cut off: nobody looks at the hundredth row of a debrief.
const HIGHEST: f64 = 2400.0;

pub struct Shots {
    folder: PathBuf,
    /// The name of each state, in order.
    names: Vec<String>,
}

/// As wide as this, in this theme, without motion.
pub fn at_size(page: &Page, width: u32, theme: &str) {
    page.size(width, 900);
    page.media("", &[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]);
    page.js_later("requestAnimationFrame(() => requestAnimationFrame(() => done()))");
}

/// All of the page that is to be seen, as base64 of a PNG.
pub fn picture(page: &Page, width: u32, highest: f64) -> String {
    let dialog = page.yes("all('dialog[open]').length");
    let high = page.js("return document.documentElement.scrollHeight").as_f64().unwrap_or_default();
    let high = if dialog { 900.0 } else { high.clamp(300.0, highest) };
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": high, "scale": 1 });
    let shot = page.cdp("Page.captureScreenshot", json!({ "format": "png", "clip": clip, "captureBeyondViewport": !dialog }));
    shot["data"].as_str().expect("a picture").to_owned()
}

impl Shots {
    pub fn new() -> Shots {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the pictures");
        Shots { folder, names: Vec::new() }
    }

    fn file(&self, width: u32, theme: &str, name: &str) -> PathBuf {
        self.folder.join(format!("{width}-{theme}")).join(format!("{}.png", name.replace([',', ' '], "-").replace("--", "-")))
    }

    /// The state on screen, in every size and theme.
    pub fn take(&mut self, page: &Page, name: &str) {
        for width in WIDTHS {
            for theme in THEMES {
                at_size(page, width, theme);
                page.js("scrollTo(0, 0)");
                let file = self.file(width, theme, name);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, decoded(&picture(page, width, HIGHEST))).expect("the picture is written");
            }
        }
        self.names.push(name.to_owned());
    }

    /// One picture with all states for each size and theme.
    pub fn sheets(&self, page: &Page) {
        for width in WIDTHS {
            for theme in THEMES {
                let tile = if width == 360 { 240 } else { 380 };
                let one = |name: &String| {
                    let data = encoded(&fs::read(self.file(width, theme, name)).expect("the picture is there"));
                    format!("<figure><img src='data:image/png;base64,{data}'><figcaption>{name}</figcaption></figure>")
                };
                let all: String = self.names.iter().map(one).collect();
                let style = format!(
                    "body {{ margin: 16px; background: #888; font: 14px system-ui; columns: {tile}px; column-gap: 12px }} \
                     figure {{ margin: 0 0 16px; break-inside: avoid }} img {{ width: 100%; max-height: 700px; object-fit: cover; object-position: top }}"
                );
                page.server.add("/sheet.html", format!("<!doctype html><meta charset=utf-8><style>{style}</style>{all}"));
                page.go("/sheet.html");
                let sheet = picture(page, 1600, 16_000.0);
                fs::write(self.folder.join(format!("sheet-{width}-{theme}.png")), decoded(&sheet)).expect("the sheet is written");
            }
        }
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn decoded(base64: &str) -> Vec<u8> {
    let place = |letter: u8| LETTERS.iter().position(|other| *other == letter);
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for six in base64.bytes().filter_map(place) {
        bits = bits << 6 | six as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    bytes
}

fn encoded(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        (0..=three.len()).for_each(|n| text.push(char::from(LETTERS[(bits >> (18 - 6 * n) & 63) as usize])));
        text.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    text
}

#[test]
fn pictures_survive_their_letters() {
    for length in 0..20 {
        let bytes: Vec<u8> = (0..length).map(|n| (n * 89 + 200) as u8).collect();
        assert_eq!(decoded(&encoded(&bytes)), bytes);
    }
}
