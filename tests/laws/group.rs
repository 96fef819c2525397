//! Laws of groups: drafts of any people in any town add up, whatever order they come in.

use proptest::prelude::*;
use zukunftshaushalt::group::{Account, Direction, Spread, ranking, together};
use zukunftshaushalt::model::{Money, Purpose, Scenario, Town};

use crate::cases;
use crate::towns::any_town;
use crate::wishes::{scenario, wishes};

/// What others pay of everyday money, by every cell and measure for itself.
fn paid_by_others(town: &Town, it: &Scenario) -> Money {
    let cells = it.moves.iter().filter(|(cell, _)| !town.invests(cell.lever));
    let cells = cells.map(|(cell, it)| it.amount - town.net_change(*cell, it.amount));
    let services = it.measures.iter().filter(|(at, _)| !town.builds(**at));
    cells.chain(services.map(|(at, it)| it.amount - town.measure_net(*at, it.amount))).sum()
}

proptest! {
    #![proptest_config(cases(128))]

    /// An account closes to the cent, and its everyday money is that of the workbench.
    #[test]
    fn an_account_closes(town in any_town(), wishes in wishes()) {
        let town = &*town;
        let scenario = scenario(town, &wishes);
        let it = Account::of(town, &scenario);
        let spent: Money = it.purposes.iter().copied().sum();
        prop_assert_eq!(it.balance, it.taxes - spent + it.built + it.paid_by_others);
        prop_assert_eq!(it.paid_by_others, paid_by_others(town, &scenario));
        let everyday: Money = town.purposes().into_iter().map(|it: Purpose| town.change(&scenario, it)).sum();
        prop_assert_eq!(everyday + it.built, spent);
        for (thing, money) in &it.things {
            prop_assert_eq!(it.of_thing(*thing), *money);
        }
    }

    /// Means sum to the mean of balances; levelled medians sum as the means; nothing depends on the order.
    #[test]
    fn drafts_add_up_in_any_order(town in any_town(), people in prop::collection::vec(wishes(), 1..9)) {
        let town = &*town;
        let accounts: Vec<Account> = people.iter().map(|it| Account::of(town, &scenario(town, it))).collect();
        let all: Vec<&Account> = accounts.iter().collect();
        let found = together(town, &all);
        let sum = |of: &dyn Fn(&Spread) -> f64| found.purposes.iter().map(of).sum::<f64>();
        let means = sum(&|it| it.mean);
        let size = accounts.iter().flat_map(|it| &it.purposes).map(|it| it.abs().euros()).sum::<f64>() + 1.0;
        let mean_balance = accounts.iter().map(|it| it.balance.euros()).sum::<f64>() / accounts.len() as f64;
        prop_assert!((found.balance - mean_balance).abs() < size * 1e-9);
        let closed = found.taxes - means + found.built + found.paid_by_others;
        prop_assert!((closed - mean_balance).abs() < size * 1e-9, "{closed} is not {mean_balance}");
        prop_assert!((found.levelled.iter().sum::<f64>() - means).abs() < size * 1e-6);
        for it in found.purposes.iter().chain(found.things.iter().map(|it| &it.1)) {
            let counted: usize = [Direction::More, Direction::Less, Direction::Same].map(|way| it.going(way)).iter().sum();
            prop_assert_eq!(counted, accounts.len());
            let (low, high) = it.middle_half();
            prop_assert!(it.quantile(0.0) <= low && low <= it.median() && it.median() <= high && high <= it.quantile(1.0));
        }
        let mut turned = all.clone();
        turned.reverse();
        turned.rotate_left(people.len() / 2);
        prop_assert_eq!(&together(town, &turned), &found);
        let places = ranking(&found.purposes);
        prop_assert_eq!(places.agreed.len() + places.apart.len() + places.untouched.len(), found.purposes.len());
    }

    /// The quantiles of a spread are those of the whole list, zeros included.
    #[test]
    fn zeros_count_in_quantiles(cents in prop::collection::vec(prop_oneof![Just(0_i64), -900_i64..900], 1..30), share in 0.0_f64..1.0) {
        let spread = Spread::of(cents.iter().map(|it| Money::from_cents(*it)), cents.len());
        let mut all: Vec<f64> = cents.iter().map(|it| Money::from_cents(*it).euros()).collect();
        all.sort_unstable_by(f64::total_cmp);
        let place = (all.len() - 1) as f64 * share;
        let (low, high) = (all[place.floor() as usize], all[place.ceil() as usize]);
        let expected = low + (high - low) * place.fract();
        prop_assert!((spread.quantile(share) - expected).abs() < 1e-9);
    }
}
