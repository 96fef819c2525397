//! From rows without a problem to the chain of a town.

use super::counts::counts;
use super::sheets::{Replaced, Sheets};
use super::tables::{LinkRow, MeasureEffectRow, MeasureRow, OwnRow, StockRow, UsedRow};
use crate::model::{
    Chain, CountBase, CountLink, LeftOut, List, Measure, MeasureAt, OwnNumber, OwnNumberOf, Share, Sourced, Stock,
    UnitEffect,
};
use crate::pack::row::Placed;

/// Makes the chain; numbers of the town stand where they replace others.
pub fn chain(sheets: &Sheets<'_>) -> Chain {
    let measures: List<MeasureAt, Measure> =
        sheets.measures.iter().enumerate().filter_map(|(at, row)| measure(sheets, at, row)).collect();
    Chain {
        effects: sheets.effects.iter().enumerate().filter_map(|(at, row)| effect(sheets, &measures, at, row)).collect(),
        links: links(sheets),
        counts: counts(sheets),
        own: sheets.own.iter().map(|(replaced, row)| own(sheets, *replaced, row)).collect(),
        left_out: left_out(sheets),
        measures,
    }
}

fn measure(sheets: &Sheets<'_>, at: usize, row: &MeasureRow) -> Option<Measure> {
    let used = sheets.used(at)?;
    let own = |of| sheets.own(of, Replaced::Measure(at));
    let number = |of, default: f64| own(of).map_or(default, |it| it.value);
    let cost = own(OwnNumberOf::UnitCost);
    let index = index(sheets, row);
    let euros = |price: f64| price * index.map_or(1.0, |it| it.value);
    let [follow_cost, saving] = [row.follow_cost, row.saving].map(|it| euros(it.unwrap_or_default()));
    let has_price = cost.is_none() || follow_cost > 0.0 || saving > 0.0;
    Some(Measure {
        id: row.id.clone(),
        lever: used.lever?,
        field: row.field,
        kind: row.kind,
        is_usual: used.usual,
        name: row.name.clone(),
        many: row.many.clone(),
        one: row.one.clone(),
        unit_cost: cost.map_or(euros(row.unit_cost), |it| it.value),
        cost_range: cost.and_then(|it| it.low.zip(it.high)).unwrap_or((euros(row.low), euros(row.high))),
        year: cost.map_or(index.map_or(row.year, |_| sheets.town.year.0), |it| it.year),
        indexed_from: index.filter(|_| has_price).map(|it| it.year),
        life: number(OwnNumberOf::Life, row.life),
        // Whole and within its type, as the rules hold it.
        starts_after: own(OwnNumberOf::StartsAfter).map_or(row.starts_after, |it| it.value as u16),
        grant_share: row.grant_share.unwrap_or(Share::NONE),
        follow_cost,
        saving,
        most_per_year: own(OwnNumberOf::MostPerYear).map(|it| it.value).or(row.most_per_year),
        // No firmer than the index: what was printed and then converted is no longer printed.
        basis: cost.map_or(index.map_or(row.basis, |it| row.basis.max(it.basis)), |it| it.basis),
        source: cost.map_or(&row.source, |it| &it.source).clone().noted(),
        url: cost.map_or(&row.url, |it| &it.url).clone(),
        seen: cost.map_or(row.seen, |it| it.seen),
        note: row.note.clone().noted(),
        stock: sheets.stock.iter().find(|it| it.measure == at).map(|it| stock(it)),
    })
}

/// What brings the prices of a measure to euros of the budget year (Preisindex); none: they stay as they are.
fn index<'a>(sheets: &Sheets<'a>, row: &MeasureRow) -> Option<&'a Sourced> {
    sheets.town.price_index.as_ref().filter(|it| it.year == row.year)
}

fn stock(row: &StockRow) -> Stock {
    Stock {
        value: row.value,
        year: row.year,
        basis: row.basis,
        source: row.source.clone().noted(),
        url: row.url.clone(),
        seen: row.seen,
        note: row.note.clone(),
    }
}

fn effect(
    sheets: &Sheets<'_>,
    measures: &List<MeasureAt, Measure>,
    at: usize,
    row: &MeasureEffectRow,
) -> Option<UnitEffect> {
    let default = sheets.measures.get(row.measure)?;
    let measure = measures.find(|it| it.id == default.id)?;
    let shared = row.indicator.and_then(|it| sheets.shared.get(it));
    let own = sheets.own(OwnNumberOf::PerUnit, Replaced::Effect(at));
    // What a euro does stays, whatever the unit costs in this town and in its year.
    let factor = match own {
        None if row.per_euro => measures.get(measure)?.unit_cost / default.unit_cost,
        _ => 1.0,
    };
    let ends = own.map_or((row.low, row.high), |it| (it.low, it.high));
    Some(UnitEffect {
        id: row.id.clone(),
        measure,
        indicator: row.indicator.and_then(|it| sheets.indicator(it)),
        indicator_id: shared.map(|it| it.id.clone()).unwrap_or_default(),
        per_unit: own.map_or(row.per_unit, |it| it.value) * factor,
        range: ends.0.zip(ends.1).map(|(low, high)| (low * factor, high * factor)),
        is_per_euro: row.per_euro,
        delay: row.delay,
        grade: row.grade,
        finding: row.direction,
        is_borrowed: own.is_none() && is_borrowed(sheets, &row.counts_of),
        source: own.map_or(&row.source, |it| &it.source).clone().noted(),
        url: own.map_or(&row.url, |it| &it.url).clone().into(),
        seen: own.map_or(row.seen, |it| it.seen),
        arithmetic: own.map_or(&row.arithmetic, |it| &it.reason).clone().noted(),
        sentence: row.sentence.clone().noted(),
        caveat: row.caveat.clone().noted(),
    })
}

/// Whether a number rests on counts of another town.
fn is_borrowed(sheets: &Sheets<'_>, counts_of: &str) -> bool {
    !counts_of.is_empty() && counts_of != sheets.town.id
}

/// Links whose both ends the town measures.
fn links(sheets: &Sheets<'_>) -> Vec<CountLink> {
    let link = |row: &LinkRow| {
        Some(CountLink {
            from: sheets.indicator(row.from)?,
            to: sheets.indicator(row.to)?,
            per_count: row.per_count,
            range: row.low.zip(row.high),
            grade: row.grade,
            is_borrowed: is_borrowed(sheets, &row.counts_of),
            source: row.source.clone().noted(),
            url: row.url.clone(),
            seen: row.seen,
            reason: row.reason.clone(),
        })
    };
    sheets.links.iter().filter_map(|row| link(row)).collect()
}

fn own(sheets: &Sheets<'_>, replaced: Replaced, row: &OwnRow) -> OwnNumber {
    let default = match replaced {
        Replaced::Measure(at) => sheets.measures.get(at).and_then(|it| match row.of {
            OwnNumberOf::UnitCost => Some(it.unit_cost * index(sheets, it).map_or(1.0, |it| it.value)),
            OwnNumberOf::Life => Some(it.life),
            OwnNumberOf::StartsAfter => Some(f64::from(it.starts_after)),
            OwnNumberOf::MostPerYear => it.most_per_year,
            OwnNumberOf::PerUnit | OwnNumberOf::CountBase => None,
        }),
        Replaced::Effect(at) => sheets.effects.get(at).map(|it| it.per_unit),
        Replaced::Indicator(at) => {
            let count = sheets.town.indicators.get(at).and_then(|it| it.count.as_ref());
            count.and_then(|it| if let CountBase::Fixed(base) = it.base { Some(base) } else { None })
        }
    };
    OwnNumber {
        of: row.of,
        key: row.key.cell().text.to_owned(),
        value: row.value,
        default,
        range: row.low.zip(row.high),
        year: row.year,
        basis: row.basis,
        source: row.source.clone().noted(),
        url: row.url.clone(),
        seen: row.seen,
        reason: row.reason.clone(),
    }
}

fn left_out(sheets: &Sheets<'_>) -> Vec<LeftOut> {
    let out = sheets.used.iter().filter(|it| it.lever.is_none());
    let told = out.filter_map(|it| Some((sheets.measures.get(it.measure)?, it)));
    let left_out = |(row, it): (&Placed<MeasureRow>, &Placed<UsedRow>)| LeftOut {
        id: row.id.clone(),
        name: row.name.clone(),
        field: row.field,
        reason: it.reason.clone(),
    };
    told.map(left_out).collect()
}
