//! What the page says first.

use super::amount::with_unit;
use super::goal_name;
use super::plot::squares::{Squares, squares};
use crate::model::{Field, FieldAt, Indicator, Money, Purpose, Town};
use crate::text::{self, Lang};

/// Squares in a row of the field, on a wide page and on a phone.
pub(super) const COLUMNS: [u32; 2] = [84, 64];

/// What a square may stand for, euros; the largest that leaves enough squares to see a part of them.
const SQUARES: [f64; 4] = [10e6, 1e6, 1e5, 1e4];

/// How many squares a field has at least.
const ENOUGH: f64 = 400.0;

/// One sentence, one picture and the question (Auftakt).
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What the town spends; the middle part is the amount.
    pub spends: [String; 3],
    /// What a square is, and what the empty ones are.
    pub legend: [String; 2],
    /// What the picture shows, in words.
    pub picture: String,
    /// The field, on a wide page and on a phone.
    pub fields: [Squares; 2],
    /// How much could be moved; the middle part is the amount.
    pub movable: [String; 3],
    /// Which plan it is, and what this page is not.
    pub honest: String,
    /// What stands behind the second door.
    pub bench: String,
}

/// What a square stands for, euros; how many there are, and how many of them are filled (Kästchenfeld).
pub(super) fn field(town: &Town) -> (f64, [u32; 2]) {
    let (total, movable) = (town.budget.total.expense, town.movable());
    let square = SQUARES.into_iter().find(|it| total.euros() / it >= ENOUGH).unwrap_or(1e4);
    (square, [total, movable].map(|money| nearest(money, square)))
}

/// What the page says of a town first.
pub fn opening(town: &Town, lang: Lang) -> Opening {
    let (words, total, movable) = (lang.first(), town.budget.total.expense, town.movable());
    let (square, [count, filled]) = field(town);
    let one = text::large(Money::from_euros(square), lang);
    Opening {
        spends: (words.spends)(&town.short_name, town.year.0, &text::large(total, lang)),
        legend: [(words.square)(&one), words.empty_squares.to_owned()],
        picture: (words.picture)(&text::whole(f64::from(count), lang), &one, filled),
        fields: COLUMNS.map(|columns| squares(count, filled, columns)),
        movable: (words.movable)(&text::large(movable, lang)),
        honest: (words.honest)(lang.of(&town.plan), lang.of(&town.name)),
        bench: (words.bench_holds)(town.fields.len()),
    }
}

/// A goal to choose (Zielkachel).
#[derive(Clone, Debug, PartialEq)]
pub struct GoalTile {
    /// Number.
    pub number: u8,
    /// Name.
    pub name: String,
    /// Planned expense of a year in millions.
    pub amount: String,
    /// Planned expense as a part of the largest goal's, percent.
    pub length: f64,
    /// Where the town stood last, and when that was; empty where nothing is measured.
    pub today: [String; 2],
}

/// The goals of a town, to choose one of them.
pub fn goal_tiles(town: &Town, lang: Lang) -> Vec<(FieldAt, GoalTile)> {
    let planned = |field: FieldAt| town.planned(Purpose::Field(field));
    let largest = town.fields.places().map(planned).max().unwrap_or(Money::ZERO).euros();
    let tile = |(at, field): (FieldAt, &Field)| {
        let amount = planned(at);
        let tile = GoalTile {
            number: field.number,
            name: goal_name(town, Purpose::Field(at), lang),
            amount: text::compact(amount, lang),
            length: if largest > 0.0 { amount.euros() / largest * 100.0 } else { 0.0 },
            today: today(town, at, lang).unwrap_or_default(),
        };
        (at, tile)
    };
    town.fields.pairs().map(tile).collect()
}

/// The first indicator of a goal that was measured in the town itself, else its first one: how it stood last, in small
/// numbers, and when that was.
fn today(town: &Town, field: FieldAt, lang: Lang) -> Option<[String; 2]> {
    let own = || town.indicators.iter().filter(|it| it.field == field);
    let is_local = |it: &&Indicator| it.series.last().is_some_and(|last| last.is_local);
    let subject = own().find(is_local).or_else(|| own().next())?;
    let last = subject.series.last()?;
    let (name, unit) = (lang.of(&subject.name), lang.of(&subject.unit));
    // What the name says of the unit already is not said again.
    let unit = unit.split_once(' ').filter(|(_, rest)| name.ends_with(rest)).map_or(unit, |(first, _)| first);
    // A share of something else than a whole is no part of it.
    let is_whole = unit == "%" && !name.contains(|it: char| it.is_ascii_digit());
    let said = format!("{name}: {}", in_small_numbers(last.value, unit, is_whole, lang));
    Some([said, (lang.texts().doors.when)(last.year.0, last.is_local)])
}

/// Of how many a share is told, the easiest first.
const WHOLES: [u8; 6] = [2, 3, 4, 5, 10, 100];

/// How far a share in small numbers may lie from what was measured, as a part of it.
const NEAR: f64 = 0.07;

/// From how far on it is said to be rounded.
const ROUNDED: f64 = 0.02;

/// A measured value as one says it: "drei von vier", "rund fünf t CO2".
fn in_small_numbers(value: f64, unit: &str, is_part: bool, lang: Lang) -> String {
    let doors = &lang.texts().doors;
    let part_of = |whole: u8| {
        // Clamped to what the type holds, so the cast is exact.
        let part = (value / 100.0 * f64::from(whole)).round().clamp(0.0, f64::from(whole)) as u8;
        let off = (f64::from(part) / f64::from(whole) * 100.0 / value - 1.0).abs();
        (part > 0 && part < whole && (off <= NEAR || whole == 100)).then_some((part, whole, off))
    };
    if let Some((part, whole, off)) = WHOLES.into_iter().filter(|_| is_part).find_map(part_of) {
        let said = (doors.of_many)(part, whole);
        return if off > ROUNDED { (doors.about)(&said) } else { said };
    }
    let whole = value.round();
    let word = (doors.small_number)(whole.clamp(0.0, 255.0) as u8).filter(|_| (whole / value - 1.0).abs() <= NEAR);
    (doors.about)(&with_unit(&word.map_or_else(|| text::rounded(value, lang), str::to_owned), unit))
}

/// Whole units nearest to an amount.
fn nearest(money: Money, unit: f64) -> u32 {
    // Clamped to what a drawing can hold, so the cast is exact.
    (money.euros() / unit).round().clamp(0.0, 100_000.0) as u32
}
