//! Towns as the page gets them: what is packed at build time is what was loaded, and anything else is refused in words.

use std::sync::LazyLock;

use proptest::prelude::*;
use zukunftshaushalt::model::{MeasureAt, Money, Move, Scenario, Town, Year, simulate};
use zukunftshaushalt::pack::{Files, freiburg, load, muenster, pack, unpack};

static FREIBURG: LazyLock<Town> = LazyLock::new(|| town(freiburg()));

/// The same, packed.
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(&FREIBURG).expect("every town can be packed"));

fn town(files: Files) -> Town {
    load(&files).expect("the packs in the repository are sound")
}

/// The bytes before the town itself: mark, shape and checksum.
const HEAD: usize = 4 + 16 + 8;

#[test]
fn a_packed_town_is_the_loaded_one_to_the_last_bit() {
    for files in [muenster(), freiburg()] {
        let town = town(files);
        let packed = pack(&town).unwrap();
        let unpacked = unpack(&packed).unwrap();
        assert_eq!(unpacked, town, "{}", town.id);
        // `0.0 == -0.0`, and nobody should have to think about it.
        assert_eq!(pack(&unpacked).unwrap(), packed, "{}", town.id);
        let mut moved = Scenario::default();
        let given = Move { amount: Money::from_euros(1e6), from: town.first_year, to: Year(2035) };
        moved.measures.insert(MeasureAt(0), given);
        for scenario in [Scenario::default(), moved] {
            let told = |town: &Town| format!("{:?}", simulate(town, &scenario));
            assert_eq!(told(&unpacked), told(&town), "{}", town.id);
        }
    }
}

#[test]
fn what_is_no_town_of_this_build_is_refused_in_words() {
    let packed = &*PACKED;
    let refused = |bytes: &[u8]| unpack(bytes).unwrap_err().to_string();
    let mut stale = packed.clone();
    stale[10] ^= 1;
    let mut garbled = packed.clone();
    garbled[HEAD + 1000] ^= 1;
    for (bytes, words) in [
        (&b""[..], "found something else"),
        (b"[[\"pack.csv\", \"\"]]", "found something else"),
        (b"<!DOCTYPE html>", "found something else"),
        (&stale, "found one for another"),
        (&packed[..HEAD - 3], "cut off or changed"),
        (&packed[..packed.len() / 2], "cut off or changed"),
        (&garbled, "cut off or changed"),
    ] {
        assert!(refused(bytes).contains(words), "{}", refused(bytes));
    }
}

proptest! {
    /// Even where the checksum is right, bytes that are no town end in words, never in a panic or without memory.
    #[test]
    fn no_bytes_make_it_panic(content in proptest::collection::vec(any::<u8>(), 0..4000), keep in 0usize..60_000) {
        let packed = &*PACKED;
        let content = [&packed[HEAD..][..keep.min(packed.len() - HEAD)], &content].concat();
        let sum = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let bytes = [&packed[..HEAD - 8], &sum.to_le_bytes(), &content].concat();
        if let Ok(town) = unpack(&bytes) {
            simulate(&town, &Scenario::default());
        }
    }
}
