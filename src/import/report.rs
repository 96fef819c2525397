use std::fmt;

use serde::Serialize;

/// A row or a figure that was left out, and why (übergangene Zeile).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Skipped {
    /// Line in the file, or row of the sheet, counted from one.
    pub line: u64,
    /// What was expected and what was found.
    pub reason: String,
}

impl Skipped {
    /// What was left out at this line.
    pub fn new(line: u64, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

/// Why a whole file cannot be read (Ablehnung): what was looked for and what was found instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    /// A refusal in these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A cell as a complaint shows it: without line breaks and not longer than a line can bear.
pub fn shown(cell: &str) -> String {
    const LONGEST: usize = 40;
    let clean: String = cell.chars().map(|it| if it.is_control() { ' ' } else { it }).take(LONGEST + 1).collect();
    match clean.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", clean.get(..at).unwrap_or_default()),
        None => clean,
    }
}
