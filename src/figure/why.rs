use super::Telling;
use super::summary::descending;
use crate::model::ensemble::SPILL_GRADE;
use crate::model::explain::Cause;
use crate::model::{Grade, IndicatorAt, LeverAt};
use crate::text;

/// What a contribution rests on (Beleg).
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Key of the row, by which links find it.
    pub id: String,
    /// The sentence a citizen reads.
    pub sentence: String,
    /// How much of a euro works and how firm both steps are, or how strong a spill-over is.
    pub number: String,
    /// What limits it.
    pub caveat: String,
    /// Grade.
    pub grade: Option<Grade>,
    /// Author, title, year.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// How it was read.
    pub seen: &'static str,
}

/// One row of the table of contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyRow {
    /// Where it comes from, in words.
    pub label: String,
    /// Change in the unit with its sign.
    pub value: String,
    /// Exact contribution in logit points.
    pub points: String,
    /// Length of its bar in percent, and whether it points up.
    pub bar: (f64, bool),
    /// What it rests on.
    pub evidence: Vec<Evidence>,
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
    /// Sum of the rows in the unit, and in logit points.
    pub sum: (String, String),
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
    pub evidence: Vec<Evidence>,
}

/// The explanation of one indicator.
pub fn why(it: Telling<'_>, index: IndicatorAt) -> Option<Why> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let subject = town.indicators.get(index)?;
    let explanation = it.projection.explanations.get(index)?;
    let card = super::indicator(it, index)?;
    let digits = text::change_decimals(explanation.change, subject.decimals).max(subject.decimals) + 1;
    let value = |number: f64| text::signed(number, digits, lang);
    let points = |number: f64| text::signed(number, 6, lang);
    let evidence_of = |lever: LeverAt| -> Vec<Evidence> {
        let rows = town.effects.iter().filter(|row| row.lever == lever && row.indicator == Some(index));
        rows.map(|row| evidence(it, row)).collect()
    };
    let largest = explanation.rows.iter().map(|row| row.logit.abs()).fold(0.0, f64::max);
    let order = descending(&explanation.rows.iter().map(|row| row.logit.abs()).collect::<Vec<_>>());
    let contributions = order.into_iter().filter_map(|at| explanation.rows.get(at));
    let rows: Vec<WhyRow> = contributions
        .map(|row| {
            let (label, evidence) = match row.cause {
                Cause::Lever(lever) => {
                    let name = town.levers.get(lever).map_or("", |lever| lang.of(&lever.name));
                    ((texts.why_lever)(name), evidence_of(lever))
                }
                Cause::Indicator(from) => {
                    let name = town.indicators.get(from).map_or("", |other| lang.of(&other.name));
                    let reasons = town.spillovers.iter().enumerate();
                    let reasons = reasons.filter(|(_, spill)| spill.from == from && spill.to == index);
                    let evidence = reasons.map(|(at, spill)| Evidence {
                        id: super::method::spillover_id(at),
                        sentence: lang.of(&spill.reason).to_owned(),
                        number: (texts.method.score)(&text::signed(spill.score, 0, lang)),
                        caveat: String::new(),
                        grade: Some(SPILL_GRADE),
                        source: spill.source.clone(),
                        url: String::new(),
                        seen: (texts.seen)(spill.seen),
                    });
                    ((texts.why_through)(name), evidence.collect())
                }
                Cause::Pending => (texts.why_pending.to_owned(), Vec::new()),
            };
            let length = if largest > 0.0 { row.logit.abs() / largest * 100.0 } else { 0.0 };
            WhyRow {
                label,
                value: value(row.value),
                points: points(row.logit),
                bar: (length, row.value > 0.0),
                evidence,
            }
        })
        .collect();
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
    Some(Why {
        title: (texts.why_title)(lang.of(&subject.name), town.horizon.0, explanation.logit != 0.0),
        name: card.name,
        sentence: card.sentence,
        certainty: super::certainty(it, index)?,
        unit: card.change.map_or_else(|| lang.of(&subject.unit).to_owned(), |(_, unit)| unit),
        rows,
        sum: (value(explanation.change), points(explanation.logit)),
        definition: lang.of(&subject.definition).to_owned(),
        note: lang.of(&subject.note).to_owned(),
        sources,
        target: match (&card.target, &subject.target) {
            (Some(said), Some(target)) => format!("{said}. {}: {}", texts.source, target_source(target)),
            _ => texts.no_target.to_owned(),
        },
        lag: (town.is_moved_by_money(index) && subject.reaction.delay > 0.0).then(|| {
            // Three time constants: 95 % have arrived.
            let years = (subject.reaction.delay * 3.0).ceil();
            (texts.why_lag)(&text::whole(years, lang))
        }),
        evidence: town.effects.iter().filter(|row| row.indicator == Some(index)).map(|row| evidence(it, row)).collect(),
    })
}

fn evidence(it: Telling<'_>, row: &crate::model::Effect) -> Evidence {
    Evidence {
        id: row.id.clone(),
        sentence: it.lang.of(&row.sentence).to_owned(),
        number: super::method::number(row, it.lang),
        caveat: it.lang.of(&row.caveat).to_owned(),
        grade: Some(row.grade),
        source: row.source.clone(),
        url: row.url.clone(),
        seen: (it.texts().seen)(row.seen),
    }
}
