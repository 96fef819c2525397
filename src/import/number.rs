//! Cells become exact numbers (Zahlenformat). How `1.234` is meant is decided once per column, from its own cells.

use std::borrow::Cow;

use serde::Serialize;

use super::report::shown;
use money::Money;

/// An exact decimal number: `digits` divided by ten to the power of `scale` (Dezimalzahl).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    digits: i128,
    scale: u32,
}

impl Figure {
    /// How many decimals it was written with.
    pub fn decimals(self) -> u32 {
        self.scale
    }

    /// The nearest real number.
    pub fn value(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::try_from(self.scale).unwrap_or(i32::MAX))
    }

    /// Euros, if one is worth `unit` euros, rounded to the cent half away from zero; none beyond the largest amount.
    pub fn money(self, unit: u32) -> Option<Money> {
        let hundredfold = self.digits.checked_mul(i128::from(unit))?.checked_mul(100)?;
        let divisor = 10i128.checked_pow(self.scale)?;
        let half = if hundredfold < 0 { -(divisor / 2) } else { divisor / 2 };
        let cents = hundredfold.checked_add(half)?.checked_div(divisor)?;
        i64::try_from(cents).ok().map(Money::from_cents)
    }
}

/// Which sign stands before decimals (Dezimalzeichen).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// `1.234,56`
    German,
    /// `1,234.56`
    English,
}

/// What a column's style was decided by (Grundlage der Entscheidung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// No cell has a point or a comma.
    NoSeparators,
    /// Cells of the column itself settle it.
    OwnCells,
    /// Other number columns of the file settle it.
    OtherColumns,
    /// Every separator stands before three digits: groups of thousands for euros, decimals for thousands or millions.
    Unsettled,
}

/// Cells of a column counted by what they say about its style (Zählung).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    german: usize,
    english: usize,
    /// Cells like `1.234`.
    point: usize,
    /// Cells like `1,234`.
    comma: usize,
    /// Cells like `900`: whole numbers below a thousand, zero apart.
    small: usize,
    /// Cells of a sure style with three decimals or more.
    long: usize,
}

impl Tally {
    /// Counts the cells of a column; what is no number counts for nothing.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut tally = Self::default();
        for cell in cells {
            if let Ok(Some(bare)) = bare(cell) {
                let shape = shape(&bare.body);
                tally.long += usize::from(is_long(&bare.body, shape.as_ref()));
                match shape {
                    Some(Shape::Sure(Style::German)) => tally.german += 1,
                    Some(Shape::Sure(Style::English)) => tally.english += 1,
                    Some(Shape::Point) => tally.point += 1,
                    Some(Shape::Comma) => tally.comma += 1,
                    Some(Shape::Whole) if bare.body.len() <= 3 && bare.body != "0" => tally.small += 1,
                    Some(Shape::Whole) | None => {}
                }
            }
        }
        tally
    }

    /// Both columns together.
    pub fn and(self, other: Self) -> Self {
        Self {
            german: self.german + other.german,
            english: self.english + other.english,
            point: self.point + other.point,
            comma: self.comma + other.comma,
            small: self.small + other.small,
            long: self.long + other.long,
        }
    }

    /// The style in which cells like `1.234` part thousands, if they are all of one kind: whole things have no decimals.
    pub fn grouping(self) -> Option<Style> {
        match (self.point, self.comma) {
            (1.., 0) => Some(Style::German),
            (0, 1..) => Some(Style::English),
            _ => None,
        }
    }

    fn settled(self) -> Option<Style> {
        match self.german.cmp(&self.english) {
            std::cmp::Ordering::Greater => Some(Style::German),
            std::cmp::Ordering::Less => Some(Style::English),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// How the numbers of one column are read (Zahlenformat einer Spalte).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The style of its ambiguous cells; a cell that is clear in itself is read as it stands.
    pub style: Style,
    /// What decided.
    pub basis: Basis,
    /// Cells like `1.234` or `1,234` that the decision was needed for.
    pub ambiguous: usize,
    /// Cells that are clearly of the other style.
    pub contrary: usize,
    /// Cells like `1.234` that are read as euros with three decimals, although no other cell has any: they may be a
    /// thousandfold.
    #[serde(skip_serializing_if = "is_none")]
    pub thousandfold: usize,
}

/// Whether there are none of them.
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Column {
    /// Decides by the column's own cells, else by all number columns of the file, else by what one unit is worth.
    ///
    /// Euros have cents and not thousandths, so three digits after every separator are a group; thousands and millions
    /// of euros are printed with three decimals.
    pub fn decide(own: Tally, file: Tally, unit: u32) -> Self {
        let told = |style, basis| {
            let (decimal, contrary) = match style {
                Style::German => (own.comma, own.english),
                Style::English => (own.point, own.german),
            };
            let thousandfold = if unit == 1 && own.long == 0 { decimal } else { 0 };
            Self { style, basis, ambiguous: own.point + own.comma, contrary, thousandfold }
        };
        if own.german + own.english + own.point + own.comma == 0 {
            return told(file.settled().unwrap_or(Style::German), Basis::NoSeparators);
        }
        if let Some(style) = own.settled() {
            return told(style, Basis::OwnCells);
        }
        // `1.234` and `1,234` in one column: neither can be told from the other.
        if let Some(style) = file.settled() {
            return told(style, Basis::OtherColumns);
        }
        // Thousands with three decimals have them in every cell: `900` beside `1.234` says that the point parts groups.
        if unit == 1000 && own.comma == 0 && own.small > 0 {
            return told(Style::German, Basis::OwnCells);
        }
        let groups = unit == 1;
        // `1.234` beside `1,234`: one style can hold both only if it is one of them; here it is the German one.
        if own.comma > 0 && own.point > 0 && !groups {
            return told(Style::German, Basis::Unsettled);
        }
        let style = if (own.comma > own.point) == groups { Style::English } else { Style::German };
        told(style, Basis::Unsettled)
    }

    /// Reads a cell: nothing for a blank one, else the number, or what was found instead.
    pub fn read(self, cell: &str) -> Result<Option<Figure>, String> {
        let Some(bare) = bare(cell)? else { return Ok(None) };
        let wrong = || format!("expected a number, found `{}`", shown(cell));
        let style = match shape(&bare.body).ok_or_else(wrong)? {
            Shape::Sure(style) => style,
            Shape::Whole | Shape::Point | Shape::Comma => self.style,
        };
        let decimal = if style == Style::German { ',' } else { '.' };
        let (whole, fraction) = bare.body.split_once(decimal).unwrap_or((&bare.body, ""));
        let mut digits: i128 = 0;
        for digit in whole.chars().chain(fraction.chars()).filter_map(|it| it.to_digit(10)) {
            let next = digits.checked_mul(10).and_then(|it| it.checked_add(i128::from(digit)));
            digits = next.filter(|it| *it < LARGEST).ok_or_else(wrong)?;
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| wrong())?;
        Ok(Some(Figure { digits: if bare.negative { -digits } else { digits }, scale }))
    }
}

/// Longest number: thirty digits, so that thousands and cents still fit.
const LARGEST: i128 = 10i128.pow(30);

/// A number without sign, currency and blanks.
struct Bare<'a> {
    negative: bool,
    body: Cow<'a, str>,
}

enum Shape {
    /// Digits only.
    Whole,
    /// One style only fits.
    Sure(Style),
    /// One point before three digits.
    Point,
    /// One comma before three digits.
    Comma,
}

/// Minus signs that are met: hyphen, minus, dashes, full width.
fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{FE63}' | '\u{FF0D}')
}

/// Takes sign, parentheses, currency and blanks away; nothing is left of an empty cell or a lone dash.
fn bare(cell: &str) -> Result<Option<Bare<'_>>, String> {
    let usual = cell.strip_prefix('-').unwrap_or(cell);
    if is_number(usual) {
        return Ok(Some(Bare { negative: usual.len() < cell.len(), body: Cow::Borrowed(usual) }));
    }
    let wrong = || format!("expected a number, found `{}`", shown(cell));
    let mut text = without_currency(cell.trim());
    let mut negative = 0;
    if let Some(inner) = text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        negative += 1;
        text = without_currency(inner.trim());
    }
    if text.is_empty() || text.chars().all(is_minus) {
        return if negative == 0 { Ok(None) } else { Err(wrong()) };
    }
    if let Some(rest) = text.strip_prefix(is_minus) {
        negative += 1;
        text = without_currency(rest.trim_start());
    } else if let Some(rest) = text.strip_prefix('+') {
        text = rest.trim_start();
    }
    if let Some(rest) = text.strip_suffix(is_minus) {
        negative += 1;
        text = without_currency(rest.trim_end());
    }
    let body =
        if text.contains(is_gap) { Cow::Owned(without_gaps(text).ok_or_else(wrong)?) } else { Cow::Borrowed(text) };
    if negative > 1 || !is_number(&body) {
        return Err(if is_shortened(&body) { shortened(cell) } else { wrong() });
    }
    Ok(Some(Bare { negative: negative == 1, body }))
}

/// `1,25E+06`: a spreadsheet shortened the figure, and its last digits are lost.
fn is_shortened(text: &str) -> bool {
    text.split_once(['E', 'e'])
        .is_some_and(|(head, tail)| is_number(head) && tail.strip_prefix(['+', '-']).is_some_and(is_digits))
}

fn shortened(cell: &str) -> String {
    format!(
        "expected a number, found `{}`, which a spreadsheet shortened: format the column as number and export again",
        shown(cell)
    )
}

/// Digits, points and commas, and at least one digit.
fn is_number(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'.' | b','))
        && text.bytes().any(|it| it.is_ascii_digit())
}

fn without_currency(text: &str) -> &str {
    let mut text = text;
    for sign in ["€", "EUR", "Euro", "EURO", "eur", "euro"] {
        text = text.strip_suffix(sign).unwrap_or(text).trim_end();
        text = text.strip_prefix(sign).unwrap_or(text).trim_start();
    }
    // "5,--", "5,-" and "5,—" are whole euros: a dash behind the comma is no minus.
    let bare = text.trim_end_matches(is_minus);
    if bare.len() < text.len() { bare.strip_suffix(',').unwrap_or(text) } else { text }
}

/// Blanks of every width and apostrophes may part thousands.
fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{2060}' | '\u{200B}')
}

/// Joins groups of thousands; two numbers in one cell are none.
fn without_gaps(text: &str) -> Option<String> {
    let mut groups = text.split(is_gap).filter(|it| !it.is_empty());
    let mut body = groups.next()?.to_owned();
    if body.len() > 3 || !is_digits(&body) {
        return None;
    }
    let mut ended = false;
    for group in groups {
        let (whole, has_rest) = match group.find(['.', ',']) {
            Some(at) => (group.get(..at)?, true),
            None => (group, false),
        };
        if ended || whole.len() != 3 || !is_digits(whole) {
            return None;
        }
        ended = has_rest;
        body.push_str(group);
    }
    Some(body)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// Whether `text` is digits in groups of three, parted by `separator`.
fn is_grouped(text: &str, separator: char) -> bool {
    text.split(separator)
        .enumerate()
        .all(|(at, group)| is_digits(group) && if at == 0 { group.len() <= 3 } else { group.len() == 3 })
}

/// What the points and commas of a number say; none if they make no sense.
fn shape(body: &str) -> Option<Shape> {
    let count = |sign| body.matches(sign).count();
    let (points, commas) = (count('.'), count(','));
    let (group, decimal, style) = match (points, commas) {
        (0, 0) => return Some(Shape::Whole),
        (1, 0) => return Some(single(body, '.', Shape::Point, Style::English)),
        (0, 1) => return Some(single(body, ',', Shape::Comma, Style::German)),
        (_, 0) => return is_grouped(body, '.').then_some(Shape::Sure(Style::German)),
        (0, _) => return is_grouped(body, ',').then_some(Shape::Sure(Style::English)),
        _ if body.rfind(',') > body.rfind('.') => ('.', ',', Style::German),
        _ => (',', '.', Style::English),
    };
    let (whole, fraction) = body.split_once(decimal)?;
    (is_grouped(whole, group) && (fraction.is_empty() || is_digits(fraction))).then_some(Shape::Sure(style))
}

/// Whether a number that is clear in itself has three decimals or more.
fn is_long(body: &str, shape: Option<&Shape>) -> bool {
    let decimal = match shape {
        Some(Shape::Sure(Style::German)) => ',',
        Some(Shape::Sure(Style::English)) => '.',
        _ => return false,
    };
    body.rsplit_once(decimal).is_some_and(|(_, fraction)| fraction.len() >= 3)
}

/// One separator: decimals, unless three digits follow one to three that do not begin with zero.
fn single(body: &str, sign: char, ambiguous: Shape, decimal: Style) -> Shape {
    let (whole, fraction) = body.split_once(sign).unwrap_or((body, ""));
    let may_group = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if may_group { ambiguous } else { Shape::Sure(decimal) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cells: &[&str], cell: &str) -> Result<Option<i64>, String> {
        let own = Tally::of(cells.iter().copied().chain([cell]));
        let column = Column::decide(own, own, 1);
        Ok(column.read(cell)?.map(|it| it.money(1).unwrap().cents()))
    }

    #[test]
    fn signs_blanks_and_currency_are_no_obstacle() {
        for (cell, expected) in [
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("-206,4", -20_640),
            ("5.353.004,86-", -535_300_486),
            ("3.524.910-", -352_491_000),
            ("- 12,50 €", -1_250),
            ("(1.234,50)", -123_450),
            ("( 7 EUR )", -700),
            ("€ -3,10", -310),
            ("\u{2212}4,25", -425),
            ("1\u{a0}234\u{202f}567,89 €", 123_456_789),
            ("1'234.50", 123_450),
            ("+17", 1_700),
            ("83396.57000000001", 8_339_657),
            (",5", 50),
            ("12,", 1_200),
            ("12,--", 1_200),
            ("0.125", 13),
            ("12345.678", 1_234_568),
        ] {
            assert_eq!(cents(&[], cell), Ok(Some(expected)), "{cell}");
        }
    }

    #[test]
    fn empty_cells_and_dashes_are_nothing() {
        for cell in ["", "  ", "\u{a0}", "-", "–", "--", "€", "- €"] {
            assert_eq!(cents(&[], cell), Ok(None), "{cell}");
        }
    }

    #[test]
    fn a_dash_behind_the_comma_is_no_minus() {
        for cell in ["5,-", "5,--", "5,—", "5,–", "5,– €", "EUR 5,—"] {
            assert_eq!(cents(&[], cell), Ok(Some(500)), "{cell}");
        }
        for cell in ["5–", "5,00-", "-5,—", "5-"] {
            assert_eq!(cents(&[], cell), Ok(Some(-500)), "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_is_said_so() {
        let cells = "abc|1.23.4|1.234.56|12.34,56|1,2,3|--5|-5-|(-5)|1 2|12 34,5|1e5|.|,|()|5 %|#REF!|1234567890123456789012345678901";
        for cell in cells.split('|') {
            assert!(cents(&[], cell).is_err(), "{cell}: {:?}", cents(&[], cell));
        }
    }

    #[test]
    fn a_column_decides_its_ambiguous_cells() {
        assert_eq!(cents(&["0,00"], "2.810"), Ok(Some(281_000)));
        assert_eq!(cents(&["12.5"], "2.810"), Ok(Some(281)));
        assert_eq!(cents(&["5.407.420"], "2.810"), Ok(Some(281_000)));
        assert_eq!(cents(&["1,234.50"], "2,810"), Ok(Some(281_000)));
        assert_eq!(cents(&["1.234,50"], "2,810"), Ok(Some(281)));
        // Nothing settles it: euros have no thousandths.
        assert_eq!(cents(&[], "2.810"), Ok(Some(281_000)));
        assert_eq!(cents(&[], "2,810"), Ok(Some(281_000)));
    }

    #[test]
    fn the_decision_is_told() {
        let own = Tally::of(["1.234", "7"]);
        let decide = |file, unit| Column::decide(own, file, unit);
        let told = |style, basis| Column { style, basis, ambiguous: 1, contrary: 0, thousandfold: 0 };
        assert_eq!(decide(own, 1), told(Style::German, Basis::Unsettled));
        assert_eq!(decide(own, 1_000_000), told(Style::English, Basis::Unsettled));
        let decimals = Column { thousandfold: 1, ..told(Style::English, Basis::OtherColumns) };
        assert_eq!(decide(own.and(Tally::of(["0.5"])), 1), decimals, "euros with three decimals beside none");
        let mixed = Tally::of(["1.234,5", "7,1", "3.25", "1.234"]);
        let expected =
            Column { style: Style::German, basis: Basis::OwnCells, ambiguous: 1, contrary: 1, thousandfold: 0 };
        assert_eq!(Column::decide(mixed, mixed, 1), expected);
        assert_eq!(Column::decide(Tally::of(["7"]), own, 1).basis, Basis::NoSeparators);
    }

    #[test]
    fn whole_thousands_beside_a_point_say_that_it_parts_groups() {
        let decide = |cells: &[&str]| Column::decide(Tally::of(cells.iter().copied()), Tally::default(), 1000);
        assert_eq!(
            (decide(&["1.234", "900"]).style, decide(&["1.234", "900"]).basis),
            (Style::German, Basis::OwnCells)
        );
        assert_eq!(decide(&["1.234", "5.678"]).basis, Basis::Unsettled);
        assert_eq!(decide(&["1,234", "900"]).basis, Basis::Unsettled);
    }

    #[test]
    fn units_and_rounding_are_exact() {
        let column = Column::decide(Tally::of(["690,2"]), Tally::default(), 1);
        let read = |cell| column.read(cell).unwrap().unwrap();
        assert_eq!(read("690,2").money(1_000_000), Some(Money::from_cents(69_020_000_000)));
        assert_eq!(read("1,005").money(1), Some(Money::from_cents(101)));
        assert_eq!(read("-1,005").money(1), Some(Money::from_cents(-101)));
        assert_eq!(read("123456789012345678901234567890").money(1_000_000), None);
        assert!((read("-0,25").value() + 0.25).abs() < 1e-12);
    }
}
