//! How large a source may be. What is larger is refused before anything is made of it.

use super::problem::Problem;

/// Of a text, in bytes.
pub const TEXT: usize = 16 * 1024 * 1024;
/// Of a bank.
pub const QUESTIONS: usize = 20_000;
/// How deep lists and maps of JSON may stand in each other.
pub const NESTING: usize = 64;
/// Of one value in JSON, in characters.
pub const STRING: usize = 100_000;
/// Of a table.
pub const COLUMNS: usize = 20;
pub const ROWS: usize = 500;

pub fn large_table(line: usize) -> Problem {
    let what = format!("the table has more than {COLUMNS} columns or {ROWS} rows");
    Problem::passing(line, what, "make several tables of it; what is beyond is left out")
}
