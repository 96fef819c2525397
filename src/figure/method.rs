use super::ledger::goal_name;
use crate::model::{Effect, Grade, Indicator, Output, Purpose, Sourced, Spillover, Town};
use crate::text::{self, Lang, ReactionSaid};

/// Kinds of rows: the four grades, then spill-overs and unit costs.
pub const KINDS: usize = 6;

/// By what the rows are put together (Ordnung der Belege).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the goal that is served.
    #[default]
    Goal,
    /// By grade, the best first; spill-overs and costs at the end.
    Grade,
    /// By lever; spill-overs at the end.
    Lever,
}

/// All orders, as the page offers them.
pub const ORDERS: [Order; 3] = [Order::Goal, Order::Grade, Order::Lever];

/// One row of evidence (Belegzeile).
#[derive(Clone, Debug, PartialEq)]
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
    kind: usize,
    goal: Purpose,
    lever: Option<usize>,
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
    let others = [texts.method.spillovers, texts.method.costs].map(str::to_owned);
    [Grade::A, Grade::B, Grade::C, Grade::D].map(grade).into_iter().chain(others).collect()
}

/// The rows of the kinds that are shown, under headings (Belege); `shown` has one entry per kind.
pub fn evidence(town: &Town, lang: Lang, order: Order, shown: &[bool]) -> Vec<Group> {
    let rows = rows(town, lang).into_iter().filter(|row| shown.get(row.kind).copied().unwrap_or(true));
    let kinds = kinds(lang);
    let mut groups: Vec<((usize, usize), Group)> = Vec::new();
    for row in rows {
        let kind_title = || kinds.get(row.kind).cloned().unwrap_or_default();
        let (key, title) = match (order, row.lever) {
            (Order::Goal, _) => {
                let place = town.purposes().iter().position(|goal| *goal == row.goal);
                ((0, place.unwrap_or(usize::MAX)), goal_name(town, row.goal, lang))
            }
            (Order::Lever, Some(lever)) => {
                let name = town.levers.get(lever).map_or("", |it| lang.of(&it.name));
                ((0, lever), name.to_owned())
            }
            (Order::Grade, _) | (Order::Lever, None) => ((1, row.kind), kind_title()),
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
    town.effects.len() + town.spillovers.len() + town.outputs.len()
}

fn rows(town: &Town, lang: Lang) -> Vec<Row> {
    let effects = town.effects.iter().map(|it| effect(town, it, lang));
    let spillovers = town.spillovers.iter().enumerate().map(|(at, it)| spillover(town, at, it, lang));
    let outputs = town.outputs.iter().enumerate().map(|(at, it)| output(town, at, it, lang));
    effects.chain(spillovers).chain(outputs).collect()
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
    let is_measured = it.share != 0.0 && subject.is_some();
    let cents = it.share.abs() * 100.0;
    let cents = text::number(cents, text::change_decimals(cents, 0), lang);
    Row {
        id: it.id.clone(),
        title: subject.map_or_else(
            || (texts.method.acts_on_nothing)(lever),
            |subject| (texts.method.acts_on)(lever, lang.of(&subject.name)),
        ),
        sentence: lang.of(&it.sentence).to_owned(),
        number: match is_measured {
            true => (texts.method.share)(&cents, it.share < 0.0),
            false => texts.method.no_effect.to_owned(),
        },
        caveat: lang.of(&it.caveat).to_owned(),
        grade: Some(it.grade),
        source: it.source.clone(),
        url: it.url.clone(),
        seen: (texts.seen)(&it.seen),
        kind: it.grade as usize,
        goal: subject.map_or_else(|| main_goal(town, it.lever), |subject| Purpose::Field(subject.field)),
        lever: Some(it.lever),
    }
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
        grade: None,
        source: it.source.clone(),
        url: String::new(),
        seen: (texts.seen)(&it.seen),
        kind: 4,
        goal: to.map_or(Purpose::Overhead, |subject| Purpose::Field(subject.field)),
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
        goal: main_goal(town, it.lever),
        lever: Some(it.lever),
    }
}

/// A value that the whole calculation shares: name, value, how firm it is, source.
pub type Constant = (&'static str, String, &'static str, String);

/// The fixed values of a town (Festwerte).
pub fn constants(town: &Town, lang: Lang) -> Vec<Constant> {
    let texts = lang.texts();
    let [interest, damping, strength] = texts.method.constant_names;
    let told = |name: &'static str, it: &Sourced, value: String| {
        let source = town.source(&it.source).map_or(it.source.as_str(), |source| source.text.as_str());
        (name, value, (texts.basis)(it.basis), source.to_owned())
    };
    let percent = format!("{}\u{a0}%", text::trimmed(town.real_interest.value * 100.0, 2, lang));
    vec![
        told(interest, &town.real_interest, percent),
        told(damping, &town.trend_damping, text::trimmed(town.trend_damping.value, 3, lang)),
        told(strength, &town.spillover_strength, text::trimmed(town.spillover_strength.value, 3, lang)),
    ]
}

/// Name of each indicator and how it reacts, in words (Reaktion).
pub fn reactions(town: &Town, lang: Lang) -> Vec<(String, String)> {
    let words = &lang.texts().method;
    let told = |(index, it): (usize, &Indicator)| {
        let value = |value: f64| format!("{}\u{a0}{}", text::trimmed(value, it.decimals, lang), lang.of(&it.unit));
        let number = |value: f64, base: usize| text::trimmed(value, text::change_decimals(value, base), lang);
        let (worst, best) = (value(it.scale.worst), value(it.scale.best));
        let said = if town.is_moved_by_money(index) {
            (words.reaction)(&ReactionSaid {
                delay: number(it.reaction.delay, 1),
                decay: number(it.reaction.decay, 3),
                headroom: number(it.reaction.headroom, 1),
                fade: format!("{}\u{a0}%", number(it.reaction.fade * 100.0, 0)),
                worst,
                best,
            })
        } else {
            (words.reaction_none)(&worst, &best)
        };
        // A unit may end in an abbreviation.
        (lang.of(&it.name).to_owned(), said.replace("..", "."))
    };
    town.indicators.iter().enumerate().map(told).collect()
}
