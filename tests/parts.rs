//! The parts of the program: what `script/split.mjs` takes out of it is called only where it is known to be here.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;

#[test]
fn what_comes_on_demand_asks_whether_it_is_here() {
    let split = fs::read_to_string("script/split.mjs").unwrap();
    let list = split.split("const ON_DEMAND = [").nth(1).unwrap().split(']').next().unwrap();
    let roots: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
    assert!(roots.len() > 3, "{roots:?}");
    for root in roots {
        let (module, function) = root.rsplit_once("::").unwrap();
        let source = fs::read_to_string(format!("src/{}.rs", module.replace("::", "/"))).unwrap();
        assert!(takes_proof(&source, function), "{root} is to be #[inline(never)] and to take a Linked");
    }
}

fn takes_proof(source: &str, function: &str) -> bool {
    let found = source.split("#[inline(never)]\n").skip(1).filter_map(|after| {
        let (name, parameters) = after.split_once("fn ")?.1.split_once('(')?;
        let parameters = parameters.trim_start();
        (name == function).then(|| parameters.starts_with("_: Linked,") || parameters.starts_with("linked: Linked,"))
    });
    found.collect::<Vec<_>>() == [true]
}

#[test]
fn a_missing_proof_is_found() {
    assert!(takes_proof("#[inline(never)]\npub fn view(_: Linked, model: &Model) -> Tag {", "view"));
    for wrong in [
        "#[inline(never)]\npub fn view(model: &Model) -> Tag {",
        "pub fn view(_: Linked, model: &Model) -> Tag {",
        "#[inline(never)]\npub fn view(model: &Model) -> Tag {}\n\nfn other(_: Linked, model: &Model)",
        "",
    ] {
        assert!(!takes_proof(wrong, "view"), "{wrong}");
    }
}

/// What Yew would do with other nodes than these is cut out of the program (`NEVER` in `script/split.mjs`).
#[test]
fn nodes_are_elements_lists_and_words() {
    let mut made = Vec::new();
    for folder in ["src/ui", "src/ui/debrief", "src/embed"] {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
            let source = fs::read_to_string(entry.path()).unwrap();
            made.extend(other_nodes(&source).into_iter().map(|node| format!("{}: {node}", entry.path().display())));
        }
    }
    assert!(made.is_empty(), "{made:?}");
}

fn other_nodes(source: &str) -> Vec<&str> {
    let makers = ["VRaw", "VPortal", "VSuspense", "VComp", "create_portal", "Suspense", "from_html_unchecked"];
    let mut found: Vec<&str> = makers.into_iter().filter(|maker| source.contains(maker)).collect();
    // A component in `html!` begins with a capital, and so does a generic type; but that follows a name.
    for html in source.split("html! {").skip(1) {
        let block = html.split(";\n").next().unwrap();
        let mut tags = block.match_indices('<').filter(|(at, _)| block[..*at].ends_with([' ', '\n', '>', '{']));
        found.extend(
            tags.find(|(at, _)| block[at + 1..].starts_with(|letter: char| letter.is_uppercase())).map(|_| "a component"),
        );
    }
    found
}

#[test]
fn another_node_is_found() {
    assert_eq!(other_nodes("let node = VNode::VRaw(VRaw::new(x));"), ["VRaw"]);
    assert_eq!(other_nodes("html! { <div><Suspense /></div> }"), ["Suspense", "a component"]);
    assert_eq!(other_nodes("html! {\n    <Clock time={1} />\n}"), ["a component"]);
    assert_eq!(other_nodes("html! { <div>{ link::<Shell>() }</div> }; f::<Clock>()"), [""; 0]);
}
