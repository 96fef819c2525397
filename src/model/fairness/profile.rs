use super::backlog::used;
use super::{
    AssetYear, Backlog, ClimateDamage, FairnessData, Inheritance, Light, Measure, Metric, NetSavings, OwnMeans, Pair,
    Reach, Upkeep, backlog_of, climate_damage, co2_account, floor_status, future_share, own_means, reach,
    strong_status, upkeep,
};
use crate::model::{FiscalYear, LeverAt, LeverLine, Money, Projection, Scenario, Town, Year};

/// Those born in this year are of age when the rest of the CO2 budget is counted, 18 years later.
const COMING_OF_AGE: u16 = 2010 + 18;

/// The metrics of fairness between generations (Profil G1 bis G11); no single score.
///
/// None where the pack lacks the figures: never a made-up one. G6, the ledger, is in [`Projection`] and `Outlook`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// G1.
    pub own_means: Option<OwnMeans>,
    /// G2.
    pub reach: Option<Reaches>,
    /// G3.
    pub upkeep: Option<Upkept>,
    /// G4.
    pub backlog: Option<Backlog>,
    /// G5.
    pub inheritance: Inheritance,
    /// G7.
    pub co2: Option<Account>,
    /// G8: damage of a year's emissions today, and of all changed emissions until the horizon.
    pub damage: Option<(ClimateDamage, ClimateDamage)>,
    /// G9, every floor of the pack in its order.
    pub floors: Vec<Option<FloorPath>>,
    /// G10.
    pub future: Option<Pair>,
    /// G11.
    pub savings: Option<Savings>,
}

/// Reach of the reserves on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reaches {
    /// As planned.
    pub plan: Reach,
    /// With the scenario.
    pub scenario: Reach,
    /// Last year of the plan.
    pub last: Year,
}

/// Upkeep on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upkept {
    /// As planned.
    pub plan: Upkeep,
    /// With the scenario.
    pub scenario: Upkeep,
}

/// The CO2 account on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Tonnes from the first year of the budget on.
    pub budget: f64,
    /// Years from the start of the model until it is used up, as planned.
    pub plan: Option<f64>,
    /// The same with the scenario.
    pub scenario: Option<f64>,
    /// What is left when those born in 2010 come of age, as a share, and the year.
    pub left: Option<(Pair, Year)>,
}

/// A floor today and at the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloorPath {
    /// Last measured value.
    pub today: f64,
    /// Values at the horizon.
    pub value: Pair,
    /// Status today.
    pub status_today: f64,
    /// Status at the horizon.
    pub status: Pair,
}

/// The weak lens, euros per inhabitant and year, at the low and the high damage per tonne.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Savings {
    /// In the budget year as planned, at the low damage.
    pub low: f64,
    /// At the high damage.
    pub high: f64,
    /// What the scenario changes on average per year until the horizon, at the low damage.
    pub change_low: f64,
    /// At the high damage.
    pub change_high: f64,
}

/// Computes every metric for which the pack has the figures; an untouched scenario changes exactly nothing.
pub fn profile(town: &Town, scenario: &Scenario, projection: &Projection) -> Profile {
    let data = &town.fairness;
    let tonnes = Tonnes::of(town, projection);
    Profile {
        own_means: own_means_of(town, scenario, projection),
        reach: reaches(&projection.fiscal),
        upkeep: upkept(town, scenario, projection),
        backlog: backlog_of(town, scenario),
        inheritance: projection.inheritance,
        co2: tonnes.as_ref().and_then(|it| it.account(town)),
        damage: tonnes.as_ref().and_then(|it| it.damage(data)),
        floors: floors_of(town, projection),
        future: future_of(town, scenario),
        savings: tonnes.as_ref().and_then(|it| savings(town, scenario, projection, it)),
    }
}

impl Profile {
    /// How a metric stands against its limit with the scenario; none without a limit, or without its figures.
    pub fn light(&self, metric: Metric) -> Option<Light> {
        let is_used_up = |reach: &Reaches| reach.scenario.equalisation_gone.is_some();
        match metric {
            Metric::OwnMeans => self.own_means.map(|it| {
                let is_missing = it.per_head.scenario < 0.0;
                Light::of(is_missing && self.reach.as_ref().is_some_and(is_used_up), is_missing)
            }),
            Metric::Reach => self.reach.map(|it| Light::of(it.scenario.limit.is_some(), is_used_up(&it))),
            Metric::Upkeep => {
                let kept = self.upkeep.map(|it| it.scenario);
                kept.map(|it| Light::of(it.real.unwrap_or(it.ratio) < 1.0, it.weakest.1 < 1.0))
            }
            Metric::Co2Account => self.co2.map(|it| Light::of(it.scenario.is_some(), false)),
            Metric::Floors => self.strong().map(|it| Light::of(it.scenario <= 0.0, it.scenario < 1.0)),
            Metric::Backlog
            | Metric::Inheritance
            | Metric::Ledger
            | Metric::ClimateDamage
            | Metric::FutureShare
            | Metric::NetSavings => None,
        }
    }

    /// The strong view at the horizon: the lowest floor, none without a computed one.
    pub fn strong(&self) -> Option<Pair> {
        let lowest =
            |of: fn(&FloorPath) -> f64| strong_status(&self.floors.iter().flatten().map(of).collect::<Vec<_>>());
        let (plan, scenario) = lowest(|it| it.status.plan).zip(lowest(|it| it.status.scenario))?;
        Some(Pair { plan, scenario })
    }
}

/// What a scenario adds to expense and revenue in the budget year, gross, euros.
fn first_year(town: &Town, scenario: &Scenario) -> (f64, f64) {
    let now = scenario
        .moves
        .iter()
        .filter(|(cell, it)| it.from <= town.year && town.year <= it.to && !town.invests(cell.lever));
    let (gross, net) = now.fold((Money::ZERO, Money::ZERO), |(gross, net), (cell, it)| {
        (gross + it.amount, net + town.net_change(*cell, it.amount))
    });
    (gross.euros(), (gross - net + town.tax_change(scenario)).euros())
}

fn own_means_of(town: &Town, scenario: &Scenario, projection: &Projection) -> Option<OwnMeans> {
    let (expense, revenue) = first_year(town, scenario);
    let total = &town.budget.total;
    // Without reserves there are no years beyond the budget's own: its printed result, and what changes in its year.
    let printed = total.result.euros();
    let alone = || Pair::moved(printed, projection.difference.result.first().copied().unwrap_or(0.0));
    let result = projection
        .fiscal
        .first()
        .map_or_else(alone, |first| Pair { plan: first.plan.result, scenario: first.scenario.result });
    own_means(
        Pair::moved(total.revenue.euros(), revenue),
        Pair::moved(total.expense.euros(), expense),
        result,
        town.inhabitants.value,
    )
}

/// Payments for investment that the scenario adds in a year, euros.
pub fn built(town: &Town, scenario: &Scenario, year: Year) -> f64 {
    let now = scenario.moves.iter().filter(|(cell, it)| town.invests(cell.lever) && it.from <= year && year <= it.to);
    now.map(|(_, it)| it.amount).sum::<Money>().euros()
}

fn upkept(town: &Town, scenario: &Scenario, projection: &Projection) -> Option<Upkept> {
    let factor = town.fairness.replacement_factor.as_ref().map(|it| it.value);
    let plan = &town.fairness.assets;
    let with = |it: &AssetYear| {
        let at = projection.years.iter().position(|year| *year == it.year);
        let worn = at.and_then(|at| projection.difference.depreciation.get(at)).copied().unwrap_or(0.0);
        AssetYear {
            depreciation: it.depreciation + worn,
            investment: it.investment + built(town, scenario, it.year),
            ..it.clone()
        }
    };
    let changed: Vec<AssetYear> = plan.iter().map(with).collect();
    Some(Upkept { plan: upkeep(plan, factor)?, scenario: upkeep(&changed, factor)? })
}

fn reaches(years: &[FiscalYear]) -> Option<Reaches> {
    Some(Reaches {
        plan: reach(years.iter().map(|it| (it.year, it.plan, it.plan_triggers.as_slice())))?,
        scenario: reach(years.iter().map(|it| (it.year, it.scenario, it.scenario_triggers.as_slice())))?,
        last: years.last()?.year,
    })
}

/// Tonnes of CO2 of the whole town per year of the model.
struct Tonnes {
    plan: Vec<f64>,
    scenario: Vec<f64>,
    /// Tonnes a year before the model starts: the last measured value.
    before: f64,
}

impl Tonnes {
    fn of(town: &Town, projection: &Projection) -> Option<Self> {
        let index = town.fairness.co2?;
        let (indicator, path) = town.indicators.get(index).zip(projection.indicators.get(index))?;
        let people = town.population.totals();
        let all = |per_head: &[f64]| per_head.iter().zip(&people).map(|(it, n)| it * n).collect();
        Some(Self {
            plan: all(&path.baseline),
            scenario: all(&path.scenario),
            before: indicator.start() * town.inhabitants.value,
        })
    }

    fn account(&self, town: &Town) -> Option<Account> {
        let per_head = town.fairness.co2_budget.as_ref()?;
        let budget = per_head.value * town.inhabitants.value;
        let before = self.before * f64::from(town.year.0.saturating_sub(per_head.year));
        let (plan, scenario) = (co2_account(budget, before, &self.plan), co2_account(budget, before, &self.scenario));
        let until = Year(COMING_OF_AGE).since(town.year);
        let left = Pair {
            plan: plan.left_after(before, &self.plan, until),
            scenario: scenario.left_after(before, &self.scenario, until),
        };
        Some(Account {
            budget,
            plan: plan.used_up,
            scenario: scenario.used_up,
            left: (town.year.0 <= COMING_OF_AGE).then_some((left, Year(COMING_OF_AGE))),
        })
    }

    /// Tonnes the scenario adds until the horizon.
    fn added(&self) -> f64 {
        self.scenario.iter().zip(&self.plan).map(|(with, without)| with - without).sum()
    }

    fn damage(&self, data: &FairnessData) -> Option<(ClimateDamage, ClimateDamage)> {
        let (low, high) = (data.damage_low.as_ref()?.value, data.damage_high.as_ref()?.value);
        Some((climate_damage(self.before, low, high), climate_damage(self.added(), low, high)))
    }
}

/// Floors whose indicator was measured in the town; a value that stands in for a missing one is none.
fn floors_of(town: &Town, projection: &Projection) -> Vec<Option<FloorPath>> {
    let of = |measure: Measure| {
        let (indicator, path) =
            town.indicators.get(measure.indicator).zip(projection.indicators.get(measure.indicator))?;
        let last = indicator.series.last().filter(|it| it.is_local)?;
        let value = Pair { plan: *path.baseline.last()?, scenario: *path.scenario.last()? };
        Some(FloorPath {
            today: last.value,
            value,
            status_today: floor_status(last.value, measure),
            status: value.map(|it| floor_status(it, measure)),
        })
    };
    town.fairness.floors.iter().map(|floor| floor.measure.and_then(of)).collect()
}

/// Planned expense of a lever, euros.
fn planned(town: &Town, lever: LeverAt) -> f64 {
    let lines = town.levers.get(lever).map(|it| it.lines.as_slice()).unwrap_or_default();
    lines.iter().map(|line: &LeverLine| line.expense).sum::<Money>().euros()
}

fn future_of(town: &Town, scenario: &Scenario) -> Option<Pair> {
    let uses = &town.fairness.uses;
    if uses.is_empty() {
        return None;
    }
    let share = |lever: LeverAt| uses.iter().filter(|it| it.lever == lever).map(|it| it.future).sum::<f64>();
    let moved = |lever: LeverAt| -> f64 {
        let now = scenario
            .moves
            .iter()
            .filter(|(cell, it)| cell.lever == lever && it.from <= town.year && town.year <= it.to);
        now.map(|(_, it)| it.amount).sum::<Money>().euros()
    };
    // The share is one of ordinary expense: what is built stands in the upkeep of what the town has.
    let levers = town.levers.places().filter(|lever| !town.invests(*lever));
    Some(Pair {
        plan: future_share(levers.clone().map(|lever| (planned(town, lever), share(lever))))?,
        scenario: future_share(levers.map(|lever| (planned(town, lever) + moved(lever), share(lever))))?,
    })
}

fn savings(town: &Town, scenario: &Scenario, projection: &Projection, tonnes: &Tonnes) -> Option<Savings> {
    let data = &town.fairness;
    let (low, high) = (data.damage_low.as_ref()?.value, data.damage_high.as_ref()?.value);
    let now = data.assets.iter().find(|it| it.year == town.year)?;
    let education = data.uses.iter().map(|it| planned(town, it.lever) * it.education).sum();
    let plan = NetSavings {
        net_investment: now.investment - now.depreciation,
        education,
        net_borrowing: data.net_borrowing.as_ref()?.value,
        tonnes: tonnes.before,
    };
    let change = NetSavings {
        net_investment: projection.ledger.assets_left,
        education: used(town, scenario, |it| it.education).iter().sum::<f64>() + 0.0,
        net_borrowing: projection.ledger.debt_left,
        tonnes: tonnes.added(),
    };
    let (people, years) = (town.inhabitants.value, projection.years.len() as f64);
    Some(Savings {
        low: plan.euros(low) / people,
        high: plan.euros(high) / people,
        change_low: change.euros(low) / (people * years),
        change_high: change.euros(high) / (people * years),
    })
}
