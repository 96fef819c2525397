use std::cmp::Ordering;

use super::Telling;
use super::departments::listed;
use super::goal::short_goal_name;
use super::plot::cohort::{Bar, bar};
use crate::model::Money;
use crate::model::fairness::{CohortGroup, Outlook, Part, RATES, discounted, outlook};
use crate::text::{self, Lang, Texts};

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
    /// What the figures are, the discount included.
    pub unit: String,
    /// Six groups.
    pub rows: Vec<CohortRow>,
    /// Whether the books close, in words.
    pub closing: String,
    /// Debts per child.
    pub inheritance: String,
}

/// A discount rate of the switch, by its position (Abschlag).
pub fn rate(at: usize, lang: Lang) -> String {
    let rate = RATES.get(at).copied().unwrap_or_default();
    format!("{}\u{a0}%", text::number(rate * 100.0, 0, lang))
}

/// How many discount rates there are.
pub const RATE_COUNT: usize = RATES.len();

/// Generations in words and bars, at a position of the switch of discount rates.
pub fn generations(it: Telling<'_>, at: usize) -> Generations {
    let (lang, texts, projection) = (it.lang, it.texts(), it.projection);
    let chosen = RATES.get(at).copied().filter(|rate| *rate > 0.0);
    let groups = &chosen.map_or_else(|| projection.groups.clone(), |rate| discounted(it.town, it.scenario, rate));
    let largest = groups.iter().map(|group| group.per_head.abs()).fold(0.0, f64::max);
    let digits = if largest < 10.0 { 2 } else { 0 };
    let euros = |value: f64| text::with_euro(&text::signed(value, digits, lang), lang);
    // Those that are shown as nothing are neither relieved nor burdened.
    let is_told = |group: &CohortGroup| text::signed(group.per_head, digits, lang) != text::signed(0.0, 0, lang);
    let stays = |group: &CohortGroup| if group.per_head == 0.0 { texts.unchanged } else { texts.hardly };
    let rows: Vec<CohortRow> = groups
        .iter()
        .map(|group| {
            let value = text::signed(group.per_head, digits, lang);
            let is_moved = is_told(group);
            CohortRow {
                born: born(group, texts),
                word: match (is_moved, group.per_head > 0.0) {
                    (false, _) => stays(group),
                    (true, true) => texts.relief,
                    (true, false) => texts.burden,
                },
                value: if is_moved { text::with_euro(&value, lang) } else { String::new() },
                bar: bar(group.per_head, largest),
                is_moved,
            }
        })
        .collect();
    let by_value = |a: &&CohortGroup, b: &&CohortGroup| a.per_head.total_cmp(&b.per_head);
    // Groups that show the same amount are named together, and neighbours as one.
    let all_like = |end: &CohortGroup| {
        let is_alike = |group: &CohortGroup| group.to.is_some() && euros(group.per_head) == euros(end.per_head);
        let spans =
            groups.chunk_by(|a, b| is_alike(a) == is_alike(b)).filter(|span| span.first().is_some_and(is_alike));
        let years = spans.filter_map(|span| Some(CohortGroup { to: span.last()?.to, ..*span.first()? }));
        let years: Vec<String> = years.map(|span| born(&span, texts)).collect();
        let unborn = groups.iter().filter(|group| group.to.is_none() && euros(group.per_head) == euros(end.per_head));
        let years = (!years.is_empty()).then(|| (texts.born_in)(&listed(&years, texts)));
        listed(&years.into_iter().chain(unborn.map(|group| born(group, texts))).collect::<Vec<_>>(), texts)
    };
    let count =
        |is_meant: fn(f64) -> bool| groups.iter().filter(|group| is_told(group) && is_meant(group.per_head)).count();
    let untold: Vec<&CohortGroup> = groups.iter().filter(|group| !is_told(group)).collect();
    let same = untold.iter().max_by(|a, b| a.per_head.abs().total_cmp(&b.per_head.abs())).map(|group| stays(group));
    let ends = groups.iter().max_by(by_value).zip(groups.iter().min_by(by_value));
    let sentence = match ends.filter(|_| largest > 0.0) {
        Some((most, least)) => (texts.generations_said)(
            (&all_like(most), &euros(most.per_head)),
            (&all_like(least), &euros(least.per_head)),
            (count(|it| it > 0.0), count(|it| it < 0.0), groups.len()),
            same.unwrap_or_default(),
            debt(projection.ledger.debt_left, lang).as_ref().map(|(amount, more)| (amount.as_str(), *more)),
            it.town.horizon.0,
        ),
        None => texts.generations_untouched.to_owned(),
    };
    let amount = |value: f64| text::signed_amount(Money::from_euros(value), lang);
    let ledger = &projection.ledger;
    let inheritance = projection.inheritance;
    let change = inheritance.change.map(|change| {
        let way = change.partial_cmp(&0.0).unwrap_or(Ordering::Equal);
        (text::about(Money::from_euros(change.abs()), lang), way)
    });
    let today = inheritance.today.map(|euros| text::about(Money::from_euros(euros), lang));
    let today = (texts.inheritance_today)(&it.town.short_name, today.as_deref());
    let change = change.as_ref().map(|(amount, way)| (amount.as_str(), *way));
    let change = (texts.inheritance_change)(&it.town.short_name, change, it.town.horizon.0);
    Generations {
        sentence,
        unit: (texts.generations_unit)(it.town.horizon.0, chosen.map(|_| rate(at, lang)).as_deref()),
        rows,
        closing: (texts.ledger_closes)(
            &amount(ledger.total),
            &amount(ledger.assets_left),
            &amount(ledger.debt_left),
            &amount(ledger.interest_paid),
            &amount(ledger.saved),
            &amount(ledger.closing()),
        ),
        inheritance: if it.scenario.is_moved() { format!("{today} {change}") } else { today },
    }
}

/// Debt that is left after the horizon, and whether it is more than planned; none below half a euro.
fn debt(left: f64, lang: Lang) -> Option<(String, bool)> {
    (left.abs() >= 0.5).then(|| (text::about(Money::from_euros(left.abs()), lang), left > 0.0))
}

fn born(group: &CohortGroup, texts: &Texts) -> String {
    match (group.from, group.to) {
        (None, Some(to)) => (texts.born_until)(to),
        (Some(from), Some(to)) => (texts.born_between)(from, to),
        _ => texts.unborn.to_owned(),
    }
}

/// The ledger under other assumptions (Bausteine, Abschlag, Zurechnung).
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookFigure {
    /// Whether a direction depends on the discount; empty if untouched.
    pub rates: String,
    /// What another way of charging would change; empty if untouched.
    pub alike: String,
    /// Head of the table: the unit, years of birth, and all people.
    pub head: Vec<String>,
    /// What each goal, investment and taxes give; together; charged otherwise.
    pub rows: Vec<Vec<String>>,
}

/// Parts of the ledger, discount rates and another way of charging, in words and a table.
pub fn outlook_figure(it: Telling<'_>) -> OutlookFigure {
    let (lang, texts) = (it.lang, it.texts());
    let found: Outlook = outlook(it.town, it.scenario);
    let own = found.by_rate.first().map(Vec::as_slice).unwrap_or_default();
    let largest = own.iter().chain(&found.alike).map(|group| group.per_head.abs()).fold(0.0, f64::max);
    let digits = if largest < 10.0 { 2 } else { 0 };
    let row = |name: String, per_head: Vec<f64>, total: f64| -> Vec<String> {
        let values = per_head.into_iter().map(|value| text::signed(value, digits, lang));
        let all = text::signed_millions(Money::from_euros(total), lang);
        std::iter::once(name).chain(values).chain([all]).collect()
    };
    let [unit, taxes, together, otherwise] = texts.parts_head.map(str::to_owned);
    let total = found.spending.total + found.taxes.total;
    let per_head = |groups: &[CohortGroup]| groups.iter().map(|group| group.per_head).collect();
    let parts = found.parts.iter().map(|(part, share)| {
        let name = match part {
            Part::Operating(purpose) => short_goal_name(it.town, *purpose, lang),
            Part::Investment => texts.investment.to_owned(),
        };
        row(name, share.per_head.to_vec(), share.total)
    });
    let ends = [
        row(taxes, found.taxes.per_head.to_vec(), found.taxes.total),
        row(together, per_head(own), total),
        row(otherwise, per_head(&found.alike), total),
    ];
    let rows = parts.chain(ends).collect();
    let names = own.iter().map(|group| born(group, texts));
    let head = std::iter::once(unit).chain(names).chain([texts.parts_sum.to_owned()]).collect();
    let flips: Vec<String> =
        own.iter().zip(found.flips()).filter(|(_, flips)| *flips).map(|(group, _)| born(group, texts)).collect();
    let (turned, gone) = found.turned();
    let said = |sentence: String| if !it.scenario.is_moved() { String::new() } else { sentence };
    OutlookFigure {
        rates: said(match flips.as_slice() {
            [] => texts.rate_same.to_owned(),
            names => (texts.rate_flips)(&names.join(", ")),
        }),
        alike: said((texts.alike_said)(turned, gone, own.len())),
        head,
        rows,
    }
}
