use super::Telling;
use super::departments::listed;
use super::plot::reserve::{Limit, ReserveColumn, ReservePlot};
use crate::model::fiscal::key_figures::{infrastructure, key_figures};
use crate::model::fiscal::{Balance, BudgetLaw, Reserves, Rules, Trigger, WithoutSaving, without_saving};
use crate::model::{FiscalYear, Money, Year};
use crate::text::{self, Lang, LawSaid, LawWords, SavingSaid};

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
    /// The one of them without which the status must not be told: what it would be without the global saving; none where
    /// the plan has no such saving.
    pub saving: Option<String>,
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
    let due = first(years.iter().map(|it| (it.year, it.scenario_triggers.as_slice())));
    let sentence = if years.is_empty() {
        (texts.law_unknown)(&town.short_name, &profile)
    } else {
        let worst = |of: fn(&FiscalYear) -> &Reserves| {
            years.iter().map(|it| profile.balance(of(it))).max().unwrap_or(Balance::Covered)
        };
        let (balance, planned) = (worst(|it| &it.scenario), worst(|it| &it.plan));
        (texts.law_said)(&LawSaid {
            law: &profile,
            due,
            due_as_planned: years.iter().any(|it| !it.plan_triggers.is_empty()),
            is_shocked: !it.scenario.shocks.is_empty(),
            balance,
            is_open_as_planned: it.scenario.is_moved() && !balance.is_balanced() && !planned.is_balanced(),
        })
    };
    let saving = without_saving(town, years);
    let mut facts = Vec::new();
    if !years.is_empty() {
        let open = |year: &&FiscalYear| !profile.balance(&year.scenario).is_balanced();
        let unbalanced: Vec<Year> = years.iter().filter(open).map(|it| it.year).collect();
        let told = spans(it, &unbalanced);
        let unbalanced = (!told.is_empty()).then_some((told.as_str(), unbalanced.len() < years.len()));
        facts.push((texts.law_balance)(&profile, unbalanced, &words));
    }
    facts.extend(distances(it, &profile, &words));
    let without = saving.as_ref().map(|saving| saving_said(it, saving, &profile, due.map(|(year, _)| year)));
    facts.extend(without.clone());
    if profile.statute.is_some() && years.iter().any(|it| carries(&profile, &it.scenario)) {
        facts.push((texts.law_carry)(&profile));
    }
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
    if matches!(profile.rules, Rules::CarryForward { .. }) {
        facts.push((texts.law_special)(&town.short_name, &profile));
    }
    if profile.statute.is_some() {
        facts.push((texts.law_read)(&readings(&profile, lang)));
    }
    let (head, groups) = table(it, &words, saving.as_ref());
    let limit = profile.limit().map(|limit| format!("{}\u{a0}%", text::number(limit * 100.0, 0, lang)));
    LawFigure {
        sentence,
        is_due: due.is_some(),
        facts,
        saving: without,
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

/// The first year in which the law asks for more, and why.
fn first<'a>(mut years: impl Iterator<Item = (Year, &'a [Trigger])>) -> Option<(u16, Trigger)> {
    years.find_map(|(year, triggers)| triggers.first().map(|trigger| (year.0, *trigger)))
}

/// Whether a year's deficit is carried forward, or could be.
fn carries(law: &BudgetLaw, year: &Reserves) -> bool {
    law.may_carry(year) > 0.0 || matches!(law.balance(year), Balance::Carried | Balance::FromCapital)
}

/// Years in words, those that follow each other as a span: "2026 bis 2028 und 2030".
fn spans(it: Telling<'_>, years: &[Year]) -> String {
    let spans = years.chunk_by(|year, next| next.0 == year.0.saturating_add(1));
    let told = spans.filter_map(|span| Some((it.texts().years)(span.first()?.0, span.last()?.0)));
    listed(&told.collect::<Vec<_>>(), it.texts())
}

/// How far away the limit is, or the way back from behind it; rounded so that "a good" and "just under" hold.
fn distances(it: Telling<'_>, law: &BudgetLaw, words: &LawWords) -> Option<String> {
    let (texts, years) = (it.texts(), &it.projection.fiscal);
    let opening = it.town.reserves.iter().find(|row| row.year == it.town.year)?;
    let (equalisation, general) = (opening.equalisation_opening.euros(), opening.general_opening.euros());
    let results: Vec<f64> = years.iter().map(|year| year.scenario.result).collect();
    let amount =
        |euros: f64, round: fn(f64) -> f64| text::about(Money::from_euros(in_few_digits(euros, round)), it.lang);
    if let Some(back) = law.way_back(equalisation, general, &results) {
        return Some((texts.law_way_back)(&amount(back, f64::ceil), words));
    }
    let every = law.distance(equalisation, general, &results)?;
    let alone = years
        .iter()
        .zip(0..)
        .filter_map(|(year, at)| Some((year.year.0, law.buffer(equalisation, general, &results, at)?)));
    let alone = alone.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(year, euros)| (year, amount(euros, f64::floor)));
    let alone = alone.as_ref().map(|(year, told)| (*year, told.as_str()));
    Some((texts.law_distance)(&amount(every, f64::floor), alone, words))
}

/// Rounded so that not more digits are claimed than a sentence can bear: 4.1, 38.4 or 170 million.
fn in_few_digits(euros: f64, round: fn(f64) -> f64) -> f64 {
    if euros < 10.0 {
        return round(euros);
    }
    let digits = if euros < 1e7 { 1.0 } else { 2.0 };
    let unit = 10f64.powf(euros.log10().floor() - digits);
    round(euros / unit) * unit
}

/// What the plan saves without saying where, and what would be due without it.
fn saving_said(it: Telling<'_>, saving: &WithoutSaving, law: &BudgetLaw, with: Option<u16>) -> String {
    let years: Vec<Year> = saving.savings.iter().map(|(year, _)| *year).collect();
    let amounts: Vec<String> =
        saving.savings.iter().map(|(_, euros)| text::amount(Money::from_euros(*euros), it.lang)).collect();
    let percent = format!("{}\u{a0}%", text::trimmed(law.saving * 100.0, 1, it.lang));
    let fiscal = it.projection.fiscal.iter().map(|year| year.year);
    let without = first(fiscal.zip(saving.scenario.triggers.iter().map(Vec::as_slice)));
    (it.texts().law_saving)(&SavingSaid {
        law,
        years: spans(it, &years),
        amounts: listed(&amounts, it.texts()),
        allowed: saving.is_allowed.filter(|_| law.statute.is_some()).map(|is_kept| (percent, is_kept)),
        due: (with, without.map(|(year, _)| year)),
    })
}

/// What was read of a law, with its date and how.
pub(super) fn readings(law: &BudgetLaw, lang: Lang) -> Vec<String> {
    let texts = lang.texts();
    let all = law.statute.map(|it| it.readings).unwrap_or_default();
    all.iter().map(|it| (texts.law_reading)(it.what, &lang.date(it.as_of), (texts.seen)(it.seen))).collect()
}

/// The years of the plan and the horizon, for which the plan names nothing but the changes are known.
fn table(it: Telling<'_>, words: &LawWords, saving: Option<&WithoutSaving>) -> (Vec<String>, Vec<LawGroup>) {
    let (lang, texts, horizon) = (it.lang, it.texts(), it.town.horizon);
    let planned = &it.projection.fiscal;
    // A town without a plan for its reserves has no table; what changes of its debts is said in words.
    let Some(last) = planned.last() else { return (Vec::new(), Vec::new()) };
    let beyond = (last.year < horizon).then_some(horizon);
    let years: Vec<Year> = planned.iter().map(|row| row.year).chain(beyond).collect();
    let [corner, plan, new, without, debt, interest] = texts.law_rows;
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
        let told = |years: &mut dyn Iterator<Item = &Reserves>| -> Vec<String> {
            years.map(|year| say(year, lang)).chain(beyond.map(|_| "–".to_owned())).collect()
        };
        let as_planned = told(&mut planned.iter().map(|year| &year.plan));
        let now = told(&mut planned.iter().map(|year| &year.scenario));
        let is_moved = as_planned != now;
        let mut group = vec![row(plan, as_planned), LawRow { is_moved, ..row(new, now) }];
        if let Some(saving) = saving {
            let as_planned = told(&mut saving.plan.years.iter());
            let now = told(&mut saving.scenario.years.iter());
            group.push(LawRow { is_moved: as_planned != now, ..row(without, now) });
        }
        rows.push(group);
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
