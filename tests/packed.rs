//! Towns as the page gets them: what is packed at build time is what was loaded, and anything else is refused in words.

use std::sync::LazyLock;

use proptest::prelude::*;
use zukunftshaushalt::model::{MeasureAt, Money, Move, Scenario, Town, Year, simulate};
use zukunftshaushalt::pack::{Files, Packed, fill, freiburg, load, muenster, pack, unpack};

static FREIBURG: LazyLock<Town> = LazyLock::new(|| town(freiburg()));

/// The same, packed.
static PACKED: LazyLock<Packed> = LazyLock::new(|| pack(&FREIBURG).expect("every town can be packed"));

fn town(files: Files) -> Town {
    load(&files).expect("the packs in the repository are sound")
}

/// The bytes before the town itself: mark, shape and checksum.
const HEAD: usize = 4 + 16 + 8;

fn moved(town: &Town) -> Scenario {
    let mut moved = Scenario::default();
    let given = Move { amount: Money::from_euros(1e6), from: town.first_year, to: Year(2035) };
    moved.measures.insert(MeasureAt(0), given);
    moved
}

#[test]
fn a_packed_town_is_the_loaded_one_to_the_last_bit() {
    for files in [muenster(), freiburg()] {
        let town = town(files);
        let packed = pack(&town).unwrap();
        let (unpacked, later) = unpack(&packed.town).unwrap();
        let told = |town: &Town| [Scenario::default(), moved(town)].map(|it| format!("{:?}", simulate(town, &it)));
        assert_eq!(told(&unpacked), told(&town), "{}: numbers do not wait for texts", town.id);
        for (part, texts) in packed.later.iter().enumerate() {
            assert_ne!(unpacked, town, "{}: part {part} is needed", town.id);
            fill(&later, part, texts).unwrap();
        }
        assert_eq!(unpacked, town, "{}", town.id);
        // `0.0 == -0.0`, and nobody should have to think about it.
        let again = pack(&unpacked).unwrap();
        assert!(again.town == packed.town && again.later == packed.later, "{}", town.id);
    }
}

/// What is read first is there at first, in German; English and what is read behind a click are not.
#[test]
fn later_texts_stand_apart() {
    let (town, later) = unpack(&PACKED.town).unwrap();
    let [effect, full] = [&town, &FREIBURG].map(|it| it.chain.effects.first().unwrap());
    assert_eq!((&town.name.de, &*town.name.en), (&FREIBURG.name.de, ""));
    assert_eq!((&*effect.sentence.de, &*effect.source.de, &*effect.arithmetic.de), ("", "", ""));
    fill(&later, 1, &PACKED.later[1]).unwrap();
    assert_eq!((&*effect.sentence.de, &*effect.sentence.en), (&*full.sentence.de, ""));
    assert_eq!((&*effect.source.de, &*effect.source.en), (&*full.source.de, ""));
    assert_eq!((&*effect.arithmetic.de, &*effect.arithmetic.en), (&*full.arithmetic.de, ""));
}

#[test]
fn what_is_no_town_of_this_build_is_refused_in_words() {
    let packed = &PACKED.town;
    let refused = |bytes: &[u8]| unpack(bytes).err().unwrap().to_string();
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

/// Texts of another town, of another part or broken ones are refused, and the town stays as it is.
#[test]
fn texts_that_belong_elsewhere_are_refused_in_words() {
    let (town, later) = unpack(&PACKED.town).unwrap();
    let other = pack(&self::town(muenster())).unwrap();
    let refused = |part: usize, bytes: &[u8]| fill(&later, part, bytes).unwrap_err().to_string();
    assert!(refused(0, &other.later[0]).contains("found others"));
    assert!(refused(0, &PACKED.later[1]).contains("found others"));
    assert!(refused(7, &PACKED.later[1]).contains("found others"));
    assert!(refused(0, &PACKED.later[0][..40]).contains("cut off or changed"));
    assert_eq!(&*town.name.en, "");
}

proptest! {
    /// Even where the checksum is right, bytes that are no town end in words, never in a panic or without memory.
    #[test]
    fn no_bytes_make_it_panic(content in proptest::collection::vec(any::<u8>(), 0..4000), keep in 0usize..60_000) {
        let packed = &PACKED.town;
        let content = [&packed[HEAD..][..keep.min(packed.len() - HEAD)], &content].concat();
        let sum = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let bytes = [&packed[..HEAD - 8], &sum.to_le_bytes(), &content].concat();
        if let Ok((town, _)) = unpack(&bytes) {
            simulate(&town, &Scenario::default());
        }
    }
}
