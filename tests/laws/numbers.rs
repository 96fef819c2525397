//! All numbers of a projection in one list.

use zukunftshaushalt::model::Projection;

/// Every number of a projection.
pub fn numbers(it: &Projection) -> Vec<f64> {
    let mut all = Vec::new();
    for path in &it.indicators {
        all.extend([&path.baseline, &path.scenario, &path.reference].into_iter().flatten());
    }
    for year in &it.fiscal {
        for side in [year.plan, year.scenario] {
            all.extend([
                side.result,
                side.equalisation,
                side.general,
                side.general_before,
                side.carried,
                side.used_share(),
            ]);
        }
    }
    all.extend(it.inheritance.today);
    all.extend(differences(it));
    all
}

/// Every number of a projection that says what a scenario changes.
pub fn differences(it: &Projection) -> Vec<f64> {
    let mut all = Vec::new();
    for path in &it.indicators {
        all.extend(path.parts().flatten());
        all.extend(path.deviation.iter().chain(&path.pending));
        all.extend(path.scenario.iter().zip(&path.baseline).map(|(after, before)| after - before));
    }
    for explanation in &it.explanations {
        all.extend([explanation.logit, explanation.change]);
        all.extend(explanation.rows.iter().flat_map(|row| [row.logit, row.value]));
    }
    let money = &it.difference;
    all.extend([&money.depreciation, &money.interest, &money.result, &money.debt].into_iter().flatten());
    for year in &it.fiscal {
        all.extend([
            year.scenario.result - year.plan.result,
            year.scenario.equalisation - year.plan.equalisation,
            year.scenario.general - year.plan.general,
        ]);
    }
    let ledger = &it.ledger;
    all.extend(ledger.per_head.iter().map(|(_, benefit)| *benefit));
    all.extend([ledger.total, ledger.assets_left, ledger.debt_left, ledger.interest_paid, ledger.closing()]);
    all.extend(it.groups.iter().map(|group| group.per_head));
    all.extend(it.inheritance.change);
    all.extend([it.balance.euros(), it.moved.total.euros(), it.moved.unmeasured.euros()]);
    all
}
