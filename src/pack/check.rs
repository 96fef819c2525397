//! What a pack must fulfil beyond its form. Each rule names the line it is broken in.

use super::bearers::{bearers, fees, tax_file};
use super::checked::Checked;
use super::files::{Files, Problem};
use super::firmness::official_is_read;
use crate::model::fiscal::ShockKind;
use crate::model::forecast::noise;
use crate::model::{Block, LeverKind, LineAt, Money, Purpose, Town, Year, YearKind};

/// Every broken rule; empty if the pack may be used.
pub fn problems(files: &Files, town: &Town) -> Vec<Problem> {
    let rules: [fn(&Checked<'_>) -> Vec<Problem>; 15] = [
        sums,
        coverage,
        bounds,
        district_levy,
        investments,
        constants,
        scales,
        years,
        bearers,
        plan_years,
        shocks,
        departments,
        history,
        carbon,
        official_is_read,
    ];
    let checked = Checked { files, town };
    rules.iter().flat_map(|rule| rule(&checked)).collect()
}

/// The printed sums of the plan, to the cent.
fn sums(it: &Checked<'_>) -> Vec<Problem> {
    it.town
        .budget
        .mismatches()
        .into_iter()
        .map(|wrong| {
            let level = if wrong.code == it.town.budget.total.code { "total" } else { "area" };
            let message = format!(
                "{}: expected the sum of the parts, {:?}, found {:?}",
                wrong.column, wrong.computed, wrong.printed
            );
            it.problem("budget.csv", &[level, &wrong.code], message)
        })
        .collect()
}

/// The ordinary expense of every product group belongs to levers whose shares sum to one.
fn coverage(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    town.budget
        .lines
        .pairs()
        .filter_map(|(index, line)| {
            let operating = town.levers.iter().filter(|lever| lever.kind == LeverKind::Operating);
            let parts = operating.flat_map(|lever| &lever.lines).filter(|part| part.line == index);
            // No part at all sums to minus zero, which nobody should have to read.
            let sum = parts.map(|part| part.share.get()).sum::<f64>() + 0.0;
            ((sum - 1.0).abs() > 1e-9).then(|| {
                let message = format!("expected levers with shares that sum to 1 for this group, found {sum}");
                it.problem("budget.csv", &["group", &line.code], message)
            })
        })
        .collect()
}

/// Ranges hold the plan, taxes too; ages and unit costs make sense.
fn bounds(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    for lever in &town.levers {
        for part in &lever.lines {
            let code = town.budget.lines.get(part.line).map_or("", |line| line.code.as_str());
            let (low, high) = part.percent;
            if !(-100.0..=0.0).contains(&low) || !(0.0..=1000.0).contains(&high) {
                let message = format!("expected −100 ≤ low_percent ≤ 0 ≤ high_percent, found {low} and {high}");
                found.push(it.problem("lever_lines.csv", &[&lever.id, code], message));
            }
            if lever.block == Block::Fixed && (low != 0.0 || high != 0.0) {
                let message = "expected no range on a fixed lever".to_owned();
                found.push(it.problem("lever_lines.csv", &[&lever.id, code], message));
            }
            if part.ages.from > part.ages.to || part.ages.to > 100 {
                let message = format!("expected ages within 0 to 100, found {} to {}", part.ages.from, part.ages.to);
                found.push(it.problem("lever_lines.csv", &[&lever.id, code], message));
            }
        }
    }
    for tax in &town.taxes {
        if !(tax.range.0 <= tax.multiplier && tax.multiplier <= tax.range.1 && tax.range.0 > 0.0) {
            let message = format!(
                "expected 0 < low ≤ multiplier ≤ high, found {}, {} and {}",
                tax.range.0, tax.multiplier, tax.range.1
            );
            found.push(it.problem(tax_file(tax), &[&tax.id], message));
        }
    }
    found.extend(fees(it));
    found
}

/// The levy that a town within a Kreis pays to it, often its largest expense, is a line of its own (Kreisumlage).
fn district_levy(it: &Checked<'_>) -> Vec<Problem> {
    const LEVY: &str = "kreisumlage";
    let is_there = it.town.fixed_levers().any(|lever| lever.id == LEVY && lever.expense() > Money::ZERO);
    if !it.town.is_in_district() || is_there {
        return Vec::new();
    }
    let message = format!("expected a fixed lever \"{LEVY}\" with money for a town that belongs to a Kreis");
    vec![it.problem("levers.csv", &[LEVY], message)]
}

/// What is booked over its life has one, no payment is moved twice, and what is bound is not cut.
fn investments(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    for lever in &town.levers {
        for part in &lever.lines {
            let code = town.budget.lines.get(part.line).map_or("", |line| line.code.as_str());
            let message = match (lever.kind, part.service_life) {
                (_, Some(0)) => "service_life: expected at least 1 year, found 0",
                (LeverKind::Investment, None) => "service_life: expected years for a lever of kind investment",
                _ => continue,
            };
            found.push(it.problem("lever_lines.csv", &[&lever.id, code], message.to_owned()));
        }
    }
    for planned in &town.investments {
        let built = town.levers.iter().filter(|lever| lever.kind == LeverKind::Investment);
        let parts = || built.clone().flat_map(|lever| &lever.lines).filter(|part| part.line == planned.line);
        let code = town.budget.lines.get(planned.line).map_or("", |line| line.code.as_str());
        let mut refused = |message: String| found.push(it.problem("investments.csv", &[code], message));
        let sum = parts().map(|part| part.share.get()).sum::<f64>() + 0.0;
        if sum > 1.0 + 1e-9 {
            refused(format!("expected levers of kind investment with shares of at most 1 together, found {sum}"));
        }
        let cut: Money = parts().map(|part| part.expense * (-part.percent.0 / 100.0)).sum();
        if let Some(free) = planned.cuttable(town.first_year).filter(|free| cut > *free) {
            refused(format!("low_percent: expected cuts in lever_lines.csv of at most {free:?} a year, found {cut:?}"));
        }
    }
    found
}

/// Constants lie where the equations stay finite.
fn constants(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    // Without any noise every range would be a line, which nobody can know.
    let usual_noise =
        noise(&town.indicators, town.usual_noise.as_ref().map(|it| it.value)).iter().map(|it| it.0).fold(0.1, f64::min);
    for (key, value, range) in [
        ("inhabitants", town.inhabitants.value, 1.0..=1e9),
        ("real_interest", town.real_interest.value, -0.5..=0.5),
        ("trend_damping", town.trend_damping.value, 0.0..=1.0),
        ("usual_noise", usual_noise, 0.001..=1.0),
        ("price_index", town.price_index.as_ref().map_or(1.0, |it| it.value), 0.1..=10.0),
        (
            "voluntary_grants",
            town.voluntary_grants.as_ref().map_or(0.0, |it| it.value),
            0.0..=town.budget.total.expense.euros(),
        ),
    ] {
        if !range.contains(&value) {
            let message = format!("{key}: expected {} to {}, found {value}", range.start(), range.end());
            found.push(it.problem("pack.csv", &[key], message));
        }
    }
    found
}

/// Scales the equations can use.
fn scales(it: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for indicator in &it.town.indicators {
        let position = (indicator.start() - indicator.scale.worst) / (indicator.scale.best - indicator.scale.worst);
        let expectations = [
            ((0.01..=0.99).contains(&position), "expected the last value well between worst and best"),
            (indicator.count.as_ref().is_none_or(|it| it.per > 0.0), "count_per: expected more than zero"),
            (indicator.decimals <= 9, "decimals: expected at most 9"),
        ];
        for (holds, expected) in expectations {
            if !holds {
                found.push(it.problem("indicators.csv", &[&indicator.id], expected.to_owned()));
            }
        }
    }
    found
}

/// Years, people and law that the model needs.
fn years(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    let span = town.years().len();
    if !(town.year..=town.horizon).contains(&town.first_year) {
        let message = format!("first_year: expected {} to {}, found {}", town.year, town.horizon, town.first_year);
        found.push(it.problem("pack.csv", &["first_year"], message));
    }
    if town.horizon <= town.year || span > 36 {
        let message = format!("horizon: expected 1 to 35 years after {}, found {}", town.year, town.horizon);
        found.push(it.problem("pack.csv", &["horizon"], message));
    }
    let counts = &town.population.counts;
    if town.population.start != town.year || counts.len() != span || counts.iter().any(|ages| ages.len() != 101) {
        let message = format!("expected ages 0 to 100 in the years {} to {}", town.year, town.horizon);
        found.push(Problem::new("population.csv", None, message));
    }
    if counts.iter().flatten().any(|persons| !persons.is_finite() || *persons < 0.0) {
        found.push(Problem::new("population.csv", None, "expected zero or more persons in every cell"));
    }
    if counts.iter().any(|ages| !(1.0..=1e9).contains(&ages.iter().sum::<f64>())) {
        found.push(Problem::new("population.csv", None, "expected somebody to live there in every year"));
    }
    if !town.ags.starts_with(&town.state.digits()) {
        let message = format!("ags: expected a key of the Land, {}…, found {}", town.state.digits(), town.ags);
        found.push(it.problem("pack.csv", &["ags"], message));
    }
    if !town.reserves.is_empty() && !town.reserves.iter().any(|it| it.year == town.year) {
        found.push(Problem::new("reserves.csv", None, format!("expected a row for {}, found none", town.year)));
    }
    let planned: Vec<_> = town.reserves.iter().map(|it| it.year).filter(|year| *year >= town.year).collect();
    if !town.years().starts_with(&planned) {
        let message = format!("expected the years from {} on one after the other, within the horizon", town.year);
        found.push(Problem::new("reserves.csv", None, message));
    }
    if town.fields.is_empty() || town.fields.places().any(|field| town.cells(Purpose::Field(field)).is_empty()) {
        found.push(Problem::new("pack.csv", None, "fields: expected at least one lever with money for each field"));
    }
    found
}

/// The sums of the budget year are those of the printed plan; the years are those of the reserves.
fn plan_years(it: &Checked<'_>) -> Vec<Problem> {
    let (town, file) = (it.town, "plan_years.csv");
    let mut found = Vec::new();
    let total = &town.budget.total;
    for year in &town.plan_years {
        let key = year.year.to_string();
        if year.year == town.year && (year.revenue, year.expense) != (total.revenue, total.expense) {
            let message =
                format!("expected revenue and expense of budget.csv, {:?} and {:?}", total.revenue, total.expense);
            found.push(it.problem(file, &[&key], message));
        }
        if !is_planned(town, year.year) {
            found.push(it.problem(file, &[&key], format!("expected a year of reserves.csv, found {key}")));
        }
    }
    found
}

/// Whether the plan has results of a year; without reserves there is no last one to hold it to.
fn is_planned(town: &Town, year: Year) -> bool {
    town.reserves.is_empty() || town.reserves.iter().any(|it| it.year == year)
}

/// The lines of the departments sum to the groups, to the cent.
fn departments(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let rows = &town.departments.lines;
    if rows.is_empty() {
        return Vec::new();
    }
    let sums = |line: LineAt| {
        let own = rows.iter().filter(|row| row.line == line);
        own.fold((Money::ZERO, Money::ZERO), |sum, row| (sum.0 + row.revenue, sum.1 + row.expense))
    };
    let wrong = town.budget.lines.pairs().filter(|(at, line)| sums(*at) != (line.revenue, line.expense));
    wrong
        .map(|(at, line)| {
            let (revenue, expense) = sums(at);
            let message = format!(
                "expected department_lines.csv to sum to {:?} and {:?} for this group, found {revenue:?} and {expense:?}",
                line.revenue, line.expense
            );
            it.problem("budget.csv", &["group", &line.code], message)
        })
        .collect()
}

/// What the history plans for the budget year is the budget.
fn history(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let own = town.history.iter().filter(|past| past.year == town.year && past.kind == YearKind::Plan);
    own.filter_map(|past| {
        let line = town.budget.lines.get(past.line)?;
        let differs = (past.revenue, past.expense) != (line.revenue, line.expense);
        let message =
            || format!("expected revenue and expense of budget.csv, {:?} and {:?}", line.revenue, line.expense);
        let year = town.year.to_string();
        differs.then(|| it.problem("history.csv", &[&line.code, &year, "plan"], message()))
    })
    .collect()
}

/// A CO2 budget does not begin after the model does: nobody would count the years between.
fn carbon(it: &Checked<'_>) -> Vec<Problem> {
    let budget = it.town.fairness.co2_budget.as_ref().filter(|budget| budget.year > it.town.year.0);
    let told = |year: u16| format!("year: expected {} or earlier for a CO2 budget, found {year}", it.town.year);
    budget.map(|budget| it.problem("fairness.csv", &["co2_budget"], told(budget.year))).into_iter().collect()
}

/// Shocks begin within the plan, end some day and name a range around their amount.
fn shocks(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    for shock in &town.shocks {
        let (low, high) = shock.range;
        let within = |bound: f64| -bound <= low && high <= bound;
        let expectations = [
            (!matches!(shock.kind, ShockKind::TaxYield(_)) || within(1.0), "amount: expected −1 to 1 for a tax"),
            (shock.kind != ShockKind::Interest || within(0.5), "amount: expected −0.5 to 0.5 for interest"),
            (low <= shock.amount && shock.amount <= high, "expected low ≤ amount ≤ high"),
            (shock.part > 0.0, "part: expected more than 0"),
            (shock.ramp >= 1, "ramp: expected at least 1 year"),
            (shock.years >= 1, "years: expected at least 1 year"),
            (shock.fade < 1.0, "fade: expected less than 1"),
            (
                shock.returned.as_ref().is_none_or(|it| it.part > 0.0),
                "returned: expected more than 0, or an empty cell",
            ),
            (
                shock.returned.as_ref().is_none_or(|it| (1.0..=10.0).contains(&it.delay)),
                "return_delay: expected 1 to 10 years",
            ),
            (is_planned(town, shock.from), "from: expected a year of reserves.csv"),
            (shock.from >= town.year, "from: expected the budget year or later"),
            (shock.from <= town.horizon, "from: expected the horizon or earlier"),
            (
                shock.kind != ShockKind::Interest || town.finance.loans() > 0.0,
                "kind: expected investment_loans or liquidity_loans in finance.csv for a shock on interest",
            ),
            (shock.burden(town).is_finite(), "amount: expected a burden that can be counted"),
        ];
        for (holds, expected) in expectations {
            if !holds {
                found.push(it.problem("shocks.csv", &[&shock.id], expected.to_owned()));
            }
        }
    }
    for shock in &town.shocks {
        for hit in shock.hits.iter().filter(|hit| !(-1.0..=1.0).contains(&hit.logit)) {
            let indicator = town.indicators.get(hit.indicator).map_or("", |it| it.id.as_str());
            let message = format!("logit: expected −1 to 1, found {}", hit.logit);
            found.push(it.problem("shock_hits.csv", &[&shock.id, indicator], message));
        }
    }
    found
}
