use serde::{Deserialize, Serialize};

use super::{Ages, Bilingual, FieldAt, LineAt, Money, Share};

/// How a task is bound by law or contract (Aufgabenart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalClass {
    /// Voluntary (freiwillig).
    Freiwillig,
    /// Whether is law, how much is not (pflichtige Selbstverwaltung).
    PflichtigeSelbstverwaltung,
    /// Carried out for Bund or Land (Weisungs- und Auftragsangelegenheit).
    WeisungAuftrag,
    /// Paid by fees that must cover the cost (Gebührenhaushalt).
    Gebuehrenhaushalt,
    /// Bound by contract (vertraglich gebunden).
    VertraglichGebunden,
    /// Earmarked (zweckgebunden).
    Zweckgebunden,
    /// General finance, not a task (nicht steuerbar).
    NichtSteuerbar,
}

/// How sure class and statute are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Settled practice.
    Known,
    /// A reasoned guess.
    Judged,
}

/// What money is for: a goal, or overhead that belongs to none (Zweck).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Purpose {
    /// A field of action (Handlungsfeld).
    Field(FieldAt),
    /// Administration that serves all goals (Innere Verwaltung).
    Overhead,
}

/// Part of a budget line that a lever moves (Anteil einer Produktgruppe an einer Stellschraube).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverLine {
    /// The budget line.
    pub line: LineAt,
    /// Ordinary expense of this part, from the plan; payments for investment if that is the lever's kind.
    pub expense: Money,
    /// Part of the line; below 1 an assumption with a reason.
    pub share: Share,
    /// Why this part.
    pub share_reason: Bilingual,
    /// How the task is bound.
    pub class: LegalClass,
    /// Statute, German.
    pub legal_basis: Bilingual,
    /// Lowest and highest change in percent of the expense.
    pub percent: (f64, f64),
    /// Why the range ends there.
    pub bound_reason: Bilingual,
    /// Reimbursement share ρ (Erstattungsquote): revenue that rises and falls with the expense.
    pub reimbursement: Share,
    /// Why this ρ.
    pub reimbursement_reason: Bilingual,
    /// Service life in years of what is bought, if the group invests much.
    pub service_life: Option<u16>,
    /// Who uses it.
    pub ages: Ages,
    /// How sure class and bounds are.
    pub confidence: Confidence,
    /// A doubt that a reader should know.
    pub doubt: Bilingual,
    /// What the money is for; weights sum to at most one, the rest is overhead.
    pub weights: Vec<(FieldAt, Share)>,
}

impl LeverLine {
    /// Weight of a purpose on this part.
    pub fn weight(&self, purpose: Purpose) -> f64 {
        match purpose {
            Purpose::Field(field) => {
                self.weights.iter().filter(|(it, _)| *it == field).map(|(_, w)| w.get()).sum::<f64>() + 0.0
            }
            Purpose::Overhead => (1.0 - self.weights.iter().map(|(_, w)| w.get()).sum::<f64>()).max(0.0),
        }
    }

    /// Expense of this part for one purpose, cut between rounded running sums: the parts sum exactly, and no purpose
    /// is left with less than nothing by rounding.
    pub fn amount(&self, purpose: Purpose) -> Money {
        let until = |parts: usize| self.expense * self.weights.iter().take(parts).map(|(_, w)| w.get()).sum::<f64>();
        match purpose {
            Purpose::Field(field) => {
                let own = self.weights.iter().enumerate().filter(|(_, (it, _))| *it == field);
                own.map(|(at, _)| until(at + 1) - until(at)).sum()
            }
            Purpose::Overhead => self.expense - until(self.weights.len()),
        }
    }

    /// Lowest and highest change of this part for one purpose, in money.
    pub fn room(&self, purpose: Purpose) -> Room {
        let amount = self.amount(purpose);
        Room { low: amount * (self.percent.0 / 100.0), high: amount * (self.percent.1 / 100.0) }
    }
}

/// How far an amount may be moved from its plan (Spielraum).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Lowest change, zero or negative.
    pub low: Money,
    /// Highest change, zero or positive.
    pub high: Money,
}

impl Room {
    /// The change nearest to `change` that stays in the room.
    pub fn clamp(self, change: Money) -> Money {
        change.clamp(self.low.min(Money::ZERO), self.high.max(Money::ZERO))
    }

    /// Whether nothing can be moved.
    pub fn is_empty(self) -> bool {
        self.low >= Money::ZERO && self.high <= Money::ZERO
    }

    /// The end in the direction of `change`.
    pub fn towards(self, change: Money) -> Money {
        if change < Money::ZERO { self.low } else { self.high }
    }
}

impl std::ops::Add for Room {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl std::iter::Sum for Room {
    fn sum<I: Iterator<Item = Self>>(rooms: I) -> Self {
        rooms.fold(Self::default(), std::ops::Add::add)
    }
}

/// Whether a lever takes part at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Belongs to goals or to overhead.
    Goal,
    /// General finance and trusts: shown, never moved.
    Fixed,
}

/// How the money of a lever is booked (Ergebnisplan oder Finanzplan).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeverKind {
    /// Ordinary expense, in the result of its year.
    Operating,
    /// Payments for what lasts, outside the ordinary sums: in the result as depreciation over the service life of each
    /// line, in the debt as paid.
    Investment,
}

/// What can be moved (Stellschraube).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// Stable key.
    pub id: String,
    /// Whether it takes part.
    pub block: Block,
    /// How its money is booked.
    pub kind: LeverKind,
    /// Name as a citizen would say it.
    pub name: Bilingual,
    /// What the money does, one sentence.
    pub purpose: Bilingual,
    /// Its budget lines.
    pub lines: Vec<LeverLine>,
}

impl Lever {
    /// Planned money of the lever: ordinary expense, or payments for investment if that is its kind.
    pub fn expense(&self) -> Money {
        self.lines.iter().map(|line| line.expense).sum()
    }

    /// Planned money for one purpose.
    pub fn amount(&self, purpose: Purpose) -> Money {
        self.lines.iter().map(|line| line.amount(purpose)).sum()
    }

    /// Room for one purpose; none for a fixed lever.
    pub fn room(&self, purpose: Purpose) -> Room {
        match self.block {
            Block::Goal => self.lines.iter().map(|line| line.room(purpose)).sum(),
            Block::Fixed => Room::default(),
        }
    }

    /// Splits a change for one purpose over the lever's lines, in proportion to their room (euros per line).
    pub fn split(&self, purpose: Purpose, change: Money) -> Vec<f64> {
        let rooms: Vec<f64> = self.lines.iter().map(|line| line.room(purpose).towards(change).euros().abs()).collect();
        let whole: f64 = rooms.iter().sum();
        rooms.iter().map(|room| if whole > 0.0 { change.euros() * room / whole } else { 0.0 }).collect()
    }

    /// Splits money that is for one measure over the lever's lines, in proportion to what is planned (euros per line).
    pub fn spread(&self, amount: Money) -> Vec<f64> {
        let whole = self.expense().euros();
        let part = |line: &LeverLine| if whole > 0.0 { amount.euros() * line.expense.euros() / whole } else { 0.0 };
        self.lines.iter().map(part).collect()
    }

    /// What the town itself pays of a change: the change less what Bund, Land or users reimburse.
    pub fn net(&self, purpose: Purpose, change: Money) -> Money {
        let parts = self.split(purpose, change);
        if self.lines.iter().all(|line| line.reimbursement == Share::NONE) {
            return change;
        }
        let net: f64 = parts.iter().zip(&self.lines).map(|(part, line)| part * line.reimbursement.rest()).sum();
        Money::from_euros(net)
    }

    /// What Bund, Land or users reimburse of the planned money as a whole, a share (Erstattungsquote).
    pub fn reimbursement(&self) -> f64 {
        let reimbursed: f64 = self.lines.iter().map(|it| it.expense.euros() * it.reimbursement.get()).sum();
        let whole = self.expense().euros();
        if whole > 0.0 { reimbursed / whole } else { 0.0 }
    }

    /// Whether somebody reimburses a part of what is moved.
    pub fn is_reimbursed(&self) -> bool {
        self.lines.iter().any(|line| line.reimbursement > Share::NONE)
    }
}
