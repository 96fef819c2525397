//! Rows of the statutory scheme (Muster des Teilergebnisplans) tell what an amount is by their labels.
//!
//! Labels, not numbers: internal charges are rows 27 and 28 in NRW and 28 and 29 elsewhere. Scanned plans lose the
//! blanks between words; labels are compared without them.

use super::part::Part;
use crate::header::fold;

/// What a row of the scheme is (Zeile des Musters).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An amount of its own.
    Part(Part),
    /// The printed sum of one part.
    Subtotal(Part),
    /// Another printed sum: balance or result.
    Balance,
}

/// Beginnings of folded labels. Source: rows of Münster's Teilergebnisplan 2026 and the labels of the NKF chart.
const ROWS: [(&str, Row); 38] = [
    ("ertraegeausinternen", Row::Part(Part::Internal)),
    ("aufwendungenausinternen", Row::Part(Part::Internal)),
    ("aufwendungenfuerinterne", Row::Part(Part::Internal)),
    ("interneleistung", Row::Part(Part::Internal)),
    ("ausserordentlicheertraege", Row::Part(Part::Extraordinary)),
    ("ausserordentlicheaufwendungen", Row::Part(Part::Extraordinary)),
    ("ausserordentlichesergebnis", Row::Balance),
    ("steuernundaehnliche", Row::Part(Part::OrdinaryRevenue)),
    ("zuwendungen", Row::Part(Part::OrdinaryRevenue)),
    ("zuweisungenundzuwendungen", Row::Part(Part::OrdinaryRevenue)),
    ("sonstigetransferertraege", Row::Part(Part::OrdinaryRevenue)),
    ("oeffentlichrechtliche", Row::Part(Part::OrdinaryRevenue)),
    ("entgeltefueroeffentliche", Row::Part(Part::OrdinaryRevenue)),
    ("privatrechtliche", Row::Part(Part::OrdinaryRevenue)),
    ("sonstigeprivatrechtliche", Row::Part(Part::OrdinaryRevenue)),
    ("kostenerstattungen", Row::Part(Part::OrdinaryRevenue)),
    ("sonstigeordentlicheertraege", Row::Part(Part::OrdinaryRevenue)),
    ("sonstigeertraege", Row::Part(Part::OrdinaryRevenue)),
    ("aktivierteeigenleistungen", Row::Part(Part::OrdinaryRevenue)),
    ("bestandsveraenderungen", Row::Part(Part::OrdinaryRevenue)),
    ("aufgeloesteinvestitionszuwendungen", Row::Part(Part::OrdinaryRevenue)),
    ("personalaufwendungen", Row::Part(Part::OrdinaryExpense)),
    ("versorgungsaufwendungen", Row::Part(Part::OrdinaryExpense)),
    ("aufwendungenfuersach", Row::Part(Part::OrdinaryExpense)),
    ("bilanzielleabschreibungen", Row::Part(Part::OrdinaryExpense)),
    ("abschreibungen", Row::Part(Part::OrdinaryExpense)),
    ("transferaufwendungen", Row::Part(Part::OrdinaryExpense)),
    ("sonstigeordentlicheaufwendungen", Row::Part(Part::OrdinaryExpense)),
    ("sonstigeaufwendungen", Row::Part(Part::OrdinaryExpense)),
    ("finanzertraege", Row::Part(Part::FinancialRevenue)),
    ("zinsenundaehnlicheertraege", Row::Part(Part::FinancialRevenue)),
    ("zinsenundsonstigefinanzaufwendungen", Row::Part(Part::Interest)),
    ("zinsenundaehnlicheaufwendungen", Row::Part(Part::Interest)),
    ("zinsaufwendungen", Row::Part(Part::Interest)),
    ("ordentlicheertraege", Row::Subtotal(Part::OrdinaryRevenue)),
    ("ordentlicheaufwendungen", Row::Subtotal(Part::OrdinaryExpense)),
    ("summe", Row::Balance),
    ("finanzergebnis", Row::Balance),
];

/// What a label of the scheme means; none if it is none. Signs before it (`+`, `-`, `=`) are no part of it.
pub fn row(label: &str) -> Option<Row> {
    let is_sum = label.trim_start().starts_with('=');
    let folded = fold(label);
    let name = folded.trim_start_matches(|it: char| it.is_ascii_digit());
    // "Summe ordentliche Erträge" and "Ordentliche Erträge" are the same subtotal.
    let name = name.strip_prefix("summe").or_else(|| name.strip_prefix("gesamt")).unwrap_or(name);
    let name = name.strip_prefix("der").unwrap_or(name);
    let found = ROWS.iter().find(|(begin, _)| name.starts_with(begin)).map(|(_, row)| *row);
    match found {
        Some(Row::Part(part)) if is_sum => Some(Row::Subtotal(part)),
        Some(row) => Some(row),
        None if is_sum || name.contains("ergebnis") => Some(Row::Balance),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_with_and_without_blanks() {
        for (label, expected) in [
            ("+ ZuwendungenundallgemeineUmlagen", Some(Row::Part(Part::OrdinaryRevenue))),
            ("- AufwendungenfürSach-undDienstleistungen", Some(Row::Part(Part::OrdinaryExpense))),
            ("= OrdentlicheErträge", Some(Row::Subtotal(Part::OrdinaryRevenue))),
            ("Summe der ordentlichen Aufwendungen", None),
            ("Summe ordentliche Aufwendungen", Some(Row::Subtotal(Part::OrdinaryExpense))),
            ("= OrdentlichesErgebnis(=Zeilen10und17)", Some(Row::Balance)),
            ("- AufwendungenausinternenLeistungsbeziehungen", Some(Row::Part(Part::Internal))),
            ("Zinsen und sonstige Finanzaufwendungen", Some(Row::Part(Part::Interest))),
            ("= Ergebnis(=Zeilen26,27,28)", Some(Row::Balance)),
            ("Politische Gremien", None),
        ] {
            assert_eq!(row(label), expected, "{label}");
        }
    }
}
