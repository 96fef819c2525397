//! Rows of evidence of the chain: what a unit costs, what it changes, and what one indicator does to another.

use super::row::{Kind, Row};
use crate::model::ensemble::D_IS_ZERO;
use crate::model::{
    Bilingual, Count, CountBase, CountLink, Finding, Grade, IndicatorAt, Lever, Measure, MeasureAt, MeasureKind, Money,
    OwnNumber, OwnNumberOf, Purpose, Seen, Share, Town, UnitEffect,
};
use crate::text::{self, ChangeSaid, EvidenceSaid, Lang, Method, OwnSaid, PriceSaid};

/// What stands between the addresses of a row of the catalogue.
const BETWEEN: &str = " | ";

/// Key of the row that tells what a unit of a measure costs.
pub(super) fn cost_id(measure: &str) -> String {
    format!("C-{measure}")
}

/// What a unit of a measure changes, or that nothing is known (Zeile einer Wirkung).
///
/// Effects have keys of their own, so their place is not asked for.
pub(super) fn effect_row(town: &Town, _at: usize, it: &UnitEffect, lang: Lang) -> Row {
    let telling = Told { town, lang };
    let (texts, words) = (lang.texts(), telling.words());
    let measure = town.chain.measures.get(it.measure);
    let name = measure.map_or("", |measure| lang.of(&measure.name));
    let subject = it.indicator.and_then(|at| town.indicators.get(at));
    let own = telling.own(OwnNumberOf::PerUnit, &it.id);
    Row {
        id: it.id.clone(),
        title: subject
            .map_or_else(|| (words.acts_on_nothing)(name), |subject| (words.acts_on)(name, lang.of(&subject.name))),
        sentence: lang.of(&it.sentence).to_owned(),
        number: telling.per_unit(it),
        terms: telling.effect_terms(it).join(" "),
        // The reason for a number of the town's own stands among the terms, in both languages.
        arithmetic: own.map_or(lang.of(&it.arithmetic), |_| "").to_owned(),
        caveat: lang.of(&it.caveat).to_owned(),
        grade: Some(it.grade),
        source: lang.of(&it.source).to_owned(),
        url: first(&it.url),
        further: further(&it.url),
        seen: (texts.seen)(it.seen),
        kind: Kind::Effect(it.grade),
        goal: subject.map(|it| it.field).or(measure.map(|it| it.field)).map(Purpose::Field),
        lever: measure.map(|it| it.lever),
    }
}

/// What is known of the effects of a measure: its price, and a row for each indicator that somebody looked at.
pub(super) fn effects_of(town: &Town, measure: MeasureAt, lang: Lang) -> Vec<Row> {
    let price = town.chain.measures.get(measure).map(|it| measure_row(town, measure, it, lang));
    let effects = town.chain.effects.iter().enumerate().filter(|(_, it)| it.measure == measure);
    price.into_iter().chain(effects.map(|(at, it)| effect_row(town, at, it, lang))).collect()
}

/// What one indicator does to another (Zeile einer Verbindung); a pair of indicators is linked once.
pub(super) fn link_row(town: &Town, _at: usize, it: &CountLink, lang: Lang) -> Row {
    let telling = Told { town, lang };
    let (texts, words) = (lang.texts(), telling.words());
    let (from, to) = (town.indicators.get(it.from), town.indicators.get(it.to));
    let [from_id, to_id] = [from, to].map(|it| it.map_or("", |it| it.id.as_str()));
    let [from_name, to_name] = [from, to].map(|it| it.map_or("", |it| lang.of(&it.name)));
    Row {
        id: format!("M-{from_id}-{to_id}"),
        title: (words.acts_on)(from_name, to_name),
        sentence: lang.of(&it.reason).to_owned(),
        number: telling.per_count(it),
        terms: telling.firmness(it.grade, it.range, it.is_borrowed).join(" "),
        arithmetic: String::new(),
        caveat: String::new(),
        grade: Some(it.grade),
        source: lang.of(&it.source).to_owned(),
        url: first(&it.url),
        further: further(&it.url),
        seen: (texts.seen)(it.seen),
        kind: Kind::Link,
        goal: to.map(|subject| Purpose::Field(subject.field)),
        lever: None,
    }
}

/// What a unit of a measure costs, and on what terms (Zeile der Kosten); measures have keys, no place is asked for.
pub(super) fn measure_row(town: &Town, _at: MeasureAt, it: &Measure, lang: Lang) -> Row {
    let telling = Told { town, lang };
    let (texts, words) = (lang.texts(), telling.words());
    let lever = town.levers.get(it.lever).map_or("", |lever| lang.of(&lever.name));
    let (low, high) = it.cost_range;
    let [cost, low, high] = [it.unit_cost, low, high].map(|euros| price(euros, lang));
    Row {
        id: cost_id(&it.id),
        title: (words.cost_of)(lang.of(&it.name)),
        sentence: (words.bought_by)(lever, it.is_usual),
        number: (words.price)(&PriceSaid { one: lang.of(&it.one), cost, low, high, year: it.year, basis: it.basis }),
        terms: telling.measure_terms(it).join(" "),
        arithmetic: String::new(),
        caveat: lang.of(&it.note).to_owned(),
        grade: None,
        source: lang.of(&it.source).to_owned(),
        url: first(&it.url),
        further: further(&it.url),
        seen: (texts.seen)(it.seen),
        kind: Kind::Cost,
        goal: Some(Purpose::Field(it.field)),
        lever: Some(it.lever),
    }
}

/// How much of the evidence has a number, and of how much the source itself was read (Stand der Belege).
pub fn evidence_said(town: &Town, lang: Lang) -> String {
    let effects = &town.chain.effects;
    let count = |is: &dyn Fn(&UnitEffect) -> bool| effects.iter().filter(|it| is(it)).count();
    let costs = &town.chain.measures;
    (lang.method().evidence_said)(&EvidenceSaid {
        effects: effects.len(),
        numbered: count(&|it| it.per_unit != 0.0),
        counted: count(&UnitEffect::has_number),
        nothing: count(&|it| it.finding == Finding::Nothing),
        unknown: count(&|it| it.finding == Finding::Unknown),
        read: count(&|it| it.seen == Seen::Primary),
        costs: costs.len(),
        costs_read: costs.iter().filter(|it| it.seen == Seen::Primary).count(),
    })
}

/// What is told of a town's own number, beside the one that it replaces (eigene Zahl).
pub(super) fn own_said(it: &OwnNumber, lang: Lang, with_source: bool) -> String {
    let (texts, words) = (lang.texts(), lang.method());
    let number = |value: f64| match it.of {
        OwnNumberOf::UnitCost => price(value, lang),
        OwnNumberOf::CountBase => text::whole(value, lang),
        _ => exact(value, lang),
    };
    let said = (words.own_number)(&OwnSaid {
        of: it.of,
        value: number(it.value),
        default: it.default.map(number),
        year: it.year,
        basis: (texts.basis)(it.basis),
        reason: lang.of(&it.reason),
    });
    if !with_source {
        return said;
    }
    format!("{said} {}: {} ({}).", texts.source, lang.of(&it.source), (texts.seen)(it.seen))
}

/// A number as the data have it, four digits of it.
pub(super) fn exact(value: f64, lang: Lang) -> String {
    let digits = if value == 0.0 { 0.0 } else { (3.0 - value.abs().log10().floor()).clamp(0.0, 12.0) };
    // Clamped to a small range, so the cast is exact.
    text::trimmed(value, digits as usize, lang)
}

/// Euros of a unit; below a thousand cents count.
fn price(euros: f64, lang: Lang) -> String {
    if euros.abs() < 1_000.0 && euros.fract() != 0.0 {
        text::with_euro(&text::number(euros, 2, lang), lang)
    } else {
        text::amount(Money::from_euros(euros), lang)
    }
}

/// Of how many things a change is told, so that it can be read: a power of ten.
///
/// What changes a tenth or more is told for the least that is allowed, anything smaller for as many as change one. Nouns
/// of counts are plural, so what would read "1" is told for ten times as many.
fn bundle(change: f64, least: f64) -> f64 {
    let size = change.abs();
    let mut things = least;
    if size * things < 0.1 {
        while size * things < 1.0 - 1e-9 {
            things *= 10.0;
        }
    }
    if (size * things - 1.0).abs() < 1e-9 { things * 10.0 } else { things }
}

/// The first of several addresses.
pub(super) fn first(urls: &str) -> String {
    urls.split(BETWEEN).next().unwrap_or_default().to_owned()
}

/// The others, each after the name of the place it leads to.
pub(super) fn further(urls: &str) -> Vec<(String, String)> {
    let place = |url: &str| url.split('/').nth(2).unwrap_or(url).trim_start_matches("www.").to_owned();
    urls.split(BETWEEN).skip(1).map(|url| (place(url), url.to_owned())).collect()
}

/// What every row needs.
#[derive(Clone, Copy)]
struct Told<'a> {
    town: &'a Town,
    lang: Lang,
}

impl<'a> Told<'a> {
    fn words(self) -> &'static Method {
        self.lang.method()
    }

    fn percent(self, share: f64) -> String {
        format!("{}\u{a0}%", text::trimmed(share * 100.0, 1, self.lang))
    }

    /// The number of the town in place of one of the catalogue.
    fn own(self, of: OwnNumberOf, key: &str) -> Option<&'a OwnNumber> {
        self.town.chain.own.iter().find(|it| it.of == of && it.key == key)
    }

    /// What an indicator counts.
    fn counted(self, at: IndicatorAt) -> Option<&'a Count> {
        self.town.chain.counts.get(at).and_then(Option::as_ref)
    }

    /// What so many things change: the change of one times their number, with its range.
    fn change(self, per_thing: f64, range: Option<(f64, f64)>, things: f64, noun: &Bilingual) -> ChangeSaid {
        let many = |value: f64| exact((value * things).abs(), self.lang);
        let range = range.filter(|(near, far)| near != far).map(|(near, far)| (many(near), many(far)));
        ChangeSaid { count: many(per_thing), noun: self.lang.of(noun).to_owned(), is_more: per_thing > 0.0, range }
    }

    /// What units of a measure change, or why no number says so.
    fn per_unit(self, it: &UnitEffect) -> String {
        let words = self.words();
        let counted = it.indicator.and_then(|at| self.counted(at));
        match (it.finding, counted, self.town.chain.measures.get(it.measure)) {
            (Finding::Nothing, ..) => words.found_nothing.to_owned(),
            (Finding::Unknown, ..) => words.found_unknown.to_owned(),
            (_, Some(count), Some(measure)) => {
                let things = bundle(it.per_unit, 1.0);
                let noun = if things == 1.0 { &measure.one } else { &measure.many };
                let change = self.change(it.per_unit, it.range, things, &count.noun);
                (words.per_unit)(&exact(things, self.lang), self.lang.of(noun), &change)
            }
            _ => (words.not_counted)(&exact(it.per_unit, self.lang)),
        }
    }

    /// On what terms the number of an effect holds.
    fn effect_terms(self, it: &UnitEffect) -> Vec<String> {
        let words = self.words();
        if it.per_unit == 0.0 {
            return Vec::new();
        }
        // Three delays: 95 % have arrived. What no indicator counts arrives nowhere.
        let years = (it.delay > 0.0).then(|| [(it.delay * 3.0).ceil(), it.delay].map(|it| exact(it, self.lang)));
        let mut terms = Vec::new();
        terms.extend(it.indicator.map(|_| (words.arrives)(years)));
        terms.extend(it.is_per_euro.then(|| words.per_euro.to_owned()));
        terms.extend(self.own(OwnNumberOf::PerUnit, &it.id).map(|own| own_said(own, self.lang, false)));
        terms.extend(self.firmness(it.grade, it.range, it.is_borrowed));
        terms
    }

    /// What a change of one count changes in another.
    fn per_count(self, it: &CountLink) -> String {
        let words = self.words();
        let (Some(from), Some(to)) = (self.counted(it.from), self.counted(it.to)) else { return String::new() };
        let things = bundle(it.per_count, if counts_itself(from) { 0.1 } else { 10.0 });
        let change = self.change(it.per_count, it.range, things, &to.noun);
        (words.per_count)(&exact(things, self.lang), self.lang.of(&from.noun), &change)
    }

    /// Whose counts a number rests on, and how far it may be off.
    fn firmness(self, grade: Grade, range: Option<(f64, f64)>, is_borrowed: bool) -> Vec<String> {
        let words = self.words();
        let mut told = Vec::new();
        told.extend(is_borrowed.then(|| (words.borrowed)(&self.town.short_name)));
        told.extend(range.is_none().then(|| words.no_range.to_owned()));
        told.extend((grade == Grade::D).then(|| (words.may_vanish)(&self.percent(D_IS_ZERO))));
        told
    }

    /// How long a unit works, who pays, what follows, and how many there can be.
    fn measure_terms(self, it: &Measure) -> Vec<String> {
        let words = self.words();
        let years = |years: f64| exact(years, self.lang);
        let mut terms = vec![(words.lives)(&years(it.life), it.kind)];
        if it.starts_after > 0 {
            terms.push((words.starts_after)(&years(f64::from(it.starts_after))));
        }
        let reimbursed = self.town.levers.get(it.lever).map_or(0.0, Lever::reimbursement);
        match it.kind {
            MeasureKind::Investment if it.grant_share > Share::NONE => {
                terms.push((words.granted)(&self.percent(it.grant_share.get())));
            }
            MeasureKind::Service if reimbursed > 0.0 => terms.push((words.reimbursed)(&self.percent(reimbursed))),
            _ => {}
        }
        let yearly = |euros: f64| (euros > 0.0).then(|| price(euros, self.lang));
        terms.extend(yearly(it.follow_cost).map(|euros| (words.follow_cost)(&euros)));
        terms.extend(yearly(it.saving).map(|euros| (words.saving)(&euros)));
        terms.push(match it.most_per_year {
            Some(most) => (words.most_per_year)(&exact(most, self.lang)),
            None => words.no_most.to_owned(),
        });
        if let Some((from, index)) = it.indexed_from.zip(self.town.price_index.as_ref()) {
            let basis = (self.lang.texts().basis)(index.basis);
            terms.push((words.indexed)(from, &exact(index.value, self.lang), self.town.year.0, basis));
        }
        if it.year != self.town.year.0 {
            terms.push((words.other_prices)(self.town.year.0));
        }
        // The source of the row is the one of the unit cost.
        let own = [
            (OwnNumberOf::UnitCost, false),
            (OwnNumberOf::Life, true),
            (OwnNumberOf::StartsAfter, true),
            (OwnNumberOf::MostPerYear, true),
        ];
        let own = own.into_iter().filter_map(|(of, sourced)| Some((self.own(of, &it.id)?, sourced)));
        terms.extend(own.map(|(own, sourced)| own_said(own, self.lang, sourced)));
        terms
    }
}

/// Whether an indicator counts nothing but itself, such as a rent.
pub(super) fn counts_itself(count: &Count) -> bool {
    count.per == 1.0 && count.base == CountBase::Fixed(1.0)
}
