//! Pages with a Content-Security-Policy: the widget runs, or says what is missing; it is never blank, and it breaks no
//! rule of the page.

use super::host::{SHORT, document};
use super::page::Page;
use super::play::Source;
use super::server::dist;
use serde_json::{Value, json};

struct Case {
    script: &'static str,
    /// `{embed.js}` and the like stand for the digests of the built files.
    policy: &'static str,
    outcome: Outcome,
}

enum Outcome {
    /// A whole round, and nobody complains.
    Runs,
    /// A whole round as plain JavaScript, after one attempt at WebAssembly.
    RunsPlain,
    /// A card with these words, and an error event with this code.
    Says { code: &'static str, words: &'static str },
}
use Outcome::{Runs, RunsPlain, Says};

const NO_WASM: Outcome = Says { code: "wasm", words: "script-src needs 'wasm-unsafe-eval'. Here are the questions to read." };

const CASES: [Case; 12] = [
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
        outcome: Runs,
    },
    // Everything that a policy can forbid, but what is named.
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; base-uri 'none'; \
            require-trusted-types-for 'script'; trusted-types 'none'; form-action 'none'; frame-ancestors 'none'",
        outcome: Runs,
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'nonce-once' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'nonce-once'; \
            connect-src 'self'; img-src data:",
        outcome: Runs,
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src '{embed.js}' '{runtime.js}' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
        outcome: Runs,
    },
    // The word that was there before 'wasm-unsafe-eval'.
    Case { script: "embed.js", policy: "script-src 'self' 'unsafe-eval'; object-src 'none'", outcome: Runs },
    Case {
        script: "embed.inline.js",
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src data:; \
            require-trusted-types-for 'script'; trusted-types 'none'",
        outcome: Runs,
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src data:",
        outcome: Says { code: "network", words: "see connect-src" },
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; \
            trusted-types 'none'",
        outcome: RunsPlain,
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src 'nonce-once' 'strict-dynamic'; connect-src 'self'; img-src data:",
        outcome: RunsPlain,
    },
    Case {
        script: "embed.js",
        policy: "default-src 'none'; script-src '{embed.js}' '{runtime.js}' '{plain-mock-interview.js}'; connect-src 'self'; img-src data:",
        outcome: RunsPlain,
    },
    Case {
        script: "embed.inline.js",
        policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:",
        outcome: NO_WASM,
    },
    Case {
        script: "embed.inline.js",
        policy: "default-src 'none'; script-src 'self'; connect-src 'none'; img-src data:",
        outcome: NO_WASM,
    },
];

/// What the browser holds against the page from its first moment on, what the widget says has failed, and a script of
/// the page's own.
const WITNESS: &str = "window.violations = [];
window.failures = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective} ${blockedURI}`));
document.addEventListener('mock-interview-error', ({ detail }) => failures.push(detail.code));
document.addEventListener('click', ({ target }) => { if (target.id === 'own') target.textContent = 'Clicked'; });";

/// A page under that policy.
fn visit(page: &Page, script: &str, policy: &str) {
    let digests = std::fs::read(dist().join("integrity.json")).unwrap();
    let digests: Value = serde_json::from_slice(&digests).unwrap();
    let digest = |file: &str| digests[file].as_str().unwrap_or_else(|| panic!("no digest of {file}")).to_owned();
    let integrity = digest(script);
    let head = format!("<script type='module' src='/{script}' integrity='{integrity}' crossorigin nonce='once'></script>");
    let body = format!("<button id='own'>Click</button><mock-interview {SHORT}><p>A quiz stands here.</p></mock-interview>");
    page.server.add("/strict.html", document(&head, &body));
    let mut policy = policy.replace("{embed.js}", &digest("embed.js"));
    for file in ["runtime.js", "plain-mock-interview.js"] {
        policy = policy.replace(&format!("{{{file}}}"), &digest(&page.server.file(file)));
    }
    page.server.send_header("/strict.html", "Content-Security-Policy", &policy);
    page.before_load(WITNESS);
    page.go("/strict.html");
    page.until_yes("root");
}

/// A round with a look at the help. Nobody complains; the browser has reported so many attempts at WebAssembly.
fn runs(page: &Page, attempts: usize) {
    page.click("Start the interview");
    page.until_screen("round");
    page.press("?");
    page.until_yes("all('dialog[open]').length");
    page.click_at("dialog button", "Close");
    page.until_yes("!all('dialog[open]').length");
    page.answer_all(&Source::read(), true);
    assert!(page.heading().ends_with("You had 2 of 2 right."), "{}", page.heading());
    assert_eq!(page.js("return violations"), json!(vec!["script-src wasm-eval"; attempts]));
    assert_eq!(page.js("return failures"), json!([]));
    assert_eq!(page.log(), [""; 0]);
}

/// A card in place of the widget, the fallback under it, and the rest of the page as before.
fn says(page: &Page, code: &str, words: &str) {
    page.click_on("root.querySelector('button')");
    page.until_yes("all('[role=alert]').length");
    let card = page.text("[role=alert]");
    assert!(card.contains(words), "{card}");
    assert_eq!(page.js("return failures[0]"), code);
    assert!(page.yes("host.querySelector('p').checkVisibility()"), "what the page says without the widget is not seen");
    assert_eq!(page.js("return host.state"), "failed");
    let read = page.text("[role=alert] pre");
    assert_eq!(read.contains("What is asynchronous programming"), code == "wasm", "the questions as text: {read:.200}");
    // Nothing is said but what this is about.
    let about = if code == "wasm" { "WebAssembly" } else { "connect" };
    page.log().iter().for_each(|line| assert!(line.contains(about), "{line}"));
    let held = page.js("return violations.map((held) => held.split(' ')[0])");
    let directive = if code == "wasm" { "script-src" } else { "connect-src" };
    assert!(held.as_array().is_some_and(|held| !held.is_empty() && held.iter().all(|held| held == directive)), "{held}");
    page.click_on("document.querySelector('#own')");
    page.until_yes("document.querySelector('#own').textContent === 'Clicked'");
}

#[test]
fn under_every_policy_it_runs_or_says_what_is_missing() {
    for Case { script, policy, outcome } in &CASES {
        // Seen when it fails.
        println!("── {script} under {policy}");
        let page = Page::blank();
        visit(&page, script, policy);
        match outcome {
            Runs => runs(&page, 0),
            RunsPlain => runs(&page, 1),
            Says { code, words } => says(&page, code, words),
        }
    }
}

/// No origin, no storage, no forms.
#[test]
fn a_page_in_a_sandbox() {
    let page = Page::blank();
    visit(&page, "embed.js", "sandbox allow-scripts; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'");
    runs(&page, 0);
    page.click("New round");
    page.until_screen("lobby");
    page.custom(&[("count", "3")]);
    page.press("Enter");
    page.until_screen("round");
    assert_eq!(page.log(), [""; 0]);
}

/// In a browser that has none, the variant that brings nothing else.
#[test]
fn without_webassembly_the_questions_can_be_read() {
    let page = Page::blank();
    page.before_load("delete window.WebAssembly");
    page.server.add(
        "/plain.html",
        document("<script type='module' src='/embed.inline.js'></script>", &format!("<mock-interview {SHORT}></mock-interview>")),
    );
    page.go("/plain.html");
    page.click_on("root?.querySelector('button')");
    page.until("the card", |page| page.text("[role=alert]").contains("This browser keeps WebAssembly off."));
    assert!(page.text("[role=alert] pre").contains("What is asynchronous programming"));
}

/// What a strict page would stop must not be in the files at all: a call that no test makes could be the one.
#[test]
fn no_built_file_has_what_a_policy_stops() {
    // An import of the widget's is named after innerHTML; what sets it is gone.
    const STOPPED: [&str; 10] = [
        "eval(",
        "new Function",
        "Function(",
        ".innerHTML",
        ".outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "<style",
        "setAttribute(\"style\"",
        "javascript:",
    ];
    let names = std::fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let ours = |name: &String| {
        name.ends_with(".js")
            && ["embed", "runtime", "reader", "frame", "grader", "plain"].iter().any(|start| name.starts_with(start))
    };
    let scripts: Vec<String> = names.filter(ours).collect();
    assert!(scripts.len() >= 11, "{scripts:?}");
    for name in scripts {
        let text = std::fs::read_to_string(dist().join(&name)).unwrap();
        for word in STOPPED {
            if let Some(at) = text.find(word) {
                panic!("{name}: …{}…", &text[at.saturating_sub(60)..text.len().min(at + 60)]);
            }
        }
    }
}
