//! What is wrong with a bank's source, where, and how to mend it.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Of a text: its line, from 1. Of a post, which has no lines: the place in the order of what was read.
    pub line: usize,
    pub what: String,
    pub mend: String,
    /// Where a source is read as far as it goes, the question is left out for this.
    pub costs_question: bool,
}

impl Problem {
    /// Something that the question can be asked without.
    pub fn passing(line: usize, what: impl Into<String>, mend: impl Into<String>) -> Problem {
        Problem { line, what: what.into(), mend: mend.into(), costs_question: false }
    }

    /// Something without which the question cannot be asked.
    pub fn grave(line: usize, what: impl Into<String>, mend: impl Into<String>) -> Problem {
        Problem { costs_question: true, ..Problem::passing(line, what, mend) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {} ({})", self.line, self.what, self.mend)
    }
}
