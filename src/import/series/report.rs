//! What a file of indicators held, and how it was read.

use serde::Serialize;

use super::definitions;
use super::values::{Kind, Point, Series};
use super::warning::{About, Skipped, Warning};
use crate::sheet::Form;

/// What a file of indicators held (Bericht).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Indicators {
    /// Shape of the file.
    pub format: &'static str,
    /// Every series.
    pub series: Vec<Series>,
    /// Rows (in JSON values) read.
    pub rows: usize,
    /// Rows or values left out.
    pub skipped: Vec<Skipped>,
    /// What to know.
    pub warnings: Vec<Warning>,
    /// Year that a source marks as the base of its budget (klimawatch: `last_emissions`).
    pub base_year: Option<u16>,
    /// How the table was read; none for JSON.
    pub form: Option<Form>,
}

impl Indicators {
    pub(super) fn new(format: &'static str) -> Self {
        Self {
            format,
            series: Vec::new(),
            rows: 0,
            skipped: Vec::new(),
            warnings: Vec::new(),
            base_year: None,
            form: None,
        }
    }

    pub(super) fn skip(&mut self, line: Option<u64>, reason: impl Into<String>) {
        self.skipped.push(Skipped { line, reason: reason.into() });
    }

    pub(super) fn warn(&mut self, about: About, line: Option<u64>, message: impl Into<String>) {
        self.warnings.push(Warning::new(about, line, message));
    }

    /// Sorts every series by year; of two values for a year none is kept, unless they are equal. Every comparison comes after
    /// it.
    pub(super) fn sort(&mut self) {
        let mut warnings = Vec::new();
        for series in &mut self.series {
            series.points.sort_by_key(|point| point.year);
            let (mut kept, mut left): (Vec<Point>, Vec<Point>) = (Vec::new(), Vec::new());
            let mut contrary: Vec<(Point, f64)> = Vec::new();
            for year in series.points.chunk_by(|one, next| one.year == next.year) {
                let Some(first) = year.first() else { continue };
                let other = year.iter().find(|it| it.value.to_bits() != first.value.to_bits());
                contrary.extend(other.map(|it| (it.clone(), first.value)));
                kept.extend(year.iter().take(usize::from(other.is_none())).cloned());
                left.extend(year.iter().skip(usize::from(other.is_none())).cloned());
            }
            series.points = kept;
            if let Some((point, first)) = contrary.first() {
                let more = contrary.len() - 1;
                let more = if more > 0 { format!(" (and so for {more} more years)") } else { String::new() };
                let message = format!(
                    "{}: expected one value for {}, found {first} and {}{more}; none of them is kept",
                    series.id, point.year, point.value
                );
                warnings.push(Warning::new(About::Duplicate, point.line, message));
            }
            self.skipped.extend(left.into_iter().map(|point| Skipped {
                line: point.line,
                reason: format!("not the only value of {} for {}", series.id, point.year),
            }));
        }
        self.series.retain(|series| !series.points.is_empty());
        self.warnings.extend(warnings);
    }

    /// Tells jumps, gaps, and what must not be mixed, of sorted series.
    pub(super) fn finish(mut self, name: &str) -> Self {
        let jumps = self.series.iter().filter(|it| it.kind == Kind::Actual).flat_map(|series| {
            series.jumps().into_iter().map(|(one, next)| {
                let message = format!(
                    "{}: {} in {} and {} in {}: check unit and decimal sign",
                    series.id, one.value, one.year, next.value, next.year
                );
                Warning::new(About::Implausible, next.line, message)
            })
        });
        self.warnings.extend(jumps.collect::<Vec<Warning>>());
        let told = definitions::told(&self.series, &format!("{} {name}", self.format));
        self.warnings.extend(told);
        self
    }
}
