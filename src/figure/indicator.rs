use super::amount::with_unit;
use super::count::counting;
use super::plot::indicator::{Ends, IndicatorPlot, Lens, Target as PlotTarget};
use super::{Telling, outputs, range};
use crate::model::ensemble::Range;
use crate::model::{Direction, Grade, Indicator, IndicatorAt, TargetKind};
use crate::text::{self, IndicatorSaid};

/// The card of one indicator: sentence, drawing, table (Kennzahlkarte).
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The indicator.
    pub index: IndicatorAt,
    /// Name.
    pub name: String,
    /// Change with its sign and the unit of a change; none if untouched.
    pub change: Option<(String, String)>,
    /// The unit of a change; that of a change too small to be told says beside it which way it goes.
    pub change_unit: String,
    /// The change as a count of people, tonnes or places; none if untouched or if nothing is counted.
    pub counted: Option<Counted>,
    /// Whether the change is too small to be told as a number; then its unit says which way it goes.
    pub is_tiny: bool,
    /// Last value with its unit, and its year in words.
    pub last: (String, String),
    /// One sentence with direction, size and horizon.
    pub sentence: String,
    /// The range of the change in words, or of the plan while untouched.
    pub range: String,
    /// Whether the change is small against what the indicator fluctuates by anyway.
    pub is_faint: bool,
    /// Which way is better, in words.
    pub direction: &'static str,
    /// Weakest grade of what the draft does to it; while nothing does, of all effects on it.
    pub grade: Option<Grade>,
    /// Target in words.
    pub target: Option<String>,
    /// The change beside the plan, drawn in its row; none if untouched.
    pub whisker: Option<Whisker>,
    /// The drawing.
    pub plot: IndicatorPlot,
    /// What the drawing shows, for its name.
    pub plot_name: String,
    /// Year, measured, planned, with changes.
    pub rows: Vec<[String; 4]>,
}

/// A change as a count (Zahl statt Quote).
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Count with its sign, two digits.
    pub number: String,
    /// What is counted.
    pub noun: String,
    /// How many there are today, in words.
    pub of: String,
}

/// Where a change and its range lie on the line of their row, in percent of its length (Strich mit Perle).
///
/// The middle is the plan, right of it is more; each row has its own scale, so it tells only whether the range crosses the
/// plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// Lower end of the range.
    pub low: f64,
    /// Upper end of the range.
    pub high: f64,
    /// The change itself.
    pub bead: f64,
}

impl Whisker {
    /// The plan.
    pub const PLAN: f64 = 50.0;
    /// The farthest that anything lies from it.
    const REACH: f64 = 44.0;

    /// Of a change and the ends of its range.
    fn of(change: f64, [low, high]: [f64; 2]) -> Self {
        let farthest = [change, low, high].iter().fold(0.0, |far: f64, it| far.max(it.abs()));
        let at = |value: f64| if farthest > 0.0 { Self::PLAN + Self::REACH * value / farthest } else { Self::PLAN };
        Self { low: at(low), high: at(high), bead: at(change) }
    }
}

impl Card {
    /// Whether it moved.
    pub fn is_moved(&self) -> bool {
        self.change.is_some()
    }

    /// The number in the card's head with its unit: the count that changes, else the change, else the last value.
    pub fn headline(&self) -> (&str, &str) {
        if let Some(counted) = &self.counted {
            return (&counted.number, &counted.noun);
        }
        let (number, unit) = self.change.as_ref().unwrap_or(&self.last);
        (number, unit)
    }

    /// What stands below the name: what the number is of, of how many, and how sure it is. The change in the unit is told in
    /// "Verstehen".
    pub fn brief(&self) -> String {
        let noun = self.headline().1;
        let of = self.counted.as_ref().map_or_else(|| noun.to_owned(), |it| format!("{noun}, {}", it.of));
        format!("{of} \u{b7} {}", self.range)
    }
}

/// The card of an indicator.
pub fn indicator(it: Telling<'_>, index: IndicatorAt) -> Option<Card> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let subject: &Indicator = town.indicators.get(index)?;
    let path = it.projection.course.indicators.get(index)?;
    let last = subject.series.last()?;
    let unit = lang.of(&subject.unit);
    let change_unit = if unit == "%" { texts.percentage_points } else { unit };
    let (plan, scenario, change) = (*path.reference.value.last()?, *path.value.last()?, *path.shown.last()?);
    let moved = change != 0.0;
    let is_tiny = moved && change.abs() < range::least(subject);
    let range = range::range_of(&it, index).filter(|range| range.is_moved() == moved);
    let decimals = match range.filter(|_| moved && !is_tiny).and_then(|range| range::decimals(&range.change)) {
        // Digits follow what is known; a change is never rounded away while it can be said.
        Some(decimals) => decimals.max(text::change_decimals(change, 0).saturating_sub(1)),
        None if is_tiny => range::least_decimals(subject),
        None if moved => text::change_decimals(change, subject.decimals),
        None => subject.decimals.min(2),
    };
    let levels = text::level_decimals(plan, scenario, change, decimals);
    // A flat path reads like the value it starts from.
    let level = if moved { text::number } else { text::trimmed };
    let value = |number: f64| with_unit(&level(number, levels, lang), unit);
    let last_text = with_unit(&text::trimmed(last.value, subject.decimals, lang), unit);

    let mut shown = text::signed(change, decimals, lang);
    let mut shown_unit = change_unit.to_owned();
    let mut size = (texts.roughly)(&with_unit(&shown.replace(['+', '\u{2212}'], ""), change_unit));
    if is_tiny {
        let bound = text::number(range::least(subject), decimals, lang);
        size = (texts.under)(&with_unit(&bound, change_unit));
        shown = (texts.under)(&bound);
        shown_unit = (texts.doors.more_or_less)(change_unit, change > 0.0);
    }
    let sentence = (texts.indicator)(&IndicatorSaid {
        name: lang.of(&subject.name),
        last: last_text.clone(),
        last_year: last.year.0,
        horizon: town.horizon.0,
        plan: value(plan),
        scenario: value(scenario),
        change: moved.then_some(size),
        rises: change > 0.0,
        direction: subject.direction,
    });
    // A unit may end with a full stop of its own ("je 1.000 Einw.").
    let sentence = sentence.replace("..", ".");
    let target = subject.target.as_ref().map(|target| {
        let label = (texts.target)(
            &with_unit(&text::trimmed(target.value, subject.decimals, lang), unit),
            target.year.map(|year| year.0),
        );
        match target.kind {
            TargetKind::Official => label,
            TargetKind::Orientation => format!("{label} ({})", texts.orientation),
        }
    });
    let years = &it.projection.years;
    let along = |path: &[f64]| years.iter().map(|year| year.as_f64()).zip(path.iter().copied()).collect::<Vec<_>>();
    let plot = IndicatorPlot {
        measured: subject.series.iter().map(|it| (it.year.as_f64(), it.value)).collect(),
        plan: along(&path.reference.value),
        scenario: moved.then(|| along(&path.value)),
        range: range.map(bands).unwrap_or_default(),
        target: subject.target.as_ref().map(|target| PlotTarget {
            value: target.value,
            label: (texts.target)(&text::trimmed(target.value, subject.decimals, lang), None),
            year: target.year.map(|year| year.as_f64()),
        }),
        first_label: subject.series.first().map(|it| it.year.to_string()).unwrap_or_default(),
        last_measured_label: last.year.to_string(),
        end_label: town.horizon.to_string(),
        lens: Lens {
            plan,
            plan_label: text::number(plan, levels, lang),
            scenario: moved.then(|| (scenario, text::number(scenario, levels, lang))),
            range: range.filter(|_| moved).map(|it| range::ends(&it.change).map(|change| plan + change)),
            step: 10f64.powi(-i32::try_from(decimals).unwrap_or(0)),
        },
        higher_is_better: subject.direction == Direction::Higher,
    };
    Some(Card {
        index,
        name: lang.of(&subject.name).to_owned(),
        change: moved.then_some((shown, shown_unit)),
        change_unit: change_unit.to_owned(),
        is_tiny,
        last: (last_text, (texts.last_value)(last.year.0, last.basis, last.is_local)),
        sentence,
        counted: if moved { counted(it, index, change) } else { None },
        range: range::short(it, index, if moved { change_unit } else { unit }, moved, subject.decimals),
        is_faint: moved && range.is_some_and(Range::is_faint),
        direction: (texts.direction)(subject.direction),
        whisker: moved.then(|| Whisker::of(change, range.map_or([change; 2], |it| [it.change.low, it.change.high]))),
        grade: grade_on(it, index),
        target,
        plot,
        plot_name: (texts.chart)(lang.of(&subject.name), town.horizon.0),
        rows: rows(it, subject, index, levels),
    })
}

/// The weakest grade of what the draft does to an indicator; while nothing does, of all that is known to move it.
pub fn grade_on(it: Telling<'_>, index: IndicatorAt) -> Option<Grade> {
    let moved = it.town.chain.weakest(index, |measure| it.projection.course.is_moved(measure));
    moved.or_else(|| it.town.chain.weakest(index, |_| true))
}

/// The range over the years: of the scenario, which is that of the plan while nothing moved.
fn bands(range: &Range) -> Vec<(f64, Ends)> {
    range.scenario.iter().map(|(year, band)| (year.as_f64(), range::ends(band))).collect()
}

/// The change as a count at the horizon; none where nothing is counted, or less than can be said.
fn counted(it: Telling<'_>, index: IndicatorAt, change: f64) -> Option<Counted> {
    let noun = it.lang.of(&it.town.chain.counts.get(index)?.as_ref()?.noun).to_owned();
    let counting = counting(it, index)?;
    let (size, is_below) = outputs::counted(change * counting.per_unit, it.lang);
    let sign = if change < 0.0 { '\u{2212}' } else { '+' };
    let today = text::rounded(counting.today, it.lang);
    (!is_below).then(|| Counted { number: format!("{sign}{size}"), of: (it.texts().of_today)(&today), noun })
}

/// Measured years and every fifth year of the model, start and horizon included.
fn rows(it: Telling<'_>, subject: &Indicator, index: IndicatorAt, decimals: usize) -> Vec<[String; 4]> {
    let number = |value: f64| text::number(value, decimals, it.lang);
    let none = || "–".to_owned();
    let measured = subject
        .series
        .iter()
        .map(|row| [row.year.to_string(), text::trimmed(row.value, subject.decimals, it.lang), none(), none()]);
    let Some(path) = it.projection.course.indicators.get(index) else { return measured.collect() };
    let modelled = it
        .projection
        .years
        .iter()
        .zip(path.reference.value.iter().zip(&path.value))
        .filter(|(year, _)| year.0.is_multiple_of(5) || **year == it.town.year || **year == it.town.horizon)
        .map(|(year, (plan, scenario))| [year.to_string(), none(), number(*plan), number(*scenario)]);
    measured.chain(modelled).collect()
}
