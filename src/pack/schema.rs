//! The rows of a pack's files, named as in `packs/README.md`; unknown columns and keys are refused.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Basis, Block, Confidence, Direction, Grade, LegalClass, TaxKind};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub value: f64,
    pub basis: Basis,
    pub source: String,
    pub year: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub id: String,
    pub town_de: String,
    pub town_en: String,
    pub short_name: String,
    pub ags: String,
    #[serde(rename = "state")]
    pub _state: String,
    pub law: String,
    pub year: u16,
    pub horizon: u16,
    pub plan_de: String,
    pub plan_en: String,
    pub inhabitants: Figure,
    pub real_interest: Figure,
    pub trend_damping: Figure,
    pub spillover_strength: Figure,
    pub files: BTreeMap<String, String>,
    pub fields: Vec<FieldRow>,
    pub assumptions: Vec<AssumptionRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRow {
    pub id: String,
    pub number: u8,
    pub name_de: String,
    pub name_en: String,
    pub description_de: String,
    pub description_en: String,
    pub sdg: Vec<u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumptionRow {
    pub id: String,
    pub text_de: String,
    pub text_en: String,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRow {
    pub id: String,
    pub text: String,
    pub url: String,
    pub seen: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Group,
    Area,
    Total,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetRow {
    pub level: Level,
    pub code: String,
    pub label: String,
    pub revenue: String,
    pub expense: String,
    pub ordinary_result: String,
    pub financial_result: String,
    pub result: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeverRow {
    pub id: String,
    pub block: Block,
    pub name_de: String,
    pub name_en: String,
    pub purpose_de: String,
    pub purpose_en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeverLineRow {
    pub lever: String,
    pub code: String,
    pub share: f64,
    pub share_reason_de: String,
    pub share_reason_en: String,
    pub class: LegalClass,
    pub legal_basis: String,
    pub low_percent: f64,
    pub high_percent: f64,
    pub bound_reason_de: String,
    pub bound_reason_en: String,
    pub reimbursement: f64,
    pub reimbursement_reason_de: String,
    pub reimbursement_reason_en: String,
    pub service_life: Option<u16>,
    pub age_from: u8,
    pub age_to: u8,
    pub confidence: Confidence,
    pub doubt_de: String,
    pub doubt_en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeverFieldRow {
    pub lever: String,
    pub code: String,
    pub field: String,
    pub weight: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxRow {
    pub id: String,
    pub kind: TaxKind,
    pub name_de: String,
    pub name_en: String,
    pub multiplier: f64,
    #[serde(rename = "yield")]
    pub planned_yield: String,
    pub low: f64,
    pub high: f64,
    pub age_from: u8,
    pub age_to: u8,
    pub basis: Basis,
    pub source: String,
    pub year: u16,
    pub note_de: String,
    pub note_en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReserveRow {
    pub year: u16,
    pub result: String,
    pub global_saving: String,
    pub general_opening: String,
    pub equalisation_opening: String,
    pub general_closing: String,
    pub equalisation_closing: String,
    #[serde(rename = "basis")]
    pub _basis: Basis,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinanceRow {
    pub id: String,
    pub value: f64,
    pub year: u16,
    pub basis: Basis,
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetRowKind {
    Official,
    Orientation,
    None,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRow {
    pub id: String,
    pub field: String,
    pub name_de: String,
    pub name_en: String,
    pub unit_de: String,
    pub unit_en: String,
    pub definition_de: String,
    pub definition_en: String,
    pub decimals: usize,
    pub direction: Direction,
    pub worst: f64,
    pub best: f64,
    pub delay: f64,
    pub decay: f64,
    pub headroom: f64,
    pub fade: f64,
    pub target: Option<f64>,
    pub target_year: Option<u16>,
    pub target_kind: TargetRowKind,
    pub target_source: String,
    pub count_per: Option<f64>,
    pub count_age_from: Option<u8>,
    pub count_age_to: Option<u8>,
    pub count_base: Option<f64>,
    pub count_de: String,
    pub count_en: String,
    pub count_basis: Option<Basis>,
    pub count_source: String,
    pub note_de: String,
    pub note_en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesRow {
    pub indicator: String,
    pub year: u16,
    pub value: f64,
    pub basis: Basis,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectRow {
    pub id: String,
    pub lever: String,
    pub indicator: String,
    pub share: f64,
    pub grade: Grade,
    pub direction: String,
    pub year: u16,
    pub source: String,
    pub url: String,
    pub seen: String,
    pub sentence_de: String,
    pub sentence_en: String,
    pub caveat_de: String,
    pub caveat_en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpilloverRow {
    pub from: String,
    pub to: String,
    pub score: f64,
    pub reason_de: String,
    pub reason_en: String,
    pub source: String,
    pub seen: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputRow {
    pub lever: String,
    pub many_de: String,
    pub one_de: String,
    pub many_en: String,
    pub one_en: String,
    pub unit_cost: f64,
    pub low: f64,
    pub high: f64,
    pub year: u16,
    pub basis: Basis,
    pub source: String,
    pub url: String,
    pub seen: String,
    pub note_de: String,
    pub note_en: String,
}
