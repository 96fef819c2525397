use std::ops::Deref;

use super::evidence::{counts_itself, exact, first, further, own_said};
use super::goal::goal_name;
use super::row::{Kind, Row};
use crate::model::chain::{LARGEST_RADIUS, TENTH, TIMES};
use crate::model::ensemble::{D_IS_ZERO, MEMBERS, spread};
use crate::model::fairness::RATES;
use crate::model::fiscal::RECOVERED;
use crate::model::forecast::{BACK_TEST_NEEDS, HELD_BACK, NOISE_NEEDS, TREND_NEEDS, noise};
use crate::model::{
    Basis, Bilingual, Count, CountBase, Grade, Indicator, IndicatorAt, LeverLine, Money, Origin, OwnNumber,
    OwnNumberOf, Purpose, Share, Sourced, Town,
};
use crate::text::{self, BaseSaid, Lang, ScaleSaid, SettingsSaid};

/// Keys of the single figures of a town, in their order.
const VALUES: [&str; 18] = [
    "real_interest",
    "trend_damping",
    "usual_noise",
    "price_index",
    "inhabitants",
    "investment_loans",
    "liquidity_loans",
    "pension_provisions",
    "liquid_funds",
    "backlog_per_head",
    "total_assets",
    "infrastructure_assets",
    "replacement_factor",
    "building_inflation",
    "net_borrowing",
    "co2_budget",
    "damage_low",
    "damage_high",
];

/// Keys of what the model sets for every town, in the order of its texts.
const SETTINGS: [&str; text::SETTINGS] =
    ["members", "spread", "range", "grade_d", "times", "loops", "values", "recovered", "rates"];

/// What the calculation takes as given (Werte und Annahmen): scales and counts of the indicators, values, what each
/// lever's money is taken to do, shocks, floors, what the town leaves out, what the model itself sets, and the pack's
/// assumptions in words.
pub(super) fn premises(town: &Town, lang: Lang) -> Vec<Row> {
    let it = Premises { town, lang };
    let rows = [
        it.scales(),
        it.counts(),
        it.values(),
        it.taxes(),
        it.lines(),
        it.uses(),
        it.floors(),
        it.shocks(),
        it.left_out(),
        it.model(),
    ];
    rows.into_iter().flatten().chain(it.assumptions()).collect()
}

struct Premises<'a> {
    town: &'a Town,
    lang: Lang,
}

impl Premises<'_> {
    /// A row of a basis; its key is a letter and the key of what it tells of.
    fn row(&self, key: (char, &str), title: String, sentence: String, basis: Basis, source: &str) -> Row {
        let source = self.town.source(source);
        let own = self.lang.method().own;
        Row {
            id: format!("{}-{}", key.0, key.1),
            title,
            sentence,
            source: source.map_or(own, |it| self.lang.of(&it.text)).to_owned(),
            url: source.map_or("", |it| it.url.as_str()).to_owned(),
            further: Vec::new(),
            seen: (self.lang.texts().basis)(basis),
            kind: Kind::Value(basis),
            number: String::new(),
            terms: String::new(),
            arithmetic: String::new(),
            caveat: String::new(),
            grade: None,
            goal: None,
            lever: None,
        }
    }

    fn percent(&self, share: f64) -> String {
        format!("{}\u{a0}%", text::trimmed(share * 100.0, 2, self.lang))
    }

    fn of<De: Deref<Target = str>>(&self, text: &Bilingual<De>) -> String {
        self.lang.of(text).to_owned()
    }

    /// The ends of each scale, and how much the indicator fluctuates.
    fn scales(&self) -> Vec<Row> {
        let words = self.lang.method();
        let usual = self.town.usual_noise.as_ref().map(|it| it.value);
        let told = |((at, it), (noise, noise_from)): ((IndicatorAt, &Indicator), _)| {
            let unit = self.lang.of(&it.unit);
            let value = |value: f64| format!("{}\u{a0}{unit}", text::trimmed(value, it.decimals, self.lang));
            let said = (words.scale)(&ScaleSaid {
                worst: value(it.scale.worst),
                best: value(it.scale.best),
                noise: text::trimmed(noise, 3, self.lang),
                noise_from,
                is_moved: self.is_moved(at),
            });
            let title = (words.scale_of)(self.lang.of(&it.name));
            let row = self.row(('R', &it.id), title, said, Basis::Assumption, "");
            Row { goal: Some(Purpose::Field(it.field)), ..row }
        };
        self.town.indicators.pairs().zip(noise(&self.town.indicators, usual)).map(told).collect()
    }

    /// Whether an effect or a link with a number leads to an indicator.
    fn is_moved(&self, at: IndicatorAt) -> bool {
        let chain = &self.town.chain;
        chain.effects.iter().any(|it| it.has_number() && it.indicator == Some(at))
            || chain.links.iter().any(|it| it.to == at)
    }

    /// What each indicator counts, of how many, and where that comes from.
    fn counts(&self) -> Vec<Row> {
        let told = |(at, it): (IndicatorAt, &Indicator)| {
            let count = self.town.chain.counts.get(at)?.as_ref()?;
            let row = self.count(it, count);
            let own = |own: &&OwnNumber| own.of == OwnNumberOf::CountBase && own.key == it.id;
            let Some(own) = self.town.chain.own.iter().find(own) else { return Some(row) };
            Some(Row {
                terms: own_said(own, self.lang, false),
                source: self.of(&own.source),
                url: first(&own.url),
                further: further(&own.url),
                seen: (self.lang.texts().seen)(own.seen),
                ..row
            })
        };
        self.town.indicators.pairs().filter_map(told).collect()
    }

    fn count(&self, it: &Indicator, count: &Count) -> Row {
        let words = self.lang.method();
        let whole = |value: f64| text::whole(value, self.lang);
        let base = match &count.base {
            _ if counts_itself(count) => BaseSaid::Itself,
            CountBase::Ages(ages) => BaseSaid::Ages(ages.from, ages.to, whole(self.town.population.within(*ages, 0))),
            CountBase::Fixed(base) => BaseSaid::Fixed(whole(*base)),
        };
        let said = (words.counts)(self.lang.of(&count.noun), &whole(count.per), &base);
        let source = match &count.base {
            CountBase::Ages(_) => self.town.origin(Origin::Population),
            CountBase::Fixed(_) => count.source.as_str(),
        };
        let row = self.row(('B', &it.id), (words.count_of)(self.lang.of(&it.name)), said, count.basis, source);
        // A fixed number without a source of the town is the catalogue's.
        let is_shared = self.town.source(source).is_none();
        let source = if is_shared { words.catalogue.to_owned() } else { row.source.clone() };
        Row { source, goal: Some(Purpose::Field(it.field)), ..row }
    }

    /// Single figures of the town.
    fn values(&self) -> Vec<Row> {
        let (town, data) = (self.town, &self.town.fairness);
        let percent = |value: f64| self.percent(value);
        let number = |value: f64| text::trimmed(value, 3, self.lang);
        let money = |value: f64| text::amount(Money::from_euros(value), self.lang);
        type Shown<'a> = &'a dyn Fn(f64) -> String;
        let (finance, needed) = (&town.finance, |it| Some(it));
        let figures: [(Option<&Sourced>, Shown<'_>); VALUES.len()] = [
            (needed(&town.real_interest), &percent),
            (needed(&town.trend_damping), &number),
            (town.usual_noise.as_ref(), &number),
            (town.price_index.as_ref(), &number),
            (needed(&town.inhabitants), &number),
            (finance.investment_loans.as_ref(), &money),
            (finance.liquidity_loans.as_ref(), &money),
            (finance.pension_provisions.as_ref(), &money),
            (finance.liquid_funds.as_ref(), &money),
            (finance.backlog_per_head.as_ref(), &money),
            (finance.total_assets.as_ref(), &money),
            (finance.infrastructure_assets.as_ref(), &money),
            (data.replacement_factor.as_ref(), &number),
            (data.building_inflation.as_ref(), &percent),
            (data.net_borrowing.as_ref(), &money),
            (data.co2_budget.as_ref(), &number),
            (data.damage_low.as_ref(), &money),
            (data.damage_high.as_ref(), &money),
        ];
        let words = self.lang.method();
        let told = figures.into_iter().zip(VALUES.into_iter().zip(words.value_names));
        let told = told.filter_map(|((figure, shown), (key, name))| {
            let it = figure?;
            let said = (words.value)(&shown(it.value), it.year);
            Some(self.row(('W', key), name.to_owned(), said, it.basis, &it.source))
        });
        told.collect()
    }

    fn taxes(&self) -> Vec<Row> {
        let words = self.lang.method();
        let told = self.town.taxes.iter().map(|it| {
            let [multiplier, low, high] = [it.multiplier, it.range.0, it.range.1].map(|it| text::whole(it, self.lang));
            let said = (words.tax)(&text::amount(it.planned_yield, self.lang), &multiplier, &low, &high);
            let row = self.row(('S', &it.id), self.of(&it.name), said, it.basis, &it.source);
            let dispute = it.dispute.as_ref().map(|it| self.of(&it.text));
            let caveat = std::iter::once(self.of(&it.note)).chain(dispute).collect::<Vec<_>>().join(" ");
            Row { caveat, number: (words.borne)(it.ages.from, it.ages.to), ..row }
        });
        told.collect()
    }

    /// What the money of each part of a lever is taken to do: for whom, for which goals, between which bounds.
    fn lines(&self) -> Vec<Row> {
        let parts = self.town.levers.pairs().flat_map(|(at, it)| it.lines.iter().map(move |line| (at, it, line)));
        let told = parts.map(|(index, lever, line)| {
            let code = self.town.budget.lines.get(line.line).map_or("", |it| it.code.as_str());
            let title = format!("{}, {code}", self.lang.of(&lever.name));
            let key = format!("{}-{code}", lever.id);
            let row =
                self.row(('Z', &key), title, self.line(line), Basis::Assumption, self.town.origin(Origin::Levers));
            Row { caveat: self.of(&line.bound_reason), lever: Some(index), ..row }
        });
        told.collect()
    }

    fn line(&self, it: &LeverLine) -> String {
        let (texts, words) = (self.lang.texts(), self.lang.method());
        let whole = |share: Share| format!("{}\u{a0}%", text::trimmed(share.get() * 100.0, 1, self.lang));
        let bound = |percent: f64| format!("{}\u{a0}%", text::signed(percent, 0, self.lang));
        let goals = it.weights.iter().map(|(field, weight)| {
            format!("{} {}", goal_name(self.town, Purpose::Field(*field), self.lang), whole(*weight))
        });
        let goals: Vec<String> = goals.collect();
        let mut parts = vec![
            (words.line_bounds)(&bound(it.percent.0), &bound(it.percent.1)),
            (words.line_ages)(it.ages.from, it.ages.to),
        ];
        parts.push(if goals.is_empty() {
            texts.overhead_note.to_owned()
        } else {
            (words.line_goals)(&goals.join(", "))
        });
        if it.reimbursement > Share::NONE {
            parts.push((words.line_reimbursed)(&whole(it.reimbursement)));
        }
        parts.extend(it.service_life.map(words.line_life));
        parts.join(" ")
    }

    /// What counts as spent on the future.
    fn uses(&self) -> Vec<Row> {
        let words = self.lang.method();
        let told = self.town.fairness.uses.iter().map(|it| {
            let lever = self.town.levers.get(it.lever);
            let [key, name] = lever.map_or([""; 2], |lever| [lever.id.as_str(), self.lang.of(&lever.name)]);
            let [future, education, upkeep] = [it.future, it.education, it.upkeep].map(|it| self.percent(it));
            let number = (words.future)(&future, &education, &upkeep);
            let (said, own) = (self.of(&it.reason), Basis::Assumption);
            let row = self.row(('Q', key), (words.future_of)(name), said, own, "");
            Row { number, lever: Some(it.lever), ..row }
        });
        told.collect()
    }

    fn floors(&self) -> Vec<Row> {
        let computed = self.town.fairness.floors.iter().filter(|it| it.measure.is_some());
        computed
            .map(|it| self.row(('N', &it.id), self.of(&it.name), self.of(&it.reason), it.basis, &it.source))
            .collect()
    }

    fn shocks(&self) -> Vec<Row> {
        let words = self.lang.method();
        let told = self.town.shocks.iter().map(|it| {
            let title = (words.shock_of)(self.lang.of(&it.name));
            Row { caveat: self.of(&it.note), ..self.row(('T', &it.id), title, self.of(&it.what), it.basis, &it.source) }
        });
        told.collect()
    }

    /// Measures of the catalogue that the town does not use, and why.
    fn left_out(&self) -> Vec<Row> {
        let words = self.lang.method();
        let told = self.town.chain.left_out.iter().map(|it| {
            let title = (words.left_out)(self.lang.of(&it.name));
            let row = self.row(('L', &it.id), title, self.of(&it.reason), Basis::Assumption, "");
            Row { goal: Some(Purpose::Field(it.field)), ..row }
        });
        told.collect()
    }

    /// What the model sets for every town.
    fn model(&self) -> Vec<Row> {
        let whole = |count: usize| text::whole(count as f64, self.lang);
        let rates: Vec<String> = RATES.iter().map(|it| self.percent(*it)).collect();
        let told = (self.lang.method().settings)(&SettingsSaid {
            members: whole(MEMBERS),
            spreads: [Grade::A, Grade::B, Grade::C, Grade::D].map(|it| exact(spread(it), self.lang)),
            tenth: text::trimmed(TENTH, 4, self.lang),
            vanishing: self.percent(D_IS_ZERO),
            times: exact(TIMES, self.lang),
            radius: exact(LARGEST_RADIUS, self.lang),
            needs: [TREND_NEEDS, NOISE_NEEDS, BACK_TEST_NEEDS, HELD_BACK].map(whole),
            recovered: self.percent(RECOVERED),
            rates: rates.join(", "),
        });
        let rows = told.into_iter().zip(SETTINGS);
        rows.map(|((name, said), key)| self.row(('F', key), name.to_owned(), said, Basis::Assumption, "")).collect()
    }

    fn assumptions(&self) -> Vec<Row> {
        let told = self.town.assumptions.iter().map(|it| {
            let title = (self.lang.method().ground)(it.basis);
            self.row(('A', &it.id), title.to_owned(), self.lang.of(&it.text).to_owned(), it.basis, &it.source)
        });
        told.collect()
    }
}
