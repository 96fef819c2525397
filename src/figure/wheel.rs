use super::Telling;
use super::plot::wheel::{Sector, WheelPlot};
use crate::model::fairness::{About, Missing, Ring, Segment, wheel};
use crate::model::{Direction, Indicator, IndicatorAt, TargetKind};
use crate::text;

/// Ecological ceiling and social foundation (Zielrad).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WheelFigure {
    /// How many limits are kept, and of how many nothing is known.
    pub sentence: String,
    /// The ceiling, then the foundation.
    pub rings: [Vec<WheelRow>; 2],
    /// The picture.
    pub plot: WheelPlot,
}

/// A segment in words (Zeile).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WheelRow {
    /// Its number in the picture.
    pub number: String,
    /// Its indicator; none where nothing is measured.
    pub to: Option<IndicatorAt>,
    /// What it is about.
    pub name: String,
    /// How it stands.
    pub said: String,
    /// Its bar; none where no limit or no value is known.
    pub bar: Option<WheelBar>,
}

/// How far something is from its limit, percent of the way to the worst end of its scale (Balken).
#[derive(Clone, Debug, PartialEq)]
pub struct WheelBar {
    /// Today.
    pub today: f64,
    /// At the horizon as planned.
    pub plan: f64,
    /// At the horizon with the scenario, if that differs.
    pub changed: Option<f64>,
}

/// All segments with their sentences and the picture.
pub fn wheel_figure(it: Telling<'_>) -> WheelFigure {
    let words = it.lang.products();
    let all = wheel(it.town, it.projection);
    let ring = |wanted: Ring, begin: usize| -> (Vec<WheelRow>, Vec<Sector>) {
        let own = all.iter().filter(|segment| segment.ring == wanted);
        own.zip(begin..).map(|(segment, number)| told(it, segment, number)).unzip()
    };
    let (ceiling, outer) = ring(Ring::Ceiling, 1);
    let (foundation, inner) = ring(Ring::Foundation, ceiling.len() + 1);
    let known: Vec<Missing> = all.iter().filter_map(|segment| segment.missing).collect();
    let kept = known.iter().filter(|it| it.today == 0.0).count();
    WheelFigure {
        sentence: (words.wheel_said)(all.len(), known.len(), kept),
        rings: [ceiling, foundation],
        plot: WheelPlot { ceiling: outer, foundation: inner },
    }
}

fn told(it: Telling<'_>, segment: &Segment<'_>, number: usize) -> (WheelRow, Sector) {
    let lang = it.lang;
    let number = number.to_string();
    let changed = |missing: Missing| (missing.end.change() != 0.0).then_some(missing.end.scenario);
    let (to, name, said) = match segment.about {
        About::Indicator(at, indicator) => {
            (Some(at), lang.of(&indicator.name).to_owned(), said(it, segment, indicator))
        }
        About::Unmeasured(floor) => (None, lang.of(&floor.name).to_owned(), lang.of(&floor.reason).to_owned()),
    };
    let bar = segment.missing.map(|missing| WheelBar {
        today: missing.today * 100.0,
        plan: missing.end.plan * 100.0,
        changed: changed(missing).map(|it| it * 100.0),
    });
    let sector = Sector {
        number: number.clone(),
        missing: segment.missing.map(|missing| (missing.today, missing.end.plan)),
        changed: segment.missing.and_then(changed),
    };
    (WheelRow { number, to, name, said, bar }, sector)
}

/// Value, limit, whether it is kept, and how it goes on.
fn said(it: Telling<'_>, segment: &Segment<'_>, indicator: &Indicator) -> String {
    let (lang, words) = (it.lang, it.lang.products());
    let is_least = indicator.direction == Direction::Higher;
    let unit = lang.of(&indicator.unit);
    let decimals = indicator.decimals.min(2);
    let value = |value: f64| format!("{} {unit}", text::trimmed(value, decimals, lang));
    let limit = segment.limit.map(|limit| {
        let value = value(limit.value);
        if limit.is_floor {
            return (words.safe)(&value, is_least);
        }
        let target = (it.texts().target)(&value, limit.year.map(|it| it.0));
        let is_national = indicator.target.as_ref().is_some_and(|it| it.kind == TargetKind::Orientation);
        if is_national { format!("{target} ({})", it.texts().orientation) } else { target }
    });
    let limit = limit.unwrap_or_else(|| words.no_limit.to_owned());
    let Some((today, end)) = segment.today.zip(segment.end) else {
        return sentences(&[(words.not_measured)(&it.town.short_name), limit]);
    };
    let now = (words.today)(&value(today.value), today.year.0);
    let Some(missing) = segment.missing else { return sentences(&[now, limit]) };
    let verdict = match (missing.today == 0.0, is_least) {
        (true, _) => words.kept,
        (false, true) => words.short,
        (false, false) => words.over,
    };
    let change = end.change();
    let levels = text::level_decimals(end.plan, end.scenario, change, decimals);
    let later = |value: f64| format!("{} {unit}", text::number(value, levels, lang));
    let later = match change == 0.0 {
        true => (words.later)(it.town.horizon.0, &value(end.plan), None),
        false => (words.later)(it.town.horizon.0, &later(end.plan), Some(&later(end.scenario))),
    };
    sentences(&[now, format!("{limit}: {verdict}"), later])
}

/// Several sentences; a unit that ends in a dot ends its sentence.
fn sentences(all: &[String]) -> String {
    let whole = |it: &String| if it.ends_with('.') { it.clone() } else { format!("{it}.") };
    all.iter().map(whole).collect::<Vec<_>>().join(" ")
}
