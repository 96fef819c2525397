//! A projection as a reader of JSON finds it: keys of the pack, euros, years.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use zukunftshaushalt::model::chain::Change;
use zukunftshaushalt::model::fiscal::Reserves;
use zukunftshaushalt::model::{FiscalYear, IndicatorAt, MeasureAt, Projection, Town, Units, Year};

/// Every number of a projection.
pub fn told(town: &Town, it: &Projection) -> Value {
    let measures = town.chain.measures.iter().zip(&it.course.units);
    let indicators = town.indicators.pairs().zip(&it.course.indicators);
    json!({
        "pack": town.id,
        "years": it.years.iter().map(|year| year.0).collect::<Vec<u16>>(),
        "balance_euros_per_year": it.balance.euros(),
        "moved": {
            "total_euros_per_year": it.moved.total.euros(),
            "without_measured_effect_euros_per_year": it.moved.unmeasured.euros(),
        },
        "measures": measures.map(|(measure, units)| (measure.id.clone(), measure_told(units))).collect::<Map<_, _>>(),
        "indicators": indicators
            .map(|((at, indicator), change)| (indicator.id.clone(), indicator_told(town, it, at, change)))
            .collect::<Map<_, _>>(),
        "fiscal": it.fiscal.iter().map(fiscal_told).collect::<Vec<Value>>(),
        "difference_euros": {
            "result": series(&it.difference.result),
            "depreciation": series(&it.difference.depreciation),
            "interest": series(&it.difference.interest),
            "debt_at_year_end": series(&it.difference.debt),
        },
        "generations": generations_told(it),
        "inheritance_euros_per_child": {
            "today": it.inheritance.today.map(number),
            "change_at_horizon": it.inheritance.change.map(number),
        },
    })
}

/// A number without the sign of a zero, which an empty sum may carry.
fn number(value: f64) -> Value {
    json!(value + 0.0)
}

fn series(values: &[f64]) -> Value {
    values.iter().map(|value| number(*value)).collect()
}

fn measure_told(units: &Units) -> Value {
    json!({
        "bought": series(&units.bought),
        "working": series(&units.working),
        "building": series(&units.building),
    })
}

fn indicator_told(town: &Town, it: &Projection, at: IndicatorAt, change: &Change) -> Value {
    let measure = |at: MeasureAt| town.chain.measures.get(at).map(|it| &it.id);
    let last = |values: &[f64]| values.last().copied().map(number);
    let why = it.why(at, it.end());
    let rows = why.rows.iter().map(|row| {
        let via = row.via.and_then(|via| town.indicators.get(via)).map(|it| &it.id);
        json!({ "measure": measure(row.measure), "via": via, "count": number(row.count), "value": number(row.shown) })
    });
    let not_yet = why.not_yet.iter().map(|it| json!({ "measure": measure(it.measure), "count": number(it.count) }));
    json!({
        "plan": series(&change.reference.value),
        "scenario": series(&change.value),
        "count": series(&change.count),
        "in_unit": series(&change.in_unit),
        "change": series(&change.shown),
        "explanation": {
            "year": town.horizon.0,
            "count": last(&change.count),
            "change": last(&change.shown),
            "rows": rows.collect::<Vec<Value>>(),
            "not_yet": not_yet.collect::<Vec<Value>>(),
        },
    })
}

fn fiscal_told(it: &FiscalYear) -> Value {
    let Year(year) = it.year;
    let side = |reserves: &Reserves, triggers: Value| {
        json!({
            "result_euros": number(reserves.result),
            "equalisation_reserve_euros": number(reserves.equalisation),
            "general_reserve_euros": number(reserves.general),
            "general_reserve_used_share": number(reserves.used_share()),
            "consolidation_triggers": triggers,
        })
    };
    json!({
        "year": year,
        "plan": side(&it.plan, json!(it.plan_triggers)),
        "scenario": side(&it.scenario, json!(it.scenario_triggers)),
    })
}

fn generations_told(it: &Projection) -> Value {
    let born: BTreeMap<String, Value> =
        it.ledger.per_head.iter().map(|(born, benefit)| (born.to_string(), number(*benefit))).collect();
    let groups: Vec<Value> = it
        .groups
        .iter()
        .map(|group| json!({ "born_from": group.from, "born_to": group.to, "euros_per_head": number(group.per_head) }))
        .collect();
    json!({
        "euros_per_head_by_birth_year": born,
        "groups": groups,
        "total_euros": number(it.ledger.total),
        "saved_euros": number(it.ledger.saved),
        "assets_left_euros": number(it.ledger.assets_left),
        "debt_left_euros": number(it.ledger.debt_left),
        "interest_paid_euros": number(it.ledger.interest_paid),
        "closing_euros": number(it.ledger.closing()),
    })
}
