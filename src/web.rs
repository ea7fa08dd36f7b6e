//! The only code that touches the browser. One small adapter a file; none of them knows what a round is.

pub mod clock;
pub mod lock;
pub mod page;
pub mod store;
pub mod voice;
