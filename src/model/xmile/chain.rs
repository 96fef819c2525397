//! The chain as an XMILE file: as `chain.md` spells it out, not as [`crate::model::chain`] rearranges it.
//!
//! What counts this year is no stock: units, arrival and what is being built are what was carried over plus their change of
//! this year. Only depreciation and links read what was carried over. Money of earlier years is read from tables that begin a
//! year early with nothing, as before its first point a table holds its first value.

use super::sheet::{Label, Sheet, keys};
use crate::model::chain::{Equations, Euros, PerUnit, Subject};
use crate::model::{IndicatorAt, List, MeasureAt, MeasureKind, Terms, Year};

/// What the file calls the things that the equations of the chain know by their place.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// Title of the file.
    pub title: String,
    /// Year with index 0.
    pub start: Year,
    /// Measures, in the order of the equations.
    pub measures: List<MeasureAt, Label>,
    /// Indicators, in the order of the equations.
    pub indicators: List<IndicatorAt, Label>,
}

/// Equations and moved money as an XMILE file; with its switch `scenario on` at 0 every difference is exactly zero, and so is
/// what belongs to a measure with `on KEY` at 0.
pub fn write(equations: &Equations, euros: &Euros, real_interest: f64, labels: &Labels) -> String {
    let measures: List<MeasureAt, String> = keys(&labels.measures).into();
    let indicators: List<IndicatorAt, String> = keys(&labels.indicators).into();
    let mut sheet = Sheet::new(labels.start);
    sheet.constant("scenario_on", 1.0);
    let none = Vec::new();
    for (((at, terms), key), label) in equations.measures.pairs().zip(&measures).zip(&labels.measures) {
        sheet.key.clone_from(key);
        sheet.measure(terms, euros.get(at).unwrap_or(&none), label);
    }
    for (n, effect) in equations.effects.iter().enumerate() {
        if let Some(measure) = measures.get(effect.measure) {
            sheet.effect(n + 1, effect, measure);
        }
    }
    for (((at, subject), key), label) in equations.subjects.pairs().zip(&indicators).zip(&labels.indicators) {
        sheet.key.clone_from(key);
        let own = equations.effects.iter().enumerate().filter(|(_, it)| it.indicator == at);
        let mut count: Vec<String> = own.map(|(n, _)| format!("per_unit_{0}*arrived_{0}", n + 1)).collect();
        for (n, link) in equations.links.iter().enumerate().filter(|(_, it)| it.to == at) {
            let Some(from) = indicators.get(link.from) else { continue };
            sheet.constant(&format!("link_{}", n + 1), link.per_count);
            count.push(format!("link_{}*carried_count_{from}", n + 1));
        }
        let gives = equations.links.iter().any(|it| it.from == at);
        sheet.indicator_of_chain(subject, &count, gives, label);
    }
    sheet.key.clear();
    sheet.money(&equations.measures, &measures, real_interest);
    sheet.file(&labels.title, equations.years)
}

impl Sheet {
    /// Money, and the units that it buys (chain.md, Things).
    fn measure(&mut self, terms: &Terms, euros: &[f64], label: &Label) {
        let early: Vec<f64> = std::iter::once(0.0).chain(euros.iter().copied()).collect();
        self.table_from("euros_#", Year(self.start.0.saturating_sub(1)), &early);
        for (name, value) in [
            ("on_#", 1.0),
            ("unit_cost_#", terms.unit_cost),
            ("granted_#", terms.granted),
            ("follow_up_#", terms.follow_up),
            ("saving_#", terms.saving),
            ("starts_after_#", terms.starts_after as f64),
            ("life_#", terms.life),
            ("whole_years_#", terms.life.floor()),
            ("broken_year_#", terms.life - terms.life.floor()),
        ] {
            self.constant(name, value);
        }
        self.aux("active_#", "IF scenario_on*on_# > 0.5 THEN 1 ELSE 0");
        self.labelled("euros_#", "active_#*table_of_euros_#(TIME)", &label.text);
        let units = |years: &str| format!("active_#*table_of_euros_#(TIME-starts_after_#{years})/unit_cost_#");
        self.aux("bought_#", "euros_#/unit_cost_#");
        self.aux("started_#", &units(""));
        let ended = [units("-whole_years_#"), units("-whole_years_#-1")];
        self.aux("ended_#", &format!("(1-broken_year_#)*{}+broken_year_#*{}", ended[0], ended[1]));
        self.stock("carried_units_#", "0", "started_#-ended_#");
        self.labelled("working_#", "carried_units_#+started_#-ended_#", &label.text);
        self.stock("carried_building_#", "0", "bought_#-started_#");
        self.aux("building_#", "carried_building_#+bought_#-started_#");
    }

    /// What of a measure's units has arrived (chain.md, Arrival).
    fn effect(&mut self, n: usize, effect: &PerUnit, measure: &str) {
        self.constant(&format!("per_unit_{n}"), effect.per_unit);
        self.constant(&format!("delay_{n}"), effect.delay);
        let adjustment = if effect.delay > 0.0 { format!("1-EXP(0-1/delay_{n})") } else { "1".to_owned() };
        self.aux(&format!("adjustment_{n}"), &adjustment);
        let carried = format!("carried_arrived_{n}");
        self.stock(&carried, "0", &format!("adjustment_{n}*(working_{measure}-{carried})"));
        self.aux(&format!("arrived_{n}"), &format!("{carried}+change_of_{carried}"));
    }

    /// Count, reference and what is shown (chain.md, Count, Reference and Shown).
    fn indicator_of_chain(&mut self, subject: &Subject, count: &[String], gives: bool, label: &Label) {
        let sum = if count.is_empty() { "0".to_owned() } else { count.join("+") };
        self.labelled("count_#", &sum, &label.text);
        if gives {
            self.stock("carried_count_#", "0", "count_#-carried_count_#");
        }
        for (name, value) in [
            ("worst_#", subject.scale.worst),
            ("best_#", subject.scale.best),
            ("length_#", (subject.scale.best - subject.scale.worst).abs()),
            ("start_value_#", subject.start),
            ("trend_#", subject.trend),
            ("damping_#", subject.damping),
            ("per_#", subject.per),
        ] {
            self.constant(name, value);
        }
        self.table("base_#", &subject.base);
        self.aux("in_unit_#", "count_#*per_#/table_of_base_#(TIME)");
        self.aux("scaled_start_#", "MIN(MAX((start_value_#-worst_#)/(best_#-worst_#),0.01),0.99)");
        let step = format!("trend_#*damping_#^(TIME-{})", self.start);
        self.stock("reference_#", "LN(scaled_start_#/(1-scaled_start_#))", &step);
        self.labelled("indicator_baseline_#", "worst_#+(best_#-worst_#)/(1+EXP(0-reference_#))", &label.text);
        let rooms =
            "IF in_unit_#*(best_#-worst_#) > 0 THEN length_#/(1+EXP(reference_#)) ELSE length_#/(1+EXP(0-reference_#))";
        self.aux("room_#", rooms);
        self.aux("filled_#", "(in_unit_#/room_#)*(in_unit_#/room_#)");
        self.aux("shown_#", "in_unit_#/((1+filled_#*filled_#)^0.25)");
        self.labelled("indicator_scenario_#", "indicator_baseline_#+shown_#", &label.text);
    }

    /// What all measures cost the town (fiscal.md, Differences).
    fn money(&mut self, measures: &List<MeasureAt, Terms>, keys: &List<MeasureAt, String>, real_interest: f64) {
        let of = |kind: Option<MeasureKind>, term: &str| -> String {
            let own = measures.iter().zip(keys).filter(|(it, _)| kind.is_none_or(|kind| it.kind == kind));
            let terms: Vec<String> = own.map(|(_, key)| term.replace('#', key)).collect();
            if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
        };
        let (service, investment) = (Some(MeasureKind::Service), Some(MeasureKind::Investment));
        let running = [of(service, "(1-granted_#)*euros_#"), of(None, "(follow_up_#-saving_#)*working_#")].join("+");
        self.constant("real_interest", real_interest);
        self.aux("operating_money", &running);
        self.aux("payment_money", &of(investment, "euros_#"));
        self.aux("own_payment_money", &of(investment, "(1-granted_#)*euros_#"));
        self.aux("depreciation_money", &of(investment, "(1-granted_#)*unit_cost_#/life_#*carried_units_#"));
        self.stock("carried_debt", "0", "operating_money+own_payment_money+interest_money");
        self.aux("interest_money", "real_interest*carried_debt");
        self.aux("debt_change_money", "carried_debt+change_of_carried_debt");
        self.aux("result_change_money", "0-operating_money-depreciation_money-interest_money");
    }
}
