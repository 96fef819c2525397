use serde::{Deserialize, Serialize};

use super::{LineAt, List, Money, Year};

/// One product group of the adopted plan (Produktgruppe im Ergebnisplan), euros of the budget year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// Code as printed; leading zeros matter.
    pub code: String,
    /// Official label as printed, German.
    pub label: String,
    /// Ordinary revenue (ordentliche Erträge).
    pub revenue: Money,
    /// Ordinary expense (ordentliche Aufwendungen).
    pub expense: Money,
    /// Financial result (Finanzergebnis), signed.
    pub financial_result: Money,
    /// Result of the sub-budget (Ergebnis des Teilhaushalts), signed.
    pub result: Money,
}

/// Whether a year's figures were planned or came about (Wertart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearKind {
    /// As planned (Ansatz).
    Plan,
    /// As it came about (Ergebnis).
    Actual,
}

/// One product group in one year, euros (Zeitreihe einer Produktgruppe).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastYear {
    /// The budget line.
    pub line: LineAt,
    /// Fiscal year.
    pub year: Year,
    /// Plan or result.
    pub kind: YearKind,
    /// Ordinary revenue.
    pub revenue: Money,
    /// Ordinary expense.
    pub expense: Money,
}

/// What a product group pays for investment, outside the ordinary sums (Investitionsauszahlungen).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupInvestment {
    /// The budget line.
    pub line: LineAt,
    /// Payments in the first year that can still be decided on, euros.
    pub amount: Money,
    /// What the plan pays year by year, in rising order.
    pub years: Vec<InvestmentYear>,
}

/// Payments of a product group in one year, euros (Investitionsauszahlungen eines Jahres).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvestmentYear {
    /// Fiscal year.
    pub year: Year,
    /// All payments.
    pub amount: Money,
    /// The part of them that cannot be cut: promised, begun, paid by others or not told; none where nobody looked.
    pub bound: Option<Money>,
    /// How firm the amount is.
    pub basis: super::Basis,
    /// Key of its source.
    pub source: String,
}

impl GroupInvestment {
    /// What can be cut of the payments in every year from `first` on (Kürzbares): what is free in that year, and no more
    /// than is free on average from then on; none if the plan does not tell.
    pub fn cuttable(&self, first: Year) -> Option<Money> {
        let later = self.years.iter().filter(|it| it.year >= first);
        let free: Vec<Money> = later.map(|it| it.bound.map(|bound| it.amount - bound)).collect::<Option<_>>()?;
        let mean = free.iter().copied().sum::<Money>() * (1.0 / free.len().max(1) as f64);
        free.first().map(|now| (*now).min(mean))
    }
}

/// The printed plan with its own sums (Haushaltsquerschnitt).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Product groups in the order of the plan.
    pub lines: List<LineAt, BudgetLine>,
    /// Product areas (Produktbereiche) as printed, two-digit codes.
    pub areas: Vec<BudgetLine>,
    /// The printed total.
    pub total: BudgetLine,
}

/// A sum that does not match what the plan prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Code of the area or total.
    pub code: String,
    /// Which column: `revenue`, `expense`, `financial_result` or `result`.
    pub column: &'static str,
    /// What the parts add up to.
    pub computed: Money,
    /// What the plan prints.
    pub printed: Money,
}

type Column = (&'static str, fn(&BudgetLine) -> Money);

const COLUMNS: [Column; 4] = [
    ("revenue", |line| line.revenue),
    ("expense", |line| line.expense),
    ("financial_result", |line| line.financial_result),
    ("result", |line| line.result),
];

impl Budget {
    /// Every printed sum that its parts miss, to the cent; empty if the plan reconciles.
    pub fn mismatches(&self) -> Vec<Mismatch> {
        let mut found = Vec::new();
        let mut compare = |printed: &BudgetLine, parts: Vec<&BudgetLine>| {
            for (column, value) in COLUMNS {
                let computed = parts.iter().map(|part| value(part)).sum::<Money>();
                if computed != value(printed) {
                    found.push(Mismatch { code: printed.code.clone(), column, computed, printed: value(printed) });
                }
            }
        };
        for area in &self.areas {
            compare(area, self.lines.iter().filter(|line| line.code.starts_with(&area.code)).collect());
        }
        compare(&self.total, self.lines.iter().collect());
        compare(&self.total, self.areas.iter().collect());
        found
    }
}
