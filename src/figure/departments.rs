use super::Telling;
use super::goal::goal_name;
use super::products::area_name;
use crate::model::{
    AreaSeat, DepartmentAt, FieldAt, LineAt, Money, Purpose, Spending, Town, moved_areas, moving, spending,
};
use crate::text::{self, Lang, Texts};

/// A cell of the table: millions of euros, and its bar in percent of the largest cell of a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpendingCell {
    /// Millions of euros.
    pub amount: String,
    /// Length of the bar; zero for what serves no goal.
    pub bar: f64,
}

/// A department and what it spends for each goal.
#[derive(Clone, Debug, PartialEq)]
pub struct SpendingRow {
    /// Name of the department; of the last row, that it is the sum.
    pub name: String,
    /// What it is for, possibly empty.
    pub scope: String,
    /// The goals, overhead, what is fixed, all together.
    pub cells: Vec<SpendingCell>,
}

/// Who spends how much for which goal (Dezernate × Ziele).
#[derive(Clone, Debug, PartialEq)]
pub struct SpendingFigure {
    /// The answer first, or that the pack does not say.
    pub sentence: String,
    /// Department, goals, overhead, what is fixed, all together.
    pub head: Vec<String>,
    /// Departments in their order and last their sum; empty if the pack does not say.
    pub rows: Vec<SpendingRow>,
    /// What the figures are, and what is assumed.
    pub unit: String,
}

/// The plan by departments and goals; its sums are the budget's, to the cent before rounding to millions.
pub fn spending_figure(town: &Town, lang: Lang) -> SpendingFigure {
    let (texts, all) = (lang.texts(), spending(town));
    let goals = town.fields.len();
    let cells =
        all.iter().flat_map(|it| it.purposes.iter().zip(town.fields.places()).map(move |(sum, goal)| (it, goal, sum)));
    let largest = cells.max_by_key(|(_, _, sum)| **sum);
    let most = largest.map_or(Money::ZERO, |(_, _, sum)| *sum);
    let row = |name: String, scope: String, it: &Spending, most: Money| {
        let amounts = it.purposes.iter().copied().chain([it.fixed, it.total()]);
        let bar = |at: usize, amount: Money| {
            if at < goals && most > Money::ZERO {
                (amount.euros() / most.euros() * 100.0).clamp(0.0, 100.0)
            } else {
                0.0
            }
        };
        let cell = |(at, amount)| SpendingCell { amount: text::compact(amount, lang), bar: bar(at, amount) };
        SpendingRow { name, scope, cells: amounts.enumerate().map(cell).collect() }
    };
    let mut rows: Vec<SpendingRow> = all
        .iter()
        .map(|it| {
            let (name, scope) = named(town, it.department, lang);
            row(name, scope, it, most)
        })
        .collect();
    if let Some(sum) = summed(&all) {
        rows.push(row(texts.total.to_owned(), String::new(), &sum, Money::ZERO));
    }
    let purposes = town.purposes().into_iter().map(|purpose| goal_name(town, purpose, lang));
    let ends = [texts.fixed, texts.total].map(str::to_owned);
    SpendingFigure {
        sentence: match largest {
            Some((it, goal, sum)) => (texts.departments_said)(
                all.len(),
                &text::amount(town.budget.total.expense, lang),
                &named(town, it.department, lang).0,
                &goal_name(town, Purpose::Field(goal), lang),
                &text::amount(*sum, lang),
            ),
            None => (texts.departments_unknown)(&town.short_name),
        },
        head: std::iter::once(texts.department.to_owned()).chain(purposes).chain(ends).collect(),
        rows,
        unit: (texts.departments_unit)(town.year.0),
    }
}

/// All departments together.
fn summed(all: &[Spending]) -> Option<Spending> {
    let first = all.first()?;
    Some(Spending {
        department: first.department,
        purposes: (0..first.purposes.len())
            .map(|at| all.iter().filter_map(|it| it.purposes.get(at)).copied().sum())
            .collect(),
        fixed: all.iter().map(|it| it.fixed).sum(),
    })
}

/// Name and scope of a department.
fn named(town: &Town, department: DepartmentAt, lang: Lang) -> (String, String) {
    let found = town.departments.list.get(department);
    found.map_or_else(Default::default, |it| (lang.of(&it.name).to_owned(), lang.of(&it.scope).to_owned()))
}

/// A department whose lines move, or a product area.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatRow {
    /// Its name.
    pub name: String,
    /// More and less per year, with their signs; empty where there is none.
    pub changes: [String; 2],
    /// Its offices that are concerned, or its product groups, as printed.
    pub offices: Vec<String>,
    /// Goals whose money moves there.
    pub goals: Vec<String>,
}

/// Who has to talk to each other (Tisch): the departments that a scenario moves, and the goals it touches.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatsFigure {
    /// "An diesem Tisch sitzen …", or why nobody does.
    pub sentence: String,
    /// Goals whose indicators move although none of their money does; possibly empty.
    pub also: String,
    /// Who, more, less, offices or product groups, goals.
    pub head: [&'static str; 5],
    /// Departments or product areas, the largest change first.
    pub rows: Vec<SeatRow>,
    /// What is assumed, or why these are no departments; may be empty.
    pub note: &'static str,
}

/// The departments at the table and the goals they touch; where the pack names none, the product areas.
pub fn seats_figure(it: Telling<'_>) -> SeatsFigure {
    if it.town.departments.lines.is_empty() { area_seats(it) } else { department_seats(it) }
}

fn department_seats(it: Telling<'_>) -> SeatsFigure {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let seats = moving(town, it.scenario);
    let amount = |euros: f64| {
        if euros == 0.0 { String::new() } else { text::signed_amount(Money::from_euros(euros), lang) }
    };
    let rows: Vec<SeatRow> = seats
        .iter()
        .map(|seat| SeatRow {
            name: named(town, seat.department, lang).0,
            changes: [amount(seat.more), amount(seat.less)],
            offices: seat.offices.clone(),
            goals: seat.purposes.iter().map(|purpose| goal_name(town, *purpose, lang)).collect(),
        })
        .collect();
    let moved = moved_purposes(it);
    let goals = goals_said(it, &moved);
    let people: Vec<String> = seats
        .iter()
        .map(|seat| match named(town, seat.department, lang) {
            (name, scope) if scope.is_empty() => name,
            (name, scope) => format!("{name} ({scope})"),
        })
        .collect();
    let sentence = if !it.scenario.is_moved() {
        texts.seats_untouched.to_owned()
    } else if seats.is_empty() {
        texts.seats_taxes.to_owned()
    } else {
        (texts.seats_said)(&listed(&people, texts), people.len(), &goals)
    };
    SeatsFigure {
        sentence,
        also: if seats.is_empty() { String::new() } else { also(it, &moved) },
        head: texts.seats_head,
        note: if rows.is_empty() { "" } else { texts.seats_note },
        rows,
    }
}

/// So many product areas are named in the sentence; the table has all of them.
const NAMED: usize = 4;

/// The product areas that a scenario moves: whoever is in charge of them would have to talk. Never a department, because
/// nobody told which one that is.
fn area_seats(it: Telling<'_>) -> SeatsFigure {
    let (town, lang, texts, words) = (it.town, it.lang, it.texts(), it.lang.products());
    let seats = moved_areas(town, it.scenario);
    let amount = |money: Money| if money.is_zero() { String::new() } else { text::signed_amount(money, lang) };
    let label = |line: &LineAt| town.budget.lines.get(*line).map(|it| it.label.clone());
    let row = |seat: &AreaSeat| SeatRow {
        name: town.budget.areas.get(seat.area).map(|it| area_name(it, words)).unwrap_or_default(),
        changes: [amount(seat.more), amount(seat.less)],
        offices: seat.groups.iter().filter_map(label).collect(),
        goals: seat.purposes.iter().map(|purpose| goal_name(town, *purpose, lang)).collect(),
    };
    let rows: Vec<SeatRow> = seats.iter().map(row).collect();
    let moved = moved_purposes(it);
    let sentence = if !it.scenario.is_moved() {
        texts.seats_untouched.to_owned()
    } else if rows.is_empty() {
        words.seats_taxes.to_owned()
    } else {
        let names: Vec<String> = rows.iter().map(|row| quoted(&row.name, texts)).collect();
        (words.seats_said)(&listed_first(&names, NAMED, texts), rows.len(), &goals_said(it, &moved))
    };
    SeatsFigure {
        sentence,
        also: if rows.is_empty() { String::new() } else { also(it, &moved) },
        head: words.seats_head,
        rows,
        note: words.seats_note,
    }
}

/// The purposes that a scenario moves money for, in the order of the page.
fn moved_purposes(it: Telling<'_>) -> Vec<Purpose> {
    let lines = it.town.moved_lines(it.scenario);
    let mut moved = it.town.purposes();
    moved.retain(|purpose| lines.iter().any(|(_, other, _)| other == purpose));
    moved
}

fn goals_said(it: Telling<'_>, moved: &[Purpose]) -> String {
    let texts = it.texts();
    let goals: Vec<String> =
        moved.iter().map(|purpose| quoted(&goal_name(it.town, *purpose, it.lang), texts)).collect();
    listed(&goals, texts)
}

/// Goals that no money moves and on whose indicators moved levers act; what only passes on from one indicator to the next
/// brings nobody to the table.
fn also(it: Telling<'_>, moved: &[Purpose]) -> String {
    let texts = it.texts();
    let end = it.projection.end();
    let is_touched = |field: FieldAt| {
        let own = it.town.indicators.pairs().filter(|(_, own)| own.field == field);
        own.map(|(at, _)| at).any(|at| it.projection.own(at, end, |_| true) != 0.0)
    };
    let fields = it.town.fields.places().filter(|field| !moved.contains(&Purpose::Field(*field)) && is_touched(*field));
    let names: Vec<String> =
        fields.map(|field| quoted(&goal_name(it.town, Purpose::Field(field), it.lang), texts)).collect();
    if names.is_empty() { String::new() } else { (texts.seats_also)(&listed(&names, texts), names.len()) }
}

pub(super) fn quoted(name: &str, texts: &Texts) -> String {
    let [open, close] = texts.quotes;
    format!("{open}{name}{close}")
}

/// The first so many of a list, and how many more there are.
pub(super) fn listed_first(names: &[String], count: usize, texts: &Texts) -> String {
    match names.split_at_checked(count) {
        Some((first, rest)) if !rest.is_empty() => (texts.bench.and_further)(&first.join(", "), rest.len()),
        _ => listed(names, texts),
    }
}

/// "a, b und c".
pub(super) fn listed(names: &[String], texts: &Texts) -> String {
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {} {last}", before.join(", "), texts.and),
        _ => names.concat(),
    }
}
