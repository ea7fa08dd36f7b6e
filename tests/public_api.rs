//! What a page may rely on: attributes, events, methods, custom properties and parts. The manifest says the same as the
//! code and the documents, and a change of it needs a new version.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::read_to_string;

fn file(path: &str) -> String {
    read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn names(list: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(&file("static/package/custom-elements.json")).unwrap();
    let declaration = &manifest["modules"][0]["declarations"][0];
    let items = declaration[list].as_array().unwrap_or_else(|| panic!("the manifest has no {list}"));
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// Everything between `before` and `after`, wherever it occurs.
fn between(text: &str, before: &str, after: char) -> BTreeSet<String> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).map(str::to_owned).collect()
}

fn sources(folder: &str) -> String {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().filter(|path| path.is_file()).map(|path| file(path.to_str().unwrap())).collect()
}

#[test]
fn the_manifest_says_what_the_code_does() {
    let (embed, styles) =
        (file("static/embed.js"), file("static/card.css") + &file("static/basics.css") + &file("static/widget.css"));
    let settings = between(&file("static/settings.js"), "SETTINGS = '", '\'');
    let settings: BTreeSet<String> = settings.iter().flat_map(|list| list.split(' ')).map(str::to_owned).collect();
    assert_eq!(names("attributes"), settings);

    let told = |code: &str, call: &str| between(code, call, call.chars().last().unwrap());
    let mut events = told(&embed, "#tell('");
    // However it is laid out.
    let tell: String = file("src/app/tell.rs").split_whitespace().collect();
    events.extend(between(&tell, "tell(\"", '"'));
    let events: BTreeSet<String> = events.iter().map(|name| format!("mock-interview-{name}")).collect();
    assert_eq!(names("events"), events);

    let properties = between(&styles, "var(--mock-interview-", ',');
    let properties: BTreeSet<String> = properties.iter().map(|name| format!("--mock-interview-{name}")).collect();
    assert_eq!(names("cssProperties"), properties);

    let mut parts = between(&(sources("src/ui") + &sources("src/embed")), "attr(\"part\", \"", '"');
    parts.extend(between(&sources("src/embed"), "part=\"", '"'));
    parts.extend(between(&embed, "part: '", '\''));
    // The buttons of the card are made by one function.
    parts.extend(between(&embed, "button('main', '", '\''));
    assert_eq!(names("cssParts"), parts);
}

#[test]
fn the_documents_name_all_of_it() {
    let (page, types) = (file("docs/embedding.md"), file("static/package/mock-interview.d.ts"));
    for name in names("attributes").iter().chain(&names("cssProperties")).chain(&names("cssParts")).chain(&names("events")) {
        assert!(page.contains(&format!("`{name}`")), "docs/embedding.md says nothing of {name}");
    }
    for name in names("members") {
        assert!(page.contains(&format!("`{name}")), "docs/embedding.md says nothing of {name}");
        assert!(types.contains(&format!(" {name}")), "mock-interview.d.ts says nothing of {name}");
    }
    for name in names("events") {
        assert!(types.contains(&format!("'{name}'")), "mock-interview.d.ts says nothing of {name}");
    }
}

/// `tests/api/` has a file for every minor version. Change one only before that version is out.
#[test]
fn another_api_is_another_version() {
    let version = env!("CARGO_PKG_VERSION").rsplit_once('.').unwrap().0;
    let lists = ["attributes", "events", "members", "cssProperties", "cssParts"];
    let listing: String = lists
        .into_iter()
        .map(|list| format!("{list}\n{}\n", names(list).into_iter().map(|name| format!("  {name}\n")).collect::<String>()))
        .collect();
    let path = format!("tests/api/{version}.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &listing).unwrap();
    }
    assert_eq!(
        file(&path),
        listing,
        "the public API is not that of {version}: raise the version in Cargo.toml, or bless the file"
    );
}
