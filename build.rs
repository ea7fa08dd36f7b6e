//! Compiles the built-in bank, so that the widget parses no Markdown. A broken bank fails the build, with its lines.

#[path = "src"]
#[expect(dead_code, reason = "the build only reads Markdown and writes JSON")]
mod shared {
    pub mod bank;
}
use shared::bank;

use std::path::Path;

const SOURCE: &str = "static/banks/async-python.md";

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed={SOURCE}");
    println!("cargo::rerun-if-changed=src/bank");
    println!("cargo::rerun-if-changed=src/bank.rs");
    let source = std::fs::read_to_string(SOURCE).map_err(|error| format!("{SOURCE}: {error}"))?;
    let (bank, answers) = bank::markdown::read("async-python", &source).map_err(|problems| {
        for problem in &problems {
            println!("cargo::error={SOURCE}:{}: {} ({})", problem.line, problem.what, problem.mend);
        }
        format!("{SOURCE} is not a bank: {} problem(s)", problems.len())
    })?;
    let (beginning, _) = bank::json::begin_with(&bank, answers);
    let text = bank::json::write_bank(&beginning);
    let out = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    std::fs::write(Path::new(&out).join("async-python.bank.json"), text).map_err(|error| error.to_string())
}
