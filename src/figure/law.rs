use super::Telling;
use super::plot::reserve::{ReserveColumn, ReservePlot};
use crate::model::fiscal::BudgetLaw;
use crate::model::fiscal::key_figures::{infrastructure, key_figures};
use crate::model::{FiscalYear, Money, Year};
use crate::text::{self, LawSaid, LawWords};

/// A year of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct LawRow {
    /// Year, result planned and new, share used planned and new, general reserve new; change of debt and interest.
    pub cells: [String; 8],
}

/// What the budget law says (Haushaltsrecht).
#[derive(Clone, Debug, PartialEq)]
pub struct LawFigure {
    /// Status first.
    pub sentence: String,
    /// Whether a consolidation plan would be due.
    pub is_due: bool,
    /// Reserve at the end of the plan, equalisation reserve, debts.
    pub facts: Vec<String>,
    /// The drawing.
    pub plot: ReservePlot,
    /// The table.
    pub rows: Vec<LawRow>,
    /// What the columns show, and the limit if the law knows one.
    pub unit: String,
    /// What the drawing shows.
    pub chart: String,
    /// Heads of the table.
    pub head: [String; 8],
    /// Name of the key figures, and what a reader must know of them.
    pub key_figures: (&'static str, String),
}

/// Reserves and law in words, columns and a table.
pub fn law_figure(it: Telling<'_>) -> LawFigure {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let profile = BudgetLaw::of(town);
    let words = (texts.law_words)(profile.rules);
    let years = &it.projection.fiscal;
    let amount = |euros: f64| text::amount(Money::from_euros(euros), lang);
    let change = |euros: f64| text::signed_amount(Money::from_euros(euros), lang);
    let due = years.iter().find_map(|it| it.scenario_triggers.first().map(|trigger| (it.year.0, *trigger)));
    let results: Vec<f64> = years.iter().map(|it| it.scenario.result).collect();
    let opening = town.reserves.iter().find(|it| it.year == town.year);
    let distance = opening.and_then(|opening| {
        profile.distance(opening.equalisation_opening.euros(), opening.general_opening.euros(), &results)
    });
    let sentence = if years.is_empty() {
        (texts.law_unknown)(&town.short_name, profile.consolidation_paragraph)
    } else {
        (texts.law_said)(&LawSaid {
            paragraph: profile.consolidation_paragraph,
            due,
            due_as_planned: years.iter().any(|it| !it.plan_triggers.is_empty()),
            is_shocked: !it.scenario.shocks.is_empty(),
            carries_forward: profile.limit().is_none(),
        })
    };
    let mut facts = Vec::new();
    if !years.is_empty() {
        facts.push((texts.law_balance)(&words, profile.balance_paragraph));
    }
    facts.extend(distance.map(|euros| (texts.law_distance)(&amount(euros))));
    let debt = it.projection.difference.debt.last().copied().unwrap_or(0.0);
    let debt = (texts.debt_change)(town.horizon.0, &change(debt));
    if let Some(last) = years.last() {
        let difference = last.scenario.general - last.plan.general;
        let said = if difference == 0.0 { texts.like_planned.to_owned() } else { change(difference) };
        facts.push((texts.reserve_end)(&words, last.year.0, &amount(last.scenario.general), &said));
        if let Some(gone) = years.iter().find(|it| it.scenario.equalisation <= 0.0) {
            facts.push((texts.equalisation_gone)(&words, gone.year.0));
        }
        facts.push(debt);
        facts.push((texts.beyond_plan)(last.year.0));
    } else {
        facts.push(debt);
    }
    let limit = profile.limit().map(|limit| format!("{}\u{a0}%", text::number(limit * 100.0, 0, lang)));
    LawFigure {
        sentence,
        is_due: due.is_some(),
        facts,
        plot: ReservePlot {
            years: years
                .iter()
                .map(|it| ReserveColumn {
                    year: it.year.to_string(),
                    plan: it.plan.used_share() * 100.0,
                    scenario: is_moved(it).then(|| it.scenario.used_share() * 100.0),
                    label: text::number(it.scenario.used_share() * 100.0, 1, lang),
                    due: !it.scenario_triggers.is_empty(),
                })
                .collect(),
            // What is not finite is not drawn.
            limit: profile.limit().map_or(f64::NAN, |limit| limit * 100.0),
            limit_label: limit.as_deref().map_or_else(Vec::new, |limit| (texts.law_limit)(limit).to_vec()),
        },
        rows: rows(it),
        unit: (texts.law_unit)(&words, limit.as_deref()),
        chart: (texts.law_chart)(&words),
        head: (texts.law_head)(&words),
        key_figures: (words.key_figures.0, key_figures_note(it, &words)),
    }
}

/// The years of the plan and the horizon, for which the plan names nothing but the changes are known.
fn rows(it: Telling<'_>) -> Vec<LawRow> {
    let (lang, texts) = (it.lang, it.texts());
    let percent = |share: f64| format!("{}\u{a0}%", text::number(share * 100.0, 1, lang));
    let amount = |euros: f64| text::amount(Money::from_euros(euros), lang);
    let change = |euros: f64| text::signed_amount(Money::from_euros(euros), lang);
    let at = |year: Year, path: &[f64]| change(path.get(year.since(it.town.year)).copied().unwrap_or(0.0));
    let changed = |year: Year| [at(year, &it.projection.difference.debt), at(year, &it.projection.difference.interest)];
    let planned = it.projection.fiscal.iter().map(|row| {
        let [debt, interest] = changed(row.year);
        LawRow {
            cells: [
                row.year.to_string(),
                change(row.plan.result),
                change(row.scenario.result),
                percent(row.plan.used_share()),
                percent(row.scenario.used_share()),
                amount(row.scenario.general),
                debt,
                interest,
            ],
        }
    });
    let horizon = it.town.horizon;
    // A town without a plan for its reserves has no table; what changes of its debts is said in words.
    let goes_on = it.projection.fiscal.last().is_some_and(|row| row.year < horizon);
    let last = goes_on.then(|| {
        let [debt, interest] = changed(horizon);
        let none = || texts.law_beyond.to_owned();
        LawRow { cells: [horizon.to_string(), none(), none(), none(), none(), none(), debt, interest] }
    });
    planned.chain(last).collect()
}

/// What a reader must know of the key figures, and the one of the last closing.
fn key_figures_note(it: Telling<'_>, words: &LawWords) -> String {
    let ratio = infrastructure(it.town);
    let told = ratio.map(|(ratio, year)| (format!("{}\u{a0}%", text::number(ratio * 100.0, 1, it.lang)), year));
    (it.texts().key_figures_note)(told.as_ref().map(|(percent, year)| (percent.as_str(), *year)), words)
}

/// Key figures by year, as planned and, where it differs, with the scenario.
pub fn key_figure_rows(it: Telling<'_>) -> Vec<Vec<String>> {
    let percent = |share: Option<f64>| match share {
        Some(share) => format!("{}\u{a0}%", text::number(share * 100.0, 1, it.lang)),
        None => it.texts().no_data.to_owned(),
    };
    let both = |(plan, new): (Option<f64>, Option<f64>)| {
        let (plan, new) = (percent(plan), percent(new));
        if plan == new { plan } else { format!("{plan}, {}", (it.texts().resilience_new)(&new)) }
    };
    key_figures(it.town, it.scenario)
        .iter()
        .map(|row| {
            let own = [both(row.coverage), both(row.deficit), both(row.investment), both(row.interest)];
            std::iter::once(row.year.to_string()).chain(own).collect()
        })
        .collect()
}

fn is_moved(year: &FiscalYear) -> bool {
    year.plan.result != year.scenario.result
}
