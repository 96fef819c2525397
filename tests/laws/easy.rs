//! Laws of easy German: whatever is moved in whatever town, it is said in short sentences with few and small numbers, and
//! the whole draft in no more words than can be read in one go.

use proptest::prelude::*;
use zukunftshaushalt::figure::{EasyNames, Telling, easy_balance, easy_choice, easy_choices, easy_outcome, easy_taxes};
use zukunftshaushalt::model::ensemble::{Band, Range};
use zukunftshaushalt::model::{IndicatorAt, List, Purpose, Scenario, Town, simulate};
use zukunftshaushalt::pack::{easy_goal, easy_indicator, easy_measure, easy_tax};
use zukunftshaushalt::text::{EASY, Lang};

use crate::cases;
use crate::linter::faults;
use crate::towns::{any_town, reals};
use crate::wishes::{scenario, wishes};

const NAMES: EasyNames = EasyNames { goal: easy_goal, measure: easy_measure, indicator: easy_indicator, tax: easy_tax };

/// Words of the summary at most.
const MOST: usize = 80;

/// Holds all that is said of a scenario to the rules; `sides` says whether ranges lie on both sides of nothing.
fn assert_easy(town: &Town, scenario: &Scenario, is_open: bool) -> Result<(), TestCaseError> {
    let projection = simulate(town, scenario);
    let range = Range {
        change: if is_open {
            Band { low: -1.0, high: 1.0, ..Band::default() }
        } else {
            Band { low: 1.0, high: 2.0, ..Band::default() }
        },
        ..Range::default()
    };
    let ranges: List<IndicatorAt, Range> = vec![range; town.indicators.len()].into();
    let it = Telling { town, scenario, projection: &projection, ranges: &ranges, lang: Lang::En };
    let mut said = easy_balance(it);
    for field in town.fields.places() {
        for choice in easy_choices(it, Purpose::Field(field)) {
            let told = easy_choice(it, choice, NAMES);
            prop_assert!(!told.name.is_empty() && !told.now.is_empty());
            prop_assert_eq!(
                told.name.starts_with('„'),
                !told.note.is_empty(),
                "a word of the plan says that it is one"
            );
            said.extend([told.name, told.note.to_owned(), told.price, told.now]);
        }
    }
    said.extend(easy_taxes(it, NAMES).into_iter().flat_map(|tax| [tax.name, tax.about.to_owned(), tax.brings]));
    let outcome = easy_outcome(it, NAMES);
    prop_assert_eq!(outcome.is_some(), scenario.is_moved());
    if let Some(outcome) = outcome {
        let text = outcome.text();
        let words = text.split_whitespace().count();
        prop_assert!(words <= MOST, "{} words:\n{}", words, text);
        prop_assert!(text.contains(EASY.unknown[1]) && text.contains(EASY.computed[0]));
        said.push(text);
    }
    let found = faults(&said);
    prop_assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whatever_is_moved_is_said_easily(town in any_town(), wishes in wishes(), is_open in any::<bool>()) {
        assert_easy(&town, &scenario(&town, &wishes), is_open)?;
    }

    #[test]
    fn so_it_is_in_the_towns_that_there_are(town in prop::sample::select(reals().to_vec()), wishes in wishes(), is_open in any::<bool>()) {
        assert_easy(&town, &scenario(&town, &wishes), is_open)?;
    }
}
