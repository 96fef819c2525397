//! The files of a pack and their columns, in the order of `packs/README.md`: the one place that reading, checking and the
//! JSON Schema share. A column is one line; its type says what its cells hold and how they are read.

use csv::StringRecord;
use serde::Deserialize;

use super::declare::{KEYED, LISTED, NEEDED, OPTIONAL, keyed, tables};
use super::holds::{
    Both, Euros, InYear, List, Maybe, MaybeBoth, Needed, Number, Of, Open, Part, Small, Text, Whole, Word, Years, YesNo,
};
use super::row::Keyed;
use crate::model::{
    Basis, Block, Confidence, DepartmentAt, Direction, FieldAt, IndicatorAt, LegalClass, LeverAt, LeverKind, LineAt,
    Seen, ShockAt, TargetKind, TaxAt, TaxKind, YearKind,
};

tables! {
    /// Every file of a pack but those of the catalogue and of the chain.
    TABLES =
    HeadRow: "pack.csv", "town, budget year and model constants", NEEDED, KEYED {
        key: Word<HeadKey>,
        value: Open,
        basis: Maybe<Word<Basis>>,
        source: Maybe<Of<SourceRow>>,
        year: Maybe<Whole>,
    }

    FieldRow: "fields.csv", "the goals", NEEDED, KEYED {
        id: Needed,
        number: Small,
        name: Both,
        description: Both,
        sdg: List,
    }

    AssumptionRow: "assumptions.csv", "what everybody must know", NEEDED, KEYED {
        id: Needed,
        text: Both,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    SourceRow: "sources.csv", "sources that many rows share", NEEDED, KEYED {
        id: Needed,
        text: Both,
        url: Text,
        seen: Word<Seen>,
    }

    BudgetRow: "budget.csv", "the printed plan", NEEDED, LISTED {
        level: Word<Level>,
        code: Needed,
        label: Needed,
        revenue: Euros,
        expense: Euros,
        ordinary_result: Euros,
        financial_result: Euros,
        result: Euros,
    }

    LeverRow: "levers.csv", "what can be moved", NEEDED, KEYED {
        id: Needed,
        block: Word<Block>,
        kind: Word<LeverKind>,
        name: Both,
        purpose: Both,
    }

    LeverLineRow: "lever_lines.csv", "which part of which budget line a lever moves", NEEDED, LISTED {
        lever: Of<LeverRow>,
        code: Of<BudgetRow>,
        share: Part,
        share_reason: MaybeBoth,
        class: Word<LegalClass>,
        legal_basis: Both,
        low_percent: Number,
        high_percent: Number,
        bound_reason: Both,
        reimbursement: Part,
        reimbursement_reason: MaybeBoth,
        service_life: Maybe<Whole>,
        age_from: Small,
        age_to: Small,
        confidence: Word<Confidence>,
        doubt: MaybeBoth,
    }

    LeverFieldRow: "lever_fields.csv", "what the money is for", NEEDED, LISTED {
        lever: Of<LeverRow>,
        code: Of<BudgetRow>,
        field: Of<FieldRow>,
        weight: Part,
    }

    InvestmentRow: "investments.csv", "payments for investment by product group and year", OPTIONAL, LISTED {
        code: Of<BudgetRow>,
        year: InYear,
        amount: Euros,
        bound: Maybe<Euros>,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    TaxRow: "taxes.csv", "tax multipliers", NEEDED, KEYED {
        id: Needed,
        kind: Word<TaxWord>,
        name: Both,
        multiplier: Number,
        r#yield: Euros,
        low: Number,
        high: Number,
        age_from: Small,
        age_to: Small,
        basis: Word<Basis>,
        source: Of<SourceRow>,
        year: Whole,
        note: Both,
        dispute: MaybeBoth,
        dispute_source: Maybe<Of<SourceRow>>,
    }

    FeeRow: "fees.csv", "fees in percent of what the plan charges", OPTIONAL, KEYED {
        id: Needed,
        code: Of<BudgetRow>,
        name: Both,
        r#yield: Euros,
        low_percent: Number,
        high_percent: Number,
        age_from: Small,
        age_to: Small,
        basis: Word<Basis>,
        source: Of<SourceRow>,
        year: Whole,
        note: Both,
    }

    ReserveRow: "reserves.csv", "reserves by year", OPTIONAL, KEYED {
        year: InYear,
        result: Euros,
        global_saving: Euros,
        general_opening: Euros,
        equalisation_opening: Euros,
        general_closing: Euros,
        equalisation_closing: Euros,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    PlanYearRow: "plan_years.csv", "sums of each plan year", OPTIONAL, KEYED {
        year: InYear,
        revenue: Euros,
        expense: Euros,
        interest: Euros,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    FinanceRow: "finance.csv", "debts, funds and backlog", OPTIONAL, KEYED {
        id: Word<FinanceKey>,
        value: Number,
        year: Whole,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    PopulationRow: "population.csv", "people by age and year", NEEDED, KEYED {
        age: Whole,
        years: Years,
    }

    IndicatorRow: "indicators.csv", "what is measured, and how it reacts", NEEDED, KEYED {
        id: Needed,
        field: Of<FieldRow>,
        name: Both,
        unit: Both,
        definition: Both,
        decimals: Small,
        direction: Word<Direction>,
        worst: Number,
        best: Number,
        target: Maybe<Number>,
        target_year: Maybe<InYear>,
        target_kind: Maybe<Word<TargetKind>>,
        target_source: Maybe<Of<SourceRow>>,
        count_per: Maybe<Number>,
        count_age_from: Maybe<Small>,
        count_age_to: Maybe<Small>,
        count_base: Maybe<Number>,
        count: MaybeBoth,
        count_basis: Maybe<Word<Basis>>,
        count_source: Maybe<Of<SourceRow>>,
        note: MaybeBoth,
    }

    SeriesRow: "series.csv", "measured values", NEEDED, LISTED {
        indicator: Of<IndicatorRow>,
        year: InYear,
        value: Number,
        basis: Word<Basis>,
        source: Of<SourceRow>,
        local: YesNo,
    }

    FairnessRow: "fairness.csv", "figures of fairness between generations", OPTIONAL, KEYED {
        key: Word<FairnessKey>,
        value: Open,
        basis: Word<Basis>,
        source: Of<SourceRow>,
        year: Whole,
    }

    AssetRow: "assets.csv", "wear and new assets by year", OPTIONAL, KEYED {
        year: InYear,
        depreciation: Euros,
        investment: Euros,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    FloorRow: "floors.csv", "floors of nature", OPTIONAL, KEYED {
        id: Needed,
        name: Both,
        indicator: Maybe<Of<IndicatorRow>>,
        critical: Maybe<Number>,
        safe: Maybe<Number>,
        reason: Both,
        basis: Word<Basis>,
        source: Of<SourceRow>,
    }

    FutureRow: "future.csv", "what money does for later", OPTIONAL, KEYED {
        lever: Of<LeverRow>,
        future: Part,
        education: Part,
        upkeep: Part,
        reason: Both,
    }

    ShockRow: "shocks.csv", "what may strike the budget", OPTIONAL, KEYED {
        id: Needed,
        name: Both,
        what: Both,
        kind: Word<ShockWord>,
        target: Open,
        amount: Number,
        low: Number,
        high: Number,
        part: Part,
        from: InYear,
        ramp: Whole,
        years: Whole,
        fade: Part,
        returned: Maybe<Part>,
        return_delay: Maybe<Number>,
        return_source: Maybe<Of<SourceRow>>,
        basis: Word<Basis>,
        source: Of<SourceRow>,
        year: Whole,
        note: Both,
    }

    ShockHitRow: "shock_hits.csv", "indicators that a shock moves", OPTIONAL, LISTED {
        shock: Of<ShockRow>,
        indicator: Of<IndicatorRow>,
        logit: Number,
        reason: Both,
        source: Of<SourceRow>,
    }

    DepartmentRow: "departments.csv", "departments of the administration", OPTIONAL, KEYED {
        id: Needed,
        name: Both,
        scope: MaybeBoth,
    }

    DepartmentLineRow: "department_lines.csv", "the lines of the budget by office", OPTIONAL, LISTED {
        code: Of<BudgetRow>,
        product: Needed,
        department: Of<DepartmentRow>,
        sub_budget: Needed,
        office: Needed,
        revenue: Euros,
        expense: Euros,
    }

    HistoryRow: "history.csv", "other years of the product groups", OPTIONAL, LISTED {
        code: Of<BudgetRow>,
        year: InYear,
        kind: Word<YearKind>,
        revenue: Euros,
        expense: Euros,
    }
}

keyed! {
    SourceRow: "a source" as String, |_, key| key.to_owned();
    FieldRow: "a field" as FieldAt, |at, _| FieldAt(at);
    LeverRow: "a lever" as LeverAt, |at, _| LeverAt(at);
    TaxRow: "a tax" as TaxAt, |at, _| TaxAt(at);
    FeeRow: "a fee" as usize, |at, _| at;
    IndicatorRow: "an indicator" as IndicatorAt, |at, _| IndicatorAt(at);
    ShockRow: "a shock" as ShockAt, |at, _| ShockAt(at);
    DepartmentRow: "a department" as DepartmentAt, |at, _| DepartmentAt(at);
}

/// Only the product groups are named, by their code.
impl Keyed for BudgetRow {
    const ONE: &'static str = "a product group";
    type At = LineAt;

    fn key(record: &StringRecord) -> Option<&str> {
        record.get(1).filter(|_| record.get(0) == Some("group"))
    }

    fn at(position: usize, _: &str) -> LineAt {
        LineAt(position)
    }
}

/// Keys of `pack.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HeadKey {
    Id,
    TownDe,
    TownEn,
    ShortName,
    Ags,
    State,
    Law,
    Year,
    Horizon,
    FirstYear,
    PlanDe,
    PlanEn,
    Inhabitants,
    VoluntaryGrants,
    RealInterest,
    TrendDamping,
    UsualNoise,
    PriceIndex,
    SourceOfBudget,
    SourceOfLevers,
    SourceOfReserves,
    SourceOfDepartments,
    SourceOfHistory,
    SourceOfPopulation,
}

/// What a row of `budget.csv` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Level {
    Group,
    Area,
    Total,
}

/// Keys of `finance.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FinanceKey {
    InvestmentLoans,
    LiquidityLoans,
    PensionProvisions,
    LiquidFunds,
    BacklogPerHead,
    TotalAssets,
    InfrastructureAssets,
}

/// Keys of `fairness.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FairnessKey {
    ReplacementFactor,
    BuildingInflation,
    NetBorrowing,
    Co2Budget,
    DamageLow,
    DamageHigh,
    Co2Indicator,
}

/// A tax that sets its multiplier itself; fees have a file of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum TaxWord {
    TradeTax,
    PropertyTaxB,
}

impl From<TaxWord> for TaxKind {
    fn from(word: TaxWord) -> Self {
        match word {
            TaxWord::TradeTax => Self::TradeTax,
            TaxWord::PropertyTaxB => Self::PropertyTaxB,
        }
    }
}

/// What a shock acts on; where, the column `target` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ShockWord {
    TaxYield,
    Interest,
    LineCost,
    OneOff,
    Arrivals,
}
