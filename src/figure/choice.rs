//! What can be chosen within a goal, and what choosing it does.

use super::Telling;
use super::draft::lever_note;
use super::goal::goal_name;
use super::ledger::{Control, control};
use super::measure::unit_step;
use super::outputs::{counted, unit_price};
use super::{Mode, given_note};
use crate::model::{Cell, Choice, Measure, Money, Town};
use crate::text::{self, Lang};

/// What a person reads of a choice before choosing it (Maßnahme zur Wahl).
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceFigure {
    /// Name.
    pub name: String,
    /// What one unit costs; for what is not counted, how much the plan spends.
    pub price: String,
    /// What the count is of, many of it.
    pub many: String,
    /// Whether an effect with a number is known.
    pub is_measured: bool,
    /// Whether it is built.
    pub is_built: bool,
    /// Which goals it serves beside the one it is seen from; empty if none.
    pub serves_too: String,
}

/// A choice in words.
pub fn choice_figure(town: &Town, choice: Choice, lang: Lang) -> Option<ChoiceFigure> {
    let doors = &lang.texts().doors;
    let (is_measured, is_built) = (town.is_effect_known(choice), town.is_built(choice));
    let serves_too = serves_too(town, choice, lang);
    if let Some(measure) = town.bought_by(choice).and_then(|at| town.chain.measures.get(at)) {
        return Some(ChoiceFigure {
            name: lang.of(&measure.name).to_owned(),
            price: unit_price(measure, lang),
            many: lang.of(&measure.many).to_owned(),
            is_measured,
            is_built,
            serves_too,
        });
    }
    let Choice::Everyday(cell) = choice else { return None };
    let lever = town.levers.get(cell.lever)?;
    let price = (doors.planned)(&text::about(town.choice_amount(choice), lang));
    Some(ChoiceFigure {
        name: lang.of(&lever.name).to_owned(),
        price,
        many: String::new(),
        is_measured,
        is_built,
        serves_too,
    })
}

/// The goals that a choice serves beside the one it is seen from (dient auch).
fn serves_too(town: &Town, choice: Choice, lang: Lang) -> String {
    let Choice::Everyday(cell) = choice else { return String::new() };
    let others = town.goals_served(choice).into_iter().filter(|goal| *goal != cell.purpose);
    (lang.texts().doors.serves_too)(&others.map(|goal| goal_name(town, goal, lang)).collect::<Vec<_>>())
}

/// The row of a choice: in steps of whole units where units are counted.
pub fn choice_control(town: &Town, choice: Choice, change: Money, lang: Lang) -> Control {
    let row = control(town, town.choice_amount(choice), change, town.choice_room(choice), false, Mode::Total, lang);
    in_units(town, choice, row, lang)
}

/// The row of a lever's money for one goal, in the same steps.
pub fn cell_control(town: &Town, cell: Cell, change: Money, mode: Mode, lang: Lang) -> Control {
    let row = control(town, town.cell_amount(cell), change, town.cell_room(cell), false, mode, lang);
    in_units(town, Choice::Everyday(cell), row, lang)
}

/// A row in steps of whole units, where units are counted.
fn in_units(town: &Town, choice: Choice, row: Control, lang: Lang) -> Control {
    let Some(measure) = town.bought_by(choice).and_then(|at| town.chain.measures.get(at)) else { return row };
    let widest = row.room.low.abs().max(row.room.high).euros();
    let step = Money::from_euros(unit_step(measure.unit_cost, widest));
    let units = step.euros() / measure.unit_cost;
    let noun = lang.of(if units < 1.5 { &measure.one } else { &measure.many });
    Control { step, step_text: format!("{} {noun}", counted(units, lang).0), ..row }
}

/// What a choice is moved by (gewählte Maßnahme).
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Units a year with their sign, or euros where nothing is counted.
    pub count: String,
    /// What the count is of, with the year: "geförderte Wohnungen im Jahr".
    pub noun: String,
    /// The same without a sign, for sentences that say themselves whether it is more or less.
    pub size: String,
    /// What stands between − and + there: the count, or euros without a sign, which would be read as a gain.
    pub step: String,
    /// In which years, where they are not the usual ones; empty otherwise.
    pub years: String,
    /// How many there are today, and at the horizon together; empty where nobody counts.
    pub stock: String,
    /// What it costs or saves a year, in which years where they are not the usual ones, how many there are, and what
    /// building means for the balance.
    pub beside: String,
}

/// How many units a choice is moved by; empty where it stands as planned, or where nothing is counted.
pub fn units_chosen(it: Telling<'_>, choice: Choice) -> String {
    let is_counted = it.town.bought_by(choice).is_some();
    chosen(it, choice).filter(|_| is_counted).map_or_else(String::new, |it| format!("{} {}", it.count, it.noun))
}

/// What a choice is moved by; none where it stands as planned.
pub fn chosen(it: Telling<'_>, choice: Choice) -> Option<Chosen> {
    let (town, lang, doors) = (it.town, it.lang, &it.texts().doors);
    let money = it.scenario.chosen(choice);
    if money.is_zero() {
        return None;
    }
    let years = match choice {
        Choice::Everyday(cell) => lever_note(it, cell.lever),
        Choice::Own(at) => given_note(it, at),
    };
    let years = years.trim().trim_end_matches('.').to_owned();
    let paid = paid(it, choice);
    let built = if town.is_built(choice) { doors.built } else { "" };
    let beside = |stock: &str| -> String {
        let parts = [paid.as_str(), &years, stock, built].into_iter().filter(|it| !it.is_empty());
        parts.map(|it| format!("{}. ", text::begun(it.trim_end_matches('.')))).collect::<String>().trim_end().to_owned()
    };
    let Some((at, measure)) = town.bought_by(choice).and_then(|at| Some((at, town.chain.measures.get(at)?))) else {
        let figure = choice_figure(town, choice, lang)?;
        return Some(Chosen {
            count: text::signed_about(money, lang),
            noun: doors.a_year.to_owned(),
            size: figure.name,
            step: text::about(money.abs(), lang),
            stock: String::new(),
            beside: beside(""),
            years,
        });
    };
    let units = money.euros() / measure.unit_cost;
    let (count, is_below) = counted(units, lang);
    let noun = lang.of(if count == "1" { &measure.one } else { &measure.many });
    let sign = if units < 0.0 { '\u{2212}' } else { '+' };
    let size = sized(measure, money, lang);
    let working = it.projection.course.units.get(at).and_then(|it| it.working.last()).copied().unwrap_or(0.0);
    let together = (measure.life > 1.0 && working != 0.0).then(|| counted(working, lang).0);
    let known = measure.stock.as_ref().map(|it| (text::rounded(it.value, lang), it.year));
    let known = known.as_ref().map(|(count, year)| (count.as_str(), *year));
    let last = match choice {
        Choice::Everyday(cell) => town.last_year(cell.lever),
        Choice::Own(at) => town.last_year_of(at),
    };
    let until = (last < town.horizon).then_some(last.0);
    let together = together.as_deref().map(|count| (count, town.horizon.0));
    let each = if is_below { (lang.texts().under)(&count) } else { count.clone() };
    // Years of its own have been said before.
    let stock = (doors.stock)(known, &each, until.filter(|_| years.is_empty()), together, units > 0.0);
    // A sign before a bound would be read as a change of that much.
    let told = if is_below { (doors.more_or_less)(noun, units > 0.0) } else { noun.to_owned() };
    let count = if is_below { (lang.texts().under)(&count) } else { format!("{sign}{count}") };
    Some(Chosen {
        step: count.clone(),
        count,
        noun: until.map_or_else(|| (doors.in_the_year)(&told), |year| (doors.in_the_year_until)(&told, year)),
        size,
        beside: beside(&stock),
        stock,
        years,
    })
}

/// So many units of a measure as so much money buys, without a sign: "10 Kilometer Radweg".
pub(super) fn sized(measure: &Measure, money: Money, lang: Lang) -> String {
    let (count, is_below) = counted(money.euros() / measure.unit_cost, lang);
    let noun = lang.of(if count == "1" { &measure.one } else { &measure.many });
    if is_below { (lang.texts().under)(&format!("{count} {noun}")) } else { format!("{count} {noun}") }
}

/// What a choice costs or saves a year, and of that the town itself where others share in it (Jahresbetrag).
pub(super) fn paid(it: Telling<'_>, choice: Choice) -> String {
    let (money, net) = (it.scenario.chosen(choice), it.town.choice_net(it.scenario, choice));
    let is_more = money > Money::ZERO;
    let own = (net != money).then(|| text::about(if is_more { net } else { -net }, it.lang));
    (it.texts().doors.paid)(&text::about(money.abs(), it.lang), own.as_deref(), is_more)
}
