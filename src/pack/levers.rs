//! What can be moved: levers, their parts of the budget's lines, and what the money is for.

use super::files::{Files, Problem};
use super::row::{Known, Place, Placed, rows};
use super::tables::{BudgetRow, LeverFieldRow, LeverLineRow, LeverRow};
use crate::model::{
    Ages, Budget, FieldAt, GroupInvestment, Lever, LeverAt, LeverKind, LeverLine, LineAt, List, Money, Share,
};

/// Reads `levers.csv`, `lever_lines.csv` and `lever_fields.csv`.
pub fn levers(
    files: &Files,
    known: &Known,
    budget: &Budget,
    investments: &[GroupInvestment],
) -> Result<List<LeverAt, Lever>, Problem> {
    let lever = |Placed { row, .. }: Placed<LeverRow>| Lever {
        id: row.id,
        block: row.block,
        kind: row.kind,
        name: row.name,
        purpose: row.purpose,
        lines: Vec::new(),
    };
    let mut levers: List<LeverAt, Lever> = rows(files, known)?.into_iter().map(lever).collect();
    let weights = weights(files, known)?;
    let invests: List<LeverAt, bool> = levers.iter().map(|lever| lever.kind == LeverKind::Investment).collect();
    let planned = Planned { budget, investments, invests: &invests };
    for (lever, line) in lines(files, known, &planned, &weights)? {
        if let Some(lever) = levers.get_mut(lever) {
            lever.lines.push(line);
        }
    }
    Ok(levers)
}

/// Lever, product group, field and weight.
type Weights = Vec<(LeverAt, LineAt, FieldAt, Share)>;

fn weights(files: &Files, known: &Known) -> Result<Weights, Problem> {
    let mut weights = Weights::new();
    for Placed { place, row } in rows::<LeverFieldRow>(files, known)? {
        weights.push((row.lever, row.code, row.field, row.weight));
        let of_line = weights.iter().filter(|it| (it.0, it.1) == (row.lever, row.code));
        let sum: f64 = of_line.map(|it| it.3.get()).sum();
        if sum > 1.0 + 1e-9 {
            let (lever, code) = (known.name::<LeverRow>(row.lever), known.name::<BudgetRow>(row.code));
            let message = format!("expected the weights of {lever} {code} to sum to at most 1, found {sum}");
            return Err(place.problem(message));
        }
    }
    Ok(weights)
}

/// What a lever's part is a part of: the expense of its group, or the group's payments for investment.
struct Planned<'a> {
    budget: &'a Budget,
    investments: &'a [GroupInvestment],
    /// By lever.
    invests: &'a List<LeverAt, bool>,
}

impl Planned<'_> {
    fn invests(&self, lever: LeverAt) -> bool {
        self.invests.get(lever).is_some_and(|it| *it)
    }

    /// Nothing without any payments in the pack; refused where only those of this group are missing.
    fn invested(&self, place: Place, line: LineAt) -> Result<Money, Problem> {
        let code = || self.budget.lines.get(line).map_or("", |it| it.code.as_str());
        match self.investments.iter().find(|it| it.line == line) {
            Some(it) => Ok(it.amount),
            None if self.investments.is_empty() => Ok(Money::ZERO),
            None => Err(place.problem(format!("code: expected a row of investments.csv, found none for {}", code()))),
        }
    }
}

fn lines(
    files: &Files,
    known: &Known,
    plan: &Planned<'_>,
    weights: &Weights,
) -> Result<Vec<(LeverAt, LeverLine)>, Problem> {
    let rows = rows::<LeverLineRow>(files, known)?;
    // The last part of a line takes what rounding leaves, so that the parts sum to the line exactly.
    let mut open: List<LineAt, (Money, usize)> = plan.budget.lines.iter().map(|it| (it.expense, 0)).collect();
    for row in rows.iter().filter(|row| !plan.invests(row.lever)) {
        if let Some(rest) = open.get_mut(row.code) {
            rest.1 += 1;
        }
    }
    let line = |Placed { place, row }: Placed<LeverLineRow>| {
        let (lever, line) = (row.lever, row.code);
        let planned = if plan.invests(lever) {
            plan.invested(place, line)?
        } else {
            plan.budget.lines.get(line).map_or(Money::ZERO, |it| it.expense)
        };
        let mut expense = planned * row.share.get();
        if let Some((rest, parts)) = open.get_mut(line).filter(|_| !plan.invests(lever)) {
            *parts -= 1;
            if *parts == 0 && (*rest - expense).abs() <= Money::from_cents(100) {
                expense = *rest;
            }
            *rest -= expense;
        }
        let of_line = weights.iter().filter(|it| (it.0, it.1) == (lever, line));
        let parsed = LeverLine {
            line,
            expense,
            share: row.share,
            share_reason: row.share_reason,
            class: row.class,
            legal_basis: row.legal_basis,
            percent: (row.low_percent, row.high_percent),
            bound_reason: row.bound_reason,
            reimbursement: row.reimbursement,
            reimbursement_reason: row.reimbursement_reason,
            service_life: row.service_life,
            ages: Ages { from: row.age_from, to: row.age_to },
            confidence: row.confidence,
            doubt: row.doubt,
            weights: of_line.map(|it| (it.2, it.3)).collect(),
        };
        Ok((lever, parsed))
    };
    rows.into_iter().map(line).collect()
}
