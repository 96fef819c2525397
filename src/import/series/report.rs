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

    /// Sorts every series by year and keeps the first of two values for a year; every comparison comes after it.
    pub(super) fn sort(&mut self) {
        let mut warnings = Vec::new();
        for series in &mut self.series {
            series.points.sort_by_key(|point| point.year);
            let mut kept: Vec<Point> = Vec::new();
            let mut doubled: Vec<(u16, f64, Point)> = Vec::new();
            for point in series.points.drain(..) {
                match kept.last() {
                    Some(last) if last.year == point.year => doubled.push((last.year, last.value, point)),
                    _ => kept.push(point),
                }
            }
            series.points = kept;
            if let Some((year, first, point)) = doubled.first() {
                let more = if doubled.len() > 1 { format!(", {} more rows", doubled.len() - 1) } else { String::new() };
                let message = format!(
                    "{}: expected one value for {year}, found {first} and {}{more}; the first is kept",
                    series.id, point.value
                );
                warnings.push(Warning::new(About::Duplicate, point.line, message));
            }
            self.skipped.extend(doubled.into_iter().map(|(year, _, point)| Skipped {
                line: point.line,
                reason: format!("second value of {} for {year}", series.id),
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
