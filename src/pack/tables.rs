//! The files of a pack and their columns, in the order of `packs/README.md`: the one place that reading, checking and the
//! JSON Schema share.

use super::columns::{Kind, Table, basis, column, euros, key, maybe, needed, number, share, source, text, whole, word};
use super::files::{Files, Problem};
use super::table::header;
use super::words::words;
use crate::model::fiscal::ShockKind;
use crate::model::{Basis, Block, Confidence, Direction, Grade, LegalClass, LeverKind, TargetKind, TaxKind, YearKind};

/// `pack.csv`.
pub const PACK: Table = Table {
    file: "pack.csv",
    about: "town, budget year and model constants",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[needed("key"), text("value"), maybe(basis()), maybe(source()), maybe(whole("year"))],
};

/// `fields.csv`.
pub const FIELDS: Table = Table {
    file: "fields.csv",
    about: "the goals",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        whole("number"),
        needed("name_de"),
        needed("name_en"),
        needed("description_de"),
        needed("description_en"),
        needed("sdg"),
    ],
};

/// `assumptions.csv`.
pub const ASSUMPTIONS: Table = Table {
    file: "assumptions.csv",
    about: "what everybody must know",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[needed("id"), needed("text_de"), needed("text_en"), basis(), source()],
};

/// `sources.csv`.
pub const SOURCES: Table = Table {
    file: "sources.csv",
    about: "sources that many rows share",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[needed("id"), needed("text"), text("url"), needed("seen")],
};

/// `budget.csv`.
pub const BUDGET: Table = Table {
    file: "budget.csv",
    about: "the printed plan",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[
        column("level", Kind::OneOf(&["group", "area", "total"])),
        needed("code"),
        needed("label"),
        euros("revenue"),
        euros("expense"),
        euros("ordinary_result"),
        euros("financial_result"),
        euros("result"),
    ],
};

/// `levers.csv`.
pub const LEVERS: Table = Table {
    file: "levers.csv",
    about: "what can be moved",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        word("block", words::<Block>),
        word("kind", words::<LeverKind>),
        needed("name_de"),
        needed("name_en"),
        needed("purpose_de"),
        needed("purpose_en"),
    ],
};

/// `lever_lines.csv`.
pub const LEVER_LINES: Table = Table {
    file: "lever_lines.csv",
    about: "which part of which budget line a lever moves",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("lever", "levers.csv"),
        key("code", "budget.csv"),
        share("share"),
        text("share_reason_de"),
        text("share_reason_en"),
        word("class", words::<LegalClass>),
        needed("legal_basis"),
        number("low_percent"),
        number("high_percent"),
        needed("bound_reason_de"),
        needed("bound_reason_en"),
        share("reimbursement"),
        text("reimbursement_reason_de"),
        text("reimbursement_reason_en"),
        maybe(whole("service_life")),
        whole("age_from"),
        whole("age_to"),
        word("confidence", words::<Confidence>),
        text("doubt_de"),
        text("doubt_en"),
    ],
};

/// `lever_fields.csv`.
pub const LEVER_FIELDS: Table = Table {
    file: "lever_fields.csv",
    about: "what the money is for",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[key("lever", "levers.csv"), key("code", "budget.csv"), key("field", "fields.csv"), share("weight")],
};

/// `investments.csv`.
pub const INVESTMENTS: Table = Table {
    file: "investments.csv",
    about: "payments for investment by product group",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[key("code", "budget.csv"), euros("amount"), basis(), source()],
};

/// `taxes.csv`.
pub const TAXES: Table = Table {
    file: "taxes.csv",
    about: "tax multipliers",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        word("kind", words::<TaxKind>),
        needed("name_de"),
        needed("name_en"),
        number("multiplier"),
        euros("yield"),
        number("low"),
        number("high"),
        whole("age_from"),
        whole("age_to"),
        basis(),
        source(),
        whole("year"),
        needed("note_de"),
        needed("note_en"),
    ],
};

/// `fees.csv`.
pub const FEES: Table = Table {
    file: "fees.csv",
    about: "fees in percent of what the plan charges",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        key("code", "budget.csv"),
        needed("name_de"),
        needed("name_en"),
        euros("yield"),
        number("low_percent"),
        number("high_percent"),
        whole("age_from"),
        whole("age_to"),
        basis(),
        source(),
        whole("year"),
        needed("note_de"),
        needed("note_en"),
    ],
};

/// `reserves.csv`.
pub const RESERVES: Table = Table {
    file: "reserves.csv",
    about: "reserves by year",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        whole("year"),
        euros("result"),
        euros("global_saving"),
        euros("general_opening"),
        euros("equalisation_opening"),
        euros("general_closing"),
        euros("equalisation_closing"),
        basis(),
        source(),
    ],
};

/// `plan_years.csv`.
pub const PLAN_YEARS: Table = Table {
    file: "plan_years.csv",
    about: "sums of each plan year",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[whole("year"), euros("revenue"), euros("expense"), euros("interest"), basis(), source()],
};

/// `finance.csv`.
pub const FINANCE: Table = Table {
    file: "finance.csv",
    about: "debts, funds and backlog",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        column(
            "id",
            Kind::OneOf(&[
                "investment_loans",
                "liquidity_loans",
                "pension_provisions",
                "liquid_funds",
                "backlog_per_head",
                "total_assets",
                "infrastructure_assets",
            ]),
        ),
        number("value"),
        whole("year"),
        basis(),
        source(),
    ],
};

/// `population.csv`.
pub const POPULATION: Table = Table {
    file: "population.csv",
    about: "people by age and year",
    is_needed: true,
    is_keyed: true,
    has_years: true,
    columns: &[whole("age")],
};

/// `indicators.csv`.
pub const INDICATORS: Table = Table {
    file: "indicators.csv",
    about: "what is measured, and how it reacts",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        key("field", "fields.csv"),
        needed("name_de"),
        needed("name_en"),
        needed("unit_de"),
        needed("unit_en"),
        needed("definition_de"),
        needed("definition_en"),
        whole("decimals"),
        word("direction", words::<Direction>),
        number("worst"),
        number("best"),
        number("delay"),
        number("decay"),
        number("headroom"),
        number("fade"),
        maybe(number("target")),
        maybe(whole("target_year")),
        column("target_kind", Kind::WordOr(words::<TargetKind>, "none")),
        text("target_source"),
        maybe(number("count_per")),
        maybe(whole("count_age_from")),
        maybe(whole("count_age_to")),
        maybe(number("count_base")),
        text("count_de"),
        text("count_en"),
        maybe(word("count_basis", words::<Basis>)),
        text("count_source"),
        text("note_de"),
        text("note_en"),
    ],
};

/// `series.csv`.
pub const SERIES: Table = Table {
    file: "series.csv",
    about: "measured values",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("indicator", "indicators.csv"),
        whole("year"),
        number("value"),
        basis(),
        source(),
        column("local", Kind::OneOf(&["yes", "no"])),
    ],
};

/// `effects.csv`.
pub const EFFECTS: Table = Table {
    file: "effects.csv",
    about: "what studies say about a lever and an indicator",
    is_needed: true,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        key("lever", "levers.csv"),
        maybe(key("indicator", "indicators.csv")),
        number("share"),
        word("grade", words::<Grade>),
        word("euro_grade", words::<Grade>),
        needed("direction"),
        whole("year"),
        needed("source"),
        text("url"),
        needed("seen"),
        needed("sentence_de"),
        needed("sentence_en"),
        text("caveat_de"),
        text("caveat_en"),
    ],
};

/// `spillovers.csv`.
pub const SPILLOVERS: Table = Table {
    file: "spillovers.csv",
    about: "links between indicators",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("from", "indicators.csv"),
        key("to", "indicators.csv"),
        number("score"),
        needed("reason_de"),
        needed("reason_en"),
        needed("source"),
        needed("seen"),
    ],
};

/// `outputs.csv`.
pub const OUTPUTS: Table = Table {
    file: "outputs.csv",
    about: "what the money buys",
    is_needed: true,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("lever", "levers.csv"),
        needed("many_de"),
        needed("one_de"),
        needed("many_en"),
        needed("one_en"),
        number("unit_cost"),
        number("low"),
        number("high"),
        whole("year"),
        basis(),
        needed("source"),
        text("url"),
        needed("seen"),
        text("note_de"),
        text("note_en"),
    ],
};

/// `fairness.csv`.
pub const FAIRNESS: Table = Table {
    file: "fairness.csv",
    about: "figures of fairness between generations",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        column(
            "key",
            Kind::OneOf(&[
                "replacement_factor",
                "building_inflation",
                "net_borrowing",
                "co2_budget",
                "damage_low",
                "damage_high",
                "co2_indicator",
            ]),
        ),
        needed("value"),
        basis(),
        source(),
        whole("year"),
    ],
};

/// `assets.csv`.
pub const ASSETS: Table = Table {
    file: "assets.csv",
    about: "wear and new assets by year",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[whole("year"), euros("depreciation"), euros("investment"), basis(), source()],
};

/// `floors.csv`.
pub const FLOORS: Table = Table {
    file: "floors.csv",
    about: "floors of nature",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        needed("name_de"),
        needed("name_en"),
        maybe(key("indicator", "indicators.csv")),
        maybe(number("critical")),
        maybe(number("safe")),
        needed("reason_de"),
        needed("reason_en"),
        basis(),
        source(),
    ],
};

/// `future.csv`.
pub const FUTURE: Table = Table {
    file: "future.csv",
    about: "what money does for later",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        key("lever", "levers.csv"),
        share("future"),
        share("education"),
        share("upkeep"),
        needed("reason_de"),
        needed("reason_en"),
    ],
};

/// `shocks.csv`.
pub const SHOCKS: Table = Table {
    file: "shocks.csv",
    about: "what may strike the budget",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[
        needed("id"),
        needed("name_de"),
        needed("name_en"),
        needed("what_de"),
        needed("what_en"),
        word("kind", words::<ShockKind>),
        text("target"),
        number("amount"),
        number("low"),
        number("high"),
        share("part"),
        whole("from"),
        whole("ramp"),
        whole("years"),
        share("fade"),
        basis(),
        source(),
        whole("year"),
        needed("note_de"),
        needed("note_en"),
    ],
};

/// `shock_hits.csv`.
pub const SHOCK_HITS: Table = Table {
    file: "shock_hits.csv",
    about: "indicators that a shock moves",
    is_needed: false,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("shock", "shocks.csv"),
        key("indicator", "indicators.csv"),
        number("logit"),
        needed("reason_de"),
        needed("reason_en"),
        source(),
    ],
};

/// `departments.csv`.
pub const DEPARTMENTS: Table = Table {
    file: "departments.csv",
    about: "departments of the administration",
    is_needed: false,
    is_keyed: true,
    has_years: false,
    columns: &[needed("id"), needed("name_de"), needed("name_en"), text("scope_de"), text("scope_en")],
};

/// `department_lines.csv`.
pub const DEPARTMENT_LINES: Table = Table {
    file: "department_lines.csv",
    about: "the lines of the budget by office",
    is_needed: false,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("code", "budget.csv"),
        needed("product"),
        key("department", "departments.csv"),
        needed("sub_budget"),
        needed("office"),
        euros("revenue"),
        euros("expense"),
    ],
};

/// `history.csv`.
pub const HISTORY: Table = Table {
    file: "history.csv",
    about: "other years of the product groups",
    is_needed: false,
    is_keyed: false,
    has_years: false,
    columns: &[
        key("code", "budget.csv"),
        whole("year"),
        word("kind", words::<YearKind>),
        euros("revenue"),
        euros("expense"),
    ],
};

/// Every file of a pack.
pub const TABLES: [&Table; 29] = [
    &PACK,
    &FIELDS,
    &ASSUMPTIONS,
    &SOURCES,
    &BUDGET,
    &LEVERS,
    &LEVER_LINES,
    &LEVER_FIELDS,
    &INVESTMENTS,
    &TAXES,
    &FEES,
    &RESERVES,
    &PLAN_YEARS,
    &FINANCE,
    &POPULATION,
    &INDICATORS,
    &SERIES,
    &EFFECTS,
    &SPILLOVERS,
    &OUTPUTS,
    &FAIRNESS,
    &ASSETS,
    &FLOORS,
    &FUTURE,
    &SHOCKS,
    &SHOCK_HITS,
    &DEPARTMENTS,
    &DEPARTMENT_LINES,
    &HISTORY,
];

/// Every file that a pack lacks and every header that is not as declared.
pub fn missing(files: &Files) -> Vec<Problem> {
    let told = |table: &&Table| match files.text(table.file) {
        Err(_) if !table.is_needed => None,
        Err(mut problem) => {
            problem.message = format!("{}: {}, with the header `{}`", problem.message, table.about, table.header());
            Some(problem)
        }
        Ok(_) => header(files, table).err(),
    };
    TABLES.iter().filter_map(told).collect()
}
