use super::Telling;
use super::amount::percent;
use super::draft::spans_said;
use super::goal::goal_name;
use crate::model::{Cell, IndicatorAt, LeverAt, Money, Purpose, Town};
use crate::scenario::Touched;
use crate::text::{self, Lang};

/// The balance meter (Waage).
#[derive(Clone, Debug, PartialEq)]
pub struct Meter {
    /// Word over the amount.
    pub word: &'static str,
    /// Amount without sign; empty if nothing was touched.
    pub amount: String,
    /// Where the bead stands, percent of the beam; 50 is the plan.
    pub bead: f64,
    /// Left end and length of the bar.
    pub bar: (f64, f64),
    /// Changed payments for investment, which are no part of the balance; empty if none.
    pub invested: String,
    /// Whether there is something to spread.
    pub has_rest: bool,
    /// Whether anything was moved.
    pub is_touched: bool,
}

/// Half the width of the beam, euros per year.
const BEAM: f64 = 5_000_000.0;

/// The meter as it stands.
pub fn meter(it: Telling<'_>) -> Meter {
    let balance = it.projection.balance;
    let is_touched = it.scenario.is_moved();
    let bead = (50.0 + balance.euros() / BEAM * 42.0).clamp(4.0, 96.0);
    Meter {
        word: it.texts().balance(balance, is_touched),
        amount: if is_touched { text::amount(balance.abs(), it.lang) } else { String::new() },
        bead,
        bar: if bead < 50.0 { (bead, 50.0 - bead) } else { (50.0, bead - 50.0) },
        invested: invested(it).unwrap_or_default(),
        has_rest: !balance.is_zero(),
        is_touched,
    }
}

/// What is paid for investment beyond the plan or less, and what that does; none if untouched.
fn invested(it: Telling<'_>) -> Option<String> {
    let built = || it.scenario.moves.iter().filter(|(cell, _)| it.town.invests(cell.lever));
    let last = built().map(|(_, moved)| moved.to).max()?;
    Some((it.texts().invested)(&text::signed_amount(it.town.invested(it.scenario), it.lang), last.0))
}

/// Share of the budget that could be saved at most, and the amount.
pub fn movable_share(town: &Town, lang: Lang) -> (String, String) {
    let movable = town.movable();
    let share = percent(town.budget.total.expense, movable);
    (format!("{}\u{a0}%", text::number(share, 1, lang)), text::amount(movable, lang))
}

/// A change in words (Änderung).
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Goal or tax.
    pub what: String,
    /// Amount with sign.
    pub amount: String,
}

/// What was moved, by goal, investment and tax.
pub fn change_list(it: Telling<'_>) -> Vec<Change> {
    let goals = it.town.purposes().into_iter().filter_map(|purpose| {
        let change = it.town.change(it.scenario, purpose);
        let mut operating = it.scenario.moves.keys().filter(|cell| !it.town.invests(cell.lever));
        let touched = operating.any(|cell| cell.purpose == purpose);
        let is_meant = |cell: Cell| cell.purpose == purpose && !it.town.invests(cell.lever);
        touched.then(|| Change { what: goal_name(it.town, purpose, it.lang), amount: with_years(it, change, is_meant) })
    });
    let taxes = it.scenario.taxes.iter().filter_map(|(index, multiplier)| {
        let tax = it.town.taxes.get(*index)?;
        Some(Change {
            what: it.lang.of(&tax.name).to_owned(),
            amount: text::signed_amount(tax.change(*multiplier), it.lang),
        })
    });
    let built = it.town.levers.pairs().filter_map(|(index, lever)| {
        let moved: Vec<Money> =
            it.scenario.moves.iter().filter(|(cell, _)| cell.lever == index).map(|(_, it)| it.amount).collect();
        (it.town.invests(index) && !moved.is_empty()).then(|| Change {
            what: it.lang.of(&lever.name).to_owned(),
            amount: with_years(it, moved.into_iter().sum(), |cell| cell.lever == index),
        })
    });
    goals.chain(built).chain(taxes).collect()
}

/// An amount, and for which years where they are not the usual ones.
fn with_years(it: Telling<'_>, amount: Money, is_meant: impl Fn(Cell) -> bool) -> String {
    let (amount, years) = (text::signed_amount(amount, it.lang), spans_said(it, is_meant));
    if years.is_empty() { amount } else { format!("{amount} ({years})") }
}

/// What was moved last, in words.
pub fn touched(it: Telling<'_>, last: Touched) -> Option<Change> {
    let (what, amount): (String, Money) = match last {
        Touched::Purpose(purpose) => (goal_name(it.town, purpose, it.lang), it.town.change(it.scenario, purpose)),
        Touched::Cell(cell) => {
            let lever = it.town.levers.get(cell.lever)?;
            (it.lang.of(&lever.name).to_owned(), it.scenario.change(cell))
        }
        Touched::Tax(index) => {
            let tax = it.town.taxes.get(index)?;
            let change = it.scenario.taxes.get(&index).map_or(Money::ZERO, |multiplier| tax.change(*multiplier));
            (it.lang.of(&tax.name).to_owned(), change)
        }
    };
    Some(Change { what, amount: text::signed_amount(amount, it.lang) })
}

/// The indicator that a goal's levers move most; none if nothing is known.
pub fn strongest(it: Telling<'_>, purpose: Purpose) -> Option<IndicatorAt> {
    let levers: Vec<LeverAt> =
        it.scenario.moves.keys().filter(|cell| cell.purpose == purpose).map(|cell| cell.lever).collect();
    let part = |index: IndicatorAt| -> f64 {
        let Some(path) = it.projection.indicators.get(index) else { return 0.0 };
        let own = path.own.iter().filter(|part| levers.contains(&part.from));
        own.filter_map(|part| part.path.last()).sum::<f64>().abs()
    };
    it.town.indicators.places().max_by(|a, b| part(*a).total_cmp(&part(*b))).filter(|index| part(*index) > 0.0)
}

/// How many indicators moved.
pub fn moved_count(it: Telling<'_>) -> usize {
    it.projection.explanations.iter().filter(|explanation| explanation.logit != 0.0).count()
}

/// Whether and how many indicators move, in one sentence.
pub fn effects_sentence(it: Telling<'_>, moved: usize) -> String {
    let (texts, horizon) = (it.texts(), it.town.horizon.0);
    let said = match moved {
        0 if it.scenario.is_moved() => (texts.effects_none)(horizon),
        0 => (texts.effects_untouched)(it.town.indicators.len(), horizon),
        moved => (texts.effects_moved)(moved, horizon),
    };
    format!("{said} {}", texts.range_note)
}

/// How much of the moved money has no measured effect.
pub fn silence(it: Telling<'_>) -> String {
    let (moved, texts) = (it.projection.moved, it.texts());
    if moved.unmeasured.is_zero() {
        return texts.all_measured.to_owned();
    }
    let part = (texts.unmeasured)(&text::about(moved.unmeasured, it.lang), &text::about(moved.total, it.lang));
    format!("{part} {}", texts.not_measured_is_not_zero)
}

/// The indicators that the last step moved through its own levers; they carry the marker on the page.
pub fn marked(it: Telling<'_>, last: Touched) -> Vec<IndicatorAt> {
    let is_cause = |lever: LeverAt| match last {
        Touched::Purpose(purpose) => {
            it.scenario.moves.keys().any(|cell| cell.purpose == purpose && cell.lever == lever)
        }
        Touched::Cell(cell) => cell.lever == lever,
        Touched::Tax(_) => false,
    };
    let paths = it.projection.indicators.pairs();
    let is_moved = |path: &crate::model::effects::Path| {
        path.own.iter().any(|part| is_cause(part.from) && part.path.last().is_some_and(|last| *last != 0.0))
    };
    paths.filter(|(_, path)| is_moved(path)).map(|(index, _)| index).collect()
}

/// Indicators in the order of the page: what moved most first, then what money can move, then the rest.
pub fn order(it: Telling<'_>) -> Vec<IndicatorAt> {
    let strength = |index: IndicatorAt| it.projection.explanations.get(index).map_or(0.0, |it| it.logit.abs());
    // Among what nothing has moved, each goal shows one indicator before any goal shows its second, and what money can
    // move comes before what is only observed. The handicaps are far below any change that a number shows.
    let handicap = |index: IndicatorAt| -> f64 {
        let field = it.town.indicators.get(index).map(|it| it.field);
        let before = it.town.indicators.iter().take(index.0).filter(|other| Some(other.field) == field).count();
        let observed = if it.town.is_moved_by_money(index) { 0 } else { 100 };
        (before + observed) as f64 * 1e-15
    };
    let ranks: Vec<f64> = it.town.indicators.places().map(|index| strength(index) - handicap(index)).collect();
    descending(&ranks).into_iter().map(IndicatorAt).collect()
}

/// Positions in falling order of their values, equal ones in their own order.
pub(super) fn descending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, at)| at).collect()
}
