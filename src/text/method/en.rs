use super::{Chapter, Explained, Formula, Method};

/// English.
pub const METHOD: Method = Method {
    title: "How is this calculated?",
    intro: "Every step of the calculation from the moved euro to the generations stands here, and all of the evidence. This is a model, not a forecast: it shows what follows from the assumptions named.",
    chapter: |it| match it {
        Chapter::Money => "1. The money",
        Chapter::Output => "2. What the money buys",
        Chapter::Indicators => "3. What changes in the indicators",
        Chapter::Budget => "4. Result, debt, reserves and law",
        Chapter::Generations => "5. Generations and nature",
    },
    formula,
    constants: "Fixed values of the calculation",
    constant_names: [
        "Real interest per year",
        "Damping of the trend per year",
        "Strength of a spill-over at score 3, points per year",
    ],
    reactions: "How each indicator reacts",
    reactions_note: "The ends of the scale and the four values with which an indicator answers to money. Where no effect is documented, the indicator is only observed.",
    reaction: |it| {
        format!(
            "Scale from {} to {}. Delay τ {} years, decay v {} points per year, headroom f {}, fade φ {} per year.",
            it.worst, it.best, it.delay, it.decay, it.headroom, it.fade
        )
    },
    reaction_none: |worst, best| format!("Scale from {worst} to {best}. Only observed."),
    evidence: "All evidence",
    evidence_note: "Each row says what is known about an effect, a link or a price, and how well. “No effect” is a result as well.",
    order: "Order by",
    orders: ["Goal", "Grade", "Lever"],
    show: "Show",
    spillovers: "Spill-overs",
    costs: "Unit costs",
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
    score: |score| format!("Score {score} on a scale from −3 to +3."),
    cost_of: |lever, output| format!("{lever}: {output}"),
    row: |id| format!("Row {id} under “How is this calculated?”"),
};

fn formula(it: Formula) -> Explained {
    match it {
        Formula::OwnMoney => [
            "What the town itself pays",
            "What is moved are euros of the adopted budget, always in prices of the first year. If the federation, the state or fees reimburse a part, only the rest burdens the town.",
            "n burden of the town, Δ moved amount, ρ reimbursed share",
        ],
        Formula::Tax => [
            "What another multiplier brings",
            "The yield changes in the same proportion as the multiplier. Firms that move away or lower state grants are not part of the calculation.",
            "ΔE change of the yield, E planned yield, h new, g planned multiplier",
        ],
        Formula::Output => [
            "Output",
            "The amount divided by the cost of one unit, for example a day-care place. This is an average: in the calculation twice the money buys twice as much.",
            "m quantity, Δ moved amount, k cost per unit",
        ],
        Formula::Scale => [
            "One scale for all indicators",
            "Each indicator has a worst and a best end that one can imagine. Between them the model counts in points that achieve less and less towards the ends: the last stretch is the hardest.",
            "x value, w worst end, b best end, s place between them, z points",
        ],
        Formula::Reference => [
            "How things would go on without your changes",
            "The trend of the measured values goes on and weakens every year. From fewer than five values the model reads no trend.",
            "z points, t year, m trend (median slope between all pairs of measured values), δ damping",
        ],
        Formula::Effort => [
            "How much money reaches an indicator",
            "Of each euro of a lever a share counts for the indicator; it stands in the row of evidence. It is counted per inhabitant, because more people need more.",
            "x means per inhabitant, a share, A spending of a lever, N inhabitants",
        ],
        Formula::Delay => [
            "Effects take time",
            "Every year a fixed part of what is still to come arrives. After three delays 95 per cent have arrived.",
            "y means that have arrived, x means, τ delay in years",
        ],
        Formula::Response => [
            "Upkeep costs, and more helps less and less",
            "With today’s money an indicator stays on its path, without any money it decays. More money lifts it, but each further euro a little less.",
            "u impulse of a year, v decay without money, r and q means with and without your changes relative to today, h what they achieve, f headroom",
        ],
        Formula::Deviation => [
            "What stays and what is passed on",
            "A lead fades with time, new impulse is added. An indicator that moves can move others.",
            "d deviation in points, φ fade, u impulse, g spill-over from another indicator, d′ its deviation",
        ],
        Formula::Projection => [
            "Back to per cent, tonnes or places",
            "In the end points are turned back into the indicator’s unit. The ends of the scale are never crossed.",
            "x value, w and b ends of the scale, z points without, d deviation through your changes",
        ],
        Formula::Uncertainty => [
            "How sure is an effect?",
            "The model runs 1,000 times. Each time it takes another, equally credible value for effect, decay, headroom, fading, delay and links: around the central one, further away where the evidence is weak. Plan and change share every draw. What is shown is where 8 in 10 runs lie.",
            "v drawn value, V central value, n random number from the normal distribution, s spread: 0.2 at grade A, 0.4 at B, 0.7 at C, 1.4 at D; mostly C for the step from euros to a quantity",
        ],
        Formula::Noise => [
            "How sure is the path as before?",
            "Even without a change nobody knows how an indicator goes on. The path therefore varies from year to year as much as its values did so far. With fewer than three of them, the middle variation of the others counts (assumption).",
            "z points, m trend, δ damping, σ variation from one year to the next, n random number from the normal distribution",
        ],
        Formula::Explanation => [
            "Why did something move?",
            "Each change can be taken apart exactly: into the money of each lever, what comes through other indicators, and what has not arrived yet. The parts add up to the change.",
            "d deviation at the end, l contributions of levers, j contributions of other indicators, p what has not arrived yet (negative)",
        ],
        Formula::Result => [
            "Result of the year",
            "More revenue improves the result, more expense worsens it. An investment counts as depreciation, spread over the years it serves. Additional debt bears interest.",
            "ΔJ change of the result, ΔE revenue, ΔA operating expense, D depreciation, i real interest, S additional debt",
        ],
        Formula::Debt => [
            "Debt",
            "What is missing is borrowed; what is left repays debt.",
            "S additional debt, ΔA operating spending, ΔI investment, ΔE revenue, i real interest",
        ],
        Formula::Reserves => [
            "Reserves",
            "A surplus fills the equalisation reserve. A deficit empties that first and then the general reserve.",
            "R equalisation reserve, G general reserve, J result of the year",
        ],
        Formula::Law => [
            "Budget law",
            "In North Rhine-Westphalia a consolidation plan is due if the general reserve falls by more than a quarter in one year, by more than a twentieth in two years in a row, or is used up (§ 76 GO NRW).",
            "q share by which the general reserve G falls in a year",
        ],
        Formula::Shock => [
            "Crisis test",
            "A crisis lowers taxes or raises costs, interest or damage. It builds up, lasts for a while and fades. The plan and your scenario are calculated once without and once with each crisis.",
            "L burden of a year, K burden at full strength, f strength between 0 and 1",
        ],
        Formula::Ledger => [
            "Ledger by year of birth",
            "Each euro counts for the ages that use it, each tax for those who bear it. An investment counts in the years it serves. Later years count the same as long as no rate is chosen.",
            "b balance per person of a birth year, K money used, w and u weights by age, N people, ΔE change of taxes, r chosen rate",
        ],
        Formula::Closing => [
            "Does the ledger close?",
            "What all people together gain, what is left to them, what they owe and the interest they pay cancel out. Accounting creates no money.",
            "b balances, V assets left, S debt left, Z interest paid",
        ],
        Formula::OwnMeans => [
            "Do we live on our own money?",
            "Ordinary revenue divided by ordinary expense. Below 100 per cent the town lives on its reserves.",
            "c coverage of expense, E revenue, A expense",
        ],
        Formula::Upkeep => [
            "Do we keep up what we have?",
            "Investment divided by what wears out, at today’s prices. Below 100 per cent the town lives on its substance. The plan does not tell new from replaced, so the value is an upper end.",
            "q upkeep, I investment, D depreciation, ω price surcharge for replacement",
        ],
        Formula::Backlog => [
            "Investment backlog",
            "Only what these changes do to today’s backlog is calculated: each euro less upkeep adds to it, each euro more takes off, and it never falls below zero. How it develops by itself cannot be told, because the plan does not split replaced from new; the assumption is that it replaces exactly what wears out.",
            "ΔB change of the backlog, B backlog with, B′ without these changes, π building prices above inflation, X upkeep above (or below) the plan",
        ],
        Formula::Inheritance => [
            "Inheritance per child",
            "Loans, pension provisions and backlog less liquid funds, divided by everybody under 18.",
            "e inheritance per child, S loans, P pension provisions, B backlog, L liquid funds, N people under 18",
        ],
        Formula::CarbonAccount => [
            "CO2 account",
            "What the town may still emit by its share, less what it emits year by year. A tonne stays a tonne, later as well.",
            "K account, b budget per inhabitant, N inhabitants, C emissions of a year",
        ],
        Formula::Damage => [
            "Climate damage",
            "Additional tonnes times damage per tonne. The federal environment agency names two values, so this is a range. It is never netted with euros of the budget.",
            "H damage, ΔC additional tonnes, p damage per tonne",
        ],
        Formula::Floors => [
            "Floors of nature",
            "Each floor has a status between 0 (broken) and 1 (safe). The worst one counts: what is lost in one place is not made up for by anything else.",
            "s status, x value, k critical, u safe value",
        ],
        Formula::FutureShare => [
            "Share for the future",
            "The part of expense that serves those who come later. Which money counts is an assumption with a reason.",
            "z share for the future, A expense of a lever, f part for the future",
        ],
        Formula::WeakLens => [
            "For comparison: everything in euros",
            "This view lets money make up for losses of nature. It is here for comparison only and does not replace the floors.",
            "W net savings, I investment, D depreciation, Q education, S new debt, C emissions, p damage per tonne",
        ],
    }
}
