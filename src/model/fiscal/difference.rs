/// One moved stream of money in euros per year (Zahlungsreihe).
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Change per year.
    pub delta: Vec<f64>,
    /// Service life in years (Nutzungsdauer) if it is an investment, none if it is spent in the year.
    pub service_life: Option<u16>,
}

impl Flow {
    fn at(&self, t: usize) -> f64 {
        self.delta.get(t).copied().unwrap_or(0.0)
    }

    /// Depreciation (Abschreibung) in year `t`: straight-line, from the year after the payment, § 36 KomHVO NRW.
    pub fn depreciation(&self, t: usize) -> f64 {
        let Some(life) = self.service_life.map(usize::from).filter(|life| *life > 0) else { return 0.0 };
        (t.saturating_sub(life)..t).map(|s| self.at(s)).sum::<f64>() / life as f64
    }

    /// Use of the money in year `t`: as spent, or as depreciated over the years it serves.
    pub fn used(&self, t: usize) -> f64 {
        if self.service_life.is_some() { self.depreciation(t) } else { self.at(t) }
    }

    /// Book value (Restbuchwert) after `years` years.
    pub fn book_value(&self, years: usize) -> f64 {
        match self.service_life {
            Some(_) => (0..years).map(|t| self.at(t) - self.depreciation(t)).sum(),
            None => 0.0,
        }
    }
}

/// Differences to the plan per year, euros (fiscal.md, Differences).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Depreciation of what the scenario builds.
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
    let total = |flows: &mut dyn Iterator<Item = &Flow>, t: usize| -> f64 { flows.map(|flow| flow.at(t)).sum() };
    for (t, rate) in rates.iter().enumerate() {
        let operating = total(&mut spending.iter().filter(|flow| flow.service_life.is_none()), t);
        let investment = total(&mut spending.iter().filter(|flow| flow.service_life.is_some()), t);
        let income = total(&mut revenue.iter(), t);
        let depreciation: f64 = spending.iter().map(|flow| flow.depreciation(t)).sum();
        let interest = rate * debt;
        debt += operating + investment - income + interest;
        out.depreciation.push(depreciation);
        out.interest.push(interest);
        out.result.push(income - operating - depreciation - interest);
        out.debt.push(debt);
    }
    out
}
