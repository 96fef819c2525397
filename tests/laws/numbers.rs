//! All numbers of a projection in one list.

use zukunftshaushalt::model::Projection;

/// Every number of a projection.
pub fn numbers(it: &Projection) -> Vec<f64> {
    let mut all = Vec::new();
    for path in &it.course.indicators {
        let reference = &path.reference;
        all.extend([&path.value, &reference.value, &reference.to_best, &reference.to_worst].into_iter().flatten());
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
    for (index, path) in it.course.indicators.pairs() {
        all.extend([&path.count, &path.in_unit, &path.shown].into_iter().flatten());
        all.extend(path.value.iter().zip(&path.reference.value).map(|(after, before)| after - before));
        let why = it.why(index, it.end());
        all.extend(why.rows.iter().flat_map(|row| [row.count, row.shown]));
        all.extend(why.not_yet.iter().map(|row| row.count));
    }
    for units in &it.course.units {
        all.extend([&units.bought, &units.working, &units.building].into_iter().flatten());
    }
    all.extend(it.course.arrived.iter().flatten());
    let money = &it.difference;
    all.extend(
        [&money.operating, &money.paid, &money.depreciation, &money.interest, &money.result, &money.debt]
            .into_iter()
            .flatten(),
    );
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
