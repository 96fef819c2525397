//! Reads what people type as a number. It is understood in one way, or not at all.

use super::Lang;
use super::number::{MINUS, marks};
use crate::model::Decimal;

/// What the numbers of a field count (Einheit eines Feldes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Millions of euros.
    Millions,
    /// Euros.
    Euros,
    /// Percent.
    Percent,
}

/// What somebody typed (Eingabe).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// The value itself.
    Value(f64),
    /// So much more or less than planned: it began with a sign, like the change that stands beside every field.
    Change(f64),
}

/// From here on a number in a field of millions counts single euros: no town has a hundred billion.
const SINGLE_EUROS: f64 = 100_000.0;

/// How many times the plan, or which part of it, a number of single euros may be without saying "€": beyond that it may
/// as well be a slip of the finger, and a raise that was meant would become a cut.
const LIKELY: f64 = 5.0;

/// Reads what was typed into a field whose unit is known; `planned` is the number that stands there before any change.
///
/// Blanks, apostrophes and the marks of both languages group digits by threes only, and one mark at most is a decimal
/// mark: "92.5" is ninety-two and a half in every language, "9.25.0" is nothing. "1.234" in German groups, unless one and
/// a bit lies nearer to the plan than a thousand and more; "1,234" in English alike. The language's own decimal mark is
/// never taken for the other. A unit must fit the field; "T€", "Mrd. €" and single euros are put into millions, the latter
/// without "€" only if they are then of the plan's order.
///
/// ```
/// use zukunftshaushalt::text::{Lang, Typed, Unit, typed};
///
/// assert_eq!(typed("92.5", Unit::Millions, 91.7, Lang::De), Some(Typed::Value(92.5)));
/// assert_eq!(typed("+1", Unit::Millions, 91.7, Lang::De), Some(Typed::Change(1.0)));
/// assert_eq!(typed("92.5.1", Unit::Millions, 91.7, Lang::De), None);
/// ```
pub fn typed(text: &str, unit: Unit, planned: f64, lang: Lang) -> Option<Typed> {
    let text = text.trim();
    let mut letters = text.chars();
    let sign = match letters.next()? {
        '+' => Some(1.0),
        '±' => Some(0.0),
        '-' | '\u{2010}'..='\u{2013}' | MINUS => Some(-1.0),
        _ => None,
    };
    let rest = if sign.is_some() { letters.as_str().trim_start() } else { text };
    let (is_euro, rest) = rest.strip_prefix('€').map_or((false, rest), |rest| (true, rest.trim_start()));
    let is_number = |it: char| it.is_ascii_digit() || it.is_whitespace() || "., ' ’ ‘".contains(it);
    let (number, said) = rest.split_at(rest.find(|it| !is_number(it)).unwrap_or(rest.len()));
    let factor = factor(said, is_euro, unit, lang)?;
    let in_unit = |value: f64| {
        let is_single = unit == Unit::Millions && factor == 1.0 && value >= SINGLE_EUROS;
        if !is_single {
            return Some(value * factor);
        }
        let millions = value / 1e6;
        let is_likely = millions <= planned * LIKELY && (sign.is_some() || millions * LIKELY >= planned);
        (is_euro || said.contains('€') || planned <= 0.0 || is_likely).then_some(millions)
    };
    let value = match readings(number.trim_end(), lang) {
        (Some(decimal), Some(grouped)) => {
            let (Some(decimal), Some(grouped)) = (in_unit(decimal), in_unit(grouped)) else { return None };
            let apart = |value: f64| (value / planned).max(planned / value);
            let is_decimal = if sign.is_some() { grouped > planned } else { apart(decimal) < apart(grouped) };
            if planned > 0.0 && is_decimal { decimal } else { grouped }
        }
        (decimal, grouped) => in_unit(decimal.or(grouped)?)?,
    };
    match sign {
        None => Some(Typed::Value(value)),
        Some(0.0) if value != 0.0 => None,
        Some(sign) => Some(Typed::Change(sign * value)),
    }
}

/// The number whose last mark is a decimal mark, and the one whose marks all group; most texts have one of them.
fn readings(text: &str, lang: Lang) -> (Option<f64>, Option<f64>) {
    let grouped = whole(text).and_then(|digits| Decimal::read(&digits));
    let Some((before, after)) = text.rsplit_once(['.', ',']) else { return (None, grouped) };
    let mark = if text.get(before.len()..).is_some_and(|it| it.starts_with('.')) { '.' } else { ',' };
    let groups = marks(lang).0 == mark;
    // Four digits are no group, and three behind a mark that groups are no decimals: neither one nor the other.
    if groups && after.len() == 3 && before.len() > 3 && is_digits(before) {
        return (None, None);
    }
    let decimal = whole(before).filter(|_| !before.contains(mark) && is_digits(after));
    let decimal = decimal.and_then(|digits| Decimal::read(&format!("{digits}.{after}")));
    (decimal, grouped.filter(|_| groups || decimal.is_none()))
}

/// The digits of a whole number, plain or in groups of three behind one kind of mark.
fn whole(text: &str) -> Option<String> {
    let is_blank = |it: char| it.is_whitespace();
    let mark = text.chars().find(|it| !it.is_ascii_digit());
    let mut groups = text.split(|it| Some(it) == mark || mark.is_some_and(is_blank) && is_blank(it));
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = || (1..=3).contains(&first.len()) && !first.starts_with('0');
    let fits =
        is_digits(first) && rest.iter().all(|it| it.len() == 3 && is_digits(it)) && (rest.is_empty() || is_grouped());
    fits.then(|| [first, &rest.concat()].concat())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit())
}

/// What a number with these words behind it counts, in units of the field; none where they do not belong there.
fn factor(said: &str, is_euro: bool, unit: Unit, lang: Lang) -> Option<f64> {
    let plain = |text: &str| -> String {
        text.chars().filter(|it| !it.is_whitespace() && *it != '.').map(|it| it.to_ascii_lowercase()).collect()
    };
    let (said, [millions, euros, percent]) = (plain(said), lang.texts().mode_units.map(plain));
    let own = match unit {
        Unit::Millions => millions,
        Unit::Euros => euros,
        Unit::Percent => percent,
    };
    if said == own {
        return (!is_euro).then_some(1.0);
    }
    if unit == Unit::Percent {
        return (!is_euro && ["", "%", "prozent", "percent"].contains(&said.as_str())).then_some(1.0);
    }
    let euro = ["euros", "euro", "eur", "€"].into_iter().find_map(|it| said.strip_suffix(it));
    let size = euro.unwrap_or(&said);
    // "Billion" is a thousand millions in English only, "t" a thousand in German only.
    let (billions, thousands): (&[&str], &[&str]) = match lang {
        Lang::De => (&["mrd", "milliarde", "milliarden"], &["tsd", "t", "tausend", "k", "thousand"]),
        Lang::En => (&["bn", "billion"], &["k", "thousand"]),
    };
    let is_millions = unit == Unit::Millions;
    match size {
        "" => Some(1.0),
        "mio" | "million" | "millionen" | "m" if is_millions => Some(1.0),
        it if is_millions && billions.contains(&it) => Some(1e3),
        it if is_millions && thousands.contains(&it) => Some(1e-3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Typed::{Change, Value};
    use super::*;

    #[test]
    fn reads_what_people_type() {
        let millions = |text: &str, lang| typed(text, Unit::Millions, 91.7, lang);
        for (text, de, en) in [
            ("85,1", Some(Value(85.1)), Some(Value(85.1))),
            ("92.5", Some(Value(92.5)), Some(Value(92.5))),
            ("1.23", Some(Value(1.23)), Some(Value(1.23))),
            ("0.123", Some(Value(0.123)), Some(Value(0.123))),
            ("1.234", Some(Value(1234.0)), Some(Value(1.234))),
            ("1,234", Some(Value(1.234)), Some(Value(1234.0))),
            ("1.234,5", Some(Value(1234.5)), Some(Value(1234.5))),
            ("1,234.5", Some(Value(1234.5)), Some(Value(1234.5))),
            ("1 234,5", Some(Value(1234.5)), Some(Value(1234.5))),
            ("1\u{202f}234.5", Some(Value(1234.5)), Some(Value(1234.5))),
            ("1'234.5", Some(Value(1234.5)), Some(Value(1234.5))),
            ("92,", Some(Value(92.0)), Some(Value(92.0))),
            (",5", Some(Value(0.5)), Some(Value(0.5))),
            ("93.000.000", Some(Value(93.0)), Some(Value(93.0))),
            ("93000000 €", Some(Value(93.0)), Some(Value(93.0))),
            ("999999", None, None),
            ("999999 €", Some(Value(0.999_999)), Some(Value(0.999_999))),
            ("9999999", None, None),
            ("+999999", Some(Change(0.999_999)), Some(Change(0.999_999))),
            ("+9999999999", None, None),
            ("99999", Some(Value(99_999.0)), Some(Value(99_999.0))),
            ("€93 million", Some(Value(93.0)), Some(Value(93.0))),
            ("93 Mio. €", Some(Value(93.0)), Some(Value(93.0))),
            ("500 T€", Some(Value(0.5)), None),
            ("500k", Some(Value(0.5)), Some(Value(0.5))),
            ("1,2 Mrd. €", Some(Value(1200.0)), None),
            ("1.2 billion", None, Some(Value(1200.0))),
            ("+1", Some(Change(1.0)), Some(Change(1.0))),
            ("+ 3 €", Some(Change(3.0)), Some(Change(3.0))),
            ("−2,5", Some(Change(-2.5)), Some(Change(-2.5))),
            ("–2.5", Some(Change(-2.5)), Some(Change(-2.5))),
            ("-1.234", Some(Change(-1.234)), Some(Change(-1.234))),
            ("±0", Some(Change(0.0)), Some(Change(0.0))),
        ] {
            assert_eq!(millions(text, Lang::De), de, "{text}");
            assert_eq!(millions(text, Lang::En), en, "{text}");
        }
        for text in [
            "",
            " ",
            "zwei",
            "1e3",
            "1.2.3",
            "1,2,3",
            "1.23.456",
            "9 2",
            "1234.567.8",
            "12.34.567",
            "1 234 56",
            "+-1",
            "5-",
            "±1",
            "5 %",
            "0x10",
            "٣",
            "NaN",
            "∞",
            "€",
            "1.234.56",
            "1''234",
            "93 kg",
            ".",
            "1234567890123456",
        ] {
            assert_eq!(millions(text, Lang::De), None, "{text}");
            assert_eq!(millions(text, Lang::En), None, "{text}");
        }
        // Three behind a mark that groups, four before it.
        assert_eq!((millions("1234.567", Lang::De), millions("1234,567", Lang::En)), (None, None));
    }

    /// The plan decides where a mark may be either.
    #[test]
    fn a_mark_that_may_be_either_is_the_one_nearer_to_the_plan() {
        for (planned, value) in [(1.2, 1.234), (30.0, 1.234), (40.0, 1234.0), (900.0, 1234.0), (0.0, 1234.0)] {
            assert_eq!(typed("1.234", Unit::Millions, planned, Lang::De), Some(Value(value)), "{planned}");
            assert_eq!(typed("1,234", Unit::Millions, planned, Lang::En), Some(Value(value)), "{planned}");
        }
        assert_eq!(typed("465.500", Unit::Percent, 460.0, Lang::De), Some(Value(465.5)));
        assert_eq!(typed("465.500", Unit::Millions, 0.46, Lang::De), Some(Value(0.4655)));
    }

    #[test]
    fn a_unit_belongs_to_its_field() {
        assert_eq!(typed("102 %", Unit::Percent, 100.0, Lang::De), Some(Value(102.0)));
        assert_eq!(typed("102 % vom Plan", Unit::Percent, 100.0, Lang::De), Some(Value(102.0)));
        assert_eq!(typed("102 €", Unit::Percent, 100.0, Lang::De), None);
        assert_eq!(typed("312,50 € je Kopf", Unit::Euros, 300.0, Lang::De), Some(Value(312.5)));
        assert_eq!(typed("3 Mio. €", Unit::Euros, 300.0, Lang::De), None);
    }
}
