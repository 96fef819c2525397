//! One indicator explained from the beginning: its number as the headline, and the way of the money read aloud.

use super::amount::with_unit;
use super::count::counting;
use super::goal::goal_name;
use super::summary::{descending, order, strongest};
use super::way::{Told, WayStep, bare};
use super::{Telling, indicator};
use crate::model::chain::Members;
use crate::model::{Choice, IndicatorAt, Money, Purpose, Town};
use crate::scenario::Touched;
use crate::text::{self, AloudSaid};

/// One indicator explained from the beginning (Verstehen).
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The indicator.
    pub index: IndicatorAt,
    /// The goal that it belongs to.
    pub goal: String,
    /// The number of the headline; empty while nothing moved.
    pub number: String,
    /// What it is of.
    pub noun: String,
    /// The rest of the headline.
    pub rest: String,
    /// The way, read aloud, or how it stands today.
    pub aloud: String,
    /// The steps; none while nothing moved.
    pub steps: Vec<WayStep>,
    /// That other ways lead there too, if they do.
    pub others: String,
}

/// The indicator to explain where nobody has chosen one: what the last move changes most, else what changes most.
pub fn subject(it: Telling<'_>, last: Option<Touched>) -> Option<IndicatorAt> {
    let of_choice = |choice: Choice| {
        let (measure, end) = (it.town.bought_by(choice)?, it.projection.end());
        let part = |at: &IndicatorAt| {
            let subject = it.projection.equations.subjects.get(*at)?;
            let own = it.projection.own(*at, end, |other| other == measure);
            Some(subject.in_unit(own, end).abs() / (subject.scale.best - subject.scale.worst).abs())
        };
        let parts = it.town.indicators.places().filter_map(|at| Some((at, part(&at)?)));
        parts.filter(|(_, part)| *part > 0.0).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
    };
    let by_last = match last {
        Some(Touched::Cell(cell) | Touched::Lever(cell)) => of_choice(Choice::Everyday(cell)),
        Some(Touched::Measure(at)) => of_choice(Choice::Own(at)),
        Some(Touched::Purpose(purpose)) => strongest(it, purpose),
        Some(Touched::Tax(_)) | None => None,
    };
    by_last.filter(|at| it.projection.is_moved(*at)).or_else(|| order(it).first().copied())
}

/// The indicators in the order of their goals, for a list to choose from: each goal with its own.
pub fn subjects(town: &Town) -> Vec<(Purpose, Vec<IndicatorAt>)> {
    let of = |field| town.indicators.pairs().filter(move |(_, it)| it.field == field).map(|(at, _)| at).collect();
    let all = town.fields.places().map(|field| (Purpose::Field(field), of(field)));
    all.filter(|(_, own): &(Purpose, Vec<IndicatorAt>)| !own.is_empty()).collect()
}

/// An indicator explained: the headline, the way read aloud, and its steps.
pub fn insight(it: Telling<'_>, members: &Members, index: IndicatorAt) -> Option<Insight> {
    let (town, words, texts) = (it.town, &it.lang.method().way, it.texts());
    let (subject, card) = (town.indicators.get(index)?, indicator(it, index)?);
    let goal = goal_name(town, Purpose::Field(subject.field), it.lang);
    let number = town.fields.get(subject.field).map(|it| it.number);
    let goal = (words.of_goal)(number, &goal);
    let end = it.projection.end();
    let contribution = it.projection.why(index, end);
    let sizes: Vec<f64> = contribution.rows.iter().map(|row| row.count.abs()).collect();
    let largest = descending(&sizes).first().and_then(|at| contribution.rows.get(*at));
    let way = largest.and_then(|row| it.projection.equations.way(&it.projection.course, index, row, end));
    let (Some(way), true) = (way, card.is_moved()) else {
        let (last, when) = &card.last;
        let calm = if it.scenario.is_moved() { texts.why_nothing } else { words.nothing_moved };
        return Some(Insight {
            index,
            goal,
            number: String::new(),
            noun: String::new(),
            rest: (words.today)(&card.name, last, when),
            aloud: format!("{calm} {}", card.sentence),
            steps: Vec::new(),
            others: String::new(),
        });
    };
    let ways = contribution.rows.len();
    let told = Told { it, words, way: &way, ways, index, card: &card };
    let [number, noun, rest] = told.headline();
    Some(Insight {
        index,
        goal,
        number,
        noun,
        rest,
        aloud: told.aloud()?,
        steps: told.steps(members)?,
        others: if ways > 1 { (words.largest)(ways) } else { String::new() },
    })
}

impl Told<'_> {
    /// The number of the headline, and what it is of.
    fn headline(&self) -> [String; 3] {
        let is_more = self.shown() > 0.0;
        match (&self.card.counted, &self.card.change) {
            (Some(it), _) => [bare(&it.number), it.noun.clone(), (self.words.counted)(&it.of, is_more)],
            (None, Some((number, _))) => {
                let (last, when) = &self.card.last;
                let of = format!("{last}, {when}");
                [bare(number), self.card.change_unit.clone(), (self.words.uncounted)(&self.card.name, &of, is_more)]
            }
            (None, None) => [String::new(), String::new(), self.card.name.clone()],
        }
    }

    fn aloud(&self) -> Option<String> {
        let (way, words) = (self.way, self.words);
        let measure = self.it.town.chain.measures.get(way.measure)?;
        let count = self.things(way.bought);
        let together = (measure.life > 1.0 && way.working != 0.0).then(|| self.things(way.working));
        let until = self.year(way.span.1);
        let all = format!("{}{}", if self.shown() < 0.0 { '\u{2212}' } else { '+' }, self.size(self.index, self.all()));
        let in_unit = counting(self.it, self.index).and(self.card.change.as_ref());
        let in_unit = in_unit.map(|(number, unit)| with_unit(number, unit));
        Some((words.aloud)(&AloudSaid {
            money: &text::about(Money::from_euros(way.euros.abs()), self.it.lang),
            is_more: way.euros > 0.0,
            until: (until < self.horizon()).then(|| (self.year(way.span.0), until)),
            is_even: way.is_even,
            noun: self.units(&count),
            count: &count,
            together: together.as_deref(),
            horizon: self.horizon(),
            effect: &self.size(self.index, way.count),
            effect_noun: self.noun(self.index),
            is_effect_more: way.count > 0.0,
            further: (self.ways > 1).then(|| (self.ways - 1, all.as_str())),
            in_unit: in_unit.as_deref(),
        }))
    }
}
