//! Budget law over random years: more missing is never milder, and the bounds found are where the law turns.

use proptest::prelude::*;
use zukunftshaushalt::model::fiscal::{BADEN_WUERTTEMBERG, BudgetLaw, NRW, Trigger, without_saving};
use zukunftshaushalt::model::{Scenario, simulate};

use crate::cases;
use crate::towns::any_town;

/// Which years ask for more.
fn due(law: &BudgetLaw, equalisation: f64, general: f64, results: &[f64]) -> Vec<bool> {
    let path = law.reserves(equalisation, general, results);
    law.consolidation(&path).iter().map(|triggers| !triggers.is_empty()).collect()
}

fn any_law() -> impl Strategy<Value = BudgetLaw> {
    prop_oneof![Just(NRW), Just(BADEN_WUERTTEMBERG)]
}

/// Results of up to eight years beside reserves of up to 100 and 1,000.
fn results() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-150.0..60.0_f64, 1..8)
}

proptest! {
    #![proptest_config(cases(256))]
    #[test]
    fn a_larger_deficit_never_lifts_a_trigger(
        law in any_law(), equalisation in 0.0..100.0, general in 0.0..1000.0, results in results(),
        less in prop::collection::vec(0.0..80.0_f64, 8),
    ) {
        let lower: Vec<f64> = results.iter().zip(&less).map(|(result, less)| result - less).collect();
        let (before, after) = (due(&law, equalisation, general, &results), due(&law, equalisation, general, &lower));
        for (t, (before, after)) in before.iter().zip(&after).enumerate() {
            prop_assert!(!before || *after, "year {t}: due before, and not with a larger deficit");
        }
        let best = |results: &[f64]| law.reserves(equalisation, general, results).iter().map(|it| law.balance(it)).max();
        prop_assert!(best(&results) <= best(&lower), "a larger deficit is covered no better");
    }

    #[test]
    fn the_limit_lies_where_it_is_said_to_lie(
        law in any_law(), equalisation in 0.0..100.0, general in 1.0..1000.0, results in results(), at in 0_usize..8,
    ) {
        let is_due = |more: &dyn Fn(usize) -> f64| {
            let moved: Vec<f64> = results.iter().zip(0..).map(|(result, t)| result - more(t)).collect();
            due(&law, equalisation, general, &moved).contains(&true)
        };
        if let Some(room) = law.distance(equalisation, general, &results) {
            prop_assert!(!is_due(&|_| room) && is_due(&|_| room + 1e-6), "{room}");
            if let Some(alone) = law.buffer(equalisation, general, &results, at).filter(|_| at < results.len()) {
                prop_assert!(alone >= room - 1e-9, "one year alone bears {alone}, all together {room}");
                let turned = is_due(&|t| if t == at { alone + 1e-6 } else { 0.0 });
                prop_assert!(turned, "in one year alone");
            }
            prop_assert_eq!(law.way_back(equalisation, general, &results), None);
        } else if let Some(back) = law.way_back(equalisation, general, &results) {
            prop_assert!(is_due(&|_| 0.0) && is_due(&|_| 1e-6 - back) && !is_due(&|_| -back), "{back}");
        } else {
            // Nothing is due, and no deficit of these few years could change that: only where deficits are carried.
            prop_assert!(law == BADEN_WUERTTEMBERG && results.len() <= 3 && !is_due(&|_| 0.0));
        }
    }

    #[test]
    fn every_use_of_the_general_reserve_needs_approval(
        equalisation in 0.0..100.0, general in 1.0..1000.0, results in results(),
    ) {
        let path = NRW.reserves(equalisation, general, &results);
        let triggers = NRW.consolidation(&path);
        for (year, triggers) in path.iter().zip(&triggers) {
            let taken = year.general_before - year.general;
            prop_assert_eq!(NRW.needs_approval(year), taken > 0.0);
            prop_assert_eq!(NRW.balance(year).is_balanced(), taken <= 0.0);
            prop_assert_eq!(NRW.may_carry(year), taken.max(0.0));
            prop_assert!(triggers.is_empty() || !NRW.balance(year).is_balanced() || year.general < 0.0);
            prop_assert_eq!(triggers.contains(&Trigger::BeyondEquity), year.general + year.equalisation < 0.0);
        }
        let path = BADEN_WUERTTEMBERG.reserves(equalisation, general, &results);
        let breaches = BADEN_WUERTTEMBERG.consolidation(&path);
        for (year, breach) in path.iter().zip(&breaches) {
            prop_assert_eq!(!breach.is_empty(), year.general < 0.0, "carrying forward is no breach");
        }
    }

    #[test]
    fn a_saving_that_is_not_found_makes_nothing_better(town in any_town()) {
        let fiscal = simulate(&town, &Scenario::default()).fiscal;
        let Some(without) = without_saving(&town, &fiscal) else {
            prop_assert!(town.reserves.iter().all(|it| it.global_saving.euros() <= 0.0 || it.year < town.year));
            return Ok(());
        };
        for ((with, years), triggers) in fiscal.iter().zip(&without.plan.years).zip(&without.plan.triggers) {
            prop_assert!(years.result <= with.plan.result && years.general <= with.plan.general + 1e-6);
            prop_assert!(with.plan_triggers.is_empty() || !triggers.is_empty(), "{}", with.year);
        }
        prop_assert_eq!(&without.plan, &without.scenario, "untouched");
    }
}
