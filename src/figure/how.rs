//! Formula, assumptions and sources of each metric of the profile, told when they are asked for.

use std::collections::BTreeSet;

use super::formulas::{FormulaFigure, shown};
use super::law::readings;
use crate::model::fairness::Metric;
use crate::model::fiscal::BudgetLaw;
use crate::model::{Basis, Origin, Sourced, Town};
use crate::text::{Formula, Lang};

/// How a metric is computed (Rechenweg).
#[derive(Clone, Debug, PartialEq)]
pub struct How {
    /// Question it answers.
    pub question: &'static str,
    /// In words, and what the pack sets with its reasons.
    pub plain: String,
    /// Formulas, those of the page "Wie wird gerechnet?".
    pub formulas: Vec<FormulaFigure>,
    /// Sources of the figures, and how firm they are.
    pub sources: Vec<String>,
}

/// Formula, assumptions and sources of each metric.
pub fn profile_how(town: &Town, lang: Lang) -> Vec<How> {
    let (data, texts) = (&town.fairness, lang.texts());
    let cited = |key: &str, basis: Basis| {
        let text = town.source(key).map_or(key, |it| lang.of(&it.text));
        format!("{text} ({})", (texts.basis)(basis))
    };
    let figure = |it: &Option<Sourced>| it.iter().map(|it| cited(&it.source, it.basis)).collect::<Vec<_>>();
    let assets = || data.assets.iter().take(1).map(|it| cited(&it.source, it.basis)).collect::<Vec<_>>();
    let damage = || [figure(&data.damage_low), figure(&data.damage_high)].concat();
    let floors = || data.floors.iter().filter(|it| it.measure.is_some());
    let finance = &town.finance;
    let whole = |files: &[(Origin, Basis)]| -> Vec<String> {
        let known = files.iter().map(|(of, basis)| (town.origin(*of), *basis)).filter(|(key, _)| !key.is_empty());
        known.map(|(key, basis)| cited(key, basis)).collect()
    };
    let plan = (Origin::Budget, Basis::Official);
    // Years after the first are planning in the medium term.
    let reserves = (Origin::Reserves, Basis::Estimate);
    let law = BudgetLaw::of(town);
    let uses = || whole(&[plan, (Origin::Levers, Basis::Assumption)]);
    let sources = |metric: Metric| -> Vec<String> {
        match metric {
            Metric::OwnMeans => whole(&[plan, reserves]),
            Metric::Reach => [whole(&[reserves]), readings(&law, lang)].concat(),
            Metric::Upkeep => [assets(), figure(&data.replacement_factor)].concat(),
            Metric::Backlog => [figure(&finance.backlog_per_head), figure(&data.building_inflation)].concat(),
            Metric::Inheritance => {
                [&finance.investment_loans, &finance.pension_provisions, &finance.liquid_funds].map(figure).concat()
            }
            Metric::Ledger => [uses(), whole(&[(Origin::Population, Basis::Estimate)])].concat(),
            Metric::Co2Account => figure(&data.co2_budget),
            Metric::ClimateDamage => damage(),
            Metric::Floors => floors().map(|it| cited(&it.source, it.basis)).collect(),
            Metric::FutureShare => uses(),
            Metric::NetSavings => [assets(), figure(&data.net_borrowing), damage()].concat(),
        }
    };
    // What the pack sets, with its reasons.
    let reasons = |metric: Metric| -> Vec<&str> {
        match metric {
            Metric::Floors => floors().map(|it| lang.of(&it.reason)).collect(),
            Metric::FutureShare => data.uses.iter().map(|it| lang.of(&it.reason)).collect(),
            _ => Vec::new(),
        }
    };
    let words = (texts.law_words)(&law);
    let how = |metric: Metric| {
        let plain = (texts.metric_how)(metric, &words);
        let mut sources = sources(metric);
        // Two figures may come from the same page.
        let mut seen = BTreeSet::new();
        sources.retain(|it| seen.insert(it.clone()));
        How {
            question: (texts.metric)(metric),
            plain: [vec![&*plain], reasons(metric)].concat().join(" "),
            formulas: shown(town, lang, of_metric(metric)),
            sources,
        }
    };
    Metric::ALL.into_iter().map(how).collect()
}

/// The formulas of a metric of the profile.
fn of_metric(metric: Metric) -> &'static [Formula] {
    match metric {
        Metric::OwnMeans => &[Formula::OwnMeans, Formula::ResultPerHead],
        Metric::Reach => &[Formula::Reach, Formula::Law, Formula::CarryForward],
        Metric::Upkeep => &[Formula::Upkeep],
        Metric::Backlog => &[Formula::Backlog],
        Metric::Inheritance => &[Formula::Inheritance, Formula::InheritanceChange],
        Metric::Ledger => &[Formula::Ledger],
        Metric::Co2Account => &[Formula::CarbonAccount],
        Metric::ClimateDamage => &[Formula::Damage],
        Metric::Floors => &[Formula::Floors],
        Metric::FutureShare => &[Formula::FutureShare],
        Metric::NetSavings => &[Formula::WeakLens],
    }
}
