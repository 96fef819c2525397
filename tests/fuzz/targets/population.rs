//! Any bytes as a file of people; what can be read is projected by every method.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use import::population::{Method, Migration, National, back_test, pack_csv, population, project};

static GERMANY: LazyLock<National> = LazyLock::new(|| {
    let bytes = include_bytes!("../../series/files/destatis_12421-0002.csv");
    population("destatis", bytes, None).expect("readable").nations.remove(0)
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(found) = population("datei_2020.csv", bytes, None) else { return };
    for nation in &found.nations {
        let people = nation.year(nation.first).clone();
        let span = (nation.first, nation.first + 10);
        let projected = project(&people, nation.first, span, nation, &Method::National, &[]).expect("a sound span");
        assert!(projected.years.iter().all(|year| year.people().iter().all(|it| it.is_finite() && it >= 0.0)));
    }
    for stand in found.stands.iter().take(3) {
        let Ok(people) = stand.structure(Some(GERMANY.year(2020))) else { continue };
        let known = GERMANY.year(2025);
        let local = Migration::between((2010, &people), (2015, known), &GERMANY).expect("five years apart");
        for method in [Method::National, Method::StudentTown, Method::Constant, Method::Local(local)] {
            let projected = project(&people, 2020, (2018, 2026), &GERMANY, &method, &[]).expect("a sound span");
            assert!(projected.years.iter().all(|year| year.people().iter().all(|it| it.is_finite() && it >= 0.0)));
            assert_eq!(pack_csv(&projected).lines().count(), 102);
        }
    }
    if found.stands.len() < 5 {
        let _ = back_test(&found.stands, &[], &found.totals, &GERMANY);
    }
});
