//! Pages that make it hard for a guest. On each of them a round is played with the mouse, the console stays silent, the
//! widget looks as it does on a plain page, and around it everything is as if it were not there.

use super::host::document;
use super::page::{Page, strings};
use super::play::Source;
use mock_interview::journal::copy::read_copy;
use mock_interview::journal::{Text, read_report};
use mock_interview::round::event::Score;
use serde_json::{Value, json};
use std::collections::HashMap;

#[derive(Clone, Copy)]
struct Hostile {
    name: &'static str,
    /// What the page has of its own in its head, before the widget's script.
    head: &'static str,
    /// What a plain page would have to say to look the same: that page's font, say.
    like: &'static str,
    /// How much larger the page is drawn.
    zoom: f64,
    /// How the page comes to be.
    make: fn(&str) -> String,
}

const PLAIN: Hostile = Hostile { name: "plain", head: "", like: "", zoom: 1.0, make: str::to_owned };

const STYLES: [Hostile; 10] = [
    Hostile {
        name: "everything unset",
        head: "<style>* { all: unset } head, script, style, title { display: none }</style>",
        like: "<style>mock-interview { font-family: initial }</style>",
        ..PLAIN
    },
    Hostile {
        name: "every inherited property for every element",
        head: "<style>* { font-size: 40px !important; text-transform: uppercase !important; letter-spacing: 5px !important;
            word-spacing: 9px !important; color: red !important; -webkit-text-fill-color: red !important; line-height: 3 !important;
            font-weight: 900 !important; font-style: italic !important; text-align: right !important; text-indent: 2em !important;
            text-shadow: 2px 2px blue !important; white-space: pre !important; cursor: crosshair !important;
            pointer-events: none !important; user-select: none !important; visibility: hidden !important;
            font-variant: small-caps !important; list-style: square !important; tab-size: 20 !important;
            word-break: break-all !important; hyphens: auto !important; quotes: none !important;
            border-collapse: collapse !important; border-spacing: 9px !important; caption-side: bottom !important }</style>",
        ..PLAIN
    },
    Hostile {
        name: "every box moved",
        head: "<style>* { position: relative !important; box-sizing: content-box !important; margin: 20px !important;
            max-height: 150px !important; transform: none !important; padding: 0 !important; border: 0 !important;
            overflow: visible !important; vertical-align: top !important; outline: 3px solid red !important }</style>",
        like: "<style>mock-interview { margin: 20px }</style>",
        ..PLAIN
    },
    Hostile { name: "all afloat", head: "<style>* { float: left !important }</style>", ..PLAIN },
    Hostile {
        name: "no buttons and no fields",
        head: "<style>button, input, label, fieldset, h2, p, div, progress { display: none !important }
            </style>",
        ..PLAIN
    },
    Hostile { name: "rem of 10 px", head: "<style>html { font-size: 62.5% }</style>", ..PLAIN },
    Hostile { name: "rem of 32 px", head: "<style>html { font-size: 200% } body { font-size: 3rem }</style>", ..PLAIN },
    Hostile { name: "drawn larger", head: "<style>body { zoom: 2 }</style>", zoom: 2.0, ..PLAIN },
    Hostile { name: "from right to left", head: "<style>html { direction: rtl }</style>", ..PLAIN },
    Hostile {
        name: "a theme for all elements of a name",
        head: "<style>h2 { font: 60px cursive; color: lime } button { background: red; width: 100% } p { margin: 5em }
            .widget, .choice, .main, .title, .card, .actions, .bar { display: none } ul { list-style: square; padding: 5em }
            [part] { color: lime } [data-screen] { display: none } dialog { display: block } progress { height: 99px }</style>",
        ..PLAIN
    },
];

const SCRIPTS: [Hostile; 3] = [
    Hostile {
        name: "other prototypes",
        head: "<script>
            for (const { prototype } of [Array, String, Number, Boolean, Date]) {
              prototype.toJSON = function () { return `(${this})`; };
              prototype.each = function (call) { this.forEach?.(call); };
            }
            Array.prototype.remove = function () { return this; };
            Element.prototype.hide = function () {};
            Object.prototype.extended = function () { return this; };
            Object.prototype.none = null;</script>",
        ..PLAIN
    },
    Hostile {
        name: "other functions",
        head: "<script>
            const { bind } = Function.prototype;
            Function.prototype.bind = function (...args) { const bound = bind.apply(this, args); return (...rest) => bound(...rest); };
            const { stringify } = JSON;
            // Whoever drives the test has to be able to go on.
            JSON.stringify = (...args) => /embed|runtime/.test(new Error().stack) ? 'changed' : stringify(...args);
            const { fetch, setTimeout, requestAnimationFrame } = window;
            window.fetch = async function (...args) { const answer = await fetch.apply(this, args); return answer; };
            window.setTimeout = (call, ...rest) => setTimeout(() => { try { call(); } finally { window.timed = true; } }, ...rest);
            window.requestAnimationFrame = (call) => requestAnimationFrame(() => call());</script>",
        ..PLAIN
    },
    Hostile {
        name: "a polyfill for elements",
        head: "<script>
            const { define } = CustomElementRegistry.prototype;
            customElements.define = function (name, made, options) { define.call(this, name, made, options); };
            const Native = HTMLElement;
            window.HTMLElement = function HTMLElement() { return Reflect.construct(Native, [], this.constructor); };
            window.HTMLElement.prototype = Native.prototype;
            Native.prototype.constructor = window.HTMLElement;
            Object.setPrototypeOf(window.HTMLElement, Native);</script>",
        ..PLAIN
    },
];

const DOCUMENTS: [Hostile; 3] = [
    Hostile {
        name: "ten thousand elements",
        head: "<script>addEventListener('DOMContentLoaded', () => {
              const many = document.createElement('div');
              for (let n = 0; n < 10000; n += 1) many.append(document.createElement('i'));
              document.body.append(many);
            })</script>",
        ..PLAIN
    },
    Hostile { name: "without a doctype", make: |html| html.replace("<!doctype html>", ""), ..PLAIN },
    Hostile {
        name: "written by a script",
        make: |html| format!("<script>document.write({})</script>", json!(html).to_string().replace("</", "<\\/")),
        ..PLAIN
    },
];

/// Both clocks stand still, so that every page shows the same time.
const STILL: &str = "Date.now = () => 1.8e12; Performance.prototype.now = () => 5000;";

const BODY: &str = "<header id='top'><h1>A post</h1><nav><a href='#'>Home</a> <button>Menu</button></nav></header>
    <p>Some words before it, and <em>more</em> of them.</p>
    <ul><li>One</li><li>Two</li></ul><form><label>Name <input></label><button type='button'>Send</button></form>
    <div id='box' style='display: flow-root !important; inline-size: 640px; block-size: 1500px; max-height: none !important'>
      <mock-interview questions='2' modes='choice' seed='hostile' preset='warm-up'>A quiz stands here.</mock-interview>
    </div>";

/// Every part of the widget that is seen: its box, from the top left of the widget on, and how it is drawn.
const PARTS: &str = "const { x, y } = root.firstElementChild.getBoundingClientRect();
    const drawn = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'fontVariant', 'letterSpacing',
      'wordSpacing', 'textTransform', 'textIndent', 'textShadow', 'lineHeight', 'textAlign', 'whiteSpace', 'wordBreak', 'hyphens',
      'visibility', 'opacity', 'cursor', 'pointerEvents', 'userSelect', 'borderTopColor', 'borderTopWidth', 'borderTopStyle',
      'outlineStyle', 'boxShadow', 'textDecorationLine', 'listStyleType', 'direction', 'webkitTextFillColor', 'tabSize'];
    return all('*').map((part) => {
      const box = part.getBoundingClientRect();
      const style = getComputedStyle(part);
      return [`${part.localName}.${part.className} ${words(part).slice(0, 30)}`, [box.x - x, box.y - y, box.width, box.height],
        drawn.map((name) => `${name}: ${style[name]}`)];
    })";

/// Everything of the page but the widget: its box, and how it is drawn.
const AROUND: &str = "return [...document.querySelectorAll('body *:not(mock-interview, mock-interview *)')].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { color, font, display } = getComputedStyle(part);
      return `${part.localName}#${part.id} ${[x + scrollX, y + scrollY, width, height]} ${color} ${font} ${display}`;
    })";

type Part = (String, Vec<f64>, Vec<String>);

/// How the widget looks on each screen of a short round.
fn looks(page: &Page, case: Hostile) -> Vec<Vec<Part>> {
    let source = Source::read();
    page.before_load(STILL);
    page.media("", &[("prefers-reduced-motion", "reduce")]);
    page.server.add("/post.html", (case.make)(&document(case.head, BODY)));
    page.go("/post.html");
    page.until_yes("document.readyState === 'complete'");
    let around = page.js(AROUND);
    page.js("document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/embed.js' }))");
    let mut looks = Vec::new();
    let mut look = || {
        page.mouse([1.0, 1.0], false);
        looks.push(parts(page, case.zoom));
    };
    page.until_yes("all('button').length");
    look();
    page.click("Start the interview");
    for _ in 0..2 {
        page.until_screen("round");
        page.choose(&source, true);
        look();
        page.click("Submit answer");
    }
    page.until_screen("debrief");
    look();
    assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
    assert_eq!(page.js(AROUND), around, "the page around it is another");
    assert_eq!(page.log(), [""; 0]);
    looks
}

fn parts(page: &Page, zoom: f64) -> Vec<Part> {
    let parts = page.js(PARTS);
    let part = |part: &Value| {
        let sides = part[1].as_array().unwrap().iter().map(|side| side.as_f64().unwrap() / zoom);
        (part[0].as_str().unwrap().to_owned(), sides.collect(), strings(&part[2]))
    };
    parts.as_array().unwrap().iter().map(part).collect()
}

/// Where the two differ by more than a pixel or in how they are drawn.
fn differences(are: &[Part], should: &[Part], zoom: f64) -> Vec<String> {
    let names = |parts: &[Part]| parts.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>();
    if names(are) != names(should) {
        return vec![format!("other parts: {:?} instead of {:?}", names(are), names(should))];
    }
    // Letters are set to whole pixels of the screen.
    let slack = (0.75 * zoom).max(1.0);
    let mut found = Vec::new();
    for ((name, box_is, drawn), (_, box_should, wanted)) in are.iter().zip(should) {
        if box_is.iter().zip(box_should).any(|(is, should)| (is - should).abs() > slack) {
            found.push(format!("{name}: {box_is:?} instead of {box_should:?}"));
        }
        let other = drawn.iter().zip(wanted).filter(|(is, should)| is != should);
        found.extend(other.map(|(is, should)| format!("{name}: {is} instead of {should}")));
    }
    found
}

/// The widget is as on a plain page, on every screen.
fn unimpressed(pages: &[Hostile]) {
    let mut plain = HashMap::new();
    for case in pages {
        // Seen when it fails.
        println!("── {}", case.name);
        let should = plain.entry(case.like).or_insert_with(|| looks(&Page::blank(), Hostile { head: case.like, ..PLAIN }));
        for (screen, (are, should)) in looks(&Page::blank(), *case).iter().zip(should.iter()).enumerate() {
            let found = differences(are, should, case.zoom);
            assert!(found.is_empty(), "{}, screen {screen}:\n{}", case.name, found.join("\n"));
            assert!(are.len() > 8, "{} parts on screen {screen}", are.len());
        }
    }
}

#[test]
fn styles_for_everything() {
    unimpressed(&STYLES);
}

#[test]
fn scripts_that_change_the_language() {
    unimpressed(&SCRIPTS);
}

#[test]
fn documents_of_odd_making() {
    unimpressed(&DOCUMENTS);
}

/// What scripts of others put in the place of the browser's own, each of them working after its fashion.
const GLOBALS: [&str; 12] = [
    "for (const { prototype } of [Array, String, Number, Date]) Object.defineProperty(prototype, 'toJSON', { value() { return 'x'; } })",
    "Array.from = function (list) { return [].slice.call(list?.[Symbol.iterator] ? [...list] : list); }",
    "Object.entries = (object) => Object.keys(object).map((key) => [key, object[key]])",
    "Object.assign = (to, ...from) => { for (const one of from) for (const key in one) to[key] = one[key]; return to; }",
    "const OldMap = Map; Map = class extends OldMap {}",
    "const OldSet = Set; Set = class extends OldSet {}",
    "const OldURL = URL; URL = class extends OldURL {}",
    "const Decoder = TextDecoder; TextDecoder = class extends Decoder {}",
    "const { parse, stringify } = JSON; JSON = { parse: (...all) => parse(...all), stringify: (...all) => stringify(...all) }",
    "Object.defineProperty(Object.prototype, '__proto__', { get: undefined, set: undefined })",
    "Date = new Proxy(Date, {})",
    "crypto.getRandomValues = function (list) { for (let n = 0; n < list.length; n += 1) list[n] = Math.random() * 2 ** 32; return list; }",
];

/// A round is played and stored as everywhere; what is stored does not pass through the page's own JSON.
#[test]
fn globals_that_are_no_longer_the_browsers_own() {
    let source = Source::read();
    for global in GLOBALS.into_iter().chain([&*GLOBALS.join(";\n")]) {
        println!("── {global}");
        let page = Page::blank();
        page.server.add(
            "/post.html",
            document(
                &format!("<script>{global}</script>"),
                "<mock-interview open questions=2 modes=choice></mock-interview><script type=module src=/embed.js></script>",
            ),
        );
        page.go("/post.html");
        page.click("Start this page’s round");
        page.until_screen("round");
        page.answer_all(&source, true);
        let (_, text) = page.stored().into_iter().find(|(name, _)| name.contains(":report:")).expect("a report");
        let Text::Read { items, broken: false } = read_report(&text) else { panic!("{text}") };
        assert_eq!((items.len(), items[0].results.len(), items[0].score), (1, 2, Score::FULL));
        page.reload();
        page.until("the debrief", |page| page.heading().ends_with("You had 2 of 2 right."));
        page.click("New round");
        page.until("the round", |page| page.text(".title > .soft").contains("1 round played"));
        let file =
            page.js_later("document.querySelector('mock-interview').exportProgress().then((file) => file.text()).then(done)");
        assert!(read_copy("async-python", file.as_str().unwrap()).is_ok_and(|reports| reports == items), "{file}");
        assert_eq!(page.log(), [""; 0]);
    }
}
