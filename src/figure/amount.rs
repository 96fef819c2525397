use crate::model::{Money, Town};
use crate::text::{self, Lang};

/// How amounts are read (Anzeigeart): one switch for the whole ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Millions of euros.
    #[default]
    Total,
    /// Euros per inhabitant.
    PerHead,
    /// Percent of the plan.
    Percent,
}

impl Mode {
    /// All modes in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Total, Self::PerHead, Self::Percent];

    /// Position in the switch and in the catalogue's lists.
    pub const fn index(self) -> usize {
        match self {
            Self::Total => 0,
            Self::PerHead => 1,
            Self::Percent => 2,
        }
    }

    /// An amount for the number field, without its unit.
    pub fn amount(self, town: &Town, planned: Money, change: Money, lang: Lang) -> String {
        match self {
            Self::Total => text::compact(planned + change, lang),
            Self::PerHead => text::number((planned + change).euros() / town.inhabitants.value, 2, lang),
            Self::Percent => text::number(percent(planned, planned + change), 1, lang),
        }
    }

    /// A change with its sign, without its unit.
    pub fn change(self, town: &Town, planned: Money, change: Money, lang: Lang) -> String {
        match self {
            Self::Total => text::signed_millions(change, lang),
            Self::PerHead => text::signed(change.euros() / town.inhabitants.value, 2, lang),
            Self::Percent => text::signed(percent(planned, change), 1, lang),
        }
    }

    /// The change from the plan that a typed amount means.
    pub fn read(self, town: &Town, planned: Money, typed: &str, lang: Lang) -> Option<Money> {
        let value = text::parse_amount(typed, lang)?;
        // The field shows the plan rounded, and people count from what they see: "91,7" is the plan, "93,7" two more.
        let shown = text::parse_amount(&self.amount(town, planned, Money::ZERO, lang), lang)?;
        let units = value - shown;
        Some(match self {
            Self::Total => Money::from_euros((units * 1e6).round()),
            Self::PerHead => Money::from_euros(units * town.inhabitants.value),
            Self::Percent => planned * (units / 100.0),
        })
    }
}

/// `part` in percent of `whole`; zero of nothing is zero.
pub fn percent(whole: Money, part: Money) -> f64 {
    if whole.is_zero() { 0.0 } else { part.euros() / whole.euros() * 100.0 }
}

/// Joins a number and its unit; a percent sign stands behind a space that does not break.
pub(super) fn with_unit(number: &str, unit: &str) -> String {
    format!("{number}\u{a0}{unit}")
}
