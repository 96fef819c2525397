//! The effect equations as XMILE 1.0, the file format of system dynamics (Austauschdatei).
//!
//! The file spells `effects.md` out as it stands there, not as [`super::effects`] rearranges it, so that an engine
//! which arrives at the same numbers proves both. It says only what engines of different origin understand alike: one
//! scalar variable per quantity with an ASCII name, yearly figures in tables of their own that are read at whole years,
//! Euler with a step of one year, and no function beyond `IF`, `EXP`, `LN`, `INIT`, and `MIN` and `MAX` of two. Every
//! kind of name begins with words that no other kind begins with, so that no two names can meet.

mod chain;
mod sheet;

pub use chain::{ChainLabels, write_chain};
pub use sheet::Label;

use sheet::{Sheet, keys};

use super::effects::{Effects, Spill, Subject};
use super::{IndicatorAt, LeverAt, List, Scenario, Town, Year, equations};

/// What the file calls the things that the equations know by their place.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// Title of the file.
    pub title: String,
    /// Year with index 0.
    pub start: Year,
    /// Levers, in the order of the equations.
    pub levers: List<LeverAt, Label>,
    /// Indicators, in the order of the equations.
    pub indicators: List<IndicatorAt, Label>,
}

/// A pack and a scenario as an XMILE file; with its switch `scenario on` at 0 it gives the plan.
pub fn export(town: &Town, scenario: &Scenario) -> String {
    let labels = Labels {
        title: format!("{}, {}", town.name.de, town.plan.de),
        start: town.year,
        levers: town.levers.iter().map(|it| Label { key: it.id.clone(), text: it.name.de.clone() }).collect(),
        indicators: town
            .indicators
            .iter()
            .map(|it| Label { key: it.id.clone(), text: format!("{} ({})", it.name.de, it.unit.de) })
            .collect(),
    };
    write(&equations(town, scenario), &labels)
}

/// Any set of effect equations as an XMILE file.
pub fn write(effects: &Effects, labels: &Labels) -> String {
    let years = effects.population.len().min(effects.deflator.len());
    let levers: List<LeverAt, String> = keys(&labels.levers).into();
    let indicators: List<IndicatorAt, String> = keys(&labels.indicators).into();
    let mut sheet = Sheet::new(labels.start);
    sheet.constant("scenario_on", 1.0);
    for (name, values) in [("population", &effects.population), ("deflator", &effects.deflator)] {
        sheet.table(name, values);
        sheet.aux(name, &format!("table_of_{name}(TIME)"));
    }
    for ((money, key), label) in effects.levers.iter().zip(&levers).zip(&labels.levers) {
        sheet.key.clone_from(key);
        sheet.table("money_baseline_#", &money.baseline);
        sheet.table("money_scenario_#", &money.scenario);
        sheet.lever(&label.text);
    }
    for (((i, subject), key), label) in effects.subjects.pairs().zip(&indicators).zip(&labels.indicators) {
        sheet.key.clone_from(key);
        sheet.parameters(subject);
        let shares = effects.links.iter().enumerate().filter(|(_, it)| it.indicator == i);
        let shares = shares.filter_map(|(n, it)| Some((n + 1, it.share, levers.get(it.lever)?.as_str()))).collect();
        sheet.impulse(shares);
        let spills = effects.spills.iter().enumerate().filter(|(_, it)| it.to == i);
        sheet.deviation(spills.filter_map(|(n, it)| Some((n + 1, it, indicators.get(it.from)?.as_str()))));
        sheet.indicator(&label.text);
    }
    sheet.file(&labels.title, years)
}

impl Sheet {
    /// Money of a lever and what it is per inhabitant in constant prices (effects.md, Effort).
    ///
    /// The switch chooses a table and does not weigh two, so that off means exactly the plan.
    fn lever(&mut self, label: &str) {
        let switch = "IF scenario_on > 0.5 THEN table_of_money_scenario_#(TIME) ELSE table_of_money_baseline_#(TIME)";
        self.labelled("money_baseline_#", "table_of_money_baseline_#(TIME)", label);
        self.labelled("money_scenario_#", switch, label);
        for side in SIDES {
            self.aux(&format!("real_{side}_#"), &format!("money_{side}_#/(population*deflator)"));
        }
    }

    fn parameters(&mut self, subject: &Subject) {
        let reaction = subject.reaction;
        for (name, value) in [
            ("worst_#", subject.scale.worst),
            ("best_#", subject.scale.best),
            ("start_value_#", subject.start),
            ("trend_#", subject.trend),
            ("damping_#", subject.damping),
            ("delay_#", reaction.delay),
            ("decay_#", reaction.decay),
            ("headroom_#", reaction.headroom),
            ("fade_#", reaction.fade),
        ] {
            self.constant(name, value);
        }
        self.aux("adjustment_#", if reaction.delay > 0.0 { "1-EXP(0-1/delay_#)" } else { "1" });
    }

    /// Effort, delay, response and what they do to the deviation in a year (effects.md, Response).
    ///
    /// `shares` are number, value and lever of each effect. This year's money counts this year: the stock is what is
    /// carried over from the last one.
    fn impulse(&mut self, shares: Vec<(usize, f64, &str)>) {
        if shares.is_empty() {
            return self.aux("impulse_#", "0");
        }
        for (n, share, lever) in &shares {
            self.constant(&format!("share_{n}_{lever}_#"), *share);
        }
        for side in SIDES {
            let parts = shares.iter().map(|(n, _, lever)| format!("share_{n}_{lever}_#*real_{side}_{lever}"));
            self.aux(&format!("effort_{side}_#"), &parts.collect::<Vec<_>>().join("+"));
        }
        self.aux("effort_at_start_#", "INIT(effort_baseline_#)");
        for side in SIDES {
            let carried = format!("carried_{side}_#");
            self.stock(&carried, "effort_at_start_#", &format!("adjustment_#*(effort_{side}_#-{carried})"));
            self.aux(&format!("ratio_{side}_#"), &format!("({carried}+change_of_{carried})/effort_at_start_#"));
            let response = format!("(1+headroom_#)*ratio_{side}_#/(ratio_{side}_#+headroom_#)-1");
            self.aux(&format!("response_{side}_#"), &response);
        }
        let moved = "decay_#*(response_scenario_#-response_baseline_#)";
        self.aux("impulse_#", &format!("IF effort_at_start_# = 0 THEN 0 ELSE {moved}"));
    }

    /// The deviation, in logit points (effects.md, Deviation); `spills` are number, strength and giving indicator.
    fn deviation<'a>(&mut self, spills: impl Iterator<Item = (usize, &'a Spill, &'a str)>) {
        let mut change = "impulse_#-fade_#*deviation_#".to_owned();
        for (n, spill, from) in spills {
            let name = format!("spillover_{n}_{from}_#");
            self.constant(&name, spill.strength);
            change.push_str(&format!("+{name}*deviation_{from}"));
        }
        self.stock("deviation_#", "0", &change);
    }

    /// The reference path and both projections in the indicator's unit (effects.md, Shown value).
    fn indicator(&mut self, label: &str) {
        self.aux("scaled_start_#", "MIN(MAX((start_value_#-worst_#)/(best_#-worst_#),0.01),0.99)");
        let step = format!("trend_#*damping_#^(TIME-{})", self.start);
        self.stock("reference_#", "LN(scaled_start_#/(1-scaled_start_#))", &step);
        for (name, logit) in
            [("indicator_baseline_#", "reference_#"), ("indicator_scenario_#", "(reference_#+deviation_#)")]
        {
            self.labelled(name, &format!("worst_#+(best_#-worst_#)/(1+EXP(0-{logit}))"), label);
        }
    }
}

/// What every quantity that money moves is computed for.
const SIDES: [&str; 2] = ["baseline", "scenario"];
