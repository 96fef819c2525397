//! Where the money comes from.

use super::{Telling, law_figure, meter};
use crate::model::{Money, Tax, TaxAt, TaxKind};
use crate::text::{self, Lang, Typed, Unit};

/// A tax multiplier as a way to pay for something (Steuer als Deckung).
#[derive(Clone, Debug, PartialEq)]
pub struct TaxOffer {
    /// Name.
    pub name: String,
    /// From what to what it goes, and what that brings a year.
    pub said: String,
    /// The multiplier that taking it sets; none where nothing is missing or it is at its end.
    pub wanted: Option<f64>,
    /// Whether it differs from the plan.
    pub is_moved: bool,
    /// What it means for those who pay it; empty where a bill cannot be told from it.
    pub bill: String,
    /// Who tells of a doubt in court, and the address; none known without one.
    pub dispute: Option<(String, String)>,
}

/// What the town itself pays a year for what is more than planned, without what is built.
pub fn cost_of_more(it: Telling<'_>) -> Money {
    let more = it.town.moved_choices(it.scenario, true).into_iter().filter(|choice| !it.town.is_built(*choice));
    more.map(|choice| it.town.choice_net(it.scenario, choice)).sum()
}

/// The question where the money for what is more comes from (Deckungsfrage); that there is none where all of it is built with
/// loans.
pub fn cover_question(it: Telling<'_>) -> String {
    let cost = cost_of_more(it);
    let doors = &it.texts().doors;
    if cost > Money::ZERO {
        (doors.where_from)(&text::about(cost, it.lang))
    } else if it.projection.balance >= Money::ZERO && !meter(it).invested.is_empty() {
        doors.nothing_to_cover.to_owned()
    } else {
        it.texts().where_from_any.to_owned()
    }
}

/// What is given up beside what is cut: the taxes that are raised; where neither is, that there is nothing yet. Possibly empty.
pub fn also_given(it: Telling<'_>) -> String {
    let raised = it.town.taxes.pairs().filter_map(|(at, tax)| {
        let change = tax.change(*it.scenario.taxes.get(&at)?);
        (change > Money::ZERO).then(|| format!("{} {}", it.lang.of(&tax.name), text::signed_about(change, it.lang)))
    });
    let (raised, doors) = (raised.collect::<Vec<_>>().join("; "), &it.texts().doors);
    let is_cut = !it.town.moved_choices(it.scenario, false).is_empty();
    match (is_cut, raised.is_empty()) {
        (_, false) => (doors.more_revenue)(&raised, is_cut),
        (false, true) => doors.nothing_yet.to_owned(),
        (true, true) => String::new(),
    }
}

/// The heading of other ways than what is chosen already (Anderes kürzen oder Steuern erhöhen).
pub fn other_ways(it: Telling<'_>) -> &'static str {
    (it.texts().doors.instead)(it.projection.balance > Money::ZERO)
}

/// What is left to the reserve when nothing is cut and no tax is raised, and what the law says of that; no law where
/// nothing is left to it (Rücklage als Deckung).
pub fn reserve_said(it: Telling<'_>) -> (String, Option<String>) {
    let (doors, missing) = (&it.texts().doors, -it.projection.balance);
    if missing > Money::ZERO {
        ((doors.left_open)(&text::about(missing, it.lang)), Some(law_figure(it).sentence))
    } else {
        (doors.nothing_open.to_owned(), None)
    }
}

/// A tax as a way to pay for what is missing; `base` is the typed base amount of a household, possibly empty.
pub fn tax_offer(it: Telling<'_>, at: TaxAt, base: &str) -> Option<TaxOffer> {
    let (doors, tax) = (&it.texts().doors, it.town.taxes.get(at)?);
    let now = it.scenario.taxes.get(&at).copied().unwrap_or(tax.multiplier);
    let wanted = covering(tax, now, -it.projection.balance);
    let shown = wanted.unwrap_or(now);
    let brings = text::signed_about(tax.change(shown), it.lang);
    let [from, to] = [tax.multiplier, shown].map(|it_is| text::whole(it_is, it.lang));
    let is_fee = tax.kind == TaxKind::Fee;
    let said = if shown == tax.multiplier {
        (doors.as_set)(&from, is_fee)
    } else {
        (doors.set_to)(&from, &to, &brings, is_fee)
    };
    let dispute = tax.dispute.as_ref().and_then(|it_is| it.town.source(&it_is.source));
    let is_billed = tax.kind == TaxKind::PropertyTaxB && shown != tax.multiplier;
    Some(TaxOffer {
        name: it.lang.of(&tax.name).to_owned(),
        said,
        wanted,
        is_moved: now != tax.multiplier,
        bill: if is_billed { bill(it.lang, tax, shown, base) } else { String::new() },
        dispute: dispute.map(|source| (it.lang.of(&source.text).to_owned(), source.url.clone())),
    })
}

/// The multiplier at which what is missing is covered, in whole points and within what is offered; none where nothing is.
fn covering(tax: &Tax, now: f64, missing: Money) -> Option<f64> {
    let points = (missing.euros() / tax.point().euros()).ceil();
    let wanted = tax.clamp(now + points);
    (missing > Money::ZERO && wanted > now).then_some(wanted)
}

/// What a multiplier changes of a bill with this base amount; of one of a hundred euros while none is typed.
fn bill(lang: Lang, tax: &Tax, multiplier: f64, base: &str) -> String {
    let typed = match text::typed(base, Unit::Euros, 0.0, lang) {
        Some(Typed::Value(value)) if value > 0.0 => Some(value),
        _ => None,
    };
    let change = typed.unwrap_or(100.0) * (multiplier - tax.multiplier) / 100.0;
    let euros = text::with_euro(&text::signed(change, 2, lang), lang);
    (lang.texts().doors.bill)(&euros, typed.is_some())
}
