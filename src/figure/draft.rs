use super::Telling;
use super::goal::short_goal_name;
use crate::model::{Cell, LeverAt, MeasureAt, Town, Year};
use crate::scenario::{Expected, Opened, Refused, Subject, Warning};
use crate::text::{self, Lang};

/// So many names are told of what a draft brought; of the others, how many.
const NAMES: usize = 5;

/// What to say of a draft that was opened: its name, and what did not fit (geöffneter Entwurf).
pub fn opened_said(town: &Town, opened: &Opened, lang: Lang) -> String {
    unfitting_said(town, opened, (lang.texts().loaded)(&opened.name), lang)
}

/// What to say of the draft with which the page was left: what did not fit, nothing if all did.
pub fn resumed_said(town: &Town, opened: &Opened, lang: Lang) -> String {
    if opened.warnings.is_empty() {
        return String::new();
    }
    unfitting_said(town, opened, lang.texts().resumed.to_owned(), lang)
}

/// What was said before, and what did not fit.
pub(super) fn unfitting_said(town: &Town, opened: &Opened, mut said: String, lang: Lang) -> String {
    let texts = lang.texts();
    let (from, to) = (town.first_year.0, town.horizon.0);
    let subject = |subject: &Subject| named(town, subject, lang);
    // Each kind of warning in a sentence of its own; the names come in the order of the keys.
    let mut kinds: [Vec<String>; 6] = Default::default();
    let [unknown, limited, rounded, added, cut, gone] = &mut kinds;
    let mut older = None;
    for warning in &opened.warnings {
        match warning {
            Warning::OlderModel(year) => older = Some(year.0),
            Warning::Unknown(key) => unknown.push(key.clone()),
            Warning::Limited(it) => limited.push(subject(it)),
            Warning::Rounded(it) => rounded.push(subject(it)),
            Warning::Added(it) => added.push(subject(it)),
            Warning::CutYears(it) => cut.push(subject(it)),
            Warning::NoYears(it) => gone.push(subject(it)),
        }
    }
    let list = |names: &[String]| match names.get(..NAMES) {
        Some(first) if names.len() > NAMES => (texts.and_more)(&first.join(", "), names.len() - NAMES),
        _ => names.join(", "),
    };
    let [unknown, limited, rounded, added, cut, gone] = kinds.map(|names| list(&names));
    if let Some(year) = older {
        said = format!("{said} {}", (texts.older_model)(year));
    }
    let mut add = |names: &str, sentence: String| {
        if !names.is_empty() {
            said.push(' ');
            said.push_str(&sentence);
        }
    };
    add(&limited, (texts.limited)(&limited));
    add(&rounded, (texts.rounded)(&rounded));
    add(&added, (texts.added)(&added));
    add(&cut, (texts.cut_years)(&cut, from, to));
    add(&gone, (texts.no_years)(&gone, from, to));
    add(&unknown, (texts.unknown)(&unknown));
    said
}

/// Why a draft was refused; `town_name` names the town behind the key of another budget (abgelehnter Entwurf).
pub fn refused_said(town: &Town, refused: &Refused, town_name: &dyn Fn(&str) -> String, lang: Lang) -> String {
    let texts = lang.texts();
    let kinds = &texts.expected_kinds;
    match refused {
        Refused::TooLarge => texts.too_large.to_owned(),
        Refused::OtherFormat => texts.not_a_file.to_owned(),
        Refused::Newer(_) => texts.newer.to_owned(),
        Refused::OtherPack(pack) => (texts.other_town)(&town_name(pack)),
        Refused::Unreadable { line, column, key, expected } => {
            let what = match expected {
                Expected::Json => texts.broken_off.to_owned(),
                Expected::KnownKey => (texts.unknown_key)(key),
                Expected::Once => (texts.key_twice)(key),
                Expected::Key => (texts.key_missing)(key),
                Expected::Either(other) => (texts.both_missing)(key, other),
                Expected::Apart(other) => (texts.keys_apart)(key, other),
                Expected::Text => (texts.expected)(key, kinds.text),
                Expected::Number => (texts.expected)(key, kinds.number),
                Expected::Whole => (texts.expected)(key, kinds.whole),
                Expected::Year => (texts.expected)(key, kinds.year),
                Expected::List => (texts.expected)(key, kinds.list),
                Expected::Object => (texts.expected)(key, kinds.object),
            };
            format!("{} {} {what}", texts.not_a_file, (texts.at_place)(*line, *column))
        }
        Refused::TwoSpans { subject, spans } => {
            let [one, other] = spans.map(|(from, to)| (texts.years)(from.0, to.0));
            (texts.two_spans)(&named(town, subject, lang), &one, &other)
        }
        Refused::Doubled { subject } => (texts.doubled)(&named(town, subject, lang)),
        Refused::TwoMultipliers { tax } => (texts.two_multipliers)(&named(town, &Subject::Tax(tax.clone()), lang)),
    }
}

fn named(town: &Town, subject: &Subject, lang: Lang) -> String {
    let (key, name) = match subject {
        Subject::Lever(key) => (key, town.levers.iter().find(|it| it.id == *key).map(|it| &it.name)),
        Subject::Measure(key) => (key, town.chain.measures.iter().find(|it| it.id == *key).map(|it| &it.name)),
        Subject::Tax(key) => (key, town.taxes.iter().find(|it| it.id == *key).map(|it| &it.name)),
    };
    name.map_or_else(|| key.clone(), |name| lang.of(name).to_owned())
}

/// The years of a cell's change where they are not all that it is moved for as a rule; empty otherwise (Zeitraum).
pub fn span_note(it: Telling<'_>, cell: Cell) -> String {
    years_note(it, spans_said(it, |other| other == cell))
}

/// The same for a whole lever.
pub(super) fn lever_note(it: Telling<'_>, lever: LeverAt) -> String {
    years_note(it, spans_said(it, |other| other.lever == lever))
}

fn years_note(it: Telling<'_>, years: String) -> String {
    if years.is_empty() { years } else { format!("{} ", (it.texts().years_of_change)(&years)) }
}

/// Where else a lever is moved, seen from one of its goals, and by how much together; empty where nowhere else
/// (anderswo bewegt).
pub fn elsewhere_note(it: Telling<'_>, cell: Cell) -> String {
    let others = it.scenario.moves.keys().filter(|other| other.lever == cell.lever && **other != cell);
    let [open, close] = it.texts().quotes;
    let named = |other: &Cell| format!("{open}{}{close}", short_goal_name(it.town, other.purpose, it.lang));
    let names: Vec<String> = others.map(named).collect();
    if names.is_empty() {
        return String::new();
    }
    let together = text::signed_about(it.scenario.of_lever(cell.lever), it.lang);
    (it.texts().bench.lever_elsewhere)(&names.join(", "), &together)
}

/// The same for a measure that is moved by itself.
pub fn given_note(it: Telling<'_>, at: MeasureAt) -> String {
    years_note(it, given_span(it, at))
}

/// The years of a measure's change where they are not all that it is moved for as a rule; empty otherwise.
pub(super) fn given_span(it: Telling<'_>, at: MeasureAt) -> String {
    let usual = (it.town.first_year, it.town.last_year_of(at));
    let moved = it.scenario.measures.get(&at).map(|it| (it.from, it.to)).filter(|span| *span != usual);
    let said = |(from, to): (Year, Year)| (it.texts().only_years)(&(it.texts().years)(from.0, to.0));
    moved.map_or_else(String::new, said)
}

/// The years of some of what was moved, as far as they differ from the rule.
pub(super) fn spans_said(it: Telling<'_>, is_meant: impl Fn(Cell) -> bool) -> String {
    let texts = it.texts();
    let (mut spans, mut usual) = (Vec::new(), 0);
    for (cell, moved) in it.scenario.moves.iter().filter(|(cell, _)| is_meant(**cell)) {
        let last = it.town.last_year(cell.lever);
        match (moved.from, moved.to) {
            (from, to) if from == it.town.first_year && to == last => usual += 1,
            (from, to) => spans.push((from, to, to <= last)),
        }
    }
    let Some((from, to, is_shorter)) = spans.first().copied() else { return String::new() };
    if spans.iter().any(|span| *span != (from, to, is_shorter)) {
        return texts.several_spans.to_owned();
    }
    let years = (texts.years)(from.0, to.0);
    match (usual, is_shorter) {
        (0, true) => (texts.only_years)(&years),
        (0, false) => years,
        _ => (texts.partly_years)(&years),
    }
}
