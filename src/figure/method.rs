use super::goal::goal_name;
use super::premises::premises;
use super::row::{Kind, Row};
use crate::model::ensemble::SPILL_GRADE;
use crate::model::{Basis, Effect, Indicator, LeverAt, Output, Purpose, Spillover, Town};
use crate::text::{self, Lang};

/// By what the rows are put together (Ordnung der Belege).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the goal that is served.
    #[default]
    Goal,
    /// By grade, the best first; then spill-overs, costs and values, the official ones first.
    Grade,
    /// By lever; what belongs to none at the end.
    Lever,
}

/// All orders, as the page offers them.
pub const ORDERS: [Order; 3] = [Order::Goal, Order::Grade, Order::Lever];

/// Rows under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Goal, grade or lever.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Name of a kind, as the page offers it for choice.
pub fn kind_name(kind: Kind, lang: Lang) -> String {
    let words = &lang.texts().method;
    let [official, estimate, assumption] = words.value_kinds;
    let name = match kind {
        Kind::Effect(grade) => return format!("{grade:?} {}", (lang.texts().grade)(grade)),
        Kind::Spillover => words.spillovers,
        Kind::Cost => words.costs,
        Kind::Value(Basis::Official) => official,
        Kind::Value(Basis::Estimate) => estimate,
        Kind::Value(Basis::Assumption) => assumption,
    };
    name.to_owned()
}

/// The rows of the kinds that are not hidden, under headings (Belege).
pub fn evidence(town: &Town, lang: Lang, order: Order, hidden: &[Kind]) -> Vec<Group> {
    let rows = rows(town, lang).into_iter().filter(|row| !hidden.contains(&row.kind));
    let mut groups: Vec<((usize, usize), Group)> = Vec::new();
    for row in rows {
        let goal = row.goal.or_else(|| row.lever.map(|lever| main_goal(town, lever)));
        let (key, title) = match (order, goal, row.lever) {
            (Order::Goal, Some(goal), _) => {
                let place = town.purposes().iter().position(|it| *it == goal);
                ((0, place.unwrap_or(usize::MAX)), goal_name(town, goal, lang))
            }
            (Order::Lever, _, Some(lever)) => {
                let name = town.levers.get(lever).map_or("", |it| lang.of(&it.name));
                ((0, lever.0), name.to_owned())
            }
            _ => {
                ((1, Kind::ALL.iter().position(|it| *it == row.kind).unwrap_or(usize::MAX)), kind_name(row.kind, lang))
            }
        };
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.rows.push(row),
            None => groups.push((key, Group { title, rows: vec![row] })),
        }
    }
    groups.sort_unstable_by_key(|(key, _)| *key);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How many rows there are of all kinds.
pub fn evidence_count(town: &Town) -> usize {
    rows(town, Lang::default()).len()
}

fn rows(town: &Town, lang: Lang) -> Vec<Row> {
    let effects = town.effects.iter().map(|it| effect(town, it, lang));
    let spillovers = town.spillovers.iter().enumerate().map(|(at, it)| spillover(town, at, it, lang));
    let outputs = town.outputs.iter().enumerate().map(|(at, it)| output(town, at, it, lang));
    effects.chain(spillovers).chain(outputs).chain(premises(town, lang)).collect()
}

/// The goal that gets most of a lever's money.
fn main_goal(town: &Town, lever: LeverAt) -> Purpose {
    let amount = |goal: &Purpose| town.levers.get(lever).map(|lever| lever.amount(*goal));
    town.purposes().into_iter().max_by_key(amount).unwrap_or(Purpose::Overhead)
}

fn effect(town: &Town, it: &Effect, lang: Lang) -> Row {
    let texts = lang.texts();
    let lever = town.levers.get(it.lever).map_or("", |lever| lang.of(&lever.name));
    let subject = it.indicator.and_then(|index| town.indicators.get(index));
    Row {
        id: it.id.clone(),
        title: subject.map_or_else(
            || (texts.method.acts_on_nothing)(lever),
            |subject| (texts.method.acts_on)(lever, lang.of(&subject.name)),
        ),
        sentence: lang.of(&it.sentence).to_owned(),
        number: number(it, lang),
        caveat: lang.of(&it.caveat).to_owned(),
        grade: Some(it.grade),
        source: it.source.clone(),
        url: it.url.clone(),
        seen: (texts.seen)(it.seen),
        kind: Kind::Effect(it.grade),
        goal: subject.map(|subject| Purpose::Field(subject.field)),
        lever: Some(it.lever),
    }
}

/// How much of a euro works and how firm both steps are, or why there is no number.
pub(super) fn number(it: &Effect, lang: Lang) -> String {
    let texts = lang.texts();
    if !it.has_number() {
        let said = if it.is_known_nothing() { texts.method.no_effect } else { texts.method.no_number };
        return said.to_owned();
    }
    let cents = it.share.abs() * 100.0;
    let cents = text::number(cents, text::change_decimals(cents, 0), lang);
    let grades = [it.grade, it.euro_grade].map(|grade| format!("{grade:?}, {}", (texts.grade)(grade)));
    format!("{} {}", (texts.method.share)(&cents, it.share < 0.0), (texts.method.grades)(&grades))
}

/// Key of a spill-over, by its place in the pack.
pub fn spillover_id(at: usize) -> String {
    format!("M{:02}", at + 1)
}

fn spillover(town: &Town, at: usize, it: &Spillover, lang: Lang) -> Row {
    let texts = lang.texts();
    let (from, to) = (town.indicators.get(it.from), town.indicators.get(it.to));
    let name = |subject: Option<&Indicator>| subject.map_or("", |subject| lang.of(&subject.name)).to_owned();
    Row {
        id: spillover_id(at),
        title: (texts.method.acts_on)(&name(from), &name(to)),
        sentence: lang.of(&it.reason).to_owned(),
        number: (texts.method.score)(&text::signed(it.score, 0, lang)),
        caveat: String::new(),
        grade: Some(SPILL_GRADE),
        source: it.source.clone(),
        url: String::new(),
        seen: (texts.seen)(it.seen),
        kind: Kind::Spillover,
        goal: to.map(|subject| Purpose::Field(subject.field)),
        lever: None,
    }
}

fn output(town: &Town, at: usize, it: &Output, lang: Lang) -> Row {
    let texts = lang.texts();
    let lever = town.levers.get(it.lever).map_or("", |lever| lang.of(&lever.name));
    let euros = |value: f64| text::amount(crate::model::Money::from_euros(value), lang);
    Row {
        id: format!("K{:02}", at + 1),
        title: (texts.method.cost_of)(lever, lang.of(&it.one)),
        sentence: (texts.unit_cost)(&euros(it.unit_cost), &euros(it.range.0), &euros(it.range.1), it.year),
        number: String::new(),
        caveat: lang.of(&it.note).to_owned(),
        grade: None,
        source: it.source.clone(),
        url: it.url.clone(),
        seen: (texts.basis)(it.basis),
        kind: Kind::Cost,
        goal: None,
        lever: Some(it.lever),
    }
}
