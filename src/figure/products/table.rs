use super::told::Told;
use crate::figure::Telling;
use crate::figure::goal::goal_name;
use crate::model::{AreaStreams, Money, Stream};
use crate::text::{self, BothSides};

/// The same budget by products and by goals (Von 1991 nach 2030).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProductsFigure {
    /// How much it is, by how many areas and goals.
    pub sentence: String,
    /// What the scenario changes on both sides.
    pub moved: String,
    /// Product areas, uses, and their sums.
    pub table: ProductsTable,
    /// What the figures are, and what is assumed.
    pub unit: String,
}

/// Products by what their money is for (Tabelle der Produkte und Ziele).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProductsTable {
    /// Product, each use, the sum.
    pub head: Vec<String>,
    /// Products in the order of the plan, and their sum.
    pub rows: Vec<Vec<String>>,
}

/// The budget by product areas and by goals, with what the scenario changes on both sides.
pub fn products_figure(it: Telling<'_>) -> ProductsFigure {
    let told = Told::new(it);
    let (words, goals) = (told.words, it.town.fields.len());
    let served: Money = told.uses().filter(|at| told.is_goal(*at)).map(|at| told.of_use(at).planned).sum();
    let whole = told.whole();
    let amount = |money: Money| text::amount(money, it.lang);
    let said = (words.said)(
        it.town.year.0,
        &amount(whole.planned),
        told.areas.len(),
        goals,
        &amount(served),
        &amount(whole.planned - served),
    );
    ProductsFigure {
        sentence: said,
        moved: moved(&told, whole),
        table: table(&told, false),
        unit: (words.unit)(it.town.year.0),
    }
}

/// What the scenario changes on both sides, in a sentence.
fn moved(told: &Told<'_>, whole: Stream) -> String {
    let words = told.words;
    let uses = || told.areas.iter().flat_map(|area| &area.groups).flat_map(|group| &group.uses);
    if !uses().any(|it| it.is_moved()) {
        return if told.it.scenario.is_moved() { words.only_taxes } else { words.untouched }.to_owned();
    }
    let said = |money: Money| text::signed_amount(money, told.lang());
    let (expense, built) = (said(whole.change), said(whole.built));
    let touches = |at: usize| {
        let groups = told.areas.iter().flat_map(|area| &area.groups);
        groups.into_iter().any(|group| group.of(at).is_moved())
    };
    let is_touched = |area: &&AreaStreams<'_>| area.groups.iter().flat_map(|it| &it.uses).any(|it| it.is_moved());
    (words.moved)(&BothSides {
        expense: uses().any(|it| !it.change.is_zero()).then_some(&expense),
        built: uses().any(|it| !it.built.is_zero()).then_some(&built),
        areas: told.areas.iter().filter(is_touched).count(),
        goals: told.uses().filter(|at| told.is_goal(*at) && touches(*at)).count(),
        is_none_moved: told.uses().any(|at| !told.is_goal(at) && touches(at)),
    })
}

/// All product groups beneath their areas, by what their money is for.
pub fn products_table(it: Telling<'_>) -> ProductsTable {
    table(&Told::new(it), true)
}

fn table(told: &Told<'_>, with_groups: bool) -> ProductsTable {
    let words = told.words;
    let mut rows = Vec::new();
    for area in &told.areas {
        rows.push(told.cells(format!("{} {}", area.area.code, told.area_name(area.area)), |at| area.of(at)));
        let groups = area.groups.iter().filter(|_| with_groups);
        rows.extend(groups.filter_map(|group| {
            let line = told.line(group)?;
            Some(told.cells(format!("{} {}", line.code, line.label), |at| group.of(at)))
        }));
    }
    rows.push(told.cells(words.sum.to_owned(), |at| told.of_use(at)));
    let uses = told.uses().map(|at| told.use_name(at, goal_name));
    let head = std::iter::once(words.table_head[1].to_owned()).chain(uses).chain([words.sum.to_owned()]).collect();
    ProductsTable { head, rows }
}
