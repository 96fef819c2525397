//! Towns made at random that pass the checks of a pack, and Münster and Freiburg among them.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use zukunftshaushalt::model::fiscal::{LawProfile, Return, Shock, ShockKind};
use zukunftshaushalt::model::{
    Ages, Block, BudgetLine, Cell, FieldAt, GroupInvestment, Indicator, IndicatorAt, Lever, LeverAt, LeverKind,
    LeverLine, LineAt, List, Measured, Money, Population, ReserveYear, Scale, Share, Tax, TaxAt, TaxKind, Town, Year,
};
use zukunftshaushalt::pack::{Files, freiburg, load, muenster, problems};

use crate::chains::chain;

/// Münster as its pack describes it.
pub static MUENSTER: LazyLock<Arc<Town>> = LazyLock::new(|| Arc::new(load(&muenster()).expect("the pack loads")));

/// Freiburg as its pack describes it: another state, and much that is missing.
static FREIBURG: LazyLock<Arc<Town>> = LazyLock::new(|| Arc::new(load(&freiburg()).expect("the pack loads")));

/// A town under test; a failure prints the seed it was made of, not all of its people.
#[derive(Clone)]
pub struct Place {
    seed: Option<u64>,
    town: Arc<Town>,
}

impl Deref for Place {
    type Target = Town;

    fn deref(&self) -> &Town {
        &self.town
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seed {
            Some(seed) => write!(f, "towns::made({seed})"),
            None => write!(f, "{}", self.town.id),
        }
    }
}

/// Münster.
pub fn real() -> Place {
    Place { seed: None, town: MUENSTER.clone() }
}

/// Every town that has a pack.
pub fn reals() -> [Place; 2] {
    [real(), Place { seed: None, town: FREIBURG.clone() }]
}

/// Any town.
pub fn any_town() -> impl Strategy<Value = Place> {
    prop_oneof![1 => prop::sample::select(reals().to_vec()), 6 => any::<u64>().prop_map(made)]
}

/// Every cell that holds ordinary expense, in the order of the page.
pub fn cells(town: &Town) -> Vec<Cell> {
    town.purposes().into_iter().flat_map(|purpose| town.cells(purpose)).collect()
}

/// Every cell that holds payments for investment.
pub fn investment_cells(town: &Town) -> Vec<Cell> {
    town.purposes().into_iter().flat_map(|purpose| town.investment_cells(purpose)).collect()
}

/// Every cell that holds money.
pub fn all_cells(town: &Town) -> Vec<Cell> {
    [cells(town), investment_cells(town)].concat()
}

/// The first town from this seed on that passes the checks of a pack.
pub fn made(seed: u64) -> Place {
    let mut dice = Dice(seed);
    let mut found = Vec::new();
    for _ in 0..100 {
        let town = town(&mut dice);
        found = problems(&Files::default(), &town);
        if found.is_empty() {
            return Place { seed: Some(seed), town: Arc::new(town) };
        }
    }
    panic!("a hundred random towns were refused, the last one for {found:?}");
}

/// Numbers from a seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to below `high`.
    pub fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number from `low` to `high`, both included.
    pub fn count(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// Yes once in `times`.
    pub fn rarely(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }

    /// An amount between nothing and about a billion euros, small ones as likely as large ones.
    fn money(&mut self) -> Money {
        Money::from_euros(10f64.powf(self.within(0.0, 9.0)))
    }
}

/// A town with few of everything, in which every constant of the model is drawn anew.
fn town(dice: &mut Dice) -> Town {
    let mut town = (**MUENSTER).clone();
    town.id = "random".to_owned();
    town.horizon = town.year.plus(dice.count(1, 35));
    town.inhabitants.value = dice.within(100.0, 1e6);
    town.voluntary_grants = None;
    town.real_interest.value = if dice.rarely(3) { 0.0 } else { dice.within(-0.05, 0.1) };
    town.trend_damping.value = dice.within(0.0, 1.0);
    town.fields.truncate(dice.count(1, 4));
    let fields = town.fields.len();
    town.levers = (0..dice.count(1, 6)).map(|at| lever(dice, at, fields)).collect();
    budget(dice, &mut town);
    town.taxes = (0..dice.count(0, 2)).map(|at| Tax { id: format!("tax-{at}"), ..tax(dice) }).collect();
    if dice.rarely(3) {
        let fee = fee(dice, &town);
        town.taxes.push(fee);
    }
    town.population = people(dice, town.year, town.years().len());
    town.indicators = (0..dice.count(1, 6)).map(|_| indicator(dice, fields)).collect();
    let planned = dice.count(1, 5).min(town.years().len());
    town.reserves = (0..planned).map(|t| reserve(dice, town.year.plus(t))).collect();
    if dice.rarely(4) {
        town.reserves.clear();
        town.finance.backlog_per_head = None;
    }
    town.plan_years.clear();
    fairness(dice, &mut town);
    town.law = if dice.rarely(2) { LawProfile::Nrw } else { LawProfile::Bw };
    town.shocks =
        (0..dice.count(0, 4)).map(|at| Shock { id: format!("shock-{at}"), ..shock(dice, &town, planned) }).collect();
    // Dice of their own: whatever a chain draws, the town around it stays what its seed made it.
    let mut dice = Dice(!dice.0);
    town.first_year = town.year.plus(dice.count(0, usize::from(town.horizon.0 - town.year.0).min(2)));
    town.chain = chain(&mut dice, &town);
    town
}

fn lever(dice: &mut Dice, at: usize, fields: usize) -> Lever {
    let template = &MUENSTER.levers[0];
    // The first lever always serves every goal, because no goal may stay without money.
    let block = if at > 0 && dice.rarely(6) { Block::Fixed } else { Block::Goal };
    let lines = (0..dice.count(1, 2)).map(|_| lever_line(dice, block, if at == 0 { 1 } else { 2 }, fields)).collect();
    let kind = if at > 0 && dice.rarely(3) { LeverKind::Investment } else { LeverKind::Operating };
    Lever { id: format!("lever-{at}"), block, kind, lines, ..template.clone() }
}

/// Half of the goals or all of them share the line; what is left is overhead.
fn lever_line(dice: &mut Dice, block: Block, every: u64, fields: usize) -> LeverLine {
    let served: Vec<usize> = (0..fields).filter(|_| dice.rarely(every)).collect();
    let whole = if dice.rarely(2) { 1.0 } else { dice.within(0.1, 1.0) };
    let weight = Share::new(whole / served.len().max(1) as f64).unwrap();
    let is_fixed = block == Block::Fixed;
    let (from, to) = (dice.count(0, 90), dice.count(0, 100));
    LeverLine {
        expense: dice.money() + Money::from_euros(100.0),
        share: Share::ALL,
        percent: if is_fixed {
            (0.0, 0.0)
        } else {
            (dice.within(-100.0, 0.0).round(), dice.within(0.0, 200.0).round())
        },
        reimbursement: if dice.rarely(2) { Share::NONE } else { Share::new(dice.within(0.0, 1.0)).unwrap() },
        ages: Ages { from: from.min(to) as u8, to: from.max(to) as u8 },
        service_life: Some(dice.count(1, 60) as u16),
        weights: served.into_iter().map(|field| (FieldAt(field), weight)).collect(),
        ..MUENSTER.levers[0].lines[0].clone()
    }
}

/// A plan with one group per line of an operating lever, all in one area, whose sums hold; lines of investment belong to
/// the groups in turn, each as the whole of what its group builds.
fn budget(dice: &mut Dice, town: &mut Town) {
    let mut lines: List<LineAt, BudgetLine> = List::default();
    let (operating, built): (Vec<_>, Vec<_>) =
        town.levers.iter_mut().partition(|lever| lever.kind == LeverKind::Operating);
    for part in operating.into_iter().flat_map(|lever| &mut lever.lines) {
        part.line = lines.end();
        let revenue = dice.money();
        let code = format!("01{:02}", lines.len());
        lines.push(BudgetLine {
            code,
            label: String::new(),
            revenue,
            expense: part.expense,
            financial_result: Money::ZERO,
            result: revenue - part.expense,
        });
    }
    town.investments.clear();
    for (at, part) in built.into_iter().flat_map(|lever| &mut lever.lines).enumerate() {
        part.line = LineAt(at % lines.len());
        if let Some(paid) = town.investments.iter_mut().find(|it| it.line == part.line) {
            paid.amount += part.expense;
        } else {
            town.investments.push(GroupInvestment { line: part.line, amount: part.expense, years: Vec::new() });
        }
    }
    for part in town.levers.iter_mut().filter(|it| it.kind == LeverKind::Investment).flat_map(|it| &mut it.lines) {
        let paid = town.investments.iter().find(|it| it.line == part.line).map_or(Money::ZERO, |it| it.amount);
        // Rounded down, so that the shares of a group are never more than the whole.
        part.share = Share::new((part.expense.euros() / paid.euros() * 1e12).floor() / 1e12).unwrap();
    }
    let sum = |of: fn(&BudgetLine) -> Money| lines.iter().map(of).sum::<Money>();
    let total = BudgetLine {
        code: "01".to_owned(),
        label: String::new(),
        revenue: sum(|it| it.revenue),
        expense: sum(|it| it.expense),
        financial_result: Money::ZERO,
        result: sum(|it| it.result),
    };
    town.budget.areas = vec![total.clone()];
    town.budget.total = BudgetLine { code: "total".to_owned(), ..total };
    town.budget.lines = lines;
}

fn tax(dice: &mut Dice) -> Tax {
    let multiplier = dice.within(100.0, 900.0).round();
    let range = (multiplier - dice.within(0.0, 90.0).round(), multiplier + dice.within(0.0, 300.0).round());
    let ages = Ages { from: dice.count(0, 50) as u8, to: dice.count(50, 100) as u8 };
    // So large that a single point of the multiplier is worth a cent.
    let planned_yield = dice.money() + Money::from_euros(100.0);
    Tax { multiplier, planned_yield, range, ages, ..MUENSTER.taxes[0].clone() }
}

/// A fee of any group, up to what the group costs.
fn fee(dice: &mut Dice, town: &Town) -> Tax {
    let group = dice.count(0, town.budget.lines.len() - 1);
    let planned_yield = town.budget.lines[group].revenue;
    let fee = Tax { kind: TaxKind::Fee, multiplier: 100.0, planned_yield, group: Some(LineAt(group)), ..tax(dice) };
    let most = fee.cost_coverage(&town.budget).unwrap().floor().min(1e4);
    Tax { id: "fee".to_owned(), range: (100.0 - dice.within(0.0, 90.0).round(), most), ..fee }
}

/// People, growing or shrinking.
fn people(dice: &mut Dice, start: Year, years: usize) -> Population {
    let (growth, size) = (dice.within(0.97, 1.03), dice.within(1.0, 10_000.0));
    // In one town of three some ages are empty, in some of them a whole stretch such as all children.
    let mut ages: Vec<f64> = (0..=100).map(|_| size * dice.within(0.01, 1.0)).collect();
    if dice.rarely(3) {
        let from = if dice.rarely(2) { 0 } else { dice.count(0, 100) };
        let empty = dice.count(1, 30);
        ages.iter_mut().skip(from).take(empty).for_each(|persons| *persons = 0.0);
        ages.iter_mut().for_each(|persons| *persons *= f64::from(!dice.rarely(5)));
    }
    let year = |t: usize| ages.iter().map(|persons| persons * growth.powi(t as i32)).collect();
    Population { start, counts: (0..years).map(year).collect() }
}

fn indicator(dice: &mut Dice, fields: usize) -> Indicator {
    let template = MUENSTER.indicators[0].clone();
    let worst = dice.within(-1000.0, 1000.0);
    let width = 10f64.powf(dice.within(-3.0, 5.0)) * if dice.rarely(2) { -1.0 } else { 1.0 };
    let scale = Scale { worst, best: worst + width };
    let series = (0..dice.count(1, 8)).map(|at| Measured {
        year: Year(2015 + at as u16),
        value: worst + width * dice.within(0.02, 0.98),
        ..template.series[0].clone()
    });
    let series = series.collect();
    Indicator { field: FieldAt(dice.count(0, fields - 1)), scale, series, ..template }
}

fn reserve(dice: &mut Dice, year: Year) -> ReserveYear {
    let template = MUENSTER.reserves[0].clone();
    ReserveYear {
        year,
        result: Money::from_euros(dice.within(-1e8, 1e8)),
        general_opening: Money::from_euros(dice.within(-1e7, 1e9)),
        equalisation_opening: Money::from_euros(dice.within(0.0, 3e8)),
        global_saving: if dice.rarely(2) { Money::from_euros(dice.within(0.0, 3e7)) } else { Money::ZERO },
        ..template
    }
}

/// What of a random town's money and indicators the profile looks at; some of it is missing now and then.
fn fairness(dice: &mut Dice, town: &mut Town) {
    let (levers, indicators) = (town.levers.len(), town.indicators.len());
    let data = &mut town.fairness;
    for used in &mut data.uses {
        used.lever = LeverAt(dice.count(0, levers - 1));
        (used.future, used.education, used.upkeep) =
            (dice.within(0.0, 1.0), dice.within(0.0, 1.0), dice.within(0.0, 1.0));
    }
    for measure in data.floors.iter_mut().filter_map(|floor| floor.measure.as_mut()) {
        measure.indicator = IndicatorAt(dice.count(0, indicators - 1));
        measure.critical = dice.within(-1000.0, 1000.0);
        measure.safe = measure.critical + dice.within(1.0, 500.0) * if dice.rarely(2) { -1.0 } else { 1.0 };
    }
    data.co2 = (!dice.rarely(4)).then(|| IndicatorAt(dice.count(0, indicators - 1)));
    if dice.rarely(4) {
        data.assets.clear();
    }
    if dice.rarely(4) {
        data.uses.clear();
    }
    if dice.rarely(4) {
        town.finance.backlog_per_head = None;
    }
}

/// A shock on anything that the town has, from any year of its plan on.
fn shock(dice: &mut Dice, town: &Town, planned: usize) -> Shock {
    let which = dice.count(0, 4);
    let strikes_tax = which == 0 && !town.taxes.is_empty();
    let high = [if strikes_tax { 1.0 } else { 1e8 }, 0.1, 3.0, 1e4, 1e8][which];
    let amount = dice.within(-high, high);
    let target = dice.count(0, if strikes_tax { town.taxes.len() } else { town.budget.lines.len() } - 1);
    Shock {
        kind: match which {
            0 if strikes_tax => ShockKind::TaxYield(TaxAt(target)),
            1 => ShockKind::Interest,
            2 => ShockKind::LineCost(LineAt(target)),
            3 => ShockKind::Arrivals,
            _ => ShockKind::OneOff,
        },
        amount,
        range: (amount, amount),
        part: dice.within(0.01, 1.0),
        from: town.year.plus(dice.count(0, planned - 1)),
        ramp: dice.count(1, 12) as u16,
        years: dice.count(1, 40) as u16,
        fade: dice.within(0.0, 1.0),
        hits: Vec::new(),
        returned: dice.rarely(3).then(|| Return {
            part: dice.within(0.01, 1.0),
            delay: dice.within(1.0, 10.0),
            source: MUENSTER.shocks[0].source.clone(),
        }),
        ..MUENSTER.shocks[0].clone()
    }
}

/// The random towns differ, and they hold what a town can hold.
#[test]
fn random_towns_are_various() {
    let towns: Vec<Place> = (0..200).map(made).collect();
    let some = |of: fn(&Town) -> bool| towns.iter().any(|town| of(town)) && !towns.iter().all(|town| of(town));
    assert!(some(|it| it.taxes.is_empty()));
    assert!(some(|it| it.taxes.iter().any(|tax| tax.kind == TaxKind::Fee && tax.range.1 > 100.0)));
    assert!(some(|it| it.indicators.iter().any(|it| it.scale.worst > it.scale.best)));
    assert!(some(|it| it.levers.iter().any(|lever| lever.block == Block::Fixed)));
    assert!(some(|it| it.levers.iter().any(Lever::is_reimbursed)));
    assert!(some(|it| it.levers.iter().any(|lever| lever.kind == LeverKind::Investment)));
    assert!(some(|it| it.law == LawProfile::Bw));
    assert!(some(|it| it.reserves.is_empty()));
    assert!(some(|it| it.population.counts.iter().flatten().any(|persons| *persons == 0.0)));
    let children = |it: &Town| it.population.counts[0][..18].iter().sum::<f64>();
    assert!(towns.iter().any(|it| children(it) == 0.0), "a town without children");
    let strikes = |is: fn(ShockKind) -> bool| towns.iter().any(|it| it.shocks.iter().any(|shock| is(shock.kind)));
    assert!(strikes(|it| matches!(it, ShockKind::TaxYield(_))) && strikes(|it| matches!(it, ShockKind::LineCost(_))));
    assert!(strikes(|it| it == ShockKind::Interest) && strikes(|it| it == ShockKind::OneOff));
    assert!(strikes(|it| it == ShockKind::Arrivals));
    assert!(some(|it| it.horizon.since(it.year) < 5));
}
