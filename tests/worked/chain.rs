//! Cases of the kinds `chain` and `chain_ensemble`: from moved money to things, counts and indicators.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use zukunftshaushalt::model::chain::{
    Course, Draws, Equations, Euros, GivenDraws, Link, Members, PerUnit, Spread, Spreads, Subject, radius,
};
use zukunftshaushalt::model::fiscal::{Flow, difference};
use zukunftshaushalt::model::{Grade, IndicatorAt, List, MeasureAt, MeasureKind, Scale, Terms};

use super::{Series, index, largest, list, number, numbers};

/// The equations of a case.
pub fn equations(case: &Value) -> Equations {
    let years = count(&case["horizon"]) + 1;
    Equations {
        years,
        subjects: list(&case["indicators"]).iter().map(|it| subject(case, it, years)).collect(),
        measures: list(&case["measures"]).iter().map(terms).collect(),
        effects: list(&case["effects"])
            .iter()
            .map(|it| {
                let measure = measure(case, &it["measure"]);
                let cost = number(&list(&case["measures"])[measure.0]["unit_cost"]);
                let per_unit =
                    if it["per_euro"].is_null() { number(&it["per_unit"]) } else { number(&it["per_euro"]) * cost };
                PerUnit { measure, indicator: indicator(case, &it["indicator"]), per_unit, delay: number(&it["delay"]) }
            })
            .collect(),
        links: list(&case["links"])
            .iter()
            .map(|it| Link {
                from: indicator(case, &it["from"]),
                to: indicator(case, &it["to"]),
                per_count: number(&it["per_count"]),
            })
            .collect(),
    }
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("a whole number was expected, found {value}"))).unwrap()
}

fn measure(case: &Value, id: &Value) -> MeasureAt {
    MeasureAt(index(&case["measures"], id))
}

fn indicator(case: &Value, id: &Value) -> IndicatorAt {
    IndicatorAt(index(&case["indicators"], id))
}

fn subject(case: &Value, it: &Value, years: usize) -> Subject {
    let base = match &it["base"] {
        Value::Number(fixed) => vec![fixed.as_f64().unwrap(); years],
        Value::Array(_) => numbers(&it["base"]),
        ages => {
            let (from, to) = (count(&ages["from"]), count(&ages["to"]));
            list(&case["population"]).iter().map(|row| numbers(row)[from..=to].iter().sum()).collect()
        }
    };
    assert_eq!(base.len(), years, "a base for each year");
    Subject {
        scale: Scale { worst: number(&it["worst"]), best: number(&it["best"]) },
        start: number(&it["start"]),
        trend: number(&it["trend"]),
        damping: number(&it["damping"]),
        per: number(&it["per"]),
        base,
    }
}

/// Terms of a measure, or of a move of the kinds `fiscal` and `cohorts`; what a case leaves out is nothing.
pub fn terms(it: &Value) -> Terms {
    let or = |key: &str, missing: f64| if it[key].is_null() { missing } else { number(&it[key]) };
    let kind = match it["kind"].as_str() {
        Some("service" | "operating") => MeasureKind::Service,
        Some("investment") => MeasureKind::Investment,
        kind => panic!("unknown kind {kind:?}"),
    };
    let life = if it["life"].is_null() { &it["service_life"] } else { &it["life"] };
    assert!(kind == MeasureKind::Service || !life.is_null(), "an investment lives for some years");
    let (own, other) = match kind {
        MeasureKind::Service => ("reimbursement", "grant_share"),
        MeasureKind::Investment => ("grant_share", "reimbursement"),
    };
    assert!(it[other].is_null(), "a share of the other kind");
    Terms {
        kind,
        unit_cost: or("unit_cost", 1.0),
        life: if life.is_null() { 1.0 } else { number(life) },
        starts_after: if it["starts_after"].is_null() { 0 } else { count(&it["starts_after"]) },
        granted: or(own, 0.0),
        follow_up: or("follow_up", 0.0),
        saving: or("saving", 0.0),
    }
}

/// What a case moves.
pub fn euros(case: &Value, chain: &Equations) -> Euros {
    let start = count(&case["start_year"]);
    let mut all: Euros = vec![vec![0.0; chain.years]; chain.measures.len()].into();
    for it in list(&case["moves"]) {
        let span = count(&it["from"])..=count(&it["to"]);
        let own = all.get_mut(measure(case, &it["measure"])).unwrap();
        for (_, euros) in own.iter_mut().enumerate().filter(|(t, _)| span.contains(&(start + t))) {
            *euros += number(&it["amount"]);
        }
    }
    all
}

/// Things, counts, what is shown, money and explanations.
pub fn chain(case: &Value) -> Vec<Series> {
    let chain = equations(case);
    let euros = euros(case, &chain);
    let course = chain.run(&euros);
    let expected = &case["expected"];
    let mut all = Vec::new();
    let mut compare = |name: String, found: &[f64], expected: &Value| {
        all.push(Series::new(name, found, numbers(expected)));
    };
    for (it, units) in list(&case["measures"]).iter().zip(&course.units) {
        let (id, expected) = named(&expected["measures"], it);
        for (what, found) in [("q", &units.bought), ("S", &units.working), ("B", &units.building)] {
            compare(format!("{id} {what}"), found, &expected[what]);
        }
    }
    assert_eq!(list(&expected["effects"]).len(), course.arrived.len(), "effects");
    for (it, arrived) in list(&expected["effects"]).iter().zip(&course.arrived) {
        compare(format!("{} on {}", it["measure"], it["indicator"]), arrived, &it["e"]);
    }
    for ((it, change), subject) in list(&case["indicators"]).iter().zip(&course.indicators).zip(&chain.subjects) {
        let (id, expected) = named(&expected["indicators"], it);
        for (what, found) in [
            ("base", &subject.base),
            ("D", &change.count),
            ("delta", &change.in_unit),
            ("d", &change.shown),
            ("x0", &change.reference.value),
            ("x", &change.value),
        ] {
            compare(format!("{id} {what}"), found, &expected[what]);
        }
    }
    let (flows, payment) = flows(&chain, &euros);
    let money = difference(chain.years, &flows, &[], number(&case["real_interest"]));
    for (what, found) in [
        ("operating", &money.operating),
        ("payment", &payment),
        ("own_payment", &money.paid),
        ("depreciation", &money.depreciation),
        ("interest", &money.interest),
        ("debt_change", &money.debt),
        ("result_change", &money.result),
    ] {
        compare(what.to_owned(), found, &expected["money"][what]);
    }
    for it in list(&expected["contributions"]) {
        all.extend(contribution(case, &chain, &course, it));
    }
    assert_eq!(list(&expected["contributions"]).len(), list(&case["explain"]).len(), "explanations");
    // What decides whether a pack is refused need not be as exact as what is shown.
    let size = 1e7 * number(&expected["link_radius"]).max(0.1);
    all.push(Series {
        name: "radius of the links".into(),
        found: vec![radius(chain.links.iter().map(|it| it.between()))],
        expected: vec![number(&expected["link_radius"])],
        size,
    });
    all
}

fn named<'a>(expected: &'a Value, it: &Value) -> (String, &'a Value) {
    let id = it["id"].as_str().unwrap().to_owned();
    let found = &expected[&id];
    assert!(!found.is_null(), "{id} is expected to be something");
    (id, found)
}

/// The money of all measures, and their payments before grants.
fn flows(chain: &Equations, euros: &Euros) -> (Vec<Flow>, Vec<f64>) {
    let pairs = || chain.measures.iter().zip(euros.iter());
    let investments: Vec<&Vec<f64>> =
        pairs().filter(|(terms, _)| terms.kind == MeasureKind::Investment).map(|(_, euros)| euros).collect();
    let payment = (0..chain.years).map(|t| investments.iter().map(|euros| euros[t]).sum::<f64>() + 0.0).collect();
    (pairs().map(|(terms, euros)| Flow::new(euros.clone(), *terms)).collect(), payment)
}

/// Rows by measure and link, and what has not arrived; whatever is missing on either side counts as zero.
fn contribution(case: &Value, chain: &Equations, course: &Course, it: &Value) -> Vec<Series> {
    let at = indicator(case, &it["indicator"]);
    let t = count(&it["year"]) - count(&case["start_year"]);
    let found = chain.why(course, at, t);
    let id = |of: &str, at: usize| list(&case[of])[at]["id"].as_str().unwrap().to_owned();
    let mut rows: BTreeMap<(String, String), ([f64; 2], [f64; 2])> = BTreeMap::new();
    for row in &found.rows {
        let via = row.via.map_or(String::new(), |via| id("indicators", via.0));
        let sums = &mut rows.entry((id("measures", row.measure.0), via)).or_default().0;
        (sums[0], sums[1]) = (sums[0] + row.count, sums[1] + row.shown);
    }
    for row in list(&it["rows"]) {
        let key = (row["measure"].as_str().unwrap().to_owned(), row["via"].as_str().unwrap_or_default().to_owned());
        rows.entry(key).or_default().1 = [number(&row["count"]), number(&row["shown"])];
    }
    let mut not_yet: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for row in &found.not_yet {
        not_yet.entry(id("measures", row.measure.0)).or_default().0 += row.count;
    }
    for row in list(&it["not_yet"]) {
        not_yet.entry(row["measure"].as_str().unwrap().to_owned()).or_default().1 = number(&row["count"]);
    }
    let name = |what: &str| format!("{} in {}: {what}", it["indicator"], it["year"]);
    // A sum can be far smaller than its rows; they decide what a rounding residue is.
    let series = |what: &str, found: Vec<f64>, expected: Vec<f64>| {
        let size = largest(&expected).max(largest(&found));
        Series { name: name(what), found, expected, size }
    };
    let column = |of: usize| {
        let (found, expected): (Vec<f64>, Vec<f64>) = rows.values().map(|(it, other)| (it[of], other[of])).unzip();
        let size = expected.iter().map(|it| it.abs()).sum::<f64>();
        let sum = Series {
            name: name("sum"),
            found: vec![found.iter().sum()],
            expected: vec![number(&it[["D", "d"][of]])],
            size,
        };
        let mut all = vec![sum];
        if !found.is_empty() {
            all.push(series("rows", found, expected));
        }
        all
    };
    let mut all: Vec<Series> = [column(0), column(1)].into_iter().flatten().collect();
    if !not_yet.is_empty() {
        let (found, expected) = not_yet.into_values().unzip();
        all.push(series("not yet", found, expected));
    }
    all
}

/// The members, one by one.
pub fn ensemble(case: &Value) -> Vec<Series> {
    let chain = Arc::new(equations(case));
    let members = Members::new(chain.clone(), spreads(case), draws(case), (0..chain.years).collect());
    let counts = members.counts(&euros(case, &chain));
    let mut all = Vec::new();
    for it in list(&case["indicators"]) {
        let (id, expected) = named(&case["expected"]["indicators"], it);
        let at = indicator(case, &it["id"]);
        let years = list(expected);
        assert_eq!(years.len(), list(&case["years"]).len(), "{id}: years");
        for year in years {
            let t = count(&year["year"]) - count(&case["start_year"]);
            let found = members.outcome(&counts, at, t);
            let subject = chain.subjects.get(at).unwrap();
            for (what, found) in [
                ("D", members.count_of(&counts, at, t)),
                ("d", found.shown.clone()),
                ("d_quantiles", found.changes().to_vec()),
                ("x_quantiles", found.values().to_vec()),
                ("p_better", vec![found.share(|change| subject.is_better(change))]),
            ] {
                let expected = if what == "p_better" { vec![number(&year[what])] } else { numbers(&year[what]) };
                all.push(Series::new(format!("{id} {what} {}", year["year"]), &found, expected));
            }
        }
    }
    all
}

fn pair(value: &Value) -> Option<(f64, f64)> {
    (!value.is_null()).then(|| (number(&value[0]), number(&value[1])))
}

fn grade(value: &Value) -> Option<Grade> {
    (!value.is_null()).then(|| serde_json::from_value(value.clone()).unwrap())
}

fn spreads(case: &Value) -> Spreads {
    Spreads {
        costs: list(&case["measures"])
            .iter()
            .map(|it| Spread::of_cost(number(&it["unit_cost"]), pair(&it["cost_range"]), grade(&it["cost_grade"])))
            .collect(),
        effects: list(&case["effects"])
            .iter()
            .map(|it| {
                let is_per_euro = !it["per_euro"].is_null();
                let value = number(&it[if is_per_euro { "per_euro" } else { "per_unit" }]);
                (Spread::of_effect(value, pair(&it["range"]), grade(&it["grade"])), is_per_euro)
            })
            .collect(),
        links: list(&case["links"])
            .iter()
            .map(|it| Spread::of_effect(number(&it["per_count"]), pair(&it["range"]), grade(&it["grade"])))
            .collect(),
        noise: list(&case["indicators"]).iter().map(|it| number(&it["sigma"])).collect(),
    }
}

fn draws(case: &Value) -> Draws {
    let drawn = &case["draws"];
    let members = count(&case["members"]);
    let steps = count(&case["horizon"]);
    let of_measures = |what: &str| {
        list(&case["measures"]).iter().map(|it| numbers(&drawn["measures"][it["id"].as_str().unwrap()][what])).collect()
    };
    let or_none = |value: &Value| if value.is_null() { Vec::new() } else { numbers(value) };
    let of = |all: &str, what: &str| list(&drawn[all]).iter().map(|it| or_none(&it[what])).collect();
    let named = |all: &str, keys: [&str; 2]| {
        for (own, drawn) in list(&case[all]).iter().zip(list(&drawn[all])) {
            assert!(keys.iter().all(|key| own[key] == drawn[key]), "the draws are in the order of the {all}");
        }
        assert_eq!(list(&case[all]).len(), list(&drawn[all]).len());
    };
    named("effects", ["measure", "indicator"]);
    named("links", ["from", "to"]);
    let mut noise: List<IndicatorAt, Vec<Vec<f64>>> =
        vec![vec![vec![0.0; members]; steps]; list(&case["indicators"]).len()].into();
    for it in list(&drawn["noise"]) {
        let rows = noise.get_mut(indicator(case, &it["indicator"])).unwrap();
        for (row, n) in rows.iter_mut().zip(numbers(&it["n"])) {
            row[count(&it["member"])] = n;
        }
    }
    Draws::Given(Box::new(GivenDraws {
        members,
        costs: of_measures("unit_cost"),
        lives: of_measures("life"),
        effects: of("effects", "value"),
        effect_zeros: of("effects", "zero"),
        delays: of("effects", "delay"),
        links: of("links", "value"),
        link_zeros: of("links", "zero"),
        noise,
    }))
}
