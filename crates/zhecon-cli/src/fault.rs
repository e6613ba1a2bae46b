//! What went wrong, where, and what to do about it.

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use std::fmt::{self, Display};

/// Whether everything was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All of it.
    Whole,
    /// Something could not be read; it was told, the rest was done.
    Partial,
}

/// One file or line that could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The line in it.
    pub(crate) line: Option<u64>,
    /// What is wrong.
    pub(crate) reason: String,
    /// What to do.
    pub(crate) remedy: &'static str,
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = AnsiColor::Cyan.on_default().bold();
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}\n  {help}help:{help:#} {}", self.file, self.reason, self.remedy),
            None => write!(f, "{}: {}\n  {help}help:{help:#} {}", self.file, self.reason, self.remedy),
        }
    }
}

/// Says on standard error what went wrong.
pub(crate) fn tell(fault: impl Display) {
    let error: Style = AnsiColor::Red.on_default().bold();
    eprintln!("{error}zhecon:{error:#} {fault}");
}
