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
    /// Why the people of the file are no structure, if they are none: ages missing, printed sums that contradict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
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

    /// Compares what was read with a printed sum.
    pub(super) fn compare(&mut self, line: u64, printed: f64, persons: f64) {
        if (printed - persons).abs() > 0.5 {
            self.warn(Some(line), format!("the rows add up to {persons}, the printed sum is {printed}"));
            self.refuse(format!("line {line} prints {printed}, the rows add up to {persons}"));
        }
    }

    pub(super) fn refuse(&mut self, reason: impl Into<String>) {
        let reason = reason.into();
        if !self.refused.contains(&reason) {
            self.refused.push(reason);
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
