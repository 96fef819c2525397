use std::ops::Add;

use super::spending::columns;
use super::{BudgetLine, LineAt, Money, Purpose, Scenario, Town};

/// Money of a product group for one use, euros per year (Strom vom Produkt zum Ziel).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// Ordinary expense as planned.
    pub planned: Money,
    /// Change of ordinary expense.
    pub change: Money,
    /// Change of payments for investment, which are no part of the ordinary sums.
    pub built: Money,
}

impl Stream {
    /// Whether a scenario moves it.
    pub fn is_moved(self) -> bool {
        !self.change.is_zero() || !self.built.is_zero()
    }
}

impl Add for Stream {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            planned: self.planned + other.planned,
            change: self.change + other.change,
            built: self.built + other.built,
        }
    }
}

impl std::iter::Sum for Stream {
    fn sum<I: Iterator<Item = Self>>(streams: I) -> Self {
        streams.fold(Self::default(), Add::add)
    }
}

/// A product group and what its money is for (Produktgruppe).
#[derive(Clone, Debug, PartialEq)]
pub struct GroupStreams {
    /// The budget line.
    pub line: LineAt,
    /// For each purpose, in the order of [`Town::purposes`]: the goals, then overhead; last what is never moved.
    pub uses: Vec<Stream>,
}

/// A product area with its groups (Produktbereich).
#[derive(Clone, Debug, PartialEq)]
pub struct AreaStreams<'a> {
    /// As the plan prints it.
    pub area: &'a BudgetLine,
    /// Its groups, in the order of the plan.
    pub groups: Vec<GroupStreams>,
}

impl GroupStreams {
    /// Everything that it spends.
    pub fn whole(&self) -> Stream {
        self.uses.iter().copied().sum()
    }

    /// What it spends for the use at this place.
    pub fn of(&self, at: usize) -> Stream {
        self.uses.get(at).copied().unwrap_or_default()
    }
}

impl AreaStreams<'_> {
    /// Everything that it spends.
    pub fn whole(&self) -> Stream {
        self.groups.iter().map(GroupStreams::whole).sum()
    }

    /// What it spends for the use at this place.
    pub fn of(&self, at: usize) -> Stream {
        self.groups.iter().map(|group| group.of(at)).sum()
    }
}

/// The budget by product areas, each with what its money is for, and with what a scenario moves (vom Produkt zum Ziel).
///
/// Every sum is exact: over the uses what a group, an area and the budget spend; over the areas what is planned and changed
/// for a purpose.
pub fn products<'a>(town: &'a Town, scenario: &Scenario) -> Vec<AreaStreams<'a>> {
    let purposes = town.purposes();
    let touches = touches(town, scenario, &purposes);
    let group = |line: LineAt| {
        let planned = columns(town, line, &purposes);
        let mut uses: Vec<Stream> =
            planned.into_iter().map(|it| Stream { planned: Money::from_cents(it), ..Stream::default() }).collect();
        for touch in touches.iter().filter(|it| it.line == line) {
            if let Some(stream) = uses.get_mut(touch.at) {
                let sum = if touch.is_built { &mut stream.built } else { &mut stream.change };
                *sum += touch.amount;
            }
        }
        GroupStreams { line, uses }
    };
    let area = |area: &'a BudgetLine| {
        let own = town.budget.lines.pairs().filter(|(_, line)| line.code.starts_with(&area.code));
        AreaStreams { area, groups: own.map(|(at, _)| group(at)).collect() }
    };
    town.budget.areas.iter().map(area).collect()
}

/// What one move does to a product group.
struct Touch {
    line: LineAt,
    /// Place of its use.
    at: usize,
    amount: Money,
    is_built: bool,
}

fn touches(town: &Town, scenario: &Scenario, purposes: &[Purpose]) -> Vec<Touch> {
    let cells = scenario.moves.iter().filter_map(|(cell, it)| {
        let lever = town.levers.get(cell.lever)?;
        let parts = lever.split(cell.purpose, it.amount);
        Some((lever, cell.purpose, it.amount, parts, town.invests(cell.lever)))
    });
    let measures = scenario.measures.iter().filter_map(|(at, it)| {
        let measure = town.chain.measures.get(*at)?;
        let lever = town.levers.get(measure.lever)?;
        Some((lever, Purpose::Field(measure.field), it.amount, lever.spread(it.amount), town.builds(*at)))
    });
    let mut all = Vec::new();
    for (lever, purpose, amount, parts, is_built) in cells.chain(measures) {
        let Some(at) = purposes.iter().position(|it| *it == purpose) else { continue };
        let cut = lever.lines.iter().zip(cut(amount, &parts));
        all.extend(cut.filter(|(_, it)| !it.is_zero()).map(|(part, amount)| Touch {
            line: part.line,
            at,
            amount,
            is_built,
        }));
    }
    all
}

/// An amount in whole cents by its parts in euros, cut between rounded running sums so that nothing is lost; where there is
/// nothing to share it out by, the first takes all.
fn cut(amount: Money, parts: &[f64]) -> Vec<Money> {
    let has_parts = parts.iter().any(|part| *part != 0.0);
    let (mut run, mut before) = (0.0, Money::ZERO);
    let until = |(at, part): (usize, &f64)| {
        run += part;
        let here = if !has_parts || at + 1 == parts.len() { amount } else { Money::from_euros(run) };
        let own = here - before;
        before = here;
        own
    };
    parts.iter().enumerate().map(until).collect()
}

/// A product area that a scenario moves, euros per year (Produktbereich am Tisch).
#[derive(Clone, Debug, PartialEq)]
pub struct AreaSeat {
    /// Place of the area in the budget.
    pub area: usize,
    /// More, all its moved groups together.
    pub more: Money,
    /// Less, as a negative amount.
    pub less: Money,
    /// Its groups that move, the largest change first.
    pub groups: Vec<LineAt>,
    /// Purposes whose money moves there, in the order of the page.
    pub purposes: Vec<Purpose>,
}

/// Which product areas a scenario moves, the largest change first; expense and investment alike.
pub fn moved_areas(town: &Town, scenario: &Scenario) -> Vec<AreaSeat> {
    let purposes = town.purposes();
    let touches = touches(town, scenario, &purposes);
    let of = |(at, area): (usize, &BudgetLine)| {
        let is_own =
            |touch: &&Touch| town.budget.lines.get(touch.line).is_some_and(|it| it.code.starts_with(&area.code));
        let own: Vec<&Touch> = touches.iter().filter(is_own).collect();
        let sum = |is_more: bool| own.iter().map(|it| it.amount).filter(|it| (*it > Money::ZERO) == is_more).sum();
        let size = |line: &LineAt| own.iter().filter(|it| it.line == *line).map(|it| it.amount.abs()).sum::<Money>();
        let lines: Vec<LineAt> = town.budget.lines.places().filter(|at| own.iter().any(|it| it.line == *at)).collect();
        let groups = largest_first(lines, size);
        let is_moved = |column: usize| own.iter().any(|it| it.at == column);
        let moved = purposes.iter().enumerate().filter(|(column, _)| is_moved(*column)).map(|(_, it)| *it);
        AreaSeat { area: at, more: sum(true), less: sum(false), groups, purposes: moved.collect() }
    };
    let all = town.budget.areas.iter().enumerate().map(of).filter(|it| !it.groups.is_empty());
    largest_first(all.collect(), |it| it.more - it.less)
}

/// A few things by their size, the largest first; those of one size stay in their order.
///
/// By hand, because a sort of the standard library is compiled anew for each kind of thing, into two kilobytes of the page
/// each time.
pub fn largest_first<T>(all: Vec<T>, size: impl Fn(&T) -> Money) -> Vec<T> {
    let sizes: Vec<Money> = all.iter().map(size).collect();
    let mut left: Vec<Option<T>> = all.into_iter().map(Some).collect();
    by_size(&sizes).into_iter().filter_map(|at| left.get_mut(at).and_then(Option::take)).collect()
}

/// Places of sizes, the largest first.
fn by_size(sizes: &[Money]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (at, size) in sizes.iter().enumerate() {
        let before = order.iter().position(|other| sizes.get(*other).is_none_or(|it| it < size));
        order.insert(before.unwrap_or(order.len()), at);
    }
    order
}
