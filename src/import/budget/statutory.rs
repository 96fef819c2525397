//! Rows of the statutory schemes (Muster des Ergebnis- und des Finanzplans) tell what an amount is by their labels.
//!
//! Labels, not numbers: internal charges are rows 27 and 28 in NRW and 28 and 29 elsewhere, and row 10 is a sum in one
//! Land and staff in another. A label is known by the beginnings of its words in their order, so that abbreviations
//! (`sonst. ordentl. Aufw.`) and scanned plans that lost their blanks read alike.

use super::part::Part;
use crate::header::fold;

/// Which plan rows belong to (Ergebnisplan, Finanzplan): the same label means money earned in one, money paid in the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plan {
    /// Ergebnisplan: revenue and expense.
    #[default]
    Result,
    /// Finanzplan and Teilfinanzplan: receipts and payments.
    Cash,
}

/// What a row of the scheme is (Zeile des Musters).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An amount of its own.
    Part(Part),
    /// The printed sum of one part.
    Subtotal(Part),
    /// A printed balance or result.
    Balance(Balance),
    /// A stock of money, such as liquid funds: no sum of rows.
    Stock,
}

/// Which balance a row prints (Saldo, Ergebnis).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// Ordentliches Ergebnis, with or without the financial result.
    Ordinary,
    /// Finanzergebnis.
    Financial,
    /// Außerordentliches Ergebnis.
    Extraordinary,
    /// Jahresergebnis and whatever else is called a result.
    Year,
    /// Saldo aus Investitionstätigkeit.
    Investment,
    /// Saldo of payments.
    Cash,
}

/// Whether the beginnings of words stand in a folded label one after the other.
fn holds(name: &str, stems: &[&str]) -> bool {
    stems.iter().try_fold(name, |rest, stem| rest.split_once(stem).map(|it| it.1)).is_some()
}

fn any(name: &str, words: &[&str]) -> bool {
    words.iter().any(|it| name.contains(it))
}

/// A label without number, signs and brackets, and whether it says that it is a sum.
fn bare(label: &str) -> (String, bool) {
    let mut text = label.trim();
    if let Some((before, _)) = text.split_once(['(', '[']).filter(|it| it.0.chars().any(char::is_alphabetic)) {
        text = before;
    }
    let lead = |it: char| !it.is_alphabetic();
    let head = text.get(..text.find(|it: char| it.is_alphabetic()).unwrap_or(text.len())).unwrap_or_default();
    let mut is_sum = head.contains(['=', '∑', 'Σ']);
    let folded = fold(text.trim_start_matches(lead));
    let mut name = folded.as_str();
    for word in ["zwischensumme", "gesamtsumme", "summe", "gesamtbetrag", "saldo", "insgesamt", "gesamte", "gesamt"] {
        if let Some(rest) = name.strip_prefix(word) {
            // `Saldo aus …` is a balance by its own name.
            if word == "saldo" {
                return (name.to_owned(), true);
            }
            is_sum = true;
            name = rest;
            break;
        }
    }
    for word in ["insgesamt", "gesamt"] {
        if let Some(rest) = name.strip_suffix(word) {
            is_sum = true;
            name = rest;
        }
    }
    for word in ["der", "aller", "anteilige", "anteiliges", "anteiliger", "veranschlagte"] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    (name.to_owned(), is_sum)
}

/// What a label of the scheme means; none if it is none. Signs before it (`+`, `-`, `=`) are no part of it.
pub fn row(label: &str, plan: Plan) -> Option<Row> {
    let (name, is_sum) = bare(label);
    if name.is_empty() {
        return is_sum.then_some(Row::Balance(Balance::Year));
    }
    if let Some(balance) = balance(&name, plan) {
        return Some(balance);
    }
    let found = match plan {
        Plan::Cash => cash(&name).or_else(|| result(&name).map(|_| Row::Part(Part::Cash))),
        Plan::Result => result(&name),
    };
    match found {
        Some(Row::Part(part)) if is_sum => Some(Row::Subtotal(part)),
        None if is_sum => Some(Row::Balance(Balance::Year)),
        found => found,
    }
}

/// Results, balances and stocks.
fn balance(name: &str, plan: Plan) -> Option<Row> {
    let is_flow = ["ertr", "aufw", "einzahl", "auszahl", "zufuehr"].iter().any(|it| name.starts_with(it));
    let is_stock = any(name, &["liquidemittel", "bestandan", "anfangsbestand", "endbestand"]);
    if is_stock || holds(name, &["aenderung", "bestand"]) {
        return Some(Row::Stock);
    }
    if is_flow || !any(name, &["ergebnis", "saldo", "ueberschuss", "fehlbe", "nettoressourcen", "zuschussbedarf"]) {
        return None;
    }
    Some(Row::Balance(if any(name, &["invest"]) {
        Balance::Investment
    } else if plan == Plan::Cash || any(name, &["finanzmittel", "finanzierungst", "zahlung"]) {
        Balance::Cash
    } else if any(name, &["finanzerg"]) {
        Balance::Financial
    } else if any(name, &["ausserord", "sondererg"]) || name.starts_with("ao") {
        Balance::Extraordinary
    } else if any(name, &["ordentl", "verwaltung", "laufend", "lfd"]) {
        Balance::Ordinary
    } else {
        Balance::Year
    }))
}

/// Rows of the Ergebnisplan of all Länder.
fn result(name: &str) -> Option<Row> {
    let revenue = any(name, &["ertr"]);
    let expense = any(name, &["aufw"]);
    // `Erträge aus laufender Verwaltungstätigkeit` is the sum of the rows above it.
    let is_whole =
        ["ertraegeaus", "aufwendungenaus"].iter().any(|it| name.starts_with(it)) && holds(name, &["verwaltungst"]);
    let is_ordinary = is_whole || name.starts_with("ord") || name.starts_with("laufende") || name.starts_with("lfd");
    Some(if holds(name, &["intern", "leist"]) || holds(name, &["intern", "verre"]) || any(name, &["ilv", "ilb"]) {
        Row::Part(Part::Internal)
    } else if any(name, &["kalkulator"]) {
        Row::Part(Part::Calculatory)
    } else if any(name, &["minderaufw"]) {
        Row::Part(Part::GlobalSaving)
    } else if any(name, &["ausserord"]) || name.starts_with("aoertr") || name.starts_with("aoaufw") {
        Row::Part(Part::Extraordinary)
    } else if holds(name, &["zusch", "finanzaufw"]) || holds(name, &["zuweis", "finanzaufw"]) {
        // Hessen: grants and special financial expense are ordinary.
        Row::Part(Part::OrdinaryExpense)
    } else if (any(name, &["zins"]) && expense) || any(name, &["finanzaufw"]) || name == "zinsen" {
        Row::Part(Part::Interest)
    } else if (any(name, &["zins"]) && revenue) || any(name, &["finanzertr"]) {
        Row::Part(Part::FinancialRevenue)
    } else if expense
        && (is_ordinary || name.starts_with("aufw") && ["aufw", "aufwand", "aufwendungen"].contains(&name))
    {
        Row::Subtotal(Part::OrdinaryExpense)
    } else if revenue && (is_ordinary || ["ertraege", "ertrag"].contains(&name)) {
        Row::Subtotal(Part::OrdinaryRevenue)
    } else if any(name, &["kostenerst", "kostenuml", "kostenersatz"]) && !expense {
        Row::Part(Part::OrdinaryRevenue)
    } else if expense || any(name, &["abschr", "personalkosten", "sachkosten"]) {
        Row::Part(Part::OrdinaryExpense)
    } else if revenue
        || ["steuernu", "steuernae", "zuwend", "zuweis", "entgelt", "gebuehr", "erstattung"]
            .iter()
            .any(|it| name.starts_with(it))
        || holds(name, &["oeff", "recht"])
        || holds(name, &["priv", "recht"])
        || holds(name, &["leist", "entg"])
        || holds(name, &["akt", "eigenl"])
        || holds(name, &["bestandsv"])
        || holds(name, &["aufgel", "inv"])
    {
        Row::Part(Part::OrdinaryRevenue)
    } else {
        return None;
    })
}

/// Rows of the Finanzplan and the Teilfinanzplan.
fn cash(name: &str) -> Option<Row> {
    let (comes, goes) = (any(name, &["einzahl", "rueckfl"]), any(name, &["auszahl"]));
    let is_credit = any(name, &["kredit", "darlehen", "tilgung", "anleihe", "finanzierungst", "liquiditaet"]);
    let buys = any(name, &["erwerb", "baumass", "grundst", "anlagev", "aktivierb", "sachanlag", "finanzanl", "immat"]);
    let invests = any(name, &["invest", "sachverm"]) || buys || holds(name, &["beitr", "entg"]);
    let sells = any(name, &["veraeuss", "verkauf"]);
    // `Einzahlungen aus Investitionstätigkeit` is the sum of the rows above it.
    let of = ["einzahlungen", "auszahlungen"].iter().find_map(|it| name.strip_prefix(it)).unwrap_or_default();
    let of = ["aus", "der"].iter().fold(of, |of, it| of.strip_prefix(it).unwrap_or(of));
    let is_of_section = ["invest", "laufend", "lfd", "finanzierungst"].iter().any(|it| of.starts_with(it));
    let is_whole = any(name, &["investiveeinz", "inveinz", "investiveausz", "invausz"])
        || is_of_section && holds(of, &["taetigk"]) && !holds(of, &["fuer"]);
    let part = if is_credit {
        Part::Financing
    } else if invests || sells {
        let receives = comes && !goes || sells || !goes && !buys;
        if receives { Part::InvestmentReceipts } else { Part::InvestmentPayments }
    } else if comes || goes {
        Part::Cash
    } else {
        return None;
    };
    Some(if is_whole { Row::Subtotal(part) } else { Row::Part(part) })
}

/// Whether money of this row comes in (true) or goes out; none where the label does not say.
pub fn flow(label: &str) -> Option<bool> {
    let (name, _) = bare(label);
    if any(&name, &["aufw", "auszahl", "tilgung", "abschr", "baumass", "erwerb"]) {
        return Some(false);
    }
    if any(&name, &["ertr", "einzahl", "aufnahme"]) {
        return Some(true);
    }
    match result(&name)? {
        Row::Part(part) | Row::Subtotal(part) if part.is_revenue() || part.is_expense() => Some(part.is_revenue()),
        _ => None,
    }
}

/// Which plan a label speaks of; none where it stands in both.
pub fn plan(label: &str) -> Option<Plan> {
    let (name, _) = bare(label);
    if any(&name, &["einzahl", "auszahl", "investitionst", "baumass", "finanzierungst", "finanzmittel", "kredit"])
        || any(&name, &["tilgung", "fuerinvest", "anlageverm"])
    {
        return Some(Plan::Cash);
    }
    let is_result = any(&name, &["ertr", "aufw", "abschr", "jahreserg", "finanzerg", "ordentlichese"]);
    is_result.then_some(Plan::Result)
}

/// Whether a label names a row of its own, and not only revenue or expense as a column of directions does.
pub fn is_named(label: &str) -> bool {
    let (name, _) = bare(label);
    let words = [
        "steuernu",
        "steuernae",
        "zuwend",
        "zuweis",
        "transfer",
        "rechtl",
        "kostenerst",
        "kostenuml",
        "personal",
        "versorg",
        "sachund",
        "sachu",
        "dienstl",
        "abschreib",
        "sonst",
        "eigenl",
        "bestandsv",
        "baumass",
        "erwerb",
        "veraeuss",
        "beitraeg",
        "tilgung",
        "darlehen",
        "taetigk",
        "sozialensich",
    ];
    row(label, Plan::Result).or_else(|| row(label, Plan::Cash)).is_some() && any(&name, &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REVENUE: Option<Row> = Some(Row::Part(Part::OrdinaryRevenue));
    const EXPENSE: Option<Row> = Some(Row::Part(Part::OrdinaryExpense));

    #[test]
    fn labels_are_known_with_and_without_blanks() {
        for (label, expected) in [
            ("+ ZuwendungenundallgemeineUmlagen", REVENUE),
            ("- AufwendungenfürSach-undDienstleistungen", EXPENSE),
            ("= OrdentlicheErträge", Some(Row::Subtotal(Part::OrdinaryRevenue))),
            ("Summe der ordentlichen Aufwendungen", Some(Row::Subtotal(Part::OrdinaryExpense))),
            ("Summe ordentliche Aufwendungen", Some(Row::Subtotal(Part::OrdinaryExpense))),
            ("= OrdentlichesErgebnis(=Zeilen10und17)", Some(Row::Balance(Balance::Ordinary))),
            ("- AufwendungenausinternenLeistungsbeziehungen", Some(Row::Part(Part::Internal))),
            ("Zinsen und sonstige Finanzaufwendungen", Some(Row::Part(Part::Interest))),
            ("= Ergebnis(=Zeilen26,27,28)", Some(Row::Balance(Balance::Year))),
            ("10,= Erträge", Some(Row::Subtotal(Part::OrdinaryRevenue))),
            ("Politische Gremien", None),
            ("Feuerwehr", None),
        ] {
            assert_eq!(row(label, Plan::Result), expected, "{label}");
        }
    }

    #[test]
    fn abbreviations_are_known() {
        for label in [
            "04 - öffentl.rechtl. Leistungsentgelte",
            "Öff.-rechtl. Leistungsentg.",
            "5. privatrechtl. Leistungsentgelte",
            "06 + Kostenerst. u. Kostenumlagen",
            "Steuern u. ähnl. Abgaben",
            "sonst. ordentl. Erträge",
            "sonst. Transfererträge",
            "akt. Eigenleistungen",
            "Zuwend. u. allg. Umlagen",
            "Erträge der sozialen Sicherung",
        ] {
            assert_eq!(row(label, Plan::Result), REVENUE, "{label}");
        }
        for label in [
            "16 - sonstige ordentl. Aufwendungen",
            "sonst. ordentl. Aufw.",
            "Pers.aufwendungen",
            "Aufw. f. Sach- u. Dienstl.",
            "bilanz. Abschreibungen",
            "Zuwendungen, Umlagen und sonstige Transferaufwendungen",
            "Aufwendungen für Zuweisungen und Zuschüsse sowie besondere Finanzaufwendungen",
        ] {
            assert_eq!(row(label, Plan::Result), EXPENSE, "{label}");
        }
        assert_eq!(row("Zinsen u. sonst. Finanzaufw.", Plan::Result), Some(Row::Part(Part::Interest)));
        assert_eq!(row("Zins- und sonstige Finanzerträge", Plan::Result), Some(Row::Part(Part::FinancialRevenue)));
        assert_eq!(row("a.o. Erträge", Plan::Result), Some(Row::Part(Part::Extraordinary)));
    }

    #[test]
    fn cash_is_no_revenue_and_investments_are_found() {
        use Part::{Cash, Financing, InvestmentPayments, InvestmentReceipts};
        for (label, expected) in [
            ("01 - Steuern und ähnliche Abgaben", Row::Part(Cash)),
            ("10 - Personalauszahlungen", Row::Part(Cash)),
            ("09 = Einzahlungen aus lfd. Verwaltungstätigkeit", Row::Subtotal(Cash)),
            ("18 - Zuwendungen für Investitionsmaßnahmen", Row::Part(InvestmentReceipts)),
            ("Einzahlungen aus der Veräußerung von Sachanlagen", Row::Part(InvestmentReceipts)),
            ("Einzahlungen von Beiträgen u.ä. Entgelten", Row::Part(InvestmentReceipts)),
            ("Sonstige Investitionseinzahlungen", Row::Part(InvestmentReceipts)),
            ("25 - Auszahlungen für Baumaßnahmen", Row::Part(InvestmentPayments)),
            ("Auszahlung für den Erwerb von bewegl. Anlagevermögen", Row::Part(InvestmentPayments)),
            ("Auszahlungen von aktivierbaren Zuwendungen", Row::Part(InvestmentPayments)),
            ("06 - Summe investive Einzahlungen", Row::Subtotal(InvestmentReceipts)),
            ("= Auszahlungen aus Investitionstätigkeit", Row::Subtotal(InvestmentPayments)),
            ("14 - Saldo Investitionstätigkeit", Row::Balance(Balance::Investment)),
            ("Finanzmittelüberschuss/-fehlbetrag", Row::Balance(Balance::Cash)),
            ("15 - Aufnahme von Darlehen", Row::Part(Financing)),
            ("Tilgung und Gewährung von Krediten", Row::Part(Financing)),
            ("41 Liquide Mittel", Row::Stock),
        ] {
            assert_eq!(row(label, Plan::Cash), Some(expected), "{label}");
        }
        assert_eq!(
            (plan("Personalauszahlungen"), plan("Personalaufwendungen")),
            (Some(Plan::Cash), Some(Plan::Result))
        );
        assert_eq!(plan("Steuern und ähnliche Abgaben"), None);
    }
}
