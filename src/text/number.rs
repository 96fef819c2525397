//! The only place that formats numbers. Rounding happens here once, at display.

use super::Lang;
use crate::model::{Decimal, Money};

/// Space that does not break (U+00A0).
const NBSP: char = '\u{a0}';
/// Minus as wide as a plus (U+2212).
pub(super) const MINUS: char = '\u{2212}';

/// A number with a fixed count of decimals, grouped by thousands: "1.234,5".
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let text = plain(value.abs(), decimals, lang);
    // What rounds to zero has no sign.
    if value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) { format!("{MINUS}{text}") } else { text }
}

/// A number with its sign; what rounds to zero reads "±0".
pub fn signed(value: f64, decimals: usize, lang: Lang) -> String {
    let text = plain(value.abs(), decimals, lang);
    if !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        "±0".to_owned()
    } else if value < 0.0 {
        format!("{MINUS}{text}")
    } else {
        format!("+{text}")
    }
}

/// The mark between groups of digits and the one before decimals.
pub(super) const fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::De => ('.', ','),
        Lang::En => (',', '.'),
    }
}

/// What stands behind an amount, written and read aloud.
struct Units {
    million: &'static str,
    billion: &'static str,
    millions_spoken: &'static str,
    billions_spoken: &'static str,
    euros_spoken: &'static str,
    one_million: &'static str,
    one_billion: &'static str,
}

const fn units(lang: Lang) -> Units {
    match lang {
        Lang::De => Units {
            million: "Mio.",
            billion: "Mrd.",
            millions_spoken: "Millionen ",
            billions_spoken: "Milliarden ",
            euros_spoken: "Euro",
            one_million: "Million",
            one_billion: "Milliarde",
        },
        Lang::En => Units {
            million: "million",
            billion: "billion",
            millions_spoken: "million ",
            billions_spoken: "billion ",
            euros_spoken: "euros",
            one_million: "million",
            one_billion: "billion",
        },
    }
}

fn plain(value: f64, decimals: usize, lang: Lang) -> String {
    let (group, mark) = marks(lang);
    let fixed = format!("{value:.decimals$}");
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut text = String::with_capacity(fixed.len() + 4);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(mark);
        text.push_str(fraction);
    }
    text
}

/// A whole number, grouped.
pub fn whole(value: f64, lang: Lang) -> String {
    number(value, 0, lang)
}

/// A count that claims no more than two digits: 4231 reads "4.200", 7.31 reads "7,3".
pub fn rounded(value: f64, lang: Lang) -> String {
    let size = value.abs();
    if size >= 10.0 {
        let unit = 10f64.powf(size.log10().floor() - 1.0);
        // What two ways of reckoning tell apart by a hair is one count: 254.999 is 255, and so 260.
        let steps = (value / unit * 1e3).round() / 1e3;
        number(steps.round() * unit, 0, lang)
    } else {
        let text = number(value, 1, lang);
        text.strip_suffix('0').and_then(|it| it.strip_suffix(marks(lang).1)).map(str::to_owned).unwrap_or(text)
    }
}

/// Decimals that show two digits of a change, at least `base`, at most four.
pub fn change_decimals(change: f64, base: usize) -> usize {
    let size = change.abs();
    if size <= 0.0 || !size.is_finite() {
        return base;
    }
    let needed = 1.0 - size.log10().floor();
    // Clamped to a small range, so the cast is exact.
    base.max(needed.clamp(0.0, 4.0) as usize)
}

/// Decimals for two levels shown beside their change: one more where the rounded levels would contradict the rounded
/// change, as 25.8 instead of 26.2 does a change of 0.3.
pub fn level_decimals(before: f64, after: f64, change: f64, decimals: usize) -> usize {
    let shown = |value: f64| {
        let digits = format!("{:.decimals$}", value.abs());
        Decimal::read(&digits).map_or(value, |it| it.copysign(value))
    };
    let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
    let gap = shown(after) - shown(before) - shown(change);
    if gap.abs() < step / 2.0 { decimals } else { decimals + 1 }
}

fn scaled(euros: f64, lang: Lang, text: impl Fn(f64, usize) -> String) -> String {
    let size = euros.abs();
    let (value, decimals, unit) = if size < 999_500.0 {
        (euros, 0, "")
    } else if size < 999_950_000.0 {
        (euros / 1e6, shown_decimals(euros / 1e6), units(lang).million)
    } else {
        (euros / 1e9, shown_decimals(euros / 1e9), units(lang).billion)
    };
    let number = text(value, decimals);
    with_euro(&if unit.is_empty() { number } else { format!("{number}{NBSP}{unit}") }, lang)
}

/// Decimals of millions and billions: three digits where one decimal would make one of two amounts, 1.05 and 1.15, but 2.0.
fn shown_decimals(value: f64) -> usize {
    let hundredths = (value.abs() * 100.0).round();
    if hundredths < 1000.0 && hundredths % 10.0 != 0.0 { 2 } else { 1 }
}

/// A number with the euro sign where the language puts it: "+4.846 €", "+€4,846".
pub fn with_euro(number: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{number}{NBSP}€"),
        Lang::En => {
            let at = number.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
            let (sign, digits) = number.split_at(at);
            format!("{sign}€{digits}")
        }
    }
}

/// An amount in words: "346.000 €", "1,15 Mio. €", "12,3 Mio. €", "1,23 Mrd. €"; below a million rounded to the euro.
pub fn amount(money: Money, lang: Lang) -> String {
    scaled(money.euros(), lang, |value, decimals| number(value, decimals, lang))
}

/// An amount to the euro, to the cent where it has cents: "2.330.000 €".
pub fn in_full(money: Money, lang: Lang) -> String {
    let decimals = if money.cents() % 100 == 0 { 0 } else { 2 };
    with_euro(&number(money.euros(), decimals, lang), lang)
}

/// An amount that claims no more than three digits below a million: 249.208 reads "249.000 €".
pub fn about(money: Money, lang: Lang) -> String {
    let money = three_digits(money);
    scaled(money.euros(), lang, |value, decimals| number(value, at_most_three(value, decimals), lang))
}

/// Like [`about`], with its sign.
pub fn signed_about(money: Money, lang: Lang) -> String {
    let money = three_digits(money);
    scaled(money.euros(), lang, |value, decimals| signed(value, at_most_three(value, decimals), lang))
}

/// No decimals where three digits stand before the mark: 542 million, not 542.0.
fn at_most_three(value: f64, decimals: usize) -> usize {
    if value.abs() < 99.95 { decimals } else { 0 }
}

/// A share as a number of runs in twenty; what happens at all, but almost never, counts as none.
pub fn twentieths(share: f64) -> u8 {
    // Clamped to 0..=20, so the cast is exact.
    (share * 20.0).round().clamp(0.0, 20.0) as u8
}

fn three_digits(money: Money) -> Money {
    let size = money.euros().abs();
    if size < 1_000.0 {
        return Money::from_euros(money.euros().round());
    }
    let unit = 10f64.powf(size.log10().floor() - 2.0);
    Money::from_euros((money.euros() / unit).round() * unit)
}

/// A measured value with at most `decimals` digits and no trailing zeros: 24.00 reads "24".
pub fn trimmed(value: f64, decimals: usize, lang: Lang) -> String {
    let text = number(value, decimals, lang);
    if decimals > 0 { text.trim_end_matches('0').trim_end_matches(marks(lang).1).to_owned() } else { text }
}

/// An amount with its sign: "+2,0 Mio. €"; nothing reads "±0 €".
pub fn signed_amount(money: Money, lang: Lang) -> String {
    scaled(money.euros(), lang, |value, decimals| signed(value, decimals, lang))
}

/// Millions for a column whose head names the unit, one decimal, more for amounts below a million.
pub fn compact(money: Money, lang: Lang) -> String {
    number(money.euros() / 1e6, millions_decimals(money), lang)
}

/// Millions with their sign for a column of changes.
pub fn signed_millions(money: Money, lang: Lang) -> String {
    signed(money.euros() / 1e6, millions_decimals(money), lang)
}

fn millions_decimals(money: Money) -> usize {
    match money.abs().cents() {
        0 => 1,
        9_500_000.. => shown_decimals(money.euros() / 1e6),
        950_000.. => 2,
        _ => 3,
    }
}

/// An amount without abbreviations, for screen readers: "12,3 Millionen Euro".
pub fn spoken(money: Money, lang: Lang) -> String {
    let euros = money.euros();
    let (value, decimals, unit) = match euros.abs() {
        size if size < 999_500.0 => (euros, 0, ""),
        size if size < 999_950_000.0 => (euros / 1e6, shown_decimals(euros / 1e6), units(lang).millions_spoken),
        _ => (euros / 1e9, shown_decimals(euros / 1e9), units(lang).billions_spoken),
    };
    let minus = if euros < 0.0 { "minus " } else { "" };
    format!("{minus}{} {unit}{}", number(value.abs(), decimals, lang), units(lang).euros_spoken)
}

/// A large amount as one says it, without its currency and with no more than three digits: "1,69 Milliarden".
pub fn large(money: Money, lang: Lang) -> String {
    let euros = money.euros();
    let units = units(lang);
    let (value, one, many) = match euros.abs() {
        size if size < 999_500.0 => return about(money, lang),
        size if size < 999_500_000.0 => (euros / 1e6, units.one_million, units.millions_spoken),
        _ => (euros / 1e9, units.one_billion, units.billions_spoken),
    };
    let decimals = match value.abs() {
        size if size < 9.995 => 2,
        _ => 0,
    };
    let said = trimmed(value, decimals, lang);
    let unit = if said == "1" { one } else { many.trim_end() };
    format!("{said}{NBSP}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_strings() {
        let euros = |value: f64| Money::from_euros(value);
        for (money, de, en) in [
            (346_000.0, "346.000\u{a0}€", "€346,000"),
            (12_345_678.0, "12,3\u{a0}Mio.\u{a0}€", "€12.3\u{a0}million"),
            (1_234_000_000.0, "1,23\u{a0}Mrd.\u{a0}€", "€1.23\u{a0}billion"),
            (1_150_000.0, "1,15\u{a0}Mio.\u{a0}€", "€1.15\u{a0}million"),
            (1_050_000.0, "1,05\u{a0}Mio.\u{a0}€", "€1.05\u{a0}million"),
            (9_996_000.0, "10,0\u{a0}Mio.\u{a0}€", "€10.0\u{a0}million"),
            (-2_000_000.0, "\u{2212}2,0\u{a0}Mio.\u{a0}€", "\u{2212}€2.0\u{a0}million"),
            (999_999.0, "1,0\u{a0}Mio.\u{a0}€", "€1.0\u{a0}million"),
            (0.0, "0\u{a0}€", "€0"),
        ] {
            assert_eq!(amount(euros(money), Lang::De), de);
            assert_eq!(amount(euros(money), Lang::En), en);
        }
        assert_eq!(in_full(euros(-2_330_000.0), Lang::De), "\u{2212}2.330.000\u{a0}€");
        assert_eq!(in_full(Money::from_cents(123_456_789), Lang::En), "€1,234,567.89");
        assert_eq!(signed_amount(euros(2e6), Lang::De), "+2,0\u{a0}Mio.\u{a0}€");
        assert_eq!(signed_amount(Money::ZERO, Lang::De), "±0\u{a0}€");
        assert_eq!(signed(-3.5, 1, Lang::De), "\u{2212}3,5");
        assert_eq!(signed(-0.04, 1, Lang::De), "±0");
        assert_eq!(number(-0.04, 1, Lang::De), "0,0");
        assert_eq!(spoken(euros(12_345_678.0), Lang::De), "12,3 Millionen Euro");
        for (money, de) in [
            (1_686_536_000.0, "1,69 Milliarden"),
            (37_863_000.0, "38 Millionen"),
            (2e6, "2 Millionen"),
            (1e6, "1 Million"),
            (1e9, "1 Milliarde"),
        ] {
            assert_eq!(large(euros(money), Lang::De), de.replace(' ', "\u{a0}"));
        }
        assert_eq!(rounded(4231.0, Lang::De), "4.200");
        assert_eq!([254.999, 255.0, 255.001, 254.9].map(|it| rounded(it, Lang::De)), ["260", "260", "260", "250"]);
        assert_eq!(rounded(7.31, Lang::De), "7,3");
        assert_eq!(rounded(1.0, Lang::De), "1");
        assert_eq!(compact(euros(19_430_000.0), Lang::De), "19,4");
        assert_eq!(signed_about(euros(-249_208.0), Lang::De), "\u{2212}249.000\u{a0}€");
        assert_eq!(trimmed(24.0, 2, Lang::De), "24");
        assert_eq!(trimmed(27.15, 2, Lang::En), "27.15");
        assert_eq!(trimmed(100.0, 0, Lang::De), "100");
    }

    #[test]
    fn digits_follow_the_size_of_the_change() {
        for (change, base, decimals) in [(0.5, 1, 2), (12.0, 0, 0), (0.0031, 2, 4), (1e-9, 0, 4), (0.0, 1, 1)] {
            assert_eq!(change_decimals(change, base), decimals, "{change}");
        }
    }

    #[test]
    fn levels_agree_with_the_change_beside_them() {
        for (before, after, decimals) in [(26.16, 25.84, 2), (26.2, 25.9, 1), (0.3, 0.1, 1), (7.0, 7.0, 1)] {
            assert_eq!(level_decimals(before, after, after - before, 1), decimals, "{before} {after}");
        }
    }
}
