use super::Telling;
use crate::model::fiscal::{BudgetLaw, Outcome, Resilience, Shock, resilience};
use crate::model::{IndicatorAt, Money, Year};
use crate::text::{self, ResilienceSaid};

/// A value as planned, and with the scenario if it differs (Wertepaar).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// As planned.
    pub plan: String,
    /// With the scenario; empty if it is the same.
    pub new: String,
}

/// A row of the table: without a shock, then one per shock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResilienceRow {
    /// Name of the shock.
    pub name: String,
    /// Worst year, reserves at the end, how long they last, recovery, what the law asks for, indicators hit.
    pub cells: [Pair; 6],
}

/// How plan and scenario stand shocks (Krisentest).
#[derive(Clone, Debug, PartialEq)]
pub struct ResilienceFigure {
    /// The answer first.
    pub sentence: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// The table.
    pub rows: Vec<ResilienceRow>,
}

/// What a shock assumes, ready to read.
#[derive(Clone, Debug, PartialEq)]
pub struct ShockFigure {
    /// Name.
    pub name: String,
    /// What happens, its burden, indicators it moves, what a reader must know.
    pub lines: Vec<String>,
    /// How firm it is.
    pub basis: &'static str,
    /// Where it comes from, what comes back of it too, and the addresses.
    pub sources: Vec<(String, String)>,
}

/// The table of shocks in words.
pub fn resilience_figure(it: Telling<'_>) -> ResilienceFigure {
    let texts = it.texts();
    let rows = resilience(it.town, it.scenario);
    let last = it.town.reserves.iter().map(|it| it.year).max().unwrap_or(it.town.year);
    let words = (texts.law_words)(&BudgetLaw::of(it.town));
    let under = |is_met: fn(&Outcome) -> bool| {
        let count = |side: fn(&Resilience) -> &Outcome| {
            rows.iter().filter(|row| row.shock.is_some() && is_met(side(row))).count()
        };
        (count(|row| &row.plan), count(|row| &row.scenario))
    };
    let year = |it: &Outcome| it.due.map(|(year, _)| year.0);
    let first = |side: fn(&Resilience) -> &Outcome| {
        rows.iter().filter(|row| row.shock.is_some()).filter_map(|row| year(side(row))).min()
    };
    let calm = rows.iter().find(|row| row.shock.is_none());
    let said = ResilienceSaid {
        shocks: it.town.shocks.len(),
        due: under(|it| it.due.is_some()),
        first: (first(|row| &row.plan), first(|row| &row.scenario)),
        calm: (calm.and_then(|row| year(&row.plan)), calm.and_then(|row| year(&row.scenario))),
        gone: under(|it| it.gone.is_some()),
        last: last.0,
        is_moved: it.scenario.is_moved(),
    };
    ResilienceFigure {
        sentence: if rows.is_empty() {
            (texts.resilience_unknown)(&it.town.short_name)
        } else {
            (texts.resilience_said)(&said, &words)
        },
        head: (texts.resilience_head)(last.0, &words).to_vec(),
        rows: rows.iter().map(|row| told(it, row, last)).collect(),
    }
}

fn told(it: Telling<'_>, row: &Resilience, last: Year) -> ResilienceRow {
    let texts = it.texts();
    let shock = row.shock.and_then(|index| it.town.shocks.get(index));
    let pair = |say: &dyn Fn(&Outcome) -> String| {
        let (plan, new) = (say(&row.plan), say(&row.scenario));
        let new = if new == plan { String::new() } else { (texts.resilience_new)(&new) };
        Pair { plan, new }
    };
    let reserves = |side: &Outcome| match side.gone {
        Some(year) => (texts.resilience_gone)(year.0),
        None => text::amount(Money::from_euros(side.left), it.lang),
    };
    // A year in which they are used up is none for which they lasted; none is invented beyond the plan.
    let lasting = |side: &Outcome| {
        let until = side.gone.unwrap_or(last.plus(1));
        let years = u16::try_from(until.since(it.town.year)).unwrap_or(u16::MAX);
        (texts.resilience_last)(years, side.gone.is_some())
    };
    let struck = match (shock, hits_said(it, &row.hits)) {
        (None, _) => texts.resilience_no_shock.to_owned(),
        (Some(_), said) if said.is_empty() => texts.resilience_no_hits.to_owned(),
        (Some(_), said) => said,
    };
    // What a shock does to indicators is the same for plan and scenario.
    let struck = Pair { plan: struck, new: String::new() };
    let amount = |side: &Outcome| text::signed_amount(Money::from_euros(side.worst.1), it.lang);
    let worst = |side: &Outcome| (texts.resilience_worst)(side.worst.0.0, &amount(side));
    let mut worsts = pair(&worst);
    if !worsts.new.is_empty() && row.plan.worst.0 == row.scenario.worst.0 {
        // The year stands above already.
        worsts.new = (texts.resilience_new)(&amount(&row.scenario));
    }
    let recovered = match (shock, row.recovered) {
        (None, _) => texts.resilience_no_shock.to_owned(),
        (Some(_), Some(year)) => year.to_string(),
        (Some(_), None) => (texts.resilience_not_until)(it.town.horizon.0),
    };
    // The burden is the same for plan and scenario.
    let recovered = Pair { plan: recovered, new: String::new() };
    let due = |side: &Outcome| match side.due {
        Some((year, _)) => year.to_string(),
        None => texts.resilience_not_due.to_owned(),
    };
    ResilienceRow {
        name: shock.map_or(texts.resilience_calm, |shock| it.lang.of(&shock.name)).to_owned(),
        cells: [worsts, pair(&reserves), pair(&lasting), recovered, pair(&due), struck],
    }
}

/// What each shock assumes and where that comes from.
pub fn shock_figures(it: Telling<'_>) -> Vec<ShockFigure> {
    let rows = resilience(it.town, it.scenario);
    it.town
        .shocks
        .pairs()
        .map(|(index, shock)| {
            let hits = rows.iter().find(|row| row.shock == Some(index)).map_or(&[][..], |row| &row.hits);
            shock_figure(it, shock, hits)
        })
        .collect()
}

fn shock_figure(it: Telling<'_>, shock: &Shock, hits: &[(IndicatorAt, f64)]) -> ShockFigure {
    let (lang, texts) = (it.lang, it.texts());
    let full = shock.burden(it.town);
    let at = |amount: f64| text::amount(Money::from_euros(full * amount / shock.amount), lang);
    let ends = if shock.amount < 0.0 { (shock.range.1, shock.range.0) } else { shock.range };
    let mut lines =
        vec![lang.of(&shock.what).to_owned(), (texts.resilience_burden)(&at(shock.amount), &at(ends.0), &at(ends.1))];
    lines.extend(shock.returned.as_ref().map(|back| {
        let percent = format!("{}\u{a0}%", text::trimmed(back.part * 100.0, 1, lang));
        (texts.resilience_returned)(&percent, &text::trimmed(back.delay, 1, lang))
    }));
    let said = hits_said(it, hits);
    if !said.is_empty() {
        lines.push((texts.resilience_hits)(&said));
    }
    lines.push(lang.of(&shock.note).to_owned());
    let keys = std::iter::once(&shock.source).chain(shock.returned.as_ref().map(|it| &it.source));
    let sources =
        keys.filter_map(|key| it.town.source(key)).map(|it| (lang.of(&it.text).to_owned(), it.url.clone())).collect();
    ShockFigure { name: lang.of(&shock.name).to_owned(), lines, basis: (texts.basis)(shock.basis), sources }
}

/// Indicators hit, with their changes at full strength; empty if none.
fn hits_said(it: Telling<'_>, hits: &[(IndicatorAt, f64)]) -> String {
    let said = hits.iter().filter_map(|(index, change)| {
        let indicator = it.town.indicators.get(*index)?;
        let decimals = text::change_decimals(change.abs(), indicator.decimals);
        Some(format!("{}\u{a0}{}", it.lang.of(&indicator.name), text::signed(*change, decimals, it.lang)))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Which shocks the page reckons with; empty without any.
pub fn shocks_on(it: Telling<'_>) -> String {
    let names = shock_names(it);
    if names.is_empty() { names } else { (it.texts().resilience_on)(&names) }
}

/// The same beside the meter, and what they strike.
pub fn shocks_struck(it: Telling<'_>) -> String {
    let names = shock_names(it);
    if names.is_empty() { names } else { (it.texts().resilience_struck)(&names) }
}

fn shock_names(it: Telling<'_>) -> String {
    let names = it.scenario.shocks.iter().filter_map(|index| it.town.shocks.get(*index));
    let names: Vec<&str> = names.map(|shock| it.lang.of(&shock.name)).collect();
    names.join(", ")
}
