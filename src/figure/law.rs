use super::Telling;
use super::plot::reserve::{Limit, ReserveColumn, ReservePlot};
use crate::model::fiscal::key_figures::{infrastructure, key_figures};
use crate::model::fiscal::{BudgetLaw, Reserves};
use crate::model::{FiscalYear, Money, Year};
use crate::text::{self, Lang, LawSaid, LawWords};

/// Rows of the table under a heading of their own, years from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct LawGroup {
    /// What the rows show, with the unit.
    pub name: String,
    /// The rows.
    pub rows: Vec<LawRow>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct LawRow {
    /// Its name, then a value per year.
    pub cells: Vec<String>,
    /// Whether it differs from the plan.
    pub is_moved: bool,
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
    /// The table; empty if the plan of the reserves is not known.
    pub groups: Vec<LawGroup>,
    /// What the columns show, and the limit if the law knows one.
    pub unit: String,
    /// What the drawing shows.
    pub chart: String,
    /// Heads of its columns: a word, then the years.
    pub head: Vec<String>,
    /// Name of the key figures, and what a reader must know of them.
    pub key_figures: (&'static str, String),
}

/// Reserves and law in words, columns and a table.
///
/// ```
/// use zukunftshaushalt::figure::{Telling, law_figure};
/// use zukunftshaushalt::model::{List, Scenario, simulate};
/// use zukunftshaushalt::pack::{load, muenster};
/// use zukunftshaushalt::text::Lang;
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let (scenario, ranges) = (Scenario::default(), List::default());
/// let projection = simulate(&town, &scenario);
/// let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &ranges, lang: Lang::En };
/// let law = law_figure(it);
/// assert!(!law.is_due);
/// assert_eq!(law.plot.years.len(), 5, "as many as the plan of the reserves has");
/// ```
pub fn law_figure(it: Telling<'_>) -> LawFigure {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let profile = BudgetLaw::of(town);
    let words = (texts.law_words)(&profile);
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
        (texts.law_unknown)(&town.short_name, &profile)
    } else {
        (texts.law_said)(&LawSaid {
            law: &profile,
            due,
            due_as_planned: years.iter().any(|it| !it.plan_triggers.is_empty()),
            is_shocked: !it.scenario.shocks.is_empty(),
        })
    };
    let mut facts = Vec::new();
    if !years.is_empty() {
        facts.push((texts.law_balance)(&words, profile.statute.map(|it| it.balance_paragraph)));
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
    let (head, groups) = table(it, &words);
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
            limit: profile
                .limit()
                .zip(limit.as_deref())
                .map(|(share, told)| Limit { percent: share * 100.0, label: (texts.law_limit)(told).to_vec() }),
        },
        groups,
        unit: if years.iter().any(|it| it.scenario.used_share() < it.plan.used_share()) {
            format!("{} {}", (texts.law_unit)(&words, limit.as_deref()), texts.law_outline)
        } else {
            (texts.law_unit)(&words, limit.as_deref())
        },
        chart: (texts.law_chart)(&words),
        head,
        key_figures: (words.key_figures.0, key_figures_note(it, &words)),
    }
}

/// The years of the plan and the horizon, for which the plan names nothing but the changes are known.
fn table(it: Telling<'_>, words: &LawWords) -> (Vec<String>, Vec<LawGroup>) {
    let (lang, texts, horizon) = (it.lang, it.texts(), it.town.horizon);
    let planned = &it.projection.fiscal;
    // A town without a plan for its reserves has no table; what changes of its debts is said in words.
    let Some(last) = planned.last() else { return (Vec::new(), Vec::new()) };
    let beyond = (last.year < horizon).then_some(horizon);
    let years: Vec<Year> = planned.iter().map(|row| row.year).chain(beyond).collect();
    let [corner, plan, new, debt, interest] = texts.law_rows;
    let row = |name: &str, values: Vec<String>| {
        let mut cells = vec![name.to_owned()];
        cells.extend(values);
        LawRow { cells, is_moved: false }
    };
    let known: [fn(&Reserves, Lang) -> String; 3] = [
        |it, lang| millions(it.result, lang),
        |it, lang| text::number(it.used_share() * 100.0, 1, lang),
        |it, lang| text::compact(Money::from_euros(it.general), lang),
    ];
    let mut rows: Vec<Vec<LawRow>> = Vec::new();
    for say in known {
        let side = |of: fn(&FiscalYear) -> &Reserves| {
            let mut values: Vec<String> = planned.iter().map(|year| say(of(year), lang)).collect();
            values.extend(beyond.map(|_| "–".to_owned()));
            values
        };
        let (as_planned, now) = (side(|it| &it.plan), side(|it| &it.scenario));
        let is_moved = as_planned != now;
        rows.push(vec![row(plan, as_planned), LawRow { is_moved, ..row(new, now) }]);
    }
    let none = millions(0.0, lang);
    let change = |name: &str, path: &[f64]| {
        let at = |year: &Year| millions(path.get(year.since(it.town.year)).copied().unwrap_or(0.0), lang);
        let values: Vec<String> = years.iter().map(at).collect();
        let is_moved = values.iter().any(|it| *it != none);
        LawRow { is_moved, ..row(name, values) }
    };
    let difference = &it.projection.difference;
    rows.push(vec![change(debt, &difference.debt), change(interest, &difference.interest)]);
    let groups = (texts.law_groups)(words).into_iter().zip(rows).map(|(name, rows)| LawGroup { name, rows }).collect();
    (row(corner, years.iter().map(Year::to_string).collect()).cells, groups)
}

fn millions(euros: f64, lang: Lang) -> String {
    text::signed_millions(Money::from_euros(euros), lang)
}

/// What a reader must know of the key figures, and the one of the last closing.
fn key_figures_note(it: Telling<'_>, words: &LawWords) -> String {
    let ratio = infrastructure(it.town);
    let told = ratio.map(|(ratio, year)| (format!("{}\u{a0}%", text::number(ratio * 100.0, 1, it.lang)), year));
    (it.texts().key_figures_note)(told.as_ref().map(|(percent, year)| (percent.as_str(), *year)), words)
}

/// Key figures in percent as planned and, where it differs, with the scenario: the head with the years, then a row each.
pub fn key_figure_table(it: Telling<'_>) -> Vec<Vec<String>> {
    let texts = it.texts();
    let percent = |share: Option<f64>| match share {
        Some(share) => text::number(share * 100.0, 1, it.lang),
        None => texts.no_data.to_owned(),
    };
    let both = |(plan, new): (Option<f64>, Option<f64>)| {
        let (plan, new) = (percent(plan), percent(new));
        if plan == new { plan } else { format!("{plan}, {}", (texts.resilience_new)(&new)) }
    };
    let mut rows: Vec<Vec<String>> = texts.key_figures_head.iter().map(|name| vec![(*name).to_owned()]).collect();
    for year in key_figures(it.town, it.scenario) {
        let values = [year.coverage, year.deficit, year.investment, year.interest].map(both);
        let column = std::iter::once(year.year.to_string()).chain(values);
        rows.iter_mut().zip(column).for_each(|(row, value)| row.push(value));
    }
    rows
}

fn is_moved(year: &FiscalYear) -> bool {
    year.plan.result != year.scenario.result
}
