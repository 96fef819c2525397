use crate::model::{MeasureKind, Terms, Units};

/// One moved stream of money in euros per year, and what it becomes (Zahlungsreihe).
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    delta: Vec<f64>,
    terms: Terms,
    units: Units,
}

impl Flow {
    /// A change per year, gross, on the terms of what it buys.
    pub fn new(delta: Vec<f64>, terms: Terms) -> Self {
        Self { units: terms.units(&delta), delta, terms }
    }

    /// A change that is spent within its year.
    pub fn spent(delta: Vec<f64>) -> Self {
        Self::new(delta, Terms::SPENT)
    }

    /// A change per year, gross.
    pub fn delta(&self) -> &[f64] {
        &self.delta
    }

    /// What the town itself pays of the change.
    fn own(&self, t: usize) -> f64 {
        at(&self.delta, t) * (1.0 - self.terms.granted)
    }

    fn working(&self, t: usize) -> f64 {
        at(&self.units.working, t)
    }

    /// Ordinary expense besides depreciation, the town's own part, before savings.
    fn running(&self, t: usize) -> f64 {
        let spent = match self.terms.kind {
            MeasureKind::Service => self.own(t),
            MeasureKind::Investment => 0.0,
        };
        spent + self.terms.follow_up * self.working(t)
    }

    /// The town's own part of a payment for what lasts.
    fn paid(&self, t: usize) -> f64 {
        match self.terms.kind {
            MeasureKind::Service => 0.0,
            MeasureKind::Investment => self.own(t),
        }
    }

    /// What working units save the town in year `t` (eingespart).
    pub fn saved(&self, t: usize) -> f64 {
        self.terms.saving * self.working(t)
    }

    /// Depreciation (Abschreibung) in year `t`, less what grants dissolve: straight-line, from the year after the unit
    /// began to work, § 36 KomHVO NRW.
    pub fn depreciation(&self, t: usize) -> f64 {
        match (self.terms.kind, t.checked_sub(1)) {
            (MeasureKind::Investment, Some(before)) => {
                self.working(before) * (1.0 - self.terms.granted) * self.terms.unit_cost / self.terms.life
            }
            _ => 0.0,
        }
    }

    /// Use of the money in year `t`: as spent, or as depreciated over the years it serves. A saving is not less use.
    pub fn used(&self, t: usize) -> f64 {
        self.running(t) + self.depreciation(t)
    }

    /// Book value (Restbuchwert) after `years` years, what is being built included.
    pub fn book_value(&self, years: usize) -> f64 {
        (0..years).map(|t| self.paid(t) - self.depreciation(t)).sum()
    }
}

fn at(series: &[f64], t: usize) -> f64 {
    series.get(t).copied().unwrap_or(0.0)
}

/// Differences to the plan per year, euros (fiscal.md, Differences).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Ordinary expense besides depreciation, the town's own part less what is saved.
    pub operating: Vec<f64>,
    /// Payments for what lasts, the town's own part.
    pub paid: Vec<f64>,
    /// Depreciation of what the scenario builds, less what grants dissolve.
    pub depreciation: Vec<f64>,
    /// Real interest on the changed debt.
    pub interest: Vec<f64>,
    /// Change of the year's result (Jahresergebnis).
    pub result: Vec<f64>,
    /// Change of debt at the year's end.
    pub debt: Vec<f64>,
}

/// What changed spending and revenue do to result and debt at one real interest rate.
pub fn difference(years: usize, spending: &[Flow], revenue: &[Flow], real_interest: f64) -> Difference {
    difference_at(&vec![real_interest; years], spending, revenue)
}

/// Like [`difference`] with a real interest rate for each year; unmoved streams give exactly zero.
pub fn difference_at(rates: &[f64], spending: &[Flow], revenue: &[Flow]) -> Difference {
    let mut out = Difference::default();
    let mut debt = 0.0;
    let total = |flows: &[Flow], of: &dyn Fn(&Flow) -> f64| -> f64 { flows.iter().map(of).sum::<f64>() + 0.0 };
    for (t, rate) in rates.iter().enumerate() {
        let operating = total(spending, &|flow| flow.running(t) - flow.saved(t));
        let paid = total(spending, &|flow| flow.paid(t));
        let income = total(revenue, &|flow| at(&flow.delta, t));
        let depreciation = total(spending, &|flow| flow.depreciation(t));
        let interest = rate * debt;
        debt += operating + paid - income + interest;
        out.operating.push(operating);
        out.paid.push(paid);
        out.depreciation.push(depreciation);
        out.interest.push(interest);
        out.result.push(income - operating - depreciation - interest);
        out.debt.push(debt);
    }
    out
}
