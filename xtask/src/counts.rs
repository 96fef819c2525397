//! How many tests passed, read from what the test runners print.

use std::fmt;
use std::ops::AddAssign;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, and stages that failed without a test of their own.
    pub failed: usize,
}

impl Counts {
    /// The sum over all closing lines of test runners in a text: cargo's, Node's, and those that count as we do.
    pub fn read(text: &str) -> Self {
        let mut counts = Self::default();
        for line in text.lines() {
            // cargo: `test result: ok. 12 passed; 0 failed; …`; Node: `ℹ pass 12` and `ℹ fail 0`.
            if let Some(result) = line.strip_prefix("test result: ") {
                counts.passed += number_before(result, "passed");
                counts.failed += number_before(result, "failed");
            } else if let Some(passed) = line.strip_prefix("ℹ pass ") {
                counts.passed += passed.parse().unwrap_or(0);
            } else if let Some(failed) = line.strip_prefix("ℹ fail ") {
                counts.failed += failed.parse().unwrap_or(0);
            } else if line.starts_with(|first: char| first.is_ascii_digit()) && line.ends_with(" failed") {
                counts.passed += number_before(line, "passed");
                counts.failed += number_before(line, "failed");
            }
        }
        counts
    }
}

fn number_before(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ';', ',', '.']).filter(|part| !part.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// Runs a test runner and adds up what it counted.
pub fn counted(command: &mut Command, counts: &mut Counts) -> Result<()> {
    let (text, succeeded) = process::run_and_read(command)?;
    told(&text, succeeded, counts)
}

/// Adds up what a test runner said that it counted. A runner that counted nothing has not tested anything.
pub fn told(text: &str, succeeded: bool, counts: &mut Counts) -> Result<()> {
    let own = Counts::read(text);
    *counts += own;
    if !succeeded || own.failed > 0 {
        bail!("tests failed");
    }
    if own.passed == 0 {
        bail!("no test ran");
    }
    Ok(())
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_runners_are_understood() {
        let text = "test result: ok. 12 passed; 1 failed; 3 ignored\nother\nℹ pass 5\nℹ fail 2\n4 passed, 1 failed\n";
        assert_eq!(Counts::read(text), Counts { passed: 21, failed: 4 });
        assert_eq!(Counts::read(text).to_string(), "21 passed, 4 failed");
    }
}
