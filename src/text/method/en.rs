use super::{BaseSaid, ChangeSaid, Chapter, Method, begun};
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, MeasureKind, OwnNumberOf};

/// English.
pub const METHOD: Method = Method {
    way: super::way_en::WAY,
    intro: "Every step of the calculation from the moved euro to the generations stands here, and all of the evidence and every assumption. The chain is always the same: money divided by the cost of a unit gives things, things times the effect of a unit give the change of an indicator. This is a model, not a forecast: it shows what follows from the assumptions named.",
    chapter: |it| match it {
        Chapter::Money => "1. The money",
        Chapter::Output => "2. What the money buys",
        Chapter::Indicators => "3. What changes in the indicators",
        Chapter::Budget => "4. Result, debt, reserves and law",
        Chapter::Generations => "5. Generations and nature",
    },
    formula: super::steps_en::formula,
    known: "What the figures rest on",
    known_said: |it| {
        [
            [
                match it.trend {
                    0 => format!(
                        "None of the {} indicators has enough values for a trend of its own; without your changes all stay at their last value.",
                        it.all
                    ),
                    some => format!(
                        "Of {} indicators {} a trend of their own; without your changes the others stay at their last value.",
                        it.all,
                        if some == 1 { "one has".to_owned() } else { format!("{some} have") }
                    ),
                },
                match it.noise {
                    0 => "None has a measure of its own of how it fluctuates from year to year; a usual value is assumed for all.".to_owned(),
                    some if it.is_usual_given => format!(
                        "For {} the fluctuation is measured from the values themselves; for the others a usual value is assumed.",
                        counted(some)
                    ),
                    some => format!(
                        "For {} the fluctuation is measured from the values themselves; for the others the middle one of these counts (assumption).",
                        counted(some)
                    ),
                },
                format!("A back-test was possible for {}.", counted(it.back_test)),
            ]
            .join(" "),
            "In a run every indicator fluctuates by itself, as strongly as suits it. In reality some fluctuate together. That does no harm: every range and every share is about one indicator alone, and nowhere are the fluctuations of two indicators compared or added up. The runs are spread evenly over the range of every number, and only which values meet is left to chance.".to_owned(),
            format!(
                "The large number of an indicator comes from the central run: every effect has its central value there, and nothing fluctuates. The table of the range has the middle of the {} runs (median). The two can differ because outcomes are skewed: an effect can be many times the expected one, but not less than none at all.",
                it.members
            ),
        ]
    },
    own: "Set here, with the reason given",
    ground: |basis| match basis {
        Basis::Official => "Official statement",
        Basis::Estimate => "Estimated for this data set",
        Basis::Assumption => "Set for this data set",
    },
    value: |value, year| format!("The calculation uses {value} (as of {year})."),
    value_names: [
        "Real interest per year",
        "Damping of the trend per year",
        "Ups and downs of an indicator where too few values show them, points per year",
        "Factor from the prices of the catalogue of measures to those of the budget year",
        "Inhabitants for figures per head",
        "Loans for investment",
        "Loans for liquidity",
        "Pension provisions",
        "Liquid funds",
        "Investment backlog per inhabitant",
        "Balance sheet total",
        "Infrastructure assets",
        "Cost of replacement, as a multiple of depreciation",
        "Building prices above inflation, per year",
        "New debt less repayment in the budget year",
        "CO2 budget per inhabitant in tonnes",
        "Damage per tonne of CO2 if later people count less",
        "Damage per tonne of CO2 if all count the same",
    ],
    tax: |yields, multiplier, low, high| {
        format!("The plan has {yields} at a multiplier of {multiplier}. The slider runs from {low} to {high}.")
    },
    borne: |from, to| format!("Borne by {}.", people(from, to)),
    line_bounds: |low, high| format!("Leeway from {low} to {high}."),
    line_ages: |from, to| format!("Benefits {}.", people(from, to)),
    line_goals: |goals| format!("Serves: {goals}."),
    line_reimbursed: |percent| format!("{percent} is reimbursed by others."),
    line_life: |years| format!("Service life {years} years."),
    future_of: |lever| format!("For the future: {lever}"),
    future: |future, education, upkeep| {
        format!("{future} counts as spent on the future, {education} as education; {upkeep} of a change hits upkeep.")
    },
    shock_of: |name| format!("Crisis test: {name}"),
    settings: |it| {
        let [a, b, c, d] = &it.spreads;
        let [trend, noise, back_test, held_back] = &it.needs;
        [
            (
                "Number of runs",
                format!("Each range comes from {} runs with the same random numbers for plan and change.", it.members),
            ),
            (
                "Spread by grade",
                format!(
                    "If an effect or a link has no range, its grade counts. The weaker it is, the further apart the drawn values: {a} at A, {b} at B, {c} at C, {d} at D (standard deviation of the logarithm)."
                ),
            ),
            (
                "Range and spread",
                format!(
                    "8 in 10 runs lie within a range. Its ends are {} standard deviations from the middle.",
                    it.tenth
                ),
            ),
            ("Effects of grade D", format!("In {} of the runs a row of grade D does nothing at all.", it.vanishing)),
            (
                "Lives and delays",
                format!(
                    "Both are somewhat different in every run, with a spread of {} (standard deviation of the logarithm).",
                    it.times
                ),
            ),
            (
                "Loops of links",
                format!(
                    "If a change goes round in a loop, it has to shrink to less than {} times itself from year to year.",
                    it.radius
                ),
            ),
            (
                "Values needed",
                format!(
                    "A trend needs {trend} measured values, a measure of its own fluctuation {noise}, a back-test {back_test}, of which {held_back} are covered up."
                ),
            ),
            (
                "Recovered from a crisis",
                format!("The budget counts as recovered when at most {} of the greatest burden is left.", it.recovered),
            ),
            (
                "Discount for later years",
                format!("The choice is {} per year. The first is preset: all years count the same.", it.rates),
            ),
        ]
    },
    scale_of: |name| format!("The scale of “{name}”"),
    scale: |it| {
        let noise = match it.noise_from {
            NoiseFrom::Own => format!(
                "From year to year the indicator fluctuates by {} points, measured from its own values.",
                it.noise
            ),
            NoiseFrom::Others => format!(
                "For the fluctuation from year to year the middle value of the other indicators counts: {} points.",
                it.noise
            ),
            NoiseFrom::Pack => format!(
                "For the fluctuation from year to year the usual value in the town’s data counts: {} points.",
                it.noise
            ),
        };
        let moved =
            if it.is_moved { "" } else { " Only observed: there is no number for anything that might act on it." };
        format!("From {} (bad) to {} (good). {noise}{moved}", it.worst, it.best)
    },
    count_of: |name| format!("What “{name}” counts"),
    counts: |noun, per, base| {
        let over = if per == "1" { String::new() } else { format!(", divided by {per}") };
        let noun = begun(noun);
        match base {
            BaseSaid::Itself => format!("{noun}: the value itself."),
            BaseSaid::Ages(from, to, persons) => {
                format!(
                    "{noun}: the value times {} of the same year ({persons} in the first year){over}.",
                    people(*from, *to)
                )
            }
            BaseSaid::Fixed(base) => format!("{noun}: the value times {base}{over}."),
        }
    },
    catalogue: "This page’s catalogue of measures",
    left_out: |measure| format!("Not used: {measure}"),
    evidence: "All evidence, values and assumptions",
    evidence_note: "Each row says what is known about an effect, a link or a price, and how well. “No effect found” is a result, “nothing usable found” is none. After that stands what each indicator counts, which ends its scale has, and what else the calculation uses.",
    evidence_said: |it| {
        format!(
            "There is a number for {} of {} effects; for {} of these the town has the indicator. For {} somebody looked or thought it through and found no effect, for {} nothing usable was found. The source itself was read for {} of these effects and for {} of {} unit costs. All others rest on summaries, on own calculations or on memory. They are defaults to be replaced, not established findings.",
            counted(it.numbered),
            it.effects,
            counted(it.counted),
            counted(it.nothing),
            counted(it.unknown),
            counted(it.read),
            counted(it.costs_read),
            it.costs
        )
    },
    order: "Order by",
    orders: ["Goal", "Grade", "Lever"],
    show: "Show",
    links: "Links",
    costs: "Unit costs",
    value_kinds: ["Official values", "Estimates", "Assumptions"],
    count: |shown, all| format!("{shown} of {all} rows"),
    nothing_shown: "No row is selected.",
    acts_on: |cause, indicator| format!("{cause}: effect on “{indicator}”"),
    acts_on_nothing: |cause| format!("{cause}: an effect that no indicator of this page measures"),
    per_unit: |things, noun, change| format!("{things} {noun}: {}.", changed(change)),
    per_count: |things, noun, change| format!("{things} more {noun}: a year later {}.", changed(change)),
    found_nothing: "Looked for or thought through, and no effect on this indicator found. That does not mean that money can be cut here without harm.",
    found_unknown: "Nothing usable found: whether it acts, and how strongly, is not known.",
    not_counted: |number| {
        format!(
            "Its number ({number} per unit) does not enter the calculation: the town has no indicator that counts this."
        )
    },
    arrives: |it| match it {
        None => "The effect is there at once.".to_owned(),
        Some([all, most]) => {
            format!("After about {} almost all of it has arrived (63 per cent after {}).", years(&all), years(&most))
        }
    },
    per_euro: "Its source says what a euro does: if the unit becomes dearer, its effect grows as well.",
    borrowed: |town| {
        format!("The number was computed from the figures of another town, and not yet from those of {town}.")
    },
    no_range: "No range is known; how far the number spreads follows from its grade.",
    may_vanish: |percent| {
        format!("Grade D: whether it does anything at all is unknown; in {percent} of the runs the number is zero.")
    },
    arithmetic: "How it was computed",
    further: "Further places",
    own_number: |it| {
        let what = match it.of {
            OwnNumberOf::UnitCost => "the cost of a unit",
            OwnNumberOf::Life => "the service life in years",
            OwnNumberOf::StartsAfter => "the years until a unit is finished",
            OwnNumberOf::MostPerYear => "the most that can be added in a year",
            OwnNumberOf::PerUnit => "the effect of a unit",
            OwnNumberOf::CountBase => "what the rate is taken of",
        };
        let said = match &it.default {
            Some(default) => {
                format!("{} instead of {default} in the catalogue (as of {}, {}).", it.value, it.year, it.basis)
            }
            None => format!("{} (as of {}, {}); the catalogue has no fixed number.", it.value, it.year, it.basis),
        };
        format!("The town’s own number for {what}: {said} {}", it.reason).trim_end().to_owned()
    },
    cost_of: |measure| format!("{measure}: cost of a unit"),
    bought_by: |lever, is_usual| {
        if is_usual {
            format!("This is what the everyday money of “{lever}” buys.")
        } else {
            format!("A measure of its own of “{lever}”, beside its everyday money.")
        }
    },
    price: |it| {
        let basis = match it.basis {
            Basis::Official => "official",
            Basis::Estimate => "an estimate",
            Basis::Assumption => "an assumption",
        };
        format!(
            "1 {}: {} ({} to {}), at prices of {}, before reimbursement and grants. The number is {basis}.",
            it.one, it.cost, it.low, it.high, it.year
        )
    },
    lives: |life, kind| match (kind, life) {
        (MeasureKind::Service, "1") => "Ordinary expense: a unit is for one year.".to_owned(),
        (MeasureKind::Service, life) => format!("Ordinary expense: a unit lasts {}.", years(life)),
        (MeasureKind::Investment, life) => {
            format!("Investment: a unit lasts {} and is written off over that time.", years(life))
        }
    },
    starts_after: |it| format!("From the money to the finished unit: {}.", years(it)),
    granted: |percent| format!("{percent} is paid by others as a grant."),
    reimbursed: |percent| format!("{percent} is reimbursed by others."),
    follow_cost: |amount| format!("In use a unit costs the town {amount} a year."),
    saving: |amount| format!("In use a unit saves the town {amount} a year."),
    most_per_year: |number| format!("Upper limit: {number} more in a year."),
    no_most: "No upper limit in a year is known.",
    indexed: |from, factor, plan, basis| {
        format!("The catalogue’s prices are of {from}; times {factor} ({basis}) they stand here in euros of {plan}.")
    },
    other_prices: |plan| format!("The plan is in euros of {plan}; the cost has not been converted to them."),
};

/// How much more or less, with its range.
fn changed(it: &ChangeSaid) -> String {
    let range = it.range.as_ref().map_or_else(String::new, |(near, far)| format!(" ({near} to {far})"));
    format!("{} {} {}{range}", it.count, if it.is_more { "more" } else { "fewer" }, it.noun)
}

/// Years with their number.
fn years(count: &str) -> String {
    format!("{count} {}", if count == "1" { "year" } else { "years" })
}

/// So many of them.
fn counted(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        1 => "one".to_owned(),
        some => some.to_string(),
    }
}

/// People of some ages, or everybody.
fn people(from: u8, to: u8) -> String {
    match (from, to) {
        (0, 100..) => "everybody".to_owned(),
        (from, 100..) => format!("people aged {from} and over"),
        (from, to) => format!("people aged {from} to {to}"),
    }
}
