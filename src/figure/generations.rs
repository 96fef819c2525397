use super::Telling;
use super::plot::cohort::{Bar, bar};
use crate::model::Money;
use crate::text;

/// A row of the table of generations (Geburtsjahrgänge).
#[derive(Clone, Debug, PartialEq)]
pub struct CohortRow {
    /// Birth years in words.
    pub born: String,
    /// Euros per person with sign, empty where nothing changes.
    pub value: String,
    /// Relief, burden or unchanged.
    pub word: &'static str,
    /// The bar in percent of the row, zero at 50.
    pub bar: Bar,
    /// Whether it differs from nothing.
    pub is_moved: bool,
}

/// What a change means for the generations (Generationen).
#[derive(Clone, Debug, PartialEq)]
pub struct Generations {
    /// One sentence.
    pub sentence: String,
    /// Six groups.
    pub rows: Vec<CohortRow>,
    /// Whether the books close, in words.
    pub closing: String,
    /// Debts per child.
    pub inheritance: String,
}

/// Generations in words and bars.
pub fn generations(it: Telling<'_>) -> Generations {
    let (lang, texts, projection) = (it.lang, it.texts(), it.projection);
    let groups = &projection.groups;
    let largest = groups.iter().map(|group| group.per_head.abs()).fold(0.0, f64::max);
    let digits = if largest < 10.0 { 2 } else { 0 };
    let euros = |value: f64| format!("{}\u{a0}€", text::signed(value, digits, lang));
    let rows: Vec<CohortRow> = groups
        .iter()
        .map(|group| {
            let value = text::signed(group.per_head, digits, lang);
            let is_moved = group.per_head != 0.0;
            CohortRow {
                born: match (group.from, group.to) {
                    (None, Some(to)) => (texts.born_until)(to),
                    (Some(from), Some(to)) => (texts.born_between)(from, to),
                    _ => texts.unborn.to_owned(),
                },
                word: match (is_moved, group.per_head > 0.0) {
                    (false, _) => texts.unchanged,
                    (true, true) => texts.relief,
                    (true, false) => texts.burden,
                },
                value: if is_moved { format!("{value}\u{a0}€") } else { String::new() },
                bar: bar(group.per_head, largest),
                is_moved,
            }
        })
        .collect();
    let by_value = |a: &&crate::model::fairness::CohortGroup, b: &&crate::model::fairness::CohortGroup| {
        a.per_head.total_cmp(&b.per_head)
    };
    let name_of = |group: &crate::model::fairness::CohortGroup| {
        groups.iter().position(|other| other == group).and_then(|at| rows.get(at)).map_or("", |row| row.born.as_str())
    };
    let ends = groups.iter().max_by(by_value).zip(groups.iter().min_by(by_value));
    let sentence = match ends.filter(|_| largest > 0.0) {
        Some((most, least)) => (texts.generations_said)(
            (name_of(most), &euros(most.per_head)),
            (name_of(least), &euros(least.per_head)),
            it.town.horizon.0,
        ),
        None => texts.generations_untouched.to_owned(),
    };
    let amount = |value: f64| text::signed_amount(Money::from_euros(value), lang);
    let ledger = &projection.ledger;
    let inheritance = projection.inheritance;
    Generations {
        sentence,
        rows,
        closing: (texts.ledger_closes)(
            &amount(ledger.total),
            &amount(ledger.assets_left),
            &amount(ledger.debt_left),
            &amount(ledger.interest_paid),
            &amount(ledger.closing()),
        ),
        inheritance: (texts.inheritance)(
            &text::about(Money::from_euros(inheritance.today), lang),
            &amount(inheritance.change),
            it.town.horizon.0,
        ),
    }
}
