use crate::model::{Money, Tax, Town};
use crate::text::{self, Lang, Typed, Unit};

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

    /// The change from the plan that was typed, in whole euros; `now` is the present one. None if it is no one number.
    ///
    /// People count from what they see: where the field shows "91,7" as the plan, "93,7" are two more, and what stands
    /// there already, as amount or as change, changes nothing however it was rounded.
    pub fn read(self, town: &Town, planned: Money, now: Money, typed: &str, lang: Lang) -> Option<Money> {
        let unit = match self {
            Self::Total => Unit::Millions,
            Self::PerHead => Unit::Euros,
            Self::Percent => Unit::Percent,
        };
        let shown = |change: Money| match text::typed(&self.amount(town, planned, change, lang), unit, 0.0, lang)? {
            Typed::Value(value) => Some(value),
            Typed::Change(_) => None,
        };
        let plan = shown(Money::ZERO)?;
        let is_seen = |text: &str, it: Typed| text::typed(text, unit, plan, lang) == Some(it);
        let units = match text::typed(typed, unit, plan, lang)? {
            Typed::Value(value) if shown(now) == Some(value) => return Some(now),
            it if is_seen(&self.change(town, planned, now, lang), it) => return Some(now),
            Typed::Value(value) => value - plan,
            Typed::Change(by) => by,
        };
        let euros = match self {
            Self::Total => units * 1e6,
            Self::PerHead => units * town.inhabitants.value,
            Self::Percent => (planned * (units / 100.0)).euros(),
        };
        Some(Money::from_euros(euros.round()))
    }
}

/// The multiplier that was typed; `now` is the present one. None if it is no one number.
pub fn read_multiplier(tax: &Tax, now: f64, typed: &str, lang: Lang) -> Option<f64> {
    let is_shown = |multiplier: f64, value: f64| text::whole(multiplier, lang) == text::whole(value, lang);
    match text::typed(typed, Unit::Percent, tax.multiplier, lang)? {
        // The field shows whole numbers, the plan may lie between two of them.
        Typed::Value(value) => {
            [now, tax.multiplier].into_iter().find(|it| value.fract() == 0.0 && is_shown(*it, value)).or(Some(value))
        }
        Typed::Change(by) => Some(tax.multiplier + by),
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
