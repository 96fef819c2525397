//! What a file of people held, and how it was read.

use serde::Serialize;

use super::national::National;
use super::stand::{Stand, Total};
use crate::report::Skipped;
use crate::sheet::Form;

/// Something to know about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Line of the file, where there is one.
    pub line: Option<u64>,
    /// The matter in words.
    pub message: String,
}

/// How a file was read (Bericht).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Shape of the file.
    pub format: &'static str,
    /// Rows with data.
    pub rows: usize,
    /// Rows left out.
    pub skipped: Vec<Skipped>,
    /// Lines of titles and footnotes.
    pub footnotes: Vec<u64>,
    /// What to know.
    pub warnings: Vec<Warning>,
    /// Printed sums, line and persons: compared, never counted.
    pub sums: Vec<(u64, f64)>,
    /// Encoding, separator and number style; the national table is always in whole thousands.
    pub form: Option<Form>,
}

impl Report {
    pub(super) fn new(format: &'static str) -> Self {
        Self { format, ..Self::default() }
    }

    pub(super) fn skip(&mut self, line: u64, reason: impl Into<String>) {
        self.skipped.push(Skipped::new(line, reason));
    }

    pub(super) fn sum(&mut self, line: u64, persons: f64) {
        self.sums.push((line, persons));
    }

    /// Compares what was read with the printed sums.
    pub(super) fn compare(&mut self, persons: f64) {
        for (line, printed) in self.sums.clone() {
            if (printed - persons).abs() > 0.5 {
                self.warn(Some(line), format!("the rows add up to {persons}, the printed sum is {printed}"));
            }
        }
    }

    pub(super) fn foot(&mut self, line: u64) {
        self.footnotes.push(line);
    }

    pub(super) fn warn(&mut self, line: Option<u64>, message: impl Into<String>) {
        self.warnings.push(Warning { line, message: message.into() });
    }
}

/// What a file of people held: age structures, national projections or bare totals.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Population {
    /// Age structures by year and source.
    pub stands: Vec<Stand>,
    /// Variants of the national projection.
    #[serde(skip)]
    pub nations: Vec<National>,
    /// Totals without ages.
    pub totals: Vec<Total>,
    /// How it was read.
    pub report: Report,
}
