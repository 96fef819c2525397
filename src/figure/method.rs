use super::evidence::{effect_row, link_row, measure_row};
use super::goal::goal_name;
use super::premises::premises;
use super::row::{Kind, Row};
use crate::model::{Basis, LeverAt, Purpose, Town};
use crate::text::Lang;

/// By what the rows are put together (Ordnung der Belege).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the goal that is served.
    #[default]
    Goal,
    /// By grade, the best first; then links, costs and values, the official ones first.
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
    let words = lang.method();
    let [official, estimate, assumption] = words.value_kinds;
    let name = match kind {
        Kind::Effect(grade) => return format!("{grade:?} {}", (lang.texts().grade)(grade)),
        Kind::Link => words.links,
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
    let chain = &town.chain;
    let effects = chain.effects.iter().enumerate().map(|(at, it)| effect_row(town, at, it, lang));
    let links = chain.links.iter().enumerate().map(|(at, it)| link_row(town, at, it, lang));
    let costs = chain.measures.pairs().map(|(at, it)| measure_row(town, at, it, lang));
    effects.chain(links).chain(costs).chain(premises(town, lang)).collect()
}

/// The goal that gets most of a lever's money.
fn main_goal(town: &Town, lever: LeverAt) -> Purpose {
    let amount = |goal: &Purpose| town.levers.get(lever).map(|lever| lever.amount(*goal));
    town.purposes().into_iter().max_by_key(amount).unwrap_or(Purpose::Overhead)
}
