use std::fmt;

use serde::{Deserialize, Serialize};

/// A calendar year, which is also the fiscal year (Haushaltsjahr).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Year(pub u16);

impl Year {
    /// Years from `start` to `self`, zero if `self` lies before it.
    pub fn since(self, start: Year) -> usize {
        usize::from(self.0.saturating_sub(start.0))
    }

    /// The year `steps` later.
    pub fn plus(self, steps: usize) -> Year {
        Year(self.0.saturating_add(u16::try_from(steps).unwrap_or(u16::MAX)))
    }

    /// For axes and formulas.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How files, style sheets and people write a number ("12.5", "-3") once marks of a language are gone (Dezimalzahl).
pub enum Decimal {}

impl Decimal {
    /// The nearest `f64`; `None` for anything that is no decimal number, and for more than fifteen digits.
    ///
    /// Up to there numerator and power of ten are exact, so that the one division rounds once. The standard library
    /// reads every notation, with tables that alone weigh as much as a thirtieth of the page.
    pub fn read(text: &str) -> Option<f64> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let digits = [whole, fraction].concat();
        if digits.is_empty() || digits.len() > 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let numerator: i64 = digits.parse().ok()?;
        let value = numerator as f64 / fraction.bytes().fold(1.0, |power, _| power * 10.0);
        Some(if negative { -value } else { value })
    }
}

/// A part of a whole between 0 and 1 (Anteil).
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Share(f64);

impl Share {
    /// The whole.
    pub const ALL: Self = Self(1.0);
    /// Nothing of it.
    pub const NONE: Self = Self(0.0);

    /// A share, if `value` lies between 0 and 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The plain number between 0 and 1.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What is missing to the whole.
    pub fn rest(self) -> f64 {
        1.0 - self.0
    }
}

/// An inclusive range of ages in years (Altersspanne).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// Youngest age that counts.
    pub from: u8,
    /// Oldest age that counts; 100 stands for 100 and older.
    pub to: u8,
}

impl Ages {
    /// Everybody.
    pub const ALL: Self = Self { from: 0, to: 100 };

    /// Weight 1 inside the range, 0 outside.
    pub fn weight(self, age: usize) -> f64 {
        if (usize::from(self.from)..=usize::from(self.to)).contains(&age) { 1.0 } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn decimals_are_read_to_the_last_bit() {
        for text in ["0", "12.5", "-3", "0.1", "1.005", "338560.00", "0.000123456789", "999999999999999", "5.", ".5"] {
            assert_eq!(Decimal::read(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", ".", "1,5", "1e3", "+1", " 1", "--1", "1.2.3", "NaN", "1234567890.123456"] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }
}
