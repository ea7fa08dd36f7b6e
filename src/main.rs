//! The program that the browser loads. All of it is in the library (`embed` is its edge); it is a program of its own
//! because only then is the whole of it optimised together.

use mock_interview as _;

fn main() {}
