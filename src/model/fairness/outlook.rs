use super::cohorts::{Bearer, CohortGroup, benefits, groups, per_head, total};
use crate::model::simulate::streams;
use crate::model::{Cell, MeasureAt, MeasureKind, Purpose, Scenario, Town};

/// Discount rates that people can choose, per year; the first is the default: all years count the same (Diskontsätze).
pub const RATES: [f64; 3] = [0.0, 0.01, 0.03];

/// A part of the ledger: what people get, or what they pay (Baustein der Bilanz).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Component {
    /// Euros per head by group, not discounted; what is paid is negative.
    pub per_head: Vec<f64>,
    /// Euros summed over people.
    pub total: f64,
}

/// What a part of the spending is for (Teil der Leistungen).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Operating expense of a goal.
    Operating(Purpose),
    /// Everything that is built, by its use.
    Investment,
}

/// The ledger under other assumptions (G6, Bilanz je Jahrgang nach Bausteinen, Zinssätzen und Zurechnung).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The groups at each of [`RATES`].
    pub by_rate: Vec<Vec<CohortGroup>>,
    /// What the town spends on people.
    pub spending: Component,
    /// The same by what is moved, in the order of the page; together they are `spending`.
    pub parts: Vec<(Part, Component)>,
    /// What people pay in taxes.
    pub taxes: Component,
    /// The groups, not discounted, if every euro counted for everybody alike (andere Zurechnung).
    pub alike: Vec<CohortGroup>,
}

/// Charges a scenario to the generations part by part, at every rate, and with other weights (fairness.md, Ledger).
pub fn outlook(town: &Town, scenario: &Scenario) -> Outlook {
    let streams = streams(town, scenario, &town.years());
    let (persons, start) = (&town.population.counts, i32::from(town.year.0));
    let grouped = |benefit: &[Vec<f64>], rate: f64| groups(&per_head(start, benefit, rate), start, persons);
    let component = |spending: &[Bearer], revenue: &[Bearer]| {
        let benefit = benefits(persons, spending, revenue);
        let per_head = grouped(&benefit, 0.0).iter().map(|group| group.per_head).collect();
        Component { per_head, total: total(&benefit, persons) }
    };
    let benefit = benefits(persons, &streams.spending, &streams.revenue);
    let alike = benefits(persons, &everybody(&streams.spending), &everybody(&streams.revenue));
    Outlook {
        by_rate: RATES.iter().map(|rate| grouped(&benefit, *rate)).collect(),
        parts: parts(town, scenario)
            .into_iter()
            .map(|(part, moved)| (part, component(&self::streams(town, &moved, &town.years()).spending, &[])))
            .collect(),
        spending: component(&streams.spending, &[]),
        taxes: component(&[], &streams.revenue),
        alike: grouped(&alike, 0.0),
    }
}

/// The scenario in pieces, one per goal and one for all investment; taxes are in none of them.
fn parts(town: &Town, scenario: &Scenario) -> Vec<(Part, Scenario)> {
    let of = |part: Part| {
        let is_in = |cell: &Cell| match part {
            Part::Operating(purpose) => cell.purpose == purpose && !town.invests(cell.lever),
            Part::Investment => town.invests(cell.lever),
        };
        let is_bought = |at: MeasureAt| {
            town.chain.measures.get(at).is_some_and(|it| match (part, it.kind) {
                (Part::Operating(purpose), MeasureKind::Service) => purpose == Purpose::Field(it.field),
                (Part::Investment, MeasureKind::Investment) => true,
                _ => false,
            })
        };
        let moves = scenario.moves.iter().filter(|(cell, _)| is_in(cell)).map(|(cell, it)| (*cell, *it)).collect();
        let measures = scenario.measures.iter().filter(|(at, _)| is_bought(**at)).map(|(at, it)| (*at, *it)).collect();
        (part, Scenario { moves, measures, ..Scenario::default() })
    };
    let all = town.purposes().into_iter().map(Part::Operating).chain([Part::Investment]);
    all.map(of).filter(|(_, piece)| piece.is_moved()).collect()
}

/// The groups at one rate per year.
pub fn discounted(town: &Town, scenario: &Scenario, rate: f64) -> Vec<CohortGroup> {
    let streams = streams(town, scenario, &town.years());
    let (persons, start) = (&town.population.counts, i32::from(town.year.0));
    groups(&per_head(start, &benefits(persons, &streams.spending, &streams.revenue), rate), start, persons)
}

/// The same money, the same for every age.
fn everybody(bearers: &[Bearer]) -> Vec<Bearer> {
    bearers.iter().map(|it| Bearer { flow: it.flow.clone(), weights: vec![1.0; it.weights.len()] }).collect()
}

impl Outlook {
    /// How many groups change their direction if every euro counts for everybody alike, and how many lose it.
    pub fn turned(&self) -> (usize, usize) {
        let own = self.by_rate.first().map(Vec::as_slice).unwrap_or_default();
        let largest = own.iter().map(|group| group.per_head.abs()).fold(0.0, f64::max);
        // What one lever gets and another gives meets in the same people: only rounding is left of it.
        let sign = |value: f64| if value.abs() <= 1e-9 * largest { 0.0 } else { value.signum() };
        let pairs = || own.iter().zip(&self.alike).map(|(own, alike)| (sign(own.per_head), sign(alike.per_head)));
        let turned = pairs().filter(|(own, alike)| own * alike < 0.0).count();
        (turned, pairs().filter(|(own, alike)| *own != 0.0 && *alike == 0.0).count())
    }

    /// Whether the sign of a group differs between two of the rates, by group.
    pub fn flips(&self) -> Vec<bool> {
        let count = self.by_rate.first().map_or(0, Vec::len);
        (0..count)
            .map(|at| {
                let values = || self.by_rate.iter().filter_map(|groups| groups.get(at)).map(|it| it.per_head);
                values().any(|it| it > 0.0) && values().any(|it| it < 0.0)
            })
            .collect()
    }
}
