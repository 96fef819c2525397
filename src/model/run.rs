use std::sync::Arc;

use super::ensemble::{Computed, Range, Steps};
use super::{IndicatorAt, List, Projection, Scenario, Study, simulate_with};

/// A scenario and what follows from it for sure (Momentaufnahme).
#[derive(Clone, Debug, PartialEq)]
pub struct Projected {
    /// What was moved.
    pub scenario: Arc<Scenario>,
    /// What follows.
    pub projection: Projection,
}

/// A scenario on its way through the model (Lauf): its projection at once, its ranges in steps.
///
/// A step takes a fraction of a millisecond, so that a page stays at hand between them; ranges that are there stay until
/// those of the next scenario are. Any number of runs of a study go side by side, and none knows of another.
pub struct Run<'a> {
    study: &'a Study,
    now: Arc<Projected>,
    /// The scenario whose ranges were computed last, and what the next ones build on.
    done: Option<(Arc<Scenario>, Computed)>,
    ranges: Arc<List<IndicatorAt, Range>>,
    /// Ranges being computed, and what for.
    work: Option<(Arc<Scenario>, Steps<'a>)>,
}

impl<'a> Run<'a> {
    /// The run of a scenario, before its first step.
    pub fn new(study: &'a Study, scenario: impl Into<Arc<Scenario>>) -> Self {
        Self { study, now: projected(study, scenario.into()), done: None, ranges: Arc::default(), work: None }
    }

    /// Takes another scenario. Ranges on their way still arrive: a hand that moves on sees those of a moment ago.
    pub fn turn_to(&mut self, scenario: impl Into<Arc<Scenario>>) {
        let scenario = scenario.into();
        if self.now.scenario != scenario {
            self.now = projected(self.study, scenario);
        }
    }

    /// The scenario and what follows from it for sure.
    pub fn projected(&self) -> Arc<Projected> {
        self.now.clone()
    }

    /// How sure each indicator is, under the last scenario whose ranges were computed; none before the first.
    pub fn ranges(&self) -> Arc<List<IndicatorAt, Range>> {
        self.ranges.clone()
    }

    /// Whether the ranges are those of another scenario, or not there yet.
    pub fn is_behind(&self) -> bool {
        self.done.as_ref().is_none_or(|(scenario, _)| *scenario != self.now.scenario)
    }

    /// Computes a little more of the ranges, and answers whether new ones are there.
    ///
    /// What the scenario before gave is built on: most of it stays when one goal moves.
    pub fn step(&mut self) -> bool {
        let (scenario, mut steps) = self.work.take().unwrap_or_else(|| {
            let scenario = self.now.scenario.clone();
            let before = self.done.take().map(|(_, computed)| computed);
            let steps = Steps::new(&self.study.town, self.study.uncertainty(), &scenario, before);
            (scenario, steps)
        });
        if !steps.is_done() {
            steps.step();
        }
        let is_done = steps.is_done();
        if is_done {
            let computed = steps.finish();
            self.ranges = computed.ranges();
            self.done = Some((scenario, computed));
        } else {
            self.work = Some((scenario, steps));
        }
        is_done
    }

    /// Takes the steps that are left until the ranges are those of the scenario.
    pub fn finish(&mut self) {
        while self.is_behind() {
            self.step();
        }
    }
}

fn projected(study: &Study, scenario: Arc<Scenario>) -> Arc<Projected> {
    let equations = study.uncertainty().members().equations.clone();
    Arc::new(Projected { projection: simulate_with(equations, &study.town, &scenario), scenario })
}
