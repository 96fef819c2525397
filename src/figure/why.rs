use super::Telling;
use super::count::counting;
use super::evidence::{effect_row, link_row, measure_row};
use super::row::Row;
use super::summary::descending;
use crate::model::chain::Row as Contribution;
use crate::model::{IndicatorAt, MeasureAt};
use crate::text;

/// One row of the table of contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyRow {
    /// Where it comes from, in words.
    pub label: String,
    /// Change in the unit with its sign.
    pub value: String,
    /// Exact change of the count; of what counts nothing, the exact change in the unit.
    pub exact: String,
    /// Length of its bar in percent, and whether it points up.
    pub bar: (f64, bool),
    /// What it rests on.
    pub evidence: Vec<Row>,
}

/// Why an indicator moved, and where its figures come from (Warum).
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// Question with name and horizon.
    pub title: String,
    /// Name of the indicator.
    pub name: String,
    /// The sentence of the card.
    pub sentence: String,
    /// How sure it is.
    pub certainty: super::Certainty,
    /// Unit of the values.
    pub unit: String,
    /// Contributions, the largest first; they sum to the change.
    pub rows: Vec<WhyRow>,
    /// Sum of the rows in the unit, and exactly.
    pub sum: (String, String),
    /// What the exact numbers count.
    pub counts: String,
    /// What has been set off and has not arrived yet, beside the sum: a sentence each.
    pub not_yet: Vec<String>,
    /// What is measured.
    pub definition: String,
    /// Note of the pack, possibly empty.
    pub note: String,
    /// Basis and source of the measured values, without repetitions.
    pub sources: Vec<String>,
    /// Target or its absence.
    pub target: String,
    /// How long it takes, if money moves it.
    pub lag: Option<String>,
    /// Everything known about effects on it, moved or not.
    pub evidence: Vec<Row>,
}

/// The explanation of one indicator.
pub fn why(it: Telling<'_>, index: IndicatorAt) -> Option<Why> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let subject = town.indicators.get(index)?;
    let card = super::indicator(it, index)?;
    let end = it.projection.end();
    let change = it.projection.course.indicators.get(index)?;
    let (shown, count) = (*change.shown.last()?, *change.count.last()?);
    let contribution = it.projection.why(index, end);
    let digits = text::change_decimals(shown, subject.decimals).max(subject.decimals) + 1;
    let exact_digits = text::change_decimals(count, 0) + 2;
    let value = |number: f64| text::signed(number, digits, lang);
    let exact = |number: f64| text::signed(number, exact_digits, lang);
    let sizes: Vec<f64> = contribution.rows.iter().map(|row| row.count.abs()).collect();
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    let told = |row: &Contribution| WhyRow {
        label: label(it, row),
        value: value(row.shown),
        exact: exact(row.count),
        bar: (if largest > 0.0 { row.count.abs() / largest * 100.0 } else { 0.0 }, row.shown > 0.0),
        evidence: evidence(it, index, row),
    };
    let rows = descending(&sizes).into_iter().filter_map(|at| contribution.rows.get(at)).map(told).collect();
    let noun = town.chain.counts.get(index).and_then(Option::as_ref).map(|it| lang.of(&it.noun));
    let counts = noun.filter(|_| counting(it, index).is_some()).unwrap_or_else(|| lang.of(&subject.unit));
    let not_yet = contribution.not_yet.iter().map(|row| (texts.why_not_yet)(&name(it, row.measure), &exact(row.count)));
    let mut sources: Vec<String> = Vec::new();
    for measured in &subject.series {
        let text = town.source(&measured.source).map_or(measured.source.as_str(), |source| source.text.as_str());
        let line = format!("{} ({})", text, (texts.basis)(measured.basis));
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    let target_source = |target: &crate::model::Target| {
        town.source(&target.source).map_or(target.source.clone(), |source| source.text.clone())
    };
    let delay = town.chain.on(index).map(|it| it.delay).fold(0.0, f64::max);
    let rows_on = town.chain.effects.iter().enumerate().filter(|(_, row)| row.indicator == Some(index));
    let links_to = town.chain.links.iter().enumerate().filter(|(_, link)| link.to == index);
    Some(Why {
        title: (texts.why_title)(lang.of(&subject.name), town.horizon.0, shown != 0.0),
        name: card.name,
        sentence: card.sentence,
        certainty: super::certainty(it, index)?,
        unit: card.change.map_or_else(|| lang.of(&subject.unit).to_owned(), |(_, unit)| unit),
        rows,
        sum: (value(shown), exact(count)),
        counts: counts.to_owned(),
        not_yet: not_yet.collect(),
        definition: lang.of(&subject.definition).to_owned(),
        note: lang.of(&subject.note).to_owned(),
        sources,
        target: match (&card.target, &subject.target) {
            (Some(said), Some(target)) => format!("{said}. {}: {}", texts.source, target_source(target)),
            _ => texts.no_target.to_owned(),
        },
        // Three time constants: 95 % have arrived.
        lag: (delay > 0.0).then(|| (texts.why_lag)(&text::whole((delay * 3.0).ceil(), lang))),
        evidence: rows_on
            .map(|(at, row)| effect_row(town, at, row, lang))
            .chain(links_to.map(|(at, link)| link_row(town, at, link, lang)))
            .collect(),
    })
}

fn name(it: Telling<'_>, measure: MeasureAt) -> String {
    it.town.chain.measures.get(measure).map_or("", |measure| it.lang.of(&measure.name)).to_owned()
}

fn label(it: Telling<'_>, row: &Contribution) -> String {
    let measure = name(it, row.measure);
    match row.via.and_then(|via| it.town.indicators.get(via)) {
        Some(via) => (it.texts().why_through)(it.lang.of(&via.name), &measure),
        None => (it.texts().why_direct)(&measure),
    }
}

/// What a row rests on: the price of a unit, and what a unit does or hands on.
fn evidence(it: Telling<'_>, index: IndicatorAt, row: &Contribution) -> Vec<Row> {
    let (chain, lang) = (&it.town.chain, it.lang);
    let price = chain.measures.get(row.measure).map(|measure| measure_row(it.town, row.measure, measure, lang));
    let acts = |to: IndicatorAt| {
        let meant = chain
            .effects
            .iter()
            .enumerate()
            .filter(move |(_, effect)| effect.measure == row.measure && effect.indicator == Some(to));
        meant.map(|(at, effect)| effect_row(it.town, at, effect, lang)).collect::<Vec<_>>()
    };
    let steps = match row.via {
        None => acts(index),
        Some(via) => {
            let links = chain.links.iter().enumerate().filter(|(_, link)| link.from == via && link.to == index);
            links.map(|(at, link)| link_row(it.town, at, link, lang)).chain(acts(via)).collect()
        }
    };
    price.into_iter().chain(steps).collect()
}
