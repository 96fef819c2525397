//! What the catalogue and a town's part of it must fulfil beyond their form. Each rule names the line it is broken in.

use super::sheets::{Replaced, Sheets};
use super::tables::{MeasureEffectRow, MeasureRow, OwnRow, StockRow};
use crate::model::chain::{LARGEST_RADIUS, radius};
use crate::model::{Direction, Finding, MeasureKind, OwnNumberOf};
use crate::pack::files::Problem;
use crate::pack::row::Placed;

/// Every broken rule but those about counts.
pub fn problems(sheets: &Sheets<'_>) -> Vec<Problem> {
    let rules: [fn(&Sheets<'_>) -> Vec<Problem>; 7] = [measures, effects, links, used, stock, own, price_index];
    rules.iter().flat_map(|rule| rule(sheets)).collect()
}

/// A range has the sign of its value, holds it and does not touch zero.
fn range(value: f64, ends: Option<(f64, f64)>) -> Result<(), String> {
    let Some((low, high)) = ends else { return Ok(()) };
    let holds = value.signum() * low > 0.0 && low.abs() <= value.abs() && value.abs() <= high.abs();
    let expected = || {
        format!(
            "expected a range with the sign of {value} that holds it and does not touch zero, found {low} to {high}"
        )
    };
    if holds && low.signum() == high.signum() { Ok(()) } else { Err(expected()) }
}

/// Both ends of a range or none.
fn ends(low: Option<f64>, high: Option<f64>) -> Result<Option<(f64, f64)>, String> {
    match (low, high) {
        (Some(low), Some(high)) => Ok(Some((low, high))),
        (None, None) => Ok(None),
        _ => Err("expected low and high, or neither".to_owned()),
    }
}

fn cost(value: f64, ends: Option<(f64, f64)>) -> Result<(), String> {
    if value <= 0.0 {
        return Err(format!("unit_cost: expected more than zero, found {value}"));
    }
    range(value, ends)
}

fn life(value: f64) -> Result<(), String> {
    if value >= 1.0 { Ok(()) } else { Err(format!("life: expected at least 1 year, found {value}")) }
}

fn most_per_year(value: f64) -> Result<(), String> {
    if value > 0.0 { Ok(()) } else { Err(format!("most_per_year: expected more than zero, found {value}")) }
}

/// What of these went wrong, in one row.
fn wrong<R>(row: &Placed<R>, checks: impl IntoIterator<Item = Result<(), String>>) -> Vec<Problem> {
    checks.into_iter().filter_map(Result::err).map(|message| row.problem(message)).collect()
}

fn measures(sheets: &Sheets<'_>) -> Vec<Problem> {
    let not_negative = |column: &str, value: Option<f64>| match value {
        Some(value) if value < 0.0 => Err(format!("{column}: expected zero or more, found {value}")),
        _ => Ok(()),
    };
    let grant = |row: &MeasureRow| match (row.kind, row.grant_share) {
        (MeasureKind::Service, Some(_)) => Err("grant_share: expected none for a service".to_owned()),
        (MeasureKind::Investment, None) => Err("grant_share: expected one for an investment, found none".to_owned()),
        _ => Ok(()),
    };
    let told = |row: &Placed<MeasureRow>| {
        let checks = [
            cost(row.unit_cost, Some((row.low, row.high))),
            life(row.life),
            grant(row),
            not_negative("follow_cost", row.follow_cost),
            not_negative("saving", row.saving),
            row.most_per_year.map_or(Ok(()), most_per_year),
        ];
        wrong(row, checks)
    };
    sheets.measures.iter().flat_map(told).collect()
}

/// Numbers agree with what was found, and stand once for each measure and indicator.
fn effects(sheets: &Sheets<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (before, row) in sheets.effects.iter().enumerate() {
        let delay = || format!("delay: expected zero or more, found {}", row.delay);
        let delay = if row.delay >= 0.0 { Ok(()) } else { Err(delay()) };
        let earlier = sheets.effects.iter().take(before);
        let again = earlier.clone().find(|it| (it.measure, it.indicator) == (row.measure, row.indicator));
        let once = again.map_or(Ok(()), |first| {
            Err(format!("expected each measure and indicator once, found them again after {}", first.id))
        });
        found.extend(wrong(row, [size(sheets, row), delay, once]));
    }
    found
}

/// Where something was found there is a number with the right sign; nothing found is zero, without a range.
fn size(sheets: &Sheets<'_>, row: &MeasureEffectRow) -> Result<(), String> {
    let ends = ends(row.low, row.high)?;
    let is_better = match row.direction {
        Finding::Improves => true,
        Finding::Worsens => false,
        Finding::Nothing | Finding::Unknown if row.per_unit == 0.0 && ends.is_none() => return Ok(()),
        Finding::Nothing | Finding::Unknown => {
            return Err("per_unit: expected 0 without a range where nothing is known to change".to_owned());
        }
    };
    if row.per_unit == 0.0 {
        return Err("per_unit: expected a number other than 0 where something was found".to_owned());
    }
    let Some(shared) = row.indicator.and_then(|at| sheets.shared.get(at)) else {
        return Err("indicator: expected one beside a number, found none".to_owned());
    };
    if ((row.per_unit > 0.0) == (shared.direction == Direction::Higher)) != is_better {
        return Err(format!("direction: expected the one that {} of this indicator means", row.per_unit));
    }
    range(row.per_unit, ends)
}

/// Links lead on, each pair once, and what they hand on dies away.
fn links(sheets: &Sheets<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (before, row) in sheets.links.iter().enumerate() {
        let leads_on = if row.from == row.to { Err("expected two indicators, found one".to_owned()) } else { Ok(()) };
        let is_number = match ends(row.low, row.high) {
            Ok(_) if row.per_count == 0.0 => Err("per_count: expected a number other than 0".to_owned()),
            Ok(ends) => range(row.per_count, ends),
            Err(message) => Err(message),
        };
        let again = sheets.links.iter().take(before).any(|it| (it.from, it.to) == (row.from, row.to));
        let once = if again { Err("expected each pair of indicators once, found it again".to_owned()) } else { Ok(()) };
        found.extend(wrong(row, [leads_on, is_number, once]));
    }
    let radius = radius(sheets.links.iter().map(|it| (it.from, it.to, it.per_count)));
    if radius >= LARGEST_RADIUS {
        let message = format!("expected links with a spectral radius below {LARGEST_RADIUS}, found {radius:.3}");
        found.push(Problem::new("catalogue/links.csv", None, message));
    }
    found
}

/// A town says of every measure on which lever it uses it, or why it does not; a lever has one usual measure.
fn used(sheets: &Sheets<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (before, row) in sheets.used.iter().enumerate() {
        let has_reason = !row.reason.de.is_empty();
        let said = match row.lever {
            None if !has_reason => Err("expected a lever, or the reason why the measure is not used".to_owned()),
            None if row.usual => Err("usual: expected no for a measure that is not used".to_owned()),
            Some(_) if has_reason => Err("expected no reason beside a lever".to_owned()),
            _ => Ok(()),
        };
        let again = sheets.used.iter().take(before).any(|it| it.usual && row.usual && it.lever == row.lever);
        let lever = row.lever.and_then(|at| sheets.town.levers.get(at)).map_or("", |it| it.id.as_str());
        let one = if again { Err(format!("usual: expected one measure of {lever}, found another")) } else { Ok(()) };
        found.extend(wrong(row, [said, one]));
    }
    for (at, row) in sheets.measures.iter().enumerate() {
        if sheets.used(at).is_none() {
            let message = format!("expected a row `{}` with a lever or a reason, found none", row.id);
            found.push(Problem::new("chain/measures.csv", None, message));
        }
    }
    found
}

/// What the town has is counted, and of something that it uses.
fn stock(sheets: &Sheets<'_>) -> Vec<Problem> {
    let told = |row: &Placed<StockRow>| {
        let counted =
            if row.value > 0.0 { Ok(()) } else { Err(format!("value: expected more than zero, found {}", row.value)) };
        wrong(row, [counted, is_in_use(sheets, Replaced::Measure(row.measure))])
    };
    sheets.stock.iter().flat_map(told).collect()
}

/// The town's own numbers keep to the rules of those they replace, and replace something that the town uses.
fn own(sheets: &Sheets<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (before, (replaced, row)) in sheets.own.iter().enumerate() {
        let earlier = sheets.own.iter().take(before);
        let again = earlier.clone().any(|(other, it)| other == replaced && it.of == row.of);
        let once = if again { Err("expected each number once, found it again".to_owned()) } else { Ok(()) };
        found.extend(wrong(row, [once, is_in_use(sheets, *replaced), number(sheets, *replaced, row)]));
    }
    found
}

fn is_in_use(sheets: &Sheets<'_>, replaced: Replaced) -> Result<(), String> {
    let measure = match replaced {
        Replaced::Measure(at) => at,
        Replaced::Effect(at) => sheets.effects.get(at).map_or(0, |it| it.measure),
        Replaced::Indicator(at) => {
            let has_count = sheets.shared(at).is_some_and(|it| it.count_per.is_some())
                || sheets.town.indicators.get(at).is_some_and(|it| it.count.is_some());
            return if has_count { Ok(()) } else { Err("key: expected an indicator that counts something".to_owned()) };
        }
    };
    if sheets.is_used(measure) { Ok(()) } else { Err("key: expected something that the town uses".to_owned()) }
}

fn number(sheets: &Sheets<'_>, replaced: Replaced, row: &OwnRow) -> Result<(), String> {
    let ends = ends(row.low, row.high)?;
    let value = row.value;
    let has_range = matches!(row.of, OwnNumberOf::UnitCost | OwnNumberOf::PerUnit);
    if has_range != ends.is_some() {
        let expected = if has_range { "expected low and high" } else { "expected no low and high" };
        return Err(format!("{expected} beside this number"));
    }
    match row.of {
        OwnNumberOf::UnitCost => cost(value, ends),
        OwnNumberOf::Life => life(value),
        OwnNumberOf::StartsAfter if value >= 0.0 && value <= f64::from(u16::MAX) && value.fract() == 0.0 => Ok(()),
        OwnNumberOf::StartsAfter => Err(format!("starts_after: expected whole years, zero or more, found {value}")),
        OwnNumberOf::MostPerYear => most_per_year(value),
        OwnNumberOf::CountBase if value > 0.0 => Ok(()),
        OwnNumberOf::CountBase => Err(format!("count_base: expected more than zero, found {value}")),
        OwnNumberOf::PerUnit => {
            let Replaced::Effect(at) = replaced else { return Ok(()) };
            let default = sheets.effects.get(at).map_or(0.0, |it| it.per_unit);
            if default == 0.0 || default.signum() != value.signum() || value == 0.0 {
                return Err(format!(
                    "per_unit: expected a number with the sign of the catalogue’s {default}, found {value}"
                ));
            }
            range(value, ends)
        }
    }
}

/// A price index begins at prices that the catalogue has, or it would convert nothing.
fn price_index(sheets: &Sheets<'_>) -> Vec<Problem> {
    let from = sheets.town.price_index.as_ref().map(|it| it.year);
    let missed = from.filter(|year| sheets.measures.iter().all(|it| it.year != *year));
    let told = |year| format!("price_index: expected a year of the prices in catalogue/measures.csv, found {year}");
    missed.into_iter().map(|year| Problem::new("pack.csv", None, told(year))).collect()
}
