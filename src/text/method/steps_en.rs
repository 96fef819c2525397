use super::{Explained, Formula};
use crate::model::fiscal::{BudgetLaw, Rules};

/// English.
pub fn formula(it: Formula, law: &BudgetLaw) -> Explained {
    match it {
        Formula::OwnMoney => [
            "What the town itself pays",
            "What is moved are euros of the adopted budget, always in prices of the first year. If the federation, the state or fees reimburse a part, or others give a grant for an investment, only the rest burdens the town.",
            "n burden of the town, Δ moved amount, ρ reimbursed share of ordinary money, γ share of a grant in an investment",
        ],
        Formula::Tax => [
            "What another multiplier brings",
            "The yield changes in proportion to the multiplier. Grants and levies do not change with it: fiscal equalisation reckons with uniform, fictitious multipliers. That firms may move away is not modelled.",
            "ΔE change of the yield, E planned yield, h new, g planned multiplier",
        ],
        Formula::Bought => [
            "How much is bought?",
            "The amount divided by the cost of a unit, for example of a day-care place for a year. This is an average: in the calculation twice the money buys twice as much, and a cut takes away as much.",
            "q units bought, Δ amount moved in a year, c cost of a unit",
        ],
        Formula::Working => [
            "How much of it works?",
            "Years can pass until a unit is finished. Then it works for as long as it lasts, and after that it is gone; a broken last year counts in part. What is paid for a year works in that year.",
            "W working units, q units bought, s year of the payment, b years until the unit is finished, w part that still works after a years, L service life in years",
        ],
        Formula::Building => [
            "What is still being built?",
            "What is paid for and not finished does not act yet. It belongs to what has not arrived yet.",
            "B units being built, q units bought, s year of the payment, b years until the unit is finished",
        ],
        Formula::Arrived => [
            "Effects take time",
            "Every year a fixed part of what is still to come arrives: after the delay 63 per cent have arrived, after three times as long 95 per cent. Without a delay all of it is there at once. When units stop working, their effect ebbs just as slowly.",
            "e units whose effect has arrived, W working units, τ delay in years (if it is zero, e = W)",
        ],
        Formula::Count => [
            "What changes, as a number",
            "Things times the effect of a thing: so many more or fewer people, tonnes or trips. An indicator that moves can move others a year later. While the one change stays the same, so does the other.",
            "D change of the number, κ effect of a unit, e units that have arrived, λ what one more of another indicator changes here, D′ change of that indicator’s number",
        ],
        Formula::InUnit => [
            "From the number to the indicator",
            "Many indicators tell how many there are in 100 or 1,000. The change of the number is therefore divided by what the indicator is taken of in the same year, for example by all children under three. An indicator that counts nothing, such as a rent, changes by the number itself.",
            "δ change in the unit of the indicator, D change of the number, p how many the indicator refers to (100 for per cent), N what it is taken of",
        ],
        Formula::Scale => [
            "A scale for each indicator",
            "Each indicator has a worst and a best end that one can imagine. Between them the model counts its path without your changes in points, so that a trend never passes an end. A value within the last hundredth counts as if it were at its edge.",
            "x value, w worst end, b best end, s place between them, z points",
        ],
        Formula::Reference => [
            "How things would go on without your changes",
            "The trend of the measured values goes on and weakens every year. From fewer than five values the model reads no trend.",
            "z points, t year, m trend (median slope between all pairs of measured values), k damping, x₀ value without your changes, w worst and b best end of the scale",
        ],
        Formula::Shown => [
            "What the page shows",
            "The change is added to the value without your changes. Near the end of the scale the page shows a little less than the number alone would give: 1.5 per cent less where half of the room to the end is filled, and never past the end. More money still always means more.",
            "d change that is shown, δ change in the unit of the indicator, r room to that end of the scale to which it points, x value that is shown, x₀ value without your changes, b best and w worst end of the scale",
        ],
        Formula::Explanation => [
            "Why did something move?",
            "Each change can be taken apart exactly: into what the units of each measure do themselves, and what comes through another indicator. That too is followed to the measure whose money it was. The parts add up to the change.",
            "D change of the number, y part of a measure, κ effect of a unit, e units that have arrived, v part of a measure through another indicator, λ what one more of that indicator changes here, D′ change of its number by this measure alone, d change that is shown",
        ],
        Formula::NotYet => [
            "What has not arrived yet?",
            "Beside the sum stands what is paid for and will still act, also what is being built. When the units have stopped working it has the other sign: then something is still ebbing.",
            "o change of the number that has not arrived yet, κ effect of a unit, W working units, B units being built, e units that have arrived",
        ],
        Formula::Uncertainty => [
            "How sure is a number?",
            "The model runs 1,000 times. Each time it takes another, equally credible value for costs, effects and links, further away from the central one where the evidence is weak. Within a run each drawn number holds wherever it occurs, and for plan and change alike. What is shown is where 8 in 10 runs lie. Budget and generations are computed with the central values only.",
            "v drawn value, V central value, n random number from the normal distribution, s spread: from the range of the row, without one from its grade (below, among the assumptions)",
        ],
        Formula::Spread => [
            "From the range to the spread",
            "Below the lower end of a range lies a tenth of the runs, above the upper end a tenth, and the value itself lies in the middle, even where the range is lopsided.",
            "s spread, V central value, f that end of the range which is further from zero, u the other one, n random number from the normal distribution, h distance of a tenth from the middle (below, among the assumptions)",
        ],
        Formula::Vanishing => [
            "Does it do anything at all?",
            "For effects and links of grade D it is unknown whether they do anything at all. In some of the runs they are therefore exactly zero.",
            "v drawn value, g random number between 0 and 1, y share of the runs without an effect (below, among the assumptions)",
        ],
        Formula::PerEuro => [
            "If a source speaks of euros",
            "Some sources say what a euro does. If the unit becomes dearer in a run, its effect grows as well; otherwise the uncertainty of the cost would count twice.",
            "κ′ effect and c′ cost of a unit in a run, κ drawn effect of a unit at the central cost c",
        ],
        Formula::Times => [
            "How long does it last, how long does it take?",
            "Service life and delay are somewhat different in every run as well. What is for one year stays at one year, and what acts at once acts at once.",
            "L′ drawn and L central service life, τ′ drawn and τ central delay, s spread (below, among the assumptions), n random number from the normal distribution",
        ],
        Formula::Loops => [
            "Nothing builds up",
            "If one indicator moves another and that one moves the first again, the change has to become smaller each time round. Where it would stay too large in a run, all links are weakened alike. If it did so with the central values already, this page would not accept the town’s data.",
            "λ′ link as used, λ as drawn, R what is left in a year of a change that goes round (spectral radius of all links), g how much of it may be left at most (below, among the assumptions)",
        ],
        Formula::Noise => [
            "How sure is the path as before?",
            "Even without a change nobody knows how an indicator goes on. The path therefore varies from year to year as much as its values did so far, and the variations add up. With fewer than three values, the middle variation of the others counts (assumption); if none of the town has as many, its data name a usual value.",
            "z points, m trend, k damping, σ variation from one year to the next, n random number from the normal distribution, a new one for every indicator, run and year",
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
            "p share of the runs in which it gets better, d change of a run at the end as it is shown, b best and w worst end of the scale, M number of runs, q share of the runs that reach the target, x value of a run in the target’s year with its fluctuation, a target; the bracket [ ] counts 1 if what is in it is true, else 0",
        ],
        Formula::Operating => [
            "Ordinary expense",
            "Of moved ordinary money counts what the town itself pays. What working units cost it year by year is added, and what they save is taken off.",
            "ΔA change of ordinary expense, Δ moved ordinary money, ρ reimbursed share, f follow-up cost and g saving of a working unit in a year, W working units",
        ],
        Formula::Payment => [
            "Investment",
            "What is built or bought to last is a payment. What others give as a grant is taken off; only the rest has to come from the town.",
            "ΔI the town’s own part of investment, Δ moved money for investment, γ share of a grant",
        ],
        Formula::Depreciation => [
            "Depreciation",
            "What is built does not weigh on the result all at once, but evenly over the years of its use, and only with the town’s own part. Simplified: from the year after it is finished. What works is what is written off, so things and books cannot differ.",
            "D depreciation, γ share of a grant, c cost of a unit, L service life in years, W working units",
        ],
        Formula::Result => [
            "Result of the year",
            "More revenue improves the result, more expense worsens it. An investment counts as depreciation, spread over the years it serves. Additional debt bears interest.",
            "ΔJ change of the result, ΔE revenue, ΔA ordinary expense, D depreciation, i real interest, S additional debt",
        ],
        Formula::Debt => [
            "Debt",
            "What is missing is borrowed; what is left repays debt.",
            "S additional debt, ΔA ordinary expense, ΔI the town’s own part of investment, ΔE revenue, i real interest",
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
            "Each euro counts for the ages that use it, each tax for those who bear it. An investment counts in the years it serves. What working units save is nobody’s loss of use and does not count here. Later years count the same as long as no rate is chosen. A group of birth years shows their mean, weighted by people.",
            "b balance per person of a birth year, K money used (ordinary expense without savings, and depreciation), w and u weights by age, N people, ΔE change of taxes, r chosen rate",
        ],
        Formula::Closing => [
            "Does the ledger close?",
            "What all people together gain, what is left to them, what they owe and the interest they pay cancel out but for what working units save the town. Accounting itself creates no money.",
            "b balance of each person without a discount, V assets left, S debt left, Z interest paid, Y what all units save, g saving of a working unit in a year, W working units",
        ],
        Formula::LeftBehind => [
            "What is left after the last year?",
            "Three things reach beyond the calculation: the value of what was built and is not written off yet, the debt and the investment backlog. Assets and debt stand in the ledger by year of birth as well. Your changes leave pension provisions and liquid funds as they are: what is missing is borrowed, what is left repays debt.",
            "V assets left, ΔI the town’s own part of additional investment, D its depreciation, h burden left, S additional debt, ΔB change of the backlog, T last year of the calculation",
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
