//! Signs are made alike (Vorzeichen): revenue and expense are positive, whatever the file's custom is.

use super::lines::Line;
use super::part::Part;
use money::Money;

/// Areas that bring in more than they cost in every town: general finance (Allgemeine Finanzwirtschaft).
const FINANCE: [&str; 2] = ["16", "61"];

/// Finds the custom of the file by its sums and turns what is negative. What stays negative is a net reversal.
///
/// In a scheme each family of rows has a custom of its own: interest may be negative beside positive expense.
pub fn normalise(lines: &mut [Line], is_scheme: bool, warnings: &mut Vec<String>) {
    let sum = |parts: &[Part]| -> Money {
        let amounts = lines.iter().flat_map(|it| &it.amounts);
        amounts.filter(|it| parts.contains(&it.part)).map(|it| it.money).sum()
    };
    let most = |parts: &[Part]| {
        let amounts = lines.iter().flat_map(|it| &it.amounts).filter(|it| parts.contains(&it.part));
        let signs = amounts.map(|it| it.money.cents().signum());
        signs.sum::<i64>() < 0
    };
    // A custom shows in the sum and in most of the amounts; a few large reversals are none.
    let is_turned = |parts: &[Part]| sum(parts) < Money::ZERO && most(parts);
    let revenue = [Part::OrdinaryRevenue, Part::FinancialRevenue];
    let expense = [Part::OrdinaryExpense, Part::Interest];
    let families: [&[Part]; 4] = match is_scheme {
        true => [&revenue[..1], &revenue[1..], &expense[..1], &expense[1..]],
        false => [&revenue, &revenue, &expense, &expense],
    };
    let (receipts, payments) = ([Part::InvestmentReceipts], [Part::InvestmentPayments]);
    let like = |main: &[Part], own: &[Part]| if sum(main).is_zero() { is_turned(own) } else { is_turned(main) };
    let turned = [
        (Part::OrdinaryRevenue, is_turned(families[0])),
        (Part::FinancialRevenue, is_turned(families[1])),
        (Part::InvestmentReceipts, like(&revenue, &receipts)),
        (Part::OrdinaryExpense, is_turned(families[2])),
        (Part::Interest, is_turned(families[3])),
        (Part::InvestmentPayments, like(&expense, &payments)),
    ];
    accounts_tell(lines, warnings);
    let custom = signed_custom(lines, warnings);
    for amount in lines.iter_mut().flat_map(|it| &mut it.amounts) {
        if amount.part == Part::Signed {
            let Some(is_revenue_negative) = custom else {
                amount.part = Part::Unknown;
                continue;
            };
            let is_revenue = (amount.money < Money::ZERO) == is_revenue_negative;
            amount.part = if is_revenue { Part::OrdinaryRevenue } else { Part::OrdinaryExpense };
            amount.money = amount.money.abs();
        } else if turned.contains(&(amount.part, true)) {
            amount.money = -amount.money;
        }
    }
    for (part, what) in [(Part::OrdinaryRevenue, "revenue"), (Part::OrdinaryExpense, "expense")] {
        if turned.contains(&(part, true)) {
            warnings.push(format!("{what} is negative in the file and was turned"));
        }
    }
}

/// Where accounts tell revenue from expense, a row without one is a sum, a balance or a mistake: its sign tells nothing.
fn accounts_tell(lines: &mut [Line], warnings: &mut Vec<String>) {
    if lines.iter().all(|it| it.account.is_empty()) {
        return;
    }
    for line in lines.iter_mut().filter(|it| it.account.is_empty()) {
        let signed = line.amounts.iter_mut().filter(|it| it.part == Part::Signed && !it.money.is_zero());
        let count = signed.map(|it| it.part = Part::Unknown).count();
        if count > 0 {
            warnings.push(format!("line {}: expected an account as in other rows, found none: not counted", line.line));
        }
    }
}

/// Whether revenue is negative in a file in which the sign alone tells; none if all signs are alike.
fn signed_custom(lines: &[Line], warnings: &mut Vec<String>) -> Option<bool> {
    let signed = || {
        let of = |line: &'_ Line| line.area.clone();
        lines
            .iter()
            .flat_map(move |line| line.amounts.iter().map(move |it| (of(line), *it)))
            .filter(|it| it.1.part == Part::Signed)
    };
    signed().next()?;
    let has = |is: fn(Money) -> bool| signed().any(|(_, it)| is(it.money));
    if !(has(|it| it > Money::ZERO) && has(|it| it < Money::ZERO)) {
        warnings.push("nothing tells revenue from expense, and all amounts have one sign: none is counted".to_owned());
        return None;
    }
    let finance: Money = signed().filter(|it| FINANCE.contains(&it.0.as_str())).map(|it| it.1.money).sum();
    if finance.is_zero() {
        // Custom is as often one way as the other, and sums of a product may be net: without an anchor it is a guess.
        warnings.push(
            "only the sign could tell revenue from expense, and no general finance shows which is which: none is counted"
                .to_owned(),
        );
        return None;
    }
    let custom = finance < Money::ZERO;
    let word = if custom { "negative" } else { "positive" };
    warnings.push(format!("only the sign tells revenue from expense: revenue is {word}, as general finance shows"));
    Some(custom)
}
