//! The files of the catalogue and of what a town says about it, in the order of `packs/README.md`.

use crate::model::{Basis, Direction, Finding, Grade, MeasureKind, OwnNumberOf, Seen};
use crate::pack::declare::{KEYED, LISTED, NEEDED, OPTIONAL, keyed, tables};
use crate::pack::holds::{Both, Maybe, MaybeBoth, Needed, Number, Of, Open, Part, Small, Text, Whole, Word, YesNo};
use crate::pack::tables::{FieldRow, LeverRow};

tables! {
    /// Every file of the catalogue, and those of a town that name what it uses of it.
    TABLES =

    SharedRow: "catalogue/indicators.csv", "what measures may change, as far as towns share it", NEEDED, KEYED {
        id: Needed,
        name: Both,
        unit: Both,
        definition: Both,
        direction: Word<Direction>,
        worst: Maybe<Number>,
        best: Maybe<Number>,
        count_per: Maybe<Number>,
        count_age_from: Maybe<Small>,
        count_age_to: Maybe<Small>,
        count_base: Maybe<Number>,
        count: MaybeBoth,
    }

    MeasureRow: "catalogue/measures.csv", "what money can buy", NEEDED, KEYED {
        id: Needed,
        field: Of<FieldRow>,
        kind: Word<MeasureKind>,
        name: Both,
        many: Both,
        one: Both,
        unit_cost: Number,
        low: Number,
        high: Number,
        year: Whole,
        life: Number,
        starts_after: Whole,
        grant_share: Maybe<Part>,
        follow_cost: Maybe<Number>,
        saving: Maybe<Number>,
        most_per_year: Maybe<Number>,
        basis: Word<Basis>,
        source: Both,
        url: Text,
        seen: Word<Seen>,
        note: MaybeBoth,
    }

    MeasureEffectRow: "catalogue/measure_effects.csv", "what a unit of a measure changes", NEEDED, KEYED {
        id: Needed,
        measure: Of<MeasureRow>,
        indicator: Maybe<Of<SharedRow>>,
        per_unit: Number,
        low: Maybe<Number>,
        high: Maybe<Number>,
        per_euro: YesNo,
        delay: Number,
        grade: Word<Grade>,
        direction: Word<Finding>,
        counts_of: Text,
        source: Both,
        url: Text,
        seen: Word<Seen>,
        arithmetic: Both,
        sentence: Both,
        caveat: MaybeBoth,
    }

    LinkRow: "catalogue/links.csv", "what one indicator does to another", NEEDED, LISTED {
        from: Of<SharedRow>,
        to: Of<SharedRow>,
        per_count: Number,
        low: Maybe<Number>,
        high: Maybe<Number>,
        grade: Word<Grade>,
        counts_of: Text,
        source: Both,
        url: Text,
        seen: Word<Seen>,
        reason: Both,
    }

    UsedRow: "chain/measures.csv", "which measures a town uses, and on which lever", NEEDED, KEYED {
        measure: Of<MeasureRow>,
        lever: Maybe<Of<LeverRow>>,
        usual: YesNo,
        reason: MaybeBoth,
    }

    StockRow: "chain/stock.csv", "how many units of a measure the town has today", OPTIONAL, KEYED {
        measure: Of<MeasureRow>,
        value: Number,
        year: Whole,
        basis: Word<Basis>,
        source: Both,
        url: Text,
        seen: Word<Seen>,
        note: MaybeBoth,
    }

    OwnRow: "chain/numbers.csv", "numbers of the town in place of the catalogue’s", OPTIONAL, LISTED {
        of: Word<OwnNumberOf>,
        key: Open,
        value: Number,
        low: Maybe<Number>,
        high: Maybe<Number>,
        year: Whole,
        basis: Word<Basis>,
        source: Both,
        url: Text,
        seen: Word<Seen>,
        reason: Both,
    }
}

// Positions in the catalogue, which are not those in a town.
keyed! {
    SharedRow: "an indicator" as usize, |at, _| at;
    MeasureRow: "a measure" as usize, |at, _| at;
    MeasureEffectRow: "an effect" as usize, |at, _| at;
}
