use super::{AnnexWords, Lasting, PictureWords, PointSaid};
use crate::model::TaxKind;
use crate::model::fiscal::Land;
use crate::text::method::begun;

/// What the balance leaves out.
const FOLLOW_UP: &str = "Abschreibungen, Zinsen und Folgekosten sind darin nicht enthalten.";

/// German.
pub static ANNEX: AnnexWords = AnnexWords {
    sheet: |town, year| format!("{town} · Haushalt {year}, Änderungsantrag (Muster)"),
    draft: |name, date| {
        let name = if name.is_empty() { "Entwurf ohne Namen".to_owned() } else { format!("Entwurf „{name}“") };
        if date.is_empty() { name } else { format!("{name} · {date}") }
    },
    no_forecast: "Modellrechnung, keine Prognose.",
    data: |pack, plan| format!("Datensatz {pack} ({plan})"),
    model: |version| format!("Modell {version}"),
    check: |value| format!("Prüfwert {value}"),
    check_note: "Der Prüfwert gehört zu genau diesen Änderungen, diesem Datensatz und diesem Modell; jede andere Änderung ergibt einen anderen.",
    adopted: |year, later| {
        let later = later.map_or_else(String::new, |(from, to)| {
            let years = if from == to { from.to_string() } else { format!("{from} bis {to}") };
            format!(" Was für {years} folgt, ist Finanzplanung.")
        });
        format!(
            "Der Ansatz {year} ist beschlossen. Eine Änderung für {year} setzt einen Nachtragshaushalt voraus.{later}"
        )
    },
    pattern: "Muster: Vor dem Einreichen sind Produktgruppen, Zeilen, Jahre und Beträge mit der Kämmerei zu prüfen.",

    title_untouched: "Keine Änderung gegenüber dem Plan",
    lead: |size, is_more| {
        let a_year = if size.contains("Jahr") { "" } else { " im Jahr" };
        format!("{}{a_year} {}", begun(size), if is_more { "mehr" } else { "weniger" })
    },
    lead_money: |amount, name, is_more| {
        format!("{amount} im Jahr {} für „{name}“", if is_more { "mehr" } else { "weniger" })
    },
    lead_tax: |name, planned, now, is_fee| {
        if is_fee {
            format!("„{name}“: {now}\u{a0}% statt {planned}\u{a0}% des Plans")
        } else {
            format!("„{name}“: Hebesatz {now} statt {planned}")
        }
    },
    lead_between: |name| format!("„{name}“: Geld zwischen Zielen verschoben"),
    covered_from: |names| format!(", gedeckt aus {names}"),
    title_loans: |has_grants| {
        if has_grants { ", bezahlt aus Krediten und Zuwendungen" } else { ", bezahlt aus Krediten" }
    },
    title_missing: |amount| format!(", nicht gedeckt: es fehlen {amount} im Jahr"),
    title_missing_some: |amount| format!(", nicht in jedem Jahr gedeckt: es fehlen bis zu {amount} im Jahr"),
    title_left: |amount| format!(", der Ergebnisplan verbessert sich um {amount} im Jahr"),
    covered: "Änderungen gedeckt: Saldo 0\u{a0}€",
    missing: |amount| format!("Nicht gedeckt: es fehlen {amount} im Jahr"),
    left: |amount| format!("Änderungen gedeckt: Der Ergebnisplan verbessert sich um {amount} im Jahr"),
    untouched: "Nichts verändert: Saldo 0\u{a0}€",
    missing_some: |amount| format!("Nicht in jedem Jahr gedeckt: es fehlen bis zu {amount} im Jahr"),
    covered_always: "Änderungen in jedem Jahr gedeckt",
    differs: |years, page| {
        format!(
            "Die Änderungen gelten verschieden lange. Saldo je Jahr: {years}. Die Waage der Seite zeigt {page}, als gälten alle zugleich."
        )
    },
    loans: |amount, is_more| {
        if is_more {
            format!(
                "Investitionen sind kein Teil dieses Saldos: Für sie nimmt die Stadt im Modell {amount} im Jahr mehr Kredite auf."
            )
        } else {
            format!(
                "Investitionen sind kein Teil dieses Saldos: Für sie nimmt die Stadt im Modell {amount} im Jahr weniger Kredite auf."
            )
        }
    },

    motion: "Antragstext",
    resolves: |land, is_adopted| match (land, is_adopted) {
        (Land::Nw, true) => {
            "Der Rat beauftragt die Verwaltung, den Entwurf einer Nachtragssatzung mit folgenden Änderungen vorzulegen und die Finanzplanung entsprechend fortzuschreiben:"
        }
        (Land::Nw, false) => "Der Rat beschließt:",
        (Land::Bw, _) => "Der Gemeinderat beschließt:",
        _ => "Die Gemeindevertretung beschließt:",
    },
    no_motion: "Es ist nichts verändert. Ein Antrag entsteht mit der ersten Änderung.",
    only_goals: "Verschoben ist nur, welchen Zielen das Geld dient. Kein Ansatz ändert sich, ein Antrag ist dafür nicht nötig.",
    group: |code, label| {
        if label.is_empty() { format!("Produktgruppe {code}") } else { format!("Produktgruppe {code} ({label})") }
    },
    row: |number, label, is_finance| {
        format!("Zeile {number} des {} ({label})", if is_finance { "Finanzplans" } else { "Ergebnisplans" })
    },
    whole_group: |label| format!("{label} (Zeile mit der Kämmerei abstimmen)"),
    point: |it| {
        let verb = if it.is_more { "erhöht" } else { "vermindert" };
        let (what, When { one, each, rest, .. }) = (what(it), when(it));
        if it.is_cover {
            format!("Zur Deckung wird {one} der {}, um {each}{} {verb}{rest}{what}.", it.place, it.amount)
        } else {
            format!("{} der {}, wird um {each}{} {verb}{rest}{what}.", begun(&one), it.place, it.amount)
        }
    },
    several: |it| {
        let verb = if it.is_more { "erhöht" } else { "vermindert" };
        let (what, When { many, each, rest, .. }) = (what(it), when(it));
        if it.is_cover {
            format!("Zur Deckung werden folgende {many} um zusammen {each}{} {verb}{rest}{what}:", it.amount)
        } else {
            format!("Folgende {many} werden um zusammen {each}{} {verb}{rest}{what}:", it.amount)
        }
    },
    part: |place, amount| format!("{}: {amount}", begun(place)),
    refund: |place, amount, is_more, is_finance, is_named| {
        let row = if is_named { "" } else { "; Zeile mit der Kämmerei abstimmen" };
        if is_finance {
            let verb = if is_more { "erhöht, soweit eine Zuwendung zugesagt ist" } else { "vermindert" };
            if !is_named {
                return format!(
                    "{place}: Die Einzahlungen aus Zuwendungen werden dafür um {amount} im Jahr {verb} (rechnerisch nach der Quote des Datensatzes{row})."
                );
            }
            return format!(
                "{}, wird dafür um {amount} im Jahr {verb} (rechnerisch nach der Quote des Datensatzes).",
                begun(place)
            );
        }
        let verb = if is_more { "steigen" } else { "sinken" };
        format!(
            "{place}: Erträge aus Erstattungen {verb} rechnerisch um {amount} im Jahr (Quote des Datensatzes{row})."
        )
    },
    posts: |group, posts, cost, is_more| {
        format!(
            "{group}: Die Änderung in Zeile 11 entspricht rechnerisch {posts} Stellen {}, zu Durchschnittskosten des Plans von {cost} je Stelle. Das ist ein Rechenhinweis, keine Änderung des Stellenplans.",
            if is_more { "mehr" } else { "weniger" }
        )
    },
    tax: |it| {
        let (planned, now) = it.set;
        let yields = if it.is_higher { "Mehrertrag" } else { "Minderertrag" };
        let place = if it.place.is_empty() { String::new() } else { format!(", {}", it.place) };
        let yields = format!("Rechnerischer {yields}, aus dem Ansatz {}: {} im Jahr{place}", it.base, it.amount);
        let (name, from) = (it.name, it.from);
        let Some(statute) = statute(it.kind) else {
            return format!(
                "„{name}“ wird von {from} an von {planned} auf {now}\u{a0}% des Plans geändert, durch Änderung der eigenen Satzung oder Entgeltordnung. {yields}."
            );
        };
        let until = if it.is_higher {
            format!(" Eine Erhöhung für {from} ist bis zum 30. Juni {from} zu beschließen ({statute}).")
        } else {
            String::new()
        };
        format!(
            "Der Hebesatz für „{name}“ wird von {from} an von {planned} auf {now} v.\u{a0}H. geändert, durch eigenen Beschluss zur Hebesatzsatzung.{until} {yields}."
        )
    },
    promise: |group, year, amount, years, printed| {
        let printed = printed.map_or_else(String::new, |[old, new]| {
            format!(" In dieser Produktgruppe für {year} bisher {old}, neu {new}.")
        });
        format!(
            "Die Verpflichtungsermächtigungen {year} der {group} werden um {amount} erhöht, fällig {years}.{printed}"
        )
    },
    credit: |land, year, amount, is_more, printed| {
        let place =
            if matches!(land, Land::Nw | Land::Bw) { "§\u{a0}2 der Haushaltssatzung" } else { "Haushaltssatzung" };
        let verb = if is_more { "erhöht" } else { "vermindert" };
        let printed = printed.map_or_else(String::new, |[old, new, row]| {
            format!(" Zeile {row} des Finanzplans {year}: bisher {old}, neu {new}.")
        });
        let limit = if land == Land::Nw && is_more {
            " Kredite sind nur zulässig, wenn eine andere Finanzierung nicht möglich ist oder wirtschaftlich unzweckmäßig wäre (§\u{a0}77 Abs. 4 GO NRW)."
        } else {
            ""
        };
        format!("Die Kreditermächtigung {year} für Investitionen ({place}) wird um {amount} {verb}.{printed}{limit}")
    },
    together: |year| {
        format!("Mehrere Nummern ändern denselben Ansatz. Für die Abstimmung gilt je Ansatz {year} die Summe:")
    },
    row_together: |place, points, last, sum| format!("{} (Nr. {points} und {last}): {sum}", begun(place)),
    year_amount: |years, amount| format!("{years}: {amount}"),
    not_covered: |amount| {
        format!(
            "Zur Deckung enthält der Entwurf nicht genug. Saldo der beantragten Änderungen im Ergebnisplan: {amount} im Jahr schlechter. {FOLLOW_UP}"
        )
    },
    result_by_year: |years| format!("Saldo der beantragten Änderungen im Ergebnisplan je Jahr: {years}. {FOLLOW_UP}"),
    not_spent: |amount| {
        format!("Saldo der beantragten Änderungen im Ergebnisplan: {amount} im Jahr besser. {FOLLOW_UP}")
    },
    without_rows: |town| {
        format!(
            "Die Zeilen des Plans je Produktgruppe sind für {town} nicht in den Daten. Genannt sind deshalb nur Summen der Produktgruppen."
        )
    },
    rules: [
        "Zeile nach der Art der Maßnahme: Stellen in Zeile 11, Bau, Unterhaltung und Einkauf in Zeile 13, Zuschüsse in Zeile 15. Ob eine Erneuerung Aufwand oder Investition ist, richtet sich nach der KomHVO und ist mit der Kämmerei zu klären.",
        "Kürzung verteilt auf die Zeilen, in denen nach der Regel des Datensatzes binnen eines Jahres etwas beweglich ist: 5\u{a0}% der Zeile 11, 10\u{a0}% der Zeilen 13 und 16, dazu Transfers ohne Zusage. Zeilen mit weniger als 1\u{a0}% davon bleiben, wie sie sind.",
        "Erhöhung verteilt wie der Ansatz heute auf die Zeilen 11, 13, 15 und 16. Zeilen mit weniger als 1\u{a0}% davon bleiben, wie sie sind.",
        "Nur die Summe genannt, weil sich keine einzelne Zeile begründen lässt.",
    ],
    rule_built: "Investition nach ihrer Art: Bau in Zeile 25, Fahrzeuge in Zeile 26, Zuwendungen anderer in Zeile 18; nur die Summe (Zeilen 23 und 30), wo der Teilfinanzplan der Produktgruppe nicht vorliegt. Welche Einzelmaßnahme sich ändert, ist mit der Kämmerei abzustimmen.",

    budget: "Ansätze alt und neu",
    budget_head: ["Produktgruppe", "Bezeichnung", "Zeile", "Bezeichnung der Zeile", "Dauer"],
    old: |year| format!("{year} alt"),
    change: |year| format!("{year} Änderung"),
    new: |year| format!("{year} neu"),
    lasting: |it| match it {
        Lasting::Once(year) => format!("einmalig {year}"),
        Lasting::Limited(from, to) => format!("befristet {from} bis {to}"),
        Lasting::From(from) => format!("dauerhaft ab {from}"),
    },
    only_changes: |from, to| {
        let years = if from == to { from.to_string() } else { format!("{from} bis {to}") };
        format!(
            "Für {years} enthalten die Daten dieser Seite keine Zeilen des Ergebnisplans je Produktgruppe. Dort steht nur die Änderung."
        )
    },
    planned: |from, to| {
        let years = if from == to { from.to_string() } else { format!("{from} bis {to}") };
        format!("Die alten Beträge der Investitionen für {years} sind Finanzplanung, kein beschlossener Ansatz.")
    },
    gross_note: "Beträge in Euro, brutto; Erstattungen und Zuwendungen anderer stehen in eigenen Zeilen.",
    ordinary_expense: "ordentliche Aufwendungen",
    ordinary_revenue: "ordentliche Erträge",
    payments: "Auszahlungen aus Investitionstätigkeit",
    receipts: "Einzahlungen aus Investitionstätigkeit",
    multiplier: |planned, now, is_fee| {
        if is_fee { format!("{planned} auf {now}\u{a0}%") } else { format!("Hebesatz {planned} auf {now}") }
    },
    sum_expense: "Summe Aufwendungen",
    sum_revenue: "Summe Erträge",
    balance: "Saldo (Erträge weniger Aufwendungen)",
    sum_built: "Saldo der Investitionen",

    projects: "Einzelmaßnahmen der Investition im Plan",
    projects_head: ["Produktgruppe", "Nummer", "Bezeichnung"],
    promised: |year| format!("VE {year}"),
    projects_note: "Auszahlungen und Verpflichtungsermächtigungen (VE) in Euro, wie gedruckt. Nicht jede Maßnahme des Plans liegt vor; welche sich ändert, ist mit der Kämmerei abzustimmen.",

    effects: "Wirkung gegenüber dem Plan",
    effects_head: ["Änderung", "Kennzahl", "von heute", "Spanne (80\u{a0}%)", "Jahr", "Beleg"],
    no_effects: "Keine Kennzahl ändert sich um so viel, dass es hier gezählt wird. Das heißt nicht, dass sich nichts ändert.",
    further_effects: |count| match count {
        1 => "Eine weitere Kennzahl ändert sich um weniger, als hier gezählt wird.".to_owned(),
        count => format!("{count} weitere Kennzahlen ändern sich um weniger, als hier gezählt wird."),
    },
    generations: "Generationen",
    generations_head: ["Geburtsjahre", "Euro je Person", "Richtung"],
    law: "Haushaltsrecht",
    reasons: "Begründung",
    reasons_head: ["Änderung", "Betrag im Jahr", "Begründung"],
    reason_place: "Noch keine Begründung. Hier ist Platz dafür:",
    chain: "Wie wird aus Geld eine Wirkung?",
    chain_head: ["Maßnahme", "Kennzahl", "Schritt", "Rechnung", "Wert", "Spanne (80\u{a0}%)", "Beleg"],
    chain_none: |names| {
        format!("Ohne Wirkung in Zahlen, die der Katalog kennt: {names}. Das heißt nicht, dass sich nichts ändert.")
    },
    assumptions: "Annahmen",
    assumptions_head: ["Annahme", "Grundlage", "Quelle"],
    prices: |year| format!("Alle Beträge in Preisen von {year}."),
    refund_assumed: |group, percent, reason| {
        let reason = if reason.is_empty() { String::new() } else { format!(" {reason}") };
        format!("{group}: Von jedem Euro mehr oder weniger tragen andere {percent}.{reason}")
    },
    interest_assumed: |percent| {
        format!(
            "Zins: Schulden, die der Entwurf macht oder spart, kosten oder bringen jährlich {percent} über der Preissteigerung."
        )
    },
    written_off_assumed: "Abschreibung: Was gebaut wird, wird vom Jahr nach der Fertigstellung an in gleichen Teilen über seine Nutzungsdauer abgeschrieben.",
    rows_assumed: "Zeilenwahl",
    figures_from: |source| format!("Haushaltszahlen: {}.", source.trim_end_matches('.')),
    opens: "Diesen Entwurf öffnen und nachrechnen. Der Link enthält nur die Änderungen, keine Angaben zur Person:",
    summary: "Zusammenfassung",
    for_council: "Anlage für den Rat",
    for_council_note: "Muster eines Änderungsantrags, schwarzweiß lesbar. Als PDF über „Drucken“.",
    print: "Drucken / PDF",
    copy: "Text kopieren",
    copy_summary: "Zusammenfassung kopieren",
    copied: "Kopiert. In der Textverarbeitung einfügen.",
    not_copied: "Der Browser lässt das Kopieren nicht zu. Markieren Sie das Blatt, und kopieren Sie es selbst.",
    as_workbook: "Arbeitsmappe (XLSX)",
    workbook_coming: "Die Arbeitsmappe wird erstellt.",
    as_tables: "Tabellen (CSV)",
    pictures: PictureWords {
        title: "Bilder (SVG, PNG)",
        pick: "Ein Bild der Seite mit seinen Worten, auf weißem Grund, zum Mitnehmen:",
        opening: "Was sich umschichten ließe",
        as_svg: "Als SVG",
        as_png: "Als PNG",
        coming: "Das Bild wird erstellt.",
    },
    rows_missing: "Die gedruckten Zeilen des Haushaltsplans sind nicht angekommen. Ohne sie fehlen hier Zeilen und alte Ansätze.",
    rows_coming: "Die gedruckten Zeilen des Haushaltsplans sind noch unterwegs.",
    rows_again: "Noch einmal laden",
    place_head: "Produktgruppe, Zeile",
    stacked_note: "Je Jahr von oben nach unten: alter Ansatz, Änderung, neuer Ansatz (fett).",
    unnamed: "ohne Namen",
    reason_how: "Gründe schreiben Sie an der Werkbank in der Liste aller Änderungen.",
};

/// By which law a multiplier that is raised must be decided in time (as of 2026); none for a fee.
fn statute(kind: TaxKind) -> Option<&'static str> {
    match kind {
        TaxKind::TradeTax => Some("§\u{a0}16 Abs. 3 GewStG"),
        TaxKind::PropertyTaxB => Some("§\u{a0}25 Abs. 3 GrStG"),
        TaxKind::Fee => None,
    }
}

/// Which amounts of the plan are changed: a budget that can be adopted (Ansatz), or what is planned for later.
struct When {
    /// One of them, with its article.
    one: String,
    /// Several.
    many: String,
    /// What stands before the amount.
    each: &'static str,
    /// What follows for the years after the budget.
    rest: String,
}

fn when(it: &PointSaid<'_>) -> When {
    let (from, to) = it.lasting.span();
    let years = |from: u16| match to {
        Some(to) if from == to => from.to_string(),
        Some(to) => format!("{from} bis {to}"),
        None => format!("ab {from}"),
    };
    if from > it.adopted {
        let each = match it.lasting {
            Lasting::Once(_) => "",
            Lasting::Limited(..) => "je ",
            Lasting::From(_) => "jährlich ",
        };
        let years = years(from);
        let (one, many) = (format!("die Finanzplanung {years}"), format!("Beträge der Finanzplanung {years}"));
        return When { one, many, each, rest: String::new() };
    }
    let (one, many) = (format!("der Ansatz {from}"), format!("Ansätze {from}"));
    let later = from.saturating_add(1);
    let rest = match to {
        Some(to) if to == from => String::new(),
        Some(to) if to == later => format!(", die Finanzplanung {to} um ebenso viel"),
        Some(_) => format!(", die Finanzplanung {} um jährlich ebenso viel", years(later)),
        None => format!(", die Finanzplanung {} dauerhaft um jährlich ebenso viel", years(later)),
    };
    When { one, many, each: "", rest }
}

fn what(it: &PointSaid<'_>) -> String {
    match (it.what.is_empty(), it.is_more) {
        (true, _) => String::new(),
        (false, true) => format!(" (mehr: {})", it.what),
        (false, false) => format!(" (weniger: {})", it.what),
    }
}
