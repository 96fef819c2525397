use super::Telling;
use super::evidence::measure_row;
use super::goal::goal_name;
use super::summary::descending;
use crate::model::{Measure, MeasureAt, MeasureKind, Money, Purchase, Purpose, Units};
use crate::text::{self, CostSaid, UnitsSaid};

/// What moved money buys (Leistung).
#[derive(Clone, Debug, PartialEq)]
pub struct Bought {
    /// What it is bought with: the lever, and the goals that its money is for.
    pub goals: String,
    /// Name of the measure, or of the lever where nothing is counted.
    pub name: String,
    /// The count with its sign, or the money where nothing is counted.
    pub number: String,
    /// Of what; the name where nothing is counted.
    pub noun: String,
    /// When, how many in the end, and how many there are today; empty where none of that is to be said.
    pub beside: String,
    /// Change with its sign.
    pub amount: String,
    /// How many units, if they are counted.
    pub units: Option<BoughtUnits>,
    /// Whether an effect with a number is known.
    pub is_measured: bool,
}

/// How many units, and what the price rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct BoughtUnits {
    /// "mehr: etwa 29 geförderte Wohnungen im Jahr, 2050 zusammen etwa 430".
    pub text: String,
    /// How firm the unit cost is, in words.
    pub basis: &'static str,
    /// Unit cost with range and year.
    pub cost: String,
    /// Where the unit cost comes from, and what to know about it.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
}

/// The smallest count that is said as a number; what is less is said to be less, not rounded up to it.
const LEAST: f64 = 0.1;

/// What was moved, the largest change first.
pub fn bought_order(it: Telling<'_>) -> Vec<Purchase> {
    let all = it.town.purchases(it.scenario);
    let sizes: Vec<f64> = all.iter().map(|(_, amount)| amount.euros().abs()).collect();
    descending(&sizes).into_iter().filter_map(|at| all.get(at).map(|it| it.0)).collect()
}

/// What the changed money buys; none where nothing was moved.
pub fn bought_of(it: Telling<'_>, purchase: Purchase) -> Option<Bought> {
    let (town, lang) = (it.town, it.lang);
    let (_, amount) = town.purchases(it.scenario).into_iter().find(|(other, _)| *other == purchase)?;
    let lever = lang.of(&town.levers.get(town.lever_of(purchase)?)?.name);
    let goals = goals(it, purchase);
    let amount = text::signed_about(amount, lang);
    let (name, said, units, is_measured) = match purchase {
        Purchase::Units(at) => {
            let measure = town.chain.measures.get(at)?;
            let said = it.projection.course.units.get(at).and_then(|units| units_said(it, measure, units));
            let row = said.as_ref().map(|said| bought_units(it, at, measure, said));
            (lang.of(&measure.name), said, row, town.chain.is_measured(at))
        }
        Purchase::Uncounted(_) => (lever, None, None, false),
    };
    let [number, noun, beside] = match &said {
        Some(said) => (it.texts().units_short)(said),
        None => [amount.clone(), name.to_owned(), it.texts().no_output.to_owned()],
    };
    Some(Bought {
        goals: (it.texts().bought_with)(lever, &goals.join(", ")),
        name: name.to_owned(),
        number,
        noun,
        beside,
        amount,
        units,
        is_measured,
    })
}

/// The goals that the moved money of a purchase is for.
fn goals(it: Telling<'_>, purchase: Purchase) -> Vec<String> {
    let everyday = it.scenario.moves.keys().filter(|cell| it.town.purchase(cell.lever) == purchase);
    let given = it.scenario.measures.keys().filter(|at| Purchase::Units(**at) == purchase);
    let mut goals: Vec<Purpose> =
        everyday.map(|cell| cell.purpose).chain(given.filter_map(|at| it.town.goal_of(*at))).collect();
    goals.sort_unstable();
    goals.dedup();
    goals.into_iter().map(|goal| goal_name(it.town, goal, it.lang)).collect()
}

/// The units of a measure in words, and what their price rests on.
fn bought_units(it: Telling<'_>, at: MeasureAt, measure: &Measure, said: &UnitsSaid<'_>) -> BoughtUnits {
    let row = measure_row(it.town, at, measure, it.lang);
    BoughtUnits {
        text: (it.texts().units)(said),
        basis: (it.texts().basis)(measure.basis),
        cost: price_said(it.lang, measure),
        source: [row.source.as_str(), &row.caveat].join(". ").replace("..", "."),
        url: row.url,
    }
}

/// What is said of the units of a measure; none where none are bought.
fn units_said<'a>(it: Telling<'a>, measure: &'a Measure, units: &Units) -> Option<UnitsSaid<'a>> {
    let a_year = units.bought.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs())).filter(|it| *it != 0.0)?;
    let working = units.working.last().copied().unwrap_or(0.0);
    let first = units.working.iter().position(|it| *it != 0.0).and_then(|t| it.projection.years.get(t));
    let (count, is_below) = counted(a_year, it.lang);
    Some(UnitsSaid {
        noun: it.lang.of(if count == "1" { &measure.one } else { &measure.many }),
        count,
        is_below,
        more: a_year > 0.0,
        today: measure.stock.as_ref().map(|stock| (text::trimmed(stock.value, 1, it.lang), stock.year)),
        together: (measure.life > 1.0 && working != 0.0).then(|| counted(working, it.lang).0),
        horizon: it.town.horizon.0,
        first: (measure.starts_after > 0).then_some(first.map(|year| year.0)),
    })
}

/// A count with two digits, and whether it is less than the least that is said.
pub(super) fn counted(count: f64, lang: text::Lang) -> (String, bool) {
    (text::rounded(count.abs().max(LEAST), lang), count.abs() < LEAST)
}

/// So few euros are told with their cents.
const FEW: f64 = 10.0;

/// A price: of what costs a few euros with its cents.
fn price(euros: f64, lang: text::Lang) -> String {
    if euros.abs() < FEW {
        return text::with_euro(&text::number(euros, 2, lang), lang);
    }
    text::amount(Money::from_euros(euros), lang)
}

/// What one unit costs, in few words.
pub(super) fn unit_price(measure: &Measure, lang: text::Lang) -> String {
    let about = || text::about(Money::from_euros(measure.unit_cost), lang);
    let cost = if measure.unit_cost < FEW { price(measure.unit_cost, lang) } else { about() };
    let is_yearly = measure.kind == MeasureKind::Service && measure.life == 1.0;
    (lang.texts().doors.unit_price)(lang.of(&measure.one), &cost, is_yearly)
}

/// What a unit costs: "1 Kita-Platz kostet etwa 16.500 € im Jahr (…)".
pub(super) fn price_said(lang: text::Lang, measure: &Measure) -> String {
    let euros = |value: f64| price(value, lang);
    (lang.texts().price)(&CostSaid {
        one: lang.of(&measure.one),
        cost: euros(measure.unit_cost),
        range: (euros(measure.cost_range.0), euros(measure.cost_range.1)),
        year: measure.year,
        is_yearly: measure.kind == MeasureKind::Service && measure.life == 1.0,
    })
}
