//! Words that budgets use for kinds, directions and sums (Wörter des Haushalts), compared after folding.

use serde::Serialize;

use super::part::Part;
pub use crate::header::is_of_which;

use crate::header::fold;

/// Planned or happened (Wertart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Budgeted: Plan, Ansatz, Soll, Finanzplanung.
    Plan,
    /// Booked: Ist, Ergebnis, Rechnung.
    Actual,
    /// A change of the plan: Nachtrag, fortgeschriebener Ansatz.
    Supplement,
    /// Commitments for later years: Verpflichtungsermächtigung.
    Commitment,
    /// The file does not say.
    Unspecified,
}

/// Words of each kind; longer words stand before those that they contain.
const KINDS: [(&str, Kind); 35] = [
    ("verpflichtungsermaechtigungen", Kind::Commitment),
    ("verpflichtungsermaechtigung", Kind::Commitment),
    ("nachtragshaushalt", Kind::Supplement),
    ("nachtragsplan", Kind::Supplement),
    ("nachtrag", Kind::Supplement),
    ("fortgeschriebeneransatz", Kind::Supplement),
    ("fortgeschransatz", Kind::Supplement),
    ("finanzplanung", Kind::Plan),
    ("ergebnisplanung", Kind::Plan),
    ("ergebnisplan", Kind::Plan),
    ("haushaltsansatz", Kind::Plan),
    ("haushaltsplan", Kind::Plan),
    ("planansatz", Kind::Plan),
    ("planung", Kind::Plan),
    ("planwert", Kind::Plan),
    ("ansatz", Kind::Plan),
    ("budget", Kind::Plan),
    ("entwurf", Kind::Plan),
    ("beschluss", Kind::Plan),
    ("plan", Kind::Plan),
    ("soll", Kind::Plan),
    ("vorlaeufigesergebnis", Kind::Actual),
    ("vorlrechnung", Kind::Actual),
    ("vorlaeufigerechnung", Kind::Actual),
    ("vorlist", Kind::Actual),
    ("vorlaeufigesist", Kind::Actual),
    ("vorlergebnis", Kind::Actual),
    ("rechnungsergebnis", Kind::Actual),
    ("jahresrechnung", Kind::Actual),
    ("jahresabschluss", Kind::Actual),
    ("rechnung", Kind::Actual),
    ("ergebnis", Kind::Actual),
    ("actual", Kind::Actual),
    ("istwert", Kind::Actual),
    ("ist", Kind::Actual),
];

/// Short words that must be the whole rest of a name.
const SHORT_KINDS: [(&str, Kind); 22] = [
    ("ve", Kind::Commitment),
    ("re", Kind::Actual),
    ("ra", Kind::Actual),
    ("vist", Kind::Actual),
    ("rechnungserg", Kind::Actual),
    ("erg", Kind::Actual),
    ("ergeb", Kind::Actual),
    ("vorlre", Kind::Actual),
    ("vre", Kind::Actual),
    ("vorlra", Kind::Actual),
    ("rech", Kind::Actual),
    ("vorljahreserg", Kind::Actual),
    ("ans", Kind::Plan),
    ("va", Kind::Plan),
    ("jr", Kind::Actual),
    ("jahreserg", Kind::Actual),
    ("vorlerg", Kind::Actual),
    ("hha", Kind::Plan),
    ("hhpl", Kind::Plan),
    ("hh", Kind::Plan),
    ("fp", Kind::Plan),
    ("plandaten", Kind::Plan),
];

/// The kind that a folded name begins or ends with, and what is left of the name.
pub fn kind_in(folded: &str) -> (Option<Kind>, String) {
    for (word, kind) in KINDS {
        let rest = folded.strip_prefix(word).or_else(|| folded.strip_suffix(word));
        if let Some(rest) = rest {
            return (Some(kind), rest.to_owned());
        }
    }
    match SHORT_KINDS.iter().find(|it| it.0 == folded) {
        Some((_, kind)) => (Some(*kind), String::new()),
        None => (None, folded.to_owned()),
    }
}

/// The kind that a cell of a column says, such as `Ist` or `ergebnisplanung`.
pub fn kind_of(cell: &str) -> Option<Kind> {
    let letters: String = fold(cell).chars().filter(|it| !it.is_ascii_digit()).collect();
    kind_in(&letters).0
}

/// Whether a cell is a word for a kind and nothing else: `Ansatz`, `Vorl. RE`, `Plan 2026`.
pub fn is_kind_word(cell: &str) -> bool {
    let letters: String = fold(cell).chars().filter(|it| !it.is_ascii_digit()).collect();
    let mut rest = letters;
    let mut is_kind = false;
    while let (Some(_), less) = kind_in(&rest) {
        (rest, is_kind) = (less, true);
    }
    is_kind && rest.is_empty()
}

/// Whether a header names what is reckoned and neither planned nor booked: `Prognose 2026`, `Durchschnitt 2021-2025`.
pub fn is_forecast(name: &str) -> bool {
    let folded = fold(name);
    ["prognose", "hochrechnung", "hochgerechnet", "forecast", "voraussichtlich", "durchschnitt", "mittelwert"]
        .iter()
        .any(|it| folded.contains(it))
}

/// Whether a header names money for each of something: `Aufwand je Tag`, `Ertrag pro Einwohner`.
pub fn is_rate(name: &str) -> bool {
    name.split(|it: char| !it.is_alphanumeric()).skip(1).any(|it| ["je", "pro"].contains(&it.to_lowercase().as_str()))
}

/// What a direction column says (Richtung): `Ertrag`, `Ausgaben`, `investive Auszahlung`, `E`, `A`.
pub fn direction(cell: &str) -> Option<Part> {
    if cell.is_empty() {
        return None;
    }
    let folded = fold(cell);
    let has = |words: &[&str]| words.iter().any(|it| folded.contains(it));
    if folded.is_empty() {
        return None;
    }
    if has(&["internele", "interneve", "internenle", "internenve", "ilv"]) {
        return Some(Part::Internal);
    }
    // `Umlage Ertrag` may be an internal allocation, or what a district takes from its towns.
    if folded.starts_with("umlage") && has(&["ertr", "aufw"]) {
        return Some(Part::Unknown);
    }
    if has(&["finanzierungs"]) && has(&["zahl"]) {
        return Some(Part::Financing);
    }
    let invests = has(&["inv", "baumass", "erwerb", "grundst", "anlageverm", "sachanlag", "sachverm", "aktivierb"]);
    if has(&["zins", "finanzaufw"]) && !has(&["ertr"]) {
        return Some(Part::Interest);
    }
    if has(&["finanzertr", "zinsertr"]) {
        return Some(Part::FinancialRevenue);
    }
    if has(&["einzahl"]) {
        return Some(if invests { Part::InvestmentReceipts } else { Part::Cash });
    }
    if has(&["auszahl"]) {
        return Some(if invests { Part::InvestmentPayments } else { Part::Cash });
    }
    if has(&["invest"]) {
        let comes_in = has(&["einnahm", "zuwend", "zuweis", "zuschuess", "beitr"]);
        return Some(if comes_in { Part::InvestmentReceipts } else { Part::InvestmentPayments });
    }
    if has(&["ertr", "einnahm", "revenue", "income", "erloes"]) || folded == "e" {
        return Some(Part::OrdinaryRevenue);
    }
    if has(&["aufw", "ausgab", "expen", "spending", "kosten"]) || folded == "a" {
        return Some(Part::OrdinaryExpense);
    }
    None
}

/// What a debit or credit mark says (Soll, Haben): revenue stands in credit, expense in debit.
pub fn side(cell: &str) -> Option<Part> {
    match fold(cell).as_str() {
        "s" | "soll" | "d" | "debit" => Some(Part::OrdinaryExpense),
        "h" | "haben" | "c" | "credit" => Some(Part::OrdinaryRevenue),
        _ => None,
    }
}

/// Whether a cell says where or when a page was printed, which is no amount: `Seite 1 von 3`, `Stand: 15.11.2025`.
pub fn is_imprint(cell: &str) -> bool {
    let text = cell.trim_start_matches(|it: char| !it.is_alphanumeric());
    ["Seite", "Blatt", "Stand", "Datum", "Druckdatum", "Erstellt", "Gedruckt", "Ausgedruckt"].iter().any(|word| {
        let (begin, rest) = (text.get(..word.len()), text.get(word.len()..));
        begin.is_some_and(|it| it.eq_ignore_ascii_case(word))
            && rest.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
    })
}

/// Whether a label speaks of internal charges (interne Leistungsverrechnung).
pub fn is_internal(label: &str) -> bool {
    let folded = fold(label);
    ["interneleist", "internenleist", "interneverrech", "internenverrech", "internerleist"]
        .iter()
        .any(|it| folded.contains(it))
}

/// What the name of an account says that its number may not: calculatory costs are none of revenue and expense.
pub fn apart(label: &str) -> Option<Part> {
    let folded = fold(label);
    if folded.starts_with("kalkulator") {
        Some(Part::Calculatory)
    } else if folded.starts_with("ausserordentlichee") || folded.starts_with("ausserordentlichea") {
        Some(Part::Extraordinary)
    } else {
        None
    }
}

/// Beginnings of cells that can name nothing but a sum, whatever stands beside them.
const SURE_SUMS: [&str; 23] = [
    "summe",
    "zwischensumme",
    "gesamtsumme",
    "endsumme",
    "zwsumme",
    "seitensumme",
    "blattsumme",
    "teilsumme",
    "gruppensumme",
    "bereichssumme",
    "produktsumme",
    "spaltensumme",
    "saldo",
    "gesamtsaldo",
    "gesamtbetrag",
    "übertrag",
    "uebertrag",
    "zu übertragen",
    "zu uebertragen",
    "zuschussbedarf",
    "jahresergebnis",
    "gesamtergebnis",
    "jahresfehlbetrag",
];

/// Whether a cell says of itself that its row is a sum, even beside a code: `Summe Produkt 0101`, `= Erträge`.
pub fn is_sure_sum(cell: &str) -> bool {
    // SAP's lists mark sums with stars: `*  Erträge`, `** Ergebnis`.
    let stars = cell.trim_start().trim_start_matches('*');
    let has_stars = stars.len() < cell.trim_start().len() && stars.starts_with(char::is_whitespace);
    let text = stars.trim_start();
    if has_stars || text.starts_with(['=', 'Σ', '∑']) {
        return text.contains(char::is_alphabetic);
    }
    const WHOLE: [&str; 7] = ["gesamt", "total", "insgesamt", "gesamthaushalt", "gesamtplan", "summen", "gesamtstadt"];
    if WHOLE.iter().any(|it| text.eq_ignore_ascii_case(it)) {
        return true;
    }
    // How pivot tables call the sum of a group: `01 Ergebnis`.
    let ends = [" Ergebnis", " Gesamt", " Summe", " gesamt", " insgesamt"].iter().any(|it| text.ends_with(it));
    // And SAP: `Ergebnis 010101`.
    let is_coded = text.strip_prefix("Ergebnis ").is_some_and(|it| {
        it.contains(|it: char| it.is_ascii_digit()) && it.chars().all(|it| it.is_ascii_digit() || " ./-".contains(it))
    });
    ends || is_coded
        || SURE_SUMS.iter().any(|word| {
            let begins = text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
            // `Summe` and `Summen`, but no longer word.
            let rest = text.get(word.len()..).unwrap_or_default();
            begins && !rest.trim_start_matches(['n', 's']).starts_with(char::is_alphabetic)
        })
}

/// Whether a cell names a sum instead of a thing (Summenzeile).
pub fn is_sum(cell: &str) -> bool {
    let folded = fold(cell);
    let begins = [
        "summe",
        "zwischensumme",
        "gesamtsumme",
        "gesamtergebnis",
        "gesamthaushalt",
        "endsumme",
        "insgesamt",
        "uebertrag",
        "gesamtbetrag",
        "zuschussbedarf",
        "jahresergebnis",
        "jahresueberschuss",
        "jahresfehlbetrag",
        "gesamtertr",
        "gesamtaufw",
        "gesamteinn",
        "gesamtausg",
    ];
    begins.iter().any(|it| folded.starts_with(it))
        || folded.ends_with("insgesamt")
        || ["total", "gesamt", "saldo", "ergebnis", "alle", "sum", "totals", "gesamtplan", "ueberschuss", "fehlbetrag"]
            .contains(&folded.as_str())
        || is_sure_sum(cell)
}

/// Whether a label without a code of its own names a part of the budget that others make up: `Teilhaushalt 2 Schulen`,
/// `Dezernat IV`. What its rows add up to is held against it.
pub fn is_heading(label: &str) -> bool {
    const PARTS: [&str; 6] = ["teilhaushalt", "thh", "dezernat", "produktbereich", "fachbereich", "produktgruppe"];
    let folded = fold(label);
    PARTS.iter().any(|it| folded.starts_with(it)) && label.split_whitespace().count() > 1
}

/// How fine a row is: 0 a whole budget, 1 an area, 2 a group, 3 a product; none if the word is unknown.
pub fn level(cell: &str) -> Option<u8> {
    match fold(cell).as_str() {
        "total" | "summe" | "gesamt" | "gesamthaushalt" | "insgesamt" | "0" => Some(0),
        "productarea" | "area" | "produktbereich" | "pb" | "bereich" | "hauptproduktbereich" | "1" => Some(1),
        "productgroup" | "group" | "produktgruppe" | "pg" | "gruppe" | "2" => Some(2),
        "product" | "produkt" | "p" | "teilprodukt" | "leistung" | "3" => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        for (cell, kind) in [
            ("Ist", Some(Kind::Actual)),
            ("ergebnisplanung", Some(Kind::Plan)),
            ("Rechnungsergebnis 2015", Some(Kind::Actual)),
            ("Haushaltsansatz(€)", Some(Kind::Plan)),
            ("VE 2018", Some(Kind::Commitment)),
            ("RE 2024", Some(Kind::Actual)),
            ("Nachtrag 2016", Some(Kind::Supplement)),
            ("Veranstaltung", None),
        ] {
            assert_eq!(kind_of(cell), kind, "{cell}");
        }
    }

    #[test]
    fn directions_are_read() {
        for (cell, part) in [
            ("Einnahmen", Some(Part::OrdinaryRevenue)),
            ("Aufwand", Some(Part::OrdinaryExpense)),
            ("E", Some(Part::OrdinaryRevenue)),
            ("Investive Auszahlungen", Some(Part::InvestmentPayments)),
            ("Investition", Some(Part::InvestmentPayments)),
            ("Investitionszuwendungen", Some(Part::InvestmentReceipts)),
            ("Zinsaufwendungen", Some(Part::Interest)),
            ("Finanzerträge", Some(Part::FinancialRevenue)),
            ("Aufwendungen aus internen Leistungsbeziehungen", Some(Part::Internal)),
            ("Umlage Ertrag", Some(Part::Unknown)),
            ("Kreisumlage (Aufwand)", Some(Part::OrdinaryExpense)),
            ("Plan", None),
        ] {
            assert_eq!(direction(cell), part, "{cell}");
        }
    }

    #[test]
    fn parts_of_the_row_above_are_known() {
        assert!(is_of_which("davon Auszubildende") && is_of_which("- Darunter: Zinsen") && is_of_which("dav. Bund"));
        assert!(!is_of_which("Davonlaufen") && !is_of_which("Auszubildende, davon 3 neu") && !is_of_which(""));
    }

    #[test]
    fn page_marks_are_no_amounts() {
        assert!(is_imprint("Seite 1 von 3") && is_imprint("- Stand: 15.11.2025") && is_imprint("erstellt am 1.2.2026"));
        assert!(!is_imprint("Standgelder 2026") && !is_imprint("1.000 Seite") && !is_imprint(""));
    }

    #[test]
    fn sums_are_no_schools() {
        assert!(is_sum("Summe") && is_sum("Gesamtsumme:") && is_sum("Erträge insgesamt") && is_sum("Total"));
        assert!(is_sure_sum("Summe Produkt 0101") && is_sure_sum("= Erträge") && is_sure_sum("Saldo"));
        assert!(is_sure_sum("*  Erträge") && is_sure_sum("Gesamt") && is_sure_sum("01 Ergebnis"));
        assert!(!is_sure_sum("Gesamtschulen") && !is_sure_sum("Summarische Prüfung") && !is_sure_sum("Saldenlisten"));
        assert!(!is_sum("Gesamtschulen") && !is_sum("Summarische Prüfung") && !is_sum(""));
    }
}
