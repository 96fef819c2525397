//! No number that somebody types means anything else: over languages, units and styles of writing.

use std::sync::LazyLock;

use proptest::prelude::*;
use zukunftshaushalt::figure::{Mode, read_multiplier};
use zukunftshaushalt::model::{Money, Town};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::{Lang, Typed, Unit, typed, whole};

static TOWNS: LazyLock<[Town; 2]> =
    LazyLock::new(|| [muenster(), freiburg()].map(|it| load(&it).expect("the pack loads")));

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(Lang::ALL.to_vec())
}

/// Digits in groups of three.
fn grouped(digits: &str, mark: &str) -> String {
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = tail.as_bytes().chunks(3).map(|it| std::str::from_utf8(it).unwrap());
    Some(head).filter(|it| !it.is_empty()).into_iter().chain(groups).collect::<Vec<_>>().join(mark)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a field shows, typed in again, changes nothing, and so does the change beside it.
    #[test]
    fn what_is_shown_and_typed_again_changes_nothing(
        town in 0_usize..2, index in any::<usize>(), place in -1.0_f64..1.0, mode in 0_usize..3, lang in lang(),
    ) {
        let (town, mode) = (&TOWNS[town], Mode::ALL[mode]);
        let purposes = town.purposes();
        let purpose = purposes[index % purposes.len()];
        let mut rows = vec![(town.planned(purpose), town.room(purpose))];
        rows.extend(town.cells(purpose).into_iter().map(|cell| (town.cell_amount(cell), town.cell_room(cell))));
        for (planned, room) in rows {
            let now = if place < 0.0 { room.low * -place } else { room.high * place };
            for now in [now, Money::ZERO, room.low, room.high] {
                for shown in [mode.amount(town, planned, now, lang), mode.change(town, planned, now, lang)] {
                    prop_assert_eq!(mode.read(town, planned, now, &shown, lang), Some(now), "{} {:?}", shown, mode);
                }
            }
            let plan = mode.amount(town, planned, Money::ZERO, lang);
            let back = mode.read(town, planned, now, &plan, lang);
            // Where both read alike the present one stays.
            let is_alike = mode.amount(town, planned, now, lang) == plan;
            prop_assert_eq!(back, Some(if is_alike { now } else { Money::ZERO }));
        }
    }

    /// In every style of writing it is the number meant, or it is refused.
    #[test]
    fn a_number_is_the_one_that_was_meant_or_none(
        euros in 0_u32..100_000, cents in 0_u32..1000, decimals in 0_usize..4, style in 0_usize..8, near in 0.35_f64..2.9, lang in lang(),
        sign in prop::sample::select(vec!["", "+", "-", "− "]), unit in prop::sample::select(vec!["", " Mio. €", "\u{a0}€"]),
    ) {
        let fraction = format!("{cents:03}")[..decimals].to_owned();
        let value: f64 = format!("{euros}.{fraction}0").parse().unwrap();
        let (group, mark) = [("", ","), (".", ","), (" ", ","), ("\u{202f}", ","), ("", "."), (",", "."), ("'", "."), ("\u{2019}", ".")][style];
        let number = grouped(&euros.to_string(), group) + if decimals > 0 { mark } else { "" } + &fraction;
        // A value lies near its plan, a change is no more than it.
        let planned = value.max(0.001) * if sign.is_empty() { near } else { near.max(1.0) };
        let read = typed(&format!("{sign}{number}{unit}"), Unit::Millions, planned, lang);
        // A mark of the language that is a decimal mark is one, even where a foreigner groups by it.
        let own = if lang == Lang::De { ',' } else { '.' };
        let is_foreign = number.matches(own).count() == 1 && !number.contains(if own == ',' { '.' } else { ',' }) && group == own.to_string();
        // Three decimals behind a mark that groups here: without the plan to decide, they are a group.
        let is_foreign = is_foreign || !sign.is_empty() && decimals == 3 && !mark.starts_with(own);
        let meant = match sign {
            "" => Typed::Value(value),
            "+" => Typed::Change(value),
            _ => Typed::Change(-value),
        };
        if !is_foreign {
            prop_assert!(read.is_none() || read == Some(meant), "{sign}{number}{unit} in {lang:?}: {read:?}");
        }
        // The language's own style is always understood.
        if (style < 2) == (lang == Lang::De) && style != 6 && style != 7 && style != 2 && style != 3 {
            prop_assert_eq!(read, Some(meant), "{} in {:?}", number, lang);
        }
    }

    /// No text at all makes it fail, and what is read is a finite number.
    #[test]
    fn any_text_is_a_number_or_none(text in "[0-9.,' +±−€%MioT\u{a0}-]{0,12}|.{0,12}", planned in -1.0_f64..1e4, lang in lang()) {
        for unit in [Unit::Millions, Unit::Euros, Unit::Percent] {
            if let Some(Typed::Value(value) | Typed::Change(value)) = typed(&text, unit, planned, lang) {
                prop_assert!(value.is_finite() && text.bytes().any(|it| it.is_ascii_digit()));
            }
        }
    }
}

#[test]
fn what_a_tax_shows_changes_nothing() {
    for town in TOWNS.iter() {
        for (tax, lang) in town.taxes.iter().flat_map(|tax| [(tax, Lang::De), (tax, Lang::En)]) {
            for now in [tax.multiplier, tax.range.0, tax.range.1, (tax.range.0 + 3.0).min(tax.range.1)] {
                assert_eq!(read_multiplier(tax, now, &whole(now, lang), lang), Some(now));
                assert_eq!(read_multiplier(tax, now, "+10", lang), Some(tax.multiplier + 10.0));
                assert_eq!(read_multiplier(tax, now, "465.5", lang), Some(465.5));
                assert_eq!(read_multiplier(tax, now, "465,5", lang), Some(465.5));
            }
        }
    }
}
