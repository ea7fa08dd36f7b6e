//! Programs in Python: each a process of its own, with an end to its time and to what it may print.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Nobody reads more under a question, and an endless loop that prints must not fill the memory.
const MOST: u64 = 256 << 10;

pub struct Python {
    name: OsString,
    timeout: Duration,
}

/// How a process came to its end.
pub struct End {
    pub how: How,
    pub printed: String,
    pub complaints: String,
}

#[derive(PartialEq, Eq)]
pub enum How {
    Well,
    Badly,
    TimedOut,
}

impl Python {
    /// Python 3 under the name that `PYTHON` gives, or the usual one.
    pub fn find(timeout: Duration) -> Result<Python, String> {
        let name = std::env::var_os("PYTHON").filter(|name| !name.is_empty()).unwrap_or_else(|| "python3".into());
        let told = name.to_string_lossy().into_owned();
        let python = Python { name, timeout };
        let mend = "install Python 3, or name it in the environment variable PYTHON";
        match python.run(&["-c", "import sys; sys.exit(sys.version_info < (3,))"], "") {
            Ok(End { how: How::Well, .. }) => Ok(python),
            Ok(_) => Err(format!("“{told}” is not Python 3 ({mend})")),
            Err(error) => Err(format!("“{told}” cannot be started: {error} ({mend})")),
        }
    }

    pub fn run(&self, arguments: &[&str], input: &str) -> std::io::Result<End> {
        let mut command = Command::new(&self.name);
        // The text of a bank is UTF-8, whatever this machine is set to.
        command.args(["-X", "utf8"]).args(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            let input = input.to_owned();
            // A process that does not read it must not stop us; one that ends before has its reasons.
            thread::spawn(move || stdin.write_all(input.as_bytes()));
        }
        let printed = child.stdout.take().map(Collected::of);
        let complaints = child.stderr.take().map(Collected::of);
        let how = self.wait(&mut child)?;
        let text = |collected: Option<Collected>| collected.map(Collected::text).unwrap_or_default();
        Ok(End { how, printed: text(printed), complaints: text(complaints) })
    }

    fn wait(&self, child: &mut Child) -> std::io::Result<How> {
        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(if status.success() { How::Well } else { How::Badly });
            }
            if begun.elapsed() >= self.timeout {
                // It may have ended this very moment.
                let _ = child.kill();
                child.wait()?;
                return Ok(How::TimedOut);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// What comes out of a process, gathered while it runs: a full pipe would stop it.
struct Collected {
    bytes: Arc<Mutex<Vec<u8>>>,
    end: Receiver<()>,
}

impl Collected {
    fn of(pipe: impl Read + Send + 'static) -> Collected {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let (done, end) = channel();
        let collecting = Arc::clone(&bytes);
        thread::spawn(move || {
            let mut pipe = pipe.take(MOST);
            let mut chunk = [0; 4096];
            while let Ok(length @ 1..) = pipe.read(&mut chunk) {
                collecting.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(&chunk[..length]);
            }
            // Nobody may be waiting any more.
            let _ = done.send(());
        });
        Collected { bytes, end }
    }

    fn text(self) -> String {
        // A process that this one has left behind may hold the pipe open: what has come until now is all.
        let _ = self.end.recv_timeout(Duration::from_secs(1));
        let bytes = std::mem::take(&mut *self.bytes.lock().unwrap_or_else(PoisonError::into_inner));
        // Windows ends its lines in two letters.
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    }
}
