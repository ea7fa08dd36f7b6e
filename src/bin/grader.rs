//! A small program for the browser: judges typed answers. It is loaded only for a round with a question to be answered so, beside the widget
//! and with the rubrics of its bank: in the widget, the grader's tables and the other wordings would stand before everybody's first question.
//!
//! As the readers of banks it takes in the modules that it needs and not the library, whose exports would come along.

#[path = ".."]
#[allow(dead_code, unused_imports, reason = "it reads rubrics and grades")]
mod shared {
    pub mod bank;
    pub mod grade;
}
use shared::bank;

fn main() {}

#[cfg(target_arch = "wasm32")]
mod program {
    use super::shared::grade::{self as grader, Rubric, json, rubrics::read_rubrics};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;

    thread_local! {
        /// Of one bank, by the ids of their questions.
        static RUBRICS: RefCell<Vec<(String, Rubric)>> = const { RefCell::new(Vec::new()) };
    }

    /// `rubrics` is what `bank compile`, or a reader of banks, has written.
    #[wasm_bindgen]
    pub fn load(rubrics: &str) {
        RUBRICS.set(read_rubrics(rubrics));
        // Now rather than when an answer waits for it.
        grader::warm_up();
    }

    /// A grading as JSON; nothing where the question has no rubric.
    #[wasm_bindgen]
    pub fn grade(question: &str, text: &str) -> Option<String> {
        RUBRICS.with_borrow(|rubrics| {
            let (_, rubric) = rubrics.iter().find(|(id, _)| id == question)?;
            Some(json::write_text(&grader::grade(rubric, text)))
        })
    }
}
