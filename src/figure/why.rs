use super::Telling;
use super::amount::with_unit;
use super::count::counting;
use super::evidence::{effect_row, link_row, measure_row};
use super::row::Row;
use super::summary::descending;
use crate::model::chain::Row as Contribution;
use crate::model::{Grade, IndicatorAt, MeasureAt};
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
    /// Its bar.
    pub bar: Bar,
    /// Weakest grade of what it rests on, prices aside.
    pub grade: Option<Grade>,
    /// What it rests on.
    pub evidence: Vec<Row>,
}

/// A bar that begins where the one before it ends, in percent of the width (Wasserfall).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Where its left end is.
    pub left: f64,
    /// How long it is.
    pub length: f64,
    /// Whether it is more.
    pub is_more: bool,
}

/// Why an indicator moved, and where its figures come from (Warum).
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What moved it most, in one sentence; empty where nothing did.
    pub answer: String,
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
    /// The value as planned, and what it is with the changes.
    pub levels: [String; 2],
    /// The bar of the sum; it begins at the plan.
    pub sum_bar: Bar,
    /// Where the plan stands, in percent of the width.
    pub plan_at: f64,
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
    /// Everything known about effects on it, moved or not, and what else its rows rest on.
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
    let sorted: Vec<&Contribution> =
        descending(&sizes).into_iter().filter_map(|at| contribution.rows.get(at)).collect();
    let fall = Waterfall::of(sorted.iter().map(|row| row.shown));
    let told = |(row, from): (&&Contribution, &f64)| {
        let evidence = evidence(it, index, row);
        WhyRow {
            label: label(it, row),
            value: value(row.shown),
            exact: exact(row.count),
            bar: fall.bar(*from, row.shown),
            grade: evidence.iter().filter_map(|it| it.grade).max(),
            evidence,
        }
    };
    let rows: Vec<WhyRow> = sorted.iter().zip(&fall.starts).map(told).collect();
    let words = &lang.method().way;
    let answer = match (sorted.first(), sorted.len()) {
        (None, _) => String::new(),
        (Some(row), 1) => (words.why_one)(&name(it, row.measure)),
        (Some(row), all) => (words.why_most)(&name(it, row.measure), &value(row.shown), all, &value(shown)),
    };
    let rows_on = town.chain.effects.iter().enumerate().filter(|(_, row)| row.indicator == Some(index));
    let links_to = town.chain.links.iter().enumerate().filter(|(_, link)| link.to == index);
    let mut known: Vec<Row> = rows_on
        .map(|(at, row)| effect_row(town, at, row, lang))
        .chain(links_to.map(|(at, link)| link_row(town, at, link, lang)))
        .collect();
    for row in rows.iter().flat_map(|it| &it.evidence) {
        if known.iter().all(|it| it.id != row.id) {
            known.push(row.clone());
        }
    }
    let noun = town.chain.counts.get(index).and_then(Option::as_ref).map(|it| lang.of(&it.noun));
    let counts = noun.filter(|_| counting(it, index).is_some()).unwrap_or_else(|| lang.of(&subject.unit));
    let not_yet = contribution.not_yet.iter().map(|row| (texts.why_not_yet)(&name(it, row.measure), &exact(row.count)));
    let mut sources: Vec<String> = Vec::new();
    for measured in &subject.series {
        let text = town.source(&measured.source).map_or(measured.source.as_str(), |source| lang.of(&source.text));
        let line = format!("{} ({})", text, (texts.basis)(measured.basis));
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    let target_source = |target: &crate::model::Target| {
        town.source(&target.source).map_or(&*target.source, |source| lang.of(&source.text)).to_owned()
    };
    let delay = town.chain.on(index).map(|it| it.delay).fold(0.0, f64::max);
    Some(Why {
        answer,
        levels: levels(&card),
        sum_bar: fall.bar(0.0, shown),
        plan_at: fall.place(0.0),
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
        evidence: known,
    })
}

/// The last planned and the last changed value of the card's table, with their unit.
fn levels(card: &super::Card) -> [String; 2] {
    let unit = card.last.0.split_once('\u{a0}').map_or("", |it| it.1);
    let last = card.rows.last().map(|[_, _, plan, changed]| [plan, changed].map(|it| with_unit(it, unit)));
    last.unwrap_or_default()
}

/// Where bars stand that follow each other (Wasserfall).
struct Waterfall {
    starts: Vec<f64>,
    low: f64,
    span: f64,
}

impl Waterfall {
    fn of(steps: impl Iterator<Item = f64>) -> Self {
        let mut ends = vec![0.0];
        for step in steps {
            ends.push(ends.last().copied().unwrap_or(0.0) + step);
        }
        let low = ends.iter().copied().fold(0.0, f64::min);
        let high = ends.iter().copied().fold(0.0, f64::max);
        let span = if high > low { high - low } else { 1.0 };
        ends.pop();
        Self { starts: ends, low, span }
    }

    /// A little room is left at both sides for the marks at the ends.
    fn place(&self, value: f64) -> f64 {
        4.0 + (value - self.low) / self.span * 92.0
    }

    fn bar(&self, from: f64, step: f64) -> Bar {
        let (from, to) = (self.place(from), self.place(from + step));
        Bar { left: from.min(to), length: (to - from).abs(), is_more: step > 0.0 }
    }
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
