use super::backlog::used;
use super::{
    AssetYear, Backlog, ClimateDamage, FairnessData, Inheritance, Light, Measure, Metric, NetSavings, OwnMeans, Pair,
    Reach, Upkeep, backlog_of, climate_damage, co2_account, floor_status, future_share, own_means, reach,
    strong_status, upkeep,
};
use crate::model::{Booked, FiscalYear, LeverAt, LeverLine, Money, Projection, Scenario, Town, Year};

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
        upkeep: upkept(town, projection),
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

/// The town's own means in the first year that can still be decided, or in the budget year if the plan knows no other.
fn own_means_of(town: &Town, scenario: &Scenario, projection: &Projection) -> Option<OwnMeans> {
    let known = town.plan_years.iter().find(|it| it.year == town.first_year);
    let total = &town.budget.total;
    let (year, revenue, expense) =
        known.map_or((town.year, total.revenue, total.expense), |it| (it.year, it.revenue, it.expense));
    let more = Booked::of(town, scenario, &projection.difference, year);
    // Without reserves there are no years beyond the budget's own: its printed result, and what changes in its year.
    let change = || projection.difference.result.get(year.since(town.year)).copied().unwrap_or(0.0);
    let alone = || Pair::moved((revenue - expense).euros(), change());
    let known = projection.fiscal.iter().find(|it| it.year == year);
    let result = known.map_or_else(alone, |it| Pair { plan: it.plan.result, scenario: it.scenario.result });
    own_means(
        year,
        Pair::moved(revenue.euros(), more.revenue),
        Pair::moved(expense.euros(), more.expense),
        result,
        town.inhabitants.value,
    )
}

fn upkept(town: &Town, projection: &Projection) -> Option<Upkept> {
    let factor = town.fairness.replacement_factor.as_ref().map(|it| it.value);
    let plan = &town.fairness.assets;
    let with = |it: &AssetYear| {
        let at = projection.years.iter().position(|year| *year == it.year);
        let of = |path: &[f64]| at.and_then(|at| path.get(at)).copied().unwrap_or(0.0);
        // Grants left out on both sides: what the town pays itself, and what of that wears out.
        AssetYear {
            depreciation: it.depreciation + of(&projection.difference.depreciation),
            investment: it.investment + of(&projection.difference.paid),
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
        let (indicator, path) = town.indicators.get(index).zip(projection.course.indicators.get(index))?;
        let people = town.population.totals();
        let all = |per_head: &[f64]| per_head.iter().zip(&people).map(|(it, n)| it * n).collect();
        Some(Self {
            plan: all(&path.reference.value),
            scenario: all(&path.value),
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
            town.indicators.get(measure.indicator).zip(projection.course.indicators.get(measure.indicator))?;
        let last = indicator.series.last().filter(|it| it.is_local)?;
        let value = Pair { plan: *path.reference.value.last()?, scenario: *path.value.last()? };
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
        let now = town
            .spent(scenario)
            .filter(|(at, it, is_built)| *at == lever && !is_built && (it.from..=it.to).contains(&town.first_year));
        now.map(|(_, it, _)| it.amount).sum::<Money>().euros()
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
