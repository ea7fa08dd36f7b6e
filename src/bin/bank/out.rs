//! What is printed, and where. `println!` and its kin panic where nobody listens any more, as in `bank list … | head -1`.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// To standard output.
pub fn print(text: &str) -> ExitCode {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("bank: what it prints cannot be written: {error}\n"));
            ExitCode::from(super::UNUSABLE)
        }
    }
}

/// To standard error.
pub fn tell(text: &str) {
    // There is nowhere left to complain.
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// A file that cannot be read or written.
pub fn unusable(file: &Path, what: impl Display) -> ExitCode {
    tell(&format!("{}: error: {what}\n", file.display()));
    ExitCode::from(super::UNUSABLE)
}
