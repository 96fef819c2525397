//! English.

use std::cmp::Ordering;

pub use super::annex::EN as ANNEX;
use super::catalog::{ExpectedKinds, LawSaid, LawWords, Texts};
pub use super::method::EN as METHOD;
use crate::model::fairness::{Light, Metric};
use crate::model::fiscal::{Authority, Balance, BudgetLaw, Land, Rules, Trigger};
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, Direction, Grade, LegalClass, Seen};

/// The English catalogue.
pub static TEXTS: Texts = Texts {
    first: &super::first::EN,
    heading: |town, year, goals| match goals {
        1 => format!("Budget {year} of the {town} by one sustainability goal"),
        _ => format!("Budget {year} of the {town} by {} sustainability goals", counted(goals).to_lowercase()),
    },
    cancel: "Cancel",

    meter: "Balance",
    missing: "Missing",
    left: "Left over",
    balanced: "Changes covered",
    balanced_by_loans: "Covered, plus loans",
    balanced_fewer_loans: "Covered, fewer loans",
    unchanged_meter: "Nothing changed",
    as_planned: "as adopted",
    beam_missing: "missing",
    beam_left: "left over",
    spread: "Spread the rest",
    reset: "Everything back to plan",
    last_move: |what, amount| format!("Last change: {what} {amount} a year. By itself:"),
    invested: |amount, until| {
        format!(
            "Investment besides: {amount} a year until {until}. It changes the debt and, by depreciation and interest, later results, not what is missing or left over in a year."
        )
    },
    steps: [
        ("Move a goal", "slider, − and + or number"),
        ("Read the effect", "output, indicators, generations"),
        ("Save", "only in this browser"),
    ],
    understood: "Got it",
    unplaced: |amount, is_more, bounds| {
        let way = match is_more {
            Some(true) => "be spent in addition",
            Some(false) => "be cut",
            None => "be moved",
        };
        format!("{amount} cannot {way} here because {bounds}.")
    },
    bounds: [
        "the law sets the limit",
        "the money is bound by contract or purpose",
        "you have locked it",
        "more cannot be done in a year",
        "the plan names nothing for this that could be cut",
    ],
    limited_tax: |name, low, high| format!("{name}: {low} to {high} can be set here."),

    spread_title: "Spread the rest",
    spread_intro: |amount, missing| {
        if missing {
            format!(
                "{amount} a year is missing. Whatever you have neither moved nor locked would be cut, in proportion to its leeway downwards. Reimbursed services are left out."
            )
        } else {
            format!(
                "{amount} a year is left over. Whatever you have neither moved nor locked would be raised, in proportion to its leeway upwards. Reimbursed services are left out."
            )
        }
    },
    spread_head: ["Goal", "before", "new"],
    spread_rest: |amount| format!("{amount} cannot be placed in this way."),
    spread_nothing: "There is nothing left that could be moved for this.",
    spread_do: "Spread like this",

    ledger: "What does the city spend its money on?",
    ledger_note: |year, percent, amount| {
        format!("Expenses {year}. At most {amount} of them could be cut within a year ({percent}, assumption).")
    },
    voluntary_grants: |amount| format!("By the city’s own report, voluntary grants to third parties are {amount}."),
    hatched: "Hatched parts are committed.",
    show_as: "Show amounts as",
    modes: ["€ million", "€ per head", "%"],
    mode_units: ["€ million", "€ per head", "% of the plan"],
    plan: "Plan",
    less: |name, step| format!("{name}: {step} less"),
    more: |name, step| format!("{name}: {step} more"),
    amount_of: |name, unit| format!("{name}, amount in {unit}"),
    value_text: |amount, percent, floor, ceiling| match percent {
        Some((percent, true)) => {
            format!("{amount}, {percent} per cent more than planned, lower limit {floor}, upper limit {ceiling}")
        }
        Some((percent, false)) => {
            format!("{amount}, {percent} per cent less than planned, lower limit {floor}, upper limit {ceiling}")
        }
        None => format!("{amount}, as planned, lower limit {floor}, upper limit {ceiling}"),
    },
    not_a_number: |example| {
        format!(
            "This cannot be read as one clear number here. Expected is, for example, {example}; with + or − before it, it counts from the plan."
        )
    },
    signed_hint: "With + or − before it, the number counts from the plan.",
    open_levers: |name| format!("Levers for {name}"),
    levers_note: |amount, low, high| {
        format!("Out of {amount} of current expense, up to {low} can be cut; up to {high} can be added.")
    },
    overhead_note: "Serves all goals and belongs to none.",
    fixed: "Fixed lines",
    goals_sum: |goals| if goals == 1 { "One goal".to_owned() } else { format!("{} goals together", counted(goals)) },
    total: "All expenses in the plan",
    total_with_changes: "with your changes",
    revenue_sum: "Ordinary revenue in the plan",
    result: "Annual result in the plan, including the financial result",
    reimbursed: |reimbursed, own| {
        format!("Of this, {reimbursed} is reimbursed by others and {own} is borne by the city.")
    },
    back_to_plan: |name| format!("{name} back to plan"),
    lock: |name| format!("Lock {name}"),
    locked_by_you: "Locked by you.",
    class: |class| match class {
        LegalClass::Freiwillig => "voluntary",
        LegalClass::PflichtigeSelbstverwaltung => "mandatory task",
        LegalClass::WeisungAuftrag => "on behalf of the federal or state government",
        LegalClass::Gebuehrenhaushalt => "financed by fees",
        LegalClass::VertraglichGebunden => "bound by contract",
        LegalClass::Zweckgebunden => "earmarked",
        LegalClass::NichtSteuerbar => "outside the city’s control",
    },
    basis: |basis| match basis {
        Basis::Official => "official",
        Basis::Estimate => "estimate",
        Basis::Assumption => "assumption",
    },
    assumption: "assumption",
    allowed: |low, high| format!("Leeway {low} to {high}:"),
    not_movable: |reason| format!("Cannot be moved freely: {reason}"),
    share_note: |percent| format!("{percent} of the product group, assumption."),
    about_lever: "Evidence",
    legal_basis: "Legal basis",
    lines_title: "Product groups in the plan",
    investment: "Investment",
    line_invested: |year, amount| format!("Payments for investment in {year}: {amount}"),
    invested_until: |year| format!(" Holds every year until {year}."),
    lines_head: ["No.", "Product group", "Expense", "Revenue"],
    effects_title: "What is known about the effect",
    no_effect_rows: "No study is available for this lever.",
    not_measured: "effect not recorded",
    changes: |count| if count == 1 { "One change:".to_owned() } else { format!("{count} changes:") },
    nothing_changed: "No change yet.",

    taxes: "Where does more or less money come from?",
    taxes_note: "Multipliers in per cent, fees in per cent of the plan. Fiscal equalisation takes nothing of it and adds nothing: it reckons with uniform multipliers.",
    multiplier: "Multiplier",
    tax_point: |amount| format!("One point brings in {amount} a year."),
    tax_value: |multiplier, change| format!("Multiplier {multiplier}, {change}"),
    fee: "Fee in % of the plan",
    fee_point: |amount| format!("One per cent brings in {amount} a year."),
    fee_value: |percent, change| format!("Fee {percent}\u{a0}% of the plan, {change}"),

    outputs: "This is what the money buys",
    outputs_note: "Year by year, calculated with fixed costs per unit.",
    bought_with: |lever, goals| format!("{lever}, for {goals}"),
    units: |it| {
        let (way, about) = (if it.more { "more" } else { "less" }, if it.is_below { "fewer than" } else { "about" });
        let a_year = if it.together.is_some() || it.first.is_some() { " a year" } else { "" };
        let mut said = format!("{way}: {about} {} {}{a_year}", it.count, it.noun);
        match it.first {
            Some(Some(year)) => said.push_str(&format!(", the first from {year} on")),
            Some(None) => said.push_str(&format!(", the first only after {}", it.horizon)),
            None => {}
        }
        if let Some(together) = &it.together {
            said.push_str(&format!("; in {} there are about {together} {way} by this", it.horizon));
        }
        if let Some((today, year)) = &it.today {
            said.push_str(&format!(" (in {year} there were {today})"));
        }
        said
    },
    units_short: |it| {
        let sign = if it.more { '+' } else { '\u{2212}' };
        let number = if it.is_below { format!("under {}", it.count) } else { format!("{sign}{}", it.count) };
        let way = if it.more { "more" } else { "fewer" };
        let a_year = if it.together.is_some() || it.first.is_some() { " a year" } else { "" };
        let below = if it.is_below { format!(" {way}") } else { String::new() };
        let first = it.first.map(|year| match year {
            Some(year) => format!("the first from {year} on"),
            None => format!("the first only after {}", it.horizon),
        });
        let together = it.together.as_ref().map(|count| format!("by {} about {count} {way} together", it.horizon));
        let today = it.today.as_ref().map(|(count, year)| format!("in {year} there were {count}"));
        let beside: Vec<String> = [first, together, today].into_iter().flatten().collect();
        [number, format!("{}{a_year}{below}", it.noun), super::begun(&beside.join(", "))]
    },
    price: |it| {
        // Other units name their year themselves, or are used up when they are used.
        let yearly = if it.is_yearly && it.one.starts_with("post ") { " a year" } else { "" };
        let (low, high) = &it.range;
        format!("1 {} costs about {}{yearly} (prices of {}; probably {low} to {high})", it.one, it.cost, it.year)
    },
    about_goal: |name| format!("About “{name}”"),
    further_measures_note: "Measures that begin at nothing have a price of their own. They cannot go below the plan: what it provides for them it does not show one by one.",
    measure_bound: |most| match most {
        Some(most) => format!("At most {most} more a year (assumption)."),
        None => "At most as much as the lever allows upwards.".to_owned(),
    },
    ceiling: |most, many| format!(" Limit for all goals together: {most} {many} more (assumption)."),
    measure_of_lever: |lever| format!("Money of the lever “{lever}”."),
    about_measure: "Evidence",
    no_unit: "What this lever does has no unit that could be counted.",
    no_output: "What this money buys is not recorded.",

    effects: "This changes",
    effects_untouched: |count, horizon| {
        format!("Nothing yet. {count} indicators and their course to {horizon} if everything stays as adopted.")
    },
    effects_none: |horizon| format!("No indicator moves until {horizon} because of these changes."),
    effects_moved: |count, horizon| {
        let moved = if count == 1 { "One indicator moves".to_owned() } else { format!("{count} indicators move") };
        format!("{moved} by {horizon}, the strongest first, by all changes together.")
    },
    unmeasured: |part, all| format!("For {part} of {all} we do not know what the money does."),
    all_measured: "For all the money moved at least one effect has a number.",
    not_measured_is_not_zero: "That does not mean that it does nothing.",
    indicator: |it| match &it.change {
        None => format!(
            "{}: most recently {} ({}). If everything stays as adopted, the model calculates {} for {}.",
            it.name, it.last, it.last_year, it.plan, it.horizon
        ),
        Some(change) => {
            let comparison = if it.rises { "more" } else { "less" };
            let wish = match (it.direction, it.rises) {
                (Direction::Higher, true) | (Direction::Lower, false) => "That is better.",
                _ => "That is worse.",
            };
            format!(
                "{}: for {} the model calculates {} instead of {}, that is {change} {comparison}. {wish}",
                it.name, it.horizon, it.scenario, it.plan
            )
        }
    },
    roughly: |size| format!("about {size}"),
    under: |size| format!("under {size}"),
    range_pending: "without a range, because it is still being calculated",
    range_note: "The range covers what 8 in 10 model runs give.",
    nearly_none: "almost 0",
    scale_ends: "The scale of the indicator ends here: it shows less than is counted",
    range_change: |range| format!("probably {range}"),
    range_plan: |horizon, low, high| format!("as planned; probably {low} to {high} in {horizon}"),
    range_plan_said: |horizon, low, high| {
        format!("If it stays as planned, 8 in 10 model runs give {low} to {high} for {horizon}.")
    },
    range_said: |range| format!("In 8 of 10 model runs the change is {range}."),
    range_steps: [
        "one run in ten is below",
        "one in four is below",
        "half are below",
        "one in four is above",
        "one in ten is above",
    ],
    range_head: |unit| ["share of model runs".to_owned(), format!("change, {unit}")],
    range_why: "There is a range because nobody knows effects exactly: the model runs 1,000 times, each time with other, \
                equally credible values. The weaker the evidence, the further they lie apart.",
    hardly: "hardly changed",
    faint: |noise, from| match from {
        NoiseFrom::Own => format!("Small against the usual ups and downs of {noise} a year"),
        NoiseFrom::Others | NoiseFrom::Pack => format!("Small against assumed ups and downs of {noise} a year"),
    },
    faint_said: |noise, from| match from {
        NoiseFrom::Own => {
            format!(
                "That is small against the usual ups and downs: from one year to the next it varies by about {noise}."
            )
        }
        NoiseFrom::Others => format!(
            "That is small against ups and downs of about {noise} from one year to the next, as they are usual for \
              the other indicators: there are too few values for a measure of its own."
        ),
        NoiseFrom::Pack => format!(
            "That is small against ups and downs of about {noise} from one year to the next, which are an \
             assumption: there are too few values for a measure of its own."
        ),
    },
    runs: |of_twenty| match of_twenty {
        0 => "in almost no model run".to_owned(),
        20 => "in almost all model runs".to_owned(),
        some => format!("in {some} of 20 model runs"),
    },
    better_worse: |better, worse, share_better, share_worse| match (share_better, share_worse) {
        (1.0, _) => "It gets better than planned in all model runs.".to_owned(),
        (_, 1.0) => "It gets worse than planned in all model runs.".to_owned(),
        (up, down) if up + down < 1.0 => format!("It gets better than planned {better} and worse {worse}."),
        (up, down) if up >= down => format!("It gets better than planned {better}, and worse in the others."),
        _ => format!("It gets worse than planned {worse}, and better in the others."),
    },
    target_said: |year, scenario, plan| match plan {
        None => format!("The target for {year} is reached {scenario}, the same as planned."),
        Some(plan) => format!("The target for {year} is reached {scenario}, as planned {plan}."),
    },
    noise_said: |noise, from| match from {
        NoiseFrom::Own => format!("The values so far vary by about {noise} from one year to the next."),
        NoiseFrom::Others => format!(
            "There are too few values to measure how much it varies. What is usual for the other indicators is \
             assumed: about {noise} from one year to the next."
        ),
        NoiseFrom::Pack => format!(
            "There are too few values to measure how much it varies. Ups and downs of about {noise} from one year to \
             the next are assumed."
        ),
    },
    back_test: |(values, within), error, unchanged, straight| {
        format!(
            "Looking back: forecast from the earlier values, {within} of the last {values} values lie in the range. The \
             mean error is {error}; with no change at all it would be {unchanged}, with a straight trend {straight}."
        )
    },
    back_test_closest: |closest| {
        let names = ["the model", "no change at all", "the straight trend"];
        let named: Vec<&str> = names.into_iter().zip(closest).filter(|(_, is)| *is).map(|(name, _)| name).collect();
        match named.as_slice() {
            [one] => format!("Closest was {one}."),
            [one, other] => format!("Closest, level with each other, were {one} and {other}."),
            _ => "All three were equally far off.".to_owned(),
        }
    },
    no_back_test: |values| {
        let counted = if values == 1 {
            "is only one measured value".to_owned()
        } else {
            format!("are only {values} measured values")
        };
        format!("Earlier forecasts cannot be checked: there {counted}, eight are needed.")
    },
    how_sure: "How sure is that?",
    dots_name: |name, horizon| format!("Twenty equally likely changes by {horizon}: {name}"),
    dots_note: |horizon, unit| {
        format!("Each dot is one equally likely outcome: the change against the plan in {horizon} ({unit}).")
    },
    direction: |direction| match direction {
        Direction::Higher => "more is better",
        Direction::Lower => "less is better",
    },
    percentage_points: "percentage points",
    of_today: |count| format!("of about {count} today"),
    last_value: |year, basis, is_local| match (is_local, basis) {
        (false, _) => format!("reference value {year}, not local"),
        (true, Basis::Official) => format!("most recently {year}"),
        (true, Basis::Estimate) => format!("most recently {year}, estimate"),
        (true, Basis::Assumption) => format!("most recently {year}, assumption"),
    },
    like_planned: "as planned",
    unmoved: |count| if count == 1 { "One other unchanged".to_owned() } else { format!("{count} others unchanged") },
    others: |count, moved| format!("{count} more, {moved} of them moved"),
    further: |count| format!("{count} more"),
    details: "Details",
    why: "Why?",
    why_of: |name| format!("Why does the indicator “{name}” change?"),
    details_of: |name| format!("Details of the indicator “{name}”"),
    law_more: "Details, state of the law and table",
    values: "Table",
    values_head: ["Year", "measured", "as planned", "with your changes"],
    target: |value, year| match year {
        Some(year) => format!("Target {value} by {year}"),
        None => format!("Target {value}"),
    },
    orientation: "Federal reference value",
    no_target: "No target has been adopted for this indicator.",
    grade: |grade| match grade {
        Grade::A => "definition or tested in a municipality",
        Grade::B => "study",
        Grade::C => "assessment",
        Grade::D => "guess or unknown",
    },
    grade_label: "Evidence",
    chart: |name, horizon| {
        format!("{name}: course to {horizon} and, magnified, the difference from the plan in {horizon}")
    },

    why_head: ["Contribution", "Change"],
    why_direct: |measure| format!("Directly through: {measure}"),
    why_through: |via, measure| format!("Through the indicator “{via}” by: {measure}"),
    why_not_yet: |measure, count| {
        format!("Not in the sum, because not yet arrived or not yet faded: {count} through {measure}.")
    },
    why_exact: |noun| format!("exact ({noun})"),
    why_sum: "Total",
    why_nothing: "None of your changes contributes to this indicator.",
    why_lag: |years| format!("After about {years} years, most of it has arrived."),
    new_tab: "opens in a new tab",
    source: "Source",
    seen: |seen| match seen {
        Seen::Primary => "read in the original",
        Seen::Secondary => "as reported elsewhere",
        Seen::Recalled => "not yet backed by a source",
        Seen::Computed => "calculated",
    },
    target_label: "Target",
    definition: "What is measured",
    figures_from: "Where the values come from",
    note: "Note",
    observed_only: "Observed only: the catalogue names no measure whose effect on this indicator has been looked at.",

    generations: "What does this mean for the generations?",
    generations_untouched: "Nothing changed for any year of birth.",
    generations_said: |most, least, (relieved, burdened, all), same, debt, horizon| {
        let left = match debt {
            Some((amount, true)) => format!("{amount} more debt is left after {horizon}. "),
            Some((amount, false)) => format!("{amount} less debt is left after {horizon}. "),
            None => String::new(),
        };
        let groups = format!("{left}Of {} groups by year of birth", counted(all).to_lowercase());
        if relieved + burdened == 0 {
            return format!("{groups}, none changes noticeably up to {horizon}.");
        }
        let parts = [(relieved, "relieved"), (burdened, "burdened"), (all - relieved - burdened, same)];
        let parts = parts
            .into_iter()
            .filter(|it| it.0 > 0)
            .map(|(count, word)| format!("{} {word}", counted(count).to_lowercase()));
        let parts = parts.collect::<Vec<_>>().join(", ");
        let whole =
            |word: &str| format!("{left}All {} groups by year of birth are {word}", counted(all).to_lowercase());
        let parts = if relieved == all {
            whole("relieved")
        } else if burdened == all {
            whole("burdened")
        } else {
            format!("{groups}: {parts}")
        };
        if least == most {
            return format!("{parts}. Per person that is {} ({}), all years up to {horizon} together.", most.1, most.0);
        }
        format!(
            "{parts}. Per person that is {} ({}) to {} ({}), all years up to {horizon} together.",
            least.1, least.0, most.1, most.0
        )
    },
    generations_unit: |horizon, rate| {
        let weight = match rate {
            Some(rate) => format!("each later year counts {rate} less"),
            None => "not discounted, all years count the same".to_owned(),
        };
        format!("Euros per person compared with the plan, total up to {horizon}, {weight}.")
    },
    born_until: |year| format!("up to {year}"),
    born_between: |from, to| format!("{from} to {to}"),
    unborn: "not yet born",
    born_in: |years| format!("born {years}"),
    relief: "Relief",
    burden: "Burden",
    unchanged: "unchanged",
    generations_head: ["Years of birth", "Balance", "Euros per person"],
    ledger_title: "Do the sums add up?",
    ledger_closes: |people, assets, debt, interest, saved, rest| {
        format!(
            "Check: all people together {people}, plus assets {assets} and interest {interest}, minus debt {debt} and savings {saved}; {rest} is left."
        )
    },
    inheritance_today: |town, today| {
        let missing = format!("not in the data for {town}");
        format!("Debt, pension obligations and repair backlog per child today: {}.", today.unwrap_or(&missing))
    },
    inheritance_change: |town, change, horizon| match change {
        None => format!("What these changes change about it: not in the data for {town}."),
        Some((_, Ordering::Equal)) => format!("These changes leave it as it is until {horizon}."),
        Some((amount, Ordering::Greater)) => {
            format!("With these changes it is {amount} more per child in {horizon}.")
        }
        Some((amount, Ordering::Less)) => {
            format!("With these changes it is {amount} less per child in {horizon}.")
        }
    },
    generations_how: "Spending counts for those who use it according to their age, taxes for those who bear them; both are assumptions. Reimbursed money counts only with the city’s share. What is left over or missing changes the debt.",
    rate_label: "Discount for each later year",
    rate_flips: |names| format!("Whether it is relief or burden depends on the discount here: {names}."),
    rate_same: "The direction is the same at each of the three discounts.",
    parts_head: ["Euros per person", "Taxes and fees", "together", "charged otherwise"],
    parts_sum: "All people, € million",
    alike_said: |turned, gone, all| {
        let gone = match gone {
            0 => String::new(),
            1 => " For one group no difference from the plan is left.".to_owned(),
            _ => format!(" For {gone} groups no difference from the plan is left."),
        };
        let turned = if turned == 0 { "none".to_owned() } else { turned.to_string() };
        format!(
            "Charged otherwise (assumption): every euro counts for everybody alike, young or old. The direction then turns for {turned} of {all} groups.{gone}"
        )
    },

    profile: "What is left for those who come after us?",
    profile_worst: |questions| format!("The limit is not kept for “{}”.", questions.join("”, “")),
    profile_none_worst: "Every limit is kept or just kept.",
    profile_untouched: |computed, all| {
        if computed == all {
            format!("All {all} measures stand as planned.")
        } else {
            format!(
                "All {computed} computed measures stand as planned. Figures for the other {} are missing.",
                all.saturating_sub(computed)
            )
        }
    },
    profile_moved: |it| {
        let others = [(it.hardly, "hardly changed"), (it.same, "as planned"), (it.without, "not judged")];
        let others = others.iter().filter(|it| it.0 > 0).map(|(count, word)| format!(", {count} {word}"));
        let all = it.better + it.worse + it.hardly + it.same + it.without;
        let said = format!("{} better, {} worse{}", it.better, it.worse, others.collect::<String>());
        format!("With these changes, of {all} measures {said}.")
    },
    profile_head: ["Measure and status", "As planned", "Your change"],
    metric: |metric| match metric {
        Metric::OwnMeans => "Do we live on our own money?",
        Metric::Reach => "How far do the reserves reach?",
        Metric::Upkeep => "Do we keep up what is there?",
        Metric::Backlog => "How much repair is left undone?",
        Metric::Inheritance => "What burdens does each child inherit?",
        Metric::Ledger => "Whom does it relieve, whom does it burden?",
        Metric::Co2Account => "When is the CO2 budget used up?",
        Metric::ClimateDamage => "What climate damage do we pass on?",
        Metric::Floors => "Does nature hold?",
        Metric::FutureShare => "How much do we spend on the future?",
        Metric::NetSavings => "What if money could replace everything?",
    },
    metric_how: |metric, words| {
        match metric {
        Metric::OwnMeans => format!(
                "Ordinary revenue divided by ordinary expense (Aufwandsdeckungsgrad) and result per head in the budget year. Just kept: the year ends with a deficit. Not kept: the {} is used up by the end of the plan as well.",
                words.equalisation
            ),
        Metric::Reach => format!(
                "First year in which a limit of budget law is crossed. The plan has results only up to its last year; later ones are not invented. Just kept: the {} is used up.",
                words.equalisation
            ),
        Metric::Upkeep => "Below 1 the town lives on its substance. The surcharge ω for today’s prices is an assumption. The plan does not split replaced from new, so the value is an upper end. Just kept: in a single year it is below 1.".to_owned(),
        Metric::Backlog => "Today’s backlog comes from the source named, often a national average per head. Only the change by more or less upkeep is computed, because the plan does not split replaced from new.".to_owned(),
        Metric::Inheritance => "What weighs on the town per child today, and how your changes alter that in the last year. What is not written off by then is deducted.".to_owned(),
        Metric::Ledger => "Benefit of spending less taxes per head and year of birth, not discounted, compared with the plan. Shown is the range of the six groups; the table is with the generations.".to_owned(),
        Metric::Co2Account => "Tonnes are not discounted. Not kept: used up before the last year of the calculation.".to_owned(),
        Metric::ClimateDamage => "From the lower value (later people count less) to the upper (all count the same). Never netted with money.".to_owned(),
        Metric::Floors => "The lowest floor counts; nothing makes up for it. Floors without a measurement are left out.".to_owned(),
        Metric::FutureShare => "Spending on education, youth, climate, nature and upkeep divided by all ordinary expense. What counts is an assumption.".to_owned(),
        Metric::NetSavings => "Land use is not valued. Weak sustainability, for comparison only and without a verdict.".to_owned(),
    }
    },
    light: |it| match it {
        Light::Broken => "not kept",
        Light::Strained => "just kept",
        Light::Holds => "kept",
    },
    comparison: "for comparison",
    better: "better",
    worse: "worse",
    not_computed: |reason| format!("not computed: {reason}"),
    no_figures: |town| format!("not in the data for {town}"),
    own_means: |year, coverage, per_head| format!("{year}: {coverage} covered, {per_head} per head"),
    reach: |limit, last, left, words| {
        let [free, due] = words.reach;
        match limit {
            Some(year) => format!("{due} {year}; {left} left at the end of {last}"),
            None => format!("{free} by {last}; {left} left then"),
        }
    },
    upkeep: |ratio, years, weakest| {
        format!("{} to {}: {ratio} times what wears out; only {} times in {}", years.0, years.1, weakest.1, weakest.0)
    },
    backlog: |amount, basis| format!("about {amount} ({basis})"),
    per_child: |amount| format!("{amount} per child"),
    used_up: |year, horizon, left| {
        let when = year.map_or_else(|| format!("not by {horizon}"), |year| format!("in {year}"));
        match left {
            Some((share, year)) => format!("{when}; {share} left at the start of {year}"),
            None => when,
        }
    },
    days: |days| format!("{days} days"),
    damage_change: |horizon, change| format!("Sum until {horizon}: {change}"),
    ledger_plan: "€0: the plan is what is compared with",
    damage: |low, high| format!("{low} to {high} a year"),
    nature: |percent, name, horizon| format!("{percent} in {horizon} ({name})"),
    points: |points| format!("{points} points"),
    savings: |low, high| format!("{low} to {high} per head"),
    from_to: |low, high| format!("{low} to {high}"),
    profile_note: |horizon, hardly| {
        format!(
            "Changes without a year are up to {horizon}. Hardly changed means: by less than {hardly} (our choice); own money and reserves are left out of that."
        )
    },
    floors: "Floors of nature",
    floors_head: |horizon| {
        ["Floor".to_owned(), "today".to_owned(), format!("{horizon}, plan"), format!("{horizon}, new")]
    },
    floor_word: |it| match it {
        Light::Broken => "critical",
        Light::Strained => "between",
        Light::Holds => "safe",
    },
    lenses: |(percent, name), (low, high), change| {
        let change = change.map_or_else(String::new, |it| format!(", with these changes {it} on average"));
        format!(
            "Strong view: {percent} ({name}). Weak view, for comparison: {low} to {high} per head and year{change}."
        )
    },
    lenses_differ: "In the weak view money makes up for lost nature, in the strong view it does not: there only the lowest floor counts.",
    profile_how: "How this is calculated: formulas and sources",

    law: "What does budget law say?",
    law_said: |it| {
        let balance = balance(it);
        let Some((year, trigger)) = it.due else {
            let (what, paragraph) = (nothing_due(it.law), it.law.statute.map(|it| it.consolidation_paragraph));
            return format!("{what}{}. {balance}{}", cited(paragraph), elsewhere(it.law));
        };
        let why = match trigger {
            Trigger::QuarterOnce => "the general reserve falls by more than a quarter in one year",
            Trigger::TwentiethTwice => "the general reserve falls by more than a twentieth two years in a row",
            Trigger::BeyondEquity => "the city has no equity left",
            Trigger::CapitalBelowZero => "it is less than what is still not covered after three years",
        };
        let already = match (it.due_as_planned, it.is_shocked) {
            (false, _) => "",
            (true, false) => " This already applies to the adopted plan.",
            (true, true) => " In this crisis that holds without your changes as well.",
        };
        let what = match (it.law.rules, it.law.statute) {
            (Rules::CarryForward { .. }, _) => format!("The base capital (Basiskapital) falls below zero in {year}"),
            (Rules::FallOfReserve { .. }, Some(_)) => {
                format!("A consolidation plan (Haushaltssicherungskonzept) is mandatory in {year}")
            }
            (Rules::FallOfReserve { .. }, None) => format!("The budget has to be secured in {year}"),
        };
        let paragraph = it.law.statute.map(|_| trigger.paragraph());
        format!("{what}{}: {why}.{already} {balance}{}", cited(paragraph), elsewhere(it.law))
    },
    law_distance: |every, alone, words| {
        let alone = alone.map_or_else(String::new, |(year, amount)| format!("; in {year} alone a good {amount} does"));
        format!("A good {every} less a year already {}{alone}.", words.into_and_out[0])
    },
    law_way_back: |amount, words| format!("Just under {amount} more a year {}.", words.into_and_out[1]),
    law_unknown: |town, law| {
        let place = law
            .statute
            .map_or_else(|| format!("of {}", land(law.land)), |it| format!("({})", it.consolidation_paragraph));
        format!(
            "Reserves and future annual results are not in the data for {town}. Whether and when budget law {place} asks for more can therefore not be said."
        )
    },
    law_words: |law| match law.rules {
        Rules::FallOfReserve { .. } => LawWords {
            general: "General reserve",
            from_general: "from the general reserve",
            equalisation: "equalisation reserve",
            measure: if law.statute.is_some() {
                "a consolidation plan threatens"
            } else {
                "the budget would have to be secured"
            },
            measure_short: if law.statute.is_some() { "Consolidation plan" } else { "Securing" },
            into_and_out: if law.statute.is_some() {
                ["leads into consolidation (Haushaltssicherung)", "leads out of consolidation (Haushaltssicherung)"]
            } else {
                ["leads above the limit of this calculation", "leads below the limit of this calculation"]
            },
            reach: if law.statute.is_some() {
                ["no consolidation plan", "consolidation plan in"]
            } else {
                ["no limit crossed", "limit crossed in"]
            },
            key_figures: key_figures(law.land),
        },
        Rules::CarryForward { .. } => LawWords {
            general: "Base capital",
            from_general: "from the base capital",
            equalisation: "reserve from surpluses",
            measure: "the base capital falls below zero",
            measure_short: "Capital below zero",
            into_and_out: ["brings the base capital below zero", "keeps the base capital above zero"],
            reach: ["base capital above zero", "base capital below zero in"],
            key_figures: key_figures(law.land),
        },
    },
    law_balance: |law, unbalanced, words| {
        let paragraph = cited(law.statute.map(|it| it.balance_paragraph));
        let place = if law.statute.is_some() { "The budget is" } else { "In this calculation the budget is" };
        let Some((years, is_partly)) = unbalanced else {
            return format!("{place} balanced in every year: revenue and {} suffice{paragraph}.", words.equalisation);
        };
        let others = if is_partly { " In the other years it is balanced." } else { "" };
        let approval = law
            .statute
            .and_then(|it| it.approval_paragraph)
            .map_or_else(String::new, |it| format!(" Whatever comes from the general reserve needs approval ({it})."));
        format!(
            "{place} not balanced in {years}: revenue and {} do not suffice{paragraph}.{others}{approval}",
            words.equalisation
        )
    },
    law_saving: |it| {
        let allowed = match &it.allowed {
            Some((percent, true)) => format!(" Up to {percent} of expense are allowed for that, which is kept."),
            Some((percent, false)) => format!(" Up to {percent} of expense are allowed for that, which is exceeded."),
            None => String::new(),
        };
        let due = |year: u16| match (it.law.rules, it.law.statute) {
            (Rules::CarryForward { .. }, _) => format!("the base capital would fall below zero in {year}"),
            (Rules::FallOfReserve { .. }, Some(_)) => format!("a consolidation plan would be mandatory in {year}"),
            (Rules::FallOfReserve { .. }, None) => format!("the budget would have to be secured in {year}"),
        };
        let without = match it.due {
            (_, None) => "Without that saving this stays the same.".to_owned(),
            (with, Some(year)) if with == Some(year) => "Without that saving this stays the same.".to_owned(),
            (_, Some(year)) => format!("Without that saving {}.", due(year)),
        };
        format!(
            "{}: the plan reckons with a global saving (globaler Minderaufwand) of {} and does not say where.{allowed} {without}",
            it.years, it.amounts
        )
    },
    law_carry: |law| match law.rules {
        Rules::FallOfReserve { .. } => format!(
            "Instead of taking the general reserve at once, the city may carry a deficit forward for up to three years{}. That needs approval as well, and the authority may then demand a consolidation plan.",
            cited(law.statute.map(|it| it.carry_paragraph))
        ),
        Rules::CarryForward { .. } => format!(
            "A deficit may be carried forward for up to three years. What is not covered by then is taken from the base capital{}.",
            cited(law.statute.map(|it| it.carry_paragraph))
        ),
    },
    law_special: |town, law| {
        let paragraph = cited(law.statute.map(|_| "§ 24 Abs. 2 GemHVO BW"));
        format!(
            "A surplus of the special result (Sonderergebnis) can cover deficits as well{paragraph}. It is not in the data for {town}."
        )
    },
    law_read: |readings| format!("Law as read: {}.", readings.join("; ")),
    law_reading: |(_, what), as_of, seen| format!("{what}, as of {as_of}, {seen}"),
    law_unit: |words, limit| {
        let limit = limit.map_or(String::new(), |it| format!(" Limit: more than {it} in two years in a row."));
        format!("What the year takes {}, in per cent of what was there at its start.{limit}", words.from_general)
    },
    law_limit: |percent| [format!("Limit {percent}"), "two years".to_owned(), "in a row".to_owned()],
    law_chart: |words| format!("Withdrawal {} in per cent per year, plan and with your changes", words.from_general),
    law_rows: ["Year", "plan", "new", "without global saving", "Debt", "Interest"],
    law_groups: |words| {
        let (result, changes) = ("Result, € million".to_owned(), "Against the plan, € million".to_owned());
        let taken = format!("Withdrawal {}, %", words.from_general);
        [result, taken, format!("{} at the end of the year, € million", words.general), changes]
    },
    law_outline: "Dashed outline: so much more the plan takes.",
    reserve_end: |words, year, amount, change| format!("{} at the end of {year}: {amount} ({change}).", words.general),
    equalisation_gone: |words, year| format!("The {} is used up at the end of {year}.", words.equalisation),
    debt_change: |year, change| format!("Debt by {year} compared with the plan: {change}."),
    beyond_plan: |year| format!("The plan runs to {year}; beyond that the model calculates no annual results."),

    resilience: "How much can the budget stand?",
    resilience_unknown: |town| {
        format!(
            "Reserves and future annual results are not in the data for {town}. How long the budget stands a crisis can therefore not be said; what each crisis would cost is told below."
        )
    },
    resilience_said: |it, words| {
        let of = |count: usize| match count {
            0 => "in none".to_owned(),
            all if all == it.shocks => "in each".to_owned(),
            1 => "in one".to_owned(),
            some => format!("in {}", counted(some).to_lowercase()),
        };
        let where_of = |count: usize| match (it.shocks, count) {
            (0 | 1, 0) => "in no crisis".to_owned(),
            (1, _) => "in the one crisis".to_owned(),
            (all, _) => format!("{} of the {} crises", of(count), counted(all).to_lowercase()),
        };
        let first = |year: Option<u16>| year.map_or_else(String::new, |it| format!(", first in {it}"));
        let (plan, new) = ((it.due.0, it.first.0), (it.due.1, it.first.1));
        let due = if it.is_moved && plan == new {
            format!("Under the plan as with your changes {} {}{}.", words.measure, where_of(plan.0), first(plan.1))
        } else if it.is_moved {
            let (plan, new) = ((where_of(plan.0), first(plan.1)), (of(new.0), first(new.1)));
            format!("Under the plan {} {}{}; with your changes {}{}.", words.measure, plan.0, plan.1, new.0, new.1)
        } else {
            format!("Under the plan {} {}{}.", words.measure, where_of(plan.0), first(plan.1))
        };
        let calm = match it.calm {
            (None, None) => String::new(),
            (None, Some(new)) => format!(" With your changes {} without a crisis as well ({new}).", words.measure),
            (Some(plan), None) => format!(" Without a crisis {} under the plan only ({plan}).", words.measure),
            (Some(plan), Some(new)) if plan == new => {
                format!(" Without a crisis {} as well ({plan}).", words.measure)
            }
            (Some(plan), Some(new)) => {
                format!(" Without a crisis {} as well: under the plan {plan}, with your changes {new}.", words.measure)
            }
        };
        let gone = match it.gone {
            (0, 0) => format!("In each of them the reserves last beyond {}.", it.last),
            (plan, new) if it.is_moved => format!(
                "The reserves are used up by {}: under the plan {}, with your changes {}.",
                it.last,
                of(plan),
                of(new)
            ),
            (plan, _) => format!("The reserves are used up by {}: {}.", it.last, of(plan)),
        };
        format!("{due}{calm} {gone}")
    },
    resilience_note: "Each row takes one crisis by itself. Ticked, it holds wherever annual results, reserves and budget law are concerned, for the plan and for your changes alike.",
    resilience_head: |last, words| {
        [
            "Crisis".to_owned(),
            "Worst year".to_owned(),
            format!("Reserves, end of {last}"),
            "Reserves last".to_owned(),
            "Recovered".to_owned(),
            words.measure_short.to_owned(),
            "Indicators".to_owned(),
        ]
    },
    resilience_calm: "No crisis",
    resilience_worst: |year, amount| format!("{year}:\u{a0}{amount}"),
    resilience_gone: |year| format!("used up in {year}"),
    resilience_last: |years, is_gone| match (years, is_gone) {
        (0, true) => "no year".to_owned(),
        (1, true) => "1 year".to_owned(),
        (years, true) => format!("{years} years"),
        (years, false) => format!("over {years} years"),
    },
    resilience_no_hits: "not recorded",
    resilience_not_until: |last| format!("not by\u{a0}{last}"),
    resilience_no_shock: "does not apply",
    resilience_not_due: "not due",
    resilience_new: |value| format!("new {value}"),
    resilience_assumed: "What is assumed",
    resilience_burden: |amount, low, high| {
        format!("Burden at full strength: {amount} a year, plausibly {low} to {high}.")
    },
    resilience_returned: |percent, years| {
        format!("Of that about {percent} comes back, after {years} years on average.")
    },
    resilience_recovered: "Worst year: the annual result. Recovered: at most a tenth of the greatest burden is left; that follows from the assumed course of the crisis, after the years of the plan as well. What council and administration would do about it is not modelled. The crisis does not act on indicators and generations here, except through changed taxes. Indicators: what the crisis would do to them at full strength.",
    resilience_hits: |list| format!("Indicators at full strength: {list}."),
    resilience_on: |names| format!("Calculated with: {names}."),
    resilience_struck: |names| format!("Crisis on: {names}. It strikes annual result, reserves and law:"),
    key_figures_head: ["Per cent", "Expense coverage", "Deficit ratio", "Investment ratio", "Interest ratio"],
    key_figures_note: |infrastructure, words| {
        let infrastructure = match infrastructure {
            Some((percent, year)) => format!(
                "Infrastructure ratio (Infrastrukturquote) at the end of {year}: {percent}, infrastructure by all assets."
            ),
            None => {
                "Infrastructure ratio (Infrastrukturquote): infrastructure assets are not in the data set.".to_owned()
            }
        };
        format!(
            "Without crises. Expense coverage (Aufwandsdeckungsgrad): ordinary revenue by ordinary expense. Deficit ratio (Fehlbetragsquote): deficit by both reserves at the start of the year. Investment ratio (Investitionsquote): payments for fixed assets by depreciation, an approximation; below 100\u{a0}% the city loses substance. Interest ratio (Zinslastquote): financial expense by ordinary expense. {infrastructure} {}",
            words.key_figures.1
        )
    },
    no_data: "not in the data set",

    towns: "Which town?",
    towns_note: "Each town has a budget of its own. A scenario belongs to its town and budget year.",
    towns_go: |town| format!("Go to: {town}"),
    this_town: "this page",
    leaving: "Your draft is not saved",
    leaving_lost: |town| {
        format!(
            "If you change the town, only the browser’s “Back” leads to your draft for {town}, and only in this window."
        )
    },
    leaving_go: "Change without saving",
    leaving_stay: "Stay here",
    leaving_missing: "The other town cannot be loaded",
    leaving_stays: |to, here| {
        format!("{to} cannot be reached at the moment. Please check the connection. {here} stays here as it is.")
    },
    leaving_again: "Try again",

    departments: "Who spends for what?",
    department: "Department",
    departments_said: |count, all, department, goal, amount| {
        format!(
            "{count} departments spend {all} together. The most money for one goal is with {department}: {amount} for “{goal}”."
        )
    },
    departments_unknown: |town| {
        format!("The data of the plan as held here names no department or office for any product group of {town}.")
    },
    departments_unit: |year| {
        format!(
            "Million euros, ordinary expense in the {year} plan. Assumption: within a product group the money of every office serves the same goals."
        )
    },
    seats: "Who has to talk to each other?",
    seats_said: |departments, count, goals| {
        let sit = if count == 1 { "sits" } else { "sit" };
        format!("At this table {sit} {departments}. Money moves for {goals}.")
    },
    seats_also: |goals, count| {
        let goal = if count == 1 { "the goal" } else { "the goals" };
        format!("Indicators of {goal} {goals} change as well, although none of their money moves.")
    },
    seats_untouched: "The table is still empty: nothing has been moved.",
    seats_taxes: "No department has to change its spending: only taxes or fees have been moved.",
    seats_head: ["Department", "more per year", "less per year", "Offices", "Goals"],
    seats_note: "Assumption: a change is shared out over the offices of a product group as the plan shares out the money.",
    and: "and",
    quotes: ["“", "”"],

    saves: "Scenarios",
    saves_note: "Scenarios are saved in this browser. Some browsers delete them after a week without a visit; use the file to keep them.",
    saves_denied: "This browser does not allow saving here. The page works all the same; save as a file.",
    saves_empty: "No scenario saved yet.",
    name: "Name",
    name_default: |n| format!("Draft {n}"),
    save_here: "Save in the browser",
    open_file: "Open a file",
    load: |name| format!("Load {name}"),
    rename: |name| format!("Rename {name}"),
    duplicate: |name| format!("Duplicate {name}"),
    delete: |name| format!("Delete {name}"),
    load_short: "Load",
    rename_short: "Rename",
    duplicate_short: "Duplicate",
    delete_short: "Delete",
    copy_of: |name, count| if count < 2 { format!("{name} (copy)") } else { format!("{name} (copy {count})") },
    unreadable: |name| format!("{name} cannot be read. The data are kept unchanged."),
    other_town: |town| format!("This scenario belongs to a different budget: {town}. Go there first."),
    newer: "This file comes from a newer version. Please reload the page.",
    saved: |name| format!("“{name}” is saved."),
    loaded: |name| format!("“{name}” is loaded."),
    replaced: "What stood here before was not saved: “Undo” brings it back.",
    deleted: |name| format!("“{name}” is deleted."),
    resumed: "Your draft is back.",
    not_resumed: "Your draft cannot be opened again.",
    older_model: |first_year| {
        format!("The model has changed since: results differ, and changes begin in {first_year} at the earliest.")
    },
    limited: |names| format!("Limited to the permitted leeway: {names}."),
    unknown: |names| format!("Unknown in this budget and left out: {names}."),
    save_failed: "Saving in the browser failed, probably because the storage is full. Save as a file.",
    rounded: |names| format!("Rounded to whole cents or whole points: {names}."),
    added: |names| format!("Stands in the file more than once and was added up: {names}."),
    cut_years: |names, from, to| format!("Cut to the years {from} to {to}: {names}."),
    no_years: |names, from, to| format!("Lies wholly outside the years {from} to {to} and was left out: {names}."),
    and_more: |names, more| format!("{names} and {more} more"),
    delete_failed: "The browser refused to delete; nothing was deleted.",
    list_failed: "The browser does not show the saved scenarios right now; they are not deleted. Please open this list again later.",
    draft_gone: |name| {
        format!("“{name}” is no longer there; it was deleted in another window. The list is up to date now.")
    },
    draft_changed: |name| {
        format!("“{name}” was changed in another window and stays as it is there. The list is up to date now.")
    },
    renamed: |old, new| format!("“{old}” is now called “{new}”."),
    name_needed: "Please enter a name.",
    undelete: "Undo deletion",
    undelete_spoken: |name| format!("Undo deletion: {name}"),
    restored: |name| format!("“{name}” is back."),
    saved_file: |name| format!("“{name}” is saved as a file."),
    file_failed: "This browser does not hand out files here.",
    file_unreadable: "This file cannot be read; perhaps it has been deleted or moved. Nothing was changed.",
    draft_number: |id| format!("No. {id}"),
    not_a_file: "This is not a scenario file; nothing was changed.",
    too_large: "This file is larger than 1 MB. No scenario is that large; nothing was changed.",
    at_place: |line, column| format!("Line {line}, column {column}:"),
    expected: |key, what| {
        if key.is_empty() { format!("Expected {what} here.") } else { format!("Expected {what} at “{key}”.") }
    },
    expected_kinds: ExpectedKinds {
        text: "a text in quotes",
        number: "a number",
        whole: "a whole number",
        year: "a year",
        list: "a list in brackets",
        object: "an entry in braces",
    },
    broken_off: "The file breaks off here, or a character is out of place.",
    unknown_key: |key| format!("“{key}” means nothing here."),
    key_twice: |key| format!("“{key}” stands there twice."),
    key_missing: |key| format!("“{key}” is missing."),
    both_missing: |key, other| format!("“{key}” or “{other}” is missing here."),
    keys_apart: |key, other| format!("“{key}” and “{other}” cannot stand together in one entry."),
    two_spans: |name, one, other| {
        format!(
            "“{name}” stands in the file twice, for {one} and for {other}. That makes no common change; nothing was changed."
        )
    },
    doubled: |name| {
        format!(
            "“{name}” stands in the file twice and alike. Whether it is meant once or double cannot be told; nothing was changed."
        )
    },
    two_multipliers: |name| {
        format!("“{name}” stands in the file twice. Which value counts cannot be told; nothing was changed.")
    },
    years: |from, to| if from == to { from.to_string() } else { format!("{from} to {to}") },
    only_years: |years| format!("{years} only"),
    years_of_change: |years| format!("Years of your change: {years}."),
    partly_years: |years| format!("in part {years}"),
    several_spans: "in part for some of the years only",
    new_name: "New name",
    ok: "Apply",
    saved_on: |date| format!("saved on {date}"),
    date: |year, month, day| format!("{day}/{month}/{year}"),

    assumptions: "Assumptions and sources",
    assumptions_note: "Every assumption and every fixed value, sortable by grade:",
    xmile_title: "Check the figures yourself",
    xmile: "Model as an XMILE file",
    xmile_note: "The equations behind all indicators with the present scenario. System dynamics programs that read XMILE check the figures with it.",
    sources: "Sources",

    doors: super::doors::EN,
    bench: super::bench::EN,
    method_row: |title| format!("“{title}” under “How is this calculated?”"),
};

/// A number of things at the beginning of a sentence, in words up to twelve.
fn counted(count: usize) -> String {
    let words =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
    words.get(count).map_or_else(|| count.to_string(), |it| (*it).to_owned())
}

/// A paragraph in brackets behind what it says; nothing without one.
fn cited(paragraph: Option<&str>) -> String {
    paragraph.map_or_else(String::new, |it| format!(" ({it})"))
}

/// Whose limits these are, where the law of the town's Land is not known here.
fn elsewhere(law: &BudgetLaw) -> String {
    match law.statute {
        Some(_) => String::new(),
        None => format!(
            " The budget law of {} is not part of this model: the limits are those of this calculation.",
            land(law.land)
        ),
    }
}

/// The all-clear; it never stands alone.
fn nothing_due(law: &BudgetLaw) -> &'static str {
    match (law.rules, law.statute) {
        (Rules::CarryForward { .. }, _) => "The base capital (Basiskapital) stays above zero",
        (Rules::FallOfReserve { .. }, Some(_)) => "No consolidation plan (Haushaltssicherungskonzept) needed",
        (Rules::FallOfReserve { .. }, None) => "The budget need not be secured",
    }
}

/// Whether the budget is balanced and what needs approval, after what is due or not.
fn balance(it: &LawSaid<'_>) -> String {
    let authority = match it.law.authority {
        Authority::District => "the district government (Bezirksregierung)",
        Authority::Supervision => "the supervisory authority (Kommunalaufsicht)",
    };
    let has_law = it.law.statute.is_some();
    let why = match it.balance {
        Balance::Covered => "revenue covers expense".to_owned(),
        Balance::ByReserve if matches!(it.law.rules, Rules::FallOfReserve { .. }) && has_law => {
            "the equalisation reserve covers the deficit, which nobody has to approve".to_owned()
        }
        Balance::ByReserve => "the reserve covers the deficit".to_owned(),
        Balance::Carried if has_law => "a deficit is carried forward, which is allowed for three years".to_owned(),
        Balance::Carried => "a deficit is carried forward".to_owned(),
        Balance::FromCapital => "what is not covered after three years is taken from the base capital".to_owned(),
        Balance::FromGeneral if has_law => format!("the general reserve falls, which {authority} has to approve"),
        Balance::FromGeneral => "the general reserve falls".to_owned(),
    };
    let verdict = match (it.balance.is_balanced(), it.due.is_some()) {
        (true, _) => "The budget is balanced as well",
        (false, true) => "The budget is not balanced either",
        (false, false) => "The budget is not balanced all the same",
    };
    let already = match (it.is_open_as_planned, it.is_shocked) {
        (false, _) => "",
        (true, false) => ", as in the plan already",
        (true, true) => ", in this crisis without your changes as well",
    };
    format!("{verdict}{already}: {why}.")
}

/// Name of the key figures, and where they are defined.
fn key_figures(land: Land) -> (&'static str, &'static str) {
    match land {
        Land::Nw => (
            "Key figures of municipal accounting (NKF)",
            "Definitions: NKF-Kennzahlenset of North Rhine-Westphalia, 2008.",
        ),
        Land::Bw => (
            "Key figures of the budget",
            "Definitions as in the NKF-Kennzahlenset of North Rhine-Westphalia, 2008, for comparison; Baden-Württemberg has its own.",
        ),
        _ => (
            "Key figures of the budget",
            "Definitions as in the NKF-Kennzahlenset of North Rhine-Westphalia, 2008, for comparison.",
        ),
    }
}

pub(super) fn land(land: Land) -> &'static str {
    match land {
        Land::Sh => "Schleswig-Holstein",
        Land::Hh => "Hamburg",
        Land::Ni => "Lower Saxony",
        Land::Hb => "Bremen",
        Land::Nw => "North Rhine-Westphalia",
        Land::He => "Hesse",
        Land::Rp => "Rhineland-Palatinate",
        Land::Bw => "Baden-Württemberg",
        Land::By => "Bavaria",
        Land::Sl => "Saarland",
        Land::Be => "Berlin",
        Land::Bb => "Brandenburg",
        Land::Mv => "Mecklenburg-Western Pomerania",
        Land::Sn => "Saxony",
        Land::St => "Saxony-Anhalt",
        Land::Th => "Thuringia",
    }
}
