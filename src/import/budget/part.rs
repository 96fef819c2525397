//! Which part of the budget an amount belongs to (Haushaltsteil), and sums over the parts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use money::Money;

/// What an amount is (Haushaltsteil). Only the first seven count; the others are left out by rule and reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Ordentliche Erträge.
    OrdinaryRevenue,
    /// Finanzerträge.
    FinancialRevenue,
    /// Ordentliche Aufwendungen.
    OrdinaryExpense,
    /// Zinsen und sonstige Finanzaufwendungen.
    Interest,
    /// Finanzergebnis, where a file gives only the net amount.
    FinancialResult,
    /// Einzahlungen aus Investitionstätigkeit.
    InvestmentReceipts,
    /// Auszahlungen aus Investitionstätigkeit.
    InvestmentPayments,
    /// Interne Leistungsbeziehungen: net zero over the whole budget.
    Internal,
    /// Kalkulatorische Kosten.
    Calculatory,
    /// Finanzierungstätigkeit: credits taken and repaid.
    Financing,
    /// Payments of current business, which stand in revenue and expense already.
    Cash,
    /// Cash on maintenance provisions (72, 73, 74).
    MaintenanceCash,
    /// Außerordentliches Ergebnis.
    Extraordinary,
    /// Bestandskonten der Bilanz (classes 0 to 3): what the town owns and owes, neither revenue nor expense.
    BalanceSheet,
    /// Globaler Minderaufwand: savings that the plan spreads over no product.
    GlobalSaving,
    /// An account or direction that no rule knows.
    Unknown,
    /// Direction unknown yet, to be told by the sign.
    Signed,
    /// A printed balance: checked, never added.
    Balance,
}

impl Part {
    /// Whether it is money that comes in.
    pub fn is_revenue(self) -> bool {
        matches!(self, Self::OrdinaryRevenue | Self::FinancialRevenue | Self::InvestmentReceipts)
    }

    /// Whether it is money that goes out.
    pub fn is_expense(self) -> bool {
        matches!(self, Self::OrdinaryExpense | Self::Interest | Self::InvestmentPayments)
    }

    /// Whether it is part of the sums.
    pub fn counts(self) -> bool {
        self.is_revenue() || self.is_expense() || self == Self::FinancialResult
    }
}

/// What an amount is, by its column and by its row.
pub fn refined(column: Option<Part>, row: Option<Part>) -> Part {
    match (column.unwrap_or(Part::Signed), row) {
        (Part::Signed, Some(part)) => part,
        (column, Some(row)) if column.counts() && !row.counts() && row != Part::Unknown => row,
        (Part::OrdinaryRevenue, Some(Part::FinancialRevenue)) => Part::FinancialRevenue,
        (Part::OrdinaryExpense, Some(Part::Interest)) => Part::Interest,
        (column, _) => column,
    }
}

/// Sums by part, exact to the cent (Summen).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<Part, Money>);

impl Sums {
    /// Adds an amount.
    pub fn add(&mut self, part: Part, amount: Money) {
        *self.0.entry(part).or_default() += amount;
    }

    /// The sum of one part.
    pub fn of(&self, part: Part) -> Money {
        self.0.get(&part).copied().unwrap_or_default()
    }

    /// Ordinary plus financial revenue (Erträge).
    pub fn revenue(&self) -> Money {
        self.of(Part::OrdinaryRevenue) + self.of(Part::FinancialRevenue)
    }

    /// Ordinary expense plus interest (Aufwendungen).
    pub fn expense(&self) -> Money {
        self.of(Part::OrdinaryExpense) + self.of(Part::Interest)
    }

    /// Einzahlungen aus Investitionstätigkeit.
    pub fn investment_receipts(&self) -> Money {
        self.of(Part::InvestmentReceipts)
    }

    /// Auszahlungen aus Investitionstätigkeit.
    pub fn investment_payments(&self) -> Money {
        self.of(Part::InvestmentPayments)
    }

    /// Revenue less expense, and a financial result that is given net (Jahresergebnis).
    pub fn result(&self) -> Money {
        self.revenue() - self.expense() + self.of(Part::FinancialResult)
    }

    /// Whether anything that counts is not zero.
    pub fn counts(&self) -> bool {
        self.0.iter().any(|(part, it)| part.counts() && !it.is_zero())
    }

    /// Whether every sum is zero.
    pub fn is_zero(&self) -> bool {
        self.0.values().all(|it| it.is_zero())
    }

    /// The four sums of an area, in euros.
    pub fn told(&self) -> Value {
        json!({
            "revenue": self.revenue(),
            "expense": self.expense(),
            "investment_receipts": self.investment_receipts(),
            "investment_payments": self.investment_payments(),
        })
    }

    /// The four sums and what they consist of, in euros.
    pub fn told_in_full(&self) -> Value {
        let mut told = self.told();
        let financial = self.of(Part::FinancialRevenue) - self.of(Part::Interest) + self.of(Part::FinancialResult);
        let parts = [
            ("ordinary_revenue", self.of(Part::OrdinaryRevenue)),
            ("financial_revenue", self.of(Part::FinancialRevenue)),
            ("ordinary_expense", self.of(Part::OrdinaryExpense)),
            ("interest", self.of(Part::Interest)),
            ("financial_result", financial),
            ("result", self.result()),
        ];
        if let Some(map) = told.as_object_mut() {
            map.extend(parts.into_iter().map(|(key, amount)| (key.to_owned(), json!(amount))));
            if let Some(balance) = self.0.get(&Part::Balance) {
                map.insert("printed_balance".to_owned(), json!(balance));
            }
        }
        told
    }

    /// What was left out by rule, in euros as the file has it.
    pub fn excluded(&self) -> BTreeMap<Part, Money> {
        let left = self.0.iter().filter(|(part, _)| !part.counts() && **part != Part::Balance);
        left.map(|(part, amount)| (*part, *amount)).collect()
    }
}
