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
        (name == function).then(|| parameters.starts_with("_: Linked, ") || parameters.starts_with("linked: Linked, "))
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
