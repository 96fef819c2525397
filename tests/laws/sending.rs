//! Sending a draft: the documented collector takes it; it ends after few requests and a bounded time, whatever a collector answers, and never says that a draft is
//! there where nobody said so.

use std::fs;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use zukunftshaushalt::group::{Nonce, Submission};
use zukunftshaushalt::model::{Choice, Move, Scenario, Town};
use zukunftshaushalt::scenario::{Answer, Next, Sending, Sent, TRIES};

use crate::cases;
use crate::towns::{all_cells, any_town, reals};
use crate::wishes::{scenario, wishes};

/// Largest request that the sample configuration of nginx lets through, bytes.
const MOST: usize = 64 << 10;

/// What the documented collector takes.
static TAKEN: LazyLock<Validator> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/xtask/package/collector/schema.json");
    let schema = serde_json::from_str(&fs::read_to_string(path).expect(path)).expect("it is JSON");
    jsonschema::draft7::new(&schema).expect("the schema is one")
});

/// The length of a submission, once the collector's schema has taken it.
fn taken(town: &Town, scenario: &Scenario, random: [u8; 16]) -> usize {
    let text = Submission::new(town, scenario, Nonce::v4(random), "2026-11-29").to_json();
    let told = serde_json::from_str(&text).expect("it is JSON");
    let problems: Vec<String> = TAKEN.iter_errors(&told).map(|it| format!("{} {it}", it.instance_path())).collect();
    assert_eq!(problems, Vec::<String>::new(), "{text}");
    text.len() + "{\"data\":}".len()
}

fn answer() -> impl Strategy<Value = Answer> {
    let known = prop::sample::select(vec![200, 201, 400, 403, 404, 409, 412, 413, 429, 500, 502, 503, 504]);
    let status = prop_oneof![known, 100..=999_u16];
    prop_oneof![3 => (status, prop_oneof![Just(0), any::<u32>()]).prop_map(|(it, wait)| Answer::Status(it, wait)), 1 => Just(Answer::Cut)]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn it_ends_and_tells_what_was_answered(answers in prop::collection::vec((answer(), 0.0..1.0_f64), TRIES as usize)) {
        let (mut sending, mut waited, mut asked) = (Sending::default(), 0_u64, 0);
        let ended = answers.iter().find_map(|(answer, chance)| {
            asked += 1;
            match sending.after(*answer, *chance) {
                Next::Over(sent) => Some((*answer, sent)),
                Next::Again(pause) => {
                    waited += u64::from(pause);
                    assert!(pause >= 400, "a pause is one");
                    None
                }
            }
        });
        let (answer, sent) = ended.expect("it ends within its tries");
        prop_assert!(waited < 35_000, "{waited}");
        let may_pass = |it: Answer| matches!(it, Answer::Cut | Answer::Status(408 | 409 | 425 | 429 | 500..=599, _));
        match sent {
            Sent::Arrived => prop_assert!(matches!(answer, Answer::Status(200..=299, _))),
            Sent::There => prop_assert!(matches!(answer, Answer::Status(412, _))),
            Sent::Refused(status) => prop_assert!(!may_pass(answer) && matches!(answer, Answer::Status(it, _) if it == status)),
            Sent::Unreached => prop_assert!(may_pass(answer) && asked == TRIES),
        }
        // Only what may pass is asked again.
        for (answer, _) in answers.iter().take(asked as usize - 1) {
            prop_assert!(may_pass(*answer), "{answer:?}");
        }
    }

    /// Whatever anybody makes, the documented collector takes it.
    #[test]
    fn a_collector_takes_every_draft(town in any_town(), wishes in wishes(), random in any::<[u8; 16]>()) {
        prop_assert!(taken(&town, &scenario(&town, &wishes), random) <= MOST);
    }

    /// Those who were put off at the same moment come back at different ones.
    #[test]
    fn pauses_differ(one in 0.0..1.0_f64, other in 0.0..1.0_f64) {
        prop_assume!((one - other).abs() > 0.01);
        let pause = |chance| Sending::default().after(Answer::Cut, chance);
        prop_assert_ne!(pause(one), pause(other));
    }
}

/// The fullest draft there can be: everything moved, with years of its own.
#[test]
fn a_collector_takes_the_fullest_draft_of_each_town() {
    for town in reals() {
        let given = |choice: Choice| {
            let amount = town.choice_room(choice).high;
            Move { amount, from: town.first_year, to: town.horizon }
        };
        let mut all = Scenario::default();
        all.moves.extend(all_cells(&town).into_iter().map(|it| (it, given(Choice::Everyday(it)))));
        all.measures.extend(town.chain.measures.places().map(|it| (it, given(Choice::Own(it)))));
        all.taxes.extend(town.taxes.places().map(|it| (it, 1_234.5)));
        all.shocks.extend(town.shocks.places());
        let length = taken(&town, &all, [0xab; 16]);
        assert!(length <= MOST, "{}: {length}", town.id);
    }
}
