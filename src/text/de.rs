//! Deutsch.

use std::cmp::Ordering;

pub use super::annex::DE as ANNEX;
use super::catalog::{ExpectedKinds, LawSaid, LawWords, Texts};
pub use super::method::DE as METHOD;
use crate::model::fairness::{Light, Metric};
use crate::model::fiscal::{Authority, Balance, BudgetLaw, Land, Rules, Trigger};
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, Direction, Grade, LegalClass, Seen};

/// The German catalogue.
pub static TEXTS: Texts = Texts {
    first: &super::first::DE,
    heading: |town, year, goals| match goals {
        1 => format!("Haushalt {year} der {town} nach einem Nachhaltigkeitsziel"),
        _ => format!("Haushalt {year} der {town} nach {} Nachhaltigkeitszielen", counted(goals).to_lowercase()),
    },
    cancel: "Abbrechen",

    meter: "Waage",
    missing: "Es fehlen",
    left: "Übrig sind",
    balanced: "Änderungen gedeckt",
    balanced_by_loans: "Gedeckt, dazu Kredit",
    balanced_fewer_loans: "Gedeckt, weniger Kredit",
    unchanged_meter: "Nichts verändert",
    as_planned: "wie beschlossen",
    beam_missing: "fehlt",
    beam_left: "übrig",
    spread: "Rest verteilen",
    reset: "Alles auf den Plan zurück",
    last_move: |what, amount| format!("Zuletzt: {what} {amount} im Jahr. Für sich genommen:"),
    invested: |amount, until| {
        format!(
            "Außerdem Investitionen: {amount} im Jahr bis {until}. Das verändert die Schulden und über Abschreibung und Zinsen spätere Ergebnisse, nicht das, was im Jahr fehlt oder übrig ist."
        )
    },
    steps: [
        ("Ziel verschieben", "Regler, − und + oder Zahl"),
        ("Wirkung lesen", "Leistung, Kennzahlen, Generationen"),
        ("Sichern", "nur in diesem Browser"),
    ],
    understood: "Verstanden",
    unplaced: |amount, is_more, bounds| {
        let way = match is_more {
            Some(true) => "zusätzlich ausgeben",
            Some(false) => "kürzen",
            None => "verschieben",
        };
        format!("Hier lassen sich {amount} nicht {way}, weil {bounds}.")
    },
    bounds: [
        "das Gesetz die Grenze setzt",
        "das Geld durch Vertrag oder Zweck gebunden ist",
        "Sie es gesperrt haben",
        "mehr in einem Jahr nicht zu schaffen ist",
        "der Plan dafür nichts ausweist, was sich kürzen ließe",
    ],
    limited_tax: |name, low, high| format!("{name}: Einstellen lassen sich hier {low} bis {high}."),

    spread_title: "Rest verteilen",
    spread_intro: |amount, missing| {
        if missing {
            format!(
                "Es fehlen {amount} im Jahr. Gekürzt würde, was Sie weder verändert noch gesperrt haben, im Verhältnis zum Spielraum nach unten. Erstattete Leistungen bleiben außen vor."
            )
        } else {
            format!(
                "Übrig sind {amount} im Jahr. Erhöht würde, was Sie weder verändert noch gesperrt haben, im Verhältnis zum Spielraum nach oben. Erstattete Leistungen bleiben außen vor."
            )
        }
    },
    spread_head: ["Ziel", "bisher", "neu"],
    spread_rest: |amount| format!("{amount} lassen sich so nicht unterbringen."),
    spread_nothing: "Es gibt nichts mehr, was sich dafür bewegen ließe.",
    spread_do: "So verteilen",

    ledger: "Wofür gibt die Stadt ihr Geld aus?",
    ledger_note: |year, percent, amount| {
        format!("Aufwendungen {year}. Höchstens {amount} davon ließen sich in einem Jahr kürzen ({percent}, Annahme).")
    },
    voluntary_grants: |amount| {
        format!("Freiwillige Zuschüsse an Dritte sind nach dem Zuschussbericht der Stadt {amount}.")
    },
    hatched: "Schraffierte Teile sind gebunden.",
    show_as: "Beträge zeigen als",
    modes: ["Mio. €", "€ je Kopf", "%"],
    mode_units: ["Mio. €", "€ je Kopf", "% vom Plan"],
    plan: "Plan",
    less: |name, step| format!("{name}: {step} weniger"),
    more: |name, step| format!("{name}: {step} mehr"),
    amount_of: |name, unit| format!("{name}, Betrag in {unit}"),
    value_text: |amount, percent, floor, ceiling| match percent {
        Some((percent, true)) => {
            format!("{amount}, {percent} Prozent mehr als geplant, Untergrenze {floor}, Obergrenze {ceiling}")
        }
        Some((percent, false)) => {
            format!("{amount}, {percent} Prozent weniger als geplant, Untergrenze {floor}, Obergrenze {ceiling}")
        }
        None => format!("{amount}, wie geplant, Untergrenze {floor}, Obergrenze {ceiling}"),
    },
    not_a_number: |example| {
        format!(
            "Das lässt sich hier nicht eindeutig als Zahl lesen. Erwartet wird zum Beispiel {example}; mit + oder − davor zählt die Zahl vom Plan aus."
        )
    },
    signed_hint: "Mit + oder − davor zählt die Zahl vom Plan aus.",
    open_levers: |name| format!("Stellschrauben zum Ziel „{name}“"),
    levers_note: |amount, low, high| {
        format!("Von {amount} laufenden Mitteln lassen sich bis zu {low} kürzen; bis zu {high} lassen sich aufstocken.")
    },
    overhead_note: "Dient allen Zielen und gehört zu keinem.",
    fixed: "Feste Zeilen",
    goals_sum: |goals| if goals == 1 { "Ein Ziel".to_owned() } else { format!("{} Ziele zusammen", counted(goals)) },
    total: "Alle Aufwendungen laut Plan",
    total_with_changes: "mit Ihren Änderungen",
    revenue_sum: "Ordentliche Erträge laut Plan",
    result: "Jahresergebnis laut Plan, mit Finanzergebnis",
    reimbursed: |reimbursed, own| format!("Davon erstatten andere {reimbursed}, auf die Stadt entfallen {own}."),
    back_to_plan: |name| format!("{name} zurück auf Plan"),
    lock: |name| format!("{name} sperren"),
    locked_by_you: "Von Ihnen gesperrt.",
    class: |class| match class {
        LegalClass::Freiwillig => "freiwillig",
        LegalClass::PflichtigeSelbstverwaltung => "Pflichtaufgabe",
        LegalClass::WeisungAuftrag => "im Auftrag von Bund oder Land",
        LegalClass::Gebuehrenhaushalt => "gebührenfinanziert",
        LegalClass::VertraglichGebunden => "vertraglich gebunden",
        LegalClass::Zweckgebunden => "zweckgebunden",
        LegalClass::NichtSteuerbar => "von der Stadt nicht beeinflussbar",
    },
    basis: |basis| match basis {
        Basis::Official => "amtlich",
        Basis::Estimate => "Schätzung",
        Basis::Assumption => "Annahme",
    },
    assumption: "Annahme",
    allowed: |low, high| format!("Spielraum {low} bis {high}:"),
    not_movable: |reason| format!("Nicht frei verschiebbar: {reason}"),
    share_note: |percent| format!("{percent} der Produktgruppe, Annahme."),
    about_lever: "Grundlagen",
    legal_basis: "Rechtsgrundlage",
    lines_title: "Produktgruppen im Plan",
    investment: "Investition",
    line_invested: |year, amount| format!("Auszahlungen für Investitionen {year}: {amount}"),
    invested_until: |year| format!(" Gilt jedes Jahr bis {year}."),
    lines_head: ["Nr.", "Produktgruppe", "Aufwand", "Erträge"],
    effects_title: "Was über die Wirkung bekannt ist",
    no_effect_rows: "Zu dieser Stellschraube liegt keine Untersuchung vor.",
    not_measured: "Wirkung nicht erfasst",
    changes: |count| if count == 1 { "Eine Änderung:".to_owned() } else { format!("{count} Änderungen:") },
    nothing_changed: "Noch keine Änderung.",

    taxes: "Wie nimmt die Stadt mehr oder weniger ein?",
    taxes_note: "Hebesätze in Prozent, Gebühren in Prozent des Plans. Der Finanzausgleich nimmt davon nichts und gibt nichts dazu: Er rechnet mit einheitlichen Hebesätzen.",
    multiplier: "Hebesatz",
    tax_point: |amount| format!("Ein Punkt bringt {amount} im Jahr."),
    tax_value: |multiplier, change| format!("Hebesatz {multiplier}, {change}"),
    fee: "Gebühr in % des Plans",
    fee_point: |amount| format!("Ein Prozent bringt {amount} im Jahr."),
    fee_value: |percent, change| format!("Gebühr {percent}\u{a0}% des Plans, {change}"),

    outputs: "Das kauft das Geld",
    outputs_note: "Jahr für Jahr, gerechnet mit festen Kosten je Einheit.",
    bought_with: |lever, goals| format!("{lever}, für {goals}"),
    units: |it| {
        let (way, about) = (if it.more { "mehr" } else { "weniger" }, if it.is_below { "unter" } else { "etwa" });
        let a_year = if it.together.is_some() || it.first.is_some() { " im Jahr" } else { "" };
        let mut said = format!("{way}: {about} {} {}{a_year}", it.count, it.noun);
        match it.first {
            Some(Some(year)) => said.push_str(&format!(", die ersten ab {year}")),
            Some(None) => said.push_str(&format!(", die ersten erst nach {}", it.horizon)),
            None => {}
        }
        if let Some(together) = &it.together {
            said.push_str(&format!("; {} sind dadurch etwa {together} {way} da", it.horizon));
        }
        if let Some((today, year)) = &it.today {
            said.push_str(&format!(" (vorhanden {year}: {today})"));
        }
        said
    },
    units_short: |it| {
        let sign = if it.more { '+' } else { '\u{2212}' };
        let number = if it.is_below { format!("unter {}", it.count) } else { format!("{sign}{}", it.count) };
        let way = if it.more { "mehr" } else { "weniger" };
        let a_year = if it.together.is_some() || it.first.is_some() { " im Jahr" } else { "" };
        let below = if it.is_below { format!(" {way}") } else { String::new() };
        let first = it.first.map(|year| match year {
            Some(year) => format!("die ersten ab {year}"),
            None => format!("die ersten erst nach {}", it.horizon),
        });
        let together = it.together.as_ref().map(|count| format!("{} zusammen rund {count} {way}", it.horizon));
        let today = it.today.as_ref().map(|(count, year)| format!("vorhanden {year}: {count}"));
        let beside: Vec<String> = [first, together, today].into_iter().flatten().collect();
        [number, format!("{}{a_year}{below}", it.noun), super::begun(&beside.join(", "))]
    },
    price: |it| {
        // Other units name their year themselves, or are used up when they are used.
        let yearly = if it.is_yearly && it.one.starts_with("Stelle") { " im Jahr" } else { "" };
        let (low, high) = &it.range;
        format!("1 {} kostet etwa {}{yearly} (Preise {}; wahrscheinlich {low} bis {high})", it.one, it.cost, it.year)
    },
    about_goal: |name| format!("Über „{name}“"),
    further_measures_note: "Maßnahmen, die bei null beginnen, haben ihren eigenen Preis. Weniger als im Plan geht bei ihnen nicht: Was der Plan dafür vorsieht, weist er nicht einzeln aus.",
    measure_bound: |most| match most {
        Some(most) => format!("Höchstens {most} zusätzlich im Jahr (Annahme)."),
        None => "Höchstens so viel, wie die Stellschraube nach oben erlaubt.".to_owned(),
    },
    ceiling: |most, many| format!(" Obergrenze für alle Ziele zusammen: {most} {many} zusätzlich (Annahme)."),
    measure_of_lever: |lever| format!("Geld der Stellschraube „{lever}“."),
    about_measure: "Grundlagen",
    no_unit: "Was diese Stellschraube leistet, hat keine Einheit, die sich zählen ließe.",
    no_output: "Was mit diesem Geld geleistet wird, ist nicht erfasst.",

    effects: "Das ändert sich",
    effects_untouched: |count, horizon| {
        format!("Noch nichts. {count} Kennzahlen und ihr Verlauf bis {horizon}, wenn es beim Beschluss bleibt.")
    },
    effects_none: |horizon| format!("Keine Kennzahl bewegt sich bis {horizon} durch Ihre Änderungen."),
    effects_moved: |count, horizon| {
        let moved = if count == 1 {
            "Eine Kennzahl bewegt sich".to_owned()
        } else {
            format!("{count} Kennzahlen bewegen sich")
        };
        format!("{moved} bis {horizon}, die stärkste zuerst, durch alle Änderungen zusammen.")
    },
    unmeasured: |part, all| format!("Bei {part} von {all} wissen wir nicht, was das Geld bewirkt."),
    all_measured: "Für alles bewegte Geld ist mindestens eine Wirkung beziffert.",
    not_measured_is_not_zero: "Das heißt nicht, dass es nichts bewirkt.",
    indicator: |it| match &it.change {
        None => format!(
            "{}: zuletzt {} ({}). Bleibt es beim Beschluss, rechnet das Modell für {} mit {}.",
            it.name, it.last, it.last_year, it.horizon, it.plan
        ),
        Some(change) => {
            let comparison = if it.rises { "mehr" } else { "weniger" };
            let wish = match (it.direction, it.rises) {
                (Direction::Higher, true) | (Direction::Lower, false) => "Das ist besser.",
                _ => "Das ist schlechter.",
            };
            format!(
                "{}: Für {} rechnet das Modell mit {} statt {}, also {change} {comparison}. {wish}",
                it.name, it.horizon, it.scenario, it.plan
            )
        }
    },
    roughly: |size| format!("rund {size}"),
    under: |size| format!("unter {size}"),
    range_pending: "ohne Bandbreite, weil sie noch berechnet wird",
    range_note: "Die Spanne nennt, was 8 von 10 Rechenläufen ergeben.",
    nearly_none: "fast 0",
    scale_ends: "Hier endet die Skala der Kennzahl: Sie zeigt weniger, als gezählt wird",
    range_change: |range| format!("wahrscheinlich {range}"),
    range_plan: |horizon, low, high| format!("wie geplant; {horizon} wahrscheinlich {low} bis {high}"),
    range_plan_said: |horizon, low, high| {
        format!("Bleibt es beim Plan, liegt die Kennzahl {horizon} in 8 von 10 Rechenläufen bei {low} bis {high}.")
    },
    range_said: |range| format!("In 8 von 10 Rechenläufen beträgt die Änderung {range}."),
    range_steps: [
        "eine von zehn Rechnungen liegt darunter",
        "eine von vier liegt darunter",
        "die Hälfte liegt darunter",
        "eine von vier liegt darüber",
        "eine von zehn liegt darüber",
    ],
    range_head: |unit| ["Anteil der Rechnungen".to_owned(), format!("Änderung, {unit}")],
    range_why: "Die Spanne entsteht, weil niemand Wirkungen genau kennt: Das Modell rechnet 1.000-mal, jedes Mal mit \
                anderen, ebenso glaubwürdigen Werten. Je schwächer der Beleg, desto weiter liegen sie auseinander.",
    hardly: "kaum verändert",
    faint: |noise, from| {
        let noise = noise.replace("Prozentpunkte", "Prozentpunkten");
        match from {
            NoiseFrom::Own => format!("Klein gegenüber dem üblichen Auf und Ab von {noise} im Jahr"),
            NoiseFrom::Others | NoiseFrom::Pack => {
                format!("Klein gegenüber dem angenommenen Auf und Ab von {noise} im Jahr")
            }
        }
    },
    faint_said: |noise, from| match from {
        NoiseFrom::Own => format!(
            "Das ist klein gegenüber dem üblichen Auf und Ab: Von einem Jahr zum nächsten schwankt die Kennzahl um etwa {noise}."
        ),
        NoiseFrom::Others => format!(
            "Das ist klein gegenüber einem Auf und Ab, wie es bei den anderen Kennzahlen üblich ist, hier \
             etwa {noise} von einem Jahr zum nächsten: Für ein eigenes Maß gibt es zu wenige Werte."
        ),
        NoiseFrom::Pack => format!(
            "Das ist klein gegenüber einem angenommenen Auf und Ab, hier etwa {noise} von einem Jahr zum \
             nächsten: Für ein eigenes Maß gibt es zu wenige Werte."
        ),
    },
    runs: |of_twenty| match of_twenty {
        0 => "in fast keinem Rechenlauf".to_owned(),
        20 => "in fast allen Rechenläufen".to_owned(),
        some => format!("in {some} von 20 Rechenläufen"),
    },
    better_worse: |better, worse, share_better, share_worse| match (share_better, share_worse) {
        (1.0, _) => "In allen Rechenläufen wird es besser als geplant.".to_owned(),
        (_, 1.0) => "In allen Rechenläufen wird es schlechter als geplant.".to_owned(),
        (up, down) if up + down < 1.0 => format!("Es wird {better} besser und {worse} schlechter als geplant."),
        (up, down) if up >= down => format!("Es wird {better} besser als geplant, sonst schlechter."),
        _ => format!("Es wird {worse} schlechter als geplant, sonst besser."),
    },
    target_said: |year, scenario, plan| match plan {
        None => format!("Das Ziel für {year} wird {scenario} erreicht, nach Plan ebenso."),
        Some(plan) => format!("Das Ziel für {year} wird {scenario} erreicht, nach Plan {plan}."),
    },
    noise_said: |noise, from| match from {
        NoiseFrom::Own => format!("Die bisherigen Werte schwanken von einem Jahr zum nächsten um etwa {noise}."),
        NoiseFrom::Others => format!(
            "Für ein eigenes Maß der Schwankung gibt es zu wenige Werte. Angenommen ist, was bei den anderen \
             Kennzahlen üblich ist: etwa {noise} von einem Jahr zum nächsten."
        ),
        NoiseFrom::Pack => format!(
            "Für ein eigenes Maß der Schwankung gibt es zu wenige Werte. Angenommen sind etwa {noise} von einem Jahr zum \
             nächsten."
        ),
    },
    back_test: |(values, within), error, unchanged, straight| {
        format!(
            "Rückschau: Aus den früheren Werten vorhergesagt, liegen {within} der letzten {values} Werte in der Spanne. \
             Der mittlere Fehler beträgt {error}, ohne jede Änderung gerechnet {unchanged}, mit geradem Trend {straight}."
        )
    },
    back_test_closest: |closest| {
        let names = ["das Modell", "die Rechnung ohne jede Änderung", "der gerade Trend"];
        let named: Vec<&str> = names.into_iter().zip(closest).filter(|(_, is)| *is).map(|(name, _)| name).collect();
        match named.as_slice() {
            [one] => format!("Am nächsten lag {one}."),
            [one, other] => format!("Am nächsten lagen gleichauf {one} und {other}."),
            _ => "Alle drei lagen gleich weit daneben.".to_owned(),
        }
    },
    no_back_test: |values| {
        let counted = if values == 1 { "nur einen Messwert".to_owned() } else { format!("nur {values} Messwerte") };
        format!("Eine Rückschau auf frühere Vorhersagen ist nicht möglich: Es gibt {counted}, nötig sind 8.")
    },
    how_sure: "Wie sicher ist das?",
    dots_name: |name, horizon| format!("Zwanzig gleich wahrscheinliche Änderungen bis {horizon}: {name}"),
    dots_note: |horizon, unit| {
        format!(
            "Jeder Punkt ist ein gleich wahrscheinlicher Ausgang: die Änderung gegenüber dem Plan im Jahr {horizon} ({unit})."
        )
    },
    direction: |direction| match direction {
        Direction::Higher => "mehr ist besser",
        Direction::Lower => "weniger ist besser",
    },
    percentage_points: "Prozentpunkte",
    of_today: |count| format!("von heute rund {count}"),
    last_value: |year, basis, is_local| match (is_local, basis) {
        (false, _) => format!("Vergleichswert {year}, nicht von hier"),
        (true, Basis::Official) => format!("zuletzt {year}"),
        (true, Basis::Estimate) => format!("zuletzt {year}, Schätzung"),
        (true, Basis::Assumption) => format!("zuletzt {year}, Annahme"),
    },
    like_planned: "wie geplant",
    unmoved: |count| {
        if count == 1 { "Eine weitere unverändert".to_owned() } else { format!("{count} weitere unverändert") }
    },
    others: |count, moved| format!("{count} weitere, davon {moved} bewegt"),
    further: |count| format!("{count} weitere"),
    details: "Einzelheiten",
    why: "Warum?",
    why_of: |name| format!("Warum ändert sich die Kennzahl „{name}“?"),
    details_of: |name| format!("Einzelheiten zur Kennzahl „{name}“"),
    law_more: "Einzelheiten, Rechtsstand und Tabelle",
    values: "Tabelle",
    values_head: ["Jahr", "gemessen", "wie geplant", "mit Ihren Änderungen"],
    target: |value, year| match year {
        Some(year) => format!("Ziel {value} bis {year}"),
        None => format!("Ziel {value}"),
    },
    orientation: "Orientierungswert des Bundes",
    no_target: "Für diese Kennzahl ist kein Ziel beschlossen.",
    grade: |grade| match grade {
        Grade::A => "Definition oder kommunal geprüft",
        Grade::B => "Studie",
        Grade::C => "Einschätzung",
        Grade::D => "geraten oder unbekannt",
    },
    grade_label: "Beleg",
    chart: |name, horizon| {
        format!("{name}: Verlauf bis {horizon} und, vergrößert, der Unterschied zum Plan im Jahr {horizon}")
    },

    why_head: ["Beitrag", "Änderung"],
    why_direct: |measure| format!("Unmittelbar durch: {measure}"),
    why_through: |via, measure| format!("Über die Kennzahl „{via}“ durch: {measure}"),
    why_not_yet: |measure, count| {
        format!("Nicht in der Summe, weil noch nicht angekommen oder noch nicht verklungen: {count} durch {measure}.")
    },
    why_exact: |noun| format!("genau ({noun})"),
    why_sum: "Summe",
    why_nothing: "Zu dieser Kennzahl trägt keine Ihrer Änderungen etwas bei.",
    why_lag: |years| format!("Nach etwa {years} Jahren ist der größte Teil der Wirkung eingetreten."),
    new_tab: "öffnet sich in einem neuen Tab",
    source: "Quelle",
    seen: |seen| match seen {
        Seen::Primary => "im Original gelesen",
        Seen::Secondary => "nach einer anderen Quelle",
        Seen::Recalled => "noch nicht belegt",
        Seen::Computed => "berechnet",
    },
    target_label: "Ziel",
    definition: "Was gemessen wird",
    figures_from: "Woher die Werte stammen",
    note: "Hinweis",
    observed_only: "Wird nur beobachtet: Der Katalog nennt keine Maßnahme, deren Wirkung auf diese Kennzahl untersucht ist.",

    generations: "Was heißt das für die Generationen?",
    generations_untouched: "Für keinen Jahrgang ändert sich etwas.",
    generations_said: |most, least, (relieved, burdened, all), same, debt, horizon| {
        let left = match debt {
            Some((amount, true)) => format!("Nach {horizon} bleiben {amount} mehr Schulden. "),
            Some((amount, false)) => format!("Nach {horizon} bleiben {amount} weniger Schulden. "),
            None => String::new(),
        };
        let groups = format!("{left}Von {} Jahrgangsgruppen", counted(all).to_lowercase());
        if relieved + burdened == 0 {
            return format!("{groups} ist bis {horizon} keine merklich verändert.");
        }
        let parts = [(relieved, "entlastet"), (burdened, "belastet"), (all - relieved - burdened, same)];
        let parts = parts.into_iter().filter(|it| it.0 > 0).map(|(count, word)| {
            if count == 1 { format!("eine {word}") } else { format!("{} {word}", counted(count).to_lowercase()) }
        });
        let parts = parts.collect::<Vec<_>>().join(", ");
        let whole = |word: &str| format!("{left}Alle {} Jahrgangsgruppen werden {word}", counted(all).to_lowercase());
        let parts = if relieved == all {
            whole("entlastet")
        } else if burdened == all {
            whole("belastet")
        } else {
            format!("{groups}: {parts}")
        };
        if least == most {
            return format!("{parts}. Je Person sind es über alle Jahre bis {horizon} {} ({}).", most.1, most.0);
        }
        format!(
            "{parts}. Je Person sind es über alle Jahre bis {horizon} {} ({}) bis {} ({}).",
            least.1, least.0, most.1, most.0
        )
    },
    generations_unit: |horizon, rate| {
        let weight = match rate {
            Some(rate) => format!("jedes spätere Jahr zählt {rate} weniger"),
            None => "nicht abgezinst, alle Jahre zählen gleich".to_owned(),
        };
        format!("Euro je Person im Vergleich zum Plan, Summe bis {horizon}, {weight}.")
    },
    born_until: |year| format!("bis {year}"),
    born_between: |from, to| format!("{from} bis {to}"),
    unborn: "noch nicht geboren",
    born_in: |years| format!("geboren {years}"),
    relief: "Entlastung",
    burden: "Belastung",
    unchanged: "unverändert",
    generations_head: ["Geburtsjahre", "Bilanz", "Euro je Person"],
    ledger_title: "Geht die Rechnung auf?",
    ledger_closes: |people, assets, debt, interest, saved, rest| {
        format!(
            "Probe: alle Menschen zusammen {people}, dazu Vermögen {assets} und Zinsen {interest}, davon ab Schulden {debt} und Einsparungen {saved}; es bleibt {rest}."
        )
    },
    inheritance_today: |town, today| {
        let missing = format!("für {town} nicht in den Daten");
        format!("Schulden, Pensionslasten und Sanierungsstau je Kind heute: {}.", today.unwrap_or(&missing))
    },
    inheritance_change: |town, change, horizon| match change {
        None => format!("Was Ihre Änderungen daran ändern: für {town} nicht in den Daten."),
        Some((_, Ordering::Equal)) => format!("Ihre Änderungen lassen das bis {horizon}, wie es ist."),
        Some((amount, Ordering::Greater)) => {
            format!("Durch Ihre Änderungen sind es im Jahr {horizon} je Kind {amount} mehr.")
        }
        Some((amount, Ordering::Less)) => {
            format!("Durch Ihre Änderungen sind es im Jahr {horizon} je Kind {amount} weniger.")
        }
    },
    generations_how: "Ausgaben zählen bei den Altersgruppen, die sie nutzen, Steuern bei denen, die sie tragen; beides sind Annahmen. Erstattetes Geld zählt nur mit dem Anteil der Stadt. Was übrig bleibt oder fehlt, verändert die Schulden.",
    rate_label: "Abschlag für jedes spätere Jahr",
    rate_flips: |names| format!("Ob Entlastung oder Belastung, hängt hier vom Abschlag ab: {names}."),
    rate_same: "Bei jedem der drei Abschläge bleibt die Richtung gleich.",
    parts_head: ["Euro je Person", "Steuern und Gebühren", "zusammen", "andere Zurechnung"],
    parts_sum: "Alle Menschen, Mio. €",
    alike_said: |turned, gone, all| {
        let gone = match gone {
            0 => String::new(),
            1 => " Bei einer Gruppe bleibt kein Unterschied zum Plan.".to_owned(),
            _ => format!(" Bei {gone} Gruppen bleibt kein Unterschied zum Plan."),
        };
        let turned = if turned == 0 { "keiner".to_owned() } else { turned.to_string() };
        format!(
            "Andere Zurechnung (Annahme): Jeder Euro zählt für alle Menschen gleich, ob jung oder alt. Die Richtung dreht sich dann bei {turned} von {all} Gruppen.{gone}"
        )
    },

    profile: "Was bleibt für die, die nach uns kommen?",
    profile_worst: |questions| format!("Die Grenze ist nicht gehalten bei „{}“.", questions.join("“, „")),
    profile_none_worst: "Jede Grenze ist gehalten oder knapp gehalten.",
    profile_untouched: |computed, all| {
        if computed == all {
            format!("Alle {all} Maße stehen wie geplant.")
        } else {
            format!(
                "Alle {computed} berechneten Maße stehen wie geplant. Für die anderen {} fehlen Zahlen.",
                all.saturating_sub(computed)
            )
        }
    },
    profile_moved: |it| {
        let others = [(it.hardly, "kaum verändert"), (it.same, "wie geplant"), (it.without, "ohne Urteil")];
        let others = others.iter().filter(|it| it.0 > 0).map(|(count, word)| format!(", {count} {word}"));
        let all = it.better + it.worse + it.hardly + it.same + it.without;
        let said = format!("{} besser, {} schlechter{}", it.better, it.worse, others.collect::<String>());
        format!("Mit Ihren Änderungen sind von {all} Maßen {said}.")
    },
    profile_head: ["Maß und Stand", "Wie geplant", "Ihre Änderung"],
    metric: |metric| match metric {
        Metric::OwnMeans => "Leben wir vom eigenen Geld?",
        Metric::Reach => "Wie weit reichen die Rücklagen?",
        Metric::Upkeep => "Erhalten wir, was da ist?",
        Metric::Backlog => "Wie viel Sanierung bleibt liegen?",
        Metric::Inheritance => "Was erbt jedes Kind an Lasten?",
        Metric::Ledger => "Wen entlastet es, wen belastet es?",
        Metric::Co2Account => "Wann ist das CO2-Budget aufgebraucht?",
        Metric::ClimateDamage => "Welchen Klimaschaden geben wir weiter?",
        Metric::Floors => "Hält die Natur?",
        Metric::FutureShare => "Wie viel geben wir für die Zukunft aus?",
        Metric::NetSavings => "Und wenn Geld alles ersetzen könnte?",
    },
    metric_how: |metric, words| {
        match metric {
        Metric::OwnMeans => format!(
                "Ordentliche Erträge geteilt durch ordentliche Aufwendungen (Aufwandsdeckungsgrad) und Jahresergebnis je Kopf im Haushaltsjahr. Knapp: Das Jahr endet mit einem Fehlbetrag. Nicht gehalten: Außerdem ist die {} bis zum Ende des Plans aufgebraucht.",
                words.equalisation
            ),
        Metric::Reach => format!(
                "Erstes Jahr, in dem eine Grenze des Haushaltsrechts überschritten wird. Der Plan nennt Ergebnisse nur bis zu seinem letzten Jahr; spätere werden nicht erfunden. Knapp: Die {} ist aufgebraucht.",
                words.equalisation
            ),
        Metric::Upkeep => "Unter 1 lebt die Stadt von der Substanz. Der Aufschlag ω für heutige Preise ist eine Annahme. Der Plan trennt Ersatz und Neubau nicht, der Wert ist deshalb eine Obergrenze. Knapp: In einem einzelnen Jahr liegt er unter 1.".to_owned(),
        Metric::Backlog => "Der Stau von heute stammt aus der genannten Quelle, oft ist er ein Bundesmittel je Kopf. Gerechnet wird nur die Änderung durch mehr oder weniger Unterhalt, weil der Plan Ersatz und Neubau nicht trennt.".to_owned(),
        Metric::Inheritance => "Was schon heute je Kind auf der Stadt lastet, und was Ihre Änderungen im letzten Jahr daran ändern. Was dann noch nicht abgeschrieben ist, wird abgezogen.".to_owned(),
        Metric::Ledger => "Nutzen der Ausgaben weniger Steuern je Kopf und Geburtsjahrgang, nicht abgezinst, als Unterschied zum Plan. Gezeigt ist die Spanne der sechs Gruppen; die Tabelle steht bei den Generationen.".to_owned(),
        Metric::Co2Account => "Tonnen werden nicht abgezinst. Nicht gehalten: vor dem letzten Jahr der Rechnung aufgebraucht.".to_owned(),
        Metric::ClimateDamage => "Vom unteren Wert (Spätere zählen weniger) bis zum oberen (alle zählen gleich). Wird nie mit Geld verrechnet.".to_owned(),
        Metric::Floors => "Es zählt die niedrigste Untergrenze; nichts gleicht sie aus. Untergrenzen ohne Messwert sind nicht dabei.".to_owned(),
        Metric::FutureShare => "Ausgaben für Bildung, Jugend, Klima, Natur und Erhalt geteilt durch alle ordentlichen Aufwendungen. Was dazu zählt, ist eine Annahme.".to_owned(),
        Metric::NetSavings => "Flächenverbrauch ist nicht bewertet. Schwache Nachhaltigkeit, nur zum Vergleich und ohne Urteil.".to_owned(),
    }
    },
    light: |it| match it {
        Light::Broken => "nicht gehalten",
        Light::Strained => "knapp",
        Light::Holds => "gehalten",
    },
    comparison: "zum Vergleich",
    better: "besser",
    worse: "schlechter",
    not_computed: |reason| format!("nicht berechnet: {reason}"),
    no_figures: |town| format!("für {town} nicht in den Daten"),
    own_means: |year, coverage, per_head| format!("{year}: {coverage} gedeckt, {per_head} je Kopf"),
    reach: |limit, last, left, words| {
        let [free, due] = words.reach;
        match limit {
            Some(year) => format!("{due} {year}; Ende {last} sind übrig {left}"),
            None => format!("Bis {last} {free}; übrig sind dann {left}"),
        }
    },
    upkeep: |ratio, years, weakest| {
        format!(
            "{} bis {} das {ratio}-Fache dessen, was verschleißt; {} nur das {}-Fache",
            years.0, years.1, weakest.0, weakest.1
        )
    },
    backlog: |amount, basis| format!("etwa {amount} ({basis})"),
    per_child: |amount| format!("{amount} je Kind"),
    used_up: |year, horizon, left| {
        let when = year.map_or_else(|| format!("bis {horizon} nicht"), |year| format!("im Jahr {year}"));
        match left {
            Some((share, year)) => format!("{when}; Anfang {year} noch {share}"),
            None => when,
        }
    },
    days: |days| format!("{days} Tage"),
    damage_change: |horizon, change| format!("Summe bis {horizon}: {change}"),
    ledger_plan: "0\u{a0}€: Der Plan ist der Maßstab",
    damage: |low, high| format!("{low} bis {high} im Jahr"),
    nature: |percent, name, horizon| format!("{percent} im Jahr {horizon} ({name})"),
    points: |points| format!("{points} Punkte"),
    savings: |low, high| format!("{low} bis {high} je Kopf"),
    from_to: |low, high| format!("{low} bis {high}"),
    profile_note: |horizon, hardly| {
        format!(
            "Änderungen ohne Jahr gelten bis {horizon}. Kaum verändert heißt: um weniger als {hardly} (Festlegung); eigenes Geld und Rücklagen sind davon ausgenommen."
        )
    },
    floors: "Natur-Untergrenzen",
    floors_head: |horizon| {
        ["Grenze".to_owned(), "heute".to_owned(), format!("{horizon}, Plan"), format!("{horizon}, neu")]
    },
    floor_word: |it| match it {
        Light::Broken => "kritisch",
        Light::Strained => "dazwischen",
        Light::Holds => "sicher",
    },
    lenses: |(percent, name), (low, high), change| {
        let change = change.map_or_else(String::new, |it| format!(", mit Ihren Änderungen im Mittel {it}"));
        format!(
            "Starke Sicht: {percent} ({name}). Schwache Sicht, zum Vergleich: {low} bis {high} je Kopf und Jahr{change}."
        )
    },
    lenses_differ: "In der schwachen Sicht gleicht Geld verlorene Natur aus, in der starken nicht: Dort zählt nur die niedrigste Untergrenze.",
    profile_how: "So wird gerechnet: Formeln und Quellen",

    law: "Was sagt das Haushaltsrecht?",
    law_said: |it| {
        let balance = balance(it);
        let Some((year, trigger)) = it.due else {
            let (what, paragraph) = (nothing_due(it.law), it.law.statute.map(|it| it.consolidation_paragraph));
            return format!("{what}{}. {balance}{}", cited(paragraph), elsewhere(it.law));
        };
        let why = match trigger {
            Trigger::QuarterOnce => "Die allgemeine Rücklage sinkt in einem Jahr um mehr als ein Viertel",
            Trigger::TwentiethTwice => {
                "Die allgemeine Rücklage sinkt zwei Jahre in Folge um jeweils mehr als ein Zwanzigstel"
            }
            Trigger::BeyondEquity => "Die Stadt hat kein Eigenkapital mehr",
            Trigger::CapitalBelowZero => "Es reicht nicht für das, was nach drei Jahren noch nicht gedeckt ist",
        };
        let already = match (it.due_as_planned, it.is_shocked) {
            (false, _) => "",
            (true, false) => " Das gilt schon für den beschlossenen Plan.",
            (true, true) => " In dieser Krise gilt das auch ohne Ihre Änderungen.",
        };
        let what = match (it.law.rules, it.law.statute) {
            (Rules::CarryForward { .. }, _) => format!("Das Basiskapital sinkt {year} unter null"),
            (Rules::FallOfReserve { .. }, Some(_)) => format!("Ein Haushaltssicherungskonzept ist {year} Pflicht"),
            (Rules::FallOfReserve { .. }, None) => format!("Der Haushalt ist {year} zu sichern"),
        };
        let paragraph = it.law.statute.map(|_| trigger.paragraph());
        format!("{what}{}: {why}.{already} {balance}{}", cited(paragraph), elsewhere(it.law))
    },
    law_distance: |every, alone, words| {
        let alone = alone.map_or_else(String::new, |(year, amount)| format!(", allein {year} sind es gut {amount}"));
        format!("Schon gut {every} weniger im Jahr {}{alone}.", words.into_and_out[0])
    },
    law_way_back: |amount, words| format!("Erst knapp {amount} mehr im Jahr {}.", words.into_and_out[1]),
    law_unknown: |town, law| {
        let place = law
            .statute
            .map_or_else(|| format!("des Landes {}", land(law.land)), |it| format!("({})", it.consolidation_paragraph));
        format!(
            "Rücklagen und künftige Jahresergebnisse sind für {town} nicht in den Daten. Ob und wann das Haushaltsrecht {place} mehr verlangt, lässt sich deshalb nicht sagen."
        )
    },
    law_words: |law| match law.rules {
        Rules::FallOfReserve { .. } => LawWords {
            general: "Allgemeine Rücklage",
            from_general: "aus der allgemeinen Rücklage",
            equalisation: "Ausgleichsrücklage",
            measure: if law.statute.is_some() {
                "droht die Haushaltssicherung"
            } else {
                "droht eine Sicherung des Haushalts"
            },
            measure_short: if law.statute.is_some() { "Haushalts\u{ad}sicherung" } else { "Sicherung" },
            into_and_out: if law.statute.is_some() {
                ["führen in die Haushaltssicherung", "führen aus der Haushaltssicherung"]
            } else {
                ["führen über die Grenze dieser Rechnung", "führen unter die Grenze dieser Rechnung"]
            },
            reach: if law.statute.is_some() {
                ["keine Haushaltssicherung", "Haushaltssicherung"]
            } else {
                ["keine Grenze überschritten", "Grenze überschritten"]
            },
            key_figures: key_figures(law.land),
        },
        Rules::CarryForward { .. } => LawWords {
            general: "Basiskapital",
            from_general: "aus dem Basiskapital",
            equalisation: "Ergebnisrücklage",
            measure: "sinkt das Basiskapital unter null",
            measure_short: "Kapital unter null",
            into_and_out: ["bringen das Basiskapital unter null", "halten das Basiskapital über null"],
            reach: ["Basiskapital über null", "Basiskapital unter null"],
            key_figures: key_figures(law.land),
        },
    },
    law_balance: |law, unbalanced, words| {
        let paragraph = cited(law.statute.map(|it| it.balance_paragraph));
        let place = if law.statute.is_some() { "Der Haushalt ist" } else { "In dieser Rechnung ist der Haushalt" };
        let Some((years, is_partly)) = unbalanced else {
            return format!(
                "{place} in jedem Jahr ausgeglichen: Erträge und {} reichen{paragraph}.",
                words.equalisation
            );
        };
        let others = if is_partly { " In den anderen Jahren ist er ausgeglichen." } else { "" };
        let approval = law.statute.and_then(|it| it.approval_paragraph).map_or_else(String::new, |it| {
            format!(" Was aus der allgemeinen Rücklage kommt, braucht eine Genehmigung ({it}).")
        });
        format!(
            "{place} {years} nicht ausgeglichen: Erträge und {} reichen nicht{paragraph}.{others}{approval}",
            words.equalisation
        )
    },
    law_saving: |it| {
        let allowed = match &it.allowed {
            Some((percent, true)) => {
                format!(" Bis zu {percent} der Aufwendungen sind dafür erlaubt, das ist eingehalten.")
            }
            Some((percent, false)) => {
                format!(" Bis zu {percent} der Aufwendungen sind dafür erlaubt, das ist überschritten.")
            }
            None => String::new(),
        };
        let due = |year: u16| match (it.law.rules, it.law.statute) {
            (Rules::CarryForward { .. }, _) => format!("sänke das Basiskapital {year} unter null"),
            (Rules::FallOfReserve { .. }, Some(_)) => format!("wäre {year} ein Haushaltssicherungskonzept Pflicht"),
            (Rules::FallOfReserve { .. }, None) => format!("wäre der Haushalt {year} zu sichern"),
        };
        let without = match it.due {
            (_, None) => "Auch ohne diese Einsparung bleibt es dabei.".to_owned(),
            (with, Some(year)) if with == Some(year) => "Ohne diese Einsparung bleibt es dabei.".to_owned(),
            (_, Some(year)) => format!("Ohne diese Einsparung {}.", due(year)),
        };
        format!(
            "{}: Der Plan rechnet mit {} pauschaler Einsparung (globaler Minderaufwand) und sagt nicht, wo.{allowed} {without}",
            it.years, it.amounts
        )
    },
    law_carry: |law| match law.rules {
        Rules::FallOfReserve { .. } => format!(
            "Statt die allgemeine Rücklage gleich zu nehmen, darf die Stadt einen Fehlbetrag bis zu drei Jahre vortragen{}. Auch das braucht eine Genehmigung, und die Aufsicht kann dann ein Haushaltssicherungskonzept verlangen.",
            cited(law.statute.map(|it| it.carry_paragraph))
        ),
        Rules::CarryForward { .. } => format!(
            "Ein Fehlbetrag darf bis zu drei Jahre vorgetragen werden. Was dann noch nicht gedeckt ist, wird mit dem Basiskapital verrechnet{}.",
            cited(law.statute.map(|it| it.carry_paragraph))
        ),
    },
    law_special: |town, law| {
        let paragraph = cited(law.statute.map(|_| "§ 24 Abs. 2 GemHVO BW"));
        format!(
            "Auch ein Überschuss im Sonderergebnis kann Fehlbeträge decken{paragraph}. Er ist für {town} nicht in den Daten."
        )
    },
    law_read: |readings| format!("Rechtsstand: {}.", readings.join("; ")),
    law_reading: |(what, _), as_of, seen| format!("{what}, Stand {as_of}, {seen}"),
    law_unit: |words, limit| {
        let limit = limit.map_or(String::new(), |it| format!(" Grenze: mehr als {it} in zwei Jahren in Folge."));
        format!("Was das Jahr {} nimmt, in Prozent des Standes zu Jahresbeginn.{limit}", words.from_general)
    },
    law_limit: |percent| [format!("Grenze {percent}"), "zwei Jahre".to_owned(), "in Folge".to_owned()],
    law_chart: |words| format!("Entnahme {} in Prozent je Jahr, Plan und mit Ihren Änderungen", words.from_general),
    law_rows: ["Jahr", "Plan", "neu", "ohne Minder\u{ad}aufwand", "Schulden", "Zinsen"],
    law_groups: |words| {
        let (result, changes) = ("Ergebnis, Mio.\u{a0}€".to_owned(), "Gegenüber dem Plan, Mio.\u{a0}€".to_owned());
        let taken = format!("Entnahme {}, %", words.from_general);
        [result, taken, format!("{} Ende des Jahres, Mio.\u{a0}€", words.general), changes]
    },
    law_outline: "Gestrichelter Umriss: so viel mehr nimmt der Plan.",
    reserve_end: |words, year, amount, change| format!("{} Ende {year}: {amount} ({change}).", words.general),
    equalisation_gone: |words, year| format!("Die {} ist Ende {year} aufgebraucht.", words.equalisation),
    debt_change: |year, change| format!("Schulden Ende {year} gegenüber dem Plan: {change}."),
    beyond_plan: |year| {
        format!("Der Plan reicht bis {year}; darüber hinaus berechnet das Modell keine Jahresergebnisse.")
    },

    resilience: "Was hält der Haushalt aus?",
    resilience_unknown: |town| {
        format!(
            "Rücklagen und künftige Jahresergebnisse sind für {town} nicht in den Daten. Wie lange der Haushalt eine Krise trägt, lässt sich deshalb nicht sagen; was jede Krise kosten würde, steht unten."
        )
    },
    resilience_said: |it, words| {
        let of = |count: usize| match count {
            0 => "in keiner".to_owned(),
            all if all == it.shocks => "in jeder".to_owned(),
            1 => "in einer".to_owned(),
            some => format!("in {}", counted(some).to_lowercase()),
        };
        let where_of = |count: usize| match (it.shocks, count) {
            (0 | 1, 0) => "in keiner Krise".to_owned(),
            (1, _) => "in der einen Krise".to_owned(),
            (all, _) => format!("{} der {} Krisen", of(count), counted(all).to_lowercase()),
        };
        let first = |year: Option<u16>| year.map_or_else(String::new, |it| format!(", zuerst {it}"));
        let (plan, new) = ((it.due.0, it.first.0), (it.due.1, it.first.1));
        let due = if it.is_moved && plan == new {
            format!("Im Plan wie mit Ihren Änderungen {} {}{}.", words.measure, where_of(plan.0), first(plan.1))
        } else if it.is_moved {
            let (plan, new) = ((where_of(plan.0), first(plan.1)), (of(new.0), first(new.1)));
            format!("Im Plan {} {}{}; mit Ihren Änderungen {}{}.", words.measure, plan.0, plan.1, new.0, new.1)
        } else {
            let place = where_of(plan.0).replacen('i', "I", 1);
            format!("{place} {}{}.", words.measure, first(plan.1))
        };
        let calm = match it.calm {
            (None, None) => String::new(),
            (None, Some(new)) => format!(" Mit Ihren Änderungen {} auch ohne Krise ({new}).", words.measure),
            (Some(plan), None) => format!(" Ohne Krise {} nur im Plan ({plan}).", words.measure),
            (Some(plan), Some(new)) if plan == new => format!(" Auch ohne Krise {} ({plan}).", words.measure),
            (Some(plan), Some(new)) => {
                format!(" Auch ohne Krise {}: im Plan {plan}, mit Ihren Änderungen {new}.", words.measure)
            }
        };
        let gone = match it.gone {
            (0, 0) => format!("Die Rücklagen reichen in jeder bis nach {}.", it.last),
            (plan, new) if it.is_moved => format!(
                "Die Rücklagen sind bis {} aufgebraucht: im Plan {}, mit Ihren Änderungen {}.",
                it.last,
                of(plan),
                of(new)
            ),
            (plan, _) => format!("Die Rücklagen sind bis {} aufgebraucht: {}.", it.last, of(plan)),
        };
        format!("{due}{calm} {gone}")
    },
    resilience_note: "Jede Zeile rechnet eine Krise für sich. Angekreuzt gilt sie überall, wo es um Jahresergebnis, Rücklagen und Haushaltsrecht geht, für den Plan und für Ihre Änderungen gleich.",
    resilience_head: |last, words| {
        [
            "Krise".to_owned(),
            "Schlechtes\u{ad}tes Jahr".to_owned(),
            format!("Rücklagen Ende {last}"),
            "Rücklagen reichen".to_owned(),
            "Erholt".to_owned(),
            words.measure_short.to_owned(),
            "Kennzahlen".to_owned(),
        ]
    },
    resilience_calm: "Ohne Krise",
    resilience_worst: |year, amount| format!("{year}:\u{a0}{amount}"),
    resilience_gone: |year| format!("{year} aufgebraucht"),
    resilience_last: |years, is_gone| match (years, is_gone) {
        (0, true) => "kein Jahr".to_owned(),
        (1, true) => "1 Jahr".to_owned(),
        (years, true) => format!("{years} Jahre"),
        (years, false) => format!("über {years} Jahre"),
    },
    resilience_no_hits: "nicht erfasst",
    resilience_not_until: |last| format!("nicht bis\u{a0}{last}"),
    resilience_no_shock: "entfällt",
    resilience_not_due: "nicht nötig",
    resilience_new: |value| format!("neu {value}"),
    resilience_assumed: "Was dabei angenommen ist",
    resilience_burden: |amount, low, high| {
        format!("Last bei voller Stärke: {amount} im Jahr, plausibel {low} bis {high}.")
    },
    resilience_returned: |percent, years| format!("Davon kommen rund {percent} zurück, im Mittel nach {years} Jahren."),
    resilience_recovered: "Schlechtestes Jahr: das Jahresergebnis. Erholt: Von der größten Last ist höchstens ein Zehntel übrig; das folgt aus dem angenommenen Verlauf der Krise, auch nach den Jahren des Plans. Was Rat und Verwaltung dagegen täten, ist nicht gerechnet. Auf Kennzahlen und Generationen wirkt die Krise hier nicht, außer über geänderte Steuern. Kennzahlen: was die Krise bei voller Stärke an ihnen ändern würde.",
    resilience_hits: |list| format!("Kennzahlen bei voller Stärke: {list}."),
    resilience_on: |names| format!("Gerechnet mit: {names}."),
    resilience_struck: |names| format!("Krise an: {names}. Sie trifft Jahresergebnis, Rücklagen und Recht:"),
    key_figures_head: [
        "Prozent",
        "Aufwands\u{ad}deckungs\u{ad}grad",
        "Fehlbetrags\u{ad}quote",
        "Investitions\u{ad}quote",
        "Zinslast\u{ad}quote",
    ],
    key_figures_note: |infrastructure, words| {
        let infrastructure = match infrastructure {
            Some((percent, year)) => {
                format!("Infrastrukturquote Ende {year}: {percent} (Infrastrukturvermögen durch Bilanzsumme).")
            }
            None => "Infrastrukturquote: Infrastrukturvermögen nicht im Datensatz.".to_owned(),
        };
        format!(
            "Ohne Krisen gerechnet. Aufwandsdeckungsgrad: ordentliche Erträge durch ordentliche Aufwendungen. Fehlbetragsquote: Fehlbetrag durch beide Rücklagen zu Jahresbeginn. Investitionsquote: Auszahlungen für Sachanlagen durch Abschreibungen, eine Näherung; unter 100\u{a0}% verliert die Stadt Substanz. Zinslastquote: Finanzaufwendungen durch ordentliche Aufwendungen. {infrastructure} {}",
            words.key_figures.1
        )
    },
    no_data: "nicht im Datensatz",

    towns: "Welche Stadt?",
    towns_note: "Jede Stadt hat ihren eigenen Haushalt. Ein Szenario gehört zu seiner Stadt und ihrem Haushaltsjahr.",
    towns_go: |town| format!("Wechseln zu: {town}"),
    this_town: "diese Seite",
    leaving: "Ihr Entwurf ist nicht gesichert",
    leaving_lost: |town| {
        format!(
            "Wenn Sie die Stadt wechseln, kommen Sie zu Ihrem Entwurf für {town} nur mit „Zurück“ im Browser wieder, und nur in diesem Fenster."
        )
    },
    leaving_go: "Ohne Sichern wechseln",
    leaving_stay: "Hierbleiben",
    leaving_missing: "Die andere Stadt lässt sich nicht laden",
    leaving_stays: |to, here| {
        format!("{to} ist gerade nicht zu erreichen. Bitte prüfen Sie die Verbindung. {here} bleibt hier, wie es ist.")
    },
    leaving_again: "Noch einmal versuchen",

    departments: "Wer gibt wofür Geld aus?",
    department: "Dezernat",
    departments_said: |count, all, department, goal, amount| {
        format!(
            "{count} Dezernate geben zusammen {all} aus. Das meiste Geld für ein Ziel hat {department}: {amount} für „{goal}“."
        )
    },
    departments_unknown: |town| {
        format!(
            "Die Daten des Plans, wie sie hier vorliegen, nennen für {town} zu keiner Produktgruppe ein Dezernat oder Amt."
        )
    },
    departments_unit: |year| {
        format!(
            "Mio. €, ordentliche Aufwendungen im Plan {year}. Annahme: Innerhalb einer Produktgruppe dient das Geld jedes Amts denselben Zielen."
        )
    },
    seats: "Wer muss miteinander reden?",
    seats_said: |departments, count, goals| {
        let sit = if count == 1 { "sitzt" } else { "sitzen" };
        format!("An diesem Tisch {sit} {departments}. Bewegt wird Geld für {goals}.")
    },
    seats_also: |goals, count| {
        let goal = if count == 1 { "des Ziels" } else { "der Ziele" };
        format!("Es ändern sich auch Kennzahlen {goal} {goals}, für die kein Geld bewegt wird.")
    },
    seats_untouched: "Der Tisch ist noch leer: Es ist nichts verschoben.",
    seats_taxes: "Kein Dezernat muss Ausgaben ändern: Bewegt sind nur Steuern oder Entgelte.",
    seats_head: ["Dezernat", "mehr im Jahr", "weniger im Jahr", "Ämter", "Ziele"],
    seats_note: "Annahme: Eine Änderung verteilt sich auf die Ämter einer Produktgruppe so, wie der Plan das Geld verteilt.",
    and: "und",
    quotes: ["„", "“"],

    saves: "Szenarien",
    saves_note: "Gesichert wird in diesem Browser. Manche Browser löschen Szenarien nach einer Woche ohne Besuch; zum dauerhaften Aufbewahren sichern Sie sie als Datei.",
    saves_denied: "Dieser Browser lässt hier kein Speichern zu. Die Seite funktioniert trotzdem; sichern Sie Ihr Szenario als Datei.",
    saves_empty: "Noch kein Szenario gesichert.",
    name: "Name",
    name_default: |n| format!("Entwurf {n}"),
    save_here: "Im Browser sichern",
    open_file: "Datei öffnen",
    load: |name| format!("{name} laden"),
    rename: |name| format!("{name} umbenennen"),
    duplicate: |name| format!("{name} duplizieren"),
    delete: |name| format!("{name} löschen"),
    load_short: "Laden",
    rename_short: "Umbenennen",
    duplicate_short: "Duplizieren",
    delete_short: "Löschen",
    copy_of: |name, count| if count < 2 { format!("{name} (Kopie)") } else { format!("{name} (Kopie {count})") },
    unreadable: |name| format!("{name} lässt sich nicht lesen. Die Daten bleiben unverändert erhalten."),
    other_town: |town| {
        format!("Dieses Szenario gehört zu einem anderen Haushalt: {town}. Wechseln Sie zuerst dorthin.")
    },
    newer: "Diese Datei stammt aus einer neueren Fassung. Bitte die Seite neu laden.",
    saved: |name| format!("„{name}“ ist gesichert."),
    loaded: |name| format!("„{name}“ ist geladen."),
    replaced: "Was vorher hier stand, war nicht gesichert: „Rückgängig“ bringt es zurück.",
    deleted: |name| format!("„{name}“ ist gelöscht."),
    resumed: "Ihr Entwurf von vorhin ist wieder da.",
    not_resumed: "Ihr Entwurf von vorhin lässt sich nicht wieder öffnen.",
    older_model: |first_year| {
        format!(
            "Das Modell ist inzwischen ein anderes: Die Ergebnisse weichen ab, und Änderungen beginnen frühestens {first_year}."
        )
    },
    limited: |names| format!("Auf den erlaubten Spielraum begrenzt: {names}."),
    unknown: |names| format!("In diesem Haushalt unbekannt und weggelassen: {names}."),
    save_failed: "Das Sichern im Browser ist fehlgeschlagen, vermutlich ist der Speicher voll. Sichern Sie Ihr Szenario als Datei.",
    rounded: |names| format!("Auf ganze Cent oder ganze Punkte gerundet: {names}."),
    added: |names| format!("Steht mehrfach in der Datei und wurde zusammengezählt: {names}."),
    cut_years: |names, from, to| format!("Auf die Jahre {from} bis {to} gekürzt: {names}."),
    no_years: |names, from, to| {
        format!("Liegt ganz außerhalb der Jahre {from} bis {to} und wurde weggelassen: {names}.")
    },
    and_more: |names, more| format!("{names} und {more} weitere"),
    delete_failed: "Der Browser hat das Löschen verweigert; es wurde nichts gelöscht.",
    list_failed: "Der Browser zeigt die gesicherten Szenarien gerade nicht; sie sind nicht gelöscht. Bitte öffnen Sie diese Liste später noch einmal.",
    draft_gone: |name| {
        format!(
            "„{name}“ ist nicht mehr da; es wurde in einem anderen Fenster gelöscht. Die Liste ist jetzt auf dem neuesten Stand."
        )
    },
    draft_changed: |name| {
        format!(
            "„{name}“ wurde in einem anderen Fenster geändert und ist so geblieben. Die Liste ist jetzt auf dem neuesten Stand."
        )
    },
    renamed: |old, new| format!("„{old}“ heißt jetzt „{new}“."),
    name_needed: "Bitte geben Sie einen Namen ein.",
    undelete: "Löschen rückgängig machen",
    undelete_spoken: |name| format!("Löschen rückgängig machen: {name}"),
    restored: |name| format!("„{name}“ ist wieder da."),
    saved_file: |name| format!("„{name}“ ist als Datei gesichert."),
    file_failed: "Dieser Browser gibt hier keine Dateien aus.",
    file_unreadable: "Diese Datei lässt sich nicht lesen; vielleicht wurde sie inzwischen gelöscht oder verschoben. Es wurde nichts verändert.",
    draft_number: |id| format!("Nr. {id}"),
    not_a_file: "Das ist keine Szenariodatei; es wurde nichts verändert.",
    too_large: "Diese Datei ist größer als 1 MB. So groß ist kein Szenario; es wurde nichts verändert.",
    at_place: |line, column| format!("Zeile {line}, Spalte {column}:"),
    expected: |key, what| {
        if key.is_empty() {
            format!("Hier wird {what} erwartet.")
        } else {
            format!("Bei „{key}“ wird {what} erwartet.")
        }
    },
    expected_kinds: ExpectedKinds {
        text: "ein Text in Anführungszeichen",
        number: "eine Zahl",
        whole: "eine ganze Zahl",
        year: "ein Jahr",
        list: "eine Liste in eckigen Klammern",
        object: "ein Eintrag in geschweiften Klammern",
    },
    broken_off: "Hier bricht die Datei ab, oder ein Zeichen steht falsch.",
    unknown_key: |key| format!("Die Angabe „{key}“ gibt es hier nicht."),
    key_twice: |key| format!("Die Angabe „{key}“ steht zweimal da."),
    key_missing: |key| format!("Die Angabe „{key}“ fehlt."),
    both_missing: |key, other| format!("Hier fehlt „{key}“ oder „{other}“."),
    keys_apart: |key, other| format!("„{key}“ und „{other}“ können nicht zusammen in einem Eintrag stehen."),
    two_spans: |name, one, other| {
        format!(
            "„{name}“ steht zweimal in der Datei, für {one} und für {other}. Das ergibt keine gemeinsame Änderung; es wurde nichts verändert."
        )
    },
    doubled: |name| {
        format!(
            "„{name}“ steht zweimal gleich in der Datei. Ob das einmal oder doppelt gemeint ist, ist nicht zu erkennen; es wurde nichts verändert."
        )
    },
    two_multipliers: |name| {
        format!(
            "„{name}“ steht zweimal in der Datei. Welcher Wert gilt, ist nicht zu erkennen; es wurde nichts verändert."
        )
    },
    years: |from, to| if from == to { from.to_string() } else { format!("{from} bis {to}") },
    only_years: |years| format!("nur {years}"),
    years_of_change: |years| format!("Jahre Ihrer Änderung: {years}."),
    partly_years: |years| format!("teils {years}"),
    several_spans: "teils nur für einen Teil der Jahre",
    new_name: "Neuer Name",
    ok: "Übernehmen",
    saved_on: |date| format!("gesichert am {date}"),
    date: |year, month, day| format!("{day}.{month}.{year}"),

    assumptions: "Annahmen und Quellen",
    assumptions_note: "Jede Annahme und jeder feste Wert, nach Beleggrad sortierbar:",
    xmile_title: "Selbst nachrechnen",
    xmile: "Modell als XMILE-Datei",
    xmile_note: "Die Gleichungen hinter allen Kennzahlen mit dem jetzigen Szenario. Programme für Systemdynamik, die XMILE lesen, rechnen damit nach.",
    sources: "Quellen",

    doors: super::doors::DE,
    bench: super::bench::DE,
    method_row: |title| format!("„{title}“ unter „Wie wird gerechnet?“"),
};

/// A number of things at the beginning of a sentence, in words up to twelve.
fn counted(count: usize) -> String {
    let words =
        ["Null", "Ein", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf"];
    words.get(count).map_or_else(|| count.to_string(), |it| (*it).to_owned())
}

/// A paragraph in brackets behind what it says; nothing without one.
fn cited(paragraph: Option<&str>) -> String {
    paragraph.map_or_else(String::new, |it| format!(" ({it})"))
}

/// Whose limits these are, where the law of the town's Land is not known here.
fn elsewhere(law: &BudgetLaw) -> String {
    match law.statute {
        Some(_) => String::new(),
        None => format!(
            " Das Haushaltsrecht des Landes {} ist hier nicht hinterlegt: Die Grenzen sind die dieser Rechnung.",
            land(law.land)
        ),
    }
}

/// The all-clear; it never stands alone.
fn nothing_due(law: &BudgetLaw) -> &'static str {
    match (law.rules, law.statute) {
        (Rules::CarryForward { .. }, _) => "Das Basiskapital bleibt über null",
        (Rules::FallOfReserve { .. }, Some(_)) => "Kein Haushaltssicherungskonzept nötig",
        (Rules::FallOfReserve { .. }, None) => "Keine Sicherung des Haushalts nötig",
    }
}

/// Whether the budget is balanced and what needs approval, after what is due or not.
fn balance(it: &LawSaid<'_>) -> String {
    let authority = match it.law.authority {
        Authority::District => "die Bezirksregierung",
        Authority::Supervision => "die Kommunalaufsicht",
    };
    let has_law = it.law.statute.is_some();
    let why = match it.balance {
        Balance::Covered => "Die Erträge decken die Aufwendungen".to_owned(),
        Balance::ByReserve if matches!(it.law.rules, Rules::FallOfReserve { .. }) && has_law => {
            "Die Ausgleichsrücklage deckt den Fehlbetrag, das muss niemand genehmigen".to_owned()
        }
        Balance::ByReserve => "Die Rücklage deckt den Fehlbetrag".to_owned(),
        Balance::Carried if has_law => "Ein Fehlbetrag wird vorgetragen, das ist drei Jahre lang erlaubt".to_owned(),
        Balance::Carried => "Ein Fehlbetrag wird vorgetragen".to_owned(),
        Balance::FromCapital => {
            "Was nach drei Jahren nicht gedeckt ist, wird mit dem Basiskapital verrechnet".to_owned()
        }
        Balance::FromGeneral if has_law => format!("Die allgemeine Rücklage sinkt, das muss {authority} genehmigen"),
        Balance::FromGeneral => "Die allgemeine Rücklage sinkt".to_owned(),
    };
    let verdict = match (it.balance.is_balanced(), it.due.is_some()) {
        (true, _) => "auch",
        (false, true) => "auch nicht",
        (false, false) => "trotzdem nicht",
    };
    let already = match (it.is_open_as_planned, it.is_shocked) {
        (false, _) => "",
        (true, false) => ", das ist er schon im Plan nicht",
        (true, true) => ", das ist er in dieser Krise auch ohne Ihre Änderungen nicht",
    };
    format!("Ausgeglichen ist der Haushalt {verdict}{already}: {why}.")
}

/// Name of the key figures, and where they are defined.
fn key_figures(land: Land) -> (&'static str, &'static str) {
    match land {
        Land::Nw => ("Kennzahlen nach NKF", "Definitionen: NKF-Kennzahlenset Nordrhein-Westfalen von 2008."),
        Land::Bw => (
            "Kennzahlen zum Haushalt",
            "Definitionen wie im NKF-Kennzahlenset Nordrhein-Westfalen von 2008, zum Vergleich; Baden-Württemberg gibt eigene vor.",
        ),
        _ => (
            "Kennzahlen zum Haushalt",
            "Definitionen wie im NKF-Kennzahlenset Nordrhein-Westfalen von 2008, zum Vergleich.",
        ),
    }
}

pub(super) fn land(land: Land) -> &'static str {
    match land {
        Land::Sh => "Schleswig-Holstein",
        Land::Hh => "Hamburg",
        Land::Ni => "Niedersachsen",
        Land::Hb => "Bremen",
        Land::Nw => "Nordrhein-Westfalen",
        Land::He => "Hessen",
        Land::Rp => "Rheinland-Pfalz",
        Land::Bw => "Baden-Württemberg",
        Land::By => "Bayern",
        Land::Sl => "Saarland",
        Land::Be => "Berlin",
        Land::Bb => "Brandenburg",
        Land::Mv => "Mecklenburg-Vorpommern",
        Land::Sn => "Sachsen",
        Land::St => "Sachsen-Anhalt",
        Land::Th => "Thüringen",
    }
}
