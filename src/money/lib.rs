//! Amounts of money (Geldbeträge): a crate of its own, so that the import of foreign files needs nothing else of the house.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of money, exact to the cent (Geldbetrag).
///
/// Sums of printed plan figures stay exact; only [`Mul`] rounds. In files that people read an amount is a number of euros,
/// in others it is its cents.
///
/// ```
/// use money::Money;
///
/// let parts = [Money::parse("338560.00").unwrap(), Money::parse("-0.05").unwrap()];
/// assert_eq!(parts.into_iter().sum::<Money>(), Money::from_cents(33_855_995));
/// assert_eq!(Money::parse("1,50"), None, "a decimal point, as in the files of a pack");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    cents: i64,
}

impl Money {
    /// No money at all.
    pub const ZERO: Self = Self { cents: 0 };

    /// From whole cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self { cents }
    }

    /// From euros, rounded to the cent half away from zero; what is not a finite number becomes zero.
    pub fn from_euros(euros: f64) -> Self {
        // A cast from float saturates and maps NaN to zero, so every input is defined.
        Self { cents: (euros * 100.0).round() as i64 }
    }

    /// The amount in whole cents.
    pub const fn cents(self) -> i64 {
        self.cents
    }

    /// The amount in euros, for the model's real-valued equations.
    pub fn euros(self) -> f64 {
        self.cents as f64 / 100.0
    }

    /// The amount without its sign; like sums it ends at the largest amount.
    pub const fn abs(self) -> Self {
        Self { cents: self.cents.saturating_abs() }
    }

    /// Whether nothing is left.
    pub const fn is_zero(self) -> bool {
        self.cents == 0
    }

    /// Reads a decimal number of euros with at most two decimals, exactly ("338560.00").
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 2 || !only_digits(whole) || !only_digits(fraction) {
            return None;
        }
        let euros: i64 = whole.parse().ok()?;
        let cents: i64 = format!("{fraction:0<2}").parse().ok()?;
        let amount = euros.checked_mul(100)?.checked_add(cents)?;
        Some(Self { cents: if negative { -amount } else { amount } })
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { cents: self.cents.saturating_add(other.cents) }
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { cents: self.cents.saturating_sub(other.cents) }
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self { cents: self.cents.saturating_neg() }
    }
}

/// The one place where money is rounded: to the cent, half away from zero.
impl Mul<f64> for Money {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self { cents: (self.cents as f64 * factor).round() as i64 }
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02} €", self.cents.unsigned_abs() / 100, self.cents.unsigned_abs() % 100)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_f64(self.euros())
        } else {
            serializer.serialize_i64(self.cents)
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            f64::deserialize(deserializer).map(Self::from_euros)
        } else {
            i64::deserialize(deserializer).map(Self::from_cents)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn reads_printed_figures_exactly() {
        for (text, cents) in
            [("338560.00", Some(33_856_000)), ("-0.05", Some(-5)), ("7", Some(700)), ("1.5", Some(150))]
        {
            assert_eq!(Money::parse(text).map(Money::cents), cents, "{text}");
        }
        for text in ["", "-", "1.234", "1,50", "1e3", "+1", " 1"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }

    #[test]
    fn rounds_only_when_multiplied() {
        assert_eq!(Money::from_cents(1) * 0.5, Money::from_cents(1));
        assert_eq!(Money::from_cents(-1) * 0.5, Money::from_cents(-1));
        assert_eq!(Money::from_euros(f64::NAN), Money::ZERO);
    }

    #[test]
    fn ends_at_the_largest_amount() {
        let lowest = Money::from_euros(f64::NEG_INFINITY);
        assert_eq!(lowest.abs(), Money::from_cents(i64::MAX));
        assert_eq!(-lowest, Money::from_cents(i64::MAX));
        assert!(format!("{lowest:?}").starts_with('-'));
    }
}
