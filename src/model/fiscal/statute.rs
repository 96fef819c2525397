//! The paragraphs of each Land's law, and how they were read.

use serde::Serialize;

use crate::model::Seen;

/// What was read of a law, and how (Fundstelle).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// Paragraphs and where they were read, German and English.
    pub what: (&'static str, &'static str),
    /// Since when the wording holds, or the day up to which it was followed, `YYYY-MM-DD` (Stand).
    pub as_of: &'static str,
    /// How it was read; what is only remembered never stands here.
    pub seen: Seen,
}

/// Where a Land's own law says it (Gesetzestext).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Statute {
    /// Paragraph on the balanced budget.
    pub balance_paragraph: &'static str,
    /// Paragraph on what needs approval when it takes from the general reserve, if the law knows that.
    pub approval_paragraph: Option<&'static str>,
    /// Paragraph on deficits that are carried forward.
    pub carry_paragraph: &'static str,
    /// Paragraph on what is due if it cannot be balanced.
    pub consolidation_paragraph: &'static str,
    /// What was read of it.
    pub readings: &'static [Reading],
}

/// Municipal code of North Rhine-Westphalia since the 3. NKFWG of 5 March 2024, GV. NRW. p. 136 (Gemeindeordnung).
pub const GO_NRW: Statute = Statute {
    balance_paragraph: "§ 75 Abs. 2 GO NRW",
    approval_paragraph: Some("§ 75 Abs. 4 GO NRW"),
    carry_paragraph: "§ 79 Abs. 3, § 84 Abs. 2 GO NRW",
    consolidation_paragraph: "§ 76 GO NRW",
    readings: &[
        Reading {
            what: (
                "§ 76 Abs. 1 und § 84 Abs. 2 Gemeindeordnung Nordrhein-Westfalen im Wortlaut (haufe.de, anwalt24.de, gelesen am 28.11.2026)",
                "§ 76 (1) and § 84 (2) of the municipal code (GO) of North Rhine-Westphalia, in full (haufe.de, anwalt24.de, read on 28 November 2026)",
            ),
            as_of: "2023-12-31",
            seen: Seen::Secondary,
        },
        Reading {
            what: (
                "§§ 75 und 79 Gemeindeordnung Nordrhein-Westfalen in der Fassung des 3. NKFWG (GV. NRW. 2024 S. 136), Zusammenfassungen der Stadt Bonn und der gpaNRW",
                "§§ 75 and 79 of the municipal code (GO) of North Rhine-Westphalia as amended by the 3. NKFWG (GV. NRW. 2024 p. 136), summaries by the City of Bonn and gpaNRW",
            ),
            as_of: "2024-03-05",
            seen: Seen::Secondary,
        },
    ],
};

/// Municipal code and budget ordinance of Baden-Württemberg (Gemeindeordnung, Gemeindehaushaltsverordnung).
pub const GEMO_BW: Statute = Statute {
    balance_paragraph: "§ 80 Abs. 2 GemO BW",
    approval_paragraph: None,
    carry_paragraph: "§ 24 Abs. 3, § 25 Abs. 3 GemHVO BW",
    consolidation_paragraph: "§ 80 Abs. 3 GemO BW",
    readings: &[Reading {
        what: (
            "§ 80 Gemeindeordnung und §§ 24 und 25 Gemeindehaushaltsverordnung Baden-Württemberg (§ 80 und § 24 im Wortlaut nach anwalt24.de, § 25 nach einer Zusammenfassung)",
            "§ 80 of the municipal code (GemO) and §§ 24 and 25 of the municipal budget ordinance (GemHVO) of Baden-Württemberg (§ 80 and § 24 in full at anwalt24.de, § 25 from a summary)",
        ),
        as_of: "2025-11-18",
        seen: Seen::Secondary,
    }],
};

#[cfg(test)]
mod tests {
    use super::{GEMO_BW, GO_NRW};
    use crate::model::Seen;

    #[test]
    fn nothing_of_a_law_is_only_remembered() {
        for statute in [GO_NRW, GEMO_BW] {
            assert!(!statute.readings.is_empty());
            for it in statute.readings {
                assert!(matches!(it.seen, Seen::Primary | Seen::Secondary), "{}", it.what.0);
                let date: Vec<&str> = it.as_of.split('-').collect();
                assert_eq!(date.iter().map(|part| part.len()).collect::<Vec<_>>(), [4, 2, 2], "{}", it.as_of);
            }
        }
    }
}
