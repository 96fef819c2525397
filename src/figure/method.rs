use super::ledger::goal_name;
use super::premises::premises;
use crate::model::ensemble::SPILL_GRADE;
use crate::model::{Effect, Grade, Indicator, Output, Purpose, Spillover, Town};
use crate::text::{self, Lang};

/// Kinds of rows: the four grades, spill-overs, unit costs, then values by how firm they are.
pub const KINDS: usize = 9;

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

/// One row of evidence, or a value that the calculation takes as given (Belegzeile).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its key, by which links find it.
    pub id: String,
    /// What acts on what.
    pub title: String,
    /// The sentence a citizen reads.
    pub sentence: String,
    /// The number in words.
    pub number: String,
    /// What limits it.
    pub caveat: String,
    /// Grade, if it is an effect.
    pub grade: Option<Grade>,
    /// Author, title, year.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// How it was read, or how firm it is.
    pub seen: &'static str,
    /// Position among [`KINDS`].
    pub(super) kind: usize,
    pub(super) goal: Option<Purpose>,
    pub(super) lever: Option<usize>,
}

/// Rows under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Goal, grade or lever.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Names of the kinds, as the page offers them for choice.
pub fn kinds(lang: Lang) -> Vec<String> {
    let texts = lang.texts();
    let grade = |grade: Grade| format!("{grade:?} {}", (texts.grade)(grade));
    let others = [texts.method.spillovers, texts.method.costs].into_iter().chain(texts.method.value_kinds);
    [Grade::A, Grade::B, Grade::C, Grade::D].map(grade).into_iter().chain(others.map(str::to_owned)).collect()
}

/// The rows of the kinds that are shown, under headings (Belege); `shown` has one entry per kind.
pub fn evidence(town: &Town, lang: Lang, order: Order, shown: &[bool]) -> Vec<Group> {
    let rows = rows(town, lang).into_iter().filter(|row| shown.get(row.kind).copied().unwrap_or(true));
    let kinds = kinds(lang);
    let mut groups: Vec<((usize, usize), Group)> = Vec::new();
    for row in rows {
        let kind_title = || kinds.get(row.kind).cloned().unwrap_or_default();
        let goal = row.goal.or_else(|| row.lever.map(|lever| main_goal(town, lever)));
        let (key, title) = match (order, goal, row.lever) {
            (Order::Goal, Some(goal), _) => {
                let place = town.purposes().iter().position(|it| *it == goal);
                ((0, place.unwrap_or(usize::MAX)), goal_name(town, goal, lang))
            }
            (Order::Lever, _, Some(lever)) => {
                let name = town.levers.get(lever).map_or("", |it| lang.of(&it.name));
                ((0, lever), name.to_owned())
            }
            _ => ((1, row.kind), kind_title()),
        };
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.rows.push(row),
            None => groups.push((key, Group { title, rows: vec![row] })),
        }
    }
    groups.sort_by_key(|(key, _)| *key);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How many rows there are of all kinds.
pub fn evidence_count(town: &Town) -> usize {
    rows(town, Lang::De).len()
}

fn rows(town: &Town, lang: Lang) -> Vec<Row> {
    let effects = town.effects.iter().map(|it| effect(town, it, lang));
    let spillovers = town.spillovers.iter().enumerate().map(|(at, it)| spillover(town, at, it, lang));
    let outputs = town.outputs.iter().enumerate().map(|(at, it)| output(town, at, it, lang));
    effects.chain(spillovers).chain(outputs).chain(premises(town, lang)).collect()
}

/// The goal that gets most of a lever's money.
fn main_goal(town: &Town, lever: usize) -> Purpose {
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
        seen: (texts.seen)(&it.seen),
        kind: it.grade as usize,
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
        seen: (texts.seen)(&it.seen),
        kind: 4,
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
        kind: 5,
        goal: None,
        lever: Some(it.lever),
    }
}
