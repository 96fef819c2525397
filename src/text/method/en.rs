use super::{Chapter, Method};
use crate::model::Basis;

/// English.
pub const METHOD: Method = Method {
    title: "How is this calculated?",
    intro: "Every step of the calculation from the moved euro to the generations stands here, and all of the evidence and every assumption. This is a model, not a forecast: it shows what follows from the assumptions named.",
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
            "In a run all indicators fluctuate with the same random numbers, each as strongly as suits it. That does no harm: every range and every share is about one indicator alone, and nowhere are the fluctuations of two indicators compared or added up.".to_owned(),
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
        "Strength of a spill-over at score 3, points per year",
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
    settings: |[members, trend, noise, back_test, held_back], [a, b, c, d], [zero, recovered, rates]| {
        [
            (
                "Number of runs",
                format!("Each range comes from {members} runs with the same random numbers for plan and change."),
            ),
            (
                "Spread by grade",
                format!(
                    "The weaker the evidence, the further apart the drawn values: {a} at A, {b} at B, {c} at C, {d} at D (standard deviation of the logarithm)."
                ),
            ),
            ("Effects of grade D", format!("In {zero} of the runs a row of grade D has no effect at all.")),
            ("Links between indicators", "Links between indicators count as expert judgement, grade C.".to_owned()),
            (
                "Values needed",
                format!(
                    "A trend needs {trend} measured values, a measure of its own fluctuation {noise}, a back-test {back_test}, of which {held_back} are covered up."
                ),
            ),
            (
                "Recovered from a crisis",
                format!("The budget counts as recovered when at most {recovered} of the greatest burden is left."),
            ),
            (
                "Discount for later years",
                format!("The choice is {rates} per year. The first is preset: all years count the same."),
            ),
        ]
    },
    reaction_of: |name| format!("How “{name}” answers to money"),
    fitted: |rows| format!("Own calculation from rows {rows}"),
    grades: |[effect, euros]| {
        format!("Evidence for the effect: {effect}. Evidence for the step from euros to a quantity: {euros}.")
    },
    reaction: |it| {
        format!(
            "Scale from {} to {}. Delay τ {} years, decay v {} points per year, headroom f {}, fade φ {} per year.",
            it.worst, it.best, it.delay, it.decay, it.headroom, it.fade
        )
    },
    reaction_none: |worst, best| format!("Scale from {worst} to {best}. Only observed."),
    evidence: "All evidence, values and assumptions",
    evidence_note: "Each row says what is known about an effect, a link or a price, and how well. “No effect” is a result as well. After that stands how each indicator answers to money (the ends of its scale and four values; their grade is the weakest of the rows behind them), and what else the calculation uses.",
    order: "Order by",
    orders: ["Goal", "Grade", "Lever"],
    show: "Show",
    spillovers: "Spill-overs",
    costs: "Unit costs",
    value_kinds: ["Official values", "Estimates", "Assumptions"],
    count: |shown, all| format!("{shown} of {all} rows"),
    nothing_shown: "No row is selected.",
    acts_on: |lever, indicator| format!("{lever}: effect on “{indicator}”"),
    acts_on_nothing: |lever| format!("{lever}: an effect that no indicator of this page measures"),
    share: |cents, is_harmful| {
        if is_harmful {
            format!("Of each euro, {cents} cents count against this indicator.")
        } else {
            format!("Of each euro, {cents} cents count for this indicator.")
        }
    },
    no_effect: "No documented effect.",
    no_number: "No number in the model.",
    score: |score| format!("Score {score} on a scale from −3 to +3."),
    cost_of: |lever, output| format!("{lever}: {output}"),
    row: |id| format!("Row {id} under “How is this calculated?”"),
};

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
