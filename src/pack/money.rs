//! Files of money: the printed plan, payments for investment, taxes and fees, reserves, debts.

use super::files::{Files, Problem};
use super::row::{Known, Place, Placed, rows};
use super::tables::{BudgetRow, FeeRow, FinanceKey, FinanceRow, InvestmentRow, Level, PlanYearRow, ReserveRow, TaxRow};
use crate::model::{
    Ages, Budget, BudgetLine, Dispute, Finance, GroupInvestment, InvestmentYear, List, Money, PlanYear, ReserveYear,
    Sourced, Tax, TaxAt, TaxKind, Year,
};

/// Reads `budget.csv`; each row is right in itself, its sums are checked later.
pub fn budget(files: &Files, known: &Known) -> Result<Budget, Problem> {
    let (mut lines, mut areas, mut total) = (List::default(), Vec::new(), None);
    for Placed { place, row } in rows::<BudgetRow>(files, known)? {
        let (ordinary, result) = (row.revenue - row.expense, row.result);
        let with_financial = ordinary + row.financial_result;
        if row.ordinary_result != ordinary || with_financial != result {
            return Err(place.problem(format!(
                "expected revenue − expense = {ordinary:?} and with the financial result {with_financial:?}, found \
                 {:?} and {result:?}",
                row.ordinary_result
            )));
        }
        let line = BudgetLine {
            code: row.code,
            label: row.label,
            revenue: row.revenue,
            expense: row.expense,
            financial_result: row.financial_result,
            result,
        };
        match row.level {
            Level::Group => lines.push(line),
            Level::Area => areas.push(line),
            Level::Total if total.is_none() => total = Some(line),
            Level::Total => return Err(place.problem("level: expected one row of level total, found another")),
        }
    }
    let none = || Problem::new("budget.csv", None, "expected a row of level total, found none");
    Ok(Budget { lines, areas, total: total.ok_or_else(none)? })
}

/// Reads `investments.csv`: the years of a group follow each other, and the first that can be decided on is among them.
pub fn investments(files: &Files, known: &Known, first: Year) -> Result<Vec<GroupInvestment>, Problem> {
    let mut all: Vec<(Place, GroupInvestment)> = Vec::new();
    for Placed { place, row } in rows::<InvestmentRow>(files, known)? {
        if row.amount < Money::ZERO {
            return Err(place.problem(format!("amount: expected zero or more, found {:?}", row.amount)));
        }
        if row.bound.is_some_and(|it| it < Money::ZERO || it > row.amount) {
            return Err(place.problem("bound: expected zero or more, and no more than the amount"));
        }
        let (line, year, amount) = (row.code, row.year, row.amount);
        let own = InvestmentYear { year, amount, bound: row.bound, basis: row.basis, source: row.source };
        match all.iter_mut().find(|(_, it)| it.line == line) {
            Some((_, it)) if it.years.last().is_some_and(|last| last.year.plus(1) != year) => {
                return Err(
                    place.problem(format!("year: expected the years of a group one after the other, found {year}"))
                );
            }
            Some((_, it)) => it.years.push(own),
            None => all.push((place, GroupInvestment { line, amount: Money::ZERO, years: vec![own] })),
        }
    }
    let planned = |(place, it): (Place, GroupInvestment)| {
        let amount = it.years.iter().find(|it| it.year == first).map(|it| it.amount);
        let missing = || place.problem(format!("year: expected a row for {first}, the first year to be decided on"));
        Ok(GroupInvestment { amount: amount.ok_or_else(missing)?, ..it })
    };
    all.into_iter().map(planned).collect()
}

/// Reads `taxes.csv`.
pub fn taxes(files: &Files, known: &Known) -> Result<List<TaxAt, Tax>, Problem> {
    let tax = |Placed { place, row }: Placed<TaxRow>| {
        let dispute = match (row.dispute.de.is_empty(), row.dispute_source) {
            (true, None) => None,
            (false, Some(source)) => Some(Dispute { text: row.dispute, source }),
            _ => return Err(place.problem("dispute_source: expected a source beside a dispute, and none without one")),
        };
        Ok(Tax {
            id: row.id,
            kind: row.kind.into(),
            name: row.name,
            multiplier: row.multiplier,
            planned_yield: row.r#yield,
            range: (row.low, row.high),
            group: None,
            ages: Ages { from: row.age_from, to: row.age_to },
            basis: row.basis,
            source: row.source,
            year: row.year,
            note: row.note,
            dispute,
        })
    };
    rows(files, known)?.into_iter().map(tax).collect()
}

/// Reads `fees.csv`: what the plan charges is their hundred percent.
pub fn fees(files: &Files, known: &Known) -> Result<Vec<Tax>, Problem> {
    let fee = |Placed { row, .. }: Placed<FeeRow>| Tax {
        id: row.id,
        kind: TaxKind::Fee,
        name: row.name,
        multiplier: 100.0,
        planned_yield: row.r#yield,
        range: (100.0 + row.low_percent, 100.0 + row.high_percent),
        group: Some(row.code),
        ages: Ages { from: row.age_from, to: row.age_to },
        basis: row.basis,
        source: row.source,
        year: row.year,
        note: row.note,
        dispute: None,
    };
    Ok(rows(files, known)?.into_iter().map(fee).collect())
}

/// Reads `reserves.csv`.
pub fn reserves(files: &Files, known: &Known) -> Result<Vec<ReserveYear>, Problem> {
    let year = |Placed { row, .. }: Placed<ReserveRow>| ReserveYear {
        year: row.year,
        result: row.result,
        global_saving: row.global_saving,
        general_opening: row.general_opening,
        equalisation_opening: row.equalisation_opening,
        general_closing: row.general_closing,
        equalisation_closing: row.equalisation_closing,
        basis: row.basis,
    };
    Ok(rows(files, known)?.into_iter().map(year).collect())
}

/// Reads `plan_years.csv`.
pub fn plan_years(files: &Files, known: &Known) -> Result<Vec<PlanYear>, Problem> {
    let year = |Placed { row, .. }: Placed<PlanYearRow>| PlanYear {
        year: row.year,
        revenue: row.revenue,
        expense: row.expense,
        interest: row.interest,
        basis: row.basis,
    };
    Ok(rows(files, known)?.into_iter().map(year).collect())
}

/// Reads `finance.csv`; a figure without its row stays unknown.
pub fn finance(files: &Files, known: &Known) -> Result<Finance, Problem> {
    let mut finance = Finance::default();
    for Placed { row, .. } in rows::<FinanceRow>(files, known)? {
        let place = match row.id {
            FinanceKey::InvestmentLoans => &mut finance.investment_loans,
            FinanceKey::LiquidityLoans => &mut finance.liquidity_loans,
            FinanceKey::PensionProvisions => &mut finance.pension_provisions,
            FinanceKey::LiquidFunds => &mut finance.liquid_funds,
            FinanceKey::BacklogPerHead => &mut finance.backlog_per_head,
            FinanceKey::TotalAssets => &mut finance.total_assets,
            FinanceKey::InfrastructureAssets => &mut finance.infrastructure_assets,
        };
        *place = Some(Sourced { value: row.value, basis: row.basis, source: row.source, year: row.year });
    }
    Ok(finance)
}
