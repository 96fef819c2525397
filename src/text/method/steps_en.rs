use super::{Explained, Formula};
use crate::model::fiscal::{BudgetLaw, Rules};

/// English.
pub fn formula(it: Formula, law: &BudgetLaw) -> Explained {
    match it {
        Formula::OwnMoney => [
            "What the town itself pays",
            "What is moved are euros of the adopted budget, always in prices of the first year. If the federation, the state or fees reimburse a part, only the rest burdens the town.",
            "n burden of the town, Δ moved amount, ρ reimbursed share",
        ],
        Formula::Tax => [
            "What another multiplier brings",
            "The yield changes in proportion to the multiplier. Grants and levies do not change with it: fiscal equalisation reckons with uniform, fictitious multipliers. That firms may move away is not modelled.",
            "ΔE change of the yield, E planned yield, h new, g planned multiplier",
        ],
        Formula::Output => [
            "Output",
            "The amount divided by the cost of one unit, for example a day-care place. This is an average: in the calculation twice the money buys twice as much.",
            "m quantity, Δ moved amount, k cost per unit",
        ],
        Formula::Scale => [
            "One scale for all indicators",
            "Each indicator has a worst and a best end that one can imagine. Between them the model counts in points that achieve less and less towards the ends: the last stretch is the hardest. A value within the last hundredth counts as if it were at its edge.",
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
            "Every year a fixed part of what is still to come arrives. After three delays 95 per cent have arrived. What the plan spends in the first year counts as arrived.",
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
            "The model runs 1,000 times. Each time it takes another, equally credible value for effect, decay, headroom, fading, delay and links: around the central one, further away where the evidence is weak. Plan and change share every draw. Where money works against an indicator, at least a tenth of what works for it is left in every draw. What is shown is where 8 in 10 runs lie.",
            "v drawn value, V central value, n random number from the normal distribution, s spread: 0.2 at grade A, 0.4 at B, 0.7 at C, 1.4 at D; mostly C for the step from euros to a quantity",
        ],
        Formula::Noise => [
            "How sure is the path as before?",
            "Even without a change nobody knows how an indicator goes on. The path therefore varies from year to year as much as its values did so far. With fewer than three of them, the middle variation of the others counts (assumption); if none of the town has as many, its pack names a usual value.",
            "z points, m trend, δ damping, σ variation from one year to the next, n random number from the normal distribution, the same for all indicators of a run",
        ],
        Formula::Slope => [
            "Where does the trend come from?",
            "Between any two measured values lies a slope. The trend is the middle one of all of them, so that a single odd year does not bend it (method of Theil and Sen). Five values are needed.",
            "m trend in points per year, Median the middle value of the sorted list, z points, i and j years of two measured values",
        ],
        Formula::Fluctuation => [
            "How much does an indicator fluctuate?",
            "What counts is how far each value lies from what the one before and the trend led to expect. A gap of four years may be off by twice as much as a gap of one year.",
            "σ fluctuation in points, z points, m trend, i and j years of two neighbouring values, n number of gaps",
        ],
        Formula::BackTest => [
            "Back-test: would the model have been right?",
            "The last three values are covered up and forecast from those before. What counts is how many fall into the range that should hold 8 in 10, and by how much the forecast misses. For comparison: nothing changes, or the trend goes on without slowing down. Eight values are needed.",
            "z measured, z′ forecast points, σ fluctuation, c = 1.28 (which encloses 8 in 10), j years since the last visible value, e mean error, x measured, x′ forecast value",
        ],
        Formula::Quantile => [
            "From 1,000 runs to the range",
            "The results are sorted. A tenth lies below the lower end of the range, a tenth above the upper end, and in the middle is the median. If an end falls between two runs, it is placed between them in proportion.",
            "Q value below which the share p lies, x sorted results, n their number, g place in the list (the first is 0), k the whole place below it",
        ],
        Formula::Faint => [
            "When does it say “hardly changed”?",
            "When both ends of the range are closer to the plan than what the indicator fluctuates by anyway from one year to the next. The next measurement would not show the change.",
            "Q ends of the range of the change, σ fluctuation in points, x′ what one point changes of the value at the end",
        ],
        Formula::Chances => [
            "How often does it get better, how often is a target reached?",
            "What is counted is in how many of the 1,000 runs the indicator ends better than planned, and in how many it reaches its target in the target’s year. The target is checked with and without your changes. It is told in twentieths.",
            "p share of the runs in which it gets better, d deviation of a run at the end, M number of runs, q share of the runs that reach the target, z points of a run in the target’s year with its fluctuation, a target in points; the bracket [ ] counts 1 if what is in it is true, else 0",
        ],
        Formula::SpillStrength => [
            "How strongly one indicator moves others",
            "Each link has a score from −3 (cancels) to +3 (inseparable). It is turned into points per year. Such links have hardly been measured, so the strength is set low (assumption).",
            "g spill-over in points per year and point, S strength at score 3, p score",
        ],
        Formula::Explanation => [
            "Why did something move?",
            "Each change can be taken apart exactly: into the money of each lever, what comes through other indicators, and what has not arrived yet. The parts add up to the change.",
            "d deviation at the end, l contributions of levers, j contributions of other indicators, p what has not arrived yet (negative)",
        ],
        Formula::Depreciation => [
            "Depreciation",
            "What is built does not weigh on the result all at once. It is spread evenly over the years of its use. Simplified: from the following year on.",
            "D depreciation, I investment, s year of the payment, n service life in years",
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
        Formula::Law => {
            let [title, said] = match law.statute {
                Some(_) => [
                    "Budget law in North Rhine-Westphalia",
                    "A consolidation plan is mandatory if the general reserve falls by more than a quarter in one year, by more than a twentieth in two years in a row, or if the city has no equity left (§\u{a0}76 Abs. 1 GO NRW). Whatever a year takes from the general reserve needs approval, and the budget is not balanced then (§\u{a0}75 GO NRW).",
                ],
                None => [
                    "Limits of the calculation",
                    "The budget law of this Land is not part of this model. A limit is crossed if the general reserve falls by more than a quarter in one year, by more than a twentieth in two years in a row, or if the city has no equity left.",
                ],
            };
            [title, said, "q share by which the general reserve G falls in a year, R equalisation reserve"]
        }
        Formula::Surpluses => [
            "Reserve from surpluses",
            "A surplus covers deficits that are still carried forward first; what is left fills the reserve from surpluses. A deficit empties it, and what it does not cover is carried forward.",
            "R reserve from surpluses, J result of the year, U earlier deficits covered, D taken for the deficit of the year",
        ],
        Formula::CarryForward => {
            let [title, said] = match law.statute {
                Some(_) => [
                    "Budget law in Baden-Württemberg",
                    "A deficit that the reserve from surpluses does not cover is carried forward. Later surpluses cover the oldest one first. What is still open after three years is taken from the base capital, which must not fall below zero (§\u{a0}80 GemO, §§\u{a0}24 and 25 GemHVO). Carrying forward crosses no limit; only a base capital below zero does.",
                ],
                None => [
                    "Limits of the calculation",
                    "The budget law of this Land is not part of this model. A deficit that the reserve from surpluses does not cover is carried forward. Later surpluses cover the oldest one first. What is still open after three years is taken from the base capital, which must not fall below zero. Carrying forward crosses no limit; only a base capital below zero does.",
                ],
            };
            [
                title,
                said,
                "V deficits carried forward, F new deficit less the reserve, U covered by surpluses, W taken from capital after three years, K base capital",
            ]
        }
        Formula::KeyFigures => [
            "Key figures of the budget",
            "Five ratios: does revenue cover expense? How much of the reserves does the deficit use? Does investment replace what wears out? What does interest cost? How much of the assets are roads, sewers and bridges? Crises are left out.",
            "c coverage of expense, E ordinary revenue, A ordinary expense, f deficit ratio, F deficit, R and G both reserves at the start of the year, q investment ratio, I payments for fixed assets, D depreciation, z interest ratio, Z interest, k infrastructure ratio, B infrastructure, V all assets",
        ],
        Formula::Shock => [
            "Crisis test",
            "A crisis lowers taxes or raises costs, interest or damage. What it costs is borrowed and bears interest. The plan and your scenario are calculated once without and once with each crisis. If a tax falls in this city alone, fiscal equalisation makes up for a part later.",
            "L burden of a year, B what is hit (yield, loans, expense or inhabitants), a part of it, h height of the crisis, f strength between 0 and 1, c part that comes back, v years until then, J result of the year without and J′ with the crisis, i real interest (if interest rises, the higher one), S what has been borrowed for the crisis so far",
        ],
        Formula::ShockCourse => [
            "How does a crisis go on?",
            "It builds up evenly, lasts for a while and then fades by the same share from year to year. Before it begins its strength is zero. Only the higher interest holds in full for new debt from the first year on.",
            "f strength, s years since the beginning b, r years until full strength, d duration in years, q share that is left from year to year afterwards",
        ],
        Formula::Recovery => [
            "When has the budget recovered?",
            "In the first year after the greatest burden in which at most a tenth of it is left. Interest on the debt of the crisis counts as well.",
            "L burden of a year with the interest on it: result without less result with the crisis",
        ],
        Formula::Ledger => [
            "Ledger by year of birth",
            "Each euro counts for the ages that use it, each tax for those who bear it. An investment counts in the years it serves. Later years count the same as long as no rate is chosen. A group of birth years shows their mean, weighted by people.",
            "b balance per person of a birth year, K money used, w and u weights by age, N people, ΔE change of taxes, r chosen rate",
        ],
        Formula::Closing => [
            "Does the ledger close?",
            "What all people together gain, what is left to them, what they owe and the interest they pay cancel out. Accounting creates no money.",
            "b balance of each person without a discount, V assets left, S debt left, Z interest paid",
        ],
        Formula::LeftBehind => [
            "What is left after the last year?",
            "Three things reach beyond the calculation: the value of what was built and is not written off yet, the debt and the investment backlog. Assets and debt stand in the ledger by year of birth as well. Your changes leave pension provisions and liquid funds as they are: what is missing is borrowed, what is left repays debt.",
            "V assets left, I additional investment, D its depreciation, h burden left, S additional debt, ΔB change of the backlog, T last year of the calculation",
        ],
        Formula::OwnMeans => [
            "Do we live on our own money?",
            "Ordinary revenue divided by ordinary expense. Below 100 per cent the town lives on its reserves.",
            "c coverage of expense, E revenue, A expense",
        ],
        Formula::ResultPerHead => [
            "Result of the year per head",
            "The result of the budget year divided by the inhabitants. Your changes count as far as they change the result in that year already.",
            "e result per head, J result of the year as planned, N inhabitants, Δe and ΔJ changes made by you",
        ],
        Formula::Reach => [
            "How far do the reserves reach?",
            "What is looked for is the first year in which a limit of budget law is crossed. Only the years for which the plan names results are searched. If that year stays the same with your changes, what is shown is how they change the last level.",
            match law.rules {
                Rules::FallOfReserve { .. } => {
                    "r first year with a limit crossed, n number of limits crossed in a year, b first year that ends without an equalisation reserve R, G general reserve at the end of a year with and G′ without your changes, T last year of the plan"
                }
                Rules::CarryForward { .. } => {
                    "r first year with a limit crossed, n number of limits crossed in a year, b first year that ends without a reserve from surpluses R, G base capital at the end of a year with and G′ without your changes, T last year of the plan"
                }
            },
        ],
        Formula::Upkeep => [
            "Do we keep up what we have?",
            "Investment of all years of the plan divided by what wears out in them, at today’s prices. Below 100 per cent the town lives on its substance. The plan does not tell new from replaced, so the value is an upper end.",
            "q upkeep, I investment of a year, D depreciation of a year, ω price surcharge for replacement, k weakest year",
        ],
        Formula::Backlog => [
            "Investment backlog",
            "Only what these changes do to today’s backlog is calculated: each euro less upkeep adds to it, each euro more takes off, and it never falls below zero. How it develops by itself cannot be told, because the plan does not split replaced from new; the assumption is that it replaces exactly what wears out.",
            "ΔB change of the backlog, B backlog with, B′ without these changes, π building prices above inflation, X upkeep above (or below) the plan",
        ],
        Formula::Inheritance => [
            "Inheritance per child",
            "Today’s loans, pension provisions and backlog less liquid funds, divided by everybody under 18.",
            "e inheritance per child, S loans, P pension provisions, B backlog, L liquid funds, N people under 18",
        ],
        Formula::InheritanceChange => [
            "What your changes do to the inheritance",
            "Additional debt and backlog that are left in the last year, less what was built for them and is not written off yet, divided by everybody who is under 18 then.",
            "Δe change of the inheritance per child, S additional debt, ΔB change of the backlog, V assets left, N people under 18, T last year of the calculation",
        ],
        Formula::CarbonAccount => [
            "CO2 account",
            "What the town may still emit by its share, less what it emits year by year. Between the beginning of the budget and the budget year the last measured emissions count. A tonne stays a tonne, later as well.",
            "K account, b budget per inhabitant, N inhabitants, A emissions before the budget year, C emissions of a year, a year in which the account is empty",
        ],
        Formula::Damage => [
            "Climate damage",
            "Tonnes times damage per tonne: today those of one year, as a change all additional ones up to the last year of the calculation. The federal environment agency names two values, so this is a range. It is never netted with euros of the budget.",
            "H damage of a year, C emissions of a year, ΔH additional damage, ΔC additional tonnes of a year, p damage per tonne",
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
            "This view lets money make up for losses of nature. It is here for comparison only and does not replace the floors. It is shown per head, as a change on average over all years.",
            "W net savings, I investment, D depreciation, Q education, S new debt, C emissions, p damage per tonne, N inhabitants; ΔW change per year, V assets left, ΔQ, ΔS and ΔC what your changes add up to the last year, T number of years",
        ],
    }
}
