use std::cmp::Ordering;
use std::ops::Deref;

use super::bench::Bench;
use super::doors::Doors;
use super::first::First;
use crate::model::fairness::{Light, Metric};
use crate::model::fiscal::{Balance, BudgetLaw, Trigger};
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, Direction, Grade, LegalClass, Money, Seen};

/// What a sentence about an indicator needs, numbers ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorSaid<'a> {
    /// Name.
    pub name: &'a str,
    /// Last measured value with its unit.
    pub last: String,
    /// Year of the last value.
    pub last_year: u16,
    /// Last year of the model.
    pub horizon: u16,
    /// Value at the horizon as planned, with its unit.
    pub plan: String,
    /// Value at the horizon with the scenario, with its unit.
    pub scenario: String,
    /// Size of the change with its unit, without sign; none if untouched.
    pub change: Option<String>,
    /// Whether the value rises.
    pub rises: bool,
    /// Which way is better.
    pub direction: Direction,
}

/// What a sentence about money and what it buys needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitsSaid<'a> {
    /// Units a year, rounded, or the bound they stay below.
    pub count: String,
    /// Whether that is less than can be shown.
    pub is_below: bool,
    /// Noun phrase that fits the count.
    pub noun: &'a str,
    /// Whether more is bought.
    pub more: bool,
    /// How many the town has today, and of which year that is known.
    pub today: Option<(String, u16)>,
    /// How many there are together in the last year, if they last.
    pub together: Option<String>,
    /// Last year of the model.
    pub horizon: u16,
    /// First year in which a unit works, if it takes years to build; the inner one is none if that is after the model.
    pub first: Option<Option<u16>>,
}

/// What a sentence about a price needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostSaid<'a> {
    /// A unit.
    pub one: &'a str,
    /// What it costs.
    pub cost: String,
    /// Ends of the range that holds 80 %.
    pub range: (String, String),
    /// Year of the prices.
    pub year: u16,
    /// Whether it is paid every year again.
    pub is_yearly: bool,
}

/// What a sentence about the budget law needs.
#[derive(Clone, Debug, PartialEq)]
pub struct LawSaid<'a> {
    /// The rules, and the paragraphs that hold in the town's Land.
    pub law: &'a BudgetLaw,
    /// First year in which a plan is due, and why.
    pub due: Option<(u16, Trigger)>,
    /// Whether it is due in the plan as well.
    pub due_as_planned: bool,
    /// Whether a shock is switched on, which strikes the plan too.
    pub is_shocked: bool,
    /// What covers the worst of the years.
    pub balance: Balance,
    /// Whether something is moved and neither it nor the plan is balanced.
    pub is_open_as_planned: bool,
}

/// What a sentence about a saving without a place needs.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingSaid<'a> {
    /// The rules.
    pub law: &'a BudgetLaw,
    /// Its years.
    pub years: String,
    /// Its amounts, one by one.
    pub amounts: String,
    /// How much of the expense is allowed, in percent, and whether that is kept; none where it cannot be said.
    pub allowed: Option<(String, bool)>,
    /// First year in which a plan is due with it, and without it.
    pub due: (Option<u16>, Option<u16>),
}

/// How a budget law names things (Wörter des Haushaltsrechts).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawWords {
    /// The reserve that a deficit takes last.
    pub general: &'static str,
    /// "From the …" it, for a sentence and for the head of a column.
    pub from_general: &'static str,
    /// The reserve that a deficit takes first, without its article.
    pub equalisation: &'static str,
    /// What threatens when a limit is passed: the end of a sentence that begins with where, the verb first.
    pub measure: &'static str,
    /// The same as the head of a column.
    pub measure_short: &'static str,
    /// Less money brings the town there, more money out of it: ends of sentences.
    pub into_and_out: [&'static str; 2],
    /// In a few words: not until then, and when.
    pub reach: [&'static str; 2],
    /// Name of the key figures, and where they are defined.
    pub key_figures: (&'static str, &'static str),
}

/// What a sentence about shocks needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResilienceSaid {
    /// How many shocks there are.
    pub shocks: usize,
    /// Under how many of them the law asks for a plan, as planned and with the scenario.
    pub due: (usize, usize),
    /// The earliest year of that.
    pub first: (Option<u16>, Option<u16>),
    /// The year in which it does without any shock.
    pub calm: (Option<u16>, Option<u16>),
    /// Under how many of them the reserves are used up, as planned and with the scenario.
    pub gone: (usize, usize),
    /// Last year of the plan.
    pub last: u16,
    /// Whether money is moved.
    pub is_moved: bool,
}

/// How many metrics of a profile stand how against the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetricsMoved {
    /// Better.
    pub better: usize,
    /// Worse.
    pub worse: usize,
    /// Changed by less than a thousandth.
    pub hardly: usize,
    /// Not changed.
    pub same: usize,
    /// Not judged, or not computed.
    pub without: usize,
}

/// What a file may hold behind a key, with its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedKinds {
    /// A text in quotes.
    pub text: &'static str,
    /// A number.
    pub number: &'static str,
    /// A whole number.
    pub whole: &'static str,
    /// A year.
    pub year: &'static str,
    /// A list in brackets.
    pub list: &'static str,
    /// An object in braces.
    pub object: &'static str,
}

/// Every text of the page in one language.
///
/// Nouns and labels are fields; sentences with figures in them are functions that get the figures ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct Texts {
    /// The words of the first view; each can be taken as if it stood here.
    pub first: &'static First,
    // Page.
    pub heading: fn(town: &str, year: u16, goals: usize) -> String,
    pub cancel: &'static str,

    // Meter.
    pub meter: &'static str,
    pub missing: &'static str,
    pub left: &'static str,
    pub balanced: &'static str,
    /// Even, and what is built is paid by loans; or fewer loans are taken. The amount a year follows.
    pub balanced_by_loans: &'static str,
    pub balanced_fewer_loans: &'static str,
    pub unchanged_meter: &'static str,
    pub as_planned: &'static str,
    pub beam_missing: &'static str,
    pub beam_left: &'static str,
    pub spread: &'static str,
    pub reset: &'static str,
    pub last_move: fn(what: &str, amount: &str) -> String,
    pub invested: fn(amount: &str, until: u16) -> String,
    pub steps: [(&'static str, &'static str); 3],
    pub understood: &'static str,
    /// What does not go, whether it would be more or less, if either, and why.
    pub unplaced: fn(amount: &str, is_more: Option<bool>, bounds: &str) -> String,
    /// What sets a limit: the law, a contract, a lock, what a year allows, that there is nothing less.
    pub bounds: [&'static str; 5],
    pub limited_tax: fn(name: &str, low: &str, high: &str) -> String,

    // Spreading.
    pub spread_title: &'static str,
    pub spread_intro: fn(amount: &str, missing: bool) -> String,
    pub spread_head: [&'static str; 3],
    pub spread_rest: fn(amount: &str) -> String,
    pub spread_nothing: &'static str,
    pub spread_do: &'static str,

    // Ledger.
    pub ledger: &'static str,
    pub ledger_note: fn(year: u16, percent: &str, amount: &str) -> String,
    /// How much the town itself calls voluntary.
    pub voluntary_grants: fn(amount: &str) -> String,
    pub hatched: &'static str,
    pub show_as: &'static str,
    pub modes: [&'static str; 3],
    pub mode_units: [&'static str; 3],
    pub plan: &'static str,
    pub less: fn(name: &str, step: &str) -> String,
    pub more: fn(name: &str, step: &str) -> String,
    pub amount_of: fn(name: &str, unit: &str) -> String,
    pub value_text: fn(amount: &str, percent: Option<(&str, bool)>, floor: &str, ceiling: &str) -> String,
    pub not_a_number: fn(example: &str) -> String,
    pub signed_hint: &'static str,
    pub open_levers: fn(name: &str) -> String,
    pub levers_note: fn(amount: &str, low: &str, high: &str) -> String,
    pub overhead_note: &'static str,
    pub fixed: &'static str,
    pub goals_sum: fn(usize) -> String,
    pub total: &'static str,
    pub total_with_changes: &'static str,
    pub revenue_sum: &'static str,
    pub result: &'static str,
    pub reimbursed: fn(reimbursed: &str, own: &str) -> String,
    pub back_to_plan: fn(name: &str) -> String,
    pub lock: fn(name: &str) -> String,
    pub locked_by_you: &'static str,
    pub class: fn(LegalClass) -> &'static str,
    pub basis: fn(Basis) -> &'static str,
    pub assumption: &'static str,
    pub allowed: fn(low: &str, high: &str) -> String,
    pub not_movable: fn(reason: &str) -> String,
    pub share_note: fn(percent: &str) -> String,
    pub about_lever: &'static str,
    pub legal_basis: &'static str,
    pub lines_title: &'static str,
    pub investment: &'static str,
    pub line_invested: fn(year: u16, amount: &str) -> String,
    pub invested_until: fn(year: u16) -> String,
    pub lines_head: [&'static str; 4],
    pub effects_title: &'static str,
    pub no_effect_rows: &'static str,
    pub not_measured: &'static str,
    pub changes: fn(usize) -> String,
    pub nothing_changed: &'static str,

    // Taxes.
    pub taxes: &'static str,
    pub taxes_note: &'static str,
    pub multiplier: &'static str,
    pub tax_point: fn(amount: &str) -> String,
    pub tax_value: fn(multiplier: &str, change: &str) -> String,
    pub fee: &'static str,
    pub fee_point: fn(amount: &str) -> String,
    pub fee_value: fn(percent: &str, change: &str) -> String,

    // Outputs.
    pub outputs: &'static str,
    pub outputs_note: &'static str,
    pub bought_with: fn(lever: &str, goals: &str) -> String,
    pub units: fn(&UnitsSaid<'_>) -> String,
    /// The same as a number, its noun, and what stands beside it.
    pub units_short: fn(&UnitsSaid<'_>) -> [String; 3],
    pub price: fn(&CostSaid<'_>) -> String,
    /// Of a goal.
    pub about_goal: fn(name: &str) -> String,
    pub further_measures_note: &'static str,
    pub measure_bound: fn(most: Option<&str>) -> String,
    pub ceiling: fn(most: &str, many: &str) -> String,
    pub measure_of_lever: fn(lever: &str) -> String,
    pub about_measure: &'static str,
    pub no_unit: &'static str,
    pub no_output: &'static str,

    // Indicators.
    pub effects: &'static str,
    pub effects_untouched: fn(count: usize, horizon: u16) -> String,
    pub effects_none: fn(horizon: u16) -> String,
    pub effects_moved: fn(count: usize, horizon: u16) -> String,
    pub unmeasured: fn(part: &str, all: &str) -> String,
    pub all_measured: &'static str,
    pub not_measured_is_not_zero: &'static str,
    pub indicator: fn(&IndicatorSaid<'_>) -> String,
    pub roughly: fn(size: &str) -> String,
    pub under: fn(&str) -> String,
    pub direction: fn(Direction) -> &'static str,
    pub percentage_points: &'static str,
    pub of_today: fn(count: &str) -> String,
    pub last_value: fn(year: u16, basis: Basis, is_local: bool) -> String,
    pub like_planned: &'static str,
    pub unmoved: fn(usize) -> String,
    pub others: fn(count: usize, moved: usize) -> String,
    pub further: fn(usize) -> String,
    pub details: &'static str,
    pub why: &'static str,
    pub why_of: fn(name: &str) -> String,
    pub details_of: fn(name: &str) -> String,
    /// What the law says in detail, behind one step.
    pub law_more: &'static str,
    pub values: &'static str,
    pub values_head: [&'static str; 4],
    pub target: fn(value: &str, year: Option<u16>) -> String,
    pub orientation: &'static str,
    pub no_target: &'static str,
    pub grade: fn(Grade) -> &'static str,
    pub grade_label: &'static str,
    pub chart: fn(name: &str, horizon: u16) -> String,

    // Ranges.
    pub range_pending: &'static str,
    pub range_note: &'static str,
    pub nearly_none: &'static str,
    pub scale_ends: &'static str,
    pub range_change: fn(range: &str) -> String,
    pub range_plan: fn(horizon: u16, low: &str, high: &str) -> String,
    pub range_plan_said: fn(horizon: u16, low: &str, high: &str) -> String,
    pub range_said: fn(range: &str) -> String,
    pub range_steps: [&'static str; 5],
    pub range_head: fn(unit: &str) -> [String; 2],
    pub range_why: &'static str,
    pub hardly: &'static str,
    pub faint: fn(noise: &str, from: NoiseFrom) -> String,
    pub faint_said: fn(noise: &str, from: NoiseFrom) -> String,
    pub runs: fn(of_twenty: u8) -> String,
    pub better_worse: fn(better: &str, worse: &str, share_better: f64, share_worse: f64) -> String,
    pub target_said: fn(year: u16, scenario: &str, plan: Option<&str>) -> String,
    pub noise_said: fn(noise: &str, from: NoiseFrom) -> String,
    pub back_test: fn(held_back: (usize, usize), error: &str, unchanged: &str, straight: &str) -> String,
    pub back_test_closest: fn(model_unchanged_straight: [bool; 3]) -> String,
    pub no_back_test: fn(values: usize) -> String,
    pub how_sure: &'static str,
    pub dots_name: fn(name: &str, horizon: u16) -> String,
    pub dots_note: fn(horizon: u16, unit: &str) -> String,

    // Why.
    pub why_head: [&'static str; 2],
    pub why_direct: fn(measure: &str) -> String,
    pub why_through: fn(via: &str, measure: &str) -> String,
    pub why_not_yet: fn(measure: &str, count: &str) -> String,
    pub why_exact: fn(noun: &str) -> String,
    pub why_sum: &'static str,
    pub why_nothing: &'static str,
    pub why_lag: fn(years: &str) -> String,
    pub new_tab: &'static str,
    pub source: &'static str,
    pub seen: fn(Seen) -> &'static str,
    pub target_label: &'static str,
    pub definition: &'static str,
    pub figures_from: &'static str,
    pub note: &'static str,
    pub observed_only: &'static str,

    // Generations.
    pub generations: &'static str,
    pub generations_untouched: &'static str,
    /// The two ends of the groups, how many of all are relieved and burdened, and the word for the others.
    pub generations_said: fn(
        most: (&str, &str),
        least: (&str, &str),
        groups: (usize, usize, usize),
        same: &str,
        debt: Option<(&str, bool)>,
        horizon: u16,
    ) -> String,
    pub generations_unit: fn(horizon: u16, rate: Option<&str>) -> String,
    pub born_until: fn(i32) -> String,
    pub born_between: fn(i32, i32) -> String,
    pub unborn: &'static str,
    pub born_in: fn(years: &str) -> String,
    pub relief: &'static str,
    pub burden: &'static str,
    pub unchanged: &'static str,
    pub generations_head: [&'static str; 3],
    pub ledger_title: &'static str,
    pub ledger_closes: fn(people: &str, assets: &str, debt: &str, interest: &str, saved: &str, rest: &str) -> String,
    pub inheritance_today: fn(town: &str, today: Option<&str>) -> String,
    pub inheritance_change: fn(town: &str, change: Option<(&str, Ordering)>, horizon: u16) -> String,
    pub generations_how: &'static str,
    pub rate_label: &'static str,
    pub rate_flips: fn(names: &str) -> String,
    pub rate_same: &'static str,
    pub parts_head: [&'static str; 4],
    pub parts_sum: &'static str,
    pub alike_said: fn(turned: usize, gone: usize, all: usize) -> String,

    // Profile of the generations, G1 to G11.
    pub profile: &'static str,
    pub profile_worst: fn(questions: &[&str]) -> String,
    pub profile_none_worst: &'static str,
    pub profile_untouched: fn(computed: usize, all: usize) -> String,
    pub profile_moved: fn(&MetricsMoved) -> String,
    pub profile_head: [&'static str; 3],
    pub metric: fn(Metric) -> &'static str,
    pub metric_how: fn(metric: Metric, words: &LawWords) -> String,
    pub light: fn(Light) -> &'static str,
    pub comparison: &'static str,
    pub better: &'static str,
    pub worse: &'static str,
    pub not_computed: fn(reason: &str) -> String,
    pub no_figures: fn(town: &str) -> String,
    pub own_means: fn(year: u16, coverage: &str, per_head: &str) -> String,
    pub reach: fn(limit: Option<u16>, last: u16, left: &str, words: &LawWords) -> String,
    pub upkeep: fn(ratio: &str, years: (u16, u16), weakest: (u16, &str)) -> String,
    pub backlog: fn(amount: &str, basis: &str) -> String,
    pub per_child: fn(amount: &str) -> String,
    pub used_up: fn(year: Option<u16>, horizon: u16, left: Option<(&str, u16)>) -> String,
    pub days: fn(days: &str) -> String,
    pub damage_change: fn(horizon: u16, change: &str) -> String,
    pub ledger_plan: &'static str,
    pub damage: fn(low: &str, high: &str) -> String,
    pub nature: fn(percent: &str, name: &str, horizon: u16) -> String,
    pub points: fn(points: &str) -> String,
    pub savings: fn(low: &str, high: &str) -> String,
    pub from_to: fn(low: &str, high: &str) -> String,
    pub profile_note: fn(horizon: u16, hardly: &str) -> String,
    pub floors: &'static str,
    pub floors_head: fn(horizon: u16) -> [String; 4],
    pub floor_word: fn(Light) -> &'static str,
    pub lenses: fn(strong: (&str, &str), weak: (&str, &str), change: Option<&str>) -> String,
    pub lenses_differ: &'static str,
    pub profile_how: &'static str,

    // Law.
    pub law: &'static str,
    pub law_said: fn(&LawSaid<'_>) -> String,
    pub law_unknown: fn(town: &str, law: &BudgetLaw) -> String,
    pub law_distance: fn(every: &str, alone: Option<(u16, &str)>, words: &LawWords) -> String,
    pub law_way_back: fn(amount: &str, words: &LawWords) -> String,
    pub law_words: fn(&BudgetLaw) -> LawWords,
    /// Years that are not balanced and whether others are; none if all are.
    pub law_balance: fn(law: &BudgetLaw, unbalanced: Option<(&str, bool)>, words: &LawWords) -> String,
    pub law_saving: fn(&SavingSaid<'_>) -> String,
    pub law_carry: fn(&BudgetLaw) -> String,
    pub law_special: fn(town: &str, law: &BudgetLaw) -> String,
    pub law_read: fn(&[String]) -> String,
    pub law_reading: fn(what: (&str, &str), as_of: &str, seen: &str) -> String,
    pub law_unit: fn(words: &LawWords, limit: Option<&str>) -> String,
    pub law_limit: fn(percent: &str) -> [String; 3],
    pub law_chart: fn(words: &LawWords) -> String,
    /// Years, plan, new; new without the saving that has no place; debt and interest.
    pub law_rows: [&'static str; 6],
    /// Result, withdrawal, reserve, differences, each with its unit.
    pub law_groups: fn(words: &LawWords) -> [String; 4],
    pub law_outline: &'static str,
    pub reserve_end: fn(words: &LawWords, year: u16, amount: &str, change: &str) -> String,
    pub equalisation_gone: fn(words: &LawWords, year: u16) -> String,
    pub debt_change: fn(year: u16, change: &str) -> String,
    pub beyond_plan: fn(year: u16) -> String,

    // Resilience.
    pub resilience: &'static str,
    pub resilience_said: fn(&ResilienceSaid, &LawWords) -> String,
    pub resilience_unknown: fn(town: &str) -> String,
    pub resilience_note: &'static str,
    pub resilience_head: fn(last: u16, words: &LawWords) -> [String; 7],
    pub resilience_calm: &'static str,
    pub resilience_worst: fn(year: u16, amount: &str) -> String,
    pub resilience_gone: fn(year: u16) -> String,
    pub resilience_last: fn(years: u16, is_gone: bool) -> String,
    pub resilience_no_hits: &'static str,
    pub resilience_not_until: fn(last: u16) -> String,
    pub resilience_no_shock: &'static str,
    pub resilience_not_due: &'static str,
    pub resilience_new: fn(value: &str) -> String,
    pub resilience_assumed: &'static str,
    pub resilience_burden: fn(amount: &str, low: &str, high: &str) -> String,
    pub resilience_returned: fn(percent: &str, years: &str) -> String,
    pub resilience_recovered: &'static str,
    pub resilience_hits: fn(list: &str) -> String,
    pub resilience_on: fn(names: &str) -> String,
    pub resilience_struck: fn(names: &str) -> String,
    pub key_figures_head: [&'static str; 5],
    pub key_figures_note: fn(infrastructure: Option<(&str, u16)>, words: &LawWords) -> String,
    pub no_data: &'static str,

    // Towns.
    pub towns: &'static str,
    pub towns_note: &'static str,
    pub towns_go: fn(town: &str) -> String,
    pub this_town: &'static str,
    // The question on the way to another town, and what is said when that town does not come.
    pub leaving: &'static str,
    pub leaving_lost: fn(town: &str) -> String,
    pub leaving_go: &'static str,
    pub leaving_stay: &'static str,
    pub leaving_missing: &'static str,
    pub leaving_stays: fn(to: &str, here: &str) -> String,
    pub leaving_again: &'static str,

    // Departments.
    pub departments: &'static str,
    pub department: &'static str,
    pub departments_said: fn(count: usize, all: &str, department: &str, goal: &str, amount: &str) -> String,
    pub departments_unknown: fn(town: &str) -> String,
    pub departments_unit: fn(year: u16) -> String,
    pub seats: &'static str,
    pub seats_said: fn(departments: &str, count: usize, goals: &str) -> String,
    pub seats_also: fn(goals: &str, count: usize) -> String,
    pub seats_untouched: &'static str,
    pub seats_taxes: &'static str,
    pub seats_head: [&'static str; 5],
    pub seats_note: &'static str,
    pub and: &'static str,
    pub quotes: [&'static str; 2],

    // Saved scenarios.
    pub saves: &'static str,
    pub saves_note: &'static str,
    pub saves_denied: &'static str,
    pub saves_empty: &'static str,
    pub name: &'static str,
    pub name_default: fn(usize) -> String,
    pub save_here: &'static str,
    pub open_file: &'static str,
    pub load: fn(name: &str) -> String,
    pub rename: fn(name: &str) -> String,
    pub duplicate: fn(name: &str) -> String,
    pub delete: fn(name: &str) -> String,
    pub load_short: &'static str,
    pub rename_short: &'static str,
    pub duplicate_short: &'static str,
    pub delete_short: &'static str,
    pub copy_of: fn(name: &str, count: usize) -> String,
    pub unreadable: fn(name: &str) -> String,
    pub other_town: fn(pack: &str) -> String,
    pub newer: &'static str,
    pub saved: fn(name: &str) -> String,
    pub loaded: fn(name: &str) -> String,
    /// The draft that was replaced was not saved.
    pub replaced: &'static str,
    pub deleted: fn(name: &str) -> String,
    /// Before the warnings about the draft with which the page was left.
    pub resumed: &'static str,
    /// Before the reason why the draft with which the page was left cannot be opened.
    pub not_resumed: &'static str,
    /// After the name of what was opened, before what did not fit; with the first year that can still be decided.
    pub older_model: fn(first_year: u16) -> String,
    pub limited: fn(names: &str) -> String,
    pub unknown: fn(names: &str) -> String,
    pub save_failed: &'static str,
    pub rounded: fn(names: &str) -> String,
    pub added: fn(names: &str) -> String,
    pub cut_years: fn(names: &str, from: u16, to: u16) -> String,
    pub no_years: fn(names: &str, from: u16, to: u16) -> String,
    pub and_more: fn(names: &str, more: usize) -> String,
    pub delete_failed: &'static str,
    pub list_failed: &'static str,
    pub draft_gone: fn(name: &str) -> String,
    pub draft_changed: fn(name: &str) -> String,
    pub renamed: fn(old: &str, new: &str) -> String,
    pub name_needed: &'static str,
    pub undelete: &'static str,
    pub undelete_spoken: fn(name: &str) -> String,
    pub restored: fn(name: &str) -> String,
    pub saved_file: fn(name: &str) -> String,
    pub file_failed: &'static str,
    pub file_unreadable: &'static str,
    pub draft_number: fn(id: &str) -> String,
    pub not_a_file: &'static str,
    pub too_large: &'static str,
    pub at_place: fn(line: usize, column: usize) -> String,
    pub expected: fn(key: &str, what: &str) -> String,
    pub expected_kinds: ExpectedKinds,
    pub broken_off: &'static str,
    pub unknown_key: fn(key: &str) -> String,
    pub key_twice: fn(key: &str) -> String,
    pub key_missing: fn(key: &str) -> String,
    pub both_missing: fn(key: &str, other: &str) -> String,
    pub keys_apart: fn(key: &str, other: &str) -> String,
    pub two_spans: fn(name: &str, one: &str, other: &str) -> String,
    pub doubled: fn(name: &str) -> String,
    pub two_multipliers: fn(name: &str) -> String,
    pub years: fn(from: u16, to: u16) -> String,
    pub only_years: fn(years: &str) -> String,
    pub years_of_change: fn(years: &str) -> String,
    pub partly_years: fn(years: &str) -> String,
    pub several_spans: &'static str,
    pub new_name: &'static str,
    pub ok: &'static str,
    pub saved_on: fn(date: &str) -> String,
    pub date: fn(year: &str, month: &str, day: &str) -> String,

    // Assumptions and sources.
    pub assumptions: &'static str,
    pub assumptions_note: &'static str,
    pub xmile_title: &'static str,
    pub xmile: &'static str,
    pub xmile_note: &'static str,
    pub sources: &'static str,

    // The first screen, the short path and the ways between the screens.
    pub doors: Doors,
    // What stands behind one step on the workbench.
    pub bench: Bench,
    // The way to how it is calculated; its words are a catalogue of their own.
    pub method_row: fn(title: &str) -> String,
    // Failure.
}

impl Deref for Texts {
    type Target = First;

    fn deref(&self) -> &First {
        self.first
    }
}

impl Texts {
    /// Name of a way to read amounts, and its unit, by its position in the switch.
    pub fn mode(&self, index: usize) -> (&'static str, &'static str) {
        self.modes.iter().copied().zip(self.mode_units).nth(index).unwrap_or_default()
    }

    /// Word and amount of the balance meter; positive means money is left.
    pub fn balance(&self, balance: Money, touched: bool) -> &'static str {
        match balance.cents() {
            0 if touched => self.balanced,
            0 => self.unchanged_meter,
            1.. => self.left,
            _ => self.missing,
        }
    }
}
