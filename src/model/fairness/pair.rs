/// A figure as planned and with the scenario (Plan und Szenario).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair {
    /// As planned.
    pub plan: f64,
    /// With the scenario.
    pub scenario: f64,
}

impl Pair {
    /// Both sides computed alike.
    pub fn map(self, of: impl Fn(f64) -> f64) -> Self {
        Self { plan: of(self.plan), scenario: of(self.scenario) }
    }

    /// Side by side; the caller makes sure that nothing is divided by zero.
    pub fn over(self, other: Self) -> Self {
        Self { plan: self.plan / other.plan, scenario: self.scenario / other.scenario }
    }

    /// A plan and what the scenario adds to it.
    pub fn moved(plan: f64, change: f64) -> Self {
        Self { plan, scenario: plan + change }
    }

    /// What the scenario changes; exactly zero if untouched.
    pub fn change(self) -> f64 {
        self.scenario - self.plan
    }
}
