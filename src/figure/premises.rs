use super::goal::goal_name;
use super::row::{Kind, Row};
use crate::model::ensemble::{D_IS_ZERO, MEMBERS, spread};
use crate::model::fairness::RATES;
use crate::model::fiscal::RECOVERED;
use crate::model::forecast::{BACK_TEST_NEEDS, HELD_BACK, NOISE_NEEDS, TREND_NEEDS};
use crate::model::{
    Basis, Bilingual, Grade, Indicator, IndicatorAt, LeverLine, Money, Origin, Purpose, Share, Sourced, Town,
};
use crate::text::{self, Lang, ReactionSaid};

/// What the calculation takes as given (Werte und Annahmen): reactions of the indicators, values, what each lever's
/// money is taken to do, shocks, floors, what the model itself sets, and the pack's assumptions in words.
pub(super) fn premises(town: &Town, lang: Lang) -> Vec<Row> {
    let it = Premises { town, lang };
    let rows = [it.reactions(), it.values(), it.taxes(), it.lines(), it.uses(), it.floors(), it.shocks(), it.model()];
    rows.into_iter().flatten().chain(it.assumptions()).collect()
}

struct Premises<'a> {
    town: &'a Town,
    lang: Lang,
}

impl Premises<'_> {
    /// A row of a basis; its key is a letter and its place.
    fn row(&self, key: (char, usize), title: String, sentence: String, basis: Basis, source: &str) -> Row {
        let source = self.town.source(source);
        let own = self.lang.texts().method.own;
        Row {
            id: format!("{}{:02}", key.0, key.1 + 1),
            title,
            sentence,
            source: source.map_or(own, |it| it.text.as_str()).to_owned(),
            url: source.map_or("", |it| it.url.as_str()).to_owned(),
            seen: (self.lang.texts().basis)(basis),
            kind: Kind::Value(basis),
            number: String::new(),
            caveat: String::new(),
            grade: None,
            goal: None,
            lever: None,
        }
    }

    fn percent(&self, share: f64) -> String {
        format!("{}\u{a0}%", text::trimmed(share * 100.0, 2, self.lang))
    }

    fn of(&self, text: &Bilingual) -> String {
        self.lang.of(text).to_owned()
    }

    /// How each indicator answers to money, with the weakest grade among the effects on it.
    fn reactions(&self) -> Vec<Row> {
        let words = &self.lang.texts().method;
        let told = |(at, it): (IndicatorAt, &Indicator)| {
            let unit = self.lang.of(&it.unit);
            let value = |value: f64| format!("{}\u{a0}{unit}", text::trimmed(value, it.decimals, self.lang));
            let number = |value: f64, base| text::trimmed(value, text::change_decimals(value, base), self.lang);
            let (worst, best) = (value(it.scale.worst), value(it.scale.best));
            let said = if self.town.is_moved_by_money(at) {
                (words.reaction)(&ReactionSaid {
                    delay: number(it.reaction.delay, 1),
                    decay: number(it.reaction.decay, 3),
                    headroom: number(it.reaction.headroom, 1),
                    fade: format!("{}\u{a0}%", number(it.reaction.fade * 100.0, 0)),
                    worst,
                    best,
                })
            } else {
                (words.reaction_none)(&worst, &best)
            };
            let title = (words.reaction_of)(self.lang.of(&it.name));
            // A unit may end in an abbreviation.
            let row = self.row(('R', at.0), title, said.replace("..", "."), Basis::Assumption, "");
            let rows: Vec<&str> = self.town.effects_on(at).map(|it| it.id.as_str()).collect();
            let grade = self.town.effects_on(at).map(|it| it.weaker_grade()).max();
            Row {
                kind: grade.map_or(row.kind, Kind::Effect),
                grade,
                source: if rows.is_empty() { row.source } else { (words.fitted)(&rows.join(", ")) },
                goal: Some(Purpose::Field(it.field)),
                ..row
            }
        };
        self.town.indicators.pairs().map(told).collect()
    }

    /// Single figures of the town.
    fn values(&self) -> Vec<Row> {
        let (town, data) = (self.town, &self.town.fairness);
        let percent = |value: f64| self.percent(value);
        let number = |value: f64| text::trimmed(value, 3, self.lang);
        let money = |value: f64| text::amount(Money::from_euros(value), self.lang);
        type Shown<'a> = &'a dyn Fn(f64) -> String;
        let (finance, needed) = (&town.finance, |it| Some(it));
        let figures: [(Option<&Sourced>, Shown<'_>); 18] = [
            (needed(&town.real_interest), &percent),
            (needed(&town.trend_damping), &number),
            (town.usual_noise.as_ref(), &number),
            (needed(&town.spillover_strength), &number),
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
        let words = &self.lang.texts().method;
        let told =
            figures.into_iter().zip(words.value_names).enumerate().filter_map(|(at, ((figure, shown), name))| {
                let it = figure?;
                Some(self.row(
                    ('W', at),
                    name.to_owned(),
                    (words.value)(&shown(it.value), it.year),
                    it.basis,
                    &it.source,
                ))
            });
        told.collect()
    }

    fn taxes(&self) -> Vec<Row> {
        let words = &self.lang.texts().method;
        let told = self.town.taxes.iter().enumerate().map(|(at, it)| {
            let [multiplier, low, high] = [it.multiplier, it.range.0, it.range.1].map(|it| text::whole(it, self.lang));
            let said = (words.tax)(&text::amount(it.planned_yield, self.lang), &multiplier, &low, &high);
            let row = self.row(('S', at), self.of(&it.name), said, it.basis, &it.source);
            let dispute = it.dispute.as_ref().map(|it| self.of(&it.text));
            let caveat = std::iter::once(self.of(&it.note)).chain(dispute).collect::<Vec<_>>().join(" ");
            Row { caveat, number: (words.borne)(it.ages.from, it.ages.to), ..row }
        });
        told.collect()
    }

    /// What the money of each part of a lever is taken to do: for whom, for which goals, between which bounds.
    fn lines(&self) -> Vec<Row> {
        let parts = self.town.levers.pairs().flat_map(|(at, it)| it.lines.iter().map(move |line| (at, it, line)));
        let told = parts.enumerate().map(|(at, (index, lever, line))| {
            let code = self.town.budget.lines.get(line.line).map_or("", |it| it.code.as_str());
            let title = format!("{}, {code}", self.lang.of(&lever.name));
            let row = self.row(('Z', at), title, self.line(line), Basis::Assumption, self.town.origin(Origin::Levers));
            Row { caveat: self.of(&line.bound_reason), lever: Some(index), ..row }
        });
        told.collect()
    }

    fn line(&self, it: &LeverLine) -> String {
        let (texts, words) = (self.lang.texts(), &self.lang.texts().method);
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
        let words = &self.lang.texts().method;
        let told = self.town.fairness.uses.iter().enumerate().map(|(at, it)| {
            let name = self.town.levers.get(it.lever).map_or("", |lever| self.lang.of(&lever.name));
            let [future, education, upkeep] = [it.future, it.education, it.upkeep].map(|it| self.percent(it));
            let number = (words.future)(&future, &education, &upkeep);
            let (said, own) = (self.of(&it.reason), Basis::Assumption);
            let row = self.row(('Q', at), (words.future_of)(name), said, own, "");
            Row { number, lever: Some(it.lever), ..row }
        });
        told.collect()
    }

    fn floors(&self) -> Vec<Row> {
        let computed = self.town.fairness.floors.iter().filter(|it| it.measure.is_some()).enumerate();
        computed
            .map(|(at, it)| self.row(('N', at), self.of(&it.name), self.of(&it.reason), it.basis, &it.source))
            .collect()
    }

    fn shocks(&self) -> Vec<Row> {
        let words = &self.lang.texts().method;
        let told = self.town.shocks.iter().enumerate().map(|(at, it)| {
            let title = (words.shock_of)(self.lang.of(&it.name));
            Row { caveat: self.of(&it.note), ..self.row(('C', at), title, self.of(&it.what), it.basis, &it.source) }
        });
        told.collect()
    }

    /// What the model sets for every town.
    fn model(&self) -> Vec<Row> {
        let whole = |count: usize| text::whole(count as f64, self.lang);
        let spreads = [Grade::A, Grade::B, Grade::C, Grade::D].map(|it| text::trimmed(spread(it), 1, self.lang));
        let counts = [MEMBERS, TREND_NEEDS, NOISE_NEEDS, BACK_TEST_NEEDS, HELD_BACK].map(whole);
        let rates: Vec<String> = RATES.iter().map(|it| self.percent(*it)).collect();
        let shares = [self.percent(D_IS_ZERO), self.percent(RECOVERED), rates.join(", ")];
        let told = (self.lang.texts().method.settings)(&counts, &spreads, &shares);
        let rows = told.into_iter().enumerate();
        rows.map(|(at, (name, said))| self.row(('F', at), name.to_owned(), said, Basis::Assumption, "")).collect()
    }

    fn assumptions(&self) -> Vec<Row> {
        let told = self.town.assumptions.iter().enumerate().map(|(at, it)| {
            let title = (self.lang.texts().method.ground)(it.basis);
            self.row(('A', at), title.to_owned(), self.of(&it.text), it.basis, &it.source)
        });
        told.collect()
    }
}
