use super::{AnnexWords, Lasting, PictureWords, PointSaid};
use crate::model::TaxKind;
use crate::model::fiscal::Land;
use crate::text::method::begun;

/// What the balance leaves out.
const FOLLOW_UP: &str = "Depreciation, interest and follow-up costs are not in it.";

/// English.
pub static ANNEX: AnnexWords = AnnexWords {
    sheet: |town, year| format!("{town} · {year} budget, motion to amend (draft form)"),
    draft: |name, date| {
        let name = if name.is_empty() { "Draft without a name".to_owned() } else { format!("Draft “{name}”") };
        if date.is_empty() { name } else { format!("{name} · {date}") }
    },
    no_forecast: "A model calculation, no forecast.",
    data: |pack, plan| format!("Data set {pack} ({plan})"),
    model: |version| format!("Model {version}"),
    check: |value| format!("Check value {value}"),
    check_note: "The check value belongs to exactly these changes, this data set and this model; any other change gives another one.",
    adopted: |year, later| {
        let later = later.map_or_else(String::new, |(from, to)| {
            let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
            format!(" What follows for {years} is financial planning.")
        });
        format!("The {year} budget is adopted. A change for {year} needs a supplementary budget (Nachtrag).{later}")
    },
    pattern: "Draft form: before it is filed, product groups, rows, years and amounts must be checked with the finance office.",

    title_untouched: "No change from the plan",
    lead: |size, is_more| {
        let a_year = if size.contains("year") { "" } else { " a year" };
        format!("{}: {size}{a_year}", if is_more { "More" } else { "Less" })
    },
    lead_money: |amount, name, is_more| {
        format!("{amount} a year {} for “{name}”", if is_more { "more" } else { "less" })
    },
    lead_tax: |name, planned, now, is_fee| {
        if is_fee {
            format!("“{name}”: {now}% instead of {planned}% of the plan")
        } else {
            format!("“{name}”: multiplier {now} instead of {planned}")
        }
    },
    lead_between: |name| format!("“{name}”: money moved between goals"),
    covered_from: |names| format!(", paid for by {names}"),
    title_loans: |has_grants| if has_grants { ", paid for by loans and grants" } else { ", paid for by loans" },
    title_missing: |amount| format!(", not covered: {amount} a year is missing"),
    title_missing_some: |amount| format!(", not covered in every year: up to {amount} a year is missing"),
    title_left: |amount| format!(", the result gets better by {amount} a year"),
    covered: "Changes covered: balance €0",
    missing: |amount| format!("Not covered: {amount} a year is missing"),
    left: |amount| format!("Changes covered: the result gets better by {amount} a year"),
    untouched: "Nothing changed: balance €0",
    missing_some: |amount| format!("Not covered in every year: up to {amount} a year is missing"),
    covered_always: "Changes covered in every year",
    differs: |years, page| {
        format!(
            "The changes last for different years. Balance by year: {years}. The scales of the page show {page}, as if all held at once."
        )
    },
    loans: |amount, is_more| {
        format!(
            "Investment is no part of this balance: in the model the town borrows {amount} a year {} for it.",
            if is_more { "more" } else { "less" }
        )
    },

    motion: "Text of the motion",
    resolves: |land, is_adopted| match (land, is_adopted) {
        (Land::Nw, true) => {
            "The council (Rat) asks the administration for the draft of a supplementary budget with these changes, and to carry the financial plan on accordingly:"
        }
        (Land::Nw, false) => "The council (Rat) resolves:",
        (Land::Bw, _) => "The municipal council (Gemeinderat) resolves:",
        _ => "The municipal council resolves:",
    },
    no_motion: "Nothing is changed. A motion comes with the first change.",
    only_goals: "All that is moved is which goals the money serves. No budget changes, and no motion is needed for that.",
    group: |code, label| {
        if label.is_empty() { format!("product group {code}") } else { format!("product group {code} ({label})") }
    },
    row: |number, label, is_finance| {
        let plan = if is_finance { "Finanzplan" } else { "Ergebnisplan" };
        format!("row {number} of the {plan} ({label})")
    },
    whole_group: |label| format!("{label} (row to be agreed with the finance office)"),
    point: |it| {
        let verb = if it.is_more { "raised" } else { "lowered" };
        let begin = if it.is_cover { "To cover this, the" } else { "The" };
        let When { one, each, rest, .. } = when(it);
        format!("{begin} {one} of {}, is {verb} by {}{each}{rest}{}.", it.place, it.amount, what(it))
    },
    several: |it| {
        let verb = if it.is_more { "raised" } else { "lowered" };
        let begin = if it.is_cover { "To cover this, the following" } else { "The following" };
        let When { many, each, rest, .. } = when(it);
        format!("{begin} {many} are {verb} by {}{each} in all{rest}{}:", it.amount, what(it))
    },
    part: |place, amount| format!("{}: {amount}", begun(place)),
    refund: |place, amount, is_more, is_finance, is_named| {
        let row = if is_named { "" } else { "; row to be agreed with the finance office" };
        if is_finance {
            let verb = if is_more { "raised" } else { "lowered" };
            let of = if is_named { "" } else { ": what it receives of grants" };
            let far = if is_more { ", as far as a grant has been promised" } else { "" };
            return format!(
                "{}{of} is {verb} by {amount} a year for it{far} (by calculation, share of the data set{row}).",
                begun(place)
            );
        }
        let verb = if is_more { "rises" } else { "falls" };
        format!(
            "{}: revenue from refunds {verb} by {amount} a year by calculation (share of the data set{row}).",
            begun(place)
        )
    },
    posts: |group, posts, cost, is_more| {
        format!(
            "{}: by calculation the change in row 11 equals {posts} posts {}, at the plan’s average cost of {cost} a post. This is a hint, not a change of the staffing plan.",
            begun(group),
            if is_more { "more" } else { "fewer" }
        )
    },
    tax: |it| {
        let (planned, now) = it.set;
        let yields = if it.is_higher { "Additional yield" } else { "Lost yield" };
        let place = if it.place.is_empty() { String::new() } else { format!(", {}", it.place) };
        let yields = format!("{yields} by calculation, from the {} budget: {} a year{place}", it.base, it.amount);
        let (name, from) = (it.name, it.from);
        let Some(statute) = statute(it.kind) else {
            return format!(
                "“{name}” changes from {planned}% to {now}% of the plan from {from} on, by amending its own by-law or tariff. {yields}."
            );
        };
        let until = if it.is_higher {
            format!(" A rise for {from} must be decided by 30 June {from} ({statute}).")
        } else {
            String::new()
        };
        format!(
            "The multiplier of “{name}” changes from {planned} to {now} per cent from {from} on, by a decision of its own on the by-law on multipliers.{until} {yields}."
        )
    },
    promise: |group, year, amount, years, printed| {
        let printed = printed.map_or_else(String::new, |[old, new]| {
            format!(" In this product group for {year}: {old} so far, {new} now.")
        });
        format!("The commitment authorisations {year} of {group} are raised by {amount}, due in {years}.{printed}")
    },
    credit: |land, year, amount, is_more, printed| {
        let place =
            if matches!(land, Land::Nw | Land::Bw) { "§\u{a0}2 of the budget by-law" } else { "budget by-law" };
        let verb = if is_more { "raised" } else { "lowered" };
        let printed = printed.map_or_else(String::new, |[old, new, row]| {
            format!(" Row {row} of the Finanzplan {year}: {old} so far, {new} now.")
        });
        let limit = if land == Land::Nw && is_more {
            " Loans are allowed only where other funding is not possible or would make no economic sense (§\u{a0}77 (4) GO NRW)."
        } else {
            ""
        };
        format!("The authorisation to borrow for investment in {year} ({place}) is {verb} by {amount}.{printed}{limit}")
    },
    together: |year| {
        format!("Several points change the same budget. What is voted on is the sum for each {year} budget:")
    },
    row_together: |place, points, last, sum| format!("{} (points {points} and {last}): {sum}", begun(place)),
    year_amount: |years, amount| format!("{years}: {amount}"),
    not_covered: |amount| {
        format!(
            "The draft does not hold enough to cover this. Balance of the changes asked for: {amount} a year worse. {FOLLOW_UP}"
        )
    },
    result_by_year: |years| format!("Balance of the changes asked for by year: {years}. {FOLLOW_UP}"),
    not_spent: |amount| format!("Balance of the changes asked for: {amount} a year better. {FOLLOW_UP}"),
    without_rows: |town| {
        format!(
            "The rows of the plan by product group are not in the data for {town}. So only sums of product groups are named."
        )
    },
    rules: [
        "Row by the kind of the measure: posts in row 11, works, upkeep and purchases in row 13, grants in row 15. Whether a renewal is expense or investment follows the KomHVO and must be settled with the finance office.",
        "A cut is spread over the rows of which something can be moved within a year by the rule of the data set: 5% of row 11, 10% of rows 13 and 16, and transfers that are not promised. Rows with less than 1% of that stay as they are.",
        "An increase is spread like today’s budget over rows 11, 13, 15 and 16. Rows with less than 1% of that stay as they are.",
        "Only the sum is named, because no single row can be argued for.",
    ],
    rule_built: "Investment by its kind: works in row 25, vehicles in row 26, grants of others in row 18; only the sum (rows 23 and 30) where the sheet of the product group is not at hand. Which single measure changes must be agreed with the finance office.",

    budget: "Budgets old and new",
    budget_head: ["Product group", "Name", "Row", "Name of the row", "Duration"],
    old: |year| format!("{year} old"),
    change: |year| format!("{year} change"),
    new: |year| format!("{year} new"),
    lasting: |it| match it {
        Lasting::Once(year) => format!("once, {year}"),
        Lasting::Limited(from, to) => format!("limited, {from} to {to}"),
        Lasting::From(from) => format!("lasting from {from}"),
    },
    only_changes: |from, to| {
        let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
        format!(
            "For {years} the plan as it was read has no rows of results by product group. Only the change stands there."
        )
    },
    planned: |from, to| {
        let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
        format!("The old amounts of investment for {years} are financial planning, no adopted budget.")
    },
    gross_note: "Amounts in euros, gross; what others refund or grant stands in rows of its own.",
    ordinary_expense: "ordinary expense",
    ordinary_revenue: "ordinary revenue",
    payments: "payments for investment",
    receipts: "receipts for investment",
    multiplier: |planned, now, is_fee| {
        if is_fee { format!("{planned}% to {now}%") } else { format!("multiplier {planned} to {now}") }
    },
    sum_expense: "Sum of expense",
    sum_revenue: "Sum of revenue",
    balance: "Balance (revenue less expense)",
    sum_built: "Balance of investment",

    projects: "Single measures of investment in the plan",
    projects_head: ["Product group", "Number", "Name"],
    promised: |year| format!("Commitments {year}"),
    projects_note: "Payments and commitment authorisations in euros, as printed. Not every measure of the plan is at hand; which one changes must be agreed with the finance office.",

    effects: "Effect against the plan",
    effects_head: ["Change", "Indicator", "Of today", "Range (80%)", "Year", "Evidence"],
    no_effects: "No indicator changes by so much that it is counted here. That does not mean that nothing changes.",
    further_effects: |count| match count {
        1 => "One more indicator changes by less than is counted here.".to_owned(),
        count => format!("{count} more indicators change by less than is counted here."),
    },
    generations: "Generations",
    generations_head: ["Years of birth", "Euros a person", "Direction"],
    law: "Budget law",
    reasons: "Reasons",
    reasons_head: ["Change", "Amount a year", "Reason"],
    reason_place: "No reason yet. Here is room for it:",
    chain: "How does money become an effect?",
    chain_head: ["Measure", "Indicator", "Step", "Calculation", "Value", "Range (80%)", "Evidence"],
    chain_none: |names| {
        format!(
            "Without an effect in numbers that the catalogue knows: {names}. That does not mean that nothing changes."
        )
    },
    assumptions: "Assumptions",
    assumptions_head: ["Assumption", "Basis", "Source"],
    prices: |year| format!("All amounts in prices of {year}."),
    refund_assumed: |group, percent, reason| {
        let reason = if reason.is_empty() { String::new() } else { format!(" {reason}") };
        format!("{}: of each euro more or less, others bear {percent}.{reason}", begun(group))
    },
    interest_assumed: |percent| {
        format!("Interest: debt that the draft makes or saves costs or earns {percent} a year above inflation.")
    },
    written_off_assumed: "Depreciation: what is built is written off in equal parts over its service life, from the year after it is finished.",
    rows_assumed: "Choice of rows",
    figures_from: |source| format!("Figures of the budget: {}.", source.trim_end_matches('.')),
    opens: "Open this draft and check its sums. The link holds only the changes, nothing about a person:",
    summary: "Summary",
    for_council: "Annex for the council",
    for_council_note: "A draft form of a motion, readable in black and white. As PDF by way of “Print”.",
    print: "Print / PDF",
    copy: "Copy the text",
    copy_summary: "Copy the summary",
    copied: "Copied. Paste it into your word processor.",
    not_copied: "The browser does not allow copying. Mark the sheet and copy it yourself.",
    as_workbook: "Workbook (XLSX)",
    workbook_coming: "The workbook is being made.",
    as_tables: "Tables (CSV)",
    pictures: PictureWords {
        title: "Pictures (SVG, PNG)",
        pick: "A picture of the page with its words, on white ground, to take away:",
        opening: "What could be moved",
        as_svg: "As SVG",
        as_png: "As PNG",
        coming: "The picture is being made.",
    },
    rows_missing: "The printed rows of the plan have not arrived. Without them rows and old budgets are missing here.",
    rows_coming: "The printed rows of the plan are on their way.",
    rows_again: "Load again",
    place_head: "Product group, row",
    stacked_note: "For each year from top to bottom: old budget, change, new budget (bold).",
    unnamed: "without a name",
    reason_how: "You write reasons on the workbench, in the list of all changes.",
};

/// By which law a multiplier that is raised must be decided in time (as of 2026); none for a fee.
fn statute(kind: TaxKind) -> Option<&'static str> {
    match kind {
        TaxKind::TradeTax => Some("§\u{a0}16 (3) GewStG"),
        TaxKind::PropertyTaxB => Some("§\u{a0}25 (3) GrStG"),
        TaxKind::Fee => None,
    }
}

/// Which amounts of the plan are changed: a budget that can be adopted, or what is planned for later.
struct When {
    /// One of them.
    one: String,
    /// Several.
    many: String,
    /// What stands after the amount.
    each: &'static str,
    /// What follows for the years after the budget.
    rest: String,
}

fn when(it: &PointSaid<'_>) -> When {
    let (from, to) = it.lasting.span();
    let years = |from: u16| match to {
        Some(to) if from == to => format!("for {from}"),
        Some(to) => format!("for {from} to {to}"),
        None => format!("from {from} on"),
    };
    if from > it.adopted {
        let each = if to == Some(from) { "" } else { " a year" };
        let years = years(from);
        let (one, many) = (format!("financial plan {years}"), format!("amounts of the financial plan {years}"));
        return When { one, many, each, rest: String::new() };
    }
    let (one, many) = (format!("{from} budget"), format!("{from} budgets"));
    let rest = match to {
        Some(to) if to == from => String::new(),
        Some(to) if to == from.saturating_add(1) => format!(", and the financial plan for {to} by as much"),
        _ => format!(", and the financial plan {} by as much each year", years(from.saturating_add(1))),
    };
    When { one, many, each: "", rest }
}

fn what(it: &PointSaid<'_>) -> String {
    match (it.what.is_empty(), it.is_more) {
        (true, _) => String::new(),
        (false, true) => format!(" (more: {})", it.what),
        (false, false) => format!(" (less: {})", it.what),
    }
}
