//! The way from money to an indicator, step by step.

use super::amount::with_unit;
use super::count::counting;
use super::departments::{listed_first, quoted};
use super::evidence::{counts_itself, effect_row, exact, link_row, measure_row};
use super::outputs::counted;
use super::plot::indicator::Ends;
use super::plot::way::WayPlot;
use super::range::{change_decimals, ends};
use super::row::Row;
use super::{Card, Telling};
use crate::model::chain::{self, Members, Way};
use crate::model::ensemble::{Range, select};
use crate::model::{Grade, IndicatorAt, Money, Year};
use crate::text::{self, WayWords};

/// The ends of a range as the drawings want them: a tenth, a quarter, three quarters and nine tenths.
const SHARES: [f64; 4] = [0.1, 0.25, 0.75, 0.9];

/// How many other ways are named; of the rest it says how many.
const NAMED: usize = 3;

/// A step of the way (Wegschritt): a value, what made it, and how well that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct WayStep {
    /// What kind of step it is.
    pub kind: String,
    /// The value without its sign.
    pub value: String,
    /// What it is of, and whether that is more or less.
    pub noun: String,
    /// What the step before was divided or multiplied by.
    pub operation: String,
    /// What else to know, possibly empty.
    pub beside: String,
    /// The range of the value.
    pub range: String,
    /// How well the number is known, where it is an effect.
    pub grade: Option<Grade>,
    /// How firm the number is, where it is none; possibly empty.
    pub basis: &'static str,
    /// Author, title, year; possibly empty.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// Key of its row among all evidence, and what the row is called.
    pub row: Option<(String, String)>,
    /// The piece of the picture.
    pub plot: WayPlot,
    /// The value itself, with its sign.
    pub exact: f64,
}

/// What all steps are told from.
pub(super) struct Told<'a> {
    pub it: Telling<'a>,
    pub words: &'static WayWords,
    pub way: &'a Way,
    pub ways: usize,
    pub index: IndicatorAt,
    pub card: &'a Card,
}

impl Told<'_> {
    /// The change of the indicator in its unit at the horizon.
    pub fn shown(&self) -> f64 {
        let change = self.it.projection.course.indicators.get(self.index);
        change.and_then(|it| it.shown.last()).copied().unwrap_or(0.0)
    }

    /// The change of its count by all ways.
    pub fn all(&self) -> f64 {
        let change = self.it.projection.course.indicators.get(self.index);
        change.and_then(|it| it.count.last()).copied().unwrap_or(0.0)
    }

    pub fn year(&self, t: usize) -> u16 {
        self.it.projection.years.get(t).copied().unwrap_or(Year(0)).0
    }

    pub fn horizon(&self) -> u16 {
        self.it.town.horizon.0
    }

    /// What an indicator's count is of.
    pub fn noun(&self, at: IndicatorAt) -> &str {
        let count = self.it.town.chain.counts.get(at).and_then(Option::as_ref);
        count.map_or("", |it| self.it.lang.of(&it.noun))
    }

    /// A size of what an indicator counts.
    pub fn size(&self, at: IndicatorAt, count: f64) -> String {
        let is_itself = self.it.town.chain.counts.get(at).and_then(Option::as_ref).is_none_or(counts_itself);
        // What the headline says has its digits.
        let is_headline = at == self.index && count == self.all() && !self.it.projection.nears_end(at);
        if let Some((number, _)) = self.card.change.as_ref().filter(|_| is_itself && is_headline) {
            bare(number)
        } else if is_itself {
            // The ends of its range have the digits that they have beside the headline.
            let own = (at == self.index).then(|| change_decimals(&self.it, at));
            let said = text::number(count.abs(), own.unwrap_or(text::change_decimals(count, 0)), self.it.lang);
            let is_nothing = count != 0.0 && !said.contains(|it| ('1'..='9').contains(&it));
            if is_nothing { self.it.texts().nearly_none.to_owned() } else { said }
        } else {
            self.things(count)
        }
    }

    /// A number of things, or that it is less than can be said.
    pub fn things(&self, count: f64) -> String {
        let (size, is_below) = counted(count, self.it.lang);
        if count == 0.0 {
            text::whole(0.0, self.it.lang)
        } else if is_below {
            (self.it.texts().under)(&size)
        } else {
            size
        }
    }

    /// What a measure's units are called: one or many.
    pub fn units(&self, count: &str) -> &str {
        let measure = self.it.town.chain.measures.get(self.way.measure);
        measure.map_or("", |it| self.it.lang.of(if count == "1" { &it.one } else { &it.many }))
    }

    /// The range in words: sizes where both ends go the way of the value, else with their signs.
    fn range(&self, value: f64, [low, .., high]: Ends, said: impl Fn(f64) -> String) -> String {
        let signed = |it: f64| format!("{}{}", if it < 0.0 { '\u{2212}' } else { '+' }, said(it));
        let is_one_way = low >= 0.0;
        let mut sides = [low, high].map(|part| part * value);
        if !is_one_way {
            sides.sort_unstable_by(f64::total_cmp);
        }
        let [low, high] = sides;
        let (low, high) = if is_one_way { (said(low), said(high)) } else { (signed(low), signed(high)) };
        (self.it.texts().range_change)(&self.it.between(low, high))
    }

    /// A step that a number of the catalogue leads to.
    fn by(&self, row: Option<Row>) -> WayStep {
        let row = row.as_ref();
        WayStep {
            kind: String::new(),
            value: String::new(),
            noun: String::new(),
            operation: String::new(),
            beside: String::new(),
            range: String::new(),
            grade: row.and_then(|it| it.grade),
            basis: "",
            source: row.map(|it| it.source.clone()).unwrap_or_default(),
            url: row.map(|it| it.url.clone()).unwrap_or_default(),
            row: row.map(|it| (it.id.clone(), it.title.clone())),
            plot: WayPlot { here: [1.0; 4], next: [1.0; 4], is_first: false, reach: 0.0 },
            exact: 0.0,
        }
    }

    /// All steps in their order.
    pub fn steps(&self, members: &Members) -> Option<Vec<WayStep>> {
        let along = members.along(self.way, &self.it.projection.course);
        let mut steps = vec![self.money(), self.thing(&along.bought)?];
        steps.extend(self.stock(&along.arrived));
        steps.extend(self.between(&along.handed));
        steps.push(self.effect(&along.count));
        let range = self.it.ranges.get(self.index).filter(|it| it.is_moved());
        let last = steps.last().map_or([1.0; 4], |it| it.plot.here);
        steps.extend(self.together(range, last));
        steps.extend(self.rate(range, last));
        let reach = steps.iter().flat_map(|it| it.plot.here).map(|part| (part - 1.0).abs()).fold(0.0, f64::max);
        let next: Vec<Ends> = steps.iter().skip(1).map(|it| it.plot.here).collect();
        for (at, step) in steps.iter_mut().enumerate() {
            let next = next.get(at).copied().unwrap_or(step.plot.here);
            step.plot = WayPlot { next, is_first: at == 0, reach, ..step.plot.clone() };
        }
        Some(steps)
    }

    fn money(&self) -> WayStep {
        let (way, words) = (self.way, self.words);
        let span = (self.year(way.span.0), self.year(way.span.1));
        WayStep {
            kind: words.money.to_owned(),
            value: text::about(Money::from_euros(way.euros.abs()), self.it.lang),
            noun: (words.years)(span.0, span.1, way.is_even, way.euros > 0.0),
            operation: words.decided.to_owned(),
            range: words.exactly.to_owned(),
            exact: way.euros,
            ..self.by(None)
        }
    }

    fn thing(&self, members: &[f64]) -> Option<WayStep> {
        let (way, words, lang) = (self.way, self.words, self.it.lang);
        let measure = self.it.town.chain.measures.get(way.measure)?;
        let value = self.things(way.bought);
        let parts = parts(members, way.bought);
        Some(self.with(
            WayStep {
                kind: words.thing.to_owned(),
                noun: (words.things)(self.units(&value), way.bought > 0.0),
                operation: (words.by_price)(&text::amount(Money::from_euros(measure.unit_cost), lang)),
                range: self.range(way.bought, parts, |it| self.things(it)),
                basis: (self.it.texts().basis)(measure.basis),
                exact: way.bought,
                value,
                ..self.by(Some(measure_row(self.it.town, way.measure, measure, lang)))
            },
            parts,
        ))
    }

    /// How many have gathered, and of how many of these the effect has arrived; none where that is what a year buys.
    fn stock(&self, members: &[f64]) -> Option<WayStep> {
        let (way, words, lang) = (self.way, self.words, self.it.lang);
        let measure = self.it.town.chain.measures.get(way.measure)?;
        let value = self.things(way.arrived);
        let is_lasting = measure.life > 1.0;
        if way.arrived == 0.0 || way.arrived == way.bought || !is_lasting && value == self.things(way.bought) {
            return None;
        }
        let (parts, year) = (parts(members, way.arrived), self.year(way.t));
        let working = self.things(way.working);
        let is_there = working == value;
        let noun = if is_there { words.in_stock } else { words.acting };
        let factor = way.arrived / way.bought;
        let factor = if is_lasting { text::rounded(factor, lang) } else { text::trimmed(factor, 2, lang) };
        let lasts = is_lasting.then(|| (words.lasts)(&exact(measure.life, lang)));
        let arriving = (!is_there).then(|| (words.arriving)(&working, year));
        let row = measure_row(self.it.town, way.measure, measure, lang);
        Some(self.with(
            WayStep {
                kind: if is_lasting { (words.stock)(year) } else { (words.in_effect)(year) },
                noun: noun(self.units(&value), year, way.arrived > 0.0),
                operation: (words.times)(&factor, is_lasting),
                beside: lasts.into_iter().chain(arriving).collect::<Vec<_>>().join(" "),
                range: self.range(way.arrived, parts, |it| self.things(it)),
                exact: way.arrived,
                value,
                ..self.by(Some(Row { source: String::new(), url: String::new(), ..row }))
            },
            parts,
        ))
    }

    /// What the units do to an indicator.
    fn acting(&self, on: IndicatorAt) -> (String, Option<Row>) {
        let chain = &self.it.town.chain;
        let effect = chain.effects.iter().find(|it| it.measure == self.way.measure && it.indicator == Some(on));
        let row = effect.map(|it| effect_row(self.it.town, 0, it, self.it.lang));
        let factor = self.way.per_unit.map(|it| (self.words.times_units)(&exact(it, self.it.lang)));
        (factor.unwrap_or_else(|| self.words.on_several.to_owned()), row)
    }

    /// The indicator that hands it on.
    fn between(&self, members: &[f64]) -> Option<WayStep> {
        let (via, handed) = self.way.via.zip(self.way.handed)?;
        let (operation, row) = self.acting(via);
        let (parts, year) = (parts(members, handed), self.year(self.way.t));
        // Where it reaches the indicator on other ways as well, the factor alone would not lead there.
        let own = self.way.per_unit.map_or(0.0, |it| it * self.way.arrived);
        let is_own = (own - handed).abs() <= handed.abs() * 1e-6;
        let kind = self.words.between.to_owned();
        Some(self.with(
            WayStep {
                kind: format!("{kind} {year}"),
                value: self.size(via, handed),
                noun: (self.words.changed)(self.noun(via), handed > 0.0),
                operation: if is_own { operation } else { self.words.on_several.to_owned() },
                range: self.range(handed, parts, |it| self.size(via, it)),
                exact: handed,
                ..self.by(row)
            },
            parts,
        ))
    }

    /// What the way changes in the indicator's count.
    fn effect(&self, members: &[f64]) -> WayStep {
        let (way, parts) = (self.way, parts(members, self.way.count));
        let links = &self.it.town.chain.links;
        let link =
            way.via.and_then(|via| links.iter().enumerate().find(|(_, it)| it.from == via && it.to == self.index));
        let (operation, row) = match link {
            Some((at, link)) => {
                let factor = exact(link.per_count, self.it.lang);
                ((self.words.times_link)(&factor), Some(link_row(self.it.town, at, link, self.it.lang)))
            }
            None => self.acting(self.index),
        };
        self.with(
            WayStep {
                kind: format!("{} {}", self.words.effect, self.horizon()),
                value: self.size(self.index, way.count),
                noun: (self.words.changed)(self.noun(self.index), way.count > 0.0),
                operation,
                range: self.range(way.count, parts, |it| self.size(self.index, it)),
                exact: way.count,
                ..self.by(row)
            },
            parts,
        )
    }

    /// All ways together; none where there is one.
    fn together(&self, range: Option<&Range>, before: Ends) -> Option<WayStep> {
        let all = self.all();
        if self.ways < 2 {
            return None;
        }
        let rest = all - self.way.count;
        let sign = if rest < 0.0 { '\u{2212}' } else { '+' };
        let parts = range.map_or(before, |it| of_value(ends(&it.change), self.shown()));
        let pending = || self.it.texts().range_pending.to_owned();
        Some(self.with(
            WayStep {
                kind: self.words.together.to_owned(),
                value: self.size(self.index, all),
                noun: (self.words.changed)(self.noun(self.index), all > 0.0),
                operation: (self.words.further)(&self.others(), &format!("{sign}{}", self.size(self.index, rest))),
                range: range.map_or_else(pending, |_| self.range(all, parts, |it| self.size(self.index, it))),
                exact: all,
                ..self.by(None)
            },
            parts,
        ))
    }

    /// What leads there as well, the largest first: measures, and what handed their change on.
    fn others(&self) -> String {
        let (town, lang, texts) = (self.it.town, self.it.lang, self.it.texts());
        let mut rows = self.it.projection.why(self.index, self.way.t).rows;
        rows.retain(|row| (row.measure, row.via) != (self.way.measure, self.way.via));
        rows.sort_by(|a, b| b.count.abs().total_cmp(&a.count.abs()));
        let name = |row: &chain::Row| {
            let measure = quoted(town.chain.measures.get(row.measure).map_or("", |it| lang.of(&it.name)), texts);
            let via = row.via.and_then(|at| town.indicators.get(at)).map(|it| quoted(lang.of(&it.name), texts));
            via.map_or_else(|| measure.clone(), |via| (self.words.handed_on)(&measure, &via))
        };
        listed_first(&rows.iter().map(name).collect::<Vec<_>>(), NAMED, texts)
    }

    /// The change in the unit of the indicator; none where the count is that.
    fn rate(&self, range: Option<&Range>, before: Ends) -> Option<WayStep> {
        counting(self.it, self.index)?;
        let (words, lang, shown) = (self.words, self.it.lang, self.shown());
        let count = self.it.town.chain.counts.get(self.index)?.as_ref()?;
        let base = *self.it.projection.equations.subjects.get(self.index)?.base.last()?;
        let (number, _) = self.card.change.as_ref()?;
        let source = self.it.town.source(&count.source);
        let parts = range.map_or(before, |it| of_value(ends(&it.change), shown));
        let digits = change_decimals(&self.it, self.index);
        let is_nothing = |said: &str| !said.contains(|it| ('1'..='9').contains(&it));
        let end = |it: f64| {
            let said = text::number(it.abs(), digits, lang);
            if it != 0.0 && is_nothing(&said) { self.it.texts().nearly_none.to_owned() } else { said }
        };
        let pending = || self.it.texts().range_pending.to_owned();
        let is_short = self.it.projection.nears_end(self.index);
        Some(self.with(
            WayStep {
                kind: words.indicator.to_owned(),
                value: with_unit(&bare(number), &self.card.change_unit),
                noun: (words.in_unit)(&self.card.name, self.horizon(), shown > 0.0),
                operation: (words.of_base)(&text::whole(base, lang)),
                beside: if is_short { format!("{}.", self.it.texts().scale_ends) } else { String::new() },
                range: range.map_or_else(pending, |_| self.range(shown, parts, end)),
                basis: (self.it.texts().basis)(count.basis),
                source: source.map(|it| lang.of(&it.text).to_owned()).unwrap_or_default(),
                exact: shown,
                ..self.by(None)
            },
            parts,
        ))
    }

    fn with(&self, step: WayStep, here: Ends) -> WayStep {
        WayStep { plot: WayPlot { here, ..step.plot.clone() }, ..step }
    }
}

/// The range of members as parts of the value.
fn parts(members: &[f64], value: f64) -> Ends {
    select(members, SHARES, |it| it).map_or([1.0; 4], |ends| of_value(ends, value))
}

/// Ends as parts of the value; divided by less than nothing, the lower one is the higher.
fn of_value(ends: Ends, value: f64) -> Ends {
    let mut parts = ends.map(|end| end / value);
    parts.sort_unstable_by(f64::total_cmp);
    parts
}

/// A number without its sign.
pub(super) fn bare(number: &str) -> String {
    number.replace(['+', '\u{2212}'], "")
}
