use super::Telling;
use super::amount::percent;
use crate::model::{Choice, IndicatorAt, Money, Purpose, Town};
use crate::scenario::Touched;
use crate::text::{self, Lang};

/// The balance meter (Waage).
#[derive(Clone, Debug, PartialEq)]
pub struct Meter {
    /// Word over the amount.
    pub word: &'static str,
    /// Amount without sign; empty if nothing was touched.
    pub amount: String,
    /// The same with no more than three digits, as the short path tells its amounts.
    pub about: String,
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
    // What is built is no part of the balance: where that is even, loans pay for it, or fewer are taken.
    let loans: Money = built(it).into_iter().map(|choice| it.town.choice_net(it.scenario, choice)).sum();
    let is_built = balance.is_zero() && !loans.is_zero();
    let shown = is_touched.then(|| if is_built { loans.abs() } else { balance.abs() });
    let bead = (50.0 + balance.euros() / BEAM * 42.0).clamp(4.0, 96.0);
    Meter {
        word: match is_built {
            true if loans > Money::ZERO => it.texts().balanced_by_loans,
            true => it.texts().balanced_fewer_loans,
            false => it.texts().balance(balance, is_touched),
        },
        amount: shown.map_or_else(String::new, |money| text::amount(money, it.lang)),
        about: shown.map_or_else(String::new, |money| text::about(money, it.lang)),
        bead,
        bar: if bead < 50.0 { (bead, 50.0 - bead) } else { (50.0, bead - 50.0) },
        invested: invested(it).unwrap_or_default(),
        has_rest: !balance.is_zero(),
        is_touched,
    }
}

/// What is moved and built.
fn built(it: Telling<'_>) -> Vec<Choice> {
    it.town.moved_things(it.scenario).into_iter().filter(|choice| it.town.is_built(*choice)).collect()
}

/// What is paid for investment beyond the plan or less, and what that does; none if untouched.
fn invested(it: Telling<'_>) -> Option<String> {
    let built = it.scenario.moves.iter().filter(|(cell, _)| it.town.invests(cell.lever)).map(|(_, moved)| moved.to);
    let given = it.scenario.measures.iter().filter(|(at, _)| it.town.builds(**at)).map(|(_, moved)| moved.to);
    let last = built.chain(given).max()?;
    Some((it.texts().invested)(&text::signed_about(it.town.invested(it.scenario), it.lang), last.0))
}

/// How much of the budget could be cut within a year at most, and how much is voluntary by the town's own report.
pub fn movable_share(town: &Town, lang: Lang) -> String {
    let (texts, movable) = (lang.texts(), town.movable());
    let share = format!("{}\u{a0}%", text::number(percent(town.budget.total.expense, movable), 1, lang));
    let said = (texts.ledger_note)(town.year.0, &share, &text::amount(movable, lang));
    let voluntary = town.voluntary_grants.as_ref().map(|it| text::amount(Money::from_euros(it.value), lang));
    voluntary.map_or(said.clone(), |amount| format!("{said} {}", (texts.voluntary_grants)(&amount)))
}

/// A change in words (Änderung).
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Name of the lever, the measure or the tax.
    pub what: String,
    /// Amount with sign.
    pub amount: String,
}

/// The indicator that a goal's measures move most, against the length of its scale; none if nothing is known.
pub fn strongest(it: Telling<'_>, purpose: Purpose) -> Option<IndicatorAt> {
    let (measures, end) = (it.town.measures_for(it.scenario, purpose), it.projection.end());
    let part = |index: IndicatorAt| -> f64 {
        let Some(subject) = it.projection.equations.subjects.get(index) else { return 0.0 };
        let own = it.projection.own(index, end, |at| measures.contains(&at));
        subject.in_unit(own, end).abs() / (subject.scale.best - subject.scale.worst).abs()
    };
    it.town.indicators.places().max_by(|a, b| part(*a).total_cmp(&part(*b))).filter(|index| part(*index) > 0.0)
}

/// How many indicators moved.
pub fn moved_count(it: Telling<'_>) -> usize {
    it.town.indicators.places().filter(|at| it.projection.is_moved(*at)).count()
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

/// The indicators that the last step moved by what it bought; they carry the marker on the page.
pub fn marked(it: Telling<'_>, last: Touched) -> Vec<IndicatorAt> {
    let measures = match last {
        Touched::Purpose(purpose) => it.town.measures_for(it.scenario, purpose),
        Touched::Cell(cell) | Touched::Lever(cell) => it.town.measure_of(cell).into_iter().collect(),
        Touched::Measure(at) => vec![at],
        Touched::Tax(_) => Vec::new(),
    };
    let end = it.projection.end();
    let is_cause = |at: &IndicatorAt| it.projection.own(*at, end, |at| measures.contains(&at)) != 0.0;
    it.town.indicators.places().filter(is_cause).collect()
}

/// Indicators in the order of the page: what moved most first, then what money can move, then the rest.
pub fn order(it: Telling<'_>) -> Vec<IndicatorAt> {
    // Among what nothing has moved, each goal shows one indicator before any goal shows its second, and what money can
    // move comes before what is only observed. The handicaps are far below any change that a number shows.
    let handicap = |index: IndicatorAt| -> f64 {
        let field = it.town.indicators.get(index).map(|it| it.field);
        let before = it.town.indicators.iter().take(index.0).filter(|other| Some(other.field) == field).count();
        let observed = if it.town.chain.moves(index) { 0 } else { 100 };
        (before + observed) as f64 * 1e-15
    };
    let ranks: Vec<f64> =
        it.town.indicators.places().map(|index| it.projection.strength(index) - handicap(index)).collect();
    descending(&ranks).into_iter().map(IndicatorAt).collect()
}

/// Positions in falling order of their values, equal ones in their own order.
pub(super) fn descending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, at)| at).collect()
}
