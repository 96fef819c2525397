use super::Telling;
use crate::model::Money;
use crate::model::fairness::{FloorPath, Light, Metric, Pair, Profile, Savings, Upkeep, profile};
use crate::model::fiscal::BudgetLaw;
use crate::text::{self, MetricsMoved};

/// A metric in words (Maß).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfileRow {
    /// Question it answers.
    pub question: &'static str,
    /// How it stands against its limit, empty without one.
    pub light: &'static str,
    /// Whether the limit is not kept.
    pub is_broken: bool,
    /// Value as planned, or why there is none.
    pub plan: String,
    /// What the scenario changes, empty if nothing.
    pub change: String,
    /// Better, worse, as planned.
    pub word: &'static str,
}

/// A floor of nature in words: name, today, planned and new at the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct FloorRow {
    /// The four cells; the last three are the reason, alone, where nothing is computed.
    pub cells: [String; 4],
    /// Whether the pack has the figures.
    pub is_computed: bool,
}

/// The profile of the generations (Profil G1 bis G11).
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileFigure {
    /// The worst light and what it falls on.
    pub headline: String,
    /// How many metrics move which way.
    pub moved: String,
    /// Every metric.
    pub rows: Vec<ProfileRow>,
    /// Head of the floors.
    pub floors_head: [String; 4],
    /// Floors in the order of the pack.
    pub floors: Vec<FloorRow>,
    /// What a reader must know of the changes.
    pub note: String,
    /// Strong and weak view side by side.
    pub lenses: String,
}

/// What changes by less than this part of itself is hardly changed.
const HARDLY: f64 = 0.001;

/// What a change is worth (Urteil).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Better,
    Worse,
    /// Less than a thousandth of what it changes.
    Hardly,
    /// None is passed: it only stands beside the others.
    Comparison,
    /// None is passed.
    None,
}

/// A change in words and what it is worth; nothing if untouched.
type Told = Option<(String, Verdict)>;

/// All metrics as a table, no score.
pub fn profile_figure(it: Telling<'_>) -> ProfileFigure {
    let texts = it.texts();
    let found = profile(it.town, it.scenario, it.projection);
    let said = Said { it, found: &found };
    let mut moved = MetricsMoved::default();
    let row = |metric: Metric| {
        let (plan, told) = said.told(metric);
        let (word, count) = match told.as_ref().map(|(_, verdict)| *verdict) {
            Some(Verdict::Better) => (texts.better, &mut moved.better),
            Some(Verdict::Worse) => (texts.worse, &mut moved.worse),
            Some(Verdict::Hardly) => (texts.hardly, &mut moved.hardly),
            Some(Verdict::Comparison) => (texts.comparison, &mut moved.without),
            Some(Verdict::None) => ("", &mut moved.without),
            None if plan.is_none() => ("", &mut moved.without),
            None => (texts.like_planned, &mut moved.same),
        };
        *count += 1;
        let light = found.light(metric);
        ProfileRow {
            question: (texts.metric)(metric),
            light: light.map_or("", texts.light),
            is_broken: light == Some(Light::Broken),
            plan: plan.unwrap_or_else(|| (texts.not_computed)(&(texts.no_figures)(&it.town.short_name))),
            change: told.map(|(change, _)| change).unwrap_or_default(),
            word,
        }
    };
    let rows: Vec<ProfileRow> = Metric::ALL.into_iter().map(row).collect();
    let worst: Vec<&str> = rows.iter().filter(|row| row.is_broken).map(|row| row.question).collect();
    ProfileFigure {
        headline: if worst.is_empty() { texts.profile_none_worst.to_owned() } else { (texts.profile_worst)(&worst) },
        moved: if !it.scenario.is_moved() {
            (texts.profile_untouched)(rows.len() - moved.without, rows.len())
        } else {
            (texts.profile_moved)(&moved)
        },
        rows,
        floors_head: (texts.floors_head)(it.town.horizon.0),
        floors: said.floors(),
        note: (texts.profile_note)(it.town.horizon.0, &said.percent(HARDLY, 1)),
        lenses: said.lenses(),
    }
}

/// Puts the metrics of a profile into words.
struct Said<'a> {
    it: Telling<'a>,
    found: &'a Profile,
}

impl Said<'_> {
    /// A metric as planned, none without its figures, and what the scenario changes of it.
    fn told(&self, metric: Metric) -> (Option<String>, Told) {
        match metric {
            Metric::OwnMeans => self.own_means(),
            Metric::Reach => self.reach(),
            Metric::Upkeep => self.upkeep(),
            Metric::Backlog => self.backlog(),
            Metric::Inheritance => self.inheritance(),
            Metric::Ledger => self.ledger(),
            Metric::Co2Account => self.co2(),
            Metric::ClimateDamage => self.damage(),
            Metric::Floors => self.nature(),
            Metric::FutureShare => self.future(),
            Metric::NetSavings => self.savings(),
        }
    }

    fn percent(&self, share: f64, decimals: usize) -> String {
        format!("{}\u{a0}%", text::number(share * 100.0, decimals, self.it.lang))
    }

    fn euros(&self, value: f64, decimals: usize) -> String {
        text::with_euro(&text::number(value, decimals, self.it.lang), self.it.lang)
    }

    /// Euros with no more than two digits.
    fn rounded(&self, value: f64) -> String {
        text::with_euro(&text::rounded(value, self.it.lang), self.it.lang)
    }

    fn about(&self, euros: f64) -> String {
        text::about(Money::from_euros(euros), self.it.lang)
    }

    fn signed(&self, euros: f64) -> String {
        text::signed_about(Money::from_euros(euros), self.it.lang)
    }

    /// A change of euros per head, with the digits it needs.
    fn per_head(&self, euros: f64) -> String {
        text::with_euro(&self.it.change(euros, text::change_decimals(euros, 0).min(2)), self.it.lang)
    }

    /// A change of a share in percentage points; good if it rises.
    fn points(&self, it: Pair) -> Told {
        let (change, points) = (it.change(), it.change() * 100.0);
        let told = self.it.change(points, text::change_decimals(points, 1));
        judged(change, it.plan, (self.it.texts().points)(&told), change > 0.0)
    }

    fn own_means(&self) -> (Option<String>, Told) {
        let Some(own) = self.found.own_means else { return (None, None) };
        let (coverage, per_head) = (self.percent(own.coverage.plan, 1), self.euros(own.per_head.plan, 0));
        let plan = (self.it.texts().own_means)(own.year.0, &coverage, &per_head);
        let change = own.per_head.change();
        (Some(plan), moved(change, self.per_head(change), change > 0.0))
    }

    fn reach(&self) -> (Option<String>, Told) {
        let Some(reach) = self.found.reach else { return (None, None) };
        let words = (self.it.texts().law_words)(&BudgetLaw::of(self.it.town));
        let said = |side: &crate::model::fairness::Reach| {
            let limit = side.limit.map(|year| year.0);
            (self.it.texts().reach)(limit, reach.last.0, &self.about(side.general), &words)
        };
        let change = reach.scenario.general - reach.plan.general;
        let told = if reach.scenario.limit == reach.plan.limit { self.signed(change) } else { said(&reach.scenario) };
        (Some(said(&reach.plan)), moved(change, told, change > 0.0))
    }

    fn upkeep(&self) -> (Option<String>, Told) {
        let Some(kept) = self.found.upkeep else { return (None, None) };
        let (times, it) = (|value: f64| text::number(value, 1, self.it.lang), kept.plan);
        let (years, weakest) = ((it.years.0.0, it.years.1.0), (it.weakest.0.0, &*times(it.weakest.1)));
        let of = |it: Upkeep| it.real.unwrap_or(it.ratio);
        let change = of(kept.scenario) - of(it);
        let told = self.it.change(change, text::change_decimals(change, 1));
        (Some((self.it.texts().upkeep)(&times(of(it)), years, weakest)), judged(change, of(it), told, change > 0.0))
    }

    fn backlog(&self) -> (Option<String>, Told) {
        let finance = &self.it.town.finance;
        let Some((it, per_head)) = self.found.backlog.zip(finance.backlog_per_head.as_ref()) else {
            return (None, None);
        };
        let plan = (self.it.texts().backlog)(&self.about(it.today), (self.it.texts().basis)(per_head.basis));
        (Some(plan), judged(it.change, it.today, self.signed(it.change), it.change < 0.0))
    }

    fn inheritance(&self) -> (Option<String>, Told) {
        let it = self.found.inheritance;
        // The sum of today may be missing while the change is known; a change without its plan would say too little.
        let Some((today, change)) = it.today.zip(it.change) else { return (None, None) };
        let plan = (self.it.texts().per_child)(&self.about(today));
        (Some(plan), judged(change, today, self.signed(change), change < 0.0))
    }

    fn ledger(&self) -> (Option<String>, Told) {
        let values = || self.it.projection.groups.iter().map(|group| group.per_head);
        let (low, high) = values().fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)));
        let told = self.it.between(self.per_head(low), self.per_head(high));
        let is_moved = values().any(|it| it != 0.0);
        let texts = self.it.texts();
        let plan = if is_moved { texts.ledger_plan } else { texts.generations_untouched };
        (Some(plan.to_owned()), is_moved.then_some((told, Verdict::None)))
    }

    fn co2(&self) -> (Option<String>, Told) {
        let (Some(it), start) = (self.found.co2, self.it.town.year) else { return (None, None) };
        let year = |years: f64| start.0.saturating_add(years.max(0.0) as u16);
        let left = it.left.map(|(left, year)| (self.percent(left.plan, 0), year.0));
        let left = left.as_ref().map(|(share, year)| (share.as_str(), *year));
        let plan = (self.it.texts().used_up)(it.plan.map(year), self.it.town.horizon.0, left);
        let days = it.scenario.zip(it.plan).map_or(0.0, |(with, without)| (with - without) * 365.25);
        let told = self.it.change(days, text::change_decimals(days, 0).min(2));
        let left = it.plan.unwrap_or(0.0) * 365.25;
        (Some(plan), judged(days, left, (self.it.texts().days)(&told), days > 0.0))
    }

    fn damage(&self) -> (Option<String>, Told) {
        let Some((now, change)) = self.found.damage else { return (None, None) };
        let plan = (self.it.texts().damage)(&self.about(now.low), &self.about(now.high));
        let told = self.it.between(self.signed(change.low), self.signed(change.high));
        let told = (self.it.texts().damage_change)(self.it.town.horizon.0, &told);
        // The plan's figure is of one year, the change of all.
        let all = now.tonnes * self.it.projection.years.len() as f64;
        (Some(plan), judged(change.tonnes, all, told, change.tonnes < 0.0))
    }

    /// The lowest floor at the horizon and its name.
    fn lowest(&self) -> Option<(Pair, &str)> {
        let strong = self.found.strong()?;
        let named = self.it.town.fairness.floors.iter().zip(&self.found.floors);
        let lowest = named.filter_map(|(floor, path)| Some((floor, path.as_ref()?))).min_by(|a, b| {
            let by = |it: &(_, &FloorPath)| it.1.status.scenario;
            by(a).total_cmp(&by(b))
        })?;
        Some((strong, self.it.lang.of(&lowest.0.name)))
    }

    fn nature(&self) -> (Option<String>, Told) {
        let Some((strong, name)) = self.lowest() else { return (None, None) };
        let plan = (self.it.texts().nature)(&self.percent(strong.plan, 0), name, self.it.town.horizon.0);
        (Some(plan), self.points(strong))
    }

    fn future(&self) -> (Option<String>, Told) {
        let Some(it) = self.found.future else { return (None, None) };
        (Some(self.percent(it.plan, 1)), self.points(it))
    }

    fn savings(&self) -> (Option<String>, Told) {
        let Some(it) = self.found.savings else { return (None, None) };
        let plan = (self.it.texts().savings)(&self.rounded(it.high), &self.rounded(it.low));
        (Some(plan), self.savings_change(it).map(|told| (told, Verdict::Comparison)))
    }

    /// What the scenario changes in the weak view, a range; none if nothing.
    fn savings_change(&self, it: Savings) -> Option<String> {
        let (low, high) = (it.change_low.min(it.change_high), it.change_low.max(it.change_high));
        (low != 0.0 || high != 0.0).then(|| self.it.between(self.per_head(low), self.per_head(high)))
    }

    fn floors(&self) -> Vec<FloorRow> {
        let (lang, texts, town) = (self.it.lang, self.it.texts(), self.it.town);
        let row = |(floor, path): (&crate::model::fairness::Floor, &Option<FloorPath>)| {
            let name = lang.of(&floor.name).to_owned();
            let indicator = floor.measure.and_then(|it| town.indicators.get(it.indicator));
            let Some((path, indicator)) = path.zip(indicator) else {
                let reason = (texts.not_computed)(lang.of(&floor.reason));
                return FloorRow { cells: [name, reason, String::new(), String::new()], is_computed: false };
            };
            let cell = |value: f64, status: f64| {
                let light = Light::of(status <= 0.0, status < 1.0);
                let value = text::number(value, indicator.decimals.min(2), lang);
                format!("{value} {}: {}", lang.of(&indicator.unit), (texts.floor_word)(light))
            };
            FloorRow {
                is_computed: true,
                cells: [
                    name,
                    cell(path.today, path.status_today),
                    cell(path.value.plan, path.status.plan),
                    cell(path.value.scenario, path.status.scenario),
                ],
            }
        };
        town.fairness.floors.iter().zip(&self.found.floors).map(row).collect()
    }

    fn lenses(&self) -> String {
        let Some(((strong, name), weak)) = self.lowest().zip(self.found.savings) else { return String::new() };
        let said = (&*self.rounded(weak.high), &*self.rounded(weak.low));
        let change = self.savings_change(weak);
        (self.it.texts().lenses)((&self.percent(strong.scenario, 0), name), said, change.as_deref())
    }
}

/// A change of exact money with its words, if it is one.
fn moved(change: f64, told: String, is_good: bool) -> Told {
    (change != 0.0).then_some((told, if is_good { Verdict::Better } else { Verdict::Worse }))
}

/// A change of something that rests on assumptions, which its smallest changes drown in.
fn judged(change: f64, size: f64, told: String, is_good: bool) -> Told {
    let hardly = |verdict| if change.abs() < size.abs() * HARDLY { Verdict::Hardly } else { verdict };
    moved(change, told, is_good).map(|(told, verdict)| (told, hardly(verdict)))
}
